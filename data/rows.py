"""Rows of tables: typed records, from which a table's contract derives. The one door from frames to records.

A table is one class: its fields are the columns, their types and rules the contract, an instance one row.

    class Goal(Row):
        TABLE, KEY = "goals", ("goal_id",)
        goal_id: Key
        title: FilledText

gives `Goal.schema()` to validate a frame by and `Goal.of(frame)` to read its rows. A `Text` is two columns, `title_da`
and `title_en`. A field that may be `None` is a column that may be empty; an enumeration allows its own values alone.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints

import pandas
import pandera.pandas as pandera

from data.errors import Text

LANGUAGES = ("da", "en")  # of the texts in data; a reader's other language falls back to Danish


def one_of(*values: str) -> pandera.Check:
    return pandera.Check.isin(list(values))


def matches(pattern: str) -> pandera.Check:
    return pandera.Check.str_matches(pattern)


def at_least(number: float) -> pandera.Check:
    return pandera.Check.ge(number)


def at_most(number: float) -> pandera.Check:
    return pandera.Check.le(number)


FILLED = pandera.Check.str_length(min_value=1)
Key = Annotated[str, matches(r"^[a-z0-9_]+$")]  # lower-case ASCII; never changes once it is in a shared link
Filled = Annotated[str, FILLED]
FilledText = Annotated[Text, FILLED]
DTYPES: dict[type, Any] = {str: str, bool: bool, int: int, float: float}


@dataclass(frozen=True)
class Stored:
    """The type of a column that pandas does not know by itself, such as a shape."""

    dtype: Any


@dataclass(frozen=True)
class Field:
    """One field of a row as its annotation tells: its type without `None`, whether it may be empty, and its rules."""

    name: str
    kind: type
    is_optional: bool
    checks: tuple[pandera.Check, ...]
    stored: Stored | None

    @property
    def columns(self) -> list[str]:
        return [f"{self.name}_{language}" for language in LANGUAGES] if self.kind is Text else [self.name]

    @property
    def dtype(self) -> Any:
        if self.stored:
            return self.stored.dtype
        if self.kind is int and self.is_optional:
            return pandas.Int64Dtype()
        return DTYPES.get(self.kind, str)

    def column(self) -> pandera.Column:
        allowed = (one_of(*self.kind),) if issubclass(self.kind, StrEnum) else ()
        return pandera.Column(self.dtype, checks=[*allowed, *self.checks], nullable=self.is_optional)

    def write(self, values: list[Any]) -> dict[str, pandas.Series]:
        """The field of every row as its columns."""
        if self.kind is Text:
            return {
                column: pandas.Series([getattr(text, language) for text in values], dtype=self.dtype)
                for column, language in zip(self.columns, LANGUAGES, strict=True)
            }
        return {self.name: pandas.Series(values, dtype=self.dtype)}

    def read(self, frame: pandas.DataFrame) -> Iterable[Any]:
        """The field of every row, whatever its other columns; what is missing is None."""
        if self.kind is Text:
            return map(Text, *(frame[column].tolist() for column in self.columns))
        values = frame[self.name].tolist()
        make: Callable[[Any], Any] = self.kind if issubclass(self.kind, (StrEnum, int, float)) else _itself
        if self.is_optional:
            return [
                None if missing else make(value) for value, missing in zip(values, frame[self.name].isna(), strict=True)
            ]
        return map(make, values)


@dataclass_transform(frozen_default=True)
class Row:
    """One row of a table. `TABLE` is the table's name, `KEY` the columns that tell its rows apart."""

    TABLE: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()
    _fields: ClassVar[tuple[Field, ...]]
    _schema: ClassVar[pandera.DataFrameSchema | None]

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True)(cls)
        hints = get_type_hints(cls, include_extras=True)
        cls._fields = tuple(_field(name, hint) for name, hint in hints.items() if get_origin(hint) is not ClassVar)
        cls._schema = None

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        return cls._fields

    @classmethod
    def schema(cls) -> pandera.DataFrameSchema:
        """The contract of the table: no unknown column, none missing, every value of its type and within its rules."""
        if cls._schema is None:
            columns = {column: field.column() for field in cls._fields for column in field.columns}
            key, name = list(cls.KEY) or None, cls.TABLE or None
            cls._schema = pandera.DataFrameSchema(columns, strict=True, coerce=True, unique=key, name=name)
        return cls._schema

    @classmethod
    def columns(cls) -> list[str]:
        return list(cls.schema().columns)

    @classmethod
    def validate(cls, frame: pandas.DataFrame) -> pandas.DataFrame:
        """The frame in the contract's types.

        Raises pandera's SchemaErrors with every fault; any columns beside those of the contract are faults.
        """
        if frame.empty and list(frame) == cls.columns():  # pandera takes as long for a table without rows
            return frame.astype({name: column.dtype.type for name, column in cls.schema().columns.items()})
        return cls.schema().validate(frame, lazy=True)

    @classmethod
    def of(cls, frame: pandas.DataFrame) -> tuple[Self, ...]:
        """The rows of a frame, whatever its columns beyond the contract. Raises KeyError where one is missing."""
        return tuple(cls(*values) for values in zip(*(field.read(frame) for field in cls._fields), strict=True))

    @classmethod
    def frame(cls, rows: Iterable[Self]) -> pandas.DataFrame:
        """The table of some rows, with the columns of the contract: `of`, the other way."""
        given = list(rows)
        columns = [field.write([getattr(row, field.name) for row in given]) for field in cls._fields]
        return pandas.DataFrame({name: column for written in columns for name, column in written.items()})


def _field(name: str, hint: Any) -> Field:
    rules: tuple[Any, ...] = ()
    while get_origin(hint) is Annotated:
        hint, rules = get_args(hint)[0], (*get_args(hint)[1:], *rules)
    is_optional = get_origin(hint) in (Union, types.UnionType)
    if is_optional:
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    checks = tuple(rule for rule in rules if isinstance(rule, pandera.Check))
    return Field(name, hint, is_optional, checks, next((rule for rule in rules if isinstance(rule, Stored)), None))


def _itself(value: Any) -> Any:
    return value
