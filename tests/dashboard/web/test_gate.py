"""Every page and every address outside Streamlit's socket, with every wrong kind of login: nothing leaks."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard import store
from dashboard.access import told
from dashboard.ui.navigation import PAGES
from dashboard.web import gate, server
from tests.logins import AUTH, ROLES, cookie, set_secrets

INSIDE = "hvad ruten svarer"
# Somebody who once had every role, by every way in which that is over or was never so.
WRONG = {
    "none": None,
    "tampered": cookie(roles=["RED"])[:-2] + "xx",
    "foreign secret": cookie("en anden hemmelighed end vores", roles=["RED"]),
    "foreign origin": cookie(origin="https://evil.example", roles=["RED"]),
    "expired": cookie(roles=["RED"], exp=int(time.time()) - 1),
    "without end": cookie(roles=["RED"], exp=None),
    "without role": cookie(roles=[]),
    "foreign role": cookie(roles=["ADMIN"]),
    "not logged in": cookie(roles=["RED"], is_logged_in=False),
    "no claims": "IiI.aaa.bbb",
    "rubbish": "æøå\x7f" * 40,
}
# What anybody may ask: readiness, the names of versions one may see, the way in, scripts and styles.
OPEN_ROUTES = {"/klar", "/version", "/log-ind", "/statisk/{version}/{name:path}"}
FILLED = {"dataset": "published", "version": "{version}", "language": "da"}
ROUTES = [
    re.sub(r"\{(\w+)(:\w+)?\}", lambda part: FILLED.get(part[1], "1"), route.path)
    for route in server.ROUTES
    if route.path not in OPEN_ROUTES
]
ADDRESSES = (*(f"/{page.path}" for page in PAGES), "/", *ROUTES, "/media/0123.csv", "/noget-helt-andet")


@pytest.fixture
def adgang(tmp_path: Path) -> dict[str, Any]:
    return {"alle": "medarbejder", "roller": ROLES, "mappe": str(tmp_path / "logins")}


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, adgang: dict[str, Any]) -> TestClient:
    """The server behind a login; what would be shown is told from what stands in its way."""
    set_secrets(monkeypatch, adgang=adgang, auth=AUTH)
    inner = [
        Route("/auth/{rest:path}", lambda _: PlainTextResponse("Streamlit")),
        Route("/{rest:path}", lambda _: PlainTextResponse(INSIDE, headers={"Cache-Control": store.FOR_EVER})),
    ]
    monkeypatch.setattr(server.Shell, "document", lambda self, scope: PlainTextResponse(INSIDE))
    monkeypatch.setattr(server.guard, "is_of_streamlit", lambda path: True)
    return TestClient(Starlette(routes=inner, middleware=[Middleware(server.Shell)]), follow_redirects=False)


def at(address: str) -> str:
    version = store.current("published")
    return address.replace("{version}", version.name)


def ask(client: TestClient, address: str, login: str | None) -> Any:
    headers = {} if login is None else {"Cookie": f"{USER_COOKIE_NAME}={login}".encode("latin-1", "replace")}
    return client.get(at(address), headers=headers)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("kind", WRONG)
def test_nothing_leaks_to_whoever_has_not_the_role(client: TestClient, address: str, kind: str) -> None:
    answer = ask(client, address, WRONG[kind])
    assert answer.status_code in (401, 403, 404)
    assert INSIDE not in answer.text
    is_said = answer.json()["title"] if address.startswith("/api") else "<h1>" in answer.text
    assert is_said, "a sentence says what to do"
    assert "public" not in answer.headers["cache-control"]
    assert server.security_headers().keys() <= {name.title() for name in answer.headers}


@pytest.mark.parametrize("address", [each for each in ADDRESSES if "/media/" not in each])
def test_whoever_has_the_role_gets_it_and_no_cache_on_the_way_keeps_it(client: TestClient, address: str) -> None:
    answer = ask(client, address, cookie(roles=["MED"]))
    assert (answer.status_code, answer.text) == (200, INSIDE)
    assert "private" in answer.headers["cache-control"] and "public" not in answer.headers["cache-control"]
    assert "Cookie" in answer.headers["vary"]


@pytest.mark.parametrize("address", ["/klar", "/version", "/statisk/x/shell.js", "/_stcore/health", "/static/a.js"])
def test_what_holds_no_figures_is_open_to_all(client: TestClient, address: str) -> None:
    assert ask(client, address, None).text == INSIDE


def test_every_route_is_behind_the_gate_or_named_as_open() -> None:
    assert OPEN_ROUTES <= {route.path for route in server.ROUTES}
    opened = {route.path for route in server.ROUTES if route.path.split("/")[1] in gate.OPEN}
    assert opened == OPEN_ROUTES
    assert {"api", "filer", "kortkatalog", "fliser", "was"} <= {address.split("/")[1] for address in ROUTES}
    assert len(ROUTES) == len(set(ROUTES))


def test_open_pages_stay_open_beside_closed_ones_and_one_dataset_beside_another(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, adgang: dict[str, Any]
) -> None:
    adgang |= {"alle": "åben", "sider": {"strategi": "medarbejder"}, "datasaet": {"example": "politiker"}}
    set_secrets(monkeypatch, adgang=adgang, auth=AUTH)
    assert ask(client, "/kort", None).status_code == 200
    assert "public" in ask(client, "/filer/published/v/values-x.json", None).headers["cache-control"]
    assert ask(client, "/strategi", None).status_code == 401
    assert ask(client, "/kort?datasaet=example", None).status_code == 401
    assert ask(client, "/filer/example/v/values-x.json", None).status_code == 401
    politician = cookie(roles=["POL"])
    assert ask(client, "/kort?datasaet=example", politician).status_code == 200
    refused = ask(client, "/strategi?datasaet=example", politician)
    assert refused.status_code == 403
    assert "medarbejder" in refused.text


def test_a_login_that_has_ended_opens_nothing_for_any_copy_of_its_cookie(
    client: TestClient, adgang: dict[str, Any]
) -> None:
    copied = cookie(roles=["MED"])
    assert ask(client, "/kort", copied).status_code == 200
    assert ask(client, gate.LOGOUT, copied).text == "Streamlit"
    answer = ask(client, "/kort", copied)
    assert answer.status_code == 401
    assert "Du er logget ud" in answer.text
    assert list(Path(adgang["mappe"]).glob("*.ended"))


def test_a_login_that_rests_too_long_is_over(client: TestClient) -> None:
    hours_ago = int(time.time()) - 2 * 3600
    answer = ask(client, "/kort", cookie(iat=hours_ago))
    assert (answer.status_code, "et stykke tid" in answer.text) == (401, True)


@pytest.mark.parametrize("wrong", [{"alle": "alle"}, {"side": {}}, {"timer": -1}])
def test_a_wrong_setting_closes_everything_and_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]
) -> None:
    set_secrets(monkeypatch, adgang=wrong, auth=AUTH)
    answer = ask(client, "/kort", cookie(roles=["RED"]))
    assert answer.status_code in (401, 403)
    assert "ikke sat rigtigt op" in answer.text
    assert ask(client, "/klar", None).text == INSIDE


def test_without_a_provider_closed_pages_stay_closed_and_the_rest_is_as_ever(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, adgang: dict[str, Any]
) -> None:
    set_secrets(monkeypatch, adgang={**adgang, "alle": "åben", "sider": {"strategi": "medarbejder"}})
    assert ask(client, "/strategi", cookie(roles=["RED"])).status_code == 401
    assert ask(client, "/kort", None).status_code == 200
    answer = TestClient(Starlette(routes=server.ROUTES)).get(gate.LOGIN)
    assert answer.status_code == 503
    assert "Login er ikke sat op" in answer.text


def test_the_way_in_leads_to_the_provider_and_then_back_to_where_the_reader_wanted(client: TestClient) -> None:
    asked = ask(client, "/strategi?maal=job", None)
    assert 'href="/log-ind?til=%2Fstrategi%3Fmaal%3Djob"' in asked.text
    way = TestClient(Starlette(routes=server.ROUTES), follow_redirects=False).get(
        f"{gate.LOGIN}?til=/strategi%3Fmaal=job"
    )
    assert way.status_code == 303
    assert way.headers["location"].startswith("/auth/login?provider=")
    assert "HttpOnly" in way.headers["set-cookie"]
    kept = way.headers["set-cookie"].split(";")[0]
    back = client.get("/", headers={"Cookie": f"{kept}; {USER_COOKIE_NAME}={cookie()}"})
    assert (back.status_code, back.headers["location"]) == (303, "/strategi?maal=job")
    assert "Max-Age=0" in back.headers["set-cookie"]


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/kort", "//evil.example", "/\\evil.example", "/filer/x", "kort", ""]
)
def test_the_way_back_leads_to_our_own_pages_alone(wanted: str) -> None:
    assert gate.own_path(wanted) == "/kort"


def test_a_file_made_for_one_reader_is_no_other_readers(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    own = told_of(cookie(roles=["MED"]))
    monkeypatch.setattr(told, "sessions_with", lambda name: [own] if name == "0123" else [])
    assert ask(client, "/media/0123.csv", cookie(roles=["MED"])).text == INSIDE
    assert ask(client, "/media/0123.csv", cookie(roles=["RED"], sub="peter")).status_code == 404
    assert ask(client, "/media/9999.csv", cookie(roles=["MED"])).status_code == 404
    assert ask(client, "/media/0123.csv", None).status_code == 404


def told_of(value: str) -> dict[str, Any]:
    return told.of_cookies({USER_COOKIE_NAME: value})


def test_datasets_that_a_reader_may_not_see_are_not_named(
    monkeypatch: pytest.MonkeyPatch, adgang: dict[str, Any]
) -> None:
    set_secrets(monkeypatch, adgang={**adgang, "alle": "åben", "datasaet": {"example": "medarbejder"}}, auth=AUTH)
    client = TestClient(Starlette(routes=server.ROUTES))
    assert set(client.get("/version").json()) == {"published"}
    assert {"published", "example"} <= set(ask(client, "/version", cookie(roles=["MED"])).json())


def test_cookies_go_by_https_alone_where_readers_come_by_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMRAADEBAROMETER_ADRESSE", "https://testserver/")
    back = client.get("/", headers={"Cookie": f"{gate.WAY_ON}=/strategi; {USER_COOKIE_NAME}={cookie()}"})
    assert "; Secure" in back.headers["set-cookie"]
    assert back.headers["strict-transport-security"].startswith("max-age=")
