"""Who may see what, as the settings say it: a mistake closes, and never opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.access.policy import OPEN, Policy, PolicyError, Role, policy

SECTION: dict[str, Any] = {
    "felt": "grupper",
    "alle": "politiker",
    "timer": 4,
    "hvile": 30,
    "mappe": "/var/lib/barometer",
    "roller": {"politiker": ["BAR-POL"], "medarbejder": ["BAR-MED", "BAR-ANALYSE"], "redaktør": ["BAR-RED"]},
    "sider": {"strategi": "medarbejder"},
    "datasaet": {"vores": "redaktør"},
}


def test_without_a_section_everything_is_open_to_everybody() -> None:
    assert OPEN.is_open
    assert OPEN.needed("strategi", "vores") is Role.OPEN


def test_the_highest_of_everywhere_page_and_dataset_counts() -> None:
    held = policy(SECTION)
    assert held.needed() is Role.POLITICIAN
    assert held.needed("kort", "published") is Role.POLITICIAN
    assert held.needed("strategi", "published") is Role.STAFF
    assert held.needed("strategi", "vores") is Role.EDITOR
    assert held.highest is Role.EDITOR


def test_a_claim_gives_the_highest_role_that_it_names() -> None:
    held = policy(SECTION)
    assert held.role(["BAR-POL", "BAR-ANALYSE", "noget andet"]) is Role.STAFF
    assert held.role("BAR-RED") is Role.EDITOR


@pytest.mark.parametrize("claimed", [None, [], "BAR-POL BAR-RED", {"BAR-RED": True}, [["BAR-RED"]], 3, ["bar-red"]])
def test_a_claim_that_names_no_role_of_ours_gives_none(claimed: Any) -> None:
    assert policy(SECTION).role(claimed) is Role.OPEN


def test_the_rest_is_taken_over() -> None:
    held = policy(SECTION)
    assert (held.claim, held.hours, held.idle, held.folder) == ("grupper", 4.0, 30.0, Path("/var/lib/barometer"))
    assert policy({}) == Policy()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"alle": "borger"}, "alle"),
        ({"alle": ["politiker"]}, "alle"),
        ({"sider": {"strategi": "chef"}}, "sider.strategi"),
        ({"sider": "strategi"}, "adgang.sider"),
        ({"datasaet": {"vores": 3}}, "datasaet.vores"),
        ({"roller": {"chef": ["X"]}}, "roller.chef"),
        ({"roller": {"politiker": "BAR-POL"}}, "roller.politiker"),
        ({"timer": 0}, "timer"),
        ({"hvile": "en time"}, "hvile"),
        ({"felt": ""}, "felt"),
        ({"side": {}}, "side"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], named: str) -> None:
    with pytest.raises(PolicyError, match=named) as told:
        policy({**SECTION, **change})
    assert "lukket for alle" in told.value.text.da
    assert "closed to all" in told.value.text.en
