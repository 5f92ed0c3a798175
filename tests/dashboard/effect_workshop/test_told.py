"""What the workshop says of a result: what it proves, and what it does not."""

from __future__ import annotations

import numpy as np
import pandas
import pytest

from dashboard.effect_workshop import told
from dashboard.effect_workshop.material import Found
from dashboard.i18n.words import Words
from data import effect_study
from data.effect_panel import Panel
from data.effect_study import Span, Study

WORDS = Words()
UNIT = "pr. 1.000"
STEADY, RESTLESS = [(60, 60)] * 20, [(60, 20), (60, 100)] * 4


def found(rates: list[tuple[int, int]], population: float = 10_000.0, control: int = 2) -> tuple[Found, Study]:
    """Area `area_00` is treated, the next ones are its control."""
    count = np.array(rates, dtype=float) * population / 1000
    areas = tuple(f"area_{number:02}" for number in range(len(rates)))
    panel = Panel(areas, ((2009, 2009), (2010, 2010)), count, np.full(count.shape, population))
    treated, others, span = areas[:1], areas[1 : 1 + control], Span(2009, 2010)
    study = effect_study.study(panel, treated, others, span)
    placebo = effect_study.placebo_areas(panel, pandas.DataFrame(index=list(areas)), treated, span)
    each = effect_study.against_each(panel, treated, span)
    return Found(panel, (0,), (1,), treated, others, (), (), study, placebo, each, ()), study


def proof(*given: object, **named: object) -> str:
    shown, study = found(*given, **named)  # type: ignore[arg-type]
    return told.proof(shown, study, UNIT, 0, WORDS).replace("\N{NO-BREAK SPACE}", " ")


def test_a_rare_and_large_difference_speaks_for_the_effort_and_proves_nothing() -> None:
    sentence = proof([(60, 10), *STEADY])
    assert sentence.startswith("Det taler for, at indsatsen gjorde en forskel")
    assert "0 af 20 grupper uden indsats ændrede sig lige så meget" in sentence
    assert "Det beviser det ikke, for områderne er ikke valgt ved lodtrækning" in sentence


def test_a_difference_that_others_have_too_shows_nothing() -> None:
    sentence = proof([(60, 20), *RESTLESS])
    assert "områder ændrer sig også af sig selv" in sentence
    assert sentence.endswith("Det viser ikke en virkning og udelukker den heller ikke.")


def test_a_difference_within_chance_says_how_large_it_had_to_be() -> None:
    sentence = proof([(60, 58), *STEADY], population=100.0)
    assert sentence.startswith("Det viser ikke en virkning: forskellen kan skyldes tilfældige udsving.")
    assert "en virkning på under" in sentence


def test_without_others_to_try_on_a_difference_is_not_judged_against_them() -> None:
    assert "for få andre områder" in proof([(60, 10), (60, 60), (60, 60)], control=2)


def test_the_result_names_both_groups_before_and_after() -> None:
    shown, study = found([(75, 50), (70, 65), (70, 65)])
    assert told.result(shown, study, UNIT, 0, WORDS).startswith(
        "I områderne med indsats gik tallet fra 75 (2009) til 50 pr. 1.000 (2010), i kontrolområderne fra 70 til 65. "
        "Forskellen er −20 pr. 1.000 ("
    )


@pytest.mark.parametrize(("unit", "step"), [("%", "procentpoint"), (UNIT, UNIT)])
def test_a_difference_of_shares_is_in_percentage_points(unit: str, step: str) -> None:
    assert told.of_change(unit, WORDS) == step


def test_many_areas_are_named_by_the_first_and_their_number() -> None:
    names = {letter: letter.upper() for letter in "abcdef"}
    assert told.named("abcd", names, WORDS) == "A, B, C og D"
    assert told.named("abcdef", names, WORDS) == "A, B, C og 3 andre"
