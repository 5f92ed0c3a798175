"""Numbers of several moments of one year, such as quarters: one number a year of them, as the office answers.

A period of the contract is whole years, so quarters are never put beside each other under the same year; which number
the year has is asked once for each indicator of a worksheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import mean

from data.contracts import Status
from data.errors import Text
from data.intake import numbers, said
from data.intake.desk import Desk
from data.intake.entries import Entry
from data.intake.messages import Ask, Choice

LAST, MEAN, SUM = "last", "mean", "sum"
CHOICES = {
    LAST: Text("årets sidste opgørelse", "the last count of the year"),
    MEAN: Text("gennemsnittet af årets opgørelser", "the mean of the counts of the year"),
    SUM: Text("summen af årets kvartaler", "the sum of the quarters of the year"),
}
QUARTER = re.compile(r"([1-4])\. kvartal")
QUARTERS = 4
DAY = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?\d{4}")
PARTS = {"primo": (0, 0), "medio": (6, 15), "ultimo": (13, 0)}
NUMBERS = ("value", "count", "population")
SAME = ("indicator_id", "area_id", "period_start", "period_end", "age_group", "breakdown", "edition", "source_id")


def one_a_year(entries: Iterable[Entry], desk: Desk) -> list[Entry]:
    """The entries with one for each year; asked where there are several and nobody has said which."""
    groups: dict[tuple[str, ...], list[Entry]] = {}
    alone: list[Entry] = []
    for entry in entries:
        if entry.is_contract or not entry["_told"]:
            alone.append(entry)
        else:
            groups.setdefault(tuple(entry[column] for column in SAME), []).append(entry)
    return [*alone, *(entry for group in groups.values() for entry in _of_a_year(group, desk))]


def moment(told: str) -> tuple[int, int]:
    """Month and day of a moment in a year as a period tells it, to put moments in order."""
    if found := QUARTER.search(told):
        return 3 * int(found[1]), 31
    if found := DAY.fullmatch(told):
        return int(found[2]), int(found[1])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", told):
        return int(told[5:7]), int(told[8:])
    return PARTS.get(told.casefold(), (0, 0))


def _of_a_year(group: Sequence[Entry], desk: Desk) -> Sequence[Entry]:
    group = sorted(group, key=lambda entry: moment(entry["_told"]))
    last = group[-1]
    if len({entry["_told"] for entry in group}) == 1:
        return group
    can_be_summed = all(QUARTER.search(entry["_told"]) for entry in group) and _counts(last, desk)
    offered = [answer for answer in CHOICES if answer != SUM or can_be_summed]
    path = ("within_year", f"{last.plan.name if last.plan else ''}/{last['indicator_id']}")
    answer = desk.answers.text(*path)
    if answer not in offered:
        told = ", ".join(f"{entry['_told']} {entry['period_start']}" for entry in group[:QUARTERS])
        choices = tuple(Choice(each, CHOICES[each]) for each in offered)
        desk.report.say(said.SEVERAL_IN_A_YEAR, last.place("period_start"), told, ask=Ask(path, choices))
    return [_together(group, answer) if answer in offered and answer != LAST else last]


def _counts(entry: Entry, desk: Desk) -> bool:
    return bool(entry["count"]) or desk.catalogue.units.get(entry["indicator_id"]) == "count"


def _together(group: Sequence[Entry], answer: str) -> Entry:
    """The last entry with the numbers of all; without a number where one is missing, or a quarter of a sum."""
    last = group[-1]
    lacking = next((entry["status"] for entry in group if entry["status"] not in ("", Status.SHOWN)), "")
    if answer == SUM and len({entry["_told"] for entry in group}) < QUARTERS:
        lacking = lacking or Status.NOT_COLLECTED
    cells = {**last.cells, "_told": f"{CHOICES[answer].da} ({', '.join(entry['_told'] for entry in group)})"}
    for column in NUMBERS:
        given = [float(entry[column]) for entry in group if entry[column]]
        if column not in cells:
            continue
        total = sum(given) if answer == SUM and column != "population" else mean(given) if given else 0.0
        cells[column] = numbers.plain_number(total) if len(given) == len(group) else ""
        if column != "value" and cells[column]:
            cells[column] = numbers.plain_number(round(total))
    if lacking:
        cells |= {"value": "", "count": "", "status": lacking}
    return Entry(cells, last.plan, last.row, last.cell_of)
