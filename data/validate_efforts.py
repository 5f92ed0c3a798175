"""Rules between the columns of what efforts live on and lead to: meetings, money, plans, experience, judgements.

The tables come from `data.read`, their index telling the file and the spreadsheet row of every record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas

from data.contracts import MEETING_PARTS, TRANSITION_OUTCOMES, Level
from data.errors import Finding, Text
from data.faults import at

AT_MOST_WHOLE = Text(
    "højst tallet i kolonne {whole}: ret det af de to tal, der er forkert",
    "at most the number in column {whole}: correct whichever of the two is wrong",
)
MUNICIPALITY = Text(
    "en kommune: tal for andre niveauer kan trækkes fra hinanden, så fjern rækken",
    "a municipality: figures of other levels can be subtracted from each other, so remove the row",
)
ALL_OUTCOMES = Text(
    f"en række for hvert af udfaldene {', '.join(TRANSITION_OUTCOMES)}: tilføj dem, der mangler",
    f"a row for each of the outcomes {', '.join(TRANSITION_OUTCOMES)}: add those that are missing",
)
NOT_BEFORE_START = Text(
    "en dato, der ikke ligger før {start}: ret start eller slut", "a date not before {start}: correct start or end"
)
WITH_PROJECT = Text(
    "project, når et projekt er nævnt, ellers structure eller scheme",
    "project where a project is named, else structure or scheme",
)
PLAN = Text("en plan, når vejen ikke er no_plan: skriv den, eller ret vejen", "a plan, as the route is not no_plan")
KNOWN_SUBJECT = Text(
    "et id, der findes i {file}: ret id'et eller kolonne subject", "an id found in {file}: correct it or the subject"
)
DATED_OR_TOLD = Text(
    "et år, en dato eller en tekst om hvornår: udfyld start eller period_da",
    "a year, a date or a text on when: fill in start or period_da",
)
OF_OTHER_SCHEME = Text(
    "planens navn som på projektet: ret scheme eller project_id",
    "the scheme of the project: correct scheme or project_id",
)
SUBJECTS = {"criterion": ("criteria", "criterion_id"), "project": ("projects", "project_id")}
Tables = Mapping[str, pandas.DataFrame]


def findings(tables: Tables) -> Iterator[Finding]:
    """Every fault of the tables of efforts; those that could not be read are left out."""
    if "transition_meetings" in tables:
        yield from _meeting_faults(tables["transition_meetings"])
    if "transition_outcomes" in tables:
        yield from _outcome_faults(tables["transition_outcomes"])
    for name in ("transition_meetings", "transition_outcomes"):
        yield from _level_faults(tables, name)
    for name in ("grants", "area_facts"):
        if name in tables:
            yield from _end_faults(tables[name])
    if {"grants", "areas"} <= set(tables):
        yield from _area_faults(tables["grants"], tables["areas"])
    for name in ("grants", "anchoring", "lessons"):
        yield from _scheme_faults(tables, name)
    if "anchoring" in tables:
        yield from _anchoring_faults(tables["anchoring"])
    if {"assessments", "criteria", "projects"} <= set(tables):
        yield from _subject_faults(tables)
    if "area_facts" in tables:
        facts = tables["area_facts"]
        told = (facts["start"] != "") | (facts["period_da"] != "") | facts["kind"].isin(["strength", "challenge"])
        yield from at(facts.loc[~told, "start"], DATED_OR_TOLD)


def _meeting_faults(meetings: pandas.DataFrame) -> Iterator[Finding]:
    """Parts that are larger than their whole: more meetings held than there are young people …"""
    for part, whole in MEETING_PARTS.items():
        too_many = (meetings[part] > meetings[whole]).fillna(False).astype(bool)
        expected = Text(AT_MOST_WHOLE.da.format(whole=whole), AT_MOST_WHOLE.en.format(whole=whole))
        yield from at(meetings.loc[too_many, part], expected)


def _outcome_faults(outcomes: pandas.DataFrame) -> Iterator[Finding]:
    """A year without all its outcomes: then nobody knows of how many a share is."""
    number = outcomes.groupby(["area_id", "year"])["outcome"].transform("nunique")
    short = outcomes[number < len(TRANSITION_OUTCOMES)].drop_duplicates(["area_id", "year"])
    yield from at(short["outcome"], ALL_OUTCOMES)


def _level_faults(tables: Tables, name: str) -> Iterator[Finding]:
    """Counts of young people at another level than municipalities."""
    if {name, "areas", "levels"} <= set(tables):
        areas, levels = tables["areas"], tables["levels"]
        municipal = levels.loc[levels["kind"] == Level.MUNICIPALITY, "level"]
        named, right = set(areas["area_id"]), set(areas.loc[areas["level"].isin(municipal), "area_id"])
        area_ids = tables[name]["area_id"]
        yield from at(area_ids[area_ids.isin(named - right)], MUNICIPALITY)


def _end_faults(rows: pandas.DataFrame) -> Iterator[Finding]:
    """An end before its start. Dates of different lengths are compared as far as both go: 2012 and 2012-06-01."""
    for (file, row), start, end in zip(rows.index, rows["start"], rows["end"], strict=True):
        length = min(len(start), len(end))
        if end[:length] < start[:length]:
            expected = Text(NOT_BEFORE_START.da.format(start=start), NOT_BEFORE_START.en.format(start=start))
            yield Finding(file, end, expected, row, "end")


def _area_faults(grants: pandas.DataFrame, areas: pandas.DataFrame) -> Iterator[Finding]:
    ids = grants["areas"].str.split("|").explode()
    yield from at(ids[(ids != "") & ~ids.isin(areas["area_id"])], known("areas", "area_id"))


def _scheme_faults(tables: Tables, name: str) -> Iterator[Finding]:
    """A row of a project that names another scheme than the project does."""
    if {name, "projects"} <= set(tables):
        rows, projects = tables[name], tables["projects"].drop_duplicates("project_id")
        due = rows["project_id"].map(projects.set_index("project_id")["scheme"])
        yield from at(rows.loc[due.notna() & (due != rows["scheme"]), "scheme"], OF_OTHER_SCHEME)


def _anchoring_faults(anchoring: pandas.DataFrame) -> Iterator[Finding]:
    """Plans that do not say what they are for, and routes without a plan."""
    is_of_project = anchoring["covers"] == "project"
    yield from at(anchoring.loc[is_of_project != (anchoring["project_id"] != ""), "covers"], WITH_PROJECT)
    yield from at(anchoring.loc[(anchoring["route"] != "no_plan") & (anchoring["plan_da"] == ""), "plan_da"], PLAN)


def _subject_faults(tables: Tables) -> Iterator[Finding]:
    """Judgements of what does not exist."""
    rows = tables["assessments"]
    for subject, (table, column) in SUBJECTS.items():
        ids = rows.loc[rows["subject"] == subject, "subject_id"]
        yield from at(ids[~ids.isin(tables[table][column])], known(table, column))
    schemes = {*tables["projects"]["scheme"], *tables["criteria"]["scheme"]}
    ids = rows.loc[rows["subject"] == "scheme", "subject_id"]
    yield from at(ids[~ids.isin(schemes)], known("projects", "scheme"))


def known(table: str, column: str) -> Text:
    place = f"{table}.csv, {column}"
    return Text(KNOWN_SUBJECT.da.format(file=place), KNOWN_SUBJECT.en.format(file=place))
