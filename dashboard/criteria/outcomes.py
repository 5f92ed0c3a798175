"""A project's own table of outcomes: as a table, as bars, and in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas

from dashboard.charts.bars import Count
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.contracts import Outcome


def outcome_columns(words: Words) -> list[Column]:
    return [
        Column("group", words("Gruppe"), optional=True),
        Column("outcome", words("Udfald")),
        Column("persons", words("Personer"), "number"),
        Column("note", words("Note"), optional=True),
    ]


def outcome_rows(outcomes: Sequence[Outcome], words: Words) -> pandas.DataFrame:
    """The outcomes with the fields of `outcome_columns`."""
    rows = [(words.text(row.group), words.text(row.outcome), row.persons, words.text(row.note)) for row in outcomes]
    return pandas.DataFrame(rows, columns=[column.field for column in outcome_columns(words)])


def outcome_counts(outcomes: Sequence[Outcome], words: Words) -> list[Count]:
    """The outcomes as `bars.count_bars` draws them, without the totals."""
    return [Count(words.text(row.group), words.text(row.outcome), row.persons) for row in outcomes if not row.is_total]


def outcome_sentence(outcomes: Sequence[Outcome], words: Words) -> str:
    """586 personer er opgjort pr. 15. september 2005 (oplyst i kilden). Flest står under »Job«: 225."""
    rows, totals = ([row for row in outcomes if row.is_total is is_total] for is_total in (False, True))
    whole = sum(row.persons for row in rows)
    is_printed = whole in {row.persons for row in totals}
    sentence = words(
        "{n} personer er opgjort pr. {day} ({origin}).",
        n=words.number(whole),
        origin=words("oplyst i kilden") if is_printed else words("beregnet af os"),
        day=labels.day(max(row.as_of for row in outcomes), words),
    )
    groups = [
        f"{words.text(row.group)}: {words.number(row.persons)}"
        for row in totals
        if words.text(row.group) and row.persons != whole
    ]
    return " ".join(filter(None, (sentence, largest(rows, words), f"{'; '.join(groups)}." if groups else "")))


def largest(rows: Sequence[Outcome], words: Words) -> str:
    """Flest står under »Job«: 225; empty where several are as large."""
    most = max((row.persons for row in rows), default=0)
    found = [row for row in rows if row.persons == most]
    if len(found) != 1:
        return ""
    return words("Flest står under »{name}«: {n}.", name=words.text(found[0].outcome), n=words.number(most))
