"""One area on one A4 page: a PDF to print, download or send on. It reads in black and white.

Here is what the sheet says; `sheet.typ` beside this file lays it out. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import geopandas

from dashboard.area_profile import (
    empty,
    key_figures,
    markup,
    sheet_charts,
    strip,
    tiles,
    trend_words,
    verdict,
    work,
    workers,
)
from dashboard.area_profile.key_figures import KeyFigure, Whole
from dashboard.area_profile.profile import Profile
from dashboard.charts import time_series
from dashboard.documents import place_map, svg, typesetter
from dashboard.documents.sheets import Imprint
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views.sentences import Citation, Cited
from data.contracts import Status
from geo import locator

SHORT_COMPARISONS = {
    "above": N_("området højere"),
    "below": N_("området lavere"),
    "similar": N_("uden sikker forskel"),
}


def pdf(profile: Profile, areas: geopandas.GeoDataFrame, imprint: Imprint, today: date) -> bytes:
    """The sheet of `profile` as PDF bytes. `areas`: the prepared table with its shapes, in EPSG:4326. `today`: what a
    report is old to.
    """
    return typesetter.pdf("area_profile/sheet.typ", said(profile, areas, imprint, today))


def said(profile: Profile, areas: geopandas.GeoDataFrame, imprint: Imprint, today: date) -> dict[str, Any]:
    """All that stands on the sheet, by the names that its template has for it. `areas`: as for `pdf`."""
    words, every = profile.words, key_figures.figures(profile)
    in_tiles = tiles.chosen(every)
    in_table = [figure for figure in every if figure not in in_tiles]
    projects, people = work.project_lines(profile, today), workers.worker_lines(profile, today)
    cited: list[Cited] = [
        *(Citation(figure.row.source_id, figure.row.page) for figure in [*in_tiles, *in_table]),
        *profile.list_sources(),
        *projects,
        *people,
        *profile.place_sources(),
    ]
    return {
        **imprint.said(words),
        "title": f"{profile.name} – {words('Områdeprofil')}",
        "subject": words("Områdeprofil på én side"),
        "name": profile.name,
        "header": profile.header_line(),
        "verdict": [(sentence.lead, sentence.text) for sentence in verdict.verdict(profile, every)],
        **place(profile, areas),
        **overview(profile, in_tiles, every, today),
        **figures(in_table, profile),
        **trends(profile),
        **lists(profile),
        "projects_heading": words("Projekter"),
        "projects_said": projects_said(profile, bool(projects), today),
        "projects": [(f"{row.project} ({labels.without_sign(row.status)})", row.aim) for row in projects],
        "people_heading": words("Hvem arbejder her"),
        "people": [(row.title, row.what) for row in people],
        "more_items": words("Yderligere {n} står på websiden."),
        "sources": profile.source_line(cited),
        "more_sources": words("De øvrige kilder står på siden, hvis adresse er nederst på arket."),
    }


def place(profile: Profile, areas: geopandas.GeoDataFrame) -> dict[str, Any]:
    """Where the area lies among `areas`; without a map where its municipality has no shape."""
    words, sentence = profile.words, profile.place_sentence()
    found = locator.locate(areas, profile.area_id, profile.municipality_id or profile.area_id)
    bar, distance = place_map.scale_bar(found, words) if found else (0, "")
    return {
        "map": place_map.picture(found) if found else "",
        "map_alt": f"{profile.name}. {sentence}",
        "bar": bar,
        "distance": distance,
        "north": words("Nord er op"),
        "place": sentence,
    }


def overview(
    profile: Profile, in_tiles: Sequence[KeyFigure], every: Sequence[KeyFigure], today: date
) -> dict[str, Any]:
    """The tiles; what is known all the same where there is no number."""
    shown = zip(tiles.tiles(profile, in_tiles), tiles.courses(profile, in_tiles), strict=True)
    return {
        "tiles": [
            {
                **vars(tile),
                "course": markup.course_picture(course) if course else "",
                "course_alt": markup.course_alt(course, profile.words) if course else "",
            }
            for tile, course in shown
        ],
        "breaks": tiles.course_breaks(profile, in_tiles),
        "missing": tiles.missing(profile, every),
        "told": [] if in_tiles else list(empty.told(profile, today).items()),
    }


def figures(shown: Sequence[KeyFigure], profile: Profile) -> dict[str, Any]:
    """The other key figures as a table."""
    words = profile.words
    told = [whole for whole in key_figures.WHOLES if key_figures.is_told(shown, whole)]
    has_interval = any(figure.has_interval for figure in shown)
    note = words(
        "Nøgletallenes billeder har hver sin skala fra 0: prik og streg er området med 95 %-interval, lodret streg "
        "er kommunen, åben rude er landet. Højere og lavere skrives kun, hvor forskellen er statistisk sikker."
    )
    return {
        "figures_heading": words("Flere nøgletal"),
        "figures_columns": [
            words("Nøgletal"),
            words("Tal og 95 %-interval") if has_interval else words("Tal"),
            *(profile.line_names[whole.role] for whole in told),
        ],
        "wholes": [whole.role for whole in told],
        "figures": [figure_row(figure, told, words) for figure in shown],
        "more_figures": words("Yderligere {n} nøgletal står på websiden."),
        "untold": key_figures.untold_sentence(shown, words),
        "note": note if told or has_interval else "",
    }


def figure_row(figure: KeyFigure, told: Sequence[Whole], words: Words) -> dict[str, Any]:
    """The number, a picture of it, and what it is held against."""
    row = figure.row
    shown = row.status == Status.SHOWN
    interval = labels.interval(row.low, row.high, figure.indicator, words) if shown else ""
    period = words.period(row.period_start, row.period_end)
    return {
        "name": figure.name,
        "number": tiles.amount(figure, words),
        "detail": " · ".join(filter(None, (period, interval))),
        "picture": sheet_charts.comparison(figure),
        "beside": [beside(figure, whole, words) for whole in told],
    }


def beside(figure: KeyFigure, whole: Whole, words: Words) -> tuple[str, str]:
    """The number of a larger area, or why it has none, and how the area's own lies to it."""
    held = figure.held.get(whole.role)
    if held is None:
        return "", ""
    shown = held.status == Status.SHOWN
    number = words.number(held.value, figure.indicator.decimals) if shown else words(labels.MISSING[held.status])
    return number, words(SHORT_COMPARISONS.get(held.comparison, ""))


