"""The barometer's cells: of every area and indicator of an instrument the latest known number, and what it is held
against.

An area is compared by its own interval with one value of the same period and definition, as everywhere
(`measures.compare`): the country's and the municipality's from the observations, its region's, that of the areas most
like it, or of areas that a reader has chosen. Several areas are one: their counts and populations are summed first.
The sums are of published numbers alone, so that no hidden one takes part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

import numpy
import pandas

from data import measures, query, series
from data.contracts import AreaLevel, BarometerCell, Direction, Level, Membership, Status
from data.derive import DEFINITION
from data.levels import Levels
from data.validate import PER

FEWEST_TOGETHER = 2  # areas: one alone is no group to be held against
SPARK_POINTS, SPARK_FEWEST, SPARK_STEPS = 12, 3, 35
COUNTED = ["count", "population", "value_certainty"]
TREND = ["verdict", "trend_first", "trend_last"]


class Reference(StrEnum):
    """What areas are compared with."""

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"
    SIMILAR = "similar"
    CHOSEN = "chosen"


# Where a cell has the value of each reference, and how it compares; of chosen areas that is found when they are.
COLUMNS: Mapping[Reference, tuple[str, str]] = {
    Reference.COUNTRY: ("reference", "comparison"),
    Reference.REGION: ("region_reference", "region_comparison"),
    Reference.MUNICIPALITY: ("municipality_reference", "municipality_comparison"),
    Reference.SIMILAR: ("similar_reference", "similar_comparison"),
}


def file_name(instrument: str, level: str) -> str:
    """What the browser's file of an instrument on a level is called."""
    return f"barometer-{instrument}-{level}"


def cells(
    tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame, trends: pandas.DataFrame,
    likeness: pandas.DataFrame,
) -> pandas.DataFrame:  # fmt: skip
    """The table `BarometerCell`. tables: the source tables by name; observations: `Observation`; trends: `Trend`;
    likeness: `Likeness`.
    """
    areas = query.once(tables["areas"])
    drawn = query.drawn(observations, areas)
    named = sorted(set(tables["indicator_sets"]["indicator_id"]) & set(drawn["indicator_id"]))
    parts = [latest(query.main_rows(drawn, indicator_id)) for indicator_id in named]
    found = pandas.concat([drawn.iloc[:0], *parts], ignore_index=True)
    units = tables["indicators"].set_index("indicator_id")["unit"]
    of_region = _looked_up(found, observations, _regions(found["area_id"], areas, tables))
    alike = likeness.rename(columns={"area_id": "group_id", "other_id": "area_id"})[["group_id", "area_id"]]
    of_similar = against(found, pooled(found, observations, alike, units), found["area_id"])
    return (
        found.assign(
            region_reference=of_region,
            region_comparison=_compared(found, of_region),
            similar_reference=of_similar["reference"],
            similar_comparison=_compared(found, of_similar["reference"]),
            similar_areas=of_similar["areas"].fillna(0).astype("int64"),
        )
        .merge(_verdicts(trends), on=series.SERIES, how="left")
        .fillna({"verdict": ""})[BarometerCell.columns()]
    )


def latest(rows: pandas.DataFrame) -> pandas.DataFrame:
    """The newest shown row of every area, or where none is shown its newest. rows: `Observation` of one indicator."""
    order = rows.assign(is_shown=rows["status"] == Status.SHOWN).sort_values(
        ["is_shown", *query.IN_TIME], kind="stable"
    )
    return order.drop_duplicates("area_id", keep="last").drop(columns="is_shown").sort_values("area_id")


def pooled(
    found: pandas.DataFrame, observations: pandas.DataFrame, members: pandas.DataFrame, units: pandas.Series
) -> pandas.DataFrame:
    """The value of each group in the periods and definitions of `found`: the columns `DEFINITION`, `group_id`,
    `reference` and `areas`, how many have counts.

    found, observations: `Observation`; members: `group_id` and `area_id`; units: by indicator. Only of rates and
    shares, and of at least two areas.
    """
    rows = observations.loc[observations["area_id"].isin(members["area_id"]), [*DEFINITION, "area_id", *COUNTED]]
    counted = series.surest(
        rows.dropna(subset=["count", "population"]).merge(found[DEFINITION].drop_duplicates(), on=DEFINITION)
    )
    joined = counted[[*DEFINITION, "area_id", "count", "population"]].merge(members, on="area_id")
    sums = joined.groupby([*DEFINITION, "group_id"], as_index=False).agg(
        count=("count", "sum"), population=("population", "sum"), areas=("area_id", "size")
    )
    per = sums["indicator_id"].map(units).map(PER).astype("float64")
    reference = (per * sums["count"].astype("float64") / sums["population"].astype("float64")).where(
        (sums["areas"] >= FEWEST_TOGETHER) & (sums["population"] > 0)
    )
    return sums.assign(reference=reference)[[*DEFINITION, "group_id", "reference", "areas"]]


def against(found: pandas.DataFrame, groups: pandas.DataFrame, group_ids: pandas.Series) -> pandas.DataFrame:
    """`reference` and `areas` of the group of every row of `found` (`Observation`). groups: as from `pooled`."""
    wanted = found[DEFINITION].assign(group_id=group_ids)
    joined = wanted.merge(groups, on=[*DEFINITION, "group_id"], how="left", validate="many_to_one")
    return joined[["reference", "areas"]].set_index(found.index)


