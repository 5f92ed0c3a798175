"""Where a link of the chain is missing, ready to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas

from dashboard.i18n.words import N_, Words
from dashboard.strategy.deadlines import counted, fields
from dashboard.strategy.names import KINDS, Titles, named, titles
from dashboard.views.tables import Column
from data.strategy import Plan
from data.strategy_gaps import Gap

GAPS = {
    "criterion_without_goal": N_("Succeskriteriet hører ikke til noget overordnet mål"),
    "criterion_without_project": N_("Ingen indsats er i gang med succeskriteriet"),
    "goal_without_project": N_("Målet har ingen indsats"),
    "goal_without_criterion": N_("Målet har intet succeskriterium"),
    "project_without_goal": N_("Indsatsen hører ikke til noget overordnet mål"),
    "project_without_measure": N_("Indsatsen har hverken milepæl eller succeskriterium"),
}


def gap_columns(words: Words) -> list[Column]:
    return [
        Column("named", words("Hvad")),
        Column("why", words("Hul")),
        Column("goal", words("Overordnet mål")),
    ]


def gap_file_columns(words: Words) -> list[Column]:
    return [Column("what", words("Led i strategien")), Column("title", words("Navn")), *gap_columns(words)[1:]]


def gap_frame(gaps: Iterable[Gap], plan: Plan, words: Words) -> pandas.DataFrame:
    """The gaps with the fields of `gap_columns` and `gap_file_columns`."""
    names, columns = titles(plan, words), [*gap_columns(words), *gap_file_columns(words)]
    return pandas.DataFrame([gap_fields(gap, names, words) for gap in gaps], columns=fields(columns))


def gap_fields(gap: Gap, names: Titles, words: Words) -> dict[str, str]:
    title = names.of(gap.kind, gap.item_id)
    return {
        "what": words(KINDS[gap.kind]),
        "title": title,
        "named": named(gap.kind, title, words),
        "why": words(GAPS[gap.reason]),
        "goal": names.goal.get(gap.goal_id) or words("Uden overordnet mål"),
    }


def gap_sentence(reasons: Sequence[str], words: Words) -> str:
    if not reasons:
        return words(
            "Ingen huller: hvert mål har indsats og succeskriterium, og hvert succeskriterium har mål og indsats."
        )
    return words.plural(
        "Ét led mangler i kæden. {list}.",
        "{n} led mangler i kæden. {list}.",
        len(reasons),
        list=counted(reasons, GAPS, words),
    )
