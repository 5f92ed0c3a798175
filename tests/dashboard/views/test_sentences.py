"""The sentences readers take away."""

import pandas
import pytest

from dashboard.area_map import card
from dashboard.i18n.words import Words
from dashboard.views import sentences
from data.contracts import Indicator, Observation, Status
from tests.records import record

DA = Words("da")
SOURCES = pandas.DataFrame(
    {
        "source_id": ["rapport", "spil"],
        "title": ["Statusrapport", "Eksempel"],
        "source_class": ["published", "fictitious"],
    }
)


def observed(**changed: object) -> pandas.DataFrame:
    row = {"source_id": "rapport", "page": "10", "value_certainty": "A", "period_certainty": "A", "derived": False}
    return pandas.DataFrame([row, row | {"page": "9"} | changed])


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({}, "Kilde: Statusrapport, s. 9, 10. Sikkerhed: A."),
        (
            {"value_certainty": "C"},
            "Kilde: Statusrapport, s. 9, 10. Sikkerhed: A, C (periode A). Nogle af tallene er afledt.",
        ),
        ({"source_id": "spil", "page": ""}, "FIKTIVE TAL. Kilder: Statusrapport, s. 10; Eksempel. Sikkerhed: A."),
    ],
)
def test_the_source_line_names_sources_certainty_derivation_and_fiction(changed: dict, line: str) -> None:
    assert sentences.source_line(observed(**changed), SOURCES, DA) == line


INDICATOR = record(Indicator, name="Utrygge", unit="percent", decimals=1)


def test_an_area_card_compares_in_words() -> None:
    known = record(Observation, value=12.34, low=10.0, high=15.0, reference=7.4, comparison="above")
    shown = card.area_card(known, "Tåstrupgård", INDICATOR, "Kilde.", DA)
    assert (shown.value, shown.interval) == ("12,3 pct.", "95 %-interval: 10,0–15,0")
    assert shown.comparison == "Højere end landet (7,4)."


def test_an_area_card_without_a_number_says_why() -> None:
    shown = card.area_card(record(Observation, status=Status.HIDDEN), "Tåstrupgård", INDICATOR, "", DA)
    assert (shown.value, shown.interval, shown.comparison) == ("skjult (diskretioneret)", "", "")


def test_a_trend_is_told_from_where_to_where() -> None:
    series = pandas.DataFrame(
        {
            "indicator_id": "i",
            "edition": "",
            "role": "country",
            "name": "Danmark",
            "period_start": [2011, 2017],
            "period_end": [2011, 2017],
            "value": [4.0, 4.0],
        }
    )
    assert sentences.trend_sentence(series, "pr. 1.000", DA) == "Danmark: 4 pr. 1.000 både i 2011 og i 2017."
    assert sentences.trend_sentence(series.assign(value=[4.0, 5.0]), "pr. 1.000", DA) == (
        "Danmark: en stigning fra 4 i 2011 til 5 pr. 1.000 i 2017."
    )


def test_every_page_of_a_source_is_named_once_in_the_order_of_the_source():
    rows = pandas.DataFrame({"source_id": ["bog"] * 4, "page": ["11, 13", "9", "", "11"]})
    sources = pandas.DataFrame({"source_id": ["bog"], "title": ["Bogen"], "source_class": ["published"]})
    assert sentences.source_line(rows, sources, DA) == "Kilde: Bogen, s. 9, 11, 13."
