"""The barometer as a table and a file: a row for each number, with codes, comparison, interval and status."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas

from dashboard.areas.atlas import Atlas
from dashboard.barometer.choices import Asked
from dashboard.barometer.element_data import POSITIONS, position
from dashboard.i18n import certainties, labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.contracts import Indicator


def table(
    found: pandas.DataFrame,
    asked: Asked,
    book: Atlas,
    indicators: Mapping[str, Indicator],
    titles: Mapping[str, str],
    words: Words,
) -> pandas.DataFrame:
    """The cells in the order of the areas' names and of the instrument, with the fields of `columns`.

    found: `BarometerCell` with `held_reference` and `held_comparison`; `titles`: of sources by id.
    """
    lines = {line.indicator_id: line for line in reversed(asked.instrument.lines) if line.indicator_id}
    place = {area_id: number for number, area_id in enumerate(ranked(found, asked, book))}
    order = {name: number for number, name in enumerate(asked.instrument.indicator_ids)}
    sorted_ = found.assign(at=found.area_id.map(place), of=found.indicator_id.map(order)).sort_values(["at", "of"])
    pairs = sorted_.value_certainty + sorted_.period_certainty
    verdicts = {"": "", **{code: words(name) for code, name in labels.VERDICTS.items()}}
    compared = {code: position(code, asked, words) for code in POSITIONS}
    same = sorted_.period_start == sorted_.period_end
    years = sorted_.period_start.astype(str).where(
        same, sorted_.period_start.astype(str) + "–" + sorted_.period_end.astype(str)
    )
    return sorted_.assign(
        area=sorted_.area_id.map(book.names),
        within=sorted_.area_id.map({area_id: book.parent_name(area_id) for area_id in place}),
        theme=sorted_.indicator_id.map({name: words.text(line.theme_name) for name, line in lines.items()}),
        indicator=sorted_.indicator_id.map({name: words.text(line.name) for name, line in lines.items()}),
        unit=sorted_.indicator_id.map({name: labels.unit(indicators[name], words) for name in lines}),
        period=years,
        against=asked.whole(words),
        compared=sorted_.held_comparison.map(compared).where(sorted_.value.notna(), ""),
        change=sorted_.verdict.map(verdicts),
        certainty=pairs.map({pair: sure(pair, words) for pair in pairs.unique()}),
        source=sorted_.source_id.map(titles),
        held_status=sorted_.held_reference.notna().map({True: "shown", False: "not_collected"}),
    ).reset_index(drop=True)[[column.field for column in columns(words)] + ["held_status"]]


def ranked(found: pandas.DataFrame, asked: Asked, book: Atlas) -> list[str]:
    """The areas as the screen has them: by name, or by the number that is sorted by, those without it last.

    found: `BarometerCell`.
    """
    by_name = book.by_name(book.inside(asked.level, None))
    rows = found[found.indicator_id == asked.order.removeprefix("-")]
    numbers = dict(zip(rows.area_id, rows.value.astype("float64"), strict=True))
    sign = 1 if asked.order.startswith("-") else -1
    having = [area_id for area_id in by_name if not pandas.isna(numbers.get(area_id))]
    lacking = [area_id for area_id in by_name if pandas.isna(numbers.get(area_id))]
    return [*sorted(having, key=lambda area_id: sign * numbers[area_id]), *lacking]


def columns(words: Words) -> list[Column]:
    number = partial(Column, kind="number", decimals=2)
    return [
        Column("area", words("Område")),
        Column("within", words("Kommune"), optional=True),
        Column("theme", words("Tema")),
        Column("indicator", words("Nøgletal")),
        Column("period", words("Periode")),
        Column("unit", words("Enhed")),
        number("value", words("Værdi")),
        number("low", words("Nedre grænse (95 %)"), optional=True),
        number("high", words("Øvre grænse (95 %)"), optional=True),
        Column("compared", words("Sammenligning")),
        Column("against", words("Sammenlignet med")),
        number("held_reference", words("Sammenligningens værdi"), optional=True, reason="held_status"),
        Column("change", words("Udvikling"), optional=True),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("area_id", words("Område (kode)"), "code"),
        Column("indicator_id", words("Nøgletal (kode)"), "code"),
        Column("held_comparison", words("Sammenligning (kode)"), "code"),
        Column("status", words("Status (kode)"), "code"),
        Column("source_id", words("Kilde (kode)"), "code"),
    ]


def sure(pair: str, words: Words) -> str:
    """How sure a number and its year are, from the code of each; nothing where there is no number."""
    return certainties.certainty(pair[0], pair[1], words) if len(pair) == 2 else ""
