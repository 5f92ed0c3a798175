"""The shapes of the dataset `example`: an invented island in the open water between Anholt and Læsø.

    python -m geo.example      writes geo/source/example/, after `python -m data.example`

The coast, the borders and the outlines are drawn from the seed of `data.example`; no place is real. The island is the
municipality and the region, its districts partition it, and every housing area lies in its own district.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

import geopandas
import numpy
import pandas
import shapely
from shapely import affinity

from data import example, read
from data.contracts import Layer, Level
from data.example.chance import random_stream
from data.example.figures import YEARS
from geo.contract import STORED_CRS, Kind
from geo.layers import BACKGROUND_FILE, Layers
from geo.shapes import METRIC_CRS

FOLDER = Path(__file__).parent / "source" / "example"
DECIMALS = 6  # of a degree, about 10 cm
GRID = 1.0  # metres; borders drawn on a grid are the same for both neighbours

CENTRE = (621_500, 6_314_500)  # UTM 32N; about 56.96° N, 11.0° E
RADII = (12_000, 8_500)  # metres east and north
COAST_POINTS, COAST_WAVES = 720, 40
CELLS = 900  # pieces of land that the districts are made of; more makes smoother borders
DISTANCE_BETWEEN, DISTANCE_TO_BORDER = 1000, 450  # metres, of the centres of housing areas
RESIDENTS_PER_KM2 = 13_000
SMALLEST, LARGEST = 0.06, 0.58  # km²

# Ground plans of estates in a unit square, as corners; each is turned and stretched to its area.
PLANS = (
    ((0, 0), (1, 0), (1, 0.45), (0.5, 0.5), (0.5, 1), (0, 1)),
    ((0, 0), (1, 0), (1, 1), (0.7, 1), (0.7, 0.4), (0.3, 0.4), (0.3, 1), (0, 1)),
    ((0, 0.1), (0.55, 0), (1, 0.05), (1, 0.8), (0.85, 1), (0, 1)),
    ((0, 0), (0.8, 0), (0.8, 0.25), (1, 0.25), (1, 1), (0.2, 1), (0.2, 0.7), (0, 0.7)),
    ((0, 0), (0.4, 0.05), (1, 0), (0.95, 0.6), (1, 1), (0.5, 0.9), (0, 1)),
)
NOTE_DA, NOTE_EN = "Opdigtet omrids; stedet findes ikke.", "An invented outline; the place does not exist."


def layers() -> dict[str, geopandas.GeoDataFrame]:
    """The shapes of every layer by the name of its file, as `contract.Shape`, and the land, as `Background`.

    In EPSG:4326.
    """
    areas = example.tables()["areas"]
    districts = draw_districts(draw_island(), _ids(areas, Level.DISTRICT))
    island = shapely.union_all(districts.to_numpy())
    drawn: dict[str, pandas.Series] = {
        Level.REGION: pandas.Series(island, _ids(areas, Level.REGION)),
        Level.MUNICIPALITY: pandas.Series(island, _ids(areas, Level.MUNICIPALITY)),
        Level.DISTRICT: districts,
        Level.HOUSING_AREA: pandas.Series(dict(draw_estates(districts))),
    }
    files = {}
    layers = Layers.of(Layer.of(read.read_source(example.FOLDER)["layers"]))
    for layer in layers.of_areas:
        outlines = drawn[layer.level]
        shapes = outlines[[layers.may_hold(layer, area_id) for area_id in outlines.index]]
        if len(shapes):
            files[layer.file] = _outlines(shapes)
    land = geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[island], crs=METRIC_CRS)
    return files | {BACKGROUND_FILE: _stored(land)}


def write(folder: Path = FOLDER) -> None:
    """Write the file of every layer and the background."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, shapes in layers().items():
        if name.endswith(".parquet"):
            shapes.to_parquet(folder / name, index=False)
        else:
            text = json.dumps(shapes.to_geo_dict(drop_id=True), ensure_ascii=False, separators=(",", ":"))
            (folder / name).write_text(text + "\n", encoding="utf-8")


def draw_island() -> shapely.Polygon:
    """A coast of bays and capes: an ellipse with waves, the shorter the lower."""
    random = random_stream("coast")
    angle = numpy.linspace(0, 2 * math.pi, COAST_POINTS, endpoint=False)
    radius = numpy.ones(COAST_POINTS)
    for wave in range(2, COAST_WAVES):
        radius += random.normal(0, 0.16 / wave**1.15) * numpy.cos(wave * angle + random.uniform(0, 2 * math.pi))
    coast = numpy.column_stack(
        [CENTRE[0] + RADII[0] * radius * numpy.cos(angle), CENTRE[1] + RADII[1] * radius * numpy.sin(angle)]
    )
    return shapely.set_precision(shapely.Polygon(coast), GRID)


