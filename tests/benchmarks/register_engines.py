"""How a register is counted: Narwhals on DuckDB against SQL written by hand, and the same on Apache Spark.

    python -m tests.benchmarks.register_engines                     1 million rows of charges
    python -m tests.benchmarks.register_engines --rows 1 10 100     millions, as a table
    python -m tests.benchmarks.register_engines --spark             counts on both, and compares what came out

Both count the same files in one run, in turns, each in a process of its own; the ratio is what counts. Spark needs
`requirements-spark.txt` and Java 17.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import pyarrow
import pyarrow.parquet

from data.extract import run
from data.extract.counting import Ages, Limits
from data.extract.engines import DuckDB, Engine, Spark
from data.extract.run import Extract
from tests.register_rows import SQL, write_register

YEARS = tuple(range(2015, 2025))
LIMITS = Limits(YEARS[0], YEARS[-1], (Ages("15-17", 15, 17), Ages("18-24", 18, 24)))
NAMES = ("area_id", "year", "age_group", "persons", "events", "population")
MEMORY, THREADS = "2GB", 2


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=float, nargs="+", default=[1.0], metavar="MILLIONS")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--one", choices=("ours", "sql", "spark"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(measured(chosen.one, chosen.folder)))
        return 0
    print("| rows of charges | ours | SQL by hand | ratio | our memory | same counts |")
    print("|---|---|---|---|---|---|")
    return max(_row(millions, chosen.spark) for millions in chosen.rows)


def _row(millions: float, with_spark: bool) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places = write_register(folder, int(millions * 1e6), YEARS)
        pyarrow.parquet.write_table(places, folder / "places.parquet")
        rounds = [(_apart("ours", folder), _apart("sql", folder)) for _ in range(3 if millions < 20 else 1)]
        ours, by_hand = (min((pair[side] for pair in rounds), key=lambda told: told["seconds"]) for side in (0, 1))
        same = ours["digest"] == by_hand["digest"]
        print(
            f"| {millions:g} million | {ours['seconds']:.2f} s | {by_hand['seconds']:.2f} s "
            f"| {ours['seconds'] / by_hand['seconds']:.2f} | {ours['megabytes']:.0f} MB | {'yes' if same else 'NO'} |",
            flush=True,
        )
        if with_spark:
            spark = _apart("spark", folder)
            agrees = spark["digest"] == ours["digest"]
            told = "the same hash" if agrees else "ANOTHER hash"
            print(f"Spark: {spark['seconds']:.1f} s, {told} {spark['digest'][:16]}")
            same = same and agrees
    return 0 if same else 1


def _apart(which: str, folder: Path) -> dict[str, float | str]:
    """In a process of its own, so that memory is told of one alone."""
    given = [sys.executable, "-m", "tests.benchmarks.register_engines", "--one", which, "--folder", str(folder)]
    told = subprocess.run(given, check=True, capture_output=True, text=True).stdout
    return json.loads(told.strip().splitlines()[-1])


def measured(which: str, folder: Path) -> dict[str, float | str]:
    """Seconds, memory and hash of the counts. The faults are counted by ours alone, and not in its time."""
    places = pyarrow.parquet.read_table(folder / "places.parquet")
    if which == "sql":
        return _by_hand(folder, places)
    engine: Engine = DuckDB(MEMORY, THREADS, folder / "spill") if which == "ours" else _spark()
    extract = Extract.of(folder)
    began = time.perf_counter()
    counts = run.counts(engine, extract, places, LIMITS)
    return _told(time.perf_counter() - began, run.digest(counts))


def _by_hand(folder: Path, places: pyarrow.Table) -> dict[str, float | str]:
    connection = duckdb.connect()
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    connection.execute(f"SET threads = {THREADS}")
    connection.register("places", places)
    began = time.perf_counter()
    rows = connection.sql(SQL.format(folder=folder, first=YEARS[0], last=YEARS[-1])).fetchall()
    seconds = time.perf_counter() - began
    return _told(seconds, run.digest([dict(zip(NAMES, row, strict=True)) for row in rows]))


def _spark() -> Spark:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(f"local[{THREADS}]").config("spark.driver.memory", MEMORY.lower()[:-1])
    return Spark(builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "4").getOrCreate())


def _told(seconds: float, digest: str) -> dict[str, float | str]:
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": megabytes, "digest": digest}


if __name__ == "__main__":
    sys.exit(main())
