"""The shared filters in an address: what is wrong is told and left out, and what a page cannot use is named."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.i18n.words import Words
from dashboard.selection import asked
from dashboard.selection.asked import Filter, Selection, Study
from dashboard.selection.sentence import Shown, sentence, study_note

WORDS = Words()
YEARS = [2015, 2016, 2017, 2018]


@dataclass
class Told:
    """What the reader is told of a link."""

    warnings: list[str] = field(default_factory=list)

    def warning(self, body: str, **_: Any) -> None:
        self.warnings.append(body.replace("\\", ""))

    error = warning


def area(name: str, level: str = "housing_area") -> SimpleNamespace:
    return SimpleNamespace(name=name, level=level)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def book() -> Any:
    areas = {"vest": area("Vest"), "oest": area("Øst"), "by": area("Byen", "municipality"), "danmark": area("Danmark")}
    return SimpleNamespace(areas=areas, names={area_id: each.name for area_id, each in areas.items()})


@pytest.mark.parametrize(
    ("given", "years"),
    [("2016-2017", (2016, 2017)), ("2017", (2017, 2017)), ("2017-2016", (2016, 2017)), ("2001-2016", (2015, 2016))],
)
def test_years_are_cut_to_those_there_are(told: Told, given: str, years: tuple[int, int]) -> None:
    assert asked.years_of(given, YEARS, told, WORDS) == years
    assert not told.warnings


@pytest.mark.parametrize(
    ("given", "sentence_of"),
    [
        ("1999-2001", "Der er ingen tal for 1999–2001. Her vises alle år, 2015–2018."),
        ("i fjor", "Linket beder om årene »i fjor«. Skriv dem som 2015-2023. Her vises alle år."),
    ],
)
def test_years_that_cannot_be_shown_are_told(told: Told, given: str, sentence_of: str) -> None:
    assert asked.years_of(given, YEARS, told, WORDS) is None
    assert told.warnings == [sentence_of]


def test_all_years_do_not_stand_in_the_address() -> None:
    assert asked.written_years((2015, 2018), YEARS) is None
    assert asked.written_years((2016, 2018), YEARS) == "2016-2018"


def test_an_area_of_ones_own_is_written_as_it_is_read(told: Told, book: Any) -> None:
    written = asked.written_study("Nord ~ bro", ["vest", "oest"])
    assert written == "Nord bro~vest,oest"
    assert asked.study_of(written, book, told, WORDS) == Study("Nord bro", ("vest", "oest"))
    assert not told.warnings


def test_an_area_of_ones_own_without_a_name_has_one(told: Told, book: Any) -> None:
    found = asked.study_of("~vest,oest", book, told, WORDS)
    assert found is not None
    assert found.name == "Eget område"


def test_one_area_is_no_area_of_ones_own(told: Told, book: Any) -> None:
    assert asked.written_study("Nord", ["vest"]) is None
    assert asked.study_of("Nord~vest,vest", book, told, WORDS) is None
    assert told.warnings == ["Et eget område skal bestå af mindst to områder. Her vises det ikke."]


def test_areas_of_another_kind_or_unknown_are_named_and_left_out(told: Told, book: Any) -> None:
    found = asked.study_of("Nord~vest,oest,by,xyz,danmark", book, told, WORDS)
    assert found == Study("Nord", ("vest", "oest"))
    assert "»xyz«, »danmark«" in told.warnings[0]
    assert told.warnings[1].endswith("Ikke med: Byen.")


def test_a_selection_holds_the_periods_within_its_years() -> None:
    some = Selection(years=(2016, 2018))
    assert [some.holds(period) for period in ((2016, 2018), (2015, 2017), (2018, 2018))] == [True, False, True]
    assert Selection().holds((1900, 1900))


def test_the_sentence_says_what_is_shown() -> None:
    shown = Shown(12, years=(2015, 2023), age="15-17")
    assert sentence(shown, {}, frozenset(), WORDS) == "Viser 12 områder, 15–17 år, 2015–2023."
    one = Shown(1, Study("Nord", ("vest", "oest")), theme="crime", group="Hotspotområder")
    assert sentence(one, {}, frozenset(), WORDS) == (
        "Viser 1 område, eget område »Nord« (2 områder), Hotspotområder, kriminalitet."
    )


def test_what_a_page_cannot_use_is_named_and_never_ignored() -> None:
    address = {"emne": "crime", "alder": "15-17", "aarraekke": "2015-2016", "niveau": "region"}
    told = sentence(Shown(years=(2015, 2016)), address, {Filter.YEARS}, WORDS)
    assert told == "Viser 2015–2016. Siden bruger ikke dit valg af alder og emne."
    assert sentence(Shown(), {}, (), WORDS) == ""


def test_the_note_names_the_parts_of_an_area_of_ones_own() -> None:
    told = study_note(Study("Nord", ("vest", "oest")), {"vest": "Vest", "oest": "Øst"}, WORDS)
    assert told.startswith("»Nord« er Vest og Øst lagt sammen af os.")
