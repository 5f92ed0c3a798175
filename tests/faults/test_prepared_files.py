"""Prepared files that are missing, damaged or foreign, and publishing while others read."""

import json
import random
import shutil
import threading
from datetime import UTC, datetime, timedelta

import pandas
import pytest

from data import versions
from data.errors import PreparedError
from data.versions import Content, publish
from tests.patience import PATIENCE

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
OLD, NEW = 1, 2


def contents(n):
    """Two tables and a file for the browser that all tell the same number."""
    frame = pandas.DataFrame({"n": [n] * 500, "text": [f"række {row} af {n}" for row in range(500)]})
    return {
        "one.parquet": versions.table_content(frame),
        "two.parquet": versions.table_content(frame),
        "web/n.json.gz": Content(f"{n}".encode()),
    }


@pytest.fixture
def two_versions(tmp_path):
    publish(tmp_path, "lille", contents(OLD), NOON)
    publish(tmp_path, "lille", contents(NEW), NOON + timedelta(days=1))
    return tmp_path


def numbers(version):
    tables = [versions.read_table(version, name)["n"].unique().tolist() for name in ("one", "two")]
    return [*tables, [int(versions.read_file(version, "web/n.json.gz"))]]


def delete(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def truncate(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_the_end(path):
    path.write_bytes(path.read_bytes()[:-4])


def flip_a_bit(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def make_html(path):
    path.write_text("<!DOCTYPE html><title>502 Bad Gateway</title>")


def make_pointer(path):
    path.write_text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")


def make_folder(path):
    path.unlink()
    path.mkdir()


FAULTS = [delete, empty, truncate, cut_the_end, flip_a_bit, make_html, make_pointer, make_folder]


@pytest.mark.parametrize("file", ["one.parquet", "two.parquet", "web/n.json.gz", "manifest.json"])
@pytest.mark.parametrize("spoil", FAULTS)
def test_the_last_good_version_is_shown_with_a_sentence(two_versions, file, spoil):
    spoil(versions.current(two_versions, "lille").folder / file)
    shown = versions.current(two_versions, "lille")
    assert numbers(shown) == [[OLD]] * 3
    assert shown.problem.da.startswith("De nyeste data kan ikke vises")
    assert shown.name in shown.problem.da and shown.name in shown.problem.en


@pytest.mark.parametrize("text", ["", "0123456789ab\n", "../..\n", "published", "\x00\xff", "a" * 10_000])
def test_a_pointer_to_nowhere_shows_the_newest_good_version(two_versions, text):
    (two_versions / "lille/CURRENT").write_bytes(text.encode("latin-1"))
    shown = versions.current(two_versions, "lille")
    assert numbers(shown) == [[NEW]] * 3
    assert shown.problem


def test_a_missing_pointer_shows_the_newest_good_version(two_versions):
    (two_versions / "lille/CURRENT").unlink()
    assert numbers(versions.current(two_versions, "lille")) == [[NEW]] * 3


def test_a_version_that_was_taken_back_is_not_shown_instead_of_a_damaged_one(two_versions):
    old = versions.rollback(two_versions, "lille")
    delete(old.folder / "one.parquet")
    with pytest.raises(PreparedError, match="one.parquet mangler eller er ændret"):
        versions.current(two_versions, "lille")


def test_nothing_good_left_is_a_sentence(two_versions):
    for version in versions.list_versions(two_versions, "lille"):
        delete(version.folder / "manifest.json")
    with pytest.raises(PreparedError, match="»lille« kan ikke vises"):
        versions.current(two_versions, "lille")


def rewritten(manifest, changes):
    """A manifest with changes and a checksum that fits them: one that another program could have written."""
    manifest = {**manifest, **changes}
    del manifest["checksum"]
    return {**manifest, "checksum": versions._sha256(manifest)}


@pytest.mark.parametrize("changes", [{"program": "andet"}, {"format": 2}, {"dataset": "anden"}, {"files": {}}], ids=str)
def test_a_foreign_manifest_is_refused(two_versions, changes):
    path = versions.current(two_versions, "lille").folder / "manifest.json"
    path.write_text(json.dumps(rewritten(json.loads(path.read_text()), changes)))
    assert numbers(versions.current(two_versions, "lille")) == [[OLD]] * 3


@pytest.mark.parametrize("text", ["[]", "null", "1", "{}", '{"checksum": 1}'])
def test_a_manifest_that_is_something_else_is_refused(two_versions, text):
    (versions.current(two_versions, "lille").folder / "manifest.json").write_text(text)
    assert versions.current(two_versions, "lille").problem


def test_a_version_copied_into_another_dataset_is_refused(two_versions):
    version = versions.current(two_versions, "lille")
    shutil.copytree(version.folder, two_versions / "anden" / version.name)
    (two_versions / "anden/CURRENT").write_text(version.name)
    with pytest.raises(PreparedError, match="hører ikke til her"):
        versions.current(two_versions, "anden")


def test_publishing_again_repairs_a_damaged_version(two_versions):
    flip_a_bit(versions.current(two_versions, "lille").folder / "one.parquet")
    repaired = publish(two_versions, "lille", contents(NEW))
    assert numbers(repaired) == [[NEW]] * 3
    assert repaired.problem is None


def test_no_flipped_bit_gives_a_wrong_number(tmp_path):
    """Any bit of any file, before the version is inspected: the file is refused. 48 flips from a fixed seed."""
    version = publish(tmp_path, "lille", contents(NEW))
    chance = random.Random(20260101)
    for path in sorted(path for path in version.folder.rglob("*") if path.is_file()):
        good = path.read_bytes()
        for _ in range(12):
            data = bytearray(good)
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            path.write_bytes(data)
            with pytest.raises(PreparedError):
                versions.current(tmp_path, "lille")
        path.write_bytes(good)
    assert numbers(versions.current(tmp_path, "lille")) == [[NEW]] * 3


def test_a_file_damaged_after_the_inspection_is_refused_when_it_is_read(tmp_path):
    version = publish(tmp_path, "lille", contents(NEW))
    flip_a_bit(version.folder / "one.parquet")
    with pytest.raises(PreparedError, match="one.parquet"):
        versions.read_table(version, "one")


@pytest.mark.parametrize("step", ["_write_file", "_switch"])
def test_a_crash_while_publishing_changes_nothing_for_readers(two_versions, monkeypatch, step):
    before = versions.current(two_versions, "lille")

    def crash(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(versions, step, crash)
    with pytest.raises(OSError, match="No space"):
        publish(two_versions, "lille", contents(3))
    assert versions.current(two_versions, "lille") == before
    assert not list((two_versions / "lille").glob(".*"))


def test_readers_never_see_two_versions_mixed_while_others_publish(tmp_path):
    publish(tmp_path, "lille", contents(0))
    done = threading.Event()
    mixed, seen = [], set()

    def read():
        while True:
            last = done.is_set()
            shown = numbers(versions.current(tmp_path, "lille"))
            seen.add(shown[0][0])
            if shown.count(shown[0]) != 3:
                mixed.append(shown)
            if last:
                return

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for n in range(1, 31):
        publish(tmp_path, "lille", contents(n % 5))
    done.set()
    for reader in readers:
        reader.join(timeout=PATIENCE)
    assert not any(reader.is_alive() for reader in readers)
    assert mixed == []
    assert 0 in seen
