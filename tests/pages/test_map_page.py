"""What the map is of, by its address: the newest official list, or what a link from before lists were shown said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.navigation import PAGES
from tests.pages.test_pages import run, warned


def shown(app: AppTest) -> str:
    """What the map element is told to show."""
    elements = [element.proto for element in app.main if element.type == "bidi_component"]
    return next(
        json.loads(proto.json)["choice"]["indikator"] for proto in elements if proto.component_name == "area_map"
    )


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        ({}, "liste:parallelsamfund"),
        ({"omraade": "taastrupgaard"}, "liste:parallelsamfund"),
        ({"liste": "omdannelse"}, "liste:omdannelse"),
        ({"liste": "parallelsamfund", "aar": "2018"}, "liste:parallelsamfund"),
        ({"indikator": "residents"}, "residents"),
        ({"aar": "2019"}, "charges_per_1000_inhabitants"),
        ({"niveau": "region"}, "charges_per_1000_inhabitants"),
        ({"lag": "hotspot"}, "charges_per_1000_inhabitants"),
        ({"omraade": "kommune_0169"}, "charges_per_1000_inhabitants"),
        ({"liste": "parallelsamfund", "indikator": "residents"}, "residents"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else None,
)
def test_a_link_opens_what_it_says(root: Path, query: dict[str, str], subject: str) -> None:
    app = run(root, PAGES[0], **query)
    assert not app.exception
    assert warned(app) == []
    assert shown(app) == subject


def test_an_unknown_list_is_named_and_the_newest_is_shown(root: Path) -> None:
    app = run(root, PAGES[0], liste="findes-ikke")
    assert any("under Officiel liste: »findes-ikke«." in sentence for sentence in warned(app))
