"""Reading a dataset: what the files hold, and that every way of spoiling one is told with file, row and column."""

from pathlib import Path

import pandas
import pytest

from data.contracts import SOURCE_TABLES
from data.read import read_source
from tests import small_dataset
from tests.small_dataset import findings_of, places, with_cells


def respelled(folder: Path, file: str, old: str, new: str) -> Path:
    """The small dataset with a piece of text replaced in one file."""
    path = small_dataset.write_source(folder) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_dataset_is_read_in_the_types_of_the_contract(tmp_path):
    tables = read_source(small_dataset.write_source(tmp_path))
    observations = tables["observations"]
    assert list(tables) == list(SOURCE_TABLES)
    assert observations["count"].tolist()[:2] == [200, 5]
    assert observations["count"].isna().tolist() == [False, False, True, True]
    assert observations["value"].dropna().tolist() == [21.5]
    assert {name: str(observations[name].dtype) for name in ("count", "population", "period_start")} == {
        "count": "Int64",
        "population": "float64",
        "period_start": "int64",
    }
    assert tables["areas"]["municipality_code"].tolist() == ["", "0999", "0999"]


def test_all_observation_files_are_one_table(tmp_path):
    tables = small_dataset.rows()
    extra = {**tables["observations"][1], "period_start": "2016", "period_end": "2016"}
    small_dataset.write_source(tmp_path)
    frame = pandas.DataFrame([extra], columns=SOURCE_TABLES["observations"].columns())
    frame.to_csv(tmp_path / "observations_2016.csv", index=False)
    assert read_source(tmp_path)["observations"]["period_start"].tolist() == [2014, 2014, 2014, 2015, 2016]


def test_hard_spaces_are_stripped_and_letters_composed(tmp_path):
    with_cells(tmp_path, "areas", 4, name="\N{NO-BREAK SPACE}A\N{COMBINING RING ABOVE}parken ")
    assert read_source(tmp_path)["areas"]["name"].tolist()[-1] == "Åparken"


def test_text_that_only_looks_like_numbers_stays_text(tmp_path):
    with_cells(tmp_path, "areas", 2, aliases="0101")
    assert read_source(tmp_path)["areas"].loc[0, "aliases"] == "0101"


def test_every_fault_of_every_file_is_told_at_once(tmp_path):
    tables = small_dataset.rows()
    tables["areas"][2]["level"] = "village"
    tables["observations"][0]["count"] = "many"
    tables["sources"][0]["source_class"] = ""
    small_dataset.write_source(tmp_path, tables)
    assert places(tmp_path) == [
        ("areas.csv", 4, "level"),
        ("observations.csv", 2, "count"),
        ("sources.csv", 2, "source_class"),
    ]


def test_a_finding_is_a_sentence_in_both_languages(tmp_path):
    (finding,) = findings_of(with_cells(tmp_path, "observations", 4, value="21,5"))
    assert finding.sentence("da").startswith("Fil observations.csv, række 4, kolonne value: fandt »21,5«, ventede")
    assert "a number with a decimal point" in finding.sentence("en")


@pytest.mark.parametrize("spelling", ["1.234,5", "1 234", "21,5", "1e3", "nan", "inf", "=1+1", "5 %", "²"])
def test_a_number_has_one_spelling(tmp_path, spelling):
    assert places(with_cells(tmp_path, "observations", 4, value=spelling)) == [("observations.csv", 4, "value")]


@pytest.mark.parametrize("spelling", ["5.0", "5,0", "1.234,0", "fem"])
def test_a_count_is_a_whole_number(tmp_path, spelling):
    assert places(with_cells(tmp_path, "observations", 3, count=spelling)) == [("observations.csv", 3, "count")]


def test_a_point_stands_before_decimals(tmp_path):
    assert read_source(with_cells(tmp_path, "observations", 4, value="1.234"))["observations"].loc[2, "value"] == 1.234


@pytest.mark.parametrize("spelling", ["True", "SAND", "1", ""])
def test_a_truth_value_is_true_or_false(tmp_path, spelling):
    tables = small_dataset.rows()
    tables["outcomes"] = [
        {
            "project_id": "p",
            "as_of": "2005-09",
            "order": "1",
            "group_da": "",
            "group_en": "",
            "outcome_da": "Job",
            "outcome_en": "Job",
            "persons": "3",
            "is_total": spelling,
            **small_dataset.SOURCE,
            **small_dataset.NOTES,
        }
    ]
    small_dataset.write_source(tmp_path, tables)
    assert ("outcomes.csv", 2, "is_total") in places(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "@SUM(A1)",
        "+cmd",
        "-cmd|' /C calc'!A0",
        "<b>Mølleby</b>",
        "</script>",
        "Mølle\x07by",
        "Mølle\u200bby",
        "MÃ¸lleby",
        "Mj�lnerparken",
    ],
)
def test_a_text_that_could_harm_or_is_misread_is_refused(tmp_path, text):
    assert places(with_cells(tmp_path, "areas", 4, name=text)) == [("areas.csv", 4, "name")]


