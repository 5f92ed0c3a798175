"""The command that counts a register: addresses or coordinates, to a file of source tables."""

import pytest

from dashboard.prepare import command, extract
from tests import small_dataset

CHARGES = "pseudonym,date,offence,age,{place}\np1,2013-02-01,vold,16,{at}\n"
PEOPLE = "pseudonym,year,age,{place}\np1,2013,16,{at}\n"
INSIDE = (576000, 6150000)  # in the square municipality of the small dataset, in metres (EPSG:25832)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("SOURCE", "GEO_SOURCE"):
        monkeypatch.setattr(command, name, tmp_path / name.lower())
    small_dataset.write_source(tmp_path / "source" / "lille")
    small_dataset.write_shapes(tmp_path / "geo_source" / "lille")
    (tmp_path / "udtraek").mkdir()
    return tmp_path / "udtraek"


def write(folder, place, at):
    (folder / "charges.csv").write_text(CHARGES.format(place=place, at=at), encoding="utf-8")
    (folder / "population.csv").write_text(PEOPLE.format(place=place, at=at), encoding="utf-8")


def run(folder):
    given = [str(folder), "--dataset", "lille", "--source", "politiet", "--years", "2013", "2013"]
    return extract.main([*given, "--to", str(folder / "ud.csv"), "--threads", "1"])


def test_rows_by_address(folder, capsys):
    write(folder, "address_id", "a1")
    (folder / "addresses.csv").write_text("address_id,x,y\na1,{},{}\n".format(*INSIDE), encoding="utf-8")
    assert run(folder) == 0
    line = (folder / "ud.csv").read_text(encoding="utf-8").splitlines()[1]
    assert line.startswith("persons_charged_per_1000,kommune_0999,2013,2013,15-17,all,,,1,1,shown,politiet")
    assert "charges: 1 rækker" in capsys.readouterr().out


def test_rows_by_coordinates(folder):
    write(folder, "x,y", "{},{}".format(*INSIDE))
    assert run(folder) == 0
    assert "kommune_0999,2013" in (folder / "ud.csv").read_text(encoding="utf-8")


def test_what_is_missing_is_told_in_words(folder, capsys):
    assert run(folder) == 1
    assert "filer, der begynder med charges og population" in capsys.readouterr().err
    write(folder, "address_id", "a1")
    assert run(folder) == 1
    assert "ventede addresses.csv med address_id, x og y" in capsys.readouterr().err
