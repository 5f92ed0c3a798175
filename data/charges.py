"""Which rows on crime belong in one chart: never two measures, age groups, breakdowns or editions in a line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pandas

from data import query
from data.contracts import Level

COUNTRY = "danmark"
THEME = "crime"
CHARGED = ("persons_charged", "charges", "suspicions")
ONE_LINE = ["indicator_id", "age_group", "breakdown", "edition"]
SAME_GROUPS = ["indicator_id", "edition", "treated_id", "control_id"]


def ages(comparisons: pandas.DataFrame) -> list[str]:
    """The age groups a reader can choose between: of comparisons that are the same in all but the age group."""
    several = comparisons.groupby(SAME_GROUPS)["age_group"].transform("nunique").gt(1)
    return sorted(comparisons.loc[several, "age_group"].unique())


def at_age(rows: pandas.DataFrame, choices: Collection[str], chosen: str) -> pandas.DataFrame:
    """The rows of the chosen age group and of those that nobody chooses between."""
    return rows[~rows["age_group"].isin(choices) | rows["age_group"].eq(chosen)]


def compared(observations: pandas.DataFrame, comparison: Mapping[str, str]) -> pandas.DataFrame:
    """The series of a comparison's treated group, control group and the country, as prepared observations."""
    areas = [comparison["treated_id"], comparison["control_id"], COUNTRY]
    return query.series(
        observations, comparison["indicator_id"], areas, comparison["age_group"], edition=comparison["edition"]
    )


def roles(comparison: Mapping[str, str]) -> dict[str, str]:
    """The part every area plays in a comparison's chart, in the order they are drawn."""
    return {comparison["treated_id"]: "hotspot", comparison["control_id"]: "control", COUNTRY: "country"}


def all_roles(comparisons: pandas.DataFrame) -> dict[str, str]:
    """The part of every group that is compared anywhere, and of the country."""
    every = {area: role for comparison in comparisons.to_dict("records") for area, role in roles(comparison).items()}
    return every | {COUNTRY: "country"}


def roles_in(rows: pandas.DataFrame, comparisons: pandas.DataFrame) -> dict[str, str]:
    """The part every area of a chart plays: as in the first comparison that has an area in it, else `area`."""
    shown = dict.fromkeys(area for area in rows["area_id"] if area != COUNTRY)
    for comparison in comparisons.to_dict("records"):
        known = roles(comparison)
        if not known.keys().isdisjoint(shown):
            break
    else:
        known = {}
    return {area: known.get(area, "area") for area in shown} | {COUNTRY: "country"}


def single_areas(
    observations: pandas.DataFrame, areas: pandas.DataFrame, comparison: Mapping[str, str]
) -> pandas.DataFrame:
    """The rows of every housing area on a comparison's indicator; none where no counts are published for them."""
    estates = query.once(areas[areas["level_kind"] == Level.HOUSING_AREA])["area_id"]
    rows = query.series(
        observations, comparison["indicator_id"], estates, comparison["age_group"], edition=comparison["edition"]
    )
    return rows if rows["count"].notna().any() else rows.iloc[:0]


def single_area_charts(
    observations: pandas.DataFrame, areas: pandas.DataFrame, comparisons: pandas.DataFrame
) -> list[tuple[dict[str, str], pandas.DataFrame]]:
    """The rows of all single areas once for each indicator, age group and edition, with a comparison made of them."""
    once = comparisons.drop_duplicates(["indicator_id", "age_group", "edition"]).to_dict("records")
    charts = [(comparison, single_areas(observations, areas, comparison)) for comparison in once]
    return [(comparison, rows) for comparison, rows in charts if len(rows)]


def trends_of(trends: pandas.DataFrame, comparison: Mapping[str, str]) -> pandas.DataFrame:
    """The trends on a comparison's indicator, one an area."""
    same = [trends[column].eq(comparison[column]) for column in ("indicator_id", "age_group", "edition")]
    return trends[same[0] & same[1] & same[2] & trends["breakdown"].eq("all")]


def members(memberships: pandas.DataFrame, group: str) -> list[str]:
    """The areas that are counted together in a group."""
    return memberships.loc[(memberships["parent_id"] == group) & (memberships["kind"] == "group"), "area_id"].tolist()


def area_roles(memberships: pandas.DataFrame, comparison: Mapping[str, str]) -> dict[str, str]:
    """The part of every single area of a comparison: that of its group."""
    treated, control = (members(memberships, comparison[side]) for side in ("treated_id", "control_id"))
    return dict.fromkeys(treated, "hotspot") | dict.fromkeys(control, "control")


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
    large = areas.loc[areas["level_kind"].isin([Level.GROUP, Level.COUNTRY]), "area_id"]
    groups = areas.loc[areas["level_kind"] == Level.GROUP, "area_id"]
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
) -> list[pandas.DataFrame]:
    """Every rate of persons charged, charges or suspicions known by municipality: a chart's rows with the country's."""
    municipalities = areas.loc[areas["level_kind"] == Level.MUNICIPALITY, "area_id"]
    rows = observations[
        observations["indicator_id"].isin(charged_rates(indicators))
        & observations["area_id"].isin([*municipalities, COUNTRY])
        & observations["breakdown"].eq("all")
    ]
    charts = (chart for _, chart in rows.groupby(ONE_LINE, sort=False))
    return [chart for chart in charts if chart["area_id"].isin(municipalities).any()]


def of_unit(indicators: pandas.DataFrame, unit: str) -> list[str]:
    return indicators.loc[(indicators["theme"] == THEME) & (indicators["unit"] == unit), "indicator_id"].tolist()


def charged_rates(indicators: pandas.DataFrame) -> list[str]:
    """The rates of persons charged, charges or suspicions; reported offences are another matter."""
    return of_unit(indicators[indicators["counts"].isin(CHARGED)], "per_1000")
