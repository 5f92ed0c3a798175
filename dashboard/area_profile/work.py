"""What is done in an area: its projects, what their reports say of them, and their success criteria."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import pandas

from dashboard.area_profile.profile import Profile
from dashboard.areas import relations
from dashboard.criteria import cards as criterion_cards
from dashboard.i18n import labels, statuses
from dashboard.i18n.words import Words
from dashboard.views.sentences import Cited
from dashboard.views.tables import Column, framed
from data import scorecards
from data.contracts import Criterion, CriterionStatus, Level, Project, Result
from data.rows import Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class ProjectLine:
    """One project as texts."""

    status: str
    project: str
    aim: str
    areas: str
    period: str
    note: str
    source: str
    source_id: str
    page: str


def projects_of(profile: Profile) -> list[Project]:
    """The projects that name the area, a related one, one inside it, or one it lies in; and for a municipality or a
    region those that name no area, where all the areas of their scheme lie in it.
    """
    projects, touched = rows_of(profile, Project), {*profile.here, *profile.around}
    schemes = local_schemes(profile, projects)
    return [
        project
        for project in projects
        if not touched.isdisjoint(areas_of(project)) or (is_unplaced(project) and project.scheme in schemes)
    ]


def rows_of(profile: Profile, kind: type[R]) -> tuple[R, ...]:
    return kind.of(profile.tables[kind.TABLE])


def areas_of(project: Project) -> list[str]:
    """The ids of the areas that a project names."""
    return [area_id for area_id in project.areas.split("|") if area_id]


def is_unplaced(project: Project) -> bool:
    """Whether the project's source names no area."""
    return not project.areas


def local_schemes(profile: Profile, projects: Iterable[Project]) -> set[str]:
    """The schemes of which every area lies in this municipality or region. One placed project alone is no evidence."""
    if profile.area.level_kind not in (Level.MUNICIPALITY, Level.REGION):
        return set()
    here = {profile.area_id, *profile.inside}
    placed: dict[str, list[Project]] = {}
    for project in projects:
        if project.scheme and not is_unplaced(project):
            placed.setdefault(project.scheme, []).append(project)
    return {
        scheme
        for scheme, found in placed.items()
        if len(found) > 1 and all(here.issuperset(areas_of(project)) for project in found)
    }


def project_lines(profile: Profile, today: date) -> list[ProjectLine]:
    words = profile.words
    return [
        ProjectLine(
            status=labels.project_status(project.status, project.as_of, today, words),
            project=project.name,
            aim=words.text(project.aim),
            areas=", ".join(names(profile, areas_of(project))) or words("ikke oplyst"),
            period=project.period,
            note=words.text(project.status_note),
            **cited(profile, project),
        )
        for project in projects_of(profile)
    ]


def projects(profile: Profile, today: date) -> pandas.DataFrame:
    """The table of `project_columns`."""
    return framed(project_lines(profile, today), ProjectLine)


def project_columns(words: Words) -> list[Column]:
    return [
        Column("status", words("Status")),
        Column("project", words("Projekt")),
        Column("aim", words("Formål"), optional=True),
        Column("areas", words("Område")),
        Column("period", words("Periode"), optional=True),
        Column("note", words("Bemærkning"), optional=True),
        Column("source", words("Kilde")),
    ]


def projects_sentence(profile: Profile, today: date) -> str:
    """4 projekter vedrører området. Historisk – 2005: 4 kørte dengang. Ingen aktuelle oplysninger …"""
    words, rows = profile.words, projects_of(profile)
    parts = [
        words.plural("{n} projekt vedrører området.", "{n} projekter vedrører området.", len(rows)),
        related_sentence(profile, rows),
        *told_then(rows, today, words),
        *filter(None, (nothing_current(rows, today, words), unplaced_sentence(rows, words))),
    ]
    return " ".join(filter(None, parts))


