"""Areas counted together: from published parts alone, and by the word of what one of them lacks."""

import pytest

from data import measures, unions
from data.contracts import Indicator, Observation, Status
from tests.records import record

INDICATORS = {
    "charged": record(Indicator, indicator_id="charged", unit="per_1000", multiplier=1000, dispersion=1.0),
    "jobs": record(Indicator, indicator_id="jobs", unit="percent", multiplier=100, dispersion=1.0),
    "residents": record(Indicator, indicator_id="residents", unit="count", multiplier=1, dispersion=1.0),
}


def row(area_id, count, population=1000, indicator_id="charged", status=Status.SHOWN, **given):
    return record(
        Observation,
        indicator_id=indicator_id,
        area_id=area_id,
        period_start=2020,
        period_end=2022,
        count=count,
        population=population,
        value=None if count is None else 1.0 * count,
        status=status,
        **given,
    )


def whole(*rows, members=("vest", "oest")):
    (found,) = unions.pooled(rows, members, "eget", INDICATORS)
    return found


def test_counts_and_populations_are_added():
    found = whole(row("vest", 10), row("oest", 20, 2000), row("nord", 99))
    assert (found.count, found.population, found.value) == (30, 3000, pytest.approx(10))
    limits = measures.rate(30, 3000)
    assert (found.low, found.high) == pytest.approx((limits.low, limits.high))
    assert found.area_id == "eget"
    assert found.derived


def test_the_whole_is_held_against_what_all_its_parts_are_held_against():
    same = {"reference": 4.0, "municipality_reference": 9.0}
    found = whole(row("vest", 10, **same), row("oest", 20, 2000, **same))
    assert (found.reference, found.comparison) == (4.0, "above")
    assert (found.municipality_reference, found.municipality_comparison) == (9.0, "similar")
    other = whole(row("vest", 10, **same), row("oest", 20, 2000, **same | {"municipality_reference": 8.0}))
    assert (other.municipality_reference, other.municipality_comparison) == (None, "")


def test_a_share_has_the_interval_of_a_share():
    found = whole(row("vest", 10, 20, "jobs"), row("oest", 5, 20, "jobs"))
    assert found.value == pytest.approx(37.5)
    assert found.high == pytest.approx(float(measures.share(15, 40).high))


def test_a_hidden_part_hides_the_whole():
    """The shown part of a union with a hidden one is not told either: their difference would be the hidden number."""
    found = whole(row("vest", 10), row("oest", None, 1000, status=Status.HIDDEN))
    assert found.status is Status.HIDDEN
    assert (found.value, found.count, found.population, found.low, found.high) == (None,) * 5


def test_a_part_without_a_row_is_not_collected():
    assert whole(row("vest", 10)).status is Status.NOT_COLLECTED


def test_hidden_is_said_before_not_collected():
    parts = row("vest", None, status=Status.NOT_COLLECTED), row("oest", None, status=Status.HIDDEN)
    assert whole(*parts).status is Status.HIDDEN


def test_what_has_no_counts_cannot_be_added():
    found = whole(row("vest", 10, None), row("oest", 20))
    assert (found.status, found.value) == (Status.NOT_COLLECTED, None)


def test_amounts_are_added_without_a_population():
    found = whole(row("vest", 800, None, "residents"), row("oest", 200, None, "residents"))
    assert found.value == 1000


def test_each_period_age_and_edition_is_a_number_of_its_own():
    rows = [row(area, 10, age_group=age) for area in ("vest", "oest") for age in ("15-17", "18-24")]
    assert [found.count for found in unions.pooled(rows, ("vest", "oest"), "eget", INDICATORS)] == [20, 20]


def test_the_whole_is_as_sure_as_its_least_sure_part():
    found = whole(row("vest", 10, value_certainty="A"), row("oest", 20, value_certainty="B"))
    assert found.value_certainty == "B"
