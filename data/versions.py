"""The versions of a dataset's prepared files: written beside each other, checked, switched at once, taken back.

    <root>/<dataset>/CURRENT                  the name of the version that is shown
    <root>/<dataset>/<version>/manifest.json  what the version holds, with size, SHA-256 and rows of every file
    <root>/<dataset>/<version>/<table>.parquet, web/<name>.json.gz
    <root>/<dataset>/<version>/WITHDRAWN      where a version was taken back: it is never shown instead of another

A version is named by its content, is whole when it appears and never changes, so a newer one disturbs nobody who
reads an older one. A damaged version is never shown: the newest other good one is, with a sentence about it. Newest
is the one with the highest number: clocks jump, and the same content may be published again later.
"""

from __future__ import annotations

import hashlib
import io
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pandas

from data import disk, inspection
from data.errors import DamagedError, PreparedError, Text
from data.inspection import DATASET_NAME, POINTER, VERSION_NAME, inspect, newest_first, pointed, stated
from data.manifest import File, Manifest, version_name

MARK = "WITHDRAWN"
ROW_GROUP = 20_000  # rows; a read of one indicator skips the groups without it
KEEP = 10  # versions
READING = 3600.0  # seconds; so long a reader may go on with a version that is no longer shown


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
    number: int
    problem: Text | None = None

    def path(self, file: str) -> Path:
        """Where a file of this version is. Raises PreparedError for a file that the manifest does not list."""
        if file not in self.files:
            raise PreparedError(Text(f"Filen »{file}« findes ikke i data.", f'The data have no file "{file}".'))
        return self.folder / file


def datasets(root: Path) -> list[str]:
    """The names of the datasets that have prepared files, in alphabetical order; other folders are none.

    Raises PreparedError where `root` is there and cannot be read.
    """
    try:
        return sorted(name for name in os.listdir(root) if inspection.is_dataset(root / name))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise PreparedError(
            Text("Mappen med forberedte data kan ikke læses.", "The folder of prepared data cannot be read.")
        ) from error


def current(root: Path, dataset: str) -> Version:
    """The version to show: the one CURRENT names, or the newest other good one with its `problem` told.

    Raises PreparedError where the dataset does not exist or has no good version.
    """
    folder = _dataset_folder(root, dataset)
    named = pointed(folder)
    wrong = named if isinstance(named, Text) else _version(named)
    if isinstance(wrong, Version):
        return wrong
    for other in newest_first(folder):
        version = None if other == named or _is_withdrawn(other) else _version(other)
        if isinstance(version, Version):
            return replace(version, problem=_problem(wrong, version))
    raise PreparedError(
        Text(f"Data »{dataset}« kan ikke vises: {wrong.da}.", f'The data "{dataset}" cannot be shown: {wrong.en}.')
    )


def named(root: Path, dataset: str) -> str:
    """The name of the version that CURRENT names, without a look at whether it is good.

    Raises PreparedError where the dataset does not exist or CURRENT names none.
    """
    folder = pointed(_dataset_folder(root, dataset))
    if isinstance(folder, Path):
        return folder.name
    raise PreparedError(folder)


def find(root: Path, dataset: str, name: str) -> Version:
    """A version by its name, for readers who still hold an older one.

    Raises PreparedError where there is none, DamagedError where it is not good.
    """
    folder = _dataset_folder(root, dataset) / name
    version = _version(folder) if VERSION_NAME.fullmatch(name) else inspection.MISSING
    if isinstance(version, Version):
        return version
    if version is inspection.MISSING:
        raise PreparedError(Text(f"Versionen »{name}« findes ikke.", f'The version "{name}" does not exist.'))
    raise _damaged(dataset, version)


def list_versions(root: Path, dataset: str) -> list[Version]:
    """The good versions of a dataset, the newest first."""
    return list(_good(_dataset_folder(root, dataset)))


def rollback(root: Path, dataset: str, name: str | None = None) -> Version:
    """Show another version again: the named one, or the newest but the one that is shown. What is newer than it, and
    the one it takes the place of, is withdrawn. Raises PreparedError where there is none.
    """
    folder = _dataset_folder(root, dataset)
    with disk.locked(folder):
        left = current(root, dataset)
        for version in _good(folder):
            is_asked = version.name == name if name else version.name != left.name and not _is_withdrawn(version.folder)
            if is_asked:
                returns = _is_withdrawn(version.folder)
                for other in newest_first(folder):
                    if stated(other).number > version.number or (other == left.folder and not returns):
                        disk.write(other / MARK, b"")
                switch(version.folder)
                return current(root, dataset)
    raise PreparedError(
        Text(f"Data »{dataset}« har ingen sådan anden version.", f'The data "{dataset}" have no such other version.')
    )


def remove_others(root: Path, kept: Version) -> list[str]:
    """Remove every version but one, damaged ones too; their names. Readers get the kept one at the next click."""
    with disk.locked(root / kept.dataset):
        others = [old for old in newest_first(root / kept.dataset) if old.name != kept.name]
        for old in others:
            disk.remove(old)
    return sorted(old.name for old in others)


