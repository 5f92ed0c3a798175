"""The prepared data while the application runs: which version is shown, and each of its tables read once.

Caches are keyed by version and never by path, so a new version is seen at the next run and an old one is let go.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import geopandas
import pandas
import streamlit

from dashboard.i18n.words import Words
from data import packed, versions
from data.contracts import Source, SourceClass
from data.errors import PreparedError, Text
from data.intake.dataset import SHOWN
from data.rows import Row
from data.versions import Version
from geo import features as geo_features
from geo.features import Feature

R = TypeVar("R", bound=Row)
ROOT = Path(__file__).parents[1] / "data" / "prepared"
FIRST = "published"
READY = Text("Data er klar.", "The data are ready.")
NO_DATA = Text("Der er ingen forberedte data.", "There are no prepared data.")
SHAPES = ("web/geometry-", "web/background")
FOR_EVER = "public, max-age=31536000, immutable"  # for what has its version in its address
TABLES_KEPT = 64  # about three versions


def key(version: Version) -> tuple[str, str]:
    """What a cache knows a version by."""
    return version.dataset, version.name


def datasets() -> list[str]:
    """The datasets a reader can choose, the published figures first. Raises PreparedError where there are none."""
    if names := shown():
        return names
    raise PreparedError(NO_DATA)


def shown() -> list[str]:
    """As `datasets`, and an empty list where there are none."""
    return sorted(versions.datasets(ROOT), key=lambda name: (not own_record(name).is_first, name != FIRST, name))


@dataclass(frozen=True)
class OwnRecord:
    """What a dataset says of itself (`dataset.toml`): its name, and whether readers meet it before the others."""

    name: Text | None = None
    is_first: bool = False


def own_record(dataset: str) -> OwnRecord:
    """What a dataset says of itself; nothing where it says nothing or cannot be shown. Asked several times in a run, so
    it is read again only when CURRENT names another version.
    """
    try:
        return _own_record(ROOT, dataset, versions.named(ROOT, dataset))
    except PreparedError:
        return OwnRecord()


def offered(chosen: str) -> list[str]:
    """The datasets to choose between on a page: the chosen one, and the others that can be shown."""
    return [name for name in datasets() if name == chosen or isinstance(_current_or_fault(name), Version)]


def current(dataset: str) -> Version:
    """The version to show. Ask once in a run and hand it on, so that one page never mixes two versions.

    Raises PreparedError where the dataset has no good version.
    """
    return versions.current(ROOT, dataset)


def current_names() -> dict[str, str]:
    """The version of each dataset that can be shown, by the dataset's name."""
    found = map(_current_or_fault, versions.datasets(ROOT))
    return {version.dataset: version.name for version in found if isinstance(version, Version)}


def versions_of(dataset: str) -> list[Version]:
    """The versions of a dataset that can be read, the newest first. Raises PreparedError for an unknown dataset."""
    return versions.list_versions(ROOT, dataset)


def table(version: Version, name: str) -> pandas.DataFrame:
    """A prepared table by its name in `contracts.PREPARED_TABLES`, which gives its row class; the areas without their
    shapes, as `PlacedArea`. A copy of one's own: changing it changes nothing for others.

    Raises PreparedError where the file was damaged meanwhile.
    """
    return _table(version, name).copy()  # deep, see `View.handed_out`


def shared_table(version: Version, name: str) -> pandas.DataFrame:
    """As `table`, but the same one for every reader: for what reads a large table and never changes it."""
    return _table(version, name)


def rows(version: Version, row: type[R]) -> tuple[R, ...]:
    """The rows of the prepared table `row.TABLE`, made once a version and shared: nobody can change them.

    Raises PreparedError where the file was damaged meanwhile.
    """
    return _rows(version, row.__qualname__, row)


def mark(version: Version, words: Words) -> str:
    """The words "Fiktive tal" where any source of the dataset is invented, else nothing; for every page and file."""
    is_invented = any(source.source_class is SourceClass.FICTITIOUS for source in rows(version, Source))
    return words("Fiktive tal") if is_invented else ""


