"""Which periods there are and which of them can be compared."""

from dashboard.area_map.periods import bases, fullest
from data.contracts import Observation, Status
from tests.records import record


def row(start: int, end: int, status: Status = Status.SHOWN) -> Observation:
    return record(Observation, period_start=start, period_end=end, status=status)


def test_periods_are_compared_with_those_that_are_as_long():
    rows = [row(2015, 2015), row(2016, 2016), row(2015, 2017)]
    assert bases(rows) == {"2015": ["2015", "2016"], "2016": ["2015", "2016"]}


def test_a_map_opens_with_the_newest_full_period():
    assert fullest([row(2015, 2015), row(2014, 2016), row(2016, 2016, Status.HIDDEN)]) == "2014-2016"
    assert fullest([]) is None
