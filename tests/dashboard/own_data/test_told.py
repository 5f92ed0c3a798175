"""Why a number is hidden, in words; and what a draft changes."""

import pytest

from dashboard.i18n.words import Words
from dashboard.own_data import told
from dashboard.prepare.intake_diff import Change, Difference
from data.contracts import DisclosureRule
from data.intake.entries import Entry

LIMITS = DisclosureRule(minimum=5, minimum_population=50)


@pytest.mark.parametrize(
    ("status", "given", "why"),
    [
        ("hidden", {"count": "3", "status": "shown"}, "antallet er under 5 personer"),
        ("hidden", {"count": "12", "status": "shown"}, "et skjult tal ellers kunne regnes ud af det"),
        ("hidden", {"count": "0", "status": "shown"}, "et skjult tal ellers kunne regnes ud af det"),
        ("hidden", {"count": "", "status": "hidden"}, "den, der afleverede tallet, har skjult det"),
        ("hidden", None, "et skjult tal ellers kunne regnes ud af det"),
        ("too_few", {"count": "7", "status": "shown"}, "der bor under 50 personer"),
    ],
)
def test_the_reason_is_told(status: str, given: dict[str, str] | None, why: str) -> None:
    assert told.reason(status, Entry(given) if given else None, LIMITS, Words()) == why


def test_codes_of_verdicts_and_statuses_are_words() -> None:
    flip = Change("ledige", "0101", "", "increasing", "decreasing")
    (row,) = told.Names({"ledige": "Ledige", "0101": "Grønne Gård"}).table([flip], Words()).to_dict("records")
    assert row == {"what": "Ledige", "area": "Grønne Gård", "when": "", "before": "stigende", "after": "faldende"}


def test_the_difference_is_a_sentence() -> None:
    assert told.changes(Difference(1200, 3, 0, (), ()), Words()) == "1.200 tal er nye, 3 er ændret, og 0 er væk."
