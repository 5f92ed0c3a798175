"""Whether outlines that keep the contract can be true, and whether the map can show the areas at all.

Faults and questions as in `data.plausible`, which they are handed to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import geopandas
import numpy
import pandas
import shapely

from data.contracts import Level
from data.doubts import Doubt, fault, question
from data.errors import Finding, Text
from data.levels import WITHIN_MUNICIPALITY
from geo.contract import Kind, is_placed
from geo.layers import BACKGROUND_FILE
from geo.shapes import METRIC_CRS

FILE = "geo/source"
LARGEST = 5.0  # square kilometres of a housing area; the largest on the official lists is under two
INSIDE = 0.5  # of an outline, at least, in its own municipality
SAME = 0.98  # of two outlines that are shared by both: one outline
PLACES = 0.5  # of the areas' places, at least, on the background


def doubts(areas: geopandas.GeoDataFrame, background: geopandas.GeoDataFrame) -> Iterator[Doubt]:
    """What shapes cannot be. areas: the table `contract.ShapedArea`; background: `contract.Background`; EPSG:4326."""
    newest = areas.drop_duplicates("area_id", keep="last")
    placed = newest[is_placed(newest)]
    metric = placed.to_crs(METRIC_CRS)
    outlines = metric[
        metric["level_kind"].isin(WITHIN_MUNICIPALITY) & metric["geometry_kind"].isin([Kind.OUTLINE, Kind.BUILDINGS])
    ]
    yield from _large(outlines)
    yield from _outside(outlines, metric)
    yield from _identical(outlines)
    yield from _swapped(outlines, metric)
    yield from _background(placed, background)


def swapped_places(areas: geopandas.GeoDataFrame) -> Mapping[str, str]:
    """Areas that each lie in the other's municipality, by id: most likely their ids are swapped.

    areas: the table `contract.ShapedArea` before it is known to be in place.
    """
    metric = areas[is_placed(areas)].to_crs(METRIC_CRS)
    smaller = metric[metric["level_kind"].isin(WITHIN_MUNICIPALITY)]
    codes = _codes_at(smaller, metric)
    wrong = smaller[(codes != smaller["municipality_code"]) & (codes != "")].assign(at=codes)
    places = list(zip(wrong["area_id"], wrong["municipality_code"], wrong["at"], strict=True))
    first = {(code, at): area_id for area_id, code, at in reversed(places)}
    return {area_id: first[at, code] for area_id, code, at in places if (at, code) in first}


def _codes_at(smaller: geopandas.GeoDataFrame, metric: geopandas.GeoDataFrame) -> pandas.Series:
    """The code of the municipality that each shape's middle lies in; empty where it lies in none."""
    municipalities = metric[metric["level_kind"] == Level.MUNICIPALITY]
    tree = shapely.STRtree(municipalities.geometry.to_numpy())
    points, hits = tree.query(smaller.representative_point().to_numpy(), predicate="within")
    codes = pandas.Series("", smaller.index)
    codes.iloc[points] = municipalities["municipality_code"].to_numpy()[hits]
    return codes


def _large(outlines: geopandas.GeoDataFrame) -> Iterator[Doubt]:
    """A housing area of many square kilometres."""
    size = outlines.area / 1e6
    for area_id, km2 in zip(outlines["area_id"], size, strict=True):
        if km2 > LARGEST and outlines.loc[outlines["area_id"] == area_id, "level_kind"].iloc[0] == Level.HOUSING_AREA:
            da = f"{km2:,.0f}".replace(",", ".")
            expected = Text(f"et boligområde under {LARGEST:.0f} km²", f"a housing area under {LARGEST:.0f} km²")
            yield from question("outline_large", area_id, [_finding(f"{area_id}: {da} km²", expected)])


def _outside(outlines: geopandas.GeoDataFrame, metric: geopandas.GeoDataFrame) -> Iterator[Doubt]:
    """An outline most of which lies outside its own municipality."""
    municipalities = metric[metric["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code")
    municipalities = municipalities[~municipalities.index.duplicated()]
    compared = outlines[outlines["municipality_code"].isin(municipalities.index)]
    frames = municipalities.geometry.loc[compared["municipality_code"]].to_numpy()
    share = (
        compared.geometry.intersection(geopandas.GeoSeries(frames, compared.index, compared.crs)).area / compared.area
    )
    for area_id, code, inside in zip(compared["area_id"], compared["municipality_code"], share, strict=True):
        if inside < INSIDE:
            name = municipalities.loc[code, "name"]
            found = f"{area_id}: {1 - inside:.0%} uden for {name}".replace("%", " %")
            expected = Text(f"en afgrænsning i {name}", f"an outline in {name}")
            yield from fault("outline_outside", [_finding(found, expected)])


def _identical(outlines: geopandas.GeoDataFrame) -> Iterator[Doubt]:
    """Two areas of one level with the same outline, but for a corner."""
    shapes = outlines.geometry.to_numpy()
    ones, others = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    for one, other in zip(ones, others, strict=True):
        if one < other and outlines["level"].iloc[one] == outlines["level"].iloc[other]:
            shared = shapely.intersection(shapes[one], shapes[other]).area
            if shared >= SAME * max(shapes[one].area, shapes[other].area):
                first, second = outlines["area_id"].iloc[one], outlines["area_id"].iloc[other]
                expected = Text(f"{second}s egen afgrænsning", f"an outline of {second}'s own")
                yield from fault("outline_identical", [_finding(f"{second} = {first}", expected)])


def _swapped(outlines: geopandas.GeoDataFrame, metric: geopandas.GeoDataFrame) -> Iterator[Doubt]:
    """Two outlines that each lie in the other's municipality."""
    municipal = metric[metric["level_kind"] == Level.MUNICIPALITY]
    for area_id, other in swapped_places(pandas.concat([outlines, municipal])).items():
        yield from fault("outline_swapped", [_finding(f"{area_id}", swapped_with(other))])


def swapped_with(other: str) -> Text:
    """What is expected of an area whose shape lies where another's should."""
    return Text(
        f"et sted i områdets egen kommune: er dets id byttet om med {other}?",
        f"a place in the area's own municipality: is its id swapped with {other}?",
    )


def _background(placed: geopandas.GeoDataFrame, background: geopandas.GeoDataFrame) -> Iterator[Doubt]:
    """Land that does not lie under the areas: the map would open on an empty picture."""
    drawn = placed[placed["level_kind"].isin([Level.MUNICIPALITY, *WITHIN_MUNICIPALITY])]
    if drawn.empty:
        return
    land = background.geometry.to_numpy()
    points = drawn.representative_point().to_numpy()
    held = numpy.unique(shapely.STRtree(land).query(points, predicate="intersects")[0])
    if len(held) < PLACES * len(drawn):
        found = f"{len(held)} af {len(drawn)} områder ligger på baggrunden"
        expected = Text(
            f"land under områderne i {BACKGROUND_FILE}: ellers åbner kortet tomt",
            f"land under the areas in {BACKGROUND_FILE}: otherwise the map opens empty",
        )
        yield from fault("background", [Finding(BACKGROUND_FILE, found, expected, column="geometry")])


def _finding(found: str, expected: Text) -> Finding:
    return Finding(FILE, found, expected, column="geometry")
