"""Where the rows are counted: DuckDB on one machine, within the memory it is given; Apache Spark where that is not
enough (`requirements-spark.txt`).

Both read CSV and Parquet. What is no date or no number becomes missing, to be counted as a fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import duckdb
import narwhals as nw
import pyarrow

from data.extract.counting import Frame

TYPES = {"date": "DATE", "year": "INTEGER", "age": "INTEGER"}


class Engine(Protocol):
    """Reads files of a register and hands back results as Arrow tables."""

    def read(self, files: Iterable[Path], columns: Iterable[str], where: str = "") -> Frame: ...

    def table(self, frame: pyarrow.Table) -> Frame: ...

    def collect(self, frame: Frame) -> pyarrow.Table: ...


@dataclass
class DuckDB:
    """One process; what does not fit into `memory` is spilled into the folder `spill`."""

    memory: str = "2GB"
    threads: int = 2
    spill: Path | None = None

    def __post_init__(self) -> None:
        self.connection = duckdb.connect()
        self.connection.execute(f"SET memory_limit = '{self.memory}'")
        self.connection.execute(f"SET threads = {self.threads}")
        self.connection.execute("SET preserve_insertion_order = false")
        if self.spill:
            self.connection.execute(f"SET temp_directory = {_quoted(self.spill)}")

    def read(self, files: Iterable[Path], columns: Iterable[str], where: str = "") -> Frame:
        named = list(files)
        listed = ", ".join(_quoted(file) for file in named)
        is_csv = all(file.suffix == ".csv" for file in named)
        source = f"read_csv([{listed}], all_varchar = true)" if is_csv else f"read_parquet([{listed}])"
        given = self.connection.sql(f"SELECT * FROM {source} LIMIT 0").columns
        chosen = f"SELECT {_selected(columns, given, is_csv)} FROM {source}"
        return nw.from_native(self.connection.sql(f"SELECT * FROM ({chosen}) {where}"))

    def has_coordinates(self, files: Iterable[Path]) -> bool:
        """Whether every file has the columns `x` and `y`."""
        return all({"x", "y"} <= set(self._columns(file)) for file in files)

    def _columns(self, file: Path) -> list[str]:
        columns: list[str] = self.connection.sql(f"SELECT * FROM {_quoted(file)} LIMIT 0").columns
        return columns

    def coordinates(self, files: Iterable[Path]) -> pyarrow.Table:
        """The addresses of rows that have coordinates: `address_id`, `x`, `y` in whole metres."""
        places = self.read(files, ["address_id"]).filter(nw.col("address_id") != "").unique().collect("pyarrow")
        ids = places.to_native().column("address_id").to_pylist()
        pairs = [address.split(",") for address in ids]
        axes = {axis: pyarrow.array([float(pair[side]) for pair in pairs]) for side, axis in enumerate(("x", "y"))}
        return pyarrow.table({"address_id": ids, **axes})

    def table(self, frame: pyarrow.Table) -> Frame:
        return nw.from_native(self.connection.from_arrow(frame))

    def collect(self, frame: Frame) -> pyarrow.Table:
        return frame.collect("pyarrow").to_native()


@dataclass
class Spark:
    """A session of Apache Spark (pyspark 4.0, Java 17). `session`: made by whoever knows the cluster."""

    session: Any

    def read(self, files: Iterable[Path], columns: Iterable[str], where: str = "") -> Frame:
        named = list(files)
        paths = [str(file) for file in named]
        is_csv = all(file.suffix == ".csv" for file in named)
        source = self.session.read.csv(paths, header=True) if is_csv else self.session.read.parquet(*paths)
        source.createOrReplaceTempView("source")
        chosen = f"SELECT {_selected(columns, source.columns, is_csv)} FROM source"
        frame: Frame = nw.from_native(self.session.sql(f"SELECT * FROM ({chosen}) {where}"))
        return frame

    def table(self, frame: pyarrow.Table) -> Frame:
        made: Frame = nw.from_native(self.session.createDataFrame(frame.to_pandas()))
        return made

    def collect(self, frame: Frame) -> pyarrow.Table:
        return frame.collect("pyarrow").to_native()


def _selected(columns: Iterable[str], given: Iterable[str], is_text: bool) -> str:
    """The columns in their types; an address by coordinates is their metres (EPSG:25832).

    is_text: the file has nothing but texts. They are trimmed first, or DuckDB would read the file in the wanted types,
    and stop at the first field that is not of its type.
    """
    has_address = "address_id" in given
    found = []
    for column in columns:
        if column in TYPES:
            field = f"TRIM({column})" if is_text else column
            found.append(f"TRY_CAST({field} AS {TYPES[column]}) AS {column}")
        elif column == "address_id" and not has_address:
            metres = [f"TRY_CAST(TRY_CAST({axis} AS DOUBLE) AS BIGINT)" for axis in ("x", "y")]
            found.append(f"COALESCE(CAST({metres[0]} || ',' || {metres[1]} AS VARCHAR(40)), '') AS address_id")
        else:
            found.append(f"CAST({column} AS VARCHAR(200)) AS {column}")
    return ", ".join(found)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
