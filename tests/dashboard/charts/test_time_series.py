"""Charts show one measure, nothing that is not published, and name every line."""

import pytest

from dashboard.charts import end_labels, lines, theme, time_series
from dashboard.charts.lines import Group, Line
from dashboard.i18n.words import Words
from data.contracts import Break
from tests.dashboard.charts import made_lines
from tests.dashboard.charts.made_lines import groups, made, observed
from tests.records import record

DA, EN = Words("da"), Words("en")
HANDBOOK = [
    ("hotspot", "Hotspotområder", 2009, 75),
    ("hotspot", "Hotspotområder", 2013, 50),
    ("control", "Kontrolområder", 2009, 70),
    ("control", "Kontrolområder", 2013, 65),
]


def drawn(*points: made_lines.Point, **options: object) -> time_series.graph_objects.Figure:
    return of(made(*points), **options)


def of(shown: list[Line], **options: object) -> time_series.graph_objects.Figure:
    return time_series.trend(shown, unit="pr. 1.000", words=DA, sizes=theme.DESK, **options)


def labels(figure: time_series.graph_objects.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_two_published_points_are_two_points_joined_by_a_thin_dotted_line() -> None:
    hotspot, control = drawn(*HANDBOOK).data
    assert (list(hotspot.x), list(hotspot.y)) == ([2009, 2013], [75, 50])
    assert hotspot.line.dash == control.line.dash == "dot"
    assert hotspot.line.width < theme.DESK.line
    assert hotspot.marker.symbol != control.marker.symbol


def test_dots_mean_unknown_years_and_nothing_else() -> None:
    assert "dot" not in {*theme.GROUP_DASHES.values(), *theme.COMPARE_DASHES}
    assert any("årene imellem er ukendte" in text for text in labels(drawn(*HANDBOOK)))
    yearly = drawn(("country", "Danmark", 2015, 1), ("country", "Danmark", 2016, 2))
    assert not any("årene imellem" in text for text in labels(yearly))


def test_the_first_values_stand_over_or_under_their_points_and_never_on_the_axis() -> None:
    figure = drawn(*HANDBOOK)
    starts = {note.text: note for note in figure.layout.annotations if note.text in ("<b>75</b>", "<b>70</b>")}
    assert {text: (note.x, note.y, note.yanchor) for text, note in starts.items()} == {
        "<b>75</b>": (2009, 75, "bottom"),
        "<b>70</b>": (2009, 70, "top"),
    }


def test_neighbouring_years_get_the_groups_own_full_line() -> None:
    (line,) = drawn(("control", "Kontrolområder", 2015, 1), ("control", "Kontrolområder", 2016, 2)).data
    assert (line.line.dash, line.line.width) == (theme.GROUP_DASHES["control"], theme.DESK.line)


def test_no_line_is_drawn_across_a_missing_year() -> None:
    rows = [("country", "Danmark", year, 1.0) for year in (2014, 2015, 2017)]
    (line,) = drawn(*rows).data
    assert list(line.x) == [2014, 2015, 2016, 2017]
    assert line.y[2] is None
    assert line.connectgaps is False


def test_every_line_is_named_with_its_last_value_at_its_end_and_two_points_with_the_first_value_too() -> None:
    figure = drawn(*HANDBOOK)
    assert {"<b>50</b> Hotspotområder", "<b>65</b> Kontrolområder", "<b>75</b>", "<b>70</b>"} <= set(labels(figure))
    assert figure.layout.template.layout.showlegend is False


def test_the_axes_show_published_whole_years_only_and_start_at_zero() -> None:
    figure = drawn(*HANDBOOK)
    assert list(figure.layout.xaxis.ticktext) == ["2009", "2013"]
    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] > 75


def test_many_years_are_thinned_and_the_latest_kept() -> None:
    figure = drawn(*(("country", "Danmark", year, 1.0) for year in range(2008, 2025)))
    assert len(figure.layout.xaxis.ticktext) <= time_series.TICKS
    assert figure.layout.xaxis.ticktext[-1] == "2024"


def test_a_longer_period_stands_at_its_middle_under_both_its_years() -> None:
    axis = of(made(("area", "Tåstrupgård", 2014, 1), period_end=2016)).layout.xaxis
    assert (list(axis.tickvals), list(axis.ticktext)) == ([2015], ["2014–2016"])


