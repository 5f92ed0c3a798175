"""The project bank in words: its projects with their texts, goals, areas and sources.

A project's texts have the parts of the ministry's form for steering projects, "problem, mål, aktiviteter, resultater",
and what the bank knows besides. What a source does not say is written so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

import pandas

from dashboard.area_profile import profile as area_profile
from dashboard.area_profile import work as area_work
from dashboard.area_profile.profile import Profile
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n import certainties, labels
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences, tables
from data import projects, query, scorecards
from data.contracts import Goal, Level, Project, Source
from data.rows import Row

R = TypeVar("R", bound=Row)
TABLES = (*area_profile.TABLES, "goals", "outcomes", "milestones")
NOT_TOLD = N_("Ikke oplyst i den tilgængelige tekst")
FORM = {
    "problem": N_("Problem"),
    "aim": N_("Mål med projektet"),
    "activities": N_("Aktiviteter"),
    "results": N_("Resultater"),
    "anchoring": N_("Forankring"),
}
FACTS = {
    "goal": N_("Overordnet mål"),
    "target_group": N_("Målgruppe"),
    "areas": N_("Områder"),
    "period": N_("Periode"),
    "funding": N_("Finansieret af"),
    "organisation": N_("Organisation"),
    "partners": N_("Samarbejdspartnere"),
}
LINEAGE = {"grew_out_of": N_("Voksede ud af"), "became": N_("Blev til")}


class Cited(Protocol):
    """What a source says, and where in it."""

    @property
    def source_id(self) -> str: ...

    @property
    def page(self) -> str: ...


@dataclass(frozen=True)
class ProjectText:
    """A project ready to read. A text is empty where the source does not say; `status` is a code, `then` the year of a
    report that tells of then and not of now.

    `found_in` names the fields in which a search found its words.
    """

    project_id: str
    name: str
    status: str
    status_text: str
    then: str
    note: str
    problem: str
    aim: str
    activities: str
    results: str
    anchoring: str
    goal: str
    target_group: str
    areas: str
    period: str
    funding: str
    organisation: str
    partners: str
    grew_out_of: str
    became: str
    as_of: str
    source: str
    certainty: str
    source_id: str
    page: str
    found_in: str = ""

    def of(self, names: Iterable[str]) -> dict[str, str]:
        """Some of its texts by their names."""
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True)
class Bank:
    """The projects among the prepared `tables` of one version, in one language. `book`: their atlas."""

    tables: Mapping[str, pandas.DataFrame]  # by the names in TABLES
    book: Atlas
    words: Words
    today: date

    def rows(self, row: type[R]) -> tuple[R, ...]:
        return row.of(self.tables[row.TABLE])

    @cached_property
    def projects(self) -> dict[str, Project]:
        """Every project by its id."""
        return {project.project_id: project for project in self.rows(Project)}

    @cached_property
    def goals(self) -> dict[str, str]:
        """The title of every goal that a project has, by its id."""
        served = {project.goal_id for project in self.projects.values()}
        return {goal.goal_id: self.words.text(goal.title) for goal in self.rows(Goal) if goal.goal_id in served}

    @cached_property
    def titles(self) -> dict[str, str]:
        """The name of every source by its id."""
        return tables.source_names(self.rows(Source))

    @property
    def statuses(self) -> list[str]:
        """The statuses that occur, in the order they are told in."""
        found = {project.status for project in self.projects.values()}
        return [status for status in labels.PROJECT_STATUSES if status in found]

    @cached_property
    def names(self) -> dict[str, str]:
        return {project_id: project.name for project_id, project in self.projects.items()}

    def area_ids(self) -> list[str]:
        """The country, the areas that projects name, and those around them, by name."""
        named = {area for project in self.projects.values() for area in area_ids(project) if area in self.book.names}
        around = {area for name in named for area in self.book.paths[name]} | named
        return [COUNTRY, *sorted(around, key=lambda area: query.danish_order(self.book.names[area]))]

    def of_area(self, area_id: str) -> list[Project]:
        """The projects of an area, by the rule of its profile; of the country all."""
        if area_id == COUNTRY:
            return list(self.projects.values())
        return area_work.projects_of(Profile(area_id, self.tables, self.book, self.words))

    def grew_out_of(self, project_id: str) -> list[str]:
        return projects.grew_out_of(self.projects.values(), project_id)

    def became(self, project_id: str) -> list[str]:
        return projects.became(self.projects.values(), project_id)

    # Texts

    @cached_property
    def texts(self) -> dict[str, ProjectText]:
        """Every project's texts by its id."""
        return {project_id: self._text(project) for project_id, project in self.projects.items()}

    def _text(self, project: Project) -> ProjectText:
        words = self.words
        return ProjectText(
            project.project_id,
            project.name,
            project.status,
            status_text=labels.project_status(project.status, project.as_of, self.today, words),
            then=project.as_of[:4] if scorecards.is_historical(project.as_of, self.today) else "",
            note=words.text(project.status_note),
            problem=words.text(project.problem),
            aim=words.text(project.aim),
            activities=words.text(project.activities),
            results=words.text(project.results),
            anchoring=words.text(project.anchoring),
            goal=self.goals.get(project.goal_id, ""),
            target_group=words.text(project.target_group),
            areas=", ".join(self.area_name(area_id) for area_id in area_ids(project)),
            period=self.period(project),
            funding=words.text(project.funding),
            organisation=words.text(project.organisation),
            partners=project.partners.replace("|", ", "),
            grew_out_of=self._named(self.grew_out_of(project.project_id)),
            became=self._named(self.became(project.project_id)),
            as_of=labels.day(project.as_of, words),
            source=self.citation(project),
            certainty=certainties.told(project.certainty, words),
            source_id=project.source_id,
            page=project.page,
        )

    def told(self, text: ProjectText) -> ProjectText:
        """The texts of a project with the words for what the source does not say."""
        missing = [name for name, said in text.of([*FORM, *FACTS]).items() if not said]
        return replace(text, **dict.fromkeys(missing, self.words(NOT_TOLD)))

    def table(self, texts: Iterable[ProjectText]) -> pandas.DataFrame:
        """A row a project, `told`: the fields of `ProjectText`."""
        return tables.framed(map(self.told, texts), ProjectText)

    def area_name(self, area_id: str) -> str:
        return self.book.names.get(area_id, area_id)

    def period(self, project: Project) -> str:
        """The period as the source writes it, else its first and last day."""
        written = project.period
        return written.replace("-", "–") if written[:4].isdigit() else written or self.dates(project)

    def dates(self, project: Project) -> str:
        """juli 2003 – slut ikke oplyst; empty where neither is known."""
        words = self.words
        if not project.start and not project.end:
            return ""
        start = labels.day(project.start, words) if project.start else words("start ikke oplyst")
        end = labels.day(project.end, words) if project.end else words("slut ikke oplyst")
        return start if start == end else f"{start} – {end}"

    def citation(self, cited: Cited) -> str:
        return tables.citation(self.titles.get(cited.source_id, cited.source_id), cited.page, self.words)

    def source_line(self, rows: Iterable[Cited]) -> str:
        """The sources of some rows; without rows the bank itself."""
        cited = list(rows)
        if not cited:
            return self.words("Projektbanken i denne version af data.")
        return sentences.source_line(cited, self.book.sources, self.words)

    def _named(self, project_ids: Iterable[str]) -> str:
        return ", ".join(self.names[project_id] for project_id in project_ids)


def area_ids(project: Project) -> list[str]:
    """The areas that a project names."""
    return [area_id for area_id in project.areas.split("|") if area_id]


def has_profile(area_id: str, book: Atlas) -> bool:
    """Whether an area has a page of its own to link to."""
    return area_id in book.names and book.areas[area_id].level_kind not in (Level.COUNTRY, Level.GROUP)
