"""A version of the data held against an earlier one: its criteria, and its figures as they were shown then.

An earlier version may be gone, damaged, or made by a program whose tables were otherwise: then a sentence says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas

from data import query, since, versions
from data.contracts import Area, Criterion, CriterionStatus, Observation
from data.errors import PreparedError, Text
from data.rows import Row
from data.since import CriterionMove, Move
from data.versions import Version

READ: tuple[type[Row], ...] = (Area, Criterion, CriterionStatus, Observation)


@dataclass(frozen=True)
class Earlier:
    """The tables of an earlier version that are held against those of today, by name, and when it was made."""

    version: Version
    tables: Mapping[str, pandas.DataFrame]

    @property
    def figures(self) -> pandas.DataFrame:
        """Its rows of `Observation` as the map shows them."""
        drawn = query.drawn(self.tables[Observation.TABLE], query.once(self.tables[Area.TABLE]))
        return since.as_shown(drawn)


def read(root: Path, now: Version, name: str) -> Earlier | Text:
    """The tables of an earlier version, or why it cannot be held against this one."""
    try:
        version = versions.find(root, now.dataset, name)
        tables = {row.TABLE: versions.read_table(version, row.TABLE) for row in READ}
    except PreparedError as error:
        return Text(
            f"Den tidligere version kan ikke sammenlignes: {error.text.da}",
            f"The earlier version cannot be compared: {error.text.en}",
        )
    for row in READ:
        lacking = [column for column in row.columns() if column not in tables[row.TABLE]]
        if lacking:
            return _otherwise(name, row.TABLE, lacking[0])
    return Earlier(version, tables)


def _otherwise(name: str, table: str, column: str) -> Text:
    return Text(
        f"Version »{name}« har en anden opbygning end denne: kolonnen {column} mangler i tabellen {table}. "
        "De to kan ikke sammenlignes.",
        f'Version "{name}" is built otherwise than this one: the column {column} is missing in the table {table}. '
        "The two cannot be compared.",
    )


def criterion_moves(
    earlier: Earlier, criteria: Iterable[Criterion], scores: Iterable[CriterionStatus]
) -> list[CriterionMove]:
    """Every criterion of today with how it stood in the earlier version."""
    then = {row.criterion_id: row for row in CriterionStatus.of(earlier.tables[CriterionStatus.TABLE])}
    now = {row.criterion_id: row for row in scores}
    moves = []
    for criterion in criteria:
        before, score = then.get(criterion.criterion_id), now[criterion.criterion_id]
        move = since.moved(before, score) if before else Move.NEW
        moves.append(CriterionMove(criterion, before, score, move))
    return since.in_order(moves)
