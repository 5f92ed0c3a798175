"""Disclosure control, tried by an audit of its own: other variables, other programmes, nothing shared with the product.

Here every published value and every cell is a variable and the sums are equations; the lowest and the highest number
of all hidden values of a table are found together, in one programme with a copy of the table for each question.
"""

from __future__ import annotations

import itertools
import os

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, sparse

from data import disclosure

REGIONS = pandas.DataFrame(
    {"region": list("AABBCCDD"), "sex": ["f", "m"] * 4, "persons": [2, 18, 19, 14, 10, 12, 14, 11]}
)
BY_REGION_AND_SEX = disclosure.crossings(["region", None], ["sex", None])
EVERYTHING = disclosure.crossings(["area", "district", "hotspot", None], ["period", None], ["age", None])
TABLES = int(os.environ.get("DISCLOSURE_TABLES", "60"))  # random tables to try; `make disclosure-check` has 1000
FAR = 10_000  # stands for "no upper limit"


def random_table(seed: int) -> pandas.DataFrame:
    """2-5 areas in two districts and, across them, a hotspot group; 1-3 periods; 1-2 ages; a small count at least."""
    random = numpy.random.default_rng(seed)
    areas, periods, ages = random.integers(2, 6), random.integers(1, 4), random.integers(1, 3)
    hotspot = random.random(areas) < 0.5
    rows = [
        (f"a{area}", f"d{area % 2}", "h" if hotspot[area] else None, f"{2001 + 3 * period}-{2003 + 3 * period}", age)
        for area, period, age in itertools.product(range(areas), range(periods), range(ages))
    ]
    table = pandas.DataFrame(rows, columns=["area", "district", "hotspot", "period", "age"])
    persons = random.poisson(random.choice([2, 5, 10, 20]) * random.lognormal(0, 0.5, len(rows)))
    persons[0] = 1 + seed % 4
    return table.assign(persons=persons)


def protect(table: pandas.DataFrame, groupings: list[list[str]] = EVERYTHING, minimum: int = 5) -> pandas.DataFrame:
    return disclosure.protect(table, "persons", groupings, minimum, periods=["period"])


def cells_inside(table: pandas.DataFrame, protected: pandas.DataFrame) -> numpy.ndarray:
    """Published values x cells: which cells each value sums, read off its keys."""
    of_cells = {column: table[column].to_numpy(dtype=object) for column in table.columns}
    rows = []
    for value in protected.to_dict("records"):
        columns = [] if value["grouping"] == "total" else value["grouping"].split(", ")
        rows.append(
            numpy.logical_and.reduce([of_cells[column] == value[column] for column in columns])
            if columns
            else numpy.ones(len(table), dtype=bool)
        )
    inside = numpy.array(rows).astype(float)
    assert (inside @ table["persons"].to_numpy() == protected["persons"].to_numpy()).all()
    return inside


def intervals(
    inside: numpy.ndarray, protected: pandas.DataFrame, minimum: int, knows_rule: bool, whole: bool
) -> pandas.DataFrame:
    """The lowest and highest number of every hidden value; one row each."""
    finest = (protected["grouping"] == protected["grouping"].iloc[0]).to_numpy()
    reason, is_hidden = protected["reason"].to_numpy(), protected["hidden"].to_numpy()
    low = numpy.where(is_hidden, 0.0, protected["persons"])
    high = numpy.where(is_hidden, FAR, protected["persons"])
    if knows_rule:
        primary = finest & (reason == "primary")
        low[finest & (reason == "secondary")] = minimum
        low[primary], high[primary] = 1, minimum - 1
    values, cells = inside.shape
    sums = sparse.csr_array(numpy.hstack([numpy.eye(values), -inside]))
    hidden = numpy.flatnonzero(is_hidden)
    cost = numpy.zeros((2 * len(hidden), values + cells))
    cost[range(len(hidden)), hidden], cost[range(len(hidden), 2 * len(hidden)), hidden] = 1, -1
    copies = len(cost)
    result = optimize.milp(
        cost.ravel(),
        integrality=numpy.full(cost.size, int(whole)),
        bounds=optimize.Bounds(
            numpy.tile([*low, *numpy.zeros(cells)], copies), numpy.tile([*high, *numpy.full(cells, FAR)], copies)
        ),
        constraints=optimize.LinearConstraint(sparse.kron(sparse.eye_array(copies), sums), 0, 0),
    )
    assert result.success
    lowest, highest = result.x.reshape(2, len(hidden), values + cells)[:, range(len(hidden)), hidden]
    return protected.iloc[hidden].assign(low=numpy.ceil(lowest - 1e-6), high=numpy.floor(highest + 1e-6))


