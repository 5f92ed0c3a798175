"""Series of figures from a register: summed to what is published of them, protected, and audited.

`data.register` has the rules and hands over the series that count the same persons, `data.register_cells` their cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas

from data import disclosure
from data.contracts import Level, Status
from data.errors import Finding, SourceError, Text
from data.register_cells import (
    AMONG,
    AREA,
    SERIES_NAME,
    WHOLE,
    WINDOW,
    YEAR,
    Grouping,
    Keyed,
    Places,
    Series,
    Table,
    Windows,
    keyed,
    link,
)
from data.register_earlier import Earlier, with_earlier
from data.register_faults import FILE

MINIMUM_POPULATION = 30  # under which a rate says nothing

SERIES = ["indicator_id", "age_group", "breakdown", "edition"]
CERTAINTY = ["value_certainty", "period_certainty"]
VERDICT = ["hidden", "reason"]

PROTECTED = Text("et tal, der ikke kan regnes ud af de andre", "a number that cannot be worked out from the others")


class Published(NamedTuple):
    """What leaves disclosure control.

    observations: rows as in the source table; hidden ones without count and value.
    references: rows of the country and of municipalities summed to the periods of the housing areas, to compare them
    with. Only years that are shown are summed, and nothing but the value compared with is printed.
    """

    observations: pandas.DataFrame
    references: pandas.DataFrame


def publish_family(
    family: Sequence[Series], places: Places, minimum: int, earlier: Sequence[Earlier] = ()
) -> list[Published]:
    """Series that count the same persons, summed and protected together, so that none tells of another.

    family: as from `register_cells.families`. Raises SourceError where the numbers do not add up, or a hidden one can
    be worked out, also with what `earlier` versions tell.
    """
    every = [keyed(series, places) for series in family]
    if not any(each.groupings for each in every):
        return [_published(each, None, {}, places) for each in every]
    table = link(every)
    protected = _protect(table, family[0], minimum)
    found = [_published(each, protected, columns, places) for each, columns in zip(every, table.columns, strict=True)]
    told = with_earlier(every, [each.observations for each in found], earlier, places, minimum)
    if told is not None:
        together = pandas.concat([protected, told.values], ignore_index=True)
        named = ", ".join(version.name for version in earlier)
        _raise(_faults(together, told.table, family[0].windows, minimum), family[0], apart_from(named))
    return found


def _published(
    keyed: Keyed, protected: pandas.DataFrame | None, columns: dict[Grouping, list[str]], places: Places
) -> Published:
    """What is published of one series of a family that is protected."""
    series, windows, rows = keyed.series, keyed.series.windows, keyed.series.rows
    silent = rows[rows["status"] != Status.SHOWN]
    kept = [silent[silent["part"] == WHOLE]]
    if protected is not None:
        kept += [
            _hide(_printed(keyed, _of_table(protected, series, names, *grouping), *grouping))
            for grouping, names in columns.items()
        ]
    references = rows.iloc[:0]
    if series.by_area and windows.figures:
        kept.append(_without_number(silent[silent["part"] == AREA], kept, windows))
        references = _references(kept, windows, places)
    return Published(pandas.concat(kept), references)


def _of_table(protected: pandas.DataFrame, series: Series, columns: list[str], key: str, time: str) -> pandas.DataFrame:
    """The values of one published table of a series: key, time, count, population, hidden, reason."""
    rows = protected[protected["grouping"] == ", ".join(columns)]
    if SERIES_NAME in columns:
        rows = rows[rows[SERIES_NAME] == series.name]
    return rows[[columns[0], time, "count", "population", *VERDICT]].rename(columns={columns[0]: key})


def _protect(table: Table, first: Series, minimum: int) -> pandas.DataFrame:
    """Every published value with what is hidden of it. Raises SourceError naming the values that are not safe."""
    periods = [WINDOW, YEAR] if WINDOW in table.cells else [YEAR]
    try:
        protected = disclosure.protect(
            table.cells,
            "count",
            table.groupings,
            minimum,
            population="population",
            minimum_population=MINIMUM_POPULATION,
            among=AMONG,
            periods=periods,
        )
    except ValueError as error:
        faults = [str(error)]
    else:
        faults = _faults(protected, table, first.windows, minimum)
    _raise(faults, first, PROTECTED)
    return protected


def _faults(protected: pandas.DataFrame, table: Table, windows: Windows, minimum: int) -> list[str]:
    """The names of the values that an attacker gets to know too much of."""
    shown, cells = (_with_names(frame, windows) for frame in (protected, table.cells.drop(columns="population")))
    faults: list[str] = disclosure.audit(shown, cells, "count", table.groupings, minimum, among=AMONG)["value"].tolist()
    return list(dict.fromkeys(faults))


def _raise(faults: list[str], first: Series, expected: Text) -> None:
    if faults:
        raise SourceError([Finding(FILE, f"{first.name}, {fault}", expected) for fault in faults])


def apart_from(versions: str) -> Text:
    """What is expected where earlier versions give a hidden number away, and what can be done."""
    return Text(
        f"et tal, der ikke kan regnes ud sammen med en ældre version ({versions}); "
        "kør igen med --replace, så de ældre versioner fjernes",
        f"a number that cannot be worked out together with an earlier version ({versions}); "
        "run again with --replace, which removes the earlier versions",
    )


def _with_names(frame: pandas.DataFrame, windows: Windows) -> pandas.DataFrame:
    """With the periods as an auditor's finding is to name them."""
    if WINDOW not in frame:
        return frame
    return frame.assign(**{WINDOW: frame[WINDOW].map(windows.name, na_action="ignore").astype("str")})


def _printed(keyed: Keyed, values: pandas.DataFrame, key: str, time: str) -> pandas.DataFrame:
    """The values of one published table as rows of `observations`, with hidden and reason."""
    cells = keyed.cells
    of_table = cells[cells["part"] == WHOLE] if key == WHOLE else cells[cells[key].notna()]
    rows = _described(of_table, [key, time]).merge(values, on=[key, time], validate="one_to_one")
    return _in_time(rows.assign(area_id=rows[key], value=float("nan")), time, keyed.series.windows)


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
