"""The facts of the dataset `published`, as a reader of the source documents would check them."""

from __future__ import annotations

import re
from pathlib import Path

import geopandas
import pandas
import pytest

from data.contracts import CERTAINTIES
from data.read import read_source
from data.scorecards import criterion_statuses

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "data" / "source" / "published"
SHAPES = ROOT / "geo" / "source" / "published"
BACKGROUND_SOURCES = {"natural_earth", "dagi_2021"}  # the background carries no source column

HOTSPOT_AREAS = {
    "aalborg_oest",
    "viby_syd",
    "hoejvangen",
    "hoeje_kolstrup",
    "kolding_nord",
    "broendby_strand",
    "indre_noerrebro",
    "ydre_noerrebro",
}
ENGLISH = re.compile(r"\b(the|and|of|not|from|with|found|year|years|list|areas|source|derived)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def tables() -> dict[str, pandas.DataFrame]:
    return read_source(SOURCE)


def rows(table: pandas.DataFrame, **values: object) -> pandas.DataFrame:
    for column, value in values.items():
        table = table[table[column] == value]
    return table


def paired(tables: dict[str, pandas.DataFrame]) -> list[tuple[str, str]]:
    return [(name, column) for name, table in tables.items() for column in table if column.endswith("_da")]


@pytest.mark.parametrize(
    ("area", "before", "after"),
    [("hotspotomraader", 75, 50), ("kontrolomraader", 70, 65), ("danmark", 25, 20)],
)
def test_hotspot_chart_has_two_points_and_no_counts(
    tables: dict[str, pandas.DataFrame], area: str, before: int, after: int
) -> None:
    points = rows(
        tables["observations"], indicator_id="persons_charged_per_1000", area_id=area, source_id="hotspot_haandbog_2015"
    )
    assert dict(zip(points["period_start"], points["value"], strict=True)) == {2009: before, 2013: after}
    assert (points["period_start"] == points["period_end"]).all()
    assert points[["count", "population"]].isna().all(axis=None)
    assert set(points["value_certainty"]) == {"A"}
    assert set(points["period_certainty"]) == {"C"}


def test_reported_offences_fell_by_38_and_16_per_cent(tables: dict[str, pandas.DataFrame]) -> None:
    changes = rows(tables["observations"], indicator_id="change_serious_offences_pct")
    assert changes.set_index("area_id")["value"].to_dict() == {"hotspotomraader": -38, "kontrolomraader": -16}
    assert set(changes["period_start"]) == {2010}
    assert set(changes["period_end"]) == {2014}


def test_every_comparison_has_its_four_numbers(tables: dict[str, pandas.DataFrame]) -> None:
    observations = tables["observations"]
    for comparison in tables["comparisons"].itertuples():
        for area in (comparison.treated_id, comparison.control_id):
            for year in (comparison.before, comparison.after):
                found = rows(
                    observations,
                    indicator_id=comparison.indicator_id,
                    age_group=comparison.age_group,
                    edition=comparison.edition,
                    area_id=area,
                    period_start=year,
                    breakdown="all",
                )
                assert found["value"].notna().sum() == 1, (comparison.comparison_id, area, year)


def test_eight_hotspot_areas(tables: dict[str, pandas.DataFrame]) -> None:
    assert set(rows(tables["roles"], role="hotspot")["area_id"]) == HOTSPOT_AREAS
    assert set(rows(tables["memberships"], parent_id="hotspotomraader")["area_id"]) == HOTSPOT_AREAS


def test_gadehavegaard_left_the_partnership_in_2003(tables: dict[str, pandas.DataFrame]) -> None:
    left = rows(tables["roles"], role="partnership").set_index("area_id")["valid_to"]
    assert left["gadehavegaard"] == 2003
    assert left.drop("gadehavegaard").isna().all()


def test_areas_by_level(tables: dict[str, pandas.DataFrame]) -> None:
    counts = tables["areas"]["level"].value_counts()
    # 98 municipalities and Christiansø; 72 named areas, of which Bispebjerg is Copenhagen's district
    assert counts[["country", "region", "municipality", "district", "housing_area"]].tolist() == [1, 5, 99, 34, 71]
    assert rows(tables["areas"], name="Bispebjerg")["area_id"].tolist() == ["kbh_bydel_08"]


def test_housing_areas_lie_in_the_municipality_of_their_code(tables: dict[str, pandas.DataFrame]) -> None:
    inside = rows(tables["areas"], level="housing_area").merge(
        rows(tables["memberships"], kind="administrative"), on="area_id", validate="one_to_one"
    )
    assert len(inside) == 71
    assert (inside["parent_id"] == "kommune_" + inside["municipality_code"]).all()


def test_complete_lists_have_all_their_areas(tables: dict[str, pandas.DataFrame]) -> None:
    complete = rows(tables["lists"], coverage="complete").set_index("list_id")["areas_total"].astype(int)
    named = tables["designations"].groupby("list_id").size()
    partial = {"ghetto_2011_01": 26, "ghetto_2013": 39}
    assert named.to_dict() == complete.to_dict() | partial
    assert complete.to_dict() == {
        "ghetto_2010": 29,
        "ghetto_2012": 33,
        "trial_2013": 34,
        "ghetto_2014_12": 31,
        "ghetto_2015": 25,
        "ghetto_2016": 25,
        "ghetto_2017": 22,
        "ghetto_2018": 29,
        "ghetto_2019": 28,
        "ghetto_2020": 15,
        "parallelsamfund_2021": 12,
        "parallelsamfund_2022": 10,
        "omdannelse_2022": 9,
    }


def test_transformation_areas_are_parallel_societies(tables: dict[str, pandas.DataFrame]) -> None:
    areas = tables["designations"].groupby("list_id")["area_id"].agg(set)
    assert areas["omdannelse_2022"] < areas["parallelsamfund_2022"]


@pytest.mark.parametrize(
    ("criterion", "reached", "status"),
    [
        ("ht_01", 70, "met"),
        ("ht_02", None, "no_project"),
        ("ht_03", 25, "not_met_yet"),
        ("ht_04", None, "no_project"),
        ("ht_05", 6, "not_met_yet"),
        ("ht_06", 37, "not_met_yet"),
        ("ht_07", 18, "not_met_yet"),
        ("ht_08", None, "not_collected"),
        ("ht_09", 193, "met"),
        ("ht_10", 34, "met"),
        ("ht_11", None, "not_collected"),
        ("ht_12", None, "not_collected"),
    ],
)
def test_hoeje_taastrup_criteria(
    tables: dict[str, pandas.DataFrame], criterion: str, reached: float | None, status: str
) -> None:
    found = criterion_statuses(tables["criteria"], tables["results"]).set_index("criterion_id").loc[criterion]
    assert found["status"] == status
    assert pandas.isna(found["reached"]) if reached is None else found["reached"] == reached
    assert found["double_counted"] == (criterion == "ht_10")


def test_certificates_are_inside_the_participants(tables: dict[str, pandas.DataFrame]) -> None:
    servicefag = rows(tables["results"], criterion_id="ht_03", project_id="servicefag")
    assert dict(zip(servicefag["value"], servicefag["counted"], strict=True)) == {18: True, 4: False}


@pytest.mark.parametrize(
    ("project", "group", "total"),
    [
        ("jobexpres", "", 586),
        ("moedre_i_job", "", 48),
        ("a_holdet", "Tidligere deltagere", 7),
        ("a_holdet", "Nuværende deltagere", 6),
    ],
)
def test_outcomes_add_up_to_the_printed_total(
    tables: dict[str, pandas.DataFrame], project: str, group: str, total: int
) -> None:
    outcomes = rows(tables["outcomes"], project_id=project, group_da=group)
    assert outcomes.loc[outcomes["is_total"], "persons"].tolist() == [total]
    assert outcomes.loc[~outcomes["is_total"], "persons"].sum() == total


def test_a_holdet_had_thirteen_participants(tables: dict[str, pandas.DataFrame]) -> None:
    totals = rows(tables["outcomes"], project_id="a_holdet", is_total=True)["persons"]
    assert sorted(totals) == [6, 7, 13]


def test_what_became_of_the_projects(tables: dict[str, pandas.DataFrame]) -> None:
    projects = tables["projects"]
    changed = rows(projects, status="changed").set_index("project_id")["became_project_id"].to_dict()
    assert changed == {"pc_klubben": "nye_muligheder", "misbrugsprojekt": "tvaergaaende_misbrugsprojekt"}
    abandoned = set(rows(projects, status="abandoned")["project_id"])
    printed = {"groent_projekt", "ungdomsraad", "kulturformidling"}  # page 13
    assert abandoned == printed | {"servicefag", "aktive_piger", "action_games"}  # pages 2 and 20: abandoned or changed


def test_projects_are_dated_only_where_a_source_prints_a_year(tables: dict[str, pandas.DataFrame]) -> None:
    projects = tables["projects"].set_index("project_id")
    dated = projects[projects["start"].ne("") | projects["end"].ne("")]
    assert dict(zip(dated.index, zip(dated["start"], dated["end"], strict=True), strict=True)) == {
        "a_holdet": ("2003-07", ""),
        "servicefag": ("2003-07", ""),
        "tvaergaaende_misbrugsprojekt": ("2005-05", ""),
        "ivaerksaetterprojekt": ("2006", ""),
        "hotspotpuljen": ("2010", "2014"),
        "gaabus": ("2013", "2013"),
        "fremskudt_sundhed": ("2014", ""),
        "aarskonference": ("2013-11", ""),
    }


def test_halsnaes_residents_and_dwellings(tables: dict[str, pandas.DataFrame]) -> None:
    printed = rows(tables["observations"], source_id="halsnaes_vi_vil_hinanden_2014", period_start=2014)
    assert printed.set_index(["area_id", "indicator_id"])["value"].to_dict() == {
        ("maglehoej", "residents"): 506,
        ("maglehoej", "dwellings"): 347,
        ("hoeje_toepholm_degnebakken", "residents"): 417,
        ("hoeje_toepholm_degnebakken", "dwellings"): 249,
    }


def test_a_target_is_not_an_observation(tables: dict[str, pandas.DataFrame]) -> None:
    employment = rows(tables["observations"], indicator_id="employment_rate_ethnic_minority_pct")
    assert employment[["period_start", "value"]].to_numpy().tolist() == [[2002, 55]]


def test_register_editions_keep_their_own_number_of_2006(tables: dict[str, pandas.DataFrame]) -> None:
    printed = rows(tables["observations"], indicator_id="suspicions_or_charges", period_start=2006)
    assert printed.set_index("edition")["value"].to_dict() == {"2006-2014": 25317, "2006-2017": 25125}


def test_national_charges_of_2023(tables: dict[str, pandas.DataFrame]) -> None:
    charges = rows(
        tables["observations"], indicator_id="charges_per_1000_inhabitants", breakdown="all", period_start=2023
    ).merge(tables["areas"][["area_id", "level"]], on="area_id")
    by_level = charges.groupby("level")[["count", "population"]].sum()
    unknown_municipality = 16472
    assert by_level.loc["country", "count"] == 184590
    assert by_level.loc["region", "count"] + unknown_municipality == 184590
    assert by_level.loc["country", "population"] == by_level.loc["region", "population"] == 5944412.75
    assert rows(charges, area_id="kommune_0411")["status"].tolist() == ["too_few"]


def test_persons_charged_and_charges_are_different_indicators(tables: dict[str, pandas.DataFrame]) -> None:
    counted = tables["indicators"].set_index("indicator_id")[["counts", "place"]]
    assert counted.loc["persons_charged_per_1000"].tolist() == ["persons_charged", "residence"]
    assert counted.loc["charges_per_1000_inhabitants"].tolist() == ["charges", "offence"]


def test_every_indicator_is_observed(tables: dict[str, pandas.DataFrame]) -> None:
    assert set(tables["indicators"]["indicator_id"]) == set(tables["observations"]["indicator_id"])


def test_no_english_in_danish_texts(tables: dict[str, pandas.DataFrame]) -> None:
    found = [
        (name, column, text)
        for name, column in paired(tables)
        for text in tables[name][column].unique()
        if ENGLISH.search(text)
    ]
    assert found == []


def test_every_danish_text_has_its_english_one(tables: dict[str, pandas.DataFrame]) -> None:
    for name, column in paired(tables):
        danish, english = tables[name][column], tables[name][column.removesuffix("_da") + "_en"]
        assert ((danish == "") == (english == "")).all(), (name, column)


def test_every_certainty_is_a_b_or_c(tables: dict[str, pandas.DataFrame]) -> None:
    for table in tables.values():
        for column in table.columns[table.columns.str.endswith("certainty")]:
            assert set(table[column]) <= set(CERTAINTIES)


def test_every_source_is_used(tables: dict[str, pandas.DataFrame]) -> None:
    used = {
        source
        for name, table in tables.items()
        if name != "sources" and "source_id" in table
        for source in table["source_id"]
        if source  # a line of the dataset's own instrument has none
    }
    files = [geopandas.read_parquet(path) for path in SHAPES.glob("*.parquet")]
    shapes = [layer for layer in files if "geometry_source_id" in layer]
    shapes.append(geopandas.read_file(SHAPES / "housing_area.geojson"))
    drawn = {source for layer in shapes for source in layer["geometry_source_id"] if source}
    assert used | drawn | BACKGROUND_SOURCES == set(tables["sources"]["source_id"])


def test_every_row_has_a_page_or_an_address(tables: dict[str, pandas.DataFrame]) -> None:
    addresses = tables["sources"].set_index("source_id")["url"]
    for name, table in tables.items():
        if name != "sources" and "page" in table:
            assert ((table["page"] != "") | (table["source_id"].map(addresses) != "")).all(), name


def by_list(tables: dict[str, pandas.DataFrame]) -> pandas.DataFrame:
    return rows(tables["observations"], source_id="ghettolister_2010_2017")


def test_every_value_of_the_transcribed_lists_is_there(tables: dict[str, pandas.DataFrame]) -> None:
    found = by_list(tables)
    assert len(found) == 1316
    assert len(found.drop_duplicates(["area_id", "period_end"])) == 265
    assert found["area_id"].nunique() == 56
    assert found["value_certainty"].value_counts().to_dict() == {"B": 1313, "C": 3}


def test_ringparken_in_slagelse_is_one_area_under_two_names(tables: dict[str, pandas.DataFrame]) -> None:
    names = tables["areas"].loc[tables["areas"]["name"].str.contains("Ringparken"), ["area_id", "aliases"]]
    assert names.to_numpy().tolist() == [["ringparken", "Ringparken, Slagelse"]]
    assert len(rows(by_list(tables), area_id="ringparken", indicator_id="residents")) == 8


def test_an_area_never_both_stands_on_a_list_and_has_left_it(tables: dict[str, pandas.DataFrame]) -> None:
    on, off = (
        set(zip(tables[t]["list_id"], tables[t]["area_id"], strict=True)) for t in ("designations", "departures")
    )
    assert len(off) == 35
    assert not on & off


def test_figures_that_disagree_stand_both(tables: dict[str, pandas.DataFrame]) -> None:
    found = rows(
        tables["observations"], indicator_id="convicted_pct", area_id="gellerupparken_toveshoej", period_end=2014
    )
    assert dict(zip(found["value"], found["value_certainty"], strict=True)) == {2.76: "C", 4.76: "B"}


def test_the_experience_of_the_documents_is_there_by_theme_and_page(tables: dict[str, pandas.DataFrame]) -> None:
    closed = rows(tables["lessons"], closed=True)
    assert set(closed["project_id"]) == {"misbrugsprojekt", "servicefag", ""}
    assert set(rows(closed, project_id="servicefag")["theme"]) == {"law", "staff", "users", "referral"}
    few = rows(tables["lessons"], lesson_id="ht_l_servicefag_faa")
    assert few[["text_da", "page"]].to_numpy().tolist() == [
        ["18 kvinder deltog, 4 fik et bevis; målet var 80 over to år.", "20"]
    ]


def test_money_has_the_dates_that_are_printed_and_no_others(tables: dict[str, pandas.DataFrame]) -> None:
    grants = tables["grants"].set_index("grant_id")
    dated = grants.loc[grants["start"] != "", ["start", "end"]]
    assert dated.to_dict("index") == {
        "ht_beboerraadgiver_torstorp": {"start": "2004", "end": ""},
        "ha_maglehoej": {"start": "2012-06-01", "end": ""},
        "ha_hoeje_toepholm": {"start": "2012-06-01", "end": ""},
        "hs_puljen": {"start": "2010", "end": "2014"},
    }
    assert grants["amount"].dropna().to_dict() == {"ha_multisport": 3_400_000}


def test_the_status_report_has_three_routes_for_its_five_projects(tables: dict[str, pandas.DataFrame]) -> None:
    plans = rows(tables["anchoring"], scheme="hoeje_taastrup_2005", covers="project").set_index("project_id")["route"]
    assert plans.to_dict() == {
        "jobexpres": "operations",
        "tvaergaaende_misbrugsprojekt": "operations",
        "nye_muligheder": "operations",
        "a_holdet": "new_money",
        "street_basket": "association",
    }


def test_the_model_has_seven_elements_and_the_ages_are_counted_nowhere(tables: dict[str, pandas.DataFrame]) -> None:
    kinds = tables["transition_facts"]["kind"].value_counts().to_dict()
    assert kinds == {"element": 7, "shortage": 4, "possibility": 3, "challenge": 3, "condition": 3}
    assert tables["transition_meetings"].empty
    assert tables["transition_outcomes"].empty


def test_every_project_that_the_report_judges_has_its_judgement(tables: dict[str, pandas.DataFrame]) -> None:
    judged = rows(tables["assessments"], subject="project", kind="judgement").set_index("subject_id")["verdict"]
    assert judged["tvaergaaende_misbrugsprojekt"] == "better"
    assert judged["nye_muligheder"] == "better"
    assert judged["street_basket"] == "awaiting"
    assert judged["hotspotpuljen"] == "mixed"


def test_areas_have_strengths_beside_their_challenges(tables: dict[str, pandas.DataFrame]) -> None:
    facts = tables["area_facts"]
    for area_id in ("taastrupgaard", "charlotteager", "torstorp", "maglehoej", "hoeje_toepholm_degnebakken"):
        assert {"strength", "challenge"} <= set(rows(facts, area_id=area_id)["kind"])
    assert rows(facts, area_id="taastrupgaard", kind="built")["start"].tolist() == ["1972"]
    assert dict(rows(facts, kind="scheme").set_index("area_id")["start"])["charlotteager"] == "1998"


def test_halsnaes_meets_as_often_as_printed_and_sends_up_what_a_team_cannot_solve(
    tables: dict[str, pandas.DataFrame],
) -> None:
    bodies = rows(tables["bodies"], scheme="halsnaes_2014").set_index("body_id")
    printed = bodies["meetings_per_year"].dropna().to_dict()  # page 9
    assert printed == {
        "halsnaes_dialogforum": 1,
        "halsnaes_styregruppe": 2,
        "halsnaes_team_boern": 4,
        "halsnaes_team_udsatte": 4,
    }
    cards = bodies[bodies["uses_cards"]]
    assert set(cards["parent_id"]) == {"halsnaes_styregruppe"}  # page 12
    fields = tables["seats"].groupby("body_id").size()
    assert (fields["halsnaes_team_boern"], fields["halsnaes_team_udsatte"]) == (15, 8)  # page 10, the network too
    assert rows(tables["seats"], body_id="halsnaes_sekretariat")["places"].sum() == 7  # page 5


def test_the_council_of_hoeje_taastrup_is_listed_with_more_functions_than_its_printed_members(
    tables: dict[str, pandas.DataFrame],
) -> None:
    council = rows(tables["bodies"], body_id="ht_repraesentantskab").iloc[0]
    assert (council["members"], council["meetings_per_year"]) == (19, 2)  # page 15
    seats = rows(tables["seats"], body_id="ht_repraesentantskab")
    assert seats["role"].value_counts().to_dict() == {"member": 21, "observer": 2}  # pages 15-16
    assert "20 funktioner" in council["note_da"]
    boards = rows(tables["bodies"], parent_id="ht_repraesentantskab", layer="practice")
    assert len(boards) == 3


def test_five_six_six_recommendations_and_seven_challenges(tables: dict[str, pandas.DataFrame]) -> None:
    advice = tables["recommendations"]
    assert advice.groupby("advice").size().to_dict() == {
        "kl_2014": 5,
        "koebenhavn_2009": 6,
        "koebenhavn_paradigme_2009": 6,
        "hotspot_2015": 1,
    }
    inferred = advice[(advice["scheme"] == "koebenhavn_2009") & (advice["status"] != "not_told")]
    assert set(inferred["certainty"]) == {"C"}  # the leaflet gives no status
    assert tables["challenges"]["rank"].tolist() == list(range(1, 8))


def test_nothing_that_the_documents_do_not_count_is_counted(tables: dict[str, pandas.DataFrame]) -> None:
    assert tables["process_measures"].empty
    assert tables["action_cards"].empty
    assert (tables["bodies"]["next_meeting"] == "").all()


def test_aalborgs_committee_has_twelve_seats(tables: dict[str, pandas.DataFrame]) -> None:
    assert rows(tables["seats"], body_id="aalborg_17_4")["places"].tolist() == [5, 1, 1, 5]
