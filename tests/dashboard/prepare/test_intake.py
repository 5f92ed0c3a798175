"""A folder with every Danish habit of Excel, published by the documented command alone; refusals change nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
import unicodedata
from pathlib import Path

import openpyxl
import pandas
import pytest

from dashboard.prepare import intake, intake_command, intake_diff
from dashboard.prepare.intake import Folders, Trial
from data import versions
from data.contracts import Area, Criterion, Observation, Project, Role
from data.intake import engine
from tests import danish_office

DATASET = "boligomraader"
ANSWERS = {"number_form": "comma", "missing_sign": "not_collected"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return danish_office.write(tmp_path_factory.mktemp("office") / "boligområder")


@pytest.fixture(scope="module")
def asked(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """The first check, before anything is answered."""
    return intake.check(office, Folders.at(tmp_path_factory.mktemp("empty")))


@pytest.fixture(scope="module")
def published(office: Path, asked: Trial, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root where the folder is published by one command with the answers to what was asked."""
    root = tmp_path_factory.mktemp("root")
    answers = [f"--answer={m.key}={ANSWERS[m.kind]}" for m in asked.checked.questions]
    assert command("publish", office, root, *answers, "--who=Statistikkontoret", "--why=Årets tal") == 0
    return root


def command(word: str, handed: Path, root: Path, *more: str) -> int:
    return intake_command.main([word, str(handed), "--root", str(root), "--quiet", *more])


def table(root: Path, row: type) -> pandas.DataFrame:
    return versions.read_table(versions.current(root / "data" / "prepared", DATASET), row.TABLE)


def bytes_of(root: Path) -> str:
    """One hash of everything below a folder."""
    total = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        total.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def test_what_cannot_be_known_is_asked_once_and_nothing_else(asked: Trial) -> None:
    assert not asked.checked.faults
    assert sorted(message.kind for message in asked.checked.questions) == sorted(ANSWERS)


def test_every_file_is_listed_with_its_use(asked: Trial) -> None:
    uses = {file.name: (file.use, file.why.da) for file in asked.draft.files}
    assert uses["Områder 2022.xlsx"] == ("table", "områder")
    assert uses["Tal til barometer.xlsx"] == ("table", "tal")
    assert uses["Hotspot.xlsx"] == ("table", "roller")
    assert uses["områder.gpkg"][0] == "shapes"


def test_the_numbers_are_those_of_the_workbooks(published: Path) -> None:
    numbers = table(published, Observation)
    assert len(numbers) == 5 * danish_office.AREAS * len(danish_office.YEARS)
    by = numbers.set_index(["indicator_id", "area_id", "period_start"])
    assert by.loc[("sigtede", "0101", 2015), "value"] == danish_office.value(0, 2015, 10, 60)
    assert by.loc[("sigtede", "0101", 2015), "age_group"] == "15-17"
    assert by.loc[("ledige", "0160", 2022), "value"] == danish_office.value(59, 2022, 2, 20)
    assert by.loc[("beboere", "0102", 2015), "value"] == 2115
    assert by.loc[("tryghed", "0151", 2020), "value"] == danish_office.value(50, 2020, 40, 90)


def test_signs_are_words_for_a_missing_number(published: Path) -> None:
    by = table(published, Observation).set_index(["indicator_id", "area_id", "period_start"])
    assert by.loc[("grundskole", "0104", 2016), "status"] == "hidden"
    assert by.loc[("grundskole", "0105", 2017), "status"] == "not_collected"


def test_areas_lie_in_the_municipality_that_nobody_handed_in(published: Path) -> None:
    areas = table(published, Area).set_index("area_id")
    assert len(areas) == danish_office.AREAS + 2
    assert areas.loc["kommune_0101", "name"] == "København"
    assert areas.loc["0101", "name"] == "Grønne Gård"
    assert areas.loc["0101", "municipality_code"] == "0101"


def test_efforts_are_published_with_their_areas_and_dates(published: Path) -> None:
    roles = table(published, Role)
    assert roles["role"].tolist() == ["hotspot"] * 3 + ["control"] * 3
    projects = table(published, Project).set_index("project_id")
    assert projects.loc["fritidsjob", "areas"] == "0101|0102"
    assert projects.loc["lektiecafe", "areas"] == "0103"
    criteria = table(published, Criterion).set_index("number")
    assert criteria.loc[2, ["target", "unit_da", "baseline", "end_date"]].tolist() == [90, "%", 75.5, "2024-06-30"]


def test_a_version_tells_who_published_it_why_and_from_what(published: Path) -> None:
    version = versions.current(published / "data" / "prepared", DATASET)
    record = json.loads(versions.read_file(version, intake.RECORD))
    assert (record["who"], record["why"]) == ("Statistikkontoret", "Årets tal")
    assert len(record["source_sha256"]) == 64


def test_next_year_nothing_is_asked_again(office: Path, published: Path) -> None:
    assert intake.check(office, Folders.at(published)).is_publishable


