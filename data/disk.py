"""Files of versions on a disk that may fail: read only where they are what they should be, written to last, locked."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

LOCK = ".lock"
TEMPORARY = re.compile(r"\.\w+-[0-9a-f]{32}")


class Seen(NamedTuple):
    """A file as it lies in a folder: when one of these has changed, so may its content."""

    name: str  # from the folder, with slashes
    size: int
    modified: int
    changed: int
    inode: int


def seen(folder: Path, name: str) -> Seen | None:
    """The file of that name, or None where there is another thing: a link, a folder, a pipe. Raises OSError."""
    state = os.lstat(folder / name)
    if not stat.S_ISREG(state.st_mode):
        return None
    return Seen(name, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


def scan(folder: Path, within: str = "") -> Iterator[Seen]:
    """The files in a folder and the folders in it. No link is followed. Raises OSError where a folder is unreadable."""
    for name in sorted(os.listdir(folder / within)):
        path = f"{within}{name}"
        found = seen(folder, path)
        if found:
            yield found
        elif stat.S_ISDIR(os.lstat(folder / path).st_mode):
            yield from scan(folder, f"{path}/")


def read(path: Path, most: int) -> bytes:
    """A file of at most `most` bytes. Raises OSError where it is larger, unreadable, a link, a folder or a pipe."""
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode) or state.st_size > most:
            raise OSError(errno.EFBIG, "not a file of this size", str(path))
        return file.read(most)


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())  # a power cut after the switch must not leave an empty file


def keep_names(folder: Path) -> None:
    """What has been named in a folder is still named so after a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def temporary(path: Path) -> Path:
    """A name beside a path that nobody reads, for what is not whole yet or no longer."""
    return path.parent / f".{path.name}-{uuid.uuid4().hex}"


def remove(path: Path) -> None:
    """Remove a file or folder, as far as it can be: under its own name there is never half of it."""
    if not TEMPORARY.fullmatch(path.name):
        with suppress(OSError):
            path = path.rename(temporary(path))
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def sweep(folder: Path) -> None:
    """Remove what was left when writing ended early. Only for who holds the lock: what lies there is then nobody's."""
    for path in folder.iterdir():
        if TEMPORARY.fullmatch(path.name):
            remove(path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One writer at a time in a folder; another one waits. The lock ends with its process, however that ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
