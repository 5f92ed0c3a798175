"""Maps without Streamlit: the choices the map element draws from, and a stand-alone map to download.

Both say a number, a class and a missing number with the same words and colours, which are decided here.
"""

from __future__ import annotations

import html
import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import folium
import pandas
from folium.utilities import JsCode
from jinja2 import Environment, FileSystemLoader

from dashboard import assets, labels, theme
from dashboard.words import Words

HEIGHT, PROJECTOR_HEIGHT = 560, 720  # CSS pixels
COMPARED = ("above", "below", "similar")
PATTERNS = {  # what fills an area without a number: an SVG path in a square of 8 by 8
    "hidden": ("hatch", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"),
    "not_collected": ("dots", "M1,2 h2 M5,6 h2"),
    "not_relevant": ("cross", "M0,0 l8,8 M8,0 l-8,8"),
    "too_few": ("lines", "M0,4 h8"),
}


@dataclass(frozen=True)
class Scale:
    """How an indicator is written and coloured: the same in every year, on every level, in every picture.

    `breaks` are upper class bounds; a value equal to a bound falls in the lower class, the last class is open.
    """

    title: str
    unit: str
    decimals: int
    breaks: tuple[float, ...]

    @property
    def colours(self) -> list[str]:
        """Light to dark, one a class, spread over the whole sequence. At most as many classes as it has colours."""
        shades, last = theme.SEQUENTIAL, len(self.breaks)
        if last >= len(shades):
            raise ValueError(f"{last + 1} classes, but only {len(shades)} colours can be told apart")
        return [shades[round(index * (len(shades) - 1) / max(last, 1))] for index in range(last + 1)]

    def colour(self, value: float) -> str:
        return self.colours[bisect_left(self.breaks, value)]

    def labels(self, words: Words) -> list[str]:
        """The classes in words: højst 10 · over 10 til 20 · over 20."""
        decimals = 0 if all(float(bound).is_integer() for bound in self.breaks) else self.decimals
        bounds = [words.number(bound, decimals) for bound in self.breaks]
        if not bounds:
            return [words("alle værdier")]
        between = [words("over {low} til {high}", low=low, high=high) for low, high in pairwise(bounds)]
        return [words("højst {high}", high=bounds[0]), *between, words("over {low}", low=bounds[-1])]

    def text(self, value: float | None, status: str, words: Words) -> str:
        """The number with its unit, or the word for why there is none."""
        if status != "shown":
            return words(labels.MISSING[status])
        return f"{words.number(value, self.decimals)} {self.unit}".strip()


def scale(indicator: Mapping[str, Any], words: Words) -> Scale:
    """The scale of a row of the prepared indicators."""
    breaks = tuple(bound for bound in json.loads(indicator["class_breaks"]) if bound is not None)
    return Scale(words.pick(indicator, "name"), words(labels.UNITS[indicator["unit"]]), indicator["decimals"], breaks)


def missing(words: Words) -> dict[str, dict[str, str]]:
    """The four words for a missing number, each with its pattern."""
    return {
        status: {"label": words(labels.MISSING[status]), "pattern": name, "drawing": drawing}
        for status, (name, drawing) in PATTERNS.items()
    }


def element_data(
    scale: Scale,
    words: Words,
    *,
    level: str,
    period: str,
    geometry: str,
    values: str,
    background: str,
    overlay: str | None = None,
    selected: str | None = None,
    listed: Sequence[str] | None = None,
    listed_label: str = "",
    listed_unknown: bool = False,
    source: str = "",
    projector: bool = False,
    height: int | None = None,
) -> dict[str, Any]:
    """What `show_map.area_map` sends to the browser at each choice: about 2 KB, and no data but the choice.

    `geometry`, `values`, `background` and `overlay` are addresses of prepared files. `period` is one of the values
    file's own. `listed` are the areas on the chosen official list, None when no list is chosen; `listed_unknown`
    when the list is not known in full, so that "not on the list" cannot be said.
    """
    return {
        "script": assets.url("map.js"),
        "geometry": geometry, "background": background, "overlay": overlay, "values": values,
        "level": level, "period": period, "selected": selected,
        "breaks": list(scale.breaks), "colours": scale.colours, "missing": missing(words),
        "listed": None if listed is None else list(listed),
        "listed_label": listed_label, "listed_unknown": listed_unknown,
        "comparisons": {code: words(labels.COMPARISONS[code]).capitalize() for code in COMPARED},
        "format": {"locale": words.locale.replace("_", "-"), "decimals": scale.decimals, "unit": scale.unit},
        "legend": {
            "title": scale.title, "period": period.replace("-", "–"), "labels": scale.labels(words), "source": source,
        },
        "language": words.language, "texts": texts(words), "projector": projector,
        "height": height or (PROJECTOR_HEIGHT if projector else HEIGHT),
    }


def texts(words: Words) -> dict[str, str]:
    """Every sentence the map itself says. Places in braces are filled in by the browser."""
    return {
        "map": words("Kort: {title}", title="{title}"),
        "skip": words("Spring kortet over"),
        "keys": words(
            "Tab går fra område til område, Enter vælger, Esc lukker og forlader kortet. "
            "Piletaster flytter kortet, + og − zoomer."
        ),
        "two_fingers": words("Tryk på et område for at se tallet. Flyt og zoom kortet med to fingre."),
        "zoom_in": words("Zoom ind"),
        "zoom_out": words("Zoom ud"),
        "home": words("Vis hele kortet"),
        "close": words("Luk {name}", name="{name}"),
        "interval": words("95 %-interval: {low}–{high}", low="{low}", high="{high}"),
        "selected": words("valgt område"),
        "stand_in": words("distrikt, ikke områdets egen afgrænsning"),
        "not_listed": words("Står ikke på den valgte liste."),
        "list_unknown": words("Om området stod på den valgte liste, er ikke opgjort."),
        "failed": words(
            "Kortet kunne ikke hentes. Kontrollér forbindelsen, og prøv igen. Tallene står også i tabellen."
        ),
        "retry": words("Prøv igen"),
    }


def safe(text: object) -> str:
    """Text that stays text wherever folium puts it: in markup, in an attribute, in a script's backtick string."""
    return html.escape(str(text)).translate({ord(sign): f"&#{ord(sign)};" for sign in "`${}"})


_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
_NAME_SHAPE = JsCode("""
    function (feature, layer) {
        layer.on("add", () => {
            const shape = layer.getElement()
            shape.setAttribute("role", "img")
            shape.setAttribute("aria-label", SPOKEN[feature.id])
            shape.tabIndex = 0
        })
    }
""")


@dataclass(frozen=True)
class _Reading:
    """What the stand-alone map says about an area."""

    area_id: str
    name: str
    kind: str
    status: str
    text: str
    fill: str


def standalone(
    scale: Scale,
    words: Words,
    *,
    geometry: Mapping[str, Any],
    background: Mapping[str, Any],
    observations: pandas.DataFrame,
    period: str,
    sentence: str,
    source: str,
    mark: str = "",
    listed: Sequence[str] = (),
    listed_label: str = "",
) -> str:
    """One HTML file with map, legend, table and source that needs no network: it forbids itself any request.

    `geometry` and `background` are the prepared GeoJSON collections, `observations` one row an area: area_id, value,
    status. An area without a row is "ikke opgjort". `sentence` says what the map shows, `source` source and date, and
    `mark` stands above both ("Fiktive tal"). Raises ValueError when an area has two rows.
    """
    rows = observations.set_index("area_id", verify_integrity=True)[["value", "status"]]
    readings = {feature["id"]: _reading(feature, rows, scale, words) for feature in geometry["features"]}
    by_name = sorted(readings.values(), key=lambda reading: reading.name)
    statuses = {reading.status for reading in by_name}
    figure = _folium_map(geometry, readings, background, set(listed)).get_root()
    figure.render()
    return _TEMPLATES.get_template("standalone_map.html").render(
        language=words.language, title=scale.title, unit=scale.unit, period=period.replace("-", "–"), sentence=sentence,
        source=source, mark=mark, listed_label=listed_label if listed else "",
        stand_in=any(reading.kind == "stand_in" for reading in by_name),
        classes=list(zip(scale.colours, scale.labels(words), strict=True)),
        missing=[entry for status, entry in missing(words).items() if status in statuses],
        patterns=PATTERNS.values(), readings=by_name,
        spoken={reading.area_id: f"{reading.name}: {reading.text}" for reading in by_name},
        words={"area": words("Område"), "table": words("Tallene i en tabel"), **texts(words)},
        leaflet_css=_static("leaflet/leaflet.css"), map_css=_static("map.css"),
        leaflet_js=_static("leaflet/leaflet.js").replace("//# sourceMappingURL=leaflet.js.map", ""),
        map_html=figure.html.render(), map_script=figure.script.render(),
    )


def _static(name: str) -> str:
    return (assets.FOLDER / name).read_text(encoding="utf-8")


def _reading(feature: Mapping[str, Any], rows: pandas.DataFrame, scale: Scale, words: Words) -> _Reading:
    area_id, properties = feature["id"], feature["properties"]
    value, status = rows.loc[area_id] if area_id in rows.index else (None, "not_collected")
    fill = scale.colour(value) if status == "shown" else f"url(#area-map-{PATTERNS[status][0]})"
    text = scale.text(value, status, words)
    return _Reading(area_id, properties["name"], properties["kind"], status, text, fill)


def _folium_map(
    geometry: Mapping[str, Any], readings: Mapping[str, _Reading], background: Mapping[str, Any], listed: set[str]
) -> folium.Map:
    """The map itself. Folium reads what it is given as a template once more, so no text reaches it but `safe` ones."""

    def area(feature: Mapping[str, Any]) -> dict[str, Any]:
        reading = readings[feature["id"]]
        tip = f"<strong>{safe(reading.name)}</strong><br>{safe(reading.text)}"
        return {"type": "Feature", "id": feature["id"], "geometry": feature["geometry"], "properties": {"tip": tip}}

    def style(feature: Mapping[str, Any]) -> dict[str, Any]:
        reading = readings[feature["id"]]
        names = ["area", reading.kind, *(["mark", "listed"] if reading.area_id in listed else [])]
        return {"fillColor": reading.fill, "fillOpacity": 1, "className": " ".join(names)}

    made = folium.Map(tiles=None, attributionControl=False, zoomSnap=0.25, min_zoom=5, max_zoom=14)
    land = folium.GeoJson(
        dict(background), interactive=False, control=False,
        style_function=lambda feature: {"stroke": False, "className": feature["properties"]["kind"]},
    )
    order = sorted(geometry["features"], key=lambda feature: readings[feature["id"]].name)
    areas = folium.GeoJson(
        {"type": "FeatureCollection", "features": [area(feature) for feature in order]},
        style_function=style, on_each_feature=_NAME_SHAPE, marker=folium.CircleMarker(radius=8), smooth_factor=0.7,
        tooltip=folium.GeoJsonTooltip(fields=["tip"], labels=False, class_name="tip"),
    )
    for layer in (land, areas):
        layer.add_to(made)
    made.fit_bounds(areas.get_bounds(), padding=(12, 12))
    return made
