"""The command for figures that staff hand in.

    python -m dashboard.prepare check FOLDER|WORKBOOK       what was found, and what is wrong with it
    python -m dashboard.prepare diff FOLDER|WORKBOOK        what would change for readers
    python -m dashboard.prepare publish FOLDER|WORKBOOK --who NAME --why REASON
    python -m dashboard.prepare rollback DATASET [--version VERSION]
    python -m dashboard.prepare templates FOLDER            empty templates to fill in

Questions are answered by `--answer KEY=VALUE` or accepted by `--accept KEY=REASON`, faults mended by `--mend KEY`; the
answers are kept in `mapping.toml` beside the files. Exit codes: 0 in order, 1 faults, 2 wrong use of the command,
3 questions without answers, 4 something could not be read or written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from dashboard.prepare import intake, intake_diff, intake_report
from dashboard.prepare.intake import Folders, Trial
from data.errors import DataError, PreparedError, Text
from data.intake import answers as answers_file
from data.intake import marked, templates
from data.intake.answers import Acceptance, Answers, BadSettingsError
from data.intake.handed import Use
from data.intake.messages import GRADES, Grade, Message

ROOT = Path(__file__).parents[2]
WORDS = ("check", "diff", "publish", "rollback", "templates")
FINE, FAULTS, QUESTIONS, UNUSABLE = 0, 1, 3, 4
COLOURS = {Grade.FAULT: "bold red", Grade.QUESTION: "bold yellow", Grade.NOTE: "cyan"}
USES = {
    Use.TABLE: "bruges",
    Use.SHAPES: "bruges (kort)",
    Use.SETTINGS: "opsætning",
    Use.UNUSED: "bruges ikke",
    Use.MISSING: "MANGLER",
    Use.OPTIONAL: "mangler",
}


def arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dashboard.prepare", description="Egne data: kontrol og udgivelse.")
    doors = parser.add_subparsers(dest="word", required=True)
    for word, told in (("check", "kontrollér"), ("diff", "vis, hvad der ændres"), ("publish", "kontrollér og udgiv")):
        door = doors.add_parser(word, help=told)
        door.add_argument("handed", type=Path, metavar="MAPPE|REGNEARK")
        door.add_argument("--answer", action="append", default=[], metavar="NØGLE=VÆRDI", help="svar på et spørgsmål")
        door.add_argument("--accept", action="append", default=[], metavar="NØGLE=GRUND", help="accepter et spørgsmål")
        door.add_argument("--mend", action="append", default=[], metavar="NØGLE", help="ret en fejl som foreslået")
        door.add_argument("--who", default="", help="hvem der svarer eller udgiver: en funktion eller et navn")
        door.add_argument("--report", type=Path, metavar="FIL", help="skriv rapporten som JSON")
        door.add_argument("--back", type=Path, metavar="MAPPE", help="skriv regnearkene tilbage med fejlene markeret")
        door.add_argument("--language", choices=("da", "en"), default="da")
        door.add_argument("--quiet", action="store_true", help="kun rapport og svarkode")
        _add_root(door)
        if word == "publish":
            door.add_argument("--why", default="", help="hvorfor der udgives")
    back = doors.add_parser("rollback", help="vis en tidligere version igen")
    back.add_argument("dataset", metavar="DATASÆT")
    back.add_argument("--version", default=None)
    _add_root(back)
    empty = doors.add_parser("templates", help="skriv tomme skabeloner")
    empty.add_argument("handed", type=Path, metavar="MAPPE")
    return parser.parse_args(given)


def _add_root(door: argparse.ArgumentParser) -> None:
    door.add_argument("--root", type=Path, default=ROOT, metavar="MAPPE", help="hvor data/ og geo/ ligger")


def main(given: Sequence[str]) -> int:
    """Run the command. Returns the exit code."""
    chosen = arguments(given)
    console = Console(stderr=True, highlight=False)
    doors: dict[str, Callable[[argparse.Namespace, Console], int]] = {"rollback": _roll_back, "templates": _templates}
    try:
        return doors.get(chosen.word, _hand_in)(chosen, console)
    except DataError as error:
        console.print(f"[bold red]Ikke udgivet.[/] {escape(str(error))}")
        return FAULTS
    except BadSettingsError as error:
        console.print(f"[bold red]{escape(error.file)}[/] {escape(error.found)}: {escape(error.expected.da)}")
        return UNUSABLE
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        console.print(f"Kunne ikke læse eller skrive: {escape(str(error.strerror))}{escape(place)}.")
        return UNUSABLE


def run(word: str, given: Sequence[str]) -> int:
    """One of the words of this command, with what was written behind it."""
    return main([word, *given])


def _hand_in(chosen: argparse.Namespace, console: Console) -> int:
    if not chosen.handed.exists():
        console.print(f"Der er ingen mappe eller fil »{escape(str(chosen.handed))}«.")
        return UNUSABLE
    folders = Folders.at(chosen.root)
    trial = _checked(chosen, folders, console)
    if chosen.answer or chosen.accept or chosen.mend:
        _keep(_answered(trial, chosen), chosen.handed)
        trial = _checked(chosen, folders, console)
    if not chosen.quiet:
        show(trial, console, chosen.language)
    if chosen.report:
        chosen.report.write_text(
            json.dumps(intake_report.report(trial), ensure_ascii=False, indent=1), encoding="utf-8"
        )
    if chosen.back:
        for path in marked.write(trial.draft, chosen.back, chosen.language):
            console.print(f"Skrevet med fejlene markeret: {escape(str(path))}")
    if not trial.is_publishable:
        return FAULTS if trial.checked.faults or not trial.checked.questions else QUESTIONS
    if chosen.word == "diff":
        intake_diff.show(trial, folders, console)
    if chosen.word == "publish":
        version = intake.publish(trial, folders, chosen.who, chosen.why)
        console.print(f"[bold green]Udgivet:[/] »{version.dataset}« i version {version.name}.")
    return FINE


def _checked(chosen: argparse.Namespace, folders: Folders, console: Console) -> Trial:
    if chosen.quiet:
        return intake.check(chosen.handed, folders)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Begynder …")
        return intake.check(
            chosen.handed, folders, progress=lambda told: progress.update(task, description=escape(told.strip()))
        )


def _answered(trial: Trial, chosen: argparse.Namespace) -> Answers:
    """The answers of the draft with those of this command. Raises PreparedError for a key that no message has."""
    answers = trial.draft.answers
    by_key = {message.key: message for message in trial.checked.messages}
    for written in chosen.answer:
        key, _, value = written.partition("=")
        message = _message(key, by_key)
        if message.ask is None:
            raise PreparedError(Text(f"{key} kan ikke besvares, kun accepteres.", f"{key} can only be accepted."))
        answers = answers.answered(message.ask.path, value)
    for written in chosen.accept:
        key, _, reason = written.partition("=")
        message = _message(key, by_key)
        if message.grade != Grade.QUESTION or not reason.strip():
            raise PreparedError(
                Text(
                    f"{key}: kun spørgsmål accepteres, med en grund.",
                    f"{key}: only questions are accepted, with a reason.",
                )
            )
        told = Acceptance(reason.strip(), chosen.who, intake.today(), message.headline())
        answers = answers.accepting(key, told)
    mends = [_message(key, by_key).mend_by for key in chosen.mend]
    return answers.mended(mend for mend in mends if mend)


def _message(key: str, by_key: dict[str, Message]) -> Message:
    if key not in by_key:
        raise PreparedError(Text(f"Ingen meddelelse har nøglen {key}.", f"No message has the key {key}."))
    return by_key[key]


def _keep(answers: Answers, handed: Path) -> None:
    folder = handed if handed.is_dir() else handed.parent
    (folder / answers_file.FILE).write_text(answers_file.written(answers), encoding="utf-8")


def show(trial: Trial, console: Console, language: str = "da") -> None:
    """The files, the messages and what may be done about them."""
    files = Table("Fil", "", "Hvad", title="Afleveret", title_justify="left", box=None)
    for file in trial.draft.files:
        if file.use != Use.OPTIONAL:
            files.add_row(escape(file.name), USES[file.use], escape(file.why.in_language(language)))
    console.print(files)
    for message in trial.checked.messages:
        _show_message(message, console, language)
    counts = {grade: len(trial.checked.of_grade(grade)) for grade in Grade}
    faults, asked, notes = counts[Grade.FAULT], len(trial.checked.questions), counts[Grade.NOTE]
    console.print(f"{faults} fejl, {asked} spørgsmål uden svar, {notes} oplysninger.")
    console.print("[bold green]Kan udgives.[/]" if trial.is_publishable else "[bold]Kan ikke udgives endnu.[/]")


def _show_message(message: Message, console: Console, language: str) -> None:
    grade = GRADES[message.grade].in_language(language)
    console.print(f"[{COLOURS[message.grade]}]{grade}[/] {message.key}: {escape(message.sentence(language))}")
    if message.accepted:
        console.print(f"    accepteret: {escape(message.accepted)}")
        return
    if message.mend_by:
        console.print(f"    ret med: --mend {message.key}   ({escape(message.mend_by.replacement)})")
    if message.ask and message.is_open:
        for choice in message.ask.choices[:6]:
            told = escape(choice.meaning.in_language(language))
            console.print(f"    svar med: --answer {message.key}={escape(choice.value)}   ({told})")
    elif message.grade == Grade.QUESTION:
        console.print(f'    accepter med: --accept {message.key}="grund"')


def _roll_back(chosen: argparse.Namespace, console: Console) -> int:
    version, has_source = intake.roll_back(Folders.at(chosen.root), chosen.dataset, chosen.version)
    console.print(f"»{version.dataset}« vises nu i version {version.name}.")
    console.print(
        "Dens kildetabeller er lagt tilbage." if has_source else "Dens kildetabeller er ikke gemt og er uændrede."
    )
    return FINE


def _templates(chosen: argparse.Namespace, console: Console) -> int:
    for path in templates.write(chosen.handed):
        console.print(f"Skrevet: {escape(str(path))}")
    return FINE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
