"""The annual report: periods of departments, sums of sectors, and what may be told of few persons."""

from __future__ import annotations

import pandas
import pytest

from data import annual_report
from data.contracts import AnnualFigure, AnnualParameter, Department, GivenAnnualFigure, Status
from data.errors import SourceError
from tests.records import record

SAID = {"source_id": "register", "page": "", "certainty": "A", "note_da": "", "note_en": ""}
SOURCES = pandas.DataFrame({"source_id": ["register", "rapport"], "source_class": ["register", "published"]})
HOME = {"municipality_id": "kommune_0999"}


def parameter(parameter_id: str, unit: str = "percent", *categories: str) -> list[dict[str, object]]:
    named = {"name_da": "n", "name_en": "n", "category_name_da": "", "category_name_en": ""}
    texts = {**named, "definition_da": "", "definition_en": "", **SAID}
    return [
        {"parameter_id": parameter_id, "category": category, "order": 1, "unit": unit, **texts}
        for category in categories or ("all",)
    ]


def department(department_id: str) -> dict[str, object]:
    place = {"housing_organisation": "", "area_id": "", "lies": "", "sector": "non_profit", **HOME}
    return {"department_id": department_id, "name": department_id, **place, **SAID}


def figure(unit_id: str, year: int, count: int | None, population: int | None, **cells: object) -> dict[str, object]:
    row = {"parameter_id": "hjaelp", "category": "all", "unit_id": unit_id, "year": year, "count": count}
    status = Status.NOT_COLLECTED if population is None else Status.SHOWN
    return {**row, "population": population, "value": None, "status": status, **HOME, **SAID, **cells}


def tables(
    figures: list[dict[str, object]], parameters: list[dict[str, object]], *departments: str
) -> dict[str, pandas.DataFrame]:
    def of(row: type, records: list[dict[str, object]]) -> pandas.DataFrame:
        frame = pandas.DataFrame(records, columns=row.columns())  # type: ignore[attr-defined]
        return row.validate(frame)  # type: ignore[attr-defined, no-any-return]

    return {
        "annual_figures": of(GivenAnnualFigure, figures),
        "annual_parameters": of(AnnualParameter, parameters),
        "departments": of(Department, [department(name) for name in departments]),
        "sources": SOURCES,
    }


def published(
    figures: list[dict[str, object]], parameters: list[dict[str, object]] | None = None
) -> dict[tuple[str, str, int], AnnualFigure]:
    """What is published of two departments: by unit, category and last year."""
    given = tables(figures, parameters or parameter("hjaelp"), "nord", "syd")
    rows = AnnualFigure.of(AnnualFigure.validate(annual_report.publish(given, 5)))
    return {(row.unit_id, row.category, row.period_end): row for row in rows}


def years(unit_id: str, count: int, population: int, of: range = range(2021, 2024)) -> list[dict[str, object]]:
    return [figure(unit_id, year, count, population) for year in of]


EVERYBODY = [*years("nord", 20, 100), *years("syd", 10, 100), *years("non_profit", 30, 800), *years("other", 40, 4000)]


def test_a_department_stands_in_periods_of_three_years_that_end_with_the_newest() -> None:
    early = [*EVERYBODY, *years("nord", 7, 100, range(2018, 2021)), *years("nord", 5, 100, range(2016, 2018))]
    found = published(early)
    assert {key[2] for key in found} == {2020, 2023}  # 2016 and 2017 are left over
    newest = found["nord", "all", 2023]
    assert (newest.period_start, newest.count, newest.population, newest.value) == (2021, 60, 300, 20)


def test_sectors_and_municipality_are_the_sums_of_their_units() -> None:
    found = published(EVERYBODY)
    assert [found[unit, "all", 2023].count for unit in ("non_profit", "other", "municipality")] == [180, 120, 300]
    assert found["municipality", "all", 2023].value == 2  # 300 of 15,000
    assert ("non_profit", "all", 2023) in found and len(found) == 5  # the remainder of a sector is not printed alone


def test_a_department_is_compared_with_the_municipality_and_with_its_sector() -> None:
    row = published(EVERYBODY)["nord", "all", 2023]
    assert (row.reference, row.comparison) == (2, "above")
    assert (row.sector_reference, row.sector_comparison) == (6, "above")
    assert published(EVERYBODY)["municipality", "all", 2023].comparison == ""


def test_few_persons_are_hidden_and_cannot_be_subtracted_from_their_sector() -> None:
    found = published([*years("nord", 1, 100), *years("syd", 10, 100), *years("other", 40, 4000)])
    nord = found["nord", "all", 2023]
    assert (nord.status, nord.count, nord.value, nord.low) == (Status.HIDDEN, None, None, None)
    shown = [unit for unit in ("syd", "non_profit") if found[unit, "all", 2023].status is Status.SHOWN]
    assert len(shown) < 2  # either of them alone gives nothing away


