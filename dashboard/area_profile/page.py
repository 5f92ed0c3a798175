"""The area profile's Streamlit side: the choice of area, the ways onwards, and a view of each thing that is known."""

from __future__ import annotations

import pandas
import streamlit
from streamlit.delta_generator import DeltaGenerator

from dashboard.area_profile import figures, key_figures, sheet_route, strip, work
from dashboard.area_profile.profile import Profile
from dashboard.areas import atlas, shelf
from dashboard.charts import theme, time_series
from dashboard.compare import page as compare_page
from dashboard.criteria import page as criteria_page
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, area_search, links, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.tables import Column
from data import charges


def chosen_area(choice: Choice) -> str | None:
    """The area in the address and the field to find another; None while there is none, and for the country."""
    area_id = area_search.find_area(
        choice, lambda found: address.choose(omraade=found), choice.words("intet område – vælg ét"), [atlas.COUNTRY]
    )
    return None if area_id == atlas.COUNTRY else area_id


def none_chosen(choice: Choice, heading: DeltaGenerator) -> None:
    words = choice.words
    with heading.container():
        streamlit.title(words("Områdeprofil"), anchor=False)
        streamlit.markdown(words("Vælg et område: så samler siden dets nøgletal, udvikling, lister og projekter."))


def view(choice: Choice, own: Profile, heading: DeltaGenerator) -> None:
    """The whole profile of an area; its name and what it says stand in `heading`, above the field."""
    with heading.container():
        streamlit.title(plain(own.name), anchor=False)
        streamlit.markdown(plain(own.subtitle()))
        streamlit.markdown(f"**{plain(key_figures.summary(own))}**")
    onwards(choice, own)
    numbers(choice, own)
    trends(choice, own)
    lists(choice, own)
    projects(choice, own)
    workers(choice, own)
    with streamlit.container(key="profile-similar"):
        compare_page.similar_links(choice, own.book, own.area_id)


def onwards(choice: Choice, own: Profile) -> None:
    """The ways on from the profile: the sheet, the map, the municipality's charges."""
    if not choice.has_controls:
        return
    words = choice.words
    municipality = own.municipality_id or own.area_id
    with streamlit.container(horizontal=True, vertical_alignment="center", key="profile-onwards"):
        streamlit.link_button(
            words("Hent som A4 (PDF)"),
            sheet_route.url(choice.version, own.area_id, words.language),
            icon=":material/picture_as_pdf:",
        )
        links.page_link(choice, "kort", words("Se området på kortet"), ":material/map:", omraade=own.area_id)
        links.page_link(
            choice,
            "sammenlign",
            words("Sammenlign med andre områder"),
            ":material/compare_arrows:",
            omraader=own.area_id,
        )
        if has_charges(own, municipality):
            links.page_link(
                choice,
                "sigtelser",
                words("Sigtelser i {name}", name=own.book.names[municipality]),
                ":material/show_chart:",
                kommune=municipality,
            )


def has_charges(own: Profile, municipality: str) -> bool:
    charts = charges.municipal(own.tables["observations"], own.tables["indicators"], own.tables["areas"])
    return any(chart["area_id"].eq(municipality).any() for chart in charts)


def numbers(choice: Choice, own: Profile) -> None:
    """The key figures as a table, and over it a picture of those that have an interval."""
    words, rows = choice.words, key_figures.table(own)
    if rows.empty:
        streamlit.header(words("Nøgletal"), anchor=False)
        streamlit.markdown(words("Ingen kilde har tal for området. Se kommunens tal på kortet."))
        return
    view_layout.view(
        choice,
        title=words("Nøgletal"),
        sentence=key_figures.sentence(rows, words),
        figure=figures.comparison(own, rows, theme.sizes(choice.projector)),
        alt=figures.comparison_alt(rows, words),
        table=rows,
        columns=key_figures.columns(words),
        folded=False,
        file=(key_figures.file_table(own, rows), key_figures.file_columns(rows, words)),
        source=own.source_line(rows),
        key=f"profile-figures-{own.area_id}",
    )


