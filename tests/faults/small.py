"""A small dataset in which every file of a version tells the same number."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas

from data import versions
from data.versions import Content, Version, publish

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
NAME = "lille"
OLD, NEW = 1, 2


def contents(n: int) -> dict[str, Content]:
    """Two tables and a file for the browser that all tell the same number."""
    frame = pandas.DataFrame({"n": [n] * 500, "text": [f"række {row} af {n}" for row in range(500)]})
    return {
        "observations.parquet": versions.table_content(frame),
        "areas.parquet": versions.table_content(frame),
        "web/marks.json.gz": Content(f"{n}".encode()),
    }


def two_versions(root: Path) -> Path:
    """The folder of the newest of two versions."""
    publish(root, NAME, contents(OLD), NOON)
    return publish(root, NAME, contents(NEW), NOON + timedelta(days=1)).folder


def numbers(version: Version) -> list[int]:
    """Every number that a version tells."""
    tables = [versions.read_table(version, name)["n"].unique().tolist() for name in ("observations", "areas")]
    return [*(number for table in tables for number in table), int(versions.read_file(version, "web/marks.json.gz"))]
