"""A criterion over time: a date is a point, and the expected way is a straight one."""

from dataclasses import replace

import pandas
import pytest
from plotly.graph_objects import Figure

from dashboard.charts import theme
from dashboard.criteria import timeline
from dashboard.i18n.words import Words
from data.contracts import Criterion, Milestone
from data.scorecards import Point
from tests.records import record

DA = Words("da")
CRITERION = record(Criterion, target=48.0, start_date="2020-01-01", end_date="2024-01-01", unit="unge")
POINTS = [Point("2021-01-01", 20.0), Point("2022-01-01", 21.0)]
STEPS = [record(Milestone, due="2021-06-30", title="20 unge", status="reached")]


def drawn(**changed: object) -> Figure:
    return timeline.timeline(replace(CRITERION, **changed), POINTS, STEPS, words=DA, sizes=theme.DESK)


def test_a_date_is_a_point_with_its_number() -> None:
    points = drawn().data[-1]
    assert list(points.y) == [20, 21]
    assert list(points.text) == ["<b>20</b>", "<b>21</b>"]
    assert list(points.textposition) == ["top center", "bottom center"]  # 24 were expected of the second


def test_the_expected_way_goes_from_the_baseline_at_the_start_to_the_target_at_the_end() -> None:
    way, due = drawn().data[:2]
    assert (list(way.y), list(way.x)) == ([0, 48], [pandas.Timestamp(2020, 1, 1), pandas.Timestamp(2024, 1, 1)])
    assert list(due.y) == pytest.approx([24], abs=0.05)
    assert list(drawn(baseline=60.0).data[0].y) == [60, 48]


def test_when_the_time_is_up_what_is_expected_is_the_target() -> None:
    assert not any("forventet" in note.text for note in drawn(end_date="2022-01-01").layout.annotations)


def test_without_dates_there_is_no_expected_way() -> None:
    assert len(drawn(start_date="").data) == 1


def test_target_and_milestones_are_named_in_words() -> None:
    texts = [note.text for note in drawn().layout.annotations]
    assert {"mål 48", "◆ 1", "forventet 24", "unge"} <= set(texts)
    assert timeline.timeline_note(STEPS, True, DA) == (
        "Linjen forbinder opgørelserne; tiden imellem er ukendt. ◆ 1: 20 unge (milepæl, frist 30. juni 2021, Nået)."
    )


def test_a_single_date_is_the_only_tick() -> None:
    undated = replace(CRITERION, start_date="", end_date="")
    axis = timeline.timeline(undated, POINTS[:1], [], words=DA, sizes=theme.DESK).layout.xaxis
    assert list(axis.ticktext) == ["jan. 2021"]


def test_the_points_are_told_in_words() -> None:
    assert timeline.timeline_alt("Job", CRITERION, POINTS, DA) == (
        "Job: 1. januar 2021: 20; 1. januar 2022: 21. Målet: 48."
    )
