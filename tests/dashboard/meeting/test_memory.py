"""What an item showed at a meeting is kept and found again: by ids, and only what can be compared is compared."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pandas
import pytest

from dashboard.areas.shelf import Facts
from dashboard.i18n.words import Words
from dashboard.meeting import agenda, memory
from dashboard.meeting.agenda import Agenda, Item
from dashboard.meeting.memory import Last, Number, Seen
from dashboard.views import tables
from dashboard.views.view import View
from data.contracts import Break, Indicator, Observation
from tests.records import record

DA = Words("da")
INDICATOR = record(Indicator, indicator_id="charged", unit="per_1000", decimals=1)
NAMES = {"a": "Aaparken", "b": "Bakken"}


def row(area_id: str, year: int, value: float | None, **others: Any) -> Observation:
    text = {"area_id": area_id, "indicator_id": "charged", "age_group": "all", "breakdown": "all", "edition": ""}
    return record(Observation, **{**text, "period_start": year, "period_end": year, "value": value, **others})


def seen(rows: list[Observation], *breaks: Break) -> Seen:
    columns = tables.observation_columns("pr. 1.000", 1, DA)
    view = View("T", "Et fald.", tables.observation_table(rows, NAMES, [], DA), columns, "Kilde: X.", "key")
    return memory.seen(view, "2026-12-01", "v1", Facts(NAMES, {"charged": INDICATOR}, (), breaks), DA)


def test_of_every_series_the_newest_number_is_kept_whatever_the_order() -> None:
    found = seen([row("a", 2015, 40), row("a", 2013, 50), row("b", 2013, 7)])
    assert [(each.id, each.label, each.value, each.period) for each in found.numbers] == [
        ("charged/a/all/all", "Aaparken", 40, "2015"),
        ("charged/b/all/all", "Bakken", 7, "2013"),
    ]
    assert (found.sentence, found.version, found.day) == ("Et fald.", "v1", "2026-12-01")


def test_two_areas_of_one_name_stay_two_numbers() -> None:
    found = seen([row("a", 2015, 40), row("b", 2015, 41)])
    assert len({each.id for each in found.numbers}) == 2


def test_more_numbers_than_can_be_looked_at_are_not_kept() -> None:
    rows = [row(f"area{n}", 2015, n) for n in range(memory.MOST_NUMBERS + 1)]
    assert seen(rows).numbers == ()
    assert len(seen(rows[1:]).numbers) == memory.MOST_NUMBERS


def test_a_change_of_definition_between_two_numbers_keeps_them_apart() -> None:
    change = record(Break, applies_to="charged", year=2014)
    before, after = seen([row("a", 2013, 50)], change).numbers[0], seen([row("a", 2015, 40)], change).numbers[0]
    assert memory.moved(before, after, DA) == "incomparable"
    assert memory.moved(seen([row("a", 2013, 50)]).numbers[0], seen([row("a", 2015, 40)]).numbers[0], DA) == "down"


def test_an_average_of_three_years_is_not_compared_with_a_year() -> None:
    three = seen([row("a", 2013, 50, period_end=2015)]).numbers[0]
    assert memory.moved(three, seen([row("a", 2016, 40)]).numbers[0], DA) == "incomparable"


def test_a_criterion_is_remembered_with_what_it_has_reached() -> None:
    frame = pandas.DataFrame(
        [("k1", "1. Job", 2.0, 30.0, "1. maj 2005"), ("k1", "1. Job", 5.0, 30.0, "1. maj 2005")],
        columns=["criterion_id", "criterion", "value", "reached", "day"],
    )
    view = View("T", "S", frame, [tables.Column("criterion", "K")], "Kilde: X.", "key")
    found = memory.seen(view, "", "v1", Facts(NAMES, {}, (), ()), DA)
    assert found.numbers == (Number("k1", "1. Job", 30.0, None, None, 1, "", "1. maj 2005", ""),)


def test_what_is_remembered_survives_the_file_and_a_file_without_it_opens() -> None:
    found = seen([row("a", 2015, 40, low=30.0, high=50.0)])
    item = Item("a", "Punkt", seen=found, last=Last("2026-03-01", "Ja", "Åse", found))
    assert agenda.read(agenda.write(Agenda(items=(item,)))) == (Agenda(items=(item,)), [])
    assert "seen" not in agenda.write(Agenda(items=(Item("a", "Punkt"),)))


WHOLE = asdict(Seen("2026-12-01", "v1", "S", (Number("i", "L", 1.0, None, None, 0, "%", "2015", ""),)))


@pytest.mark.parametrize(
    "damaged",
    [
        7,
        {**WHOLE, "day": None},
        {**WHOLE, "numbers": "ingen"},
        {**WHOLE, "numbers": [7]},
        {**WHOLE, "numbers": [{**WHOLE["numbers"][0], "value": "1"}]},
        {**WHOLE, "numbers": [{**WHOLE["numbers"][0], "value": True}]},
        {**WHOLE, "numbers": [{**WHOLE["numbers"][0], "decimals": -1}]},
        {**WHOLE, "numbers": [{**WHOLE["numbers"][0], "decimals": 1.5}]},
        {**WHOLE, "numbers": [WHOLE["numbers"][0]] * (memory.MOST_NUMBERS + 1)},
    ],
)
def test_a_damaged_memory_costs_the_memory_alone(damaged: Any) -> None:
    text = agenda.write(Agenda(items=(Item("a", "Punkt", note="N"),))).replace('"note"', '"seen": SEEN, "note"')
    read, faults = agenda.read(text.replace("SEEN", agenda.json.dumps(damaged)))
    assert read.items == (Item("a", "Punkt", note="N"),)
    assert [fault.expected for fault in faults] == ["hvad der sås på et møde"]
