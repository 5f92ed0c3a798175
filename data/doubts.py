"""What is doubtful about source tables: one or more findings of one rule, about one subject."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy
import pandas

from data.errors import Finding, Text
from data.faults import at

Told = TypeVar("Told", Text, str)
SHOWN = 3  # of a question's findings in its sentence


@dataclass(frozen=True)
class Doubt:
    """`rule` is its name, `subject` what it is about: an indicator, an area, a criterion."""

    rule: str
    subject: str
    findings: tuple[Finding, ...]
    is_fault: bool


@dataclass(frozen=True)
class Question:
    """A doubt that somebody can accept. `question_id` changes when what was found does."""

    question_id: str
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, doubt: Doubt) -> Question:
        told = sorted(f"{finding.column} {finding.found} {finding.expected.da}" for finding in doubt.findings)
        digest = hashlib.sha256("\n".join(told).encode()).hexdigest()[:6]
        subject = re.sub(r"[^a-z0-9]+", "_", doubt.subject.lower()).strip("_")
        return cls(f"{doubt.rule}__{subject}__{digest}", doubt.findings)

    @property
    def words(self) -> Text:
        """The question as a reader sees it."""
        return Text(*(self._in(language) for language in ("da", "en")))

    def finding(self, how: Text) -> Finding:
        """The question as one finding: its first field, and how many more there are."""
        first, more = self.findings[0], len(self.findings) - 1
        rest = (f" (og {more} til)", f" (and {more} more)") if more else ("", "")
        da, en = f"{first.expected.da}{rest[0]}. {how.da}", f"{first.expected.en}{rest[1]}. {how.en}"
        return replace(first, expected=Text(da, en), grade="question", question=self.question_id)

    def _in(self, language: str) -> str:
        told = [f"{finding.found}: {finding.expected.in_language(language)}" for finding in self.findings[:SHOWN]]
        more = len(self.findings) - SHOWN
        rest = {"da": f"og {more} til", "en": f"and {more} more"}[language]
        return "; ".join([*told, rest] if more > 0 else told)


def fault(rule: str, findings: Iterable[Finding]) -> list[Doubt]:
    """The findings as one fault; none where there is nothing."""
    found = tuple(findings)
    return [Doubt(rule, "", found, True)] if found else []


def question(rule: str, subject: str, findings: Iterable[Finding]) -> list[Doubt]:
    """The findings as one question; none where there is nothing."""
    found = tuple(findings)
    return [Doubt(rule, subject, found, False)] if found else []


def fields(
    frame: pandas.DataFrame, column: str, expected: Callable[[Any], Text], found: Callable[[Any], str] | None = None
) -> list[Finding]:
    """A finding for each row of a frame, in a column: `expected` and `found` are told the row (`itertuples`).

    Without `found` the field itself is told.
    """
    findings = []
    for place, row in zip(range(len(frame)), frame.itertuples(index=False), strict=True):
        (finding,) = at(frame[column].iloc[place : place + 1], expected(row))
        findings.append(replace(finding, found=found(row)[:120]) if found else finding)
    return findings


def where(frame: pandas.DataFrame, flags: Iterable[bool]) -> pandas.DataFrame:
    """The rows whose flag is true, of a frame of any columns.

    A plain list would choose columns where a frame has no rows.
    """
    return frame[numpy.fromiter(flags, dtype=bool)]


def text(da: str, en: str) -> Callable[[Any], Text]:
    """The same words for every row."""
    return lambda _row: Text(da, en)


def bound(function: Callable[..., Told], *given: Any) -> Callable[[Any], Told]:
    """A function of a row that is told these as well: what a loop holds now, not when the row comes."""
    return lambda row: function(row, *given)


def plain(number: float) -> str:
    """A number as it is to be written in a source file: without a thousand point, with as few decimals as it has."""
    return f"{number:.10g}" if abs(number) < 1e10 else f"{number:.0f}"