@pytest.mark.parametrize("text", ["-", "+4", "-2,5 %", "under <5 personer", "Ørsted – Ågade", "100 % = alle"])
def test_ordinary_texts_are_kept(tmp_path, text):
    assert read_source(with_cells(tmp_path, "areas", 4, note_da=text))["areas"].loc[2, "note_da"] == text


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("area_id,name,", "area_id,navn,", ("areas.csv", 1, "name")),
        ("area_id,name,", "area_id,area_id,", ("areas.csv", 1, "area_id")),
        ("note_en\n", "note_en,cpr\n", ("areas.csv", 1, "cpr")),
        ("moelleby,Mølleby,", "moelleby,", ("areas.csv", 4, None)),
        ("moelleby,Mølleby,", 'moelleby,"Mølleby,', ("areas.csv", None, None)),
    ],
    ids=["renamed column", "doubled column", "extra column", "field missing", "quote not closed"],
)
def test_a_table_of_another_form_is_refused(tmp_path, old, new, place):
    assert place in places(respelled(tmp_path, "areas.csv", old, new))


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", ("areas.csv", 1, None)),
        (b"\n\n", ("areas.csv", 1, None)),
        (b"area_id;name;aliases\n", ("areas.csv", 1, None)),
        (b"area_id\tname\taliases\n", ("areas.csv", 1, None)),
        ("area_id,Mølle\n".encode("cp1252"), ("areas.csv", 1, None)),
        (b"<!DOCTYPE html>\n<html></html>\n", ("areas.csv", 1, "area_id")),
        (b"PK\x03\x04\xff", ("areas.csv", 1, None)),
    ],
    ids=["empty", "blank", "semicolons", "tabs", "Windows-1252", "HTML", "a workbook"],
)
def test_a_file_that_is_something_else_is_refused(tmp_path, content, place):
    small_dataset.write_source(tmp_path)
    (tmp_path / "areas.csv").write_bytes(content)
    assert place in places(tmp_path)


def test_a_byte_order_mark_is_named(tmp_path):
    small_dataset.write_source(tmp_path)
    path = tmp_path / "areas.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    (finding,) = findings_of(tmp_path)
    assert (finding.file, finding.found) == ("areas.csv", "BOM")


@pytest.mark.parametrize("cut", [1, 4, 40])
def test_a_file_cut_off_at_its_end_is_refused(tmp_path, cut):
    small_dataset.write_source(tmp_path)
    path = tmp_path / "observations.csv"
    path.write_bytes(path.read_bytes()[:-cut])
    assert ("observations.csv", 5) in [(file, row) for file, row, _ in places(tmp_path)]


def test_a_missing_an_unknown_and_a_false_file_are_told(tmp_path):
    small_dataset.write_source(tmp_path)
    (tmp_path / "goals.csv").unlink()
    (tmp_path / "areaz.csv").write_text("x\n")
    (tmp_path / "roles.csv").unlink()
    (tmp_path / "roles.csv").mkdir()
    assert [finding.file for finding in findings_of(tmp_path)] == ["areaz.csv", "goals.csv", "roles.csv", "roles.csv"]


def test_rows_are_counted_as_a_spreadsheet_does_when_a_field_has_a_line_break(tmp_path):
    tables = small_dataset.rows()
    tables["areas"][0]["note_da"] = "to\nlinjer"
    tables["areas"][2]["level"] = "village"
    small_dataset.write_source(tmp_path, tables)
    assert places(tmp_path) == [("areas.csv", 2, "note_da"), ("areas.csv", 4, "level")]


def test_a_faulty_text_is_told_in_every_row_that_has_it(tmp_path):
    tables = small_dataset.rows()
    for row in tables["observations"][:2]:
        row["count"] = "mange"
    small_dataset.write_source(tmp_path, tables)
    assert small_dataset.places(tmp_path) == [("observations.csv", 2, "count"), ("observations.csv", 3, "count")]
