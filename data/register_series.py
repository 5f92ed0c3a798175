"""One series of figures from a register: summed to what is published of it, protected, and audited.

`data.register` has the rules and hands over the rows of one indicator, age group, breakdown and edition.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple, TypeVar

import pandas

from data import disclosure, register_faults
from data.contracts import Disclosure, GivenObservation, Level, Publication, Status
from data.errors import Finding, SourceError, Text
from data.register_faults import FILE

MINIMUM_POPULATION = 30  # under which a rate says nothing
YEARS = 3  # in a period of a single housing area

SERIES = ["indicator_id", "age_group", "breakdown", "edition"]
CERTAINTY = ["value_certainty", "period_certainty"]
VERDICT = ["hidden", "reason"]
AREA, WHOLE, REST = "housing_area", "whole", "rest"  # the parts of a publication; the first two are keys of cells too
PARTS_PUBLISHED = {Publication.YEARS: WHOLE, Publication.PERIODS: AREA}
WINDOW, YEAR = "window", "year"
FEWEST_MEMBERS = 2  # a group of one would publish the single years of its member
DISCLOSURE_COLUMNS = Disclosure.columns()

PARTS = Text("kommunens antal som summen af boligområderne og resten", "the municipality as the sum of areas and rest")
PROTECTED = Text("et tal, der ikke kan regnes ud af de andre", "a number that cannot be worked out from the others")

Years = TypeVar("Years", int, pandas.Series)


class Published(NamedTuple):
    """What leaves disclosure control.

    observations: rows as in the source table; hidden ones without count and value.
    references: rows of the country and of municipalities summed to the periods of the housing areas, to compare them
    with. Only years that are shown are summed, and nothing but the value compared with is printed.
    disclosures: the table `Disclosure`.
    """

    observations: pandas.DataFrame
    references: pandas.DataFrame
    disclosures: pandas.DataFrame


class Places(NamedTuple):
    """What the rules need to know of areas, by area id, and the members of every group."""

    kind: dict[str, Level]  # of its level
    published: dict[str, Publication]  # at its level
    municipality: dict[str, str]
    members: dict[str, list[str]]

    def part(self, area_id: str) -> str:
        """The part an area plays in a publication: housing_area, whole, rest, or none."""
        published = self.published[area_id]
        is_rest = area_id not in self.members and area_id in self.municipality
        return REST if published is Publication.SUMS and is_rest else PARTS_PUBLISHED.get(published, "")


class Windows(NamedTuple):
    """The periods of the housing areas by number: 0 ends with the newest year, -1 is the one before it."""

    newest: int
    figures: list[int]  # the years that have any

    def number(self, years: Years) -> Years:
        return -((self.newest - years) // YEARS)

    def years(self, number: Years) -> tuple[Years, Years]:
        last = self.newest + YEARS * number
        return last - YEARS + 1, last

    def name(self, number: float) -> str:
        return "-".join(map(str, self.years(int(number))))

    def due(self) -> dict[int, int]:
        """How many years have figures in each period that these cover from its first year to its last."""
        return {
            number: years
            for number, years in Counter(map(self.number, self.figures)).items()
            if self.figures[0] <= self.years(number)[0] and self.years(number)[1] <= self.figures[-1]
        }

    def are_complete(self, rows: pandas.DataFrame) -> pandas.Series:
        """Whether the area of each row has every year that is due in the period of the row.

        rows: `area_id`, year and window (the number of the period).
        """
        counted = rows[rows[YEAR].isin(self.figures)]
        years = counted.groupby(["area_id", WINDOW])[YEAR].transform("size").reindex(rows.index)
        return years == rows[WINDOW].map(self.due())


def publish_series(rows: pandas.DataFrame, windows: Windows, by_area: bool, places: Places, minimum: int) -> Published:
    """One series, summed and protected.

    rows: `contracts.GivenObservation` of one series, with part (`Places.part`) and year. by_area: whether single
    housing areas are published. Raises SourceError where the numbers do not add up, or a hidden one can be worked out.
    """
    silent = rows[rows["status"] != Status.SHOWN]
    cells, groupings = _keyed(_cells(rows, places), windows, by_area, places)
    kept = [silent[silent["part"] == WHOLE]]
    references, disclosures = rows.iloc[:0], no_disclosures()
    if groupings:
        protected = _protect(cells, groupings, windows, minimum)
        kept += [_hide(_printed(cells, protected, *grouping, windows)) for grouping in groupings]
        disclosures = _disclosures(protected, rows.iloc[0], places)
    if by_area and windows.figures:
        kept.append(_without_number(silent[silent["part"] == AREA], kept, windows))
        references = _references(kept, windows, places)
    return Published(pandas.concat(kept), references, disclosures)


def _cells(rows: pandas.DataFrame, places: Places) -> pandas.DataFrame:
    """Housing area x year, and what is left of each municipality, region and country: its count less its areas'.

    Adds the column whole: what the cell is a part of, missing where that has no figure for the year. Raises SourceError
    where the parts are more than the whole, or do not add up to it in a year in which every area has a figure.
    """
    shown = rows[rows["status"] == Status.SHOWN]
    areas, wholes = shown[shown["part"] == AREA], shown[shown["part"] == WHOLE]
    whole_years = pandas.MultiIndex.from_frame(wholes[["area_id", YEAR]])
    municipality = areas["area_id"].map(places.municipality).astype("str")
    inside = pandas.MultiIndex.from_arrays([municipality, areas[YEAR]]).isin(whole_years)
    areas = areas.assign(whole=municipality.where(inside))
    numbers = ["count", "population"]
    within = areas.groupby([WHOLE, YEAR])[numbers].sum().reindex(whole_years, fill_value=0)
    rest = wholes.assign(whole=wholes["area_id"], **{name: wholes[name] - within[name].array for name in numbers})
    given = shown[shown["part"] == REST]
    stated = given.groupby([given["area_id"].map(places.municipality), YEAR])["count"].sum().reindex(whole_years)
    partial = rest[YEAR].isin(rows.loc[(rows["part"] == AREA) & (rows["status"] != Status.SHOWN), YEAR])
    differs = (stated.notna() & (stated != rest["count"].array)).to_numpy(dtype=bool, na_value=False)
    wrong = (rest["count"] < 0) | (differs & ~partial)
    raise_all(
        [Finding(FILE, register_faults.number(row), PARTS, column="count") for row in GivenObservation.of(rest[wrong])]
    )
    return pandas.concat([areas, rest], ignore_index=True)


def _keyed(
    cells: pandas.DataFrame, windows: Windows, by_area: bool, places: Places
) -> tuple[pandas.DataFrame, list[tuple[str, str]]]:
    """The cells with a column for each kind of published table, and the tables as pairs of columns, finest first.

    A housing area has a key in the periods it has all of, a group in the years that all its members have.
    """
    is_area = cells["part"] == AREA
    cells = cells.assign(window=windows.number(cells[YEAR]))
    keys = {}
    if by_area:
        keys[AREA, WINDOW] = cells["area_id"].where(is_area & windows.are_complete(cells))
    for group, members in places.members.items():
        of_group = is_area & cells["area_id"].isin(members)
        complete = of_group & (of_group.groupby(cells[YEAR]).transform("sum") == len(members))
        if len(members) >= FEWEST_MEMBERS:
            keys[group, YEAR] = pandas.Series(group, cells.index, dtype="str").where(complete)
    keys[WHOLE, YEAR] = cells[WHOLE]
    keys = {grouping: key for grouping, key in keys.items() if key.notna().any()}
    return cells.assign(**{column: key for (column, _), key in keys.items()}), list(keys)


def _protect(
    cells: pandas.DataFrame, groupings: list[tuple[str, str]], windows: Windows, minimum: int
) -> pandas.DataFrame:
    """Every published value with what is hidden of it. Raises SourceError naming the values that are not safe."""
    columns = dict.fromkeys(column for grouping in groupings for column in grouping)
    table = cells[[*dict.fromkeys([*columns, YEAR]), "count", "population"]]
    periods = [WINDOW, YEAR] if WINDOW in columns else [YEAR]
    try:
        protected = disclosure.protect(
            table,
            "count",
            groupings,
            minimum,
            population="population",
            minimum_population=MINIMUM_POPULATION,
            periods=periods,
        )
    except ValueError as error:
        faults = [str(error)]
    else:
        shown, counted = (_with_names(frame, windows) for frame in (protected, table.drop(columns="population")))
        faults = disclosure.audit(shown, counted, "count", groupings, minimum)["value"].tolist()
    series = register_faults.name(cells["indicator_id"].iloc[0], cells["age_group"].iloc[0])
    raise_all([Finding(FILE, f"{series}, {fault}", PROTECTED) for fault in faults])
    return protected


def _with_names(frame: pandas.DataFrame, windows: Windows) -> pandas.DataFrame:
    """With the periods as an auditor's finding is to name them."""
    if WINDOW not in frame:
        return frame
    return frame.assign(**{WINDOW: frame[WINDOW].map(windows.name, na_action="ignore").astype("str")})


