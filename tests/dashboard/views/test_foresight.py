"""When more is known of a trend, in one sentence that fits its verdict."""

import pytest

from dashboard.i18n.words import Words
from dashboard.views import foresight
from data.contracts import Trend
from tests.records import record

DA = Words("da")


def trend(verdict: str = "too_small", **given: object) -> Trend:
    return record(Trend, **{"verdict": verdict, "length": 1, "lacking": 0, "dispersion": 1.0, **given})


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        (trend("increasing", needed=1, visible=0.2), ""),
        (trend("no_change", needed=1, visible=0.38), "et fald på mindst 38\xa0% ville som regel kunne ses nu"),
        (
            trend(needed=3, visible=0.73),
            "en halvering ses først, når tallene dækker 15 år, eller 3 lige så store områder lægges sammen; nu ses kun "
            "et fald på mindst 73\xa0%",
        ),
        (
            trend(needed=9, length=3),  # 135 years
            "en halvering ses først, når 9 lige så store områder lægges sammen; nu ses end ikke et fald til 0",
        ),
        (trend(), "en halvering kan ikke ses, heller ikke over meget lang tid; nu ses end ikke et fald til 0"),
        (
            trend("cannot_calculate", lacking=2, length=3, needed=1, visible=0.2),
            "tidligst om 6 år, og så ville en halvering som regel kunne ses",
        ),
        (
            trend("cannot_calculate", lacking=1, needed=4),
            "tidligst om 1 år, men en halvering ses først, når tallene dækker 20 år, eller 4 lige så store "
            "områder lægges sammen",
        ),
        (trend("cannot_calculate", lacking=5), ""),
    ],
)
def test_each_verdict_has_its_own_answer(judged: Trend, said: str) -> None:
    assert foresight.when(judged, DA) == said


def test_a_country_has_no_others_to_be_counted_with() -> None:
    assert foresight.halving(trend(needed=7), DA, is_pooled=False) == (
        "en halvering ses først, når tallene dækker 35 år"
    )
    assert foresight.halving(trend(needed=20), DA, is_pooled=False) == ("en halvering ses først over mere end 50 år")


def test_only_what_is_not_known_is_asked_for() -> None:
    assert foresight.alone(trend("no_change", needed=1, visible=0.4), DA) == (
        "Et fald på mindst 40\xa0% ville som regel kunne ses nu."
    )
    assert foresight.alone(trend(needed=2, visible=0.6), DA).startswith("Hvornår ved vi det? En halvering")
    assert foresight.alone(trend("increasing"), DA) == ""


def test_names_of_which_the_same_is_said_stand_together() -> None:
    same = foresight.when(trend("cannot_calculate", lacking=2, length=3, needed=1), DA)
    assert foresight.sentence([("Alene grundskole", same), ("Sigtede", ""), ("fraflytninger", same)], DA) == (
        f"Hvornår ved vi det? Alene grundskole, fraflytninger: {same}."
    )
    assert foresight.sentence([("Sigtede", "")], DA) == ""
