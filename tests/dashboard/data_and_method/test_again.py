"""The formula with the numbers put in, and whether another way agrees, of numbers that can be checked in the head."""

from dataclasses import replace

from dashboard.data_and_method import again
from dashboard.i18n.words import Words
from data import measures
from data.contracts import Indicator, Observation, Trend
from tests.records import record

DA = Words("da")
RATE = record(Indicator, unit="per_1000", multiplier=1000, decimals=1)
SHARE = record(Indicator, unit="percent", multiplier=100, decimals=1)


def number(indicator: Indicator, count: int, population: float, **given: object) -> Observation:
    of = measures.share if indicator.unit == "percent" else measures.rate
    found = of(count, population)
    limits = {"value": float(found.value), "low": float(found.low), "high": float(found.high)}
    return record(Observation, count=count, population=population, derived=True, **{**limits, **given})


def test_a_rate_is_told_with_its_numbers_and_agrees() -> None:
    row = number(RATE, 222, 3215.0)
    assert again.formula(row, RATE, DA) == "1.000 × 222 / 3.215 = 69,051"
    assert again.interval(row, RATE, None, DA) == "95 %-interval 60,3–78,8: Byars af 222, delt med 3.215.".replace(
        "95 %", "95\xa0%"
    )
    told = again.second(row, RATE, None, DA)
    assert told.count("✔ Stemmer.") == 2
    assert "69,051" in told and "60,266–78,757" in told


def test_a_wrong_number_or_limit_does_not_agree() -> None:
    assert again.second(number(RATE, 222, 3215.0, value=70.0), RATE, None, DA).startswith("✘ Stemmer ikke.")
    assert "✘ Stemmer ikke. Grænserne" in again.second(number(RATE, 222, 3215.0, low=50.0), RATE, None, DA)
    assert "✘ Stemmer ikke. Grænserne" in again.second(number(SHARE, 705, 1587.0, high=60.0), SHARE, None, DA)


def test_events_are_reckoned_with_by_their_dispersion() -> None:
    wide = measures.rate(222, 3215, dispersion=4.0, degrees=8.0)
    row = number(RATE, 222, 3215.0, low=float(wide.low), high=float(wide.high))
    series = record(Trend, dispersion=4.0, degrees=8.0)
    assert "✘" not in again.second(row, RATE, series, DA)
    assert "✘" in again.second(row, RATE, None, DA)
    assert "55,5 hændelser, ganget med faktoren φ = 4,0" in again.interval(row, RATE, series, DA)


def test_a_number_without_counts_says_that_it_cannot_be_worked_out_again() -> None:
    printed = record(Observation, value=44.4)
    assert again.formula(printed, SHARE, DA) == again.interval(printed, SHARE, None, DA) == ""
    assert again.second(printed, SHARE, None, DA) == "Kan ikke regnes efter: kilden oplyser ikke antal."
    counted = record(Indicator, unit="count")
    assert again.second(printed, counted, None, DA).startswith("Tallet er talt op eller målt")


def test_the_comparison_is_made_again_from_the_numbers() -> None:
    row = number(RATE, 222, 3215.0, reference=50.0, comparison="above")
    assert again.compared(row, RATE, DA).startswith("✔ Stemmer. Landets tal er 50,0")
    assert again.compared(replace(row, comparison="similar"), RATE, DA).startswith("✘ Stemmer ikke.")
    assert again.compared(replace(row, comparison="not_compared"), RATE, DA) == ""
