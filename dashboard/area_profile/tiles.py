"""The tiles of an area: six key figures, each with its year, what it is held against, its course and how sure it is.

The same six of every area of a dataset, as far as they are known: one of each theme first, in the catalogue's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields

import pandas

from dashboard.area_profile import key_figures
from dashboard.area_profile.key_figures import Figures, KeyFigure
from dashboard.area_profile.profile import Profile
from dashboard.area_profile.verdict import judged_against
from dashboard.charts.frame import break_name
from dashboard.charts.lines import Point, follows, neighbours, within
from dashboard.i18n import certainties, labels
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.tables import Column
from data import number_key
from data.contracts import Break, Status

MOST = 6


@dataclass(frozen=True)
class Tile:
    """A key figure as texts. `certainty` says how sure it is, in signs and in words; `check` names the number
    (`data.number_key`).
    """

    name: str
    number: str
    period: str
    comparison: str
    certainty: str
    check: str


@dataclass(frozen=True)
class Course:
    """The numbers of a key figure over time, two at least, written with `decimals`. `breaks`: where between them its
    definition changes.
    """

    points: tuple[Point, ...]
    decimals: int
    breaks: tuple[Break, ...] = ()

    def told(self, place: int, words: Words) -> str:
        """2014: 39,7."""
        point = self.points[place]
        return f"{words.period(*point.period)}: {words.number(point.value, self.decimals)}"

    @property
    def has_gaps(self) -> bool:
        """Whether there are years between two numbers that nobody has published."""
        return not all(follows(after, before) for before, after in neighbours(self.points))


def chosen(shown: Figures) -> list[KeyFigure]:
    """The key figures of the tiles. How many live there stands in the header of the profile."""
    places = [place for place, figure in enumerate(shown) if figure.indicator.likeness != "size"]
    ranked = []
    for theme in dict.fromkeys(shown[place].indicator.theme for place in places):
        of_theme = [place for place in places if shown[place].indicator.theme == theme]
        for turn, place in enumerate(sorted(of_theme, key=lambda place: newest_first(shown[place]))):
            row = shown[place].row
            ranked.append((row.status != Status.SHOWN, turn, -row.period_end if turn else 0, place))
    return [shown[place] for place in sorted(place for *_, place in sorted(ranked)[:MOST])]


def newest_first(figure: KeyFigure) -> tuple[bool, bool, int]:
    return figure.row.status != Status.SHOWN, figure.indicator.unit == "count", -figure.row.period_end


def tiles(profile: Profile, shown: Figures) -> list[Tile]:
    """The tiles of some of the key figures of a profile."""
    words, whole = profile.words, judged_against(profile, shown)
    return [
        Tile(
            name=figure.name,
            number=amount(figure, words),
            period=words.period(figure.row.period_start, figure.row.period_end),
            comparison=key_figures.cell(figure, whole, words),
            certainty=certainties.certainty(figure.row.value_certainty, figure.row.period_certainty, words),
            check=number_key.name(figure.row),
        )
        for figure in shown
    ]


def amount(figure: KeyFigure, words: Words) -> str:
    if figure.row.status != Status.SHOWN:
        return words(labels.MISSING[figure.row.status])
    return labels.quantity(figure.row.value, figure.indicator, words)


def courses(profile: Profile, shown: Figures) -> list[Course | None]:
    """The course of every key figure; None where only one period is known."""
    trends = {series.indicator.indicator_id: series for series in profile.trends}
    return [
        Course(line.points, figure.indicator.decimals, tuple(within(series.definitions, [line])))
        if (series := trends.get(figure.indicator.indicator_id))
        and (line := series.lines[0]).name == profile.line_names["area"]
        else None
        for figure in shown
    ]


def breaks_note(found: Iterable[tuple[str, Sequence[Break]]], words: Words) -> str:
    """What an upright line in a small picture says: which definitions change, by the name of what they define."""
    told = [f"{name}: {', '.join(break_name(each, words) for each in breaks)}" for name, breaks in found if breaks]
    return words("En lodret streg er en ændret definition. {list}.", list="; ".join(told)) if told else ""


def course_breaks(profile: Profile, shown: Figures) -> str:
    """`breaks_note` of the tiles."""
    drawn = zip(shown, courses(profile, shown), strict=True)
    return breaks_note(((figure.name, course.breaks) for figure, course in drawn if course), profile.words)


def table(found: Sequence[Tile]) -> pandas.DataFrame:
    """The table of `columns`."""
    return pandas.DataFrame(map(asdict, found), columns=[field.name for field in fields(Tile)], dtype=object)


def columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Nøgletal")),
        Column("number", words("Tal")),
        Column("period", words("Periode")),
        Column("comparison", words("Sammenligning"), optional=True),
        Column("certainty", words("Sikkerhed")),
        Column("check", words("Efterprøv"), "check"),
    ]


def missing(profile: Profile, shown: Figures) -> str:
    """The themes without a number, where a profile has too few key figures for all its tiles; else empty."""
    if len(chosen(shown)) >= MOST:
        return ""
    words, book = profile.words, profile.book
    told = {figure.indicator.theme for figure in shown if figure.row.status == Status.SHOWN}
    of_level = {
        book.indicators[indicator_id].theme
        for indicator_id in book.indicator_ids
        if profile.area.level in book.by_level(indicator_id)
    }
    lacking = [labels.within_sentence(words(name)) for theme, name in labels.THEMES.items() if theme in of_level - told]
    return words("Ingen kilde har tal for området om {list}.", list=sentences.joined(lacking, words)) if lacking else ""
