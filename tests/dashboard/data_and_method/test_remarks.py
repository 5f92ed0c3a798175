"""Which remarks stand at a number: those on its indicator, its area or all, and its years or all."""

from __future__ import annotations

import pytest

from dashboard.data_and_method import remarks
from data.contracts import Observation, Remark
from data.errors import Text
from tests.records import record

ASKED = Text("Er det rigtigt?", "Is it right?")


def remark(table: str = "observations", area: str = "", start: int | None = None, end: int | None = None) -> Remark:
    texts = (ASKED, Text("Et hold", "A team"), "2024-02-01", Text("", ""), Text("", ""), "", "")
    return Remark("r", table, "sigtede", area, start, end, *texts)


@pytest.mark.parametrize(
    ("given", "is_told"),
    [
        (remark(), True),
        (remark(area="moelleby"), True),
        (remark(area="andetsted"), False),
        (remark(start=2014, end=2014), True),
        (remark(start=2010, end=2013), False),
        (remark(table="annual_figures"), False),
    ],
)
def test_a_remark_stands_at_the_numbers_it_is_on(given: Remark, is_told: bool) -> None:
    number = record(Observation, indicator_id="sigtede", area_id="moelleby", period_start=2014, period_end=2015)
    assert bool(remarks.on_number(number, [given])) is is_told
