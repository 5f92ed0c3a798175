"""What is dated of an area, the newest first: official lists, schemes, building, events, and its projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas

from dashboard.area_profile import strengths, work
from dashboard.area_profile.profile import Profile
from dashboard.areas import relations, successions
from dashboard.i18n import labels
from dashboard.i18n.roles import ROLES
from dashboard.i18n.words import N_, Words
from dashboard.views.sentences import Citation, Cited
from dashboard.views.tables import Column, framed
from data.contracts import AreaFact, Role
from data.lists import Answer

DATED = {
    "built": N_("Bygget"),
    "renovated": N_("Renoveret"),
    "scheme": N_("Ordning"),
    "event": N_("Begivenhed"),
    "participation": N_("Beboerne med"),
    "evaluation": N_("Evaluering"),
    "told": N_("Fortalt, ikke målt"),
}


@dataclass(frozen=True)
class Event:
    """Something dated: `day` as the data write it, `when` as it is read."""

    day: str
    when: str
    what: str
    source: str
    source_id: str
    page: str


def events(profile: Profile, today: date) -> list[Event]:
    """All that is dated, the newest first; what has no date comes last."""
    found = [*on_lists(profile), *in_schemes(profile), *in_place(profile), *in_projects(profile, today)]
    return sorted(found, key=lambda event: event.day, reverse=True)


def on_lists(profile: Profile) -> Iterator[Event]:
    """Every list that the area stood on, and the first of its kind that it stood on no more."""
    words = profile.words
    was_on: dict[str, bool] = {}
    for standing in profile.standings:
        official, is_on = standing.official, standing.answer is Answer.ON
        name = words.text(official.name)
        if is_on:
            what = words("På listen: {name}", name=name)
            if standing.through:
                what += f" ({words('som {name}', name=profile.book.names[standing.through])})"
        else:
            what = words("Ikke længere på listen: {name}", name=name)
        if is_on or (standing.answer is Answer.NOT_ON and was_on.get(official.kind)):
            day = official.list_date
            yield event(profile, day, labels.day(day, words), what, Citation(official.source_id))
        if standing.answer is not Answer.NOT_COLLECTED:
            was_on[official.kind] = is_on


def in_schemes(profile: Profile) -> Iterator[Event]:
    """The area's part in schemes, when it began."""
    words = profile.words
    for role in work.rows_of(profile, Role):
        if role.area_id not in profile.here:
            continue
        years = [str(year) if year else "" for year in (role.valid_from, role.valid_to)]
        when = "–".join(dict.fromkeys(years)) if any(years) else words("år ikke oplyst")
        what = f"{words(ROLES[role.role].one)}: {words.text(role.scheme)}"
        if role.area_id != profile.area_id:
            what += f" ({profile.book.names[role.area_id]})"
        yield event(profile, years[0] or years[1], when, what, role)


def in_place(profile: Profile) -> Iterator[Event]:
    """What was built, renovated, tried or happened there."""
    words = profile.words
    for row in strengths.facts_of(profile):
        if row.kind in DATED:
            told = [words(DATED[row.kind]) + ":", words.text(row.text), strengths.remarks(profile, row)]
            yield event(profile, row.start or row.end, when(row, words), " ".join(filter(None, told)), row)


def when(row: AreaFact, words: Words) -> str:
    """As the source dates it: sidste halvdel af 1980'erne; 1972; 1996–1998; år ikke oplyst."""
    days = [labels.day(day, words) for day in (row.start, row.end) if day]
    return words.text(row.period) or "–".join(dict.fromkeys(days)) or words("år ikke oplyst")


def in_projects(profile: Profile, today: date) -> Iterator[Event]:
    """What the reports told of the area's projects, on the day of the report."""
    words = profile.words
    for project in work.projects_of(profile):
        status = labels.project_status(project.status, project.as_of, today, words)
        what = words("Projektet {name}. {status}", name=project.name, status=status)
        yield event(profile, project.as_of, labels.day(project.as_of, words), what, project)


def event(profile: Profile, day: str, when: str, what: str, row: Cited) -> Event:
    return Event(day, when, what, **work.cited(profile, row))


def table(found: list[Event]) -> pandas.DataFrame:
    """The table of `columns`."""
    return framed(found, Event)


def columns(words: Words) -> list[Column]:
    return [Column("when", words("Hvornår")), Column("what", words("Hvad")), Column("source", words("Kilde"))]


def sentence(profile: Profile, found: list[Event]) -> str:
    """What is known of the place without a date, and how much is dated."""
    words = profile.words
    parts = [
        words.text(profile.area.note),
        relations.sentence(profile.book, profile.area_id, words),
        successions.sentence(profile.book, profile.area_id, words),
        profile.place_sentence(),
        words.plural("{n} dateret oplysning.", "{n} daterede oplysninger, de nyeste først.", len(found))
        if found
        else words("Ingen kilde har en dateret oplysning om området."),
    ]
    return " ".join(filter(None, parts))