def _printed(
    cells: pandas.DataFrame, protected: pandas.DataFrame, key: str, time: str, windows: Windows
) -> pandas.DataFrame:
    """The values of one published table as rows of `observations`, with hidden and reason."""
    keyed = cells[cells["part"] == WHOLE] if key == WHOLE else cells[cells[key].notna()]
    values = protected.loc[protected["grouping"] == f"{key}, {time}", [key, time, "count", "population", *VERDICT]]
    rows = _described(keyed, [key, time]).merge(values, on=[key, time], validate="one_to_one")
    return _in_time(rows.assign(area_id=rows[key], value=float("nan")), time, windows)


def _described(rows: pandas.DataFrame, by: list[str]) -> pandas.DataFrame:
    """What is said of a sum of rows: source and page of the newest, the lowest certainty, a note they all have."""
    said: dict[str, Any] = dict.fromkeys([*SERIES, "status", "source_id", "page"], "last")
    said |= dict.fromkeys(CERTAINTY, "max")
    said |= dict.fromkeys(["note_da", "note_en"], lambda note: note.iloc[0] if note.nunique() == 1 else "")
    return rows.sort_values(YEAR, kind="stable").groupby(by).agg(said).reset_index()


def _in_time(rows: pandas.DataFrame, time: str, windows: Windows) -> pandas.DataFrame:
    start, end = windows.years(rows[time]) if time == WINDOW else (rows[time], rows[time])
    return rows.assign(period_start=start, period_end=end)


