"""How a view leaves the page: "Del" beside it, with its link, pictures, table and citation.

Links and pictures are made in the browser from what it shows (`static/shell/sharing.js`), so they need no connection.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

import streamlit

from dashboard.files import formats, geography
from dashboard.files.taken import Taken, Told
from dashboard.i18n import labels, languages
from dashboard.i18n.words import Words
from dashboard.ui import clock, downloads, embedding, navigation
from dashboard.ui.address import Choice
from dashboard.ui.address_keys import KEYS
from dashboard.views.view import View

LONGEST_NAME = 80  # characters of a file's name that say what is in it
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae", "ü": "ue"})


@dataclass(frozen=True)
class Shared:
    """What is shared of a view: `taken` is its table with what is said of it. `drawn`: it has charts, which the browser
    makes pictures of; `picture` and `drawing` make the PNG and the SVG of one that is drawn here. `others` draws more
    ways.
    """

    key: str
    taken: Taken
    drawn: bool = False
    picture: Callable[[], bytes] | None = None
    drawing: Callable[[], bytes] | None = None
    others: Callable[[], None] | None = None

    @property
    def told(self) -> Told:
        return self.taken.told


def of_view(choice: Choice, shown: View) -> Shared:
    """A view with its table, of which nothing is made before a file is asked for."""
    rows, columns = shown.file or (shown.table, shown.columns)
    taken = Taken(
        choice.setting,
        Told(shown.heading, shown.sentence, shown.source, address_of(choice, shown.key)),
        downloads.meta(choice, shown.chosen),
        lambda: (rows, columns),
        geography.has_places(rows, choice.setting),
    )
    return Shared(shown.key, taken, drawn=bool(shown.charts))


def address_of(choice: Choice, key: str) -> str:
    """The path and choices of a view, as its link has them; nothing of the reader or of a meeting."""
    fixed = {"datasaet": choice.dataset, **languages.in_address(choice.language)}
    view = {"vis": key} if key else {}
    kept = {name: value for name, value in choice.address.items() if name in KEYS and KEYS[name].in_agenda}
    asked = {
        **{name: value for name, value in kept.items() if name != "vis"},
        **fixed,
        **view,
    }
    return f"/{choice.page or navigation.START.path}?{urlencode(asked, safe=',')}"


def share(choice: Choice, shared: Shared) -> None:
    """The button "Del" and what it opens."""
    words, name = choice.words, file_name(choice, shared.told.heading)
    label = words("Del")
    with streamlit.popover(label, key=f"share-{shared.key}", type="tertiary", icon=":material/share:"):
        streamlit.html(ways(choice, shared, name))
        if shared.picture:
            downloads.button(
                words("Hent billede (PNG)"), shared.picture, f"{name}.png", "image/png", f"png-{shared.key}"
            )
        if shared.drawing:
            downloads.button(
                words("Hent tegning (SVG)"), shared.drawing, f"{name}.svg", "image/svg+xml", f"svg-{shared.key}"
            )
        for kind in formats.offered(shared.taken):
            made, key = partial(kind.write, shared.taken), f"{kind.suffix}-{shared.key}"
            downloads.button(words(kind.label), made, f"{name}.{kind.suffix}", kind.mime, key)
        if shared.others:
            shared.others()


def ways(choice: Choice, shared: Shared, name: str) -> str:
    """The buttons that the browser answers, with what it needs for them: nothing that it shows anyway."""
    words = choice.words
    offered = {"link": words("Kopiér link"), "citation": words("Kopiér henvisning")}
    if embedding.hosts():
        offered["embed"] = words("Kopiér kode til indlejring")
    if shared.drawn:
        offered |= {"png": words("Hent billede (PNG)"), "svg": words("Hent tegning (SVG)")}
    told = {
        "key": shared.key,
        "name": name,
        "heading": shared.told.heading,
        "sentence": shared.told.sentence,
        "foot": [shared.told.source, data_line(choice)],
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
        title=" – ".join(filter(None, (shared.told.heading, downloads.mark(choice)))),
        page=words(navigation.page(choice.page or navigation.START.path).title),
        data=version_line(choice),
        address="{address}",
        day=words.date(clock.today()),
        source=sources_of(shared.told.source, words),
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
