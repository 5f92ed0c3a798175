"""Hand-made records: what a test says of a row, and the least that may stand in every other field."""

from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar, get_type_hints

from data.errors import Text
from data.rows import Row

R = TypeVar("R", bound=Row)
EMPTY: dict[Any, Any] = {str: "", bool: False, int: 0, float: 0.0, Text: Text("", "")}


def record(row: type[R], **given: object) -> R:
    """A row of a table; a text in one language alone is the Danish one."""
    hints = get_type_hints(row)
    kinds = {field.name: hints[field.name] for field in fields(row)}
    assert given.keys() <= kinds.keys()
    return row(**{name: value(kind, given[name]) if name in given else empty(kind) for name, kind in kinds.items()})


def value(kind: Any, given: object) -> object:
    return Text(given, "") if kind is Text and isinstance(given, str) else given


def empty(kind: Any) -> object:
    """Nothing, where a field may be empty."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return next(iter(kind))
    return EMPTY.get(kind)
