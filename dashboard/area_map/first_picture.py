"""The start page's map as the server draws it into the document: seen before anything of the application has come.

It shows the newest list, as the map itself opens. `static/shell/first.js` takes it away when the map is there.
"""

from __future__ import annotations

import html
import math
from collections.abc import Iterable

from shapely.geometry.base import BaseGeometry

from dashboard import store
from dashboard.area_map import standing
from dashboard.area_map.colouring import LIST
from dashboard.areas import shelf
from dashboard.i18n.words import Words
from data.lists import Edition, Move
from data.versions import Version
from geo.features import Feature

WIDTH, HEIGHT = 540, 460  # of the drawing, and about what the map has of a laptop's screen
WEST, EAST, SOUTH, NORTH = 7.6, 13.0, 54.5, 57.9  # degrees, as the map opens
DETAIL = 0.012  # degrees, about a pixel
SMALLEST = 0.0008  # square degrees; a smaller island is a dot
FILLS = {"land": "#e9edf1", "neighbour": "#dfe4e9"}
RADII = {Move.NEW: 7, Move.STAYED: 6, Move.LEFT: 5.5, Move.OFF: 2.5}


def mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def place(longitude: float, latitude: float) -> tuple[int, int]:
    """Where a point lies in the drawing."""
    low, high = mercator(SOUTH), mercator(NORTH)
    return (
        round((longitude - WEST) / (EAST - WEST) * WIDTH),
        round((high - mercator(latitude)) / (high - low) * HEIGHT),
    )


def outline(shape: BaseGeometry) -> str:
    """The outer rings of a shape as a path, as fine as the drawing shows it."""
    parts = getattr(shape.simplify(DETAIL), "geoms", [shape])
    rings = (part.exterior.coords for part in parts if part.geom_type == "Polygon" and part.area > SMALLEST)
    placed = [dict.fromkeys(place(*corner) for corner in ring) for ring in rings]
    return "".join(f"M{' '.join(f'{x},{y}' for x, y in ring)}z" for ring in placed)


def mark(feature: Feature, move: Move) -> str:
    """The mark of an area in its shape and colour, as in the legend; the map's own comes in its place."""
    x, y = place(feature.shape.representative_point().x, feature.shape.representative_point().y)
    _, colour, shape = standing.MOVES[move]
    radius = RADII[move]
    if shape == "diamond":
        form = f'<path d="M{x},{y - radius}l{radius},{radius}-{radius},{radius}-{radius}-{radius}z"'
    else:
        form = f'<circle cx="{x}" cy="{y}" r="{radius}"'
    width = 3.5 if shape == "ring" else 1.5
    return f'{form} fill="{colour}" stroke="#1b2a3a" stroke-width="{width}"/>'


def drawing(land: Iterable[Feature], areas: Iterable[Feature], edition: Edition, alt: str) -> str:
    """The country and the marks of a list as SVG; those that came or left lie on top."""
    order = (Move.OFF, Move.STAYED, Move.LEFT, Move.NEW)
    placed = [feature for feature in areas if not feature.shape.is_empty]
    marked = [(feature, standing.move(edition, feature.id)) for feature in placed]
    marks = "".join(mark(feature, move) for wanted in order for feature, move in marked if move is wanted)
    outlines = [(outline(each.shape), FILLS[each.kind]) for each in land]
    paths = "".join(f'<path d="{path}" fill="{fill}" stroke="#5d6c7c"/>' for path, fill in outlines if path)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(alt)}">{paths}{marks}</svg>'


def document_part(version: Version, language: str) -> str:
    """Heading, sentence and map; empty where the map opens with no list. Raises DataError where there is no data."""
    words, atlas = Words(language), shelf.book(version)
    if not atlas.series:
        return ""
    series = next(iter(atlas.series.values()))
    edition = series.newest
    title, said = words("Områdekort"), standing.caption(atlas, series, words).sentence(LIST, edition.period)
    svg = drawing(
        store.features(version, "background"),
        store.features(version, f"geometry-{atlas.area_levels.marked}"),
        edition,
        standing.colouring(series, words).title,
    )
    return (
        f'<div id="first-picture"><p class="title">{html.escape(title)}</p><p>{html.escape(said)}</p>{svg}'
        f"<p>{html.escape(words('Kortet hentes …'))}</p></div>"
    )
