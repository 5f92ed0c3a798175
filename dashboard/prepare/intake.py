"""Figures that staff hand in: checked with their shapes, tried through prepare, and published or not.

    trial = check(Path("indleveret"), Folders.at(root))
    trial.checked          the messages; `trial.is_publishable`
    publish(trial, folders, "Hanne Hansen", "Årets tal")

The command and the page are two doors to this. Prepare stays the only gate: what it refuses is not published, and what
readers see changes at one moment, when everything else is done.
"""

from __future__ import annotations

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from dashboard.access import audit
from dashboard.prepare import command
from dashboard.prepare.earlier import earlier_of, reachable
from dashboard.prepare.progress import heard_by
from data import disk, versions
from data.errors import DataError, PreparedError, SourceError, Text
from data.intake import complete, engine, said
from data.intake import draft as drafts
from data.intake.answers import Answers
from data.intake.draft import Draft
from data.intake.entries import Entry
from data.intake.handed import Use
from data.intake.messages import Checked, Place
from data.versions import Content, Version
from geo import contract_form, place
from geo import intake as geo_intake
from geo.place import OFFICIAL_SOURCE

RECORD = "intake.json"  # in a version: who, why, from what, and which questions were accepted
KEPT_MOST = 10  # sources of earlier versions
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Folders:
    """Where a dataset's sources, shapes and versions are, and the sources that earlier versions were made from.

    The kept sources hold numbers that are hidden from readers, so they never lie among the prepared files.
    """

    source: Path
    geo_source: Path
    prepared: Path
    kept: Path

    @classmethod
    def at(cls, root: Path) -> Folders:
        return cls(
            root / "data" / "source", root / "geo" / "source", root / "data" / "prepared", root / "data" / "kept"
        )


@dataclass(frozen=True)
class Trial:
    """A draft with what prepare makes of it; `contents` are the files of the version, None where it is refused."""

    draft: Draft
    contents: Mapping[str, Content] | None
    source: bytes  # the source tables and shapes as one zip file, to be kept with the version

    @property
    def checked(self) -> Checked:
        return self.draft.checked

    @property
    def is_publishable(self) -> bool:
        return self.contents is not None and self.checked.is_clean


def check(
    path: Path,
    folders: Folders,
    answers: Answers | None = None,
    progress: Progress = lambda _: None,
    is_tried: Callable[[Draft], bool] = lambda _: True,
) -> Trial:
    """Read, recognise and check what was handed in, and try it through prepare. Nothing is published or changed.

    Whatever is handed in, what is wrong is a message of the draft. `is_tried`: whether a draft is worth trying, which
    takes most of the time.
    """
    progress("Læser filerne …")
    draft = engine.draft(path, answers)
    progress("Læser kortet …")
    write_shapes = _placed(draft)
    is_hopeless = not draft.is_whole or any(message.kind in FATAL for message in draft.checked.faults)
    if is_hopeless or not is_tried(draft):
        return Trial(draft, None, b"")
    with tempfile.TemporaryDirectory() as folder:
        return _tried(draft, write_shapes, Path(folder), folders, progress)


FATAL = frozenset(
    {said.CPR.kind, said.NO_TABLE.kind, said.NO_COLUMN.kind, said.UNREADABLE.kind, said.BAD_SETTINGS.kind}
)


def _placed(draft: Draft) -> Callable[[Path], None]:
    """What writes the shapes of a draft as prepare reads them; what is wrong with them is told in its report."""
    if exact := contract_form.files(draft):
        return partial(contract_form.copy, exact)
    outlines = place.place(draft, geo_intake.read(file for file in draft.files if file.use == Use.SHAPES))
    if outlines.uses_official:
        _name_official(draft)
    return partial(place.write, outlines)


def _tried(
    draft: Draft, write_shapes: Callable[[Path], None], folder: Path, folders: Folders, progress: Progress
) -> Trial:
    """Write the draft into a folder and let prepare build a version from it."""
    dataset = draft.dataset.dataset_id
    source, geo_source = folder / "data" / dataset, folder / "geo" / dataset
    drafts.write(draft, source)
    write_shapes(geo_source)
    contents: dict[str, Content] | None = None
    try:
        with heard_by(progress):
            earlier = [earlier_of(version) for version in reachable(folders.prepared, dataset)]
            contents = command.build(source, geo_source, draft.dataset.minimum, earlier)
    except SourceError as error:
        drafts.told(draft, error.findings)
    except DataError as error:
        draft.report.say(said.CONTRACT.filled(expected=error.text), Place(dataset), "")
    except (ValueError, KeyError, TypeError, IndexError, AssertionError, ZeroDivisionError, OverflowError) as error:
        draft.report.say(said.UNFORESEEN, Place(dataset), type(error).__name__)
    return Trial(draft, contents, packed(source, geo_source))


