"""Co-operation that cannot be is told by file, row, column and how it is mended."""

from __future__ import annotations

from pathlib import Path

import pandas
import pytest

from data.errors import SourceError
from data.read import read_source
from tests import small_dataset

TEXT = {"title_da": "t", "title_en": "t"}
SOURCED = {"scheme": "s", **small_dataset.SOURCE, **small_dataset.NOTES}


def body(body_id: str, parent: str = "", **cells: str) -> dict[str, str]:
    named = {"body_id": body_id, "name_da": "Råd", "name_en": "Council", "layer": "management", "order": "1"}
    is_top = "false" if parent else "true"
    empty = {"uses_cards": "false", "certainty": "A"}
    return {**named, "parent_id": parent, "is_top": is_top, **empty, **SOURCED, **cells}


def tables() -> dict[str, list[dict[str, str]]]:
    """A council with two teams, of which one holds a card that was sent up and decided on."""
    card = {
        "card_id": "kort",
        "area_id": "moelleby",
        "body_id": "team",
        "opened": "2024-01-15",
        "due": "2024-06-30",
        "status": "sent_up",
        "sent_to": "raad",
        "sent_on": "2024-02-01",
        "decided_on": "2024-03-01",
        "decided_by_da": "Rådet",
        "decision_da": "Ja",
        **TEXT,
        **SOURCED,
    }
    seat = {"body_id": "team", "order": "1", "function_da": "Leder", "function_en": "Head", "role": "member"}
    challenge = {"challenge_id": "u1", "rank": "1", "as_of": "2024", "certainty": "A", **TEXT, **SOURCED}
    measure = {"area_id": "moelleby", "quarter": "2024-Q1", "measure": "meetings_held", "age_group": "all"}
    unnamed = {key: value for key, value in SOURCED.items() if key != "scheme"}
    return {
        **small_dataset.rows(),
        "bodies": [body("raad"), body("team", "raad"), body("andet", "raad")],
        "seats": [{**seat, "certainty": "A", **unnamed}],
        "action_cards": [card],
        "challenges": [challenge, {**challenge, "challenge_id": "u2", "rank": "2"}],
        "process_measures": [{**measure, "value": "3", "out_of": "4", **unnamed}],
    }


def told(folder: Path, given: dict[str, list[dict[str, str]]]) -> list[str]:
    with pytest.raises(SourceError) as error:
        read_source(small_dataset.write_source(folder, given))
    return str(error.value).splitlines()


def test_a_council_with_teams_and_a_decided_card_is_taken_in(tmp_path: Path) -> None:
    read_source(small_dataset.write_source(tmp_path, tables()))


