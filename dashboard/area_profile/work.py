"""Who works in an area and with what: its projects, their success criteria, and functions and organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import TypeVar

import pandas

from dashboard.area_profile.profile import Profile
from dashboard.i18n import labels
from dashboard.i18n.roles import ROLES
from dashboard.i18n.words import Words
from dashboard.views.sentences import Citation, Cited
from dashboard.views.tables import Column
from data import scorecards
from data.contracts import ActionCard, Criterion, Level, Project, Result, Role
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


@dataclass(frozen=True)
class Worker:
    """A function or an organisation as texts: its part, who it is, and what it does."""

    part: str
    who: str
    what: str
    source: str
    source_id: str
    page: str


def projects_of(profile: Profile) -> list[Project]:
    """The projects that name the area, one inside it, or one it lies in; and for a municipality or region those that
    name no area, where all the areas of their scheme lie in it.
    """
    projects, touched = rows_of(profile, Project), {profile.area_id, *profile.inside, *profile.around}
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


def project_lines(profile: Profile) -> list[ProjectLine]:
    words = profile.words
    return [
        ProjectLine(
            status=words(labels.PROJECT_STATUSES[project.status]),
            project=project.name,
            aim=words.text(project.aim),
            areas=", ".join(names(profile, areas_of(project))) or words("ikke oplyst"),
            period=project.period,
            note=words.text(project.status_note),
            **cited(profile, project),
        )
        for project in projects_of(profile)
    ]


def projects(profile: Profile) -> pandas.DataFrame:
    """The table of `project_columns`."""
    return framed(project_lines(profile), ProjectLine)


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


def projects_sentence(profile: Profile) -> str:
    """4 projekter vedrører området: 3 i gang, 1 afsluttet."""
    words, rows = profile.words, projects_of(profile)
    counts = Counter(project.status for project in rows)
    parts = [
        f"{words.number(counts[status])} {words(word)}"
        for status, word in labels.PROJECT_STATUSES.items()
        if status in counts
    ]
    text = words.plural(
        "{n} projekt vedrører området: {list}.",
        "{n} projekter vedrører området: {list}.",
        len(rows),
        list=", ".join(parts),
    )
    unplaced = sum(is_unplaced(project) for project in rows)
    if not unplaced:
        return text
    return (
        text
        + " "
        + words.plural(
            "For {n} af dem oplyser kilden intet område: det er med, fordi ordningens øvrige projekter alle "
            "ligger her.",
            "For {n} af dem oplyser kilden intet område: de er med, fordi ordningens øvrige projekter alle ligger her.",
            unplaced,
        )
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


def worker_lines(profile: Profile) -> list[Worker]:
    """Who works there, as functions and organisations."""
    return [*landlords(profile), *schemes(profile), *partners(profile), *responsible(profile)]


def workers(profile: Profile) -> pandas.DataFrame:
    """The table of `worker_columns`."""
    return framed(worker_lines(profile), Worker)


def worker_columns(words: Words) -> list[Column]:
    return [
        Column("part", words("Rolle")),
        Column("who", words("Hvem")),
        Column("what", words("Hvad"), optional=True),
        Column("source", words("Kilde")),
    ]


def landlords(profile: Profile) -> list[Worker]:
    """The municipality and the housing organisation."""
    words, area = profile.words, profile.area
    municipality_id = profile.area_id if area.level_kind is Level.MUNICIPALITY else profile.municipality_id
    found = (
        (words("Kommune"), profile.book.names[municipality_id] if municipality_id else ""),
        (words("Boligorganisation"), area.housing_organisation),
    )
    register = words("Områdelisten i denne version af data")
    return [Worker(part, who, "", register, "", "") for part, who in found if who]


def schemes(profile: Profile) -> list[Worker]:
    """The schemes that the area, or areas in it, have a role in."""
    words, here = profile.words, {profile.area_id, *profile.inside}
    same: dict[tuple[str, str], list[Role]] = {}
    for role in rows_of(profile, Role):
        if role.area_id in here:
            same.setdefault((role.role, role.scheme.da), []).append(role)
    found = []
    for roles in same.values():
        first, others = roles[0], names(profile, (role.area_id for role in roles if role.area_id != profile.area_id))
        note = words.text(first.note) if len(roles) == 1 else ""
        what = " ".join(filter(None, (", ".join(others), note)))
        found.append(Worker(words(ROLES[first.role].one), words.text(first.scheme), what, **cited(profile, first)))
    return found


def partners(profile: Profile) -> list[Worker]:
    """Who the projects work with and who pays for them, each once, with the names of the projects."""
    words = profile.words
    shares: dict[tuple[str, str, str], list[Project]] = {}
    for project in projects_of(profile):
        for part, who in (
            (words("Samarbejdspartner"), project.partners.replace("|", ", ")),
            (words("Finansieret af"), words.text(project.funding)),
        ):
            if who:
                shares.setdefault((part, who, project.source_id), []).append(project)
    found = []
    for (part, who, source_id), shared in shares.items():
        pages = ", ".join(dict.fromkeys(project.page for project in shared if project.page))
        source = profile.citation(Citation(source_id, pages))
        found.append(Worker(part, who, ", ".join(project.name for project in shared), source, source_id, pages))
    return found


def responsible(profile: Profile) -> list[Worker]:
    """Who answers for the actions on the action cards."""
    words, here = profile.words, {profile.area_id, *profile.inside}
    return [
        Worker(
            words("Ansvarlig for en handling"),
            words.text(card.responsible),
            words.text(card.title),
            **cited(profile, card),
        )
        for card in rows_of(profile, ActionCard)
        if card.area_id in here and words.text(card.responsible)
    ]


def names(profile: Profile, area_ids: Iterable[str]) -> list[str]:
    return [profile.book.names.get(area_id, area_id) for area_id in area_ids]


def cited(profile: Profile, row: Cited) -> dict[str, str]:
    """The fields of a line that say where it is from."""
    return {"source": profile.citation(row), "source_id": row.source_id, "page": row.page}


def framed(lines: Iterable[ProjectLine | Worker], kind: type[ProjectLine | Worker]) -> pandas.DataFrame:
    """The table of some lines: the fields of `ProjectLine` or of `Worker`, as `kind` says."""
    return pandas.DataFrame(map(asdict, lines), columns=[field.name for field in fields(kind)], dtype=object)
