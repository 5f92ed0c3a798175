"""The chain from goal to criterion: what hangs together, what is due, what has slipped."""

from collections.abc import Iterable
from datetime import date

import pandas
import pytest

from data import strategy
from data.contracts import PREPARED_TABLES

MEETING, TODAY = date(2026, 6, 1), date(2026, 3, 1)


def rows(table: str, *given: dict) -> pandas.DataFrame:
    """Rows of a prepared table: what is given, empty texts and missing numbers for the rest."""
    columns = PREPARED_TABLES[table].schema().columns
    empty = {name: "" if "str" in str(column.dtype) else None for name, column in columns.items()}
    return pandas.DataFrame([{**empty, "scheme": "plan", **row} for row in given], columns=list(columns))


def criterion(criterion_id: str, **more: object) -> dict:
    return {"criterion_id": criterion_id, **more}


def tables(
    goals: tuple = (),
    projects: tuple = (),
    milestones: tuple = (),
    criteria: tuple = (),
    served: tuple = (),
    statuses: dict | None = None,
) -> dict[str, pandas.DataFrame]:
    """`served`: pairs of criterion and project. `statuses`: status and as_of by criterion, else not_met_yet."""
    known = statuses or {}
    results = [{"criterion_id": one, "project_id": other, "served": True} for one, other in served]
    states = [
        {
            "criterion_id": row["criterion_id"],
            **dict(zip(("status", "as_of"), known.get(row["criterion_id"], ("not_met_yet", "")), strict=True)),
        }
        for row in criteria
    ]
    return {
        "goals": rows("goals", *goals),
        "projects": rows("projects", *projects),
        "results": rows("results", *results),
        "milestones": rows("milestones", *milestones),
        "criteria": rows("criteria", *criteria),
        "criterion_statuses": rows("criterion_statuses", *states),
    }


def records(given: dict[str, pandas.DataFrame]) -> strategy.Tables:
    return strategy.Tables(**{name: PREPARED_TABLES[name].of(frame) for name, frame in given.items()})


def plan(**given: object) -> strategy.Plan:
    return strategy.of_scheme(records(tables(**given)), "plan")


GOAL, OTHER_GOAL = {"goal_id": "g"}, {"goal_id": "h"}
CAFE = {"project_id": "cafe", "goal_id": "g", "status": "running"}


def paths(own: strategy.Plan) -> list[list[str]]:
    return [list(path) for path in strategy.tree(own)]


def test_a_milestone_leads_to_its_criterion_and_other_criteria_follow() -> None:
    own = plan(
        goals=(GOAL,),
        projects=(CAFE,),
        criteria=(criterion("a", goal_id="g"), criterion("b", project_id="cafe")),
        served=(("a", "cafe"),),
        milestones=(
            {"milestone_id": "late", "goal_id": "g", "project_id": "cafe", "criterion_id": "a", "due": "2026-05-01"},
            {"milestone_id": "early", "goal_id": "g", "due": "2026-01-01"},
        ),
    )
    assert paths(own) == [["g", "cafe", "late", "a"], ["g", "cafe", "", "b"], ["g", "", "early", ""]]


def test_a_shared_criterion_has_a_path_through_each_of_its_projects_also_those_of_other_goals() -> None:
    team = {"project_id": "team", "goal_id": "h", "status": "running"}
    own = plan(
        goals=(GOAL, OTHER_GOAL),
        projects=(CAFE, team),
        criteria=(criterion("a", goal_id="g"),),
        served=(("a", "cafe"), ("a", "team")),
    )
    assert paths(own) == [["g", "cafe", "", "a"], ["g", "team", "", "a"], ["h", "team", "", ""]]


def test_whatever_lacks_a_link_is_in_the_tree_all_the_same() -> None:
    lone = {"project_id": "lone", "status": "running"}
    own = plan(goals=(GOAL, OTHER_GOAL), projects=(CAFE, lone), criteria=(criterion("a", goal_id="g"), criterion("b")))
    assert paths(own) == [
        ["g", "cafe", "", ""],
        ["g", "", "", "a"],
        ["h", "", "", ""],
        ["", "lone", "", ""],
        ["", "", "", "b"],
    ]


