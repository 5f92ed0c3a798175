"""Views and a meeting made by hand, for the tests of the documents."""

from __future__ import annotations

import io

import pandas
from PIL import Image
from plotly import graph_objects

from dashboard.documents.records import Entry, Meeting, Picture
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from dashboard.views.view import View

DATA = "Offentliggjorte tal, version abc123, dannet 1. december 2026"


def png(width: int = 120, height: int = 60) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", (width, height), "#1f4e87").save(content, "PNG")
    return content.getvalue()


def view(rows: int = 3, columns: int = 2, **parts: object) -> View:
    table = pandas.DataFrame({f"c{place}": [f"celle {row}.{place}" for row in range(rows)] for place in range(columns)})
    own = {
        "title": "Ledige i job",
        "sentence": "Tolv af tyve er i job.",
        "table": table,
        "key": "jobs",
        "columns": [Column(f"c{place}", f"Kolonne {place}") for place in range(columns)],
        "source": "Kilde: rapporten.",
    }
    return View(**{**own, **parts})


def bars(height: int = 680) -> graph_objects.Figure:
    return graph_objects.Figure(graph_objects.Bar(x=[1, 2], y=[3, 4]), layout={"height": height})


def picture(alt: str = "To søjler: 3 og 4.", **parts: object) -> Picture:
    return Picture(png(), alt, 120, 60, **parts)


def entry(**parts: object) -> Entry:
    own = {
        "title": "Status på job",
        "minutes": 10,
        "note": "Noten om job",
        "decision": "Vi fortsætter",
        "responsible": "Sekretariatet",
        "view": view(),
        "data": DATA,
        "address": "http://barometer.example/succeskriterier?vis=jobs",
    }
    return Entry(**{**own, **parts})


def meeting(*entries: Entry, language: str = "da", **parts: object) -> Meeting:
    own = {"title": "Styregruppemøde", "day": "2026-12-01", "place": "Rådhuset", "address": "http://barometer.example/"}
    return Meeting(**{**own, **parts}, entries=entries, words=Words(language))
