"""The menu: every page once, in the group of its record; what is open is marked; the reader's choices stay."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest

from dashboard.i18n.words import Words
from dashboard.ui import links, menu, navigation


@pytest.fixture(autouse=True)
def choices() -> object:
    with patch.object(links.address, "query_params", lambda **_changes: {"sprog": "en", "fra": '"'}) as chosen:
        yield chosen


def test_every_page_is_a_link_once_with_the_choices() -> None:
    found = re.findall(r'href="([\w-]+)\?sprog=en&amp;fra=%22"', menu.menu("kort", Words()))
    assert found == [page.path for _group, pages in navigation.grouped() for page in pages]
    assert sorted(found) == sorted(page.path for page in navigation.PAGES)


def test_the_page_and_its_group_are_marked() -> None:
    drawn = menu.menu("strategi", Words())
    assert re.findall(r'<a[^>]*aria-current="page"[^>]*>(.*?)</a>', drawn) == ["Strategi"]
    assert re.findall(r'<button[^>]*aria-current="true"[^>]*>(.*?)</button>', drawn) == ["Indsatser"]


def test_a_group_of_one_page_is_its_link() -> None:
    alone = navigation.page("data")
    with patch.object(navigation, "grouped", lambda: [(alone.group, [alone])]):
        drawn = menu.menu("data", Words())
    assert 'aria-label="Data og metode" aria-current="page">Data</a>' in drawn
    assert "Data</button>" not in drawn


def test_a_group_without_pages_is_not_shown() -> None:
    filled = {page.group for page in navigation.PAGES}
    for group in navigation.GROUPS:
        assert (f">{group.title}<" in menu.menu("kort", Words())) == (group in filled)
        assert (group.answers in menu.answers(Words())) == (group in filled)
