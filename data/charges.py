"""Which rows on crime belong in one chart: never two measures, age groups, breakdowns or editions in a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import pandas

from data import query
from data.contracts import Area, Comparison, Difference, Indicator, Level, Membership, Observation, Trend

COUNTRY = "danmark"
THEME = "crime"
CHARGED = ("persons_charged", "charges", "suspicions")
ONE_LINE = ["indicator_id", "age_group", "breakdown", "edition"]

Aged = TypeVar("Aged", Comparison, Observation)
Rows = tuple[Observation, ...]


def ages(comparisons: Iterable[Comparison]) -> list[str]:
    """The age groups a reader can choose between: of comparisons that are the same in all but the age group."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for pair in comparisons:
        found[pair.indicator_id, pair.edition, pair.treated_id, pair.control_id].add(pair.age_group)
    return sorted({age for several in found.values() if len(several) > 1 for age in several})


def at_age(rows: Iterable[Aged], choices: Collection[str], chosen: str) -> list[Aged]:
    """The rows of the chosen age group and of those that nobody chooses between."""
    return [row for row in rows if row.age_group == chosen or row.age_group not in choices]


def numbers_at_age(observations: pandas.DataFrame, choices: Collection[str], chosen: str) -> pandas.DataFrame:
    """`at_age` for the table `Observation`, whose columns all stay."""
    return observations[~observations["age_group"].isin(choices) | observations["age_group"].eq(chosen)]


def compared(observations: pandas.DataFrame, pair: Comparison) -> Rows:
    """The numbers of a comparison's treated group, control group and the country, from the table `Observation`."""
    return series(observations, pair, [pair.treated_id, pair.control_id, COUNTRY])


def series(observations: pandas.DataFrame, pair: Comparison, area_ids: Iterable[str]) -> Rows:
    """The numbers of some areas on a comparison's indicator, by area and time, from the table `Observation`."""
    return Observation.of(query.series(observations, pair.indicator_id, area_ids, pair.age_group, edition=pair.edition))


def roles(pair: Comparison) -> dict[str, str]:
    """The part every area plays in a comparison's chart, in the order they are drawn."""
    return {pair.treated_id: "hotspot", pair.control_id: "control", COUNTRY: "country"}


def all_roles(comparisons: Iterable[Comparison]) -> dict[str, str]:
    """The part of every group that is compared anywhere, and of the country."""
    return {area: role for pair in comparisons for area, role in roles(pair).items()} | {COUNTRY: "country"}


def roles_in(rows: Iterable[Observation], comparisons: Iterable[Comparison]) -> dict[str, str]:
    """The part every area of a chart plays: as in the first comparison that has an area in it, else `area`."""
    shown = dict.fromkeys(row.area_id for row in rows if row.area_id != COUNTRY)
    parts: Mapping[str, str] = next(
        (roles(pair) for pair in comparisons if not roles(pair).keys().isdisjoint(shown)), {}
    )
    return {area: parts.get(area, "area") for area in shown} | {COUNTRY: "country"}


def single_areas(observations: pandas.DataFrame, areas: Iterable[Area], pair: Comparison) -> Rows:
    """The numbers of every housing area on a comparison's indicator, from the table `Observation`.

    Empty where no `count` is published for them.
    """
    rows = series(observations, pair, [area.area_id for area in areas if area.level_kind == Level.HOUSING_AREA])
    return rows if any(row.count is not None for row in rows) else ()


def single_area_charts(
    observations: pandas.DataFrame, areas: Sequence[Area], comparisons: Iterable[Comparison]
) -> list[tuple[Comparison, Rows]]:
    """The numbers of all single areas once for each indicator, age group and edition, with a comparison of them.

    `observations`: the table `Observation`. An indicator without a `count` of theirs is left out.
    """
    first: dict[tuple[str, str, str], Comparison] = {}
    for pair in comparisons:
        first.setdefault((pair.indicator_id, pair.age_group, pair.edition), pair)
    charts = [(pair, single_areas(observations, areas, pair)) for pair in first.values()]
    return [(pair, rows) for pair, rows in charts if rows]


def areas_compared(
    observations: pandas.DataFrame, areas: Iterable[Area], memberships: Sequence[Membership], pair: Comparison
) -> Rows:
    """The numbers of the single areas in a comparison's groups, from the table `Observation`."""
    compared_areas = area_roles(memberships, pair)
    return tuple(row for row in single_areas(observations, areas, pair) if row.area_id in compared_areas)


