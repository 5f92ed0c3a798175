"""Bars stand on zero, each with its name and number."""

import pytest

from dashboard.charts import bars, theme
from dashboard.charts.bars import Bar, Count
from dashboard.i18n.words import Words
from data.contracts import Observation
from tests.records import record

DA = Words("da")
CHANGES = [Bar("Hotspotområder", "hotspot", -38), Bar("Kontrolområder", "control", -16)]


def test_changes_are_bars_from_zero_with_name_and_number() -> None:
    figure = bars.change_bars(CHANGES, (-50, 0), words=DA, sizes=theme.DESK)
    assert list(figure.data[0].x) == [-16, -38]  # Plotly counts rows from below
    assert list(figure.data[0].text) == ["<b>−16\xa0%</b>", "<b>−38\xa0%</b>"]
    assert [note.text for note in figure.layout.annotations] == ["Kontrolområder", "Hotspotområder"]
    assert list(figure.layout.xaxis.range) == [-50, 0]


def test_long_names_are_told_whole_and_nothing_covers_them() -> None:
    start = "Almene boligområder med mange unge i den nordlige del af kommunen"
    long = [Bar(f"{start}, gruppe {group}", "hotspot", -38) for group in "abc"]
    figure = bars.change_bars(long, (-50, 0), words=DA, sizes=theme.DESK)
    lines = [note.text.split("<br>") for note in figure.layout.annotations]
    assert [" ".join(name) for name in lines] == [bar.name for bar in long[::-1]]
    assert all(len(line) <= bars.CHARACTERS for name in lines for line in name)
    (low, high), line = figure.layout.yaxis.range, bars.LINE / bars.ROW
    above = [*(place - 0.2 for place in figure.data[0].y[1:]), high]  # the next bar, and the edge of the chart
    tops = [note.y + line * len(name) for note, name in zip(figure.layout.annotations, lines, strict=True)]
    assert all(top < edge for top, edge in zip(tops, above, strict=True))
    assert figure.layout.height - 16 >= int(theme.DESK.axis * bars.ROW * (high - low))


@pytest.mark.parametrize(
    ("values", "scale"),
    [([-33.3, -24.0, None, -40.0], (-50, 0)), ([20.0], (0, 25)), ([-8.0, 4.0], (-10, 10)), ([], (0, 0))],
)
def test_changes_that_are_compared_have_one_scale(values: list[float | None], scale: tuple[float, float]) -> None:
    assert bars.change_range(values) == scale


def test_numbers_of_persons_are_bars_under_their_group() -> None:
    counts = [Count("Tidligere", "Job", 2), Count("Tidligere", "Venter", 1), Count("Nu", "Job", 1)]
    figure = bars.count_bars(counts, words=DA, sizes=theme.DESK)
    assert list(figure.data[0].text) == ["<b>2</b>", "<b>1</b>", "<b>1</b>"]
    assert [note.text for note in figure.layout.annotations] == [
        "<b>Tidligere</b><br>Job",
        "Venter",
        "<b>Nu</b><br>Job",
    ]
    assert list(figure.data[0].y) == sorted(figure.data[0].y, reverse=True)  # the first on top
    assert bars.count_alt("Udfald", counts, DA) == "Udfald. Tidligere: Job 2; Tidligere: Venter 1; Nu: Job 1."


def test_two_measures_never_share_a_chart() -> None:
    rows = [record(Observation, indicator_id=name, value=1) for name in ("sigtede", "sigtelser")]
    with pytest.raises(ValueError, match="two measures"):
        bars.changes(rows, {}, {}, DA)


def test_bars_are_named_by_area_age_and_kind() -> None:
    rows = [
        record(Observation, area_id=area, age_group=age, breakdown=kind, value=1)
        for area, age, kind in (("danmark", "all", "all"), ("hotspot", "15-17", "minor_offences"))
    ]
    names = {"danmark": "Danmark", "hotspot": "Hotspotområder"}
    assert [bar.name for bar in bars.changes(rows, names, {"hotspot": "hotspot"}, DA)] == [
        "Danmark",
        "Hotspotområder, 15–17 år, mindre lovovertrædelser",
    ]


def test_the_text_alternative_says_every_change() -> None:
    assert bars.change_alt("Ændring", CHANGES, DA) == "Ændring. Hotspotområder: −38\xa0%; Kontrolområder: −16\xa0%."
