"""The controls of the shared filters, and the sentence of what is shown, which screen readers are told of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial

import streamlit

from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n.indicators import THEMES
from dashboard.i18n.markdown import plain
from dashboard.selection import asked
from dashboard.selection.asked import Filter, Selection, Study
from dashboard.selection.sentence import Shown, sentence
from dashboard.ui import address, page_top
from dashboard.ui.address import Choice
from data.unions import FEWEST

ALL = "alle"
NAME_KEY, MEMBERS_KEY = "eget-navn", "eget-omraader"
FIRST_KEY, LAST_KEY = "aar-fra", "aar-til"


@contextmanager
def folded(title: str) -> Iterator[None]:
    """Where the filters stand, behind a button."""
    with streamlit.container(key="filters"), streamlit.popover(title, icon=":material/tune:"):
        yield


def choices(choice: Choice, title: str) -> AbstractContextManager[Callable[[Shown, Collection[Filter]], None]]:
    """As `page_top.choices`: what is shown stands beside the button and is announced, with the filters not used."""
    return page_top.filters(choice, title, partial(announce, choice))


def announce(choice: Choice, shown: Shown, uses: Collection[Filter]) -> str:
    """Write the sentence of what is shown; `static/shell/said.js` tells screen readers when it changes."""
    told = sentence(shown, choice.address, uses, choice.words)
    if told and choice.has_controls:
        with streamlit.container(key="shown-now"):
            streamlit.markdown(plain(told))
    return told


def unused(choice: Choice) -> None:
    """For a page that uses none of the filters: the sentence that names those the address asks for."""
    announce(choice, Shown(), ())


def years(choice: Choice, selection: Selection, every: Sequence[int]) -> None:
    """The first and the last year, of those a page has numbers for."""
    words, found = choice.words, sorted(set(every))
    if len(found) < 2:
        return
    first, last = selection.years or (found[0], found[-1])
    options = [str(year) for year in found]

    def written(year: str, other: int) -> dict[str, str | None]:
        return {Filter.YEARS.value: asked.written_years((min(int(year), other), max(int(year), other)), found)}

    def box(key: str, label: str, value: int, other: int) -> None:
        drawn = str(min(found, key=lambda year: abs(year - value)))
        address.control(key, label, options, drawn, str, streamlit.selectbox, lambda year: written(year, other))

    box(FIRST_KEY, words("Fra og med"), first, last)
    box(LAST_KEY, words("Til og med"), last, first)


def areas(choice: Choice, book: Atlas, options: Sequence[str]) -> list[str]:
    """Some of the areas of a page, with a list to choose them from. Of the areas in the address those that exist are
    kept, also where they are not among the options: a link brings them from a page with others.
    """
    asked_for = [name for name in choice.address.get(Filter.AREAS, "").split(",") if name in book.areas]
    every = list(dict.fromkeys([*book.by_name(list(options)), *(name for name in asked_for if name != COUNTRY)]))
    return address.pick_many(
        Filter.AREAS.value,
        choice.words("Områder"),
        every,
        lambda area_id: book.area_label(area_id, choice.words),
        choice.words("Alle områder"),
    )


def theme(choice: Choice, selection: Selection, themes: Collection[str]) -> None:
    """What the numbers are about, of the themes a page has."""
    words = choice.words
    options = [ALL, *(code for code in THEMES if code in themes)]
    address.control(
        Filter.THEME.value,
        words("Emne"),
        options,
        selection.theme if selection.theme in options else ALL,
        lambda code: words("Alle emner") if code == ALL else words(THEMES[code].word),
        streamlit.selectbox,
        lambda code: {Filter.THEME.value: None if code == ALL else code},
    )


def group(choice: Choice, value: str, groups: Sequence[str], names: Mapping[str, str]) -> None:
    """One of the groups that a page compares; drawn where there are several."""
    words = choice.words
    if len(groups) < 2:
        return
    address.control(
        Filter.GROUP.value,
        words("Gruppe"),
        [ALL, *groups],
        value or ALL,
        lambda name: words("Alle grupper") if name == ALL else names[name],
        streamlit.selectbox,
        lambda name: {Filter.GROUP.value: None if name == ALL else name},
    )


def study(choice: Choice, selection: Selection, book: Atlas, suggested: Sequence[str]) -> None:
    """The reader's own area: its name and the areas that are counted together. `suggested`: those chosen already."""
    if not choice.has_controls:
        return
    words, found = choice.words, selection.study
    options = options_of(book, found, suggested)
    state = streamlit.session_state
    begun = [area_id for area_id in state.get(MEMBERS_KEY, ()) if area_id in options]
    if found or not 0 < len(begun) < FEWEST:
        state[NAME_KEY] = found.name if found else ""
        state[MEMBERS_KEY] = list(found.members) if found else []
    else:  # too few to stand in the address yet: what the reader has begun is kept until there are enough
        state[MEMBERS_KEY] = begun
    streamlit.multiselect(
        words("Læg områder sammen til ét eget område"),
        options,
        key=MEMBERS_KEY,
        format_func=lambda area_id: book.area_label(area_id, words),
        placeholder=words("Vælg mindst to områder af samme slags"),
        on_change=keep_study,
        args=(choice.address.get(Filter.STUDY, ""),),
    )
    streamlit.text_input(
        words("Navn på dit område"),
        key=NAME_KEY,
        max_chars=asked.LONGEST,
        placeholder=words("Eget område"),
        on_change=keep_study,
        args=(choice.address.get(Filter.STUDY, ""),),
    )


def options_of(book: Atlas, found: Study | None, suggested: Sequence[str]) -> list[str]:
    """The areas that can be added: those of the level of the first chosen one, all where none is."""
    first = next(iter((*(found.members if found else ()), *suggested)), None)
    level = book.areas[first].level if first else None
    every = [area_id for area_id in book.area_ids if area_id != COUNTRY]
    return [area_id for area_id in every if level is None or book.areas[area_id].level == level]


def keep_study(before: str) -> None:
    """Write the area into the address, where it is another one than before."""
    written = asked.written_study(streamlit.session_state[NAME_KEY], streamlit.session_state[MEMBERS_KEY])
    if (written or "") != before:
        address.choose(**{Filter.STUDY.value: written})