@pytest.mark.parametrize(
    ("table", "row", "cells", "sentence"),
    [
        (
            "bodies",
            1,
            {"parent_id": ""},
            "Fil bodies.csv, række 3, kolonne parent_id: fandt »«, "
            "ventede det organ, som organet hører under, eller true i is_top",
        ),
        (
            "bodies",
            1,
            {"is_top": "true"},
            "Fil bodies.csv, række 3, kolonne parent_id: fandt »raad«, ventede et tomt felt, når is_top er true",
        ),
        (
            "bodies",
            2,
            {"parent_id": "mangler"},
            "Fil bodies.csv, række 4, kolonne parent_id: fandt »mangler«, "
            "ventede en værdi, der findes i bodies.csv, kolonne body_id",
        ),
        (
            "bodies",
            2,
            {"scheme": "anden"},
            "Fil bodies.csv, række 4, kolonne parent_id: fandt »raad«, ventede et organ i den samme model (scheme)",
        ),
        (
            "seats",
            0,
            {"body_id": "mangler"},
            "Fil seats.csv, række 2, kolonne body_id: fandt »mangler«, "
            "ventede en værdi, der findes i bodies.csv, kolonne body_id",
        ),
        (
            "action_cards",
            0,
            {"due": ""},
            "Fil action_cards.csv, række 2, kolonne due: fandt »«, "
            "ventede en frist, når kortet er open, in_progress eller sent_up",
        ),
        (
            "action_cards",
            0,
            {"status": "done", "closed": "2024-01-14"},
            "Fil action_cards.csv, række 2, kolonne closed: fandt »2024-01-14«, "
            "ventede en dato, der ikke ligger før opened",
        ),
        (
            "action_cards",
            0,
            {"status": "done"},
            "Fil action_cards.csv, række 2, kolonne closed: fandt »«, "
            "ventede dagen, kortet blev afsluttet, når det er done",
        ),
        (
            "action_cards",
            0,
            {"closed": "2024-05-01"},
            "Fil action_cards.csv, række 2, kolonne closed: fandt »2024-05-01«, "
            "ventede et tomt felt, indtil kortet er done eller dropped",
        ),
        (
            "action_cards",
            0,
            {"due": "2024-01-14"},
            "Fil action_cards.csv, række 2, kolonne due: fandt »2024-01-14«, "
            "ventede en dato, der ikke ligger før opened",
        ),
        (
            "action_cards",
            0,
            {"decided_on": "2024-01-31"},
            "Fil action_cards.csv, række 2, kolonne decided_on: fandt »2024-01-31«, "
            "ventede en dato, der ikke ligger før sent_on",
        ),
        (
            "action_cards",
            0,
            {"decided_by_da": ""},
            "Fil action_cards.csv, række 2, kolonne decided_by_da: fandt »«, ventede udfyldt sammen med decided_on",
        ),
        (
            "action_cards",
            0,
            {"sent_to": ""},
            "Fil action_cards.csv, række 2, kolonne sent_to: fandt »«, ventede udfyldt, når kortet er sent_up",
        ),
        (
            "challenges",
            1,
            {"rank": "1"},
            "Fil challenges.csv, række 3, kolonne rank: fandt »1«, ventede hver plads én gang i samme model",
        ),
        (
            "process_measures",
            0,
            {"value": "5"},
            "Fil process_measures.csv, række 2, kolonne value: fandt »5.0«, ventede højst tallet i kolonne out_of",
        ),
        (
            "process_measures",
            0,
            {"quarter": "2024-Q5"},
            "Fil process_measures.csv, række 2, kolonne quarter: fandt »2024-Q5«, "
            r"ventede mønsteret ^\d{4}-Q[1-4]$",
        ),
    ],
)
def test_one_wrong_field_is_one_sentence(
    tmp_path: Path, table: str, row: int, cells: dict[str, str], sentence: str
) -> None:
    given = tables()
    given[table][row] |= cells
    assert told(tmp_path, given) == [sentence]


def test_a_ring_is_told_at_each_of_its_bodies_and_not_at_those_that_hang_on_it(tmp_path: Path) -> None:
    given = tables()
    given["bodies"] = [body("raad", "team"), body("team", "raad"), body("andet", "raad")]
    assert told(tmp_path, given) == [
        f"Fil bodies.csv, række {row}, kolonne parent_id: fandt »{parent}«, ventede et organ, der ikke selv hører "
        "under dette: ret et led, så kæden ender i et organ med is_top"
        for row, parent in ((2, "team"), (3, "raad"))
    ]


def test_a_body_that_belongs_under_itself_is_a_ring(tmp_path: Path) -> None:
    given = tables()
    given["bodies"].append(body("selv", "selv"))
    assert [line.partition(":")[0] for line in told(tmp_path, given)] == ["Fil bodies.csv, række 5, kolonne parent_id"]


def test_a_card_that_was_never_sent_up_has_no_decision_from_above(tmp_path: Path) -> None:
    given = tables()
    given["action_cards"][0] |= {"status": "open", "sent_on": ""}
    assert [line.partition(":")[0] for line in told(tmp_path, given)] == [
        "Fil action_cards.csv, række 2, kolonne sent_to",
        "Fil action_cards.csv, række 2, kolonne decided_on",
    ]


def test_there_is_no_place_for_the_name_of_a_person(tmp_path: Path) -> None:
    folder = small_dataset.write_source(tmp_path, tables())
    seats = pandas.read_csv(folder / "seats.csv", dtype=str, keep_default_na=False)
    seats.assign(person="Anne Andersen").to_csv(folder / "seats.csv", index=False)
    with pytest.raises(SourceError) as error:
        read_source(folder)
    assert [(found.file, found.column) for found in error.value.findings] == [("seats.csv", "person")]
