"""Fetched figures as source tables: `observations_<table>.csv`, and rows of what they refer to where it is missing."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from data.contracts import GivenArea, GivenIndicator, GivenObservation, Source, Status
from data.doubts import plain
from data.rows import Row
from data.statbank.recipes import AREA, COUNTRY, Figures, place_of

Cells = dict[str, str]
NAMES = {
    "decisions_per_1000_youths": ("Afgørelser pr. 1.000 unge", "Decisions per 1,000 youths", "decisions", "1000"),
    "charges_per_1000_inhabitants": (
        "Sigtelser pr. 1.000 indbyggere",
        "Charges per 1,000 inhabitants",
        "charges",
        "1000",
    ),
    "reported_offences_per_1000_inhabitants": (
        "Anmeldte lovovertrædelser pr. 1.000 indbyggere",
        "Reported offences per 1,000 inhabitants",
        "reported_offences",
        "1000",
    ),
    "inhabitants": ("Indbyggere", "Inhabitants", "residents", "1"),
}
DECISIONS = (
    "En afgørelse er ikke en sigtelse, og en person kan have flere i et år.",
    "A decision is not a charge, and a person can have several in a year.",
)
NO_PLACE = (
    "Tabellen siger ikke, om den tæller efter bopæl eller gerningssted.",
    "The table does not say whether it counts by residence or by place of offence.",
)


def write(found: Sequence[Figures], folder: Path, today: date) -> list[Path]:
    """Write the figures into a folder of source tables. The numbers of a table are written anew; rows that staff have
    in the other tables stay as they are. Gives the files that were written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    info = found[0].info
    numbers = folder / f"observations_{info.table.lower()}.csv"
    _write(numbers, GivenObservation, [row for figures in found for row in _observations(figures)])
    codes = {code for figures in found for code, _ in figures.counts}
    files = [numbers]
    for model, rows in (
        (Source, [_source(found[0], today)]),
        (GivenIndicator, list({figures.indicator_id: _indicator(figures) for figures in found}.values())),
        (GivenArea, [_area(code, found[0]) for code in sorted(codes)]),
    ):
        path = folder / f"{model.TABLE}.csv"
        if _add(path, model, rows):
            files.append(path)
    return files


def area_id(code: str) -> str:
    return "danmark" if code == COUNTRY else f"kommune_{code.zfill(4)}"


def _observations(figures: Figures) -> Iterable[Cells]:
    for (code, year), count in figures.counts.items():
        cells = {"indicator_id": figures.indicator_id, "area_id": area_id(code), "age_group": figures.age_group}
        when = {"period_start": str(year), "period_end": str(year), "breakdown": "all", "status": Status.SHOWN.value}
        from_where = {"source_id": source_id(figures), "value_certainty": figures.certainty, "period_certainty": "A"}
        if figures.populations is None:
            yield {**cells, **when, **from_where, "value": plain(count)}
        elif (code, year) in figures.populations:
            numbers = {"count": plain(round(count)), "population": plain(figures.populations[code, year])}
            yield {**cells, **when, **from_where, **numbers}


def source_id(figures: Figures) -> str:
    return f"dst_{figures.info.table.lower()}"


def _source(figures: Figures, today: date) -> Cells:
    info = figures.info
    rates = figures.populations is not None
    return {
        "source_id": source_id(figures),
        "title": f"{info.table}: {info.title}",
        "publisher": "Danmarks Statistik",
        "published": info.updated[:10],
        "url": f"https://www.statistikbanken.dk/{info.table}",
        "licence": "CC BY 4.0",
        "source_class": "published",
        "note_da": f"Hentet {today:%d.%m.%Y}."
        + (" Folketal: FOLK1A, gennemsnit af årets fire kvartaler." if rates else ""),
        "note_en": f"Fetched {today.isoformat()}."
        + (" Population: FOLK1A, mean of the year's quarters." if rates else ""),
    }


def _indicator(figures: Figures) -> Cells:
    info = figures.info
    da, en, counts, multiplier = NAMES.get(figures.indicator_id, (info.title, info.title, "amounts", "1"))
    place = "residence" if figures.indicator_id == "inhabitants" else place_of(info)
    caveats = [DECISIONS] if counts == "decisions" else []
    caveats += [NO_PLACE] if place == "none" and figures.populations is not None else []
    is_crime = figures.populations is not None
    return {
        "indicator_id": figures.indicator_id,
        "theme": "crime" if is_crime else "population",
        "name_da": da,
        "name_en": en,
        "definition_da": f"{info.table}: {info.title}",
        "definition_en": f"{info.table}: {info.title}",
        "unit": "per_1000" if multiplier == "1000" else "count",
        "multiplier": multiplier,
        "direction": "low_is_good" if is_crime else "no_judgement",
        "counts": counts,
        "place": place,
        "caveat_da": " ".join(caveat[0] for caveat in caveats),
        "caveat_en": " ".join(caveat[1] for caveat in caveats),
        "decimals": "1" if is_crime else "0",
        "scale": "quantiles",
    }


def _area(code: str, figures: Figures) -> Cells:
    if code == COUNTRY:
        return {"area_id": "danmark", "name": "Danmark", "level": "country"}
    name = figures.info.variable(AREA).values.get(code, code)
    return {"area_id": area_id(code), "name": name, "level": "municipality", "municipality_code": code.zfill(4)}


def _add(path: Path, model: type[Row], rows: Iterable[Cells]) -> bool:
    """Add the rows whose key the table does not have. Whether there were any."""
    have = list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.is_file() else []
    keys = {row[model.KEY[0]] for row in have}
    new = [row for row in rows if row[model.KEY[0]] not in keys]
    if new:
        _write(path, model, [*have, *new])
    return bool(new)


def _write(path: Path, model: type[Row], rows: Iterable[Cells]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, model.columns(), restval="", lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
