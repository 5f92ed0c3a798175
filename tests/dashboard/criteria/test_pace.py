"""The pace that a criterion needs is told in a sentence, or why there is none."""

from datetime import date

import pytest

from dashboard.criteria.pace import pace_sentence
from dashboard.i18n.words import Words
from data.errors import Text
from data.scorecards import Scored
from tests.dashboard.criteria.test_cards import scored

DA = Words("da")
TODAY = date(2006, 1, 1)


def row(**changed: object) -> Scored:
    given = {
        "unit": Text("unge", ""),
        "reached": 10.0,
        "as_of": "2024-01-01",
        "start_date": "2023-01-01",
        "end_date": "2025-01-01",
    }
    return scored(**given | changed)


@pytest.mark.parametrize(
    ("changed", "today", "sentence"),
    [
        (
            {},
            date(2024, 2, 1),
            "For at nå målet skal der nås 1,7 unge om måneden frem til 1. januar 2025; hidtil 0,8. "
            "Beregnet af os fra den seneste opgørelse, 1. januar 2024.",
        ),
        (
            {"baseline": 40.0, "target": 20.0, "reached": 34.0, "share": 0.3},
            date(2024, 2, 1),
            "For at nå målet skal tallet falde med 1,2 om måneden frem til 1. januar 2025; hidtil er det faldet "
            "med 0,5. "
            "Beregnet af os fra den seneste opgørelse, 1. januar 2024.",
        ),
        (
            {"baseline": 20.0, "reached": 18.0, "share": -0.2, "unit": Text("%", "%")},
            date(2024, 2, 1),
            "For at nå målet skal tallet stige med 1 om måneden frem til 1. januar 2025; hidtil er det faldet med 0,2. "
            "Beregnet af os fra den seneste opgørelse, 1. januar 2024.",
        ),
        (
            {},
            date(2025, 1, 2),
            "Fristen var 1. januar 2025. Ved den seneste opgørelse, 1. januar 2024, var målet ikke nået.",
        ),
        ({"reached": 30.0, "share": 1.0}, TODAY, "Målet er nået: 30 af 30 unge pr. 1. januar 2024."),
        ({"end_date": ""}, TODAY, "Kilden giver ingen start og slut, så et tempo kan ikke regnes ud."),
        ({"reached": None}, TODAY, "Der er intet tal endnu, så et tempo kan ikke regnes ud."),
        ({"target": None}, TODAY, "Målet har intet tal i kilden, så et tempo kan ikke regnes ud."),
    ],
    ids=["count", "fall", "wrong way", "late", "met", "no dates", "no number", "no target"],
)
def test_the_pace_is_told_in_a_sentence(changed: dict, today: date, sentence: str) -> None:
    assert pace_sentence(row(**changed), DA, today) == sentence
