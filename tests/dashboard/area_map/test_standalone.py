"""Scale, choices of the element, and the stand-alone map that must run offline with hostile names."""

import hashlib
import html
import re
from pathlib import Path

import pandas
import pytest

from dashboard.area_map import colouring, standalone
from dashboard.i18n import missing
from dashboard.i18n.words import Words
from dashboard.ui import assets
from tests.browser.apps.area_map import files

DANISH = Words("da")
LAND = {"type": "FeatureCollection", "features": []}
INDICATOR = {
    "name_da": "Sigtede",
    "unit": "per_1000",
    "decimals": 1,
    "direction": "low_is_good",
    "class_breaks": "[10, 20, null]",
    "change_breaks": "[-2, 2]",
}


def observations(*rows: tuple[str, float | None, str]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=["area_id", "value", "status"])


def made(geometry: dict, rows: pandas.DataFrame, mode: str = colouring.NUMBER, **texts: str) -> str:
    return standalone.standalone(
        INDICATOR,
        colouring.colouring(mode, INDICATOR, DANISH),
        DANISH,
        geometry=geometry,
        background=LAND,
        rows=rows,
        period="2016–2018",
        **{"sentence": "Sætning.", "source": "Kilde.", **texts},
    )


@pytest.mark.parametrize("text", ['<img src=x onerror="f()">', "</script><script>", "`${f()}`", "{{ f }}", "'\"&"])
def test_safe_text_holds_no_sign_that_any_sink_reads(text: str):
    written = standalone.safe(text)
    assert not set(written) & set("<>\"'`${}")


def test_the_vendored_leaflet_is_the_published_one():
    record = (assets.FOLDER / "vendor" / "leaflet" / "VENDOR.md").read_text(encoding="utf-8")
    for name in ("leaflet.js", "leaflet.css"):
        content = (assets.FOLDER / "vendor" / "leaflet" / name).read_bytes()
        assert f"| {name} | `{hashlib.sha256(content).hexdigest()}` |" in record


def test_the_stand_alone_map_says_everything_the_page_says():
    geometry = files.grid("municipality", 3)
    rows = observations(("municipality_001", 12.0, "shown"), ("municipality_002", None, "hidden"))
    page = made(geometry, rows, mark="Fiktive tal", sentence="Her er én sætning.", source="Kilde: X, 2024.")
    told = ("Fiktive tal", "Her er én sætning.", "Kilde: X, 2024.", "over 10 til 20", "12,0 pr. 1.000", "2016–2018")
    for text in told:
        assert text in page
    assert "<td>skjult (diskretioneret)</td>" in page
    assert "Område 003" not in page  # outside what is shown: it has no row
    assert "for få til at vise" not in page
    assert '<html lang="da">' in page
    assert "user-scalable=no" not in page


def test_the_stand_alone_map_says_comparisons_and_changes_in_words():
    geometry = files.grid("municipality", 2)
    rows = observations(("municipality_001", 12.0, "shown"), ("municipality_002", 3.0, "shown"))
    compared = made(geometry, rows.assign(comparison=["above", "not_compared"]), colouring.COUNTRY)
    assert "<td>12,0 pr. 1.000 (højere end landet)</td>" in compared
    assert "<td>3,0 pr. 1.000 (ikke sammenlignet)</td>" in compared
    changed = made(geometry, rows.assign(value=[2.5, -2.5]), colouring.CHANGE)
    assert "<td>+2,5 pr. 1.000</td>" in changed and "<td>−2,5 pr. 1.000</td>" in changed
    assert "stigning: over 2" in changed


def test_every_missing_word_has_its_pattern_on_the_map_and_in_the_legend():
    codes = list(missing.WORDS)
    statuses = [code if code != "not_compared" else "shown" for code in codes]
    rows = observations(*((f"municipality_00{number}", 3.0, status) for number, status in enumerate(statuses, 1)))
    page = made(files.grid("municipality", len(codes)), rows.assign(comparison="not_compared"), colouring.COUNTRY)
    for record in missing.WORDS.values():
        assert f'id="area-map-{record.pattern}"' in page and f'"fillColor": "{record.fill}"' in page
        swatch = f'<span class="swatch" style="--pattern:{html.escape(record.image, quote=True)}"></span>'
        assert html.unescape(f"{swatch}<span>{record.word}</span>") in html.unescape(page)
    assert "data-pattern" not in page


def test_two_rows_for_one_area_are_refused():
    rows = observations(("municipality_001", 1.0, "shown"), ("municipality_001", 2.0, "shown"))
    with pytest.raises(ValueError):
        made(files.grid("municipality", 1), rows)


def test_a_stand_in_district_is_named_as_one():
    rows = observations(*((f"housing_area_00{number}", None, "not_collected") for number in (1, 2, 3)))
    assert "distrikt, ikke områdets egen afgrænsning" in made(files.housing_areas(), rows)


def test_the_stand_alone_map_links_to_no_script_style_or_picture():
    page = made(files.grid("municipality", 1), observations(("municipality_001", 1.0, "shown")))
    head = Path(assets.FOLDER / "vendor" / "leaflet" / "leaflet.js").read_text(encoding="utf-8")[:200]
    assert head in page
    assert not re.search(r"<(script|img|iframe)[^>]*\ssrc=|<link[^>]*\shref=", page)
