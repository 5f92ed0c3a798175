"""The effects that prepare computes: every comparison of a treated group with its control group, and the country.

It works on what may be published (`data.register`), so that nothing here can rest on a hidden number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy
import pandas
from scipy import stats

from data import effect, measures, query
from data.contracts import Difference, Effect, Level, Status
from data.effect import Counts
from data.errors import Finding, SourceError, Text

COMPARED = Text("et tal for begge grupper før og efter", "a number for both groups before and after")
CELLS = ["treated_before", "treated_after", "reference_before", "reference_after"]
CONFIDENCE = 0.95


class Pair(NamedTuple):
    """One comparison with one reference: the single years of both, all statuses, as prepared observations by year."""

    comparison: Any  # a row of the table `comparisons`
    reference_id: str
    per: float
    treated: pandas.DataFrame
    reference: pandas.DataFrame

    @property
    def start(self) -> int:
        """The first year of the intervention, or the one after the last year known to lie before it."""
        start = self.comparison.start
        return self.comparison.before + 1 if pandas.isna(start) else int(start)

    def cells(self) -> list[pandas.Series | None]:
        """Treated before and after, reference before and after; None where there is no row at all."""
        years = (self.comparison.before, self.comparison.after)
        return [
            group.loc[year] if year in group.index else None
            for group in (self.treated, self.reference)
            for year in years
        ]

    def counts(self) -> tuple[pandas.Index, Counts, Counts]:
        """The years of either group, and what was counted in them; missing where hidden or not given."""
        years = self.treated.index.union(self.reference.index)
        groups = (
            group.reindex(years)[["count", "population"]].astype("float64") for group in (self.treated, self.reference)
        )
        return years, *(Counts(group["count"].to_numpy(), group["population"].to_numpy()) for group in groups)


def effects(tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The difference-in-differences and the ratio of every comparison: `contracts.Effect`.

    The difference is that of the two years the comparison names. The ratio rests on all single years up to `before`
    against all from `after` on, so that each of its four cells has several years and their variation widens its
    interval (quasi-Poisson); the two can therefore differ. Yearly sums of the groups are used and not their members,
    whose single years are not published. A comparison with a hidden number has no row. Raises SourceError where the
    treated group or its control has no row for one of the two years.
    """
    records, findings = [], []
    for row, pair in _pairs(tables, observations):
        cells = pair.cells()
        if all(cell is not None and cell["status"] == Status.SHOWN for cell in cells):
            records.append({**_ids(pair), **_difference(cells, pair.per), **_ratio(pair), **_parallel(pair)})
        elif any(cell is None for cell in cells) and pair.reference_id == pair.comparison.control_id:
            findings.append(Finding("comparisons.csv", pair.comparison.comparison_id, COMPARED, row))
    if findings:
        raise SourceError(findings)
    return pandas.DataFrame(records, columns=Effect.columns())


def differences(tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """Treated less reference in every year that both have counts, with the placebo effects: `contracts.Difference`.

    Standard error: per x √Σ(count / population²), normal limits; missing where neither group has an event.
    """
    parts = [_differences(pair) for _, pair in _pairs(tables, observations)]
    columns = Difference.columns()
    return pandas.concat(parts, ignore_index=True)[columns] if parts else pandas.DataFrame(columns=columns)


def _pairs(tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame) -> Iterator[tuple[int, Pair]]:
    """Every comparison, with its row in the file, against its control group and against the country."""
    countries = tables["areas"].loc[tables["areas"]["level_kind"] == Level.COUNTRY, "area_id"].drop_duplicates()
    multiplier = tables["indicators"].set_index("indicator_id")["multiplier"]
    for row, comparison in enumerate(tables["comparisons"].itertuples(), start=2):
        treated = _single_years(observations, comparison, comparison.treated_id)
        for reference in dict.fromkeys([comparison.control_id, *countries]):
            yield (
                row,
                Pair(
                    comparison,
                    reference,
                    float(multiplier[comparison.indicator_id]),
                    treated,
                    _single_years(observations, comparison, reference),
                ),
            )


def _single_years(observations: pandas.DataFrame, comparison: tuple, area_id: str) -> pandas.DataFrame:
    rows = query.series(
        observations, comparison.indicator_id, [area_id], comparison.age_group, edition=comparison.edition
    )
    rows = query.preferred(rows[rows["period_start"] == rows["period_end"]])
    return rows.set_index("period_start").sort_index()


def _ids(pair: Pair) -> dict[str, str]:
    return {"comparison_id": pair.comparison.comparison_id, "reference_id": pair.reference_id}


def _difference(cells: list[pandas.Series], per: float) -> dict[str, float]:
    """The four numbers and their double difference; with an interval where all four have counts."""
    if all(pandas.notna(cell["count"]) and pandas.notna(cell["population"]) for cell in cells):
        given = [Counts(cell["count"], cell["population"]) for cell in cells]
    else:
        given = [cell["value"] for cell in cells]
    found = effect.difference_in_differences(*given, per=per, confidence=CONFIDENCE)
    values = dict(zip(CELLS, (float(cell["value"]) for cell in cells), strict=True))
    return {**values, "difference": float(found.difference), "low": float(found.low), "high": float(found.high)}


def _ratio(pair: Pair) -> dict[str, Any]:
    before, after = pair.comparison.before, pair.comparison.after
    rows = pandas.concat([pair.treated.assign(treated=True), pair.reference.assign(treated=False)])
    rows = rows[(rows.index <= before) | (rows.index >= after)]
    found = effect.rate_ratio(rows["count"], rows["population"], rows["treated"], rows.index >= after, CONFIDENCE)
    model = "" if found.model is effect.Model.NONE else str(found.model)
    return {
        "ratio": found.ratio,
        "ratio_low": found.low,
        "ratio_high": found.high,
        "ratio_model": model,
        "ratio_reason": str(found.reason),
    }


def _parallel(pair: Pair) -> dict[str, float]:
    years, treated, reference = pair.counts()
    found = effect.pre_period_slopes(years, treated, reference, pair.start, CONFIDENCE)
    return {"parallel_low": found.low, "parallel_high": found.high}


def _differences(pair: Pair) -> pandas.DataFrame:
    years, treated, reference = pair.counts()
    rates = [counts.count / counts.population for counts in (treated, reference)]
    variance = sum(counts.count / counts.population**2 for counts in (treated, reference))
    margin = stats.norm.isf(measures.tail(CONFIDENCE)) * numpy.sqrt(numpy.where(variance > 0, variance, numpy.nan))
    difference = rates[0] - rates[1]
    rows = pandas.DataFrame(
        {
            **_ids(pair),
            "year": years,
            "difference": pair.per * difference,
            "low": pair.per * (difference - margin),
            "high": pair.per * (difference + margin),
        }
    )
    placebo = effect.placebo_years(years, treated, reference, pair.start, pair.per, CONFIDENCE)
    placebo = placebo.set_index("year")[["difference", "low", "high"]].reindex(years)
    placebo.columns = ["placebo", "placebo_low", "placebo_high"]
    return pandas.concat([rows, placebo.reset_index(drop=True)], axis="columns").dropna(subset=["difference"])
