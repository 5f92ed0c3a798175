"""What pages need, picked from the prepared tables. Nothing is computed here that could be decided in prepare.

`observations`, `areas`, `lists` and `designations` are the prepared tables of data.contracts. A period is a pair of
years (start, end), both included.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas

from data.contracts import Level, Observation, Status
from data.errors import Text
from data.levels import DRAWN

Period = tuple[int, int]
DRAWN_LEVELS = DRAWN
SAME_NUMBER = ["indicator_id", "area_id", "period_start", "period_end", "age_group", "breakdown"]
PARENT_KINDS = ("administrative", "city_district")  # memberships that are places on the map
IN_TIME = ["period_end", "period_start"]
NO_MATCH = 4  # the rank after all ways a search can find an area
FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "-": " ", "/": " "})
DANISH: dict[str | int, str | int | None] = {"æ": "{1", "ø": "{2", "å": "{3"}
UNMARKED = str.maketrans("øåØÅ", "oaOA")


class Selection(NamedTuple):
    """The age group and the breakdown by which an indicator is read."""

    age_group: str
    breakdown: str


def drawn(observations: pandas.DataFrame, areas: pandas.DataFrame) -> pandas.DataFrame:
    """The rows of the table `Observation` that a map can draw: neither the country's nor groups'. `areas`: `Area`."""
    return observations[observations["area_id"].isin(areas.loc[areas["level_kind"].isin(DRAWN_LEVELS), "area_id"])]


def main_selection(observations: pandas.DataFrame, indicator_id: str) -> Selection:
    """How an indicator is shown first: `all` where it has it, else the age group and breakdown with most rows.

    `observations`: `indicator_id`, `age_group` and `breakdown` are read; an indicator without a row has `all` of both.
    A map asks it of the `drawn` rows, as prepare does for class breaks and the files for the browser.
    """
    rows = observations[observations["indicator_id"] == indicator_id]
    return Selection(*(_main(rows[column]) for column in Selection._fields))


def series(
    observations: pandas.DataFrame,
    indicator_id: str,
    area_ids: Iterable[str],
    age_group: str = "all",
    breakdown: str = "all",
    edition: str | None = None,
) -> pandas.DataFrame:
    """The rows of the table `Observation` of an indicator for some areas, by area, edition and time.

    Rows of different editions never share a line.
    """
    rows = _rows(observations, indicator_id, age_group, breakdown)
    rows = rows[rows["area_id"].isin(list(area_ids))]
    if edition is not None:
        rows = rows[rows["edition"] == edition]
    return rows.sort_values(["area_id", "edition", *IN_TIME], kind="stable").reset_index(drop=True)


def main_rows(drawn: pandas.DataFrame, indicator_id: str) -> pandas.DataFrame:
    """The rows that a map of an indicator shows first: its main selection, one row for each number.

    `drawn`: the rows of the table `Observation` that a map can draw; all its columns come back.
    """
    chosen = main_selection(drawn, indicator_id)
    return preferred(series(drawn, indicator_id, drawn["area_id"].unique(), *chosen))


def shown_series(
    observations: pandas.DataFrame, drawn: pandas.DataFrame, indicator_ids: Iterable[str], area_ids: Sequence[str]
) -> dict[str, tuple[Observation, ...]]:
    """The numbers of some areas by indicator, one for each period, in the age group and breakdown that a map shows.

    `observations` is the table of `Observation`, `drawn` its rows that a map can draw. Indicators that no map draws are
    left out.
    """
    rows = observations[observations["area_id"].isin(list(area_ids))]
    parts = dict(list(drawn[drawn["indicator_id"].isin(rows["indicator_id"])].groupby("indicator_id")))
    chosen = {name: main_selection(parts[name], name) for name in indicator_ids if name in parts}
    return {
        name: Observation.of(preferred(series(rows, name, area_ids, *selection))) for name, selection in chosen.items()
    }


def not_collected(indicator_id: str, area_id: str, period: Period, chosen: Selection) -> Observation:
    """What stands for a number that no source gives."""
    return Observation(
        indicator_id=indicator_id,
        area_id=area_id,
        period_start=period[0],
        period_end=period[1],
        age_group=chosen.age_group,
        breakdown=chosen.breakdown,
        edition="",
        value=None,
        count=None,
        population=None,
        status=Status.NOT_COLLECTED,
        source_id="",
        page="",
        value_certainty="",
        period_certainty="",
        note=Text("", ""),
        low=None,
        high=None,
        derived=False,
        reference=None,
        comparison="",
        municipality_reference=None,
        municipality_comparison="",
        rank_group=None,
    )


def preferred(rows: pandas.DataFrame) -> pandas.DataFrame:
    """One row for each number where sources or editions give several: the latest edition, then the surest source.

    `rows`: the table `Observation`, whose columns all stay.
    """
    order = rows.sort_values(["edition", "value_certainty"], ascending=[False, True], kind="stable")
    return order.drop_duplicates(SAME_NUMBER).sort_index()


def period_name(start: int, end: int) -> str:
    """A period as the browser's files and the address name it: 2023, 2019-2021."""
    return str(start) if start == end else f"{start}-{end}"


