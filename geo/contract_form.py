"""Files of shapes that a draft brings in the contract's own form, named by its own table of layers."""

from __future__ import annotations

import shutil
from pathlib import Path

from data.intake.draft import Draft
from data.intake.handed import HandedFile, Use
from geo.layers import BACKGROUND_FILE


def files(draft: Draft) -> list[HandedFile]:
    """The files of shapes that the draft's own `layers` names, with the land behind them; nothing where it has none."""
    named = {entry["file"] for entry in draft.tables["layers"] if entry.is_contract}
    shapes = [file for file in draft.files if file.use == Use.SHAPES and file.path]
    found = [file for file in shapes if Path(file.name).name in named | {BACKGROUND_FILE}]
    return found if named & {Path(file.name).name for file in found} else []


def copy(files: list[HandedFile], folder: Path) -> None:
    """Put the files where prepare reads them, as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        assert file.path is not None
        shutil.copyfile(file.path, folder / Path(file.name).name)
