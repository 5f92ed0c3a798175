"""The shapes that were handed in, on the areas of a draft: the files of `geo/source/<dataset>/`.

Municipalities that nobody handed in get their official outline in a Danish dataset, else one around their areas;
the land behind them is Denmark, or what the areas cover.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import geopandas
import shapely

from data.contracts import Level
from data.errors import Text
from data.intake import said, said_shapes
from data.intake.draft import Draft
from data.intake.entries import Entry
from data.intake.messages import Ask, Choice, Place
from geo import buildings, derived, intake
from geo.contract import SHAPE_COLUMNS, STORED_CRS, Kind
from geo.intake import Named, ShapeFile, Shapes, UnreadableShapesError
from geo.layers import BACKGROUND_FILE

OFFICIAL_SOURCE, OFFICIAL_YEAR = "dagi_2021", 2021
DRAWN = (Level.REGION, Level.MUNICIPALITY, Level.DISTRICT, Level.HOUSING_AREA)
CRS_CHOICES = tuple(
    Choice(crs, Text(name, name))
    for crs, name in (
        ("EPSG:25832", "ETRS89 / UTM zone 32N"),
        ("EPSG:25833", "ETRS89 / UTM zone 33N"),
        ("EPSG:4326", "WGS 84"),
        ("EPSG:3857", "Web Mercator"),
    )
)
AROUND_AREAS = Text(
    "Omrids om de viste områder; ikke områdets egen afgrænsning.",
    "An outline around the areas shown; not its own boundary.",
)
ON_A_POINT = Text("Et punkt, ikke områdets afgrænsning.", "A point, not the area's boundary.")
NOT_HANDED_IN = Text("Der er ikke afleveret en figur for området.", "No shape of the area was handed in.")


@dataclass(frozen=True)
class Outlines:
    """What is to be written: the shapes of each level, the land behind them, and sources that must be named."""

    layers: Mapping[str, geopandas.GeoDataFrame]
    background: geopandas.GeoDataFrame
    uses_official: bool = False


@dataclass
class _Placed:
    """The shapes of areas as they are found, by area: the shape, the file, and whether it was given."""

    shapes: dict[str, shapely.Geometry] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, int] = field(default_factory=dict)  # how many, of areas with an outline built around them


def place(draft: Draft, shapes: Shapes) -> Outlines:
    """The outlines of a draft's areas; what is wrong with the shapes is told in its report."""
    placed = _Placed()
    for lost in shapes.not_read:
        draft.report.say(said.UNREADABLE.filled(why=lost.why), Place(lost.file), lost.file)
    given = [*shapes.layers, *buildings.layers(draft)]
    for layer in sorted(
        given, key=lambda layer: (layer.is_of_buildings, not layer.crs)
    ):  # what is known best goes first
        _take(layer, draft, placed)
    _complain_of_missing(draft, placed)
    return _outlines(draft, placed)