def test_other_schemes_stay_out_and_the_fullest_comes_first() -> None:
    given = records(
        tables(
            goals=(GOAL, {"goal_id": "x", "scheme": "other"}),
            projects=(CAFE,),
            criteria=(criterion("y", goal_id="x", scheme="other"),),
        )
    )
    assert strategy.schemes(given.goals, given.criteria) == ["other", "plan"]
    assert paths(strategy.of_scheme(given, "plan")) == [["g", "cafe", "", ""]]
    assert paths(strategy.of_scheme(given, "other")) == [["x", "", "", "y"]]


def milestone(milestone_id: str, due: str, status: str, evaluated: str = "") -> dict:
    return {"milestone_id": milestone_id, "goal_id": "g", "due": due, "status": status, "evaluated": evaluated}


def ids(found: Iterable[strategy.Dated]) -> list[str]:
    return [row.item_id for row in found]


def test_due_is_what_is_open_unjudged_and_dated_on_or_before_the_meeting() -> None:
    dated = strategy.dates(
        plan(
            goals=(GOAL,),
            milestones=(
                milestone("reached", "2026-01-01", "reached", "2026-01-01"),
                milestone("dropped", "2026-01-01", "dropped"),
                milestone("judged_late", "2026-01-01", "late", "2026-02-01"),
                milestone("late", "2026-01-02", "late"),
                milestone("on_the_day", "2026-06-01", "planned"),
                milestone("after", "2026-06-02", "planned"),
            ),
        )
    )
    assert ids(strategy.due(dated, MEETING)) == ["late", "on_the_day"]


@pytest.mark.parametrize(
    ("status", "as_of", "stated", "expected"),
    [
        ("behind", "2025-12-31", {}, ["a"]),  # counted before the end
        ("behind", "2026-05-31", {}, []),  # counted at the end
        ("behind", "2026-05", {}, []),  # a month is its last day
        ("met", "2025-12-31", {}, []),
        ("abandoned", "", {}, []),
        ("not_collected", "", {"stated_status": "not_met", "stated_on": "2026-05-31"}, []),
        ("not_collected", "", {"stated_status": "not_met", "stated_on": "2026-05-30"}, ["a"]),
    ],
)
def test_a_criterion_is_due_until_it_is_judged_at_its_end(status, as_of, stated, expected) -> None:
    own = plan(
        goals=(GOAL,),
        criteria=(criterion("a", goal_id="g", end_date="2026-05-31", **stated),),
        statuses={"a": (status, as_of)},
    )
    assert ids(strategy.due(strategy.dates(own), MEETING)) == expected


def test_what_has_slipped_says_why_and_by_how_many_days() -> None:
    own = plan(
        goals=(GOAL,),
        milestones=(
            milestone("judged_late", "2026-01-01", "late", "2026-02-01"),
            milestone("forgotten", "2026-02-27", "planned"),
            milestone("today", "2026-03-01", "planned"),
            milestone("reached", "2026-01-01", "reached", "2026-02-01"),
        ),
        criteria=(
            criterion("short", goal_id="g", end_date="2026-02-28"),
            criterion("behind", goal_id="g", end_date="2027-01-01"),
            criterion("on_track", goal_id="g", end_date="2027-01-01"),
            criterion("undated", goal_id="g"),
        ),
        statuses={
            "short": ("behind", "2026-02-28"),
            "behind": ("behind", "2026-01-01"),
            "on_track": ("on_track", "2026-01-01"),
        },
    )
    found = strategy.slipped(strategy.dates(own), TODAY)
    assert [(slip.dated.item_id, slip.reason, slip.days) for slip in found] == [
        ("judged_late", "late", 59),
        ("forgotten", "not_judged", 2),
        ("short", "not_reached", 1),
        ("behind", "behind", 0),
    ]
    assert [row.criterion_id for row in strategy.undated(own)] == ["undated"]


def test_a_plan_without_dates_has_nothing_due_and_nothing_slipped() -> None:
    dated = strategy.dates(plan(goals=(GOAL,), criteria=(criterion("a", goal_id="g"),)))
    assert dated == ()
    assert strategy.due(dated, MEETING) == ()
    assert strategy.slipped(dated, TODAY) == ()
