"""The API gives what the prepared tables hold, page by page, and says in a sentence what it cannot answer."""

from __future__ import annotations

import io
from pathlib import Path

import pandas
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import validate
from pyjstat import pyjstat
from schemathesis import Case
from schemathesis.checks import load_all_checks
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard import store
from dashboard.files import schema
from dashboard.i18n.words import LANGUAGES
from dashboard.web import server
from dashboard.web.api import access, asked, description
from data import versions
from data.contracts import Observation
from tests.logins import AUTH, ROLES, cookie, set_secrets

ONE = "/api/v1/datasets/published/versions/current"
OBSERVATIONS = f"{ONE}/observations"
APP = Starlette(routes=server.ROUTES, middleware=server.MIDDLEWARE[:2], exception_handlers=server.EXCEPTION_HANDLERS)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(APP)


def test_a_client_finds_its_way_from_the_root_to_a_number(client: TestClient) -> None:
    found = client.get("/api/v1").json()
    (published,) = [each for each in client.get(found["datasets"]).json()["datasets"] if each["dataset"] == "published"]
    newest = client.get(published["versions"]).json()["versions"][0]
    assert newest["version"] == published["version"]
    version = client.get(newest["tables"]).json()
    assert {each["table"] for each in version["tables"]} == set(schema.TABLES)
    rows = client.get(version["observations"], params={"area_id": "kommune_0169"}).json()["rows"]
    assert {row["area_id"] for row in rows} == {"kommune_0169"}
    assert list(rows[0]) == Observation.columns()


def test_pages_together_are_the_table_and_each_says_where_the_next_is(client: TestClient) -> None:
    whole = store.table(store.current("published"), "designations")
    address: str | None = f"{ONE}/tables/designations?limit=150"
    found: list[str] = []
    while address:
        answer = client.get(address)
        told = answer.json()
        assert answer.headers["x-total-count"] == str(len(whole))
        assert ("link" in answer.headers) == bool(told["next"])
        found += [row["area_id"] for row in told["rows"]]
        address = told["next"]
    assert found == whole["area_id"].tolist()


def test_csv_json_and_json_stat_have_the_same_numbers(client: TestClient) -> None:
    asked_for = {"indicator_id": "residents", "from": "2015", "limit": "10000"}
    rows = client.get(OBSERVATIONS, params=asked_for).json()["rows"]
    written = pandas.read_csv(io.StringIO(client.get(OBSERVATIONS, params={**asked_for, "format": "csv"}).text))
    cube = client.get(OBSERVATIONS, params=asked_for, headers={"Accept": "application/vnd.json-stat+json"})
    read = pyjstat.Dataset.read(cube.text).write("dataframe", naming="id")
    values = read[(read["measure"] == "value") & read["value"].notna()]
    shown = [row["value"] for row in rows if row["value"] is not None]
    assert written["value"].dropna().tolist() == pytest.approx(shown)
    assert sorted(values["value"]) == pytest.approx(sorted(shown))
    assert min(row["period_start"] for row in rows) >= 2015


def test_several_values_of_a_column_mean_any_and_several_columns_mean_all(client: TestClient) -> None:
    areas = {"area_id": ["kommune_0169", "kommune_0101"]}
    both = client.get(OBSERVATIONS, params={**areas, "limit": "10000"}).json()
    assert {row["area_id"] for row in both["rows"]} == set(areas["area_id"])
    one = client.get(OBSERVATIONS, params={**areas, "derived": "true", "period_start": "2015"}).json()
    assert 0 < one["total"] < both["total"]
    assert {(row["derived"], row["period_start"]) for row in one["rows"]} == {(True, 2015)}


def test_what_is_hidden_is_in_no_answer(client: TestClient) -> None:
    address = "/api/v1/datasets/example/versions/current/observations"
    told = client.get(address, params={"status": "hidden", "limit": "10000"}).json()
    assert told["total"]
    numbers = ("value", "count", "low", "high")
    assert {row[name] for row in told["rows"] for name in numbers} == {None}
    assert told["mark"] == "Fiktive tal"
    written = pandas.read_csv(io.StringIO(client.get(address, params={"format": "csv"}).text))
    assert set(written["mark"]) == {"Fiktive tal"}


