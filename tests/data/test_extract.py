"""Rows of a register counted by area, year and age: by hand, and against the same in plain SQL."""

import duckdb
import pyarrow
import pytest

from data.extract import run
from data.extract.counting import Ages, Limits
from data.extract.engines import DuckDB
from data.extract.run import Extract
from tests.register_rows import SQL, write_register

LIMITS = Limits(2013, 2014, (Ages("15-17", 15, 17), Ages("18-24", 18, 24)))
PLACES = pyarrow.table(
    {
        "address_id": ["a1", "a2", "a2"],
        "area_id": ["moelleby", "moelleby", "soeby"],
        "valid_from": [0, 0, 2014],
        "valid_to": [9999, 2013, 9999],
    }
)
CHARGES = """pseudonym,date,offence,age,address_id
p1,2013-02-01,vold,16,a1
p1,2013-05-01,tyveri,16,a1
p1,2013-05-01,tyveri,16,a1
p2,2013-06-01,vold,17,a2
p2,2014-06-01,vold,18,a2
p3,2013-02-30,vold,16,a1
p4,2013-03-01,vold,161,a1
p5,2013-03-01,vold,x,a1
p6,2013-03-01,vold,16,a9
p7,2012-12-31,vold,16,a1
p8,2013-03-01,vold,40,a1
"""
PEOPLE = """pseudonym,year,age,address_id
p1,2013,16,a1
p2,2013,17,a2
p2,2014,18,a2
p9,2013,15,a1
p9,2013,15,a1
"""


@pytest.fixture
def extract(tmp_path):
    (tmp_path / "charges.csv").write_text(CHARGES, encoding="utf-8")
    (tmp_path / "population.csv").write_text(PEOPLE, encoding="utf-8")
    return Extract.of(tmp_path)


def counted(extract, folder, told=lambda _sentence: None, engine=None):
    return run.count(engine or DuckDB(memory="200MB", threads=1), extract, PLACES, LIMITS, folder, told)


def row(area_id, year, age_group, persons, events, population):
    numbers = {"persons": persons, "events": events, "population": population}
    return {"area_id": area_id, "year": year, "age_group": age_group, **numbers}


def test_a_person_counts_once_a_year_and_every_charge_once(extract, tmp_path):
    assert list(counted(extract, tmp_path).counts) == [
        row("moelleby", 2013, "15-17", persons=2, events=3, population=3),
        row("soeby", 2014, "18-24", persons=1, events=1, population=1),
    ]


def test_what_cannot_be_is_counted_and_listed(extract, tmp_path):
    result = counted(extract, tmp_path)
    assert result.faults["charges"] == {"all": 11, "odd_year": 2, "odd_age": 2, "unknown": 1, "again": 1}
    assert result.faults["population"] == {"all": 5, "odd_year": 0, "odd_age": 0, "unknown": 0, "again": 1}
    assert result.unknown == {"a9": 1}
    assert result.report() == [
        "charges: 11 rækker, 2 med umulig eller manglende dato, 2 med umulig eller manglende alder, "
        "1 med ukendt adresse, 1 står der mere end én gang",
        "population: 5 rækker, 1 står der mere end én gang",
        "  ukendt adresse a9: 1 rækker",
    ]


def test_a_run_that_broke_goes_on_with_the_years_it_lacks(extract, tmp_path):
    class Broken(DuckDB):
        def collect(self, frame):
            if self.connection and self.left == 0:
                raise KeyboardInterrupt
            self.left -= 1
            return super().collect(frame)

    broken = Broken(memory="200MB", threads=1)
    broken.left = 2  # the two counts of the first year
    with pytest.raises(KeyboardInterrupt):
        counted(extract, tmp_path, engine=broken)
    years = sorted(path.name for path in (tmp_path / run.PARTS).rglob("*.json"))
    assert years == ["2013.json"]
    assert len(counted(extract, tmp_path).counts) == 2


def test_other_files_are_counted_anew(extract, tmp_path):
    first = counted(extract, tmp_path)
    (tmp_path / "charges.csv").write_text(CHARGES + "p9,2013-03-01,vold,15,a1\n", encoding="utf-8")
    assert counted(Extract.of(tmp_path), tmp_path).digest != first.digest


def test_persons_and_charges_never_share_a_line(extract, tmp_path):
    run.write(counted(extract, tmp_path), tmp_path / "observations_register.csv", "politiet", "2025")
    lines = (tmp_path / "observations_register.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == [
        *["persons_charged_per_1000"] * 2,
        *["charges_per_1000_youths"] * 2,
    ]
    assert "persons_charged_per_1000,moelleby,2013,2013,15-17,all,2025,,2,3,shown,politiet" in lines[1]


def test_rows_with_coordinates_have_their_metres_as_address(tmp_path):
    (tmp_path / "charges.csv").write_text("pseudonym,date,offence,age,x,y\np1,2013-02-01,vold,16,700001,6180002\n")
    (tmp_path / "population.csv").write_text("pseudonym,year,age,x,y\np1,2013,16,700001,6180002\n")
    places = pyarrow.table(
        {"address_id": ["700001,6180002"], "area_id": ["moelleby"], "valid_from": [0], "valid_to": [9999]}
    )
    result = run.count(DuckDB(threads=1), Extract.of(tmp_path), places, LIMITS, tmp_path)
    assert list(result.counts) == [row("moelleby", 2013, "15-17", persons=1, events=1, population=1)]


def test_narwhals_on_duckdb_counts_as_sql_written_by_hand(tmp_path):
    places = write_register(tmp_path, charges=20_000, years=(2013, 2014), seed=7)
    limits = Limits(2013, 2014, LIMITS.ages)
    result = run.count(DuckDB(threads=1), Extract.of(tmp_path), places, limits, tmp_path)
    by_hand = duckdb.connect()
    by_hand.register("places", places)
    rows = by_hand.sql(SQL.format(folder=tmp_path, first=2013, last=2014)).fetchall()
    names = ("area_id", "year", "age_group", "persons", "events", "population")
    assert [dict(zip(names, found, strict=True)) for found in rows] == list(result.counts)
    assert len(rows) > 100
