"""The effect of an effort on areas a reader chose: difference and ratio, what went before, and what chance does.

- `study`: the treated areas against their control, in the published numbers of both (`data.effect`, `data.parallel`).
- `placebo_areas`: the same analysis, proposal and all, on areas where nothing began.
An interval from counts knows the chance of events alone. Areas also change for reasons of their own; that is seen in
how differently single areas change (`of_changes`), and in the placebo effects.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas
from scipy import stats

from data import effect, effect_control, foresight, parallel
from data.effect import Difference, Ratio
from data.effect_panel import Panel

CONFIDENCE = 0.95
MOST_PLACEBOS = 400  # more groups than this are drawn by chance, with the same seed every time
SEED = 13
CHANCE = 0.05  # the share of placebo effects that an effect must be among the largest of


class Verdict(StrEnum):
    """What can be said of an effect."""

    APART = "apart"  # the groups went their own ways before it began
    CHANCE = "chance"  # the interval from counts holds no effect
    USUAL = "usual"  # larger than the chance of events, but areas without an effort change as much
    LARGER = "larger"  # than both


@dataclass(frozen=True)
class Span:
    """The last year before an effort and the first year of it."""

    before: int
    start: int


@dataclass(frozen=True, eq=False)
class Study:
    """What is found. `single` is the mean change of the areas, each counted alike, with Welch's limits.

    `slopes` is the ratio of the yearly changes before the effort and `detectable` the smallest the test could have
    seen; `false_starts` as of `parallel.placebo_years`. `visible` is the smallest difference that shows as a rule.
    """

    treated: tuple[str, ...]
    control: tuple[str, ...]
    rates: tuple[float, float, float, float]  # treated before and after, control before and after
    difference: Difference
    ratio: Ratio
    single: Difference
    slopes: Ratio
    detectable: float
    false_starts: pandas.DataFrame
    visible: float | None


@dataclass(frozen=True, eq=False)
class Placebo:
    """The effects that are found where nothing began. `possible`: groups there are; `groups`: those tried."""

    differences: np.ndarray
    groups: tuple[tuple[str, ...], ...]
    possible: int

    def as_large(self, difference: float) -> int:
        """How many are at least as large as an effect, in either direction."""
        return int((np.abs(self.differences) >= abs(difference) - 1e-9).sum())

    def share(self, difference: float) -> float:
        """The share at least as large, the effect itself counted among them: the p-value of a permutation test."""
        return (1 + self.as_large(difference)) / (1 + len(self.differences))


def study(panel: Panel, treated: Sequence[str], control: Sequence[str], span: Span) -> Study:
    """The effect of an effort. Every area must be complete in the periods before and after; at least one of each."""
    early, late = panel.before(span.before), panel.since(span.start)
    cells = [panel.together(group, periods) for group in (treated, control) for periods in (early, late)]
    before, after, control_before, control_after = cells
    found = effect.difference_in_differences(before, after, control_before, control_after, panel.per, CONFIDENCE)
    earlier = panel.at(early)
    years = [start for start, _ in earlier.periods]
    groups = earlier.by_period(treated), earlier.by_period(control)
    slopes = parallel.pre_period_slopes(years, *groups, span.start, CONFIDENCE)
    rates = [panel.per * float(np.divide(cell.count, cell.population)) for cell in cells]
    ahead = foresight.of_effect(float(found.se), rates[0], CONFIDENCE, effect.fewest(cells))
    return Study(
        tuple(treated),
        tuple(control),
        (rates[0], rates[1], rates[2], rates[3]),
        found,
        ratio_of(panel, treated, control, early, late),
        of_changes(changes(panel, treated, early, late), changes(panel, control, early, late)),
        slopes,
        parallel.detectable(slopes, CONFIDENCE),
        parallel.placebo_years(years, *groups, span.start, panel.per, CONFIDENCE),
        ahead.visible,
    )


def ratio_of(
    panel: Panel, treated: Sequence[str], control: Sequence[str], early: Sequence[int], late: Sequence[int]
) -> Ratio:
    """The effect as a ratio (`effect.rate_ratio`), each group summed in every period."""
    periods = [*early, *late]
    groups = [panel.at(periods).by_period(group) for group in (treated, control)]
    count, population = (np.concatenate([getattr(group, name) for group in groups]) for name in ("count", "population"))
    is_treated = np.repeat([True, False], len(periods))
    is_after = np.tile(np.arange(len(periods)) >= len(early), 2)
    return effect.rate_ratio(count, population, is_treated, is_after, CONFIDENCE)


def changes(panel: Panel, areas: Sequence[str], early: Sequence[int], late: Sequence[int]) -> np.ndarray:
    """The change in rate of each of some areas."""
    chosen = panel.rows(areas)
    change: np.ndarray = (panel.rates(late) - panel.rates(early))[chosen]
    return change


def of_changes(treated: np.ndarray, control: np.ndarray, confidence: float = CONFIDENCE) -> Difference:
    """The mean change of the treated areas less that of the control areas, each area counted alike.

    Limits by Welch's t, which takes in that areas change differently; NaN with fewer than two areas in a group.
    """
    apart = float(np.mean(treated) - np.mean(control))
    if min(len(treated), len(control)) < 2:
        return Difference(*(np.asarray(number) for number in (apart, np.nan, np.nan, np.nan)))
    of_means = [float(np.std(group, ddof=1)) / math.sqrt(len(group)) for group in (treated, control)]
    return of_means_apart(apart, of_means[0], of_means[1], (len(treated), len(control)), confidence)


def of_means_apart(
    apart: float, treated_se: float, control_se: float, sizes: tuple[float, float], confidence: float = CONFIDENCE
) -> Difference:
    """A difference of two means from their standard errors: SE = √(a² + b²), with Welch's degrees of freedom."""
    squares = treated_se**2, control_se**2
    se = math.sqrt(sum(squares))
    if se == 0:
        return Difference(*(np.asarray(number) for number in (apart, np.nan, np.nan, np.nan)))
    degrees = sum(squares) ** 2 / sum(
        square**2 / (size - 1) for square, size in zip(squares, sizes, strict=True) if square
    )
    margin = float(stats.t.ppf((1 + confidence) / 2, degrees)) * se
    return Difference(*(np.asarray(number) for number in (apart, se, apart - margin, apart + margin)))