def test_a_hidden_category_cannot_be_subtracted_from_the_population() -> None:
    counts = {"boern": 1, "unge": 40, "gamle": 59}
    rows = [
        figure(unit, year, factor * n, factor * 100, category=category)
        for unit, factor in (("nord", 1), ("non_profit", 20), ("other", 50))
        for year in range(2021, 2024)
        for category, n in counts.items()
    ]
    found = published(rows, parameter("hjaelp", "percent", *counts))
    hidden = [name for name in counts if found["nord", name, 2023].status is Status.HIDDEN]
    assert "boern" in hidden and len(hidden) > 1


def test_a_share_of_very_few_is_not_shown_either() -> None:
    few = published([*years("nord", 12, 25), *years("syd", 10, 100), *years("other", 40, 4000)])
    assert few["nord", "all", 2023].status is Status.TOO_FEW
    assert few["nord", "all", 2023].count is None


def test_a_number_that_the_source_has_published_itself_is_shown() -> None:
    rows = [{**row, "source_id": "rapport"} for row in (*years("nord", 1, 100), *years("other", 40, 4000))]
    assert published(rows)["nord", "all", 2023].count == 3


def test_a_sector_with_a_unit_that_nobody_has_counted_is_not_collected() -> None:
    rows = [*years("nord", 20, 100), *(figure("other", year, None, None) for year in range(2021, 2024))]
    found = published(rows)
    statuses = [found[unit, "all", 2023].status for unit in ("nord", "non_profit", "other", "municipality")]
    assert statuses == [Status.SHOWN, Status.SHOWN, Status.NOT_COLLECTED, Status.NOT_COLLECTED]
    assert found["nord", "all", 2023].reference is None
    assert found["nord", "all", 2023].comparison == "not_compared"


def test_a_department_that_was_built_in_a_period_is_only_part_of_its_sums() -> None:
    found = published([*EVERYBODY[3:], figure("nord", 2023, 20, 100)])
    assert found["nord", "all", 2023].status is Status.NOT_COLLECTED
    assert found["non_profit", "all", 2023].count == 30 + 90 + 20


def test_a_rent_is_the_mean_over_its_square_metres_and_hides_nobody() -> None:
    rows = [
        figure(unit, year, None, metres, value=rent, parameter_id="hjaelp", status="shown")
        for unit, rent, metres in (("nord", 900, 100), ("syd", 600, 200))
        for year in range(2021, 2024)
    ]
    found = published(rows, parameter("hjaelp", "kr_per_m2"))
    assert found["nord", "all", 2023].value == 900
    assert found["non_profit", "all", 2023].value == pytest.approx(700)  # (900 x 100 + 600 x 200) / 300
    assert found["nord", "all", 2023].count is None


def test_categories_too_small_for_any_of_them_to_be_shown_are_refused() -> None:
    rows = [  # four of each category in three years: were the twelve known, none of them could be only one
        figure("nord", 2021 + year, 2 if year == place else 1, 4, category=category)
        for year in range(3)
        for place, category in enumerate("abc")
    ]
    with pytest.raises(SourceError, match="hele befolkningen måtte skjules"):
        published(rows, parameter("hjaelp", "percent", "a", "b", "c"))


def of_unit(unit_id: str, count: int | None, **given: object) -> AnnualFigure:
    row = {"population": 100, "value": 1.0 * (count or 0), "status": Status.SHOWN, "reference": 10.0, **given}
    return record(AnnualFigure, unit_id=unit_id, count=count, **row)


def test_departments_together_are_counts_over_populations_and_held_against_the_same():
    found = annual_report.together([of_unit("a", 30), of_unit("b", 10, population=300)], 2, "eget")
    assert (found.unit_id, found.count, found.population, found.value) == ("eget", 40, 400, pytest.approx(10))
    assert found.comparison == "similar"


def test_a_rent_of_departments_together_is_the_mean_over_what_it_is_paid_for():
    rents = [of_unit("a", None, value=800.0), of_unit("b", None, value=1000.0, population=300)]
    assert annual_report.together(rents, 2, "eget").value == pytest.approx(950)


def test_what_one_department_hides_or_lacks_is_not_told_of_them_together():
    hidden = of_unit("b", None, value=None, status=Status.HIDDEN)
    found = annual_report.together([of_unit("a", 30), hidden], 2, "eget")
    assert (found.status, found.value, found.count, found.population) == (Status.HIDDEN, None, None, None)
    assert annual_report.together([of_unit("a", 30)], 2, "eget").status is Status.NOT_COLLECTED
