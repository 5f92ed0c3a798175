"""What readers can work out about hidden numbers: an exact audit over everything that is published.

Two attackers are tried on every hidden value. Both know every shown number, which cells each sum is made of,
and that counts are whole and not negative.

- The `STRANGER` does not use the rule. He must be left an interval at least `minimum` wide.
- The `INSIDER` knows the rule and which of the finest hidden values are small: those lie in 1 … minimum − 1, the
  other hidden ones at `minimum` or above, since a zero is always shown. Every small value must keep the whole
  range 1 … minimum − 1, every other hidden value at least two values. Why a *sum* is hidden he is not told, since
  it may be either reason, but he knows that it is not 0. A small value made of k hidden ones keeps k … minimum − 1 and
  at least two values. (Were a sum known to be small, 1 + 1 + 1 + 1 under "below 5" would give itself away whatever
  else is hidden; that is why no page may tell how many sums are hidden for which reason.)

Where a count is `among` so many persons, both know it, and the few who are *not* counted are protected like the few
who are: 97 of 100 is small, 100 of 100 is shown as 0 is.

Each question is a small integer programme (HiGHS) over the cells that shown numbers link together. Every answer is
a whole alternative table that fits what is shown; it is remembered, for it answers questions about other values too.

Outside the audit: what readers know from elsewhere (one of two persons knows about himself), other publications of
the same counts, and likelihood (an interval can be wide and one value in it still the likeliest).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

import numpy
import pandas
from scipy import optimize, sparse

from data.publication import Groupings, Publication, publish

SECONDS_PER_QUESTION = 10.0  # a question without an answer in time counts as answered badly

CORNERS = 6  # of the linear programme to try before the integer programme; nearly all are whole already
FARTHEST = 1e4  # how much more going farther counts than changing little
ROUNDING = 1e-6


class Attacker(StrEnum):
    STRANGER = "stranger"
    INSIDER = "insider"


class Protection:
    """What both attackers can conclude while the values in `hidden` are not shown.

    `low` and `high` (by attacker) and `possible` (insider) are what the alternative tables found so far allow each
    value to be. They only ever widen: whatever else is hidden, an alternative that fitted still fits.
    """

    def __init__(self, publication: Publication, hidden: numpy.ndarray) -> None:
        self.publication = publication
        self.hidden: numpy.ndarray = hidden | ~publication.printed
        self.low = {attacker: publication.counts.copy() for attacker in Attacker}
        self.high = {attacker: publication.counts.copy() for attacker in Attacker}
        distances = publication.distance(publication.counts)
        self.possible = distances[:, None] == numpy.arange(publication.minimum)  # values x 0 … minimum − 1
        self._link()

    def hide(self, values: numpy.ndarray) -> None:
        self.hidden[values] = True
        self._link()

    def ask(self, value: int, attacker: Attacker) -> bool:
        """Whether the attacker is left with enough for this hidden value; searches for alternative tables."""
        for number in self.missing(value, attacker):
            self._search(value, attacker, (number, number))
        reach = 2 * self.publication.minimum
        if not self.is_met(value, attacker):
            self._search(value, attacker, (0, self.low[attacker][value] + reach), towards=1)
        if not self.is_met(value, attacker):
            self._search(value, attacker, (self.high[attacker][value] - reach, numpy.inf), towards=-1)
        return self.is_met(value, attacker)

    def is_met(self, value: int, attacker: Attacker) -> bool:
        width = self.high[attacker][value] - self.low[attacker][value]
        return bool(width >= self.width(value, attacker)) and not self.missing(value, attacker)

    def width(self, value: int, attacker: Attacker) -> float:
        """How wide the interval has to be; among very few persons it can be no wider than they are."""
        total = float(self.publication.totals[value])
        return min(self.publication.minimum, total) if attacker is Attacker.STRANGER else min(1, total - 2)

    def missing(self, value: int, attacker: Attacker) -> list[float]:
        """The numbers that a small value must keep for the insider and that no alternative has shown."""
        publication = self.publication
        if attacker is Attacker.STRANGER or not publication.small[value] or publication.tiny[value]:
            return []
        wanted = range(*self._least_told[value])
        missing = [number for number in wanted if not self.possible[value, number]]
        return [publication.totals[value] - n for n in missing] if publication.is_rest_small[value] else list(missing)

    @cached_property
    def _least_told(self) -> numpy.ndarray:
        """From which number up to before which each small value may lie where nothing at all is shown: values x 2.

        That none of the values it is made of is 0, and that one it is a part of is small, is told by the rule itself.
        """
        publication = self.publication
        told = numpy.tile([1, publication.minimum], (len(publication.values), 1))
        low, high = self.limits(Attacker.INSIDER, publication.open)
        for value in numpy.flatnonzero(publication.small & self._is_nested):
            row = publication.parts[[value]].toarray().ravel().astype(float)
            for end, sign in enumerate((1, -1) if not publication.is_rest_small[value] else (-1, 1)):
                found = solve(sign * row, publication.parts, low, high, publication.most, gap=0)
                if found is not None:
                    distance = round(float(row @ found))
                    if publication.is_rest_small[value]:
                        distance = round(float(publication.totals[value])) - distance
                    told[value, end] = max(distance, 1) if end == 0 else min(distance + 1, publication.minimum)
        return told

    @cached_property
    def _is_nested(self) -> numpy.ndarray:
        """Whether a value lies in another one or holds one, when cells that are known for certain are left out."""
        publication = self.publication
        certain = publication.printed & ~publication.open
        unsettled = numpy.ones(len(publication.cells), dtype=bool)
        unsettled[publication.parts[certain].indices] = False
        parts = publication.parts[:, unsettled][publication.printed & publication.open]
        every = publication.parts[:, unsettled]
        size, of_every = parts.sum(axis=1), every.sum(axis=1)
        inside = (every @ parts.T).tocoo()
        proper = size[inside.col] != of_every[inside.row]
        nested = proper & (inside.data == numpy.minimum(size[inside.col], of_every[inside.row]))
        result = numpy.zeros(len(publication.values), dtype=bool)
        result[inside.row[nested]] = True
        return result

    def limits(self, attacker: Attacker, hidden: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
        """The lowest and highest number of every value before any sum is looked at, if `hidden` are hidden."""
        publication, minimum = self.publication, self.publication.minimum
        counts, totals = publication.counts, publication.totals
        low, high = numpy.where(hidden, 0.0, counts), numpy.where(hidden, totals, counts)
        if attacker is Attacker.INSIDER:
            is_open = hidden & publication.open & publication.printed
            low[is_open], high[is_open] = 1, totals[is_open] - 1
            told = is_open & publication.finest & ~publication.tiny
            few, most, others = (
                publication.small & ~publication.is_rest_small,
                publication.is_rest_small,
                ~publication.small,
            )
            high[told & few] = minimum - 1
            low[told & most] = totals[told & most] - (minimum - 1)
            low[told & others], high[told & others] = minimum, totals[told & others] - minimum
        return low, high

    def record(self, change: numpy.ndarray) -> None:
        """Remember what a change of the cells, and every multiple of it that fits, allows each value to be."""
        publication = self.publication
        times = numpy.arange(-publication.minimum, publication.minimum + 1)[:, None]
        values = publication.counts + times * (publication.parts @ change)
        cells = publication.cells + times * change
        counted = ((cells >= 0) & (cells <= publication.most)).all(axis=1)
        for attacker in Attacker:
            low, high = self.limits(attacker, self.hidden)
            fitting = values[counted & (values >= low).all(axis=1) & (values <= high).all(axis=1)]
            numpy.minimum(self.low[attacker], fitting.min(axis=0), out=self.low[attacker])
            numpy.maximum(self.high[attacker], fitting.max(axis=0), out=self.high[attacker])
            if attacker is Attacker.INSIDER:
                distances = publication.distance(fitting)
                for number in range(publication.minimum):
                    self.possible[:, number] |= (distances == number).any(axis=0)

    def _link(self) -> None:
        """Number the components of cells that shown numbers, or the finest values, tie together; −1: known.

        And those that any printed value ties, since the insider knows that a hidden one is not 0.
        """
        parts, shown, publication = self.publication.parts, ~self.hidden, self.publication
        revealing = ~publication.open | (numpy.diff(parts.indptr) == 1)
        revealed = numpy.zeros(parts.shape[1], dtype=bool)
        revealed[parts[shown & revealing].indices] = True
        self._components = []
        for tying in (shown | publication.finest, publication.printed):
            ties = parts[tying][:, ~revealed]
            component = numpy.full(parts.shape[1], -1)
            component[~revealed] = sparse.csgraph.connected_components(ties.T @ ties, directed=False)[1]
            self._components.append(component)

    def _search(self, value: int, attacker: Attacker, goal: tuple[float, float], towards: int = 0) -> None:
        """Look for a change of the cells that fits what the attacker knows and puts the value in `goal`.

        The smallest change is sought, of those that go farthest `towards` higher (1) or lower (-1) numbers; first among
        the cells that shown numbers tie to the value, which nearly always do.
        """
        of_value = self.publication.parts[[value]].indices
        asked_before = 0
        for component in self._components if attacker is Attacker.INSIDER else self._components[:1]:
            asked = numpy.flatnonzero(numpy.isin(component, numpy.setdiff1d(component[of_value], [-1])))
            if len(asked) > asked_before:
                change = self._change(value, attacker, goal, towards, asked)
                if change is not None:
                    self.record(change)
                    return
            asked_before = len(asked)

    def _change(
        self, value: int, attacker: Attacker, goal: tuple[float, float], towards: int, asked: numpy.ndarray
    ) -> numpy.ndarray | None:
        """A change of the `asked` cells that fits, as `_search` wants it; None where there is none."""
        publication = self.publication
        cells, counts = publication.cells[asked], publication.counts
        parts = publication.parts[:, asked]
        low, high = self.limits(attacker, self.hidden)
        told = (numpy.diff(parts.indptr) > 0) & ((low > 0) | (high < publication.totals))
        rows = sparse.vstack([parts[told], parts[[value]]])
        matrix = sparse.hstack([rows, -rows], format="csr")
        low = numpy.concatenate([(low - counts)[told], [goal[0] - counts[value]]])
        high = numpy.concatenate([(high - counts)[told], [goal[1] - counts[value]]])
        most = numpy.concatenate([publication.most[asked] - cells, cells])
        pull = FARTHEST * towards * numpy.isin(asked, publication.parts[[value]].indices)
        random = numpy.random.default_rng(value)
        for whole in [False] * CORNERS + [True]:
            price = random.uniform(1, 3, len(asked))
            answer = solve(numpy.concatenate([price - pull, price + pull]), matrix, low, high, most, whole=whole)
            if answer is None:
                return None
            if is_whole(answer):
                change = numpy.zeros_like(publication.cells)
                change[asked] = numpy.subtract(*numpy.split(answer.astype(int), 2))
                return change
        return None


def solve(
    cost: numpy.ndarray,
    matrix: sparse.csr_array,
    low: numpy.ndarray,
    high: numpy.ndarray,
    most: numpy.ndarray | float = numpy.inf,
    *,
    whole: bool = True,
    gap: float = 0.2,
) -> numpy.ndarray | None:
    """The x from 0 to `most` with low <= matrix @ x <= high and about the least cost; None where none is (in time)."""
    answer: numpy.ndarray | None = optimize.milp(
        cost,
        integrality=numpy.full(len(cost), int(whole)),
        bounds=optimize.Bounds(0, most),
        constraints=optimize.LinearConstraint(matrix, low, high),
        options={"time_limit": SECONDS_PER_QUESTION, "mip_rel_gap": gap, "presolve": whole},
    ).x
    return numpy.rint(answer) if answer is not None and is_whole(answer) else answer


def is_whole(numbers: numpy.ndarray) -> bool:
    return bool(numpy.abs(numbers - numpy.rint(numbers)).max(initial=0) < ROUNDING)


def audit(
    protected: pandas.DataFrame,
    table: pandas.DataFrame,
    count: str,
    groupings: Groupings,
    minimum: int = 5,
    *,
    among: str | None = None,
) -> pandas.DataFrame:
    """Try both attackers on what `protected` shows of `table`; no row means that nothing was found.

    protected: the published values with their `hidden` column, keyed by the columns of the groupings.
    table, count, groupings, minimum, among: as for `data.disclosure.protect`.
    Returns one row a fault: value (in words), grouping, attacker ("reader" for a small count that is shown), and
    low, high: the interval the attacker arrives at (not followed further than matters).
    Raises ValueError where `protected` lacks a published value.
    """
    publication = publish(table, count, groupings, minimum, among)
    hidden = _hidden(protected, publication)
    faults = [fault for rows, part in publication.split() for fault in _faults(Protection(part, hidden[rows]))]
    return pandas.DataFrame(faults, columns=["value", "grouping", "attacker", "low", "high"])


def _faults(protection: Protection) -> Iterator[tuple[str, str, str, int, int]]:
    publication = protection.publication
    names = publication.values["grouping"].array
    for value in numpy.flatnonzero(publication.small & ~protection.hidden).tolist():
        yield publication.name(value), names[value], "reader", publication.counts[value], publication.counts[value]
    for attacker, value in itertools.product(reversed(Attacker), numpy.flatnonzero(protection.hidden).tolist()):
        if not protection.ask(value, attacker):
            interval = protection.low[attacker][value], protection.high[attacker][value]
            yield publication.name(value), names[value], str(attacker), *interval


def _hidden(protected: pandas.DataFrame, publication: Publication) -> numpy.ndarray:
    """The `hidden` column in the order of the publication's values; False for cells that are not printed."""
    printed = publication.values[publication.printed]
    keys = [column for column in printed.columns if column in protected.columns]
    found = printed[keys].merge(protected[[*keys, "hidden"]], on=keys, how="left", validate="one_to_one")
    if found["hidden"].isna().any():
        raise ValueError(f"not in the protected table: {publication.name(int(found['hidden'].isna().argmax()))}")
    hidden = numpy.zeros(len(publication.values), dtype=bool)
    hidden[publication.printed] = found["hidden"].to_numpy(dtype=bool)
    return hidden