def publish(
    root: Path, dataset: str, contents: Mapping[str, Content], now: datetime | None = None, keep: int = KEEP
) -> Version:
    """Write a new version and show it. The same content is the same version: it keeps its time and is shown again.

    Until the pointer is switched readers see the version before; nothing half-written ever has a version's name.
    Another publisher of the dataset waits. The `keep` newest versions stay, and those shown within the last hour.
    """
    if not DATASET_NAME.fullmatch(dataset):
        raise PreparedError(Text(f"»{dataset}« kan ikke være navn på data.", f'"{dataset}" cannot name data.'))
    files = {
        name: File(sha256=hashlib.sha256(content.data).hexdigest(), size=len(content.data), rows=content.rows)
        for name, content in contents.items()
    }
    folder = root / dataset / version_name(files)
    with disk.locked(folder.parent):
        disk.sweep(folder.parent)
        if not isinstance(inspect(folder), Manifest):
            number = 1 + max((stated(other).number for other in newest_first(folder.parent)), default=0)
            write_version(folder, contents, Manifest.of(dataset, files, number, now or datetime.now(UTC)))
        switch(folder)
        for old in newest_first(folder.parent)[keep:]:
            if old != folder and not _may_be_read(old):
                disk.remove(old)
        return current(root, dataset)


def table_content(frame: pandas.DataFrame) -> Content:
    """A frame of any columns as Parquet, a GeoDataFrame as GeoParquet.

    With page checksums: no flipped bit becomes a number.
    """
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, compression="zstd", write_page_checksum=True, row_group_size=ROW_GROUP)
    return Content(buffer.getvalue(), len(frame))


def read_table(
    version: Version, table: str, read: Callable[..., pandas.DataFrame] = pandas.read_parquet
) -> pandas.DataFrame:
    """A table of a version by `read_file`; its row class is in `contracts.PREPARED_TABLES`.

    `read` may be geopandas.read_parquet. Raises as `read_file`.
    """
    return read(io.BytesIO(read_file(version, f"{table}.parquet")), page_checksum_verification=True)


def read_file(version: Version, file: str) -> bytes:
    """A file of a version, hashed as it is read: whatever became of it since, nothing but what was published comes out.

    Raises PreparedError for a file that the manifest does not list, DamagedError where it was changed or is unreadable;
    then the version is inspected again before it is next shown.
    """
    path, expected, data = version.path(file), version.files[file], b""
    with suppress(OSError):
        data = disk.read(path, expected.size)
    if hashlib.sha256(data).hexdigest() != expected.sha256:
        inspection.forget()
        raise _damaged(version.dataset, inspection.changed(file))
    return data


def _dataset_folder(root: Path, dataset: str) -> Path:
    """The folder of a dataset that exists; only listed names reach the file system."""
    if not DATASET_NAME.fullmatch(dataset) or not inspection.is_dataset(root / dataset):
        raise PreparedError(Text(f"Der er ingen data med navnet »{dataset}«.", f'There are no data named "{dataset}".'))
    return root / dataset


def _good(folder: Path) -> Iterator[Version]:
    """The good versions of a dataset, the newest first."""
    return (version for version in map(_version, newest_first(folder)) if isinstance(version, Version))


def _version(folder: Path) -> Version | Text:
    """The version in a folder, or what is wrong with it."""
    found = inspect(folder)
    if isinstance(found, Text):
        return found
    return Version(found.dataset, folder.name, folder, found.time, found.files, found.number)


def _damaged(dataset: str, wrong: Text) -> DamagedError:
    return DamagedError(
        Text(f"Data »{dataset}« er beskadiget: {wrong.da}.", f'The data "{dataset}" are damaged: {wrong.en}.')
    )


def _problem(wrong: Text, shown: Version) -> Text:
    return Text(
        f"De nyeste data kan ikke vises: {wrong.da}. Her vises den nyeste version, der er hel ({shown.name}, "
        f"{shown.time:%d.%m.%Y}).",
        f"The newest data cannot be shown: {wrong.en}. This is the newest version that is whole ({shown.name}, "
        f"{shown.time:%d %b %Y}).",
    )


def _is_withdrawn(folder: Path) -> bool:
    return os.path.lexists(folder / MARK)


def _may_be_read(folder: Path) -> bool:
    """Whether a version was shown within the last hour, by the clock that may have jumped either way."""
    try:
        return abs(time.time() - folder.stat().st_mtime) < READING
    except OSError:
        return False


def write_version(folder: Path, contents: Mapping[str, Content], manifest: Manifest) -> None:
    """Write a whole version under a temporary name, then give it its own; a damaged one of that name gives way."""
    temporary = disk.temporary(folder)
    try:
        for name, content in contents.items():
            disk.write(temporary / name, content.data)
        disk.write(temporary / inspection.MANIFEST, manifest.written())
        disk.remove(folder)
        os.replace(temporary, folder)
        disk.keep_names(folder.parent)
    finally:
        disk.remove(temporary)


def switch(folder: Path) -> None:
    """Make a version the current one, for every reader at the same moment."""
    before, temporary = pointed(folder.parent), disk.temporary(folder.parent / POINTER)
    try:
        disk.write(temporary, f"{folder.name}\n".encode())
        if (folder.parent / POINTER).is_dir():
            disk.remove(folder.parent / POINTER)
        os.replace(temporary, folder.parent / POINTER)
    finally:
        disk.remove(temporary)
    disk.keep_names(folder.parent)
    for shown in (before, folder):  # their readers go on for a while
        if isinstance(shown, Path):
            with suppress(OSError):
                os.utime(shown)
    with suppress(FileNotFoundError):
        (folder / MARK).unlink()
