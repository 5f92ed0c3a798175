"""What readers can work out about hidden numbers: an exact audit over everything that is published.

Two attackers are tried on every hidden value. Both know every shown number, which cells each sum is made of,
and that counts are whole and not negative.

- The `STRANGER` does not use the rule. He must be left an interval at least `minimum` wide.
- The `INSIDER` knows the rule and which of the finest hidden values are small: those lie in 1 … minimum − 1, the
  other hidden ones at `minimum` or above, since a zero is always shown. Every small value must keep the whole
  range 1 … minimum − 1, every other hidden value at least two values. Why a *sum* is hidden he is not told, since
  it may be either reason; a small sum of k small values keeps k … minimum − 1 and at least two values. (Were it
  known to be small, 1 + 1 + 1 + 1 under "below 5" would give itself away whatever else is hidden.)

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
        self.possible = publication.counts[:, None] == numpy.arange(publication.minimum)  # values x 0 … minimum − 1
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
        return width >= self.width(attacker) and not self.missing(value, attacker)

    def width(self, attacker: Attacker) -> int:
        return self.publication.minimum if attacker is Attacker.STRANGER else 1

    def missing(self, value: int, attacker: Attacker) -> list[int]:
        """The numbers under the minimum that a small value must keep for the insider and no alternative has shown."""
        if attacker is Attacker.STRANGER or not self.publication.small[value]:
            return []
        wanted = range(max(1, self._small_parts[value]), self.publication.minimum)
        return [number for number in wanted if not self.possible[value, number]]

    @cached_property
    def _small_parts(self) -> numpy.ndarray:
        """How many positive values of the finest grouping each value is made of, cells of 0 left out."""
        parts = self.publication.parts[:, self.publication.cells > 0]
        finest = parts[self.publication.finest]
        inside = (parts @ finest.T).tocoo()
        whole = inside.data == finest.sum(axis=1)[inside.col]
        return numpy.bincount(inside.row[whole], minlength=parts.shape[0])

    def limits(self, attacker: Attacker, hidden: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
        """The lowest and highest number of every value before any sum is looked at, if `hidden` are hidden."""
        counts, minimum = self.publication.counts, self.publication.minimum
        low, high = numpy.where(hidden, 0.0, counts), numpy.where(hidden, numpy.inf, counts)
        if attacker is Attacker.INSIDER:
            told = hidden & self.publication.finest & (counts > 0)
            low[told] = numpy.where(self.publication.small, 1, minimum)[told]
            high[told & self.publication.small] = minimum - 1
        return low, high

    def record(self, change: numpy.ndarray) -> None:
        """Remember what a change of the cells, and every multiple of it that fits, allows each value to be."""
        publication = self.publication
        times = numpy.arange(-publication.minimum, publication.minimum + 1)[:, None]
        values = publication.counts + times * (publication.parts @ change)
        counted = (publication.cells + times * change >= 0).all(axis=1)
        for attacker in Attacker:
            low, high = self.limits(attacker, self.hidden)
            fitting = values[counted & (values >= low).all(axis=1) & (values <= high).all(axis=1)]
            numpy.minimum(self.low[attacker], fitting.min(axis=0), out=self.low[attacker])
            numpy.maximum(self.high[attacker], fitting.max(axis=0), out=self.high[attacker])
            if attacker is Attacker.INSIDER:
                for number in range(publication.minimum):
                    self.possible[:, number] |= (fitting == number).any(axis=0)

    def _link(self) -> None:
        """Number the components of cells that shown numbers, or the finest values, tie together; −1: known."""
        parts, shown = self.publication.parts, ~self.hidden
        revealing = (self.publication.counts == 0) | (numpy.diff(parts.indptr) == 1)
        self._component = numpy.zeros(parts.shape[1], dtype=int)
        self._component[parts[shown & revealing].indices] = -1
        unknown = self._component == 0
        ties = parts[shown | self.publication.finest][:, unknown]
        self._component[unknown] = sparse.csgraph.connected_components(ties.T @ ties, directed=False)[1]

    def _search(self, value: int, attacker: Attacker, goal: tuple[float, float], towards: int = 0) -> None:
        """Look for a change of the cells that fits what the attacker knows and puts the value in `goal`.

        The smallest change is sought, of those that go farthest `towards` higher (1) or lower (-1) numbers.
        """
        publication = self.publication
        of_value = publication.parts[[value]].indices
        asked = numpy.flatnonzero(numpy.isin(self._component, numpy.setdiff1d(self._component[of_value], [-1])))
        if not len(asked):
            return
        cells, counts = publication.cells[asked], publication.counts
        parts = publication.parts[:, asked]
        low, high = self.limits(attacker, self.hidden)
        told = (numpy.diff(parts.indptr) > 0) & ((low > 0) | (high < numpy.inf))
        rows = sparse.vstack([parts[told], parts[[value]]])
        matrix = sparse.block_array([[rows, -rows], [None, sparse.eye_array(len(asked))]], format="csr")
        low = numpy.concatenate([(low - counts)[told], [goal[0] - counts[value]], numpy.zeros(len(asked))])
        high = numpy.concatenate([(high - counts)[told], [goal[1] - counts[value]], cells])
        pull = FARTHEST * towards * numpy.isin(asked, of_value)
        random = numpy.random.default_rng(value)
        for whole in [False] * CORNERS + [True]:
            price = random.uniform(1, 3, len(asked))
            answer = solve(numpy.concatenate([price - pull, price + pull]), matrix, low, high, whole=whole)
            if answer is None:
                return
            if is_whole(answer):
                change = numpy.zeros_like(publication.cells)
                change[asked] = numpy.subtract(*numpy.split(answer.astype(int), 2))
                self.record(change)
                return


def solve(
    cost: numpy.ndarray, matrix: sparse.csr_array, low: numpy.ndarray, high: numpy.ndarray, *, whole: bool
) -> numpy.ndarray | None:
    """The x from 0 with low <= matrix @ x <= high and about the least cost; None where there is none (in time)."""
    answer: numpy.ndarray | None = optimize.milp(
        cost,
        integrality=numpy.full(len(cost), int(whole)),
        constraints=optimize.LinearConstraint(matrix, low, high),
        options={"time_limit": SECONDS_PER_QUESTION, "mip_rel_gap": 0.2, "presolve": whole},
    ).x
    return numpy.rint(answer) if answer is not None and is_whole(answer) else answer


def is_whole(numbers: numpy.ndarray) -> bool:
    return bool(numpy.abs(numbers - numpy.rint(numbers)).max(initial=0) < ROUNDING)


def audit(
    protected: pandas.DataFrame, table: pandas.DataFrame, count: str, groupings: Groupings, minimum: int = 5
) -> pandas.DataFrame:
    """Try both attackers on what `protected` shows of `table`; no row means that nothing was found.

    protected: the published values with their `hidden` column, keyed by the columns of the groupings.
    table, count, groupings, minimum: as for `data.disclosure.protect`.
    Returns one row a fault: value (in words), grouping, attacker ("reader" for a small count that is shown), and
    low, high: the interval the attacker arrives at (not followed further than matters).
    Raises ValueError where `protected` lacks a published value.
    """
    publication = publish(table, count, groupings, minimum)
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
