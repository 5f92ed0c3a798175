"""The rules of the contract: keys, references, and numbers that contradict each other. One spoilt cell, one finding."""

import pytest

from data.errors import Finding
from data.read import read_source
from tests import small_dataset
from tests.small_dataset import findings_of, places, with_cells

CATALOGUE_ROW, COUNTRY_ROW, AREA_ROW, PRINTED_ROW, HIDDEN_ROW = 2, 2, 3, 4, 5


@pytest.mark.parametrize(
    ("row", "cells", "column"),
    [
        (AREA_ROW, {"count": "-1"}, "count"),
        (PRINTED_ROW, {"value": "-0.1"}, "value"),
        (AREA_ROW, {"population": "0"}, "population"),
        (AREA_ROW, {"population": "-5"}, "population"),
        (AREA_ROW, {"population": "", "value": "50"}, "population"),
        (AREA_ROW, {"status": "hidden"}, "count"),
        (PRINTED_ROW, {"status": "not_collected"}, "value"),
        (PRINTED_ROW, {"value": ""}, "value"),
        (AREA_ROW, {"count": ""}, "value"),
        (HIDDEN_ROW, {"status": "shown"}, "value"),
        (HIDDEN_ROW, {"status": "secret"}, "status"),
        (AREA_ROW, {"period_end": "2013"}, "period_end"),
        (AREA_ROW, {"period_start": "1066"}, "period_start"),
        (AREA_ROW, {"area_id": "atlantis"}, "area_id"),
        (AREA_ROW, {"indicator_id": "lykke"}, "indicator_id"),
        (AREA_ROW, {"source_id": "rygte"}, "source_id"),
        (AREA_ROW, {"value_certainty": "D"}, "value_certainty"),
        (AREA_ROW, {"age_group": "15–17"}, "age_group"),
        (AREA_ROW, {"indicator_id": "ledige", "count": "101"}, "count"),
        (PRINTED_ROW, {"indicator_id": "ledige", "value": "100.1"}, "value"),
    ],
)
def test_an_impossible_observation_is_refused(tmp_path, row, cells, column):
    assert places(with_cells(tmp_path, "observations", row, **cells)) == [("observations.csv", row, column)]


def test_charges_may_outnumber_persons(tmp_path):
    read_source(with_cells(tmp_path, "observations", AREA_ROW, count="400"))


def test_zero_is_a_number(tmp_path):
    assert read_source(with_cells(tmp_path, "observations", AREA_ROW, count="0"))["observations"].loc[1, "count"] == 0


def test_a_plain_number_needs_its_value(tmp_path):
    tables = small_dataset.rows()
    tables["indicators"][0] |= {"unit": "count", "multiplier": "1"}
    small_dataset.write_source(tmp_path, tables)
    assert places(tmp_path) == [("observations.csv", 2, "value"), ("observations.csv", 3, "value")]


def test_a_multiplier_belongs_to_its_unit(tmp_path):
    faults = places(with_cells(tmp_path, "indicators", CATALOGUE_ROW, multiplier="100"))
    assert faults == [("indicators.csv", CATALOGUE_ROW, "multiplier")]


@pytest.mark.parametrize("text", ["2005-13", "2005-00-10", "2023-02-30"])
def test_a_date_must_exist(tmp_path, text):
    tables = small_dataset.rows()
    project = {
        "project_id": "p",
        "scheme": "s",
        "name": "P",
        "status": "running",
        "source_id": "rapport",
        "certainty": "A",
    }
    tables["projects"] = [{**project, "as_of": "2005-12"}]
    read_source(small_dataset.write_source(tmp_path / "good", tables))
    tables["projects"] = [{**project, "as_of": text}]
    (finding,) = findings_of(small_dataset.write_source(tmp_path / "bad", tables))
    assert (finding.row, finding.column, finding.expected.da) == (2, "as_of", "en dato, der findes")


def test_a_key_stands_once_even_across_files(tmp_path):
    small_dataset.write_source(tmp_path)
    (tmp_path / "observations_again.csv").write_bytes((tmp_path / "observations.csv").read_bytes())
    faults = findings_of(tmp_path)
    assert {finding.file for finding in faults} == {"observations_again.csv"}
    assert [finding.row for finding in faults] == [2, 3, 4, 5]
    assert faults[0].found.startswith("sigtede, danmark, 2014, 2014")


def test_an_area_may_have_a_new_row_for_a_new_boundary_but_not_twice_the_same(tmp_path):
    tables = small_dataset.rows()
    tables["areas"].append({**tables["areas"][2], "valid_from": "2020"})
    read_source(small_dataset.write_source(tmp_path / "new", tables))
    tables["areas"].append({**tables["areas"][2], "valid_from": "2020"})
    assert places(small_dataset.write_source(tmp_path / "twice", tables)) == [("areas.csv", 6, None)]


def test_validity_does_not_end_before_it_begins(tmp_path):
    faults = places(with_cells(tmp_path, "areas", 4, valid_from="2020", valid_to="2019"))
    assert faults == [("areas.csv", 4, "valid_to")]


