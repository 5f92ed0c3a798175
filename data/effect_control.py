"""Which areas an effort is held against: alike before it began, and how alike they were.

The proposal sees nothing of what came after. An area is described by

- its level: the rate of the outcome over all periods before the effort, and
- its composition and size: the newest shown number, from no later than the last year before the effort, of every
  indicator with a `likeness` (`indicators.csv`), as in `data.similar`.

Each is divided by its standard deviation over the areas of the level, a size after taking its logarithm. The squared
distance of two areas is half the squared difference in level and half the mean squared difference in what both have of
composition; where nothing of composition is known before the effort it is that of the level alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas

from data import query
from data.effect_panel import Panel
from data.similar import SIZE

LEVEL = "level"  # the outcome before the effort, beside the indicators of composition
FEWEST = 2  # control areas
WANTED = 5  # control areas for a single treated one
TIMES = 2  # as many control areas as treated ones, where there are more
UNLIKE = 0.25  # standard deviations: more is out of balance (Rubin 2001, Stuart 2010)
DECIMALS = 9  # of a distance, so that ties are ties on every machine


@dataclass(frozen=True)
class Balance:
    """How alike two groups were before the effort on one thing: the means of their areas and how far apart they are.

    `difference` is in standard deviations of all areas of the level; None where fewer than two differ.
    """

    name: str
    treated: float | None
    control: float | None
    difference: float | None
    treated_areas: int
    control_areas: int

    @property
    def is_alike(self) -> bool | None:
        return None if self.difference is None else abs(self.difference) <= UNLIKE


def composition(
    observations: pandas.DataFrame, likeness: Mapping[str, str], areas: Collection[str], year: int
) -> pandas.DataFrame:
    """What is known of the areas by the end of a year: a row an area, a column an indicator of `likeness`.

    `observations`: the rows of the table `Observation` that a map can draw, whose hidden numbers have no value. The
    numbers are the newest in the indicators' units, a size as its logarithm. Columns without a number are left out.
    """
    earlier = observations[observations["area_id"].isin(list(areas)) & (observations["period_end"] <= year)]
    found = {}
    for name, kind in likeness.items():
        rows = query.main_rows(earlier, name).dropna(subset="value").sort_values(query.IN_TIME, kind="stable")
        values = rows.drop_duplicates("area_id", keep="last").set_index("area_id")["value"].astype("float64")
        found[name] = np.log(values.where(values > 0)) if kind == SIZE else values
    table = pandas.DataFrame(found, index=sorted(areas), dtype="float64")
    return table.dropna(axis="columns", how="all")


def described(earlier: Panel, composed: pandas.DataFrame) -> pandas.DataFrame:
    """Every area that is complete in a panel of the time before: its `LEVEL`, and the columns of `composition`."""
    rates = pandas.Series(earlier.rates(range(len(earlier.periods))), index=list(earlier.areas), name=LEVEL)
    return rates.loc[list(earlier.complete())].to_frame().join(composed)


def proposal(found: pandas.DataFrame, treated: Sequence[str], left_out: Collection[str] = ()) -> list[str]:
    """The control areas for some treated ones, the most alike first; of equal distances the first id.

    `found`: the columns of `described`. Each treated area in turn takes the area most like it that is still free,
    round after round, until there are twice as many as treated ones and at least five; but never more than half of the
    free ones, so that some are left to tell what chance does. Empty where fewer than two are free.
    """
    chosen = [area for area in treated if area in found.index]
    free = [area for area in found.index if area not in {*treated, *left_out}]
    if not chosen or len(free) < FEWEST:
        return []
    return nearest(distances(found), chosen, free)


def nearest(apart: pandas.DataFrame, treated: Sequence[str], free: Sequence[str]) -> list[str]:
    """`proposal` among the areas that are `free`; `apart`: the table of `distances`."""
    wanted = min(max(WANTED, TIMES * len(treated)), max(FEWEST, len(free) // 2))
    places = [list(apart.index).index(area) for area in free]
    order = {area: iter(np.argsort(apart.loc[area].to_numpy()[places], kind="stable")) for area in treated}
    taken: dict[str, None] = {}
    while len(taken) < wanted:
        for area in list(treated)[: wanted - len(taken)]:
            taken[next(free[at] for at in order[area] if free[at] not in taken)] = None
    return list(taken)


def distances(found: pandas.DataFrame) -> pandas.DataFrame:
    """The distance of every two areas, a column and a row each; `found`: the columns of `described`."""
    level, *others = (_squares(found[name]) for name in found.columns)
    total = level
    if others:
        stacked = np.stack(others)
        shared = (~np.isnan(stacked)).sum(axis=0)
        mean = np.divide(np.nansum(stacked, axis=0), shared, where=shared > 0, out=level.copy())
        total = (level + mean) / 2
    return pandas.DataFrame(np.sqrt(total).round(DECIMALS), index=found.index, columns=found.index)


def balance(found: pandas.DataFrame, treated: Sequence[str], control: Sequence[str]) -> list[Balance]:
    """How alike the two groups were on each of the columns of `described`, the level first."""
    return [_balance(str(name), found[name], treated, control) for name in found.columns]


def _balance(name: str, values: pandas.Series, treated: Sequence[str], control: Sequence[str]) -> Balance:
    one, other = (values.reindex(list(group)).dropna() for group in (treated, control))
    spread = float(values.std(ddof=1))
    if one.empty or other.empty:
        means = [None if group.empty else float(group.mean()) for group in (one, other)]
        return Balance(name, means[0], means[1], None, len(one), len(other))
    apart = float(one.mean() - other.mean())
    return Balance(
        name, float(one.mean()), float(other.mean()), apart / spread if spread > 0 else None, len(one), len(other)
    )


def _squares(values: pandas.Series) -> np.ndarray:
    """The squared differences of every two areas in standard deviations; 0 where all are the same."""
    spread = float(values.std(ddof=0))
    apart = np.subtract.outer(values.to_numpy(), values.to_numpy())
    squares: np.ndarray = (apart / spread) ** 2 if spread > 0 else apart * 0.0
    return squares
