"""The recipes of the README's table *to add … touch*: each is done in a copy of the project, and counted.

A recipe holds when the new thing is seen on the pages and no file was touched but those that the table names.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import geopandas
import pytest

from tests import small_dataset

FOLDERS = ("dashboard", "pages", "data", "geo", "tests")
LEFT_OUT = shutil.ignore_patterns("prepared", "published", "example", "__pycache__", "browser", "cases")
DATASET = "data/source/lille"


class Project:
    """A copy of the project with the small dataset alone, and what has been touched in it."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder, self.touched = root, folder, set[str]()
        for name in FOLDERS:
            shutil.copytree(root / name, folder / name, ignore=LEFT_OUT)
        small_dataset.write_source(folder / DATASET, rows())
        small_dataset.write_shapes(folder / "geo/source/lille")

    def write(self, name: str, text: str) -> None:
        self.touched.add(name)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def add_row(self, table: str, like: str = "", **cells: str) -> None:
        """A row at the end of a source table, as the row whose first column is `like`, but for these cells."""
        name = f"{DATASET}/{table}.csv"
        with (self.folder / name).open(encoding="utf-8", newline="") as file:
            known = list(csv.DictReader(file))
        found = next(row for row in known if like in ("", next(iter(row.values()))))
        with (self.folder / name).open("a", encoding="utf-8", newline="") as file:
            csv.DictWriter(file, list(found)).writerow({**found, **cells})
        self.touched.add(name)

    def python(self, *arguments: str) -> str:
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-1000:]
        return done.stdout

    def pages(self, **query: str) -> dict[str, dict[str, Any]]:
        """Every page of the prepared copy by its path: title, faults, and all it says."""
        self.python("dashboard.prepare")
        choices = [f"{key}={value}" for key, value in query.items()]
        told = json.loads(self.python("tests.open_pages", *choices).splitlines()[-1])
        assert {path: page["faults"] for path, page in told.items() if page["faults"]} == {}
        return told


def rows() -> dict[str, list[dict[str, str]]]:
    """The small dataset with a project, which the shared one does without."""
    project = {
        "project_id": "klub",
        "scheme": "lille",
        "name": "Klubben",
        "areas": "moelleby",
        "status": "running",
        "as_of": "2015",
        "source_id": "rapport",
        "certainty": "A",
    }
    return {**small_dataset.rows(), "projects": [project]}


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Project:
    return Project(root, tmp_path)


