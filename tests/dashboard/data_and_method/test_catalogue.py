"""What the page tells of one indicator."""

import pytest

from dashboard.data_and_method import catalogue
from dashboard.i18n.words import Words
from data.contracts import Indicator
from tests.records import record

CHARGES = {"unit": "per_1000", "counts": "charges", "place": "residence", "direction": "low_is_good"}


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("da", "Faktoren φ", "typisk 6,8; hver serie har sin egen"),
        ("en", "The factor φ", "typically 6.8; each series has its own"),
    ],
)
def test_the_factor_of_events_stands_with_the_indicator(language: str, heading: str, text: str) -> None:
    told = catalogue.facts(record(Indicator, **CHARGES, dispersion=6.78), Words(language))
    assert told[heading] == text


@pytest.mark.parametrize("dispersion", [1.0, None])
def test_persons_and_events_that_nothing_tells_of_have_no_factor(dispersion: float | None) -> None:
    assert "Faktoren φ" not in catalogue.facts(record(Indicator, **CHARGES, dispersion=dispersion), Words("da"))
