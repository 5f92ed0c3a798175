"""Versions of prepared data: named by content, switched at once, taken back."""

import os
import shutil
import time
from datetime import UTC, datetime, timedelta

import pandas
import pytest

from data import versions
from data.errors import DamagedError, PreparedError
from data.versions import Content, publish
from tests.faults.damage import behind_the_back

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ONE = {"numbers.parquet": versions.table_content(pandas.DataFrame({"n": [1]})), "web/a.json.gz": Content(b"a")}
TWO = {"numbers.parquet": versions.table_content(pandas.DataFrame({"n": [2]})), "web/a.json.gz": Content(b"b")}
THREE, FOUR = {"web/a.json.gz": Content(b"c")}, {"web/a.json.gz": Content(b"d")}
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
    assert {path.name for path in (tmp_path / "lille").iterdir()} == {".lock", "CURRENT", old.name, new.name}


def test_rollback_shows_the_version_before_and_publishing_again_returns(tmp_path):
    old, new = publish(tmp_path, "lille", ONE, NOON), publish(tmp_path, "lille", TWO, LATER)
    assert versions.rollback(tmp_path, "lille") == old == versions.current(tmp_path, "lille")
    assert versions.rollback(tmp_path, "lille", new.name) == versions.current(tmp_path, "lille") == new
    versions.rollback(tmp_path, "lille", old.name)
    assert publish(tmp_path, "lille", TWO) == new


def test_an_older_content_published_again_is_shown_and_can_be_left_again(tmp_path):
    first, second = publish(tmp_path, "lille", ONE, NOON), publish(tmp_path, "lille", TWO, LATER)
    assert publish(tmp_path, "lille", ONE) == first == versions.current(tmp_path, "lille")
    assert versions.rollback(tmp_path, "lille") == second


def test_returning_to_a_version_withdraws_none(tmp_path):
    first, second, third = (publish(tmp_path, "lille", contents) for contents in (ONE, TWO, THREE))
    versions.rollback(tmp_path, "lille", first.name)
    assert versions.rollback(tmp_path, "lille", third.name) == third
    assert versions.rollback(tmp_path, "lille") == first  # the second was taken back


@pytest.mark.parametrize("jump", [timedelta(days=-4000), timedelta(days=4000)], ids=["back", "ahead"])
def test_a_clock_that_jumped_changes_no_order(tmp_path, jump):
    names = [
        publish(tmp_path, "lille", contents, time).name
        for contents, time in ((ONE, NOON), (TWO, NOON + jump), (THREE, NOON))
    ]
    assert [version.name for version in versions.list_versions(tmp_path, "lille")] == names[::-1]
    assert versions.rollback(tmp_path, "lille").name == names[1]
    assert versions.rollback(tmp_path, "lille").name == names[0]


def age(version, hours):
    """As if a version had not been shown for some hours."""
    then = time.time() - 3600 * hours
    os.utime(version.folder, (then, then))


def test_the_newest_versions_are_kept_and_those_that_may_still_be_read(tmp_path):
    first, second, third = (publish(tmp_path, "lille", contents, keep=2) for contents in (ONE, TWO, THREE))
    age(second, 2)
    kept = versions.list_versions(tmp_path, "lille")
    assert [version.name for version in kept] == [third.name, second.name, first.name]
    age(first, 2)
    publish(tmp_path, "lille", FOUR, keep=2)
    assert not first.folder.exists()
    assert not second.folder.exists()
    assert third.folder.exists()


def test_the_version_shown_is_kept_however_old_it_is(tmp_path):
    first = publish(tmp_path, "lille", ONE)
    for contents in (TWO, THREE, FOUR):
        publish(tmp_path, "lille", contents)
    for version in versions.list_versions(tmp_path, "lille"):
        age(version, 2)
    publish(tmp_path, "lille", ONE, keep=2)
    for version in versions.list_versions(tmp_path, "lille"):
        age(version, 2)
    assert versions.current(tmp_path, "lille") == first


@pytest.mark.parametrize("name", [None, "0" * 12, "../lille"])
def test_there_is_nothing_to_roll_back_to(tmp_path, name):
    shown = publish(tmp_path, "lille", ONE)
    with pytest.raises(PreparedError, match="ingen sådan anden version"):
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


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder.mkdir(),
        lambda folder: folder.write_text("dataset"),
        lambda folder: shutil.copytree(folder.parent / "lille", folder),
        lambda folder: (folder / "0123").mkdir(parents=True),
    ],
    ids=["empty", "a file", "a copy under another name", "something else"],
)
@pytest.mark.parametrize("name", ["backup", "lost+found", "lille_old", ".cache"])
def test_another_folder_is_no_dataset(tmp_path, name, make):
    publish(tmp_path, "lille", ONE)
    make(tmp_path / name)
    assert versions.datasets(tmp_path) == ["lille"]
    with pytest.raises(PreparedError, match="ingen data med navnet"):
        versions.current(tmp_path, name)


@pytest.mark.parametrize("left", ["CURRENT", "manifest.json"])
def test_damaged_data_are_told_of_rather_than_left_out(tmp_path, left):
    version = publish(tmp_path, "lille", ONE)
    for path in (tmp_path / "lille/CURRENT", version.folder / "manifest.json"):
        if path.name != left:
            path.unlink()
    assert versions.datasets(tmp_path) == ["lille"]


def test_a_file_is_read_as_it_was_published_or_not_at_all(tmp_path):
    version = publish(tmp_path, "lille", ONE)
    path = version.path("web/a.json.gz")
    assert versions.read_file(version, "web/a.json.gz") == b"a"
    with behind_the_back():
        versions.find(tmp_path, "lille", version.name)
        path.write_bytes(b"b")
        assert versions.find(tmp_path, "lille", version.name) == version  # inspected before, and looks the same
        for read in (lambda: versions.read_file(version, "web/a.json.gz"), lambda: find(tmp_path, version)):
            with pytest.raises(DamagedError, match=r"er beskadiget: filen web/a.json.gz mangler eller er ændret"):
                read()
    path.unlink()
    path.mkdir()
    with pytest.raises(DamagedError):
        versions.read_file(version, "web/a.json.gz")
    with pytest.raises(PreparedError):
        versions.read_file(version, "../CURRENT")


def find(root, version):
    return versions.find(root, "lille", version.name)
