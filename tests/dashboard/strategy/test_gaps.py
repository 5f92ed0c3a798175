"""Gaps are told with their reason."""

from dashboard.i18n.words import Words
from dashboard.strategy import gaps
from data import strategy_gaps
from tests.dashboard.strategy.test_chain import JOBS, NAMED_CAFE, NAMED_GOAL
from tests.data.test_strategy import plan

WORDS = Words("da")


def test_gaps_are_told_with_their_reason() -> None:
    own = plan(goals=(NAMED_GOAL,), projects=(NAMED_CAFE,), criteria=(JOBS,))
    found = strategy_gaps.gaps(own)
    rows = gaps.gap_frame(found, own, WORDS)
    assert rows[["named", "why", "goal"]].values.tolist() == [
        ["Indsats: Caféen", "Indsatsen har hverken milepæl eller succeskriterium", "Flere i arbejde"],
        ["Succeskriterium: 1. 50 har fået job", "Ingen indsats er i gang med succeskriteriet", "Flere i arbejde"],
    ]
    assert gaps.gap_sentence([gap.reason for gap in found], WORDS).startswith("2 led mangler i kæden. Ingen indsats er")
    assert gaps.gap_sentence([], WORDS).startswith("Ingen huller")
