"""Faults of remarks on numbers: on one that is not there, or answered before anybody had asked."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas

from data.errors import Text
from data.faults import Fault

PLACES = {"observations": ("indicator_id", "area_id"), "annual_figures": ("parameter_id", "unit_id")}

KNOWN_NUMBER = Text(
    "et tal, der findes: {table} har ingen række med det indicator_id, area_id og de år",
    "a number that exists: {table} has no row with that indicator_id, area_id and those years",
)
NOT_BEFORE = Text("en dag, der ikke ligger før asked_on: ret en af dem", "a day not before asked_on: correct one")
ANSWERED = Text("udfyldt, når der er et svar", "filled in, as there is an answer")
ANSWER = Text("et svar, når answered_on er udfyldt", "an answer, as answered_on is filled in")
BOTH_YEARS = Text("begge år eller ingen af dem", "both years or neither")


def findings(tables: Mapping[str, pandas.DataFrame]) -> Iterator[Fault]:
    """The faulty fields of a column with what was expected.

    tables: those that could be read, by name, with the columns of `contracts.Remark`,
    `GivenObservation` and `GivenAnnualFigure`.
    """
    if "remarks" in tables:
        remarks = tables["remarks"]
        yield from _of_answers(remarks)
        yield remarks.loc[remarks["period_start"].isna() != remarks["period_end"].isna(), "period_end"], BOTH_YEARS
        for table in PLACES:
            if table in tables:
                asked = remarks[remarks["table"] == table]
                has_number = [_is_known(row, tables[table], table) for row in asked.to_dict("records")]
                yield (
                    asked.loc[[not has for has in has_number], "indicator_id"],
                    Text(KNOWN_NUMBER.da.format(table=f"{table}.csv"), KNOWN_NUMBER.en.format(table=f"{table}.csv")),
                )


def _of_answers(remarks: pandas.DataFrame) -> Iterator[Fault]:
    answered, asked = remarks["answered_on"], remarks["asked_on"]
    yield remarks.loc[(answered != "") & (answered < asked), "answered_on"], NOT_BEFORE
    yield remarks.loc[(answered == "") & (remarks["answer_da"] != ""), "answered_on"], ANSWERED
    yield remarks.loc[(answered != "") & (remarks["answer_da"] == ""), "answer_da"], ANSWER
    yield (
        remarks.loc[(answered == "") & (remarks["version"] != ""), "version"],
        Text("et tomt felt, indtil der er et svar", "an empty field until there is an answer"),
    )


def _is_known(remark: Mapping[Hashable, Any], numbers: pandas.DataFrame, table: str) -> bool:
    """Whether a table has a number that a remark is on: within its years, in its area, or any where it names none."""
    indicator, area = PLACES[table]
    start, end = ("year", "year") if table == "annual_figures" else ("period_start", "period_end")
    found = numbers[indicator] == remark["indicator_id"]
    if remark["area_id"]:
        found &= numbers[area] == remark["area_id"]
    if not (pandas.isna(remark["period_start"]) or pandas.isna(remark["period_end"])):
        found &= (numbers[start] >= remark["period_start"]) & (numbers[end] <= remark["period_end"])
    return bool(found.any())
