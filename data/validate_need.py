"""Rules between the columns of what is needed and what moved: codes of projects, priorities, evaluations, corrections.

The tables come from `data.read`, their index telling the file and the spreadsheet row of every record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas

from data.contracts import SOURCE_TABLES, TARGET_GROUPS, THEMES, SourceClass
from data.errors import Finding, Text
from data.faults import at

CODES = {"themes": THEMES, "groups": TARGET_GROUPS}
ONE_OF = Text("koder af {codes}, adskilt af |", "codes of {codes}, separated by |")
CODED = Text(
    "source eller us, når themes eller groups er udfyldt, ellers et tomt felt",
    "source or us where themes or groups is filled in, else an empty field",
)
NOT_BEFORE = Text(
    "en dato, der ikke ligger før {column} ({start}): ret den af de to, der er forkert",
    "a date not before {column} ({start}): correct whichever of the two is wrong",
)
BEFORE_REPORT = Text(
    "en tidligere rapport for samme plan end denne ({as_of})",
    "an earlier report on the same scheme than this ({as_of})",
)
A_TABLE = Text("en kildetabel, der findes", "a source table that exists")
A_COLUMN = Text("en kolonne i {table}.csv", "a column of {table}.csv")
A_ROW = Text("nøglen på en række i {table}.csv: {key}, adskilt af |", "the key of a row of {table}.csv: {key}, with |")
DIFFERENT = Text("noget andet end was: intet er rettet", "something else than was: nothing is corrected")
NO_HELD_NUMBER = Text(
    "et tomt felt: tal fra et register vises kun efter diskretionering, så skriv rettelsen i reason",
    "an empty field: numbers of a register are shown after disclosure control alone, so tell it in reason",
)
OF_PERSONS = ("observations", "transition_meetings", "transition_outcomes", "process_measures", "outcomes", "results")
ORDERED = (
    ("priorities", "start", "end"),
    ("evaluations", "baseline", "due"),
    ("evaluations", "baseline", "done_on"),
)
Tables = Mapping[str, pandas.DataFrame]


def findings(tables: Tables) -> Iterator[Finding]:
    """Every fault of these tables; those that could not be read are left out."""
    if "projects" in tables:
        yield from _code_faults(tables["projects"])
    for name, first, last in ORDERED:
        if name in tables:
            yield from _order_faults(tables[name], first, last)
    if "reports" in tables:
        yield from _report_faults(tables["reports"])
    if "corrections" in tables:
        yield from _correction_faults(tables)


def _code_faults(projects: pandas.DataFrame) -> Iterator[Finding]:
    """Themes and groups that do not exist, and those of which nobody says who chose them."""
    for column, codes in CODES.items():
        unknown = projects[column].map(lambda text, codes=codes: not set(text.split("|")) <= {"", *codes})
        listed = ", ".join(codes)
        yield from at(
            projects.loc[unknown.astype(bool), column],
            Text(ONE_OF.da.format(codes=listed), ONE_OF.en.format(codes=listed)),
        )
    is_coded = (projects["themes"] != "") | (projects["groups"] != "")
    yield from at(projects.loc[is_coded != (projects["coded_by"] != ""), "coded_by"], CODED)


def _order_faults(rows: pandas.DataFrame, first: str, last: str) -> Iterator[Finding]:
    """A priority that ends before it starts, an evaluation due before its baseline. Dates of different lengths are
    compared as far as both go.
    """
    for (file, row), start, end in zip(rows.index, rows[first], rows[last], strict=True):
        length = min(len(start), len(end))
        if end[:length] < start[:length]:
            told = {"column": first, "start": start}
            yield Finding(file, end, Text(NOT_BEFORE.da.format(**told), NOT_BEFORE.en.format(**told)), row, last)


def _report_faults(reports: pandas.DataFrame) -> Iterator[Finding]:
    """A report whose previous one is of another scheme, or no earlier than itself."""
    by_id = reports.drop_duplicates("report_id").set_index("report_id")
    for (file, row), scheme, as_of, previous in zip(
        reports.index, reports["scheme"], reports["as_of"], reports["previous"], strict=True
    ):
        if previous not in by_id.index:
            continue  # empty, or told as a reference
        if by_id.at[previous, "scheme"] != scheme or by_id.at[previous, "as_of"] >= as_of:
            expected = Text(BEFORE_REPORT.da.format(as_of=as_of), BEFORE_REPORT.en.format(as_of=as_of))
            yield Finding(file, previous, expected, row, "previous")


def _correction_faults(tables: Tables) -> Iterator[Finding]:
    """Corrections of what does not exist, of nothing, and of what must stay hidden."""
    rows = tables["corrections"]
    is_table = rows["table"].isin(SOURCE_TABLES)
    yield from at(rows.loc[~is_table, "table"], A_TABLE)
    for name, given in rows[is_table].groupby("table", sort=False):
        yield from _place_faults(given, str(name), tables)
    same = (rows["was"] == rows["became"]) & (rows["was"] != "")
    yield from at(rows.loc[same, "became"], DIFFERENT)
    if "sources" in tables and _has_held(tables["sources"]):
        held = rows["table"].isin(OF_PERSONS)
        for column in ("was", "became"):
            yield from at(rows.loc[held & (rows[column] != ""), column], NO_HELD_NUMBER)


def _has_held(sources: pandas.DataFrame) -> bool:
    """Whether any source of the dataset is under disclosure control."""
    return bool((sources["source_class"] != SourceClass.PUBLISHED).any())


def _place_faults(given: pandas.DataFrame, name: str, tables: Tables) -> Iterator[Finding]:
    """Columns and rows of a table that it does not have."""
    contract = SOURCE_TABLES[name]
    column = Text(A_COLUMN.da.format(table=name), A_COLUMN.en.format(table=name))
    yield from at(given.loc[~given["column"].isin(contract.columns()), "column"], column)
    if name in tables:
        key = list(contract.KEY)
        keys = set(tables[name][key].astype("str").agg("|".join, axis=1)) if len(tables[name]) else set()
        told = {"table": name, "key": ", ".join(key)}
        row = Text(A_ROW.da.format(**told), A_ROW.en.format(**told))
        yield from at(given.loc[~given["row_key"].isin(keys), "row_key"], row)
