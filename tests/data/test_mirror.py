"""One set of versions on several hosts by way of a storage: whole or not at all, and the same everywhere."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsspec
import pytest

from dashboard.prepare import storage as command
from data import mirror, versions
from data.errors import DamagedError, PreparedError
from data.mirror import Storage
from data.versions import Content, publish

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
ONE, TWO = {"web/a.json.gz": Content(b"a"), "b.parquet": Content(b"b", 1)}, {"web/a.json.gz": Content(b"c")}


@pytest.fixture(params=["memory", "folder"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return (
        f"memory://{uuid.uuid4().hex}/barometer" if request.param == "memory" else str(tmp_path / "storage/barometer")
    )


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "here"


@pytest.fixture
def there(tmp_path: Path) -> Path:
    return tmp_path / "there"


def listed(root: Path) -> dict[str, bytes]:
    """Every file of the dataset but the lock."""
    found = (path for path in (root / "lille").rglob("*") if path.is_file() and path.name != ".lock")
    return {str(path.relative_to(root)): path.read_bytes() for path in found}


def test_another_host_gets_the_same_folder_to_the_byte_and_shows_the_same(url: str, here: Path, there: Path) -> None:
    publish(here, "lille", ONE, NOON)
    publish(here, "lille", TWO, NOON + timedelta(hours=1))
    sent = mirror.send(here, Storage(url), "lille")
    assert mirror.datasets(Storage(url)) == ["lille"]
    fetched = mirror.fetch(there, Storage(url), "lille")
    assert listed(there) == listed(here)
    assert sent.current == fetched.current == versions.current(there, "lille").name
    assert mirror.send(here, Storage(url), "lille").moved == mirror.fetch(there, Storage(url), "lille").moved == ()


def test_a_rollback_and_a_removal_follow(url: str, here: Path, there: Path) -> None:
    old, new = publish(here, "lille", ONE, NOON), publish(here, "lille", TWO, NOON + timedelta(hours=1))
    mirror.send(here, Storage(url), "lille")
    mirror.fetch(there, Storage(url), "lille")
    for roots in range(2):
        versions.rollback(here, "lille", (old, new)[roots].name)
        mirror.send(here, Storage(url), "lille")
        mirror.fetch(there, Storage(url), "lille")
        assert listed(there) == listed(here)
    versions.remove_others(here, new)
    assert mirror.send(here, Storage(url), "lille").removed == (old.name,)
    assert mirror.fetch(there, Storage(url), "lille").removed == (old.name,)
    assert listed(there) == listed(here)


def spoil(url: str, path: str, data: bytes | None) -> None:
    files, base = fsspec.core.url_to_fs(url)
    if data is None:
        files.rm(f"{base}/{path}")
    else:
        files.pipe_file(f"{base}/{path}", data)


@pytest.mark.parametrize("data", [None, b"", b"x", b"x" * 1000])
@pytest.mark.parametrize("path", ["web/a.json.gz", "manifest.json", "CURRENT"])
def test_what_is_damaged_or_half_sent_is_never_shown(
    url: str, here: Path, there: Path, path: str, data: bytes | None
) -> None:
    old = publish(here, "lille", ONE, NOON)
    mirror.send(here, Storage(url), "lille")
    mirror.fetch(there, Storage(url), "lille")
    new = publish(here, "lille", TWO, NOON + timedelta(hours=1))
    mirror.send(here, Storage(url), "lille")
    spoil(url, f"lille/{path}" if path == "CURRENT" else f"lille/{new.name}/{path}", data)
    with pytest.raises(PreparedError, match="[Ll]ageret|manifest"):
        mirror.fetch(there, Storage(url), "lille")
    shown = versions.current(there, "lille")
    assert (shown.name, shown.problem) == (old.name, None)
    assert [version.name for version in versions.list_versions(there, "lille")] == [old.name]


def test_a_version_whose_sending_broke_is_sent_again(url: str, here: Path, there: Path) -> None:
    version = publish(here, "lille", ONE, NOON)
    storage = Storage(url)
    storage.write(f"lille/{version.name}/web/a.json.gz", b"half")
    assert mirror.datasets(storage) == [], "no CURRENT, so there is nothing to show"
    assert mirror.send(here, storage, "lille").moved == (version.name,)
    assert mirror.fetch(there, storage, "lille").current == version.name


def test_a_version_of_another_name_is_refused(url: str, here: Path, there: Path) -> None:
    old, new = publish(here, "lille", ONE, NOON), publish(here, "lille", TWO, NOON + timedelta(hours=1))
    mirror.send(here, Storage(url), "lille")
    spoil(url, f"lille/{new.name}/manifest.json", (old.folder / "manifest.json").read_bytes())
    with pytest.raises(DamagedError, match="ikke den, der blev udgivet"):
        mirror.fetch(there, Storage(url), "lille")
    assert versions.datasets(there) == []


def test_a_damaged_version_is_never_sent_over_a_good_one(url: str, here: Path) -> None:
    publish(here, "lille", ONE, NOON)
    new = publish(here, "lille", TWO, NOON + timedelta(hours=1))
    (new.folder / "web/a.json.gz").write_bytes(b"rot")
    with pytest.raises(PreparedError):
        mirror.send(here, Storage(url), "lille")
    assert mirror.datasets(Storage(url)) == []


def test_the_command_says_what_it_did_and_what_is_wrong(
    url: str, here: Path, there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.receive([url, "--root", str(there)]) == 1
    assert "ingen data" in capsys.readouterr().err
    version = publish(here, "lille", ONE, NOON)
    assert command.send([url, "--root", str(here)]) == 0
    assert f"lille: {version.name} gælder; 1 sendt, 0 fjernet" in capsys.readouterr().out
    assert command.receive([url, "--root", str(there)]) == 0
    assert "1 hentet" in capsys.readouterr().out
    spoil(url, "lille/CURRENT", b"\xff")
    assert command.receive([url, "--root", str(there)]) == 1
    assert "Læserne beholder den version, de har" in capsys.readouterr().err
    assert command.receive(["nothing-of-the-kind://x"]) == 1
    assert "svarede ikke rigtigt" in capsys.readouterr().err