def trends(profile: Profile) -> dict[str, Any]:
    words, every = profile.words, profile.trends
    lines = {line.name: line for series in every for line in series.lines}
    return {
        "trends_heading": words("Udviklingen"),
        "legend": [(svg.sample(line.style, 24, 8), name) for name, line in lines.items()],
        "trends": [
            {
                "title": f"{series.title} ({labels.unit(series.indicator, words)})",
                "chart": sheet_charts.trend(series, words),
                "alt": time_series.trend_alt(series.title, series.lines, words, series.indicator.decimals),
            }
            for series in every
        ],
        "when": trend_words.when(profile) if every else "",
        "more_trends": words("Yderligere {n} udviklinger står på websiden."),
    }


def lists(profile: Profile) -> dict[str, Any]:
    words, cells = profile.words, strip.cells(profile.standings, profile.words)
    return {
        "lists_heading": words("På de officielle lister"),
        "lists_key": words("fyldt: på listen · hvid: ikke på listen · ?: ikke opgjort"),
        "history": profile.history_sentence() if cells else "",
        "strip": sheet_charts.list_strip(cells) if cells else "",
        "strip_alt": strip.alt(cells, words),
    }


def projects_said(profile: Profile, has_projects: bool, today: date) -> list[str]:
    """What is said of projects before they are named."""
    words = profile.words
    if not has_projects:
        return [words("Ingen kilde nævner et projekt i området.")]
    unsaid = work.nothing_current(work.projects_of(profile), today, words)
    return [text for text in (unsaid, work.criteria_sentence(profile, today)) if text]
