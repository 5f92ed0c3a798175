"""What cannot be true, and what is asked about: each case with the value that it should have been."""

from datetime import date
from functools import cache

import pandas
import pytest

from data import plausible, read
from data.contracts import SOURCE_TABLES, GivenAcceptedQuestion
from data.errors import Finding, SourceError, Text
from tests import small_dataset

TODAY = date(2016, 6, 30)
EMPTY_CELLS = {"int64": "1", "float64": "1", "bool": "false"}


def table(name, *rows):
    """Rows of a source table in its types; a column that is not given is empty, or 1 where it may not be."""
    columns = SOURCE_TABLES[name].schema().columns
    empty = {key: "" if column.nullable else EMPTY_CELLS.get(str(column.dtype), "") for key, column in columns.items()}
    index = pandas.MultiIndex.from_tuples(
        [(f"{name}.csv", place + 2) for place in range(len(rows))] or [], names=["file", "row"]
    )
    written = {key: read.Written.of([{**empty, **row}[key] for row in rows], key, index) for key in columns}
    return pandas.DataFrame({key: read._parse(written[key], column, []) for key, column in columns.items()})


@cache
def without_rows():
    return {name: table(name) for name in SOURCE_TABLES}


def given(**tables):
    """The tables of the small dataset that tell of numbers and areas, and these instead or besides."""
    rows = {name: small_dataset.rows()[name] for name in ("sources", "indicators", "levels", "areas", "observations")}
    return {name: table(name, *found) for name, found in {**rows, **tables}.items()}


def number(**cells):
    """An observation of Mølleby in 2014."""
    place = {"area_id": "moelleby", "period_start": "2014", "period_end": "2014"}
    return {**small_dataset.OBSERVATION, **place, "count": "", "population": "", **cells}


def indicator(indicator_id, unit="per_1000", **cells):
    multiplier = {"per_1000": "1000", "percent": "100", "count": "1", "per_10000": "10000"}[unit]
    named = {"indicator_id": indicator_id, "name_da": indicator_id.title(), "name_en": indicator_id}
    return {**small_dataset.INDICATOR, **named, "unit": unit, "multiplier": multiplier, **cells}


def area(area_id, **cells):
    empty = {**small_dataset.EMPTY_AREA, "level": "housing_area", "municipality_code": "0999"}
    return {**empty, "area_id": area_id, "name": area_id.title(), **cells}


def found(tables, rule=""):
    """The sentences of faults, and of questions whose id begins with the rule."""
    examined = plausible.examine(tables, TODAY)
    asked = [question for question in examined.questions if question.question_id.startswith(f"{rule}__")]
    return [fault.sentence() for fault in examined.faults], [question.words.da for question in asked]


def fault(tables):
    faults, _ = found(tables)
    assert len(faults) == 1, faults
    return faults[0]


def asked(tables, rule):
    faults, questions = found(tables, rule)
    assert not faults
    assert len(questions) == 1, questions
    return questions[0]


def of(indicators, observations, **others):
    return given(indicators=indicators, observations=observations, **others)


@pytest.mark.parametrize(("typed", "right"), [("okt-14", "10-14"), ("24-18", "18-24"), ("jul-17", "7-17")])
def test_an_age_group_is_two_ages_in_order(typed, right):
    told = fault(of([indicator("sigtede")], [number(value="20", age_group=typed)]))
    assert f"fandt »{typed}«, ventede en aldersgruppe, her {right}" in told


@pytest.mark.parametrize("right", ["10-14", "all", "18_plus", "under_18"])
def test_an_age_group_as_it_should_be_is_taken(right):
    assert found(of([indicator("sigtede")], [number(value="20", age_group=right)]))[0] == []


@pytest.mark.parametrize(("typed", "right"), [("2.869", "2869"), ("208.048", "208048")])
def test_three_decimals_in_a_number_of_people_are_a_thousand_point(typed, right):
    residents = indicator("beboere", "count", counts="residents")
    assert f"uden tusindtalspunktum, her {right}" in fault(
        of([residents], [number(indicator_id="beboere", value=typed)])
    )
    people = number(count="5", population=typed)
    assert f"uden tusindtalspunktum, her {right}" in fault(of([indicator("sigtede", counts="charges")], [people]))


def test_a_thousand_point_in_a_count_is_told_with_the_count(tmp_path):
    (finding,) = small_dataset.findings_of(small_dataset.with_cells(tmp_path, "observations", 3, count="2.869"))
    assert "fandt »2.869«, ventede et helt tal uden tusindtalspunktum, her 2869" in finding.sentence()