def test_negative_values_have_zero_on_the_axis() -> None:
    low, high = lines.value_range(made(("difference", "Forskel", 2015, -20)))
    assert low < -20
    assert high > 0


def test_two_measures_never_share_a_chart() -> None:
    mixed = [*groups(HANDBOOK[:2]), *groups(HANDBOOK[2:], indicator_id="sigtelser")]
    with pytest.raises(ValueError, match="two measures"):
        lines.lines(mixed)


def test_two_editions_never_share_a_line() -> None:
    rows = (observed(2009, 75, edition="2014"), observed(2013, 50, edition="2017"))
    with pytest.raises(ValueError, match="two editions"):
        lines.lines([Group("Hotspotområder", "hotspot", rows)])


def test_intervals_are_a_band_on_an_unbroken_line_and_bars_on_two_points() -> None:
    unbroken = made(*(("country", "Danmark", year, 10.0) for year in (2015, 2016, 2017)), low=8, high=13)
    band, line = of(unbroken).data
    assert (band.fill, max(band.y), min(band.y)) == ("toself", 13, 8)
    assert line.error_y.array is None
    pair = of(made(*HANDBOOK[:2], low=40, high=80)).data[0]
    assert (list(pair.error_y.array), list(pair.error_y.arrayminus)) == ([5, 30], [35, 10])


def test_breaks_inside_the_years_and_the_intervention_are_marked() -> None:
    breaks = [
        record(Break, year=year, title=title, note="Den blev 15 år.")
        for year, title in ((2005, "Før"), (2012, "Ny lavalder"))
    ]
    figure = drawn(*HANDBOOK, breaks=breaks, intervention=(2010, 2014))
    assert {(shape.type, shape.x0) for shape in figure.layout.shapes} == {("rect", 2009.5), ("line", 2011.5)}
    assert {"Ny<br>lavalder<br>2012", "Indsats 2010–2014"} <= set(labels(figure))
    note = time_series.reading_note(made(*HANDBOOK), breaks, DA)
    assert "Ny lavalder 2012. Den blev 15 år." in note
    assert "kun offentliggjort to målinger" in note
    assert "2005" not in note


def test_type_grows_with_the_projector_and_numbers_follow_the_language() -> None:
    desk = time_series.template(DA, theme.DESK).layout
    room = time_series.template(EN, theme.PROJECTOR).layout
    assert (desk.separators, room.separators) == (",.", ".,")
    assert room.xaxis.tickfont.size >= 20 > desk.xaxis.tickfont.size


def test_names_are_shown_as_they_are_written() -> None:
    assert "<b>1</b> &lt;b&gt; &amp; co" in labels(drawn(("area", "<b> & co", 2015, 1)))


@pytest.mark.parametrize(
    ("values", "placed"),
    [
        ([50, 51], [48.5, 52.5]),
        ([10, 50], [10, 50]),
        ([51, 50], [52.5, 48.5]),
    ],
)
def test_labels_keep_their_distance(values: list[float], placed: list[float]) -> None:
    assert end_labels.spread(values, 4) == placed


def test_the_text_alternative_says_from_where_to_where() -> None:
    assert time_series.trend_alt("Sigtede", made(*HANDBOOK), DA) == (
        "Sigtede. Hotspotområder: 75 i 2009 og 50 i 2013; Kontrolområder: 70 i 2009 og 65 i 2013."
    )


def test_observations_become_lines_in_the_order_of_their_roles() -> None:
    rows = [observed(2009, 1, area_id=area) for area in ("danmark", "hotspot", "andre")]
    names = {"danmark": "Danmark", "hotspot": "Hotspotområder"}
    roles = {"hotspot": "hotspot", "danmark": "country"}
    assert [group.name for group in lines.grouped(rows, names, roles)] == ["Hotspotområder", "Danmark"]


def test_a_very_long_name_keeps_its_beginning_and_its_end_beside_the_line():
    told = end_labels.end_name("Den " + "meget lange " * 13 + "forening")
    assert len(told) == end_labels.LABEL_LINES
    assert told[0].startswith("Den meget")
    assert told[-1].endswith("forening")
    assert end_labels.end_name("Højstrupparken") == ["Højstrupparken"]
