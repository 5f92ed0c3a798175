"""The peer: the same map in Dash with dash-leaflet, as fast as Dash's own guidance makes it.

Shapes come by address and stay; a choice sends one number an area as `hideout`, and a function of the browser colours
them. With PEER_YEAR=browser all years are sent once and the year is a clientside callback that waits for no server.

    PEER_FILES=<folder of web files> PORT=8050 python tests/benchmarks/peer_dash/app.py
"""

from __future__ import annotations

import gzip
import json
import logging
import os
from functools import cache
from pathlib import Path
from typing import Any

import dash_leaflet as leaflet
from dash import Dash, Input, Output, State, clientside_callback, ctx, dcc, html, no_update
from flask import Response

FILES = Path(os.environ["PEER_FILES"])
IN_BROWSER = os.environ.get("PEER_YEAR") == "browser"
LEVELS = {"municipality": "Kommuner", "housing_area": "Boligområder"}
COLOURS = ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"]
BREAKS = [26, 42, 58, 74]


@cache
def read(name: str) -> dict[str, Any]:
    return json.loads(gzip.decompress((FILES / f"{name}.json.gz").read_bytes()))


@cache
def shapes(level: str) -> bytes:
    """The outlines with a place in the list of values and a name, and nothing else."""
    features = [
        {**feature, "properties": {"at": at, "name": feature["properties"]["name"]}}
        for at, feature in enumerate(read(f"geometry-{level}")["features"])
    ]
    return gzip.compress(json.dumps({"type": "FeatureCollection", "features": features}).encode())


@cache
def values(indicator: str, level: str) -> list[list[float | None]]:
    """A list for each year, with a number for each outline."""
    known = read(f"values-{indicator}")["levels"][level]["areas"]
    series = [known[feature["id"]]["v"] for feature in read(f"geometry-{level}")["features"]]
    return [[None if value is None else round(value, 1) for value in year] for year in zip(*series, strict=True)]


INDICATORS = sorted(path.name[7:-8] for path in FILES.glob("values-*.json.gz"))
YEARS = read(f"values-{INDICATORS[0]}")["levels"]["municipality"]["periods"]

app = Dash(__name__, title="Områdekort", update_title=None)


@app.server.route("/shapes/<level>.json")
def send_shapes(level: str) -> Response:
    headers = {"Content-Encoding": "gzip", "Cache-Control": "public, max-age=31536000, immutable"}
    return Response(shapes(level), mimetype="application/json", headers=headers)


def shown(indicator: str, level: str, year: int) -> dict[str, Any]:
    return {"values": values(indicator, level)[year], "breaks": BREAKS, "colours": COLOURS}


def sentence(indicator: str, level: str, year: int) -> str:
    known = [value for value in values(indicator, level)[year] if value is not None]
    return f"{indicator}, {YEARS[year]}: {len(known)} {LEVELS[level].lower()} fra {min(known)} til {max(known)}."


def rows(indicator: str, level: str, year: int, at: int) -> list[html.Tr]:
    """The selected area: each indicator in the chosen year, the chosen one first."""
    order = sorted(INDICATORS, key=lambda name: name != indicator)
    cells = [(name, values(name, level)[year][at]) for name in order]
    return [html.Tr([html.Td(name.capitalize()), html.Td(value)]) for name, value in cells]


legend = [
    html.Span([html.Span(style={"background": colour}, className="swatch"), text])
    for colour, text in zip(COLOURS, [f"højst {BREAKS[0]}", *(f"over {low}" for low in BREAKS)], strict=True)
]
first = (INDICATORS[-1], "municipality", len(YEARS) - 1)
app.layout = html.Div(
    [
        dcc.Dropdown(INDICATORS, first[0], id="indicator", clearable=False),
        dcc.Dropdown(LEVELS, first[1], id="level", clearable=False),
        dcc.Slider(0, len(YEARS) - 1, 1, value=first[2], marks=dict(enumerate(YEARS)), updatemode="drag", id="year"),
        html.P(sentence(*first), id="sentence"),
        leaflet.Map(
            leaflet.GeoJSON(
                url="/shapes/municipality.json",
                id="areas",
                hideout=shown(*first),
                zoomToBounds=False,
                style={"variable": "peer.style"},
                onEachFeature={"variable": "peer.name"},
            ),
            center=[56, 11],
            zoom=7,
            style={"height": "560px"},
            attributionControl=False,
        ),
        html.Div(legend, id="legend"),
        html.Table(html.Tbody(rows(*first, 0), id="area")),
        dcc.Store(id="years", data=values(*first[:2])),
    ]
)

CHOICES = Input("indicator", "value"), Input("level", "value")
YEAR = Input("year", "value")


@app.callback(
    Output("sentence", "children"),
    Output("area", "children"),
    *CHOICES,
    YEAR,
    Input("areas", "clickData"),
    prevent_initial_call=True,
)
def describe(indicator: str, level: str, year: int, clicked: dict | None) -> tuple:
    at = clicked["properties"]["at"] if clicked else 0
    known = at if at < len(values(indicator, level)[year]) else 0
    return sentence(indicator, level, year), rows(indicator, level, year, known)


if IN_BROWSER:

    @app.callback(Output("areas", "url"), Output("years", "data"), *CHOICES, prevent_initial_call=True)
    def change(indicator: str, level: str) -> tuple:
        return f"/shapes/{level}.json" if ctx.triggered_id == "level" else no_update, values(indicator, level)

    clientside_callback(
        "(year, years, now) => ({ ...now, values: years[year] })",
        Output("areas", "hideout"),
        YEAR,
        Input("years", "data"),
        State("areas", "hideout"),
        prevent_initial_call=True,
    )
else:

    @app.callback(Output("areas", "url"), Output("areas", "hideout"), *CHOICES, YEAR, prevent_initial_call=True)
    def change(indicator: str, level: str, year: int) -> tuple:
        address = f"/shapes/{level}.json" if ctx.triggered_id == "level" else no_update
        return address, shown(indicator, level, year)


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(host="127.0.0.1", port=os.environ["PORT"], debug=False)
