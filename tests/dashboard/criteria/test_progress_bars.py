"""Bars of a criterion add to its share, and a kind looks alike everywhere."""

from dataclasses import replace

import pytest

from dashboard.charts import theme
from dashboard.criteria import progress_bars
from dashboard.criteria.progress import Number
from dashboard.i18n.words import Words
from data.contracts import Result
from tests.records import record

DA = Words("da")
FIRST = Number("50 job", 50.0, 1.4, "Opfyldt", "70 af 50 ledige", "rapport", "5", "Jobexpres", "job", "job", 66.0)
PROGRESS = [
    FIRST,
    replace(FIRST, project="Servicefag", kind_da="løntilskud", kind="løntilskud", value=4.0),
    Number(
        "30 kvinder",
        30.0,
        29 / 30,
        "Opfyldt",
        "29 af 30 kvinder",
        "rapport",
        "5",
        "Mødre i Job",
        value=29.0,
        double_counted=True,
    ),
    Number("5 firmaer", 5.0, None, "Intet projekt", "ikke opgjort (målet er 5 firmaer)", "rapport", "5"),
]
RESULTS = [
    record(Result, criterion_id=criterion_id, kind=kind, counted=True, served=True)
    for criterion_id, kind in (("a", "job"), ("b", "job"), ("b", "løntilskud"), ("c", "deltagere"), ("d", ""))
]


def test_only_kinds_that_stand_beside_another_kind_are_told_apart() -> None:
    looks = progress_bars.kind_looks(RESULTS)
    assert list(looks) == ["job", "løntilskud"]
    assert looks["job"] != looks["løntilskud"]


def test_the_looks_differ_without_colour() -> None:
    looks = [*progress_bars.LOOKS, progress_bars.PLAIN, progress_bars.HATCHED]
    assert len({(look.fill, look.shape) for look in looks}) == len(looks)
    assert len({look.shape for look in looks if look.shape}) == len([look for look in looks if look.shape])


def test_the_parts_of_a_criterion_add_to_its_share() -> None:
    parts = progress_bars.stacked(PROGRESS)
    assert [part.width for part in parts] == pytest.approx([132, 8, 2900 / 30])
    assert [part.base for part in parts] == pytest.approx([0, 132, 0])


@pytest.mark.parametrize(("share", "width"), [(0.55, 55), (-0.2, 0)])
def test_a_bar_shows_the_way_from_the_baseline_not_the_number(share: float, width: float) -> None:
    (part,) = progress_bars.stacked([replace(FIRST, value=29.0, share=share)])
    assert part.width == pytest.approx(width)


def test_a_fall_to_nothing_is_a_full_bar_although_its_number_is_zero() -> None:
    (part,) = progress_bars.stacked([replace(FIRST, value=0.0, share=2.0)])
    assert part.width == 200


def test_the_bars_have_a_legend_in_words_and_hatch_what_is_counted_twice() -> None:
    looks = progress_bars.kind_looks(RESULTS)
    figure = progress_bars.progress_bars(PROGRESS, looks, words=DA, sizes=theme.DESK, longest=150)
    texts = [note.text for note in figure.layout.annotations]
    assert {"job", "løntilskud", "ikke delt op efter slags", "talt to steder (skraveret)"} <= set(texts)
    assert "<b>50 job: 140\xa0%</b><br>Jobexpres 66 + Servicefag 4 = 70 af 50 ledige<br>(beregnet af os)" in texts
    assert "<b>5 firmaer: Intet projekt</b><br>ikke opgjort (målet er 5 firmaer)" in texts
    hatched = [bar for bar in figure.data if bar.marker.pattern.shape == "/"]
    assert [list(bar.x) for bar in hatched][0] == pytest.approx([2900 / 30])


def test_the_bars_are_told_in_words() -> None:
    assert progress_bars.progress_alt("Fremdrift", PROGRESS, DA) == (
        "Fremdrift, nået i forhold til målet. 50 job: 140\xa0%; 30 kvinder: 97\xa0%; 5 firmaer: Intet projekt."
    )
