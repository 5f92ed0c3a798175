"""The rule for a criterion's status, on the printed cells of Høje-Taastrup, September 2005, and at its edges."""

from datetime import date

import pandas
import pytest

from data import scorecards
from data.contracts import Criterion, CriterionStatus, Result
from data.scorecards import Point, Reached
from tests.records import record

PRINTED = [  # number, target, then the cells: value, served, counted, double counted
    (1, 50, [(66, True, True, False), (4, True, True, False)]),
    (2, 30, []),
    (3, 150, [(18, True, True, False), (4, True, False, False), (7, True, True, False)]),
    (4, 5, [(0, False, True, False)]),
    (5, 15, [(0, True, True, False), (6, True, True, False)]),
    (6, 50, [(36, True, True, False), (1, True, True, False)]),
    (7, 20, [(11, True, True, False), (6, True, True, False), (0, True, True, False), (1, True, True, False)]),
    (8, None, [(11, True, True, False), (6, True, True, False)]),
    (
        9,
        80,
        [
            (147, True, True, False),
            (38, True, True, False),
            (3, True, True, False),
            (3, True, True, False),
            (2, True, True, False),
        ],
    ),
    (10, 30, [(5, True, True, False), (29, True, True, True)]),
    (11, None, []),
    (12, None, []),
]


def criterion(**changed: object) -> Criterion:
    return record(
        Criterion, **{"criterion_id": "k0", "target": 10.0, "target_group": "Unge", "goal_id": "maal"} | changed
    )


def criteria(*rows: dict) -> list[Criterion]:
    return [criterion(**{"criterion_id": f"k{number}"} | row) for number, row in enumerate(rows)]


def results(*rows: dict) -> list[Result]:
    default = {
        "criterion_id": "k0",
        "project_id": "p",
        "as_of": "2005-09-01",
        "value": 5.0,
        "served": True,
        "counted": True,
    }
    return [record(Result, **default | row) for row in rows]


def only(criterion: Criterion, cells: list[Result]) -> CriterionStatus:
    (status,) = scorecards.statuses([criterion], cells)
    return status


@pytest.fixture(scope="module")
def hoeje_taastrup() -> dict[str, CriterionStatus]:
    rows = criteria(*({"criterion_id": f"k{number}", "target": target} for number, target, _ in PRINTED))
    cells = [
        {
            "criterion_id": f"k{number}",
            "project_id": f"p{place}",
            "value": value,
            "served": served,
            "counted": counted,
            "double_counted": double,
        }
        for number, _, printed in PRINTED
        for place, (value, served, counted, double) in enumerate(printed)
    ]
    return {status.criterion_id: status for status in scorecards.statuses(rows, results(*cells))}


@pytest.mark.parametrize(
    ("number", "status", "reached", "share"),
    [
        (1, "met", 70, 1.4),
        (2, "no_project", None, None),
        (3, "not_met_yet", 25, 25 / 150),
        (4, "no_project", None, None),
        (5, "not_met_yet", 6, 0.4),
        (6, "not_met_yet", 37, 0.74),
        (7, "not_met_yet", 18, 0.9),
        (8, "not_collected", 17, None),
        (9, "met", 193, 193 / 80),
        (10, "met", 34, 34 / 30),
        (11, "not_collected", None, None),
        (12, "not_collected", None, None),
    ],
)
def test_hoeje_taastrup_september_2005(
    hoeje_taastrup: dict[str, CriterionStatus], number: int, status: str, reached: float | None, share: float | None
) -> None:
    row = hoeje_taastrup[f"k{number}"]
    assert row.status == status
    assert row.reached == reached
    assert row.share is None if share is None else row.share == pytest.approx(share)


def test_only_criterion_10_is_double_counted(hoeje_taastrup: dict[str, CriterionStatus]) -> None:
    assert [name for name, status in hoeje_taastrup.items() if status.double_counted] == ["k10"]


def test_the_table_of_statuses_keeps_its_contract_without_a_row() -> None:
    frames = [pandas.DataFrame(columns=row.columns(), dtype=object) for row in (Criterion, Result)]
    assert CriterionStatus.of(scorecards.criterion_statuses(*frames)) == ()


@pytest.mark.parametrize(
    ("as_of", "value", "status"),
    [
        ("2005-03-01", 1, "too_early"),  # 59 of 365 days
        ("2005-03-01", 10, "met"),  # the target is the target, also early
        ("2005-07-02", 5, "on_track"),  # 182 of 365 days: 4.99 expected
        ("2005-07-02", 4, "behind"),
        ("2006-01-01", 9, "behind"),  # the time is up
        ("2007-01-01", 10, "met"),
    ],
)
def test_with_dates_the_share_reached_is_set_against_the_time_passed(as_of: str, value: float, status: str) -> None:
    row = criterion(start_date="2005-01-01", end_date="2006-01-01")
    assert only(row, results({"as_of": as_of, "value": value})).status == status


