"""Scale, choices of the element, and the stand-alone map that must run offline with hostile names."""

import hashlib
import json
import re
from pathlib import Path

import pandas
import pytest

from dashboard import assets, maps
from dashboard.words import Words
from tests.browser.apps.area_map import files

DANISH = Words("da")
SCALE = maps.Scale("Sigtede", "pr. 1.000", 1, (10.0, 20.0))
LAND = {"type": "FeatureCollection", "features": []}
CHOICE = {"level": "municipality", "period": "2016-2018", "geometry": "g", "values": "v", "background": "b"}


def observations(*rows: tuple[str, float | None, str]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=["area_id", "value", "status"])


def standalone(geometry: dict, rows: pandas.DataFrame, **texts: str) -> str:
    return maps.standalone(
        SCALE, DANISH, geometry=geometry, background=LAND, observations=rows, period="2016-2018",
        **{"sentence": "Sætning.", "source": "Kilde.", **texts},
    )


@pytest.mark.parametrize(("value", "position"), [(0, 0), (10, 0), (10.1, 1), (20, 1), (20.1, 2), (999, 2)])
def test_a_value_equal_to_a_bound_falls_in_the_lower_class(value: float, position: int):
    assert SCALE.colour(value) == SCALE.colours[position]


def test_classes_are_told_in_words_that_leave_no_doubt_about_the_bounds():
    assert SCALE.labels(DANISH) == ["højst 10", "over 10 til 20", "over 20"]
    assert maps.Scale("", "", 1, (7.5, 1000.0)).labels(DANISH) == ["højst 7,5", "over 7,5 til 1.000,0", "over 1.000,0"]
    assert maps.Scale("", "", 1, ()).labels(DANISH) == ["alle værdier"]


@pytest.mark.parametrize("classes", [1, 2, 3, 4, 5])
def test_every_class_has_its_own_colour_from_light_to_dark(classes: int):
    colours = maps.Scale("", "", 0, tuple(range(classes - 1))).colours
    lightness = [sum(bytes.fromhex(colour[1:])) for colour in colours]
    assert len(set(colours)) == classes
    assert lightness == sorted(lightness, reverse=True)


def test_more_classes_than_colours_are_refused():
    with pytest.raises(ValueError, match="6 classes"):
        _ = maps.Scale("", "", 0, (1, 2, 3, 4, 5)).colours


def test_a_scale_is_read_from_the_catalogue():
    row = {"class_breaks": "[10, 20, null]", "unit": "per_1000", "decimals": 1, "name_da": "Sigtede"}
    assert maps.scale(row, DANISH) == SCALE


@pytest.mark.parametrize(
    ("value", "status", "text"),
    [
        (-1234.5, "shown", "−1.234,5 pr. 1.000"),
        (0.0, "shown", "0,0 pr. 1.000"),
        (None, "hidden", "skjult (diskretioneret)"),
    ],
)
def test_a_number_or_the_word_for_why_there_is_none(value: float | None, status: str, text: str):
    assert SCALE.text(value, status, DANISH) == text


def test_the_four_missing_words_have_four_patterns():
    entries = maps.missing(DANISH)
    assert set(entries) == {"hidden", "not_collected", "not_relevant", "too_few"}
    for part in ("label", "pattern", "drawing"):
        assert len({entry[part] for entry in entries.values()}) == 4


def test_the_element_gets_choices_and_addresses_but_no_numbers():
    data = maps.element_data(SCALE, DANISH, **CHOICE, listed=["a"])
    assert len(json.dumps(data).encode()) < 4_000
    assert data["legend"]["period"] == "2016–2018"
    assert data["period"] == "2016-2018"
    assert data["format"] == {"locale": "da-DK", "decimals": 1, "unit": "pr. 1.000"}


def test_no_list_chosen_is_not_an_empty_list():
    assert maps.element_data(SCALE, DANISH, **CHOICE)["listed"] is None
    assert maps.element_data(SCALE, DANISH, **CHOICE, listed=[])["listed"] == []


def test_every_text_the_scripts_ask_for_is_given():
    names = ("map.js", "caption.js", "readings.js")
    scripts = "".join((assets.FOLDER / name).read_text(encoding="utf-8") for name in names)
    asked = set(re.findall(r"texts\.(\w+)", scripts))
    assert {"stand_in", "keys", "close"} <= asked <= set(maps.texts(DANISH))


@pytest.mark.parametrize("text", ['<img src=x onerror="f()">', "</script><script>", "`${f()}`", "{{ f }}", "'\"&"])
def test_safe_text_holds_no_sign_that_any_sink_reads(text: str):
    written = maps.safe(text)
    assert not set(written) & set("<>\"'`${}")


def test_the_vendored_leaflet_is_the_published_one():
    record = (assets.FOLDER / "leaflet" / "VENDOR.md").read_text(encoding="utf-8")
    for name in ("leaflet.js", "leaflet.css"):
        content = (assets.FOLDER / "leaflet" / name).read_bytes()
        assert f"| {name} | `{hashlib.sha256(content).hexdigest()}` |" in record


def test_the_stand_alone_map_says_everything_the_page_says():
    geometry = files.grid("municipality", 3)
    rows = observations(("municipality_001", 12.0, "shown"), ("municipality_002", None, "hidden"))
    page = standalone(geometry, rows, mark="Fiktive tal", sentence="Her er én sætning.", source="Kilde: X, 2024.")
    told = ("Fiktive tal", "Her er én sætning.", "Kilde: X, 2024.", "over 10 til 20", "12,0 pr. 1.000", "2016–2018")
    for text in told:
        assert text in page
    assert "<td>skjult (diskretioneret)</td>" in page
    assert "<td>ikke opgjort</td>" in page  # the third area has no row
    assert "for få til at vise" not in page
    assert '<html lang="da">' in page
    assert "user-scalable=no" not in page


def test_two_rows_for_one_area_are_refused():
    rows = observations(("municipality_001", 1.0, "shown"), ("municipality_001", 2.0, "shown"))
    with pytest.raises(ValueError):
        standalone(files.grid("municipality", 1), rows)


def test_a_stand_in_district_is_named_as_one():
    assert "distrikt, ikke områdets egen afgrænsning" in standalone(files.housing_areas(), observations())


def test_the_stand_alone_map_links_to_no_script_style_or_picture():
    page = standalone(files.grid("municipality", 1), observations())
    head = Path(assets.FOLDER / "leaflet" / "leaflet.js").read_text(encoding="utf-8")[:200]
    assert head in page
    assert not re.search(r"<(script|img|iframe)[^>]*\ssrc=|<link[^>]*\shref=", page)
