"""The page Data og metode over prepared data: it prints the limits of the version it shows."""

from pathlib import Path

import pytest

from dashboard import store
from dashboard.prepare import command
from dashboard.ui.navigation import page as page_at
from data import versions
from tests import small_dataset
from tests.pages.test_pages import run, texts


@pytest.mark.parametrize("minimum", [3, 8])
@pytest.mark.parametrize(("language", "persons"), [("da", "personer"), ("en", "persons")])
def test_the_page_prints_the_minimum_of_the_version(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minimum: int, language: str, persons: str
) -> None:
    source = small_dataset.write_source(tmp_path / "source" / "lille")
    shapes = small_dataset.write_shapes(tmp_path / "shapes" / "lille")
    prepared = tmp_path / "prepared"
    versions.publish(prepared, "lille", command.build(source, shapes, minimum))
    monkeypatch.setattr(store, "ROOT", prepared)
    app = run(root, page_at("data"), sprog=language)
    assert not app.exception
    assert texts(app).count(f"1–{minimum - 1} {persons}") == 3
