"""Aggregation and disclosure of register figures: three areas of 100 youths, and the rest of their municipality."""

import numpy
import pandas
import pytest

from data import derive, disclosure, read, register, register_faults
from data.contracts import ProcessMeasure
from data.errors import SourceError
from tests import attackers, small_dataset
from tests.sweep import sampled

FIRST = 2012
REST = {"resten": [100, 100, 100]}
ESTATES = {"a": [5, 6, 7], "b": [10, 10, 10], "c": [20, 20, 20]}


def write(folder, counts, members=(), population=100, **columns):
    """A dataset of yearly counts by area, the areas of group `g` being `members`. The municipality is the sum."""
    tables = small_dataset.rows()
    tables["sources"][0]["source_class"] = "register"
    country, municipality, estate = tables["areas"]
    groups = [{**estate, "area_id": name, "name": name, "level": "group"} for name in ("g", "resten")]
    estates = [area for area in counts if area not in ("resten", "kommune_0999", "danmark")]
    tables["areas"] = [country, municipality, *groups, {**estate, "area_id": "distrikt", "level": "district"}]
    tables["areas"] += [{**estate, "area_id": area, "name": area} for area in estates]
    tables["memberships"] = [
        {"area_id": area, "parent_id": "g", "kind": "group", "valid_from": "", "valid_to": ""} for area in members
    ]
    parts = [counts[area] for area in (*estates, "resten") if area in counts]
    counts = {"kommune_0999": [sum(filter(None, year)) for year in zip(*parts, strict=True)], **counts}
    persons = {"kommune_0999": 1000, "resten": 1000 - population * len(estates), "danmark": 1000}
    tables["observations"] = [
        {
            **small_dataset.OBSERVATION,
            "area_id": area,
            "period_start": str(year),
            "period_end": str(year),
            "count": str(count),
            "population": str(persons.get(area, population)),
            **columns,
        }
        for area, years in counts.items()
        for year, count in enumerate(years, start=FIRST)
        if count is not None
    ]
    small_dataset.write_source(folder, tables)
    return read.read_source(folder)


@pytest.fixture
def dataset(tmp_path):
    return lambda counts, **columns: write(tmp_path, counts, **columns)


def published(tables, minimum=5):
    rows = register.publish(tables, minimum).observations
    return rows.set_index(["area_id", "period_start", "period_end"]).sort_index()


def numbers(rows, area):
    """Years, count, population and status of one area's rows."""
    return [
        (*key[1:], row["count"], row["population"], row["status"]) for key, row in rows.iterrows() if key[0] == area
    ]


def changed(tables, rows, **cells):
    tables["observations"].loc[rows(tables["observations"]), list(cells)] = list(cells.values())
    return tables


def refused(tables):
    with pytest.raises(SourceError) as error:
        register.publish(tables)
    return str(error.value)


# Aggregation


def test_a_housing_area_is_published_in_three_years_together(dataset):
    rows = published(dataset(ESTATES | REST))
    assert numbers(rows, "a") == [(2012, 2014, 18, 300, "shown")]


def test_periods_end_with_the_newest_year_and_an_incomplete_first_one_is_left_out(dataset):
    rows = published(dataset({"a": [9, 9, 5, 6, 7, 10, 10, 10], "resten": [100] * 8}))
    assert [key[1:] for key in rows.loc[["a"]].index] == [(2014, 2016), (2017, 2019)]
    assert rows.loc[["a"], "count"].tolist() == [18, 30]


def test_an_area_without_one_of_the_years_has_no_number_for_the_period(dataset):
    assert numbers(published(dataset(ESTATES | REST | {"a": [5, None, 7]})), "a") == []


def test_a_survey_every_other_year_is_summed_over_the_years_it_was_made(dataset):
    every_other = {area: [None, *years[:1], None, *years[1:2], None, *years[2:]] for area, years in ESTATES.items()}
    rows = published(dataset(every_other))
    assert numbers(rows, "a") == [(2015, 2017, 13, 200, "shown")]  # 2015 and 2017; 2013 lies in 2012-2014, cut off


