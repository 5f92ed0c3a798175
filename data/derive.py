"""What prepare adds to the source tables: rates and intervals, comparison with the country, class breaks, effects."""

from __future__ import annotations

import json

import pandas

from data import measures, query
from data.contracts import Level, Status
from data.effect import Counts, difference_in_differences
from data.errors import Finding, SourceError, Text
from data.indicators import class_breaks
from data.validate import PER

SAME_DEFINITION = ["indicator_id", "period_start", "period_end", "age_group", "breakdown", "edition"]
ORDER = ["indicator_id", "period_start", "period_end", "area_id", "age_group", "breakdown", "edition", "source_id"]
EFFECT_COLUMNS = [
    "comparison_id", "reference_id", "treated_before", "treated_after", "reference_before", "reference_after",
    "difference", "low", "high",
]
COMPARED = Text("et tal for begge grupper før og efter", "a number for both groups before and after")


def observations(tables: dict[str, pandas.DataFrame]) -> pandas.DataFrame:
    """The table `observations` with value, low, high, derived, reference and comparison, in reading order."""
    measured = measure(tables["observations"], tables["indicators"])
    compared = compare(measured, tables["indicators"], tables["areas"])
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
    observations: pandas.DataFrame, indicators: pandas.DataFrame, areas: pandas.DataFrame
) -> pandas.DataFrame:
    """Every area against the country: same indicator, period, age group, breakdown and edition, the same source first.

    `comparison` is empty for the country itself and where there is no value, `not_compared` where there is no interval
    or the country has no number.
    """
    is_country = observations["area_id"].isin(areas.loc[areas["level"] == Level.COUNTRY, "area_id"])
    country = observations.loc[is_country & observations["value"].notna(), [*SAME_DEFINITION, "source_id", "value"]]
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


def effects(tables: dict[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The difference-in-differences of every comparison: against its control group, and the country if it has numbers.

    Columns of `contracts.Effects`. Raises SourceError where the treated group or its control lacks a number.
    """
    countries = tables["areas"].loc[tables["areas"]["level"] == Level.COUNTRY, "area_id"].drop_duplicates()
    catalogue = tables["indicators"].set_index("indicator_id")
    records, findings = [], []
    for row, comparison in enumerate(tables["comparisons"].itertuples(), start=2):
        per = catalogue.loc[comparison.indicator_id, "multiplier"]
        for reference in dict.fromkeys([comparison.control_id, *countries]):
            cells = [_cell(observations, comparison, area, year) for area in (comparison.treated_id, reference)
                     for year in (comparison.before, comparison.after)]
            if all(cell is not None for cell in cells):
                records.append({"comparison_id": comparison.comparison_id, "reference_id": reference,
                                **_effect(cells, float(per))})
            elif reference == comparison.control_id:
                findings.append(Finding("comparisons.csv", comparison.comparison_id, COMPARED, row))
    if findings:
        raise SourceError(findings)
    return pandas.DataFrame(records, columns=EFFECT_COLUMNS)


def _cell(observations: pandas.DataFrame, comparison: tuple, area_id: str, year: int) -> pandas.Series | None:
    """The number of a group in the year of a comparison, or None."""
    rows = query.series(
        observations, comparison.indicator_id, [area_id], comparison.age_group, edition=comparison.edition
    )
    rows = query.preferred(rows[(rows["period_start"] == year) & (rows["status"] == Status.SHOWN)])
    return None if rows.empty else rows.iloc[0]


def _effect(cells: list[pandas.Series], per: float) -> dict[str, float]:
    """Four cells (treated before and after, reference before and after) as a record of `Effects`."""
    if all(pandas.notna(cell["count"]) and pandas.notna(cell["population"]) for cell in cells):
        effect = difference_in_differences(*(Counts(cell["count"], cell["population"]) for cell in cells), per=per)
    else:
        effect = difference_in_differences(*(cell["value"] for cell in cells), per=per)
    values = dict(zip(EFFECT_COLUMNS[2:6], (float(cell["value"]) for cell in cells), strict=True))
    return {**values, "difference": float(effect.difference), "low": float(effect.low), "high": float(effect.high)}
