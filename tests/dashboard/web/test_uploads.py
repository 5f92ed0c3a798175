"""The one way in: shut by itself, and where it is open only for the files of an open page, of a size, from editors."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.access import handing_in, told
from dashboard.access.policy import ROOT
from dashboard.ui import navigation
from dashboard.web import server
from tests.logins import AUTH, ROLES, cookie, set_secrets

ADDRESS = "/_stcore/upload_file/11111111-2222/33333333"


async def received(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("modtaget")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> TestClient:
    """Our part of the server where the page is on; behind it everything is received."""
    monkeypatch.setenv(handing_in.VARIABLE, str(tmp_path / "kladder"))
    inner = [Route("/{path:path}", received, methods=["GET", "PUT", "DELETE", "POST", "PATCH"])]
    app = Starlette(routes=inner, middleware=[Middleware(server.Shell)])
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of what an open page has sent already."""
    held: list[int] = []
    monkeypatch.setattr(told, "held_by", lambda _session: held)
    return held


def test_by_itself_nothing_can_be_sent_and_there_is_no_page() -> None:
    assert not handing_in.is_on()
    assert navigation.OWN_DATA not in navigation.pages()
    assert navigation.OWN_DATA.path not in [page.path for _group, pages in navigation.grouped() for page in pages]
    assert f"/{navigation.OWN_DATA.path}" not in server.Shell(received).pages


@pytest.mark.parametrize("folder", ["kladder", str(ROOT / "data/prepared/x"), str(ROOT / "dashboard/static")])
def test_a_folder_that_readers_files_come_from_turns_the_page_off(monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.setenv(handing_in.VARIABLE, folder)
    assert not handing_in.is_on()


def test_where_it_is_on_the_page_is_there(client: TestClient) -> None:
    assert navigation.OWN_DATA in navigation.pages()
    assert client.get("/egne-data").status_code == 200


def test_a_file_without_an_open_page_is_refused(client: TestClient) -> None:
    assert client.put(ADDRESS, content=b"x").status_code == 400


@pytest.mark.parametrize("method", ["POST", "PATCH", "OPTIONS"])
def test_other_methods_stay_shut(client: TestClient, method: str) -> None:
    assert client.request(method, ADDRESS, content=b"x").status_code == 405


@pytest.mark.parametrize("path", ["/kort", "/_stcore/upload_file/a/b/c", "/_stcore/upload_file/a/b.c"])
def test_other_addresses_stay_shut(client: TestClient, path: str) -> None:
    assert client.put(path, content=b"x").status_code == 405


@pytest.mark.parametrize(
    ("held", "length", "status"),
    [
        ([], str(handing_in.MOST_BYTES * 2), 413),
        ([handing_in.MOST_HELD], "10", 413),
        ([1] * handing_in.MOST_FILES, "10", 413),
        ([], "mange", 411),
        ([], "", 411),
    ],
)
def test_limits_hold_before_anything_is_read(
    client: TestClient, open_page: list[int], held: list[int], length: str, status: int
) -> None:
    open_page += held
    assert client.put(ADDRESS, content=b"x", headers={"Content-Length": length}).status_code == status


def test_the_limits_are_those_of_streamlit() -> None:
    limit = streamlit.get_option("server.maxUploadSize") * 1024 * 1024
    assert handing_in.MOST_BYTES * 0.99 < limit <= handing_in.MOST_BYTES


def test_a_file_of_an_open_page_is_received(client: TestClient, open_page: list[int]) -> None:
    assert client.put(ADDRESS, content=b"x").text == "modtaget"
    assert client.delete(ADDRESS).text == "modtaget"


@pytest.mark.parametrize(("roles", "status"), [(None, 403), (["MED"], 403), (["RED"], 200)])
def test_with_a_login_only_editors_send_files(
    client: TestClient,
    open_page: list[int],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    roles: list[str] | None,
    status: int,
) -> None:
    set_secrets(monkeypatch, auth=AUTH, adgang={"roller": ROLES, "mappe": str(tmp_path / "logins")})
    if roles is not None:
        client.cookies.set(USER_COOKIE_NAME, cookie(roles=roles))
    assert client.put(ADDRESS, content=b"x").status_code == status
    assert client.get("/egne-data").status_code == (status if roles else 401)
    assert client.get("/kort").status_code == 200


def test_with_a_login_and_no_roles_nobody_hands_in(
    client: TestClient, open_page: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_secrets(monkeypatch, auth=AUTH)
    client.cookies.set(USER_COOKIE_NAME, cookie(roles=["RED"]))
    assert client.put(ADDRESS, content=b"x").status_code == 403
