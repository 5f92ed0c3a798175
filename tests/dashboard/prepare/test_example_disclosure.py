"""No hidden number of the fictitious municipality is in any prepared file, counted again from the source files."""

import gzip
import json

import pandas
import pytest

from dashboard.prepare import command
from data import query, versions
from tests import attackers, random_registers

NEWEST, YEARS, MINIMUM = 2024, 3, 5
SERIES = ["indicator_id", "age_group"]
NUMBERS = ["value", "low", "high", "count", "reference"]
EVENTS = ("charges_per_1000_youths", "suspicions_per_1000")


@pytest.fixture(scope="module")
def version():
    return versions.current(command.PREPARED, "example")


@pytest.fixture(scope="module")
def observations(version):
    return versions.read_table(version, "observations")


@pytest.fixture(scope="module")
def source():
    """The counts of single areas and years as they stand in the source files."""
    files = (command.SOURCE / "example").glob("observations*.csv")
    rows = pandas.concat([pandas.read_csv(path) for path in files]).dropna(subset=["count"])
    rows = rows[rows["area_id"].str.startswith("eks_omraade")]
    return rows.assign(period_end=NEWEST - (NEWEST - rows["period_start"]) // YEARS * YEARS)


@pytest.fixture(scope="module")
def small(source):
    """The small sums over three years, by series, area and last year."""
    sums = source[~source["indicator_id"].isin(EVENTS)].groupby([*SERIES, "area_id", "period_end"])["count"]
    sums = sums.sum()[sums.size() == YEARS]
    return sums[sums.between(1, MINIMUM - 1)]


def test_the_example_has_small_numbers_to_hide(small):
    assert len(small) > 10


def test_every_small_number_is_hidden_with_all_that_is_derived_from_it(observations, small):
    rows = observations.set_index(small.index.names).sort_index()
    hidden = rows.loc[small.index]
    assert len(hidden) == len(small)
    assert (hidden["status"] == "hidden").all() and (hidden["comparison"] == "").all()
    assert hidden[["value", "low", "high", "count"]].isna().all(axis=None)


def test_no_row_without_the_status_shown_has_a_number(observations):
    silent = observations[observations["status"] != "shown"]
    assert silent[["value", "low", "high", "count"]].isna().all(axis=None)
    assert (silent["comparison"] == "").all()


def test_no_single_year_of_a_single_area_and_no_charges_are_published(observations):
    estates = observations[observations["area_id"].str.startswith("eks_omraade") & observations["population"].notna()]
    assert (estates["period_end"] - estates["period_start"] == YEARS - 1).all()
    assert not estates["indicator_id"].isin(EVENTS).any()
    rest = observations.loc[observations["area_id"] == "eks_udenfor", "indicator_id"]
    assert set(rest) == {"residents", "dwellings"}


def test_the_browsers_files_have_null_where_a_number_is_hidden(version, observations):
    silent = observations[observations["status"] != "shown"]
    areas = versions.read_table(version, "areas")
    drawn = query.drawn(observations, areas)
    seen = 0
    for indicator_id, own in silent.groupby("indicator_id"):
        content = version.path(f"web/values-{indicator_id}.json.gz").read_bytes()
        level = json.loads(gzip.decompress(content))["levels"]["housing_area"]
        chosen = query.main_selection(drawn, indicator_id)  # the file has one age group of several
        for row in own[own["age_group"] == chosen.age_group].itertuples():
            place = level["periods"].index(f"{row.period_start}-{row.period_end}")
            values = level["areas"][row.area_id]
            assert [values[name][place] for name in ("v", "lo", "hi", "c")] == [None, None, None, 0]
            seen += 1
    assert seen > 10


def test_no_other_table_tells_of_a_housing_area_what_is_hidden(version, small):
    trends = versions.read_table(version, "trends").set_index([*SERIES, "area_id"])
    last_five = small[small.index.get_level_values("period_end") > NEWEST - 2 * YEARS].droplevel("period_end")
    used = trends.loc[trends.index.intersection(last_five.index.unique())]
    assert (used["verdict"] == "cannot_calculate").any()
    for table in ("effects", "differences"):
        assert not versions.read_table(version, table)["reference_id"].str.startswith("eks_omraade").any()


def test_neither_attacker_gets_a_hidden_number_of_the_whole_version(version, observations):
    """All indicators, areas, groups and years that the version publishes, read from its files."""
    tables = {name: versions.read_table(version, name) for name in ("areas", "levels", "memberships", "indicators")}
    files = (command.SOURCE / "example").glob("observations*.csv")
    given = pandas.concat([pandas.read_csv(path) for path in files])
    truth = random_registers.Register({"observations": given, "memberships": tables["memberships"]}, MINIMUM).truth
    verdict = attackers.judge(attackers.read(observations, tables), truth)
    assert verdict.hidden == versions.read_table(version, "disclosures")["hidden"].item() > 10
    assert (verdict.leaks, verdict.narrowed) == ([], [])


def test_shown_totals_less_shown_members_never_leave_exactly_one_hidden(version, observations, source):
    memberships = versions.read_table(version, "memberships").query("kind == 'group'")
    members = memberships.groupby("parent_id")["area_id"].agg(list).to_dict()
    status = observations.set_index([*SERIES, "area_id", "period_start", "period_end"])["status"]
    equations = 0
    for series in source[~source["indicator_id"].isin(EVENTS)][SERIES].drop_duplicates().itertuples(index=False):
        ends = source.loc[source["indicator_id"] == series.indicator_id, "period_end"].unique()
        for (group, own), end in ((pair, end) for pair in members.items() for end in ends):
            parts = [(*series, area, end - YEARS + 1, end) for area in own]
            totals = [(*series, group, year, year) for year in range(end - YEARS + 1, end + 1)]
            if all(key in status.index for key in parts + totals):
                equations += 1
                assert (status.loc[parts + totals] == "hidden").sum() != 1
    assert equations > 20
