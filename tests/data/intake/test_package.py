"""The Data Package says of every source table what its contract says."""

import json

from data.contracts import SOURCE_TABLES, UNITS
from data.intake import package

PACKAGE = json.loads(package.written("by", "Byen"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def test_every_table_has_its_columns_and_key() -> None:
    assert list(RESOURCES) == list(SOURCE_TABLES)
    for name, row in SOURCE_TABLES.items():
        assert [field["name"] for field in RESOURCES[name]["schema"]["fields"]] == row.columns()
        assert RESOURCES[name]["schema"]["primaryKey"] == list(row.KEY)


def test_rules_and_references_are_those_of_the_contract() -> None:
    fields = {field["name"]: field for field in RESOURCES["indicators"]["schema"]["fields"]}
    assert fields["unit"]["constraints"]["enum"] == list(UNITS)
    assert (fields["decimals"]["type"], fields["decimals"]["constraints"]["maximum"]) == ("integer", 2)
    keys = RESOURCES["observations"]["schema"]["foreignKeys"]
    assert {"fields": "area_id", "reference": {"resource": "areas", "fields": "area_id"}} in keys
