"""What the five documents hold that matters: each stands at its address, or docs/items.csv says why it does not.

`seen` is a text of the page; tables that are folded on the page are opened here.
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

from dashboard.ui import navigation, view_layout
from dashboard.ui.address import Choice
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


@pytest.mark.slow
@pytest.mark.usefixtures("unfolded")
@pytest.mark.parametrize("address", ADDRESSES)
def test_each_item_is_seen_at_its_address(root: Path, address: str) -> None:
    app = opened(root, address)
    assert not app.exception
    assert not app.error
    assert not [warning for warning in warned(app) if "Linket peger" in warning]
    text = shown(app)
    unseen = [item["id"] for item in ITEMS if item["address"] == address and line(item["seen"]) not in text]
    assert not unseen


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