def test_other_decimals_in_a_number_of_people_are_told():
    residents = indicator("beboere", "count", counts="residents")
    assert "et helt antal, her 287" in fault(of([residents], [number(indicator_id="beboere", value="286.9")]))


def test_a_mean_of_quarters_is_a_number_of_people():
    residents = indicator("beboere", "count", counts="residents")
    assert found(of([residents], [number(indicator_id="beboere", value="286.25")]))[0] == []


def test_a_share_as_a_part_of_one_is_asked_about():
    told = asked(
        of([indicator("trygge", "percent")], [number(indicator_id="trygge", value="0.42")]), "share_or_rate_under_one"
    )
    assert "0.42: procent fra 0 til 100, her 42" in told


def test_a_number_per_person_under_per_thousand_is_asked_about():
    told = asked(of([indicator("sigtede")], [number(value="0.021")]), "share_or_rate_under_one")
    assert "0.021: et tal pr. 1.000, her 21" in told


def test_a_rate_outside_the_interval_of_its_own_count_is_a_fault():
    told = fault(of([indicator("sigtede")], [number(value="5", count="50", population="1000")]))
    assert "5«, ventede et tal i intervallet" in told
    assert "her 50.0" in told


def test_a_rate_that_is_not_count_over_population_is_asked_about():
    told = asked(of([indicator("sigtede")], [number(value="48", count="50", population="1000")]), "rate_not_of_counts")
    assert "48: det, som antal og befolkning giver: 50.0" in told


def test_a_rate_that_is_rounded_is_no_question():
    assert found(of([indicator("sigtede")], [number(value="50.1", count="50", population="1000")])) == ([], [])


def test_more_persons_than_people_are_a_fault():
    told = fault(of([indicator("sigtede")], [number(count="120", population="100")]))
    assert "fandt »120.0«, ventede højst befolkningen, her 100" in told


def test_areas_with_more_than_their_municipality_are_asked_about():
    rows = [number(area_id=name, count=n, population="100") for name, n in (("a", "30"), ("b", "40"))]
    rows.append(number(area_id="kommune_0999", count="60", population="1000"))
    areas = [*small_dataset.rows()["areas"], area("a"), area("b")]
    told = asked(of([indicator("sigtede")], rows, areas=areas), "sum_above_municipality")
    assert "områderne har 70: højst kommunens 60" in told


def series(values, column="value", first=2005, **cells):
    years = [{"period_start": str(first + place), "period_end": str(first + place)} for place in range(len(values))]
    return [number(**{column: str(value)}, **year, **cells) for value, year in zip(values, years, strict=True)]


def test_a_population_ten_times_the_usual_is_asked_about():
    rows = series([1000, 1010, 10200, 1030, 1040], "population", count="20")
    assert "10200: omkring 1030 som i de andre år" in asked(
        of([indicator("sigtede", counts="charges")], rows), "population_tenfold"
    )


def test_age_groups_that_overlap_side_by_side_are_asked_about():
    rows = [number(value="20", age_group="15-17"), number(value="30", age_group="16-24")]
    told = asked(of([indicator("sigtede")], rows), "ages_overlap")
    assert "15-17, 16-24: aldersgrupper, der ikke overlapper, fx 15-17, 18-24" in told


def test_a_year_that_half_the_areas_lack_is_asked_about():
    areas = [area(f"o{place}") for place in range(6)]
    rows = [
        number(area_id=f"o{place}", value="20", period_start=str(year), period_end=str(year))
        for year in (2012, 2013, 2014)
        for place in range(6 if year != 2013 else 2)
    ]
    told = asked(of([indicator("sigtede")], rows, areas=areas), "half_missing")
    assert "2013: 2 områder: 6 områder som i de andre år" in told


def test_a_jump_far_outside_a_series_own_variation_is_asked_about():
    told = asked(of([indicator("sigtede")], series([20, 21, 20, 95, 21, 20, 22])), "jump")
    assert "sigtede, moelleby, 2008: 95: omkring 20.49 som årene omkring" in told


def test_a_restless_series_may_jump():
    assert found(of([indicator("sigtede")], series([5, 60, 8, 95, 11, 70, 22])), "jump")[1] == []


def test_single_persons_of_a_public_source_are_asked_about():
    told = asked(of([indicator("sigtede")], [number(count="1", population="100")]), "one_person_published")
    assert "mindst 3 personer" in told
    assert "source_class register" in told


