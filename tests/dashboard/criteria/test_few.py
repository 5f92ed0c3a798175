"""A share of very few persons says so; one of enough, or of an unknown number, does not."""

from dataclasses import replace

import pytest

from dashboard.criteria import few
from dashboard.i18n.words import Words
from data.contracts import Criterion, Result
from data.errors import Text
from tests.records import record

DA = Words("da")
CRITERION = record(Criterion, criterion_id="k", target=25.0, unit=Text("%", "%"))
RESULT = record(Result, criterion_id="k", value=28.0, served=True, counted=True, persons=7)


def test_two_of_seven_says_what_one_person_moves_and_how_many_it_takes() -> None:
    assert few.mark(CRITERION, [RESULT], DA) == "Kun 7 personer"
    assert few.sentence(CRITERION, [RESULT], DA) == (
        "Andelen er af kun 7 personer: én mere eller mindre flytter den 14 procentpoint, så status kan være tilfældig. "
        "Hvornår ved vi det? Med 83 personer ses det som regel, hvis andelen kun er det halve af målet."
    )


@pytest.mark.parametrize(
    ("criterion", "results"),
    [
        (CRITERION, [replace(RESULT, persons=83)]),
        (CRITERION, [replace(RESULT, persons=None)]),
        (CRITERION, [replace(RESULT, counted=False)]),
        (CRITERION, [RESULT, RESULT]),  # a sum of shares is a share of nobody
        (replace(CRITERION, unit=Text("unge", "")), [RESULT]),
        (replace(CRITERION, baseline=40.0), [RESULT]),  # a fall
        (replace(CRITERION, target=None), [RESULT]),
    ],
)
def test_others_say_nothing(criterion: Criterion, results: list[Result]) -> None:
    assert few.mark(criterion, results, DA) == few.sentence(criterion, results, DA) == ""


def test_one_person_is_no_share() -> None:
    assert few.sentence(CRITERION, [replace(RESULT, persons=1)], DA).startswith("Andelen er af kun 1 person, så den")
