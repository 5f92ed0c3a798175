"""The same check over everything there is: a sample of it in each run of the tests, the whole by `make sweep`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

import pytest


def sampled(
    values: Iterable[Any], sample: Collection[str], name: Callable[[Any], str] = str
) -> list[Any]:  # pytest's ParameterSet, which it does not name
    """The values as parameters of a test, by their names; those not in the sample are of the sweep alone."""
    named = {name(value): value for value in values}
    assert set(sample) <= set(named), sorted(set(sample) - set(named))
    return [
        pytest.param(value, id=each, marks=() if each in sample else pytest.mark.sweep) for each, value in named.items()
    ]
