"""A strategy as a chain: political goal, effort (a project), milestone, success criterion; its dates and its gaps.

The chain is that of Copenhagen's strategy template for comprehensive plans. Every criterion is found from its goal, and
from the criterion its goal. A criterion that names no goal has that of the project it belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas

from data import scorecards

TABLES = ("goals", "projects", "milestones", "criteria", "criterion_statuses", "results")
PATH = ["goal_id", "project_id", "milestone_id", "criterion_id"]
STATUS_FIELDS = ["criterion_id", "as_of", "reached", "share", "status"]
DATED = ["kind", "item_id", "goal_id", "projects", "due", "judged", "status", "is_open", "is_judged"]
GAP = ["kind", "item_id", "goal_id", "reason"]
OPEN_MILESTONES = ("planned", "late")
SETTLED_CRITERIA = ("met", "abandoned")
GIVEN_UP_PROJECTS = ("abandoned", "changed")


@dataclass(frozen=True)
class Plan:
    """What one scheme consists of, in the tables of `data.contracts`.

    `criteria` also have as_of, reached, share and status of CriterionStatuses. `services`: criterion_id, project_id, a
    row for each project that owns a criterion or has something in place for it.
    """

    goals: pandas.DataFrame
    projects: pandas.DataFrame
    milestones: pandas.DataFrame
    criteria: pandas.DataFrame
    services: pandas.DataFrame


def schemes(goals: pandas.DataFrame, criteria: pandas.DataFrame) -> list[str]:
    """The schemes that have goals, the one with most success criteria first."""
    counts = criteria["scheme"].value_counts()
    return sorted(goals["scheme"].unique(), key=lambda scheme: -counts.get(scheme, 0))


def of_scheme(tables: Mapping[str, pandas.DataFrame], scheme: str) -> Plan:
    """The plan of a scheme, with the goals and projects of others that its rows point to. `tables`: those of TABLES."""
    all_projects, milestones, criteria = (tables[name] for name in ("projects", "milestones", "criteria"))
    milestones, criteria = (rows[rows["scheme"] == scheme] for rows in (milestones, criteria))
    served = services(criteria, tables["results"])
    own = all_projects["scheme"].eq(scheme)
    named = all_projects["project_id"].isin([*served["project_id"], *milestones["project_id"]])
    projects = all_projects[own | named]
    criteria = criteria.merge(tables["criterion_statuses"][STATUS_FIELDS], on="criterion_id", validate="one_to_one")
    owners = criteria["project_id"].map(projects.set_index("project_id")["goal_id"]).fillna("")
    criteria = criteria.assign(
        goal_id=criteria["goal_id"].where(criteria["goal_id"] != "", owners), as_of=criteria["as_of"].fillna("")
    )
    goals = tables["goals"]
    used = goals["goal_id"].isin([*criteria["goal_id"], *milestones["goal_id"], *all_projects.loc[own, "goal_id"]])
    return Plan(goals[goals["scheme"].eq(scheme) | used], projects, milestones, criteria, served)


def services(criteria: pandas.DataFrame, results: pandas.DataFrame) -> pandas.DataFrame:
    """criterion_id, project_id: the project a criterion belongs to, and those that have something in place for it."""
    pair = ["criterion_id", "project_id"]
    own = criteria.loc[criteria["project_id"] != "", pair]
    served = results.loc[results["served"] & results["criterion_id"].isin(criteria["criterion_id"]), pair]
    return pandas.concat([own, served]).drop_duplicates(ignore_index=True)


def tree(plan: Plan) -> pandas.DataFrame:
    """The plan as paths: goal_id, project_id, milestone_id, criterion_id, empty where a link of the chain is missing.

    A criterion that several projects serve has a path through each of them. Goals come in their own order, milestones
    by date; what has no goal comes last, and under a goal what has no project.
    """
    ends = plan.criteria[["goal_id", "criterion_id"]].merge(plan.services, on="criterion_id", how="left")
    ends = ends.fillna({"project_id": ""}).assign(milestone_id="")
    steps = plan.milestones[PATH]
    paths = pandas.concat([steps, absent(ends, steps, ["project_id", "criterion_id"])])
    idle = plan.projects[plan.projects["goal_id"].isin(["", *plan.goals["goal_id"]])]
    homeless_but_used = idle["goal_id"].eq("") & idle["project_id"].isin(paths["project_id"])
    paths = pandas.concat([paths, absent(idle[~homeless_but_used], paths, PATH[:2])])
    paths = pandas.concat([paths, absent(plan.goals, paths, PATH[:1])])
    return ordered(paths, plan)


def absent(rows: pandas.DataFrame, among: pandas.DataFrame, fields: list[str]) -> pandas.DataFrame:
    """The rows whose `fields` no row of `among` has, as paths."""
    known = pandas.MultiIndex.from_frame(among[fields])
    return rows[~pandas.MultiIndex.from_frame(rows[fields]).isin(known)].reindex(columns=PATH, fill_value="")


def ordered(paths: pandas.DataFrame, plan: Plan) -> pandas.DataFrame:
    """The paths in the order of the tables, milestones by their date; an empty link comes last in its column."""
    places = {
        "goal_id": plan.goals["goal_id"],
        "project_id": plan.projects["project_id"],
        "milestone_id": plan.milestones.sort_values("due", kind="stable")["milestone_id"],
        "criterion_id": plan.criteria["criterion_id"],
    }
    keys = {field: {name: place for place, name in enumerate(names)} for field, names in places.items()}
    return paths.sort_values(
        PATH, key=lambda column: column.map(keys[column.name]), kind="stable", na_position="last", ignore_index=True
    )


def dates(plan: Plan) -> pandas.DataFrame:
    """Every milestone, and every criterion with an end date, in the order of their dates.

    kind (milestone, criterion), item_id, goal_id, projects (ids separated by |), due, judged (the last date its status
    rests on, or empty), status, is_open (not reached and not given up), is_judged (its status was judged at the end).
    """
    steps = plan.milestones
    milestones = pandas.DataFrame(
        {
            "kind": "milestone",
            "item_id": steps["milestone_id"],
            "goal_id": steps["goal_id"],
            "projects": steps["project_id"],
            "due": steps["due"],
            "judged": steps["evaluated"],
            "status": steps["status"],
            "is_open": steps["status"].isin(OPEN_MILESTONES),
            "is_judged": steps["status"].ne("planned") & steps["evaluated"].ne(""),
        },
        columns=DATED,
    )
    ends = plan.criteria[plan.criteria["end_date"] != ""]
    judged = [judged_on(row) for row in ends.itertuples()]
    criteria = pandas.DataFrame(
        {
            "kind": "criterion",
            "item_id": ends["criterion_id"],
            "goal_id": ends["goal_id"],
            "projects": [served_by(plan, criterion_id) for criterion_id in ends["criterion_id"]],
            "due": ends["end_date"],
            "judged": judged,
            "status": ends["status"],
            "is_open": ~ends["status"].isin(SETTLED_CRITERIA),
            "is_judged": [last_day(day) >= end for day, end in zip(judged, ends["end_date"], strict=True)],
        },
        columns=DATED,
    )
    found = pandas.concat([rows for rows in (milestones, criteria) if len(rows)] or [milestones])
    return found.astype({"is_open": bool, "is_judged": bool}).sort_values("due", kind="stable", ignore_index=True)


def judged_on(row: tuple) -> str:
    """The last date a criterion's status rests on: its results, or a judgement stated by somebody."""
    stated = row.stated_on if row.stated_status else ""
    return max(row.as_of, stated, key=last_day)