def recipe(root: Path, thing: str) -> list[str]:
    """The files and folders that the README's table names for a thing."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    line = next(line for line in readme.splitlines() if line.startswith(f"| {thing} |"))
    named = re.findall(r"`([^`]+)`", line.split("|")[2])
    return [name.replace("<dataset>", "lille") for name in named]


def is_named(file: str, name: str) -> bool:
    """Whether a file is the one that is named, lies in the folder that is, or is the table of the dataset."""
    return fnmatch(file, f"{name}*" if name.endswith("/") else name) or fnmatch(file, f"{DATASET}/{name}")


def holds(project: Project, thing: str) -> None:
    """Nothing was touched that the table does not name, and the table names nothing that was not touched."""
    named = recipe(project.root, thing)
    assert {file for file in project.touched if not any(is_named(file, name) for name in named)} == set()
    assert {name for name in named if not any(is_named(file, name) for file in project.touched)} == set()


def test_a_language(project: Project) -> None:
    catalogue = (project.folder / "dashboard/i18n/locale/en/LC_MESSAGES/messages.po").read_text(encoding="utf-8")
    german = catalogue.replace('msgid "Områdekort"\nmsgstr "Area map"', 'msgid "Områdekort"\nmsgstr "Gebietskarte"')
    assert german != catalogue
    project.write("dashboard/i18n/locale/de/LC_MESSAGES/messages.po", german)
    languages = "dashboard/i18n/languages.py"
    project.replace(
        languages,
        "LANGUAGES = {",
        'GERMAN = Language("de", "Deutsch", "de_DE", percent=" %", separator=";")\nLANGUAGES = {',
    )
    project.replace(languages, "(DANISH, ENGLISH)", "(DANISH, ENGLISH, GERMAN)")
    pages = project.pages(sprog="de", omraade="moelleby")
    assert pages["kort"]["title"] == "Gebietskarte"
    assert "Deutsch" in pages["strategi"]["said"]
    assert "Sigtede" in pages["data"]["said"]  # what the data say, they say in Danish
    holds(project, "a language")


def test_a_status(project: Project) -> None:
    project.replace(
        "data/contracts.py", 'PROJECT_STATUSES = ("establishing",', 'PROJECT_STATUSES = ("paused", "establishing",'
    )
    statuses = "dashboard/i18n/statuses.py"
    project.replace(
        statuses, "PROJECTS = _by_code(", 'PROJECTS = _by_code(\n    Status("paused", N_("sat på pause"), "‖"),'
    )
    project.touched.discard(f"{DATASET}/projects.csv")
    small_dataset.write_source(
        project.folder / DATASET, {**rows(), "projects": [{**rows()["projects"][0], "status": "paused"}]}
    )
    assert "sat på pause" in project.pages()["projekter"]["said"]
    holds(project, "a status")


def test_a_word_for_a_missing_number(project: Project) -> None:
    project.replace(
        "data/contracts.py", '    TOO_FEW = "too_few"', '    TOO_FEW = "too_few"\n    WITHDRAWN = "withdrawn"'
    )
    missing = "dashboard/i18n/missing.py"
    word = 'MissingWord("withdrawn", N_("trukket tilbage"), "stairs", "M0,8 h4 v-4 h4")'
    project.replace(missing, "MISSING = (", f"MISSING = (\n    {word},")
    tables = rows()
    for row in tables["observations"]:
        if row["area_id"] == "moelleby":
            row |= {"status": "withdrawn", "value": "", "count": ""}
    small_dataset.write_source(project.folder / DATASET, tables)
    pages = project.pages(omraade="moelleby", omraader="moelleby,kommune_0999", indikator="sigtede", aar="2015")
    assert "trukket tilbage" in pages["omraade"]["said"] + pages["sammenlign"]["said"]
    holds(project, "a word for a missing number")


def test_an_indicator(project: Project) -> None:
    project.add_row("indicators", "ledige", indicator_id="laereplads", name_da="I lære", name_en="Apprentices")
    project.add_row(
        "observations", indicator_id="laereplads", area_id="kommune_0999", value="12.5", count="", population=""
    )
    pages = project.pages(indikator="laereplads", omraade="kommune_0999")
    assert all("I lære" in pages[path]["said"] for path in ("data", "omraade"))
    holds(project, "an indicator")


def test_an_instrument_of_the_barometer(project: Project) -> None:
    line = {"instrument": "vores", "order": "1", "theme": "crime", "indicator_id": "sigtede", "certainty": "C"}
    texts = {"title": "Vores tavle", "theme_name": "Kriminalitet", "name": "Sigtede"}
    told = {f"{field}_{language}": text for field, text in texts.items() for language in ("da", "en")}
    small_dataset.write_source(project.folder / DATASET, {**rows(), "indicator_sets": [{**line, **told}]})
    project.touched.add(f"{DATASET}/indicator_sets.csv")
    assert "Vores tavle" in project.pages()["barometer"]["said"]
    holds(project, "an instrument of the barometer")


def test_an_area_level(project: Project) -> None:
    named = {"name_da": "karré", "name_en": "block", "plural_da": "Karréer", "plural_en": "Blocks"}
    project.add_row("levels", "housing_area", level="block", order="9", kind="district", published="", **named)
    project.add_row("areas", "moelleby", area_id="karre_a", name="Karré A", level="block", aliases="")
    project.add_row("layers", "municipality", layer_id="block", level="block", file="block.parquet", area_ids="karre_a")
    shapes = geopandas.read_parquet(project.folder / "geo/source/lille/municipality.parquet")
    shapes.assign(area_id="karre_a").to_parquet(project.folder / "geo/source/lille/block.parquet")
    project.touched.add("geo/source/lille/block.parquet")
    pages = project.pages(omraade="karre_a")
    assert "karré · Åby Kommune" in pages["omraade"]["said"]
    holds(project, "an area level")


def test_a_page(project: Project) -> None:
    script = (project.folder / "pages/strategy.py").read_text(encoding="utf-8")
    project.write("pages/hello.py", script.replace('choice.words("Strategi")', 'choice.words("Strategi") + " 2"'))
    records = "dashboard/ui/navigation.py"
    project.replace(
        records, "PAGES = (", 'PAGES = (\n    PageRecord("hej", "hello.py", N_("Hej"), ":material/map:", DATA),'
    )
    project.replace(records, "START = PAGES[0]", "START = PAGES[1]")
    pages = project.pages()
    assert pages["hej"]["title"] == "Strategi 2"
    assert "Hej" in pages["data"]["said"]
    holds(project, "a page")


def test_a_dataset(project: Project) -> None:
    for folder in ("data/source", "geo/source"):
        shutil.copytree(project.folder / folder / "lille", project.folder / folder / "anden")
        project.touched.add(f"{folder}/anden/")
    pages = project.pages(datasaet="anden", omraade="moelleby")
    assert "anden" in pages["data"]["said"]
    holds(project, "a dataset")
