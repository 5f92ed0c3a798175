"""Did an intervention work? A treated group before and after, set against a control group.

- `difference_in_differences`: the main result, per 1,000, with an interval where counts exist.
- `rate_ratio`: the same question as a ratio (log-linear model, quasi-Poisson or Poisson). Difference and ratio can
  differ in sign when the groups start from different levels: show both.
- `displacement_difference`: counts only, with neighbouring areas to which the events may have moved.
Did the two groups run in parallel before the start? See `data.parallel`. Charges cluster on persons: give their
`dispersion` with the counts, or an interval from charges is too narrow. The ratio estimates its own where the groups
have several years.
"""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import statsmodels.api as statsmodels
from numpy.typing import ArrayLike
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from data import checked, poisson

CONVERGENCE = {"tol": 1e-10, "tol_criterion": "params"}  # by its default, the deviance, it stops too early


@dataclass(frozen=True, eq=False)
class Counts:
    """Events and the population they come from: one cell, or one element per year or area.

    `dispersion`, estimated with `degrees` of freedom, is how much more they vary than independent events.
    """

    count: ArrayLike
    population: ArrayLike
    dispersion: float = 1.0
    degrees: float = poisson.KNOWN


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

    Give four `Counts`, or four rates that are already per `per`. From counts: SE = per x √Σ(dispersion x count /
    population²) over the four cells; normal limits, or Student's t with the fewest degrees of freedom. From rates
    alone there is no interval: se, low and high are NaN, as they are where no cell has an event. A cell with zero
    events adds nothing to the SE, which is then too small. Elements with a missing number are NaN. ValueError as in
    `checked.counts` and on a negative rate, TypeError on counts mixed with rates.
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
    given, variances = zip(*map(_rate_and_variance, counts), strict=True)
    return _limits(per * _double_difference(*given), per**2 * _sum(variances), confidence, fewest(counts))


def difference(treated: Counts, reference: Counts, per: float = 1000, confidence: float = 0.95) -> Difference:
    """The rate of the treated group less that of its reference, per `per` persons; limits as for the double difference.

    NaN where a number is missing; no limits where neither has an event. ValueError as in `checked.counts`.
    """
    (rate, variance), (other, more) = map(_rate_and_variance, (treated, reference))
    per = checked.multiplier(per)
    return _limits(per * (rate - other), per**2 * (variance + more), confidence, fewest([treated, reference]))


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
    dispersion: float = 1.0,
    degrees: float = poisson.KNOWN,
) -> Difference:
    """Weighted displacement difference in counts (Wheeler & Ratcliffe 2018, Crime Science 7:11).

    The change in the treated area and in its displacement area, each less the change in its control. SE = √ of the sum
    of all eight counts, times their `dispersion`. The two periods must be equally long and the control comparable in
    size, for nothing is divided by a population. Below 0: fewer events than the controls lead one to expect. ValueError
    on a negative count.
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
    factor, freedom = poisson.factors(dispersion, degrees)
    change = _double_difference(*cells[:4]) + _double_difference(*cells[4:])
    return _limits(change, factor * _sum(cells), confidence, float(freedom))


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
        return no_ratio(Reason.MISSING)
    if not all(row.any() for row in rows):
        return no_ratio(Reason.EMPTY_CELL)
    if not all(x[row].any() for row in rows):
        return no_ratio(Reason.ZERO_CELL)
    design = np.column_stack([np.ones(x.size), treated, post, treated & post]).astype(float)
    return _ratio(x, n, design, min(row.sum() for row in rows) > 1, confidence)


def _double_difference(
    treated_before: np.ndarray, treated_after: np.ndarray, control_before: np.ndarray, control_after: np.ndarray
) -> np.ndarray:
    change: np.ndarray = (treated_after - treated_before) - (control_after - control_before)
    return change


def _sum(arrays: Iterable[np.ndarray]) -> np.ndarray:
    return functools.reduce(np.add, arrays)


def _rate_and_variance(cell: Counts) -> tuple[np.ndarray, np.ndarray]:
    count, population = checked.counts(cell.count, cell.population)
    factor, _ = poisson.factors(cell.dispersion, cell.degrees)
    return count / population, factor * count / population**2


def fewest(counts: Iterable[Counts]) -> float:
    """The degrees of freedom of an interval from several dispersions: the fewest, so that it is never too narrow."""
    return min(cell.degrees for cell in counts)


def _limits(difference: np.ndarray, variance: np.ndarray, confidence: float, degrees: float) -> Difference:
    se = np.sqrt(np.where(variance > 0, variance, np.nan))[()]  # no events at all tells nothing about precision
    margin = poisson.deviate(confidence, degrees) * se
    return Difference(difference, se, difference - margin, difference + margin)


def no_ratio(reason: Reason) -> Ratio:
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
