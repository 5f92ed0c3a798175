"""The small charts of a profile."""

from dashboard import profile_figures, theme
from dashboard.words import Words
from tests.dashboard.profile_tables import AREA, TOWN, observation, profile


def test_a_panel_has_a_line_an_area_and_its_title() -> None:
    rows = [observation(area_id, year, 10.0) for area_id in (AREA, TOWN) for year in (2020, 2021)]
    (series,) = profile(rows).trends
    chart = profile_figures.panel(series, "I arbejde", unit="pct.", words=Words("da"), sizes=theme.DESK, decimals=1)
    assert [line.name for line in chart.data] == ["Området", "Kommunen"]
    assert "<b>I arbejde</b><br>pct." in [note.text for note in chart.layout.annotations]


def test_two_points_far_apart_are_joined_by_a_dotted_line_only() -> None:
    (series,) = profile([observation(AREA, 2010, 10.0), observation(AREA, 2020, 12.0)]).trends
    chart = profile_figures.panel(series, "I arbejde", unit="pct.", words=Words("da"), sizes=theme.DESK)
    assert list(chart.data[0].x) == [2010, 2020]
    assert chart.data[0].line.dash == "dot"
