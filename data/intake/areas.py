"""Areas as they are written, found among the areas of the list: by id or name, whatever became of zeros and spaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process, utils

from data.intake.words import plain

LIKELY = 80.0  # of 100, from which on a name is proposed; never taken without an answer


@dataclass(frozen=True)
class KnownArea:
    """An area of the list by its id, with everything that it is called."""

    area_id: str
    name: str
    called: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """The area that something written means: one, several, or none but perhaps a likely one."""

    area_id: str = ""
    several: tuple[str, ...] = ()
    likely: KnownArea | None = None


@dataclass(frozen=True)
class Areas:
    """The areas of a dataset to look names up in."""

    listed: tuple[KnownArea, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, KnownArea]:
        return {area.area_id: area for area in self.listed}

    @cached_property
    def _exact(self) -> dict[str, set[str]]:
        exact: dict[str, set[str]] = {}
        for area in self.listed:
            for called in (area.area_id, area.name, *area.called):
                for key in _keys(called):
                    exact.setdefault(key, set()).add(area.area_id)
        return exact

    @cached_property
    def _names(self) -> dict[str, KnownArea]:
        return {called: area for area in self.listed for called in (area.name, *area.called, area.area_id) if called}

    def find(self, written: str) -> Found:
        """What an area's name or id in a file means; the likeliest other where there is none."""
        for key in _keys(written):
            if ids := self._exact.get(key):
                return Found(next(iter(ids))) if len(ids) == 1 else Found(several=tuple(sorted(ids)))
        best = process.extractOne(
            written, list(self._names), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=LIKELY
        )
        return Found(likely=self._names[best[0]]) if best else Found()

    def knows(self, written: str) -> bool:
        return any(key in self._exact for key in _keys(written))


def _keys(written: str) -> Iterable[str]:
    """The forms under which something written is the same: plain, and without the zeros that a spreadsheet takes."""
    key = plain(written)
    if not key:
        return ()
    bare = key.lstrip("0")
    return (key, f"#{bare}") if key.isdigit() and bare else (key,)
