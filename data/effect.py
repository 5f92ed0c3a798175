"""Did an intervention work? A treated group before and after, set against a control group.

- `difference_in_differences`: the main result, per 1,000, with an interval where counts exist.
- `rate_ratio`: the same question as a ratio (log-linear model, quasi-Poisson or Poisson). Difference and ratio can
  differ in sign when the groups start from different levels: show both.
- `displacement_difference`: counts only, with neighbouring areas to which the events may have moved.
- `placebo_years`, `pre_period_slopes`: did the two groups run in parallel before the start?

All intervals take events as independent. Charges cluster on persons: an interval from charges is too narrow.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas
import statsmodels.api as statsmodels
from numpy.typing import ArrayLike
from scipy import stats
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from data import checked

FEWEST_POINTS = 3  # in either group, as Cochrane EPOC asks of a series of years
CONVERGENCE = {"tol": 1e-10, "tol_criterion": "params"}  # by its default, the deviance, it stops too early


@dataclass(frozen=True, eq=False)
class Counts:
    """Events and the population they come from: one cell, or one element per year or area."""

    count: ArrayLike
    population: ArrayLike


class Difference(NamedTuple):
    """An effect as a difference with its standard error and confidence limits; NaN where they cannot be had."""

    difference: np.ndarray
    se: np.ndarray
    low: np.ndarray
    high: np.ndarray


class Model(StrEnum):
    """What the interval of a ratio rests on. `POISSON` is the fallback that cannot see variation between areas."""

    QUASI_POISSON = "quasi_poisson"
    POISSON = "poisson"
    NONE = "none"


class Reason(StrEnum):
    """Why there is no ratio."""

    NONE = ""
    MISSING = "missing"  # a count or population is missing
    EMPTY_CELL = "empty_cell"  # no area or year in one of the four cells
    ZERO_CELL = "zero_cell"  # no events in one of the four cells
    TOO_FEW_POINTS = "too_few_points"  # under three years in a group
    TOO_FEW_EVENTS = "too_few_events"  # under two years with events in a group


class Ratio(NamedTuple):
    """An effect as a ratio (1 = no effect). `se` is of the log ratio; `dispersion` 1 is plain Poisson variation."""

    ratio: float
    low: float
    high: float
    se: float
    p_value: float
    model: Model
    dispersion: float
    residual_df: int
    reason: Reason = Reason.NONE


def difference_in_differences(
    treated_before: Counts | ArrayLike,
    treated_after: Counts | ArrayLike,
    control_before: Counts | ArrayLike,
    control_after: Counts | ArrayLike,
    per: float = 1000,
    confidence: float = 0.95,
) -> Difference:
    """(after - before) in the treated group minus (after - before) in the control group, per `per` persons.

    Give four `Counts`, or four rates that are already per `per`. From counts: SE = per x √Σ(count / population²) over
    the four cells, normal limits. From rates alone there is no interval: se, low and high are NaN, as they are where no
    cell has an event. A cell with zero events adds nothing to the SE, which is then too small. Elements with a missing
    number are NaN. ValueError as in `checked.counts` and on a negative rate, TypeError on counts mixed with rates.
    """
    cells = (treated_before, treated_after, control_before, control_after)
    checked.multiplier(per)
    counts = [cell for cell in cells if isinstance(cell, Counts)]
    rates = [cell for cell in cells if not isinstance(cell, Counts)]
    if counts and rates:
        raise TypeError("give four Counts or four rates, not a mixture")
    if rates:
        difference = _double_difference(*checked.not_negative(*rates))
        return Difference(difference, *(np.full_like(difference, np.nan)[()] for _ in range(3)))
    given = [checked.counts(cell.count, cell.population) for cell in counts]
    difference = per * _double_difference(*(count / population for count, population in given))
    return _normal_limits(difference, per**2 * _sum(count / population**2 for count, population in given), confidence)


def displacement_difference(
    treated_before: ArrayLike,
    treated_after: ArrayLike,
    control_before: ArrayLike,
    control_after: ArrayLike,
    displacement_before: ArrayLike = 0,
    displacement_after: ArrayLike = 0,
    control_displacement_before: ArrayLike = 0,
    control_displacement_after: ArrayLike = 0,
    confidence: float = 0.95,
) -> Difference:
    """Weighted displacement difference in counts (Wheeler & Ratcliffe 2018, Crime Science 7:11).

    The change in the treated area and in its displacement area, each less the change in its control. SE = √ of the sum
    of all eight counts. The two periods must be equally long and the control comparable in size, for nothing is divided
    by a population. Below 0: fewer events than the controls lead one to expect. ValueError on a negative count.
    """
    cells = checked.not_negative(
        treated_before,
        treated_after,
        control_before,
        control_after,
        displacement_before,
        displacement_after,
        control_displacement_before,
        control_displacement_after,
    )
    return _normal_limits(_double_difference(*cells[:4]) + _double_difference(*cells[4:]), _sum(cells), confidence)


def rate_ratio(
    count: ArrayLike, population: ArrayLike, treated: ArrayLike, post: ArrayLike, confidence: float = 0.95
) -> Ratio:
    """The ratio of rate ratios, (after / before) treated over (after / before) control; one row per area and period.

    log μ = log(population) + treated + post + treated:post. Quasi-Poisson where each of the four cells has two rows or
    more: dispersion = Pearson χ² / residual degrees of freedom but never under 1, t limits. Else Poisson, as
    `model` says: with one row a cell its SE is √Σ(1 / count). No ratio (NaN, with the reason) where a number is
    missing, a cell has no row, or a cell has no events. ValueError as in `checked.counts`, and where it is not known
    whether a row is treated or after.
    """
    x, n = (np.atleast_1d(array) for array in checked.counts(count, population))
    treated, post = checked.flags(treated, x, "treated"), checked.flags(post, x, "post")
    rows = [(treated == t) & (post == p) for t in (False, True) for p in (False, True)]
    if np.isnan(x + n).any():
        return _no_ratio(Reason.MISSING)
    if not all(row.any() for row in rows):
        return _no_ratio(Reason.EMPTY_CELL)
    if not all(x[row].any() for row in rows):
        return _no_ratio(Reason.ZERO_CELL)
    design = np.column_stack([np.ones(x.size), treated, post, treated & post]).astype(float)
    return _ratio(x, n, design, min(row.sum() for row in rows) > 1, confidence)


def pre_period_slopes(
    years: ArrayLike, treated: Counts, control: Counts, start: int, confidence: float = 0.95
) -> Ratio:
    """Parallel trends: the treated group's yearly change over the control group's, in the years before `start`.

    1 is parallel; `p_value` tests it. Not finding a difference in a short or small series proves nothing: read the
    interval. log μ = log(population) + t + treated + t:treated, quasi-Poisson as in `rate_ratio`. Years with a missing
    number are left out. No ratio (NaN, with the reason) with under three years, or under two years with events, in
    either group. Autocorrelation between years is not modelled: with few years it cannot be told from chance, and it
    makes the interval too narrow. ValueError as in `checked.counts` and on a repeated year.
    """
    x, n, time, group = _stacked(years, start, [control, treated])
    before = time < 0
    x, n, time, group = x[before], n[before], time[before], group[before]
    reason = _shortage(x, [group == 0, group == 1])
    if reason:
        return _no_ratio(reason)
    return _ratio(x, n, np.column_stack([np.ones(x.size), time, group, time * group]), True, confidence)


def placebo_years(
    years: ArrayLike, treated: Counts, control: Counts, start: int, per: float = 1000, confidence: float = 0.95
) -> pandas.DataFrame:
    """Parallel trends: the difference-in-differences of every false start before the true one; it should be near 0.

    For each year before `start` but the first: the years from it to `start` against the years before it, counts and
    populations summed. Columns out: year, years_before, years_after, difference, se, low, high (per `per`). A year with
    a missing number in either group is left out. No rows with under two years. The rows share years and are not
    independent. ValueError as in `checked.counts` and on a repeated year.
    """
    x, n, time, group = _stacked(years, start, [control, treated])
    times = np.intersect1d(time[group == 0], time[group == 1])
    times = times[times < 0]

    def pooled(member: int, chosen: np.ndarray) -> Counts:
        rows = (group == member) & np.isin(time, chosen)
        return Counts(x[rows].sum(), n[rows].sum())

    rows: list[tuple[object, ...]] = []
    for false_start in times[1:]:
        early, late = times[times < false_start], times[times >= false_start]
        treated_cells, control_cells = ((pooled(member, early), pooled(member, late)) for member in (1, 0))
        effect = difference_in_differences(*treated_cells, *control_cells, per=per, confidence=confidence)
        rows.append((int(start + false_start), early.size, late.size, *effect))
    return pandas.DataFrame(rows, columns=["year", "years_before", "years_after", *Difference._fields])


def _double_difference(
    treated_before: np.ndarray, treated_after: np.ndarray, control_before: np.ndarray, control_after: np.ndarray
) -> np.ndarray:
    change: np.ndarray = (treated_after - treated_before) - (control_after - control_before)
    return change


def _sum(arrays: Iterable[np.ndarray]) -> np.ndarray:
    return functools.reduce(np.add, arrays)


def _normal_limits(difference: np.ndarray, variance: np.ndarray, confidence: float) -> Difference:
    se = np.sqrt(np.where(variance > 0, variance, np.nan))[()]  # no events at all tells nothing about precision
    margin = stats.norm.isf(checked.tail(confidence)) * se
    return Difference(difference, se, difference - margin, difference + margin)


def _no_ratio(reason: Reason) -> Ratio:
    nothing = float("nan")
    return Ratio(nothing, nothing, nothing, nothing, nothing, Model.NONE, nothing, 0, reason)


def _ratio(count: np.ndarray, population: np.ndarray, design: np.ndarray, replicated: bool, confidence: float) -> Ratio:
    """The last term of a log-linear model with the population as exposure, as a ratio."""
    model = statsmodels.GLM(count, design, family=statsmodels.families.Poisson(), exposure=population)
    with np.errstate(all="ignore"), warnings.catch_warnings():  # a saturated model fits perfectly, with 0 df left
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        fit = model.fit(**CONVERGENCE)
        residual_df = int(fit.df_resid)
        quasi = replicated and residual_df > 0
        dispersion = max(1.0, fit.pearson_chi2 / residual_df) if quasi else 1.0
        if quasi:
            fit = model.fit(scale=dispersion, use_t=True, **CONVERGENCE)
    low, high = np.exp(fit.conf_int(alpha=2 * checked.tail(confidence)))[-1]
    kind = Model.QUASI_POISSON if quasi else Model.POISSON
    ratio = np.exp(fit.params[-1])
    return Ratio(ratio, low, high, fit.bse[-1], fit.pvalues[-1], kind, dispersion, residual_df)


def _stacked(
    years: ArrayLike, start: int, series: Sequence[Counts]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Counts, populations, years since `start` and the series' number, series upon series, without missing rows."""
    if np.unique(np.asarray(years)).size < np.size(years):
        raise ValueError("a year is repeated; sum its rows first")
    given = [checked.numbers(years, *checked.counts(counts.count, counts.population)) for counts in series]
    year, x, n = (np.concatenate([np.atleast_1d(array) for array in part]) for part in zip(*given, strict=True))
    checked.refuse(np.isnan(year), year, "year", "must not be missing")
    time = year - start
    group = np.repeat(np.arange(len(series)), year.size // len(series))
    complete = ~np.isnan(x + n)
    return x[complete], n[complete], time[complete], group[complete]


def _shortage(count: np.ndarray, groups: Sequence[np.ndarray]) -> Reason:
    if any(group.sum() < FEWEST_POINTS for group in groups):
        return Reason.TOO_FEW_POINTS
    if any(np.count_nonzero(count[group]) < 2 for group in groups):
        return Reason.TOO_FEW_EVENTS
    return Reason.NONE
