"""The choices of a run, and those of another page that stand in for a while."""

from __future__ import annotations

import pytest
import streamlit

from dashboard.ui import address, heard
from dashboard.ui.address import Choice, Stage


def choice(**asked: str) -> Choice:
    return address.of(asked, Stage.FILE, streamlit.container())


def test_another_choice_stands_in_until_its_page_ends_or_fails() -> None:
    shown, other = choice(), choice(sprog="en")
    with address.standing_in(shown):
        with pytest.raises(LookupError), address.standing_in(other):
            assert address.current() is other
            raise LookupError
        assert address.current() is shown


def test_links_carry_the_choices_of_the_address_alone_and_none_that_is_endless() -> None:
    asked = {"aar": "2019", "omraader": "x," * 20_000, "vis": "kort", **{f"a{number}": "1" for number in range(500)}}
    with address.standing_in(choice(**asked)):
        assert address.query_params(omraade="a") == {"aar": "2019", "omraade": "a"}


@pytest.mark.parametrize(
    ("sent", "told"),
    [("kort", ["kort"]), (["kort", "tabel"], ["kort,tabel"]), ("Map", []), (["kort", "Table"], []), ([], [""])],
)
def test_a_label_of_another_language_is_no_choice(
    monkeypatch: pytest.MonkeyPatch, sent: str | list[str], told: list[str]
) -> None:
    written: list[str] = []
    monkeypatch.setattr(streamlit, "session_state", {"form": sent})
    monkeypatch.setattr(address, "choose", lambda form: written.append(form))
    drawn = "tabel" if isinstance(sent, str) else ["tabel"]
    address._choose_among(
        ["kort", "tabel"],
        "form",
        drawn,
        lambda chosen: {"form": chosen if isinstance(chosen, str) else ",".join(chosen)},
    )
    assert written == told


def test_a_label_of_the_language_before_is_the_choice_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    session: dict[str, object] = {"form": "Tabel"}
    monkeypatch.setattr(streamlit, "session_state", session)
    monkeypatch.setattr(address, "choose", lambda form: written.append(form))
    for labels in ({"kort": "Kort", "tabel": "Tabel"}, {"kort": "Map", "tabel": "Table"}):
        heard.keep_labels("form", labels)
    address._choose_among(["kort", "tabel"], "form", "kort", lambda chosen: {"form": chosen})
    assert written == ["tabel"]
    address._choose_among(["kort", "tabel"], "form", "tabel", lambda chosen: {"form": chosen})
    assert written == ["tabel"]  # nobody chose: the page changed its language


@pytest.mark.parametrize(
    ("says", "sent", "is_visit", "told"),
    [
        ({}, True, False, ["projektor"]),
        ({"visning": "projektor"}, False, False, [None]),
        ({"visning": "moede"}, False, False, []),  # after a run that drew no switch
        ({"visning": "projektor"}, False, True, []),  # sent with a visit as it was drawn before
    ],
)
def test_a_switch_is_turned_by_the_reader_alone(
    monkeypatch: pytest.MonkeyPatch, says: dict[str, str], sent: bool, is_visit: bool, told: list[str | None]
) -> None:
    written: list[str | None] = []
    monkeypatch.setattr(streamlit, "session_state", {"visning": sent})
    monkeypatch.setattr(address, "asked_now", lambda: says)
    monkeypatch.setattr(address, "choose", lambda visning: written.append(visning))
    monkeypatch.setattr(heard, "_is_visit", lambda: is_visit)
    for drawn in (False, True):
        heard.keep_drawn("visning", drawn)
    address._turn("visning", "projektor")
    assert written == told
