"""Bars stand on zero, each with its name and number."""

import pandas
import pytest

from dashboard.charts import bars, theme
from dashboard.i18n.words import Words

DA = Words("da")
CHANGES = pandas.DataFrame(
    {
        "role": ["hotspot", "control"],
        "name": ["Hotspotområder", "Kontrolområder"],
        "value": [-38, -16],
        "indicator_id": "faldet",
    }
)


def test_changes_are_bars_from_zero_with_name_and_number() -> None:
    figure = bars.change_bars(CHANGES, words=DA, sizes=theme.DESK)
    assert list(figure.data[0].x) == [-16, -38]  # Plotly counts rows from below
    assert list(figure.data[0].text) == ["<b>−16 %</b>", "<b>−38 %</b>"]
    assert [note.text for note in figure.layout.annotations] == ["Kontrolområder", "Hotspotområder"]
    assert figure.layout.xaxis.range[1] == 0


def test_numbers_of_persons_are_bars_under_their_group() -> None:
    counts = pandas.DataFrame(
        {"group": ["Tidligere", "Tidligere", "Nu"], "name": ["Job", "Venter", "Job"], "value": [2, 1, 1]}
    )
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
    with pytest.raises(ValueError, match="two measures"):
        bars.change_bars(CHANGES.assign(indicator_id=["sigtede", "sigtelser"]), words=DA, sizes=theme.DESK)


def test_bars_are_named_by_area_age_and_kind() -> None:
    rows = pandas.DataFrame(
        {"area_id": ["danmark", "hotspot"], "age_group": ["all", "15-17"], "breakdown": ["all", "minor_offences"]}
    )
    names = {"danmark": "Danmark", "hotspot": "Hotspotområder"}
    assert bars.changes(rows, names, {"hotspot": "hotspot"}, DA)["name"].tolist() == [
        "Danmark",
        "Hotspotområder, 15–17 år, mindre lovovertrædelser",
    ]


def test_the_text_alternative_says_every_change() -> None:
    assert bars.change_alt("Ændring", CHANGES, DA) == "Ændring. Hotspotområder: −38 %; Kontrolområder: −16 %."
