"""The area profile's Streamlit side: the choice of area, the ways onwards, and a view of each thing that is known."""

from __future__ import annotations

from collections.abc import Sequence

import pandas
import streamlit
from plotly.graph_objects import Figure
from streamlit.delta_generator import DeltaGenerator

from dashboard import store
from dashboard.area_profile import figures, key_figures, sheet_route, strip, work
from dashboard.area_profile.profile import TABLES, Profile, Series
from dashboard.areas import atlas, shelf
from dashboard.charts import time_series
from dashboard.compare import page as compare_page
from dashboard.criteria import page as criteria_page
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.official_lists import replay as list_replay
from dashboard.official_lists import status as list_status
from dashboard.ui import address, area_search, links, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data import charges
from data.contracts import Area, Indicator, Observation


def chosen_area(choice: Choice) -> str | None:
    """The area in the address and the field to find another; None while there is none, and for the country."""
    area_id = area_search.find_area(
        choice, lambda found: address.choose(omraade=found), choice.words("intet område – vælg ét"), [atlas.COUNTRY]
    )
    return None if area_id == atlas.COUNTRY else area_id


@kept
def profile_of(setting: Setting, area_id: str) -> Profile:
    """What is known of an area; readers share it."""
    tables = {name: store.table(setting.version, name) for name in TABLES}
    return Profile(area_id, tables, shelf.book(setting.version), setting.words)


def none_chosen(choice: Choice, heading: DeltaGenerator) -> None:
    words = choice.words
    with heading.container():
        streamlit.title(words("Områdeprofil"), anchor=False)
        streamlit.markdown(words("Vælg et område: så samler siden dets nøgletal, udvikling, lister og projekter."))


def view(choice: Choice, profile: Profile, heading: DeltaGenerator) -> None:
    """The whole profile of an area; its name and what it says stand in `heading`, above the field."""
    with heading.container():
        streamlit.title(plain(profile.name), anchor=False)
        streamlit.markdown(plain(profile.subtitle()))
        streamlit.markdown(f"**{plain(key_figures.summary(profile))}**")
    onwards(choice, profile)
    setting, area_id = choice.setting, profile.area_id
    if found := numbers(setting, area_id):
        view_layout.show(choice, found)
    else:
        streamlit.header(choice.words("Nøgletal"), anchor=False)
        streamlit.markdown(choice.words("Ingen kilde har tal for området. Se kommunens tal på kortet."))
    for part in (list_status.view, trends, lists, list_replay.view):
        if found := part(setting, area_id):
            view_layout.show(choice, found)
    projects(choice, profile)
    if found := workers(setting, area_id):
        view_layout.show(choice, found)
    with streamlit.container(key="profile-similar"):
        compare_page.similar_links(choice, profile.book, profile.area_id)


def onwards(choice: Choice, profile: Profile) -> None:
    """The ways on from the profile: the sheet, the map, the municipality's charges."""
    if not choice.has_controls:
        return
    words = choice.words
    municipality = profile.municipality_id or profile.area_id
    with streamlit.container(horizontal=True, vertical_alignment="center", key="profile-onwards"):
        streamlit.link_button(
            words("Hent som A4 (PDF)"),
            sheet_route.SHEETS.url(choice.version, profile.area_id, words.language),
            icon=":material/picture_as_pdf:",
        )
        links.page_link(choice, "kort", words("Se området på kortet"), ":material/map:", omraade=profile.area_id)
        links.page_link(
            choice,
            "sammenlign",
            words("Sammenlign med andre områder"),
            ":material/compare_arrows:",
            omraader=profile.area_id,
        )
        if municipality in with_charges(choice.setting):
            links.page_link(
                choice,
                "sigtelser",
                plain(words("Sigtelser i {name}", name=profile.book.names[municipality])),
                ":material/show_chart:",
                kommune=municipality,
            )


@kept
def with_charges(setting: Setting) -> frozenset[str]:
    """The municipalities that the page of charges has a chart of."""
    observations, areas = store.table(setting.version, Observation.TABLE), store.rows(setting.version, Area)
    charts = charges.municipal(observations, store.rows(setting.version, Indicator), areas)
    return frozenset(row.area_id for rows in charts for row in rows)


@kept
def numbers(setting: Setting, area_id: str) -> View | None:
    """The key figures as a table, and over it a picture of those that have an interval; None without any."""
    words, profile = setting.words, profile_of(setting, area_id)
    shown = key_figures.figures(profile)
    if not shown:
        return None
    table = key_figures.table(profile, shown)
    return View(
        title=words("Nøgletal"),
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
def trends(setting: Setting, area_id: str) -> View | None:
    """One small chart for each indicator with two periods or more, and all their numbers as one table."""
    words, profile = setting.words, profile_of(setting, area_id)
    every = profile.trends
    if not every:
        return None
    table = trend_table(profile, every)
    return View(
        title=words("Udviklingen"),
        sentence=f"{trend_note(every, words)} {profile.verdicts_sentence()}".strip(),
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
    return " ".join(parts)


@kept
def lists(setting: Setting, area_id: str) -> View | None:
    words, profile = setting.words, profile_of(setting, area_id)
    if not profile.standings:
        return None
    drawn = strip.cells(profile.standings, words)
    return View(
        title=words("På de officielle lister"),
        sentence=f"{profile.history_sentence()} {strip.legend(words)}",
        figure=strip.figure(drawn, words=words, sizes=setting.sizes),
        alt=strip.alt(drawn, words),
        table=strip.table(drawn),
        columns=strip.columns(words),
        source=profile.source_line(profile.list_sources()),
        key=f"profile-lists-{profile.area_id}",
    )


def projects(choice: Choice, profile: Profile) -> None:
    words, found = choice.words, project_list(choice.setting, profile.area_id)
    if not found:
        streamlit.header(words("Projekter"), anchor=False)
        streamlit.markdown(words("Ingen projekter er registreret for området i denne version af data."))
        return
    view_layout.show(choice, found)
    if choice.has_controls:
        project_links(choice, profile)
    if criteria := work.criteria(profile):
        criteria_page.scorecard(
            choice, criteria, title=words("Projekternes succeskriterier"), key=f"criteria-{profile.area_id}"
        )


@kept
def project_list(setting: Setting, area_id: str) -> View | None:
    words, profile = setting.words, profile_of(setting, area_id)
    rows = work.project_lines(profile)
    if not rows:
        return None
    return View(
        title=words("Projekter"),
        sentence=work.projects_sentence(profile),
        table=work.projects(profile),
        columns=work.project_columns(words),
        source=profile.source_line(rows),
        key=f"profile-projects-{profile.area_id}",
    )


def project_links(choice: Choice, profile: Profile) -> None:
    """The way to the sheet of each project."""
    with streamlit.container(horizontal=True, key="profile-project-links"):
        for project in work.projects_of(profile):
            links.page_link(
                choice, "projekter", plain(project.name), ":material/inventory_2:", projekt=project.project_id
            )


@kept
def workers(setting: Setting, area_id: str) -> View | None:
    words, profile = setting.words, profile_of(setting, area_id)
    rows = work.worker_lines(profile)
    if not rows:
        return None
    return View(
        title=words("Hvem arbejder her"),
        sentence=words("Kommune, boligorganisation, ordninger og partnere. Her står funktioner, aldrig personer."),
        table=work.workers(profile),
        columns=work.worker_columns(words),
        source=profile.source_line(rows),
        key=f"profile-workers-{profile.area_id}",
    )
