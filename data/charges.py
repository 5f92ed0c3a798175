"""Which rows on crime belong in one chart: never two measures, age groups, breakdowns or editions in a line."""

from __future__ import annotations

from collections.abc import Iterator

import pandas

from data import query
from data.contracts import Level

COUNTRY = "danmark"
THEME = "crime"
CHARGED = ("persons_charged", "charges", "suspicions")
ONE_LINE = ["indicator_id", "age_group", "breakdown", "edition"]


def compared(observations: pandas.DataFrame, comparison: pandas.Series) -> pandas.DataFrame:
    """The series of a comparison's treated group, control group and the country, as prepared observations."""
    areas = [comparison["treated_id"], comparison["control_id"], COUNTRY]
    return query.series(
        observations, comparison["indicator_id"], areas, comparison["age_group"], edition=comparison["edition"]
    )


def roles(comparison: pandas.Series) -> dict[str, str]:
    """The part every area plays in a comparison's chart, in the order they are drawn."""
    return {comparison["treated_id"]: "hotspot", comparison["control_id"]: "control", COUNTRY: "country"}


def changes(
    observations: pandas.DataFrame, indicators: pandas.DataFrame, comparisons: pandas.DataFrame
) -> tuple[list[pandas.DataFrame], list[pandas.DataFrame]]:
    """The rows of every chart of changes in per cent on crime, one indicator and one period a chart.

    First those about the groups of a comparison, then all others.
    """
    compared_areas = {*comparisons["treated_id"], *comparisons["control_id"]}
    rows = observations[observations["indicator_id"].isin(of_unit(indicators, "percent_change"))]
    charts = [chart for _, chart in rows.groupby(["indicator_id", "period_start", "period_end"], sort=False)]
    own = [chart["area_id"].isin(compared_areas).any() for chart in charts]
    return (
        [chart for chart, is_own in zip(charts, own, strict=True) if is_own],
        [chart for chart, is_own in zip(charts, own, strict=True) if not is_own],
    )


def other_series(
    observations: pandas.DataFrame,
    indicators: pandas.DataFrame,
    areas: pandas.DataFrame,
    comparisons: pandas.DataFrame,
) -> Iterator[pandas.DataFrame]:
    """Rates of persons charged, charges or suspicions, for groups and the country, that no comparison already shows.

    One measure, age group and edition a chart, with at least one group and two periods.
    """
    large = areas.loc[areas["level"].isin([Level.GROUP, Level.COUNTRY]), "area_id"]
    groups = areas.loc[areas["level"] == Level.GROUP, "area_id"]
    shown = comparisons[["indicator_id", "age_group", "edition"]].drop_duplicates()
    rows = observations[
        observations["indicator_id"].isin(charged_rates(indicators)) & observations["area_id"].isin(large)
    ].merge(shown, how="left", indicator="_shown")
    rows = rows[rows["_shown"] == "left_only"].drop(columns="_shown")
    for _, chart in rows.groupby(ONE_LINE, sort=False):
        if chart["area_id"].isin(groups).any() and chart["period_start"].nunique() > 1:
            yield chart


def municipal(
    observations: pandas.DataFrame, indicators: pandas.DataFrame, areas: pandas.DataFrame
) -> dict[str, list[str]]:
    """Every rate of persons charged, charges or suspicions known by municipality, with the municipalities it has."""
    municipalities = areas.loc[areas["level"] == Level.MUNICIPALITY, "area_id"]
    rates = charged_rates(indicators)
    rows = observations[observations["area_id"].isin(municipalities) & observations["indicator_id"].isin(rates)]
    return {name: group["area_id"].unique().tolist() for name, group in rows.groupby("indicator_id", sort=False)}


def of_unit(indicators: pandas.DataFrame, unit: str) -> list[str]:
    return indicators.loc[(indicators["theme"] == THEME) & (indicators["unit"] == unit), "indicator_id"].tolist()


def charged_rates(indicators: pandas.DataFrame) -> list[str]:
    """The rates of persons charged, charges or suspicions; reported offences are another matter."""
    return of_unit(indicators[indicators["counts"].isin(CHARGED)], "per_1000")
