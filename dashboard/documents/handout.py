"""The meeting as minutes on A4 (PDF): the same as the slides, to print and to file. It reads in black and white.

Here is what the minutes say; `handout.typ` beside this file lays them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from dashboard.charts import theme
from dashboard.documents import svg, typesetter
from dashboard.documents.fitting import SHEET
from dashboard.documents.records import Entry, Meeting, left_out
from dashboard.i18n.words import Words
from dashboard.views import tables
from dashboard.views.view import View

CONTENT = 511  # points across
CELL = 7.5  # the type size of a table
TABLE_ROWS = 40  # of one item; the rest stand on the page
IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"  # signs that an address keeps


def pdf(meeting: Meeting) -> bytes:
    """The minutes as PDF."""
    return typesetter.pdf("documents/handout.typ", said(meeting))


def said(meeting: Meeting) -> dict[str, Any]:
    """All that stands in the minutes, by the names that their template has for it."""
    words = meeting.words
    heading = typesetter.printable(meeting.title).strip() or words("Dagsorden")
    return {
        "language": words.language,
        "made": day(meeting.day),
        "title": f"{words('Referat')}: {heading}",
        "subject": meeting.data_line,
        "mark": meeting.mark,
        "kind": words("Referat"),
        "heading": heading,
        "where_and_when": meeting.where_and_when,
        "data_line": meeting.data_line,
        "home": meeting.address,
        "pages": words("Side {n} af {all}"),
        "plan_heading": words("Dagsorden"),
        "plan": meeting.plan,
        "items": [item(number, entry, meeting) for number, entry in enumerate(meeting.entries, 1)],
        "decisions_heading": words("Beslutninger"),
        "decisions_columns": [words("Punkt"), words("Besluttet"), words("Ansvarlig")],
        "decisions": [[(text, "", "") for text in row] for row in meeting.decisions],
    }


def day(text: str) -> tuple[int, int, int] | None:
    """The day of the meeting: the date of its minutes."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found.year, found.month, found.day


def item(number: int, entry: Entry, meeting: Meeting) -> dict[str, Any]:
    words, view, name = meeting.words, entry.view, f"{number}. {entry.name}"
    data = entry.data if entry.data != meeting.data_line else ""
    origin = " ".join(text for text in (view.source if view else "", data) if text)
    shown = table(view, words) if view and not entry.pictures and not view.table.empty else no_table()
    return {
        **shown,
        "name": name,
        "title": view.title if view and view.title not in name else "",
        "sentence": view.sentence if view else "",
        "remarks": [f"{words('Bemærk')}: {remark}" for remark in entry.remarks],
        "pictures": [
            {"svg": found.svg or svg.photograph(found.png, found.width, found.height), "alt": found.alt or name}
            | {"width": found.width, "height": found.height}
            for found in entry.pictures
        ],
        "notes": [text for text in (*shown["notes"], origin) if text],
        "noted": entry.noted(words),
        "address": entry.address,
        "link": quote(entry.address, safe=IN_ADDRESS),
    }


def no_table() -> dict[str, Any]:
    return {"headings": [], "rows": [], "widths": [], "notes": []}


def table(view: View, words: Words) -> dict[str, Any]:
    """A view's table with the colours of its cells, and what of it is left out."""
    found = SHEET.grid(tables.to_display(view.table, view.columns, words), CONTENT, CELL, view.colours)
    rows = found.rows[:TABLE_ROWS]
    return {
        "headings": found.headings,
        "rows": [cells(row, found.colours, place) for place, row in enumerate(rows)],
        "widths": found.widths,
        "notes": [" ".join(left_out(len(found.rows) - len(rows), found.left_out, found.is_shortened, words))],
    }


def cells(row: Sequence[str], colours: dict[tuple[int, int], str], place: int) -> list[tuple[str, str, str]]:
    """Each text with the colour behind it, and the ink that can be read on that."""
    behind = [colours.get((place, column), "") for column in range(len(row))]
    return [(text, fill, theme.ink(fill) if fill else "") for text, fill in zip(row, behind, strict=True)]
