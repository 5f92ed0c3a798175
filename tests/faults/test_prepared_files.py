"""Prepared files that are missing, damaged, unreadable or foreign: the last good version is shown, with a sentence."""

import errno
import json
import os
import random
import shutil
import tempfile
from pathlib import Path

import pytest

from dashboard import store
from data import disk, versions
from data.errors import PreparedError
from data.versions import publish
from tests.faults import damage, small
from tests.faults.damage import CASES, Case, Seen, as_another_user, reseal
from tests.faults.small import NAME, NEW, OLD, contents, numbers


@pytest.fixture
def root(monkeypatch):
    """A folder for prepared data that any user may read."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        monkeypatch.setattr(store, "ROOT", Path(folder))
        yield Path(folder)


@pytest.fixture
def newest(root):
    """The folder of the newest of two versions."""
    return small.two_versions(root)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_last_good_version_is_shown_with_a_sentence_until_the_next(root: Path, newest: Path, case: Case):
    case.spoil(newest)
    is_shown_with_a_sentence(root, case)
    for n in (NEW, 3):  # the same again, and another
        publish(root, NAME, contents(n))
        shown = versions.current(root, NAME)
        assert (set(numbers(shown)), shown.problem) == ({n}, None)


def is_shown_with_a_sentence(root: Path, case: Case):
    with as_another_user():
        shown, ready = versions.current(root, NAME), store.readiness()
        told = numbers(shown)
    assert set(told) == {OLD if case.seen is Seen.OLDER else NEW}
    assert store.datasets() == [NAME]
    if case.seen is Seen.NOTHING_ODD:
        assert (shown.problem, ready) == (None, (True, store.READY))
        return
    assert shown.problem.da.startswith("De nyeste data kan ikke vises")
    assert shown.name in shown.problem.da and shown.name in shown.problem.en
    assert ready == (True, shown.problem)


def test_a_passing_error_is_not_remembered(root, newest):
    versions.inspection.forget()
    with damage.too_many_open_files(), pytest.raises(PreparedError):
        versions.current(root, NAME)
    assert (set(numbers(versions.current(root, NAME))), versions.current(root, NAME).problem) == ({NEW}, None)


def test_a_disk_that_fails_once_is_not_remembered(root, newest, monkeypatch):
    versions.inspection.forget()
    with monkeypatch.context() as once:
        once.setattr(disk, "read", lambda path, most, read=disk.read: fails(path, newest) or read(path, most))
        assert newest.name in versions.current(root, NAME).problem.da
    assert versions.current(root, NAME).problem is None


def fails(path, version):
    if version in path.parents:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("place", ["", "web", "observations.parquet", "manifest.json", "../CURRENT"])
def test_what_is_readable_again_is_shown_again(root, newest, place):
    path = (newest / place).resolve()
    mode = path.stat().st_mode
    path.chmod(0)
    with as_another_user():
        assert versions.current(root, NAME).problem
    path.chmod(mode)
    with as_another_user():
        assert versions.current(root, NAME).problem is None


def test_data_that_cannot_be_read_are_told_of(root, newest):
    newest.parent.chmod(0)
    with as_another_user(), pytest.raises(PreparedError, match="»lille« kan ikke vises"):
        versions.current(root, NAME)
    root.chmod(0)
    with as_another_user(), pytest.raises(PreparedError, match="Mappen med forberedte data kan ikke læses"):
        versions.datasets(root)


def test_a_version_that_was_taken_back_is_not_shown_instead_of_a_damaged_one(root, newest):
    old = versions.rollback(root, NAME)
    (old.folder / "areas.parquet").unlink()
    with pytest.raises(PreparedError, match=r"areas.parquet mangler eller er ændret"):
        versions.current(root, NAME)


@pytest.mark.parametrize("text", [None, "0123456789ab\n", ""])
def test_a_version_that_was_taken_back_is_not_shown_where_the_pointer_is_lost(root, newest, text):
    old = versions.rollback(root, NAME)
    pointer = newest.parent / "CURRENT"
    pointer.unlink() if text is None else pointer.write_text(text)
    assert versions.current(root, NAME).name == old.name


def test_nothing_good_left_is_a_sentence(root, newest):
    for version in versions.list_versions(root, NAME):
        (version.folder / "manifest.json").unlink()
    with pytest.raises(PreparedError, match="»lille« kan ikke vises"):
        versions.current(root, NAME)
    assert not store.readiness()[0]


def test_a_version_copied_into_another_dataset_is_refused(root, newest):
    publish(root, "anden", contents(3))
    shutil.copytree(newest, root / "anden" / newest.name)
    (root / "anden/CURRENT").write_text(newest.name)
    shown = versions.current(root, "anden")
    assert set(numbers(shown)) == {3}
    assert "hører ikke til her" in shown.problem.da


def test_a_damaged_newest_of_many_costs_the_hashes_of_one_version(root, monkeypatch):
    for n in range(40):
        newest = publish(root, NAME, contents(n), keep=100)
    (newest.folder / "areas.parquet").unlink()
    versions.inspection.forget()
    read = []
    monkeypatch.setattr(disk, "read", lambda path, most, read_it=disk.read: read.append(path) or read_it(path, most))
    assert set(numbers(versions.current(root, NAME))) == {38}
    assert {path.parent.name for path in read if path.suffix == ".parquet"} == {versions.current(root, NAME).name}


def test_a_file_of_another_size_is_refused_before_it_is_read(root, newest, monkeypatch):
    damage.make_huge(newest / "areas.parquet")
    monkeypatch.setattr(disk, "read", lambda path, most, read_it=disk.read: read_it(refuse_huge(path), most))
    assert set(numbers(versions.current(root, NAME))) == {OLD}


def refuse_huge(path):
    assert path.stat().st_size < 1_000_000
    return path


def test_a_manifest_of_an_older_format_still_tells_whose_it_is(root, newest):
    shutil.copytree(newest.parent, root / "lille_2025")
    for path in (root / "lille_2025").glob("*/manifest.json"):
        reseal(path, lambda content: content.update(format=1))
    assert versions.datasets(root) == [NAME]


def test_no_flipped_bit_gives_a_wrong_number(root):
    """Any bit of any file, before the version is inspected: the file is refused. 48 flips from a fixed seed."""
    version = publish(root, NAME, contents(NEW))
    chance = random.Random(20260101)
    for path in sorted(path for path in version.folder.rglob("*") if path.is_file()):
        good = path.read_bytes()
        for _ in range(12):
            data = bytearray(good)
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
            with pytest.raises(PreparedError):
                versions.current(root, NAME)
        path.write_bytes(good)
    assert set(numbers(versions.current(root, NAME))) == {NEW}


def test_a_file_damaged_after_the_inspection_is_refused_when_it_is_read(root, newest):
    with damage.behind_the_back():
        version = versions.current(root, NAME)
        damage.flip_a_bit(newest / "areas.parquet")
        assert versions.current(root, NAME) == version  # nothing tells of it yet
        with pytest.raises(PreparedError, match=r"areas.parquet"):
            versions.read_table(version, "areas")
        assert set(numbers(versions.current(root, NAME))) == {OLD}


def test_the_manifest_is_read_by_any_json_reader(newest):
    told = json.loads((newest / "manifest.json").read_text())
    assert told["files"]["web/marks.json.gz"]["size"] == 1
