"""A sample of `make load`: a few readers on every page, against the real server. No seconds are asked for."""

from __future__ import annotations

import asyncio
import random

import pytest

from tests.benchmarks.load.host import cpu_seconds, megabytes, one_process
from tests.benchmarks.load.journeys import FILTER, OPENED, PAGE, PATHS, Diary, filter_page, open_page
from tests.benchmarks.load.measures import percentiles
from tests.benchmarks.load.reader import Answer, Reader

READERS = (0, 1, 3)  # two on the published figures, one on the example


async def every_page(server: str, number: int, diary: Diary) -> None:
    chance = random.Random(number)
    async with Reader(server) as reader:
        await open_page(reader, number, PATHS[number], diary)
        for path in PATHS:
            diary.note(PAGE, path, await reader.visit(path))
            diary.note(FILTER, path, await filter_page(reader, path, chance))


async def together(server: str, diary: Diary) -> None:
    await asyncio.gather(*(every_page(server, number, diary) for number in READERS))


@pytest.mark.slow
def test_several_readers_choose_on_every_page_without_a_fault() -> None:
    diary = Diary()
    with one_process() as (server, process):
        asyncio.run(together(server, diary))
        assert cpu_seconds(process) > 0
        assert megabytes(process) > 0
    assert diary.faults == []
    assert {path for what, path in diary.answers if what == PAGE} == set(PATHS)
    assert diary.runs == len(READERS) * (1 + 2 * len(PATHS))
    assert len(diary.seconds(OPENED)) == len(READERS)
    assert len(diary.seconds(FILTER)) == len(READERS) * len(PATHS)


def test_a_page_that_does_not_exist_is_a_fault() -> None:
    diary = Diary()

    async def lost(server: str) -> None:
        async with Reader(server) as reader:
            diary.note(OPENED, "nowhere", await reader.open("kort", datasaet="nothing"))
            reader.links["nowhere"] = reader.links["kort"]
            reader.links["nowhere"].page_script_hash = "f" * 32
            diary.note(PAGE, "nowhere", await reader.visit("nowhere"))

    with one_process() as (server, _):
        asyncio.run(lost(server))
    assert diary.faults == ["page, by the menu /nowhere: the page does not exist"]


def test_percentiles_of_waiting() -> None:
    assert list(percentiles([float(n) for n in range(100, 0, -1)])) == [51, 96, 100]
    assert list(percentiles([2.0])) == [2, 2, 2]


def test_faults_are_named_with_page_and_act() -> None:
    diary = Diary()
    diary.note(FILTER, "kort", Answer(1, 10))
    diary.note(FILTER, "kort", Answer(1, 10, "fejl"))
    assert diary.faults == ["filter /kort: fejl"]
