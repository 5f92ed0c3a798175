"""Files come as they were published or not at all, and what is wrong with one is never kept."""

from __future__ import annotations

import gzip
import json
import os
import random
from pathlib import Path

import pandas
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import store
from dashboard.area_map import catalogue
from dashboard.web import server
from data import versions
from data.errors import DamagedError, Text
from data.versions import Content, Version, publish

VALUES = gzip.compress(json.dumps({"values": list(range(500))}).encode(), mtime=0)


@pytest.fixture
def version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Version:
    monkeypatch.setattr(store, "ROOT", tmp_path)
    table = versions.table_content(pandas.DataFrame({"n": [1]}))
    return publish(tmp_path, "published", {"numbers.parquet": table, "web/values-n.json.gz": Content(VALUES)})


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=server.ROUTES, middleware=server.MIDDLEWARE))


def flip(path: Path, bit: int) -> None:
    """One bit, with size and time as they were: what a rotten disk does."""
    before, data = path.stat(), bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_whole_file_is_kept_for_ever(client: TestClient, version: Version) -> None:
    answer = client.get(store.url(version, "values-n"))
    assert (answer.status_code, answer.json()) == (200, {"values": list(range(500))})
    assert answer.headers["cache-control"] == store.FOR_EVER


def test_no_flipped_bit_reaches_a_reader(client: TestClient, version: Version) -> None:
    """A sample: every bit of the head and the end, and some of those between."""
    url, path, last = store.url(version, "values-n"), version.path("web/values-n.json.gz"), len(VALUES) * 8
    bits = [*range(80), *random.Random(1).sample(range(80, last - 64), 40), *range(last - 64, last)]
    client.get(url)  # inspected, and found to be good
    for bit in bits:
        flip(path, bit)
        answer = client.get(url)
        assert (answer.status_code, answer.headers["cache-control"]) == (503, "no-store")
        assert answer.text.startswith("Data »published« er beskadiget: filen web/values-n.json.gz")
        flip(path, bit)
    assert client.get(url).status_code == 200


def test_what_is_wrong_is_said_in_the_language_of_the_address_and_in_the_log(
    client: TestClient, version: Version, caplog: pytest.LogCaptureFixture
) -> None:
    url = store.url(version, "values-n")
    client.get(url)
    flip(version.path("web/values-n.json.gz"), 100)
    assert client.get(f"{url}?sprog=en").text.startswith('The data "published" are damaged')
    assert "Data »published« er beskadiget" in caplog.text
    assert client.get("/filer/published/x/y.json?sprog=en").text == "The file does not exist."


def test_the_catalogue_of_damaged_data_is_a_sentence(
    client: TestClient, version: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise DamagedError(Text("Data er beskadiget.", "The data are damaged."))

    monkeypatch.setattr(catalogue, "packed", damaged)
    answer = client.get(f"/kortkatalog/published/{version.name}/da/0.json")
    assert (answer.status_code, answer.text) == (503, "Data er beskadiget.")
    assert answer.headers["cache-control"] == "no-store"
    assert client.get(f"/kortkatalog/published/{version.name}/xx/0.json").status_code == 404


def test_shapes_that_are_damaged_are_not_drawn(version: Version) -> None:
    flip(version.path("web/values-n.json.gz"), 100)
    with pytest.raises(DamagedError):
        store.web_json(version, "values-n")