def _hide(rows: pandas.DataFrame) -> pandas.DataFrame:
    """Without the hidden numbers; the contract has no count beside "too few" either, so no column is spared."""
    return disclosure.hide_derived(rows, ["count", "value"], count="")


def _without_number(silent: pandas.DataFrame, kept: list[pandas.DataFrame], windows: Windows) -> pandas.DataFrame:
    """The periods of housing areas for which the source itself has words instead of numbers, in some year or all."""
    by = ["area_id", WINDOW]
    rows = silent.assign(window=windows.number(silent[YEAR]))
    rows = rows[rows[WINDOW].isin(list(windows.due()))]
    words = rows.groupby(by)["status"].agg(lambda word: word.iloc[0] if word.nunique() == 1 else Status.NOT_COLLECTED)
    rows = _described(rows, by).assign(
        status=words.astype("str").array, value=float("nan"), count=None, population=float("nan")
    )
    printed = pandas.concat(kept)
    already = pandas.MultiIndex.from_frame(printed[["area_id", "period_end"]].astype({"period_end": "int64"}))
    rows = _in_time(rows, WINDOW, windows)
    return rows[~pandas.MultiIndex.from_frame(rows[["area_id", "period_end"]]).isin(already)]


def _references(kept: list[pandas.DataFrame], windows: Windows, places: Places) -> pandas.DataFrame:
    """Country and municipalities in the periods of the housing areas, over the same years as they have figures for."""
    rows = pandas.concat(kept)
    compared_with = rows["area_id"].map(places.kind).isin([Level.COUNTRY, Level.MUNICIPALITY])
    rows = rows[compared_with & (rows["status"] == Status.SHOWN)]
    rows = rows.assign(year=rows["period_start"], window=windows.number(rows["period_start"]))
    rows = rows[windows.are_complete(rows) & rows[YEAR].isin(windows.figures)]
    by = ["area_id", WINDOW]
    sums = rows.groupby(by)[["count", "population"]].sum().reset_index()
    return _in_time(_described(rows, by).merge(sums, on=by).assign(value=float("nan")), WINDOW, windows)


def _disclosures(protected: pandas.DataFrame, row: pandas.Series, places: Places) -> pandas.DataFrame:
    """How much is hidden of each kind of table, as `contracts.Disclosure`; regions and the country are left out."""
    if WHOLE in protected:
        protected = protected[~protected[WHOLE].map(places.kind).isin([Level.REGION, Level.COUNTRY])]
    report = disclosure.report(protected)
    kinds = {f"{AREA}, {WINDOW}": "housing_area", f"{WHOLE}, {YEAR}": "municipality"}
    report = report.groupby(report.index.map(lambda grouping: kinds.get(grouping, "group"))).sum()
    report = report.rename_axis("grouping").reset_index()
    return report.assign(**row[DISCLOSURE_COLUMNS[:3]])[DISCLOSURE_COLUMNS]


def no_disclosures() -> pandas.DataFrame:
    """The table of `contracts.Disclosure` without a row."""
    columns = Disclosure.schema().columns
    return pandas.DataFrame({name: pandas.Series(dtype=str(column.dtype)) for name, column in columns.items()})


def raise_all(findings: list[Finding]) -> None:
    """Raise SourceError where anything was found."""
    if findings:
        raise SourceError(findings)
