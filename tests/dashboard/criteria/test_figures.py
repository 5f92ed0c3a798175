"""Bars of a criterion add to its share, a kind looks alike everywhere, and a date is a point."""

import pandas
import pytest

from dashboard.charts import theme
from dashboard.criteria import figures
from dashboard.i18n.words import Words

DA = Words("da")
NAN = float("nan")
ROW = {"kind_da": "", "kind": "", "status_text": "Opfyldt", "double_counted": False}
PROGRESS = pandas.DataFrame(
    [
        ROW
        | {
            "criterion": "50 job",
            "project": "Jobexpres",
            "kind_da": "job",
            "kind": "job",
            "value": 66.0,
            "share": 1.4,
            "reached_text": "70 af 50 ledige",
        },
        ROW
        | {
            "criterion": "50 job",
            "project": "Servicefag",
            "kind_da": "løntilskud",
            "kind": "løntilskud",
            "value": 4.0,
            "share": 1.4,
            "reached_text": "70 af 50 ledige",
        },
        ROW
        | {
            "criterion": "30 kvinder",
            "project": "Mødre i Job",
            "value": 29.0,
            "share": 29 / 30,
            "double_counted": True,
            "reached_text": "29 af 30 kvinder",
        },
        ROW
        | {
            "criterion": "5 firmaer",
            "project": "",
            "value": NAN,
            "share": NAN,
            "status_text": "Intet projekt",
            "reached_text": "ikke opgjort (målet er 5 firmaer)",
        },
    ]
)
RESULTS = pandas.DataFrame(
    {
        "criterion_id": ["a", "b", "b", "c", "d"],
        "kind_da": ["job", "job", "løntilskud", "deltagere", ""],
        "counted": True,
        "served": True,
    }
)


def test_only_kinds_that_stand_beside_another_kind_are_told_apart() -> None:
    looks = figures.kind_looks(RESULTS)
    assert list(looks) == ["job", "løntilskud"]
    assert looks["job"] != looks["løntilskud"]


def test_the_looks_differ_without_colour() -> None:
    looks = [*figures.LOOKS, figures.PLAIN, figures.HATCHED]
    assert len({(look.fill, look.shape) for look in looks}) == len(looks)
    assert len({look.shape for look in looks if look.shape}) == len([look for look in looks if look.shape])


def test_the_parts_of_a_criterion_add_to_its_share() -> None:
    parts = figures.stacked(PROGRESS)
    assert parts["width"].tolist() == pytest.approx([132, 8, 2900 / 30])
    assert parts["base"].tolist() == pytest.approx([0, 132, 0])


@pytest.mark.parametrize(("share", "width"), [(0.55, 55), (-0.2, 0)])
def test_a_bar_shows_the_way_from_the_baseline_not_the_number(share: float, width: float) -> None:
    rows = PROGRESS.iloc[:1].assign(value=29.0, share=share)
    assert figures.stacked(rows)["width"].tolist() == pytest.approx([width])


def test_a_fall_to_nothing_is_a_full_bar_although_its_number_is_zero() -> None:
    rows = PROGRESS.iloc[:1].assign(value=0.0, share=2.0)
    assert figures.stacked(rows)["width"].tolist() == [200]


def test_the_bars_have_a_legend_in_words_and_hatch_what_is_counted_twice() -> None:
    looks = figures.kind_looks(RESULTS)
    figure = figures.progress_bars(PROGRESS, looks, words=DA, sizes=theme.DESK)
    texts = [note.text for note in figure.layout.annotations]
    assert {"job", "løntilskud", "ikke delt op efter slags", "talt to steder (skraveret)"} <= set(texts)
    assert "<b>50 job: 140 %</b><br>Jobexpres 66 + Servicefag 4 = 70 af 50 ledige<br>(vores sum)" in texts
    assert "<b>5 firmaer: Intet projekt</b><br>ikke opgjort (målet er 5 firmaer)" in texts
    hatched = [bar for bar in figure.data if bar.marker.pattern.shape == "/"]
    assert [list(bar.x) for bar in hatched][0] == pytest.approx([2900 / 30])


def test_the_bars_are_told_in_words() -> None:
    assert figures.progress_alt("Fremdrift", PROGRESS, DA) == (
        "Fremdrift, nået i forhold til målet. 50 job: 140 %; 30 kvinder: 97 %; 5 firmaer: Intet projekt."
    )


CRITERION = {"target": 48.0, "baseline": NAN, "start_date": "2020-01-01", "end_date": "2024-01-01", "unit_da": "unge"}
POINTS = pandas.DataFrame({"as_of": ["2021-01-01", "2022-01-01"], "reached": [20.0, 21.0]})
STEPS = pandas.DataFrame({"due": ["2021-06-30"], "title": ["20 unge"], "status": ["reached"]})


def timeline(**changed: object):  # noqa: ANN201
    points = changed.pop("points", POINTS)
    return figures.timeline(CRITERION | changed, points, STEPS, words=DA, sizes=theme.DESK)


def test_a_date_is_a_point_with_its_number() -> None:
    points = timeline().data[-1]
    assert list(points.y) == [20, 21]
    assert list(points.text) == ["<b>20</b>", "<b>21</b>"]
    assert list(points.textposition) == ["top center", "bottom center"]  # 24 were expected of the second


def test_the_expected_way_goes_from_the_baseline_at_the_start_to_the_target_at_the_end() -> None:
    way, due = timeline().data[:2]
    assert (list(way.y), list(way.x)) == ([0, 48], [pandas.Timestamp(2020, 1, 1), pandas.Timestamp(2024, 1, 1)])
    assert list(due.y) == pytest.approx([24], abs=0.05)
    assert list(timeline(baseline=60.0).data[0].y) == [60, 48]


def test_when_the_time_is_up_what_is_expected_is_the_target() -> None:
    assert not any("forventet" in note.text for note in timeline(end_date="2022-01-01").layout.annotations)


def test_without_dates_there_is_no_expected_way() -> None:
    assert len(timeline(start_date="").data) == 1


def test_target_and_milestones_are_named_in_words() -> None:
    texts = [note.text for note in timeline().layout.annotations]
    assert {"mål 48", "◆ 1", "forventet 24", "unge"} <= set(texts)
    assert figures.timeline_note(STEPS, True, DA) == (
        "Den prikkede linje går fra opgørelse til opgørelse; tiden imellem kendes ikke. "
        "◆ 1: 20 unge (milepæl, frist 30. juni 2021, Nået)."
    )


def test_a_single_date_is_the_only_tick() -> None:
    axis = figures.timeline(
        CRITERION | {"start_date": "", "end_date": ""}, POINTS.iloc[:1], STEPS.iloc[:0], words=DA, sizes=theme.DESK
    ).layout.xaxis
    assert list(axis.ticktext) == ["jan. 2021"]


def test_the_points_are_told_in_words() -> None:
    assert figures.timeline_alt("Job", CRITERION, POINTS, DA) == (
        "Job: 1. januar 2021: 20; 1. januar 2022: 21. Målet: 48."
    )
