"""What pages and addresses show of damaged data: a sample of `make faults`."""

import os
import tempfile
from pathlib import Path

import pytest

from dashboard.ui.navigation import START
from dashboard.ui.navigation import page as page_at
from tests.faults import showing
from tests.faults.damage import CASES
from tests.faults.showing import REFUSED, RIGHT

PAGES = (START, page_at("data"))
SAMPLE = ("observations.parquet has a flipped bit", "the manifest is nested deeply", "CURRENT is unreadable")


@pytest.fixture(scope="module")
def place():
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        with showing.stage(Path(folder), PAGES) as made:
            yield made


@pytest.mark.parametrize("case", [case for case in CASES if case.name in SAMPLE], ids=str)
def test_every_page_and_address_shows_what_is_whole(place, case):
    assert set(showing.case_by_case(place, [case], PAGES)) <= {RIGHT, REFUSED}


def test_a_page_over_tables_that_rot_shows_the_older_version(place):
    assert showing.rotten_under_the_pages(place, PAGES) == {RIGHT: len(PAGES)}


@pytest.mark.parametrize("inspected", [False, True], ids=["before the inspection", "after the inspection"])
def test_a_flipped_bit_is_refused_and_told(place, inspected):
    assert set(showing.flips(place, 12, inspected)) == {RIGHT, REFUSED}


def test_what_is_not_as_it_was_is_seen(place):
    """The measure itself: a page of other numbers, and an address that answers another content, are wrong."""
    [case] = [case for case in CASES if case.name == SAMPLE[0]]
    of_newest = showing.of_pages(place, case, place.pages[place.newest.name])
    assert RIGHT not in of_newest
    url, other = list(showing.files(place, place.newest))[:2]
    assert showing.answer(place, url, showing.files(place, place.newest)[other]) == f"{url} answers something else"
