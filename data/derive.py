"""What prepare adds to the source tables: rates and intervals, comparison with the country, class breaks, trends.

It works on what may be published (`data.register`), so that nothing here can rest on a hidden number.
"""

from __future__ import annotations

import json

import numpy
import pandas

from data import measures, query
from data.contracts import Level, Status, Trends
from data.indicators import class_breaks
from data.register import Published
from data.validate import PER

SAME_DEFINITION = ["indicator_id", "period_start", "period_end", "age_group", "breakdown", "edition"]
ORDER = ["indicator_id", "period_start", "period_end", "area_id", "age_group", "breakdown", "edition", "source_id"]
PERIOD = ["period_start", "period_end"]
TREND_SERIES = ["indicator_id", "area_id", "age_group", "breakdown", "edition"]


def observations(tables: dict[str, pandas.DataFrame], published: Published) -> pandas.DataFrame:
    """The table `observations` with value, low, high, derived, reference and comparison, in reading order."""
    measured = measure(published.observations, tables["indicators"])
    references = measure(published.references, tables["indicators"])
    compared = compare(measured, references, tables["indicators"], tables["areas"])
    return compared.sort_values(ORDER, kind="stable").reset_index(drop=True)


def measure(observations: pandas.DataFrame, indicators: pandas.DataFrame) -> pandas.DataFrame:
    """Value and 95 % interval from count and population. A printed value stays as printed; ours is `derived`.

    Units per_1000 and per_10000 are rates (`measures.rate`), percent is a share (`measures.share`). The other units,
    and rows without count or population, have no interval.
    """
    unit = observations["indicator_id"].map(indicators.set_index("indicator_id")["unit"])
    known = observations["count"].notna() & observations["population"].notna()
    result = observations.assign(low=float("nan"), high=float("nan"), derived=False)
    for name, per in PER.items():
        rows = known & (unit == name)
        method = measures.share if name == "percent" else measures.rate
        interval = method(observations.loc[rows, "count"], observations.loc[rows, "population"], per=per)
        printed = observations.loc[rows, "value"]
        result.loc[rows, "low"], result.loc[rows, "high"] = interval.low, interval.high
        result.loc[rows, "value"] = printed.fillna(pandas.Series(interval.value, printed.index))
        result.loc[rows, "derived"] = printed.isna()
    return result


def compare(
    observations: pandas.DataFrame, references: pandas.DataFrame, indicators: pandas.DataFrame, areas: pandas.DataFrame
) -> pandas.DataFrame:
    """Every area against the country: same indicator, period, age group, breakdown and edition, the same source first.

    `references` are the country's numbers in periods that it has no observation for. `comparison` is empty for the
    country itself and where there is no value, `not_compared` where there is no interval or the country has no number.
    """
    is_country = observations["area_id"].isin(areas.loc[areas["level"] == Level.COUNTRY, "area_id"])
    country = pandas.concat([observations[is_country & observations["value"].notna()], references])
    country = country[[*SAME_DEFINITION, "source_id", "value"]]
    reference = _looked_up(observations, country, [*SAME_DEFINITION, "source_id"])
    reference = reference.fillna(_looked_up(observations, country, SAME_DEFINITION)).mask(is_country)
    direction = observations["indicator_id"].map(indicators.set_index("indicator_id")["direction"])
    verdict = measures.compare(
        observations["value"], observations["low"], observations["high"], reference, direction.astype(object)
    )
    position = pandas.Series(verdict.position, observations.index, dtype="str")
    return observations.assign(
        reference=reference, comparison=position.mask(is_country | observations["value"].isna(), "")
    )


def _looked_up(observations: pandas.DataFrame, country: pandas.DataFrame, same: list[str]) -> pandas.Series:
    """The country's value for each observation; missing where the country has none or more than one."""
    alone = country.drop_duplicates(same, keep=False)
    found = observations[same].merge(alone[[*same, "value"]], on=same, how="left", validate="many_to_one")
    return pandas.Series(found["value"].to_numpy(), observations.index)


def indicators(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The catalogue with `class_breaks`, over all years of all areas that a map draws, as the map shows them first.

    One scale for all levels: a colour means the same in a municipality and in its housing areas. A change in per cent
    diverges from 0.
    """
    catalogue = tables["indicators"]
    drawn = query.drawn(observations, tables["areas"])
    breaks = []
    for record in catalogue.itertuples():
        chosen = query.main_selection(drawn, record.indicator_id)
        rows = query.preferred(query.series(drawn, record.indicator_id, drawn["area_id"].unique(), *chosen))
        midpoint = 0.0 if record.unit == "percent_change" else None
        breaks.append(json.dumps(class_breaks(rows["value"].dropna(), diverging_midpoint=midpoint)))
    return catalogue.assign(class_breaks=pandas.Series(breaks, catalogue.index, dtype="str"))


def trends(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The recent trend of every series of rates and shares with counts, as `contracts.Trends`.

    Single years where a series has them, else its longer periods. A hidden number is left out as a missing one. Points
    from before the latest change of definition (`breaks`) are left out too. Events such as charges cluster on persons:
    they are judged as if independent, so too many of their trends are called certain.
    """
    catalogue = tables["indicators"].set_index("indicator_id")
    unit = observations["indicator_id"].map(catalogue["unit"])
    rows = observations[unit.isin(list(PER)) & observations["population"].notna()
                        & (observations["count"].notna() | (observations["status"] != Status.SHOWN))]
    if rows.empty:
        return pandas.DataFrame(columns=list(Trends.to_schema().columns))
    rows = rows.sort_values("value_certainty", kind="stable").drop_duplicates([*TREND_SERIES, *PERIOD])
    changed = tables["breaks"].groupby("applies_to")["year"].max()
    first_year = rows["indicator_id"].map(changed).fillna(0)
    length = rows["period_end"] - rows["period_start"]
    shortest = length.groupby([rows[column] for column in TREND_SERIES]).transform("min")
    rows = rows[length == shortest].assign(count=lambda own: own["count"].where(own["period_start"] >= first_year))
    parts = [_judged(part, "proportion" if unit_of == "percent" else "interval")
             for unit_of, part in rows.groupby(unit.loc[rows.index])]
    return pandas.concat(parts, ignore_index=True)


def _judged(rows: pandas.DataFrame, method: str) -> pandas.DataFrame:
    """The verdict of every series of rows of one unit."""
    numbers = rows.astype({"count": "float64", "population": "float64"})
    wide = numbers.pivot(index=TREND_SERIES, columns=PERIOD, values=["count", "population"]).sort_index(axis="columns")
    trend = measures.recent_trend(wide["count"].to_numpy(), wide["population"].to_numpy(), method)
    years = wide["count"].columns.to_frame(index=False)
    return wide.index.to_frame(index=False).assign(
        first=_years_at(years["period_start"], trend.first), last=_years_at(years["period_end"], trend.last),
        verdict=trend.verdict.astype("str"),
    )


def _years_at(years: pandas.Series, positions: numpy.ndarray) -> pandas.Series:
    """The years at these positions, missing at -1."""
    known = pandas.Series(positions).astype("int64")
    return years.reindex(known).reset_index(drop=True).astype("Int64")
