"""What is known of an area: where it lies, its series and its lists."""

from dashboard.area_profile import trend_words
from dashboard.area_profile.profile import area_ids
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, area, list_row, observation, profile, row


def test_the_header_places_the_area_and_says_how_many_live_there() -> None:
    rows = [observation(AREA, 2020, 900.0, "residents"), observation(AREA, 2022, 1000.0, "residents")]
    assert profile(rows).header_line() == "Åby · 1.000 beboere (2022)"
    assert profile([], TOWN).header_line() == "kommune · Region X · antal beboere er ikke opgjort"


def test_a_line_that_counts_other_periods_than_the_area_s_own_says_so() -> None:
    three_years = [observation(AREA, year, 1.0, **{"period_start": year - 2}) for year in (2020, 2023)]
    rows = [*three_years, *(observation(TOWN, year, 2.0) for year in (2022, 2023))]
    (series,) = profile(rows).trends
    assert [group.name for group in series.groups] == ["Området", "Kommunen (enkelte år)"]


def test_what_a_part_of_an_area_stood_on_is_told_under_the_part_s_name() -> None:
    rows = {
        "areas": [area("gaarden", "Gården", "housing_area", municipality_code="0999")],
        "area_relations": [row("area_relations", area_id="gaarden", other_id=AREA, kind="part_of", source_id="book")],
        "lists": [list_row("ghetto", "2015-12-01")],
        "designations": [row("designations", list_id="ghetto_2015_12", area_id="gaarden", source_id="book")],
    }
    whole = profile([], **rows)
    assert [(standing.answer, standing.through) for standing in whole.standings] == [("on", "gaarden")]
    assert whole.history_sentence() == (
        "Området har stået på 1 af listerne: Liste pr. 1. december 2015. Gården er en del af Åparken. "
        "På listerne er det Gården, der er nævnt."
    )
    assert profile([], "gaarden", **rows).standings[0].through == ""


def test_an_area_too_small_for_the_lists_says_so() -> None:
    def said(residents: float, *fewest: int) -> str:
        rules = [row("list_rules", rule_id=str(number), minimum_residents=number) for number in fewest]
        rows = [observation(AREA, 2014, residents, "residents")]
        return profile(rows, lists=[list_row("ghetto", "2015-12-01")], list_rules=rules).history_sentence()

    assert "mindst 1.000 beboere; området havde 506 (2014)" in said(506, 1000)
    assert "mindst" not in said(1000, 1000)
    assert "mindst 600 beboere" in said(506, 1000, 600) and "mindst" not in said(700, 1000, 600)
    assert "mindst" not in said(506)


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
    assert trend_words.sentence(judged) == (
        f"Udvikling de seneste fem perioder: {judged.trends[0].title}: ingen stor ændring (mindre end en halvering)."
    )
    for given in ([], [trend("cannot_calculate")]):
        assert trend_words.sentence(profile(rows, trends=given)) == ""


def test_a_profile_says_when_more_is_known_and_that_nobody_can_tell_without_counts() -> None:
    rows = [observation(AREA, year, 10.0) for year in (2010, 2011)]
    small = profile(rows, trends=[trend("too_small") | {"length": 3, "needed": 2, "visible": 0.6}])
    assert trend_words.when(small) == (
        f"Hvornår ved vi det? {small.trends[0].title}: en halvering ses først, når tallene dækker 30 år, eller 2 "
        "lige så store områder lægges sammen; nu ses kun et fald på mindst 60\xa0%."
    )
    assert trend_words.when(profile(rows, trends=[])) == (
        "Hvornår en ændring ville kunne ses, kan ikke beregnes: kilderne oplyser ikke antal."
    )
    assert trend_words.when(profile(rows, trends=[trend("increasing")])) == ""


def trend(verdict: str) -> dict[str, object]:
    (one,) = profile([observation(AREA, 2010, 10.0)]).observations
    same = {name: getattr(one, name) for name in ("indicator_id", "area_id", "age_group", "breakdown", "edition")}
    return row("trends", **same, verdict=verdict, dispersion=1.0)
