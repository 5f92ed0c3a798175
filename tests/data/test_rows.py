"""A row class is contract and record at once: what its annotations say is what a frame is held to and read as."""

from enum import StrEnum
from typing import Annotated

import pandas
import pandera
import pytest

from data.contracts import PREPARED_TABLES
from data.errors import Text
from data.rows import FilledText, Key, Row, at_least


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class House(Row):
    TABLE = "houses"
    KEY = ("house_id",)

    house_id: Key
    name: FilledText
    colour: Colour
    floors: Annotated[int | None, at_least(1)]
    height: float | None
    is_old: bool


class Castle(House):
    towers: int


GOOD = {
    "house_id": ["a", "b"],
    "name_da": ["Hus", "Slot"],
    "name_en": ["House", "Castle"],
    "colour": ["red", "blue"],
    "floors": [2, None],
    "height": [4.5, None],
    "is_old": [True, False],
}


def frame(**changes: list) -> pandas.DataFrame:
    return House.validate(pandas.DataFrame({**GOOD, **changes}))


def test_rows_are_read_with_their_types() -> None:
    first, second = House.of(frame())
    assert first == House("a", Text("Hus", "House"), Colour.RED, 2, 4.5, True)
    assert (second.floors, second.height, second.colour) == (None, None, Colour.BLUE)
    assert isinstance(first.floors, int)


def test_rows_become_the_table_they_were_read_from() -> None:
    pandas.testing.assert_frame_equal(House.frame(House.of(frame())), frame())
    assert House.of(House.frame([])) == ()


def test_a_text_is_two_columns_and_columns_keep_their_order() -> None:
    assert House.columns() == ["house_id", "name_da", "name_en", "colour", "floors", "height", "is_old"]
    assert Castle.columns() == [*House.columns(), "towers"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("house_id", "A b"), ("name_en", ""), ("colour", "green"), ("floors", 0), ("house_id", "b")],
)
def test_a_value_outside_the_contract_is_refused(column: str, value: object) -> None:
    with pytest.raises(pandera.errors.SchemaErrors):
        frame(**{column: [value, GOOD[column][1]]})


def test_an_unknown_column_is_refused_and_a_missing_one_named() -> None:
    with pytest.raises(pandera.errors.SchemaErrors):
        House.validate(pandas.DataFrame({**GOOD, "garden": [1, 2]}))
    with pytest.raises(KeyError, match="height"):
        House.of(frame().drop(columns="height"))


@pytest.mark.parametrize("table", PREPARED_TABLES)
def test_every_table_knows_its_name_and_a_key_among_its_columns(table: str) -> None:
    row = PREPARED_TABLES[table]
    assert row.TABLE == table
    assert set(row.KEY) <= set(row.columns())