def last_day(text: str) -> str:
    """A date as it is, a month as its last day: 2005-09 -> 2005-09-30; an empty text stays empty."""
    return str(scorecards.last_day(text).date()) if text else ""


def served_by(plan: Plan, criterion_id: str) -> str:
    """The projects of a criterion, separated by |."""
    return "|".join(plan.services.loc[plan.services["criterion_id"] == criterion_id, "project_id"])


def due(dated: pandas.DataFrame, meeting: date) -> pandas.DataFrame:
    """What must be judged by a day: open, its date on or before the day, not judged at its end. `dated` as `dates`."""
    return dated[dated["is_open"] & ~dated["is_judged"] & dated["due"].le(meeting.isoformat())]


def slipped(dated: pandas.DataFrame, today: date) -> pandas.DataFrame:
    """What has slipped by a day, with `reason` and `days` past its date (0 before it). `dated` as `dates`.

    | reason | rule |
    |---|---|
    | `late` | a milestone judged late and not reached since |
    | `not_reached` | the date is past, and it was judged then: not reached |
    | `not_judged` | the date is past, and nobody has judged it |
    | `behind` | a criterion with time left that has reached less than the share of the time that has passed |
    """
    past, is_open = dated["due"].lt(today.isoformat()), dated["is_open"]
    reasons = pandas.Series("", index=dated.index, dtype=object)
    reasons[is_open & past & ~dated["is_judged"]] = "not_judged"
    reasons[is_open & past & dated["is_judged"]] = "not_reached"
    reasons[dated["kind"].eq("criterion") & dated["status"].eq("behind") & ~past] = "behind"
    reasons[dated["kind"].eq("milestone") & dated["status"].eq("late")] = "late"
    days = [max((today - date.fromisoformat(day)).days, 0) for day in dated["due"]]
    return dated.assign(reason=reasons, days=days)[reasons.ne("")]


