"""Outlines that are built around addresses, and the worksheets that the addresses come in."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest
import shapely

from data.intake import engine
from data.intake.draft import Draft
from data.intake.messages import Grade
from geo import buildings, contract, place
from geo.contract import Kind
from geo.intake import Shapes
from geo.shapes import METRIC_CRS

EAST, NORTH = 690_000.0, 6_170_000.0  # a place on Sjælland
SOUTH_WEST = [(0, 0), (100, 0), (100, 60), (0, 60)]
HEADINGS = {"utm": "Boligområde;Adresse;Øst;Nord", "degrees": "Område-id;Matrikelnr;Breddegrad;Længdegrad"}


def draft(folder: Path, name: str, lines: str) -> Draft:
    (folder / "områder.csv").write_text("Område-id;Navn;Kommunekode\n1;Gården;0169\n2;Kæret;0169\n", encoding="utf-8")
    (folder / name).write_text(lines, encoding="utf-8")
    return engine.draft(folder)


def in_metres(given: Draft) -> geopandas.GeoDataFrame:
    return place.place(given, Shapes()).layers["housing_area"].set_index("area_id").to_crs(METRIC_CRS)


def rows(area: str, written: str, *, fewer: int = 0) -> str:
    """One line an address in the form of `written`, with decimals as Danish offices write them."""
    metric = geopandas.GeoSeries([shapely.Point(EAST + x, NORTH + y) for x, y in SOUTH_WEST[fewer:]], crs=METRIC_CRS)
    if written == "degrees":
        points = [(point.y, point.x) for point in metric.to_crs(4326)]
    else:
        points = [(point.x, point.y) for point in metric]
    return "".join(f"{area};Vej {n};{a:.7f};{b:.7f}\n".replace(".", ",") for n, (a, b) in enumerate(points))


@pytest.mark.parametrize("written", ["utm", "degrees"])
def test_addresses_become_an_outline_that_is_not_called_official(tmp_path: Path, written: str) -> None:
    area = "Gården" if written == "utm" else "1"
    given = draft(tmp_path, "liste.csv", f"{HEADINGS[written]}\n{rows(area, written)}")
    row = in_metres(given).loc["1"]
    assert row["geometry_kind"] == Kind.BUILDINGS
    assert row["geometry_note_da"] == "Bygningskreds om 4 adresser, ikke en officiel afgrænsning."
    square = shapely.box(EAST, NORTH, EAST + 100, NORTH + 60)
    assert square.buffer(-1).within(row.geometry)
    assert row.geometry.within(square.buffer(buildings.AROUND + 1))
    kinds = {message.kind for message in given.report.messages}
    assert ("crs" in kinds) == (written == "utm")  # metres do not tell their zone; degrees are what they are
    assert "not_recognised" not in kinds


def test_an_outline_of_its_own_goes_before_addresses_and_fewer_than_three_are_refused(tmp_path: Path) -> None:
    given = draft(tmp_path, "adresser.csv", f"{HEADINGS['utm']}\n{rows('1', 'utm')}{rows('2', 'utm', fewer=2)}")
    assert in_metres(given).loc["2", "geometry_kind"] == Kind.NONE
    few = next(message for message in given.checked.messages if message.kind == "few_addresses")
    assert few.grade == Grade.FAULT
    assert few.found == "2: 2"


def test_a_coordinate_that_is_none_is_told_with_its_cell(tmp_path: Path) -> None:
    given = draft(tmp_path, "adresser.csv", f"{HEADINGS['utm']}\nGården;Vej 1;690.000,5;nord\n")
    told = next(message for message in given.report.messages if message.kind == "not_a_number")
    assert (told.places[0].row, told.places[0].column, told.found) == (2, "Nord", "nord")


def test_an_area_list_with_a_point_each_is_no_list_of_addresses(tmp_path: Path) -> None:
    given = draft(tmp_path, "flere.csv", "Område-id;Navn;Kommunekode;X;Y\n3;Højen;0169;690000;6170000\n")
    assert [plan.table for plan in given.plans] == ["areas", "areas"]


def test_one_address_gives_a_disc_and_a_line_a_strip() -> None:
    one = geopandas.GeoSeries([buildings.outline([shapely.Point(12.3, 55.6)])], crs=contract.STORED_CRS)
    assert one.to_crs(METRIC_CRS).area.iloc[0] == pytest.approx(3.14 * buildings.AROUND**2, rel=0.02)
    line = buildings.outline([shapely.Point(12.3 + step / 1000, 55.6) for step in range(4)])
    assert line.geom_type == "Polygon"
    assert line.is_valid