@pytest.mark.parametrize(
    ("baseline", "target", "value", "share"),
    [
        (55, 65, 60, 0.5),
        (75, 50, 60, 0.6),
        (75, 50, 80, -0.2),
    ],
)
def test_a_baseline_is_where_the_way_to_the_target_starts(
    baseline: float, target: float, value: float, share: float
) -> None:
    status = only(criterion(baseline=baseline, target=target), results({"value": value}))
    assert status.share == pytest.approx(share)
    assert status.status == "not_met_yet"


@pytest.mark.parametrize("stated", ["pending", "abandoned"])
def test_pending_and_abandoned_are_the_sources_word_even_where_there_is_a_number(stated: str) -> None:
    assert only(criterion(stated_status=stated), results({"value": 12})).status == stated


def test_the_number_decides_where_the_source_says_met_but_the_target_is_not_reached() -> None:
    assert only(criterion(stated_status="met"), results({"value": 9})).status == "not_met_yet"


@pytest.mark.parametrize(("stated", "status"), [("met", "met"), ("not_met", "not_met_yet"), ("", "not_collected")])
def test_without_a_number_the_sources_word_is_taken(stated: str, status: str) -> None:
    assert only(criterion(stated_status=stated), results({"value": None})).status == status


def test_a_projects_own_criterion_always_has_its_project() -> None:
    assert only(criterion(project_id="p"), results()).status == "not_collected"


def test_each_projects_latest_number_counts() -> None:
    rows = results(
        {"as_of": "2004-09-01", "value": 2},
        {"as_of": "2005-09-01", "value": 5},
        {"project_id": "q", "as_of": "2004-09-01", "value": 3},
    )
    status = only(criterion(), rows)
    assert (status.reached, status.as_of) == (8, "2005-09-01")


def test_criteria_are_chosen_by_target_group_status_and_project() -> None:
    rows = criteria({"target_group": "Unge"}, {"target_group": "Voksne"}, {"project_id": "q", "goal_id": "andet"})
    cells = results({"value": 10}, {"criterion_id": "k1", "value": 1})
    statuses = scorecards.statuses(rows, cells)

    def chosen(**choice: object) -> list[str]:
        return [row.criterion_id for row in scorecards.select(rows, statuses, cells, **choice)]

    assert chosen() == ["k0", "k1", "k2"]
    assert chosen(target_group="Voksne") == ["k1"]
    assert chosen(states=["met"]) == ["k0"]
    assert chosen(project="p") == ["k0", "k1"]
    assert chosen(project="q") == ["k2"]
    assert chosen(goal="andet") == ["k2"]


def dated(**changed: object) -> Criterion:
    return criterion(**{"start_date": "2020-01-01", "end_date": "2024-01-01", "target": 48.0} | changed)


def test_over_time_each_date_is_the_sum_of_every_projects_latest_number_by_then() -> None:
    cells = results(
        {"project_id": "p", "as_of": "2020-12-31", "value": 10},
        {"project_id": "p", "as_of": "2022-12-31", "value": 30},
        {"project_id": "q", "as_of": "2021-12-31", "value": 4},
        {"project_id": "q", "as_of": "2021-12-31", "value": 3},
        {"project_id": "q", "as_of": "2022-06-30", "value": None},
        {"project_id": "r", "as_of": "2020-12-31", "value": 99, "counted": False},
    )
    assert [(point.as_of, point.reached) for point in scorecards.over_time(cells)] == [
        ("2020-12-31", 10),
        ("2021-12-31", 17),
        ("2022-12-31", 30),  # q has no number in 2022, so nothing is carried on
    ]


def test_the_last_point_over_time_is_what_is_reached() -> None:
    cells = results(
        {"as_of": "2004-09-01", "value": 2},
        {"as_of": "2005-09-01", "value": 5},
        {"project_id": "q", "as_of": "2004-09-01", "value": 3},
    )
    assert scorecards.over_time(cells)[-1].reached == scorecards.reached(cells).value == 8


@pytest.mark.parametrize(
    ("criterion", "day", "value"),
    [
        (dated(), "2022-01-01", 24.0),  # 731 of 1,461 days
        (dated(), "2019-06-01", 0.0),
        (dated(), "2030-01-01", 48.0),
        (dated(baseline=40.0, target=20.0), "2022-01-01", 30.0),  # a fall is to be reached
    ],
)
def test_what_is_expected_lies_on_a_straight_way_from_baseline_to_target(
    criterion: Criterion, day: str, value: float
) -> None:
    assert scorecards.expected(criterion, day) == pytest.approx(value, abs=0.05)


@pytest.mark.parametrize("criterion", [dated(start_date=""), dated(end_date=""), dated(target=None)])
def test_without_dates_or_a_target_nothing_is_expected(criterion: Criterion) -> None:
    assert scorecards.expected(criterion, "2022-01-01") is None


