"""Everything that is known to befall prepared files: its name, what it does, and what readers must see then."""

from __future__ import annotations

import json
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, partial
from pathlib import Path

from data import disk, manifest

TABLES, WEB, MANIFEST = ("observations.parquet", "areas.parquet"), "web/marks.json.gz", "manifest.json"
NOBODY = 65534
Spoil = Callable[[Path], None]


class Seen(Enum):
    """What readers are shown of two versions, of which something befell the newest."""

    OLDER = auto()  # with a sentence
    NEWEST = auto()  # with a sentence: it is whole, but not named as the one to show
    NOTHING_ODD = auto()


@dataclass(frozen=True)
class Case:
    """`spoil` gets the folder of the newest version."""

    name: str
    spoil: Spoil
    seen: Seen = Seen.OLDER

    def __str__(self) -> str:
        return self.name


def delete(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4])


def add_a_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def make_html(path: Path) -> None:
    path.write_text("<!DOCTYPE html><title>502 Bad Gateway</title>")


def make_pointer(path: Path) -> None:
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def make_huge(path: Path) -> None:
    os.truncate(path, 3_000_000_000)  # a hole on the disk


def link_to(target: str, path: Path) -> None:
    path.unlink()
    path.symlink_to(target)


def link_out(path: Path) -> None:
    """The same content, but outside the version."""
    path.rename(outside := path.parents[2] / f"outside-{path.name}")
    path.symlink_to(outside)


def lock_away(path: Path) -> None:
    path.chmod(0)


def write(text: str | bytes, path: Path) -> None:
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def reseal(path: Path, change: Callable[[dict], None]) -> None:
    """Change a manifest and give it the checksum that fits, as another program could."""
    content = json.loads(path.read_text())
    del content["checksum"]
    change(content)
    path.write_text(json.dumps({**content, "checksum": manifest._sha256(content)}))


FILES = {
    "is missing": delete,
    "is empty": empty,
    "is cut in half": truncate,
    "lacks its end": cut_the_end,
    "has a byte more": add_a_byte,
    "has a flipped bit": flip_a_bit,
    "is all zeros": zero,
    "is a page of HTML": make_html,
    "is a pointer of Git LFS": make_pointer,
    "is a folder": make_folder,
    "is a pipe": make_pipe,
    "is 3 GB": make_huge,
    "is a link out": link_out,
    "is a link to nowhere": partial(link_to, "nowhere"),
    "is a link to itself": lambda path: link_to(path.name, path),
    "is a link to a device": partial(link_to, "/dev/zero"),
    "is unreadable": lock_away,
}
MANIFESTS = {
    "is a list": "[]",
    "is null": "null",
    "is a number": "1",
    "is an empty object": "{}",
    "has a checksum alone": '{"checksum": 1}',
    "is nested deeply": "[" * 100_000,
    "is nested deeply in objects": '{"a":' * 50_000 + "1" + "}" * 50_000,
    "is nested in its files": '{"checksum": "0", "files": ' + "[" * 20_000 + "]" * 20_000 + "}",
    "is not a number": '{"checksum": NaN, "number": Infinity}',
    "has a number of 5,000 digits": '{"checksum": "0", "number": ' + "9" * 5000 + "}",
    "is UTF-16": "{}".encode("utf-16"),
    "is Latin-1": '{"æ": 1}'.encode("latin-1"),
    "is half a character": b'{"checksum": "\xc3',
    "is 2 MB of blanks": " " * 2_000_000,
}


def first_file(content: dict) -> dict:
    return content["files"][sorted(content["files"])[0]]


def rename_first(content: dict, name: str) -> None:
    content["files"][name] = content["files"].pop(sorted(content["files"])[0])