def test_a_group_is_the_sum_of_its_members_in_single_years(dataset):
    rows = published(dataset(ESTATES | REST, members=("a", "b")))
    assert numbers(rows, "g") == [
        (2012, 2012, 15, 200, "shown"),
        (2013, 2013, 16, 200, "shown"),
        (2014, 2014, 17, 200, "shown"),
    ]


def test_a_group_has_no_number_in_a_year_that_a_member_lacks(dataset):
    rows = published(dataset(ESTATES | REST | {"a": [5, None, 7]}, members=("a", "b")))
    assert [key[1] for key in rows.loc[["g"]].index] == [2012, 2014]


def test_a_group_of_one_area_is_not_published(dataset):
    assert "g" not in published(dataset(ESTATES | REST, members=("a",))).index


def test_the_municipality_is_published_in_single_years_and_its_rest_not_at_all(dataset):
    rows = published(dataset(ESTATES | REST))
    assert numbers(rows, "kommune_0999") == [
        (2012, 2012, 135, 1000, "shown"),
        (2013, 2013, 136, 1000, "shown"),
        (2014, 2014, 137, 1000, "shown"),
    ]
    assert "resten" not in rows.index


def test_a_sum_has_the_source_of_the_newest_year_and_the_lowest_certainty(dataset):
    tables = dataset(ESTATES | REST)
    changed(tables, lambda rows: (rows["area_id"] == "a") & (rows["period_start"] == 2014), page="99")
    changed(tables, lambda rows: (rows["area_id"] == "a") & (rows["period_start"] == 2012), value_certainty="C")
    row = published(tables).loc[("a", 2012, 2014)]
    assert (row["page"], row["value_certainty"], row["source_id"]) == ("99", "C", "rapport")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["not_relevant"] * 3, "not_relevant"),
        (["hidden", "not_relevant", "hidden"], "not_collected"),
    ],
)
def test_what_the_source_says_instead_of_numbers_is_kept(dataset, words, expected):
    tables = dataset(ESTATES | REST)
    own = tables["observations"]["area_id"] == "a"
    tables["observations"].loc[own, "status"] = words
    tables["observations"].loc[own, ["count", "population"]] = pandas.NA
    assert published(tables).loc[("a", 2012, 2014), "status"] == expected


def test_charges_are_not_published_for_a_single_area(dataset):
    tables = dataset(ESTATES | REST, members=("a", "b"))
    tables["indicators"].loc[tables["indicators"]["indicator_id"] == "sigtede", "counts"] = "charges"
    assert set(published(tables).index.get_level_values("area_id")) == {"g", "kommune_0999"}


def with_charges(tables, **each):
    """The dataset with a second series: so many charges of `each` area's persons, one where it is not named."""
    persons = tables["indicators"].iloc[[0]]
    tables["indicators"] = pandas.concat([tables["indicators"], persons.assign(indicator_id="s", counts="charges")])
    rows = tables["observations"]
    parts = rows["area_id"] != "kommune_0999"
    charges = (rows["count"] * rows["area_id"].map(each).fillna(1).astype("Int64")).where(parts)
    charges = charges.fillna(charges.groupby(rows["period_start"]).transform("sum"))
    added = rows.assign(indicator_id="s", count=charges.astype("Int64"))
    tables["observations"] = pandas.concat([rows, added], ignore_index=True)
    return tables


def test_the_charges_of_a_group_do_not_tell_that_each_has_one(dataset):
    """Five areas with one person and one charge each in 2014: 5 charges shown, and at least 1 person in each of 5."""
    counts = {area: [0, 0, 1] for area in "abcde"} | {"resten": [100, 100, 100]}
    tables = with_charges(dataset(counts, members=tuple("abcde")))
    rows = register.publish(tables).observations
    of_group = rows[(rows["area_id"] == "g") & (rows["period_end"] == 2014)].set_index("indicator_id")["status"]
    assert of_group.to_dict() == {"sigtede": "hidden", "s": "hidden"}
    knowledge = attackers.read(rows, tables)
    granted = attackers.knowing_the_small(knowledge, lambda value: 5 if value.area_id == "g" else 1)
    assert found_of(granted, "abcde") == {(1, 4)}


