"""What backup.sh keeps, restore.sh puts back; a damaged file changes nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"
KEPT = ("data/source/a.csv", "geo/source/b.gpkg", "data/prepared/published/CURRENT")


def run(script: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", DEPLOY / script, *arguments], capture_output=True, text=True, check=False)


def project(folder: Path) -> Path:
    for name in KEPT:
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(name)
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in KEPT}


def test_what_was_kept_comes_back_and_what_stood_there_stays_beside(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    before = contents(root)
    file = Path(run("backup.sh", root, tmp_path / "backup").stdout.strip())
    for name in KEPT:
        (root / name).write_text("other")
    restored = run("restore.sh", file, root)
    assert restored.returncode == 0, restored.stderr
    assert contents(root) == before
    (beside,) = root.glob(".before-*")
    assert set(contents(beside).values()) == {"other"}


def test_a_damaged_file_changes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    before = contents(root)
    file = Path(run("backup.sh", root, tmp_path / "backup").stdout.strip())
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert run("restore.sh", file, root).returncode != 0
    assert contents(root) == before
    assert not list(root.glob(".before-*"))


def test_a_backup_of_a_project_that_lacks_a_part_is_not_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    assert run("backup.sh", tmp_path / "project", tmp_path / "backup").returncode != 0
    assert not list((tmp_path / "backup").glob("barometer-*"))