def write(outlines: Outlines, folder: Path) -> None:
    """Write the shapes as prepare reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    for level, frame in outlines.layers.items():
        frame.to_parquet(folder / f"{level}.parquet", compression="zstd", write_page_checksum=True)
    outlines.background.to_parquet(folder / BACKGROUND_FILE, compression="zstd", write_page_checksum=True)


def _take(layer: ShapeFile, draft: Draft, placed: _Placed) -> None:
    """Put the shapes of one layer on their areas."""
    where = Place(layer.file, layer.layer)
    named = intake.names(layer, draft.areas)
    if named is None:
        columns = layer.frame.columns.drop(layer.frame.geometry.name)
        draft.report.say(said_shapes.NO_NAMES, where, ", ".join(map(str, columns))[:80])
        return
    found = [draft.areas.find(draft.answers.text("areas", name) or name).area_id for name in named.said]
    again = sorted(set(found) & set(placed.shapes))
    if again:
        how_many = f"{len(again)} områder"
        draft.report.say(said_shapes.SHAPES_AGAIN.filled(other=placed.files[again[0]]), where, how_many)
    if set(found) - {""} <= set(placed.shapes):
        return
    frame = _in_degrees(layer, draft, where)
    if frame is not None:
        _put(layer, named, found, frame, draft, placed)


def _put(
    layer: ShapeFile, named: Named, found: Sequence[str], frame: geopandas.GeoDataFrame, draft: Draft, placed: _Placed
) -> None:
    """The shapes of a layer by area, those of one area together. `found`: the area of each shape, or nothing."""
    parts: dict[str, list[shapely.Geometry]] = {}
    for row, (name, area_id, shape) in enumerate(zip(named.said, found, frame.geometry, strict=True), start=1):
        spot = Place(layer.file, layer.layer, row, named.column)
        if not area_id:
            draft.report.say(said_shapes.SHAPE_WITHOUT_AREA, spot, name)
        elif shape is not None and not shape.is_empty:
            parts.setdefault(area_id, []).append(_whole(shape, name, spot, draft))
    for area_id, shapes in parts.items():
        if area_id in placed.shapes:
            continue
        if layer.is_of_buildings and len(shapes) < buildings.FEWEST:
            told = said_shapes.FEW_ADDRESSES.filled(fewest=str(buildings.FEWEST))
            draft.report.say(told, Place(layer.file, layer.layer), f"{area_id}: {len(shapes)}")
            continue
        if layer.is_of_buildings:
            placed.addresses[area_id] = len(shapes)
        placed.shapes[area_id] = buildings.outline(shapes) if layer.is_of_buildings else _one(shapes)
        placed.files[area_id] = layer.file


def _in_degrees(layer: ShapeFile, draft: Draft, where: Place) -> geopandas.GeoDataFrame | None:
    """The shapes in EPSG:4326. A CRS that the file does not tell is that of the settings or an answer, or asked for."""
    told = layer.crs or draft.dataset.crs or draft.answers.text("crs", layer.file)
    guessed = "" if told else intake.guess(layer, draft.dataset.extent)
    if not told and guessed:
        asked = said_shapes.CRS_GUESSED.filled(crs=guessed)
        draft.report.say(asked, where, "intet koordinatsystem", ask=Ask(("crs", layer.file), CRS_CHOICES))
    extent = draft.dataset.extent
    try:
        frame = intake.placed(layer, told or guessed) if told or guessed else None
    except UnreadableShapesError:
        frame = None
    if frame is None or not _is_within(frame, extent):
        bounds = " ".join(f"{edge:.6g}" for edge in (layer.frame if frame is None else frame).total_bounds)
        limits = ", ".join(f"{edge:g}" for edge in extent)
        draft.report.say(said_shapes.CRS_UNKNOWN.filled(extent=limits), where, f"{told or guessed} {bounds}".strip())
        return None
    return frame


def _is_within(frame: geopandas.GeoDataFrame, extent: tuple[float, float, float, float]) -> bool:
    west, south, east, north = frame.total_bounds
    return bool(extent[0] <= west and extent[1] <= south and east <= extent[2] and north <= extent[3])


def _whole(shape: shapely.Geometry, name: str, spot: Place, draft: Draft) -> shapely.Geometry:
    """A shape that does not cross itself; that it did is asked about."""
    if shape.is_valid:
        return shape
    draft.report.say(said_shapes.CROSSES, spot, name)
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def _one(parts: Sequence[shapely.Geometry]) -> shapely.Geometry:
    """The shapes of one area as one: an area where any is, else a point."""
    polygons = [part for part in parts if part.geom_type in ("Polygon", "MultiPolygon")]
    if polygons:
        return shapely.union_all(polygons)
    return shapely.union_all(list(parts)).centroid


def _complain_of_missing(draft: Draft, placed: _Placed) -> None:
    finest = draft.dataset.finest.level
    missing = [
        entry for entry in draft.tables["areas"] if entry["level"] == finest and entry["area_id"] not in placed.shapes
    ]
    if missing:
        places = [entry.place("area_id") for entry in missing]
        kind = said_shapes.AREA_WITHOUT_SHAPE if placed.shapes else said_shapes.NO_MAP
        draft.report.say(kind, places, f"{len(missing)} områder uden figur")


def _outlines(draft: Draft, placed: _Placed) -> Outlines:
    rows: dict[str, list[dict[str, object]]] = {}
    drawn = {level.level for level in draft.dataset.levels if level.kind in DRAWN}
    official = _official(draft)
    for entry in draft.tables["areas"]:
        if entry["level"] in drawn:
            rows.setdefault(entry["level"], []).append(_shaped(entry, official, draft, placed))
    layers = {level: _frame(given) for level, given in rows.items()}
    uses_official = any(row["geometry_source_id"] == OFFICIAL_SOURCE for given in rows.values() for row in given)
    return Outlines(layers, derived.background(draft, layers), uses_official)


def _official(draft: Draft) -> dict[str, shapely.Geometry]:
    """The official outlines of the draft's municipalities by their code; none abroad."""
    codes = [entry["municipality_code"] for entry in draft.tables["areas"]]
    return derived.official(codes) if draft.dataset.is_danish else {}