def test_a_refusal_leaves_everything_as_it_is(office: Path, published: Path, tmp_path: Path) -> None:
    wrong = shutil.copytree(office, tmp_path / "boligområder")
    (wrong / "tryghed.csv").write_text(
        "Område;År;Indikator;Værdi\nRøde Gaard;2015;Trygge om aftenen;okt\n", encoding="utf-8"
    )
    before = bytes_of(published)
    report = tmp_path / "rapport.json"
    assert command("publish", wrong, published, "--who=X", "--why=Y", f"--report={report}") == 1
    assert bytes_of(published) == before
    told = json.loads(report.read_text(encoding="utf-8"))
    kinds = {message["kind"]: message for message in told["messages"] if message["grade"] == "fejl"}
    assert set(kinds) == {"unknown_area", "not_a_number"}
    assert kinds["unknown_area"]["mend"]["replacement"] == "0111"
    assert kinds["unknown_area"]["places"][0] | {} == {
        "file": "tryghed.csv", "worksheet": "", "row": 2, "column": "Område", "cell": 1,
    }  # fmt: skip


def test_questions_without_answers_have_their_own_exit_code(office: Path, tmp_path: Path) -> None:
    fresh = shutil.copytree(office, tmp_path / "boligområder")
    (fresh / "mapping.toml").unlink(missing_ok=True)
    assert command("publish", fresh, tmp_path, "--who=X", "--why=Y") == 3
    assert not (tmp_path / "data").exists()


def test_nobody_publishes_without_a_name_and_a_reason(office: Path, published: Path) -> None:
    before = bytes_of(published)
    assert command("publish", office, published) == 1
    assert bytes_of(published) == before


def test_rollback_brings_back_the_sources_too(office: Path, published: Path, tmp_path: Path) -> None:
    root = shutil.copytree(published, tmp_path / "root")
    source = root / "data" / "source" / DATASET
    first, before = versions.current(root / "data" / "prepared", DATASET).name, bytes_of(source)
    changed = shutil.copytree(office, tmp_path / "boligområder")
    long = changed / "tryghed.csv"
    long.write_text(long.read_text(encoding="utf-8-sig").replace(";2015;", ";2014;"), encoding="utf-8")
    assert command("publish", changed, root, "--who=X", "--why=Y") == 0
    assert bytes_of(source) != before
    assert intake_command.main(["rollback", DATASET, "--root", str(root)]) == 0
    assert versions.current(root / "data" / "prepared", DATASET).name == first
    assert bytes_of(source) == before


def test_a_mended_fault_is_mended_at_every_check(office: Path, published: Path, tmp_path: Path) -> None:
    assert published  # so that every question is answered
    wrong = shutil.copytree(office, tmp_path / "boligområder")
    long = wrong / "tryghed.csv"
    written = unicodedata.normalize("NFC", long.read_text(encoding="utf-8-sig"))
    long.write_text(written.replace("Røde Gård", "Røde Gaard"), encoding="utf-8")
    (fault,) = engine.draft(wrong).checked.faults
    assert (fault.kind, len(fault.places)) == ("unknown_area", len(danish_office.YEARS))
    assert command("check", wrong, tmp_path / "root", f"--mend={fault.key}") == 0
    assert not engine.draft(wrong).checked.faults


def test_the_difference_from_what_is_shown_is_told_before_it_is_published(
    office: Path, published: Path, tmp_path: Path
) -> None:
    changed = shutil.copytree(office, tmp_path / "boligområder")
    long = changed / "tryghed.csv"
    lines = long.read_text(encoding="utf-8-sig").splitlines()
    first, last = lines[1].rpartition(";")[0], lines.pop()
    assert last.startswith("Søndre")
    lines[1] = f"{first};41,5"
    long.write_text("\n".join([*lines, ""]), encoding="utf-8")
    trial = intake.check(changed, Folders.at(published))
    found = intake_diff.difference(trial, Folders.at(published))
    assert (found.added, found.changed, found.gone) == (0, 1, 1)
    (change,) = found.largest
    assert (change.what, change.area_id, change.when, change.after) == ("tryghed", "0101", "2015", "41,5")


def test_a_cpr_number_is_refused_wherever_it_stands_and_never_repeated(office: Path, tmp_path: Path) -> None:
    wrong = shutil.copytree(office, tmp_path / "boligområder")
    (wrong / "noter.csv").write_text("Kollega;Note\nHanne;ring til 010190-1234\n", encoding="utf-8")
    trial = intake.check(wrong, Folders.at(tmp_path))
    (fault,) = trial.checked.faults
    assert (fault.kind, fault.places[0].row, trial.contents) == ("cpr", 2, None)
    assert "1234" not in fault.sentence()


def test_the_workbook_comes_back_with_the_cells_marked(office: Path, tmp_path: Path) -> None:
    fresh = shutil.copytree(office, tmp_path / "boligområder")
    (fresh / "mapping.toml").unlink(missing_ok=True)
    assert command("check", fresh, tmp_path, f"--back={tmp_path / 'tilbage'}") == 3
    book = openpyxl.load_workbook(tmp_path / "tilbage" / "Tal til barometer-fejl.xlsx")
    assert book.sheetnames == ["Fejl", "Sigtede", "Ledige", "Beboere", "Alene grundskole"]
    cell = book["Alene grundskole"]["E8"]
    assert (cell.value, cell.fill.fgColor.rgb[-6:]) == ("-", "FFE699")
    assert "nul, skjult, ikke opgjort" in cell.comment.text
    found = [row for row in book["Fejl"].iter_rows(values_only=True) if row[0] == "Spørgsmål"]
    assert ("Alene grundskole", 8, "2017", "-") in [row[1:4] + (row[4].lstrip("'"),) for row in found]