def trends(choice: Choice, own: Profile) -> None:
    """One small chart for each indicator with two periods or more, and all their numbers as one table."""
    words, series = choice.words, own.trends
    if not series:
        return
    known, panels, twins = shelf.facts(choice.version), {}, []
    for rows in series:
        indicator = known.indicators.loc[rows["indicator_id"].iloc[0]]
        unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
        title = own.measure(rows.iloc[0])
        panels[time_series.trend_alt(title, rows, words, decimals)] = figures.panel(
            rows, title, unit=unit, words=words, sizes=theme.sizes(choice.projector), decimals=decimals
        )
        twins.append(
            tables.observations(rows, known.names, known.sources, words).assign(
                indicator=title,
                unit=unit,
                number=[key_figures.number(row, indicator, words) for row in rows.to_dict("records")],
            )
        )
    table = pandas.concat(twins, ignore_index=True)
    view_layout.view(
        choice,
        title=words("Udviklingen"),
        sentence=trend_note(series, own),
        panels=panels,
        table=table,
        columns=trend_columns(words),
        file=(table, tables.several_columns(words)),
        source=sentences.source_line(pandas.concat(series), known.sources, words),
        key=f"profile-trends-{own.area_id}",
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


def trend_note(series: list, own: Profile) -> str:
    """How many indicators are known over time, and what a dotted line between two points says."""
    words = own.words
    parts = [
        words.plural(
            "Ét nøgletal er kendt for mindst to perioder.", "{n} nøgletal er kendt for mindst to perioder.", len(series)
        )
    ]
    if any(line.is_two_points for rows in series for line in time_series.lines(rows)):
        parts.append(words("En prikket linje går fra ét offentliggjort tal til et andet; årene imellem kendes ikke."))
    return " ".join(parts)


def lists(choice: Choice, own: Profile) -> None:
    words = choice.words
    if own.history.empty:
        return
    drawn = strip.cells(own.standings, words)
    view_layout.view(
        choice,
        title=words("På de officielle lister"),
        sentence=f"{own.history_sentence()} {strip.legend(words)}",
        figure=strip.figure(drawn, words=words, sizes=theme.sizes(choice.projector)),
        alt=strip.alt(drawn, words),
        table=strip.table(drawn),
        columns=strip.columns(words),
        source=own.source_line(own.history.assign(page="")),
        key=f"profile-lists-{own.area_id}",
    )


def projects(choice: Choice, own: Profile) -> None:
    words, rows, criteria = choice.words, work.projects(own), work.criteria(own)
    if rows.empty:
        streamlit.header(words("Projekter"), anchor=False)
        streamlit.markdown(words("Ingen projekter er registreret for området i denne version af data."))
        return
    view_layout.view(
        choice,
        title=words("Projekter"),
        sentence=work.projects_sentence(own),
        table=rows,
        columns=work.project_columns(words),
        source=own.source_line(rows),
        key=f"profile-projects-{own.area_id}",
    )
    if choice.has_controls:
        project_links(choice, own)
    if len(criteria):
        criteria_page.scorecard(
            choice, criteria, title=words("Projekternes succeskriterier"), key=f"criteria-{own.area_id}"
        )


def project_links(choice: Choice, own: Profile) -> None:
    """The way to the sheet of each project."""
    with streamlit.container(horizontal=True, key="profile-project-links"):
        for project in work.projects_of(own):
            links.page_link(
                choice, "projekter", plain(project.name), ":material/inventory_2:", projekt=project.project_id
            )


def workers(choice: Choice, own: Profile) -> None:
    words, rows = choice.words, work.workers(own)
    if rows.empty:
        return
    view_layout.view(
        choice,
        title=words("Hvem arbejder her"),
        sentence=words("Kommune, boligorganisation, ordninger og partnere. Her står funktioner, aldrig personer."),
        table=rows,
        columns=work.worker_columns(words),
        source=own.source_line(rows),
        key=f"profile-workers-{own.area_id}",
    )
