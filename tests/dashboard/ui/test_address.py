"""The choices of a run, and those of another page that stand in for a while."""

from __future__ import annotations

import pytest
import streamlit

from dashboard.i18n.words import Words
from dashboard.ui import address
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


def test_what_is_wrong_with_a_link_is_told_to_whoever_listens() -> None:
    class Listener:
        def __init__(self) -> None:
            self.told: list[str] = []

        def warning(self, body: str, /, *, icon: str | None = None) -> None:
            self.told.append(body)

        error = warning

    listener = Listener()
    assert address.nearest("2031", ["2019", "2023"], "2019", listener, Words("da"), "år") == "2023"
    assert listener.told == ["»2031« findes ikke under år. Her vises 2023."]


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
    address._choose_among(
        ["kort", "tabel"], "form", lambda chosen: {"form": chosen if isinstance(chosen, str) else ",".join(chosen)}
    )
    assert written == told
