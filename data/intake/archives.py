"""Zip files that may be opened: not one that grows beyond reason, and no name that leads out of its folder.

Workbooks and zipped shapefiles are both zip files.
"""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from data.errors import Text

MOST_UNPACKED = 500_000_000  # bytes
MOST_TIMES = 200  # larger than packed; a workbook of equal rows is about 30 times
MOST_MEMBERS = 5_000
SMALL = 10_000_000  # bytes; whatever their ratio, these do no harm

BROKEN = Text("zip-filen er i stykker eller kappet", "the zip file is damaged or cut off")
BOMB = Text(
    "zip-filen fylder alt for meget, når den pakkes ud; pak den igen uden andre filer",
    "the zip file is far too large when unpacked; zip it again without other files",
)
OUTSIDE = Text(
    "zip-filen har navne, der peger ud af mappen; pak den igen",
    "the zip file has names that lead out of its folder; zip it again",
)
ENCRYPTED = Text("zip-filen er beskyttet med en adgangskode", "the zip file is protected by a password")


def refusal(path: Path) -> Text | None:
    """Why a zip file may not be opened, or nothing. Only its list of contents is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return BROKEN
    unpacked, packed = sum(member.file_size for member in members), path.stat().st_size
    if unpacked > MOST_UNPACKED or len(members) > MOST_MEMBERS or (unpacked > SMALL and unpacked > MOST_TIMES * packed):
        return BOMB
    if any(_leads_out(member.filename) for member in members):
        return OUTSIDE
    return ENCRYPTED if any(member.flag_bits & 1 for member in members) else None


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in (path.parts or ("",))[0]
