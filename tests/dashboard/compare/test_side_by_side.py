"""Areas beside each other, on three areas and two indicators that can be checked in the head."""

import pandas
import pytest

from dashboard.areas.atlas import Atlas
from dashboard.charts.lines import Group
from dashboard.compare import likeness, side_by_side
from dashboard.i18n.words import Words
from data.contracts import Indicator, Observation, Status
from tests.dashboard.areas.atlases import atlas_of
from tests.records import record

WORDS = Words("da")
AREAS = pandas.DataFrame(
    {
        "area_id": ["danmark", "kommune_0001", "aa", "bb", "cc"],
        "name": ["Danmark", "Byen", "Aaparken", "Bakken", "Bakken"],
        "level": ["country", "municipality", "housing_area", "housing_area", "district"],
        "municipality_code": ["", "0001", "0001", "0001", "0001"],
        "aliases": "",
        "town": "",
        "valid_from": pandas.array([None] * 5, dtype="Int64"),
    }
)
INDICATORS = {
    row.indicator_id: row
    for row in (
        record(Indicator, indicator_id="andel", name="Andel", unit="percent", decimals=1, likeness="composition"),
        record(Indicator, indicator_id="beboere", name="Beboere", unit="count", likeness="size"),
        record(Indicator, indicator_id="sigtede", name="Sigtede", unit="per_1000", decimals=1),
    )
}


def rows(*given):
    """Observations as (indicator, area, year, value, changes)."""
    base = {
        "age_group": "all",
        "breakdown": "all",
        "source_id": "rapport",
        "page": "7",
        "value_certainty": "A",
        "period_certainty": "A",
    }
    return [
        record(
            Observation,
            **base
            | {"indicator_id": name, "area_id": area, "period_start": year, "period_end": year, "value": value}
            | changes,
        )
        for name, area, year, value, changes in given
    ]


def book(*given) -> Atlas:
    return atlas_of(
        {
            "observations": Observation.frame(rows(*given)),
            "areas": AREAS,
            "indicators": Indicator.frame(INDICATORS.values()),
        }
    )


def series(known: Atlas, area_ids: list[str]) -> dict[str, tuple[Observation, ...]]:
    return side_by_side.series(known, INDICATORS.values(), area_ids)


def figures(known: Atlas, *area_ids: str) -> list[side_by_side.KeyFigure]:
    return side_by_side.key_figures(series(known, area_ids), INDICATORS, area_ids)


HIDDEN = {"status": Status.HIDDEN}
BOTH_YEARS = book(
    ("andel", "aa", 2020, 10, {"low": 8, "high": 12}),
    ("andel", "aa", 2022, 11, {}),
    ("andel", "bb", 2020, 20, {}),
    ("andel", "bb", 2021, 21, {}),
    ("andel", "danmark", 2020, 15, {}),
    ("andel", "danmark", 2022, 16, {}),
    ("beboere", "aa", 2022, 2106, {}),
    ("beboere", "bb", 2020, 2300, {}),
    ("sigtede", "cc", 2020, 7, {}),
)


def figure(known: Atlas, name: str, *area_ids: str) -> side_by_side.KeyFigure:
    return side_by_side.key_figure(INDICATORS[name], series(known, area_ids)[name], area_ids)


def cells(found: side_by_side.KeyFigure, *area_ids: str) -> list[str]:
    return [side_by_side.cell(found, area_id, WORDS) for area_id in area_ids]


def test_the_newest_year_that_all_share_is_shown_and_the_interval_stands_in_the_cell():
    found = figure(BOTH_YEARS, "andel", "aa", "bb")
    assert found.period == (2020, 2020)
    assert cells(found, "aa", "bb", "danmark") == ["10,0 (8,0–12,0)", "20,0", "15,0"]


