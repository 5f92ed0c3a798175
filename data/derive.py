"""What prepare adds to the source tables: rates and intervals, comparisons, groups by rank, class breaks, trends.

It works on what may be published (`data.register`), so that nothing here can rest on a hidden number.
"""

from __future__ import annotations

import json

import numpy
import pandas

from data import foresight, measures, query, series
from data.contracts import Direction, Level, Trend
from data.indicators import change_breaks, class_breaks
from data.levels import WITHIN_MUNICIPALITY
from data.measures import TrendMethod
from data.register_series import Published
from data.series import Factors
from data.validate import PER

DEFINITION = ["indicator_id", "period_start", "period_end", "age_group", "breakdown", "edition"]
ORDER = ["indicator_id", "period_start", "period_end", "area_id", "age_group", "breakdown", "edition", "source_id"]


def observations(tables: dict[str, pandas.DataFrame], published: Published) -> pandas.DataFrame:
    """The table of `contracts.Observation`: value, interval, comparisons and group by rank, in reading order.

    tables: the source tables by name, of which `Area` and `GivenIndicator` are read. Methods: `measure`, `compare` and
    `rank_groups`.
    """
    areas = query.once(tables["areas"])
    factors = series.factors(tables, published.observations)
    measured = measure(published.observations, tables["indicators"], factors)
    summed = measure(published.references, tables["indicators"], factors)
    references = pandas.concat([_compared_with(measured, areas), summed]).dropna(subset="value")
    with_country = compare(measured, references, _countries(measured["area_id"], areas))
    with_municipality = compare(measured, references, _municipalities(measured["area_id"], areas))
    decided = measured.assign(
        **with_country,
        **{f"municipality_{name}": column for name, column in with_municipality.items()},
        rank_group=rank_groups(measured, tables["indicators"], areas),
    )
    return decided.sort_values(ORDER, kind="stable").reset_index(drop=True)


def measure(observations: pandas.DataFrame, indicators: pandas.DataFrame, factors: Factors) -> pandas.DataFrame:
    """Value and 95 % interval from count and population. A printed value stays as printed; ours is `derived`.

    observations: `contracts.GivenObservation`. Adds `low`, `high` and `derived`, in the indicator's unit. Units
    per_1000 and per_10000 are rates (`measures.rate`), widened by their series' factor where they count events; percent
    is a share (`measures.share`). The other units, and rows without count or population, have no interval.
    """
    unit = observations["indicator_id"].map(indicators.set_index("indicator_id")["unit"])
    has_counts = observations["count"].notna() & observations["population"].notna()
    result = observations.assign(low=float("nan"), high=float("nan"), derived=False)
    for name, per in PER.items():
        rows = has_counts & (unit == name)
        interval = _interval(observations[rows], per, None if name == "percent" else factors.of(observations[rows]))
        printed = observations.loc[rows, "value"]
        result.loc[rows, "low"], result.loc[rows, "high"] = interval.low, interval.high
        result.loc[rows, "value"] = printed.fillna(pandas.Series(interval.value, printed.index))
        result.loc[rows, "derived"] = printed.isna()
    return result


def _interval(rows: pandas.DataFrame, per: float, varied: pandas.DataFrame | None) -> measures.Interval:
    """Of shares, or of rates whose series vary so much (`Factors.of`)."""
    count, population = rows["count"], rows["population"]
    if varied is None:
        return measures.share(count, population, per=per)
    return measures.rate(count, population, per, dispersion=varied["dispersion"], degrees=varied["degrees"])


