"""The house's walls: import-linter holds who may import whom; here is what it cannot see, and that it sees a breach."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import house, house_picture
from tests.browser.server import LIMITS, MEMORY

OURS = {"dashboard", "pages", "data", "geo", "tests"}
BREACHES = {  # a module, and an import it may not have
    "data/query.py": "import geo.layers",
    "dashboard/charts/theme.py": "from dashboard.views import tables",
    "dashboard/documents/slides.py": "from dashboard.ui import address",
    "dashboard/compare/page.py": "from dashboard.criteria import cards",
    "dashboard/criteria/cards.py": "from dashboard.strategy import chain",
    "dashboard/ui/links.py": "from dashboard.web import server",
}
ROWS = """
def rows(frame: pandas.DataFrame, row: tuple) -> None:
    'Shows a name and a value.'
    area_id: Literal["area_id"] = frame["area_id"]
    frame.loc[0, "value"], frame.at[row, "name"], frame[row]
    own = map(lambda known: known.own, row)

def named(frame: pandas.DataFrame) -> None:
    'The `value` of every area.'

def twin(links: list[Link]) -> pandas.DataFrame:
    'The links with the fields of `chain_columns`.'

def stray(links: list[Link]) -> pandas.DataFrame:
    'The links with the fields of `columns_of_nothing`.'
"""


def contracts(root: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of pyproject.toml, held against the code at `root`."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code of the house in a folder of its own, where it may be broken."""
    made = tmp_path_factory.mktemp("house")
    shutil.copy(root / "pyproject.toml", made)
    for folder in ("dashboard", "pages", "data", "geo"):
        shutil.copytree(root / folder, made / folder, ignore=shutil.ignore_patterns("source", "prepared", "static"))
    return made


@pytest.mark.parametrize("module", BREACHES)
def test_an_import_through_a_wall_is_refused(copy: Path, module: str) -> None:
    path = copy / module
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{BREACHES[module]}\n", encoding="utf-8")
    told = contracts(copy)
    path.write_text(before, encoding="utf-8")
    assert told.returncode == 1, told.stdout
    assert "BROKEN" in told.stdout


def test_the_house_has_no_breach(copy: Path) -> None:
    assert contracts(copy).returncode == 0


def test_the_server_entry_knows_the_application_alone(root: Path) -> None:
    tree = ast.parse((root / "streamlit_app.py").read_text(encoding="utf-8"))
    found = {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    found |= {name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert found & OURS == {"dashboard"}


def test_the_tests_start_the_server_as_make_run_does(root: Path) -> None:
    made = (root / "Makefile").read_text(encoding="utf-8")
    assert " ".join(f"{name}={value}" for name, value in MEMORY.items()) in made
    assert " ".join(LIMITS) in made


def test_every_page_file_is_registered_and_every_record_has_its_file(root: Path) -> None:
    from dashboard.ui.navigation import OWN_DATA, PAGES

    assert {page.file for page in (*PAGES, OWN_DATA)} == {path.name for path in (root / "pages").glob("*.py")}


@pytest.mark.parametrize(
    "figure", [figure for figure in house.figures() if figure.most is not None], ids=lambda figure: figure.name
)
def test_a_figure_of_the_house_does_not_rise(figure: house.Figure) -> None:
    assert figure.number <= figure.most, "\n".join(figure.found)


def test_the_figures_of_the_house_see_what_they_count() -> None:
    module = house.Module(Path("dashboard/charges/page.py"), ROWS)
    assert [name for _, name in house.string_subscripts(module)] == ["area_id", "value", "name"]
    assert list(house.bare_tuples(module)) == ["dashboard/charges/page.py:2: rows(row)"]
    assert list(house.vague_names(module)) == ["dashboard/charges/page.py:6: own", "dashboard/charges/page.py:6: known"]
    on_frames = dict(house.functions_on_frames(module))
    assert [house.names_columns(docstring) for docstring in on_frames.values()] == [False, True, True, False]


def test_page_paths_are_unique() -> None:
    from dashboard.ui.navigation import PAGES

    assert len({page.path for page in PAGES}) == len(PAGES)


def test_the_picture_of_the_house_is_todays() -> None:
    assert house_picture.PICTURE.read_text(encoding="utf-8") == house_picture.picture(), "python -m tests.house_picture"
