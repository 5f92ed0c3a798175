"""What the reader narrows the comparison to: years, a theme, and some areas counted together as one of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas

from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.charts import lines
from dashboard.compare import side_by_side
from dashboard.compare.figures import NamedNumber
from dashboard.compare.side_by_side import KeyFigure, Rows
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.selection import asked, bar
from dashboard.selection.asked import STUDY, Filter, Selection
from dashboard.selection.sentence import Shown, sentence, study_note
from dashboard.ui.address import Choice
from dashboard.views.kept import Setting, kept
from data import query, unions

USES = frozenset({Filter.AREAS, Filter.STUDY, Filter.YEARS, Filter.THEME})


def narrowed(choice: Choice, book: Atlas, area_ids: Sequence[str]) -> Selection:
    """The areas with what else the reader chose: an area of one's own, a range of years and a theme."""
    words, every = choice.words, years_of(choice.setting)
    picked = replace(asked.read(choice, USES, book, every), areas=tuple(area_ids))
    if picked.study and len(area_ids) == side_by_side.MOST:
        picked = replace(picked, areas=picked.areas[:-1])
        choice.messages.warning(
            plain(
                words(
                    "Med dit eget område er der plads til fem andre. {name} er ikke med.", name=book.names[area_ids[-1]]
                )
            )
        )
    if choice.has_controls:
        with bar.folded(words("Vælg år, emne og eget område")):
            bar.years(choice, picked, every)
            bar.theme(choice, picked, {row.theme for row in shelf.facts(choice.version).indicators.values()})
            bar.study(choice, picked, book, area_ids)
    return picked


@kept
def years_of(setting: Setting) -> tuple[int, ...]:
    """The years that areas have numbers of."""
    drawn = shelf.book(setting.version).drawn
    return tuple(sorted({int(year) for column in ("period_start", "period_end") for year in drawn[column].unique()}))


def ids(picked: Selection) -> list[str]:
    """The columns of the page but the country: the areas, and last the reader's own."""
    return [*picked.areas, *([STUDY] if picked.study else [])]


def shown(picked: Selection) -> Shown:
    return Shown(len(picked.areas), picked.study, picked.years, theme=picked.theme)


def announce(choice: Choice, picked: Selection, found: Mapping[str, Rows]) -> None:
    """The sentence of what is shown, with the years that there are numbers of."""
    spans = [query.span_of(row) for rows in found.values() for row in side_by_side.shown(rows, ids(picked))]
    years = (min(start for start, _ in spans), max(end for _, end in spans))
    bar.announce(choice, replace(shown(picked), years=years), USES)


@kept
def series(setting: Setting, picked: Selection) -> Mapping[str, Rows]:
    """The numbers of the areas, the reader's own and the country, by indicator."""
    book, indicators = shelf.book(setting.version), shelf.facts(setting.version).indicators
    of_theme = [row for row in indicators.values() if picked.theme in ("", row.theme)]
    members = picked.study.members if picked.study else ()
    found = side_by_side.series(book, of_theme, list(dict.fromkeys([*picked.areas, *members])))
    whole = {name: unions.pooled(rows, members, STUDY, indicators) if members else [] for name, rows in found.items()}
    several = {
        name: tuple(
            row
            for row in (*rows, *whole[name])
            if row.area_id in (*ids(picked), COUNTRY) and picked.holds(query.span_of(row))
        )
        for name, rows in found.items()
    }
    return {name: rows for name, rows in several.items() if side_by_side.shown(rows, ids(picked))}


def names_of(setting: Setting, picked: Selection) -> dict[str, str]:
    """The areas' names, the reader's own and the country's."""
    found = side_by_side.names(shelf.book(setting.version), picked.areas, setting.words)
    if picked.study is None:
        return found
    country = found.pop(COUNTRY)
    return {**found, STUDY: picked.study.name, COUNTRY: country}


def named_numbers(setting: Setting, found: KeyFigure, picked: Selection, names: Mapping[str, str]) -> list[NamedNumber]:
    """The number of each of the areas and the country."""
    roles = side_by_side.roles(ids(picked))
    points = {area_id: lines.point_of(row) for area_id, row in found.rows.items()}
    return [
        NamedNumber(name, roles[area_id], side_by_side.cell(found, area_id, setting.words), points.get(area_id))
        for area_id, name in names.items()
    ]


def without_checks(table: pandas.DataFrame) -> pandas.DataFrame:
    """The columns of `observation_table`, in which the reader's own area has no number of the data to be checked."""
    return table.assign(check=table["check"].where(table["area_id"] != STUDY, ""))


def note(setting: Setting, picked: Selection) -> str:
    """What the reader's own area is; empty where there is none."""
    return study_note(picked.study, shelf.facts(setting.version).names, setting.words)


def chosen(picked: Selection, names: Mapping[str, str], words: Words) -> str:
    """Which choices made a file."""
    told = sentence(replace(shown(picked), areas=None), {}, USES, words)
    return " ".join(filter(None, (", ".join(names.values()) + ".", told)))