def placebo_areas(
    panel: Panel, composed: pandas.DataFrame, treated: Sequence[str], span: Span, left_out: Collection[str] = ()
) -> Placebo:
    """The difference that the same analysis finds for every group of as many areas in which nothing began.

    `composed`: the columns of `composition`. Each group gets the control that the rule proposes for it among the
    others; the truly treated areas take no part. Of very many groups some are drawn, the same every time.
    """
    early, late = panel.before(span.before), panel.since(span.start)
    usable = panel.at([*early, *late])
    free = [area for area in usable.complete() if area not in {*treated, *left_out}]
    found = effect_control.described(panel.at(early), composed)
    found = found.loc[[area for area in found.index if area in free]]
    size, possible = len(treated), math.comb(len(free), len(treated))
    if size == 0 or len(free) < size + effect_control.FEWEST:
        return Placebo(np.array([]), (), 0)
    groups = drawn(free, size, possible)
    apart = effect_control.distances(found)
    differences = [_placebo(panel, apart, group, early, late) for group in groups]
    return Placebo(np.array(differences), tuple(groups), possible)


def against_each(panel: Panel, treated: Sequence[str], span: Span) -> np.ndarray:
    """The difference against every possible control area alone: how much hangs on who is chosen."""
    early, late = panel.before(span.before), panel.since(span.start)
    complete = [area for area in panel.at([*early, *late]).complete() if area not in treated]
    change = _change(panel, treated, early, late)
    return np.array([change - _change(panel, [area], early, late) for area in complete])


def verdict(found: Study, placebo: Placebo) -> Verdict:
    """What an effect is: apart before, within chance, within what areas do by themselves, or larger than both."""
    low, high = float(found.difference.low), float(found.difference.high)
    ran_apart = found.slopes.low > 1 or found.slopes.high < 1
    tried = found.false_starts
    if ran_apart or bool(((tried["low"] > 0) | (tried["high"] < 0)).any()):
        return Verdict.APART
    if not (low > 0 or high < 0):
        return Verdict.CHANCE
    is_rare = len(placebo.differences) > 0 and placebo.share(float(found.difference.difference)) <= CHANCE
    return Verdict.LARGER if is_rare else Verdict.USUAL


def drawn(areas: Sequence[str], size: int, possible: int) -> list[tuple[str, ...]]:
    """Every group of a size, or as many different ones as are tried."""
    if possible <= MOST_PLACEBOS:
        return list(itertools.combinations(areas, size))
    random = np.random.default_rng(SEED)
    found: dict[tuple[str, ...], None] = {}
    while len(found) < MOST_PLACEBOS:
        found[tuple(sorted(map(str, random.choice(list(areas), size, replace=False))))] = None
    return list(found)


def _placebo(
    panel: Panel, apart: pandas.DataFrame, group: Sequence[str], early: Sequence[int], late: Sequence[int]
) -> float:
    control = effect_control.nearest(apart, group, [area for area in apart.index if area not in group])
    return _change(panel, group, early, late) - _change(panel, control, early, late)


def _change(panel: Panel, areas: Sequence[str], early: Sequence[int], late: Sequence[int]) -> float:
    """The change of the common rate of some areas."""
    before, after = (panel.together(areas, periods) for periods in (early, late))
    return panel.per * float(np.divide(after.count, after.population) - np.divide(before.count, before.population))
