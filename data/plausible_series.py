"""Numbers that do not fit beside each other: over time, over areas, and over age groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

import numpy
import pandas

from data.contracts import Level
from data.doubts import Doubt, bound, fields, plain, question
from data.errors import Text
from data.plausible_numbers import named, with_catalogue
from data.register_faults import AGES, ages_of
from data.validate import PER

Tables = Mapping[str, pandas.DataFrame]
SERIES = ["indicator_id", "area_id", "age_group", "breakdown", "edition", "source_id"]
SHORTEST = 5  # years in a series that can tell what is usual in it
TIMES = 3.0  # a jump is at least so many times as much, or as little
SPREADS = 6.0  # and so many times the series' own usual change
CHANCE = 6.0  # and so many times what chance alone gives a count
LEAST_AREAS = 4
PARTS = (Level.HOUSING_AREA, Level.DISTRICT)


def doubts(tables: Tables, today: date) -> Iterator[Doubt]:  # noqa: ARG001
    """What the numbers cannot be beside the others."""
    if not {"observations", "indicators"} <= set(tables):
        return
    rows = with_catalogue(tables)
    yield from _tenfold(rows)
    yield from _jumps(rows)
    yield from _missing_years(rows)
    yield from _ages_beside(rows)
    if "areas" in tables:
        yield from _sums(rows, tables)


def _tenfold(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """A population that is about ten times that of the other years, or a tenth."""
    people = rows.assign(people=rows["population"].where(rows["unit"] != "count", rows["value"]))
    people = people[
        (people["people"] > 0) & ((people["unit"] != "count") | people["counts"].isin(["residents", "persons"]))
    ]
    usual = _usual(people, "people")
    ratio = people["people"] / usual
    wrong = people.assign(usual=usual, ratio=ratio)[ratio.between(8, 12) | ratio.between(1 / 12, 1 / 8)]
    for area_id, group in wrong.groupby("area_id"):
        column = "value" if (group["unit"] == "count").all() else "population"
        yield from question(
            "population_tenfold",
            str(area_id),
            fields(
                group,
                column,
                lambda row: Text(
                    f"omkring {plain(round(row.usual))} som i de andre år",
                    f"about {plain(round(row.usual))} as in other years",
                ),
                lambda row: f"{named(row)}: {plain(row.people)}",
            ),
        )


def _usual(rows: pandas.DataFrame, column: str) -> pandas.Series:
    """The middle of a series' numbers, where it has at least three."""
    groups = rows.groupby(SERIES)[column]
    middle: pandas.Series = groups.transform("median").where(groups.transform("size") >= 3)
    return middle


