"""The numbers of single areas, from published rows alone."""

import numpy as np
import pytest

from data.contracts import Observation, Status
from data.effect_panel import Panel
from tests.records import record


def row(area_id, start, count, status=Status.SHOWN, population=100):
    return record(
        Observation,
        area_id=area_id,
        period_start=start,
        period_end=start + 2,
        count=count,
        population=population,
        status=status,
    )


@pytest.fixture
def panel():
    return Panel.of(
        [
            row("vest", 2010, 10),
            row("vest", 2013, 20),
            row("oest", 2010, 30),
            row("oest", 2013, None, Status.HIDDEN),
        ]
    )


def test_a_hidden_number_is_missing_and_its_area_incomplete(panel):
    assert panel.areas == ("oest", "vest")
    assert panel.periods == ((2010, 2012), (2013, 2015))
    assert np.isnan(panel.count[0, 1])
    assert panel.complete() == ("vest",)


def test_a_sum_over_a_hidden_number_is_missing(panel):
    both = panel.by_period(["vest", "oest"])
    assert both.count == pytest.approx([40, np.nan], nan_ok=True)
    assert panel.together(["vest"], [0, 1]).count == 30


def test_a_number_that_came_with_its_word_is_never_read():
    """Were a count ever to stand beside the word for hidden, it would still not be added up."""
    assert Panel.of([row("vest", 2010, 3, Status.HIDDEN)]).complete() == ()


def test_a_number_without_a_population_is_in_no_panel():
    assert Panel.of([row("vest", 2010, 3, population=None)]).areas == ()


def test_periods_before_and_since_a_year_leave_out_one_that_lies_across(panel):
    assert panel.before(2012) == (0,)
    assert panel.since(2013) == (1,)
    assert panel.before(2011) == ()
    assert panel.since(2014) == ()


def test_rates_are_over_the_periods_together(panel):
    assert panel.rates([0, 1]) == pytest.approx([np.nan, 150], nan_ok=True)