def undated(plan: Plan) -> pandas.DataFrame:
    """The open criteria without an end date: no list by date can hold them."""
    return plan.criteria[plan.criteria["end_date"].eq("") & ~plan.criteria["status"].isin(SETTLED_CRITERIA)]


def gaps(plan: Plan) -> pandas.DataFrame:
    """Where a link of the chain is missing: kind (goal, project, criterion), item_id, goal_id, reason.

    Reasons: criterion_without_goal, criterion_without_project, goal_without_project, goal_without_criterion,
    project_without_goal, project_without_measure (neither milestone nor criterion). Abandoned criteria, and projects
    that were abandoned or became others, need no link and give none.
    """
    criteria = plan.criteria[plan.criteria["status"] != "abandoned"]
    projects = plan.projects[~plan.projects["status"].isin(GIVEN_UP_PROJECTS)]
    served = plan.services[plan.services["project_id"].isin(projects["project_id"])]
    helped = plan.criteria.loc[plan.criteria["criterion_id"].isin(served["criterion_id"]), "goal_id"]
    measured = [*plan.services["project_id"], *plan.milestones["project_id"]]
    effort = [*projects["goal_id"], *helped]
    found = [
        missing(plan.goals, "goal", "goal_without_project", ~plan.goals["goal_id"].isin(effort)),
        missing(plan.goals, "goal", "goal_without_criterion", ~plan.goals["goal_id"].isin(criteria["goal_id"])),
        missing(projects, "project", "project_without_goal", projects["goal_id"].eq("")),
        missing(projects, "project", "project_without_measure", ~projects["project_id"].isin(measured)),
        missing(criteria, "criterion", "criterion_without_goal", criteria["goal_id"].eq("")),
        missing(
            criteria, "criterion", "criterion_without_project", ~criteria["criterion_id"].isin(served["criterion_id"])
        ),
    ]
    return pandas.concat(found, ignore_index=True)


def missing(rows: pandas.DataFrame, kind: str, reason: str, faulty: pandas.Series) -> pandas.DataFrame:
    own = rows[faulty]
    return pandas.DataFrame(
        {"kind": kind, "item_id": own[f"{kind}_id"], "goal_id": own["goal_id"], "reason": reason}, columns=GAP
    )
