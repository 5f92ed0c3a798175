"""The pace of a success criterion: what it needs a month to reach its target in time, and what it was so far."""

from __future__ import annotations

from datetime import date

import pandas

from dashboard.criteria.amounts import is_share, reached
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data import scorecards
from data.contracts import Criterion
from data.scorecards import Pace, Scored


def pace_sentence(row: Scored, words: Words, today: date) -> str:
    """For at nå målet skal der nås 6 unge om måneden frem til 31. december 2026; hidtil 3,5.

    Without a pace the sentence says why.
    """
    criterion, score, counted = row.criterion, row.score, labels.day(row.score.as_of, words)
    if criterion.target is None:
        return words("Målet har intet tal i kilden, så et tempo kan ikke regnes ud.")
    if score.share is None:
        return words("Der er intet tal endnu, så et tempo kan ikke regnes ud.")
    if score.share >= 1:
        amounts = reached(criterion, score.reached, words)
        return words("Målet er nået: {reached} pr. {day}.", reached=amounts, day=counted)
    if not (criterion.start_date and criterion.end_date):
        return words("Kilden giver ingen start og slut, så et tempo kan ikke regnes ud.")
    pace, deadline = scorecards.pace(criterion, score.as_of, score.reached), labels.day(criterion.end_date, words)
    if pace is None or pandas.Timestamp(today) > pandas.Timestamp(criterion.end_date):
        return words(
            "Fristen var {deadline}. Ved den seneste opgørelse, {day}, var målet ikke nået.",
            deadline=deadline,
            day=counted,
        )
    needed = pace_needed(criterion, pace, deadline, words)
    return f"{needed} " + words("Beregnet af os fra den seneste opgørelse, {day}.", day=counted)


def pace_needed(criterion: Criterion, pace: Pace, deadline: str, words: Words) -> str:
    needed, so_far = a_month(pace.needed, words), a_month(pace.so_far, words)
    if not is_level(criterion):
        return words(
            "For at nå målet skal der nås {needed} {unit} om måneden frem til {deadline}; hidtil {so_far}.",
            needed=needed,
            unit=words.text(criterion.unit),
            deadline=deadline,
            so_far=so_far,
        )
    text = (
        words(
            "For at nå målet skal tallet falde med {needed} om måneden frem til {deadline};",
            needed=needed,
            deadline=deadline,
        )
        if pace.needed < 0
        else words(
            "For at nå målet skal tallet stige med {needed} om måneden frem til {deadline};",
            needed=needed,
            deadline=deadline,
        )
    )
    past = (
        words("hidtil er det faldet med {so_far}.", so_far=so_far)
        if pace.so_far < 0
        else words("hidtil er det steget med {so_far}.", so_far=so_far)
    )
    return f"{text} {past}"


def a_month(change: float, words: Words) -> str:
    """How much a month, whichever way: 1,7; 6."""
    return words.number(abs(change), 1).removesuffix(",0").removesuffix(".0")


def is_level(criterion: Criterion) -> bool:
    """Whether the number is how things stand (a share, evictions in the year), not persons added one by one."""
    return is_share(criterion) or bool(scorecards.start_value(criterion))
