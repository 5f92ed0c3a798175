"""Whether source tables that keep the contract can be true: faults, which stop, and questions, which need an answer.

A fault (fejl) cannot be right: an age group from 24 to 18, results after today. A question (spørgsmål) is most often
wrong, and now and then true: a population ten times that of the year before. It stops prepare until somebody accepts it
in `accepted_questions.csv`, with a reason that readers can see. Every sentence says what it should have been.

A question's id holds a hash of what was found: when the numbers change, the question is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas

from data import plausible_areas, plausible_efforts, plausible_numbers, plausible_series
from data.contracts import AcceptedQuestion, GivenAcceptedQuestion
from data.doubts import Doubt, Question
from data.errors import Finding, SourceError, Text

Tables = Mapping[str, pandas.DataFrame]

ACCEPT = Text(
    "Ret tallet, eller skriv en række i accepted_questions.csv med question »{id}« og en grund.",
    "Correct the number, or write a row in accepted_questions.csv with the question »{id}« and a reason.",
)
OF_TABLES = (plausible_numbers.doubts, plausible_series.doubts, plausible_areas.doubts, plausible_efforts.doubts)


@dataclass(frozen=True)
class Examined:
    """What is wrong or doubtful about a dataset."""

    faults: tuple[Finding, ...]
    questions: tuple[Question, ...]

    def open(self, accepted: Iterable[GivenAcceptedQuestion]) -> tuple[Question, ...]:
        """The questions that nobody has accepted."""
        answered = {row.question for row in accepted}
        return tuple(question for question in self.questions if question.question_id not in answered)

    def stale(self, accepted: Iterable[GivenAcceptedQuestion]) -> list[str]:
        """Accepted questions that are not asked any more."""
        asked = {question.question_id for question in self.questions}
        return [row.question for row in accepted if row.question not in asked]


def examine(tables: Tables, today: date, others: Iterable[Doubt] = ()) -> Examined:
    """Every fault and question of the tables, and of `others` (the shapes, `geo.plausible`).

    tables: the source tables by name as `read.read_placed` gives them, their index telling file and row; any may be
    left out. today: what lies after it has not happened.
    """
    doubts = [doubt for rules in OF_TABLES for doubt in rules(tables, today)] + list(others)
    faults = [finding for doubt in doubts if doubt.is_fault for finding in doubt.findings]
    questions = [Question.of(doubt) for doubt in doubts if not doubt.is_fault]
    return Examined(tuple(faults), tuple(sorted(questions, key=lambda question: question.question_id)))


def refuse(examined: Examined, accepted: Iterable[GivenAcceptedQuestion]) -> None:
    """Raises SourceError with every fault and every question that is not accepted."""
    findings = list(examined.faults)
    for question in examined.open(accepted):
        how = Text(ACCEPT.da.format(id=question.question_id), ACCEPT.en.format(id=question.question_id))
        findings.append(question.finding(how))
    if findings:
        raise SourceError(findings)


def stored(examined: Examined, accepted: pandas.DataFrame) -> pandas.DataFrame:
    """The accepted questions that were asked, with their words: the table `contracts.AcceptedQuestion`."""
    words = {question.question_id: question.words for question in examined.questions}
    rows = accepted[accepted["question"].isin(list(words))].reset_index(drop=True)
    asked = [words[question_id] for question_id in rows["question"]]
    told = rows.assign(
        asked_da=pandas.Series([text.da for text in asked], rows.index, dtype="str"),
        asked_en=pandas.Series([text.en for text in asked], rows.index, dtype="str"),
    )
    return told[AcceptedQuestion.columns()]