def faults(table: pandas.DataFrame, protected: pandas.DataFrame, minimum: int, whole: bool = False) -> list[str]:
    """Everything that breaks the rule; an empty list is a safe table."""
    small = protected["persons"].between(1, minimum - 1)
    found = [f"shown although small: {name}" for name in protected.index[small & ~protected["hidden"]]]
    found += [f"zero hidden: {name}" for name in protected.index[protected["hidden"] & (protected["persons"] == 0)]]
    if not protected["hidden"].any():
        return found
    inside = cells_inside(table, protected)
    stranger = intervals(inside, protected, minimum, knows_rule=False, whole=whole)
    found += [f"narrow: {name}" for name in stranger.index[stranger["high"] - stranger["low"] < minimum]]
    insider = intervals(inside, protected, minimum, knows_rule=True, whole=whole)
    found += [f"exact: {name}" for name in insider.index[insider["high"] <= insider["low"]]]
    parts = inside[protected["hidden"].to_numpy()][:, table["persons"].to_numpy() > 0].sum(axis=1)
    told = (insider["low"] > numpy.maximum(parts, 1)) | (insider["high"] < minimum - 1)
    return found + [f"range cut: {name}" for name in insider.index[told & (insider["reason"] == "primary")]]


def test_regions_by_sex_need_four_hidden_and_no_more():
    protected = disclosure.protect(REGIONS, "persons", BY_REGION_AND_SEX, minimum=3)
    primary = protected[protected["reason"] == "primary"]
    assert protected["hidden"].sum() == 4
    assert primary[["region", "sex", "persons"]].to_numpy().tolist() == [["A", "f", 2]]
    assert faults(REGIONS, protected, 3) == []


