"""How a view leaves the page: "Del" beside it, with its link, pictures, table and citation.

Links and pictures are made in the browser from what it shows (`static/shell/sharing.js`), so they need no connection.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

import streamlit

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.ui import clock, downloads, navigation
from dashboard.ui.address import Choice
from dashboard.views.view import View

LONGEST_NAME = 80  # characters of a file's name that say what is in it
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae", "ü": "ue"})


@dataclass(frozen=True)
class Shared:
    """What is shared of a view. `heading` says what, where and when; `table` makes its CSV. `drawn`: it has charts,
    which the browser makes pictures of; `picture` makes the PNG of one that is drawn here. `others` draws more ways.
    """

    key: str
    heading: str
    sentence: str
    source: str
    table: Callable[[], bytes]
    drawn: bool = False
    picture: Callable[[], bytes] | None = None
    others: Callable[[], None] | None = None


def of_view(shown: View, table: Callable[[], bytes]) -> Shared:
    return Shared(shown.key, shown.heading, shown.sentence, shown.source, table, drawn=bool(shown.charts))


def share(choice: Choice, shared: Shared) -> None:
    """The button "Del" and what it opens."""
    words, name = choice.words, file_name(choice, shared.heading)
    label = words("Del")
    with streamlit.popover(label, key=f"share-{shared.key}", type="tertiary", icon=":material/share:"):
        streamlit.html(ways(choice, shared, name))
        if shared.picture:
            downloads.button(
                words("Hent billede (PNG)"), shared.picture, f"{name}.png", "image/png", f"png-{shared.key}"
            )
        downloads.button(words("Hent tal (CSV)"), shared.table, f"{name}.csv", "text/csv", f"csv-{shared.key}")
        if shared.others:
            shared.others()


def ways(choice: Choice, shared: Shared, name: str) -> str:
    """The buttons that the browser answers, with what it needs for them: nothing that it shows anyway."""
    words = choice.words
    offered = {"link": words("Kopiér link"), "citation": words("Kopiér henvisning")}
    if shared.drawn:
        offered |= {"png": words("Hent billede (PNG)"), "svg": words("Hent tegning (SVG)")}
    told = {
        "key": shared.key,
        "name": name,
        "heading": shared.heading,
        "sentence": shared.sentence,
        "foot": [shared.source, data_line(choice)],
        "mark": downloads.mark(choice),
        "citation": citation(choice, shared),
    }
    buttons = "".join(
        f'<button type="button" data-way="{way}">{html.escape(text)}</button>' for way, text in offered.items()
    )
    return (
        f'<div class="share-ways" data-shared="{html.escape(json.dumps(told, ensure_ascii=False))}">{buttons}'
        '<p role="status"></p></div>'
    )


def data_line(choice: Choice) -> str:
    """Where the numbers of a picture stand, and from when they are."""
    meta = downloads.meta(choice)
    return f"Områdebarometer: {meta[choice.words('Datasæt')]}, {version_line(choice)}."


def version_line(choice: Choice) -> str:
    words, version = choice.words, choice.version
    return words("version {version}, dannet {date}", version=version.name, date=words.date(version.time))


def citation(choice: Choice, shared: Shared) -> str:
    """How a view is named in a text: publisher, year, title, page, data version, sources. The browser, which knows the
    address of the view, puts it where {address} stands.
    """
    words = choice.words
    return words(
        "Områdebarometer, {year}: {title}. Siden »{page}«, {data}. {address} (hentet {day}). {source}",
        year=choice.version.time.year,
        title=" – ".join(filter(None, (shared.heading, downloads.mark(choice)))),
        page=words(navigation.page(choice.page or navigation.START.path).title),
        data=version_line(choice),
        address="{address}",
        day=words.date(clock.today()),
        source=sources_of(shared.source, words),
    )


def sources_of(text: str, words: Words) -> str:
    """The sources of the line under a view, without the notes that stand before them."""
    starts = (text.rfind(words.plural("Kilde: {list}", "Kilder: {list}", n, list="")) for n in (1, 2))
    return text[max(0, *starts) :]


def file_name(choice: Choice, heading: str) -> str:
    """What is in a file: area, subject and years, then language and version, in signs that every system takes."""
    plain = re.sub("[^a-z0-9-]", "", labels.slug(heading).translate(LETTERS))
    years = re.search(r"(-\d{4})+$", plain)
    end = years[0] if years else ""
    name = plain.removesuffix(end)[: LONGEST_NAME - len(end)].rstrip("-") + end
    return f"{name or 'visning'}_{choice.language}_{choice.dataset}_{choice.version.name}"
