"""The languages of the product, one record each: its texts are a folder of that code in `locale/`.

Texts of the data are in Danish and English; a reader of another language gets the Danish ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from babel.numbers import get_decimal_symbol, get_group_symbol


@dataclass(frozen=True)
class Language:
    """`name` is its own name, `locale` what Babel calls it. `percent` is what follows a number of them, `separator`
    stands between the columns of a CSV file that a spreadsheet set to the language opens.
    """

    code: str
    name: str
    locale: str
    percent: str
    separator: str

    @property
    def tag(self) -> str:
        """As documents and browsers write it."""
        return self.locale.replace("_", "-")

    @property
    def decimal_mark(self) -> str:
        return get_decimal_symbol(self.locale)

    @property
    def marks(self) -> str:
        """Decimal mark and thousands separator, as plotly reads them."""
        return self.decimal_mark + get_group_symbol(self.locale)


DANISH = Language("da", "Dansk", "da_DK", percent="\N{NO-BREAK SPACE}%", separator=";")
ENGLISH = Language("en", "English", "en_GB", percent="%", separator=",")
LANGUAGES = {language.code: language for language in (DANISH, ENGLISH)}


def asked(code: str | None) -> str:
    """The language of that code, Danish where none or an unknown one is asked for."""
    return code if code in LANGUAGES else DANISH.code


def in_address(code: str) -> dict[str, str]:
    """What an address needs to be in a language: nothing in Danish."""
    return {} if code == DANISH.code else {"sprog": code}