def test_a_complete_list_has_all_its_areas(tmp_path):
    tables = small_dataset.rows()
    tables["lists"] = [
        {
            "list_id": "liste",
            "kind": "udsat",
            "name_da": "Liste",
            "name_en": "List",
            "year": "2018",
            "list_date": "2018-12-01",
            "areas_total": "2",
            "coverage": "complete",
            "rule_da": "",
            "rule_en": "",
            "source_id": "rapport",
            "certainty": "A",
            **small_dataset.NOTES,
        }
    ]
    tables["designations"] = [
        {"list_id": "liste", "area_id": "moelleby", "source_id": "rapport", "certainty": "A", **small_dataset.NOTES}
    ]
    (finding,) = findings_of(small_dataset.write_source(tmp_path / "short", tables))
    assert (finding.file, finding.row, finding.found) == ("lists.csv", 2, "liste: 1")
    tables["lists"][0]["coverage"] = "partial"
    read_source(small_dataset.write_source(tmp_path / "partial", tables))


@pytest.mark.parametrize(
    ("pairs", "faults"),
    [
        ([("moelleby", "kommune_0999")], []),
        ([("moelleby", "moelleby")], [2]),
        ([("moelleby", "kommune_0999"), ("kommune_0999", "moelleby")], [3]),
    ],
)
def test_a_relation_is_to_another_area_and_stands_once(tmp_path, pairs, faults):
    tables = small_dataset.rows()
    tables["area_relations"] = [
        {
            "area_id": area_id,
            "other_id": other_id,
            "kind": "part_of",
            **small_dataset.SOURCE,
            "certainty": "A",
            **small_dataset.NOTES,
        }
        for area_id, other_id in pairs
    ]
    folder = small_dataset.write_source(tmp_path / "related", tables)
    if faults:
        assert places(folder) == [("area_relations.csv", row, "other_id") for row in faults]
    else:
        read_source(folder)


def test_a_break_applies_to_an_indicator_or_the_lists(tmp_path):
    tables = small_dataset.rows()
    record = {"year": "2021", "title_da": "Ny", "title_en": "New", "source_id": "rapport", **small_dataset.NOTES}
    tables["breaks"] = [
        {"applies_to": "lists", **record},
        {"applies_to": "sigtede", **record},
        {"applies_to": "vejret", **record},
    ]
    assert places(small_dataset.write_source(tmp_path, tables)) == [("breaks.csv", 4, "applies_to")]


def test_references_to_a_table_that_cannot_be_read_are_not_told_too(tmp_path):
    small_dataset.write_source(tmp_path)
    (tmp_path / "sources.csv").write_text("")
    assert [finding.file for finding in findings_of(tmp_path)] == ["sources.csv"]


def test_allowed_values_are_named(tmp_path):
    (finding,) = findings_of(with_cells(tmp_path, "levels", 4, kind="village"))
    assert isinstance(finding, Finding)
    assert "»housing_area«" in finding.expected.da


@pytest.mark.parametrize(
    ("table", "cells", "column"),
    [
        ("milestones", {"due": "2024"}, "due"),
        ("milestones", {"status": "done"}, "status"),
        ("milestones", {"goal_id": "ukendt"}, "goal_id"),
        ("milestones", {"criterion_id": "ukendt"}, "criterion_id"),
        ("action_cards", {"opened": ""}, "opened"),
        ("action_cards", {"status": "late"}, "status"),
        ("action_cards", {"area_id": "atlantis"}, "area_id"),
        ("action_cards", {"project_id": "ukendt"}, "project_id"),
        ("action_cards", {"body_id": "ukendt"}, "body_id"),
        ("action_cards", {"goal_id": "ukendt"}, "goal_id"),
    ],
)
def test_a_milestone_and_an_action_card_point_to_what_there_is(tmp_path, table, cells, column):
    tables = small_dataset.rows()
    common = {"scheme": "s", "title_da": "t", "title_en": "t", **small_dataset.SOURCE}
    tables["goals"] = [{"goal_id": "m", **common, **small_dataset.NOTES}]
    tables["milestones"] = [{"milestone_id": "m1", "goal_id": "m", "due": "2024-06-30", "status": "planned", **common}]
    tables["action_cards"] = [
        {
            "card_id": "k1",
            "area_id": "moelleby",
            "opened": "2024-01-15",
            "due": "2024-06-30",
            "status": "open",
            **common,
        }
    ]
    read_source(small_dataset.write_source(tmp_path / "good", tables))
    tables[table][0] |= cells
    assert places(small_dataset.write_source(tmp_path / "bad", tables)) == [(f"{table}.csv", 2, column)]


@pytest.mark.parametrize(
    ("row", "cells", "column"),
    [
        (4, {"kind": "country"}, "kind"),  # two levels that all could be compared with
        (3, {"order": "1"}, "order"),
        (5, {"published": "years"}, "published"),  # the areas within it could be subtracted
        (6, {"published": "years"}, "published"),
        (6, {"published": "sums"}, "published"),
    ],
)
def test_levels_are_told_apart_and_publish_at_most_what_can_be_controlled(tmp_path, row, cells, column):
    folder = small_dataset.with_cells(tmp_path, "levels", row, **cells)
    assert ("levels.csv", row, column) in small_dataset.places(folder)


@pytest.mark.parametrize(
    ("row", "cells", "column"),
    [
        (2, {"area_ids": "kommune_("}, "area_ids"),
        (2, {"file": "../municipality.parquet"}, "file"),
        (2, {"level": "village"}, "level"),
        (4, {"borders": ""}, "borders"),
        (4, {"name_da": ""}, "name_da"),
    ],
)
def test_a_layer_has_a_pattern_a_file_and_a_level_or_a_name(tmp_path, row, cells, column):
    folder = small_dataset.with_cells(tmp_path, "layers", row, **cells)
    assert small_dataset.places(folder) == [("layers.csv", row, column)]