def test_two_hidden_in_every_row_and_column_can_still_give_one_away():
    rows, columns = zip(*itertools.product(range(4), range(4)), strict=True)
    table = pandas.DataFrame({"row": rows, "column": columns, "persons": 10, "period": 2001})
    groupings = disclosure.crossings(["row", None], ["column", None])
    protected = disclosure.protect(table, "persons", groupings)
    nine = {(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (1, 2)}
    protected["hidden"] = [key in nine for key in zip(protected["row"], protected["column"], strict=True)]
    found = disclosure.audit(protected, table, "persons", groupings)
    assert set(found["value"]) == {"row: 1, column: 2"}
    assert found[["low", "high"]].drop_duplicates().to_numpy().tolist() == [[10, 10]]
    assert set(found["attacker"]) == {"stranger", "insider"}
    assert any(fault.startswith("exact") for fault in faults(table, protected, 5))


OVERLAPPING = pandas.DataFrame(
    {
        "area": list("abcd"),
        "district": ["d1", "d1", "d2", "d2"],
        "hotspot": [None, "h", "h", None],
        "persons": [2, 9, 10, 11],
    }
)


@pytest.mark.parametrize(
    ("groupings", "given_away"),
    [
        ([["area"], ["district"]], []),
        ([["area"], ["hotspot"]], ["area: b"]),
        ([["area"], ["district"], ["hotspot"]], ["area: a", "area: b"]),
    ],
)
def test_overlapping_groupings_reveal_what_each_alone_hides(groupings: list[list[str]], given_away: list[str]):
    """a + b = 11 is the district; b + c = 19 the hotspots, and c is shown: so b, and with the district a."""
    protected = disclosure.protect(OVERLAPPING, "persons", groupings)
    two_hidden = protected.assign(hidden=protected["area"].isin(["a", "b"]))
    found = disclosure.audit(two_hidden, OVERLAPPING, "persons", groupings)
    assert sorted(set(found["value"])) == given_away
    assert (found["low"] == found["high"]).all()
    assert faults(OVERLAPPING, protected, 5) == []


def test_the_audit_names_a_small_count_that_is_shown():
    protected = disclosure.protect(REGIONS, "persons", BY_REGION_AND_SEX, minimum=3).assign(hidden=False)
    found = disclosure.audit(protected, REGIONS, "persons", BY_REGION_AND_SEX, minimum=3)
    assert found.to_numpy().tolist() == [["region: A, sex: f", "region, sex", "reader", 2, 2]]


def test_the_audit_refuses_a_table_that_lacks_a_published_value():
    protected = disclosure.protect(REGIONS, "persons", BY_REGION_AND_SEX, minimum=3)
    with pytest.raises(ValueError, match="region: A, sex: f"):
        disclosure.audit(protected.iloc[1:], REGIONS, "persons", BY_REGION_AND_SEX, minimum=3)


def test_small_sums_are_primary_and_zeros_are_shown():
    table = pandas.DataFrame({"area": ["a", "a", "b", "b"], "sex": ["f", "m"] * 2, "persons": [1, 2, 0, 40]})
    protected = disclosure.protect(table, "persons", disclosure.crossings(["area", None], ["sex", None]))
    reasons = protected.set_index(["grouping", "area", "sex"])["reason"].to_dict()
    assert [reasons["area, sex", *key] for key in [("a", "f"), ("a", "m"), ("b", "f")]] == ["primary", "primary", ""]
    assert protected.loc[protected["persons"] == 3, "reason"].tolist() == ["primary"]  # all of area a
    assert faults(table, protected, 5) == []


def test_ones_that_add_up_to_a_small_total_do_not_give_themselves_away():
    table = pandas.DataFrame({"area": list("abcd"), "persons": 1})
    protected = disclosure.protect(table, "persons", [["area"], []])
    assert protected["reason"].tolist() == ["primary"] * 5
    assert faults(table, protected, 5) == []


def test_the_pattern_is_kept_from_period_to_period():
    table = pandas.DataFrame(
        {"area": list("abc") * 2, "period": ["2001-2003"] * 3 + ["2004-2006"] * 3, "persons": [2, 8, 9, 3, 9, 8]}
    )
    protected = protect(table, [["area", "period"], ["period"]])
    hidden = protected[protected["hidden"]]
    assert hidden.groupby("period")["area"].apply(list).tolist() == [["a", "b"], ["a", "b"]]


def test_single_years_behind_published_periods_are_protected_too():
    """Areas in periods of three years, the group in single years: an area's single year is printed nowhere."""
    years = [2001, 2002, 2003]
    table = pandas.DataFrame(
        [(area, "h", year, "2001-2003") for area in "abc" for year in years],
        columns=["area", "hotspot", "year", "period"],
    ).assign(persons=[1, 3, 4, 0, 9, 8, 12, 11, 14])
    groupings = [["area", "period"], ["hotspot", "year"], ["hotspot", "period"]]
    protected = disclosure.protect(table, "persons", groupings, periods=["year"])
    assert len(protected) == 3 + 3 + 1
    assert "year" in protected.columns
    assert disclosure.audit(protected, table, "persons", groupings).empty
    alone = table[table["area"] == "a"]  # one area is its group: the group's years would be the area's
    protected = disclosure.protect(alone, "persons", groupings, periods=["year"])
    assert protected[protected["grouping"] == "hotspot, year"]["hidden"].all()


@pytest.mark.parametrize("minimum", [2, 1, 0])
def test_the_minimum_has_a_floor(minimum: int):
    with pytest.raises(ValueError, match="lower than 3"):
        disclosure.protect(REGIONS, "persons", BY_REGION_AND_SEX, minimum=minimum)


@pytest.mark.parametrize("bad", [-1, 2.5, None])
def test_counts_are_whole_and_none_is_missing(bad: float | None):
    table = REGIONS.assign(persons=[bad, *REGIONS["persons"][1:]])
    with pytest.raises(ValueError, match="persons must be whole"):
        disclosure.protect(table, "persons", BY_REGION_AND_SEX)


def test_the_finest_grouping_comes_first():
    with pytest.raises(ValueError, match="finer"):
        disclosure.protect(REGIONS, "persons", BY_REGION_AND_SEX[::-1])


def test_overlapping_periods_are_refused_and_named():
    table = pandas.DataFrame(
        {"area": ["a", "a", "b"], "period_start": [2001, 2003, 2002], "period_end": [2003, 2005, 2004], "persons": 9}
    )
    with pytest.raises(ValueError, match="area: a: the period 2003-2005 overlaps"):
        disclosure.protect(table, "persons", [["area", "period_start", "period_end"]])
    disclosure.protect(table.iloc[1:], "persons", [["area", "period_start", "period_end"]])  # two areas, two periods
    with pytest.raises(ValueError, match="overlaps"):
        disclosure.check_periods(pandas.DataFrame({"period": ["2001-2003", "2003"]}), [], ["period"])
    disclosure.check_periods(pandas.DataFrame({"period": ["2001-2003", "2004"]}), [], ["period"])


def test_a_small_population_hides_the_rate_alone():
    table = pandas.DataFrame(
        {"area": ["a", "a", "b", "b"], "year": [2001, 2002] * 2, "persons": [6, 0, 7, 2], "youths": [20, 30, 400, 29]}
    )
    groupings = [["area", "year"], ["area"]]
    protected = disclosure.protect(table, "persons", groupings, population="youths", periods=["year"])
    assert protected["reason"].tolist() == ["population", "", "secondary", "primary", "population", ""]
    assert protected["youths"].tolist() == [20, 30, 400, 29, 50, 429]  # 50 over two years: 25 a year


def test_everything_derived_goes_with_the_count():
    table = pandas.DataFrame(
        {
            "count": [3, 9, 40],
            "value": [7.5, 450.0, 80.0],
            "comparison": ["below", "above", "similar"],
            "status": "shown",
            "hidden": [True, False, False],
            "reason": ["primary", "population", ""],
        }
    )
    result = disclosure.hide_derived(table, ["count", "value", "comparison"])
    assert result["count"].isna().tolist() == [True, False, False]
    assert result["value"].isna().tolist() == [True, True, False]
    assert result["comparison"].tolist() == ["", "", "similar"]
    assert result["status"].tolist() == ["hidden", "too_few", "shown"]
    assert str(result["count"].dtype) == "Int64"


def test_the_few_who_are_not_counted_are_protected_like_the_few_who_are():
    """97 of 100 is three persons less than all; 100 of 100 is shown as 0 is."""
    table = pandas.DataFrame({"area": list("abcd"), "persons": [97, 60, 100, 0], "asked": [100, 100, 100, 100]})
    groupings = [["area"], []]
    protected = disclosure.protect(table, "persons", groupings, population="asked", among="asked")
    by_area = protected.set_index("area")
    assert by_area.loc["a", "reason"] == "primary"
    assert by_area.loc[["c", "d"], "hidden"].tolist() == [False, False]
    assert by_area.loc["b", "hidden"] or protected.loc[protected["grouping"] == "total", "hidden"].all()
    assert disclosure.audit(protected, table, "persons", groupings, among="asked").empty
    only_a = protected.assign(hidden=protected["area"] == "a")
    found = disclosure.audit(only_a, table, "persons", groupings, among="asked")
    assert set(found["value"]) == {"area: a"}


def test_a_count_is_not_more_than_it_is_counted_among():
    table = pandas.DataFrame({"area": ["a", "b"], "persons": [9, 3], "asked": [8, 10]})
    with pytest.raises(ValueError, match="asked must not be less"):
        disclosure.protect(table, "persons", [["area"]], among="asked")


def test_a_small_sum_in_another_small_number_keeps_what_the_rule_leaves_open():
    """a has 1 in each of two years and nobody else has any: its 2 is at least 2, each year at most 3 of the 4."""
    table = pandas.DataFrame(
        {
            "area": ["a", "a", "b", "b"],
            "year": [2001, 2002] * 2,
            "period": "2001-2002",
            "all": "all",
            "persons": [1, 1, 0, 0],
        }
    )
    groupings = [["area", "period"], ["all", "year"]]
    protected = disclosure.protect(table, "persons", groupings, periods=["year"])
    assert protected["hidden"].sum() == 3
    assert disclosure.audit(protected, table, "persons", groupings).empty
    with pytest.raises(ValueError, match="cannot be protected"):
        disclosure.protect(table, "persons", groupings, 3, periods=["year"])  # at least 2 and at most 2


def test_random_tables_give_nothing_away():
    tables = {seed: random_table(seed) for seed in range(TABLES)}
    every = pandas.concat(tables, names=["series"]).reset_index("series")
    protected = protect(every, [["series", *columns] for columns in EVERYTHING])
    protected["grouping"] = protected["grouping"].str.removeprefix("series, ").replace("series", "total")
    found = {seed: faults(tables[seed], mine, 5) for seed, mine in protected.groupby("series")}
    assert len(found) == TABLES
    assert {seed: wrong for seed, wrong in found.items() if wrong} == {}


def test_whole_numbers_narrow_nothing_that_fractions_leave_open():
    for seed in range(5000, 5012):
        table = random_table(seed)
        protected = protect(table, minimum=3 + seed % 6)
        assert faults(table, protected, 3 + seed % 6, whole=True) == [], seed


@settings(max_examples=40)
@given(
    counts=st.lists(st.integers(0, 25), min_size=8, max_size=8),
    hotspot=st.lists(st.sampled_from(["h", "k", None]), min_size=4, max_size=4),
    minimum=st.integers(3, 10),
)
def test_any_table_passes_both_audits(counts: list[int], hotspot: list[str | None], minimum: int):
    table = pandas.DataFrame(
        {
            "area": list("aabbccdd"),
            "hotspot": [group for group in hotspot for _ in "fm"],
            "sex": ["f", "m"] * 4,
            "persons": counts,
        }
    )
    groupings = disclosure.crossings(["area", "hotspot", None], ["sex", None])
    protected = disclosure.protect(table, "persons", groupings, minimum)
    assert disclosure.audit(protected, table, "persons", groupings, minimum).empty
    assert faults(table, protected, minimum) == []
