"""The accessibility statement that Danish law asks of every public site, from one file that its owner fills in.

What it must hold: https://digst.dk/digital-service/webtilgaengelighed/om-tilgaengelighedserklaering/
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from data.errors import DataError, Text

VARIABLE = "OMRAADEBAROMETER_TILGAENGELIGHED"
OURS = Path(__file__).parent / "statement.toml"
COMPLIANCE = ("fuldt", "delvist", "ikke")
# What the owner of the site alone knows, in the order in which a reader looks for it.
OWNERS = ("ejer", "websted", "was", "email", "telefon", "udarbejdet", "gennemgaaet")
DATES = ("udarbejdet", "gennemgaaet")


class StatementError(DataError):
    """The file of the statement cannot be read."""


@dataclass(frozen=True)
class Statement:
    """`owner`: what only the owner knows, by its name in the file, empty where it is not filled in. `compliance` is one
    of COMPLIANCE. `lacking` is not yet as the law asks, `exempt` need not be.
    """

    owner: Mapping[str, str]
    compliance: str
    method: Text
    lacking: tuple[Text, ...]
    exempt: tuple[Text, ...]

    @property
    def unfilled(self) -> list[str]:
        return [name for name in OWNERS if not self.owner[name]]


def path() -> Path:
    """The owner's file, ours where none is named."""
    return Path(os.environ.get(VARIABLE, "").strip() or OURS)


def read(file: Path) -> Statement:
    """The statement in a file. Raises StatementError with what is wrong."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise _wrong(file, "", "en fil, der kan læses, i UTF-8", "a file that can be read, in UTF-8") from None
    except tomllib.TOMLDecodeError:
        raise _wrong(file, "", "TOML, som i den medfølgende fil", "TOML, as in the file that comes along") from None
    compliance = content.get("overholdelse")
    if compliance not in COMPLIANCE:
        raise _wrong(file, "overholdelse", f"et af {', '.join(COMPLIANCE)}", f"one of {', '.join(COMPLIANCE)}")
    owner = {name: _filled(content, name, file) for name in OWNERS}
    texts = {
        name: tuple(_text(each, name, file) for each in _listed(content, name, file))
        for name in ("mangler", "undtaget")
    }
    return Statement(
        owner, compliance, _text(content.get("metode"), "metode", file), texts["mangler"], texts["undtaget"]
    )


def _filled(content: Mapping[str, Any], name: str, file: Path) -> str:
    value = content.get(name, "")
    if not isinstance(value, str):
        raise _wrong(file, name, "en tekst i anførselstegn", "a text in quotation marks")
    if value and name in DATES:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise _wrong(file, name, "en dato som 2026-11-27", "a date like 2026-11-27") from None
    return value.strip()


def _listed(content: Mapping[str, Any], name: str, file: Path) -> list[Any]:
    value = content.get(name, [])
    if not isinstance(value, list):
        raise _wrong(file, name, f"afsnit, der hver begynder med [[{name}]]", f"parts that each begin with [[{name}]]")
    return value


def _text(value: Any, name: str, file: Path) -> Text:
    if not isinstance(value, dict) or not isinstance(value.get("da"), str) or not value["da"].strip():
        raise _wrong(file, name, "en tekst på dansk: da = …", "a text in Danish: da = …")
    english = value.get("en")
    return Text(value["da"], english if isinstance(english, str) and english else value["da"])


def _wrong(file: Path, key: str, da: str, en: str) -> StatementError:
    at_da, at_en = (f"»{key}« i {file.name}", f'"{key}" in {file.name}') if key else (file.name, file.name)
    return StatementError(
        Text(
            f"Tilgængelighedserklæringen kan ikke vises: {at_da} skal være {da}.",
            f"The accessibility statement cannot be shown: {at_en} must be {en}.",
        )
    )
