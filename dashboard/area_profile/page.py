"""The area profile's Streamlit side: one screen that says what is known, and under it the rest behind tabs."""

from __future__ import annotations

import streamlit
from streamlit.delta_generator import DeltaGenerator

from dashboard import store
from dashboard.area_profile import number_views, sheet_route, tabs
from dashboard.area_profile.number_views import profile_of
from dashboard.area_profile.profile import Profile
from dashboard.areas import atlas
from dashboard.i18n.markdown import plain
from dashboard.ui import address, area_search, links, view_layout
from dashboard.ui.address import Choice
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data import charges
from data.contracts import Area, Indicator, Observation

__all__ = ["chosen_area", "none_chosen", "profile_of", "top", "view"]

FIELD = 340  # of the field beside the name


def top() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the name of the area stands, and beside it the field to find another."""
    row = streamlit.container(key="profile-top", horizontal=True, vertical_alignment="bottom")
    return row.container(key="profile-heading"), row.container(key="profile-find", width=FIELD)


def chosen_area(choice: Choice) -> str | None:
    """The area in the address and the field to find another; None while there is none, and for the country."""
    area_id = area_search.find_area(
        choice, lambda found: address.choose(omraade=found), choice.words("intet område – vælg ét"), [atlas.COUNTRY]
    )
    return None if area_id == atlas.COUNTRY else area_id


def none_chosen(choice: Choice, heading: DeltaGenerator) -> None:
    words = choice.words
    with heading:
        streamlit.title(words("Områdeprofil"), anchor=False)
        streamlit.markdown(words("Vælg et område: så samler siden dets nøgletal, udvikling, lister og projekter."))


def view(choice: Choice, profile: Profile, heading: DeltaGenerator) -> None:
    """The whole profile of an area; its name and where it lies stand in `heading`, beside the field."""
    with heading:
        streamlit.title(plain(profile.name), anchor=False)
        streamlit.markdown(plain(profile.header_line()))
    first_screen(choice, profile)
    for tab in tabs.opened(choice):
        tab.draw(choice, profile)
    if choice.has_controls:
        with streamlit.container(key="profile-print-note"):
            streamlit.markdown(
                choice.words("Udskriften viser én fane. Resten står på siden, og det vigtigste på A4-arket.")
            )


def first_screen(choice: Choice, profile: Profile) -> None:
    """The verdict, where the area lies, the tiles, and the ways on."""
    setting, area_id = choice.setting, profile.area_id
    shown = number_views.overview(setting, area_id)
    if not choice.has_controls:
        tabs.show(choice, profile, shown)
        return
    said = (f"**{plain(one.lead)}:** {plain(one.text)}." for one in number_views.verdict_of(setting, area_id))
    with streamlit.container(key=f"view-profile-overview-{area_id}"):
        streamlit.markdown("  \n".join(said))
        streamlit.html(number_views.picture(setting, area_id))
        streamlit.caption(plain(shown.source if shown else profile.source_line(profile.place_sources())))
        onwards(choice, profile, shown)


def onwards(choice: Choice, profile: Profile, shown: View | None) -> None:
    """The ways on from the profile: the sheet, the map, the municipality's charges."""
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
        if shown:
            view_layout.take_away(choice, shown)


@kept
def with_charges(setting: Setting) -> frozenset[str]:
    """The municipalities that the page of charges has a chart of."""
    observations, areas = store.shared_table(setting.version, Observation.TABLE), store.rows(setting.version, Area)
    charts = charges.municipal(observations, store.rows(setting.version, Indicator), areas)
    return frozenset(row.area_id for rows in charts for row in rows)
