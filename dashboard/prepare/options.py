"""What can be asked of `python -m dashboard.prepare`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from data import register, versions
from data.contracts import LOWEST_MINIMUM

MINIMA = range(LOWEST_MINIMUM, 21)
KEPT = range(2, 51)  # the one that is shown, and one to go back to


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dashboard.prepare", description="Gør data klar til siderne.")
    parser.add_argument("--dataset", help="kun dette datasæt (en mappe i data/source/); ellers alle")
    parser.add_argument(
        "--minimum",
        type=int,
        choices=MINIMA,
        default=register.MINIMUM,
        metavar="ANTAL",
        help="færreste personer, der vises fra registre (3-20, ellers 5); brug altid det samme",
    )
    parser.add_argument("--replace", action="store_true", help="fjern de ældre versioner, når den nye er udgivet")
    parser.add_argument(
        "--keep",
        type=int,
        choices=KEPT,
        default=versions.KEEP,
        metavar="ANTAL",
        help="versioner, der bliver, når en ny udgives (2-50, ellers 10); de vises med --list",
    )
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true", help="kontrollér og beregn, men udgiv intet")
    action.add_argument("--list", action="store_true", help="vis versionerne")
    action.add_argument(
        "--rollback",
        nargs="?",
        const="",
        metavar="VERSION",
        help="vis en tidligere version igen: den nævnte eller den forrige",
    )
    chosen = parser.parse_args(given)
    if chosen.rollback is not None and not chosen.dataset:
        parser.error("--rollback kræver --dataset")
    return chosen
