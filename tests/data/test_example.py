"""The dataset `example`: the committed files are what the module generates, and they exercise every feature."""

import pandas
import pytest

from data import example, register, transitions
from data.contracts import (
    AREA_FACTS,
    ASSESSED,
    ASSESSMENT_KINDS,
    CARD_STATUSES,
    GRANT_STATUSES,
    LESSON_KINDS,
    LESSON_THEMES,
    MEETINGS,
    MILESTONE_STATUSES,
    PROJECT_STATUSES,
    ROUTES,
    TRANSITION_FACTS,
    VERDICTS,
    CriterionStatus,
    GivenIndicator,
    Level,
)
from data.effect import Counts, difference_in_differences
from data.measures import rate
from data.query import fold
from data.read import read_source
from data.scorecards import criterion_statuses

CHARGED = "persons_charged_per_1000"


@pytest.fixture(scope="module")
def tables(root):
    return read_source(root / "data/source/example")


@pytest.fixture(scope="module")
def estates(tables):
    """The observations of the housing areas."""
    areas = tables["areas"]
    ids = areas.loc[areas["level"] == Level.HOUSING_AREA, "area_id"]
    return tables["observations"][tables["observations"]["area_id"].isin(ids)]


@pytest.fixture(scope="module")
def pooled(tables):
    """Persons charged in the hotspot and control areas together: (group, age group, year) -> count, population."""
    members = tables["memberships"].query("kind == 'group'")[["area_id", "parent_id"]]
    rows = tables["observations"].query("indicator_id == @CHARGED").merge(members, on="area_id")
    return rows.groupby(["parent_id", "age_group", "period_start"])[["count", "population"]].sum()


def allowed_values(model, column):
    return set(model.schema().columns[column].checks[0].statistics["allowed_values"])


def effect(pooled, age_group):
    cells = [
        Counts(*pooled.loc[(group, age_group, year)])
        for group in ("hotspotomraader", "kontrolomraader")
        for year in (2009, 2013)
    ]
    return difference_in_differences(*cells)


def test_the_committed_files_are_what_the_module_generates(root):
    committed = {path.name: path.read_bytes() for path in (root / "data/source/example").iterdir()}
    assert committed == {name: text.encode("utf-8") for name, text in example.files().items()}


def test_the_files_are_small(root):
    assert sum(path.stat().st_size for path in (root / "data/source/example").iterdir()) < 2_000_000


def test_every_table_has_rows_but_the_answers_to_questions_that_nothing_raises(tables):
    assert [name for name, frame in tables.items() if frame.empty] == ["accepted_questions"]


def test_the_only_source_of_figures_is_fictitious_and_says_so_in_both_languages_with_the_seed(tables):
    source = tables["sources"].iloc[0]
    assert set(tables["observations"]["source_id"]) == {source["source_id"]}
    cited = {
        name for name, frame in tables.items() if "source_id" in frame and len(set(frame["source_id"]) - {"fiktiv"})
    }
    assert cited == {"sources", "indicator_sets"}  # the themes of other barometers are real
    assert source["source_class"] == "fictitious"
    assert "Fiktive tal" in source["note_da"] and "Fictitious figures" in source["note_en"]
    assert str(example.SEED) in source["note_da"] and str(example.SEED) in source["note_en"]


def test_40_housing_areas_lie_in_6_districts_of_one_municipality(tables):
    levels = tables["areas"]["level"].value_counts()
    districts = tables["memberships"].query("kind == 'city_district'")
    assert levels.to_dict() == {
        "housing_area": 40,
        "district": 6,
        "group": 3,
        "country": 1,
        "region": 1,
        "municipality": 1,
    }
    assert districts["area_id"].nunique() == 40
    assert districts["parent_id"].nunique() == 6


def test_8_areas_are_hotspots_and_12_others_their_controls(tables):
    roles = tables["roles"].groupby("role")["area_id"].agg(set)
    members = tables["memberships"].query("kind == 'group'").groupby("parent_id")["area_id"].agg(set)
    assert (len(roles["hotspot"]), len(roles["control"])) == (8, 12)
    assert not roles["hotspot"] & roles["control"]
    assert members.to_dict() == {"hotspotomraader": roles["hotspot"], "kontrolomraader": roles["control"]}


