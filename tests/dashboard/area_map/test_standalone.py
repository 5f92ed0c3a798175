"""Scale, choices of the element, and the stand-alone map that must run offline with hostile names."""

import hashlib
import html
import re
from pathlib import Path

import pytest

from dashboard.area_map import colouring, standalone
from dashboard.area_map.numbers import Number
from dashboard.i18n import missing
from dashboard.i18n.words import Words
from dashboard.ui import assets
from data.contracts import Direction, Indicator, Observation, Status
from geo.features import features
from tests.browser.apps.area_map import files
from tests.records import record

DANISH = Words("da")
LAND = {"type": "FeatureCollection", "features": []}
INDICATOR = record(
    Indicator,
    name="Sigtede",
    unit="per_1000",
    decimals=1,
    direction=Direction.LOW_IS_GOOD,
    class_breaks="[10, 20, null]",
    change_breaks="[-2, 2]",
)


def number(area_id: str, value: float | None, status: Status = Status.SHOWN, **more: object) -> Number:
    return Number(record(Observation, area_id=area_id, **more), status, value)


def made(geometry: dict, *numbers: Number, mode: str = colouring.NUMBER, **texts: str) -> str:
    own, areas = colouring.colouring(mode, INDICATOR, DANISH), features(geometry)
    return standalone.standalone(
        own,
        DANISH,
        areas=areas,
        background=LAND,
        readings=standalone.read(areas, numbers, INDICATOR, own, DANISH),
        unit="pr. 1.000",
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
    numbers = number("municipality_001", 12.0), number("municipality_002", None, Status.HIDDEN)
    page = made(geometry, *numbers, mark="Fiktive tal", sentence="Her er én sætning.", source="Kilde: X, 2024.")
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
    compared = made(
        geometry,
        number("municipality_001", 12.0, comparison="above"),
        number("municipality_002", 3.0, comparison="not_compared"),
        mode=colouring.COUNTRY,
    )
    assert "<td>12,0 pr. 1.000 (højere end landet)</td>" in compared
    assert "<td>3,0 pr. 1.000 (ikke sammenlignet)</td>" in compared
    changed = made(geometry, number("municipality_001", 2.5), number("municipality_002", -2.5), mode=colouring.CHANGE)
    assert "<td>+2,5 pr. 1.000</td>" in changed and "<td>−2,5 pr. 1.000</td>" in changed
    assert "stigning: over 2" in changed


def test_every_missing_word_has_its_pattern_on_the_map_and_in_the_legend():
    codes = list(missing.WORDS)
    statuses = [Status.SHOWN if code == "not_compared" else Status(code) for code in codes]
    numbers = [
        number(f"municipality_00{place}", 3.0, status, comparison="not_compared")
        for place, status in enumerate(statuses, 1)
    ]
    page = made(files.grid("municipality", len(codes)), *numbers, mode=colouring.COUNTRY)
    for word in missing.WORDS.values():
        assert f'id="area-map-{word.pattern}"' in page and f'"fillColor": "{word.fill}"' in page
        swatch = f'<span class="swatch" style="--pattern:{html.escape(word.image, quote=True)}"></span>'
        assert html.unescape(f"{swatch}<span>{word.word}</span>") in html.unescape(page)
    assert "data-pattern" not in page


def test_two_rows_for_one_area_are_refused():
    with pytest.raises(ValueError):
        made(files.grid("municipality", 1), number("municipality_001", 1.0), number("municipality_001", 2.0))


def test_a_stand_in_district_is_named_as_one():
    numbers = [number(f"housing_area_00{place}", None, Status.NOT_COLLECTED) for place in (1, 2, 3)]
    assert "distrikt, ikke områdets egen afgrænsning" in made(files.housing_areas(), *numbers)


def test_the_stand_alone_map_links_to_no_script_style_or_picture():
    page = made(files.grid("municipality", 1), number("municipality_001", 1.0))
    head = Path(assets.FOLDER / "vendor" / "leaflet" / "leaflet.js").read_text(encoding="utf-8")[:200]
    assert head in page
    assert not re.search(r"<(script|img|iframe)[^>]*\ssrc=|<link[^>]*\shref=", page)
