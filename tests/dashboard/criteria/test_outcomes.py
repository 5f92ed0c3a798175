"""A project's own outcomes are told with their total and whose it is."""

import pytest

from dashboard.charts.bars import Count
from dashboard.criteria.outcomes import outcome_counts, outcome_sentence
from dashboard.i18n.words import Words
from data.contracts import Outcome
from tests.records import record

DA = Words("da")


def outcomes(*rows: tuple[str, str, int, bool]) -> list[Outcome]:
    return [
        record(Outcome, group=group, outcome=outcome, persons=persons, is_total=is_total, as_of="2005-09-15")
        for group, outcome, persons, is_total in rows
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("", "Job", 225, False), ("", "Venter", 25, False), ("", "I alt", 250, True)],
            "250 personer er opgjort pr. 15. september 2005 (oplyst i kilden). Flest står under »Job«: 225.",
        ),
        (
            [("", "Job", 2, False), ("", "Venter", 2, False)],
            "4 personer er opgjort pr. 15. september 2005 (beregnet af os).",
        ),
        (
            [
                ("Tidligere", "Job", 2, False),
                ("Tidligere", "I alt", 2, True),
                ("Nu", "Job", 1, False),
                ("Nu", "I alt", 1, True),
                ("Alle", "I alt", 3, True),
            ],
            "3 personer er opgjort pr. 15. september 2005 (oplyst i kilden). Flest står under »Job«: 2. "
            "Tidligere: 2; Nu: 1.",
        ),
    ],
    ids=["printed total", "own sum", "groups"],
)
def test_outcomes_are_told_with_their_total_and_whose_it_is(rows: list, sentence: str) -> None:
    assert outcome_sentence(outcomes(*rows), DA) == sentence


def test_the_bars_of_outcomes_leave_out_the_totals() -> None:
    counts = outcome_counts(outcomes(("Nu", "Job", 1, False), ("Nu", "I alt", 1, True)), DA)
    assert counts == [Count("Nu", "Job", 1)]