def _jumps(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """A year far outside its series' own variation, upwards or downwards, and back again or not."""
    per = rows["unit"].map(PER).astype("float64")
    rate = rows["value"].fillna(rows["count"] / rows["population"] * per)
    single = rows.assign(rate=rate)[(rows["period_start"] == rows["period_end"]) & rate.gt(0)]
    single = single[single["unit"] != "percent_change"]
    single = single.sort_values([*SERIES, "period_start"], kind="stable")
    size = single.groupby(SERIES)["rate"].transform("size")
    single = single[size >= SHORTEST]
    if single.empty:
        return
    level = numpy.log(single["rate"])
    around = _around(single.assign(level=level))
    away = (level - around).abs()
    spread = away.groupby([single[name] for name in SERIES]).transform("median") * 1.4826
    expected = single["count"] * numpy.exp(around - level)
    by_chance = (single["count"] - expected).abs() <= CHANCE * numpy.sqrt(expected + 1)
    is_jump = (away > numpy.log(TIMES)) & (away > SPREADS * spread.clip(lower=0.05)) & ~by_chance.fillna(False)
    told = single.assign(usual=numpy.exp(around))[is_jump]
    for indicator_id, group in told.groupby("indicator_id"):
        yield from question(
            "jump",
            str(indicator_id),
            fields(
                group,
                "value",
                lambda row: Text(
                    f"omkring {row.usual:.4g} som årene omkring", f"about {row.usual:.4g} as the years around it"
                ),
                lambda row: f"{named(row)}: {row.rate:.4g}",
            ),
        )


def _around(rows: pandas.DataFrame) -> pandas.Series:
    """The middle of the two years before and the two after, of each series."""
    groups = rows.groupby(SERIES)["level"]
    near = pandas.DataFrame({shift: groups.shift(shift) for shift in (-2, -1, 1, 2)})
    return near.median(axis="columns")


def _missing_years(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """A year between two others in which fewer than half of the usual areas have a row."""
    by = ["indicator_id", "level", "age_group", "breakdown", "source_id"]
    single = rows[rows["period_start"] == rows["period_end"]]
    for key, group in single.groupby(by):
        found = group.groupby("period_end")["area_id"].nunique()
        usual = found.median()
        if len(found) < 3 or usual < LEAST_AREAS:
            continue
        for year in found.index[(found < usual / 2) & (found.index > found.index[0]) & (found.index < found.index[-1])]:
            given = found[year]
            yield from question(
                "half_missing",
                f"{key[0]}_{key[1]}_{year}",
                fields(
                    group[group["period_end"] == year].iloc[:1],
                    "period_end",
                    bound(
                        lambda _row, usual: Text(
                            f"{plain(usual)} områder som i de andre år", f"{plain(usual)} areas as in other years"
                        ),
                        usual,
                    ),
                    bound(lambda _row, year, given, key: f"{key[0]}, {year}: {given} områder", year, given, key),
                ),
            )


def _ages_beside(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """Age groups of one number of which two share some ages, and neither is a part of the other."""
    by = ["indicator_id", "area_id", "period_start", "period_end", "breakdown", "edition", "source_id"]
    aged = rows[rows["age_group"].isin([age for age in rows["age_group"].unique() if AGES.fullmatch(age)])]
    for indicator_id, group in aged.groupby("indicator_id"):
        if not any(_overlap(*pair) for pair in combinations(sorted(group["age_group"].unique(), key=ages_of), 2)):
            continue
        sets = {tuple(sorted(set(ages), key=ages_of)) for _, ages in group.groupby(by)["age_group"]}
        pairs = {pair for ages in sets for pair in zip(ages, ages[1:], strict=False) if _overlap(*pair)}
        for one, other in sorted(pairs):
            expected = Text(
                f"aldersgrupper, der ikke overlapper, fx {_apart(one, other)}",
                f"age groups that do not overlap, such as {_apart(one, other)}",
            )
            yield from question(
                "ages_overlap",
                str(indicator_id),
                fields(
                    group[group["age_group"] == other].iloc[:1],
                    "age_group",
                    bound(lambda _row, expected: expected, expected),
                    bound(lambda row, one, other: f"{row.indicator_id}: {one}, {other}", one, other),
                ),
            )


def _overlap(one: str, other: str) -> bool:
    (first, last), (start, end) = ages_of(one), ages_of(other)
    return start <= last and not (first <= start and end <= last) and not (start <= first and last <= end)


def _apart(one: str, other: str) -> str:
    (first, last), (_, end) = ages_of(one), ages_of(other)
    return f"{first}-{last}, {last + 1}-{end}"


def _sums(rows: pandas.DataFrame, tables: Tables) -> Iterator[Doubt]:
    """Areas of a municipality that together have more than the municipality itself."""
    areas = tables["areas"].drop_duplicates("area_id").set_index("area_id")
    parts_of_others = list(tables["area_relations"]["area_id"]) if "area_relations" in tables else []
    rows = rows.assign(code=rows["area_id"].map(areas["municipality_code"]))
    rows = rows.assign(number=rows["count"].where(rows["unit"] != "count", rows["value"])).dropna(subset="number")
    rows = rows[rows["unit"].isin([*PER, "count"]) & (rows["code"] != "")]
    same = ["indicator_id", "code", "period_start", "period_end", "age_group", "breakdown", "edition", "source_id"]
    wholes = rows[rows["level"] == Level.MUNICIPALITY].set_index(same)["number"]
    wholes = wholes[~wholes.index.duplicated()]
    for level in PARTS:
        parts = rows[(rows["level"] == level) & ~rows["area_id"].isin(parts_of_others)]
        if parts.empty or wholes.empty:
            continue
        sums = parts.groupby(same)["number"].sum()
        due = wholes.reindex(sums.index)
        for key in sums.index[sums > due * 1.000001]:
            first = parts[(parts[same] == list(key)).all(axis="columns")].iloc[:1]
            whole, total = due[key], sums[key]
            yield from question(
                "sum_above_municipality",
                f"{key[0]}_{key[1]}_{key[3]}",
                fields(
                    first,
                    "value" if first["unit"].iloc[0] == "count" else "count",
                    bound(
                        lambda _row, whole: Text(
                            f"højst kommunens {plain(whole)}", f"at most the municipality's {plain(whole)}"
                        ),
                        whole,
                    ),
                    bound(
                        lambda _row, key, total: f"{key[0]}, {key[1]}, {key[3]}: områderne har {plain(total)}",
                        key,
                        total,
                    ),
                ),
            )
