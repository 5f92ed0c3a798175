"""What a reader asks of need and effort, and the cells that answer it, once a version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard import store
from dashboard.areas import relations, shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n.words import N_
from dashboard.selection.asked import STUDY, Study
from dashboard.views.kept import Setting, kept
from data import efforts, need
from data.contracts import THEMES, Direction, Level, Priority, Project
from data.efforts import Effort, Overlap, Places
from data.need import Cell, Cover, Desk, Reference
from data.versions import Version

SHOWN_LEVELS = (Level.HOUSING_AREA, Level.MUNICIPALITY)
STATUSES = {  # what a reader may ask for, by the code in the address
    "uden": N_("behov uden kendt indsats"),
    "etableres": N_("behov, indsats under etablering"),
    "i-gang": N_("behov med indsats i gang"),
    "ukendt": N_("behov, ingen aktuelle oplysninger om indsats"),
    "indsats": N_("indsats uden sikkert behov"),
}
OF_COVER = {Cover.NONE: "uden", Cover.STARTING: "etableres", Cover.COVERED: "i-gang", Cover.UNKNOWN: "ukendt"}


@dataclass(frozen=True)
class Asked:
    """What is asked for; no themes, groups or statuses are all of them. `area_id` is the country for every area;
    `only`: of those of the level, none is all of them.
    """

    level: str
    reference: Reference
    area_id: str = COUNTRY
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    study: Study | None = None


@dataclass(frozen=True)
class Found:
    """What was found: cells by area in the order of need, and what several efforts are for. `study`: the cells of the
    reader's own area, which stand beside the others and are not counted among them.

    `efforts` are those asked for that touch the areas; `priorities` all that are of the areas, also of then.
    """

    area_ids: tuple[str, ...]
    themes: tuple[str, ...]
    cells: tuple[Cell, ...]
    overlaps: tuple[Overlap, ...]
    efforts: tuple[Effort, ...]
    priorities: tuple[Priority, ...]
    study: tuple[Cell, ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
        """Every area with its cells, theme by theme; the reader's own first."""
        width = len(self.themes)
        several = [self.cells[first : first + width] for first in range(0, len(self.cells), width)] if width else []
        return (*(((STUDY, self.study),) if self.study else ()), *zip(self.area_ids, several, strict=True))

    @property
    def gaps(self) -> list[Cell]:
        return need.ranked(cell for cell in self.cells if cell.is_gap)

    @property
    def needs(self) -> list[Cell]:
        return need.ranked(cell for cell in self.cells if cell.is_need)

    @property
    def is_compared(self) -> bool:
        """Whether any number could be held against the other."""
        return any(cell.standing in (*need.NEEDY, need.Standing.SIMILAR, need.Standing.BETTER) for cell in self.cells)


def status(cell: Cell) -> str:
    """The code in the address of what a cell shows; empty where it is neither need nor effort."""
    if cell.is_need:
        return OF_COVER[cell.cover]
    return "indsats" if cell.running else ""


def levels(book: Atlas) -> list[str]:
    """The levels that need is shown on, the housing areas first."""
    kinds = {area.level: area.level_kind for area in book.areas.values() if area.level_kind in SHOWN_LEVELS}
    return sorted(kinds, key=lambda level: SHOWN_LEVELS.index(kinds[level]))


def references(book: Atlas, level: str) -> list[Reference]:
    """What the areas of a level can be held against: a municipality against the country alone."""
    kinds = {area.level_kind for area in book.areas.values() if area.level == level}
    return [Reference.COUNTRY] if Level.MUNICIPALITY in kinds else list(Reference)


@kept
def found(setting: Setting, asked: Asked) -> Found:
    version, book = setting.version, shelf.book(setting.version)
    every = efforts.known(store.rows(version, Project), setting.today)
    chosen = [each for each in every if not asked.groups or not set(asked.groups).isdisjoint(each.groups)]
    area_ids, places = areas_of(book, asked), places_of(version)
    priorities = [row for row in store.rows(version, Priority) if row.area_id in area_ids]
    desk = Desk(
        need.latest(book.observations, book.drawn, area_ids),
        book.indicators,
        chosen,
        [row for row in priorities if efforts.in_force(row, setting.today)],
        places,
        places.told_of(every),
    )
    themes = [theme for theme in THEMES if theme in asked.themes or (not asked.themes and is_shown(desk, theme))]
    cells = desk.cells(area_ids, themes, asked.reference)
    kept_ids = ordered(book, [cell for cell in cells if is_told(cell, priorities)], asked.statuses)
    by_place = {(cell.area_id, cell.theme): cell for cell in cells}
    return Found(
        tuple(kept_ids),
        tuple(themes),
        tuple(by_place[area_id, theme] for area_id in kept_ids for theme in themes),
        tuple(overlaps(chosen, places, kept_ids, asked)),
        tuple(each for each in chosen if any(each in places.efforts_in(area_id, [each]) for area_id in kept_ids)),
        tuple(row for row in priorities if row.theme in ("", *themes)),
        study_cells(setting, asked, desk, themes),
    )


