"""How often each verdict is wrong: what is promised, and what `make calibration` found in simulations of known truth.

The table `calibration.csv` is written by that command alone and read by the page Data og metode.
"""

from __future__ import annotations

import functools
import math
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pandas

from data.rows import Row, at_least, at_most, matches

FILE = Path(__file__).with_suffix(".csv")


class Promise(StrEnum):
    """What is simulated. The first are rates of error or coverage with a promise, the last two the power of a test."""

    COVERAGE = "coverage"  # the truth lies within the 95 % interval
    COMPARISON = "comparison"  # called higher or lower than the country, and is neither
    TREND = "trend"  # called rising or falling, and is flat
    NO_CHANGE = "no_change"  # called no large change, and is halving
    FUNNEL_95 = "funnel_95"  # outside the limits by chance
    FUNNEL_998 = "funnel_998"
    DIFFERENCE = "difference"  # the true effect lies within the 95 % interval of the difference
    FALSE_START = "false_start"  # groups that ran in parallel have an effect of a false start
    PARALLEL = "parallel"  # groups that ran in parallel are called not parallel
    TREND_POWER = "trend_power"  # a halving from 30 to 15 per 1,000 is found
    PARALLEL_POWER = "parallel_power"  # groups that part by so many per cent a year are called not parallel


class Calibrated(Row):
    """One simulated rate. Of `runs` simulated cases the share `simulated` was so; `promised_…` are its bounds."""

    TABLE = "calibration"
    KEY = ("promise", "dispersion", "size")

    promise: Promise
    dispersion: Annotated[float, at_least(1)]  # of the counts that were simulated; 1 is independent events
    size: Annotated[int, at_least(0)]  # persons in the area, or per cent a year; 0 where it is not in question
    promised_low: Annotated[float | None, at_least(0)]
    promised_high: Annotated[float | None, at_most(1)]
    simulated: Annotated[float, at_least(0), at_most(1)]
    runs: Annotated[int, at_least(1)]
    date: Annotated[str, matches(r"^\d{4}-\d{2}-\d{2}$")]

    @property
    def is_kept(self) -> bool:
        """Whether the simulated rate lies within what is promised, but for three standard errors of the simulation."""
        bounds = (self.promised_low, -1), (self.promised_high, 1)
        return all(
            side * (self.simulated - bound) <= 3 * math.sqrt(bound * (1 - bound) / self.runs)
            for bound, side in bounds
            if bound is not None
        )


@functools.cache
def read(path: Path = FILE) -> tuple[Calibrated, ...]:
    """The table as it was last written. Raises pandera's SchemaErrors where it breaks its contract."""
    return Calibrated.of(Calibrated.validate(pandas.read_csv(path)))


def write(rows: tuple[Calibrated, ...], path: Path = FILE) -> None:
    Calibrated.frame(rows).to_csv(path, index=False, lineterminator="\n")
