"""The sentences readers take away."""

import pytest

from dashboard.area_map import card
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.sentences import Citation
from data.contracts import Indicator, Observation, Source, SourceClass, Status
from tests.dashboard.charts.made_lines import made
from tests.records import record

DA = Words("da")
SOURCES = (
    record(Source, source_id="rapport", title="Statusrapport", source_class=SourceClass.PUBLISHED),
    record(Source, source_id="spil", title="Eksempel", source_class=SourceClass.FICTITIOUS),
)


def observed(**changed: object) -> list[Observation]:
    row = {"source_id": "rapport", "page": "10", "value_certainty": "A", "period_certainty": "A"}
    return [record(Observation, **row), record(Observation, **row | {"page": "9"} | changed)]


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
    rows = [("country", "Danmark", 2011, 4.0), ("country", "Danmark", 2017, 4.0)]
    assert sentences.trend_sentence(made(*rows), "pr. 1.000", DA) == "Danmark: 4 pr. 1.000 både i 2011 og i 2017."
    rows[1] = ("country", "Danmark", 2017, 5.0)
    assert sentences.trend_sentence(made(*rows), "pr. 1.000", DA) == (
        "Danmark: en stigning fra 4 i 2011 til 5 pr. 1.000 i 2017."
    )


def test_every_page_of_a_source_is_named_once_in_the_order_of_the_source():
    rows = [Citation("bog", page) for page in ("11, 13", "9", "", "11")]
    sources = [record(Source, source_id="bog", title="Bogen")]
    assert sentences.source_line(rows, sources, DA) == "Kilde: Bogen, s. 9, 11, 13."


@pytest.mark.parametrize(
    ("dispersion", "told"),
    [(1.0, ""), (4.0, "typisk 2,0 gange"), (None, "Intervallerne er for smalle")],
)
def test_a_chart_of_events_says_by_how_much_its_intervals_are_widened(dispersion: float | None, told: str) -> None:
    sentence = sentences.widened(record(Indicator, dispersion=dispersion), DA)
    assert told in sentence and bool(sentence) == bool(told)