def study_cells(setting: Setting, asked: Asked, desk: Desk, themes: Sequence[str]) -> tuple[Cell, ...]:
    """The reader's own area: the numbers of its parts counted together, and the efforts that touch any of them. What is
    put first in a part is not put first in the whole.
    """
    if not asked.study:
        return ()
    book, members, places = shelf.book(setting.version), asked.study.members, desk.places
    touching = frozenset().union(*(places.touching[area_id] for area_id in members))
    around = [places.municipality.get(area_id, area_id) for area_id in members]
    whole = replace(
        desk,
        numbers=need.latest_of_union(book.observations, book.drawn, members, STUDY, book.indicators),
        places=Places({STUDY: touching}, {STUDY: min(around, key=lambda area_id: area_id in desk.told_of)}),
    )
    return tuple(whole.cells([STUDY], themes, asked.reference))


def overlaps(chosen: Sequence[Effort], places: Places, area_ids: Sequence[str], asked: Asked) -> list[Overlap]:
    return [
        each
        for each in efforts.overlaps(chosen, places, area_ids)
        if (not asked.groups or each.group in asked.groups)
        and (not asked.themes or any(not set(asked.themes).isdisjoint(effort.themes) for effort in each.efforts))
    ]


def is_shown(desk: Desk, theme: str) -> bool:
    """Whether a theme has a number that can be good or bad, an effort, or is put first."""
    judged = any(
        desk.indicators[row.indicator_id].theme == theme
        and desk.indicators[row.indicator_id].direction is not Direction.NO_JUDGEMENT
        for row in desk.numbers
    )
    return judged or any(theme in each.themes for each in desk.efforts) or any(
        theme == row.theme for row in desk.priorities
    )  # fmt: skip


def is_told(cell: Cell, priorities: Sequence[Priority]) -> bool:
    return bool(cell.numbers or cell.efforts) or any(row.area_id == cell.area_id for row in priorities)


def ordered(book: Atlas, cells: Sequence[Cell], statuses: Sequence[str]) -> list[str]:
    """The areas of some cells that have one of the statuses, those first whose need is put first and has no effort."""
    wanted = dict.fromkeys(cell.area_id for cell in cells if not statuses or status(cell) in statuses)

    def rank(area_id: str) -> tuple[int, ...]:
        of_area = [cell for cell in cells if cell.area_id == area_id]
        return (
            -sum(cell.is_gap and bool(cell.priorities) for cell in of_area),
            -sum(cell.is_gap for cell in of_area),
            -sum(cell.is_need for cell in of_area),
            -sum(bool(cell.priorities) for cell in of_area),
            -sum(len(cell.efforts) for cell in of_area),
        )

    return sorted(book.by_name(list(wanted)), key=rank)


def areas_of(book: Atlas, asked: Asked) -> list[str]:
    """The areas of the level that lie in the area asked for, or are it, and are among those chosen."""
    return [
        area_id
        for area_id, area in book.areas.items()
        if area.level == asked.level
        and (not asked.only or area_id in asked.only)
        and (asked.area_id == COUNTRY or asked.area_id in (area_id, *book.paths[area_id], *related(book, area_id)))
    ]


def related(book: Atlas, area_id: str) -> list[str]:
    return relations.related_ids(book, area_id)


def places_of(version: Version) -> Places:
    """Of which areas it tells what a project names: the area, those related to it or in it, and those around it."""
    book = shelf.book(version)
    inside: dict[str, set[str]] = {area_id: set() for area_id in book.areas}
    for area_id, path in book.paths.items():
        for around in path:
            inside[around].add(area_id)
    touching = {
        area_id: frozenset({area_id, *inside[area_id], *book.paths[area_id], *related(book, area_id)})
        for area_id in book.areas
    }
    parents = {area_id: parent for area_id in book.areas if (parent := book.parent_id(area_id))}
    return Places(touching, parents)
