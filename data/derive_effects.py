"""The effects that prepare computes: every comparison of a treated group with its control group, and the country.

It works on what may be published (`data.register`), so that nothing here can rest on a hidden number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy
import pandas

from data import effect, foresight, parallel, poisson, query, series
from data.contracts import Comparison, Difference, Effect, GivenIndicator, Level, Status
from data.effect import Counts
from data.errors import Finding, SourceError, Text

COMPARED = Text("et tal for begge grupper før og efter", "a number for both groups before and after")
CELLS = ["treated_before", "treated_after", "reference_before", "reference_after"]
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Cell:
    """One group in one year; NaN where a number is hidden or not given. Events come with their dispersion."""

    status: str
    value: float
    counts: Counts

    @property
    def has_counts(self) -> bool:
        return not numpy.isnan(numpy.add(self.counts.count, self.counts.population))


class Contrast(NamedTuple):
    """A treated group beside one reference: the single years of both, as prepared observations by year."""

    pair: Comparison
    reference_id: str  # the control group, or the country
    per: float
    treated: pandas.DataFrame
    reference: pandas.DataFrame

    @property
    def start(self) -> int:
        """The first year of the intervention, or the one after the last year known to lie before it."""
        return self.pair.before + 1 if self.pair.start is None else self.pair.start

    def cells(self) -> list[Cell | None]:
        """Treated before and after, reference before and after; None where there is no row at all."""
        years = (self.pair.before, self.pair.after)
        return [_cell(group, year) for group in (self.treated, self.reference) for year in years]

    def years(self) -> pandas.Index:
        """The years of either group."""
        return self.treated.index.union(self.reference.index)

    def counts(self) -> tuple[Counts, Counts]:
        """What was counted in these years, treated and reference; missing where hidden or not given."""
        return _counts(self.treated, self.years()), _counts(self.reference, self.years())


def effects(tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The difference-in-differences and the ratio of every comparison: `contracts.Effect`, in the indicator's unit.

    tables: `contracts.Comparison`, `Area` and `GivenIndicator`. observations: `contracts.Observation`.

    The difference is that of the two years the comparison names. The ratio rests on all single years up to `before`
    against all from `after` on, so that each of its four cells has several years and their variation widens its
    interval (quasi-Poisson); the two can therefore differ. Yearly sums of the groups are used and not their members,
    whose single years are not published. A comparison with a hidden number has no row. Methods: `data.effect`.
    Raises SourceError where the treated group or its control has no row for one of the two years.
    """
    rows, findings = [], []
    for line, contrast in _contrasts(tables, observations):
        given = [cell for cell in contrast.cells() if cell is not None]
        if len(given) < len(CELLS):
            if contrast.reference_id == contrast.pair.control_id:
                findings.append(Finding("comparisons.csv", contrast.pair.comparison_id, COMPARED, line))
        elif all(cell.status == Status.SHOWN for cell in given):
            rows.append(
                {**_ids(contrast), **_difference(given, contrast.per), **_ratio(contrast), **_parallel(contrast)}
            )
    if findings:
        raise SourceError(findings)
    return pandas.DataFrame(rows, columns=Effect.columns())


