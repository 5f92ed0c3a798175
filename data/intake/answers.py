"""The answers of the one who hands figures in, kept as `mapping.toml`: next year's files need none of them again.

[sheets."tal.xlsx/Ark1"]            what a worksheet is: table, header (row), indicator, age_group, source_id, use
[sheets."tal.xlsx/Ark1".columns]    "Heading" = "column of the contract", or "" for one that is not used
[numbers]                           "tal.xlsx/Ark1/heading" = "comma" or "point"
[missing]                           "-" = "not_collected"
[areas]                             "as it is written" = "id of the area"
[codes.unit]                        "as it is written" = "code"
[choices]                           other answers, by the name of their question
[[steps]]                           file, worksheet, column, found, replacement: replayed at every check
[accepted.<key>]                    reason, by, on, question
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import tomlkit

from data.errors import Text
from data.intake.messages import Mend

FILE = "mapping.toml"
LINE = re.compile(r"at line (\d+)")  # in what the parser says
HEADING = (
    "Svar på spørgsmål om de indleverede filer. Gem filen sammen med dem: så spørges der ikke igen næste år.",
    "Answers to questions about the files. Keep it beside them: next year nothing is asked again.",
)


class BadSettingsError(Exception):
    """A file of settings that cannot be read: the line, and what is wrong in words."""

    def __init__(self, file: str, found: str, expected: Text) -> None:
        super().__init__(expected.da)
        self.file, self.found, self.expected = file, found, expected


TOML = Text(
    'en fil i formatet TOML: navn = "værdi" på hver linje, tekst i anførselstegn',
    'a file in the format TOML: name = "value" on each line, texts in quotes',
)


@dataclass(frozen=True)
class Acceptance:
    """A question that was accepted, with the reason that readers are shown."""

    reason: str
    by: str = ""
    on: str = ""
    question: str = ""


@dataclass(frozen=True)
class Answers:
    """All answers. A missing one is simply not there."""

    given: Mapping[str, Any] = field(default_factory=dict)

    def sheet(self, name: str) -> Mapping[str, Any]:
        return self._table("sheets", name)

    def columns(self, name: str) -> Mapping[str, Any]:
        found = self.sheet(name).get("columns", {})
        return found if isinstance(found, dict) else {}

    def text(self, *path: str) -> str:
        """An answer by its path, empty where there is none."""
        found: Any = self.given
        for part in path:
            found = found.get(part, "") if isinstance(found, dict) else ""
        return "" if isinstance(found, dict) else str(found)

    @property
    def steps(self) -> tuple[Mend, ...]:
        given = self.given.get("steps", ())
        rows = [row for row in given if isinstance(row, dict)] if isinstance(given, (list, tuple)) else []
        return tuple(Mend(*(str(row.get(name, "")) for name in Mend.__dataclass_fields__)) for row in rows)

    @property
    def accepted(self) -> dict[str, Acceptance]:
        given = self.given.get("accepted", {})
        rows = given.items() if isinstance(given, dict) else ()
        return {
            str(key): Acceptance(*(str(row.get(name, "")) for name in Acceptance.__dataclass_fields__))
            for key, row in rows
            if isinstance(row, dict) and str(row.get("reason", "")).strip()
        }

    def _table(self, *path: str) -> Mapping[str, Any]:
        found: Any = self.given
        for part in path:
            found = found.get(part, {}) if isinstance(found, dict) else {}
        return found if isinstance(found, dict) else {}

    def answered(self, path: Sequence[str], value: str | int) -> Answers:
        """With one more answer."""
        return replace(self, given=_with(self.given, list(path), value))

    def mended(self, steps: Iterable[Mend]) -> Answers:
        """With some more steps, each once."""
        earlier_steps = list(self.steps)
        new = [step for step in dict.fromkeys(steps) if step not in earlier_steps]
        if not new:
            return self
        rows = [{name: getattr(step, name) for name in Mend.__dataclass_fields__} for step in [*earlier_steps, *new]]
        return replace(self, given={**self.given, "steps": rows})

    def accepting(self, key: str, acceptance: Acceptance) -> Answers:
        """With a question accepted. Raises ValueError without a reason."""
        if not acceptance.reason.strip():
            raise ValueError("a question is accepted with a reason")
        row = {name: value for name in Acceptance.__dataclass_fields__ if (value := getattr(acceptance, name))}
        return replace(self, given=_with(self.given, ["accepted", key], row))


def read(path: Path) -> Answers:
    """The answers in a file, none where there is no file. Raises BadSettingsError."""
    return Answers(toml(path)) if path.is_file() else Answers()


def toml(path: Path) -> dict[str, Any]:
    """A file of settings. Raises BadSettingsError with the line that cannot be read."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadSettingsError(path.name, f"byte {error.start}", TOML) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = LINE.search(str(error))
        raise BadSettingsError(path.name, f"linje {line[1]}" if line else "", TOML) from error


def written(answers: Answers) -> str:
    """The answers as a file that `read` reads."""
    document = tomlkit.document()
    for line in HEADING:
        document.add(tomlkit.comment(line))
    for name, value in answers.given.items():
        document[name] = value
    return tomlkit.dumps(document)


def _with(given: Mapping[str, Any], path: list[str], value: Any) -> dict[str, Any]:
    if len(path) == 1:
        return {**given, path[0]: value}
    inner = given.get(path[0], {})
    return {**given, path[0]: _with(inner if isinstance(inner, dict) else {}, path[1:], value)}
