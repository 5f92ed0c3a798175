"""One view alone, for a frame of somebody else's page: no menu, choices or footer, and the way to the whole page."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.ui import embedding
from dashboard.ui.navigation import page as page_at
from tests.pages.test_pages import headings, run

CHARGES = page_at("sigtelser")


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(embedding.VARIABLE, "https://www.kommune.dk")


@pytest.mark.usefixtures("allowed")
def test_a_frame_has_one_view_with_its_sentence_source_and_link(root: Path) -> None:
    app = run(root, CHARGES, visning="indlejret", vis="hotspot_2009_2013")
    assert [heading for heading in headings(app) if "2009–2013" in heading]
    assert not app.button
    assert not app.selectbox
    assert not app.get("download_button")
    assert [caption.value for caption in app.caption if "Kilde" in caption.value]
    (link,) = app.get("link_button")
    assert link.proto.url == "/sigtelser?datasaet=published&vis=hotspot_2009_2013"
    assert not app.warning


@pytest.mark.usefixtures("allowed")
def test_invented_figures_say_so_in_a_frame_in_its_language(root: Path) -> None:
    app = run(root, CHARGES, visning="indlejret", datasaet="example", sprog="en")
    assert "Invented" in app.warning[0].value or "Fictitious" in app.warning[0].value
    (link,) = app.get("link_button")
    assert link.proto.url == "/sigtelser?datasaet=example&sprog=en"
    assert len(headings(app)) >= 1  # the first view, where none is named


@pytest.mark.usefixtures("allowed")
def test_an_unknown_view_is_named_and_the_likest_is_shown(root: Path) -> None:
    app = run(root, CHARGES, visning="indlejret", vis="hotspot_2009_2014")
    assert "2009" in app.warning[0].value
    assert len(app.get("link_button")) == 1


@pytest.mark.usefixtures("allowed")
def test_the_way_to_embed_stands_under_share(root: Path) -> None:
    assert 'data-way="embed"' in "".join(each.proto.body for each in run(root, CHARGES).get("html"))


def test_without_the_setting_the_page_is_whole_and_says_so(root: Path) -> None:
    app = run(root, CHARGES, visning="indlejret", vis="hotspot_2009_2013")
    assert "Indlejring er ikke slået til" in app.warning[0].value
    assert app.get("download_button")
    assert 'data-way="embed"' not in "".join(each.proto.body for each in app.get("html"))
