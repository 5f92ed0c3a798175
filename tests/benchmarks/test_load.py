"""A sample of `make load`: a few readers on every page, against the real server. No seconds are asked for."""

from __future__ import annotations

import asyncio
import math

import pytest

from tests.benchmarks.load.host import cpu_seconds, megabytes, one_process
from tests.benchmarks.load.journeys import FILTER, OPENED, PAGE, PATHS, Diary, every_page
from tests.benchmarks.load.measures import percentiles
from tests.benchmarks.load.reader import Answer, Reader
from tests.loops import complete

READERS = (0, 1, 3)  # two on the published figures, one on the example


async def together(server: str, diary: Diary) -> None:
    await asyncio.gather(*(every_page(server, number, diary) for number in READERS))


@pytest.mark.slow
def test_several_readers_choose_on_every_page_without_a_fault() -> None:
    diary = Diary()
    with one_process() as (server, process):
        complete(together(server, diary))
        assert cpu_seconds(process) > 0
        assert megabytes(process) > 0
    assert diary.faults == []
    assert {path for what, path in diary.answers if what == PAGE} == set(PATHS)
    assert diary.runs == len(READERS) * (1 + 2 * len(PATHS))
    assert len(diary.seconds(OPENED)) == len(READERS)
    assert len(diary.seconds(FILTER)) == len(READERS) * len(PATHS)


def test_what_does_not_come_is_a_fault() -> None:
    async def ask(server: str, path: str) -> Answer:
        async with Reader(server) as reader:
            return await reader.open(path)

    with one_process() as (server, _):
        assert complete(ask(server, "nowhere")).fault == "HTTPError: HTTP Error 404: Not Found"
    assert "Connection refused" in complete(ask(server, "kort")).fault


def test_percentiles_of_waiting() -> None:
    assert list(percentiles([float(n) for n in range(100, 0, -1)])) == [51, 96, 100]
    assert list(percentiles([2.0])) == [2, 2, 2]
    assert list(percentiles([])) == [math.inf] * 3


def test_faults_are_named_with_page_and_act() -> None:
    diary = Diary()
    diary.note(FILTER, "kort", Answer(1, 10))
    diary.note(FILTER, "kort", Answer(1, 10, "fejl"))
    assert diary.faults == ["filter /kort: fejl"]