@pytest.mark.parametrize("typed", ["0101901234", "010190-1234", "010190 1234"])
@pytest.mark.parametrize(
    ("name", "row", "column"), [("observations", 3, "count"), ("areas", 4, "name"), ("areas", 4, "note_da")]
)
def test_a_cpr_number_is_refused_anywhere_and_never_printed(tmp_path, typed, name, row, column):
    findings = small_dataset.findings_of(small_dataset.with_cells(tmp_path, name, row, **{column: typed}))
    told = "\n".join(finding.sentence() for finding in findings)
    assert "uden personnumre" in told
    assert "1234" not in told.replace("fx 1234", "")


def test_a_row_of_too_many_fields_is_told_without_its_cpr_number():
    assert "1234" not in Finding("a.csv", "9 felter: x,0101901234", Text("8 felter", "8 fields")).sentence()


def test_two_ids_of_one_area_are_a_fault():
    told = fault(given(areas=[*small_dataset.rows()["areas"], area("moelle_by", name="Mølleby")]))
    assert "fandt »moelle_by«, ventede ét id for Mølleby, her moelleby" in told


def test_two_names_of_one_area_are_asked_about():
    older = area("moelleby", name="Møllen", valid_to="2010")
    newer = area("moelleby", name="Mølleby", valid_from="2011")
    rows = [row for row in small_dataset.rows()["areas"] if row["area_id"] != "moelleby"]
    assert "Møllen: ét navn for området, her Mølleby" in asked(given(areas=[*rows, older, newer]), "two_names")


def test_two_indicators_of_one_name_are_a_fault():
    told = fault(
        of(
            [indicator("sigtede"), indicator("sigtede_2", name_da="sigtede")],
            [number(value="20"), number(indicator_id="sigtede_2", value="20")],
        )
    )
    assert "et navn, som sigtede ikke har" in told


def test_an_unknown_municipality_is_a_fault():
    told = fault(given(areas=[*small_dataset.rows()["areas"], area("by", municipality_code="0998")]))
    assert "by: 0998«, ventede en kommune, der står i areas.csv, fx 0999" in told


def test_an_area_without_a_parent_is_asked_about():
    told = asked(given(areas=[*small_dataset.rows()["areas"], area("by", municipality_code="")]), "no_parent")
    assert "by: kommunens kode" in told


def membership(area_id, parent_id):
    return {"area_id": area_id, "parent_id": parent_id, "kind": "administrative"}


def test_an_area_in_itself_is_a_fault():
    told = fault(given(memberships=[membership("moelleby", "moelleby")]))
    assert "fandt »moelleby«, ventede et andet område end area_id" in told


def test_areas_in_a_ring_are_a_fault():
    faults, _ = found(given(memberships=[membership("a", "b"), membership("b", "c"), membership("c", "a")]))
    assert len(faults) == 3
    assert "fandt »a i b«, ventede et område, der ikke selv ligger i a" in faults[0]


def test_hotspot_and_control_at_once_are_a_fault():
    role = {"area_id": "moelleby", "scheme_da": "Puljen", "valid_from": "2010", "source_id": "rapport"}
    told = fault(given(roles=[{**role, "role": "hotspot"}, {**role, "role": "control"}]))
    assert "moelleby: Puljen«, ventede hotspot eller control" in told
    later = {**role, "role": "control", "valid_from": "2015"}
    assert found(given(roles=[{**role, "role": "hotspot", "valid_to": "2014"}, later]))[0] == []


def test_an_indicator_without_numbers_is_asked_about():
    told = asked(of([indicator("sigtede"), indicator("tomme")], [number(value="20")]), "no_numbers")
    assert "tomme: mindst ét tal i observations.csv" in told


@pytest.mark.parametrize(
    ("name", "direction", "right"),
    [
        ("Sigtede unge", "high_is_good", "low_is_good"),
        ("Utrygge i nabolaget", "high_is_good", "low_is_good"),
        ("Trygge i nabolaget", "low_is_good", "high_is_good"),
    ],
)
def test_a_direction_that_its_name_contradicts_is_asked_about(name, direction, right):
    tables = of([indicator("sigtede", name_da=name, direction=direction)], [number(value="20")])
    assert f"{name}: {direction}: {right}, som navnet siger" in asked(tables, "direction")


def test_a_year_that_is_not_over_is_a_fault():
    told = fault(of([indicator("sigtede")], [number(value="20", period_end="2017")]))
    assert "fandt »2017«, ventede højst 2016" in told


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("projects", "start", "end"), ("criteria", "start_date", "end_date"), ("action_cards", "opened", "closed")],
)
def test_an_end_before_its_start_is_a_fault(name, start, end):
    told = fault(given(**{name: [{start: "2014-02-01", end: "2013-12-31"}]}))
    assert "fandt »2013-12-31«, ventede tidligst 2014-02-01" in told


