from datetime import date

import pytest

from data.intake import ages, periods
from data.intake.periods import Period


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("2015", Period(2015, 2015)),
        (2015.0, Period(2015, 2015)),
        ("2019/20", Period(2019, 2020, "2019/20")),
        ("1999/00", Period(1999, 2000, "1999/00")),
        ("2013-2015", Period(2013, 2015)),
        ("ultimo 2013", Period(2013, 2013, "ultimo")),
        ("4. kvartal 2014", Period(2014, 2014, "4. kvartal")),
        ("2014K4", Period(2014, 2014, "4. kvartal")),
        (date(2014, 1, 1), Period(2014, 2014, "2014-01-01")),
        ("31-12-2013", Period(2013, 2013, "31-12-2013")),
        ("okt-14", None),
        ("1.234", None),
        (12345, None),
        (True, None),
        ("", None),
    ],
)
def test_a_year_as_it_is_written(cell: object, period: Period | None) -> None:
    assert periods.period(cell) == period


def test_pairs_of_years_that_overlap_are_found() -> None:
    assert periods.overlapping([Period(2013, 2014), Period(2014, 2015)])
    assert not periods.overlapping([Period(2013, 2014), Period(2015, 2016), Period(2013, 2014)])


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("15-17 år", "15-17"),
        ("15–17", "15-17"),
        ("under 18", "under_18"),
        ("18+", "18_plus"),
        ("18 år og derover", "18_plus"),
        ("25 år og ældre", "25_plus"),
        ("alle", "all"),
        ("14 år", "14-14"),
    ],
)
def test_an_age_group_as_it_is_written(cell: object, code: str) -> None:
    found = ages.age(cell)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(("cell", "meant"), [("okt-14", "10-14"), (date(2014, 10, 14), "10-14"), ("24-18", "18-24")])
def test_an_age_group_that_excel_or_a_slip_has_changed_is_proposed_and_not_taken(cell: object, meant: str) -> None:
    found = ages.age(cell)
    assert found is not None
    assert (found.code, found.meant) == ("", meant)


@pytest.mark.parametrize("cell", ["2019/20", "2013-2015", "hej", "2020"])
def test_what_is_no_age_group_is_none(cell: str) -> None:
    assert ages.age(cell) is None