def told_then(projects: Iterable[Project], today: date, words: Words) -> list[str]:
    """What became of the projects, a sentence a report: 31. december 2024: 3 i gang, 1 afsluttet."""
    by_report: dict[str, Counter[str]] = {}
    for project in sorted(projects, key=lambda project: project.as_of, reverse=True):
        then, status = labels.historical(project.as_of, words, today), statuses.PROJECTS[project.status]
        report = then or labels.day(project.as_of, words)
        by_report.setdefault(report, Counter())[status.word_then if then else status.word] += 1
    order = [word for status in statuses.PROJECTS.values() for word in dict.fromkeys((status.word, status.word_then))]
    return [
        f"{report}: {', '.join(f'{words.number(counts[word])} {words(word)}' for word in order if word in counts)}."
        for report, counts in by_report.items()
    ]


def nothing_current(projects: Iterable[Project], today: date, words: Words) -> str:
    """That nobody has told how it is now; empty where a report of now has."""
    if all(scorecards.is_historical(project.as_of, today) for project in projects):
        return words("Ingen aktuelle oplysninger om projekter i området.")
    return ""


def related_sentence(profile: Profile, projects: Iterable[Project]) -> str:
    """Under which other name the sources tell of the area's projects; empty where under its own alone."""
    named = {area_id for project in projects for area_id in areas_of(project)}
    others = [other.area_id for other in profile.related if other.area_id in named]
    if not others:
        return ""
    sentence = relations.sentence(profile.book, profile.area_id, profile.words)
    return f"{sentence} " + profile.words(
        "Det, kilderne siger om {names}, er med her.", names=", ".join(names(profile, others))
    )


def unplaced_sentence(projects: Iterable[Project], words: Words) -> str:
    unplaced = sum(map(is_unplaced, projects))
    if not unplaced:
        return ""
    return words.plural(
        "For {n} af dem oplyser kilden intet område: det er med, fordi ordningens øvrige projekter alle ligger her.",
        "For {n} af dem oplyser kilden intet område: de er med, fordi ordningens øvrige projekter alle ligger her.",
        unplaced,
    )


def criteria(profile: Profile) -> list[Criterion]:
    """The success criteria that the projects own or serve."""
    every, results = Criterion.of(profile.tables["criteria"]), Result.of(profile.tables["results"])
    served = {
        row.criterion_id
        for project in projects_of(profile)
        for row in scorecards.select(every, (), results, project=project.project_id)
    }
    return [row for row in every if row.criterion_id in served]


def criteria_sentence(profile: Profile, today: date) -> str:
    """How the projects' criteria stand, of when that is, and whose numbers they are; empty without any."""
    shown = criteria(profile)
    ids = {criterion.criterion_id for criterion in shown}
    scores = [row for row in rows_of(profile, CriterionStatus) if row.criterion_id in ids]
    if not scores:
        return ""
    words, as_of = profile.words, max(row.as_of for row in scores)
    sentence = criterion_cards.summary([row.status for row in scores], as_of, words)
    told = words("Succeskriterier: {sentence}", sentence=sentence)
    return " ".join(filter(None, (labels.historical(as_of, words, today), told, unsplit_sentence(profile, shown))))


def unsplit_sentence(profile: Profile, shown: Sequence[Criterion]) -> str:
    """That numbers of criteria are those of several areas together; empty where all of them are of this area alone."""
    by_id = {project.project_id: project for project in rows_of(profile, Project)}
    serving: dict[str, set[str]] = {}
    for result in rows_of(profile, Result):
        serving.setdefault(result.criterion_id, set()).add(result.project_id)
    wider = 0
    for criterion in shown:
        owners = {criterion.project_id} if criterion.project_id else serving.get(criterion.criterion_id, set())
        spread = [areas_of(by_id[owner]) for owner in owners if owner in by_id]
        wider += any(not area_ids or not profile.here.issuperset(area_ids) for area_ids in spread)
    if not wider:
        return ""
    return profile.words(
        "{n} af {all} succeskriterier har tal for flere områder tilsammen: kilden deler dem ikke på områder.",
        n=profile.words.number(wider),
        all=profile.words.number(len(shown)),
    )


def names(profile: Profile, area_ids: Iterable[str]) -> list[str]:
    return [profile.book.names.get(area_id, area_id) for area_id in area_ids]


def cited(profile: Profile, row: Cited) -> dict[str, str]:
    """The fields of a line that say where it is from."""
    return {"source": profile.citation(row), "source_id": row.source_id, "page": row.page}
