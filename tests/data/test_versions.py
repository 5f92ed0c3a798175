"""Versions of prepared data: named by content, switched at once, taken back."""

import os
from datetime import UTC, datetime, timedelta

import pandas
import pytest

from data import versions
from data.errors import DamagedError, PreparedError
from data.versions import Content, publish

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ONE = {"numbers.parquet": versions.table_content(pandas.DataFrame({"n": [1]})), "web/a.json.gz": Content(b"a")}
TWO = {"numbers.parquet": versions.table_content(pandas.DataFrame({"n": [2]})), "web/a.json.gz": Content(b"b")}
LATER = NOON + timedelta(hours=1)


def number(version):
    return versions.read_table(version, "numbers")["n"].tolist()


def test_a_published_version_is_current_and_whole(tmp_path):
    version = publish(tmp_path, "lille", ONE, NOON)
    assert versions.current(tmp_path, "lille") == version
    assert (version.time, version.problem) == (NOON, None)
    assert version.files["numbers.parquet"].rows == 1
    assert version.path("web/a.json.gz").read_bytes() == b"a"
    assert number(version) == [1]


def test_the_same_content_is_the_same_version_and_keeps_its_time(tmp_path):
    first, again = publish(tmp_path, "lille", ONE, NOON), publish(tmp_path, "lille", ONE, LATER)
    assert again == first
    assert [version.name for version in versions.list_versions(tmp_path, "lille")] == [first.name]


def test_a_version_is_named_by_its_content_alone(tmp_path):
    names = {publish(tmp_path / place, "lille", ONE).name for place in ("a", "b")}
    assert len(names) == 1
    assert publish(tmp_path / "a", "lille", TWO).name not in names


def test_publishing_keeps_the_old_version_and_leaves_nothing_behind(tmp_path):
    old, new = publish(tmp_path, "lille", ONE, NOON), publish(tmp_path, "lille", TWO, LATER)
    assert number(old) == [1]
    assert number(versions.current(tmp_path, "lille")) == [2]
    assert [version.name for version in versions.list_versions(tmp_path, "lille")] == [new.name, old.name]
    assert sorted(path.name for path in (tmp_path / "lille").iterdir()) == sorted(["CURRENT", old.name, new.name])


def test_rollback_shows_the_version_before_and_publishing_again_returns(tmp_path):
    old, new = publish(tmp_path, "lille", ONE, NOON), publish(tmp_path, "lille", TWO, LATER)
    assert versions.rollback(tmp_path, "lille") == old == versions.current(tmp_path, "lille")
    assert versions.rollback(tmp_path, "lille", new.name) == versions.current(tmp_path, "lille") == new
    versions.rollback(tmp_path, "lille", old.name)
    assert publish(tmp_path, "lille", TWO) == new


@pytest.mark.parametrize("name", [None, "0" * 12, "../lille"])
def test_there_is_nothing_to_roll_back_to(tmp_path, name):
    shown = publish(tmp_path, "lille", ONE)
    with pytest.raises(PreparedError, match="ingen sådan ældre version"):
        versions.rollback(tmp_path, "lille", name)
    assert versions.current(tmp_path, "lille") == shown


@pytest.mark.parametrize("dataset", ["anden", "..", "../lille", "/etc", "", "lille/.."])
def test_only_listed_datasets_are_looked_up(tmp_path, dataset):
    publish(tmp_path, "lille", ONE)
    with pytest.raises(PreparedError, match="ingen data med navnet"):
        versions.current(tmp_path, dataset)


@pytest.mark.parametrize("dataset", ["../ude", "Stor", ""])
def test_a_dataset_name_that_is_a_path_is_not_written(tmp_path, dataset):
    with pytest.raises(PreparedError):
        publish(tmp_path / "root", dataset, ONE)
    assert list(tmp_path.iterdir()) == []


def test_a_version_is_found_by_name_while_a_reader_holds_it(tmp_path):
    old = publish(tmp_path, "lille", ONE, NOON)
    publish(tmp_path, "lille", TWO, LATER)
    assert versions.find(tmp_path, "lille", old.name) == old
    for name in ("0" * 12, "..", f"../lille/{old.name}"):
        with pytest.raises(PreparedError):
            versions.find(tmp_path, "lille", name)


@pytest.mark.parametrize("file", ["manifest.json", "../CURRENT", "web/../numbers.parquet", "x.parquet"])
def test_only_files_of_the_manifest_have_a_path(tmp_path, file):
    with pytest.raises(PreparedError):
        publish(tmp_path, "lille", ONE).path(file)


def test_types_survive(tmp_path):
    frame = pandas.DataFrame(
        {"t": ["Å", ""], "i": pandas.array([1, None], dtype="Int64"), "f": [0.5, None], "b": [True, False]}
    )
    version = publish(tmp_path, "lille", {"numbers.parquet": versions.table_content(frame)})
    pandas.testing.assert_frame_equal(versions.read_table(version, "numbers"), frame)


def same_size_and_time(path, data):
    """Other bytes in a file, which nothing but its content tells: what a rotten disk does."""
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_file_is_read_as_it_was_published_or_not_at_all(tmp_path):
    version = publish(tmp_path, "lille", ONE)
    path = version.path("web/a.json.gz")
    assert versions.read_file(version, "web/a.json.gz") == b"a"
    same_size_and_time(path, b"b")
    assert versions.find(tmp_path, "lille", version.name) == version  # inspected before, and looks the same
    with pytest.raises(DamagedError, match="web/a.json.gz mangler eller er ændret"):
        versions.read_file(version, "web/a.json.gz")
    path.unlink()
    path.mkdir()
    with pytest.raises(DamagedError):
        versions.read_file(version, "web/a.json.gz")
    with pytest.raises(PreparedError):
        versions.read_file(version, "../CURRENT")
