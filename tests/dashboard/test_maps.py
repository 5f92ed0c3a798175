"""Scale, choices of the element, and the stand-alone map that must run offline with hostile names."""

import hashlib
import json
import re
from pathlib import Path

import pandas
import pytest

from dashboard import assets, atlas, colouring, maps
from dashboard.words import Words
from tests.browser.apps.area_map import files

DANISH = Words("da")
LAND = {"type": "FeatureCollection", "features": []}
INDICATOR = {
    "name_da": "Sigtede", "unit": "per_1000", "decimals": 1, "direction": "low_is_good",
    "class_breaks": "[10, 20, null]", "change_breaks": "[-2, 2]",
}
CHOICE = {"indikator": "charges", "niveau": "municipality", "aar": "2016-2018", "farver": "tal", "omraade": None}


def observations(*rows: tuple[str, float | None, str]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=["area_id", "value", "status"])


def element() -> dict:
    return maps.element_data(
        DANISH, files=maps.Files("c", "g-{level}", "v-{indicator}", "b", "m"), choice=CHOICE, sentences={}, sources={}
    )


def catalogued(**changes: object) -> dict:
    """An indicator of the catalogue: 20 municipalities above the country in 2015, fewer in 2016."""
    record = {**INDICATOR, "indicator_id": "charges", "theme": "crime", **changes}
    areas = pandas.DataFrame({
        "area_id": ["a", "b"], "name": ["A", "B"], "level": "municipality", "municipality_code": ["0101", "0102"],
        "valid_from": None, "geometry_kind": "outline",
    })
    rows = pandas.DataFrame({
        "indicator_id": "charges", "area_id": ["a", "b", "a"], "period_start": [2015, 2015, 2016],
        "period_end": [2015, 2015, 2016], "age_group": "all", "breakdown": "all", "edition": "", "status": "shown",
        "value_certainty": "A", "comparison": ["above", "similar", "above"], "municipality_comparison": "",
    })
    empty = {name: pandas.DataFrame() for name in atlas.TABLES}
    book = atlas.Atlas(**{**empty, "indicators": pandas.DataFrame([record]), "areas": areas, "observations": rows})
    return maps.catalogue(book, DANISH)["indicators"][0]


def standalone(geometry: dict, rows: pandas.DataFrame, mode: str = colouring.NUMBER, **texts: str) -> str:
    return maps.standalone(
        INDICATOR, colouring.colouring(mode, INDICATOR, DANISH), DANISH, geometry=geometry, background=LAND, rows=rows,
        period="2016–2018", **{"sentence": "Sætning.", "source": "Kilde.", **texts},
    )


def test_the_words_for_areas_without_a_class_have_a_pattern_each():
    entries = maps.unclassed(DANISH)
    assert set(entries) == {"hidden", "not_collected", "not_relevant", "too_few", "not_compared"}
    for part in ("label", "pattern", "drawing"):
        assert len({entry[part] for entry in entries.values()}) == 5


def test_the_element_gets_choices_and_addresses_but_no_numbers_of_areas():
    data = element()
    assert len(json.dumps(data).encode()) < 7_000
    assert data["choice"]["aar"] == "2016-2018"
    assert data["files"]["values"] == "v-{indicator}"


def test_the_catalogue_says_what_an_indicator_can_be_coloured_by_on_each_level():
    entry = catalogued()
    assert entry["levels"] == {"municipality": ["tal", "land", "aendring"]}
    assert entry["modes"]["tal"]["labels"] == ["højst 10", "over 10 til 20", "over 20"]
    assert "kommune" not in entry["modes"]
    assert (entry["title"], entry["theme"], entry["unit"]) == ("Sigtede", "Kriminalitet", "pr. 1.000")


def test_a_count_has_no_unit_behind_it_and_the_first_group_is_named_by_what_is_good():
    assert catalogued(unit="count")["unit"] == ""
    assert "gruppe 1 har de højeste tal" in catalogued()["group"]
    assert "gruppe 1 har de laveste tal" in catalogued(direction="high_is_good")["group"]


def test_every_text_the_scripts_ask_for_is_given():
    scripts = "".join(path.read_text(encoding="utf-8") for path in (assets.FOLDER / "map").glob("*.js"))
    asked = set(re.findall(r"texts\.(\w+)", scripts)) | {
        "increased", "decreased", "unsure", "failed", "retry", "interval", "interval_below_zero",
    }
    assert {"stand_in", "keys", "play", "ranking", "path"} <= asked <= set(maps.texts(DANISH))


@pytest.mark.parametrize("text", ['<img src=x onerror="f()">', "</script><script>", "`${f()}`", "{{ f }}", "'\"&"])
def test_safe_text_holds_no_sign_that_any_sink_reads(text: str):
    written = maps.safe(text)
    assert not set(written) & set("<>\"'`${}")


def test_the_vendored_leaflet_is_the_published_one():
    record = (assets.FOLDER / "vendor" / "leaflet" / "VENDOR.md").read_text(encoding="utf-8")
    for name in ("leaflet.js", "leaflet.css"):
        content = (assets.FOLDER / "vendor" / "leaflet" / name).read_bytes()
        assert f"| {name} | `{hashlib.sha256(content).hexdigest()}` |" in record


def test_the_stand_alone_map_says_everything_the_page_says():
    geometry = files.grid("municipality", 3)
    rows = observations(("municipality_001", 12.0, "shown"), ("municipality_002", None, "hidden"))
    page = standalone(geometry, rows, mark="Fiktive tal", sentence="Her er én sætning.", source="Kilde: X, 2024.")
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
    compared = standalone(geometry, rows.assign(comparison=["above", "not_compared"]), colouring.COUNTRY)
    assert "<td>12,0 pr. 1.000 (højere end landet)</td>" in compared
    assert "<td>3,0 pr. 1.000 (ikke sammenlignet)</td>" in compared
    changed = standalone(geometry, rows.assign(value=[2.5, -2.5]), colouring.CHANGE)
    assert "<td>+2,5 pr. 1.000</td>" in changed and "<td>−2,5 pr. 1.000</td>" in changed
    assert "stigning: over 2" in changed


def test_two_rows_for_one_area_are_refused():
    rows = observations(("municipality_001", 1.0, "shown"), ("municipality_001", 2.0, "shown"))
    with pytest.raises(ValueError):
        standalone(files.grid("municipality", 1), rows)


def test_a_stand_in_district_is_named_as_one():
    rows = observations(*((f"housing_area_00{number}", None, "not_collected") for number in (1, 2, 3)))
    assert "distrikt, ikke områdets egen afgrænsning" in standalone(files.housing_areas(), rows)


def test_the_stand_alone_map_links_to_no_script_style_or_picture():
    page = standalone(files.grid("municipality", 1), observations(("municipality_001", 1.0, "shown")))
    head = Path(assets.FOLDER / "vendor" / "leaflet" / "leaflet.js").read_text(encoding="utf-8")[:200]
    assert head in page
    assert not re.search(r"<(script|img|iframe)[^>]*\ssrc=|<link[^>]*\shref=", page)
