"""`dataset.toml`: what is special to a dataset, so that nothing in the code need be Danish for it.

[dataset]
id = "testkommune"                  a-z, 0-9 and _: the dataset's name in addresses and folders
name_da = "Testkommune"             what readers see; name_en may be left out, as every English text
is_first = false                    whether readers meet it before other datasets
crs = "EPSG:25832"                  of shapes that do not say themselves
extent = [8.0, 54.5, 15.3, 57.8]    west, south, east, north in degrees: nothing lies outside
disclosure_minimum = 5
country = "Danmark"
municipality_code = "0999"          where the areas do not name theirs
municipality_name = "Testkommune"
boundary_year = 2024
geometry_source = "kommunen"        the source of the shapes, by its id

[[levels]]                          from large to small; without any, the Danish ones
level = "ward"
kind = "district"                   country, region, municipality, district, housing_area or group
name_da = "ward"
plural_da = "Wards"
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.contracts import LOWEST_MINIMUM, PUBLISHABLE, Level
from data.errors import Text
from data.inspection import DATASET_NAME
from data.intake import answers
from data.intake.answers import BadSettingsError
from data.intake.words import slug

FILE = "dataset.toml"
SHOWN = "dataset.json"  # in a version: what pages need of it
DENMARK = (8.0, 54.5, 15.3, 57.8)
HIGHEST_MINIMUM = 20
MINIMUM = 5
KNOWN = (
    "id name_da name_en is_first crs extent disclosure_minimum country municipality_code municipality_name "
    "boundary_year geometry_source"
).split()
CODE_LENGTH = 4


@dataclass(frozen=True)
class LevelGiven:
    """A level of areas as `dataset.toml` gives it."""

    level: str
    kind: Level
    name: Text
    plural: Text
    inside: Text
    published: str
    has_marks: bool
    borders: str


def _level(
    level: str, kind: Level, name: Text, plural: Text, inside: Text, marks: bool = False, borders: str = ""
) -> LevelGiven:
    return LevelGiven(level, kind, name, plural, inside, PUBLISHABLE[kind].value, marks, borders)


NO_TEXT = Text("", "")
DANISH_LEVELS = (
    _level("country", Level.COUNTRY, Text("land", "country"), Text("Hele landet", "The whole country"), NO_TEXT),
    _level("region", Level.REGION, Text("region", "region"), Text("Regioner", "Regions"), NO_TEXT, True),
    _level(
        "municipality",
        Level.MUNICIPALITY,
        Text("kommune", "municipality"),
        Text("Kommuner", "Municipalities"),
        Text("kommunerne", "the municipalities"),
        True,
    ),
    _level(
        "district",
        Level.DISTRICT,
        Text("bydel eller lokalsamfund", "city district or local community"),
        Text("Bydele og lokalsamfund", "City districts and local communities"),
        Text("bydele og lokalsamfund", "city districts and local communities"),
        False,
        "bydele",
    ),
    _level(
        "housing_area",
        Level.HOUSING_AREA,
        Text("boligområde", "housing area"),
        Text("Boligområder", "Housing areas"),
        Text("boligområderne", "the housing areas"),
    ),
    _level(
        "group",
        Level.GROUP,
        Text("gruppe af områder", "group of areas"),
        Text("Grupper af områder", "Groups of areas"),
        NO_TEXT,
    ),
)


@dataclass(frozen=True)
class Dataset:
    """What is special to a dataset. Empty texts mean: as the figures themselves say."""

    dataset_id: str
    name: Text
    is_first: bool = False
    crs: str = ""
    extent: tuple[float, float, float, float] = DENMARK
    minimum: int = MINIMUM
    country: str = "Danmark"
    municipality_code: str = ""
    municipality_name: str = ""
    boundary_year: int | None = None
    geometry_source: str = ""
    levels: tuple[LevelGiven, ...] = DANISH_LEVELS
    has_file: bool = False

    @property
    def is_danish(self) -> bool:
        return self.extent == DENMARK

    def of_kind(self, kind: Level) -> LevelGiven | None:
        return next((level for level in self.levels if level.kind == kind), None)

    @property
    def finest(self) -> LevelGiven:
        """The level of areas that do not name theirs: the smallest that is drawn."""
        drawn = [level for level in self.levels if level.kind not in (Level.GROUP, Level.COUNTRY)]
        return drawn[-1]


def read(path: Path, name: str) -> Dataset:
    """The settings in a file; of a dataset called `name` where there is none. Raises BadSettingsError."""
    if not path.is_file():
        return Dataset(slug(name) or "egne_tal", Text(name, name))
    given = answers.toml(path)
    section = given.get("dataset", {})
    if not isinstance(section, dict):
        raise _bad("dataset", Text("et afsnit [dataset]", "a section [dataset]"))
    for key in section:
        if key not in KNOWN:
            raise _bad(key, Text(f"et af navnene {', '.join(KNOWN)}", f"one of the names {', '.join(KNOWN)}"))
    danish = _text(section, "name_da") or name
    dataset_id = _text(section, "id") or slug(name) or "egne_tal"
    if not DATASET_NAME.fullmatch(dataset_id):
        raise _bad(dataset_id, Text("et id af a-z, 0-9 og _", "an id of a-z, 0-9 and _"))
    return Dataset(
        dataset_id,
        Text(danish, _text(section, "name_en") or danish),
        section.get("is_first") is True,
        _text(section, "crs"),
        _extent(section),
        _whole(section, "disclosure_minimum", MINIMUM, LOWEST_MINIMUM, HIGHEST_MINIMUM) or MINIMUM,
        _text(section, "country") or "Danmark",
        municipality_code(_text(section, "municipality_code")),
        _text(section, "municipality_name"),
        _whole(section, "boundary_year", None, 1900, 2100),
        _text(section, "geometry_source"),
        _levels(given.get("levels", [])) or DANISH_LEVELS,
        True,
    )


def shown(dataset: Dataset) -> bytes:
    """What a version tells pages of its dataset."""
    told = {"name_da": dataset.name.da, "name_en": dataset.name.en, "is_first": dataset.is_first}
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()


def municipality_code(written: str) -> str:
    """A municipality's code with the zeros that a spreadsheet takes away: 101 is 0101."""
    bare = written.strip()
    return bare.zfill(CODE_LENGTH) if bare.isdigit() and len(bare) <= CODE_LENGTH else bare


