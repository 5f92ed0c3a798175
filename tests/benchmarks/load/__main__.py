"""Does the dashboard carry its readers? A real server, and readers who speak to it as Streamlit's own page does.

    python -m tests.benchmarks.load                  50 readers, 10 of whom click: waiting, cost of a run, memory
    python -m tests.benchmarks.load --soak 30        memory over half an hour
    python -m tests.benchmarks.load --processes 2    how much two processes behind nginx carry against one

Seconds depend on the machine; what else it is doing is said. The exit code is 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.load.host import nginx_before, one_process, several
from tests.benchmarks.load.journeys import FILTER, OPENED, PAGE, Diary
from tests.benchmarks.load.measures import (
    BACK_TO,
    BACK_WITHIN,
    Crowd,
    Process,
    costs,
    crowd,
    percentiles,
    soak,
    speed,
    warm_up,
)

ROUNDS = 2  # of one process and of several, in turn
SCALING = 0.9  # of a process, that each further one adds
SHOWN_FAULTS = 10


@dataclass(frozen=True)
class Target:
    """A figure, and what it may be at most or must be at least."""

    name: str
    value: float
    limit: float
    is_most: bool = True

    @property
    def is_met(self) -> bool:
        return self.value <= self.limit if self.is_most else self.value >= self.limit

    def __str__(self) -> str:
        sign = "≤" if self.is_most else "≥"
        return f"{'ok    ' if self.is_met else 'MISSED'} {self.name}: {self.value:.2f} ({sign} {self.limit:g})"


def told(faults: list[str]) -> Target:
    for fault in faults[:SHOWN_FAULTS]:
        print(f"  fault: {fault}")
    return Target("faults", len(faults), 0)


def waiting(diary: Diary) -> None:
    print(f"\n{'seconds':30}   runs    p50    p95    max")
    for what in (OPENED, PAGE, FILTER):
        seconds = diary.seconds(what)
        print(f"{what:30}  {len(seconds):5}  " + "  ".join(f"{value:5.2f}" for value in percentiles(seconds)))


def memory(met: Crowd) -> None:
    back = "not back" if met.back_after is None else f"back after {met.back_after:.0f} s"
    print(
        f"\nmemory, MB: empty {met.empty:.0f}, {met.sitting} readers with a page open {met.seated:.0f}, after the "
        f"clicking {met.full:.0f}, after all have left {met.after:.0f} ({back})"
    )


def few(server: str, process: Process, arguments: argparse.Namespace) -> list[Target]:
    """One process: the cost of a run, then the crowd."""
    alone = Diary()
    found = asyncio.run(costs(server, process, alone))
    met = asyncio.run(crowd(server, process, arguments.readers, arguments.clicking, arguments.seconds))
    waiting(met.clicks)
    print(f"server: {met.cpu / met.seconds:.2f} of a core; the machine: load {os.getloadavg()[0]:.1f}")
    memory(met)
    print()
    _, page, _ = percentiles(met.clicks.seconds(OPENED, PAGE))
    _, choice, _ = percentiles(met.clicks.seconds(FILTER))
    return [
        Target("page, p95 seconds", page, 3),
        Target("filter, p95 seconds", choice, 1),
        told(alone.faults + met.arrival.faults + met.clicks.faults),
        Target("dearest page, processor seconds", max(row.page for row in found), 0.10),
        Target("dearest choice made before, processor seconds", max(row.choice for row in found), 0.10),
        Target("MB of a further session", met.megabytes_a_session, 1),
        Target(f"memory within {BACK_WITHIN} s, times the start", met.after / met.empty, BACK_TO),
    ]


def long(server: str, process: Process, arguments: argparse.Namespace) -> list[Target]:
    """Readers for many minutes."""
    diary = Diary()
    asyncio.run(warm_up(server, diary))
    print(f"{arguments.readers} readers, {arguments.clicking} of whom click, for {arguments.soak} minutes")
    sizes = asyncio.run(soak(server, process, arguments.readers, arguments.clicking, arguments.soak, diary))
    return [told(diary.faults), Target("memory at the end, times the first minute", sizes[-1] / sizes[0], 1.1)]


def side_by_side(arguments: argparse.Namespace) -> list[Target]:
    """One process and several behind nginx, in turn, with readers who never think."""
    speeds: dict[int, list[float]] = {1: [], arguments.processes: []}
    with several(arguments.processes) as servers, tempfile.TemporaryDirectory() as folder:
        warm = Diary()
        for server, _ in servers:
            asyncio.run(warm_up(server, warm))
        faults = warm.faults
        for _ in range(ROUNDS):
            for count, found in speeds.items():
                used = servers[:count]
                with nginx_before([server for server, _ in used], Path(folder)) as front:
                    processes = [process for _, process in used]
                    seen = asyncio.run(speed(front, processes, arguments.clicking, arguments.seconds))
                found.append(seen.runs_a_second)
                faults += seen.faults
                print(
                    f"{count} process(es): {seen.runs_a_second:.1f} runs a second, {seen.cpu / seen.seconds:.2f} cores "
                    f"used by them, {seen.runs_a_cpu_second:.1f} runs a processor second; "
                    f"the machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )
    ratio = sum(speeds[arguments.processes]) / sum(speeds[1])
    least = SCALING * arguments.processes
    return [told(faults), Target(f"{arguments.processes} processes against one", ratio, least, is_most=False)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=50, help="with a page open")
    parser.add_argument("--clicking", type=int, default=10, help="of these")
    parser.add_argument("--seconds", type=float, default=120, help="of clicking")
    parser.add_argument("--soak", type=int, metavar="MINUTES", nargs="?", const=30)
    parser.add_argument("--processes", type=int, default=1, help="behind nginx, against one")
    arguments = parser.parse_args()
    if arguments.processes > 1:
        targets = side_by_side(arguments)
    else:
        with one_process() as (server, process):
            targets = (long if arguments.soak else few)(server, process, arguments)
    print(*targets, sep="\n")
    return 0 if all(target.is_met for target in targets) else 1


if __name__ == "__main__":
    sys.exit(main())