def compare(
    observations: pandas.DataFrame, references: pandas.DataFrame, other_ids: pandas.Series
) -> dict[str, pandas.Series]:
    """Every area against another: same indicator, period, age group, breakdown and edition, the same source first.

    observations and `references`: `contracts.GivenObservation` with `low` and `high`. The rule: `measures.compare`.
    `other_ids` is the other area of each row, missing where there is none; `references` are the rows with a value, some
    in periods summed for this. Gives `reference`, the other's value, and `comparison`: empty without another area or
    without a value, `not_compared` where there is no interval or the other has no number.
    """
    wanted = observations[[*DEFINITION, "source_id"]].assign(area_id=other_ids)
    reference = _looked_up(wanted, references, [*DEFINITION, "area_id", "source_id"])
    reference = reference.fillna(_looked_up(wanted, references, [*DEFINITION, "area_id"]))
    verdict = measures.compare(
        observations["value"], observations["low"], observations["high"], reference, Direction.NO_JUDGEMENT
    )
    position = pandas.Series(verdict.position, observations.index, dtype="str")
    return {"reference": reference, "comparison": position.mask(other_ids.isna() | observations["value"].isna(), "")}


def rank_groups(observations: pandas.DataFrame, indicators: pandas.DataFrame, areas: pandas.DataFrame) -> pandas.Series:
    """`measures.quantile_groups` among the areas of a drawn level with the same indicator, period and definition.

    observations: `contracts.GivenObservation`, measured; indicators: `GivenIndicator`; areas: `Area`. Gives
    `rank_group`.
    Where several sources give a number, the surest one counts. Missing for a level with fewer than five areas.
    """
    direction = indicators.set_index("indicator_id")["direction"]
    rows = series.surest(query.drawn(observations, areas).dropna(subset="value"))
    level = rows["area_id"].map(areas.set_index("area_id")["level"])
    groups = pandas.Series(pandas.NA, observations.index, dtype="Int64")
    for _, group in rows.groupby([*(rows[name] for name in DEFINITION), level]):
        judged = direction[group["indicator_id"].iloc[0]]
        groups[group.index] = measures.quantile_groups(group["value"], direction=judged)
    return groups


def _compared_with(rows: pandas.DataFrame, areas: pandas.DataFrame) -> pandas.DataFrame:
    """The rows of the country and of the municipalities: few of many, so that no other is looked through."""
    of_these = areas.loc[areas["level_kind"].isin([Level.COUNTRY, Level.MUNICIPALITY]), "area_id"]
    return rows[rows["area_id"].isin(of_these)]


def _countries(area_ids: pandas.Series, areas: pandas.DataFrame) -> pandas.Series:
    """The country for each of these areas, missing for the country itself."""
    countries = areas.loc[areas["level_kind"] == Level.COUNTRY, "area_id"]
    return pandas.Series(countries.iloc[0] if len(countries) else None, area_ids.index, dtype="str").mask(
        area_ids.isin(countries)
    )


