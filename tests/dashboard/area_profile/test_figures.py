"""The small charts of a profile."""

from dashboard.area_profile import figures, key_figures
from dashboard.charts import theme
from dashboard.i18n.words import Words
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, observation, profile


def test_a_panel_has_a_line_an_area_and_its_title() -> None:
    rows = [observation(area_id, year, 10.0) for area_id in (AREA, TOWN) for year in (2020, 2021)]
    (series,) = profile(rows).trends
    chart = figures.panel(series.lines, "I arbejde", unit="%", words=Words("da"), sizes=theme.DESK, decimals=1)
    assert [line.name for line in chart.data] == ["Området", "Kommunen"]
    assert "<b>I arbejde</b><br>%" in [note.text for note in chart.layout.annotations]


def test_key_figures_with_an_interval_stand_beside_larger_areas_on_the_scale_of_their_unit() -> None:
    rows = [
        observation(AREA, 2021, 42.5, low=41.0, high=44.0, municipality_reference=50.0, reference=60.0),
        observation(AREA, 2021, 900.0, "residents", low=800.0, high=1000.0),
    ]
    own = profile(rows)
    chart = figures.comparison(own, key_figures.figures(own), theme.DESK)
    assert [(dot.name, dot.x[0]) for dot in chart.data] == [("Landet", 60.0), ("Kommunen", 50.0), ("Området", 42.5)]
    assert list(chart.data[2].error_x.arrayminus) == [1.5]
    assert [note.text for note in chart.layout.annotations] == ["<b>42,5\xa0%</b> I arbejde"]


def test_without_intervals_there_is_no_picture_of_key_figures() -> None:
    own = profile([observation(AREA, 2021, 42.5, reference=60.0)])
    assert figures.comparison(own, key_figures.figures(own), theme.DESK) is None


def test_two_points_far_apart_are_joined_by_a_dotted_line_only() -> None:
    (series,) = profile([observation(AREA, 2010, 10.0), observation(AREA, 2020, 12.0)]).trends
    chart = figures.panel(series.lines, "I arbejde", unit="%", words=Words("da"), sizes=theme.DESK)
    assert list(chart.data[0].x) == [2010, 2020]
    assert chart.data[0].line.dash == "dot"