def test_fewer_charges_than_persons_charged_are_refused(dataset):
    told = refused(with_charges(dataset(ESTATES | REST), a=0))
    assert "s all, a, 2012" in told and "mindst lige så mange sigtelser som sigtede personer" in told


def test_an_areas_period_is_compared_with_the_country_over_the_same_years(dataset):
    tables = dataset({"a": [30, 30, 30], "b": [2, 2, 2], "danmark": [100, 100, 100]} | REST)
    rows = derive.observations(tables, register.publish(tables)).set_index("area_id")
    assert rows.loc["a", ["value", "reference", "comparison"]].tolist() == [300, 100, "above"]
    assert rows.loc["b", ["value", "reference", "comparison"]].tolist() == [20, 100, "below"]
    assert rows.loc["danmark", "period_start"].tolist() == rows.loc["danmark", "period_end"].tolist()


def test_an_areas_period_is_compared_with_its_municipality_over_the_same_years(dataset):
    tables = dataset({"a": [30, 30, 30], "b": [2, 2, 2]} | REST)  # 132 of 1,000 a year
    rows = derive.observations(tables, register.publish(tables)).set_index("area_id")
    assert rows.loc["a", ["municipality_reference", "municipality_comparison"]].tolist() == [132, "above"]
    assert rows.loc["b", ["municipality_reference", "municipality_comparison"]].tolist() == [132, "below"]


def test_a_municipality_with_a_year_that_is_not_shown_is_not_compared_with(dataset):
    tables = dataset({"a": [30, 30, 30], "b": [20, 20, 20]} | REST)
    gone = (tables["observations"]["area_id"] == "kommune_0999") & (tables["observations"]["period_start"] == FIRST)
    tables["observations"] = tables["observations"][~gone].reset_index(drop=True)
    row = derive.observations(tables, register.publish(tables)).set_index("area_id").loc["a"]
    assert pandas.isna(row["municipality_reference"]) and row["municipality_comparison"] == "not_compared"


# What passes


def test_published_figures_pass_unchanged_however_small(dataset):
    tables = dataset(ESTATES | REST | {"a": [1, 1, 1]})
    tables["sources"]["source_class"] = "published"
    before = tables["observations"].copy()
    result = register.publish(tables)
    pandas.testing.assert_frame_equal(result.observations, before)
    assert result.references.empty
    assert register.report(result, tables).to_numpy().tolist() == [[0, 0, 0]]


def test_the_class_of_the_source_decides_row_by_row(dataset):
    tables = dataset(ESTATES | REST | {"a": [1, 1, 1]})
    public = tables["sources"].assign(source_id="p", source_class="published")
    tables["sources"] = pandas.concat([tables["sources"], public])
    printed = tables["observations"].iloc[[0]].assign(area_id="b", count=1, source_id="p", period_end=2012)
    tables["observations"] = pandas.concat([tables["observations"], printed], ignore_index=True)
    rows = published(tables)
    assert numbers(rows, "a") == [(2012, 2014, pandas.NA, 300, "hidden")]
    assert (2012, 2012, 1, 1000, "shown") in numbers(rows, "b")


def test_residents_are_shown_for_every_area_and_year(dataset):
    tables = dataset(ESTATES)
    tables["indicators"].loc[0, ["unit", "counts", "multiplier"]] = ["count", "residents", 1]
    tables["observations"] = tables["observations"].assign(value=3.0, count=pandas.NA, population=numpy.nan)
    tables["observations"]["count"] = tables["observations"]["count"].astype("Int64")
    pandas.testing.assert_frame_equal(register.publish(tables).observations, tables["observations"])


# What is hidden


def test_a_small_sum_is_hidden_with_its_value_and_a_zero_is_shown(dataset):
    rows = published(dataset(ESTATES | REST | {"a": [1, 0, 1], "b": [0, 0, 0]}))
    assert numbers(rows, "a") == [(2012, 2014, pandas.NA, 300, "hidden")]
    assert pandas.isna(rows.loc[("a", 2012, 2014), "value"])
    assert numbers(rows, "b") == [(2012, 2014, 0, 300, "shown")]


@pytest.mark.parametrize(("minimum", "status"), [(3, "shown"), (5, "hidden")])
def test_the_minimum_is_a_setting(dataset, minimum, status):
    assert published(dataset(ESTATES | REST | {"a": [1, 1, 1]}), minimum).loc[("a", 2012, 2014), "status"] == status


