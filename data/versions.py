"""The versions of a dataset's prepared files: written beside each other, checked, switched at once, taken back.

    <root>/<dataset>/CURRENT                  the name of the version that is shown
    <root>/<dataset>/<version>/manifest.json  what the version holds, with rows and SHA-256 of every file
    <root>/<dataset>/<version>/<table>.parquet, web/<name>.json.gz

A version is named by its content, is whole when it appears and never changes, so a newer one disturbs nobody who
reads an older one. A damaged version is never shown: the newest older good one is, with a sentence about it.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas

from data.errors import DamagedError, PreparedError, Text

FORMAT = 1
PROGRAM = "omraadebarometer"
POINTER = "CURRENT"
MANIFEST = "manifest.json"
DATASET_NAME = re.compile(r"[a-z0-9_]+")
VERSION_NAME = re.compile(r"[0-9a-f]{12}")
ROW_GROUP = 20_000  # rows; a read of one indicator skips the groups without it


class File(NamedTuple):
    """One file of a version: its SHA-256, and its rows where it is a table."""

    sha256: str
    rows: int | None


class Content(NamedTuple):
    """What a file of a new version holds."""

    data: bytes
    rows: int | None = None


@dataclass(frozen=True)
class Version:
    """A good version. `problem` tells the reader why it is not the one that should be shown."""

    dataset: str
    name: str
    folder: Path
    time: datetime  # UTC, when this content was first prepared
    files: Mapping[str, File]
    problem: Text | None = None

    def path(self, file: str) -> Path:
        """Where a file of this version is. Raises PreparedError for a file that the manifest does not list."""
        if file not in self.files:
            raise PreparedError(Text(f"Filen »{file}« findes ikke i data.", f'The data have no file "{file}".'))
        return self.folder / file


def datasets(root: Path) -> list[str]:
    """The names of the datasets that have prepared files, in alphabetical order."""
    return sorted(path.name for path in root.glob("*/") if DATASET_NAME.fullmatch(path.name))


def current(root: Path, dataset: str) -> Version:
    """The version to show: the one CURRENT names, or the newest older good one with its `problem` told.

    Raises PreparedError where the dataset does not exist or has no good version.
    """
    folder = _dataset_folder(root, dataset)
    named = _named(folder)
    shown = named if isinstance(named, Text) else _inspect(named)
    if isinstance(shown, Version):
        return shown
    time = None if isinstance(named, Text) else _stated_time(named)
    older = [version for version in list_versions(root, dataset) if time is None or version.time < time]
    if not older:
        raise PreparedError(
            Text(f"Data »{dataset}« kan ikke vises: {shown.da}.", f'The data "{dataset}" cannot be shown: {shown.en}.')
        )
    return replace(older[0], problem=_problem(shown, older[0]))


def find(root: Path, dataset: str, name: str) -> Version:
    """A version by its name, for readers who still hold an older one. Raises PreparedError where it is not good."""
    folder = _dataset_folder(root, dataset) / name
    version = _inspect(folder) if VERSION_NAME.fullmatch(name) else None
    if not isinstance(version, Version):
        raise PreparedError(Text(f"Versionen »{name}« findes ikke.", f'The version "{name}" does not exist.'))
    return version


def list_versions(root: Path, dataset: str) -> list[Version]:
    """The good versions of a dataset, the newest first."""
    folders = [path for path in _dataset_folder(root, dataset).iterdir() if VERSION_NAME.fullmatch(path.name)]
    good = [version for version in map(_inspect, folders) if isinstance(version, Version)]
    return sorted(good, key=lambda version: (version.time, version.name), reverse=True)


def rollback(root: Path, dataset: str, name: str | None = None) -> Version:
    """Show an earlier version again: the named one, or the newest that is older than the current one.

    Raises PreparedError where there is none.
    """
    now = current(root, dataset)
    for version in list_versions(root, dataset):
        if version.name == name or (name is None and version.time < now.time):
            _switch(version.folder)
            return version
    raise PreparedError(
        Text(f"Data »{dataset}« har ingen sådan ældre version.", f'The data "{dataset}" have no such older version.')
    )


def publish(root: Path, dataset: str, contents: Mapping[str, Content], now: datetime | None = None) -> Version:
    """Write a new version and show it. The same content is the same version: it keeps its time and is shown again.

    Until the pointer is switched readers see the version before; nothing half-written ever has a version's name.
    """
    if not DATASET_NAME.fullmatch(dataset):
        raise PreparedError(Text(f"»{dataset}« kan ikke være navn på data.", f'"{dataset}" cannot name data.'))
    files = {name: File(hashlib.sha256(content.data).hexdigest(), content.rows) for name, content in contents.items()}
    folder = root / dataset / version_name(files)
    if not isinstance(_inspect(folder), Version):
        _write_version(folder, contents, _manifest(dataset, folder.name, files, now or datetime.now(UTC)))
    _switch(folder)
    return current(root, dataset)


def version_name(files: Mapping[str, File]) -> str:
    """The first 12 hexadecimal digits of a SHA-256 over names, rows and hashes of the files."""
    return _sha256(sorted(files.items()))[:12]


def table_content(frame: pandas.DataFrame) -> Content:
    """A frame of any columns as Parquet, a GeoDataFrame as GeoParquet.

    With page checksums: no flipped bit becomes a number.
    """
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd", write_page_checksum=True, row_group_size=ROW_GROUP)
    return Content(buffer.getvalue(), len(frame))


def read_file(version: Version, file: str) -> bytes:
    """A file of a version, hashed as it is read: whatever became of it since, nothing but what was published comes out.

    Raises PreparedError for a file that the manifest does not list, DamagedError where it was changed or is unreadable.
    """
    path = version.path(file)
    try:
        data = path.read_bytes()
    except OSError:
        data = None
    if data is None or hashlib.sha256(data).hexdigest() != version.files[file].sha256:
        raise DamagedError(
            Text(
                f"Data »{version.dataset}« er beskadiget: {_changed(file).da}.",
                f'The data "{version.dataset}" are damaged: {_changed(file).en}.',
            )
        )
    return data


def read_table(
    version: Version, table: str, read: Callable[..., pandas.DataFrame] = pandas.read_parquet
) -> pandas.DataFrame:
    """A table of a version by `read_file`; its row class is in `contracts.PREPARED_TABLES`.

    `read` may be geopandas.read_parquet. Raises as `read_file`.
    """
    return read(io.BytesIO(read_file(version, f"{table}.parquet")), page_checksum_verification=True)


def _dataset_folder(root: Path, dataset: str) -> Path:
    """The folder of a dataset that exists; only listed names reach the file system."""
    if dataset not in datasets(root):
        raise PreparedError(Text(f"Der er ingen data med navnet »{dataset}«.", f'There are no data named "{dataset}".'))
    return root / dataset


def _named(folder: Path) -> Path | Text:
    """The folder of the version that CURRENT names, or what is wrong with CURRENT."""
    try:
        name = (folder / POINTER).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return Text("det står ikke, hvilken version der gælder", "the name of the current version is missing")
    if not VERSION_NAME.fullmatch(name):
        return Text("navnet på den gældende version er ødelagt", "the name of the current version is damaged")
    return folder / name


def _inspect(folder: Path) -> Version | Text:
    """The version in a folder, or what is wrong with it. Hashes are computed again only when a file has changed."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return _inspected(folder, tuple((path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=128)
