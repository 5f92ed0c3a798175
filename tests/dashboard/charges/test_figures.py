"""The difference has its zero line, single areas share an axis, and the funnel names those outside it."""

import pytest

from dashboard.charges import figures
from dashboard.charts import theme
from dashboard.i18n.words import Words
from data.contracts import Difference, Observation, Status
from data.funnel import funnel
from tests.records import record

DA = Words("da")
OPTIONS = {"unit": "pr. 1.000", "words": DA, "sizes": theme.DESK}


def texts(figure: figures.graph_objects.Figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_a_difference_is_one_line_with_its_band_and_a_line_at_zero() -> None:
    differences = [
        record(Difference, year=year, difference=difference, low=low, high=high)
        for year, difference, low, high in ((2009, 5.0, 0.0, 10.0), (2010, -2.0, -7.0, 3.0), (2011, -10.0, -15.0, -5.0))
    ]
    drawn = figures.difference_line(differences, "Forskel")
    figure = figures.difference(drawn, **OPTIONS, intervention=(2010, 2011))
    band, line = figure.data
    assert (list(line.x), list(line.y)) == ([2009, 2010, 2011], [5, -2, -10])
    assert line.line.color == theme.GROUP_COLOURS["difference"]
    assert (band.fill, min(band.y), max(band.y)) == ("toself", -15, 10)
    assert [(shape.y0, shape.y1) for shape in figure.layout.shapes if shape.type == "line"] == [(0, 0)]
    assert "Indsats 2010–2011" in texts(figure)


def area(*values: float | None, status: str = "shown") -> list[Observation]:
    return [
        record(Observation, period_start=start, period_end=start + 2, value=value, status=Status(status))
        for start, value in zip(range(2007, 2030, 3), values, strict=False)
    ]


def panel(
    rows: list[Observation], verdict: str = "for få personer til at afgøre det", **options: object
) -> figures.graph_objects.Figure:
    return figures.panel(
        figures.area_line(rows, "Mølleby", "hotspot"),
        verdict=verdict,
        missing=figures.missing_word(rows, DA),
        limits=(0, 90),
        **OPTIONS | options,
    )


def test_a_panel_has_name_verdict_common_axis_and_its_first_and_last_period() -> None:
    figure = panel(area(50, 40, 30))
    assert texts(figure) == ["<b>Mølleby</b><br>for få personer til at afgøre det"]
    assert tuple(figure.layout.yaxis.range) == (0, 90)
    assert list(figure.layout.xaxis.ticktext) == ["2007–2009", "2013–2015"]


def test_a_hidden_period_is_a_gap() -> None:
    (line,) = panel(area(50, None, 30, 20)).data
    assert list(line.x) == [2008, 2012, 2014, 2017]
    assert line.y[1] is None
    assert line.connectgaps is False


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("hidden", "skjult (diskretioneret)"),
        ("too_few", "for få til at vise"),
    ],
)
def test_an_area_without_a_number_says_why(status: str, word: str) -> None:
    assert word in texts(panel(area(None, None, status=status), "kan ikke beregnes"))


def test_a_panel_is_told_with_its_verdict_and_numbers() -> None:
    shown, hidden = (figures.area_line(area(*values), "Mølleby", "hotspot") for values in ((50, None), (None,)))
    assert figures.panel_alt(shown, "faldende", DA) == "Mølleby, faldende. 2007–2009: 50."
    assert figures.panel_alt(hidden, "kan ikke beregnes", DA).endswith("Ingen tal kan vises.")


def test_type_in_a_panel_grows_with_the_projector() -> None:
    assert panel(area(50), "", sizes=theme.PROJECTOR).layout.annotations[0].font.size >= 20


def counted(area_id: str, count: int | None, population: float, value: float | None) -> Observation:
    return record(
        Observation,
        area_id=area_id,
        count=count,
        population=population,
        value=value,
        status=Status.HIDDEN if value is None else Status.SHOWN,
        period_start=2022,
        period_end=2024,
    )


FUNNEL = funnel(
    [
        counted("stor", 300, 1000.0, 300.0),
        counted("lille", 10, 1000.0, 10.0),
        counted("skjult", None, 500.0, None),
    ],
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
    assert {"Storparken", "Lilleby", "samlet 155", "95\xa0%", "99,8\xa0%"} <= set(texts(figure))
    assert "Skjulte Vænge" not in texts(figure)


def test_a_funnel_is_told_with_those_outside() -> None:
    assert figures.funnel_alt("Sigtede", FUNNEL, NAMES, DA) == (
        "Sigtede. Samlet rate 155. Uden for grænserne: Storparken 300; Lilleby 10."
    )


def test_names_that_would_lie_on_each_other_are_left_out() -> None:
    rows = [counted("a", 300, 1000.0, 300.0), counted("b", 299, 1000.0, 299.0), counted("c", 10, 2000.0, 5.0)]
    figure = figures.funnel(
        funnel(rows, 1000), {"a": "Ahuse", "b": "Bhuse", "c": "Chuse"}, {}, {"other": "Andre boligområder"}, **OPTIONS
    )
    assert {"Ahuse", "Chuse"} <= set(texts(figure))
    assert "Bhuse" not in texts(figure)
