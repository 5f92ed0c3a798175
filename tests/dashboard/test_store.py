"""The store: one version a run, tables that nobody can change for others, files only by their listed name."""

import pandas
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import store
from data import versions
from data.errors import PreparedError
from data.rows import Row
from data.versions import Content, publish
from tests.patience import PATIENCE


def contents(n):
    areas = pandas.DataFrame({"area_id": ["a"], "geometry": [b"shape"]})
    return {
        "numbers.parquet": versions.table_content(pandas.DataFrame({"n": [n]})),
        "areas.parquet": versions.table_content(areas),
        "web/values-n.json.gz": Content(b"{}"),
    }


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "ROOT", tmp_path)
    return tmp_path


def test_published_figures_come_first(root):
    for name in ("example", "aarhus", "published"):
        publish(root, name, contents(1))
    assert store.datasets() == ["published", "aarhus", "example"]


def test_no_data_is_a_sentence(root):
    with pytest.raises(PreparedError, match="ingen forberedte data"):
        store.datasets()
    assert store.readiness() == (False, store.NO_DATA)


def test_a_version_held_stays_the_same_while_a_new_one_is_published(root):
    publish(root, "published", contents(1))
    held = store.current("published")
    publish(root, "published", contents(2))
    assert store.table(held, "numbers")["n"].tolist() == [1]
    assert store.table(store.current("published"), "numbers")["n"].tolist() == [2]


def test_what_one_page_changes_no_other_page_sees(root):
    version = publish(root, "published", contents(1))
    mine = store.table(version, "numbers")
    mine.loc[0, "n"] = 99
    mine["extra"] = 1
    assert store.table(version, "numbers").to_dict("list") == {"n": [1]}


def test_a_large_table_that_is_only_read_is_held_once(root):
    version = publish(root, "published", contents(1))
    assert store.shared_table(version, "numbers") is store.shared_table(version, "numbers")


class Number(Row):
    TABLE = "numbers"
    n: int


class Doubt(Row):
    TABLE = "numbers"
    n: int | None


def test_rows_of_one_table_are_of_the_class_that_is_asked_for(root):
    version = publish(root, "published", contents(3))
    assert store.rows(version, Number) == (Number(3),)
    assert store.rows(version, Doubt) == (Doubt(3),)
    assert store.rows(version, Number) is store.rows(version, Number)


def test_areas_come_without_their_shapes(root):
    assert store.table(publish(root, "published", contents(1)), "areas").columns.tolist() == ["area_id"]


def test_a_url_names_dataset_version_and_file_and_leads_to_it(root):
    version = publish(root, "published", contents(1))
    assert store.url(version, "values-n") == f"/filer/published/{version.name}/values-n.json"
    assert store.web_file("published", version.name, "values-n") == b"{}"


@pytest.mark.parametrize(
    ("dataset", "version", "name"),
    [
        ("published", None, "../numbers"),
        ("published", None, "values-x"),
        ("published", "..", "values-n"),
        ("published", "0" * 12, "values-n"),
        ("..", None, "values-n"),
        ("example", None, "values-n"),
    ],
)
def test_nothing_else_is_served(root, dataset, version, name):
    good = publish(root, "published", contents(1)).name
    with pytest.raises(PreparedError):
        store.web_file(dataset, version or good, name)


def test_readiness_says_which_older_version_is_shown(root):
    old = publish(root, "published", contents(1))
    new = publish(root, "published", contents(2))
    assert store.readiness() == (True, store.READY)
    (new.folder / "numbers.parquet").unlink()
    ok, text = store.readiness()
    assert ok
    assert old.name in text.da
    (old.folder / "numbers.parquet").unlink()
    assert not store.readiness()[0]


def test_readiness_is_that_of_the_first_dataset_and_tells_of_every_one(root):
    good, bad = publish(root, "published", contents(1)), publish(root, "example", contents(1))
    (bad.folder / "numbers.parquet").unlink()
    ok, text = store.readiness()
    assert ok
    assert "»example« kan ikke vises" in text.da and '"example" cannot be shown' in text.en
    (good.folder / "numbers.parquet").unlink()
    ok, text = store.readiness()
    assert not ok
    assert "»published« kan ikke vises" in text.da and "»example« kan ikke vises" in text.da


def test_only_what_can_be_shown_is_offered(root):
    for name in ("published", "example", "aarhus"):
        publish(root, name, contents(1))
    (store.current("example").folder / "numbers.parquet").unlink()
    assert store.offered("published") == ["published", "aarhus"]
    assert store.offered("example") == ["published", "aarhus", "example"]


def test_a_page_reads_a_table_in_a_run(root):
    publish(root, "published", contents(7))

    def page():
        import streamlit

        from dashboard import store

        streamlit.markdown(str(store.table(store.current("published"), "numbers")["n"].sum()))

    run = AppTest.from_function(page, default_timeout=PATIENCE).run()
    assert not run.exception
    assert run.markdown[0].value == "7"
    publish(root, "published", contents(8))
    assert run.run().markdown[0].value == "8"
