"""Action cards in words: what is late comes first, and what was sent up says to whom, when, and what was decided."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from dashboard.action_cards import board, sheet
from dashboard.action_cards.board import Names, Wanted
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import Words
from data.contracts import ActionCard
from tests.records import record

DA, TODAY = Words("da"), date(2025, 6, 11)
NAMES = Names({"a": "Vænget"}, {"raad": "Rådet", "team": "Teamet"}, {"m": "Tryghed"}, {"book": "Bogen"})
CARD = {"area_id": "a", "body_id": "team", "goal_id": "m", "title": "Lys", "source_id": "book"}
IMPRINT = Imprint("v1", date(2025, 6, 1), "/handlingskort?team=team", "Fiktive tal")


def card(card_id: str, status: str = "open", **given: object) -> ActionCard:
    dates = {"opened": "2025-01-01", "due": "2025-06-30"}
    return record(ActionCard, card_id=card_id, status=status, **{**CARD, **dates, **given})


def line(given: ActionCard) -> board.CardLine:
    return board.line(given, NAMES, TODAY, DA)


def test_the_card_most_days_late_comes_first_and_closed_ones_last() -> None:
    cards = [
        card("old", "done", closed="2025-02-01"),
        card("new", "done", closed="2025-05-01"),
        card("in_time"),
        card("late", "in_progress", due="2025-06-01"),
        card("later", due="2025-03-01"),
    ]
    assert [row.card_id for row in board.ordered(cards)] == ["later", "late", "in_time", "new", "old"]


@pytest.mark.parametrize(
    ("given", "late"),
    [
        (card("k", due="2025-06-10"), "1 dag over fristen"),
        (card("k", due="2025-06-11"), ""),
        (card("k", "sent_up", due="2025-06-01", sent_on="2025-05-01", sent_to="raad"), "10 dage over fristen"),
        (card("k", "done", due="2025-06-01", closed="2025-06-05"), ""),
        (card("k", "dropped", due=""), ""),
    ],
)
def test_only_a_card_that_somebody_has_to_act_on_is_late(given: ActionCard, late: str) -> None:
    assert line(given).late == late


def test_what_was_sent_up_waits_until_it_is_decided_and_by_whom() -> None:
    sent = {"sent_to": "raad", "sent_on": "2025-06-01", "sent_by": "Tovholderen"}
    waiting = line(card("k", "sent_up", **sent))
    assert waiting.sent == "Sendt op til Rådet 1. juni 2025 af tovholderen"
    assert waiting.decided == "Venter på svar, 10 dage indtil nu"
    assert waiting.is_waiting
    answered = line(card("k", "sent_up", decided_on="2025-06-05", decided_by="Rådet", decision="Ja, i år.", **sent))
    assert answered.decided == "Besluttet 5. juni 2025 af rådet: Ja, i år."
    assert not answered.is_waiting
    never = line(card("k"))
    assert (never.sent, never.decided) == ("", "")


def test_the_answer_counts_late_cards_names_the_latest_and_says_what_waits() -> None:
    rows = [
        line(card("a", due="2025-06-01", title="Dør")),
        line(card("b")),
        line(card("c", "sent_up", sent_on="2025-06-01", sent_to="raad")),
        line(card("d", "done", closed="2025-02-01")),
    ]
    assert board.sentence(rows, DA) == (
        "1 af 3 åbne kort er over fristen, længst »Dør« (10 dage over fristen). Sendt op: 1, heraf venter 1 på svar. "
        "4 kort i alt: 2 åben, 1 sendt op, 1 udført."
    )


def test_no_card_at_all_and_none_open_have_words() -> None:
    assert board.sentence([], DA) == "Ingen handlingskort passer til valget."
    assert board.sentence([line(card("d", "done", closed="2025-02-01"))], DA) == "1 kort, alle er lukket."


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["a", "b"]),
        (Wanted(team="team"), ["a"]),
        (Wanted(area_id="b"), ["b"]),
        (Wanted(goals=("m",)), ["a"]),
        (Wanted(statuses=("done",)), ["b"]),
        (Wanted(team="team", statuses=("done",)), []),
    ],
)
def test_a_card_is_chosen_by_team_area_goal_and_status(wanted: Wanted, found: list[str]) -> None:
    cards = [card("a"), card("b", "done", area_id="b", body_id="andet", goal_id="n", closed="2025-02-01")]
    assert [row.card_id for row in board.select(cards, wanted)] == found


def test_the_set_has_two_cards_a_page_and_says_whose_it_is_and_that_it_is_fictitious() -> None:
    rows = [line(card(str(n), due="2025-06-01", responsible="Lederen <b>")) for n in range(3)]
    pages = PdfReader(io.BytesIO(sheet.pdf(rows, "Teamet", DA, IMPRINT))).pages
    texts = [page.extract_text() for page in pages]
    assert [text.count("Lys") for text in texts] == [2, 1]
    assert "FIKTIVE TAL" in texts[0]
    assert "Åbne handlingskort – Teamet" in texts[0]
    assert all("/handlingskort?team=team" in text for text in texts)
    assert "Lederen <b>" in texts[0]
    assert "10 dage over fristen" in texts[0]
