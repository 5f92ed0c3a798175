"""The milestones' line of time: a sign at each date, its form by status, two upright lines that never share a label."""

from datetime import date

import pytest

from dashboard.charts import theme
from dashboard.i18n.words import Words
from dashboard.strategy import timeline
from dashboard.strategy.deadlines import deadlines
from data import strategy
from data.contracts import Milestone
from data.strategy import Plan
from tests.records import record

WORDS = Words("da")
TODAY, MEETING = date(2026, 3, 1), date(2026, 6, 1)
STEPS = (
    record(Milestone, milestone_id="a", title="Åbner", due="2024-06-30", evaluated="2024-08-15", status="late"),
    record(Milestone, milestone_id="b", title="A < B", due="2026-05-01", status="planned"),
)
PLAN = Plan(goals=(), projects=(), milestones=STEPS, criteria=(), services=())
ROWS = deadlines(strategy.dates(PLAN), PLAN, WORDS)


def drawn(projector: bool = False, meeting: date = MEETING):
    return timeline.timeline(ROWS, today=TODAY, meeting=meeting, words=WORDS, sizes=theme.sizes(projector))


def test_each_milestone_stands_at_its_date_with_the_day_it_was_judged() -> None:
    late, planned = drawn().data
    assert list(late.x) == ["2024-06-30", "2024-08-15"]
    assert list(late.marker.symbol) == ["triangle-down", timeline.JUDGED_SYMBOL]
    assert list(planned.x) == ["2026-05-01"]
    assert list(planned.marker.symbol) == ["circle-open"]


def test_every_status_has_a_form_of_its_own() -> None:
    assert len(set(timeline.SYMBOLS.values())) == len(timeline.SYMBOLS)


def test_names_are_texts_and_carry_the_status_in_words() -> None:
    texts = [note.text for note in drawn().layout.annotations]
    assert texts[:2] == ["▼ Forsinket: Åbner", "○ Planlagt: A &lt; B"]


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (MEETING, {"<b>I dag</b>": "right", "<b>Møde</b>": "left"}),
        (date(2026, 1, 1), {"<b>Møde</b>": "right", "<b>I dag</b>": "left"}),
    ],
)
def test_the_names_of_today_and_the_meeting_turn_away_from_each_other(meeting, expected) -> None:
    notes = drawn(meeting=meeting).layout.annotations
    assert {note.text: note.xanchor for note in notes if note.yref == "paper"} == expected


@pytest.mark.parametrize("projector", [False, True])
def test_all_type_is_the_mode_s_axis_size(projector: bool) -> None:
    figure, size = drawn(projector), theme.sizes(projector).axis
    assert {note.font.size for note in figure.layout.annotations} == {size}
    assert figure.layout.template.layout.xaxis.tickfont.size == size


def test_a_long_span_has_few_years_on_its_axis() -> None:
    assert timeline.year_step(ROWS, MEETING) == "M12"
    assert timeline.year_step(ROWS, date(2040, 1, 1)) == "M36"  # 17 years by 3: 6 ticks


def test_the_sentence_for_the_chart_names_status_and_dates() -> None:
    assert timeline.timeline_alt(ROWS, WORDS) == (
        "Milepæle efter frist. ▼ Forsinket: Åbner – frist 30. juni 2024, vurderet 15. august 2024; "
        "○ Planlagt: A < B – frist 1. maj 2026, ikke vurderet."
    )
