"""Several hosts on one set of versions, by way of object storage or a folder that fsspec reaches.

python -m dashboard.prepare send s3://bucket/barometer         where the data are published
python -m dashboard.prepare receive s3://bucket/barometer    on each host that shows them, every minute
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.prepare import command
from data import mirror, versions
from data.errors import PreparedError
from data.mirror import Mirrored, Storage


def send(given: Sequence[str]) -> int:
    """Exit code 1 where a dataset could not be sent."""
    chosen = _arguments("send", "Læg de udgivne versioner i et fælles lager.", given)
    return _each(chosen, sending=True)


def receive(given: Sequence[str]) -> int:
    """Exit code 1 where a dataset could not be fetched; readers keep the version they have."""
    chosen = _arguments("receive", "Hent de udgivne versioner fra et fælles lager.", given)
    return _each(chosen, sending=False)


def _each(chosen: argparse.Namespace, *, sending: bool) -> int:
    refused = 0
    try:
        storage = Storage(chosen.url)
        names = versions.datasets(chosen.root) if sending else mirror.datasets(storage)
    except PreparedError as error:
        print(error, file=sys.stderr)
        return 1
    for name in names:
        try:
            found = (mirror.send if sending else mirror.fetch)(chosen.root, storage, name)
        except PreparedError as error:
            refused += 1
            print(f"{name}: {error}", file=sys.stderr)
        else:
            print(_told(found, sending=sending), flush=True)
    if not names:
        print(f"Der er ingen data i {chosen.root if sending else chosen.url}.", file=sys.stderr)
    return 1 if refused or not names else 0


def _told(found: Mirrored, *, sending: bool) -> str:
    verb = "sendt" if sending else "hentet"
    return f"{found.dataset}: {found.current} gælder; {len(found.moved)} {verb}, {len(found.removed)} fjernet"


def _arguments(word: str, told: str, given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"python -m dashboard.prepare {word}", description=told)
    parser.add_argument("url", metavar="URL", help="fx s3://spand/barometer (kræver pakken s3fs) eller /mnt/fælles")
    parser.add_argument("--root", type=Path, default=command.PREPARED, metavar="MAPPE", help="ellers data/prepared")
    return parser.parse_args(given)
