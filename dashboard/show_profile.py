"""The area profile's Streamlit side: the choice of area, the ways onwards, and a view of each thing that is known."""

from __future__ import annotations

import streamlit
from streamlit.delta_generator import DeltaGenerator

from dashboard import (
    atlas,
    cards,
    figures,
    labels,
    profile,
    profile_figures,
    selection,
    sheet_route,
    show,
    show_compare,
    show_search,
    store,
    strip,
    tables,
    theme,
)
from dashboard.profile import Profile
from dashboard.selection import Choice
from data import charges


def chosen_area(choice: Choice) -> str | None:
    """The area in the address and the field to find another; None while there is none, and for the country."""
    words, book = choice.words, store.book(choice.version)
    none = words("intet område – vælg ét")
    area_id = selection.read(
        "omraade", words("Find et område"), book.area_ids(),
        lambda name: none if name == atlas.COUNTRY else book.area_label(name, words), atlas.COUNTRY,
    )
    show_search.area_search(
        choice, key="find", label=words("Find et område"), placeholder=words("Skriv et navn, fx Tåstrupgård"),
        value="" if area_id == atlas.COUNTRY else book.names[area_id], left_out=[atlas.COUNTRY],
        on_choose=lambda found: selection.choose(omraade=found),
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
        streamlit.title(show.plain(own.name), anchor=False)
        streamlit.markdown(show.plain(own.subtitle()))
        streamlit.markdown(f"**{show.plain(own.summary())}**")
    onwards(choice, own)
    key_figures(choice, own)
    trends(choice, own)
    lists(choice, own)
    projects(choice, own)
    workers(choice, own)
    show_compare.similar_areas(choice, own.area_id)


def onwards(choice: Choice, own: Profile) -> None:
    """The ways on from the profile: the sheet, the map, the municipality's charges."""
    words = choice.words
    municipality = own.municipality_id or own.area_id
    with streamlit.container(horizontal=True, vertical_alignment="center", key="profile-onwards"):
        streamlit.link_button(
            words("Hent som A4 (PDF)"), sheet_route.url(choice.version, own.area_id, words.language),
            icon=":material/picture_as_pdf:",
        )
        show.page_link(choice, "kort", words("Se området på kortet"), ":material/map:", omraade=own.area_id)
        show.page_link(choice, "sammenlign", words("Sammenlign med andre områder"), ":material/compare_arrows:",
                       omraader=own.area_id)
        if has_charges(own, municipality):
            show.page_link(choice, "sigtelser", words("Sigtelser i {name}", name=own.book.names[municipality]),
                           ":material/show_chart:", kommune=municipality)


def has_charges(own: Profile, municipality: str) -> bool:
    charts = charges.municipal(own.tables["observations"], own.tables["indicators"], own.tables["areas"])
    return any(chart["area_id"].eq(municipality).any() for chart in charts)


def key_figures(choice: Choice, own: Profile) -> None:
    words, rows = choice.words, own.key_figures()
    if rows.empty:
        streamlit.header(words("Nøgletal"), anchor=False)
        streamlit.markdown(words("Ingen kilde har tal for området. Se kommunens tal på kortet."))
        return
    show.view(
        choice,
        title=words("Nøgletal"),
        sentence=words(
            "Det nyeste tal for hvert nøgletal med 95 %-intervallet i parentes. Kommunens og landets tal er fra samme "
            "periode og opgjort på samme måde; ellers står der »ikke opgjort«."
        ),
        table=rows,
        columns=profile.key_figure_columns(words),
        source=own.source_line(own.newest),
        key=f"profile-figures-{own.area_id}",
    )


def trends(choice: Choice, own: Profile) -> None:
    """One small chart for each indicator with two periods or more, and all their numbers as one table."""
    words, series = choice.words, own.trends
    if not series:
        return
    known, panels, twins = show.facts(choice), {}, []
    for rows in series:
        indicator = known.indicators.loc[rows["indicator_id"].iloc[0]]
        unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
        title = own.measure(rows.iloc[0])
        panels[figures.trend_alt(title, rows, words, decimals)] = profile_figures.panel(
            rows, title, unit=unit, words=words, sizes=theme.sizes(choice.projector), decimals=decimals
        )
        twins.append(tables.observations(rows, known.names, known.sources, words).assign(
            measure=title, number=[labels.amount(value, indicator, words) for value in rows["value"]],
            interval=[profile.interval(row, indicator, words) for row in rows.to_dict("records")],
        ))
    streamlit.space("small")
    show.view(
        choice,
        title=words("Udviklingen"),
        sentence=trend_note(series, own),
        panels=panels,
        table=profile.joined(twins),
        columns=profile.trend_columns(words),
        source=cards.source_line(profile.joined(series), known.sources, words),
        key=f"profile-trends-{own.area_id}",
    )


def trend_note(series: list, own: Profile) -> str:
    """How many indicators are known over time, and what a dotted line between two points says."""
    words = own.words
    parts = [words.plural("Ét nøgletal er kendt for mindst to perioder.",
                          "{n} nøgletal er kendt for mindst to perioder.", len(series))]
    if any(line.is_two_points for rows in series for line in figures.lines(rows)):
        parts.append(words("En prikket linje går fra ét offentliggjort tal til et andet; årene imellem kendes ikke."))
    return " ".join(parts)


def lists(choice: Choice, own: Profile) -> None:
    words = choice.words
    if own.history.empty:
        return
    drawn = strip.cells(own.history, words)
    show.view(
        choice,
        title=words("På de officielle lister"),
        sentence=f"{own.history_sentence()} {strip.legend(words)}",
        figure=strip.figure(drawn, words=words, sizes=theme.sizes(choice.projector)),
        alt=strip.alt(drawn, words),
        table=drawn,
        columns=strip.columns(words),
        source=own.source_line(own.history.assign(page="")),
        key=f"profile-lists-{own.area_id}",
    )


def projects(choice: Choice, own: Profile) -> None:
    words, rows, criteria = choice.words, own.projects(), own.criteria()
    if rows.empty:
        streamlit.header(words("Projekter"), anchor=False)
        streamlit.markdown(words("Ingen projekter er registreret for området i denne version af data."))
        return
    show.view(
        choice,
        title=words("Projekter"),
        sentence=own.projects_sentence(),
        table=rows,
        columns=profile.project_columns(words),
        source=own.source_line(rows),
        key=f"profile-projects-{own.area_id}",
    )
    if len(criteria):
        show.scorecard(choice, criteria, title=words("Projekternes succeskriterier"), key=f"profile-{own.area_id}")


def workers(choice: Choice, own: Profile) -> None:
    words, rows = choice.words, own.workers()
    if rows.empty:
        return
    show.view(
        choice,
        title=words("Hvem arbejder her"),
        sentence=words("Kommune, boligorganisation, ordninger og partnere. Her står funktioner, aldrig personer."),
        table=rows,
        columns=profile.worker_columns(words),
        source=own.source_line(rows),
        key=f"profile-workers-{own.area_id}",
    )
