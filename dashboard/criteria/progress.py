"""How far success criteria are, project by project and kind by kind: each number is a part of its criterion's bar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

import pandas

from dashboard.criteria import amounts
from dashboard.criteria.cards import numbered
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data import scorecards
from data.contracts import Result
from data.scorecards import Scored


@dataclass(frozen=True)
class Number:
    """A project's number on a criterion, with what is told of the criterion; `value` is None where there is none.

    `kind_da` is the kind of result by its Danish name, `share` a part of 1 (the target); `reached`
    is the criterion's in all, on a `day` as readers see it.
    """

    criterion: str
    target: float
    share: float | None
    status_text: str
    reached_text: str
    source_id: str
    page: str
    project: str = ""
    kind_da: str = ""
    kind: str = ""
    value: float | None = None
    double_counted: bool = False
    evidence: str = ""
    criterion_id: str = ""
    reached: float | None = None
    day: str = ""


def progress(
    criteria: Iterable[Scored], results: Iterable[Result], names: Mapping[str, str], words: Words
) -> tuple[Number, ...]:
    """The criteria with a target, each with its latest counted numbers, or with one row without a value.

    `names`: what projects are called, by id.
    """
    added = scorecards.by_criterion(filter(scorecards.is_added, scorecards.latest(results)))
    return tuple(
        number
        for row in criteria
        for number in numbers_of(row, added.get(row.criterion.criterion_id, ()), names, words)
    )


def numbers_of(row: Scored, results: Iterable[Result], names: Mapping[str, str], words: Words) -> list[Number]:
    """The numbers of one criterion; none where it has no target."""
    criterion, score = row.criterion, row.score
    if criterion.target is None:
        return []
    without = Number(
        criterion_id=criterion.criterion_id,
        reached=score.reached,
        day=labels.day(score.as_of, words),
        criterion=numbered(criterion, words),
        target=criterion.target,
        share=score.share,
        status_text=words(labels.CRITERION_STATUSES[score.status]),
        reached_text=amounts.reached(criterion, score.reached, words),
        source_id=criterion.source_id,
        page=criterion.page,
    )
    return [with_result(without, result, names, words) for result in results] or [without]


def with_result(number: Number, result: Result, names: Mapping[str, str], words: Words) -> Number:
    return replace(
        number,
        source_id=result.source_id,
        page=result.page,
        project=names.get(result.project_id, result.project_id),
        kind_da=result.kind.da,
        kind=words.text(result.kind),
        value=result.value,
        double_counted=result.double_counted,
        evidence=result.evidence,
    )


def by_criterion(progress: Iterable[Number]) -> dict[str, list[Number]]:
    """The numbers of each criterion, by its name, in their order."""
    found: dict[str, list[Number]] = {}
    for number in progress:
        found.setdefault(number.criterion, []).append(number)
    return found


def progress_columns(words: Words) -> list[Column]:
    return [
        Column("criterion", words("Succeskriterium")),
        Column("project", words("Projekt"), optional=True),
        Column("kind", words("Hvad er talt"), optional=True),
        Column("value", words("Nået"), "number"),
        Column("target", words("Mål"), "number"),
        Column("evidence", words("Cellen i kildens tabel"), optional=True),
        Column("criterion_id", words("Succeskriterium (kode)"), "code"),
    ]


def progress_frame(progress: Iterable[Number], words: Words) -> pandas.DataFrame:
    """The numbers with the fields of `progress_columns`, and `reached` and `day` of their criterion."""
    columns = [*(column.field for column in progress_columns(words)), "reached", "day"]
    return pandas.DataFrame([asdict(number) for number in progress], columns=columns)


def progress_sentence(progress: Sequence[Number], words: Words) -> str:
    """The furthest and the least far of the criteria with a number, and how a bar is read."""
    firsts = [numbers[0] for numbers in by_criterion(progress).values()]
    shares = {number.criterion: number.share for number in firsts if number.share is not None}
    reading = words("I hver bjælke står projekternes tal efter hinanden; den lodrette streg er målet.")
    if len(shares) < 2:
        return reading
    first, last = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    extremes = words(
        "Længst fremme: {first} ({most}). Længst fra målet: {last} ({least}).",
        first=first,
        most=words.share(shares[first]),
        last=last,
        least=words.share(shares[last]),
    )
    return f"{extremes} {reading}"
