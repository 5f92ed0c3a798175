"""What readers do: open a page, choose something on it, look at it for a while, go on to the next page."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.Selectbox_pb2 import Selectbox

from dashboard.ui.navigation import PAGES
from tests.benchmarks.load.reader import Answer, Reader

PATHS = tuple(page.path for page in PAGES)
OPENED, PAGE, FILTER = "page, first of a visit", "page, by the menu", "filter"
DATASETS = ("published", "published", "published", "example")  # every fourth reader looks at the example
THINKING = (1.0, 5.0)  # seconds between an answer and the next click, evenly spread
FILTERS_A_PAGE = 3
PAGES_A_VISIT = 6


@dataclass
class Diary:
    """What many readers waited for: answers by what was done, and by the page it was done on."""

    answers: dict[tuple[str, str], list[Answer]] = field(default_factory=lambda: defaultdict(list))

    def note(self, what: str, path: str, answer: Answer) -> bool:
        """Whether the reader can go on."""
        self.answers[what, path].append(answer)
        return not answer.fault

    def seconds(self, *whats: str) -> list[float]:
        return [answer.seconds for (what, _), found in self.answers.items() if what in whats for answer in found]

    @property
    def runs(self) -> int:
        return sum(map(len, self.answers.values()))

    @property
    def faults(self) -> list[str]:
        return [
            f"{what} /{path}: {answer.fault}"
            for (what, path), found in self.answers.items()
            for answer in found
            if answer.fault
        ]


async def filter_page(reader: Reader, path: str, chance: random.Random) -> Answer:
    """Choose something else on a page, as its readers do: in a list, on the map, by the name of an area."""
    return await FILTERS.get(path, in_a_list)(reader, chance)


async def in_a_list(reader: Reader, chance: random.Random) -> Answer:
    offered = [
        (key, option)
        for key, widget in sorted(reader.widgets.items())
        if isinstance(widget, Selectbox)
        for option in widget.options
        if option != widget.raw_value
    ]
    if not offered:  # one thing alone is shown
        return await projector(reader, chance)
    lists = sorted({key for key, _ in offered})
    chosen = chance.choice(lists)
    return await reader.choose(chosen, chance.choice([option for key, option in offered if key == chosen]))


async def on_the_map(reader: Reader, chance: random.Random) -> Answer:
    catalogue = await reader.file(_data(reader, "map")["files"]["catalogue"])
    indicators = [indicator["id"] for indicator in catalogue["indicators"]]
    return await reader.act("map", "choice", {"indikator": chance.choice(indicators)})


def by_name(key: str) -> Callable[[Reader, random.Random], Awaitable[Answer]]:
    """Choose an area in the search `key`."""

    async def choose(reader: Reader, chance: random.Random) -> Answer:
        if key not in reader.widgets:  # as many are chosen as there is room for
            return await projector(reader, chance)
        data = _data(reader, key)
        areas = [area[0] for area in await reader.file(data["areas"]) if area[0] not in data["left_out"]]
        return await reader.act(key, "area", chance.choice(areas))

    return choose


async def projector(reader: Reader, chance: random.Random) -> Answer:
    return await reader.switch("visning", "visning=projektor" not in reader.query)


FILTERS = {
    "kort": on_the_map,
    "omraade": by_name("find"),
    "sammenlign": by_name("add-area"),
    "moede": projector,  # the agenda itself is edited in the browser
}


def _data(reader: Reader, key: str) -> Any:
    """What an element of ours was given."""
    element: Any = reader.widgets[key]
    return json.loads(element.json)


async def open_page(reader: Reader, number: int, path: str, diary: Diary) -> bool:
    """The first page of the reader's visit, and whether it came."""
    return diary.note(OPENED, path, await reader.open(path, datasaet=DATASETS[number % len(DATASETS)]))


async def every_page(server: str, number: int, diary: Diary) -> None:
    """A reader who goes through the menu and chooses something on each page."""
    chance = random.Random(number)
    async with Reader(server) as reader:
        await open_page(reader, number, PATHS[number % len(PATHS)], diary)
        for path in PATHS:
            diary.note(PAGE, path, await reader.visit(path))
            diary.note(FILTER, path, await filter_page(reader, path, chance))


async def read(server: str, number: int, until: float, diary: Diary, thinking: tuple[float, float] = THINKING) -> None:
    """Visit after visit until a time of the monotonic clock; `number` decides what is chosen."""
    chance = random.Random(number)
    while time.monotonic() < until:
        async with Reader(server) as reader:
            await stay(reader, number, chance, until, diary, thinking)


async def stay(
    reader: Reader, number: int, chance: random.Random, until: float, diary: Diary, thinking: tuple[float, float]
) -> None:
    """One visit, which ends early where something is at fault."""
    path = chance.choice(PATHS)
    is_well = await open_page(reader, number, path, diary)
    for click in range(PAGES_A_VISIT * (FILTERS_A_PAGE + 1)):
        await asyncio.sleep(chance.uniform(*thinking))
        if not is_well or time.monotonic() >= until:
            return
        if click % (FILTERS_A_PAGE + 1) < FILTERS_A_PAGE:
            is_well = diary.note(FILTER, path, await filter_page(reader, path, chance))
        else:
            path = chance.choice(PATHS)
            is_well = diary.note(PAGE, path, await reader.visit(path))
