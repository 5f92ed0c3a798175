"""The example agenda: eight items, each with a view that exists."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n.words import LANGUAGES, Words
from dashboard.meeting import agenda
from dashboard.meeting import page as meeting_page
from dashboard.meeting.example import example
from dashboard.ui import navigation
from tests.pages.test_pages import run

VIEWS = [item.view for item in example(Words()).items if item.view]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_whole_agenda_of_eight(language: str) -> None:
    own = example(Words(language))
    assert len(own.items) == 8
    assert agenda.read(agenda.write(own), meeting_page.knows) == (own, [])


@pytest.mark.parametrize("view", VIEWS)
def test_its_page_has_the_view_without_a_warning(root: Path, view: str) -> None:
    page, choices = agenda.target(view)
    app: AppTest = run(root, navigation.page(page), **choices, visning="moede", punkt="1")
    assert not app.exception
    assert [warning.value for warning in app.warning] == []
    assert app.header