def test_no_area_bears_the_name_of_a_real_one(root, tables):
    published = pandas.read_csv(root / "data/source/published/areas.csv", dtype="str", keep_default_na=False)
    texts = pandas.concat([published["name"], published["aliases"]]).str.split("[|/]", regex=True).explode()
    real = set(texts.str.strip().map(fold))
    own = tables["areas"][tables["areas"]["level"].isin(["housing_area", "district", "municipality", "region"])]
    assert own["name"].is_unique
    assert set(own["name"].map(fold)) & real == set()


def test_the_municipality_is_the_sum_of_its_housing_areas_and_the_rest(tables, estates):
    rows = tables["observations"]
    same = ["indicator_id", "age_group", "period_start"]
    numbers = ["value", "count", "population"]
    parts = pandas.concat([estates, rows[rows["area_id"] == "eks_udenfor"]])
    sums = parts.groupby(same)[numbers].sum().astype(float)
    municipality = rows[rows["area_id"] == "kommune_9999"].set_index(same)[numbers].fillna(0).astype(float)
    pandas.testing.assert_frame_equal(sums, municipality.sort_index())


def test_the_districts_have_all_residents_of_the_municipality(tables):
    residents = tables["observations"].query("indicator_id == 'residents'")
    districts = residents[residents["area_id"].str.startswith("eks_distrikt_")]
    municipality = residents[residents["area_id"] == "kommune_9999"].set_index("period_start")["value"]
    assert districts.groupby("period_start")["value"].sum().to_dict() == municipality.to_dict()


def test_charged_youths_are_counted_every_year_from_2007_in_every_housing_area(estates):
    youths = estates[estates["indicator_id"].str.contains("_per_1000")]
    years = youths.groupby(["indicator_id", "age_group", "area_id"])["period_start"].agg(["min", "max", "size"])
    assert len(years) == 5 * 40
    assert set(years.itertuples(index=False, name=None)) == {(2007, 2024, 18)}


def test_charges_are_at_least_one_for_each_person_charged(tables):
    keys = ["area_id", "period_start", "age_group"]
    counts = tables["observations"].pivot(index=keys, columns="indicator_id", values="count")
    both = counts[["charges_per_1000_youths", CHARGED]].dropna()
    assert len(both) == 43 * 18 * 2
    assert (both["charges_per_1000_youths"] >= both[CHARGED]).all()


@pytest.mark.parametrize(
    ("group", "year", "level"),
    [
        ("hotspotomraader", 2009, 75),
        ("hotspotomraader", 2013, 50),
        ("kontrolomraader", 2009, 70),
        ("kontrolomraader", 2013, 65),
    ],
)
def test_the_pooled_levels_resemble_the_handbook(pooled, group, year, level):
    assert rate(*pooled.loc[(group, "15-17", year)]).value == pytest.approx(level, abs=3)


def test_an_effect_is_found_at_15_to_17_and_none_at_18_to_24(pooled):
    young, old = effect(pooled, "15-17"), effect(pooled, "18-24")
    assert young.difference == pytest.approx(-20, abs=3)
    assert young.high < 0
    assert old.low < 0 < old.high


def test_the_country_falls_from_25_to_20(tables):
    rows = tables["observations"].query("indicator_id == @CHARGED and area_id == 'danmark' and age_group == '15-17'")
    rows = rows.set_index("period_start")
    rates = 1000 * rows["count"].astype(float) / rows["population"]
    assert rates[2009] == pytest.approx(25, abs=1)
    assert rates[2013] == pytest.approx(20, abs=1)


def test_small_counts_and_small_populations_occur(estates):
    charged = estates[estates["indicator_id"] == CHARGED]
    assert charged["count"].between(1, 4).sum() > 100
    assert (charged["count"] == 0).any()
    assert (charged["population"] < 30).any()


def test_the_survey_left_the_smallest_areas_out_at_first(estates):
    asked = estates.query("indicator_id == 'safe_pct'").groupby("period_start")["area_id"].nunique()
    assert asked.to_dict() == {2016: 37, 2018: 37, 2020: 40, 2022: 40, 2024: 40}


def test_every_theme_has_an_indicator_with_rows(tables):
    themes = allowed_values(GivenIndicator, "theme")
    observed = tables["indicators"][tables["indicators"]["indicator_id"].isin(tables["observations"]["indicator_id"])]
    assert len(observed) == len(tables["indicators"])
    assert set(observed["theme"]) == themes


def test_every_status_of_a_criterion_and_of_a_project_occurs(tables):
    statuses = allowed_values(CriterionStatus, "status")
    assert set(criterion_statuses(tables["criteria"], tables["results"])["status"]) == statuses
    assert set(tables["projects"]["status"]) == set(PROJECT_STATUSES)


