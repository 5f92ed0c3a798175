"""Quarters and other moments of a year become one number a year, as the office answers; never two under one year."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.intake import engine, within_year
from data.intake.answers import Answers
from data.intake.draft import Draft
from data.intake.messages import Grade

PATH = ("within_year", "tal.csv/sager")
QUARTERS = "".join(f"1;{n}. kvartal 2014;{number}\n" for n, number in enumerate((10, 20, 30, 40), start=1))


def draft(folder: Path, lines: str, answer: str = "", unit: str = "antal") -> Draft:
    (folder / "områder.csv").write_text("Område-id;Navn\n1;Gården\n", encoding="utf-8")
    (folder / "indikatorer.csv").write_text(f"Id;Navn;Enhed;Tæller\nsager;Sager;{unit};sager\n", encoding="utf-8")
    (folder / "tal.csv").write_text(f"Område;Kvartal;Sager\n{lines}", encoding="utf-8")
    return engine.draft(folder, Answers().answered(PATH, answer) if answer else None)


def numbers(given: Draft) -> list[tuple[str, str, str]]:
    return [(row["period_start"], row["value"], row["status"]) for row in given.tables["observations"]]


def test_quarters_of_one_year_are_asked_about_once_and_never_collide(tmp_path: Path) -> None:
    given = draft(tmp_path, QUARTERS)
    (asked,) = (message for message in given.report.messages if message.kind == "several_in_a_year")
    assert asked.grade == Grade.QUESTION
    assert asked.found == "1. kvartal 2014, 2. kvartal 2014, 3. kvartal 2014, 4. kvartal 2014"
    assert asked.ask is not None
    assert [choice.value for choice in asked.ask.choices] == ["last", "mean", "sum"]
    assert numbers(given) == [("2014", "40", "shown")]
    assert "same_id" not in {message.kind for message in given.report.messages}


@pytest.mark.parametrize(("answer", "value"), [("last", "40"), ("mean", "25"), ("sum", "100")])
def test_the_answer_says_which_number_the_year_has(tmp_path: Path, answer: str, value: str) -> None:
    given = draft(tmp_path, QUARTERS, answer)
    assert numbers(given) == [("2014", value, "shown")]
    assert "several_in_a_year" not in {message.kind for message in given.report.messages}


def test_a_sum_that_lacks_a_quarter_or_holds_a_hidden_one_is_no_number(tmp_path: Path) -> None:
    three, hidden = QUARTERS.rpartition("1;4.")[0], QUARTERS.replace(";20", ";*")
    assert numbers(draft(tmp_path, three, "sum")) == [("2014", "", "not_collected")]
    assert numbers(draft(tmp_path, hidden, "sum")) == [("2014", "", "hidden")]


def test_rates_are_not_summed(tmp_path: Path) -> None:
    given = draft(tmp_path, QUARTERS, "sum", unit="procent")
    (asked,) = (message for message in given.report.messages if message.kind == "several_in_a_year")
    assert asked.ask is not None
    assert [choice.value for choice in asked.ask.choices] == ["last", "mean"]


def test_one_moment_a_year_is_not_asked_about(tmp_path: Path) -> None:
    given = draft(tmp_path, "1;4. kvartal 2013;5\n1;4. kvartal 2014;6\n")
    assert numbers(given) == [("2013", "5", "shown"), ("2014", "6", "shown")]
    assert "several_in_a_year" not in {message.kind for message in given.report.messages}


def test_moments_are_put_in_order() -> None:
    told = ["ultimo", "31-12-2014", "2. kvartal", "2014-05-01", "Medio", "primo"]
    assert sorted(told, key=within_year.moment) == [
        "primo",
        "2014-05-01",
        "Medio",
        "2. kvartal",
        "31-12-2014",
        "ultimo",
    ]
