"""Did a treated group and its control run in parallel before the start, and could the test have seen it if not?

- `pre_period_slopes`: the yearly changes as a ratio; `detectable`: the smallest difference that the test could see.
- `placebo_years`: the effect of every false start.

How much counts vary comes with them (`effect.Counts`): a few years before a start cannot tell.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas
import statsmodels.api as statsmodels
from numpy.typing import ArrayLike
from scipy import stats
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from data import checked, poisson
from data.effect import (
    CONVERGENCE,
    Counts,
    Difference,
    Model,
    Ratio,
    Reason,
    difference_in_differences,
    fewest,
    no_ratio,
)

FEWEST_POINTS = 3  # in either group, as Cochrane EPOC asks of a series of years
POWER = 0.80  # of a test that could have seen something
WITHIN = 0.10  # a year: a test that cannot see groups part so fast cannot call them parallel


def pre_period_slopes(
    years: ArrayLike, treated: Counts, control: Counts, start: int, confidence: float = 0.95
) -> Ratio:
    """Parallel trends: the treated group's yearly change over the control group's, in the years before `start`.

    1 is parallel; `p_value` tests it. Not finding a difference in a short or small series proves nothing: see
    `detectable`. log μ = log(population) + t + treated + t:treated. Three years cannot tell how much they vary, so the
    dispersion is that of the `Counts` and not estimated here. Years with a missing number are left out. No ratio
    (NaN, with the reason) with under three years, or under two years with events, in either group. Autocorrelation
    between years is not modelled: with few years it cannot be told from chance, and it makes the interval too narrow.
    ValueError as in `checked.counts` and on a repeated year.
    """
    x, n, time, group = _stacked(years, start, [control, treated])
    before = time < 0
    x, n, time, group = x[before], n[before], time[before], group[before]
    reason = _shortage(x, [group == 0, group == 1])
    if reason:
        return no_ratio(reason)
    design = np.column_stack([np.ones(x.size), time, group, time * group])
    factor = np.where(group == 1, treated.dispersion, control.dispersion)
    return _ratio_of_known(x, n, design, factor, fewest([treated, control]), confidence)


def placebo_years(
    years: ArrayLike, treated: Counts, control: Counts, start: int, per: float = 1000, confidence: float = 0.95
) -> pandas.DataFrame:
    """Parallel trends: the difference-in-differences of every false start before the true one; it should be near 0.

    For each year before `start` but the first: the years from it to `start` against the years before it, counts and
    populations summed. Columns out: year, years_before, years_after, difference, se, low, high (per `per`). A year with
    a missing number in either group is left out. No rows with under two years. The limits have the confidence for all
    false starts together (Bonferroni): that any of them excludes 0 is as rare as promised for one. ValueError as in
    `checked.counts` and on a repeated year.
    """
    x, n, time, group = _stacked(years, start, [control, treated])
    times = np.intersect1d(time[group == 0], time[group == 1])
    times = times[times < 0]

    def pooled(member: int, chosen: np.ndarray) -> Counts:
        rows = (group == member) & np.isin(time, chosen)
        return replace((control, treated)[member], count=x[rows].sum(), population=n[rows].sum())

    rows: list[tuple[object, ...]] = []
    together = 1 - (1 - confidence) / max(1, times.size - 1)
    for false_start in times[1:]:
        early, late = times[times < false_start], times[times >= false_start]
        treated_cells, control_cells = ((pooled(member, early), pooled(member, late)) for member in (1, 0))
        effect = difference_in_differences(*treated_cells, *control_cells, per=per, confidence=together)
        rows.append((int(start + false_start), early.size, late.size, *effect))
    return pandas.DataFrame(rows, columns=["year", "years_before", "years_after", *Difference._fields])


def detectable(ratio: Ratio, confidence: float = 0.95) -> float:
    """The smallest true difference, as a share (0.25 is 25 %), that the test of a ratio finds with a power of 80 %."""
    return float(np.expm1((stats.norm.isf(checked.tail(confidence)) + stats.norm.ppf(POWER)) * ratio.se))


def _ratio_of_known(
    count: np.ndarray,
    population: np.ndarray,
    design: np.ndarray,
    dispersion: np.ndarray,
    degrees: float,
    confidence: float,
) -> Ratio:
    """As `_ratio`, where the dispersion of every row is known, or was estimated elsewhere with `degrees` of freedom."""
    family = statsmodels.families.Poisson()
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        fit = statsmodels.GLM(count, design, family=family, exposure=population, var_weights=1 / dispersion).fit(
            scale=1.0, **CONVERGENCE
        )
    log, se = fit.params[-1], fit.bse[-1]
    margin = poisson.deviate(confidence, degrees) * se
    low, high = np.exp([log - margin, log + margin])
    p_value = 2 * stats.t.sf(abs(log) / se, degrees)
    kind = Model.POISSON if np.all(dispersion == 1) else Model.QUASI_POISSON
    return Ratio(np.exp(log), low, high, se, p_value, kind, float(dispersion.max()), int(fit.df_resid))


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
