"""What an open page works on: the draft, what the check made of it, and what would change for readers.

The page does what the command does, by the same functions: `prepare` stays the only gate.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from dashboard import store
from dashboard.own_data.drafts import Draft
from dashboard.prepare import intake, intake_diff
from dashboard.prepare.intake import Folders, Trial
from dashboard.prepare.intake_diff import Difference
from data import versions
from data.errors import PreparedError, Text
from data.intake import answers as answers_file
from data.intake import marked
from data.intake.answers import Acceptance, Answers, BadSettingsError
from data.intake.messages import Message
from data.versions import Version

ONE_AT_A_TIME = Lock()  # a check takes a whole core and some hundred megabytes


@dataclass
class Desk:
    """`shown` is the draft as a version of its own, in the draft's folder, where it can be published."""

    draft: Draft
    trial: Trial | None = None
    difference: Difference | None = None
    shown: Version | None = None
    published: str = ""
    answered_by: str = ""

    def check(self) -> None:
        """Read and check everything again; what takes a minute only when nothing quicker is left to answer."""
        self.draft.use()
        with ONE_AT_A_TIME:
            self.trial = intake.check(self.draft.handed, folders(), is_tried=lambda draft: draft.checked.is_clean)
            self.difference, self.shown = None, None
            if self.trial.contents is not None:
                self.difference = intake_diff.difference(self.trial, folders())
                shutil.rmtree(self.draft.prepared, ignore_errors=True)
                self.shown = versions.publish(
                    self.draft.prepared, self.trial.draft.dataset.dataset_id, self.trial.contents
                )

    def publish(self, who: str, why: str) -> Version:
        """Raises PreparedError where it may not be published; then nothing has changed."""
        if self.trial is None:
            raise PreparedError(Text("Kontrollér filerne først.", "Check the files first."))
        refuse_others(self.trial.draft.dataset.dataset_id)
        version = intake.publish(self.trial, folders(), who, why)
        self.published = version.name
        return version

    def answers(self) -> Answers:
        """What has been answered; nothing where the file of answers cannot be read, which the check tells."""
        try:
            return answers_file.read(self.draft.handed / answers_file.FILE)
        except BadSettingsError:
            return Answers()

    def keep(self, answers: Answers) -> None:
        """Keep the answers beside the files, as the command does, and check again."""
        (self.draft.handed / answers_file.FILE).write_text(answers_file.written(answers), encoding="utf-8")
        self.check()

    def answer(self, message: Message, value: str) -> None:
        if message.ask is not None:
            self.keep(self.answers().answered(message.ask.path, value))

    def accept(self, message: Message, reason: str, who: str) -> None:
        self.answered_by = who.strip()
        told = Acceptance(reason.strip(), who.strip(), intake.today(), message.headline())
        self.keep(self.answers().accepting(message.key, told))

    def mend(self, messages: Iterable[Message]) -> None:
        self.keep(self.answers().mended(message.mend_by for message in messages if message.mend_by))

    def forget(self) -> None:
        self.draft.drop(answers_file.FILE)
        self.check()

    def marked(self, language: str) -> list[tuple[str, bytes]]:
        """The clerk's own workbooks with what is wrong marked, by their names."""
        if self.trial is None:
            return []
        with tempfile.TemporaryDirectory() as folder:
            written = marked.write(self.trial.draft, Path(folder), language)
            return [(path.name, path.read_bytes()) for path in written]


def folders() -> Folders:
    """Where the product's own data lie."""
    return Folders.at(store.ROOT.parents[1])


def refuse_others(dataset: str) -> None:
    """Raises PreparedError for a dataset that was not handed in: those are published by the command alone."""
    if dataset in versions.datasets(store.ROOT) and dataset not in handed_in():
        raise PreparedError(
            Text(
                f"»{dataset}« er et datasæt, der følger med eller udgives på anden vis. Giv dine tal et andet navn.",
                f'"{dataset}" is a dataset that is published in another way. Give your figures another name.',
            )
        )


def handed_in() -> list[str]:
    """The datasets that readers see now and that were handed in."""
    found = []
    for name in versions.datasets(store.ROOT):
        try:
            if intake.RECORD in versions.current(store.ROOT, name).files:
                found.append(name)
        except PreparedError:  # a damaged one, which the pages tell of
            continue
    return found


def roll_back(dataset: str, name: str, who: str) -> bool:
    """Show an earlier version again; whether its sources came back too. Raises PreparedError."""
    if dataset not in handed_in():
        raise PreparedError(Text("Datasættet er ikke indleveret her.", "The dataset was not handed in here."))
    _version, has_source = intake.roll_back(folders(), dataset, name, who)
    return has_source
