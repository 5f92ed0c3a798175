"""What of the meetings may be published: few young people, and few who are left out, are hidden with all they tell."""

from __future__ import annotations

import pandas
import pytest

from data import transitions
from data.contracts import (
    MEETING_PARTS,
    GivenTransitionMeeting,
    GivenTransitionOutcome,
    Status,
    TransitionMeeting,
    TransitionOutcome,
)

SOURCES = pandas.DataFrame({"source_id": ["register", "rapport"], "source_class": ["register", "published"]})
TEN = {"young": 40, "held": 30, **{part: 10 for part, whole in MEETING_PARTS.items() if whole == "held"}}


def meeting(**cells: object) -> TransitionMeeting:
    """One meeting as it is published; ten of thirty did everything but for the `cells`."""
    row = {"area_id": "kommune_0999", "year": 2024, "meeting": "16", "page": "", "note_da": "", "note_en": ""}
    given = pandas.DataFrame([{**row, "source_id": "register", **TEN, **cells}])
    given = GivenTransitionMeeting.validate(given[GivenTransitionMeeting.columns()])
    shown = transitions.meetings(given, SOURCES, 5)
    (found,) = TransitionMeeting.of(TransitionMeeting.validate(shown))
    return found


def outcomes(*persons: int, source: str = "register") -> tuple[TransitionOutcome, ...]:
    row = {"area_id": "kommune_0999", "year": 2024, "source_id": source, "page": "", "note_da": "", "note_en": ""}
    codes = ("education", "job", "neither")
    given = pandas.DataFrame([{**row, "outcome": code, "persons": n} for code, n in zip(codes, persons, strict=True)])
    given = GivenTransitionOutcome.validate(given[GivenTransitionOutcome.columns()])
    shown = transitions.outcomes(given, SOURCES, 5)
    return TransitionOutcome.of(TransitionOutcome.validate(shown))


def test_large_numbers_are_shown_with_a_wilson_interval() -> None:
    row = meeting()
    assert row.hidden == ""
    found = transitions.share_of(row, "in_time")
    assert (found.part, found.whole, found.status) == (10, 30, Status.SHOWN)
    assert found.value == pytest.approx(33.3, abs=0.1)
    assert (found.low, found.high) == (pytest.approx(19.2, abs=0.1), pytest.approx(51.2, abs=0.1))


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"in_time": 4}, {"in_time"}),
        ({"in_time": 26}, {"in_time"}),  # four were late
        ({"in_time": 5}, set()),
        ({"in_time": 25}, set()),
        ({"in_time": 0}, set()),
        ({"in_time": 30}, set()),  # nobody was late
        ({"held": 36}, {*MEETING_PARTS}),  # four had no meeting: all that is told of the meetings would tell them
        ({"young": 4, "held": 4, **dict.fromkeys(list(MEETING_PARTS)[1:], 0)}, {"young", *MEETING_PARTS}),
    ],
)
def test_few_and_few_others_are_hidden_with_their_parts(cells: dict[str, int], hidden: set[str]) -> None:
    row = meeting(**cells)
    assert set(filter(None, row.hidden.split("|"))) == hidden
    for number in hidden:
        assert getattr(row, number) is None
    for number in hidden & set(MEETING_PARTS):
        found = transitions.share_of(row, number)
        assert found == transitions.Share(None, None, None, None, None, Status.HIDDEN)


def test_a_published_report_is_shown_as_it_is_printed() -> None:
    assert meeting(source_id="rapport", in_time=4).in_time == 4


def test_what_nobody_has_counted_is_not_hidden() -> None:
    row = meeting(in_time=None)
    assert row.hidden == ""
    assert transitions.share_of(row, "in_time").status is Status.NOT_COLLECTED
    assert transitions.share_of(meeting(young=0, **dict.fromkeys(MEETING_PARTS, 0)), "held").status is (
        Status.NOT_RELEVANT
    )


def test_a_sum_is_made_of_what_is_shown_alone() -> None:
    shown, few = meeting(), meeting(in_time=4)
    assert (transitions.summed([shown, shown], "in_time").part, transitions.summed([shown, shown], "held").whole) == (
        20,
        80,
    )
    assert transitions.summed([shown, few], "in_time").status is Status.HIDDEN
    assert transitions.summed([shown, meeting(in_time=None)], "in_time").status is Status.NOT_COLLECTED


def test_one_small_outcome_hides_another_for_the_total_is_known() -> None:
    rows = outcomes(30, 4, 20)
    assert [row.persons for row in rows].count(None) == 2
    assert {row.total for row in rows} == {54}
    assert {row.status for row in rows if row.persons is None} == {Status.HIDDEN}
    assert transitions.share_of_outcome(rows[1]).value is None


def test_large_outcomes_and_published_ones_are_shown() -> None:
    assert [row.persons for row in outcomes(30, 10, 20)] == [30, 10, 20]
    assert [row.persons for row in outcomes(30, 4, 20, source="rapport")] == [30, 4, 20]
    assert transitions.share_of_outcome(outcomes(30, 10, 20)[0]).value == pytest.approx(50)


def test_a_dataset_without_meetings_has_none() -> None:
    empty = {
        "transition_meetings": GivenTransitionMeeting.frame([]),
        "transition_outcomes": GivenTransitionOutcome.frame([]),
        "sources": SOURCES,
    }
    published = transitions.publish(empty, 5)
    assert TransitionMeeting.validate(published["transition_meetings"]).empty
    assert TransitionOutcome.validate(published["transition_outcomes"]).empty
