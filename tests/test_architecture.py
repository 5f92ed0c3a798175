"""The house's arrows: who may import whom, read from the syntax tree."""

import ast
from pathlib import Path

import pytest

OURS = {"dashboard", "pages", "data", "geo", "tests", "streamlit_app"}
MAY_IMPORT = {
    "streamlit_app.py": {"dashboard"},
    "pages": {"dashboard", "geo", "data"},
    "dashboard": {"dashboard", "geo", "data"},
    "geo": {"geo", "data"},
    "data": {"data"},
}


def imports(path: Path) -> set[str]:
    """The top-level names a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def scripts(root: Path, place: str) -> list[Path]:
    return [root / place] if place.endswith(".py") else sorted((root / place).rglob("*.py"))


@pytest.mark.parametrize("place", MAY_IMPORT)
def test_imports_follow_the_arrows(root: Path, place: str) -> None:
    found = scripts(root, place)
    assert found
    wrong = {path.name: (imports(path) & OURS) - MAY_IMPORT[place] for path in found}
    assert {name: names for name, names in wrong.items() if names} == {}


def test_every_page_file_is_registered_and_every_record_has_its_file(root: Path) -> None:
    from dashboard.navigation import PAGES

    assert {page.file for page in PAGES} == {path.name for path in (root / "pages").glob("*.py")}


def test_page_paths_are_unique() -> None:
    from dashboard.navigation import PAGES

    assert len({page.path for page in PAGES}) == len(PAGES)