def test_a_comparison_looks_forward():
    told = fault(given(comparisons=[{"before": "2013", "after": "2009", "age_group": "all"}]))
    assert "fandt »2009«, ventede et år efter 2013" in told


def result(**cells):
    return {"criterion_id": "k", "project_id": "p", "value": "12", "counted": "true", "as_of": "2015-01", **cells}


def test_a_result_after_today_is_a_fault():
    told = fault(given(results=[result(as_of="2016-07-01")]))
    assert "fandt »2016-07-01«, ventede en dato, der ikke ligger efter 2016-06-30" in told


def test_a_result_before_its_project_began_is_asked_about():
    tables = given(results=[result()], projects=[{"project_id": "p", "start": "2015-03"}])
    assert "k, p: 2015-01: tidligst 2015-03" in asked(tables, "result_before_start")


@pytest.mark.parametrize(
    ("rule", "cells", "told"),
    [
        ("target_zero", {"target": "0"}, "k: 0: et mål over 0, eller et tomt felt"),
        ("target_share", {"target": "0.85", "unit_da": "%"}, "k: 0.85: procent fra 0 til 100, her 85"),
        ("target_is_baseline", {"target": "40", "baseline": "40"}, "k: 40: et mål, der ikke er udgangspunktet 40"),
    ],
)
def test_an_odd_target_is_asked_about(rule, cells, told):
    assert told in asked(given(criteria=[{"criterion_id": "k", **cells}]), rule)


def test_percentages_of_several_projects_are_not_summed():
    rows = [result(project_id="p", value="40", persons="100"), result(project_id="q", value="80", persons="300")]
    told = fault(given(results=rows, criteria=[{"criterion_id": "k", "unit_da": "%"}]))
    assert "k, q: 80 %«, ventede én andel for kriteriet, her 70" in told


def test_the_same_result_under_another_kind_is_asked_about():
    told = asked(given(results=[result(kind_da="job"), result(kind_da="arbejde")]), "same_result_twice")
    assert "p, 2015-01: 12 »arbejde«: counted false, hvis det er de samme som under »job«" in told


def test_projects_that_became_each_other_are_a_fault():
    rows = [{"project_id": "a", "became_project_id": "b"}, {"project_id": "b", "became_project_id": "a"}]
    faults, _ = found(given(projects=rows))
    assert "a blev til b«, ventede et projekt, der ikke selv blev til a" in faults[0]


def accepted(question_id):
    return GivenAcceptedQuestion(
        question=question_id,
        reason=Text("Rigtigt", "Right"),
        accepted_by=Text("Redaktionen", "Editors"),
        accepted_on="2016-06-30",
    )


def test_a_question_stops_until_it_is_accepted_with_a_reason():
    tables = of([indicator("sigtede")], [number(value="0.021")])
    examined = plausible.examine(tables, TODAY)
    (question,) = examined.questions
    with pytest.raises(SourceError) as error:
        plausible.refuse(examined, [])
    assert "Spørgsmål: Fil observations.csv, række 2, kolonne value" in str(error.value)
    assert f"question »{question.question_id}« og en grund" in str(error.value)
    plausible.refuse(examined, [accepted(question.question_id)])


def test_another_number_is_another_question():
    examined = [
        plausible.examine(of([indicator("sigtede")], [number(value=value)]), TODAY) for value in ("0.021", "0.022")
    ]
    answer = accepted(examined[0].questions[0].question_id)
    with pytest.raises(SourceError):
        plausible.refuse(examined[1], [answer])
    assert examined[1].stale([answer]) == [answer.question]


def test_what_was_accepted_is_stored_with_its_question():
    examined = plausible.examine(of([indicator("sigtede")], [number(value="0.021")]), TODAY)
    rows = GivenAcceptedQuestion.frame([accepted(examined.questions[0].question_id), accepted("gammelt")])
    stored = plausible.stored(examined, rows)
    assert stored["question"].tolist() == [examined.questions[0].question_id]
    assert "0.021: et tal pr. 1.000, her 21" in stored.loc[0, "asked_da"]


def test_a_plausible_dataset_is_asked_nothing():
    tables = given()
    tables["indicators"] = tables["indicators"].iloc[:1]
    assert found(tables) == ([], [])
    assert plausible.examine(tables, TODAY).questions == ()


@pytest.mark.parametrize("emptied", sorted(SOURCE_TABLES))
def test_tables_without_rows_are_asked_nothing(emptied):
    """As a dataset has most of its tables; a mask of no rows must not be taken for a choice of columns."""
    tables = without_rows() | given()
    tables[emptied] = without_rows()[emptied]
    assert {found.column for found in plausible.examine(tables, TODAY).faults} <= {"municipality_code"}
