"""The difference has its zero line, single areas share an axis, and the funnel names those outside it."""

import pandas
import pytest

from dashboard.charges import figures
from dashboard.charts import theme
from dashboard.i18n.words import Words
from data.funnel import funnel

DA = Words("da")
OPTIONS = {"unit": "pr. 1.000", "words": DA, "sizes": theme.DESK}
NAN = float("nan")


def texts(figure: figures.graph_objects.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_a_difference_is_one_line_with_its_band_and_a_line_at_zero() -> None:
    table = pandas.DataFrame(
        {
            "year": [2009, 2010, 2011],
            "difference": [5.0, -2.0, -10.0],
            "low": [0.0, -7.0, -15.0],
            "high": [10.0, 3.0, -5.0],
        }
    )
    series = figures.difference_series(table, "sigtede", "Forskel")
    figure = figures.difference(series, **OPTIONS, intervention=(2010, 2011))
    band, line = figure.data
    assert (list(line.x), list(line.y)) == ([2009, 2010, 2011], [5, -2, -10])
    assert line.line.color == theme.GROUP_COLOURS["difference"]
    assert (band.fill, min(band.y), max(band.y)) == ("toself", -15, 10)
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes if shape.type == "line"] == [(0, 0)]
    assert "Indsats 2010–2011" in texts(figure)


def area(*values: float, status: str = "shown") -> pandas.DataFrame:
    starts = [2007 + 3 * position for position in range(len(values))]
    frame = pandas.DataFrame({"period_start": starts, "value": values, "low": NAN, "high": NAN, "status": status})
    return frame.assign(period_end=frame["period_start"] + 2)


def panel(rows: pandas.DataFrame, verdict: str = "for lille til at afgøre") -> figures.graph_objects.Figure:
    return figures.panel(rows, name="Mølleby", role="hotspot", verdict=verdict, limits=(0, 90), **OPTIONS)


def test_a_panel_has_name_verdict_common_axis_and_its_first_and_last_period() -> None:
    figure = panel(area(50, 40, 30))
    assert texts(figure) == ["<b>Mølleby</b><br>for lille til at afgøre"]
    assert tuple(figure.layout.yaxis.range) == (0, 90)
    assert list(figure.layout.xaxis.ticktext) == ["2007–2009", "2013–2015"]


def test_a_hidden_period_is_a_gap() -> None:
    (line,) = panel(area(50, NAN, 30, 20)).data
    assert list(line.x) == [2008, 2012, 2014, 2017]
    assert pandas.isna(line.y[1])
    assert line.connectgaps is False


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("hidden", "skjult (diskretioneret)"),
        ("too_few", "for få til at vise"),
    ],
)
def test_an_area_without_a_number_says_why(status: str, word: str) -> None:
    assert word in texts(panel(area(NAN, NAN, status=status), "kan ikke beregnes"))


def test_a_panel_is_told_with_its_verdict_and_numbers() -> None:
    assert figures.panel_alt(area(50, NAN), "Mølleby", "faldende", DA) == "Mølleby, faldende. 2007–2009: 50."
    assert figures.panel_alt(area(NAN), "Mølleby", "kan ikke beregnes", DA).endswith("Ingen tal kan vises.")


def test_type_in_a_panel_grows_with_the_projector() -> None:
    figure = figures.panel(
        area(50), name="Mølleby", role="hotspot", verdict="", limits=(0, 90), **OPTIONS | {"sizes": theme.PROJECTOR}
    )
    assert figure.layout.annotations[0].font.size >= 20


FUNNEL = funnel(
    pandas.DataFrame(
        {
            "area_id": ["stor", "lille", "skjult"],
            "status": ["shown", "shown", "hidden"],
            "count": [300, 10, None],
            "population": [1000.0, 1000.0, 500.0],
            "value": [300.0, 10.0, None],
            "low": NAN,
            "high": NAN,
            "period_start": 2022,
            "period_end": 2024,
        }
    ),
    per=1000,
)
NAMES = {"stor": "Storparken", "lille": "Lilleby", "skjult": "Skjulte Vænge"}


def test_a_funnel_names_the_areas_outside_and_draws_no_hidden_one() -> None:
    groups = {"other": "Andre boligområder", "hotspot": "Hotspotområder"}
    figure = figures.funnel(FUNNEL, NAMES, {"stor": "hotspot"}, groups, **OPTIONS)
    others, hotspots = [trace for trace in figure.data if trace.mode == "markers"]
    assert (others.name, list(others.y), hotspots.name, list(hotspots.y)) == (
        "Andre boligområder",
        [10],
        "Hotspotområder",
        [300],
    )
    assert {"Storparken", "Lilleby", "samlet 155", "95 %", "99,8 %"} <= set(texts(figure))
    assert "Skjulte Vænge" not in texts(figure)


def test_a_funnel_is_told_with_those_outside() -> None:
    assert figures.funnel_alt("Sigtede", FUNNEL, NAMES, DA) == (
        "Sigtede. Samlet rate 155. Uden for grænserne: Storparken 300; Lilleby 10."
    )


def test_names_that_would_lie_on_each_other_are_left_out() -> None:
    rows = pandas.DataFrame(
        {
            "area_id": ["a", "b", "c"],
            "status": "shown",
            "count": [300, 299, 10],
            "population": [1000.0, 1000.0, 2000.0],
            "value": [300.0, 299.0, 5.0],
            "low": NAN,
            "high": NAN,
            "period_start": 2022,
            "period_end": 2022,
        }
    )
    figure = figures.funnel(
        funnel(rows, 1000), {"a": "Ahuse", "b": "Bhuse", "c": "Chuse"}, {}, {"other": "Andre boligområder"}, **OPTIONS
    )
    assert {"Ahuse", "Chuse"} <= set(texts(figure))
    assert "Bhuse" not in texts(figure)
