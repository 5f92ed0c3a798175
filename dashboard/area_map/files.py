"""The map as files to keep: its table for a spreadsheet, and the map itself in one page."""

from __future__ import annotations

from dataclasses import replace

import pandas

from dashboard import store
from dashboard.area_map import document, pictures, standalone
from dashboard.area_map.caption import boundaries
from dashboard.area_map.choices import MapChoice
from dashboard.area_map.subject import Subject
from dashboard.areas.atlas import Atlas
from dashboard.documents import typesetter
from dashboard.files.taken import Taken, Told
from dashboard.ui import downloads, sharing
from dashboard.ui.address import Choice
from dashboard.ui.sharing import Shared
from dashboard.views.tables import Column


def as_table(choice: Choice, shown: Subject) -> tuple[pandas.DataFrame, list[Column]]:
    """What the map shows, with the official `code` of each area's municipality, empty where it lies in none;
    any columns, which are told too.
    """
    rows, (area, *others) = shown.table()
    return rows, [area, Column("code", choice.words("Kommunekode"), optional=True), *others]


def as_page(choice: Choice, chosen: MapChoice, shown: Subject) -> bytes:
    """The map as one HTML page that needs no network."""
    words, areas = choice.words, store.features(choice.version, f"geometry-{chosen.level}")
    return standalone.standalone(
        shown.colouring,
        words,
        areas=areas,
        background=store.web_json(choice.version, "background"),
        readings=shown.readings(areas, chosen.period),
        unit=shown.unit,
        period=chosen.period_text(words),
        sentence=shown.caption.sentence(chosen.mode, chosen.period),
        source=shown.caption.source(chosen.period),
        mark=downloads.mark(choice),
    ).encode()


def shared(choice: Choice, atlas: Atlas, chosen: MapChoice, shown: Subject) -> Shared:
    """The map for "Del": its picture is drawn here, for the one in the browser has no legend beside it."""
    place, title = atlas.names[chosen.within] if chosen.within else "", shown.colouring.title
    period = chosen.period_text(choice.words)
    heading = " · ".join(filter(None, (place, title, period)))
    sentence, source = shown.caption.sentence(chosen.mode, chosen.period), shown.caption.source(chosen.period)
    told = Told(heading, sentence, source, sharing.address_of(choice, "kort"))

    def drawing() -> str:
        drawn = document.drawing(choice.version, atlas, chosen, shown, "", choice.words)
        notes = (sentence, boundaries(atlas, chosen.level, choice.words), source, sharing.data_line(choice))
        foot = [text for text in (downloads.mark(choice), *notes) if text]
        return pictures.picture(replace(drawn, foot=foot))

    def page() -> None:
        name = f"{sharing.file_name(choice, heading)}.html"
        label = choice.words("Hent kortet (HTML)")
        downloads.button(label, lambda: as_page(choice, chosen, shown), name, "text/html", "html-kort")

    return Shared(
        "kort",
        Taken(
            choice.setting,
            told,
            downloads.meta(choice, f"{title}, {period}"),
            lambda: as_table(choice, shown),
            is_placed=True,
        ),
        picture=lambda: typesetter.png(drawing()),
        drawing=lambda: drawing().encode(),
        others=page,
    )
