"""What was handed in: every file of a folder, or one workbook, with what it is used for or why it is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.errors import Text

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
TABLES = (*WORKBOOKS, ".csv")
SHAPES = (".gpkg", ".geojson", ".json", ".zip", ".parquet")
SOURCES = ("data", "source")  # where a project has the tables of its datasets
SETTINGS = ("mapping.toml", "dataset.toml")
MOST_FILES = 200
MOST_BYTES = 100_000_000  # of a file
MOST_ALTOGETHER = 400_000_000


class Use(StrEnum):
    """What becomes of a file."""

    TABLE = "table"
    SHAPES = "shapes"
    SETTINGS = "settings"
    UNUSED = "unused"
    MISSING = "missing"
    OPTIONAL = "optional"  # missing, and nothing is lost


@dataclass(frozen=True)
class HandedFile:
    """A file by its name in the folder, what it is used for, and why."""

    name: str
    use: Use
    why: Text
    path: Path | None = None
    size: int = 0


KIND_UNKNOWN = Text(
    "filtypen kendes ikke; gem som xlsx, ods, csv, gpkg, geojson eller zippet shapefile",
    "the file type is not known; save as xlsx, ods, csv, gpkg, geojson or a zipped shapefile",
)
OLD_EXCEL = Text("det gamle Excel-format xls; gem som xlsx", "the old Excel format xls; save as xlsx")
LOOSE_SHAPEFILE = Text(
    "en løs del af en shapefile; læg alle dens filer i én zip-fil",
    "a loose part of a shapefile; zip all its files together",
)
HIDDEN = Text("en skjult fil, som et program har lagt her", "a hidden file that a program left here")
LOCK = Text(
    "en låsefil: regnearket er åbent i et program; luk det", "a lock file: the workbook is open in a program; close it"
)
LINKED = Text(
    "en genvej til en fil et andet sted; læg selve filen her", "a link to a file elsewhere; put the file itself here"
)
TOO_LARGE = Text(f"filen er over {MOST_BYTES // 1_000_000} MB", f"the file is over {MOST_BYTES // 1_000_000} MB")
TOO_MUCH = Text(
    f"der er over {MOST_FILES} filer eller {MOST_ALTOGETHER // 1_000_000} MB i alt",
    f"there are over {MOST_FILES} files, or {MOST_ALTOGETHER // 1_000_000} MB altogether",
)
EMPTY = Text("filen er tom", "the file is empty")
OUR_OWN = Text("skrevet af en tidligere kontrol eller udgivelse", "written by an earlier check or publication")
USED = {
    Use.TABLE: Text("læses som regneark", "read as a spreadsheet"),
    Use.SHAPES: Text("læses som kort", "read as a map"),
    Use.SETTINGS: Text("svar og opsætning", "answers and settings"),
}
LOOSE = (".shp", ".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix")


def list_files(handed: Path) -> list[HandedFile]:
    """Every file of a folder and of the folders in it, or the one workbook itself, by name.

    The shapes of a dataset of a project, data/source/X, lie in geo/source/X and are handed in with it.
    """
    paths = [handed] if handed.is_file() else sorted(path for path in handed.rglob("*") if not path.is_dir())
    base = handed.parent if handed.is_file() else handed
    shapes = _shapes_of(handed.resolve())
    paths += sorted(path for path in shapes.rglob("*") if not path.is_dir()) if shapes else []
    files: list[HandedFile] = []
    total = 0
    for number, path in enumerate(paths, start=1):
        is_beside = shapes is not None and path.is_relative_to(shapes)
        found = _file(path, path.relative_to(shapes.parents[2] if is_beside and shapes else base).as_posix())
        total += found.size if found.use != Use.UNUSED else 0
        if number > MOST_FILES or total > MOST_ALTOGETHER:
            found = HandedFile(found.name, Use.UNUSED, TOO_MUCH, None, found.size)
        files.append(found)
    return files


def _shapes_of(folder: Path) -> Path | None:
    if folder.parts[-3:-1] != SOURCES:
        return None
    shapes = folder.parents[2] / "geo" / "source" / folder.name
    return shapes if shapes.is_dir() else None


def digest(files: Iterable[HandedFile]) -> str:
    """One SHA-256 of all that is used: the names and the contents."""
    total = hashlib.sha256()
    for file in files:
        if file.path and file.use in (Use.TABLE, Use.SHAPES):
            total.update(file.name.encode() + b"\0" + hashlib.sha256(file.path.read_bytes()).digest())
    return total.hexdigest()


def _file(path: Path, name: str) -> HandedFile:
    """A file by its name and size alone."""
    suffix, is_link = path.suffix.lower(), path.is_symlink()
    size = 0 if is_link or not path.is_file() else path.stat().st_size
    unused = _why_unused(path, suffix, size, is_link)
    if unused:
        return HandedFile(name, Use.UNUSED, unused, None, size)
    use = Use.SETTINGS if path.name in SETTINGS else Use.TABLE if suffix in TABLES else Use.SHAPES
    return HandedFile(name, use, USED[use], path, size)


def _why_unused(path: Path, suffix: str, size: int, is_link: bool) -> Text | None:
    if is_link:
        return LINKED
    if path.name.startswith("~$") or path.name.startswith(".~lock"):
        return LOCK
    if path.name.startswith(".") or path.name in ("Thumbs.db", "desktop.ini"):
        return HIDDEN
    if path.stem.endswith("-fejl") or path.name in ("rapport.json", "datapackage.json"):
        return OUR_OWN
    if suffix == ".xls":
        return OLD_EXCEL
    if suffix in LOOSE:
        return LOOSE_SHAPEFILE
    if path.name not in SETTINGS and suffix not in (*TABLES, *SHAPES):
        return KIND_UNKNOWN
    if size == 0:
        return EMPTY
    return TOO_LARGE if size > MOST_BYTES else None
