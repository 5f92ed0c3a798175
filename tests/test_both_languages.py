"""Rules that Python and the browser both keep: one file of cases each, read here and by `node --test`.

Which rules they are, and why each is written twice, stands in docs/both_languages.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas
import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.area_map import colouring, layers, periods, standalone
from dashboard.area_map import sentences as map_sentences
from dashboard.area_map.numbers import Number, changed_numbers
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.meeting import agenda, memory
from data import query
from data.contracts import Indicator, Observation, Status
from geo.contract import PlacedArea
from geo.features import Feature
from tests.dashboard.areas.atlases import atlas
from tests.levels import of_kinds
from tests.records import record

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
    assert query.search(of_kinds(areas), case["text"])["area_id"].tolist() == case["found"]


@each("area_kind")
def test_area_kind(case: Mapping[str, Any]) -> None:
    area = case["area"]
    code = "0001" if area["municipality"] else ""
    is_municipality = area["level"] == "municipality"
    area_id = "kommune_0001" if is_municipality else "asked"
    rows = [area_row(area_id, area["name"], area["level"], code)]
    if code and not is_municipality:
        rows.append(area_row("kommune_0001", area["municipality"], "municipality", code))
    assert atlas(*rows).kind(area_id, DANISH) == case["kind"]


def area_row(area_id: str, name: str, level: str, code: str) -> PlacedArea:
    return record(PlacedArea, area_id=area_id, name=name, level=level, municipality_code=code)


# Numbers and periods


@each("number")
@pytest.mark.parametrize("language", LANGUAGES)
def test_number(case: Mapping[str, Any], language: str) -> None:
    words = Words(language)
    unit = case["unit"]
    assert read("number")["units"][unit][language] == ("" if unit == "count" else words(labels.UNITS[unit]))
    for mode, name in ((colouring.NUMBER, "amount"), (colouring.CHANGE, "change")):
        assert said(mode, case, words) == case[language][name]


def said(mode: str, case: Mapping[str, Any], words: Words) -> str:
    """What a map says of a number."""
    shape = Feature("a", "A", "outline", {})
    indicator = record(Indicator, unit=case["unit"], decimals=case["decimals"])
    number = Number(record(Observation), Status.SHOWN, case["value"])
    return standalone.reading(shape, number, indicator, colouring.Colouring(mode, "", ("#fff",), ("",)), words).text


@each("period")
def test_period(case: Mapping[str, Any]) -> None:
    period = case["start"], case["end"]
    assert query.period_name(*period) == case["name"]
    assert query.period_of(case["name"]) == period
    assert DANISH.period(*period) == case["text"]


def observed(period: str, area: str = "a", status: str = "shown") -> Observation:
    start, end = query.period_of(period)
    return record(Observation, area_id=area, period_start=start, period_end=end, status=Status(status))


@each("comparable_periods")
def test_comparable_periods(case: Mapping[str, Any]) -> None:
    alike = periods.bases(map(observed, case["periods"])).get(case["period"], [])
    assert alike == case["comparable"]
    assert next((other for other in alike if other != case["period"]), None) == case["first"]


@each("opening_period")
def test_opening_period(case: Mapping[str, Any]) -> None:
    rows = [
        observed(period, area, status)
        for area, statuses in case["areas"].items()
        for period, status in zip(case["periods"], statuses, strict=True)
    ]
    assert (periods.fullest(rows) or case["periods"][-1]) == case["first"]


# Classes and changes


@each("class_of_value")
def test_class_of_value(case: Mapping[str, Any]) -> None:
    codes = colouring.COMPARED if case["mode"] in colouring.AGAINST else ()
    breaks, decimals = tuple(case["breaks"]), case["decimals"]
    classes = colouring.Colouring(case["mode"], "", (), (), breaks=breaks, codes=codes, decimals=decimals)
    row = record(
        Observation,
        comparison=case.get("country") or "",
        municipality_comparison=case.get("municipality") or "",
    )
    assert classes.place(case["value"], row) == case["place"]


@each("difference")
def test_difference(case: Mapping[str, Any]) -> None:
    before, after = (
        record(Observation, area_id="a", **{**case[name], "status": Status(case[name]["status"])})
        for name in ("before", "after")
    )
    (found,) = changed_numbers([before], [after])
    expected, change = case["change"], found.change
    assert found.status == expected["status"]
    numbers = [change.value, change.low, change.high] if change else [None] * 3
    assert [rounded(number) for number in numbers] == [expected[name] for name in ("value", "low", "high")]
    verdicts = {
        map_sentences.INCREASED: "increased",
        map_sentences.DECREASED: "decreased",
        map_sentences.UNSURE: "unsure",
        "": "",
    }
    assert verdicts[map_sentences.verdict(change.low, change.high, DANISH) if change else ""] == expected["verdict"]


def rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 6)


# Signs on the map


@each("marked_areas")
def test_marked_areas(case: Mapping[str, Any]) -> None:
    layer = layers.Layer("own", "Own", areas=case["sign"])
    assert layers.marked(layer, read("marked_areas")["marks"]) == list(case["areas"])


# The agenda


@each("agenda")
def test_agenda(case: Mapping[str, Any]) -> None:
    own, faults = agenda.read(case["text"])
    assert as_json(agenda.as_dict(own)) == case["agenda"]
    assert len(faults) == case["faults"]
    if case["whole"]:
        assert as_json(json.loads(agenda.write(own))) == json.loads(case["text"]) | case["agenda"]


@each("memory")
def test_memory(case: Mapping[str, Any]) -> None:
    words, now = Words(case["language"]), memory.seen_of(case["now"])
    last = memory.last_of(case["last"])
    assert last is not None
    assert memory.told(last, now, words) == case["told"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_of_a_memory_are_those_of_its_cases(language: str) -> None:
    assert memory.texts(Words(language)) == read("memory")["texts"][language]


@each("agenda_size")
def test_agenda_size(case: Mapping[str, Any]) -> None:
    items = tuple(agenda.Item(f"p{number}", "Punkt") for number in range(case["items"]))
    own, faults = agenda.read(agenda.write(agenda.Agenda(items=items)))
    assert own.items == items[: case["read"]]
    assert len(faults) == case["faults"]


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


@each("run_over")
def test_which_message_says_that_a_run_is_over(case: dict[str, Any]) -> None:
    message = ForwardMsg.FromString(bytes.fromhex(case["bytes"]))
    assert MessageToDict(message, preserving_proto_field_name=True) == case["told"]
    ends = ("FINISHED_SUCCESSFULLY", "FINISHED_WITH_COMPILE_ERROR")
    assert (case["told"].get("script_finished") in ends) == case["over"]