def differences(rows: Iterable[Difference], pair: Comparison) -> tuple[Difference, ...]:
    """The differences of a comparison to its control group, by year."""
    found = (row for row in rows if (row.comparison_id, row.reference_id) == (pair.comparison_id, pair.control_id))
    return tuple(sorted(found, key=lambda row: row.year))


def trends_of(trends: Iterable[Trend], pair: Comparison) -> list[Trend]:
    """The trends on a comparison's indicator, one an area."""
    same = (pair.indicator_id, pair.age_group, pair.edition, "all")
    return [row for row in trends if (row.indicator_id, row.age_group, row.edition, row.breakdown) == same]


def members(memberships: Iterable[Membership], group: str) -> list[str]:
    """The areas that are counted together in a group."""
    return [row.area_id for row in memberships if row.parent_id == group and row.kind == "group"]


def area_roles(memberships: Sequence[Membership], pair: Comparison) -> dict[str, str]:
    """The part of every single area of a comparison: that of its group."""
    treated, control = (members(memberships, group) for group in (pair.treated_id, pair.control_id))
    return dict.fromkeys(treated, "hotspot") | dict.fromkeys(control, "control")


def changes(
    observations: pandas.DataFrame, indicators: Iterable[Indicator], comparisons: Iterable[Comparison]
) -> tuple[list[Rows], list[Rows]]:
    """The numbers of every chart of changes in per cent on crime, one indicator and one period a chart.

    First those about the groups of a comparison, then all others. `observations`: the table `Observation`.
    """
    groups = {area for pair in comparisons for area in (pair.treated_id, pair.control_id)}
    charts = split(
        observations[observations["indicator_id"].isin(of_unit(indicators, "percent_change"))],
        ["indicator_id", "period_start", "period_end"],
    )
    are_compared = [any(row.area_id in groups for row in chart) for chart in charts]
    return (
        [chart for chart, is_compared in zip(charts, are_compared, strict=True) if is_compared],
        [chart for chart, is_compared in zip(charts, are_compared, strict=True) if not is_compared],
    )


def split(observations: pandas.DataFrame, columns: list[str]) -> list[Rows]:
    """The rows of the table `Observation` that are alike in some of its columns together, in their order."""
    return [Observation.of(part) for _, part in observations.groupby(columns, sort=False)]


def other_series(
    observations: pandas.DataFrame,
    indicators: Iterable[Indicator],
    areas: Sequence[Area],
    comparisons: Iterable[Comparison],
) -> Iterator[Rows]:
    """Rates of persons charged, charges or suspicions, for groups and the country, that no comparison already shows.

    One measure, age group and edition a chart, with at least one group and two periods; per 1,000, from the table
    `Observation`.
    """
    groups = {area.area_id for area in areas if area.level_kind == Level.GROUP}
    large = groups | {area.area_id for area in areas if area.level_kind == Level.COUNTRY}
    shown = {(pair.indicator_id, pair.age_group, pair.edition) for pair in comparisons}
    rates = charged_rates(indicators)
    for chart in split(
        observations[observations["indicator_id"].isin(rates) & observations["area_id"].isin(large)], ONE_LINE
    ):
        is_shown = (chart[0].indicator_id, chart[0].age_group, chart[0].edition) in shown
        has_group = any(row.area_id in groups for row in chart)
        if not is_shown and has_group and len({row.period_start for row in chart}) > 1:
            yield chart


def municipal(observations: pandas.DataFrame, indicators: Iterable[Indicator], areas: Iterable[Area]) -> list[Rows]:
    """Every rate of persons charged, charges or suspicions by municipality: a chart's numbers with the country's.

    Per 1,000 and without a breakdown, from the table `Observation`.
    """
    municipalities = {area.area_id for area in areas if area.level_kind == Level.MUNICIPALITY}
    rows = observations[
        observations["indicator_id"].isin(charged_rates(indicators))
        & observations["area_id"].isin([*municipalities, COUNTRY])
        & observations["breakdown"].eq("all")
    ]
    return [chart for chart in split(rows, ONE_LINE) if any(row.area_id in municipalities for row in chart)]


def of_unit(indicators: Iterable[Indicator], unit: str) -> list[str]:
    return [row.indicator_id for row in indicators if row.theme == THEME and row.unit == unit]


def charged_rates(indicators: Iterable[Indicator]) -> list[str]:
    """The rates of persons charged, charges or suspicions; reported offences are another matter."""
    return of_unit((row for row in indicators if row.counts in CHARGED), "per_1000")
