"""Let everything befall the data that is known to, and count what readers see: `make faults`.

    python -m tests.faults                  all of it
    python -m tests.faults cases kills      some of it: cases, flips, publishes, kills, full

Prints a table and ends with 1 where anything was wrong, each wrong thing with how often it was.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import publishing, showing
from tests.faults.damage import CASES
from tests.faults.publishing import NOTHING_WRONG
from tests.faults.showing import REFUSED, RIGHT
from tests.faults.small import NAME, contents

FLIPS, PUBLISHES, KILLS = 1000, 1000, 60
Outcome = Counter[str]


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder that any user may read."""
    with tempfile.TemporaryDirectory() as made:
        os.chmod(made, 0o755)
        yield Path(made)


def cases() -> Outcome:
    with folder() as place, showing.stage(place) as stage:
        return showing.case_by_case(stage) + showing.rotten_under_the_pages(stage)


def flips(inspected: bool) -> Outcome:
    with folder() as place, showing.stage(place, pages=()) as stage:
        return showing.flips(stage, FLIPS, inspected)


def publishes() -> Outcome:
    with folder() as place:
        return publishing.under_load(place, PUBLISHES)


def interrupted(act: Callable[[], object], points: int | None = None) -> Outcome:
    """Interrupt a publisher at so many of its steps, or at each."""
    with folder() as place:
        steps = publishing.steps_of_a_publish(place)
        at = range(1, steps + 1) if points is None else [1 + point * steps // points for point in range(points)]
        wrong = (publishing.interrupted(place, step, act, 3 * n + 2) for n, step in enumerate(at))
        return Counter(fault for faults in wrong for fault in faults or [NOTHING_WRONG])


def full() -> Outcome:
    """A disk that is full at each step, and in the middle of each file."""
    found = interrupted(publishing.refuse_for_lack_of_space)
    with folder() as place:
        publishing.publish(place, NAME, contents(1))
        files = 0
        while not publishing.on_a_full_disk(place, files, contents(2)):
            found[publishing.what_is_wrong(place, {1})] += 1
            files += 1
        found[publishing.what_is_wrong(place, {2})] += 1
        found += Counter(publishing.leftovers(place))
    return found


STORMS: dict[str, dict[str, Callable[[], Outcome]]] = {
    "cases": {f"{len(CASES)} cases, every page and address": cases},
    "flips": {
        f"{FLIPS} flipped bits before the inspection": lambda: flips(inspected=False),
        f"{FLIPS} flipped bits after the inspection": lambda: flips(inspected=True),
    },
    "publishes": {f"{PUBLISHES} publishes under load": publishes},
    "kills": {f"a publisher killed at {KILLS} points": lambda: interrupted(publishing.die, KILLS)},
    "full": {"a full disk at each step and in each file": full},
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("storms", nargs="*", metavar="storm", help=f"some of {', '.join(STORMS)}")
    chosen = parser.parse_args().storms or list(STORMS)
    logging.disable(logging.CRITICAL)
    print(f"{'':45}{'right':>9}{'refused':>9}{'wrong':>9}{'seconds':>9}", flush=True)
    failed = False
    for name, storm in (item for asked in chosen for item in STORMS[asked].items()):
        start = time.monotonic()
        found = storm()
        right, refused = found[RIGHT] + found[NOTHING_WRONG], found[REFUSED]
        wrong = {what: times for what, times in found.items() if what not in (RIGHT, REFUSED, NOTHING_WRONG)}
        seconds = time.monotonic() - start
        print(f"{name:45}{right:>9,}{refused:>9,}{sum(wrong.values()):>9,}{seconds:>9,.0f}", flush=True)
        for what, times in wrong.items():
            print(f"    {times} x {what}", flush=True)
        failed |= bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