def test_a_minimum_under_3_is_an_error(dataset):
    with pytest.raises(ValueError, match="may not be lower than 3"):
        register.publish(dataset(ESTATES), minimum=2)


def test_a_group_does_not_tell_what_its_only_small_member_has(dataset):
    rows = published(dataset(ESTATES | REST | {"a": [1, 1, 1]}, members=("a", "b")))
    assert rows.loc[("a", 2012, 2014), "status"] == "hidden"
    assert "hidden" in [rows.loc[("b", 2012, 2014), "status"], *rows.loc[["g"], "status"]]


def test_the_municipality_does_not_tell_either_where_there_is_no_rest(dataset):
    rows = published(dataset(ESTATES | {"a": [1, 1, 1]}))
    others = [*rows.loc[["b"], "status"], *rows.loc[["c"], "status"], *rows.loc[["kommune_0999"], "status"]]
    assert rows.loc[("a", 2012, 2014), "status"] == "hidden" and "hidden" in others


def test_a_rate_of_too_few_is_not_shown_and_neither_is_the_count(dataset):
    rows = published(dataset(ESTATES | REST, population=29))
    assert numbers(rows, "a") == [(2012, 2014, pandas.NA, 87, "too_few")]  # 29 a year, not 87
    assert numbers(published(dataset(ESTATES | REST, population=30)), "a") == [(2012, 2014, 18, 90, "shown")]


def given_away_by_its_report():
    """Areas of 0, 0 and 1 persons: each period (1) is hidden as small, and so is the group's 2024, which is 4."""
    areas = ("a", "b", "c", "d")
    return {area: [0, 0, 1] for area in areas} | REST, areas


def test_how_much_is_hidden_is_told_for_the_whole_version_and_never_why(dataset):
    counts, members = given_away_by_its_report()
    tables = dataset(counts, members=members)
    told = register.report(register.publish(tables), tables)
    assert told.to_dict("records") == [{"values": 10, "hidden": 5, "too_few": 0}]


def test_a_reader_told_that_the_hidden_group_is_small_would_know_its_four_members(dataset):
    """The minimal case: why no page may tell reasons. At most 4 in all and at least 1 in each is 1 in each."""
    counts, members = given_away_by_its_report()
    tables = dataset(counts, members=members)
    knowledge = attackers.read(register.publish(tables).observations, tables)
    granted = attackers.knowing_the_small(knowledge, lambda value: 4 if value.area_id == "g" else 1)
    assert found_of(granted, members) == {(1, 4)}
    assert found_of(granted.tell(lambda value: value.area_id == "g", most=4), members) == {(1, 1)}


def found_of(knowledge, areas):
    found = attackers.attack(knowledge, attackers.Attacker.INSIDER)
    return {tuple(interval) for value, interval in found.items() if value.area_id in areas}


def equations(tables, rows):
    """Every published total of the years of a period, as the set of published values that add up to it."""
    estates = [area for area in ("a", "b", "c", "d") if area in rows.index]
    for end in rows.loc[estates].index.get_level_values("period_end").unique():
        years = range(end - 2, end + 1)
        for whole, parts in (("g", ["a", "b"]), ("kommune_0999", estates)):
            yield [(part, end - 2, end) for part in parts] + [(whole, year, year) for year in years]


@pytest.mark.parametrize("seed", sampled(range(12), ["0", "1", "2"]))
def test_no_equation_of_shown_totals_and_members_has_exactly_one_hidden(dataset, seed):
    random = numpy.random.default_rng(seed)
    counts = {area: random.poisson(level, 6).tolist() for area, level in zip("abcd", (1, 1.5, 4, 12), strict=True)}
    tables = dataset(counts, members=("a", "b"))  # no rest: the areas add up to the municipality
    rows = published(tables)
    estates = rows[rows.index.get_level_values("area_id").isin(list("abcd"))]
    small = [sum(counts[area][start - FIRST : end - FIRST + 1]) in range(1, 5) for area, start, end in estates.index]
    assert (estates["status"][small] == "hidden").all()
    for equation in equations(tables, rows):
        assert (rows.loc[equation, "status"] == "hidden").sum() != 1


