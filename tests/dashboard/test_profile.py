"""What is known of an area: its numbers beside larger areas, its lists, its projects and who works there."""

import pytest

from dashboard.profile import area_ids
from tests.dashboard.profile_tables import AREA, TOWN, area, list_row, observation, profile, row, tables

REFERENCES = {"municipality_reference": 50.0, "municipality_comparison": "below", "reference": 60.0,
              "comparison": "below"}


def test_the_subtitle_places_the_area() -> None:
    assert profile([]).subtitle() == "boligområde · Åby · Region X · Bo Godt"
    assert profile([], TOWN).subtitle() == "kommune · Region X"


def test_the_newest_shown_number_is_the_key_figure() -> None:
    rows = [observation(AREA, 2020, 40.0), observation(AREA, 2021, 42.5, low=41.0, high=44.0, **REFERENCES),
            observation(AREA, 2022, None, status="hidden")]
    (figure,) = profile(rows).key_figures().to_dict("records")
    assert figure["number"] == "42,5 pct. (41,0–44,0)"
    assert figure["period"] == "2021"
    assert figure["in_municipality"] == "lavere end kommunen (50,0 pct.)"
    assert figure["in_country"] == "lavere end landet (60,0 pct.)"
    assert figure["source"] == "Bogen; sikkerhed A"


def test_a_number_that_is_never_shown_says_why() -> None:
    (figure,) = profile([observation(AREA, 2021, None, status="hidden")]).key_figures().to_dict("records")
    assert figure["number"] == "skjult (diskretioneret)"


def test_a_reference_that_is_missing_says_why() -> None:
    rows = [observation(AREA, 2021, 42.0), observation(TOWN, 2021, None, status="too_few")]
    (figure,) = profile(rows).key_figures().to_dict("records")
    assert figure["in_municipality"] == "kommunen: for få til at vise"
    assert figure["in_country"] == "landet: ikke opgjort"


def test_a_municipality_is_not_held_against_itself() -> None:
    (figure,) = profile([observation(TOWN, 2021, 42.0)], TOWN).key_figures().to_dict("records")
    assert figure["in_municipality"] == ""


def test_the_summary_counts_both_comparisons() -> None:
    assert profile([observation(AREA, 2021, 42.0, **REFERENCES)]).summary() == (
        "Af 1 nøgletal, der kan sammenlignes med kommunen, ligger 0 højere, 1 ligger lavere, og 0 er ikke forskelligt. "
        "Af 1 nøgletal, der kan sammenlignes med landet, ligger 0 højere, 1 ligger lavere, og 0 er ikke forskelligt."
    )


@pytest.mark.parametrize(("rows", "said"), [
    ([], "Der er endnu ingen tal for området i denne version af data."),
    ([observation(AREA, 2021, 1.0, comparison="not_compared")],
     "Områdets ene nøgletal kan ikke sammenlignes sikkert med kommunen eller landet."),
])
def test_the_summary_says_when_nothing_is_compared(rows: list, said: str) -> None:
    assert profile(rows).summary() == said


def test_a_trend_needs_two_periods_and_shows_larger_areas_in_its_years_only() -> None:
    rows = [observation(AREA, 2020, 1.0), observation(AREA, 2022, 2.0), observation(TOWN, 2021, 3.0),
            observation("danmark", 2019, 4.0), observation("danmark", 2020, 5.0)]
    (series,) = profile(rows).trends
    assert series[["name", "period_start"]].values.tolist() == [
        ["Området", 2020], ["Området", 2022], ["Kommunen", 2021], ["Landet", 2020],
    ]
    assert profile(rows[:1]).trends == []


def test_a_count_stands_alone_for_a_whole_is_always_larger() -> None:
    rows = [observation(area_id, year, 9.0, "residents") for area_id in (AREA, TOWN) for year in (2020, 2021)]
    (series,) = profile(rows).trends
    assert set(series["name"]) == {"Området"}


def test_two_editions_never_share_a_line() -> None:
    rows = [observation(AREA, year, 1.0, edition=edition) for edition in ("2020", "2021") for year in (2018, 2019)]
    (series,) = profile(rows).trends
    assert set(series["edition"]) == {"2021"}


def test_only_a_housing_area_has_a_history_of_lists_and_only_a_complete_list_says_no() -> None:
    lists = {"lists": [list_row("ghetto", "2015-12-01"), list_row("ghetto", "2016-12-01", "absent"),
                       list_row("udsat", "2016-12-01", "absent")]}
    own = profile([], **lists)
    assert own.history[["list_id", "answer"]].values.tolist() == [
        ["ghetto_2015_12", "not_on"], ["ghetto_2016_12", "not_collected"],
    ]
    assert own.history_sentence() == (
        "Området står ikke på nogen af de lister, der kendes i deres helhed. "
        "1 liste er ikke opgjort: den kendes ikke i sin helhed."
    )
    assert profile([], TOWN, **lists).history.empty


def project(project_id: str, areas: str, **more: object) -> dict[str, object]:
    return row("projects", project_id=project_id, name=project_id.title(), areas=areas, status="running",
               source_id="book", page="3", **more)


def test_projects_name_the_area_its_municipality_or_an_area_inside() -> None:
    elsewhere = area("udenfor", "Udenfor", "housing_area")
    projects = [project("cafe", AREA), project("mentor", TOWN), project("andet", "udenfor"), project("intet", "")]
    rows = {"projects": projects, "areas": [elsewhere]}
    assert profile([], **rows).projects()["project"].tolist() == ["Cafe", "Mentor"]
    assert profile([], TOWN, **rows).projects()["project"].tolist() == ["Cafe", "Mentor"]
    assert profile([], **rows).projects_sentence() == "2 projekter vedrører området: 2 i gang."


def test_criteria_are_those_that_the_projects_own_or_serve() -> None:
    criteria = [row("criteria", criterion_id=name, project_id=owner)
                for name, owner in (("own", "cafe"), ("shared", ""), ("other", ""))]
    served = [row("results", criterion_id="shared", project_id="cafe", as_of="2020-01", served=True, counted=True)]
    own = profile([], projects=[project("cafe", AREA)], criteria=criteria, results=served)
    assert own.criteria()["criterion_id"].tolist() == ["own", "shared"]


def test_who_works_there_is_functions_with_their_sources() -> None:
    rows = {
        "projects": [project("cafe", AREA, partners="Skolen|SSP", funding_da="Puljen"),
                     project("mentor", AREA, funding_da="Puljen")],
        "roles": [row("roles", area_id=AREA, role="hotspot", scheme_da="Puljen 2010", source_id="book", page="9")],
        "action_cards": [row("action_cards", area_id=AREA, title_da="Lys på stien", responsible_da="Driftslederen",
                             source_id="book")],
    }
    assert profile([], **rows).workers()[["part", "who", "what", "source"]].values.tolist() == [
        ["Kommune", "Åby", "", "Områdelisten i denne version af data"],
        ["Boligorganisation", "Bo Godt", "", "Områdelisten i denne version af data"],
        ["Hotspotområde", "Puljen 2010", "", "Bogen, s. 9"],
        ["Samarbejdspartner", "Skolen, SSP", "Cafe", "Bogen, s. 3"],
        ["Penge fra", "Puljen", "Cafe, Mentor", "Bogen, s. 3"],
        ["Ansvarlig for en handling", "Driftslederen", "Lys på stien", "Bogen"],
    ]


def test_every_area_but_the_country_has_a_profile() -> None:
    assert area_ids(tables([])) == ["region_x", TOWN, AREA]
