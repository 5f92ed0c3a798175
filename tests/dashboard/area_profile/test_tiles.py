"""The tiles: which six they are, what each says, and what an area has no number of."""

from dashboard.area_profile import figures, key_figures, markup, sheet_charts, tiles
from dashboard.area_profile.profile import Profile
from dashboard.charts.theme import DESK
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, area, observation, profile, row

THEMES = ("crime", "safety", "employment", "education", "income", "housing", "culture")
INDICATORS = [
    row(
        "indicators",
        indicator_id=f"{theme}_{place}",
        name_da=f"{theme} {place}",
        unit="percent",
        decimals=1,
        place="none",
        theme=theme,
        direction="no_judgement",
    )
    for theme in THEMES
    for place in (1, 2)
]


def chosen(own: Profile) -> list[str]:
    return [figure.row.indicator_id for figure in tiles.chosen(key_figures.figures(own))]


def test_each_theme_has_a_tile_before_any_has_two() -> None:
    rows = [observation(AREA, 2020, 1.0, f"{theme}_{place}") for theme in THEMES[:5] for place in (1, 2)]
    own = profile(rows, indicators=INDICATORS)
    assert chosen(own) == ["crime_1", "crime_2", "safety_1", "employment_1", "education_1", "income_1"]


def test_of_a_theme_the_newest_number_stands_first_and_one_that_is_withheld_last() -> None:
    rows = [
        observation(AREA, 2012, 1.0, "crime_1"),
        observation(AREA, 2020, 1.0, "crime_2"),
        *(observation(AREA, 2020, 1.0, f"{theme}_1") for theme in THEMES[1:6]),
        observation(AREA, 2022, None, "culture_1", status="hidden"),
    ]
    assert chosen(profile(rows, indicators=INDICATORS)) == ["crime_2", *(f"{theme}_1" for theme in THEMES[1:6])]


def test_how_many_live_there_stands_in_the_header_and_not_in_a_tile() -> None:
    assert chosen(profile([observation(AREA, 2020, 900.0, "residents")])) == []


def test_a_tile_says_year_comparison_and_certainty_in_words() -> None:
    number = observation(
        AREA,
        2021,
        42.0,
        low=41.0,
        high=43.0,
        municipality_reference=50.0,
        municipality_comparison="below",
        value_certainty="B",
        period_certainty="C",
    )
    own = profile([number])
    (tile,) = tiles.tiles(own, key_figures.figures(own))
    assert (tile.name, tile.number, tile.period) == ("I arbejde", "42,0\xa0%", "2021")
    assert tile.comparison == "lavere end kommunen (50,0\xa0%)"
    assert tile.certainty == "Tal: ●●○ gengivet fra anden kilde. Årstal: ●○○ beregnet eller udledt"


def test_the_course_is_the_area_s_own_and_dashed_where_years_are_unknown() -> None:
    years = (2018, 2019, 2022)
    rows = [observation(area_id, year, float(year - 2000)) for area_id in (AREA, TOWN) for year in years]
    own = profile(rows)
    (course,) = tiles.courses(own, key_figures.figures(own))
    assert course is not None
    assert [point.value for point in course.points] == [18.0, 19.0, 22.0]
    drawn = markup.course(course, own.words)
    assert drawn.count("unknown%22") == 1  # of two strokes
    assert 'alt="Fra 2018: 18,0 til 2022: 22,0."' in drawn


def test_a_changed_definition_is_drawn_and_told_where_a_course_crosses_it() -> None:
    rows = [observation(AREA, year, float(year - 2000)) for year in (2012, 2015, 2017)]
    breaks = [
        row("breaks", applies_to=name, year=year, title_da=title, title_en="", source_id="book")
        for name, year, title in (
            ("jobs", 2012, "Første"),  # before its second number there is nothing to break with
            ("jobs", 2015, "Ny <i>opgørelse</i>"),
            ("jobs", 2018, "Senere"),
            ("residents", 2015, "En andens"),
        )
    ]
    own = profile(rows, breaks=breaks)
    shown = key_figures.figures(own)
    (course,) = tiles.courses(own, shown)
    assert course is not None
    assert [each.year for each in course.breaks] == [2015]
    assert markup.course_picture(course).count('class="break"') == 1
    assert sheet_charts.trend(own.trends[0], own.words).count('stroke-dasharray="5 2"') == 1
    panel = figures.panel(own.trends[0].lines, "", unit="", words=own.words, sizes=DESK, breaks=course.breaks)
    assert len(panel.layout.shapes) == 1
    assert "Ny &lt;i&gt;opgørelse&lt;/i&gt; 2015." in markup.course(course, own.words)
    assert tiles.course_breaks(own, shown) == (
        "En lodret streg er en ændret definition. I arbejde: Ny <i>opgørelse</i> 2015."
    )


def test_what_an_area_lacks_is_told_by_what_others_of_its_level_have() -> None:
    rows = [observation("x", 2020, 1.0, "crime_1"), observation(AREA, 2020, 1.0, "safety_1")]
    own = profile(rows, indicators=INDICATORS, areas=[area("x", "X", "housing_area", municipality_code="0999")])
    assert tiles.missing(own, key_figures.figures(own)) == "Ingen kilde har tal for området om kriminalitet."


def test_every_text_of_a_tile_is_escaped() -> None:
    indicator = {**INDICATORS[0], "indicator_id": "b", "name_da": "<b>&x"}
    own = profile([observation(AREA, 2020, 1.0, "b")], indicators=[indicator])
    shown = tiles.tiles(own, key_figures.figures(own))
    assert "&lt;b&gt;&amp;x" in markup.tile_list(shown, [None], own.words, str)


def test_a_tile_leads_to_all_that_is_known_of_its_number() -> None:
    own = profile([observation(AREA, 2020, 1.0)])
    shown = tiles.tiles(own, key_figures.figures(own))
    drawn = markup.tile_list(shown, [None], own.words, lambda name: f'data?tal="{name}')
    assert f'href="data?tal=&quot;{shown[0].check}"' in drawn
    assert f"~{AREA}~2020~" in shown[0].check