# What is refused


def test_a_hidden_number_that_can_be_worked_out_stops_prepare_and_is_named(dataset, monkeypatch):
    protect = disclosure.protect

    def only_primary(*args, **kwargs):
        result = protect(*args, **kwargs)
        return result.assign(hidden=result["reason"] == "primary")

    monkeypatch.setattr(disclosure, "protect", only_primary)
    told = refused(dataset(ESTATES | REST | {"a": [1, 1, 1]}, members=("a", "b")))
    assert "sigtede all, housing_area: a, window: 2012-2014" in told
    assert "et tal, der ikke kan regnes ud af de andre" in told


def test_a_number_that_cannot_be_protected_stops_prepare_and_is_named(dataset, monkeypatch):
    def fail(*args, **kwargs):
        raise ValueError("housing_area: a, window: 0: cannot be protected")

    monkeypatch.setattr(disclosure, "protect", fail)
    assert "sigtede all, housing_area: a" in refused(dataset(ESTATES | REST))


@pytest.mark.parametrize("rest", [[100, 100, 99], [100, 100, 101]])
def test_a_rest_that_does_not_fit_is_refused(dataset, rest):
    tables = dataset(ESTATES | REST)
    changed(tables, lambda rows: (rows["area_id"] == "resten") & (rows["period_start"] == 2014), count=rest[-1])
    assert "sigtede all, kommune_0999, 2014" in refused(tables)


def test_areas_with_more_than_their_municipality_are_refused(dataset):
    assert "kommunens antal som summen" in refused(dataset(ESTATES | {"kommune_0999": [135, 136, 20]}))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"count": pandas.NA, "value": 50.0}, "kolonne count"),
        ({"period_end": 2013}, "kolonne period_end"),
        ({"area_id": "distrikt"}, "kolonne area_id"),
        ({"area_id": "g"}, "kolonne area_id"),  # with members: summed, never given
        ({"age_group": "under_18"}, "kolonne age_group"),
        ({"breakdown": "vold"}, "kolonne breakdown"),
        ({"edition": "ny", "period_start": 2013, "period_end": 2013}, "hvert tal én gang"),
    ],
)
def test_rows_that_the_equations_cannot_hold_are_refused(dataset, cells, expected):
    tables = changed(dataset(ESTATES | REST, members=("a", "b")), lambda rows: rows.index == 3, **cells)
    told = refused(tables)
    assert expected in told and "sigtede" in told


@pytest.mark.parametrize(("unit", "counts"), [("count", "persons_charged"), ("percent_change", "persons_charged")])
def test_numbers_of_persons_without_count_and_population_are_refused(dataset, unit, counts):
    tables = dataset(ESTATES)
    tables["indicators"].loc[0, ["unit", "counts"]] = [unit, counts]
    assert "observations*.csv, kolonne indicator_id: fandt »sigtede«" in refused(tables)


def test_age_groups_side_by_side_are_no_sums(dataset):
    tables = dataset(ESTATES | REST)
    older = tables["observations"].assign(age_group="18-24")
    tables["observations"] = pandas.concat([tables["observations"].assign(age_group="15-17"), older], ignore_index=True)
    assert published(tables).loc[("a", 2012, 2014), "age_group"].tolist() == ["15-17", "18-24"]


def refused_persons(**tables: pandas.DataFrame) -> list[tuple[str, str | None]]:
    sources = pandas.DataFrame({"source_id": ["avis", "register"], "source_class": ["published", "register"]})
    empty = {
        name: pandas.DataFrame(columns=["source_id", *printed.names, printed.number])
        for name, printed in register_faults.PRINTED.items()
    }
    empty["process_measures"] = ProcessMeasure.frame([])
    criteria = pandas.DataFrame({"criterion_id": ["k1", "k2"], "unit_da": ["unge", "%"]})
    given = {"sources": sources, "criteria": criteria, **empty, **tables}
    if "persons" not in given["results"]:
        given["results"] = given["results"].assign(persons=float("nan"))
    return [(fault.found, fault.column) for fault in register.refused_persons(given)]


