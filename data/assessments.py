"""What sources judge themselves beside the status that is computed, and whether the two agree."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from data.contracts import Assessment, Criterion

# What the computed status of a criterion says; the others say neither.
MET, LACKING = frozenset({"met", "on_track"}), frozenset({"not_met_yet", "behind", "no_project"})
PRAISE, BLAME = frozenset({"better", "met", "good", "will_be_met"}), frozenset({"worse"})


def of_criterion(rows: Iterable[Assessment], criterion: Criterion) -> list[Assessment]:
    """What is judged of a criterion: of itself, and of the project that owns it; a shared one is its scheme's."""
    owner = ("project", criterion.project_id) if criterion.project_id else ("scheme", criterion.scheme)
    subjects = {("criterion", criterion.criterion_id), owner}
    return [row for row in rows if (row.subject, row.subject_id) in subjects]


def of_project(rows: Iterable[Assessment], project_id: str) -> list[Assessment]:
    return [row for row in rows if (row.subject, row.subject_id) == ("project", project_id)]


def disagrees(verdict: str, statuses: Collection[str]) -> bool:
    """Whether a source judges otherwise than the computed statuses of what it judges: it praises what lacks something,
    or blames what has all it should.
    """
    if verdict in PRAISE:
        return any(status in LACKING for status in statuses)
    return verdict in BLAME and bool(statuses) and all(status in MET for status in statuses)


def agrees(row: Assessment, statuses: Collection[str]) -> bool:
    """Whether a judgement says the same as the computed statuses; False where those say nothing."""
    says = row.kind == "judgement" and row.subject != "scheme" and row.verdict in PRAISE | BLAME
    return says and any(status in MET | LACKING for status in statuses) and not disagrees(row.verdict, statuses)


def is_at_odds(row: Assessment, statuses: Collection[str]) -> bool:
    """`disagrees` for a judgement of a criterion or a project; a whole scheme is judged by more than its criteria."""
    return row.kind == "judgement" and row.subject != "scheme" and disagrees(row.verdict, statuses)