def differences(tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """Treated less reference in every year that both have counts, with the placebo effects: `contracts.Difference`.

    tables and observations as for `effects`; in the indicator's unit. Method: `effect.difference` at 95 %; no
    limits where neither group has an event.
    """
    parts = [_differences(contrast) for _, contrast in _contrasts(tables, observations)]
    columns = Difference.columns()
    return pandas.concat(parts, ignore_index=True)[columns] if parts else pandas.DataFrame(columns=columns)


def _contrasts(
    tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame
) -> Iterator[tuple[int, Contrast]]:
    """Every comparison, with its row in the file, against its control group and against the country."""
    countries = tables["areas"].loc[tables["areas"]["level_kind"] == Level.COUNTRY, "area_id"].drop_duplicates()
    observations = observations.assign(**series.factors(dict(tables), observations).of(observations))
    per = {row.indicator_id: float(row.multiplier) for row in GivenIndicator.of(tables["indicators"])}
    for line, pair in enumerate(Comparison.of(tables["comparisons"]), start=2):
        treated = _single_years(observations, pair, pair.treated_id)
        for reference_id in dict.fromkeys([pair.control_id, *countries]):
            reference = _single_years(observations, pair, reference_id)
            yield line, Contrast(pair, reference_id, per[pair.indicator_id], treated, reference)


def _single_years(observations: pandas.DataFrame, pair: Comparison, area_id: str) -> pandas.DataFrame:
    rows = query.series(observations, pair.indicator_id, [area_id], pair.age_group, edition=pair.edition)
    rows = query.preferred(rows[rows["period_start"] == rows["period_end"]])
    return rows.set_index("period_start").sort_index()


def _cell(group: pandas.DataFrame, year: int) -> Cell | None:
    if year not in group.index:
        return None
    numbers = group.loc[[year], ["value", "count", "population", "dispersion", "degrees"]]
    value, *counts = numbers.to_numpy("float64", na_value=numpy.nan)[0]
    return Cell(str(group.at[year, "status"]), value, Counts(*counts))


def _counts(group: pandas.DataFrame, years: pandas.Index) -> Counts:
    numbers = group.reindex(years)[["count", "population"]].astype("float64")
    factors = group[["dispersion", "degrees"]].iloc[0] if len(group) else (1.0, poisson.KNOWN)
    return Counts(numbers["count"].to_numpy(), numbers["population"].to_numpy(), *map(float, factors))


def _ids(contrast: Contrast) -> dict[str, str]:
    return {"comparison_id": contrast.pair.comparison_id, "reference_id": contrast.reference_id}


def _difference(cells: Sequence[Cell], per: float) -> dict[str, float]:
    """The four numbers and their double difference; with an interval where all four have counts."""
    values = dict(zip(CELLS, (cell.value for cell in cells), strict=True))
    has_counts = all(cell.has_counts for cell in cells)
    given = [cell.counts if has_counts else cell.value for cell in cells]
    treated_before, treated_after, reference_before, reference_after = given
    found = effect.difference_in_differences(
        treated_before, treated_after, reference_before, reference_after, per, CONFIDENCE
    )
    ahead = foresight.of_effect(
        float(found.se), cells[0].value, CONFIDENCE, effect.fewest(cell.counts for cell in cells)
    )
    return {
        **values,
        "difference": float(found.difference),
        "low": float(found.low),
        "high": float(found.high),
        "visible": ahead.visible,
        "needed": ahead.needed,
    }


def _ratio(contrast: Contrast) -> dict[str, float | str]:
    before, after = contrast.pair.before, contrast.pair.after
    rows = pandas.concat([contrast.treated.assign(treated=True), contrast.reference.assign(treated=False)])
    rows = rows[(rows.index <= before) | (rows.index >= after)]
    found = effect.rate_ratio(rows["count"], rows["population"], rows["treated"], rows.index >= after, CONFIDENCE)
    return {
        "ratio": found.ratio,
        "ratio_low": found.low,
        "ratio_high": found.high,
        "ratio_model": "" if found.model is effect.Model.NONE else str(found.model),
        "ratio_reason": str(found.reason),
    }


def _parallel(contrast: Contrast) -> dict[str, float]:
    treated, reference = contrast.counts()
    found = parallel.pre_period_slopes(contrast.years(), treated, reference, contrast.start, CONFIDENCE)
    seen = parallel.detectable(found, CONFIDENCE)
    return {"parallel_low": found.low, "parallel_high": found.high, "parallel_detectable": seen}


def _differences(contrast: Contrast) -> pandas.DataFrame:
    years, (treated, reference) = contrast.years(), contrast.counts()
    found = effect.difference(treated, reference, contrast.per, CONFIDENCE)
    rows = pandas.DataFrame(
        {**_ids(contrast), "year": years, "difference": found.difference, "low": found.low, "high": found.high}
    )
    placebo = parallel.placebo_years(years, treated, reference, contrast.start, contrast.per, CONFIDENCE)
    placebo = placebo.set_index("year")[["difference", "low", "high"]].reindex(years)
    placebo.columns = pandas.Index(["placebo", "placebo_low", "placebo_high"])
    return pandas.concat([rows, placebo.reset_index(drop=True)], axis="columns").dropna(subset=["difference"])
