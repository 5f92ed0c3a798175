"""Every table and column of the contract has a meaning in both languages, and nothing else has."""

from data import dictionary
from data.contracts import PREPARED_TABLES


def test_every_table_and_column_has_a_meaning_in_both_languages() -> None:
    due = {(table, "") for table in PREPARED_TABLES}
    due |= {("", field.name) for row in PREPARED_TABLES.values() for field in row._fields}
    said = {key for key, meaning in dictionary.meanings().items() if meaning.da and meaning.en}
    assert due - said == set(), "write a row in data/dictionary.csv"
    names = {(table, field.name) for table, row in PREPARED_TABLES.items() for field in row._fields}
    assert said - due - names == set(), "remove the row from data/dictionary.csv"


def test_an_entry_tells_type_allowed_values_and_key() -> None:
    found = {(entry.table, entry.columns): entry for entry in dictionary.entries()}
    sector = found["departments", "sector"]
    assert (sector.kind, sector.allowed, sector.is_key) == ("text", "non_profit | other", False)
    assert found["annual_figures", "count"].is_optional
    assert found["departments", "department_id"].is_key
    assert found["departments", "note_da, note_en"].kind == "texts"
