"""Whether a source judges otherwise than the computed status."""

from __future__ import annotations

import pytest

from data import assessments
from data.contracts import Assessment, Criterion
from tests.records import record


@pytest.mark.parametrize(
    ("verdict", "statuses", "disagrees"),
    [
        ("better", ["not_met_yet"], True),
        ("better", ["met"], False),
        ("met", ["met", "behind"], True),
        ("good", ["not_collected"], False),
        ("good", [], False),
        ("worse", ["met"], True),
        ("worse", ["met", "behind"], False),
        ("worse", [], False),
        ("mixed", ["behind"], False),
        ("awaiting", ["no_project"], False),
    ],
)
def test_praise_of_what_lacks_and_blame_of_what_is_met_disagree(
    verdict: str, statuses: list[str], disagrees: bool
) -> None:
    row = record(Assessment, subject="project", kind="judgement", verdict=verdict)
    assert assessments.is_at_odds(row, statuses) is disagrees


@pytest.mark.parametrize(
    ("verdict", "statuses", "agrees"),
    [
        ("good", ["met"], True),
        ("good", ["met", "behind"], False),
        ("good", ["not_collected"], False),
        ("worse", ["behind"], True),
        ("mixed", ["met"], False),
        ("good", [], False),
    ],
)
def test_nothing_agrees_with_a_status_that_says_nothing(verdict: str, statuses: list[str], agrees: bool) -> None:
    row = record(Assessment, subject="project", kind="judgement", verdict=verdict)
    assert assessments.agrees(row, statuses) is agrees


@pytest.mark.parametrize(
    ("subject", "kind"), [("scheme", "judgement"), ("project", "forecast"), ("project", "follow_up")]
)
def test_a_whole_scheme_and_what_is_expected_are_never_at_odds(subject: str, kind: str) -> None:
    assert not assessments.is_at_odds(record(Assessment, subject=subject, kind=kind, verdict="good"), ["behind"])


def test_a_criterion_is_judged_by_itself_and_its_owner_alone() -> None:
    rows = [
        record(Assessment, assessment_id=f"{subject}_{name}", subject=subject, subject_id=name)
        for subject, name in (
            ("criterion", "k"),
            ("criterion", "other"),
            ("project", "p"),
            ("project", "other"),
            ("scheme", "s"),
        )
    ]

    def of(**criterion: str) -> list[str]:
        found = assessments.of_criterion(rows, record(Criterion, criterion_id="k", scheme="s", **criterion))
        return [row.assessment_id for row in found]

    assert of(project_id="p") == ["criterion_k", "project_p"]
    assert of() == ["criterion_k", "scheme_s"]
    assert [row.assessment_id for row in assessments.of_project(rows, "p")] == ["project_p"]