def test_outcomes_with_few_persons_are_refused_unless_published() -> None:
    outcomes = pandas.DataFrame(
        {
            "source_id": ["avis", "register", "register", "register"],
            "project_id": "p",
            "persons": [1, 4, 0, 5],
            "outcome_da": ["job", "flyttet", "syg", "job"],
        }
    )
    assert refused_persons(outcomes=outcomes) == [("p, flyttet", "persons")]


def test_results_with_few_persons_are_refused_unless_published_or_in_per_cent() -> None:
    results = pandas.DataFrame(
        {
            "source_id": ["avis", "register", "register", "register"],
            "criterion_id": ["k1", "k1", "k2", "k1"],
            "project_id": "p",
            "as_of": ["2021", "2022", "2023", "2024"],
            "value": [3.0, 4.0, 3.0, float("nan")],
        }
    )
    assert refused_persons(results=results) == [("k1, p, 2022", "value")]


def test_a_share_that_gives_a_few_persons_away_is_refused_unless_published() -> None:
    """28 % of 7 are two, 90 % of 10 leave one; 0 % and half of 12 give nobody away."""
    results = pandas.DataFrame(
        {
            "source_id": ["avis", "register", "register", "register", "register", "register"],
            "criterion_id": "k2",
            "project_id": "p",
            "as_of": ["2020", "2021", "2022", "2023", "2024", "2025"],
            "value": [28.0, 28.0, 90.0, 0.0, 50.0, 28.0],
            "persons": [7, 7, 10, 6, 12, float("nan")],
        }
    )
    assert refused_persons(results=results) == [("k2, p, 2021", "persons"), ("k2, p, 2022", "persons")]


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ([5, 9, 20], ["2022"]),  # the four who came in between can be told
        ([9, 9, 14], []),
        ([14, 9, 11], []),  # it falls: an amount of each year, no sum of persons so far
        ([0, 4, 9], ["2022"]),
    ],
)
def test_a_result_that_grows_by_few_from_date_to_date_is_refused(values: list[float], refused: list[str]) -> None:
    results = pandas.DataFrame(
        {
            "source_id": "register",
            "criterion_id": "k1",
            "project_id": "p",
            "as_of": ["2021", "2022", "2023"],
            "value": values,
        }
    )
    found = [found for found, _ in refused_persons(results=results.iloc[::-1])]
    assert set(found) == {f"k1, p, {year}" for year in refused}


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({}, []),
        ({"out_of": 4, "value": 4}, ["out_of", "value"]),
        ({"value": 3}, ["value"]),
        ({"value": 17}, ["out_of − value"]),
        ({"measure": "days_to_contact", "value": 3}, []),  # days are no persons
        ({"measure": "days_to_contact", "value": 9, "out_of": 4}, ["out_of"]),
        ({"measure": "meetings_held", "value": 3, "out_of": 4}, []),
        ({"value": 3, "source_id": "avis"}, []),
    ],
)
def test_few_young_persons_of_a_quarter_are_refused_unless_published(changes, columns) -> None:
    measure = {"source_id": "register", "area_id": "a", "quarter": "2024-Q1", "measure": "contacted_in_time"}
    measures = pandas.DataFrame([{**measure, "age_group": "under_18", "value": 12, "out_of": 20, **changes}])
    told = f"a, 2024-Q1, {measures['measure'][0]}, under_18"
    assert refused_persons(process_measures=measures) == [(told, column) for column in columns]


def test_housing_areas_without_any_whole_are_published(dataset):
    tables = dataset(ESTATES)
    alone = tables["observations"]["area_id"] != "kommune_0999"
    found = register.publish({**tables, "observations": tables["observations"][alone]})
    assert found.observations.set_index("area_id")["count"].to_dict() == {"a": 18, "b": 30, "c": 60}


def test_a_level_that_publishes_nothing_refuses_a_registers_figures(dataset):
    tables = dataset({**ESTATES, **REST})
    levels = tables["levels"]
    tables["levels"] = levels.assign(published=levels["published"].mask(levels["level"] == "housing_area", ""))
    with pytest.raises(SourceError) as error:
        register.publish(tables)
    assert {finding.found.split(", ")[1] for finding in error.value.findings} == set(ESTATES)