def _shaped(entry: Entry, official: Mapping[str, shapely.Geometry], draft: Draft, placed: _Placed) -> dict[str, object]:
    """An area with its shape: as handed in, or, for a municipality, its official outline or one around its areas."""
    level = draft.dataset.of_kind(Level.MUNICIPALITY)
    if entry["area_id"] in placed.shapes or not level or entry["level"] != level.level:
        return _given(entry, placed, draft)
    if entry["municipality_code"] in official:
        return _row(entry, official[entry["municipality_code"]], Text("", ""), OFFICIAL_SOURCE, OFFICIAL_YEAR)
    return _stand_in(entry, derived.around(entry, draft.tables["areas"], placed.shapes), draft)


def _given(entry: Entry, placed: _Placed, draft: Draft) -> dict[str, object]:
    shape = placed.shapes.get(entry["area_id"])
    if shape is None:
        return _row(entry, None, _reason(draft), "", None)
    if addresses := placed.addresses.get(entry["area_id"]):
        note = Text(buildings.NOTE.da.format(n=addresses), buildings.NOTE.en.format(n=addresses))
        built = {"geometry_kind": Kind.BUILDINGS, "geometry_certainty": "B"}
        return _row(entry, shape, note, _source(draft), _year(draft)) | built
    note = ON_A_POINT if shape.geom_type == "Point" else Text("", "")
    return _row(entry, shape, note, _source(draft), _year(draft))


def _stand_in(entry: Entry, shape: shapely.Geometry | None, draft: Draft) -> dict[str, object]:
    if shape is None:
        return _row(entry, None, NOT_HANDED_IN, "", None)
    return _row(entry, shape, AROUND_AREAS, _source(draft), _year(draft)) | {
        "geometry_kind": Kind.STAND_IN,
        "geometry_certainty": "C",
        "geometry_note_da": f"{AROUND_AREAS.da} Områderne ligger i det eller i nærheden.",
    }


def _row(
    entry: Entry, shape: shapely.Geometry | None, note: Text, source_id: str, year: int | None
) -> dict[str, object]:
    kind = Kind.NONE if shape is None else Kind.POINT if shape.geom_type == "Point" else Kind.OUTLINE
    return {
        "area_id": entry["area_id"],
        "geometry_kind": kind,
        "geometry_note_da": note.da,
        "geometry_note_en": note.en,
        "geometry_certainty": "" if shape is None else "A",
        "geometry_source_id": source_id,
        "boundary_year": year,
        "geometry": shape,
    }


def _reason(draft: Draft) -> Text:
    """Why areas have no shape: the reason with which it was accepted."""
    for message in draft.checked.messages:
        if message.kind == said_shapes.AREA_WITHOUT_SHAPE.kind and message.accepted:
            return Text(message.accepted, message.accepted)
    return NOT_HANDED_IN


def _source(draft: Draft) -> str:
    sources = [entry["source_id"] for entry in draft.tables["sources"]]
    asked = draft.dataset.geometry_source
    return asked if asked in sources else next(iter(sources), "")


def _year(draft: Draft) -> int:
    """The year of the boundaries: that of the settings, else the latest year of the numbers."""
    years = [int(entry["period_end"]) for entry in draft.tables["observations"] if entry["period_end"].isdigit()]
    return draft.dataset.boundary_year or max(years, default=2000)


def _frame(rows: Iterable[Mapping[str, object]]) -> geopandas.GeoDataFrame:
    frame = geopandas.GeoDataFrame(list(rows), columns=list(SHAPE_COLUMNS), geometry="geometry", crs=STORED_CRS)
    return frame.assign(boundary_year=frame["boundary_year"].astype("Int64")).sort_values("area_id", ignore_index=True)
