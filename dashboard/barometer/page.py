"""Bybarometer on the screen: the grid of areas and numbers, one area's spine, who is alike, and the instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY
from dashboard.barometer import cells, choices, element, element_data, instruments, seen
from dashboard.barometer.choices import NAMES, REFERENCES, Asked
from dashboard.barometer.instruments import Instrument
from dashboard.i18n.markdown import plain
from dashboard.selection import asked as shared
from dashboard.selection import bar
from dashboard.selection.asked import Filter
from dashboard.ui import address, area_search, links, page_top, view_layout
from dashboard.ui.address import Choice, Stage
from data import barometer
from data.barometer import Reference
from data.contracts import IndicatorSet


def view(choice: Choice) -> None:
    """The whole page below its title."""
    asked = filters(choice)
    if asked is None:
        streamlit.markdown(
            choice.words("Der er intet barometer at vise: ingen instrumenter har nøgletal med tal i dette datasæt.")
        )
        return
    setting = choice.setting
    page_top.answer(choice, seen.answered(setting, asked))
    view_layout.show(
        choice, replace(seen.overview(setting, asked, choice.has_controls), body=lambda: draw(choice, asked))
    )
    of_area(choice, asked)
    if found := seen.alike(setting, asked):
        view_layout.show(choice, found)
    view_layout.show(choice, seen.lines(setting, asked))
    view_layout.show(choice, seen.limitations(setting))


def filters(choice: Choice) -> Asked | None:
    """The choices of the address; None where the dataset has no instrument with a number."""
    found = instruments.instruments(store.rows(choice.version, IndicatorSet))
    if not found:
        return None
    words, book = choice.words, shelf.book(choice.version)
    with bar.choices(choice, words("Vælg instrument, niveau og sammenligning")) as told:
        instrument = found[pick_instrument(choice, found)]
        levels = cells.levels(choice.version, instrument.indicator_ids)
        if not levels:
            return None
        fullest = cells.fullest_level(choice.version, instrument.indicator_ids)
        level = address.pick("niveau", words("Niveau"), levels, lambda name: book.many(name, words), fullest)
        picked = shared.read(choice, {Filter.STUDY}, book, ())
        reference = address.pick(
            "reference",
            words("Sammenlign med"),
            list(NAMES),
            lambda name: words(REFERENCES[NAMES[name]]),
            "valgte" if picked.study else None,
        )
        area_ids = pick_areas(choice)
        bar.study(choice, picked, book, area_ids)
        asked = Asked(
            instrument=instrument,
            level=level,
            reference=NAMES[reference],
            area_ids=(),
            themes=choices.themes(choice, instrument),
            order=choice.address.get("sorteret", ""),
            area_id=choices.spine_area(choice, book, level),
            study=picked.study,
        )
        asked = choices.held_with(choice, asked, area_ids)
        told(choices.shown(words, book, asked), asked.uses)
    return asked


def pick_instrument(choice: Choice, found: dict[str, Instrument]) -> str:
    """The instrument; another one has other themes and numbers."""
    words, options, label = choice.words, list(found), choice.words("Instrument")

    def describe(name: str) -> str:
        return found[name].title(words)

    value = address.read("instrument", label, options, describe)
    address.control(
        "instrument",
        label,
        options,
        value,
        describe,
        streamlit.selectbox,
        lambda name: {"instrument": name, "tema": None, "sorteret": None},
    )
    return value


def pick_areas(choice: Choice) -> list[str]:
    """The areas in the address, with a field that adds one and a button that lets go of each."""
    words, book = choice.words, shelf.book(choice.version)
    asked = [name for name in address.read_many("omraader", words("områder"), book.area_ids) if name != COUNTRY]
    if not choice.has_controls:
        return asked
    area_search.area_search(
        choice,
        key="barometer-area",
        label=words("Vis kun nogle områder, eller sammenlign med dem"),
        placeholder=words("Skriv et navn"),
        on_choose=lambda area_id: choose_areas([*asked, area_id]),
        left_out=[COUNTRY, *asked],
    )
    with streamlit.container(horizontal=True, key="barometer-areas"):
        for area_id in asked:
            streamlit.button(
                plain(words("Fjern {name}", name=book.names[area_id])),
                key=f"barometer-remove-{area_id}",
                icon=":material/close:",
                on_click=choose_areas,
                args=([other for other in asked if other != area_id],),
            )
    return asked


def choose_areas(area_ids: Sequence[str]) -> None:
    address.choose(omraader=",".join(dict.fromkeys(area_ids)) or None)


def draw(choice: Choice, asked: Asked) -> None:
    """The grid, which the browser draws from its prepared file."""
    setting = choice.setting
    profile = links.href("omraade", omraade=None)
    element.barometer(
        element_data.for_browser(
            choice.words,
            asked,
            file=store.url(choice.version, barometer.file_name(asked.instrument.instrument_id, asked.level)),
            address=choice.address,
            profile=f"{profile}{'&' if '?' in profile else '?'}omraade=",
            indicators=shelf.facts(choice.version).indicators,
            summaries=cells.level_columns(setting, asked),
            held=cells.verdicts(setting, asked) if asked.reference is Reference.CHOSEN else None,
            projector=choice.projector,
            meeting=choice.stage is Stage.MEETING,
        ),
        key="barometer",
    )


def of_area(choice: Choice, asked: Asked) -> None:
    """The spine of the chosen area; where none is chosen, how one is."""
    words = choice.words
    if asked.area_id:
        if found := seen.spine_view(choice.setting, asked):
            view_layout.show(choice, found)
        elif choice.has_controls:
            name = shelf.book(choice.version).names[asked.area_id]
            streamlit.markdown(plain(words("{name} har ingen tal på instrumentets temaer.", name=name)))
    elif choice.has_controls:
        streamlit.markdown(words("Tryk på et felt i tabellen for at se områdets tal blandt de andres."))
