"""A version held against an earlier one: what moved, and a sentence where the earlier one cannot be read."""

from datetime import UTC, datetime
from pathlib import Path

import pandas
import pytest

from data import earlier_version, versions
from data.contracts import Area, Criterion, CriterionStatus, Level, Observation, Status
from data.earlier_version import READ, Earlier
from data.errors import Text
from data.since import Move
from data.versions import Version
from tests.records import record

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
CRITERION = record(Criterion, criterion_id="k", target=100.0)


def tables(reached: float, value: float) -> dict[str, pandas.DataFrame]:
    area = record(Area, area_id="a", name="A", level="housing_area", level_kind=Level.HOUSING_AREA)
    score = record(CriterionStatus, criterion_id="k", reached=reached, share=reached / 100, status="on_track")
    number = record(
        Observation, indicator_id="sigtede", area_id="a", age_group="all", breakdown="all", period_start=2023,
        period_end=2023, status=Status.SHOWN, value=value, source_id="s",
    )  # fmt: skip
    rows = {Area: area, Criterion: CRITERION, CriterionStatus: score, Observation: number}
    return {row.TABLE: row.frame([found]) for row, found in rows.items()}  # type: ignore[list-item]


def publish(root: Path, frames: dict[str, pandas.DataFrame]) -> Version:
    return versions.publish(
        root, "lille", {f"{name}.parquet": versions.table_content(frame) for name, frame in frames.items()}, NOON
    )


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Version, Version]:
    return publish(tmp_path, tables(40.0, 20.0)), publish(tmp_path, tables(60.0, 10.0))


def test_criteria_and_figures_of_then_are_read(tmp_path: Path, pair: tuple[Version, Version]) -> None:
    old, new = pair
    found = earlier_version.read(tmp_path, new, old.name)
    assert isinstance(found, Earlier)
    scores = CriterionStatus.of(versions.read_table(new, CriterionStatus.TABLE))
    other = record(CriterionStatus, criterion_id="ny", status="pending")
    moves = earlier_version.criterion_moves(
        found, (CRITERION, record(Criterion, criterion_id="ny")), (*scores, other)
    )  # fmt: skip
    assert [(each.criterion.criterion_id, each.move) for each in moves] == [("k", Move.UP), ("ny", Move.NEW)]
    assert found.figures["value"].tolist() == [20.0]


def test_a_version_that_is_gone_is_a_sentence(tmp_path: Path, pair: tuple[Version, Version]) -> None:
    found = earlier_version.read(tmp_path, pair[1], "000000000000")
    assert isinstance(found, Text)
    assert "findes ikke" in found.da
    assert "does not exist" in found.en


def test_a_damaged_version_is_a_sentence(tmp_path: Path, pair: tuple[Version, Version]) -> None:
    old, new = pair
    old.path("observations.parquet").write_bytes(b"")
    found = earlier_version.read(tmp_path, new, old.name)
    assert isinstance(found, Text)
    assert "kan ikke sammenlignes" in found.da


@pytest.mark.parametrize("row", READ)
def test_a_version_of_another_contract_is_a_sentence_that_names_table_and_column(tmp_path: Path, row: type) -> None:
    frames = tables(40.0, 20.0)
    column = row.columns()[-1]
    old = publish(tmp_path, {**frames, row.TABLE: frames[row.TABLE].drop(columns=column)})
    new = publish(tmp_path, frames)
    found = earlier_version.read(tmp_path, new, old.name)
    assert isinstance(found, Text)
    assert f"kolonnen {column} mangler i tabellen {row.TABLE}" in found.da


def test_a_version_without_one_of_the_tables_is_a_sentence(tmp_path: Path) -> None:
    frames = tables(40.0, 20.0)
    old = publish(tmp_path, {name: frame for name, frame in frames.items() if name != "criterion_statuses"})
    new = publish(tmp_path, frames)
    assert isinstance(earlier_version.read(tmp_path, new, old.name), Text)
