"""The views of an area's numbers: the tiles of its first screen, its key figures, and how they went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pandas
from plotly.graph_objects import Figure

from dashboard import store
from dashboard.area_profile import empty, figures, key_figures, markup, tiles, trend_words, verdict
from dashboard.area_profile.key_figures import KeyFigure
from dashboard.area_profile.profile import GEOMETRY, TABLES, Profile, Series
from dashboard.areas import shelf
from dashboard.charts import time_series
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.official_lists import status as list_status
from dashboard.selection.asked import Selection
from dashboard.ui import links
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data import query
from geo import locator

EVERYTHING = Selection()
DASHED = N_("En stiplet linje forbinder to målinger; årene imellem er ukendte.")


@kept
def profile_of(setting: Setting, area_id: str) -> Profile:
    """What is known of an area; readers share it."""
    criteria = list_status.short(setting, area_id)
    return Profile(area_id, shelf.tables(setting.version, TABLES), shelf.book(setting.version), setting.words, criteria)


@kept
def figures_of(setting: Setting, area_id: str) -> tuple[KeyFigure, ...]:
    """The area's key figures in the catalogue's order."""
    return tuple(key_figures.figures(profile_of(setting, area_id)))


@kept
def verdict_of(setting: Setting, area_id: str) -> tuple[verdict.Sentence, ...]:
    """The three sentences of the first screen."""
    return tuple(verdict.verdict(profile_of(setting, area_id), figures_of(setting, area_id)))


@kept
def picture(setting: Setting, area_id: str) -> str:
    """Where the area lies, and beside it the tiles, as HTML; without any number what is known and what is lacking."""
    profile, words = profile_of(setting, area_id), setting.words
    found = locator.locate(store.shapes(setting.version), area_id, profile.municipality_id or area_id)
    place = markup.place(found, f"{profile.name}. {profile.place_sentence()}") if found else ""
    shown = figures_of(setting, area_id)
    if chosen := tiles.chosen(shown):
        courses, note = tiles.courses(profile, chosen), tiles.missing(profile, shown)
        beside = markup.tile_list(
            tiles.tiles(profile, chosen),
            courses,
            words,
            partial(links.check_href, setting.version.dataset, words.language),
            note,
        )
    else:
        beside = markup.paragraphs(empty.told(profile, setting.today))
    return markup.side_by_side(words("Overblik"), place, words(GEOMETRY[profile.area.geometry_kind]), beside)


@kept
def overview(setting: Setting, area_id: str) -> View | None:
    """The first screen as a view, for a meeting and its documents; None where no number is known."""
    words, profile = setting.words, profile_of(setting, area_id)
    shown = tiles.chosen(figures_of(setting, area_id))
    found = tiles.tiles(profile, shown)
    if not found:
        return None
    gaps = any(course.has_gaps for course in tiles.courses(profile, shown) if course)
    source = profile.source_line([*(figure.row for figure in shown), *profile.place_sources()])
    return View(
        title=words("Overblik"),
        place=profile.name,
        years=sentences.years_of([figure.row for figure in shown], words),
        sentence=" ".join(map(str, verdict_of(setting, area_id))),
        table=tiles.table(found),
        columns=tiles.columns(words),
        folded=False,
        source=" ".join(filter(None, (words(DASHED) if gaps else "", tiles.course_breaks(profile, shown), source))),
        key=f"profile-overview-{area_id}",
    )


def narrowed(series: Series, picked: Selection) -> Series | None:
    """The part of a series that lies within the years; None where it is of another theme or under two periods."""
    groups = tuple(
        replace(group, rows=tuple(row for row in group.rows if picked.holds(query.span_of(row))))
        for group in series.groups
    )
    kept_groups = tuple(group for group in groups if group.rows)
    periods = {query.span_of(row) for group in kept_groups[:1] if group.role == "area" for row in group.rows}
    is_of_theme = picked.theme in ("", series.indicator.theme)
    return replace(series, groups=kept_groups) if is_of_theme and len(periods) > 1 else None


@kept
def numbers(setting: Setting, area_id: str, picked: Selection = EVERYTHING) -> View | None:
    """The key figures of a theme as a table, and over it a picture of those that have an interval; None without any."""
    words, profile = setting.words, profile_of(setting, area_id)
    shown = tuple(figure for figure in figures_of(setting, area_id) if picked.theme in ("", figure.indicator.theme))
    if not shown:
        return None
    table = key_figures.table(profile, shown)
    return View(
        title=words("Nøgletal"),
        place=profile.name,
        years=sentences.years_of(profile.newest, words),
        sentence=key_figures.sentence(shown, words),
        figure=figures.comparison(profile, shown, setting.sizes),
        alt=figures.comparison_alt(table, shown, words),
        table=table,
        columns=key_figures.columns(words),
        folded=False,
        file=(key_figures.file_table(profile, shown), key_figures.file_columns(shown, words)),
        source=profile.source_line(profile.newest),
        key=f"profile-figures-{profile.area_id}",
    )


@kept
def trends(setting: Setting, area_id: str, picked: Selection = EVERYTHING) -> View | None:
    """One small chart for each indicator with two periods or more, and all their numbers as one table."""
    words, profile = setting.words, profile_of(setting, area_id)
    every = [series for each in profile.trends if (series := narrowed(each, picked))]
    if not every:
        return None
    table = trend_table(profile, every)
    return View(
        title=words("Udviklingen"),
        place=profile.name,
        years=sentences.years_of([row for series in every for row in series.rows], words),
        sentence=" ".join(
            filter(None, (trend_note(every, words), trend_words.sentence(profile), trend_words.when(profile)))
        ),
        panels=dict(panel(setting, series) for series in every),
        table=table,
        columns=trend_columns(words),
        file=(table, tables.several_columns(words)),
        source=sentences.source_line([row for series in every for row in series.rows], profile.sources, words),
        key=f"profile-trends-{profile.area_id}",
    )


def panel(setting: Setting, series: Series) -> tuple[str, Figure]:
    """A small chart and the sentence that stands for it."""
    words, decimals = setting.words, series.indicator.decimals
    figure = figures.panel(
        series.lines,
        series.title,
        unit=labels.unit(series.indicator, words),
        words=words,
        sizes=setting.sizes,
        decimals=decimals,
        breaks=series.breaks,
    )
    return time_series.trend_alt(series.title, series.lines, words, decimals), figure


def trend_table(profile: Profile, every: Sequence[Series]) -> pandas.DataFrame:
    """The table of `trend_columns` and of `tables.several_columns`."""
    words, rows = profile.words, [(series, row) for series in every for row in series.rows]
    table = tables.observation_table((row for _, row in rows), profile.book.names, profile.sources, words)
    return table.assign(
        indicator=[series.title for series, _ in rows],
        unit=[labels.unit(series.indicator, words) for series, _ in rows],
        number=[key_figures.number(row, series.indicator, words) for series, row in rows],
    )


def trend_columns(words: Words) -> list[Column]:
    return [
        Column("indicator", words("Nøgletal")),
        Column("area", words("Område")),
        Column("period", words("Periode")),
        Column("number", words("Tal")),
        Column("origin", words("Tallet er")),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
        Column("check", words("Efterprøv"), "check"),
    ]


def trend_note(every: Sequence[Series], words: Words) -> str:
    """How many indicators are known over time, and what a dotted line between two points says."""
    parts = [
        words.plural(
            "Ét nøgletal er kendt for mindst to perioder.", "{n} nøgletal er kendt for mindst to perioder.", len(every)
        )
    ]
    if any(line.is_two_points for series in every for line in series.lines):
        parts.append(words("En prikket linje går fra ét offentliggjort tal til et andet; årene imellem kendes ikke."))
    parts.append(tiles.breaks_note(((series.title, series.breaks) for series in every), words))
    return " ".join(filter(None, parts))
