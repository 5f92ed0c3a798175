"""What is known of an area: where it lies, its series and its lists."""

from dashboard.area_profile.profile import area_ids
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, list_row, observation, profile, row


def test_the_subtitle_places_the_area() -> None:
    assert profile([]).subtitle() == "boligområde · Åby · Region X · Bo Godt"
    assert profile([], TOWN).subtitle() == "kommune · Region X"


def test_a_trend_needs_two_periods_and_shows_larger_areas_in_its_years_only() -> None:
    rows = [
        observation(AREA, 2020, 1.0),
        observation(AREA, 2022, 2.0),
        observation(TOWN, 2021, 3.0),
        observation("danmark", 2019, 4.0),
        observation("danmark", 2020, 5.0),
    ]
    (series,) = profile(rows).trends
    assert [(group.name, row.period_start) for group in series.groups for row in group.rows] == [
        ("Området", 2020),
        ("Området", 2022),
        ("Kommunen", 2021),
        ("Landet", 2020),
    ]
    assert profile(rows[:1]).trends == []


def test_a_count_stands_alone_for_a_whole_is_always_larger() -> None:
    rows = [observation(area_id, year, 9.0, "residents") for area_id in (AREA, TOWN) for year in (2020, 2021)]
    (series,) = profile(rows).trends
    assert [group.name for group in series.groups] == ["Området"]


def test_two_editions_never_share_a_line() -> None:
    rows = [observation(AREA, year, 1.0, edition=edition) for edition in ("2020", "2021") for year in (2018, 2019)]
    (series,) = profile(rows).trends
    assert {row.edition for row in series.rows} == {"2021"}


def test_only_a_housing_area_has_a_history_of_lists_and_only_a_complete_list_says_no() -> None:
    lists = {
        "lists": [
            list_row("ghetto", "2015-12-01"),
            list_row("ghetto", "2016-12-01", "absent"),
            list_row("udsat", "2016-12-01", "absent"),
        ]
    }
    own = profile([], **lists)
    assert [(standing.official.list_id, standing.answer) for standing in own.standings] == [
        ("ghetto_2015_12", "not_on"),
        ("ghetto_2016_12", "not_collected"),
    ]
    assert own.history_sentence() == (
        "Området har ikke stået på nogen af de lister, der kendes i deres helhed. "
        "For 1 liste vides det ikke, om området stod på den: den kendes ikke i sin helhed."
    )
    assert profile([], TOWN, **lists).standings == []


def test_every_area_but_the_country_has_a_profile() -> None:
    assert area_ids(profile([]).book) == ["region_x", TOWN, AREA]


def test_a_profile_tells_the_verdicts_of_the_trends_and_none_where_there_is_none() -> None:
    rows = [observation(AREA, year, 10.0) for year in (2010, 2011)]
    judged = profile(rows, trends=[trend("no_change")])
    assert judged.verdicts_sentence() == (
        f"Udvikling de seneste fem perioder: {judged.trends[0].title}: ingen stor ændring (mindre end en halvering)."
    )
    for given in ([], [trend("cannot_calculate")]):
        assert profile(rows, trends=given).verdicts_sentence() == ""


def trend(verdict: str) -> dict[str, object]:
    (one,) = profile([observation(AREA, 2010, 10.0)]).observations
    same = {name: getattr(one, name) for name in ("indicator_id", "area_id", "age_group", "breakdown", "edition")}
    return row("trends", **same, verdict=verdict, dispersion=1.0)
