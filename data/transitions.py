"""The meetings on the way to adulthood: what of them may be published, and what share of the meetings did what.

Figures of municipalities only, never sums of them, so no hidden number can be worked out from larger ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas

from data import disclosure, measures
from data.contracts import (
    MEETING_PARTS,
    GivenTransitionMeeting,
    GivenTransitionOutcome,
    Status,
    TransitionMeeting,
    TransitionOutcome,
)
from data.register import is_held

MEETING, OUTCOME = list(GivenTransitionMeeting.KEY), list(GivenTransitionOutcome.KEY)
YEAR_OF_AREA = ["area_id", "year"]
NUMBERS = ("young", *MEETING_PARTS)  # a whole before its parts


@dataclass(frozen=True)
class Share:
    """A part of a whole in per cent with its 95 % interval (Wilson); without numbers where `status` is not shown."""

    part: int | None
    whole: int | None
    value: float | None
    low: float | None
    high: float | None
    status: Status


def publish(tables: Mapping[str, pandas.DataFrame], minimum: int) -> dict[str, pandas.DataFrame]:
    """`TransitionMeeting` and `TransitionOutcome` as they may be published, by the name of their table.

    A number of 1 to `minimum` - 1 young people is hidden, and one that so few of the whole are *not* counted in; where
    a whole is hidden so are its parts. Of outcomes, which make a whole together, disclosure control hides as many more
    as it takes. tables: `GivenTransitionMeeting`, `GivenTransitionOutcome` and `Source` are read; rows of published
    sources pass unchanged.
    """
    return {
        TransitionMeeting.TABLE: meetings(tables["transition_meetings"], tables["sources"], minimum),
        TransitionOutcome.TABLE: outcomes(tables["transition_outcomes"], tables["sources"], minimum),
    }


def meetings(given: pandas.DataFrame, sources: pandas.DataFrame, minimum: int) -> pandas.DataFrame:
    """The meetings with what is hidden emptied and named. given: `GivenTransitionMeeting`."""
    held = is_held(given, sources)
    hidden: dict[str, pandas.Series] = {}
    for number in NUMBERS:
        whole = MEETING_PARTS.get(number)
        small = _small(given[held], number, whole, minimum).reindex(given.index, fill_value=False)
        hidden[number] = small | hidden[whole] if whole else small
    shown = given.assign(**{number: given[number].astype("Int64").mask(hidden[number]) for number in NUMBERS})
    names = pandas.DataFrame(hidden).apply(lambda row: "|".join(row.index[row]), axis=1)
    return shown.assign(hidden=names.astype("str") if len(given) else "")


def _small(rows: pandas.DataFrame, number: str, whole: str | None, minimum: int) -> pandas.Series:
    """Whether disclosure control hides a number of each row, among its whole where it has one."""
    counted = rows[rows[number].notna()]
    if counted.empty:
        return pandas.Series(False, index=rows.index)
    columns = [*MEETING, number, *([whole] if whole else [])]
    values = disclosure.protect(counted[columns], number, [MEETING], minimum, among=whole, periods=("year",))
    found = counted[MEETING].merge(values[[*MEETING, "hidden"]], on=MEETING, how="left", validate="one_to_one")
    return pandas.Series(found["hidden"].to_numpy(dtype=bool), index=counted.index).reindex(
        rows.index, fill_value=False
    )


def outcomes(given: pandas.DataFrame, sources: pandas.DataFrame, minimum: int) -> pandas.DataFrame:
    """The outcomes with everybody they are parts of, and what is hidden emptied. given: `GivenTransitionOutcome`."""
    totals = given.groupby(YEAR_OF_AREA)["persons"].transform("sum")
    hidden = pandas.Series(False, index=given.index)
    hidden_total = hidden.copy()
    rows = given[is_held(given, sources)]
    if len(rows):
        values = disclosure.protect(rows[[*OUTCOME, "persons"]], "persons", [OUTCOME, YEAR_OF_AREA], minimum)
        of_outcomes = values[values["outcome"].notna()].set_index(OUTCOME)["hidden"]
        of_years = values[values["outcome"].isna()].set_index(YEAR_OF_AREA)["hidden"]
        hidden.loc[rows.index] = of_outcomes.loc[list(rows[OUTCOME].itertuples(index=False, name=None))].to_numpy()
        hidden_total.loc[rows.index] = of_years.loc[
            list(rows[YEAR_OF_AREA].itertuples(index=False, name=None))
        ].to_numpy()
    return given.assign(
        persons=given["persons"].astype("Int64").mask(hidden),
        total=totals.astype("Int64").mask(hidden_total),
        status=pandas.Series(Status.SHOWN.value, index=given.index, dtype="str").mask(hidden, Status.HIDDEN.value),
    )


def share_of(row: TransitionMeeting, number: str) -> Share:
    """The share of the meetings, or of the young people for `held`, that a number of `MEETING_PARTS` tells of."""
    part, whole = getattr(row, number), getattr(row, MEETING_PARTS[number])
    if {number, MEETING_PARTS[number]} & set(row.hidden.split("|")):
        return _nothing(Status.HIDDEN)
    return share(part, whole)


def share_of_outcome(row: TransitionOutcome) -> Share:
    """The share of those who turned 18 that an outcome tells of."""
    if row.status is not Status.SHOWN or row.total is None:
        return _nothing(Status.HIDDEN)
    return share(row.persons, row.total)


def share(part: int | None, whole: int | None) -> Share:
    """A share with its interval: not collected where a number is missing, too few where nobody is counted."""
    if part is None or whole is None:
        return _nothing(Status.NOT_COLLECTED)
    if not whole:
        return _nothing(Status.NOT_RELEVANT)
    value, low, high = (float(number) for number in measures.share(part, whole))
    return Share(part, whole, value, low, high, Status.SHOWN)


def summed(rows: Iterable[TransitionMeeting], number: str) -> Share:
    """A share over several rows, from what is shown of them alone: hidden where any of them hides a number of it."""
    found = [share_of(row, number) for row in rows]
    for status in (Status.HIDDEN, Status.NOT_COLLECTED):
        if any(each.status is status for each in found):
            return _nothing(status)
    counted = [each for each in found if each.part is not None and each.whole is not None]
    return share(sum(each.part or 0 for each in counted), sum(each.whole or 0 for each in counted))


def _nothing(status: Status) -> Share:
    return Share(None, None, None, None, None, status)
