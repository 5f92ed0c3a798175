"""The folder of versions kept the same in another place that fsspec reaches: object storage, or a folder.

    <url>/<dataset>/CURRENT, <version>/manifest.json, <version>/<file>, <version>/WITHDRAWN, as in `data.versions`

Versions never change, so each is sent once: its files, then its manifest, and CURRENT last. Whoever fetches takes only
what the manifest promises, by its SHA-256, and writes it as a publisher would: nothing half-sent is ever shown. Servers
read the fetched folder, so they need neither the network nor the storage to show a page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fsspec.core import url_to_fs

from data import disk, inspection, versions
from data.errors import DamagedError, PreparedError, Text
from data.inspection import DATASET_NAME, LONGEST_POINTER, MANIFEST, POINTER, VERSION_NAME
from data.manifest import MOST_BYTES, Manifest, version_name
from data.versions import MARK, Content


@dataclass(frozen=True)
class Mirrored:
    """What came or went for one dataset: names of versions, and which is shown."""

    dataset: str
    current: str
    moved: tuple[str, ...]
    removed: tuple[str, ...]


class Storage:
    """Files behind a URL such as `s3://bucket/barometer`. Every failure is a PreparedError in words."""

    def __init__(self, url: str) -> None:
        self.url = url
        with self._told(url):
            files, base = url_to_fs(url)
            self.files: Any = files
            self.base: str = base.rstrip("/")

    def names(self, path: str = "") -> list[str]:
        """The names in a folder; none where there is no such folder. Asked anew each time."""
        with self._told(path):
            self.files.invalidate_cache()
            place = f"{self.base}/{path}".rstrip("/")
            if not self.files.exists(place):
                return []
            return sorted(found.rstrip("/").rsplit("/", 1)[-1] for found in self.files.ls(place, detail=False))

    def read(self, path: str, most: int) -> bytes:
        """At most `most` bytes and one more, by which it is seen that there are more."""
        with self._told(path):
            data: bytes = self.files.cat_file(f"{self.base}/{path}", start=0, end=most + 1)
            return data

    def write(self, path: str, data: bytes) -> None:
        with self._told(path):
            self.files.makedirs(f"{self.base}/{path}".rpartition("/")[0], exist_ok=True)
            self.files.pipe_file(f"{self.base}/{path}", data)

    def remove(self, path: str) -> None:
        with self._told(path):
            self.files.rm(f"{self.base}/{path}", recursive=True)

    @contextmanager
    def _told(self, path: str) -> Iterator[None]:
        try:
            yield
        except PreparedError:
            raise
        except Exception as error:  # each kind of storage has errors of its own
            told = f"{type(error).__name__}: {error}"
            raise PreparedError(
                Text(
                    f"Lageret {self.url} svarede ikke rigtigt om »{path}« ({told}). Intet er ændret for læserne.",
                    f'The storage {self.url} did not answer well about "{path}" ({told}). Readers see no change.',
                )
            ) from error


def send(root: Path, storage: Storage, dataset: str) -> Mirrored:
    """Bring a dataset's versions to the storage, and take away those that are no longer here.

    Raises PreparedError where there is no good version, or the storage fails; what was shown there is shown still.
    """
    current = versions.current(root, dataset)
    if current.problem:
        raise PreparedError(current.problem)
    there = _names(storage, dataset)
    here = versions.list_versions(root, dataset)
    sent = []
    for version in here:
        manifest = (version.folder / MANIFEST).read_bytes()
        place = f"{dataset}/{version.name}"
        if version.name in there and _is_same(storage, f"{place}/{MANIFEST}", manifest):
            continue
        for name in version.files:
            storage.write(f"{place}/{name}", versions.read_file(version, name))
        storage.write(f"{place}/{MANIFEST}", manifest)
        sent.append(version.name)
    for version in here:
        _mark(storage, f"{dataset}/{version.name}", is_withdrawn=(version.folder / MARK).exists())
    storage.write(f"{dataset}/{POINTER}", f"{current.name}\n".encode())
    removed = [name for name in there if name not in {version.name for version in here}]
    for name in removed:
        storage.remove(f"{dataset}/{name}")
    return Mirrored(dataset, current.name, tuple(sent), tuple(removed))


def fetch(root: Path, storage: Storage, dataset: str) -> Mirrored:
    """Bring a dataset's versions here, show the one that is shown there, and take away those that are no longer there.

    Raises PreparedError where the storage fails, DamagedError where a file is not what its manifest promises; readers
    then keep the version they have.
    """
    name = storage.read(f"{dataset}/{POINTER}", LONGEST_POINTER).decode("ascii", "replace").strip()
    if not VERSION_NAME.fullmatch(name):
        raise DamagedError(_damaged(storage, f"{dataset}/{POINTER}"))
    there = _names(storage, dataset)
    folder = root / dataset
    with disk.locked(folder):
        disk.sweep(folder)
        fetched = _bring(storage, folder, [name])
        if inspection.pointed(folder) != folder / name:
            versions.switch(folder / name)
        removed = [old for old in inspection.newest_first(folder) if old.name not in there]
        for old in removed:  # before anything older comes: what was taken away there may have been so for a reason
            disk.remove(old)
        fetched += _bring(storage, folder, there)
        for version in there:
            _mark_here(folder / version, is_withdrawn=MARK in storage.names(f"{dataset}/{version}"))
    return Mirrored(dataset, name, tuple(fetched), tuple(old.name for old in removed))


def datasets(storage: Storage) -> list[str]:
    """The datasets that the storage holds."""
    return [name for name in storage.names() if DATASET_NAME.fullmatch(name) and POINTER in storage.names(name)]


def _names(storage: Storage, dataset: str) -> list[str]:
    return [name for name in storage.names(dataset) if VERSION_NAME.fullmatch(name)]


def _bring(storage: Storage, folder: Path, names: list[str]) -> list[str]:
    """Those of the versions that are not whole here are fetched; which they were."""
    missing = [name for name in names if not isinstance(inspection.inspect(folder / name), Manifest)]
    for name in missing:
        versions.write_version(folder / name, *_taken(storage, folder.name, name))
    return missing


def _taken(storage: Storage, dataset: str, version: str) -> tuple[dict[str, Content], Manifest]:
    """A whole version as it lies in the storage, each file held against its manifest."""
    place = f"{dataset}/{version}"
    manifest = Manifest.read(storage.read(f"{place}/{MANIFEST}", MOST_BYTES))
    if (manifest.dataset, manifest.version, version_name(manifest.files)) != (dataset, version, version):
        raise DamagedError(_damaged(storage, f"{place}/{MANIFEST}"))
    contents = {}
    for name, file in manifest.files.items():
        data = storage.read(f"{place}/{name}", file.size)
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise DamagedError(_damaged(storage, f"{place}/{name}"))
        contents[name] = Content(data, file.rows)
    return contents, manifest


def _is_same(storage: Storage, path: str, data: bytes) -> bool:
    """Whether this is what lies there; a version whose sending broke has no manifest yet."""
    return path.rpartition("/")[2] in storage.names(path.rpartition("/")[0]) and storage.read(path, len(data)) == data


def _mark(storage: Storage, place: str, *, is_withdrawn: bool) -> None:
    if is_withdrawn:
        storage.write(f"{place}/{MARK}", b"")
    elif MARK in storage.names(place):
        storage.remove(f"{place}/{MARK}")


def _mark_here(folder: Path, *, is_withdrawn: bool) -> None:
    if is_withdrawn:
        disk.write(folder / MARK, b"")
    else:
        (folder / MARK).unlink(missing_ok=True)


def _damaged(storage: Storage, path: str) -> Text:
    return Text(
        f"Filen »{path}« i lageret {storage.url} er ikke den, der blev udgivet. Læserne beholder den version, de har. "
        "Send den igen: python -m dashboard.prepare send URL.",
        f'The file "{path}" in the storage {storage.url} is not what was published. Readers keep the version they '
        "have. Send it again: python -m dashboard.prepare send URL.",
    )
