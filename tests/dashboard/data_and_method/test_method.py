"""The rules that readers read are the rules that are computed."""

import numpy
import pytest

from dashboard.data_and_method import method
from dashboard.i18n.words import Words
from data import calibration, register, register_series, trends
from data.calibration import Promise
from data.contracts import DisclosureRule


@pytest.mark.parametrize("persons", [200, 400, 1000, 4000])
def test_the_power_that_readers_see_is_what_the_rule_reckons_with(persons: int) -> None:
    """The simulation finds a little less: a line must also slope the same way without each point."""
    halving = 0.030 * trends.HALVING
    low, high = poisson(halving * persons)
    reckoned = float(trends.power(halving, (3.92 * persons / (high - low)) ** 2))
    (seen,) = (
        row.simulated
        for row in calibration.read()
        if (row.promise, row.dispersion, row.size) == (Promise.TREND_POWER, 1, persons)
    )
    assert -0.005 < reckoned - seen < 0.02


def poisson(count: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    from data.measures import rate

    interval = rate(count, numpy.ones_like(count), per=1)
    return interval.low, interval.high


@pytest.mark.parametrize(("language", "persons"), [("da", "personer"), ("en", "persons")])
@pytest.mark.parametrize("minimum", [3, 12])
def test_the_limits_of_disclosure_control_are_those_of_the_version(minimum: int, language: str, persons: str) -> None:
    (limits,) = DisclosureRule.of(register.rule(minimum))
    texts = {section.title: section.in_words(limits, Words(language)) for section in method.SECTIONS}
    for title in ("Diskretionering", "Tal, der mangler"):
        assert f"1–{minimum - 1} {persons}" in texts[title]
    assert f"{register_series.MINIMUM_POPULATION} {persons}" in texts["Diskretionering"]
    assert not any("{" in text for text in texts.values())


def test_every_section_has_its_own_title() -> None:
    titles = [section.title for section in method.SECTIONS]
    assert len(titles) == len(set(titles))
