"""Whether the version in a folder is whole, and what it states of itself where it is not.

What was found is remembered until a file changes. A passing error, such as too many open files, is not.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from data import disk, manifest
from data.disk import Seen
from data.errors import PreparedError, Text
from data.manifest import Manifest

POINTER, MANIFEST = "CURRENT", "manifest.json"
LONGEST_POINTER = len("0123456789ab\r\n")
DATASET_NAME = re.compile(r"[a-z0-9_]+")
VERSION_NAME = re.compile(r"[0-9a-f]{12}")
MISSING = Text("versionen mangler, eller dens manifest mangler", "the version or its manifest is missing")
ELSEWHERE = Text("versionen hører ikke til her", "the version does not belong here")


class Stated(NamedTuple):
    """What the manifest of a version says, whether or not its files are whole; it may be of an older format."""

    dataset: str | None
    number: int


NOTHING = Stated(None, 0)


def inspect(folder: Path) -> Manifest | Text:
    """The manifest of a whole version, or what is wrong with it. Hashes are computed again when a file has changed."""
    try:
        return _inspected(folder, tuple(disk.scan(folder)))
    except (FileNotFoundError, NotADirectoryError):
        return MISSING
    except OSError as error:
        return unreadable(Path(error.filename or folder).name)


def stated(folder: Path) -> Stated:
    """What a version states of itself, or NOTHING where that cannot be known."""
    try:
        found = disk.seen(folder, MANIFEST)
        return _stated(folder, found) if found else NOTHING
    except OSError:
        return NOTHING


def pointed(folder: Path) -> Path | Text:
    """The folder of the version that CURRENT names, or what is wrong with CURRENT."""
    try:
        name = disk.read(folder / POINTER, LONGEST_POINTER).decode("ascii").strip()
    except FileNotFoundError:
        return Text("det står ikke, hvilken version der gælder", "the name of the current version is missing")
    except (OSError, ValueError):
        return Text("navnet på den gældende version kan ikke læses", "the name of the current version cannot be read")
    if not VERSION_NAME.fullmatch(name):
        return Text("navnet på den gældende version er ødelagt", "the name of the current version is damaged")
    return folder / name


def newest_first(dataset: Path) -> list[Path]:
    """The folders of all versions of a dataset, whole or not; none where they cannot be listed."""
    try:
        found = [dataset / name for name in os.listdir(dataset) if VERSION_NAME.fullmatch(name)]
    except OSError:
        return []
    return sorted(found, key=lambda folder: (stated(folder).number, folder.name), reverse=True)


def is_dataset(folder: Path) -> bool:
    """Whether a folder holds prepared data of its name: no backup, no copy under another name, nothing else.

    Data whose manifests are all damaged, and a folder that cannot be read, are told of rather than left out.
    """
    try:
        names = os.listdir(folder) if DATASET_NAME.fullmatch(folder.name) else []
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    stating = {stated(folder / name).dataset for name in names if VERSION_NAME.fullmatch(name)}
    return folder.name in stating or (stating <= {None} and (POINTER in names or bool(stating)))


def forget() -> None:
    """Look again at every file: one has turned out to be other than it was."""
    _inspected.cache_clear()


def unreadable(file: str) -> Text:
    return Text(f"{file} kan ikke læses", f"{file} cannot be read")


def changed(file: str) -> Text:
    return Text(f"filen {file} mangler eller er ændret", f"the file {file} is missing or was changed")


@lru_cache(maxsize=128)
def _inspected(folder: Path, seen: tuple[Seen, ...]) -> Manifest | Text:
    sizes = {file.name: file.size for file in seen}
    if MANIFEST not in sizes:
        return MISSING
    if sizes[MANIFEST] > manifest.MOST_BYTES:
        return manifest.DAMAGED
    try:
        found = Manifest.read(disk.read(folder / MANIFEST, manifest.MOST_BYTES))
    except PreparedError as error:
        return error.text
    of_this_place = folder.parent.name, folder.name, folder.name
    if (found.dataset, found.version, manifest.version_name(found.files)) != of_this_place:
        return ELSEWHERE
    for name, file in found.files.items():
        if sizes.get(name) != file.size:  # before a byte is read
            return changed(name)
        if hashlib.sha256(disk.read(folder / name, file.size)).hexdigest() != file.sha256:
            return changed(name)
    return found


@lru_cache(maxsize=1024)
def _stated(folder: Path, seen: Seen) -> Stated:
    if seen.size > manifest.MOST_BYTES:
        return NOTHING
    try:
        content = manifest.unsealed(disk.read(folder / MANIFEST, manifest.MOST_BYTES))
    except PreparedError:
        return NOTHING
    dataset, number = content.get("dataset"), content.get("number")
    return Stated(dataset if isinstance(dataset, str) else None, number if isinstance(number, int) else 0)
