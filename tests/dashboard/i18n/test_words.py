"""Words: Danish is the source, every other language is complete, numbers are Danish."""

import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dashboard.i18n.extract import extract
from dashboard.i18n.words import LANGUAGES, Words, catalogue


def danish_texts(root: Path) -> set[str]:
    """Every text to translate; of a pair the singular."""
    paths = [path for folder in ("dashboard", "pages") for path in (root / folder).rglob("*.py")]
    messages = [found[2] for path in paths for found in extract(io.BytesIO(path.read_bytes()), None, None, None)]
    return {message[0] if isinstance(message, tuple) else message for message in messages}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "da"])
def test_every_danish_text_is_translated(root: Path, language: str) -> None:
    path = root / "dashboard" / "i18n" / "locale" / language / "LC_MESSAGES" / "messages.po"
    messages = read_po(io.BytesIO(path.read_bytes()), locale=language)
    translated = set()
    for message in messages:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and all(texts) and not message.fuzzy:
            translated.add(message.id[0] if isinstance(message.id, tuple) else message.id)
    assert danish_texts(root) - translated == set()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "da"])
def test_a_translation_has_the_same_places_to_fill_in(root: Path, language: str) -> None:
    import string

    path = root / "dashboard" / "i18n" / "locale" / language / "LC_MESSAGES" / "messages.po"

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for message in read_po(io.BytesIO(path.read_bytes()), locale=language):
        if message.id and isinstance(message.id, str):
            assert places(message.id) == places(message.string), message.id


def test_danish_needs_no_catalogue() -> None:
    assert catalogue("da").gettext("Områdekort") == "Områdekort"


@pytest.mark.parametrize(
    ("value", "decimals", "danish", "english"),
    [(12345.678, 1, "12.345,7", "12,345.7"), (0, 0, "0", "0"), (-20, 0, "−20", "−20"), (None, 1, "", "")],
)
def test_numbers(value: float | None, decimals: int, danish: str, english: str) -> None:
    assert Words("da").number(value, decimals) == danish
    assert Words("en").number(value, decimals) == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stays_no_text(language: str) -> None:
    assert Words(language)("") == ""


def test_a_share_and_a_change() -> None:
    assert Words("da").share(0.5) == "50\xa0%"
    assert Words("en").share(0.5) == "50%"
    assert Words("da").signed(5) == "+5"
    assert Words("da").signed(-5) == "−5"


def test_a_period_is_written_without_a_thousands_separator() -> None:
    assert Words("da").period(2015, 2015) == "2015"
    assert Words("da").period(2015, 2017) == "2015–2017"
