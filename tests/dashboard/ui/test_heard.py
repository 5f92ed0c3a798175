"""Choices made before the browser has heard of the last one, and addresses that the reader goes to."""

from __future__ import annotations

import pytest
from streamlit.runtime.scriptrunner import StopException
from streamlit.testing.v1 import AppTest

from dashboard.ui import heard
from tests.patience import PATIENCE


def page() -> None:
    import streamlit

    from dashboard.ui import heard

    for name in ("one", "two"):
        streamlit.button(name, key=name, on_click=lambda name=name: heard.say({**heard.last_said(), name: "ja"}))
    streamlit.text(" ".join(sorted(heard.last_said())))


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(page, default_timeout=PATIENCE).run()


def shown(app: AppTest) -> tuple[str, list[str]]:
    """What the page was drawn from, and what the browser was told."""
    return app.text[0].value, sorted(app.query_params)


def test_a_choice_sent_with_an_older_address_is_added_to_the_last_one(app: AppTest) -> None:
    app.button("one").click().run()
    app.query_params.clear()  # the browser has not heard of it
    app.button("two").click().run()
    assert shown(app) == ("one two", ["one", "two"])


def test_a_run_without_a_choice_follows_the_last_one(app: AppTest) -> None:
    app.button("one").click().run()
    app.query_params.clear()
    assert shown(app.run()) == ("one", ["one"])


def test_an_address_the_reader_goes_to_is_meant_as_it_stands(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    app.button("one").click().run()
    app.query_params.clear()  # Back
    monkeypatch.setattr(heard, "_is_visit", lambda: True)
    assert shown(app.run()) == ("", [])
    monkeypatch.setattr(heard, "_is_visit", lambda: False)
    assert shown(app.button("two").click().run()) == ("two", ["two"])


def test_a_choice_whose_run_ended_before_the_browser_was_told_holds_on_the_page_the_reader_went_to(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(_choices: object) -> None:
        raise StopException

    with monkeypatch.context() as patched:
        patched.setattr(heard, "_tell", ended)
        app.button("one").click().run()
    app.query_params.clear()
    app.query_params["three"] = "ja"  # a link
    monkeypatch.setattr(heard, "_is_visit", lambda: True)
    assert shown(app.run()) == ("one three", ["one", "three"])
    app.query_params.clear()  # Back
    assert shown(app.run()) == ("", [])


def test_an_address_that_was_never_said_is_meant_as_it_stands(app: AppTest) -> None:
    app.button("one").click().run()
    app.query_params.clear()
    app.query_params["three"] = "ja"
    assert shown(app.button("two").click().run()) == ("three two", ["three", "two"])


def controlled() -> None:
    import streamlit

    from dashboard.ui import heard

    drawn = heard.last_said().get("one", "a")
    streamlit.session_state["one"] = drawn
    heard.keep_drawn("one", [drawn])

    def chosen() -> None:
        value = streamlit.session_state["one"]
        if not heard.is_echo("one", [value]):
            heard.say({"one": value})

    streamlit.radio("one", ["a", "b", "c"], key="one", on_change=chosen)
    streamlit.text(drawn)


@pytest.mark.parametrize("sent, shown_then", [("a", "b"), ("c", "c")])
def test_a_control_that_comes_with_a_visit_as_it_was_drawn_before_is_no_choice(
    sent: str, shown_then: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AppTest.from_function(controlled, default_timeout=PATIENCE).run()
    app.radio("one").set_value("b").run()
    monkeypatch.setattr(heard, "_is_visit", lambda: True)
    app.radio("one").set_value(sent).run()
    assert app.text[0].value == shown_then


def test_what_was_drawn_before_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    app = AppTest.from_function(controlled, default_timeout=PATIENCE).run()
    app.radio("one").set_value("b").run()
    assert app.radio("one").set_value("a").run().text[0].value == "a"
