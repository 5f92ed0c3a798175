"""Fetching from the StatBank, against a local server that answers in the documented form."""

from datetime import date

import pandas
import pytest

from dashboard.prepare import fetch
from data.statbank.api import Client, StatBankError, pieces
from data.statbank.recipes import place_of
from tests.statbank_server import StatBank, serving

TODAY = date(2025, 3, 1)


@pytest.fixture
def bank():
    with serving(StatBank()) as bank:
        yield bank


def client(bank, waits=None):
    return Client(bank.address, sleep=(waits if waits is not None else []).append)


def run(bank, folder, *given):
    return fetch.main([*given, "--to", str(folder)], client(bank), TODAY)


def rows(folder, name):
    return pandas.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)


def test_decisions_by_age_are_put_beside_the_mean_population_of_the_quarters(bank, tmp_path):
    assert run(bank, tmp_path, "STRAF44") == 0
    found = rows(tmp_path, "observations_straf44").set_index(["age_group", "area_id", "period_start"])
    assert found.loc[("15", "kommune_0101", "2014"), ["count", "population"]].tolist() == ["2", "41"]
    assert found.loc[("15-17", "danmark", "2014"), ["count", "population"]].tolist() == ["6", "123"]
    assert found.loc[("18-24", "kommune_0169", "2014"), ["count", "population"]].tolist() == ["14", "287"]
    assert ("15", "kommune_0169", "2013") not in found.index  # the table has none: ..
    (indicator,) = rows(tmp_path, "indicators").to_dict("records")
    assert indicator["place"] == "residence"
    assert "ikke en sigtelse" in indicator["caveat_da"]
    assert rows(tmp_path, "areas")["area_id"].tolist() == ["danmark", "kommune_0101", "kommune_0169"]


def test_charges_and_reports_are_two_indicators(bank, tmp_path):
    assert run(bank, tmp_path, "STRAF22") == 0
    found = rows(tmp_path, "observations_straf22").set_index(["indicator_id", "area_id", "period_start"])
    assert found.loc[("charges_per_1000_inhabitants", "danmark", "2013"), "count"] == "5"
    assert found.loc[("reported_offences_per_1000_inhabitants", "danmark", "2013"), "population"] == "1001"
    assert "siger ikke" in rows(tmp_path, "indicators")["caveat_da"].iloc[0]


def test_inhabitants_are_the_mean_of_whole_years(bank, tmp_path):
    assert run(bank, tmp_path, "FOLK1A") == 0
    found = rows(tmp_path, "observations_folk1a").set_index(["area_id", "period_start"])
    assert found.loc[("danmark", "2013"), "value"] == "1001"
    assert "2015" not in found.index.get_level_values("period_start")  # one quarter alone


def test_any_table_needs_a_choice_where_it_has_no_total(bank, tmp_path, capsys):
    assert run(bank, tmp_path, "VALG") == 1
    assert "vælg selv, fx --choose PARTI=A" in capsys.readouterr().err
    assert run(bank, tmp_path, "VALG", "--choose", "PARTI=A,B") == 0
    assert (
        rows(tmp_path, "observations_valg").set_index(["area_id", "period_start"]).loc[("danmark", "2013"), "value"]
        == "14"
    )


def test_rows_that_staff_have_stay_as_they_are(bank, tmp_path):
    run(bank, tmp_path, "FOLK1A")
    areas = rows(tmp_path, "areas")
    areas.loc[areas["area_id"] == "kommune_0101", "name"] = "Vores navn"
    areas.to_csv(tmp_path / "areas.csv", index=False)
    run(bank, tmp_path, "STRAF22")
    assert "Vores navn" in rows(tmp_path, "areas")["name"].tolist()
    assert rows(tmp_path, "sources")["source_id"].tolist() == ["dst_folk1a", "dst_straf22"]


def test_an_unknown_table_is_told_in_words_and_writes_nothing(bank, tmp_path, capsys):
    assert run(bank, tmp_path, "STRAF99") == 1
    assert (
        "Statistikbanken kender ikke tabellen eller en kode (STRAF99): Tabel findes ikke: STRAF99"
        in capsys.readouterr().err
    )
    assert list(tmp_path.iterdir()) == []
    assert len(bank.asked) == 1  # a wrong question is not asked again


def test_a_code_that_the_table_lacks_is_told_before_it_is_asked_for(bank, tmp_path, capsys):
    assert run(bank, tmp_path, "VALG", "--choose", "PARTI=C") == 1
    assert "VALG har ikke PARTI C" in capsys.readouterr().err


def test_a_server_that_fails_is_asked_again_after_a_while(bank, tmp_path):
    bank.failures, waits = 2, []
    assert client(bank, waits).info("FOLK1A").table == "FOLK1A"
    assert waits == [2.0, 8.0]
    bank.failures = 9
    with pytest.raises(StatBankError, match="svarede 503; prøv igen senere"):
        client(bank).info("FOLK1A")


def test_a_line_that_is_down_is_told_in_words():
    with pytest.raises(StatBankError, match="kunne ikke nås"):
        Client("http://127.0.0.1:9/v1", sleep=lambda _seconds: None).info("FOLK1A")


def test_a_wrong_address_is_told_in_words(bank):
    with pytest.raises(StatBankError, match="har ikke en funktion på den adresse"):
        Client(bank.address + "/andet").info("FOLK1A")


def test_a_selection_over_the_limit_is_taken_in_pieces_by_time(bank):
    info = client(bank).info("FOLK1A")
    selection = {variable.name: list(variable.values)[:4] for variable in info.variables}
    parts = list(pieces(info, selection, 100))
    assert all(len(part["OMRÅDE"]) * len(part["Tid"]) * len(part["ALDER"]) * 2 * 2 <= 100 for part in parts)
    asked = [tuple(part[name][0] for name in ("Tid", "OMRÅDE")) for part in parts]
    assert len(set(asked)) == len(parts) == 4


def test_a_piece_that_the_bank_refuses_is_halved(tmp_path):
    with serving(StatBank(most=12)) as small:
        assert run(small, tmp_path, "STRAF44") == 0
        assert rows(tmp_path, "observations_straf44")["count"].astype(int).sum() > 0


def test_a_fetch_that_broke_goes_on_where_it_broke(tmp_path):
    with serving(StatBank()) as bank:
        run(bank, tmp_path, "FOLK1A")
        first = sum(question["path"] == "/v1/data" for question in bank.asked)
        run(bank, tmp_path, "FOLK1A")
        assert sum(question["path"] == "/v1/data" for question in bank.asked) == first == 1


def test_the_place_stands_in_the_table_or_nowhere(bank):
    assert place_of(client(bank).info("STRAF44")) == "residence"
    assert place_of(client(bank).info("STRAF22")) == "none"
