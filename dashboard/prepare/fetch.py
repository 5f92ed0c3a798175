"""Fetch figures from Danmarks Statistik's StatBank as source tables.

    python -m dashboard.prepare fetch STRAF44 --to data/source/min_kommune
    python -m dashboard.prepare fetch FOLK1A STRAF22 --to data/source/min_kommune
    python -m dashboard.prepare fetch LIGEAB1 --choose KØN=M --to hentet

Run by staff where there is internet. What has come is kept in the folder's `.statbank/`; a run that broke goes on
where it broke. Exit code 1 where a table could not be had: nothing of it is written then.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data.errors import DataError
from data.statbank import recipes, tables
from data.statbank.api import BASE, Client


def main(given: Sequence[str] | None = None, client: Client | None = None, today: date | None = None) -> int:
    """Run the command. `client` and `today` are for tests."""
    chosen = arguments(given)
    selected = dict(part.split("=", 1) for part in chosen.choose)
    codes = {name: values.split(",") for name, values in selected.items()}
    refused = 0
    for table in chosen.tables:
        request = recipes.Request(client or Client(chosen.base), chosen.to, _say, codes)
        try:
            found = recipes.figures(request, table)
            for path in tables.write(found, chosen.to, today or date.today()):
                _say(f"{table}: {path}")
        except DataError as error:
            refused += 1
            print(f"{table}: {error}", file=sys.stderr)
    return 1 if refused else 0


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dashboard.prepare fetch", description="Hent fra Statistikbanken.")
    parser.add_argument("tables", nargs="+", metavar="TABEL", help="fx STRAF44, STRAF22, FOLK1A")
    parser.add_argument("--to", type=Path, default=Path("hentet"), metavar="MAPPE", help="mappen med kildetabeller")
    parser.add_argument(
        "--choose", action="append", default=[], metavar="VARIABEL=KODE,KODE", help="koder i stedet for »i alt«"
    )
    parser.add_argument("--base", default=BASE, help=argparse.SUPPRESS)
    chosen = parser.parse_args(given)
    if any("=" not in part for part in chosen.choose):
        parser.error("--choose skrives VARIABEL=KODE, fx --choose KØN=M")
    return chosen


def _say(sentence: str) -> None:
    print(sentence, flush=True)