def draw_districts(island: shapely.Polygon, ids: list[str]) -> pandas.Series:
    """The island parted into districts of about equal size, with borders as crooked as old parish borders."""
    random = random_stream("districts")
    cells = shapely.voronoi_polygons(shapely.MultiPoint(_points_in(island, CELLS, random)), extend_to=island)
    land = shapely.intersection(numpy.array(list(cells.geoms)), island, grid_size=GRID)
    middle = shapely.get_coordinates(shapely.centroid(land))
    centres = _spread(middle, len(ids))
    nearest = numpy.linalg.norm(middle[:, None] - centres[None], axis=2).argmin(axis=1)
    parts = [shapely.union_all(land[nearest == number], grid_size=GRID) for number in range(len(ids))]
    return pandas.Series(parts, ids)


def _spread(points: numpy.ndarray, number: int, rounds: int = 25) -> numpy.ndarray:
    """Centres spread evenly over the points (Lloyd's algorithm), from west to east to begin with."""
    centres: numpy.ndarray = points[points[:, 0].argsort()][numpy.linspace(0, len(points) - 1, number).astype(int)]
    for _ in range(rounds):
        nearest = numpy.linalg.norm(points[:, None] - centres[None], axis=2).argmin(axis=1)
        centres = numpy.array([points[nearest == number].mean(axis=0) for number in range(len(centres))])
    return centres


def draw_estates(districts: pandas.Series) -> Iterator[tuple[str, shapely.Polygon]]:
    """The outline of every housing area: blocks around the town of its district, as large as its residents need."""
    tables = example.tables()
    members = tables["memberships"].query("kind == 'city_district'").set_index("area_id")["parent_id"]
    residents = tables["observations"].query("indicator_id == 'residents' and period_start == '2024'")
    km2 = (residents.set_index("area_id")["value"].astype(float) / RESIDENTS_PER_KM2).clip(SMALLEST, LARGEST)
    for district, shape in districts.items():
        random = random_stream("estates", district)
        area_ids = members.index[members == district]
        for area_id, centre in zip(area_ids, _sites(shape, len(area_ids), random), strict=True):
            yield area_id, _estate(centre, km2[area_id] * 1e6, random)


def _sites(district: shapely.Polygon, number: int, random: numpy.random.Generator) -> list[shapely.Point]:
    """Centres of housing areas, closer together near the middle of the district."""
    inner = district.buffer(-DISTANCE_TO_BORDER)
    middle = district.representative_point()
    sites: list[shapely.Point] = []
    while len(sites) < number:
        site = shapely.Point(random.normal((middle.x, middle.y), 1700))
        if inner.contains(site) and all(site.distance(other) > DISTANCE_BETWEEN for other in sites):
            sites.append(site)
    return sites


def _estate(centre: shapely.Point, square_metres: float, random: numpy.random.Generator) -> shapely.Polygon:
    """One ground plan of this size about its centre, turned and stretched by chance."""
    plan = affinity.scale(shapely.Polygon(PLANS[random.integers(len(PLANS))]), random.uniform(1, 1.5), 1)
    size = math.sqrt(square_metres / plan.area)
    plan = affinity.rotate(affinity.scale(plan, size, size), random.uniform(0, 180), origin="centroid")
    return affinity.translate(plan, centre.x - plan.centroid.x, centre.y - plan.centroid.y)


def _points_in(shape: shapely.Polygon, number: int, random: numpy.random.Generator) -> list[shapely.Point]:
    west, south, east, north = shape.bounds
    candidates = shapely.points(random.uniform((west, south), (east, north), (3 * number, 2)))
    inside: list[shapely.Point] = candidates[shapely.contains(shape, candidates)][:number].tolist()
    return inside


def _ids(areas: pandas.DataFrame, level: Level) -> list[str]:
    return areas.loc[areas["level"] == level, "area_id"].tolist()


def _outlines(shapes: pandas.Series) -> geopandas.GeoDataFrame:
    """Shapes with what is known of them, in the columns of the contract."""
    columns = {
        "area_id": shapes.index,
        "geometry_kind": Kind.OUTLINE.value,
        "geometry_note_da": NOTE_DA,
        "geometry_note_en": NOTE_EN,
        "geometry_certainty": "A",
        "geometry_source_id": example.SOURCE,
        "boundary_year": pandas.array([YEARS[-1]] * len(shapes), dtype="Int64"),
    }
    return _stored(geopandas.GeoDataFrame(columns, geometry=shapes.to_numpy(), crs=METRIC_CRS))


def _stored(shapes: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """In degrees with a fixed number of decimals."""
    degrees = shapes.geometry.to_crs(STORED_CRS).array
    return shapes.set_geometry(
        geopandas.GeoSeries(shapely.transform(degrees, lambda at: at.round(DECIMALS)), shapes.index, STORED_CRS)
    )


if __name__ == "__main__":
    write()
