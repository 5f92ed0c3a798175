"""A small search file in the prepared format, in Danish name order: [id, name, aliases, level, municipality, town]."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

HOSTILE = '<img src=x onerror="window.hit=1">'
SMALL = [
    ["danmark", "Danmark", "", "country", "", ""],
    ["hostile", HOSTILE, "", "housing_area", HOSTILE, ""],
    ["gadehavegaard", "Gadehavegård", "Gadehaven|Det blå", "housing_area", "Høje-Taastrup", "Taastrup"],
    ["region_hovedstaden", "Hovedstaden", "", "region", "", ""],
    ["kommune_0169", "Høje-Taastrup", "", "municipality", "Høje-Taastrup", ""],
    ["kommune_0183", "Ishøj", "", "municipality", "Ishøj", ""],
    ["kongevang", "Kongevang", "", "housing_area", "Odense", "Odense C"],
    ["noerrevang", "Nørrevang", "", "housing_area", "Slagelse", "Slagelse"],
    ["kommune_0461", "Odense", "", "municipality", "Odense", ""],
    ["taastrupgaard", "Tåstrupgård", "Taastrupgaard", "housing_area", "Høje-Taastrup", "Taastrup"],
    ["aaparken", "Åparken", "", "housing_area", "Odense", "Odense SØ"],
]
MANY = [[f"blok_{number:02d}", f"Blok {number:02d}", "", "housing_area", "Ishøj", ""] for number in range(1, 16)]
AREAS = sorted(SMALL + MANY, key=lambda area: area[1].translate(str.maketrans({"Å": "{", "å": "{"})))


def write(folder: Path) -> None:
    (folder / "search.json.gz").write_bytes(gzip.compress(json.dumps(AREAS).encode()))