CHANGES: dict[str, Callable[[dict], object]] = {
    **{
        f"lacks its {key}": partial(lambda key, content: content.pop(key), key)
        for key in ("format", "program", "dataset", "version", "number", "time", "files")
    },
    **{
        f"has the {key} {value!r}": partial(lambda key, value, content: content.update({key: value}), key, value)
        for key, value in (
            ("program", "andet"),
            ("format", 1),
            ("format", "2"),
            ("dataset", "anden"),
            ("dataset", None),
            ("version", "0" * 12),
            ("number", 0),
            ("number", -1),
            ("number", "1"),
            ("number", True),
            ("number", 1.5),
            ("number", float("nan")),
            ("time", "2026-01-01T12:00:00"),
            ("time", "i går"),
            ("time", 1_700_000_000),
            ("time", "9999-12-31T23:59:59-14:00"),
            ("time", "0001-01-01T00:00:00+14:00"),
            ("time", None),
            ("files", {}),
            ("files", []),
            ("files", "alle"),
            ("extra", 1),
        )
    },
    **{
        f"has a file with {key} {value!r}": partial(
            lambda key, value, content: first_file(content).update({key: value}), key, value
        )
        for key, value in (
            ("sha256", None),
            ("sha256", "A" * 64),
            ("sha256", "0" * 63),
            ("size", -1),
            ("size", "1"),
            ("size", 3_000_000_000),
            ("rows", -1),
            ("rows", "mange"),
            ("rows", float("inf")),
            ("extra", 1),
        )
    },
    **{
        f"has a file called {name!r}": partial(lambda name, content: rename_first(content, name), name)
        for name in (
            "../ude",
            "/etc/passwd",
            "",
            ".",
            "..",
            "web/../manifest.json",
            "a\n",
            "\ud800",
            "a\0b",
            "a" * 5000,
        )
    },
    "has a file without a size": lambda content: first_file(content).pop("size"),
    "has a file that is a list": lambda content: content["files"].update({"a": ["0" * 64, 1]}),
}
POINTERS = {
    "is empty": b"",
    "names no version": b"0123456789ab\n",
    "leads out": b"../..\n",
    "is a word": b"published",
    "is binary": b"\x00\xff",
    "is long": b"a" * 10_000,
    "names two": b"0123456789ab\n0123456789ab\n",
}


def current_of(version: Path) -> Path:
    return version.parent / "CURRENT"


def at_pointer(spoil: Spoil, version: Path) -> None:
    spoil(current_of(version))


def copy_dataset(version: Path) -> None:
    shutil.copytree(version.parent, version.parents[1] / f"{version.parent.name}_old")


def beside(make: Spoil, name: str, version: Path) -> None:
    make(version.parents[1] / name)


def of_files() -> Iterator[Case]:
    for file in (*TABLES, WEB, MANIFEST):
        for what, spoil in FILES.items():
            yield Case(f"{file} {what}", partial(lambda spoil, file, version: spoil(version / file), spoil, file))


def of_manifests() -> Iterator[Case]:
    for what, text in MANIFESTS.items():
        yield Case(f"the manifest {what}", partial(lambda text, version: write(text, version / MANIFEST), text))
    for what, change in CHANGES.items():
        yield Case(f"the manifest {what}", partial(lambda change, version: reseal(version / MANIFEST, change), change))


def of_folders() -> Iterator[Case]:
    yield Case("the version is missing", shutil.rmtree)
    yield Case("the version is empty", lambda version: (shutil.rmtree(version), version.mkdir()))
    yield Case("the version is a file", lambda version: (shutil.rmtree(version), version.write_text("a")))
    yield Case("the version is unreadable", lock_away)
    yield Case("a folder in the version is unreadable", lambda version: lock_away(version / "web"))
    yield Case("a folder in the version is a link out", lambda version: link_out_folder(version / "web"))
    yield Case("the version can be listed and not opened", lambda version: version.chmod(0o444))


def link_out_folder(folder: Path) -> None:
    folder.rename(outside := folder.parents[2] / f"outside-{folder.name}")
    folder.symlink_to(outside, target_is_directory=True)


def of_pointers() -> Iterator[Case]:
    for what, text in POINTERS.items():
        yield Case(f"CURRENT {what}", partial(at_pointer, partial(write, text)), Seen.NEWEST)
    for what in ("is missing", "is a folder", "is a pipe", "is 3 GB", "is a link to nowhere", "is unreadable"):
        yield Case(f"CURRENT {what}", partial(at_pointer, FILES[what]), Seen.NEWEST)


def of_other_things() -> Iterator[Case]:
    """What lies about and does no harm."""
    for name in ("backup", "lost+found", "published_backup", "2025"):
        yield Case(f"there is a folder {name}", partial(beside, Path.mkdir, name), Seen.NOTHING_ODD)
    yield Case("there is a copy under another name", copy_dataset, Seen.NOTHING_ODD)
    yield Case("there is a file", partial(beside, partial(write, "a"), "notes"), Seen.NOTHING_ODD)
    yield Case(
        "there is an unfinished version",
        lambda version: shutil.copytree(version, version.parent / f".{version.name}-{'0' * 32}"),
        Seen.NOTHING_ODD,
    )
    yield Case("there is a file beside", lambda version: write("a", version / "notes.txt"), Seen.NOTHING_ODD)


CASES = (*of_files(), *of_manifests(), *of_folders(), *of_pointers(), *of_other_things())


@contextmanager
def as_another_user() -> Iterator[None]:
    """Read as the server does where another user has prepared the data; whoever may read everything gives that up."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def too_many_open_files() -> Iterator[None]:
    """No further file can be opened."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextmanager
def behind_the_back() -> Iterator[None]:
    """What changes on the disk changes no size, time or inode, as where a disk rots."""
    real = disk.seen
    disk.seen = cache(real)
    try:
        yield
    finally:
        disk.seen = real
