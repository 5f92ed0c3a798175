"""The hotspot board: unknown is not no, numbers are added over areas and medians are not."""

from __future__ import annotations

import pytest

from dashboard.charts import theme
from dashboard.hotspot import ages, checklist, process
from dashboard.hotspot.ages import Results
from dashboard.hotspot.process import Quarter
from dashboard.i18n.words import Words
from data.contracts import ChecklistAnswer, ChecklistItem, Comparison, Effect, ProcessMeasure
from tests.records import record

DA = Words("da")
NAMES = {"a": "Vænget", "b": "Parken"}


def item(item_id: str, order: int) -> ChecklistItem:
    return record(
        ChecklistItem, item_id=item_id, order=order, theme="unit", question=f"Findes {item_id}?", certainty="A"
    )


def answer(item_id: str, area_id: str, said: str, as_of: str = "2025") -> ChecklistAnswer:
    return record(ChecklistAnswer, item_id=item_id, area_id=area_id, answer=said, as_of=as_of, certainty="A")


def test_a_question_without_an_answer_is_unknown_and_only_the_newest_answer_counts() -> None:
    items = [item("sidst", 2), item("chef", 1)]
    given = [answer("chef", "a", "yes", "2026"), answer("chef", "a", "no", "2025"), answer("chef", "b", "no")]
    rows = checklist.lines(items, given, NAMES, (), DA)
    assert [(row.question, row.place, row.answer) for row in rows] == [
        ("Findes chef?", "Vænget", "✓ ja"),
        ("Findes chef?", "Parken", "✕ nej"),
        ("Findes sidst?", "", "? ukendt"),
    ]
    assert checklist.sentence(rows, DA) == (
        "2 spørgsmål, 2 svar fra 2 steder: 1 ja, 1 nej, 0 ukendt. 1 spørgsmål har ingen besvaret; det er ikke et nej."
    )
    of_one_place = checklist.lines(items, given[:1], NAMES, (), DA)
    assert checklist.sentence(of_one_place, DA).startswith("2 spørgsmål: 1 ja, 0 nej, 1 ukendt. ")


def measure(area_id: str, quarter: str, name: str, value: float, out_of: int, age: str = "all") -> ProcessMeasure:
    return record(
        ProcessMeasure,
        area_id=area_id,
        quarter=quarter,
        measure=name,
        age_group=age,
        value=float(value),
        out_of=out_of,
    )


def test_numbers_are_added_over_areas_and_medians_never_are() -> None:
    found = process.quarters(
        [
            measure("a", "2025-Q2", "meetings_held", 5, 6),
            measure("b", "2025-Q2", "meetings_held", 2, 6),
            measure("a", "2025-Q1", "meetings_held", 3, 6),
            measure("a", "2025-Q1", "days_to_contact", 9, 20, "under_18"),
            measure("b", "2025-Q1", "days_to_contact", 21, 20, "under_18"),
        ]
    )
    assert [(row.quarter, row.value, row.out_of) for row in found] == [("2025-Q1", 3, 6), ("2025-Q2", 7, 12)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Quarter("meetings_held", "all", "2025-Q1", 7, 12), "7 af 12 (58\N{NO-BREAK SPACE}%)"),
        (Quarter("meetings_held", "all", "2025-Q1", 0, 0), "ingen"),
        (Quarter("days_to_contact", "under_18", "2025-Q1", 1, 20), "1 dag"),
        (Quarter("days_to_contact", "under_18", "2025-Q1", 9, 20), "9 dage"),
    ],
)
def test_a_quarter_is_told_with_what_it_is_out_of(row: Quarter, said: str) -> None:
    assert process.told(row, DA) == said


def test_the_charts_are_told_in_words_and_tell_ages_apart_without_colour() -> None:
    rows = [
        Quarter("days_to_contact", age, quarter, days, 20)
        for age, days in (("under_18", 9), ("18_plus", 21))
        for quarter in ("2025-Q1", "2025-Q2")
    ]
    ((told, chart),) = process.panels(rows, DA, theme.sizes(False)).items()
    assert told == (
        "Dage fra bekymring til kontakt (median). under 18 år fra 9 dage i 1. kvartal 2025 til 9 dage i 2. kvartal "
        "2025; 18 år og derover fra 21 dage i 1. kvartal 2025 til 21 dage i 2. kvartal 2025."
    )
    assert len({(line.marker.symbol, line.line.dash) for line in chart.data}) == 2
    assert [note.text for note in chart.layout.annotations][1:] == ["under 18 år", "18 år og derover"]


@pytest.mark.parametrize(("language", "suffix"), [("da", "\N{NO-BREAK SPACE}%"), ("en", "%")])
def test_shares_have_the_per_cent_sign_of_the_language_on_their_axis(language: str, suffix: str) -> None:
    rows = [Quarter("meetings_held", "all", "2025-Q1", 6, 6)]
    (chart,) = process.panels(rows, Words(language), theme.sizes(False)).values()
    assert chart.layout.yaxis.ticksuffix == suffix


def results(*age_groups: str) -> Results:
    pairs = [
        record(
            Comparison,
            comparison_id=age,
            indicator_id=ages.COUNTED,
            age_group=age,
            control_id="k",
            before=2009,
            after=2013,
            not_found="Ingen effekt over 18.",
        )
        for age in age_groups
    ]
    effects = [
        record(
            Effect,
            comparison_id=age,
            reference_id="k",
            treated_before=75.0,
            treated_after=50.0,
            reference_before=70.0,
            reference_after=65.0,
            difference=-20.0,
        )
        for age in age_groups
    ]
    return Results(pairs, effects, NAMES, ())


def test_where_no_number_is_given_over_18_that_is_said_and_no_number_stands_there() -> None:
    found = results("under_18")
    assert ages.sentence(found, DA) == (
        "Under 18: 75 i 2009, 50 i 2013. Over 18 er intet tal oplyst; kilden siger kun, at der ikke blev fundet en "
        "effekt."
    )
    rows = ages.lines(found, DA)
    assert [row.over for row in rows] == [*["intet tal oplyst"] * 4, "Ingen effekt over 18."]
    assert rows[2].under == "70 i 2009, 65 i 2013"


def test_two_ages_with_numbers_stand_beside_each_other() -> None:
    rows = ages.lines(results("15-17", "18-24"), DA)
    assert (rows[0].under, rows[0].over) == ("15–17 år", "18–24 år")
    assert rows[3].over == "−20 pr. 1.000 (beregnet af os)"
