"""Each language writes numbers and files its own way; a third one needs a record and a folder."""

import pytest
from babel.support import NullTranslations

from dashboard.i18n import languages
from dashboard.i18n.languages import LANGUAGES, Language
from dashboard.i18n.words import LOCALE_FOLDER, Words
from data.errors import Text


@pytest.mark.parametrize(("code", "marks", "tag"), [("da", ",.", "da-DK"), ("en", ".,", "en-GB")])
def test_numbers_are_marked_as_the_language_does(code: str, marks: str, tag: str) -> None:
    assert (LANGUAGES[code].marks, LANGUAGES[code].tag) == (marks, tag)


def test_every_language_but_danish_has_a_folder_of_texts() -> None:
    folders = {folder.name for folder in LOCALE_FOLDER.iterdir() if folder.is_dir()}
    assert folders == LANGUAGES.keys() - {languages.DANISH.code}


def test_an_unknown_language_is_danish() -> None:
    assert [languages.asked(code) for code in (None, "", "xx", "en")] == ["da", "da", "da", "en"]
    assert languages.in_address("da") == {}
    assert languages.in_address("en") == {"sprog": "en"}


def test_data_are_danish_in_a_third_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LANGUAGES, "de", Language("de", "Deutsch", "de_DE", percent=" %", separator=";"))
    monkeypatch.setattr("dashboard.i18n.words.catalogue", lambda _language: NullTranslations())
    words = Words("de")
    assert words.text(Text("Sigtede", "Charged")) == "Sigtede"
    assert words.share(0.5) == "50 %"
    assert words.number(1234.5, 1) == "1.234,5"
