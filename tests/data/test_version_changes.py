"""What changed from one version to the next: rows that came, went and say something else."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from data import version_changes, versions
from data.contracts import Goal, SourceUpdate
from data.versions import Version

COLUMNS = {"updated": "yearly", "next_expected": "", "note_da": "", "note_en": ""}


def version(root: Path, **expected: str) -> Version:
    """A version with a table of source updates: the next numbers of each source."""
    rows = [{**COLUMNS, "source_id": name, "next_expected": day} for name, day in expected.items()]
    frame = pandas.DataFrame(rows, columns=SourceUpdate.columns())
    return versions.publish(root, "lille", {"source_updates.parquet": versions.table_content(frame)})


def test_rows_are_known_by_their_key(tmp_path: Path) -> None:
    before = version(tmp_path, a="2020", b="2021", c="2022")
    after = version(tmp_path, b="2021", c="2023", d="2024", e="2025")
    (found,) = version_changes.changes(before, after)
    assert (found.table, found.added, found.removed, found.changed) == ("source_updates", 2, 1, 1)


def test_a_table_that_came_is_new_as_a_whole(tmp_path: Path) -> None:
    before = version(tmp_path, a="2020")
    goals = pandas.DataFrame([["k", "s"]], columns=["goal_id", "scheme"])
    contents = {
        "goals.parquet": versions.table_content(goals),
        "source_updates.parquet": versions.Content((before.folder / "source_updates.parquet").read_bytes(), 1),
    }
    (found,) = version_changes.changes(before, versions.publish(tmp_path, "lille", contents))
    assert (found.table, found.added, found.removed) == (Goal.TABLE, 1, 0)


@pytest.mark.parametrize(("count", "changed"), [(1 / 3 + 1e-15, 0), (0.34, 1)])
def test_a_sum_that_ends_otherwise_on_another_computer_is_no_change(tmp_path: Path, count: float, changed: int) -> None:
    def of(value: float) -> Version:
        frame = pandas.DataFrame({"indicator_id": ["a"], "dispersion": [value]})
        return versions.publish(tmp_path, "lille", {"indicators.parquet": versions.table_content(frame)})

    found = version_changes.changes(of(1 / 3), of(count))
    assert sum(each.changed for each in found) == changed


def test_the_versions_before_are_those_with_a_lower_number(tmp_path: Path) -> None:
    made = [version(tmp_path, a=day) for day in ("2020", "2021", "2022")][::-1]
    assert [each.name for each in version_changes.before(made[0], made)] == [each.name for each in made[1:]]
    assert version_changes.before(made[-1], made) == []
