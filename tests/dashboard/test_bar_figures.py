"""Bars stand on zero or on the target, each with its name and number."""

import pandas
import pytest

from dashboard import bar_figures, theme
from dashboard.words import Words

DA = Words("da")
CHANGES = pandas.DataFrame({
    "role": ["hotspot", "control"], "name": ["Hotspotområder", "Kontrolområder"], "value": [-38, -16],
    "indicator_id": "faldet",
})


def test_changes_are_bars_from_zero_with_name_and_number() -> None:
    figure = bar_figures.change_bars(CHANGES, words=DA, sizes=theme.DESK)
    assert list(figure.data[0].x) == [-16, -38]  # Plotly counts rows from below
    assert list(figure.data[0].text) == ["<b>−16 %</b>", "<b>−38 %</b>"]
    assert [note.text for note in figure.layout.annotations] == ["Kontrolområder", "Hotspotområder"]
    assert figure.layout.xaxis.range[1] == 0


def test_progress_stacks_the_projects_in_per_cent_of_the_target_and_hatches_what_is_counted_twice() -> None:
    progress = pandas.DataFrame({
        "criterion": ["50 job", "50 job", "30 kvinder"], "project": ["Jobexpres", "Servicefag", "Mødre i Job"],
        "value": [66, 4, 29], "target": [50, 50, 30], "double_counted": [False, False, True],
    })
    first, second = bar_figures.progress_bars(progress, words=DA, sizes=theme.DESK).data
    assert list(first.x) == pytest.approx([132, 2900 / 30])
    assert list(second.x) == [8]
    assert list(first.marker.pattern.shape) == ["", "/"]
    assert bar_figures.progress_alt("Fremdrift", progress, DA) == (
        "Fremdrift, nået i forhold til målet. 50 job: 140 %; 30 kvinder: 97 %."
    )


def test_two_measures_never_share_a_chart() -> None:
    with pytest.raises(ValueError, match="two measures"):
        bar_figures.change_bars(CHANGES.assign(indicator_id=["sigtede", "sigtelser"]), words=DA, sizes=theme.DESK)


def test_bars_are_named_by_area_age_and_kind() -> None:
    rows = pandas.DataFrame({"area_id": ["danmark", "hotspot"], "age_group": ["all", "15-17"],
                             "breakdown": ["all", "minor_offences"]})
    names = {"danmark": "Danmark", "hotspot": "Hotspotområder"}
    assert bar_figures.changes(rows, names, {"hotspot": "hotspot"}, DA)["name"].tolist() == [
        "Danmark", "Hotspotområder, 15–17 år, mindre lovovertrædelser"
    ]


def test_the_text_alternative_says_every_change() -> None:
    assert bar_figures.change_alt("Ændring", CHANGES, DA) == "Ændring. Hotspotområder: −38 %; Kontrolområder: −16 %."
