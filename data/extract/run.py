"""A register's files counted year by year: each year is one part, kept when it is done, so that a run goes on.

The sum of the parts becomes source tables: persons charged and charges, each with the people of the area, never on one
line. Nothing here may be shown: the source is of class `register`, and prepare hides what must be hidden.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from data.contracts import GivenObservation, Status
from data.extract import counting
from data.extract.counting import BY, CHARGE, PERSON, Limits
from data.extract.engines import Engine

LISTED = 20  # unknown addresses in the report
PARTS = ".parts"
INDICATORS = {"persons": "persons_charged_per_1000", "events": "charges_per_1000_youths"}
WORDS = {
    "all": "rækker",
    "odd_year": "med umulig eller manglende dato",
    "odd_age": "med umulig eller manglende alder",
    "unknown": "med ukendt adresse",
    "again": "står der mere end én gang",
}
Told = Callable[[str], None]
Counts = Mapping[str, Any]  # area_id, year, age_group, persons, events, population


@dataclass(frozen=True)
class Extract:
    """The files of a register: CSV or Parquet, all of one kind of one type. Charges are read by year of `date`."""

    charges: tuple[Path, ...]
    people: tuple[Path, ...]

    @classmethod
    def of(cls, folder: Path) -> Extract:
        """The files `charges*` and `population*` of a folder."""
        return cls(*(tuple(sorted(_files(folder, name))) for name in ("charges", "population")))


@dataclass(frozen=True)
class Result:
    """The counts by area, year and age group, and what was wrong with the rows: counts, and unknown addresses."""

    counts: tuple[Counts, ...]
    faults: Mapping[str, Mapping[str, int]]
    unknown: Mapping[str, int]

    @property
    def digest(self) -> str:
        return digest(self.counts)

    def report(self) -> list[str]:
        """What was wrong, as sentences."""
        lines = []
        for name, counts in self.faults.items():
            told = [f"{counts[key]} {words}" for key, words in WORDS.items() if counts[key] or key == "all"]
            lines.append(f"{name}: {', '.join(told)}")
        lines += [f"  ukendt adresse {address}: {times} rækker" for address, times in self.unknown.items()]
        return lines


def count(
    engine: Engine, extract: Extract, places: pyarrow.Table, limits: Limits, folder: Path, told: Told = lambda _s: None
) -> Result:
    """Everything counted, year by year; the years that lie in the folder's `.parts/` are taken from there.

    places: as `geo.addresses.places` gives them. The parts are those of these files and limits alone.
    """
    parts = folder / PARTS / _name(extract, places, limits)
    counted_rows = counts(engine, extract, places, limits, parts, told)
    faults = _kept(parts / "faults.json", lambda: _faults(engine, extract, places, limits))
    unknown = {str(row["address_id"]): int(row["times"]) for row in faults[-1]["unknown"]}
    counted = {name: faults[place]["counts"] for place, name in enumerate(("charges", "population"))}
    return Result(tuple(counted_rows), counted, unknown)


def counts(
    engine: Engine,
    extract: Extract,
    places: pyarrow.Table,
    limits: Limits,
    parts: Path | None = None,
    told: Told = lambda _s: None,
) -> list[Counts]:
    """The counts by area, year and age group alone; years are kept in the folder `parts`, where there is one."""
    years = range(limits.first, limits.last + 1)
    found: list[Counts] = []
    for place, year in enumerate(years, start=1):
        told(f"  {year} ({place} af {len(years)})")
        make = partial(_year, engine, extract, places, limits, year)
        found += _kept(parts / f"{year}.json", make) if parts else make()
    return sorted(found, key=lambda row: [row[name] for name in BY])


def digest(rows: Iterable[Counts]) -> str:
    """The same for the same counts, whichever engine counted them."""
    return hashlib.sha256(json.dumps(list(rows), sort_keys=True).encode()).hexdigest()


def _kept(path: Path, make: Callable[[], list[Any]]) -> list[Any]:
    if path.is_file():
        kept: list[Any] = json.loads(path.read_text(encoding="utf-8"))
        return kept
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(made), encoding="utf-8")
    unfinished.replace(path)
    return made


def _year(engine: Engine, extract: Extract, places: pyarrow.Table, limits: Limits, year: int) -> list[Any]:
    """The counts of one year, in the order of area and age group."""
    of_year = Limits(year, year, limits.ages)
    span = f"WHERE date >= DATE '{year}-01-01' AND date <= DATE '{year}-12-31'"
    placed = engine.table(places)
    charged = engine.collect(counting.charges(engine.read(extract.charges, CHARGE, span), placed, of_year)).to_pylist()
    lived = engine.collect(
        counting.people(engine.read(extract.people, PERSON, f"WHERE year = {year}"), placed, of_year)
    ).to_pylist()
    found: dict[tuple[str, int, str], dict[str, Any]] = {}
    for row in (*lived, *charged):
        key = row["area_id"], int(row["year"]), row["age_group"]
        numbers = {name: int(value) for name, value in row.items() if name not in BY}
        empty = {**dict(zip(BY, key, strict=True)), "persons": 0, "events": 0, "population": 0}
        found.setdefault(key, empty).update(numbers)
    return [found[key] for key in sorted(found)]


def _faults(engine: Engine, extract: Extract, places: pyarrow.Table, limits: Limits) -> list[Any]:
    placed = engine.table(places)
    told: list[Any] = []
    for files, columns in ((extract.charges, CHARGE), (extract.people, PERSON)):
        (counts,) = engine.collect(counting.faults(engine.read(files, columns), placed, limits)).to_pylist()
        told.append({"counts": {name: int(value or 0) for name, value in counts.items()}})
    missing = engine.collect(counting.unknown(engine.read(extract.charges, CHARGE), placed, LISTED)).to_pylist()
    return [*told, {"unknown": [{**row, "times": int(row["times"])} for row in missing]}]


def write(result: Result, path: Path, source_id: str, edition: str) -> None:
    """The counts as `observations_….csv`: years without people in an area are left out."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, GivenObservation.columns(), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_rows(result, source_id, edition))


def _rows(result: Result, source_id: str, edition: str) -> Iterable[dict[str, str]]:
    for counted, indicator_id in INDICATORS.items():
        for row in result.counts:
            if row["population"]:
                yield {
                    "indicator_id": indicator_id,
                    "area_id": row["area_id"],
                    "period_start": str(row["year"]),
                    "period_end": str(row["year"]),
                    "age_group": row["age_group"],
                    "breakdown": "all",
                    "edition": edition,
                    "count": str(row[counted]),
                    "population": str(row["population"]),
                    "status": Status.SHOWN.value,
                    "source_id": source_id,
                    "value_certainty": "A",
                    "period_certainty": "A",
                }


def _files(folder: Path, name: str) -> list[Path]:
    return [path for path in folder.glob(f"{name}*") if path.suffix in (".csv", ".parquet")]


def _name(extract: Extract, places: pyarrow.Table, limits: Limits) -> str:
    """Of these files as they are, these places and limits: other files are counted anew."""
    seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in (*extract.charges, *extract.people)]
    told = hashlib.sha256(repr((seen, limits)).encode())
    told.update(repr(places.to_pydict()).encode())
    return told.hexdigest()[:16]
