"""Disclosure control: which counts of persons a reader may not see, and which others hide them.

Counts 1 … minimum − 1 are primary: hidden in cells and in sums; a zero is shown. Secondary values are hidden so that
the primary ones cannot be worked out from the rest. Two hidden in every row and column would not do: a 4 x 4 table
with nine hidden cells can still give one away, and two overlapping groupings reveal what each alone hides.

Method: for everything a reader must go on thinking possible (`data.disclosure_audit` has the two attackers and
their limits) there has to be a whole alternative table that fits what is shown. Where there is none, the cheapest one
is found by an integer programme in the manner of cell suppression by network flow (Kelly, Golden and Assad 1992),
and what it changes is hidden. Small counts are cheap, sums are dear, and a value that is hidden in another period is
half price, which keeps the pattern over time. The pattern is safe when every question has its table; it is
economical, not provably the smallest.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Sequence

import numpy
import pandas
from scipy import sparse

from data.contracts import Status
from data.disclosure_audit import ROUNDING, Attacker, Protection, audit, is_whole, solve
from data.publication import Groupings, Publication, publish

__all__ = ["audit", "check_periods", "crossings", "hide_derived", "protect"]

PERIODS = ("period_start", "period_end")
SUM_PRICE = 3.0  # hiding a sum costs as much as three cells of its size: readers miss totals most
SIBLING_PRICE = 0.5  # of a value already hidden in another period


def crossings(*dimensions: Sequence[str | None]) -> list[list[str]]:
    """Every published table of a full crossing, finest first.

    One list a dimension: the columns it is published by, finest first; None is the sum over the dimension.
    `crossings(["area", "district", None], ["year"])` gives [["area", "year"], ["district", "year"], ["year"]].
    """
    return [[column for column in columns if column] for columns in itertools.product(*dimensions)]


def protect(
    table: pandas.DataFrame,
    count: str,
    groupings: Groupings,
    minimum: int = 5,
    *,
    population: str | None = None,
    minimum_population: int = 30,
    among: str | None = None,
    periods: Sequence[str] = PERIODS,
) -> pandas.DataFrame:
    """Decide what is hidden of everything that is published about one count of persons.

    table: one row a cell: the columns of the groupings, `count` (whole persons) and perhaps `population`.
    groupings: the published tables, each the list of columns it is broken down by ([] is the total), finest first;
    `crossings` writes them. A cell without a key (missing) is in no value of that grouping, so hierarchies may
    overlap and need not cover everything. Cells finer than the first grouping are never printed, but protected.
    among: the column of the persons that a cell is counted among, where they cannot be more (missing where they can):
    the few who are not counted are then protected too. Often the population, for a share always.
    periods: the columns that tell when, if the table has them: a year or "2016-2018", or first and last year.

    Returns one row a published value: the columns of the groupings (missing where summed over), grouping,
    the count, the population, hidden (of the count and all derived from it) and reason: "primary", "secondary", ""
    or "population", where the count is shown and only the rate is not, for fewer than `minimum_population` persons
    (mean over periods). The count stands in every row: `hide_derived` removes it.
    Raises ValueError for a minimum under 3, counts that are missing, negative, not whole or more than they are counted
    among, periods that overlap, and a value that nothing can protect.
    """
    groupings = [list(columns) for columns in groupings]
    periods = [column for column in periods if column in table.columns]
    check_periods(table, [column for column in groupings[0] if column not in periods], periods)
    publication = publish(table, count, groupings, minimum, among)
    siblings = _siblings(publication, periods)
    hidden = numpy.zeros(len(publication.values), dtype=bool)
    for rows, part in publication.split(siblings):
        hidden[rows] = _choose(part, siblings[rows])
    few = _too_few(table, publication, population, minimum_population, periods)
    values = publication.values.assign(**{count: publication.counts})
    if population is not None:
        values[population] = publication.parts @ table[population].to_numpy(dtype=float)
    values["hidden"] = hidden
    values["reason"] = numpy.select(
        [hidden & publication.small, hidden, few], ["primary", "secondary", "population"], default=""
    )
    keys = list(dict.fromkeys(itertools.chain(*groupings)))
    numbers = [count] if population is None else [count, population]
    return values.loc[publication.printed, [*keys, "grouping", *numbers, "hidden", "reason"]]


def check_periods(table: pandas.DataFrame, series: Sequence[str], periods: Sequence[str] = PERIODS) -> None:
    """Raise ValueError, naming the series, where two of its periods overlap: their difference would be published.

    table: the columns named by `series` and by `periods`: a year or "2016-2018", or the first and the last year.
    """
    if not periods or table.empty:
        return
    years = table[list(periods)].astype(str).agg("-".join, axis=1).str.findall(r"\d{4}")
    spans = table[list(series)].assign(first=years.str[0].astype(int), last=years.str[-1].astype(int))
    spans = spans.drop_duplicates().sort_values(["first", "last"], kind="stable")
    before = spans.groupby(list(series), dropna=False)["last"].shift() if series else spans["last"].shift()
    overlap = spans[before >= spans["first"]]
    if len(overlap):
        named = ", ".join(f"{column}: {key}" for column, key in overlap.iloc[0].items() if column in series)
        first, last = overlap.iloc[0][["first", "last"]]
        raise ValueError(f"{named or 'total'}: the period {first}-{last} overlaps the one before it")


def hide_derived(
    table: pandas.DataFrame, columns: Sequence[str], count: str = "count", status: str = "status"
) -> pandas.DataFrame:
    """Take out of `table` every number that would tell a hidden count, and say so in its status.

    table: rows with hidden and reason as from `protect`. columns: the count and all that is derived from it: value,
    low, high, comparison, rank, change … Text becomes "", a number missing. Where the reason is "population" the
    count stays and the status is "too_few".
    """
    result = table.copy()
    few = table["reason"] == "population"
    for column in columns:
        gone = table["hidden"] if column == count else table["hidden"] | few
        if pandas.api.types.is_integer_dtype(result[column]):
            result[column] = result[column].astype("Int64")
        is_text = pandas.api.types.is_string_dtype(result[column])
        result[column] = result[column].mask(gone, "") if is_text else result[column].mask(gone)
    if status in result.columns:
        result[status] = result[status].mask(few, Status.TOO_FEW.value).mask(table["hidden"], Status.HIDDEN.value)
    return result


def _choose(publication: Publication, siblings: numpy.ndarray) -> numpy.ndarray:
    """Hide values until every hidden one, the last included, leaves both attackers with enough."""
    protection = Protection(publication, publication.small.copy())
    waiting = deque(itertools.product(reversed(Attacker), numpy.flatnonzero(protection.hidden).tolist()))
    while waiting:
        attacker, value = waiting.popleft()
        if not protection.ask(value, attacker):
            newly_hidden = _hide_more(protection, value, attacker, siblings)
            waiting.append((attacker, value))
            waiting.extend(itertools.product(Attacker, newly_hidden.tolist()))
    return protection.hidden


def _hide_more(protection: Protection, value: int, attacker: Attacker, siblings: numpy.ndarray) -> numpy.ndarray:
    """Hide the shown values that change in the cheapest table with what `value` lacks, and return them.

    The linear programme is quick and its halves and thirds do to choose by; where it wants nothing more hidden, the
    integer programme decides. In the worst case, without an answer in time, all values linked to this one are hidden.
    """
    publication = protection.publication
    for whole, goal in itertools.product((False, True), _goals(protection, value, attacker)):
        change = _cheapest_change(protection, value, attacker, goal, siblings, whole)
        if change is None:
            continue
        moved = numpy.flatnonzero((numpy.abs(publication.parts @ change) > ROUNDING) & ~protection.hidden)
        protection.hide(moved)
        if is_whole(change):
            protection.record(change.astype(int))
        if len(moved) or is_whole(change):
            return moved
    linked = numpy.flatnonzero(_linked(publication, value) & ~protection.hidden)
    if not len(linked):
        raise ValueError(f"{publication.name(value)}: cannot be protected")
    protection.hide(linked)
    return linked


def _goals(protection: Protection, value: int, attacker: Attacker) -> list[tuple[float, float]]:
    """The interval the value has to reach; upwards first, for upwards there is nearly always room."""
    missing = protection.missing(value, attacker)
    if missing:
        return [(missing[-1], missing[-1])]
    width = protection.width(value, attacker)
    low, high = protection.low[attacker][value], protection.high[attacker][value]
    return [(low + width, numpy.inf), (0, high - width)]


def _cheapest_change(
    protection: Protection,
    value: int,
    attacker: Attacker,
    goal: tuple[float, float],
    siblings: numpy.ndarray,
    whole: bool,
) -> numpy.ndarray | None:
    """The change of the cells that puts `value` in `goal` at the least price of what moves among the shown values."""
    publication = protection.publication
    live = numpy.ones(len(publication.cells), dtype=bool)
    live[publication.parts[~publication.open].indices] = False
    parts = publication.parts[:, live]
    shown = numpy.flatnonzero(publication.open & ~protection.hidden)
    low, high = protection.limits(attacker, publication.open)
    told = numpy.flatnonzero(publication.open & ((low > 0) | (high < publication.totals)))
    settled = publication.parts[:, ~live] @ publication.cells[~live]
    move = sparse.eye_array(len(shown))
    counts = (publication.counts - settled)[shown]
    answer = solve(
        numpy.concatenate([numpy.zeros(live.sum()), numpy.tile(_prices(protection, siblings)[shown], 2)]),
        sparse.block_array([[parts[shown], -move, move], [parts[told], None, None], [parts[[value]], None, None]]),
        numpy.concatenate([counts, (low - settled)[told], [goal[0] - settled[value]]]),
        numpy.concatenate([counts, (high - settled)[told], [goal[1] - settled[value]]]),
        numpy.concatenate([publication.most[live], numpy.full(2 * len(shown), numpy.inf)]),
        whole=whole,
    )
    if answer is None:
        return None
    change = numpy.zeros(len(publication.cells))
    change[live] = answer[: live.sum()] - publication.cells[live]
    return change


def _prices(protection: Protection, siblings: numpy.ndarray) -> numpy.ndarray:
    publication = protection.publication
    price = numpy.log2(1.0 + publication.counts) * numpy.where(publication.finest, 1.0, SUM_PRICE)
    has_hidden_sibling = numpy.isin(siblings, siblings[protection.hidden])
    return price * numpy.where(has_hidden_sibling, SIBLING_PRICE, 1.0)


def _linked(publication: Publication, value: int) -> numpy.ndarray:
    """All values that may be hidden and share cells with this one, directly or through others."""
    parts = publication.parts
    component = sparse.csgraph.connected_components(parts @ parts.T, directed=False)[1]
    linked: numpy.ndarray = (component == component[value]) & publication.open
    return linked


def _siblings(publication: Publication, periods: Sequence[str]) -> numpy.ndarray:
    """The same number for values that differ only in the period."""
    keys = [column for column in publication.values.columns if column not in periods]
    return publication.values.groupby(keys, dropna=False, sort=False).ngroup().to_numpy()


def _too_few(
    table: pandas.DataFrame,
    publication: Publication,
    population: str | None,
    minimum_population: int,
    periods: Sequence[str],
) -> numpy.ndarray:
    """Whether a value's population, as a mean over its periods, is too small for a rate."""
    if population is None:
        return numpy.zeros(len(publication.counts), dtype=bool)
    period = table.groupby(list(periods)).ngroup().to_numpy() if periods else numpy.zeros(len(table), dtype=int)
    of_period = sparse.csr_array((numpy.ones(len(table)), (numpy.arange(len(table)), period)))
    periods_in_value = ((publication.parts @ of_period) > 0).sum(axis=1)
    mean: numpy.ndarray = publication.parts @ table[population].to_numpy(dtype=float) / periods_in_value
    return mean < minimum_population
