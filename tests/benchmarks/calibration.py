"""Do the verdicts keep their promise? Simulates a known truth, prints promised and found, writes data/calibration.csv.

    make calibration

Counts vary `dispersion` times as much as independent events: Poisson at 1, else negative binomial, as when each of the
persons charged has several charges. Every series is judged exactly as prepare does it, its dispersion unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np

from data import calibration, dispersion, effect, funnel, measures, parallel, poisson, trends
from data.calibration import Calibrated, Promise
from data.effect import Counts

DISPERSIONS = (1, 2, 5, 30)
SIZES = (200, 400, 1000, 4000)
POWER_DISPERSIONS = (1, 2, 5)
SEED = 11
INDEPENDENT = 30  # events a year that tell as much as this many independent ones
SERIES, YEARS = 100, 9  # of an indicator, as the municipalities have it
PERSONS = 10_000.0
TREND_ERRORS = 0.003
COVERED = (0.93, 0.98)
ERRORS = 0.05
GROUPS = 20  # of an indicator, as many treated as not
EFFECT_YEARS, START = np.arange(2007, 2019), 2010  # three years before
GROUP_EVENTS = 100  # a year, as INDEPENDENT
FALLS = (10, 20, 30)  # per cent a year
CHANGED = [trends.Verdict.INCREASING, trends.Verdict.DECREASING]


class Rate(NamedTuple):
    """A share found in simulations, with the number of cases it rests on."""

    found: float
    runs: int


def counts(random: np.random.Generator, expected: np.ndarray, factor: float) -> np.ndarray:
    """Counts with these expectations whose variance is `factor` times as large; Poisson at 1."""
    if factor == 1:
        return random.poisson(expected).astype(float)
    return random.poisson(random.gamma(expected / (factor - 1), factor - 1)).astype(float)


def indicators(
    random: np.random.Generator, expected: np.ndarray, factor: float, runs: int
) -> Iterator[tuple[np.ndarray, dispersion.Factors]]:
    """The counts of one indicator after another, with the factors that prepare would find; `runs` series in all.

    `expected`: a row for each series and a column for each year.
    """
    for _ in range(-(-runs // len(expected))):
        count = counts(random, expected, factor)
        yield count, estimated(count, factor)


def estimated(count: np.ndarray, factor: float) -> dispersion.Factors:
    """At 1 persons are counted, whose factor is known; else it is estimated from the counts."""
    if factor == 1:
        return dispersion.Factors(np.ones(len(count)), np.full(len(count), poisson.KNOWN), 1.0)
    return dispersion.moderated(*dispersion.about_lines(count, PERSONS, np.arange(count.shape[1])))


def flat(factor: float, years: int = YEARS) -> np.ndarray:
    return np.full((SERIES, years), INDEPENDENT * float(factor))


def verdicts(
    random: np.random.Generator, expected: np.ndarray, population: float, factor: float, runs: int
) -> Iterator:
    """The verdict on the trend of every series."""
    for count, found in indicators(random, expected, factor, runs):
        yield measures.recent_trend(count, population, dispersion=found.dispersion, degrees=found.degrees).verdict


def false_trends(factor: float, runs: int, seed: int = SEED) -> Rate:
    """Flat series that are called rising or falling."""
    found = np.concatenate(list(verdicts(np.random.default_rng(seed), flat(factor), PERSONS, factor, runs)))
    return Rate(float(np.isin(found, CHANGED).mean()), found.size)


def coverage(factor: float, runs: int, seed: int = SEED) -> Rate:
    """95 % intervals that hold the true rate."""
    true = INDEPENDENT * factor / PERSONS * 1000
    inside = [
        (limits.low <= true) & (true <= limits.high)
        for count, found in indicators(np.random.default_rng(seed), flat(factor), factor, runs)
        for limits in [intervals(count, found)]
    ]
    return Rate(float(np.mean(inside)), np.size(inside))


def intervals(count: np.ndarray, found: dispersion.Factors) -> measures.Interval:
    factor, degrees = found.dispersion[:, np.newaxis], found.degrees[:, np.newaxis]
    return measures.rate(count, PERSONS, dispersion=factor, degrees=degrees)


def false_comparisons(factor: float, runs: int, seed: int = SEED) -> Rate:
    """Areas as the country that are called higher or lower."""
    true = INDEPENDENT * factor / PERSONS * 1000
    called = [
        np.isin(
            measures.compare(*intervals(count, found), true, "low_is_good").position,
            [measures.Position.ABOVE, measures.Position.BELOW],
        )
        for count, found in indicators(np.random.default_rng(seed), flat(factor), factor, runs)
    ]
    return Rate(float(np.mean(called)), np.size(called))


def outside_funnel(factor: float, level: float, runs: int, seed: int = SEED) -> Rate:
    """Areas of different sizes outside the limits at a level; their one true rate and the factor are known."""
    random = np.random.default_rng(seed)
    population = random.uniform(500, 8000, runs)
    count = counts(random, population * 0.03 * factor, factor)
    limits = measures.funnel_limits(population, 30 * factor, levels=(level,), dispersion=factor)
    rates = 1000 * count / population
    return Rate(float(((rates < limits["low"]) | (rates > limits["high"])).mean()), runs)


def falls(population: int, factor: float, runs: int, seed: int = SEED, to: float = 0.5) -> tuple[Rate, Rate]:
    """Areas that fall from 30 to `to` times 30 per 1,000 over five years: those called falling, and unchanged."""
    line = np.concatenate([np.ones(YEARS - trends.POINTS), np.linspace(1, to, trends.POINTS)])
    expected = np.tile(0.03 * population * line, (SERIES, 1))
    found = np.concatenate(list(verdicts(np.random.default_rng(seed), expected, population, factor, runs)))
    called = (found == trends.Verdict.DECREASING, found == trends.Verdict.NO_CHANGE)
    falling, unchanged = (Rate(float(each.mean()), found.size) for each in called)
    return falling, unchanged


def pairs(factor: float, runs: int, seed: int, yearly: float = 1.0) -> Iterator[tuple[Counts, Counts]]:
    """Treated groups and their controls; before the start a treated group changes by `yearly` a year."""
    expected = np.full((GROUPS, EFFECT_YEARS.size), GROUP_EVENTS * float(factor))
    expected[: GROUPS // 2] *= yearly ** np.minimum(EFFECT_YEARS - START, 0)
    for count, found in indicators(np.random.default_rng(seed), expected, factor, 2 * runs):
        groups = [
            Counts(*group)
            for group in zip(count, np.full_like(count, PERSONS), found.dispersion, found.degrees, strict=True)
        ]
        yield from zip(groups[: GROUPS // 2], groups[GROUPS // 2 :], strict=True)


def in_year(group: Counts, year: int) -> Counts:
    at = EFFECT_YEARS == year
    return replace(group, count=np.asarray(group.count)[at], population=np.asarray(group.population)[at])


def difference_coverage(factor: float, runs: int, seed: int = SEED) -> Rate:
    """Intervals of the difference-in-differences that hold the true one, 0."""
    inside = []
    for groups in pairs(factor, runs, seed):
        cells = [in_year(group, year) for group in groups for year in (START - 1, START + 3)]
        found = effect.difference_in_differences(*cells)
        inside.append((found.low <= 0) & (found.high >= 0))
    return Rate(float(np.mean(inside)), np.size(inside))


def false_starts(factor: float, runs: int, seed: int = SEED) -> Rate:
    """Groups that ran in parallel of which any false start has an effect."""
    found = [parallel.placebo_years(EFFECT_YEARS, *groups, START) for groups in pairs(factor, runs, seed)]
    wrong = [((each["low"] > 0) | (each["high"] < 0)).any() for each in found]
    return Rate(float(np.mean(wrong)), len(wrong))


def not_parallel(factor: float, runs: int, seed: int = SEED, yearly: float = 1.0) -> Rate:
    """Groups that are called not parallel before the start; wrongly so at a `yearly` of 1."""
    found = [parallel.pre_period_slopes(EFFECT_YEARS, *groups, START) for groups in pairs(factor, runs, seed, yearly)]
    return Rate(float(np.mean([not each.low <= 1 <= each.high for each in found])), len(found))


def rows(runs: int, on: str) -> Iterator[Calibrated]:
    """Every promise with what was found in `runs` cases, then the power of the trend."""

    def row(
        promise: Promise, factor: float, found: Rate, bounds: tuple[float | None, float | None], size: int = 0
    ) -> Calibrated:
        return Calibrated(promise, float(factor), size, *bounds, round(found.found, 5), found.runs, on)

    for factor in DISPERSIONS:
        yield row(Promise.COVERAGE, factor, coverage(factor, runs), COVERED)
        yield row(Promise.COMPARISON, factor, false_comparisons(factor, runs), (None, ERRORS))
        yield row(Promise.TREND, factor, false_trends(factor, runs), (None, TREND_ERRORS))
        for level, promise in ((0.95, Promise.FUNNEL_95), (0.998, Promise.FUNNEL_998)):
            assert level in funnel.LEVELS
            yield row(promise, factor, outside_funnel(factor, level, 40 * runs), (None, round(1 - level, 3)))
        yield row(Promise.DIFFERENCE, factor, difference_coverage(factor, runs), COVERED)
        yield row(Promise.FALSE_START, factor, false_starts(factor, runs // 5), (None, ERRORS))
        yield row(Promise.PARALLEL, factor, not_parallel(factor, runs // 5), (None, ERRORS))
    for factor in POWER_DISPERSIONS:
        for fall in FALLS:
            found = not_parallel(factor, runs // 5, yearly=1 - fall / 100)
            yield row(Promise.PARALLEL_POWER, factor, found, (None, None), fall)
        for size in SIZES:
            falling, unchanged = falls(size, factor, runs)
            yield row(Promise.NO_CHANGE, factor, unchanged, (None, 0.2), size)
            yield row(Promise.TREND_POWER, factor, falling, (None, None), size)


def main() -> None:
    found = []
    for row in rows(10_000, date.today().isoformat()):
        promised = "" if row.promised_high is None else f"{row.promised_low or 0:g}-{row.promised_high:g}"
        case = f"dispersion {row.dispersion:4g} size {row.size:5}"
        print(f"{row.promise:12} {case} {promised:>10} {row.simulated:8.4f}{'' if row.is_kept else '  NOT KEPT'}")
        found.append(row)
    calibration.write(tuple(sorted(found, key=lambda row: list(Promise).index(row.promise))))


if __name__ == "__main__":
    main()
