"""Makes the two fonts in `dashboard/static/vendor/fonts` from those that Streamlit brings: only what the pages show.

    python -m tests.vendored_fonts

Streamlit's icons are 375 kB and its letters 170 kB, which at 1 Mbit/s is more than four seconds before the map can be
used. What is left out here is still found: letters of other scripts in Streamlit's own font, which the browser then
fetches (`unicode-range` in shell.css); an icon that is missing fails `tests/dashboard/web/test_fonts.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

from tests.conftest import ROOT

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
FOLDER = ROOT / "dashboard" / "static" / "vendor" / "fonts"
ICON = re.compile(r":material/([a-z0-9_]+):")
# Letters of every language written with Latin letters, punctuation, currency, arrows, mathematics and shapes.
LATIN = [*range(0x20, 0x250), *range(0x2000, 0x2070), *range(0x20A0, 0x20C0), *range(0x2100, 0x27C0)]
OURS = "Omraadebarometer"  # the licence reserves the name "Source" for the whole font


def icons() -> set[str]:
    """The icons that the pages and Streamlit's own scripts name."""
    texts = [*(ROOT / "dashboard").rglob("*.py"), *(ROOT / "pages").glob("*.py"), *SCRIPTS.glob("*.js")]
    return {name for path in texts for name in ICON.findall(path.read_text("utf-8"))}


def source(beginning: str) -> TTFont:
    (path,) = MEDIA.glob(f"{beginning}.*.woff2")
    return TTFont(path, recalcTimestamp=False)


def options(**changes: object) -> subset.Options:
    return subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True, hinting=False, **changes)


def save(font: TTFont, name: str, chosen: subset.Options) -> None:
    subset.save_font(font, str(FOLDER / name), chosen)


def make_icons() -> None:
    """Ligatures alone: the letters that spell an icon, and the icons; a closure would add all that there are."""
    font = source("MaterialSymbols-Rounded")
    chosen = options(layout_closure=False)
    maker = subset.Subsetter(chosen)
    known = set(font.getGlyphOrder())
    maker.populate(unicodes=map(ord, "abcdefghijklmnopqrstuvwxyz0123456789_"), glyphs=sorted(icons() & known))
    maker.subset(font)
    save(font, "icons.woff2", chosen)


def make_letters() -> None:
    font = source("SourceSansVF-Upright")
    chosen = options(name_IDs=["*"])
    chosen.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "lnum"]
    maker = subset.Subsetter(chosen)
    maker.populate(unicodes=LATIN)
    maker.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 25):
            record.string = record.toUnicode().replace("Source", OURS)
    save(font, "letters.woff2", chosen)


if __name__ == "__main__":
    make_icons()
    make_letters()
