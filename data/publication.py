"""What is published of a count of persons: values that are sums of cells, from which readers can calculate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy
import pandas
from scipy import sparse

from data.contracts import LOWEST_MINIMUM

Groupings = Iterable[Sequence[str]]


@dataclass(frozen=True)
class Publication:
    """Published values and the cells they are sums of.

    values: one row a value: the columns of the groupings (missing where summed over) and `grouping`.
    parts: values x cells, 1 where the cell is part of the value.
    most: the persons among whom each cell is counted, so that it cannot be more; inf where nothing is the most.
    printed: False for a small cell that is only ever part of a sum; it is protected as if it were hidden.
    finest: the values of the first grouping; no two of them share a cell.
    """

    values: pandas.DataFrame
    parts: sparse.csr_array
    cells: numpy.ndarray
    most: numpy.ndarray
    printed: numpy.ndarray
    finest: numpy.ndarray
    minimum: int

    @cached_property
    def counts(self) -> numpy.ndarray:
        counts: numpy.ndarray = self.parts @ self.cells
        return counts

    @cached_property
    def totals(self) -> numpy.ndarray:
        """The persons among whom each value is counted; inf where nothing is the most."""
        totals: numpy.ndarray = self.parts @ self.most
        return totals

    @cached_property
    def open(self) -> numpy.ndarray:
        """What may be hidden: neither nobody nor everybody, which are always shown."""
        is_open: numpy.ndarray = (self.counts > 0) & (self.counts < self.totals)
        return is_open

    @cached_property
    def tiny(self) -> numpy.ndarray:
        """Counted among so few that the rule itself would tell a number that is not small."""
        is_tiny: numpy.ndarray = self.totals <= 2 * self.minimum
        return is_tiny

    @cached_property
    def is_rest_small(self) -> numpy.ndarray:
        """Whether few are *not* counted, and not few counted."""
        is_small: numpy.ndarray = self.open & (self.counts >= self.minimum) & (self.totals - self.counts < self.minimum)
        return is_small

    @cached_property
    def small(self) -> numpy.ndarray:
        is_small: numpy.ndarray = self.open & ((self.counts < self.minimum) | self.is_rest_small | self.tiny)
        return is_small

    def distance(self, numbers: numpy.ndarray) -> numpy.ndarray:
        """How far numbers of the values (the last axis) are from nobody; from everybody where the rest is small."""
        return numpy.where(self.is_rest_small, self.totals - numbers, numbers)

    def name(self, value: int) -> str:
        """The value in words: `area: a3, year: 2016`, or `total`."""
        keys = self.values.drop(columns="grouping").iloc[value].dropna()
        return ", ".join(f"{column}: {key}" for column, key in keys.items()) or "total"

    def split(self, siblings: numpy.ndarray | None = None) -> Iterator[tuple[numpy.ndarray, Publication]]:
        """Values that share no cell with the rest, say those of one indicator, each as a publication of its own.

        Values with the same number in `siblings` stay together. Yields the values' positions and the publication.
        """
        groups = self.parts if siblings is None else sparse.hstack([self.parts, _indicators(siblings).T])
        ties = sparse.block_array([[None, groups], [groups.T, None]], format="csr")
        component = sparse.csgraph.connected_components(ties, directed=False)[1]
        of_value, of_cell = component[: len(self.values)], component[len(self.values) :][: len(self.cells)]
        for number in numpy.unique(of_value):
            rows, columns = numpy.flatnonzero(of_value == number), numpy.flatnonzero(of_cell == number)
            yield (
                rows,
                Publication(
                    values=self.values.iloc[rows],
                    parts=self.parts[rows][:, columns],
                    cells=self.cells[columns],
                    most=self.most[columns],
                    printed=self.printed[rows],
                    finest=self.finest[rows],
                    minimum=self.minimum,
                ),
            )


def publish(
    table: pandas.DataFrame, count: str, groupings: Groupings, minimum: int, among: str | None = None
) -> Publication:
    """Sum the cells of `table` into every value that `groupings` publishes.

    table: the columns of the groupings and `count`, which names the column of whole persons; perhaps `among`, that of
    the persons they are counted among (missing where nothing is the most).
    Raises ValueError for a minimum under 3, for counts that are missing, negative or not whole, for more persons than
    they are counted among, and for groupings whose first is not the finest.
    """
    if minimum < LOWEST_MINIMUM:
        raise ValueError(f"minimum is {minimum}; it may not be lower than {LOWEST_MINIMUM}")
    printed = list({frozenset(columns): list(columns) for columns in groupings}.values())
    for columns in printed[1:]:
        if set(columns) > set(printed[0]):
            raise ValueError(f"the first grouping must be the finest, but {columns} is finer than {printed[0]}")
    cells = _whole_numbers(table[count])
    most = _most(table, cells, among)
    codes = [_codes(table, columns) for columns in printed]
    sums = sparse.vstack([_indicators(code) for code in codes], format="csr")
    alone = numpy.zeros(len(cells), dtype=bool)
    alone[sums[numpy.diff(sums.indptr) == 1].indices] = True
    is_small = (numpy.minimum(cells, most - cells) < minimum) & (cells > 0) & (cells < most)
    unprinted = numpy.flatnonzero(~alone & is_small)
    keys = [_keys(table, columns, code) for columns, code in zip(printed, codes, strict=True)]
    every_column = list(dict.fromkeys([column for columns in printed for column in columns] + ["grouping"]))
    numbers = [count] if among is None else [count, among]
    values = pandas.concat([*keys, table.iloc[unprinted].drop(columns=numbers)], ignore_index=True)
    others = [column for column in values.columns if column not in every_column] if len(unprinted) else []
    return Publication(
        values=values.reindex(columns=every_column + others),
        parts=sparse.vstack([sums, sparse.eye_array(len(cells), dtype=int, format="csr")[unprinted]], format="csr"),
        cells=cells,
        most=most,
        printed=numpy.arange(len(values)) < sums.shape[0],
        finest=numpy.arange(len(values)) < len(keys[0]),
        minimum=minimum,
    )


def _whole_numbers(counts: pandas.Series) -> numpy.ndarray:
    numbers = counts.to_numpy(dtype=float, na_value=numpy.nan)
    if not (numpy.isfinite(numbers) & (numbers >= 0) & (numbers == numpy.floor(numbers))).all():
        raise ValueError(f"{counts.name} must be whole numbers from 0, none missing")
    return numbers.astype(int)


def _most(table: pandas.DataFrame, cells: numpy.ndarray, among: str | None) -> numpy.ndarray:
    if among is None:
        return numpy.full(len(cells), numpy.inf)
    most = table[among].to_numpy(dtype=float, na_value=numpy.inf)
    most = numpy.where(numpy.isnan(most), numpy.inf, numpy.floor(most))
    if (cells > most).any():
        raise ValueError(f"{among} must not be less than the persons counted among them")
    return most


def _codes(table: pandas.DataFrame, columns: list[str]) -> numpy.ndarray:
    """The number of each cell's value in this grouping; −1 for a cell that has no key, so is in none."""
    if not columns:
        return numpy.zeros(len(table), dtype=int)
    return table.groupby(columns, sort=False, observed=True).ngroup().fillna(-1).to_numpy(dtype=int)


def _indicators(codes: numpy.ndarray) -> sparse.csr_array:
    cells = numpy.flatnonzero(codes >= 0)
    shape = (codes.max(initial=-1) + 1, len(codes))
    return sparse.csr_array((numpy.ones(len(cells), dtype=int), (codes[cells], cells)), shape=shape)


def _keys(table: pandas.DataFrame, columns: list[str], codes: numpy.ndarray) -> pandas.DataFrame:
    distinct, first = numpy.unique(codes, return_index=True)
    keys = table.iloc[first[distinct >= 0]][columns]
    years = {column: "Int64" for column in columns if pandas.api.types.is_integer_dtype(keys[column])}
    return keys.astype(years).assign(grouping=", ".join(columns) or "total")  # Int64: a year stays whole beside NA
