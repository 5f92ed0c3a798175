"""Everything of a version in one file."""

import io
import zipfile
from pathlib import Path

import pandas
import pytest

from dashboard import store
from dashboard.data_and_method import everything
from dashboard.i18n.words import Words
from dashboard.prepare import command
from data import versions
from data.contracts import PREPARED_TABLES, Observation
from data.versions import Version
from tests import small_dataset

DA, EN = Words("da"), Words("en")
FACTS = {"Datasæt": "Lille", "Bemærk": "Fiktive tal"}


@pytest.fixture
def version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Version:
    source = small_dataset.write_source(tmp_path / "source" / "lille")
    shapes = small_dataset.write_shapes(tmp_path / "shapes" / "lille")
    versions.publish(tmp_path / "prepared", "lille", command.build(source, shapes, 5))
    monkeypatch.setattr(store, "ROOT", tmp_path / "prepared")
    return store.current("lille")


def test_every_table_is_in_the_file_with_its_codes_and_the_mark(version: Version) -> None:
    with zipfile.ZipFile(io.BytesIO(everything.write(version, DA, FACTS))) as archive:
        described = {"LAESMIG.txt", "datapackage.json", "csv-metadata.json", "jsonstat/sigtede.json"}
        assert set(archive.namelist()) == described | {f"{name}.csv" for name in PREPARED_TABLES}
        written = archive.read("observations.csv").decode("utf-8-sig")
        assert "Bemærk: Fiktive tal" in archive.read("LAESMIG.txt").decode("utf-8-sig")
    found = pandas.read_csv(io.StringIO(written), sep=";", decimal=",")
    kept = store.table(version, "observations")
    assert list(found.columns) == [*Observation.columns(), "Datasæt", "Bemærk"]
    assert found["area_id"].tolist() == kept["area_id"].tolist()
    assert found["value"].tolist() == pytest.approx(kept["value"].tolist(), nan_ok=True)
    assert set(found["Bemærk"]) == {"Fiktive tal"}


def test_the_same_data_give_the_same_bytes(version: Version) -> None:
    assert everything.write(version, DA, FACTS) == everything.write(version, DA, FACTS)


def test_a_table_opens_in_a_spreadsheet_of_the_language_and_runs_no_formula() -> None:
    table = pandas.DataFrame({"note": ["=1+1", None], "value": [1234.5, None], "low": [0.00002, 3.0]})
    danish, english = (everything.as_csv(table, words, {}).decode("utf-8-sig").splitlines() for words in (DA, EN))
    assert danish == ["note;value;low", "'=1+1;1234,5;0,00002", ";;3,0"]
    assert english == ["note,value,low", "'=1+1,1234.5,0.00002", ",,3.0"]