def _inspected(folder: Path, _seen: tuple[tuple[Path, int, int], ...]) -> Version | Text:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        checksum = manifest.pop("checksum")
    except FileNotFoundError:
        return Text("versionen mangler, eller dens manifest mangler", "the version or its manifest is missing")
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return Text("versionens manifest er ødelagt", "the manifest of the version is damaged")
    if checksum != _sha256(manifest):
        return Text("versionens manifest er ødelagt", "the manifest of the version is damaged")
    if (manifest.get("program"), manifest.get("format")) != (PROGRAM, FORMAT):
        return Text("versionen er skrevet af et andet program", "the version was written by another program")
    files = {name: File(**file) for name, file in manifest["files"].items()}
    if (manifest["dataset"], version_name(files)) != (folder.parent.name, folder.name):
        return Text("versionen hører ikke til her", "the version does not belong here")
    for name, file in files.items():
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != file.sha256:
            return _changed(name)
    return Version(folder.parent.name, folder.name, folder, datetime.fromisoformat(manifest["time"]), files)


def _changed(file: str) -> Text:
    return Text(f"filen {file} mangler eller er ændret", f"the file {file} is missing or was changed")


def _stated_time(folder: Path) -> datetime | None:
    """The time that a damaged version states, where its manifest can still be read."""
    try:
        return datetime.fromisoformat(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["time"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _problem(wrong: Text, shown: Version) -> Text:
    return Text(
        f"De nyeste data kan ikke vises: {wrong.da}. Her vises en ældre version ({shown.name}, {shown.time:%d.%m.%Y}).",
        f"The newest data cannot be shown: {wrong.en}. This is an older version ({shown.name}, {shown.time:%d %b %Y}).",
    )


def _manifest(dataset: str, version: str, files: Mapping[str, File], now: datetime) -> dict[str, Any]:
    manifest = {
        "format": FORMAT,
        "program": PROGRAM,
        "dataset": dataset,
        "version": version,
        "time": now.isoformat(),
        "files": {name: file._asdict() for name, file in sorted(files.items())},
    }
    return {**manifest, "checksum": _sha256(manifest)}


def _sha256(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _write_version(folder: Path, contents: Mapping[str, Content], manifest: dict[str, Any]) -> None:
    """Write a whole version under a temporary name, then give it its own; a damaged one of that name gives way."""
    temporary = folder.parent / f".{folder.name}-{uuid.uuid4().hex}"
    try:
        for name, content in contents.items():
            _write_file(temporary / name, content.data)
        _write_file(temporary / MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode())
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(temporary, folder)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _switch(folder: Path) -> None:
    """Make a version the current one, for every reader at the same moment."""
    temporary = folder.parent / f".{POINTER}-{uuid.uuid4().hex}"
    _write_file(temporary, f"{folder.name}\n".encode())
    os.replace(temporary, folder.parent / POINTER)


def _write_file(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # a power cut after the switch must not leave an empty file
