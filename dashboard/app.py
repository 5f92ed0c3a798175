"""The frame around every page: title, menu, language, projector mode, messages and foot."""

from __future__ import annotations

import html
import json
from functools import partial

import streamlit
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from dashboard import store
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import LANGUAGES, Words
from dashboard.meeting import page as meeting_page
from dashboard.ui import address, assets, entrance, links, menu, navigation, sharing, view_layout
from data.errors import DataError, PreparedError

TITLE = "Områdebarometer"
BUTTONS = partial(streamlit.segmented_control, label_visibility="collapsed", required=True)


def pages(words: Words) -> dict[str, StreamlitPage]:
    """Every page by its path, and "" for the start page, which answers at `/` and at its own path."""
    start = navigation.START
    found = {"": streamlit.Page(start.script, title=words(start.title), default=True, url_path="")}
    for page in navigation.pages():
        found[page.path] = streamlit.Page(page.script, title=words(page.title), icon=page.icon, url_path=page.path)
    return found


def head(choice: address.Choice) -> None:
    """Name, menu and settings in one row. A projector shows the switch alone: the way out."""
    words = choice.words
    with streamlit.container(horizontal=True, vertical_alignment="center", key="head"):
        streamlit.markdown(f"**{TITLE}**", width="content")
        with streamlit.container(width="stretch", key="menu"):
            streamlit.html(menu.menu(choice.page, words))
        address.switch("visning", words("Projektor"), address.PROJECTOR)
        address.pick("sprog", words("Sprog"), list(LANGUAGES), LANGUAGES.__getitem__, widget=BUTTONS)
        entrance.way(choice)


def foot(choice: address.Choice) -> None:
    """Which figures are shown, and from when."""
    words, version = choice.words, choice.version
    streamlit.divider()
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="foot"):
        address.pick(
            "datasaet",
            words("Datasæt"),
            entrance.datasets(store.offered(choice.dataset)),
            lambda name: address.dataset_name(name, words),
            widget=address.RADIO,
        )
        with streamlit.container(key=f"version-{choice.dataset}-{version.name}"):  # read by news.js
            streamlit.caption(
                words("Version {version}, dannet {date}", version=version.name, date=words.date(version.time))
            )
        links.page_link(choice, "tilgaengelighed", words("Tilgængelighedserklæring"), ":material/accessibility_new:")


def run(choice: address.Choice, page: StreamlitPage) -> None:
    """The page itself, where the reader may see it."""
    if not entrance.is_shut(choice):
        page.run()


def desk(choice: address.Choice, page: StreamlitPage) -> None:
    head(choice)
    run(choice, page)
    foot(choice)


def meeting(choice: address.Choice, page: StreamlitPage, bar: DeltaGenerator) -> None:
    """An item of a running meeting: its view and the bar. Where one view is asked for, the rest is hidden."""
    with streamlit.container(key="beside-view" if choice.slot else "whole-page"):
        run(choice, page)
    view_layout.nearest_view(choice)
    with bar:
        meeting_page.bar(choice, page.url_path)  # last: it tells the browser that the page has come


def embedded(choice: address.Choice, page: StreamlitPage) -> None:
    """One view in a frame of somebody else's page, with the way to the whole page."""
    with streamlit.container(key="beside-view"):
        run(choice, page)
    view_layout.nearest_view(choice)
    with streamlit.container(key="whole-page-link"):
        streamlit.link_button(
            choice.words("Se hele siden i Områdebarometer"),
            sharing.address_of(choice, choice.address.get("vis", "")),
            type="tertiary",
            icon=":material/open_in_new:",
        )


def mark_drawn(slot: DeltaGenerator, page: StreamlitPage) -> None:
    """The end of a run: the address that it was drawn from, which the browser holds against its own (`agree.js`)."""
    drawn = json.dumps({"page": page.url_path, "choices": streamlit.query_params.to_dict()})
    slot.html(f'<span data-drawn="{html.escape(drawn)}"></span>')


def main() -> None:
    streamlit.set_page_config(page_title=TITLE, layout="wide", page_icon=str(assets.FOLDER / "shell" / "favicon.svg"))
    frame = streamlit.container(key="frame")  # first: what stands in one place on every page is never drawn anew
    drawn = frame.container(key="drawn")
    try:
        choice = address.begin()
    except DataError as problem:  # no valid version of anything: nothing else can be shown
        view_layout.error(problem, Words(address.language()))
        return
    words = choice.words
    found = pages(words)
    page = streamlit.navigation(list(found.values()), position="hidden")
    streamlit.set_page_config(page_title=f"{page.title} – {TITLE}")
    choice = address.arrive(choice, page.url_path or navigation.START.path)
    if choice.version.problem:
        choice.messages.error(plain(choice.version.problem.in_language(choice.language)))
    try:
        view_layout.fictitious(choice)
        if choice.has_controls:
            desk(choice, page)
        elif choice.stage is address.Stage.EMBEDDED:
            embedded(choice, page)
        else:
            meeting(choice, page, frame.container(key="meeting-bar"))
        mark_drawn(drawn, page)
    except PreparedError:
        if store.current(choice.dataset).name == choice.version.name:
            raise
        streamlit.rerun()  # a file was damaged since the version was chosen: show the one that is whole


main()
