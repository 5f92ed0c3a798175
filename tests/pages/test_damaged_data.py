"""Pages over damaged prepared files: a sentence in the reader's language, never a traceback."""

import shutil
from pathlib import Path

import pytest

from dashboard import store
from dashboard.ui.navigation import PAGES, PageRecord
from tests.pages.test_pages import run


@pytest.fixture
def damaged(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the published dataset, its only version, with the observations cut in half."""
    shutil.copytree(root / "data" / "prepared" / "published", tmp_path / "published")
    [file] = (tmp_path / "published").glob("*/observations.parquet")
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    monkeypatch.setattr(store, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_says_what_is_wrong(root: Path, damaged: Path, page: PageRecord) -> None:
    app = run(root, page)
    assert not app.exception
    assert len(app.error) == 1
    assert "observations" in app.error[0].value


def test_the_server_is_not_ready(damaged: Path) -> None:
    ready, text = store.readiness()
    assert not ready
    assert "observations" in text.da
