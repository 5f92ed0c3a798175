"""The efforts of the data, placed in the periods that there are numbers for."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.effect_workshop import efforts
from dashboard.effect_workshop.efforts import Effort
from data.contracts import Comparison, Membership, Project
from data.effect_panel import Panel
from data.effect_study import Span
from tests.records import record

PERIODS = ((2007, 2009), (2010, 2012), (2013, 2015), (2016, 2018), (2019, 2021))


@pytest.fixture
def panel() -> Panel:
    count = np.full((3, len(PERIODS)), 10.0)
    count[2, 0] = np.nan  # hidden in the first period
    return Panel(("nord", "oest", "vest"), PERIODS, count, np.full(count.shape, 1000.0))


def project(key: str, areas: str, start: str) -> Project:
    return record(Project, project_id=key, name=key.title(), areas=areas, start=start)


def found(panel: Panel, *projects: Project) -> list[Effort]:
    return efforts.documented(panel, [], [], projects, {})


def test_an_effort_begins_with_the_first_period_that_lies_after_its_start(panel: Panel) -> None:
    (effort,) = found(panel, project("gadeteam", "nord|oest", "2014-03-01"))
    assert effort == Effort("gadeteam", "Gadeteam", ("nord", "oest"), Span(2012, 2016))


def test_areas_with_a_hidden_number_are_left_out_and_without_any_area_the_effort(panel: Panel) -> None:
    (effort,) = found(panel, project("begge", "nord|vest", "2013"), project("skjult", "vest", "2013"))
    assert effort.areas == ("nord",)


def test_an_effort_without_a_period_before_or_after_cannot_be_told_of(panel: Panel) -> None:
    assert not found(panel, project("tidlig", "nord", "2007"), project("sen", "nord", "2022"), project("a", "nord", ""))


def test_the_effort_that_can_tell_most_comes_first(panel: Panel) -> None:
    every = found(panel, project("tidlig", "nord", "2010"), project("midt", "oest", "2016"))
    assert [effort.key for effort in every] == ["midt", "tidlig"]


def test_a_compared_group_is_an_effort_from_the_year_after_the_one_before(panel: Panel) -> None:
    pair = record(Comparison, treated_id="hotspot", before=2009, start=None)
    members = [record(Membership, area_id=area, parent_id="hotspot", kind="group") for area in ("nord", "oest")]
    (effort,) = efforts.documented(panel, [pair], members, [], {"hotspot": "Hotspotområder"})
    assert effort == Effort("hotspot", "Hotspotområder", ("nord", "oest"), Span(2009, 2010))
    assert efforts.of([effort], ["oest", "nord"]) == effort
    assert efforts.of([effort], ["nord"]) is None
