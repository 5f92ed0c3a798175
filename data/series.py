"""Counts over time: which observations are one series, and how much each series of events varies.

Everything that is derived from counts over time is derived from these rows: trends and the dispersion of events.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas

from data import dispersion
from data.contracts import Status
from data.poisson import KNOWN
from data.validate import PER

PERIOD = ["period_start", "period_end"]
SERIES = ["indicator_id", "area_id", "age_group", "breakdown", "edition"]


class Factors(NamedTuple):
    """Dispersion of event counts. `of_series`: columns dispersion and degrees, by the columns `SERIES`.

    `of_indicators`: columns dispersion (typical; missing for events that nothing tells of) and degrees, by indicator.
    """

    of_series: pandas.DataFrame
    of_indicators: pandas.DataFrame

    def of(self, rows: pandas.DataFrame) -> pandas.DataFrame:
        """`dispersion` and `degrees` of each row, whose columns `SERIES` are read.

        A series without a factor of its own has its indicator's; where that is missing too it is 1, as if known.
        """
        keys = pandas.MultiIndex.from_frame(rows[SERIES])
        factors = self.of_series.reindex(keys).set_index(rows.index)
        common = self.of_indicators.reindex(rows["indicator_id"]).set_index(rows.index)
        return factors.fillna(common).fillna({"dispersion": 1.0, "degrees": KNOWN})


def is_event(indicators: pandas.DataFrame) -> pandas.Series:
    """Whether one person can have several of what an indicator counts. `indicators`: the table `GivenIndicator`."""
    events: pandas.Series = indicators["theme"].eq("crime") & ~indicators["counts"].str.startswith("persons")
    return events


def surest(rows: pandas.DataFrame) -> pandas.DataFrame:
    """One row for each number of an edition: that of the surest source. `rows`: `GivenObservation`."""
    return rows.sort_values("value_certainty", kind="stable").drop_duplicates([*SERIES, *PERIOD])


def counted(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The observations with counts, or where a count is hidden, of rates and shares: the shortest periods of a series.

    tables: `GivenIndicator` is read; observations: `GivenObservation`, whose columns all stay.
    """
    unit = observations["indicator_id"].map(tables["indicators"].set_index("indicator_id")["unit"])
    rows = surest(
        observations[
            unit.isin(list(PER))
            & observations["population"].notna()
            & (observations["count"].notna() | (observations["status"] != Status.SHOWN))
        ]
    )
    length = rows["period_end"] - rows["period_start"]
    shortest = length.groupby([rows[column] for column in SERIES]).transform("min")
    return rows[length == shortest]


def wide(rows: pandas.DataFrame) -> pandas.DataFrame:
    """Counts and populations, a row for each series and a column for each period, missing as NaN.

    rows: `GivenObservation`, one for each series and period. Out: the columns `count` and `population`, each with a
    column for every `period_start` and `period_end`, by the columns `SERIES`.
    """
    numbers = rows.astype({"count": "float64", "population": "float64"})
    table = numbers.pivot(index=SERIES, columns=PERIOD, values=["count", "population"])
    return table.sort_index(axis="columns")


def factors(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> Factors:
    """The dispersion of every series of rates of events, and of every indicator: 1 where persons are counted.

    tables: `GivenIndicator` and `Break`; observations: `GivenObservation`. Method: `data.dispersion`.
    """
    catalogue = tables["indicators"].set_index("indicator_id")
    events = is_event(catalogue)
    of_indicators = pandas.DataFrame({"dispersion": (~events).map({True: 1.0, False: float("nan")}), "degrees": KNOWN})
    rated = catalogue.index[events & (catalogue["unit"] != "percent")]
    rows = counted(tables, observations[observations["indicator_id"].isin(rated)])
    parts = []
    for indicator_id, of_indicator in rows.groupby("indicator_id"):
        changes = tables["breaks"].loc[tables["breaks"]["applies_to"] == indicator_id, "year"]
        table = wide(of_indicator)
        counts, populations = (table[name] for name in ("count", "population"))
        years = counts.columns.get_level_values("period_start")
        found = dispersion.moderated(
            *dispersion.about_lines(counts.to_numpy(), populations.to_numpy(), years.to_numpy(), changes)
        )
        of_indicators.loc[indicator_id, "dispersion"] = found.typical
        parts.append(pandas.DataFrame({"dispersion": found.dispersion, "degrees": found.degrees}, index=table.index))
    none = pandas.DataFrame({"dispersion": [], "degrees": []}, index=pandas.MultiIndex.from_arrays([[]] * 5))
    return Factors(pandas.concat(parts).dropna() if parts else none, of_indicators)
