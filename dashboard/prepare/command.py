"""Prepare the data of a dataset for the pages: check, compute, write a new version, switch to it.

    python -m dashboard.prepare                         every dataset in data/source/
    python -m dashboard.prepare --dataset published     one of them
    python -m dashboard.prepare --check                 check and compute, publish nothing
    python -m dashboard.prepare --list                  the versions there are
    python -m dashboard.prepare --dataset published --rollback [VERSION]
    python -m dashboard.prepare --replace               publish, and remove the earlier versions
    python -m dashboard.prepare --keep 5                keep the five newest versions, and those just shown

When anything is refused nothing is published: the findings are listed, the exit code is 1, and the readers keep the
version they have. Earlier versions can still be read, so a new one is also refused where the two together give a
hidden number away.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import geopandas
import pandas

from dashboard.access import audit
from dashboard.i18n.words import Words
from dashboard.prepare import web_files
from dashboard.prepare.earlier import earlier_of, reachable
from dashboard.prepare.options import arguments
from dashboard.prepare.progress import say
from data import (
    annual_report,
    barometer,
    derive,
    derive_effects,
    plausible,
    read,
    register,
    scorecards,
    similar,
    transitions,
    versions,
)
from data.contracts import (
    PREPARED_TABLES,
    AcceptedQuestion,
    Disclosure,
    GivenAcceptedQuestion,
    Layer,
    Level,
)
from data.errors import DataError, Finding, PreparedError, SourceError, Text
from data.intake import dataset as dataset_file
from data.intake.answers import BadSettingsError
from data.intake.dataset import Dataset
from data.register_earlier import Earlier
from data.register_series import Published
from data.versions import Content, Version
from geo import plausible as geo_plausible
from geo import shapes as geo_shapes
from geo.contract import DENMARK, Extent, validate_prepared_areas
from geo.layers import Layers
from geo.read import join_areas, read_background, read_layers, read_reference_layers

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "data" / "source"
GEO_SOURCE = ROOT / "geo" / "source"
PREPARED = ROOT / "data" / "prepared"

KNOWN_SOURCE = Text("et id fra sources.csv", "an id from sources.csv")
PLACE = Text("et sted på kortet eller en grund til, at der ikke er et", "a place on the map, or a reason why not")


def build(
    source: Path,
    geo_source: Path,
    minimum: int = register.MINIMUM,
    earlier: Sequence[Earlier] = (),
    today: date | None = None,
) -> dict[str, Content]:
    """All files of a version of one dataset; `minimum` is the fewest persons shown from registers.

    `earlier`: the versions that can still be read beside it. `today`: what lies after it has not happened.

    Raises SourceError with every fault of the step that found any.
    """
    say(f"Læser og kontrollerer {_from_root(source)} …")
    placed = read.read_placed(source)
    tables = read.without_places(placed)
    say(f"  {number(sum(map(len, tables.values())))} rækker i {len(tables)} tabeller holder kontrakten.")
    say(f"Læser og kontrollerer {_from_root(geo_source)} …")
    layers = Layers.of(Layer.of(tables["layers"]))
    dataset = settings(source)
    areas = place_areas(tables, geo_source, layers, dataset.extent)
    background = read_background(geo_source, dataset.extent)
    to_orient_by = read_reference_layers(geo_source, layers, dataset.extent)
    accepted = ask(placed, areas, background, today or date.today())
    published = disclose(tables, minimum, earlier)
    say("Beregner rater, intervaller, sammenligninger, klassegrænser, tendenser, effekter og kriteriers status …")
    prepared = derive_tables(tables | {AcceptedQuestion.TABLE: accepted}, published, minimum) | {"areas": areas}
    say(f"  {number(int(prepared['observations']['derived'].sum()))} tal er beregnet af antal og befolkning.")
    say("Skriver filer til tabeller og kort …")
    web = web_files.build(prepared, background, to_orient_by)
    contents = {f"{name}.parquet": versions.table_content(frame) for name, frame in prepared.items()}
    if dataset.has_file:
        contents[dataset_file.SHOWN] = Content(dataset_file.shown(dataset))
    return contents | {name: Content(data) for name, data in web.items()}


def settings(source: Path) -> Dataset:
    """What is special to a dataset, by the `dataset.toml` of its source folder. Raises SourceError."""
    try:
        return dataset_file.read(source / dataset_file.FILE, source.name)
    except BadSettingsError as error:
        raise SourceError([Finding(error.file, error.found, error.expected)]) from error


def ask(
    tables: Mapping[str, pandas.DataFrame],
    areas: geopandas.GeoDataFrame,
    background: geopandas.GeoDataFrame,
    today: date,
) -> pandas.DataFrame:
    """The accepted questions that were asked: the table `contracts.AcceptedQuestion`.

    tables: as from `read.read_placed`; areas: `ShapedArea`. Raises SourceError with everything that cannot be true, and
    everything doubtful that nobody has accepted.
    """
    say("Efterprøver, om tallene kan passe …")
    examined = plausible.examine(tables, today, geo_plausible.doubts(areas, background))
    accepted = GivenAcceptedQuestion.of(tables[GivenAcceptedQuestion.TABLE])
    plausible.refuse(examined, accepted)
    for question in examined.stale(accepted):
        say(f"  Spørgsmålet »{question}« stilles ikke mere; slet det i accepted_questions.csv.")
    if examined.questions:
        say(f"  {number(len(examined.questions))} spørgsmål er besvaret i accepted_questions.csv.")
    return plausible.stored(examined, tables[GivenAcceptedQuestion.TABLE])


def disclose(
    tables: Mapping[str, pandas.DataFrame], minimum: int = register.MINIMUM, earlier: Sequence[Earlier] = ()
) -> Published:
    """The table `GivenObservation` as it may be published: nothing after this step has seen a hidden number.

    `tables` as from `read.read_source`; `minimum`: the fewest persons shown. Raises SourceError for too few persons in
    a printed table, figures that cannot be controlled, and a hidden number that can be worked out; ValueError for a
    minimum under 3.
    """
    if register.is_held(tables["observations"], tables["sources"]).any():
        say("Diskretionerer tal fra registre og efterprøver, at intet skjult tal kan regnes ud …")
    small = register.refused_persons(tables, minimum)
    if small:
        raise SourceError(small)
    published = register.publish(tables, minimum, earlier)
    (told,) = Disclosure.of(register.report(published, tables))
    if told.values:
        say(f"  {number(told.hidden)} af {number(told.values)} tal er skjult.")
        say(f"  {number(told.too_few)} er for få til at vise.")
    return published


def derive_tables(
    tables: dict[str, pandas.DataFrame], published: Published, minimum: int
) -> dict[str, pandas.DataFrame]:
    """Every prepared table but `areas` by name, each held to its row class in `contracts.PREPARED_ROWS`."""
    observations = derive.observations(tables, published)
    trends, likeness = derive.trends(tables, observations), similar.similar(tables, observations)
    prepared = {
        **tables,
        **transitions.publish(tables, minimum),
        "annual_figures": annual_report.publish(tables, minimum),
        "observations": observations,
        "indicators": derive.indicators(tables, observations),
        "effects": derive_effects.effects(tables, observations),
        "differences": derive_effects.differences(tables, observations),
        "trends": trends,
        "similar": likeness,
        "barometer": barometer.cells(tables, observations, trends, likeness),
        "disclosures": register.report(published, tables),
        "disclosure_rules": register.rule(minimum),
        "criterion_statuses": scorecards.criterion_statuses(tables["criteria"], tables["results"]),
    }
    return {name: PREPARED_TABLES[name].validate(prepared[name]) for name in PREPARED_TABLES if name != "areas"}


def place_areas(
    tables: Mapping[str, pandas.DataFrame], geo_source: Path, layers: Layers, extent: Extent = DENMARK
) -> geopandas.GeoDataFrame:
    """The areas with their shapes: the table `ShapedArea`, in EPSG:4326. `tables` as from `read.read_source`; `extent`:
    where they may lie, in degrees.

    Raises SourceError for a fault in the shapes, an unknown source of one, or a housing area without place or reason;
    PreparedError where the areas with their shapes break the contract.
    """
    areas = tables["areas"]
    shapes = read_layers(geo_source, layers, set(areas["area_id"]), extent)
    joined = validate_prepared_areas(join_areas(areas, shapes), extent)
    named = joined.loc[joined["geometry_source_id"] != "", "geometry_source_id"]
    unknown = sorted(set(named) - set(tables["sources"]["source_id"]))
    estates = areas.loc[areas["level_kind"] == Level.HOUSING_AREA, "area_id"]
    findings = [Finding("geo/source", source_id, KNOWN_SOURCE, column="geometry_source_id") for source_id in unknown]
    findings += [
        Finding("geo/source", area_id, PLACE, column="geometry") for area_id in geo_shapes.unaccounted(joined, estates)
    ]
    if findings:
        raise SourceError(findings)
    return joined


def prepare(dataset: str, check_only: bool, minimum: int, keep: int, replace: bool = False) -> None:
    """Build one dataset and, unless it is only checked, publish it and let go of all but the `keep` newest versions,
    or of all before it where `replace` is asked for.
    """
    earlier = [] if replace else [earlier_of(version) for version in reachable(PREPARED, dataset)]
    contents = build(SOURCE / dataset, GEO_SOURCE / dataset, minimum, earlier)
    if check_only:
        say(f"»{dataset}« er i orden. Intet er udgivet.")
        return
    version = versions.publish(PREPARED, dataset, contents, keep=keep)
    audit.note("udgivet", hvem=audit.operator(), data=dataset, version=version.name)
    for older in versions.remove_others(PREPARED, version) if replace else ():
        say(f"Version {older} er fjernet.")
    size = sum(len(content.data) for content in contents.values())
    say(f"»{dataset}« er udgivet som version {version.name} ({number(size / 1e6, 1)} MB).")


def roll_back(dataset: str, name: str | None) -> None:
    version = versions.rollback(PREPARED, dataset, name)
    audit.note("rullet tilbage", hvem=audit.operator(), data=dataset, version=version.name)
    say(f"»{dataset}« vises nu i version {describe(version)}.")


def list_versions(dataset: str) -> None:
    shown = versions.current(PREPARED, dataset)
    if shown.problem:
        say(str(shown.problem))
    for version in versions.list_versions(PREPARED, dataset):
        say(f"{dataset}: {describe(version)}{' – vises nu' if version.name == shown.name else ''}")


def describe(version: Version) -> str:
    rows = sum(file.rows or 0 for file in version.files.values())
    return f"{version.name} fra {version.time:%d.%m.%Y %H:%M} UTC, {number(rows)} rækker"


def number(value: float, decimals: int = 0) -> str:
    return Words().number(value, decimals)


def _from_root(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def main(given: Sequence[str] | None = None) -> int:
    """Run the command. Returns the exit code: 0 when every dataset is in order, 1 when one is refused."""
    chosen = arguments(given)
    datasets = sorted(path.name for path in SOURCE.glob("*/"))
    refused = 0
    for dataset in [chosen.dataset] if chosen.dataset else datasets:
        try:
            if dataset not in datasets:
                raise PreparedError(Text(f"Der er ingen mappe data/source/{dataset}.", f"No folder {dataset}."))
            if chosen.rollback is not None:
                roll_back(dataset, chosen.rollback or None)
            elif chosen.list:
                list_versions(dataset)
            else:
                prepare(dataset, chosen.check, chosen.minimum, chosen.keep, chosen.replace)
        except DataError as error:
            refused += 1
            print(f"»{dataset}« er afvist, og der er ikke ændret på, hvad læserne ser:\n{error}", file=sys.stderr)
        except OSError as error:  # a full disk, or a folder that may not be written
            refused += 1
            place = f" ({error.filename})" if error.filename else ""
            print(f"»{dataset}« kunne ikke læses eller skrives: {error.strerror}{place}.", file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
