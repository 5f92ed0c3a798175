"""What is said of a department: how it stands, a sentence a parameter, and why a number is missing."""

from __future__ import annotations

import pytest

from dashboard.annual_report import told
from dashboard.annual_report.report import beside
from dashboard.i18n.words import Words
from tests.dashboard.annual_report.annual_figures import report

PERIOD = (2021, 2023)


def test_the_summary_counts_what_is_sure_and_names_what_is_farthest() -> None:
    text = told.summary(report(), "nord", PERIOD, Words()).replace("\N{NO-BREAK SPACE}", " ")
    assert text == (
        "Nord, 2021–2023: højere end kommunen på 2 og lavere på 0 af 2 tal. Længst fra kommunen: hjælp (20,0 % mod "
        "5,0 %) og alder, unge (20,0 % mod 5,0 %)."
    )


def test_no_difference_is_named_where_none_is_sure() -> None:
    assert "Længst" not in told.summary(report(), "syd", PERIOD, Words())


def test_a_sentence_holds_the_number_beside_municipality_sector_and_rest() -> None:
    text = told.sentence(report(), "nord", "help", PERIOD, Words()).replace("\N{NO-BREAK SPACE}", " ")
    assert text == (
        "Hjælp: 20,0 %; kommunen 5,0 %, almene boliger 10,0 %, øvrige boliger 4,0 %. Højere end kommunen og end de "
        "almene boliger i alt."
    )


@pytest.mark.parametrize(
    ("language", "said"), [("da", "Alder: skjult (diskretioneret)."), ("en", "Alder: hidden (confidentiality).")]
)
def test_a_hidden_number_is_told_by_its_word(language: str, said: str) -> None:
    assert told.sentence(report(), "syd", "age", PERIOD, Words(language)) == said


def test_a_table_has_a_row_for_each_number_of_each_unit() -> None:
    own = report()
    lines = told.lines(own, own.told(beside("syd"), PERIOD), {"rapport": "Rapport"}, Words())
    assert [line.unit_name for line in lines[:4]] == ["=Syd", "Åby", "Almene boliger i alt", "Øvrige boliger"]
    hidden = next(line for line in lines if line.status == "hidden")
    assert (hidden.value, hidden.count, hidden.low, hidden.category) == (None, None, None, "Unge")


def test_what_is_hidden_is_counted_and_nothing_is_said_of_none() -> None:
    own = report()
    assert told.hidden_note(own.told(["nord"], PERIOD), 5, Words()) == ""
    assert told.hidden_note(own.told(["syd"], PERIOD), 5, Words()) == (
        "1 af 2 tal er skjult, for færre end 5 personer vises ikke."
    )
