"""Where a link of the chain from goal to criterion is missing."""

from data import strategy, strategy_gaps
from tests.data.test_strategy import CAFE, GOAL, criterion, plan


def reasons(own: strategy.Plan) -> list[list[str]]:
    return [[gap.reason, gap.item_id] for gap in strategy_gaps.gaps(own)]


def test_a_whole_chain_has_no_gap() -> None:
    assert reasons(plan(goals=(GOAL,), projects=(CAFE,), criteria=(criterion("a", project_id="cafe"),))) == []


def test_each_missing_link_is_a_gap_with_its_reason() -> None:
    own = plan(goals=(GOAL,), projects=({"project_id": "lone", "status": "running"},), criteria=(criterion("a"),))
    assert reasons(own) == [
        ["goal_without_project", "g"],
        ["goal_without_criterion", "g"],
        ["project_without_goal", "lone"],
        ["project_without_measure", "lone"],
        ["criterion_without_goal", "a"],
        ["criterion_without_project", "a"],
    ]


def test_what_was_given_up_needs_no_link_and_gives_none() -> None:
    gone = {**CAFE, "status": "abandoned"}
    own = plan(
        goals=(GOAL,),
        projects=(gone,),
        criteria=(criterion("a", goal_id="g"), criterion("b")),
        served=(("a", "cafe"),),
        statuses={"b": ("abandoned", "")},
    )
    assert reasons(own) == [["goal_without_project", "g"], ["criterion_without_project", "a"]]
