"""What the five documents hold that matters: each stands at its address, or docs/items.csv says why it does not.

`seen` is a text of the page, `numbers` those of two digits or more that the document prints of the item and that stand
on the page too; tables that are folded on the page are opened here.
"""

import csv
import html
import re
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pandas
import pytest
import streamlit
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from dashboard import store
from dashboard.ui import navigation, view_layout
from dashboard.ui.address import Choice
from data.contracts import Outcome
from tests.conftest import ROOT
from tests.pages.test_pages import run, warned

ITEMS = list(csv.DictReader((ROOT / "docs" / "items.csv").read_text("utf-8").splitlines()))
ADDRESSES = sorted({item["address"] for item in ITEMS} - {""})

# How many items of value 3 or more were found in each document when it was read.
FOUND = {
    "hotspot_haandbog_2015": 21,
    "halsnaes_vi_vil_hinanden_2014": 21,
    "hoeje_taastrup_status_2005": 40,
    "sfi_bedre_overgange": 18,
    "omraadeindsats_paa_tvaers_2009": 23,
}


@pytest.fixture
def unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    def fold(_: Choice, key: str) -> DeltaGenerator:
        return streamlit.expander(key, expanded=True, key=f"table-{key}", on_change="rerun")

    monkeypatch.setattr(view_layout, "table_fold", fold)


def opened(root: Path, address: str) -> AppTest:
    parts = urlsplit(address)
    return run(root, navigation.page(parts.path.removeprefix("/")), **dict(parse_qsl(parts.query)))


def shown(app: AppTest) -> str:
    """Every text on the page, of its tables and drawings too, as one line."""
    texts = [element.proto.body for element in app.get("html")]
    for element in app.main:
        if isinstance(element, Element):
            values = (getattr(element, name, "") for name in ("label", "value"))
            texts += [value.to_csv() if isinstance(value, pandas.DataFrame) else str(value) for value in values]
    return line(" ".join(texts))


def line(text: str) -> str:
    readable = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\\", "").replace("\u2060", "")
    return re.sub(r"\s+", " ", readable)


def has(text: str, number: str) -> bool:
    """Whether the number stands there whole: 15 is not in 150, 15½ and 15,2."""
    return bool(re.search(rf"(?<![\d,.]){re.escape(number)}(?![\d½]|[,.]\d)", text))


# Numbers that a document prints, as they stand on a page, copied from the document by hand: address, document and
# printed page, texts of the page. A text is cut out of the page's own words so that its numbers can mean nothing else.
NUMBERS = [
    ("/samarbejde?model=halsnaes_2014", "001 s. 9", ["1 gang om året", "2 gange om året", "Omtrent hvert kvartal"]),
    ("/samarbejde?model=halsnaes_2014", "001 s. 10", ["Knap 30 medlemmer", "Omkring 10 medlemmer", "14 fagområder"]),
    ("/samarbejde?model=halsnaes_2014", "001 s. 20", ["Vigtigst af 7:"]),
    ("/samarbejde?model=halsnaes_2014", "001 s. 21", ["5 anbefalinger: 5 følges"]),
    ("/samarbejde?model=hoeje_taastrup_2005", "002 s. 15–16", ["19 medlemmer, men opregner 21 funktioner"]),
    ("/samarbejde?model=koebenhavn_2009", "004 s. 10–13", ["§ 17, stk. 4", "3 medarbejdere", "6 anbefalinger"]),
    ("/overgange", "003 s. 5", ["Faste møder ved 16, 17½ og 18 år", "7 elementer"]),
    ("/hotspot", "000 s. 16", ["75 i 2009, 50 i 2013", "70 i 2009, 65 i 2013", "8 hotspotområder"]),
    ("/projekter?projekt=moedre_i_job", "002 s. 7", ["48 kvinder har deltaget", "15 fik ordinært arbejde"]),
    ("/projekter?projekt=moedre_i_job", "002 s. 7", [",15,", ",4,", ",3,", ",2,", ",24,", "I alt,48,"]),
    ("/projekter?projekt=a_holdet", "002 s. 9", ["13 deltagere i alt", "28 %"]),
    ("/forankring", "000 s. 2–3; 001 s. 4", ["1. juni 2012"]),
    ("/erfaringer", "002 s. 11, 20", ["begyndte 1. august 2005", "18 kvinder deltog, 4 fik et bevis", "80 over to år"]),
]
JOBEXPRES = [225, 37, 22, 18, 11, 1, 18, 40, 18, 5, 1, 1, 106, 58, 25]  # 002 s. 8, in the order of the document
A_HOLDET = [[2, 1, 2, 1, 1], [1, 2, 1, 1, 1]]  # 002 s. 9: former participants, present ones


@pytest.mark.slow
@pytest.mark.usefixtures("unfolded")
@pytest.mark.parametrize(("address", "page", "texts"), NUMBERS)
def test_the_numbers_of_a_document_stand_as_it_prints_them(
    root: Path, address: str, page: str, texts: list[str]
) -> None:
    text = shown(opened(root, address))
    assert not [each for each in texts if line(each) not in text], page


def test_people_by_state_are_those_of_the_document_and_add_up() -> None:
    rows = [row for row in store.rows(store.current("published"), Outcome) if not row.is_total]
    jobexpres = sorted((row for row in rows if row.project_id == "jobexpres"), key=lambda row: row.order)
    assert [row.persons for row in jobexpres] == JOBEXPRES
    assert sum(JOBEXPRES) == 586
    groups: dict[str, list[int]] = {}
    for row in sorted((row for row in rows if row.project_id == "a_holdet"), key=lambda row: row.order):
        groups.setdefault(row.group.da, []).append(row.persons)
    assert list(groups.values()) == A_HOLDET


@pytest.mark.slow
@pytest.mark.usefixtures("unfolded")
@pytest.mark.parametrize("address", ADDRESSES)
def test_each_item_is_seen_at_its_address(root: Path, address: str) -> None:
    app = opened(root, address)
    assert not app.exception
    assert not app.error
    assert not [warning for warning in warned(app) if "Linket peger" in warning]
    text = shown(app)
    here = [item for item in ITEMS if item["address"] == address]
    assert not [item["id"] for item in here if line(item["seen"]) not in text]
    assert not [(item["id"], number) for item in here for number in item["numbers"].split() if not has(text, number)]


def test_every_item_that_was_found_has_one_row() -> None:
    assert len({item["id"] for item in ITEMS}) == len(ITEMS)
    assert all(int(item["value"]) >= 3 for item in ITEMS)
    assert Counter(item["document"] for item in ITEMS) == FOUND


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_a_row_says_where_its_item_is_seen_or_why_it_is_not(item: dict[str, str]) -> None:
    assert item["status"] in {"works", "in part", "missing"}
    assert bool(item["address"]) == bool(item["seen"]) == (item["status"] != "missing")
    assert item["reason"] or item["status"] == "works"
    if "datasaet=example" in item["address"]:
        assert "fictitious" in item["reason"]