def held_against(
    found: pandas.DataFrame, observations: pandas.DataFrame, area_ids: Iterable[str], units: pandas.Series
) -> pandas.DataFrame:
    """The cells with `held_reference` and `held_comparison` against some areas taken together.

    found: `BarometerCell`; observations: `Observation`; units: by indicator.
    """
    members = pandas.DataFrame({"group_id": "chosen", "area_id": sorted(set(area_ids))}, dtype="str")
    groups = pooled(found, observations, members, units)
    reference = against(found, groups, pandas.Series("chosen", found.index))["reference"]
    return found.assign(held_reference=reference, held_comparison=_compared(found, reference))


def held(found: pandas.DataFrame, reference: Reference) -> pandas.DataFrame:
    """The cells (`BarometerCell`) with `held_reference` and `held_comparison` against one of the known references."""
    value, comparison = COLUMNS[reference]
    return found.assign(held_reference=found[value], held_comparison=found[comparison])


def sparks(rows: pandas.DataFrame, since: Mapping[str, int]) -> dict[str, str]:
    """The course of every area's number as a text of signs, one a period from the oldest: 0 to z from nothing to the
    area's own highest, - where there is no number. Areas with fewer than three numbers are left out.

    rows: `Observation` of one indicator, its main rows. `since`: the year of the last change of definition by
    indicator; what is older is left out, as are other editions and periods of another length than the newest.
    """
    if rows.empty:
        return {}
    length = rows["period_end"] - rows["period_start"]
    newest = rows.sort_values(query.IN_TIME).iloc[-1]
    is_alike = (length == newest["period_end"] - newest["period_start"]) & (rows["edition"] == newest["edition"])
    first = since.get(newest["indicator_id"], 0)
    kept = rows[is_alike & (rows["period_start"] >= first)]
    wide = kept.pivot_table(index="area_id", columns="period_end", values="value", dropna=False)
    wide = wide.iloc[:, -SPARK_POINTS:]
    wide = wide[wide.notna().sum(axis="columns") >= SPARK_FEWEST]
    top = wide.max(axis="columns").where(lambda highest: highest > 0, 1.0)
    steps = (wide.clip(lower=0).div(top, axis="index") * SPARK_STEPS).round()
    return {area_id: "".join(map(_sign, row)) for area_id, row in zip(steps.index, steps.to_numpy(), strict=True)}


def _sign(step: float) -> str:
    return "-" if numpy.isnan(step) else "0123456789abcdefghijklmnopqrstuvwxyz"[int(step)]


def moved(found: pandas.DataFrame) -> pandas.DataFrame:
    """The cells (`BarometerCell`) whose change is more than chance."""
    return found[found["verdict"].isin(["increasing", "decreasing"])]


def fullest_level(found: pandas.DataFrame, level_of: Mapping[str, str], levels: Sequence[str]) -> str:
    """The level on which most numbers are compared with the country, and where none is the one with most numbers.

    found: `BarometerCell`; `levels` are those to choose between, the last of equals wins.
    """
    shown = found[found["status"] == Status.SHOWN]
    level = shown["area_id"].map(level_of)
    compared = level[shown["comparison"].isin(["above", "below", "similar"])].value_counts()
    numbers = level.value_counts()
    return max(reversed(levels), key=lambda name: (compared.get(name, 0), numbers.get(name, 0)))


def of(found: pandas.DataFrame, indicator_ids: Collection[str], area_ids: Collection[str]) -> pandas.DataFrame:
    """The cells (`BarometerCell`) of some indicators and areas."""
    return found[found["indicator_id"].isin(list(indicator_ids)) & found["area_id"].isin(list(area_ids))]


def _compared(found: pandas.DataFrame, reference: pandas.Series) -> pandas.Series:
    """The verdict of every row; empty where there is no number or no reference to hold it against."""
    verdict = measures.compare(found["value"], found["low"], found["high"], reference, Direction.NO_JUDGEMENT)
    position = pandas.Series(verdict.position, found.index, dtype="str")
    return position.mask(found["value"].isna() | reference.isna().to_numpy(), "")


def _looked_up(found: pandas.DataFrame, observations: pandas.DataFrame, other_ids: pandas.Series) -> pandas.Series:
    """The value of another area for each row, of the same period and definition; the surest source counts."""
    keys = [*DEFINITION, "area_id"]
    rows = observations.loc[observations["area_id"].isin(other_ids), [*keys, "value", "value_certainty"]]
    surest = series.surest(rows.dropna(subset="value"))
    joined = found.assign(area_id=other_ids)[keys].merge(surest[[*keys, "value"]], on=keys, how="left")
    return pandas.Series(joined["value"].to_numpy(), found.index, dtype="float64")


def _regions(area_ids: pandas.Series, areas: pandas.DataFrame, tables: Mapping[str, pandas.DataFrame]) -> pandas.Series:
    """The smallest region around each area, missing where there is none; `tables`: the levels and memberships."""
    levels = Levels.of(AreaLevel.of(tables[AreaLevel.TABLE]))
    around = query.parents(areas, tables[Membership.TABLE], levels.order)
    regions = set(areas.loc[areas["level_kind"] == Level.REGION, "area_id"])
    nearest = {
        area_id: next((parent for parent in reversed(found) if parent in regions), None)
        for area_id, found in around.items()
    }
    return area_ids.map(nearest)


def _verdicts(trends: pandas.DataFrame) -> pandas.DataFrame:
    """The trend of every series, by the columns `series.SERIES`. trends: `Trend`."""
    named = trends.rename(columns={"first": "trend_first", "last": "trend_last"})
    return named[[*series.SERIES, *TREND]]
