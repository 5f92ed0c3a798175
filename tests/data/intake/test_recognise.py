"""Worksheets as offices lay them out: which rows are headings, what the columns hold, and what is left out."""

from __future__ import annotations

import pytest

from data.intake import recognise
from data.intake.answers import Answers
from data.intake.areas import Areas, KnownArea
from data.intake.picture import picture
from data.intake.plans import About, Catalogue, Plan, Role
from data.intake.sheets import Cell, Merged, Sheet, filled

AREAS = Areas(
    (
        KnownArea("0101", "Grønne Gård", ("0101",)),
        KnownArea("0102", "Møllevangen", ("0102",)),
        KnownArea("0103", "Åparken", ("0103",)),
    )
)
CATALOGUE = Catalogue(
    AREAS,
    recognise.indicators_known([["sigtede", "Sigtede pr. 1.000 unge"], ["ledige", "Ledige"]]),
    {"sigtede": "per_1000", "ledige": "percent"},
)


def plan(rows: list[list[Cell]], name: str = "Ark1", **answers: object) -> Plan:
    sheet = Sheet("fil.xlsx", name, tuple(map(tuple, rows)))
    return recognise.plan(sheet, CATALOGUE, Answers({"sheets": {f"fil.xlsx/{name}": answers}}))


def abouts(found: Plan) -> list[About]:
    return [column.about.under(found.about) for column in found.values if column.about]


def test_years_across_are_numbers_of_the_indicator_that_the_title_names() -> None:
    found = plan([["Sigtede pr. 1.000 unge, 15-17 år"], [], ["Område", 2015, "ultimo 2016"], ["Grønne Gård", 1, 2]])
    assert (found.table, found.first_heading, found.data_rows) == ("observations", 2, [3])
    assert [(a.indicator, a.age, a.period.start if a.period else 0) for a in abouts(found)] == [
        ("sigtede", "15-17", 2015),
        ("sigtede", "15-17", 2016),
    ]


def test_indicators_across_with_a_year_a_row() -> None:
    found = plan([["Område", "År", "Sigtede pr. 1.000 unge", "Ledige"], ["Grønne Gård", 2015, 1, 2]])
    assert [a.indicator for a in abouts(found)] == ["sigtede", "ledige"]


def test_merged_headings_reach_over_their_years() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("Område", "Ledige", None, "Sigtede pr. 1.000 unge", None),
        (None, 2015, 2016, 2015, 2016),
        ("Grønne Gård", 1, 2, 3, 4),
    ]
    merged = (Merged(0, 0, 1, 0), Merged(0, 1, 0, 2), Merged(0, 3, 0, 4))
    sheet = Sheet("fil.xlsx", "Ark1", filled(rows, merged), merged)
    found = recognise.plan(sheet, CATALOGUE, Answers())
    assert [(a.indicator, a.period.start if a.period else 0) for a in abouts(found)] == [
        ("ledige", 2015),
        ("ledige", 2016),
        ("sigtede", 2015),
        ("sigtede", 2016),
    ]


def test_counts_and_populations_stand_beside_each_other() -> None:
    found = plan([["Område", "År", "Indikator", "Antal", "Folketal"], ["Grønne Gård", 2015, "Sigtede", 5, 100]])
    assert [a.measure for a in abouts(found)] == ["count", "population"]


def test_areas_may_be_the_columns() -> None:
    found = plan([["Ledige"], ["År", "Grønne Gård", "Møllevangen", "Åparken"], [2015, 1, 2, 3]])
    assert [a.area for a in abouts(found)] == ["0101", "0102", "0103"]


def test_totals_and_footnotes_are_no_areas() -> None:
    found = plan([["Område", 2015], ["Grønne Gård", 1], ["I alt", 1], [], ["* skjult"], ["Kilde: os"]], name="Ledige")
    assert [found.rows[row] for row in range(1, 6)] == [Role.KEY, Role.TOTAL, Role.EMPTY, Role.FOOTNOTE, Role.FOOTNOTE]


@pytest.mark.parametrize(
    ("headings", "table"),
    [
        (["Område-id", "Områdenavn", "Kommunekode"], "areas"),
        (["Navn", "Enhed", "Retning", "Hvad tælles"], "indicators"),
        (["Titel", "Udgiver", "Udgivet", "Type"], "sources"),
        (["Område", "Rolle", "Ordning", "Fra", "Til"], "roles"),
        (["Projekt", "Målgruppe", "Formål", "Start", "Slut", "Status"], "projects"),
        (["Succeskriterium", "Måltal", "Enhed", "Udgangspunkt", "Slut"], "criteria"),
    ],
)
def test_a_table_is_known_by_its_headings(headings: list[Cell], table: str) -> None:
    assert plan([headings, ["x"] * len(headings)]).table == table


def test_an_answer_goes_before_what_a_heading_says() -> None:
    found = plan([["Område", "Bemærk", 2015], ["Grønne Gård", "x", 1]], columns={"Bemærk": "note_da"})
    assert found.column("note_da")


def test_what_nobody_knows_is_no_table() -> None:
    assert plan([["Kære kollega"], ["Her er tallene"]]).table == ""


def test_the_picture_gives_each_cell_its_role() -> None:
    found = plan(
        [["Ledige i procent"], ["Område", 2015, "Internt"], ["Grønne Gård", "*", "x"], ["Møllevangen", "1,5", "y"]]
    )
    roles = [[cell.role for cell in row] for row in picture(found).rows]
    assert roles == [
        [Role.TITLE, Role.EMPTY, Role.EMPTY],
        [Role.HEADING, Role.HEADING, Role.UNUSED],
        [Role.AREA, Role.SIGN, Role.UNUSED],
        [Role.AREA, Role.NUMBER, Role.UNUSED],
    ]


@pytest.mark.parametrize("written", ["0101", "101", "grønne gård", "Grønne\N{NO-BREAK SPACE}Gård", "GRØNNE-GÅRD"])
def test_an_area_is_found_whatever_became_of_zeros_spaces_and_case(written: str) -> None:
    assert AREAS.find(written).area_id == "0101"


def test_a_likely_area_is_proposed_and_never_taken() -> None:
    found = AREAS.find("Grønne Gaard")
    assert (found.area_id, found.likely and found.likely.name) == ("", "Grønne Gård")
    assert AREAS.find("Noget helt andet").likely is None