def test_a_client_that_has_the_version_gets_nothing_again(client: TestClient) -> None:
    name = store.current("published").name
    first = client.get(f"{ONE}/tables/goals")
    assert first.headers["etag"].startswith(f'W/"{name}-')
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(f"{ONE}/tables/goals", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"{ONE}/tables/goals?format=csv", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    named = client.get(f"/api/v1/datasets/published/versions/{name}/tables/goals")
    assert named.headers["cache-control"] == "public, max-age=86400"


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        (f"{OBSERVATIONS}?kommune=1", 400, "»kommune« findes ikke her. Der kan vælges med: indicator_id, area_id"),
        (f"{OBSERVATIONS}?{'a' * 300}=1", 400, "længere end 255 tegn"),
        (f"{OBSERVATIONS}?area_id={'a' * 2000}", 400, "»area_id« er for lang"),
        (f"{OBSERVATIONS}?period_start=ti", 400, "»period_start« skal være et helt tal"),
        (f"{OBSERVATIONS}?derived=ja", 400, "true eller false"),
        (f"{OBSERVATIONS}?value=1,5", 400, "et tal med punktum"),
        (f"{OBSERVATIONS}?limit=10001", 400, "»limit« skal være et helt tal fra 1 til 10000"),
        (f"{OBSERVATIONS}?limit=1&limit=2", 400, "»limit« kan kun stå én gang"),
        (f"{OBSERVATIONS}?offset=-1", 400, "»offset«"),
        (f"{OBSERVATIONS}?from=1e3", 400, "»from«"),
        (f"{OBSERVATIONS}?sprog=xx", 400, "Sproget »xx« findes ikke. Der er: da, en."),
        (f"{OBSERVATIONS}?format=pdf", 400, "Der er: json, csv, jsonstat"),
        (f"{OBSERVATIONS}?format=jsonstat&limit=10000", 400, "Vælg færre nøgletal eller områder"),
        (f"{ONE}/tables/goals?format=jsonstat", 400, "Der er: json, csv"),
        (f"{ONE}/tables/goals?from=2000", 400, "»from« findes ikke her"),
        (f"{ONE}/tables/ukendt", 404, "Tabellen findes ikke. Der er: sources"),
        ("/api/v1/datasets/published/versions/000000000000", 404, "Versionen »000000000000« findes ikke."),
        ("/api/v1/datasets/ukendt/versions", 404, "Der er: example, published."),
        ("/api/v2", 404, "/api/v1/openapi.json"),
        ("/api", 404, "/api/v1/openapi.json"),
    ],
)
def test_what_has_no_answer_is_a_problem_with_a_sentence(
    client: TestClient, address: str, status: int, said: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.headers["cache-control"] == "no-store"
    told = answer.json()
    assert told["status"] == status
    assert said in told["detail"]


def test_a_problem_is_told_in_english_too(client: TestClient) -> None:
    told = client.get(f"{OBSERVATIONS}?kommune=1&sprog=en").json()
    assert told["detail"].startswith('"kommune" is not known here.')


def test_a_form_that_is_not_given_is_refused(client: TestClient) -> None:
    assert client.get(OBSERVATIONS, headers={"Accept": "image/png, text/html;q=0.5"}).status_code == 406
    assert client.get(OBSERVATIONS, headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200
    assert client.get(OBSERVATIONS, headers={"Accept": "application/json;q=0, text/csv"}).text.startswith(
        "indicator_id"
    )


@pytest.mark.parametrize(
    ("header", "wanted"),
    [("text/csv;q=0.2, application/json", ["application/json", "text/csv"]), ("", []), ("a/b;q=x", ["a/b"])],
)
def test_what_a_client_wants_most_comes_first(header: str, wanted: list[str]) -> None:
    assert asked.accepts(header) == wanted


def test_nothing_can_be_sent_and_what_leads_nowhere_is_a_problem_too(client: TestClient) -> None:
    sent = client.post("/api/v1/datasets")
    assert (sent.status_code, sent.headers["allow"], sent.json()["status"]) == (405, "GET, HEAD", 405)
    assert client.get("/api/v1/datasets/%0d/versions").json()["detail"] == "Siden findes ikke."


def test_a_version_that_was_taken_back_is_not_given(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    name = store.current("published").name
    monkeypatch.setattr(versions, "MARK", "manifest.json")  # as if every version bore the mark
    assert client.get("/api/v1/datasets/published/versions").json()["versions"] == []
    assert "trukket tilbage" in client.get(f"/api/v1/datasets/published/versions/{name}").json()["detail"]


def test_one_place_decides_who_may_read_what(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "may_read", lambda _request, _dataset, table="": table != "goals")
    assert client.get(f"{ONE}/tables/goals").status_code == 403
    assert client.get(f"{ONE}/tables/projects").status_code == 200
    assert "goals" not in {each["table"] for each in client.get(ONE).json()["tables"]}


@pytest.mark.parametrize(("closed", "status"), [("handlingskort", 200), ("data", 401)])
def test_the_role_of_a_page_closes_no_table_but_that_of_the_page_that_gives_them_all_closes_the_api(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, closed: str, status: int
) -> None:
    asked_for = {"alle": "åben", "sider": {closed: "medarbejder"}, "roller": ROLES, "mappe": str(tmp_path)}
    set_secrets(monkeypatch, adgang=asked_for, auth=AUTH)
    assert TestClient(APP).get(f"{ONE}/tables/action_cards").status_code == status


def test_a_dataset_asks_for_the_same_role_as_on_the_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked_for = {"alle": "åben", "datasaet": {"example": "medarbejder"}, "roller": ROLES, "mappe": str(tmp_path)}
    set_secrets(monkeypatch, adgang=asked_for, auth=AUTH)
    client, address = TestClient(APP), "/api/v1/datasets/example/versions/current/tables/goals"
    refused = client.get(address)
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    assert [each["dataset"] for each in client.get("/api/v1/datasets").json()["datasets"]] == ["published"]
    assert "example" not in client.get("/api/v1/datasets/ukendt/versions").json()["detail"]
    assert "private" not in client.get(f"{ONE}/tables/goals").headers["cache-control"]
    signed_in = {"Cookie": f"{USER_COOKIE_NAME}={cookie(roles=['MED'])}"}
    answer = client.get(address, headers=signed_in)
    assert answer.status_code == 200
    assert "public" not in answer.headers["cache-control"]
    assert client.get(address, headers={"Cookie": f"{USER_COOKIE_NAME}={cookie(roles=['POL'])}"}).status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_is_openapi(client: TestClient, language: str) -> None:
    told = client.get(f"/api/v1/openapi.json?sprog={language}").json()
    validate(told)
    assert f"{description.ONE}/tables/goals" in told["paths"]


TRIED = ("versions", "observations", "table_goals")
load_all_checks()
SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", APP).include(operation_id=list(TRIED))


@pytest.mark.slow
@SCHEMA.parametrize()
@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_a_foreign_client_meets_no_answer_that_the_description_does_not_know(case: Case) -> None:
    answer = case.call()
    case.validate_response(answer, excluded_checks=[schemathesis.checks.unsupported_method])
