"""Strips: a name a row, a symbol a cell, and a frame that says what is known."""

from dashboard.charts import strips, theme
from dashboard.i18n.words import Words

CELLS = [
    strips.Cell(0, 2019.5, 2020.5, "●", "#000000", "2020: ja"),
    strips.Cell(1, 2019.5, 2020.5, "?", "#ffffff", "2020: ukendt", is_open=True),
    strips.Cell(1, 2020.5, 2021.5, "?", "#ffffff", "2021 <b>", is_open=True, is_strong=True),
]


def test_every_cell_has_symbol_frame_and_an_escaped_sentence() -> None:
    chart = strips.figure({0: "Første", 1: "Anden <i>"}, CELLS, 4, words=Words("da"), sizes=theme.DESK)
    assert [annotation.text for annotation in chart.layout.annotations] == ["Første", "Anden &lt;i&gt;"]
    assert list(chart.data[0].text) == ["●", "?", "?"]
    assert list(chart.data[0].hovertext) == ["2020: ja", "2020: ukendt", "2021 &lt;b&gt;"]
    assert [shape.line.dash for shape in chart.layout.shapes] == ["solid", "dot", "solid"]
    assert chart.layout.shapes[2].line.width > chart.layout.shapes[1].line.width