def test_the_pace_needed_is_what_is_left_over_the_months_left() -> None:
    pace = scorecards.pace(dated(), "2022-01-01", 12)
    assert (pace.needed, pace.so_far) == (pytest.approx(36 / 24, abs=0.01), pytest.approx(12 / 24, abs=0.01))


def test_the_pace_of_a_fall_is_negative() -> None:
    pace = scorecards.pace(dated(baseline=40.0, target=20.0), "2023-01-01", 32)
    assert (pace.needed, pace.so_far) == (pytest.approx(-12 / 12, abs=0.01), pytest.approx(-8 / 36, abs=0.01))


@pytest.mark.parametrize(
    ("criterion", "as_of", "reached"),
    [
        (dated(), "2022-01-01", 48),
        (dated(baseline=40.0, target=20.0), "2022-01-01", 19),  # met
        (dated(), "2024-01-01", 12),
        (dated(), "2020-01-01", 0),  # no time left, none gone
        (dated(end_date=""), "2022-01-01", 12),
        (dated(target=None), "2022-01-01", 12),
        (dated(), "", None),
    ],
)
def test_there_is_no_pace_without_time_target_or_number(criterion: Criterion, as_of: str, reached: float) -> None:
    assert scorecards.pace(criterion, as_of, reached) is None


@pytest.mark.parametrize(
    ("status", "figure", "today", "stale"),
    [
        ("behind", "2024-12-31", date(2025, 12, 31), False),  # twelve months to the day
        ("behind", "2024-12-31", date(2026, 1, 1), True),
        ("not_met_yet", "2005-09", date(2006, 9, 30), False),  # a month counts to its last day
        ("not_met_yet", "2005-09", date(2006, 10, 1), True),
        ("met", "2005-09-01", date(2026, 1, 1), False),
        ("abandoned", "2005-09-01", date(2026, 1, 1), False),
        ("not_collected", "", date(2026, 1, 1), False),  # no figure is not an old figure
    ],
)
def test_an_open_criterion_is_stale_when_its_latest_figure_is_over_twelve_months_old(
    status: str, figure: str, today: date, stale: bool
) -> None:
    assert scorecards.is_stale(status, figure, today) is stale


def test_the_latest_figure_is_the_latest_number_also_where_it_is_not_added() -> None:
    cells = results(
        {"as_of": "2004-09-01"},
        {"as_of": "2005-06", "value": None},
        {"criterion_id": "k1", "as_of": "2003-01", "counted": False},
    )
    assert scorecards.latest_figures(cells) == {"k0": "2004-09-01", "k1": "2003-01"}


@pytest.mark.parametrize(("figure", "historical"), [("2005-09-15", True), ("2024-12-31", False), ("", False)])
def test_a_report_is_historical_when_its_latest_figure_is_over_five_years_old(figure: str, historical: bool) -> None:
    assert scorecards.is_historical(figure, date(2026, 11, 22)) is historical


def test_a_month_is_its_last_day_for_status_order_and_pace():
    half = criterion(start_date="2024-01-01", end_date="2024-12-31", baseline=0.0)
    month, day = results({"as_of": "2024-06", "value": 5.0}), results({"as_of": "2024-06-30", "value": 5.0})
    assert only(half, month).status == only(half, day).status == "on_track"  # 181 of 365 days, 5 of 10
    assert scorecards.time_passed("2024-01-01", "2024-12-31", "2024-06") == 181 / 365


def test_a_month_comes_after_the_days_in_it():
    cells = results({"as_of": "2024-06", "value": 8.0}, {"as_of": "2024-06-15", "value": 3.0})
    assert scorecards.reached(cells) == Reached("2024-06", 8.0, served=True, double_counted=False)
    assert scorecards.over_time(cells) == (Point("2024-06-15", 3.0), Point("2024-06", 8.0))
    assert scorecards.latest_figures(cells) == {"k0": "2024-06"}


def test_a_month_and_its_last_day_are_one_point():
    cells = results({"as_of": "2024-06", "value": 8.0}, {"as_of": "2024-06-30", "value": 3.0, "project_id": "q"})
    assert [point.reached for point in scorecards.over_time(cells)] == [11.0]


def test_a_sum_is_that_of_the_numbers_as_they_are_written():
    cells = results({"value": 0.7}, {"value": 0.1, "project_id": "q"})
    assert only(criterion(target=0.8), cells).status == "met"
    assert only(criterion(target=0.8), cells).reached == 0.8
    assert [point.reached for point in scorecards.over_time(cells)] == [0.8]


@pytest.mark.parametrize(
    ("reached", "stated", "status"),
    [(75.0, "", "met"), (74.0, "", "not_collected"), (74.0, "met", "met"), (75.0, "not_met", "not_met_yet")],
)
def test_a_target_where_the_criterion_began_is_judged_by_the_source_or_by_standing_there(reached, stated, status):
    held = criterion(target=75.0, baseline=75.0, stated_status=stated)
    assert only(held, results({"value": reached})).status == status
    assert scorecards.has_nothing_to_reach(held)
