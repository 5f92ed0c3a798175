"""What has moved since then, once for each choice: of the rows of today, or held against an earlier version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.atlas import Atlas
from dashboard.selection.asked import STUDY
from dashboard.since.filters import ALL, Asked
from dashboard.views.kept import Setting, kept
from data import earlier_version, since
from data.contracts import (
    Assessment,
    Correction,
    Criterion,
    CriterionStatus,
    Evaluation,
    Indicator,
    Project,
    Result,
    Source,
    SourceClass,
)
from data.earlier_version import Earlier
from data.errors import Text
from data.since import CriterionMove, FigureMove, JudgementMove, NewFigures
from data.versions import Version


@dataclass(frozen=True)
class Moves:
    """All that moved. `lacking` says why a version could not be compared: then nothing of it is told."""

    criteria: tuple[CriterionMove, ...] = ()
    figures: tuple[FigureMove, ...] = ()
    new: tuple[NewFigures, ...] = ()
    judgements: tuple[JudgementMove, ...] = ()
    corrections: tuple[Correction, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    lacking: Text | None = None
    is_before_all: bool = False  # nothing is known of then

    @property
    def sure(self) -> list[FigureMove]:
        """Figures that moved more than chance, or whose verdict is another one."""
        return [each for each in self.figures if each.is_sure or each.is_flip]

    @property
    def flips(self) -> list[FigureMove]:
        return [each for each in self.figures if each.is_flip]


@kept
def moves(setting: Setting, asked: Asked) -> Moves:
    version = setting.version
    if not asked.version:
        return told(setting, asked, None)
    found = earlier_version.read(store.ROOT, version, asked.version)
    if isinstance(found, Text):
        return Moves(lacking=found)
    return told(setting, asked, found)


def told(setting: Setting, asked: Asked, earlier: Earlier | None) -> Moves:
    version, book = setting.version, shelf.book(setting.version)
    elsewhere = projects_elsewhere(store.rows(version, Project), asked, book)
    criteria = [
        row
        for row in store.rows(version, Criterion)
        if asked.scheme in (ALL, row.scheme) and row.project_id not in elsewhere
    ]
    figures, new, has_then = figures_of(setting, asked, book, earlier)
    moved = criteria_of(version, asked, criteria, earlier)
    return Moves(
        tuple(moved),
        figures,
        new,
        tuple(since.judgement_moves(judged(version, asked), asked.day)),
        tuple(since.corrections_since(store.rows(version, Correction), asked.day)),
        tuple(
            since.evaluations_in_order(
                (
                    row
                    for row in store.rows(version, Evaluation)
                    if asked.scheme in (ALL, row.scheme) and row.project_id not in elsewhere
                ),
                asked.day,
                setting.today,
            )
        ),
        is_before_all=not has_then and all(row.before is None for row in moved),
    )


def is_asked(asked: Asked, book: Atlas, area_id: str) -> bool:
    return area_id in asked.only if asked.only else asked.level in ("", book.areas[area_id].level)


def projects_elsewhere(projects: Iterable[Project], asked: Asked, book: Atlas) -> set[str]:
    """The projects that are in other areas or about other themes than those asked for. One that names no area or no
    theme is told of in any case, and so is what is of no project.
    """
    found = set()
    for row in projects:
        areas = [area_id for area_id in row.areas.split("|") if area_id in book.areas]
        is_there = not areas or any(is_asked(asked, book, area_id) for area_id in areas)
        is_about = not (asked.theme and row.themes) or asked.theme in row.themes.split("|")
        if not (is_there and is_about):
            found.add(row.project_id)
    return found


def narrowed(rows: pandas.DataFrame, asked: Asked, book: Atlas) -> pandas.DataFrame:
    """The figures (`Observation`) of the areas and the theme that are asked for."""
    if not asked.is_narrowed:
        return rows
    of_theme = [name for name, row in book.indicators.items() if asked.theme in ("", row.theme)]
    areas = [area_id for area_id in book.areas if is_asked(asked, book, area_id)]
    return rows[rows["area_id"].isin(areas) & rows["indicator_id"].isin(of_theme)]


def criteria_of(
    version: Version, asked: Asked, criteria: list[Criterion], earlier: Earlier | None
) -> list[CriterionMove]:
    if earlier:
        return earlier_version.criterion_moves(earlier, criteria, store.rows(version, CriterionStatus))
    return since.criterion_moves(criteria, store.rows(version, Result), asked.day)


def figures_of(
    setting: Setting, asked: Asked, book: Atlas, earlier: Earlier | None
) -> tuple[tuple[FigureMove, ...], tuple[NewFigures, ...], bool]:
    """The figures that moved, those that are new, and whether there were any then."""
    facts = shelf.facts(setting.version)
    now = narrowed(since.as_shown(book.drawn), asked, book)
    then = narrowed(earlier.figures, asked, book) if earlier else since.known_by(now, asked.day)
    held = [row.source_id for row in store.rows(setting.version, Source) if row.source_class != SourceClass.PUBLISHED]
    shown = since.still_shown(then, now, held)
    moved = since.figure_moves(
        with_study(shown, asked, facts.indicators),
        with_study(now, asked, facts.indicators),
        facts.indicators,
        facts.breaks,
    )
    return tuple(moved), tuple(since.new_figures(then, now)), bool(len(then))


def with_study(rows: pandas.DataFrame, asked: Asked, indicators: Mapping[str, Indicator]) -> pandas.DataFrame:
    """The figures (`Observation`), and those of the reader's own area where all its parts show theirs."""
    if not asked.study:
        return rows
    return pandas.concat([rows, since.together(rows, asked.study.members, STUDY, indicators)])


def judged(version: Version, asked: Asked) -> list[Assessment]:
    """The judgements of sources on a scheme, its projects and its criteria."""
    schemes = {row.project_id: row.scheme for row in store.rows(version, Project)}
    schemes |= {row.criterion_id: row.scheme for row in store.rows(version, Criterion)}
    return [
        row
        for row in store.rows(version, Assessment)
        if asked.scheme in (ALL, row.subject_id, schemes.get(row.subject_id, ""))
    ]