def _name_official(draft: Draft) -> None:
    """The source of the official outlines, where nobody has named it."""
    source_ids = {entry["source_id"] for entry in draft.tables["sources"]}
    row = complete.official_source(OFFICIAL_SOURCE)
    if row and OFFICIAL_SOURCE not in source_ids:
        draft.tables["sources"].append(Entry(dict(row)))


def publish(trial: Trial, folders: Folders, who: str, why: str, now: datetime | None = None) -> Version:
    """Publish what was checked, and put its sources where prepare reads them.

    Raises PreparedError where it may not be published, and without who and why; then nothing has changed.
    """
    if trial.contents is None or not trial.is_publishable:
        raise PreparedError(
            Text("Der er fejl eller spørgsmål uden svar.", "There are faults, or questions without answers.")
        )
    if not who.strip() or not why.strip():
        raise PreparedError(Text("Skriv, hvem der udgiver, og hvorfor.", "Write who publishes, and why."))
    dataset = trial.draft.dataset.dataset_id
    told = Content(_record(trial.draft, who.strip(), why.strip()))
    version = versions.publish(folders.prepared, dataset, {**trial.contents, RECORD: told}, now)
    audit.note("udgivet", hvem=who.strip(), hvorfor=why.strip(), data=dataset, version=version.name)
    keep(folders, version, trial.source)
    restore(folders, dataset, trial.source)
    return version


def _record(draft: Draft, who: str, why: str) -> bytes:
    accepted = [
        {
            "question": message.sentence("da"),
            "question_en": message.sentence("en"),
            "reason": message.accepted,
            "by": draft.answers.accepted[message.key].by,
        }
        for message in draft.checked.messages
        if message.accepted
    ]
    record = {"who": who, "why": why, "source_sha256": draft.digest, "accepted": accepted}
    return json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1).encode()


def packed(*folders: Path) -> bytes:
    """Some folders as one zip file that is the same bytes every time, each under the name of the folder above it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder in folders:
            for path in sorted(folder.iterdir()):
                member = zipfile.ZipInfo(f"{folder.parent.name}/{path.name}", (1980, 1, 1, 0, 0, 0))
                member.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(member, path.read_bytes())
    return content.getvalue()


def keep(folders: Folders, version: Version, source: bytes) -> None:
    """Keep the sources of a version, and those of the newest others."""
    folder = folders.kept / version.dataset
    folder.mkdir(parents=True, exist_ok=True)
    disk.write(folder / f"{version.name}.zip", source)
    others = sorted(folder.glob("*.zip"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in others[KEPT_MOST:]:
        old.unlink(missing_ok=True)


def restore(folders: Folders, dataset: str, source: bytes) -> None:
    """Put kept sources where prepare reads them, each folder changed at one moment."""
    with tempfile.TemporaryDirectory() as unpacked:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            archive.extractall(unpacked)
        for part, target in (("data", folders.source), ("geo", folders.geo_source)):
            _swap(Path(unpacked) / part, target / dataset)


def _swap(new: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside, old = target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")
    for stale in (beside, old):
        shutil.rmtree(stale, ignore_errors=True)
    shutil.copytree(new, beside)
    if target.exists():
        target.rename(old)
    beside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def roll_back(folders: Folders, dataset: str, name: str | None = None, who: str = "") -> tuple[Version, bool]:
    """Show an earlier version again and put its sources back; whether there were any kept. `who`: where it is not the
    one who runs this process. Raises PreparedError.
    """
    version = versions.rollback(folders.prepared, dataset, name)
    audit.note("rullet tilbage", hvem=who or audit.operator(), data=dataset, version=version.name)
    kept = folders.kept / dataset / f"{version.name}.zip"
    if kept.is_file():
        restore(folders, dataset, kept.read_bytes())
    return version, kept.is_file()


def today() -> str:
    return datetime.now(UTC).date().isoformat()
