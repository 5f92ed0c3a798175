"""A login holds until its token, its longest time or a pause ends it, or somebody logs out anywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.access import audit, readers, told
from dashboard.access.logins import Ledger
from dashboard.access.policy import Policy, Role
from dashboard.access.readers import Reader, Why

NOW = 1_700_000_000.0
HOUR = 3600


@pytest.fixture
def held(tmp_path: Path) -> Policy:
    claimed = {"BAR-MED": Role.STAFF}
    return Policy(everywhere=Role.POLITICIAN, claimed=claimed, hours=8, idle=60, folder=tmp_path / "logins")


def claims(**changes: Any) -> dict[str, Any]:
    """Of somebody of the staff who logged in a minute ago, for two hours."""
    usual = {
        "is_logged_in": True,
        "sub": "kirsten",
        "name": "Kirsten",
        "roles": ["BAR-MED"],
        "iat": NOW - 60,
        "exp": NOW + 2 * HOUR,
    }
    return {**usual, **changes}


def reader(held: Policy, now: float = NOW, is_use: bool = True, **changes: Any) -> Reader:
    return readers.of_claims(claims(**changes), held, now, is_use=is_use)


def test_a_reader_has_the_role_and_the_name_of_the_claims(held: Policy) -> None:
    found = reader(held)
    assert (found.role, found.name, found.why) == (Role.STAFF, "Kirsten", None)
    assert found.is_in and found.may(Role.POLITICIAN) and not found.may(Role.EDITOR)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"is_logged_in": False}, Why.NOBODY),
        ({"exp": NOW}, Why.EXPIRED),
        ({"exp": None}, Why.EXPIRED),
        ({"exp": "9999999999"}, Why.EXPIRED),
        ({"iat": True}, Why.EXPIRED),
        ({"iat": NOW - 9 * HOUR}, Why.EXPIRED),  # the provider would let it live, we do not
        ({"iat": NOW + HOUR}, Why.EXPIRED),  # made with another clock
        ({"roles": []}, Why.NO_ROLE),
        ({"roles": ["FREMMED"]}, Why.NO_ROLE),
    ],
)
def test_whoever_has_no_role_is_an_open_reader_and_it_is_known_why(
    held: Policy, changes: dict[str, Any], why: Why
) -> None:
    found = reader(held, **changes)
    assert (found.role, found.why) == (Role.OPEN, why)
    assert not found.may(Role.POLITICIAN)


def test_a_pause_ends_a_login_and_using_it_does_not(held: Policy) -> None:
    login = {"exp": NOW + 7 * HOUR}
    assert reader(held, NOW, **login).is_in
    assert reader(held, NOW + 50 * 60, **login).is_in
    assert reader(held, NOW + 100 * 60, **login).is_in
    assert reader(held, NOW + 161 * 60, **login).why is Why.IDLE
    assert reader(held, NOW + 162 * 60, **login).why is Why.IDLE, "asking again does not wake it"


def test_looking_without_using_keeps_nothing_alive(held: Policy) -> None:
    assert reader(held, NOW).is_in
    assert reader(held, NOW + 50 * 60, is_use=False).is_in
    assert reader(held, NOW + 61 * 60, is_use=False).why is Why.IDLE


def test_a_copy_of_the_cookie_does_not_outlive_the_logout(
    held: Policy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(audit.VARIABLE, str(tmp_path / "revision.log"))
    monkeypatch.setattr(told, "of_cookies", lambda _cookies: claims())
    monkeypatch.setattr(told, "policy", lambda: held)
    assert reader(held).is_in
    readers.end({})
    assert reader(held).why is Why.LOGGED_OUT
    assert reader(held, sub="peter").is_in, "others are not concerned"
    assert reader(held, iat=NOW - 30).is_in, "nor is the same person's next login"
    lines = [json.loads(line) for line in (tmp_path / "revision.log").read_text(encoding="utf-8").splitlines()]
    assert [(line["hvad"], line["hvem"]) for line in lines] == [
        ("logget ind", "kirsten"),
        ("logget ud", "kirsten"),
        ("logget ind", "peter"),
        ("logget ind", "kirsten"),
    ]


def test_logins_that_cannot_be_looked_up_let_nobody_in(held: Policy) -> None:
    held.folder.parent.joinpath("logins").write_text("ingen mappe")
    assert reader(held).why is Why.UNTOLD


def test_the_ledger_knows_a_login_by_a_hash_and_forgets_it_when_it_is_old(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    assert ledger.begin("en", NOW)
    assert not ledger.begin("en", NOW + 1)
    ledger.touch("en", NOW + 30)
    assert ledger.used("en") == NOW, "used a moment ago: the file is not written anew"
    ledger.touch("en", NOW + 90)
    assert ledger.used("en") == NOW + 90
    assert ledger.begin("to", NOW + 40 * 24 * HOUR)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["to"]
    assert "kirsten" not in readers.login_id(claims())
