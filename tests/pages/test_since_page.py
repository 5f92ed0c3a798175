"""Siden sidst: what moved since a report, a day or an earlier version, the surest and largest first."""

from datetime import date
from pathlib import Path

import pytest

from dashboard import store
from dashboard.ui import clock
from dashboard.views import kept
from data import earlier_version, version_changes
from data.errors import Text
from tests.pages.test_items import shown as texts
from tests.pages.test_pages import headings, page_at, run, shown, warned

VIEWS = [
    "Det vigtigste siden sidst",
    "Succeskriterierne siden sidst",
    "Tal, der har flyttet sig",
    "Nye tal",
    "Vurderinger, der er vendt",
    "Rettelser",
    "De næste evalueringer",
]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    kept._once.cache_clear()  # of a version that another test could not read
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 27))


def test_without_a_choice_it_is_since_the_report_before_the_newest(root: Path) -> None:
    app = shown(root, "siden-sidst", datasaet="example")
    assert headings(app) == VIEWS
    said = texts(app)
    assert "Siden Status for 2023, 31. december 2023: succeskriterier: 6 frem, 2 nye, 6 uændret" in said
    assert "3 rettelser" in said
    assert "Den næste evaluering er »Samtaler med unge, der har haft en mentor«, 1. marts 2027" in said
    assert "1 frist er passeret" in said


def test_a_day_in_the_address_counts_before_a_report(root: Path) -> None:
    said = texts(shown(root, "siden-sidst", datasaet="example", siden="eks_status_2023", siden_dag="2024-12-31"))
    assert "Siden 31. december 2024" in said
    assert "Der er ingen nye tal siden da" in said


def test_of_the_published_reports_it_is_said_that_they_are_of_then(root: Path) -> None:
    said = texts(shown(root, "siden-sidst"))
    assert "Alle opgørelser er historiske (2005)" in said
    assert "Historisk – 2006" in said  # an evaluation that was due then
    said = texts(shown(root, "siden-sidst", siden="ht_status_2005_03", ordning="hoeje_taastrup_2005"))
    assert "Rapporten selv findes ikke i materialet" in said


def test_before_all_that_is_known_everything_is_new_and_that_is_said(root: Path) -> None:
    said = texts(shown(root, "siden-sidst", datasaet="example", siden_dag="1990-01-01"))
    assert "dataene fortæller intet fra før da, så alt er nyt" in said


@pytest.mark.parametrize("day", ["2031-01-01", "1889-01-01", "i_gaar", "2024-02-30"])
def test_a_day_that_cannot_be_used_is_named_and_skipped(root: Path, day: str) -> None:
    app = run(root, page_at("siden-sidst"), siden_dag=day)
    assert not app.exception
    (said,) = warned(app)
    assert "er ikke en dato fra 1. januar 1990 til i dag" in said
    assert headings(app) == VIEWS


def test_an_unknown_report_or_version_is_named(root: Path) -> None:
    app = run(root, page_at("siden-sidst"), siden="0123456789ab")
    assert not app.exception
    assert "0123456789ab" in warned(app)[0]
    assert headings(app) == VIEWS


def test_an_earlier_version_that_cannot_be_compared_is_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = store.current("published")
    monkeypatch.setattr(version_changes, "before", lambda _now, _readable: [version])
    monkeypatch.setattr(earlier_version, "read", lambda *_: Text("Den er væk.", "It is gone."))
    app = shown(root, "siden-sidst", siden=version.name)
    assert headings(app) == VIEWS[:1]
    assert "Den er væk" in texts(app)


def test_a_version_held_against_itself_has_not_moved(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = store.current("published")
    monkeypatch.setattr(version_changes, "before", lambda _now, _readable: [version])
    said = texts(shown(root, "siden-sidst", siden=version.name))
    assert "26 uændret" in said
    assert "Der er ingen nye tal siden da" in said
    assert "Intet tal fra dengang kan holdes op mod et nyere" in said


def test_it_is_told_in_english(root: Path) -> None:
    said = texts(shown(root, "siden-sidst", datasaet="example", sprog="en"))
    assert "success criteria: 6 forward" in said
    assert "The next evaluation is" in said


def test_a_correction_names_the_field_in_the_readers_language(root: Path) -> None:
    said = texts(run(root, page_at("siden-sidst"), datasaet="example"))
    assert "Lektiecaféen har åbent fire eftermiddage om ugen (frist)" in said
    said = texts(run(root, page_at("siden-sidst"), datasaet="example", sprog="en"))
    assert "(start date)" in said
