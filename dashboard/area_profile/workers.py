"""Who works in an area, as functions and organisations: landlords, schemes, partners, and who answers for actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas

from dashboard.area_profile.profile import Profile
from dashboard.area_profile.work import areas_of, cited, names, projects_of, rows_of
from dashboard.i18n import labels
from dashboard.i18n.roles import ROLES
from dashboard.i18n.words import Words
from dashboard.views.sentences import Citation, Cited
from dashboard.views.tables import Column, framed
from data.contracts import ActionCard, Level, Project, Role


@dataclass(frozen=True)
class Worker:
    """A function or an organisation as texts: its part, who it is, what it does; of an old report `when` that was."""

    part: str
    who: str
    what: str
    when: str
    source: str
    source_id: str
    page: str

    @property
    def title(self) -> str:
        """Partnerskab: Det Boligsociale Partnerskab (Historisk – 2005)."""
        return f"{self.part}: {self.who}" + (f" ({self.when})" if self.when else "")


def worker_lines(profile: Profile, today: date) -> list[Worker]:
    """Who works there, as functions and organisations."""
    return [*landlords(profile), *schemes(profile, today), *partners(profile, today), *responsible(profile, today)]


def workers(found: Sequence[Worker]) -> pandas.DataFrame:
    """The table of `worker_columns`."""
    return framed(found, Worker)


def sentence(found: Sequence[Worker], words: Words) -> str:
    """Who is listed, and that nobody tells of now where only old reports do."""
    told = words("Kommune, boligorganisation, ordninger og partnere. Her står funktioner, aldrig personer.")
    if all(worker.when for worker in found if worker.source_id):
        return f"{told} " + words("Ingen aktuelle oplysninger om, hvem der arbejder i området ud over ejer og kommune.")
    return told


def worker_columns(words: Words) -> list[Column]:
    return [
        Column("part", words("Rolle")),
        Column("who", words("Hvem")),
        Column("what", words("Hvad"), optional=True),
        Column("when", words("Opgjort"), optional=True),
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
    return [Worker(part, who, "", "", register, "", "") for part, who in found if who]


def schemes(profile: Profile, today: date) -> list[Worker]:
    """The schemes that the area, or areas in it, have a role in."""
    words, here = profile.words, profile.here
    same: dict[tuple[str, str], list[Role]] = {}
    for role in rows_of(profile, Role):
        if role.area_id in here:
            same.setdefault((role.role, role.scheme.da), []).append(role)
    found = []
    for roles in same.values():
        first, others = roles[0], names(profile, (role.area_id for role in roles if role.area_id != profile.area_id))
        note = words.text(first.note) if len(roles) == 1 else ""
        what = ". ".join(filter(None, (", ".join(others), note)))
        told = str(first.valid_to or "") or published(profile, first)
        when = labels.historical(told, words, today)
        found.append(
            Worker(words(ROLES[first.role].one), words.text(first.scheme), what, when, **cited(profile, first))
        )
    return found


def partners(profile: Profile, today: date) -> list[Worker]:
    """Who the projects work with and who pays for them, each once, with the names of the projects."""
    words = profile.words
    shares: dict[tuple[str, str, str], list[Project]] = {}
    for project in projects_of(profile):
        for part, who in (
            (words("Samarbejdspartner"), ", ".join(partners_here(profile, project))),
            (words("Finansieret af"), words.text(project.funding)),
        ):
            if who:
                shares.setdefault((part, who, project.source_id), []).append(project)
    found = []
    for (part, who, source_id), shared in shares.items():
        pages = ", ".join(dict.fromkeys(project.page for project in shared if project.page))
        source = profile.citation(Citation(source_id, pages))
        what = ", ".join(placed_name(profile, project) for project in shared)
        when = labels.historical(max(project.as_of for project in shared), words, today)
        found.append(Worker(part, who, what, when, source, source_id, pages))
    return found


def published(profile: Profile, row: Cited) -> str:
    """The year the source of a row came out; empty where that is not known."""
    found = next((source.published for source in profile.sources if source.source_id == row.source_id), "")
    return found[:4] if found[:4].isdecimal() else ""


def partners_here(profile: Profile, project: Project) -> list[str]:
    """The partners of a project but the other municipalities that it runs in as well: they work there."""
    at_home = {*profile.here, *profile.around}
    elsewhere = tuple(
        name
        for area_id, name in zip(areas_of(project), names(profile, areas_of(project)), strict=True)
        if area_id not in at_home
        and area_id in profile.book.areas
        and profile.book.areas[area_id].level_kind is Level.MUNICIPALITY
    )
    partners = filter(None, project.partners.split("|"))
    return [who for who in partners if not (elsewhere and who.endswith("Kommune") and who.startswith(elsewhere))]


def placed_name(profile: Profile, project: Project) -> str:
    """A project's name, and where it runs where that is not in this area alone but in a larger one."""
    larger = [area_id for area_id in areas_of(project) if area_id in profile.around]
    if not larger or not profile.here.isdisjoint(areas_of(project)):
        return project.name
    return profile.words("{project} (hele {place})", project=project.name, place=", ".join(names(profile, larger)))


def responsible(profile: Profile, today: date) -> list[Worker]:
    """Who answers for the actions on the action cards."""
    words, here = profile.words, profile.here
    return [
        Worker(
            words("Ansvarlig for en handling"),
            words.text(card.responsible),
            words.text(card.title),
            labels.historical(card.opened, words, today),
            **cited(profile, card),
        )
        for card in rows_of(profile, ActionCard)
        if card.area_id in here and words.text(card.responsible)
    ]