def test_every_status_of_a_milestone_and_of_an_action_card_occurs(tables):
    assert (len(tables["milestones"]), set(tables["milestones"]["status"])) == (10, set(MILESTONE_STATUSES))
    assert (len(tables["action_cards"]), set(tables["action_cards"]["status"])) == (13, set(CARD_STATUSES))


def test_a_milestone_serves_the_goal_of_its_project_and_of_its_criterion(tables):
    for table, key in (("projects", "project_id"), ("criteria", "criterion_id")):
        goals = tables[table].set_index(key)["goal_id"]
        own = tables["milestones"][tables["milestones"][key] != ""]
        assert (own[key].map(goals) == own["goal_id"]).all()


def test_an_action_card_of_a_project_is_about_an_area_of_the_project(tables):
    areas = tables["projects"].set_index("project_id")["areas"].str.split("|")
    cards = tables["action_cards"][tables["action_cards"]["project_id"] != ""]
    assert all(card.area_id in areas[card.project_id] for card in cards.itertuples())


def test_a_card_of_a_project_serves_the_goal_of_the_project(tables):
    goals = tables["projects"].set_index("project_id")["goal_id"]
    cards = tables["action_cards"][tables["action_cards"]["project_id"] != ""]
    assert (cards["project_id"].map(goals) == cards["goal_id"]).all()


def test_the_work_is_counted_in_every_hotspot_area_and_every_quarter(tables):
    hotspots = set(tables["roles"].loc[tables["roles"]["role"] == "hotspot", "area_id"])
    work = tables["process_measures"][tables["process_measures"]["age_group"] == "all"]
    assert set(work["area_id"]) == hotspots
    assert set(work.groupby(["area_id", "measure"]).size()) == {7}
    of_the_young = tables["process_measures"][tables["process_measures"]["age_group"] != "all"]
    assert set(of_the_young["area_id"]) == {"hotspotomraader"}
    assert set(of_the_young["age_group"]) == {"under_18", "18_plus"}


def test_some_questions_of_the_checklist_have_no_answer(tables):
    answers = tables["checklist_answers"]
    asked = len(tables["checklist_items"]) * answers["area_id"].nunique()
    assert set(answers["answer"]) == {"yes", "no", "unknown"}
    assert len(answers) < asked


def test_the_three_meetings_are_counted_every_year_from_2019(tables):
    meetings = tables["transition_meetings"]
    assert set(zip(meetings["year"], meetings["meeting"], strict=True)) == {
        (year, meeting) for year in range(2019, 2025) for meeting in MEETINGS
    }
    assert register.refused_persons(tables) == []


def test_some_numbers_of_young_people_are_hidden_and_most_are_shown(tables):
    shown = transitions.publish(tables, register.MINIMUM)["transition_meetings"]
    hidden = shown["hidden"].str.split("|").explode()
    assert 0 < (hidden != "").sum() < 20


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("transition_facts", "kind", TRANSITION_FACTS),
        ("anchoring", "route", ROUTES),
        ("lessons", "theme", LESSON_THEMES),
        ("lessons", "kind", LESSON_KINDS),
        ("assessments", "subject", ASSESSED),
        ("assessments", "kind", ASSESSMENT_KINDS),
        ("assessments", "verdict", VERDICTS),
        ("area_facts", "kind", AREA_FACTS),
        ("grants", "status", GRANT_STATUSES),
    ],
)
def test_every_code_of_the_tables_on_efforts_occurs(tables, table, column, codes):
    assert set(tables[table][column]) == set(codes)


def test_a_changed_project_says_what_it_became(tables):
    changed = tables["projects"][tables["projects"]["status"] == "changed"]
    assert (changed["became_project_id"] != "").all()


def test_a_total_of_outcomes_is_the_sum_of_its_parts(tables):
    outcomes = tables["outcomes"].groupby(["project_id", "group_da", "is_total"])["persons"].sum().unstack()
    assert (outcomes[True] == outcomes[False]).all()


def test_every_list_is_complete_and_has_areas(tables):
    assert set(tables["lists"]["coverage"]) == {"complete"}
    assert (tables["lists"]["areas_total"] > 0).all()


def test_a_parallel_society_is_also_a_vulnerable_area_and_a_prevention_area_is_not(tables):
    on = tables["designations"].groupby("list_id")["area_id"].agg(set)
    for year in range(2021, 2025):
        assert on[f"parallelsamfund_{year}"] < on[f"udsat_{year}"]
        assert not on[f"forebyggelse_{year}"] & on[f"udsat_{year}"]