def test_the_country_stands_with_the_number_that_areas_were_compared_with_where_it_has_no_such_period():
    known = book(
        ("andel", "aa", 2020, 10, {"low": 8, "high": 12, "reference": 16.5}),
        ("andel", "bb", 2020, 20, {"reference": 16.5}),
    )
    found = figure(known, "andel", "aa", "bb")
    assert cells(found, "aa", "danmark") == ["10,0 (8,0–12,0)", "16,5"]
    assert found.rows["danmark"].derived
    two = book(("andel", "aa", 2020, 10, {"reference": 16.5}), ("andel", "bb", 2020, 20, {"reference": 17.0}))
    assert cells(figure(two, "andel", "aa", "bb"), "danmark") == ["ikke opgjort"]


def test_without_a_shared_year_each_number_says_its_own():
    found = figure(BOTH_YEARS, "beboere", "aa", "bb")
    assert found.period is None
    assert cells(found, "aa", "bb", "danmark") == ["2.106 i 2022", "2.300 i 2020", "ikke opgjort"]


def test_an_area_without_a_number_has_its_word_and_does_not_hold_the_others_back():
    known = book(("andel", "aa", 2020, 10, {}), ("andel", "aa", 2022, 11, {}), ("andel", "bb", 2022, None, HIDDEN))
    found = figure(known, "andel", "aa", "bb", "cc")
    assert found.period == (2022, 2022)
    assert cells(found, "aa", "bb", "cc") == ["11,0", "skjult (diskretioneret)", "ikke opgjort"]


def test_where_years_differ_a_hidden_number_says_its_year_too():
    known = book(("andel", "aa", 2020, 10, {}), ("andel", "bb", 2022, 11, {}), ("andel", "cc", 2021, None, HIDDEN))
    assert cells(figure(known, "andel", "aa", "bb", "cc"), "cc") == ["skjult (diskretioneret) i 2021"]


def test_different_surveys_are_named_in_the_cell():
    known = book(("andel", "aa", 2020, 10, {"edition": "Måling A"}), ("andel", "bb", 2020, 20, {"edition": ""}))
    assert cells(figure(known, "andel", "aa", "bb"), "aa", "bb") == ["10,0, Måling A", "20,0"]


def test_only_indicators_that_one_of_the_areas_has_a_number_of_are_told():
    assert list(series(BOTH_YEARS, ["aa"])) == ["andel", "beboere"]
    assert list(series(BOTH_YEARS, ["kommune_0001"])) == []
    hidden = book(("andel", "aa", 2020, None, HIDDEN), ("andel", "bb", 2020, 1, {}))
    assert list(series(hidden, ["aa"])) == []


def test_the_matrix_has_a_row_an_indicator_and_a_column_an_area_and_the_country_last():
    found = figures(BOTH_YEARS, "aa", "bb")
    table = side_by_side.matrix(found, ["aa", "bb", "danmark"], WORDS)
    assert table.to_numpy().tolist() == [
        ["Andel", "%", "2020", "10,0 (8,0–12,0)", "20,0", "15,0"],
        ["Beboere", "antal", "står ved tallet", "2.106 i 2022", "2.300 i 2020", "ikke opgjort"],
    ]
    names = side_by_side.names(BOTH_YEARS, ["aa", "bb"], WORDS)
    headings = [column.heading for column in side_by_side.matrix_columns(names, ["aa", "bb", "danmark"], WORDS)]
    assert headings == ["Nøgletal", "Enhed", "Periode", "Aaparken", "Bakken", "Danmark"]
    assert side_by_side.summary(found, WORDS).startswith("2 nøgletal. 1 er fra samme periode")
    assert side_by_side.number_table(found, {}, (), WORDS)["indicator"].tolist() == ["Andel"] * 3 + ["Beboere"] * 2


