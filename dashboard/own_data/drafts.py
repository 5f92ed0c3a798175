"""The folders of drafts: one at random for each open page, seen by that page alone and cleaned away by a rule.

    <folder of drafts>/kladde-<random>/indleveret/<dataset>/   what was handed in, and the answers
    <folder of drafts>/kladde-<random>/prepared/               the version that it would become

A draft is removed by the one who made it, or when nobody has used it for a day.
"""

from __future__ import annotations

import re
import secrets
import shutil
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import tomlkit

from data.intake import dataset, words

PREFIX = "kladde-"
ROOM = re.compile(rf"{PREFIX}[0-9a-f]{{64}}")
KEPT = 24 * 3600  # seconds without use
LONGEST_ID, LONGEST_NAME = 40, 100  # letters
NOT_IN_A_NAME = re.compile(r"[^\w .,()+&-]")
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """`room` is the folder of the draft, `handed` the one in it with the files, named as the dataset."""

    room: Path
    handed: Path

    @property
    def prepared(self) -> Path:
        return self.room / "prepared"

    def files(self) -> list[str]:
        return sorted(path.name for path in self.handed.iterdir())

    def size(self) -> int:
        return sum(path.stat().st_size for path in self.handed.iterdir())

    def put(self, name: str, content: bytes) -> str:
        """Keep a file under a name that can be no path; one of the same name is replaced. The name it got."""
        kept = safe_name(name)
        (self.handed / kept).write_bytes(content)
        self.use()
        return kept

    def drop(self, name: str) -> None:
        """Remove a file by a name of `files`; any other is none."""
        if name in self.files():
            (self.handed / name).unlink()

    def use(self) -> None:
        """It is used now."""
        self.room.touch()

    def remove(self) -> None:
        shutil.rmtree(self.room, ignore_errors=True)


def begin(folder: Path, name: str, now: float | None = None) -> Draft:
    """A new draft of a dataset by the name that readers will see. Raises ValueError where it has no letters."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(folder, time.time() if now is None else now)
    dataset_id = words.slug(name)[:LONGEST_ID].strip("_")
    if not dataset_id:
        raise ValueError("a name without letters")
    room = folder / f"{PREFIX}{secrets.token_hex(32)}"
    room.mkdir(mode=0o700)
    draft = Draft(room, room / "indleveret" / dataset_id)
    draft.handed.mkdir(parents=True)
    settings = {"dataset": {"id": dataset_id, "name_da": name.strip()[:LONGEST_NAME]}}
    (draft.handed / dataset.FILE).write_text(tomlkit.dumps(settings), encoding="utf-8")
    return draft


def sweep(folder: Path, now: float) -> None:
    """Remove the drafts that nobody has used for a day, and nothing else that lies in the folder."""
    for path in folder.iterdir():
        try:
            is_old = ROOM.fullmatch(path.name) and not path.is_symlink() and now - path.stat().st_mtime > KEPT
        except FileNotFoundError:  # another process was quicker
            continue
        if is_old:
            shutil.rmtree(path, ignore_errors=True)


def safe_name(name: str) -> str:
    """The last part of a name as a file of that name can be called anywhere: letters, digits and a few signs."""
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    plain = NOT_IN_A_NAME.sub("_", last).strip(" ")
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    end = f".{suffix[:10]}" if suffix else ""
    kept = f"{stem[: LONGEST_NAME - len(end)].rstrip(' .')}{end}"
    if not kept.strip("._ ") or RESERVED.match(kept):
        return f"fil_{kept.strip('._ ')}"
    return kept
