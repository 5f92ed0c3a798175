"""What is measured: the cost of a run, a crowd of readers, memory over time, and what a second process adds."""

from __future__ import annotations

import asyncio
import math
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from tests.benchmarks.load.host import cpu_seconds, megabytes, settle, wait_for
from tests.benchmarks.load.journeys import (
    DATASETS,
    FILTER,
    OPENED,
    PAGE,
    PATHS,
    Diary,
    every_page,
    filter_page,
    open_page,
    read,
)
from tests.benchmarks.load.reader import Reader

RUNS = 5  # of each kind, to tell the cost of one
BY_NAME = ("omraade", "sammenlign")  # show little until an area is chosen
BACK_WITHIN = 300  # seconds after the last reader has left
BACK_TO = 1.1  # times the memory before they came
NO_THINKING = (0.0, 0.0)
MINUTE = 60

Process = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Cost:
    """Processor seconds of a run: of the page, of a choice made for the first time, and of one made before."""

    dataset: str
    path: str
    page: float
    first_choice: float
    choice: float


async def costs(server: str, process: Process, diary: Diary) -> list[Cost]:
    """The cost of a run by page, with nobody else there; printed as it is found."""
    found = []
    print(f"{'processor seconds of a run':36}   page  first choice  choice")
    for dataset in dict.fromkeys(DATASETS):
        for path in PATHS:
            row = await cost(server, process, dataset, path, diary)
            print(f"{dataset:10} /{path:24}  {row.page:5.2f}  {row.first_choice:12.2f}  {row.choice:6.2f}", flush=True)
            found.append(row)
    return found


async def cost(server: str, process: Process, dataset: str, path: str, diary: Diary) -> Cost:
    spent = {}
    for what in ("first choice", "choice"):
        async with Reader(server) as reader:
            diary.note(OPENED, path, await reader.open(path, datasaet=dataset))
            chance = random.Random(path)
            if path in BY_NAME:
                diary.note(FILTER, path, await filter_page(reader, path, chance))
            if what == "choice":  # by now everything has been shown once
                before = cpu_seconds(process)
                for _ in range(RUNS):
                    diary.note(PAGE, path, await reader.visit(path))
                spent["page"] = (cpu_seconds(process) - before) / RUNS
            before = cpu_seconds(process)
            for _ in range(RUNS):
                diary.note(FILTER, path, await filter_page(reader, path, chance))
            spent[what] = (cpu_seconds(process) - before) / RUNS
    return Cost(dataset, path, spent["page"], spent["first choice"], spent["choice"])


@dataclass
class Crowd:
    """What many readers met, and the memory they took (MB): before they came, `sitting` of them, all, and after."""

    sitting: int
    arrival: Diary = field(default_factory=Diary)
    clicks: Diary = field(default_factory=Diary)
    seconds: float = 0.0
    cpu: float = 0.0
    empty: float = 0.0
    seated: float = 0.0
    full: float = 0.0
    after: float = 0.0
    back_after: float | None = None

    @property
    def megabytes_a_session(self) -> float:
        return (self.seated - self.empty) / self.sitting


async def warm_up(server: str, diary: Diary) -> None:
    """Every page of every dataset is shown once."""
    for number in {dataset: number for number, dataset in enumerate(DATASETS)}.values():
        await every_page(server, number, diary)


async def crowd(server: str, process: Process, readers: int, clicking: int, seconds: float) -> Crowd:
    """Many readers with a page open, some of whom click; afterwards all leave."""
    met = Crowd(sitting=readers - clicking)
    settle(process)
    met.empty = megabytes(process)
    async with AsyncExitStack() as stack:
        await sit_down(stack, server, met.sitting, met.arrival)
        met.seated = megabytes(process)
        began, spent = time.monotonic(), cpu_seconds(process)
        await asyncio.gather(*(read(server, number, began + seconds, met.clicks) for number in range(clicking)))
        met.seconds, met.cpu = time.monotonic() - began, cpu_seconds(process) - spent
        met.full = megabytes(process)
    met.back_after = await asyncio.to_thread(wait_for, lambda: megabytes(process) <= BACK_TO * met.empty, BACK_WITHIN)
    met.after = megabytes(process)
    return met


async def sit_down(stack: AsyncExitStack, server: str, count: int, diary: Diary) -> None:
    """Readers who open a page each and keep it open as long as the stack."""
    for number in range(count):
        reader = await stack.enter_async_context(Reader(server))
        await open_page(reader, number, PATHS[number % len(PATHS)], diary)


async def soak(server: str, process: Process, readers: int, clicking: int, minutes: int, diary: Diary) -> list[float]:
    """The memory (MB) after each minute of readers who come, click and leave."""
    sizes = []
    async with AsyncExitStack() as stack:
        await sit_down(stack, server, readers - clicking, diary)
        end = time.monotonic() + minutes * MINUTE
        busy = asyncio.gather(*(read(server, number, end, diary) for number in range(clicking)))
        for minute in range(1, minutes + 1):
            await asyncio.sleep(max(0.0, end - (minutes - minute) * MINUTE - time.monotonic()))
            sizes.append(megabytes(process))
            print(f"  minute {minute}: {sizes[-1]:.0f} MB, {diary.runs} runs, {len(diary.faults)} faults", flush=True)
        await busy
    return sizes


@dataclass(frozen=True)
class Speed:
    """Runs in a time without a pause for thought, and the processor seconds that servers and everything used."""

    runs: int
    seconds: float
    cpu: float
    faults: list[str]

    @property
    def runs_a_second(self) -> float:
        return self.runs / self.seconds

    @property
    def runs_a_cpu_second(self) -> float:
        return self.runs / self.cpu


async def speed(server: str, processes: list[Process], clicking: int, seconds: float) -> Speed:
    """How much a server answers when its readers never think."""
    diary, began, spent = Diary(), time.monotonic(), sum(map(cpu_seconds, processes))
    await asyncio.gather(*(read(server, number, began + seconds, diary, NO_THINKING) for number in range(clicking)))
    return Speed(diary.runs, time.monotonic() - began, sum(map(cpu_seconds, processes)) - spent, diary.faults)


def percentiles(seconds: list[float]) -> Iterator[float]:
    """The 50th and 95th percentile and the largest; infinite where nothing came."""
    found = sorted(seconds) or [math.inf]
    for share in (0.5, 0.95, 1.0):
        yield found[min(len(found) - 1, int(share * len(found)))]
