"""What was fetched is kept piece by piece, so that a broken line costs no more than the piece it broke."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from data.statbank.api import MOST_CELLS, TOO_MANY, Cell, Client, Selection, StatBankError, TableInfo, pieces

FOLDER = ".statbank"


def fetch(
    client: Client,
    info: TableInfo,
    selection: Selection,
    folder: Path,
    told: Callable[[str], None] = lambda _sentence: None,
    most: int = MOST_CELLS,
) -> list[Cell]:
    """All cells of a selection; pieces that lie in the folder, of the same edition of the table, are read from there.

    A piece that the StatBank finds too large is halved. Raises StatBankError; what has come is kept.
    """
    parts = list(pieces(info, selection, most))
    cells: list[Cell] = []
    for place, part in enumerate(parts, start=1):
        told(f"  {info.table}: del {place} af {len(parts)}")
        cells += _piece(client, info, part, folder / FOLDER)
    return cells


def _piece(client: Client, info: TableInfo, part: Selection, folder: Path) -> list[Cell]:
    path = folder / f"{info.table}-{_name(info, part)}.json"
    if path.is_file():
        kept: list[Cell] = json.loads(path.read_text(encoding="utf-8"))
        return kept
    try:
        cells = client.cells(info, part)
    except StatBankError as error:
        halves = list(_halves(info, part))
        if error.code not in TOO_MANY or len(halves) < 2:
            raise
        return [cell for half in halves for cell in _piece(client, info, half, folder)]
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
    unfinished.replace(path)
    return cells


def _halves(info: TableInfo, part: Selection) -> Iterator[Selection]:
    size = 1
    for codes in part.values():
        size *= len(codes)
    yield from pieces(info, part, max(size - 1, 1) if size > 1 else 1)


def _name(info: TableInfo, part: Selection) -> str:
    asked = json.dumps([info.updated, {name: list(codes) for name, codes in part.items()}], sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()[:16]
