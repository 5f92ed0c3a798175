"""Maps without Streamlit: the choices the map element draws from, and a stand-alone map to download.

Both say a number, a class and a missing number with the same words and colours, which are decided here.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import folium
import pandas
from folium.utilities import JsCode
from jinja2 import Environment, FileSystemLoader

from dashboard import assets, labels, map_sentences
from dashboard.atlas import LEVELS, Atlas
from dashboard.colouring import CHANGE, COMPARED, Colouring, colouring
from dashboard.words import N_, Words

HEIGHT, PROJECTOR_HEIGHT = 560, 720  # CSS pixels
PATTERNS = {  # what fills an area without a class: an SVG path in a square of 8 by 8
    "hidden": ("hatch", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"),
    "not_collected": ("dots", "M1,2 h2 M5,6 h2"),
    "not_relevant": ("cross", "M0,0 l8,8 M8,0 l-8,8"),
    "too_few": ("lines", "M0,4 h8"),
    "not_compared": ("bars", "M4,0 v8"),
}
GROUPS = {  # fifths of the areas; the first is worst off where an indicator has a good direction
    False: N_("Gruppe {group} af 5; gruppe 1 har de højeste tal"),
    True: N_("Gruppe {group} af 5; gruppe 1 har de laveste tal"),
}


def unclassed(words: Words) -> dict[str, dict[str, str]]:
    """The words for an area without a class, each with its pattern: the four missing ones, and not compared."""
    return {
        status: {"label": words(labels.UNNUMBERED[status]), "pattern": name, "drawing": drawing}
        for status, (name, drawing) in PATTERNS.items()
    }


@dataclass(frozen=True)
class Files:
    """The addresses of the files that a map is drawn from: those of a level and of an indicator with a place in braces
    for its id.
    """

    catalogue: str
    geometry: str
    values: str
    background: str
    marks: str


def catalogue(book: Atlas, words: Words) -> dict[str, Any]:
    """What the map can be coloured by, in the reader's language: levels by id, and every indicator with its name, unit,
    classes in each colouring, the colourings it has on each level, and the level it is first shown on.
    """
    return {
        "levels": {level: words(many) for level, (_one, many) in LEVELS.items()},
        "indicators": [catalogued(book, indicator_id, words) for indicator_id in book.indicator_ids],
    }


def catalogued(book: Atlas, indicator_id: str, words: Words) -> dict[str, Any]:
    """One indicator of the `catalogue`."""
    indicator, levels = book.indicator(indicator_id), book.levels(indicator_id)
    able = {level: book.colourings(book.rows(indicator_id, level)) for level in levels}
    modes = {mode for own in able.values() for mode in own}
    return {
        "id": indicator_id, "title": words.pick(indicator, "name"), "theme": words(labels.THEMES[indicator["theme"]]),
        "unit": "" if indicator["unit"] == "count" else words(labels.UNITS[indicator["unit"]]),
        "decimals": int(indicator["decimals"]),
        "group": words(GROUPS[indicator["direction"] == "high_is_good"], group="{group}"),
        "levels": able, "fullest": book.fullest(levels),
        "modes": {mode: colouring(mode, indicator, words).for_browser(words) for mode in sorted(modes)},
    }


def element_data(
    words: Words,
    *,
    files: Files,
    choice: Mapping[str, str | None],
    overlaid: Sequence[str] = (),
    layers: Sequence[Mapping[str, str]] = (),
    sentences: Mapping[str, Mapping[str, str]],
    sources: Mapping[str, str],
    boundaries: str = "",
    signs: Sequence[Mapping[str, Any]] = (),
    lines: Sequence[Mapping[str, Any]] = (),
    tiles: Mapping[str, Any] | None = None,
    crumbs: Sequence[Mapping[str, Any]] = (),
    about: Mapping[str, Any] | None = None,
    projector: bool = False,
    meeting: bool = False,
) -> dict[str, Any]:
    """What `show_map.area_map` sends to the browser at each choice: words and addresses, and no number of an area.

    `choice` holds indikator, niveau, aar, farver, fra, delt, omraade, inden_for and lag as they stand in the address,
    None for what is not chosen. `overlaid` are the levels on which housing areas lie as marks, `layers` what can be
    switched on (id, label). `sentences` are by colouring and period, `sources` by period, both of the chosen indicator
    and level. `signs` are those switched on (id, sign, label, list, complete), `lines` the lines (id, label, url,
    dash), `crumbs` the way from the whole country to the area gone into (id, name), `about` what else is said of the
    chosen area (area, facts, links to other pages with the choices they change, levels to go down to as drill).
    """
    return {
        "script": assets.url("map/map.js"), "files": asdict(files), "overlaid": list(overlaid),
        "layers": list(layers),
        "marks": list(signs), "lines": list(lines), "tiles": tiles,
        "within": choice.get("inden_for"), "choice": dict(choice),
        "sentences": sentences, "sources": sources, "boundaries": boundaries,
        "crumbs": list(crumbs), "about": about or {"area": None}, "missing": unclassed(words),
        "comparisons": {
            against: {code: words(named[code]) for code in COMPARED}
            for against, named in (("country", labels.COMPARISONS), ("municipality", labels.MUNICIPALITY_COMPARISONS))
        },
        "trends": {code: words("Udvikling: {verdict}", verdict=words(name)) for code, name in labels.VERDICTS.items()},
        "format": {"locale": words.locale.replace("_", "-")},
        "language": words.language, "texts": texts(words), "projector": projector, "meeting": meeting,
        "height": PROJECTOR_HEIGHT if projector else HEIGHT,
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
        "interval_below_zero": words("95 %-interval: fra {low} til {high}", low="{low}", high="{high}"),
        "between": words("fra {from} til {to}", **{"from": "{from}", "to": "{to}"}),
        "selected": words("valgt område"),
        "stand_in": words("distrikt, ikke områdets egen afgrænsning"),
        "not_listed": words("Står ikke på listen: {list}.", list="{list}"),
        "list_unknown": words("Om området stod på listen, er ikke opgjort: {list}.", list="{list}"),
        "layers": words("Lag"),
        "indicator": words("Indikator"),
        "level": words("Niveau"),
        "mode": words("Farverne viser"),
        "since": words("Ændring siden"),
        "compared_with": words("Sammenlign med"),
        "split": words("To perioder side om side"),
        "period": words("Periode"),
        "play": words("Afspil perioderne"),
        "pause": words("Hold pause"),
        "legend": words("Forklaring"),
        "ranking": words("Rangliste"),
        "ranking_note": words("Prikken er tallet, stregen dets 95 %-interval. Overlapper stregerne, er rækkefølgen "
                              "usikker."),
        "area": words("Område"),
        "show_all": words("Vis alle"),
        "increased": words(map_sentences.INCREASED),
        "decreased": words(map_sentences.DECREASED),
        "unsure": words(map_sentences.UNSURE),
        "source": words("Kilde: {title}. Sikkerhed {certainty}.", title="{title}", certainty="{certainty}"),
        "source_page": words("Kilde: {title}, s. {page}. Sikkerhed {certainty}.", title="{title}", page="{page}",
                             certainty="{certainty}"),
        "derived": words("Tallet er afledt."),
        "path": words("Her er du på kortet"),
        "failed": words(
            "Kortet kunne ikke hentes. Kontrollér forbindelsen, og prøv igen. Tallene står også i tabellen."
        ),
        "tiles_failed": words("Baggrundskortet kunne ikke hentes. Områder og tal er ikke berørt."),
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
class Reading:
    """What the stand-alone map says about an area."""

    area_id: str
    name: str
    kind: str
    status: str
    text: str
    fill: str


def standalone(
    indicator: Mapping[str, Any],
    own: Colouring,
    words: Words,
    *,
    geometry: Mapping[str, Any],
    background: Mapping[str, Any],
    rows: pandas.DataFrame,
    period: str,
    sentence: str,
    source: str,
    mark: str = "",
) -> str:
    """One HTML file with map, legend, table and source that needs no network: it forbids itself any request.

    `geometry` and `background` are the prepared GeoJSON collections, of which only the areas in `rows` are drawn.
    `rows` has one row an area: area_id, value, status, and the columns a comparison reads. `period` is written as
    readers see it, `sentence` says what the map shows, `source` source and date, and `mark` stands above both
    ("Fiktive tal"). Raises ValueError when an area has two rows.
    """
    known = rows.set_index("area_id", verify_integrity=True, drop=False)
    shapes = {**geometry, "features": [shape for shape in geometry["features"] if shape["id"] in known.index]}
    readings = {shape["id"]: reading(shape, known, indicator, own, words) for shape in shapes["features"]}
    by_name = sorted(readings.values(), key=lambda reading: reading.name)
    statuses = {reading.status for reading in by_name}
    figure = _folium_map(shapes, readings, background).get_root()
    figure.render()
    return _TEMPLATES.get_template("standalone_map.html").render(
        language=words.language, title=own.title, unit=words(labels.UNITS[indicator["unit"]]), period=period,
        sentence=sentence, source=source, mark=mark,
        stand_in=any(reading.kind == "stand_in" for reading in by_name),
        classes=list(zip(own.colours, own.labels, strict=True)),
        missing=[entry for status, entry in unclassed(words).items() if status in statuses],
        patterns=PATTERNS.values(), readings=by_name,
        spoken={reading.area_id: f"{reading.name}: {reading.text}" for reading in by_name},
        words={"area": words("Område"), "table": words("Tallene i en tabel"), **texts(words)},
        leaflet_css=_static("vendor/leaflet/leaflet.css"), map_css=_static("map/map.css"),
        leaflet_js=_static("vendor/leaflet/leaflet.js").replace("//# sourceMappingURL=leaflet.js.map", ""),
        map_html=figure.html.render(), map_script=figure.script.render(),
    )


def _static(name: str) -> str:
    return (assets.FOLDER / name).read_text(encoding="utf-8")


def reading(
    shape: Mapping[str, Any], rows: pandas.DataFrame, indicator: Mapping[str, Any], own: Colouring, words: Words
) -> Reading:
    area_id, properties, row = shape["id"], shape["properties"], rows.loc[shape["id"]]
    status, place = row["status"], own.place(row) if row["status"] == "shown" else None
    text = unclassed(words)[status]["label"] if status != "shown" else labels.amount(row["value"], indicator, words)
    if status == "shown" and own.mode == CHANGE and row["value"] > 0:
        text = f"+{text}"
    if status == "shown" and own.codes:
        status = "shown" if place is not None else "not_compared"
        text += f" ({own.labels[place] if place is not None else unclassed(words)[status]['label']})"
    fill = own.colours[place] if place is not None else f"url(#area-map-{PATTERNS[status][0]})"
    return Reading(area_id, properties["name"], properties["kind"], status, text, fill)


def _folium_map(
    geometry: Mapping[str, Any], readings: Mapping[str, Reading], background: Mapping[str, Any]
) -> folium.Map:
    """The map itself. Folium reads what it is given as a template once more, so no text reaches it but `safe` ones."""

    def area(feature: Mapping[str, Any]) -> dict[str, Any]:
        reading = readings[feature["id"]]
        tip = f"<strong>{safe(reading.name)}</strong><br>{safe(reading.text)}"
        return {"type": "Feature", "id": feature["id"], "geometry": feature["geometry"], "properties": {"tip": tip}}

    def style(feature: Mapping[str, Any]) -> dict[str, Any]:
        reading = readings[feature["id"]]
        return {"fillColor": reading.fill, "fillOpacity": 1, "className": f"area {reading.kind}"}

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