def shapes(version: Version) -> geopandas.GeoDataFrame:
    """The areas with their shapes: the table `ShapedArea`, in EPSG:4326. A copy of one's own.

    Raises PreparedError where the file was damaged meanwhile.
    """
    return _shapes(version).copy()


def url(version: Version, name: str) -> str:
    """Where the browser finds a file of a version, such as `geometry-region`; it may keep it for ever.

    Raises PreparedError for a file the version does not have.
    """
    version.path(_web(name))
    return url_of(version, name)


def url_of(version: Version, name: str) -> str:
    """The address of a file whose name the browser completes: `geometry-{level}`."""
    return f"/filer/{version.dataset}/{version.name}/{name}.json"


def web_file(dataset: str, version: str, name: str) -> bytes:
    """The compressed file behind a `url`. Raises PreparedError for anything that no manifest lists, DamagedError where
    the file was damaged meanwhile.
    """
    return versions.read_file(versions.find(ROOT, dataset, version), _web(name))


def web_json(version: Version, name: str) -> dict[str, Any]:
    """What the browser reads of a file of its own. Raises as `web_file`."""
    content: dict[str, Any] = json.loads(packed.unpack(versions.read_file(version, _web(name))))
    return content


def features(version: Version, name: str) -> list[Feature]:
    """The shapes in a file of the browser's, such as `geometry-region`. Raises PreparedError where there is no such."""
    return geo_features.features(web_json(version, name))


def shape_files() -> list[Path]:
    """The compressed shapes of every dataset that can be shown: what the first map needs besides its numbers."""
    shown = (_current_or_fault(dataset) for dataset in versions.datasets(ROOT))
    good = [version for version in shown if isinstance(version, Version)]
    return [version.path(name) for version in good for name in version.files if name.startswith(SHAPES)]


def readiness() -> tuple[bool, Text]:
    """Whether the page that opens without any choice can be shown, from a good version if not the newest; and a
    sentence about what is wrong with any dataset.
    """
    try:
        found = {name: _current_or_fault(name) for name in datasets()}
    except PreparedError as error:
        return False, error.text
    faults = [state.problem if isinstance(state, Version) else state for state in found.values()]
    wrong = [fault for fault in faults if fault]
    told = Text(" ".join(text.da for text in wrong), " ".join(text.en for text in wrong)) if wrong else READY
    return isinstance(next(iter(found.values())), Version), told


def _current_or_fault(dataset: str) -> Version | Text:
    try:
        return current(dataset)
    except PreparedError as error:
        return error.text


def web_names(version: Version) -> list[str]:
    """The names of the files for the browser that a version has."""
    return [Path(name).name.removesuffix(".json.gz") for name in version.files if name.startswith("web/")]


def _web(name: str) -> str:
    return f"web/{name}.json.gz"


@streamlit.cache_resource(max_entries=TABLES_KEPT, show_spinner=False)
def _own_record(root: Path, dataset: str, name: str) -> OwnRecord:  # noqa: ARG001 - a part of the key
    version = versions.current(root, dataset)
    if SHOWN not in version.files:
        return OwnRecord()
    told = json.loads(versions.read_file(version, SHOWN))
    return OwnRecord(Text(told["name_da"], told["name_en"]), told["is_first"])


@streamlit.cache_resource(max_entries=TABLES_KEPT, show_spinner=False, hash_funcs={Version: key})
def _table(version: Version, name: str) -> pandas.DataFrame:
    return versions.read_table(version, name).drop(columns="geometry", errors="ignore")


@streamlit.cache_resource(max_entries=TABLES_KEPT, show_spinner=False, hash_funcs={Version: key})
def _rows(version: Version, row_name: str, _row: type[R]) -> tuple[R, ...]:  # noqa: ARG001 - the name is the key
    return _row.of(_table(version, _row.TABLE))


@streamlit.cache_resource(max_entries=3, show_spinner=False, hash_funcs={Version: key})
def _shapes(version: Version) -> geopandas.GeoDataFrame:
    return versions.read_table(version, "areas", geopandas.read_parquet)
