"""Need and effort as rows of tables: a cell, an overlap and a priority, each in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas

from dashboard.i18n import labels, statuses
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import Words
from dashboard.need import wording
from dashboard.need.gathering import Found
from dashboard.need.wording import Told
from dashboard.views.sentences import Cited, joined
from dashboard.views.tables import citation
from data import efforts, need
from data.contracts import Observation, Priority
from data.efforts import Overlap
from data.need import Cell, Cover, Number


@dataclass(frozen=True)
class CellLine:
    """An area in a theme as texts, with one of its numbers; `status` says why a number is missing."""

    area: str
    theme: str
    standing: str
    indicator: str
    period: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    held: float | None
    status: str
    verdict: str
    cover: str
    efforts: str
    groups: str
    priority: str
    source: str
    area_id: str
    theme_code: str


@dataclass(frozen=True)
class GapLine:
    area: str
    theme: str
    numbers: str
    cover: str
    earlier: str
    priority: str


@dataclass(frozen=True)
class OverlapLine:
    area: str
    group: str
    count: int
    efforts: str
    themes: str
    source: str


@dataclass(frozen=True)
class PriorityLine:
    area: str
    theme: str
    period: str
    decided: str
    holds: str
    standing: str
    cover: str
    note: str
    source: str


def cell_lines(cell: Cell, told: Told) -> list[CellLine]:
    """A row for each number of a cell; one without a number where there is none."""
    return [_cell_line(cell, each, told) for each in cell.numbers or (None,)]


def _cell_line(cell: Cell, each: Number | None, told: Told) -> CellLine:
    words, row = told.words, each.row if each else None
    indicator = told.indicators[row.indicator_id] if row else None
    return CellLine(
        area=told.names[cell.area_id],
        theme=wording.theme(cell.theme, words),
        standing=wording.standing(cell, words),
        indicator=words.text(indicator.name) if indicator else "",
        period=words.period(row.period_start, row.period_end) if row else "",
        unit=words(UNITS[indicator.unit].word) if indicator else "",
        value=row.value if row else None,
        low=row.low if row else None,
        high=row.high if row else None,
        held=each.reference if each else None,
        status=row.status.value if row else "not_collected",
        verdict=words(statuses.STANDINGS[each.verdict].word) if each else "",
        cover=wording.cover(cell, words),
        efforts=wording.running(cell, words),
        groups=wording.groups(cell.efforts, words),
        priority=wording.priority(cell.priorities, words),
        source=sources(row, cell, told),
        area_id=cell.area_id,
        theme_code=cell.theme,
    )


def sources(row: Observation | None, cell: Cell, told: Told) -> str:
    """Where the number and the efforts are from."""
    cited: list[Cited] = [*([row] if row else []), *(each.project for each in cell.efforts)]
    named = (citation(told.titles.get(each.source_id, each.source_id), each.page, told.words) for each in cited)
    return "; ".join(dict.fromkeys(named))


def wide(found: Found, words: Words, names: Mapping[str, str]) -> pandas.DataFrame:
    """The picture as a table, a row an area: the columns of `columns.of_wide`."""
    rows = [
        {"area": names[area_id], **{cell.theme: short(cell, words) for cell in cells}} for area_id, cells in found.rows
    ]
    return pandas.DataFrame(rows, columns=["area", *found.themes], dtype=object)


def short(cell: Cell, words: Words) -> str:
    """▼ dårligere (2024); ▶ 2 indsatser: unge; ★ prioriteret."""
    when = wording.years(cell.numbers, words)
    first = f"{wording.standing(cell, words)} ({when})" if when else wording.standing(cell, words)
    return "; ".join(filter(None, (first, *wording.badges(cell, words))))


def gap_line(cell: Cell, told: Told) -> GapLine:
    words = told.words
    return GapLine(
        area=told.names[cell.area_id],
        theme=wording.theme(cell.theme, words),
        numbers="; ".join(wording.number(each, told) for each in cell.worse),
        cover=statuses.COVERS[cell.cover].told(words),
        earlier="; ".join(wording.earlier(cell.efforts, words)),
        priority=wording.priority(cell.priorities, words),
    )


def overlap_line(found: Overlap, told: Told) -> OverlapLine:
    words, rows = told.words, [each.project for each in found.efforts]
    codes = dict.fromkeys(code for each in found.efforts for code in each.themes)
    named = (citation(told.titles.get(row.source_id, row.source_id), row.page, words) for row in rows)
    return OverlapLine(
        area=told.names[found.area_id],
        group=wording.group(found.group, words),
        count=len(rows),
        efforts=joined([row.name for row in rows], words),
        themes=", ".join(wording.theme(code, words) for code in codes),
        source="; ".join(dict.fromkeys(named)),
    )


def priority_line(row: Priority, cells: Mapping[tuple[str, str], Cell], told: Told) -> PriorityLine:
    """`cells` by area and theme: how the area stands today in what is put first."""
    words, cell = told.words, cells.get((row.area_id, row.theme))
    return PriorityLine(
        area=told.names[row.area_id],
        theme=wording.theme(row.theme, words),
        period=" – ".join(filter(None, (labels.day(row.start, words), labels.day(row.end, words))))
        or words("periode ikke oplyst"),
        decided=wording.priority([row], words),
        holds=holds(row, told),
        standing=wording.standing(cell, words) if cell else "",
        cover=wording.cover(cell, words) if cell else "",
        note=words.text(row.note),
        source=citation(told.titles.get(row.source_id, row.source_id), row.page, words),
    )


def holds(row: Priority, told: Told) -> str:
    """Whether a priority holds today; of an old source without an end nobody knows."""
    words, today = told.words, told.setting.today
    if efforts.in_force(row, today):
        return words("gælder nu")
    return (labels.historical(row.as_of, words, today) if not row.end else "") or words("gælder ikke nu")


def ranked_gaps(found: Found) -> list[Cell]:
    """Need without a known effort first; then need of whose efforts nobody knows."""
    return [*found.gaps, *need.ranked(cell for cell in found.needs if cell.cover is Cover.UNKNOWN)]
