"""Texts that somebody else may have written: each would be more than a text where Markdown reads it unguarded."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pandas

from dashboard.ui.address_keys import KEYS, Kind
from data import versions
from data.contracts import PREPARED_TABLES
from data.errors import Text
from data.rows import Row
from data.versions import Content

FREE = (
    "title",
    "publisher",
    "published",
    "licence",
    "name",
    "aliases",
    "town",
    "housing_organisation",
    "page",
    "period",
)
FREE += ("partners", "stated_by", "evidence")
HOST = "evil.example"
PAYLOADS = (
    f"www.{HOST}/log-ind",
    f"WWW.{HOST}",
    f"http://{HOST}/log-ind",
    f"se https://{HOST}/?a=b&c=d, eller (www.{HOST})",
    f"//{HOST}",
    f"ftp://{HOST}",
    f"mailto:kommune@{HOST}",
    f"kommune.dk@{HOST}",
    f"[Log ind](https://{HOST})",
    f"[Log ind][1] [1]: https://{HOST}",
    f"<https://{HOST}>",
    f"<kommune@{HOST}>",
    f"![x](https://{HOST}/x.png)",
    f"<img src=https://{HOST}/x.png><b>fed</b>",
    f"<a href='https://{HOST}'>Log ind</a>",
    f"&#119;ww.{HOST} &lt;b&gt;",
    f"\\www.{HOST} \\[a](https://{HOST})",
    ":red[rød] :red-background[rød] :color[x]{foreground=red}",
    ":blue-badge[mærke] :small[lille] :shimmer[x] :help[hjælp] :rainbow[x]",
    ":material/home: :material_home: :streamlit: :smile: :+1: :100:",
    "$x^2$ $$y$$ \\(z\\)",
    "`kode` ```kode``` ==mærket== ~~streg~~ ~x~ **fed** __fed__ *skrå* _skrå_ ^1^ [^1]",
    "-> <- <-> -- >= <= ~=",
    "<->",
    "1. september",
    "- punkt",
    "# overskrift",
    "#### overskrift ####",
    "> citat",
    "| a | b |",
    "---",
    "[ ] gjort",
    "overskrift\n===",
    "overskrift\r\n---\r\n# næste\n\n    kode",
    "    kode",
)


# What would be left of a payload that is not guarded: every sign of Markdown in it stands behind a backslash.
UNGUARDED = (
    HOST,
    ":red[",
    ":blue-badge[",
    ":material",
    ":streamlit:",
    ":smile:",
    "$x^2$",
    "`kode`",
    "**fed**",
    "<b>",
    "](",
)


def choices(path: str) -> dict[str, str]:
    """A foreign text for every name in an address that a page reads; several where it takes several."""
    found = {}
    for number, key in enumerate(key for key in KEYS.values() if path in key.pages or not key.pages):
        some = [PAYLOADS[(number * 3 + step) % len(PAYLOADS)].replace(",", "") for step in range(3)]
        found[key.name] = ",".join(some) if key.kind in (Kind.IDS, Kind.CODES) else some[0]
    return {name: value for name, value in found.items() if name not in ("sprog", "visning")}


def publish(prepared: Path, dataset: str, root: Path) -> None:
    """The current version of a dataset with a foreign text before every text that a reader may see, in `root`."""
    version = versions.current(prepared, dataset)
    contents = {name: Content(version.path(name).read_bytes(), file.rows) for name, file in version.files.items()}
    for name, row in PREPARED_TABLES.items():
        read = geopandas.read_parquet if name == "areas" else pandas.read_parquet
        frame = versions.read_table(version, name, read)
        for place, column in enumerate(texts(row)):
            frame[column] = [
                f"{PAYLOADS[(number + place) % len(PAYLOADS)]} {text}" if text else text
                for number, text in enumerate(frame[column])
            ]
        contents[f"{name}.parquet"] = versions.table_content(frame)
    versions.publish(root, dataset, contents)


def texts(row: type[Row]) -> list[str]:
    """The columns of a table that hold free texts."""
    fields = [field for field in row._fields if field.kind is Text or (field.kind is str and field.name in FREE)]
    return [column for field in fields for column in field.columns]
