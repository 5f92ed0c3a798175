"""Timelines: names keep to the screen's width, and no bar lies on another's name."""

from dataclasses import dataclass

import pytest

from dashboard.charts import periods, theme
from dashboard.i18n.words import Words
from data.projects import Period

DA = Words("da")


@dataclass(frozen=True)
class Made:
    period: Period
    name: str
    told: str


def made(name: str, told: str) -> Made:
    period = Period("p", 2004.0, 2005.0, 2004.0, 2004.0, 2005.0, 2005.0, 2005.0, is_over=True)
    return Made(period, name, told)


def test_a_long_name_takes_lines_and_a_short_one_stands_beside_what_is_told() -> None:
    long = "Et projekt med et navn på langt mere end de seks og fyrre tegn"
    short, wrapped = periods.label(made("Kort", "2004–2005")), periods.label(made(long, "kørte dengang"))
    assert short == "<b>Kort</b> 2004–2005"
    assert wrapped.count("<br>") == 2
    assert all(len(line.replace("<b>", "").replace("</b>", "")) <= 46 for line in wrapped.split("<br>"))


def test_a_bar_is_moved_up_by_the_lines_of_the_name_below_it() -> None:
    rows = [made("Øverst", "2004"), made("Et navn på flere linjer, som en telefon ikke har plads til", "2004–2005")]
    figure = periods.timeline(rows, words=DA, sizes=theme.DESK)
    low, high = (note.y for note in figure.layout.annotations[:2])
    assert high - low > 1.5  # one row would be 1
    assert figure.data[0].y == pytest.approx((0, high - low))
