"""Behov og indsats: where need has no known effort, and what is said where nobody knows."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.ui import clock
from tests.pages.test_items import shown as texts
from tests.pages.test_pages import headings, page_at, run, shown, warned

VIEWS = [
    "Behov mod indsats, område for område",
    "Behov uden indsats",
    "Flere indsatser om samme målgruppe",
    "Det, der er sat først",
]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 27))


def test_the_example_says_where_need_has_no_known_effort_and_where_efforts_compete(root: Path) -> None:
    app = shown(root, "behov", datasaet="example")
    assert headings(app) == VIEWS
    said = texts(app)
    assert "områder er dårligere end kommunen på uddannelse uden en kendt indsats" in said
    assert "Kærmysseparken (prioriteret)" in said
    assert "Mosehøjparken har 3 indsatser i gang for samme målgruppe" in said
    assert "ingen kendt indsats" in said
    assert "Historisk" not in said


def test_an_old_report_is_never_told_as_an_effort_of_today_nor_as_none(root: Path) -> None:
    said = texts(shown(root, "behov"))
    assert "Behov kan ikke afgøres" in said
    assert "Der er ingen aktuelle oplysninger om indsatser" in said
    assert "Historisk – 2005" in said
    assert "valgt af os" in said
    assert "ingen kendt indsats" not in said
    assert "indsats i gang" not in said


def test_municipalities_have_need_and_no_current_information_on_efforts(root: Path) -> None:
    said = texts(shown(root, "behov", niveau="municipality"))
    assert "områder er dårligere end landet på mindst ét tema" in said
    assert "ingen aktuelle oplysninger" in said
    assert "ingen kendt indsats" not in said


def test_efforts_grow_old_by_the_clock(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2031, 1, 1))
    said = texts(shown(root, "behov", datasaet="example"))
    assert "ingen kendt indsats" not in said
    assert "ingen aktuelle oplysninger" in said


def test_themes_groups_and_an_area_narrow_it_and_stand_in_the_sentence(root: Path) -> None:
    app = shown(
        root, "behov", datasaet="example", omraade="eks_omraade_34", behovstema="crime", behovsgruppe="youth_at_risk"
    )
    said = texts(app)
    assert "1 område og 1 tema" in said
    assert "Viser 1 område, i Mosehøjparken, kriminalitet," in said


def test_a_choice_that_nothing_matches_is_a_sentence(root: Path) -> None:
    app = shown(root, "behov", datasaet="example", omraade="eks_omraade_01", behovsstatus="i-gang", behovstema="income")
    assert "Ingen områder passer til valget" in texts(app)


@pytest.mark.parametrize(
    ("key", "value", "label"),
    [("behovstema", "fodbold", "Tema"), ("behovsgruppe", "alle_unge", "Målgruppe"), ("behovsstatus", "slut", "Status")],
)
def test_an_unknown_theme_group_or_status_is_named_and_skipped(root: Path, key: str, value: str, label: str) -> None:
    app = run(root, page_at("behov"), **{key: value})
    assert not app.exception
    (said,) = warned(app)
    assert value in said
    assert label in said
    assert headings(app) == VIEWS


def test_it_is_told_in_english(root: Path) -> None:
    said = texts(shown(root, "behov", datasaet="example", sprog="en"))
    assert "areas are worse than the municipality on education without a known effort" in said
    assert "youths at risk of crime" in said