def _municipalities(area_ids: pandas.Series, areas: pandas.DataFrame) -> pandas.Series:
    """The municipality of each district and housing area, missing for other areas."""
    codes = areas[areas["level_kind"].isin(WITHIN_MUNICIPALITY)].set_index("area_id")["municipality_code"]
    by_code = areas[areas["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code")["area_id"]
    return area_ids.map(codes.map(by_code)).astype("str")


def _looked_up(wanted: pandas.DataFrame, references: pandas.DataFrame, same: list[str]) -> pandas.Series:
    """The reference's value for each row; missing where there is none or more than one."""
    alone = references.drop_duplicates(same, keep=False)
    found = wanted[same].merge(alone[[*same, "value"]], on=same, how="left", validate="many_to_one")
    return pandas.Series(found["value"].to_numpy(), wanted.index)


def indicators(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The catalogue with `class_breaks` and `change_breaks`, over all areas that a map draws, as it shows them first.

    `dispersion` is the typical factor of events (`series.factors`). One scale for all levels and years: a colour means
    the same in a municipality and in its housing areas. A change in per cent diverges from 0.
    """
    catalogue = tables["indicators"]
    drawn = query.drawn(observations, tables["areas"])
    of_values, of_changes = [], []
    for indicator_id, unit, scale in catalogue[["indicator_id", "unit", "scale"]].itertuples(index=False, name=None):
        rows = query.main_rows(drawn, indicator_id).dropna(subset="value")
        midpoint = 0.0 if unit == "percent_change" else None
        of_values.append(json.dumps(class_breaks(rows["value"], diverging_midpoint=midpoint, scale=scale)))
        of_changes.append(json.dumps(change_breaks(changes(rows))))
    return catalogue.assign(
        class_breaks=pandas.Series(of_values, catalogue.index, dtype="str"),
        change_breaks=pandas.Series(of_changes, catalogue.index, dtype="str"),
        dispersion=series.factors(tables, observations).of_indicators["dispersion"].to_numpy(),
    )


def changes(rows: pandas.DataFrame) -> pandas.Series:
    """Later minus earlier value over all pairs of periods of each area: of equal length, in the same edition.

    rows: one indicator's `area_id`, `edition`, `period_start`, `period_end` and `value`, whose unit the changes have.
    """
    rows = rows[["area_id", "edition", "period_start", "value"]].assign(
        length=rows["period_end"] - rows["period_start"]
    )
    pairs = rows.merge(rows, on=["area_id", "edition", "length"], suffixes=("_before", "_after"))
    pairs = pairs[pairs["period_start_before"] < pairs["period_start_after"]]
    return pairs["value_after"] - pairs["value_before"]


def trends(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The recent trend of every series of rates and shares with counts, as `contracts.Trend`.

    Single years where a series has them, else its longer periods. A hidden number is left out as a missing one. Points
    from before the latest change of definition (`breaks`) are left out too. Events are judged by the dispersion of
    their series (`series.factors`).
    """
    rows = series.counted(tables, observations)
    if rows.empty:
        return pandas.DataFrame(columns=Trend.columns())
    changed = tables["breaks"].groupby("applies_to")["year"].max()
    first_year = rows["indicator_id"].map(changed).fillna(0)
    rows = rows.assign(count=rows["count"].where(rows["period_start"] >= first_year))
    factors = series.factors(tables, observations)
    unit = rows["indicator_id"].map(tables["indicators"].set_index("indicator_id")["unit"])
    parts = [
        _judged(part, "proportion" if unit_of == "percent" else "interval", factors)
        for unit_of, part in rows.groupby(unit)
    ]
    return pandas.concat(parts, ignore_index=True)


def _judged(rows: pandas.DataFrame, method: TrendMethod, factors: Factors) -> pandas.DataFrame:
    """The verdict of every series of rows of one unit."""
    wide = series.wide(rows)
    ids = wide.index.to_frame(index=False)
    varied = factors.of(ids)
    counts, populations = wide["count"].to_numpy(), wide["population"].to_numpy()
    of_series = counts, populations, method
    trend = measures.recent_trend(*of_series, dispersion=varied["dispersion"], degrees=varied["degrees"])
    ahead = foresight.of_trends(*of_series, varied["dispersion"], varied["degrees"])
    years = wide["count"].columns.to_frame(index=False)
    length = (rows["period_end"] - rows["period_start"] + 1).groupby([rows[name] for name in series.SERIES]).first()
    return ids.assign(
        first=_years_at(years["period_start"], trend.first),
        last=_years_at(years["period_end"], trend.last),
        verdict=trend.verdict.astype("str"),
        dispersion=varied["dispersion"],
        degrees=varied["degrees"].replace(numpy.inf, numpy.nan),
        length=length.reindex(wide.index).to_numpy(),
        lacking=ahead.lacking,
        needed=pandas.array(ahead.needed, dtype="Int64"),
        visible=ahead.visible,
    )


def _years_at(years: pandas.Series, positions: numpy.ndarray) -> pandas.Series:
    """The years at these positions, missing at -1."""
    indices = pandas.Series(positions).astype("int64")
    return years.reindex(indices).reset_index(drop=True).astype("Int64")
