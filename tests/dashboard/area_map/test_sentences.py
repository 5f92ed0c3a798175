"""The one sentence of the map, from rows a reader can count."""

from dataclasses import replace

import pytest

from dashboard.area_map import colouring, sentences
from dashboard.area_map.numbers import changes
from dashboard.i18n.words import Words
from data.contracts import Indicator, Observation, Status
from tests.records import record

DANISH = Words("da")
INDICATOR = record(Indicator, name="Sigtede", unit="per_1000", decimals=1)


def row(year: int, area_id: str, value: float | None, comparison: str, municipality_comparison: str) -> Observation:
    return record(
        Observation,
        area_id=area_id,
        period_start=year,
        period_end=year,
        value=value,
        low=None if value is None else value - 3,
        high=None if value is None else value + 3,
        status=Status.HIDDEN if value is None else Status.SHOWN,
        reference=20.0,
        comparison=comparison,
        municipality_comparison=municipality_comparison,
    )


NAMES = {"a": "Aaparken", "b": "Bakken", "c": "Engen"}
FIRST_YEAR = [
    row(2015, "a", 30.0, "above", "similar"),
    row(2015, "b", 10.0, "below", "below"),
    row(2015, "c", 20.0, "similar", "above"),
]
SECOND_YEAR = [
    row(2016, "a", 10.0, "below", "similar"),
    row(2016, "b", 11.0, "below", "below"),
    row(2016, "c", None, "", ""),
]
TWO_YEARS = [*FIRST_YEAR, *SECOND_YEAR]


def told(mode: str, rows: list[Observation] = TWO_YEARS, base: str | None = "2015") -> dict[str, str]:
    return sentences.sentences(rows, ["2015", "2016", "2017"], 4, INDICATOR, mode, base, "Boligområder", NAMES, DANISH)


def test_how_many_lie_above_and_below_the_country():
    assert told(colouring.NUMBER)["2015"] == (
        "Sigtede, 2015: 1 boligområder ligger sikkert over landstallet (20,0), 1 under; 1 kan ikke skelnes fra det."
    )
    assert told(colouring.COUNTRY) == told(colouring.NUMBER)


def test_how_many_lie_above_and_below_their_municipality():
    assert (
        "1 boligområder ligger sikkert over deres kommune, 1 under; 1 kan ikke skelnes fra den."
        in told(colouring.MUNICIPALITY)["2015"]
    )


def test_without_a_comparison_the_span_is_told():
    plain = [replace(row, comparison="not_compared") for row in TWO_YEARS]
    assert told(colouring.NUMBER, plain)["2015"] == (
        "Sigtede, 2015: 3 af 4 boligområder har et tal, fra 10,0 til 30,0 pr. 1.000."
    )


def test_a_number_that_stands_alone_is_told_with_its_area_and_unit():
    alone = [replace(FIRST_YEAR[0], comparison="not_compared")]
    assert told(colouring.NUMBER, alone)["2015"] == "Sigtede, 2015: kun Aaparken har et tal: 30,0 pr. 1.000."


@pytest.mark.parametrize("mode", [colouring.NUMBER, colouring.COUNTRY, colouring.MUNICIPALITY])
def test_a_period_that_no_area_has_is_told_too(mode: str):
    assert told(mode)["2017"] == "Sigtede, 2017: ingen boligområder har et tal. Vælg et andet år eller niveau."


def test_how_many_rose_and_fell_and_for_how_many_it_is_sure():
    # a fell by 20, b rose by 1, limits ± 3·√2 = 4.2; c has no number in 2016
    assert told(colouring.CHANGE)["2016"] == (
        "Sigtede, 2015 til 2016: tallet er steget i 1 og faldet i 1 af 2 boligområder. I 1 af områderne er "
        "ændringen større end den statistiske usikkerhed."
    )
    assert "vælg to forskellige perioder" in told(colouring.CHANGE)["2015"]
    assert told(colouring.CHANGE)["2017"] == "Sigtede: ingen boligområder har et tal for både 2015 og 2017."


def test_two_editions_are_not_compared():
    second, third, _ = SECOND_YEAR
    pairs = changes(FIRST_YEAR, [second, replace(third, edition="2017")])
    assert [(pair.area_id, pair.before, pair.after, pair.value) for pair in pairs.values()] == [
        ("a", 30.0, 10.0, -20.0)
    ]


def test_a_period_that_stands_alone_has_no_change():
    assert "vælg to forskellige perioder" in told(colouring.CHANGE, base=None)["2015"]


def test_a_change_without_intervals_claims_no_certainty():
    unsure = [replace(row, low=None, high=None) for row in TWO_YEARS]
    assert "usikkerhed" not in told(colouring.CHANGE, unsure)["2016"]


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(1, 2, sentences.INCREASED), (-2, -1, sentences.DECREASED), (-1, 1, sentences.UNSURE), (None, None, "")],
)
def test_the_limits_of_a_change_in_words(low: float | None, high: float | None, text: str):
    assert sentences.verdict(low, high, DANISH) == text
