"""The fonts that pages fetch hold every letter and icon that they show."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard.ui import assets
from dashboard.web import server
from tests import vendored_fonts

FONTS = assets.FOLDER / "vendor" / "fonts"
SPELLED = {"underscore": "_"} | dict(
    zip("zero one two three four five six seven eight nine".split(), "0123456789", strict=True)
)


def ligatures(path: Path) -> set[str]:
    """The words that are drawn as one sign."""
    lookups = TTFont(path)["GSUB"].table.LookupList.Lookup
    tables = [getattr(table, "ExtSubTable", table) for lookup in lookups for table in lookup.SubTable]
    return {
        "".join(SPELLED.get(letter, letter) for letter in [first, *ligature.Component])
        for table in tables
        for first, found in getattr(table, "ligatures", {}).items()
        for ligature in found
    }


def test_every_icon_is_in_the_font() -> None:
    named = vendored_fonts.icons()
    assert {"map", "inventory_2", "keyboard_arrow_down"} <= named
    whole = ligatures(next(vendored_fonts.MEDIA.glob("MaterialSymbols-Rounded.*.woff2")))
    assert (named & whole) - ligatures(FONTS / "icons.woff2") == set()


def test_our_letters_are_those_of_streamlit_in_our_range() -> None:
    whole = set(vendored_fonts.source("SourceSansVF-Upright").getBestCmap())
    ours = set(TTFont(FONTS / "letters.woff2").getBestCmap())
    assert ours == whole & set(vendored_fonts.LATIN)
    assert set(map(ord, "æøåÆØÅé–−≥±½")) <= ours


@pytest.mark.parametrize("name", ["letters.woff2", "icons.woff2"])
def test_a_font_is_a_tenth_of_what_a_reader_would_fetch(name: str) -> None:
    assert (FONTS / name).stat().st_size < 60_000


def test_the_document_asks_for_our_letters_at_once() -> None:
    page = server.index_html("da")
    assert f'href="{assets.url("vendor/fonts/letters.woff2")}"' in page
    assert "SourceSansVF-Upright" not in page
