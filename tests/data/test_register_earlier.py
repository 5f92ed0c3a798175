"""A new version beside the earlier ones that can still be read: three areas of 100 youths, and the rest."""

import pytest

from data import derive, register
from data.errors import SourceError
from data.register_earlier import Earlier
from tests.data.test_register import ESTATES, REST, write


def version(folder, counts, minimum=5, members=()):
    """What an earlier version of these counts tells, under the name `før`."""
    tables = write(folder, counts, members=members)
    rows = derive.observations(tables, register.publish(tables, minimum))
    return Earlier("før", rows, {"g": list(members)} if members else {})


def refused(tables, earlier):
    with pytest.raises(SourceError) as error:
        register.publish(tables, earlier=[earlier])
    return " ".join(f"{fault.found} {fault.expected.da} {fault.expected.en}" for fault in error.value.findings)


def test_a_version_with_the_same_numbers_tells_nothing_new(tmp_path):
    counts = ESTATES | REST | {"a": [1, 1, 1]}
    earlier = version(tmp_path / "old", counts, members=("a", "b"))
    tables = write(tmp_path / "new", counts, members=("a", "b"))
    alone = register.publish(tables).observations
    assert register.publish(tables, earlier=[earlier]).observations.equals(alone)


def test_what_is_hidden_today_and_was_shown_yesterday_is_refused(tmp_path):
    counts = ESTATES | REST | {"a": [1, 1, 1]}
    earlier = version(tmp_path / "old", counts, minimum=3)
    told = refused(write(tmp_path / "new", counts), earlier)
    assert "sigtede all, housing_area: a, window: 2012-2014" in told
    assert "ældre version (før); kør igen med --replace" in told
    assert "earlier version (før); run again with --replace" in told


def test_a_group_that_has_lost_a_member_tells_what_that_one_had(tmp_path):
    """b + c are shown today and a + b + c were yesterday: the difference is what a has in every single year."""
    counts = ESTATES | REST | {"a": [1, 1, 1], "b": [40, 40, 40]}
    earlier = version(tmp_path / "old", counts, members=("a", "b", "c"))
    told = refused(write(tmp_path / "new", counts, members=("b", "c")), earlier)
    assert "housing_area: a, window: 2012-2014" in told


def test_periods_that_have_moved_a_year_are_tried_together(tmp_path):
    """Yesterday 2012 was hidden beside 2014, today it is 2015: whoever has both versions lacks 2014 alone."""
    earlier = version(tmp_path / "old", {"a": [9, 30, 2]})
    tables = write(tmp_path / "new", {"a": [9, 30, 2, 9]})
    alone = register.publish(tables).observations
    assert "hidden" in set(alone["status"])
    assert "whole: kommune_0999, year: 2014" in refused(tables, earlier)


def test_numbers_that_have_been_revised_since_are_left_out(tmp_path):
    earlier = version(tmp_path / "old", ESTATES | REST | {"a": [2, 1, 1]}, minimum=3)
    tables = write(tmp_path / "new", ESTATES | REST | {"a": [1, 1, 1]})
    rows = register.publish(tables, earlier=[earlier]).observations
    assert rows.loc[rows["area_id"] == "a", "status"].tolist() == ["hidden"]
