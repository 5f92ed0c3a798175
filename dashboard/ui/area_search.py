"""The typed area search as an element of the page: suggestions are found in the browser, the choice comes back here."""

from __future__ import annotations

from collections.abc import Callable, Collection

import streamlit

from dashboard import store
from dashboard.areas import atlas, shelf
from dashboard.i18n.words import Words
from dashboard.ui import address, assets
from dashboard.ui.address import Choice

_element = streamlit.components.v2.component("area_search", js=assets.LOADER)


def find_area(
    choice: Choice, on_choose: Callable[[str], None], country: str = "", left_out: Collection[str] = ()
) -> str:
    """The area in the address, and the field to find another. `country` is what the whole country is called in the
    sentence about a wrong link, where it stands for no area.
    """
    words, book = choice.words, shelf.book(choice.version)
    area_id = address.read(
        "omraade",
        words("Find et område"),
        book.area_ids,
        lambda name: country if country and name == atlas.COUNTRY else book.area_label(name, words),
        atlas.COUNTRY,
    )
    area_search(
        choice,
        key="find",
        label=words("Find et område"),
        placeholder=words("Skriv et navn"),
        on_choose=on_choose,
        value="" if area_id == atlas.COUNTRY else book.names[area_id],
        left_out=left_out,
    )
    return area_id


def area_search(
    choice: Choice,
    *,
    key: str,
    label: str,
    on_choose: Callable[[str], None],
    value: str = "",
    placeholder: str = "",
    left_out: Collection[str] = (),
) -> None:
    """A field that finds an area by its name and hands the id of the chosen one to `on_choose`, before the page runs.

    `value` is the name of the area that is chosen already: it stands in the field, ready to be typed over. The areas
    in `left_out` (ids) are not suggested. What is found is decided by the rule of `data.query.search`.
    """
    if not choice.has_controls:
        return
    words = choice.words

    def chosen() -> None:
        if area_id := streamlit.session_state[key].area:
            on_choose(area_id)

    _element(
        key=key,
        data={
            "script": assets.url("search/search.js"),
            "areas": store.url(choice.version, "search"),
            "id": f"{key}-field",
            "label": label,
            "value": value,
            "placeholder": placeholder,
            "left_out": sorted(left_out),
            "levels": {level.level: words.text(level.name) for level in shelf.book(choice.version).area_levels},
            "texts": texts(words),
        },
        on_area_change=chosen,
    )


def texts(words: Words) -> dict[str, str]:
    """Every sentence the search itself says. Places in braces are filled in by the browser."""
    return {
        "hint": words("Skriv et navn. Pil op og pil ned går gennem forslagene, Enter vælger, Esc lukker."),
        "none": words("Intet område har det navn."),
        "one": words("1 forslag."),
        "some": words("{n} forslag."),
        "many": words("De første {n} af {all} forslag vises. Skriv mere for at få færre."),
        "more": words("{n} flere: skriv mere"),
        "at": words("{name}, {place} af {all}, er markeret."),
        "place": words("{kind} i {place}"),
        "failed": words("Søgningen kunne ikke hentes. Kontrollér forbindelsen, og prøv igen."),
    }
