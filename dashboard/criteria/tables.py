"""The tables of success criteria: the matrix, and the numbers behind it as printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas

from dashboard.criteria.cards import CriterionCard, numbered
from dashboard.criteria.reason import judgement
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data import scorecards
from data.contracts import Result
from data.scorecards import Scored

EMPTY = dict.fromkeys(
    ("as_of", "project_id", "project", "day", "kind", "counted", "double", "evidence", "note"), ""
)  # no result


def criterion_columns(words: Words) -> list[Column]:
    """The columns of the matrix target group x criterion x project."""
    return [
        Column("criterion", words("Succeskriterium")),
        Column("status_text", words("Status")),
        Column("target_group", words("Målgruppe")),
        Column("projects", words("Projekter og deres tal")),
        Column("achieved", words("Nået og mål")),
        Column("share_text", words("Andel af vejen til målet")),
        Column("dated", words("Opgjort")),
        Column("basis", words("Begrundelse og forbehold")),
    ]


def criterion_frame(cards: Iterable[CriterionCard], words: Words) -> pandas.DataFrame:
    """The cards with the fields of `criterion_columns`; the share in words, "ikke opgjort" where there is none."""
    columns = [column.field for column in criterion_columns(words)]
    frame = pandas.DataFrame([[getattr(card, field) for field in columns] for card in cards], columns=columns)
    return frame.replace({"projects": {"": words("ingen")}})


def part_rows(
    criteria: Iterable[Scored], results: Iterable[Result], names: Mapping[str, str], words: Words
) -> pandas.DataFrame:
    """One row a criterion, project, date and kind, as printed, with what is derived beside it: the fields of
    `part_columns`, and as_of; `share` in per cent. A criterion without results has one row. `names`: what projects are
    called, by id.
    """
    found = scorecards.by_criterion(results)
    rows = [
        {**EMPTY, **criterion_part(row, words), **(result_part(result, names, words) if result else {})}
        for row in criteria
        for result in found.get(row.criterion.criterion_id, (None,))
    ]
    fields = ["as_of", *(column.field for column in part_columns(words))]
    return pandas.DataFrame(rows, columns=fields)


def criterion_part(row: Scored, words: Words) -> dict[str, str | float | None]:
    """The fields of a row that are the criterion's, whatever its results."""
    criterion, score = row.criterion, row.score
    return {
        "criterion_id": criterion.criterion_id,
        "criterion": numbered(criterion, words),
        "target_group": words.text(criterion.target_group),
        "target": criterion.target,
        "baseline": criterion.baseline,
        "reached": score.reached,
        "share": None if score.share is None else 100 * score.share,
        "status_text": words(labels.CRITERION_STATUSES[score.status]),
        "judgement": judgement(criterion, words),
        "page": criterion.page,
    }


def result_part(result: Result, names: Mapping[str, str], words: Words) -> dict[str, str | float | None]:
    """The fields of a row that are the result's."""
    added = words("ja") if result.counted and result.served else words("nej")
    return {
        "project_id": result.project_id,
        "project": names.get(result.project_id, result.project_id),
        "kind": words.text(result.kind),
        "as_of": result.as_of,
        "day": labels.day(result.as_of, words),
        "value": result.value,
        "counted": "" if result.value is None else added,
        "double": words("ja") if result.double_counted else "",
        "evidence": result.evidence,
        "page": result.page,
        "note": words.text(result.note),
    }


def part_columns(words: Words) -> list[Column]:
    """The columns of a file of criteria: what is printed, then what is derived."""
    return [
        Column("criterion", words("Succeskriterium")),
        Column("target_group", words("Målgruppe")),
        *result_columns(words),
        Column("target", words("Mål"), "number", 1),
        Column("baseline", words("Udgangspunkt"), "number", 1),
        Column("reached", words("Nået i alt (beregnet af os)"), "number", 1),
        Column("share", words("Andel af vejen til målet i % (beregnet af os)"), "number", 1),
        Column("status_text", words("Status")),
        Column("judgement", words("Vurdering"), optional=True),
        Column("criterion_id", words("Succeskriterium (kode)"), "code"),
        Column("project_id", words("Projekt (kode)"), "code", optional=True),
    ]


def result_columns(words: Words, decimals: int = 1) -> list[Column]:
    """The columns of the numbers behind one criterion, by date."""
    return [
        Column("project", words("Projekt"), optional=True),
        Column("day", words("Dato"), optional=True),
        Column("value", words("Tal i kilden"), "number", decimals),
        Column("kind", words("Hvad er talt"), optional=True),
        Column("counted", words("Talt med"), optional=True),
        Column("double", words("Talt to steder"), optional=True),
        Column("evidence", words("Cellen i kildens tabel"), optional=True),
        Column("page", words("Side i kilden"), optional=True),
        Column("note", words("Note"), optional=True),
    ]