def test_where_the_country_has_no_number_at_all_it_is_said_once():
    with_country, without = (
        figures(known, "aa")
        for known in (
            book(("andel", "aa", 2020, 10, {}), ("andel", "danmark", 2020, None, HIDDEN)),
            book(("andel", "aa", 2020, 10, {}), ("andel", "danmark", 2021, 15, {})),
        )
    )
    assert side_by_side.has_country(with_country)  # a hidden number is told where it would stand
    assert not side_by_side.has_country(without)
    assert side_by_side.summary(without, WORDS).endswith(
        "Ingen af dem er opgjort for hele landet i samme periode og på samme måde."
    )


def test_the_chart_begins_with_what_most_areas_have():
    found = series(
        book(("andel", "aa", 2020, 1, {}), ("beboere", "aa", 2020, 1, {}), ("beboere", "bb", 2020, 1, {})), ["aa", "bb"]
    )
    assert side_by_side.fullest(found, ["aa", "bb"]) == "beboere"
    assert side_by_side.fullest(found, ["aa"]) == "andel"


def test_two_areas_of_one_name_say_what_they_are():
    assert side_by_side.names(BOTH_YEARS, ["aa", "bb", "cc"], WORDS) == {
        "aa": "Aaparken",
        "bb": "Bakken (boligområde i Byen)",
        "cc": "Bakken (bydel eller lokalsamfund i Byen)",
        "danmark": "Danmark",
    }


@pytest.mark.parametrize(("area_ids", "expected"), [(["aa"], True), (["cc"], False)])
def test_a_trend_needs_several_periods_of_one_area(area_ids, expected):
    given = rows(
        ("andel", "aa", 2020, 1, {}),
        ("andel", "aa", 2021, 1, {}),
        ("andel", "cc", 2020, 1, {}),
        ("andel", "cc", 2021, None, HIDDEN),
    )
    assert side_by_side.has_trend(given, area_ids) is expected


def test_what_a_chart_does_not_show_is_named():
    given = rows(("andel", "aa", 2020, None, HIDDEN), ("andel", "aa", 2021, None, HIDDEN), ("andel", "bb", 2021, 1, {}))
    assert side_by_side.missing(given, {"aa": "Aaparken", "bb": "Bakken", "cc": "Centrum"}, WORDS) == (
        "Aaparken: skjult (diskretioneret) i 2020, 2021. Centrum: ikke opgjort."
    )


def test_surveys_of_one_area_never_share_a_line():
    old, new = (record(Observation, edition=edition) for edition in ("", "ny"))
    groups = [Group("A", "area", (old, new)), Group("B", "area", (new,))]
    assert [group.name for group in side_by_side.by_edition(groups)] == ["A", "A (ny)", "B"]


def test_points_are_told_with_unit_and_year_first():
    said = side_by_side.point_sentence(figure(BOTH_YEARS, "andel", "bb"), {"bb": "Bakken", "aa": "Aaparken"}, WORDS)
    assert said == "%, 2021: Bakken 21,0; Aaparken ikke opgjort."


def shared(known: Atlas) -> list[likeness.Shared]:
    return likeness.shared_numbers(likeness.numbers(known, INDICATORS.values(), ["aa", "bb"]), INDICATORS, "aa", "bb")


def test_why_two_areas_are_alike_is_told_in_their_newest_numbers_sizes_first():
    found = shared(BOTH_YEARS)
    assert likeness.reason(found, WORDS) == (
        "Beboere: 2.300 mod 2.106 (2020 mod 2022); Andel: 21,0\xa0% mod 11,0\xa0% (2021 mod 2022)."
    )
    assert "Sigtede" not in likeness.reason(found, WORDS)
    assert likeness.grounds(found, WORDS) == "Sammenlignet på 2 tal: Beboere, Andel."


def test_what_only_one_of_them_has_is_no_reason():
    known = book(("andel", "aa", 2020, 1, {}), ("andel", "bb", 2020, 2, {}), ("beboere", "aa", 2020, 5, {}))
    assert likeness.reason(shared(known), WORDS) == "Andel: 2,0\xa0% mod 1,0\xa0% (2020)."
