"""Count the rows of a register into source tables.

    python -m dashboard.prepare extract UDTRÆK --dataset published --source politiet --edition 2025

The folder holds `charges*.csv` or `.parquet` (pseudonym, date, offence, age, address_id or x and y in EPSG:25832),
`population*` (pseudonym, year, age, and the same address), and `addresses.csv` (address_id, x, y) where rows name
addresses by id. A year is one part, kept in the folder's `.parts/`: a run that broke goes on. What was wrong with the
rows is listed, and counted nowhere.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas

from dashboard.prepare import command
from dashboard.prepare.progress import say
from data import read
from data.contracts import Layer
from data.errors import DataError, Finding, SourceError, Text
from data.extract import run
from data.extract.counting import Ages, Limits
from data.extract.engines import DuckDB
from geo import addresses
from geo.layers import Layers

AGES = (Ages("10-14", 10, 14), Ages("15-17", 15, 17), Ages("18-24", 18, 24))
FILES = Text("filer, der begynder med charges og population", "files that begin with charges and population")
PLACED = Text("addresses.csv med address_id, x og y", "addresses.csv with address_id, x and y")


def main(given: Sequence[str] | None = None) -> int:
    """Run the command. Exit code 1 where the extract or the dataset cannot be read."""
    chosen = arguments(given)
    try:
        result = counted(chosen)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    path = chosen.to or command.SOURCE / chosen.dataset / f"observations_{chosen.source}.csv"
    run.write(result, path, chosen.source, chosen.edition)
    for sentence in result.report():
        say(sentence)
    say(f"{command.number(len(result.counts))} tal til {path}; sha256 {result.digest[:16]}")
    return 0


def counted(chosen: argparse.Namespace) -> run.Result:
    """The counts of the extract. Raises SourceError."""
    extract = run.Extract.of(chosen.folder)
    if not extract.charges or not extract.people:
        raise SourceError([Finding(str(chosen.folder), "", FILES)])
    tables = read.read_source(command.SOURCE / chosen.dataset)
    layers = Layers.of(Layer.of(tables["layers"]))
    areas = command.place_areas(tables, command.GEO_SOURCE / chosen.dataset, layers)
    engine = DuckDB(memory=chosen.memory, threads=chosen.threads, spill=chosen.folder / ".spill")
    places = addresses.places(_addresses(chosen.folder, engine, extract), areas)
    first, last = chosen.years
    return run.count(engine, extract, places, Limits(first, last, AGES), chosen.folder, say)


def _addresses(folder: Path, engine: DuckDB, extract: run.Extract) -> pandas.DataFrame:
    """The addresses of the folder's file, or those of the rows where they have coordinates themselves."""
    path = folder / "addresses.csv"
    if not path.is_file() and engine.has_coordinates((*extract.charges, *extract.people)):
        parts = [engine.coordinates(files).to_pandas() for files in (extract.charges, extract.people)]
        together: pandas.DataFrame = pandas.concat(parts).drop_duplicates("address_id")
        return together
    if not path.is_file():
        raise SourceError([Finding(path.name, "", PLACED)])
    found = pandas.read_csv(path, dtype={"address_id": "str"})
    if not {"address_id", "x", "y"} <= set(found):
        raise SourceError([Finding(path.name, ", ".join(map(str, found)), PLACED)])
    return found.dropna(subset=["x", "y"]).drop_duplicates("address_id")


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dashboard.prepare extract", description="Tæl et registers rækker.")
    parser.add_argument("folder", type=Path, metavar="MAPPE")
    parser.add_argument("--dataset", required=True, help="datasættet, hvis områder tælles i")
    parser.add_argument("--source", required=True, help="kildens id i sources.csv (source_class register)")
    parser.add_argument("--years", type=int, nargs=2, required=True, metavar=("FRA", "TIL"))
    parser.add_argument("--edition", default="", help="udtrækkets navn; udgaver deler aldrig en linje")
    parser.add_argument("--to", type=Path, metavar="FIL", help="ellers observations_<kilde>.csv i datasættet")
    parser.add_argument("--memory", default="2GB", help="højst så meget hukommelse; resten lægges på disken")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(given)
