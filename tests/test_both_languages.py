"""Rules that Python and the browser both keep: one file of cases each, read here and by `node --test`.

Which rules they are, and why each is written twice, stands in docs/both_languages.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas
import pytest

from dashboard.area_map import colouring, layers, periods, standalone
from dashboard.area_map import page as map_page
from dashboard.area_map import sentences as map_sentences
from dashboard.areas import atlas
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.meeting import agenda
from data import query

CASES = Path(__file__).parent / "cases"
STATIC_TESTS = Path(__file__).parent / "static"
DANISH = Words("da")
LANGUAGES = ("da", "en")


def read(rule: str) -> dict[str, Any]:
    return json.loads((CASES / f"{rule}.json").read_text(encoding="utf-8"))


def each(rule: str) -> pytest.MarkDecorator:
    """Run a test once for each case of a rule."""
    return pytest.mark.parametrize("case", read(rule)["cases"])


def test_every_file_of_cases_is_read_in_both_languages(root: Path) -> None:
    python, scripts = (
        Path(__file__).read_text("utf-8"),
        "".join(path.read_text("utf-8") for path in STATIC_TESTS.rglob("*.test.js")),
    )
    table = (root / "docs" / "both_languages.md").read_text("utf-8")
    rules = {path.stem for path in CASES.glob("*.json")}
    assert rules
    assert {rule for rule in rules if f'("{rule}")' not in python} == set()
    assert {rule for rule in rules if f'cases("{rule}")' not in scripts} == set()
    assert {rule for rule in rules if f"`{rule}.json`" not in table} == set()


# Search


@each("search")
def test_search(case: Mapping[str, Any]) -> None:
    columns = ["area_id", "name", "aliases", "level", "municipality", "town"]
    areas = pandas.DataFrame(read("search")["areas"], columns=columns).assign(
        municipality_code=lambda rows: rows["municipality"], valid_from=pandas.NA
    )
    assert query.search(areas, case["text"])["area_id"].tolist() == case["found"]


@each("area_kind")
def test_area_kind(case: Mapping[str, Any]) -> None:
    own = case["area"]
    is_municipality = own["level"] == "municipality"
    others = [] if is_municipality or not own["municipality"] else [("kommune_1", own["municipality"], "municipality")]
    rows = [("kommune_1" if is_municipality else "own", own["name"], own["level"]), *others]
    areas = pandas.DataFrame(rows, columns=["area_id", "name", "level"]).assign(
        municipality_code="1" if own["municipality"] else "", valid_from=pandas.NA
    )
    tables = {name: pandas.DataFrame() for name in atlas.TABLES}
    assert atlas.Atlas(**{**tables, "areas": areas}).kind(rows[0][0], DANISH) == case["kind"]


# Numbers and periods


@each("number")
@pytest.mark.parametrize("language", LANGUAGES)
def test_number(case: Mapping[str, Any], language: str) -> None:
    words = Words(language)
    unit = case["unit"]
    assert read("number")["units"][unit][language] == ("" if unit == "count" else words(labels.UNITS[unit]))
    row = {"status": "shown", "value": case["value"]}
    for mode, name in ((colouring.NUMBER, "amount"), (colouring.CHANGE, "change")):
        assert said(row, mode, case, words) == case[language][name]


def said(row: Mapping[str, Any], mode: str, indicator: Mapping[str, Any], words: Words) -> str:
    """What a map says of a row."""
    shape = {"id": "a", "properties": {"name": "A", "kind": "outline"}}
    own = colouring.Colouring(mode, "", ("#fff",), ("",))
    return standalone.reading(shape, pandas.DataFrame([row], index=["a"]), indicator, own, words).text


@each("period")
def test_period(case: Mapping[str, Any]) -> None:
    period = case["start"], case["end"]
    assert query.period_name(*period) == case["name"]
    assert query.period_of(case["name"]) == period
    assert DANISH.period(*period) == case["text"]


def spans(periods: list[str]) -> list[dict[str, Any]]:
    return [dict(zip(("period_start", "period_end"), query.period_of(name), strict=True)) for name in periods]


@each("comparable_periods")
def test_comparable_periods(case: Mapping[str, Any]) -> None:
    alike = periods.bases(pandas.DataFrame(spans(case["periods"]))).get(case["period"], [])
    assert alike == case["comparable"]
    assert next((other for other in alike if other != case["period"]), None) == case["first"]


@each("newest_period")
def test_newest_period(case: Mapping[str, Any]) -> None:
    rows = [
        {**span, "area_id": area, "status": status}
        for area, statuses in case["areas"].items()
        for span, status in zip(spans(case["periods"]), statuses, strict=True)
    ]
    assert (periods.newest_shown(pandas.DataFrame(rows)) or case["periods"][-1]) == case["newest"]


# Classes and changes


@each("class_of_value")
def test_class_of_value(case: Mapping[str, Any]) -> None:
    codes = colouring.COMPARED if case["mode"] in colouring.FIELDS else ()
    own = colouring.Colouring(case["mode"], "", (), (), breaks=tuple(case["breaks"]), codes=codes)
    row = {
        "value": case["value"],
        "comparison": case.get("country"),
        "municipality_comparison": case.get("municipality"),
    }
    assert own.place(row) == case["place"]


@each("difference")
def test_difference(case: Mapping[str, Any]) -> None:
    numbers = ["value", "low", "high"]
    frames = {
        period: pandas.DataFrame([{"area_id": "a", **case[name]}]).astype(dict.fromkeys(numbers, float))
        for period, name in (("2015", "before"), ("2016", "after"))
    }
    known = SimpleNamespace(values=lambda _indicator, _level, period, _within: frames[period])
    chosen = SimpleNamespace(indicator_id="", level="", within=None, mode=colouring.CHANGE, base="2015", period="2016")
    found = map_page.map_rows(known, chosen).iloc[0]
    expected = case["change"]
    assert found["status"] == expected["status"]
    assert [rounded(found[name]) for name in numbers] == [expected[name] for name in numbers]
    verdicts = {
        map_sentences.INCREASED: "increased",
        map_sentences.DECREASED: "decreased",
        map_sentences.UNSURE: "unsure",
        "": "",
    }
    assert verdicts[map_sentences.verdict(found["low"], found["high"], DANISH)] == expected["verdict"]


def rounded(number: float) -> float | None:
    return None if pandas.isna(number) else round(number, 6)


# Signs on the map


@each("marked_areas")
def test_marked_areas(case: Mapping[str, Any]) -> None:
    layer = layers.Layer("own", "Own", areas=case["sign"])
    assert layers.marked(layer, read("marked_areas")["marks"]) == list(case["areas"])


# The agenda


@each("agenda")
def test_agenda(case: Mapping[str, Any]) -> None:
    own, faults = agenda.read(case["text"])
    assert as_json(asdict(own)) == case["agenda"]
    assert len(faults) == case["faults"]
    if case["whole"]:
        assert as_json(json.loads(agenda.write(own))) == json.loads(case["text"]) | case["agenda"]


@each("agenda_minutes")
def test_agenda_minutes(case: Mapping[str, Any]) -> None:
    text = agenda.write(agenda.Agenda()).replace('"items": []', f'"items": [{{"minutes": {case["minutes"]}}}]')
    own, faults = agenda.read(text)
    assert (not faults) == case["allowed"]
    assert own.items[0].minutes == (case["minutes"] if case["allowed"] else 0)


@each("agenda_packed")
def test_agenda_packed(case: Mapping[str, Any]) -> None:
    assert json.loads(agenda.unpack(case["packed"])) == case["agenda"]


@each("agenda_link")
def test_agenda_link(case: Mapping[str, Any]) -> None:
    if case["link"] is None:
        with pytest.raises(ValueError):
            agenda.target(case["address"])
        return
    found = case["page"], case["choices"]
    assert agenda.target(case["link"]) == found
    assert agenda.link(*found) == case["link"]
    if case["view"] is None:
        assert agenda.target(case["address"]) == found


def as_json(value: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(value))
