"""The names in an address: every one that a page reads is a record, and old names keep working."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.ui import address_keys, navigation
from dashboard.ui.address_keys import KEYS

READERS = {"read", "pick", "read_many", "pick_many", "control", "switch"}
WRITERS = {"choose", "go", "page_link", "item_link", "query_params"}
ROOMS = {  # where each page reads its choices
    "kort": "area_map",
    "omraade": "area_profile",
    "sammenlign": "compare",
    "barometer": "barometer",
    "lister": "official_lists",
    "sigtelser": "charges",
    "effekt": "effect_workshop",
    "aarsrapport": "annual_report",
    "succeskriterier": "criteria",
    "behov": "need",
    "projekter": "projects",
    "strategi": "strategy",
    "overgange": "transitions",
    "forankring": "anchoring",
    "erfaringer": "lessons",
    "samarbejde": "cooperation",
    "handlingskort": "action_cards",
    "hotspot": "hotspot",
    "moede": "meeting",
    "siden-sidst": "since",
    "data": "data_and_method",
    "tilgaengelighed": "accessibility",
}


def calls(folder: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function of a module or object in a folder, by the name of the function."""
    for file in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield node.func.attr, node


def read_by(folder: Path) -> set[str]:
    """The names that a room reads from the address, where they stand as texts."""
    found = set()
    for name, call in calls(folder):
        of_address = ast.unparse(call.func) in ("choice.address.get", "asked.get") or (
            name in READERS and ast.unparse(call.func) == f"address.{name}"
        )
        if of_address and isinstance(call.args[0], ast.Constant):
            found.add(call.args[0].value)
    return found - {"view", "number", "text", "id"}  # of what the browser tells of a meeting


def test_every_page_has_a_room() -> None:
    assert ROOMS.keys() == {page.path for page in navigation.PAGES}


@pytest.mark.parametrize("page", ROOMS)
def test_every_name_a_page_reads_is_a_record_that_says_so(root: Path, page: str) -> None:
    for name in read_by(root / "dashboard" / ROOMS[page]):
        assert not KEYS[name].pages or page in KEYS[name].pages, name


@pytest.mark.parametrize("room", ["ui", *ROOMS.values()])
def test_every_name_that_is_written_into_an_address_is_a_record(root: Path, room: str) -> None:
    for name, call in calls(root / "dashboard" / room):
        if name in WRITERS and ast.unparse(call.func).split(".")[0] in ("address", "links"):
            assert {keyword.arg for keyword in call.keywords if keyword.arg} <= KEYS.keys()


def test_every_page_that_is_named_exists() -> None:
    assert {page for key in KEYS.values() for page in key.pages} <= {page.path for page in navigation.PAGES}


def test_no_new_name_is_an_old_one() -> None:
    assert not {key.formerly for key in KEYS.values()} & KEYS.keys()


def test_an_old_name_means_what_it_meant_on_its_page() -> None:
    assert address_keys.renamed("projekter", {"status": "running", "maal": "a"}) == {
        "projektstatus": "running",
        "maal": "a",
    }
    assert address_keys.renamed("succeskriterier", {"status": "met"}) == {"kriteriestatus": "met"}
    assert address_keys.renamed("kort", {"status": "met"}) == {"status": "met"}


def test_a_new_name_counts_before_the_old_one() -> None:
    both = {"projektstatus": "finished", "status": "running"}
    assert address_keys.renamed("projekter", both) == both


def test_an_old_name_is_carried_to_no_other_page() -> None:
    assert {"status", "omraadeniveau", "vis", "dagsorden", "tal"} == address_keys.UNLINKED
