"""Words and numbers in the reader's language. Danish is the msgid; other languages are catalogues in `locale/`.

Numbers are formatted by Babel. Nothing here is global: a `Words` is built per run and handed on.
"""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from dashboard.i18n import languages
from data.errors import Text

LOCALE_FOLDER = Path(__file__).parent / "locale"
LANGUAGES = {language.code: language.name for language in languages.LANGUAGES.values()}
PERCENT = re.compile(r"(?<=[0-9]) %")
MINUS = "\N{MINUS SIGN}"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, which pybabel looks for
    """Mark a text for translation where it is defined; `Words` translates it where it is shown."""
    return message


@lru_cache
def catalogue(language: str) -> NullTranslations:
    """The translations of a language, read from its .po file so that no compiled file can go stale."""
    if language == languages.DANISH.code:
        return NullTranslations()
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


@lru_cache(maxsize=10_000)  # Babel takes as long for a number as all the rest of a cell
def decimal(value: float, decimals: int, locale: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=locale).replace("-", MINUS)


class Words:
    """Everything a reader reads: `words("Områdekort")`, `words.number(1234.5, 1)`, `words.text(project.aim)`."""

    def __init__(self, language: str = languages.DANISH.code) -> None:
        self.language = language
        self.of_language = languages.LANGUAGES[language]
        self.locale = self.of_language.locale
        self._catalogue = catalogue(language)

    def __call__(self, message: str, **values: Any) -> str:
        """Translate a Danish text; named places like {name} are filled in afterwards."""
        text = self._catalogue.gettext(message) if message else ""  # gettext answers "" with its own header
        return self.unbroken(text.format(**values) if values else text)

    def plural(self, one: str, many: str, number: int, **values: Any) -> str:
        text = self._catalogue.ngettext(one, many, number)
        return self.unbroken(text.format(n=self.number(number), **values))

    def number(self, value: float | None, decimals: int = 0) -> str:
        """12345.678 -> 12.345,7 in Danish; a missing number is an empty text, never 0."""
        if value is None or value != value:
            return ""
        return decimal(value or 0, decimals, self.locale)  # -0.0 is 0

    def signed(self, value: float, decimals: int = 0) -> str:
        """A change: always with its sign."""
        return ("+" if value > 0 else "") + self.number(value, decimals)

    def share(self, value: float | None, decimals: int = 0) -> str:
        """0.5 -> 50 % in Danish, 50% in English."""
        if value is None or value != value:
            return ""
        return self.number(value * 100, decimals) + self.of_language.percent

    def period(self, start: int, end: int) -> str:
        """A year, or the first and last year of a longer period. Years carry no thousands separator."""
        return str(start) if start == end else f"{start}–{end}"

    def date(self, day: date | datetime) -> str:
        """22. november 2026 in Danish, 22 November 2026 in English."""
        return format_date(day, format="long", locale=self.locale)

    def text(self, text: Text) -> str:
        """A text of the data, in Danish where the data have no other."""
        return self.unbroken(text.in_language(self.language))

    def unbroken(self, text: str) -> str:
        """The text with a number and its per cent sign as the language joins them: never on two lines."""
        return PERCENT.sub(self.of_language.percent, text) if " %" in text else text