def _bad(found: str, expected: Text) -> BadSettingsError:
    return BadSettingsError(FILE, found, expected)


def _text(section: Mapping[str, Any], key: str) -> str:
    value = section.get(key, "")
    if isinstance(value, (dict, list)):
        raise _bad(f"{key}", Text("en tekst i anførselstegn", "a text in quotes"))
    return str(value).strip()


def _whole(section: Mapping[str, Any], key: str, default: int | None, least: int, most: int) -> int | None:
    value = section.get(key, default)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most):
        expected = Text(f"et helt tal fra {least} til {most}", f"a whole number from {least} to {most}")
        raise _bad(f"{key} = {value}", expected)
    return value


def _extent(section: Mapping[str, Any]) -> tuple[float, float, float, float]:
    given = section.get("extent", list(DENMARK))
    expected = Text(
        "fire grader: vest, syd, øst, nord, fx [8.0, 54.5, 15.3, 57.8]",
        "four degrees: west, south, east, north, such as [8.0, 54.5, 15.3, 57.8]",
    )
    if (
        not isinstance(given, list)
        or len(given) != len(DENMARK)
        or not all(isinstance(edge, (int, float)) for edge in given)
    ):
        raise _bad("extent", expected)
    west, south, east, north = map(float, given)
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise _bad(f"extent = {given}", expected)
    return west, south, east, north


def _levels(given: Any) -> tuple[LevelGiven, ...]:
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        raise _bad("levels", Text("et afsnit [[levels]] for hvert niveau", "a section [[levels]] for each level"))
    return tuple(_given_level(row) for row in given)


def _given_level(row: Mapping[str, Any]) -> LevelGiven:
    kinds = ", ".join(Level)
    if row.get("kind") not in set(Level):
        raise _bad(f"kind = {row.get('kind')}", Text(f"en af {kinds}", f"one of {kinds}"))
    name = _text(row, "name_da") or _text(row, "level")
    level = slug(_text(row, "level") or name)
    if not level:
        raise _bad("levels", Text("et navn på niveauet: level = …", "the level's name: level = …"))
    kind, plural = Level(row["kind"]), _text(row, "plural_da") or name
    inside = _text(row, "inside_da")
    return LevelGiven(
        level,
        kind,
        Text(name, _text(row, "name_en") or name),
        Text(plural, _text(row, "plural_en") or plural),
        Text(inside, _text(row, "inside_en") or inside),
        PUBLISHABLE[kind].value,
        bool(row.get("has_marks", False)),
        slug(_text(row, "borders")),
    )