def span_of(row: Observation) -> Period:
    """The period of a number."""
    return row.period_start, row.period_end


def period_of(name: str) -> Period:
    """2019-2021 -> (2019, 2021)."""
    return int(name[:4]), int(name[-4:])


def search(areas: pandas.DataFrame, text: str) -> pandas.DataFrame:
    """The areas a reader may mean: names that begin with the text, then words that do, then aliases and municipality.

    Letter case is ignored; æ, ø, å are the same as ae, oe, aa, and ø, å may be typed as o, a. An empty text finds
    nothing. The browser searches by the same rule (dashboard/static/search/find.js): tests put the same cases to both.

    `areas`: the table `Area`. Its columns come back, each area once.
    """
    asked = fold(text)
    if not asked:
        return areas.iloc[:0]
    newest = once(areas)
    municipalities = newest[newest["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code")["name"]
    places = newest["municipality_code"].map(municipalities).fillna("") + " " + newest["town"]

    def found(texts: pandas.Series, matches: Callable[[str], bool]) -> pandas.Series:
        return texts.map(lambda spelling: any(map(matches, spellings(spelling))))

    def begins_a_word(spelling: str) -> bool:
        return f" {asked}" in f" {spelling}"

    rank = pandas.Series(NO_MATCH, index=newest.index)
    rank[found(places, begins_a_word)] = 3
    rank[found(newest["aliases"], lambda spelling: asked in spelling)] = 2
    rank[found(newest["name"], begins_a_word)] = 1
    rank[found(newest["name"], lambda spelling: spelling.startswith(asked))] = 0
    order = pandas.DataFrame({"rank": rank, "name": newest["name"].map(danish_order)}).sort_values(["rank", "name"])
    return newest.loc[order.index[order["rank"] < NO_MATCH]]


def fold(text: str) -> str:
    """A text as it is compared in a search: small letters, Danish letters as two, no accents, a hyphen as a space."""
    letters = unicodedata.normalize("NFC", text).strip().lower().translate(FOLDED)
    return "".join(sign for sign in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(sign))


def spellings(text: str) -> tuple[str, str]:
    """A text as it may be typed: with Danish letters as two, or with their marks left out (Høje as hoeje and hoje)."""
    return fold(text), fold(unicodedata.normalize("NFC", text).translate(UNMARKED))


def danish_order(name: str) -> str:
    """Æ, ø and å come last in the Danish alphabet, in this order."""
    return name.lower().translate(str.maketrans(DANISH))


def _main(column: pandas.Series) -> str:
    counts = column.value_counts()
    if counts.empty or "all" in counts:
        return "all"
    return str(min(counts.index[counts == counts.max()]))


def _rows(observations: pandas.DataFrame, indicator_id: str, age_group: str, breakdown: str) -> pandas.DataFrame:
    return observations[
        (observations["indicator_id"] == indicator_id)
        & (observations["age_group"] == age_group)
        & (observations["breakdown"] == breakdown)
    ]


def parents(areas: pandas.DataFrame, memberships: pandas.DataFrame, order: Mapping[str, int]) -> dict[str, list[str]]:
    """The ids of the areas that each area but the country lies in, from large to small: region, municipality …

    `areas` as `contracts.Area`, each once; `order` as `levels.Levels.order`.
    """
    size = areas[areas["level_kind"] != Level.COUNTRY].set_index("area_id")["level"].map(order)
    by_code = areas[areas["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code")["area_id"]
    in_municipality = areas.assign(parent_id=areas["municipality_code"].map(by_code)).dropna(subset="parent_id")
    placed = memberships[memberships["kind"].isin(PARENT_KINDS)]
    pairs = pandas.concat([in_municipality[["area_id", "parent_id"]], placed[["area_id", "parent_id"]]])
    above_size, own_size = (pairs[name].map(size).astype("float64") for name in ("parent_id", "area_id"))
    pairs = pairs[above_size < own_size]
    above: defaultdict[str, set[str]] = defaultdict(set)
    for area_id, parent_id in zip(pairs["area_id"], pairs["parent_id"], strict=True):
        above[area_id].add(parent_id)
    return {area: sorted(_all_above(area, above), key=lambda other: (size[other], other)) for area in size.index}


def _all_above(area_id: str, above: Mapping[str, set[str]]) -> set[str]:
    direct = above.get(area_id, set())
    return direct.union(*(_all_above(parent, above) for parent in direct))


def once(areas: pandas.DataFrame) -> pandas.DataFrame:
    """One row for each area of the table `Area`, in all its columns: the newest, where a boundary has changed."""
    return areas.sort_values("valid_from", na_position="first", kind="stable").drop_duplicates("area_id", keep="last")
