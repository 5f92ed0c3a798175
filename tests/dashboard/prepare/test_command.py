"""The command: what it writes, what it says, and that a refusal changes nothing."""

import gzip
import json
import os

import geopandas
import pandas
import pytest
from shapely.geometry import box

from dashboard.access import audit
from dashboard.prepare import command, options
from data import disclosure, register_series, versions
from data.contracts import PREPARED_TABLES, DisclosureRule
from tests import small_dataset


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder with the small dataset as its only one."""
    for name in ("SOURCE", "GEO_SOURCE", "PREPARED"):
        monkeypatch.setattr(command, name, tmp_path / name.lower())
    small_dataset.write_source(tmp_path / "source" / "lille")
    small_dataset.write_shapes(tmp_path / "geo_source" / "lille")
    return tmp_path


def shown(project):
    return versions.current(project / "prepared", "lille")


def change_source(project, table, row, **cells):
    tables = small_dataset.rows()
    tables[table][row - 2] |= cells
    small_dataset.write_source(project / "source" / "lille", tables)


def web(project, name):
    return json.loads(gzip.decompress(shown(project).path(f"web/{name}.json.gz").read_bytes()))


def test_every_table_of_the_contract_is_written_and_told(project, capsys):
    assert command.main([]) == 0
    version = shown(project)
    tables = {name.removesuffix(".parquet") for name in version.files if name.endswith(".parquet")}
    assert tables == set(PREPARED_TABLES)
    areas = versions.read_table(version, "areas", geopandas.read_parquet)
    assert dict(zip(areas["area_id"], areas["geometry_kind"], strict=True)) == {
        "danmark": "none",
        "kommune_0999": "outline",
        "moelleby": "point",
    }
    assert f"udgivet som version {version.name}" in capsys.readouterr().out


def test_the_same_source_gives_the_same_bytes(project):
    command.main([])
    first = shown(project)
    command.main([])
    assert shown(project) == first
    assert command.build(project / "source/lille", project / "geo_source/lille") == {
        name: versions.Content((first.folder / name).read_bytes(), file.rows) for name, file in first.files.items()
    }


def test_so_many_versions_are_kept_as_asked(project):
    for name in ("Aby", "Beby", "Ceby"):
        change_source(project, "areas", 2, name=name)
        assert command.main(["--keep", "2"]) == 0
    assert len(versions.list_versions(project / "prepared", "lille")) == 3  # all were shown within the hour
    for version in versions.list_versions(project / "prepared", "lille"):
        os.utime(version.folder, (0, 0))
    assert command.main(["--keep", "2"]) == 0
    assert len(versions.list_versions(project / "prepared", "lille")) == 2


def test_a_full_disk_is_told_and_changes_nothing(project, monkeypatch, capsys):
    command.main([])
    before = shown(project)
    change_source(project, "areas", 2, name="Aby")
    monkeypatch.setattr(versions.disk, "write", lambda path, data: os.close(os.open("/dev/full/x", os.O_WRONLY)))
    assert command.main([]) == 1
    assert "»lille« kunne ikke læses eller skrives: Not a directory" in capsys.readouterr().err
    assert shown(project) == before


def test_check_publishes_nothing(project, capsys):
    assert command.main(["--check"]) == 0
    assert not (project / "prepared").exists()
    assert "Intet er udgivet" in capsys.readouterr().out


def test_a_refused_dataset_leaves_the_readers_what_they_have(project, capsys):
    command.main([])
    before = shown(project)
    change_source(project, "observations", 3, count="-1")
    assert command.main([]) == 1
    assert shown(project) == before
    told = capsys.readouterr().err
    assert "er afvist" in told
    assert "Fil observations.csv, række 3, kolonne count: fandt »-1«" in told


def write_register(project, source_class="register", **cells):
    """Three years of 1 person charged in Mølleby and 30 in its municipality; `cells` change the last row."""
    tables = small_dataset.rows()
    tables["sources"][0]["source_class"] = source_class
    tables["observations"] = [
        {
            **tables["observations"][0],
            "area_id": area,
            "period_start": str(year),
            "period_end": str(year),
            "count": str(count),
            "population": str(population),
        }
        for area, count, population in (("kommune_0999", 30, 1000), ("moelleby", 1, 100))
        for year in (2012, 2013, 2014)
    ]
    tables["observations"][-1] |= cells
    small_dataset.write_source(project / "source" / "lille", tables)


@pytest.mark.parametrize("source_class", ["register", "fictitious"])
def test_a_small_number_from_a_register_is_in_no_file(project, capsys, source_class):
    write_register(project, source_class)
    assert command.main([]) == 0
    rows = versions.read_table(shown(project), "observations").set_index(["area_id", "period_end"])
    hidden = rows.loc[("moelleby", 2014)]
    assert (hidden["period_start"], hidden["status"], hidden["population"]) == (2012, "hidden", 300)
    assert hidden[["count", "value", "low", "high", "reference"]].isna().all()
    assert (rows.loc["kommune_0999", "value"] == 30).all()
    area = web(project, "values-sigtede")["levels"]["housing_area"]["areas"]["moelleby"]
    assert area == {"v": [None], "lo": [None], "hi": [None], "s": [1], "c": [0], "o": [0], "t": "cannot_calculate"}
    assert "1 af 4 tal er skjult." in capsys.readouterr().out
    disclosures = versions.read_table(shown(project), "disclosures")
    assert disclosures.to_dict("records") == [{"values": 4, "hidden": 1, "too_few": 0}]


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("count", {"indicator_id": "ledige", "count": "101"}),
        ("count", {"count": "-1"}),
        ("population", {"population": "0"}),
        ("population", {"population": ""}),
        ("status", {"status": "ukendt"}),
    ],
)
def test_a_faulty_register_number_is_told_with_file_row_and_column(project, capsys, column, cells):
    write_register(project, **cells)
    assert command.main([]) == 1
    assert f"Fil observations.csv, række 7, kolonne {column}: fandt »{cells[column]}" in capsys.readouterr().err
    assert not (project / "prepared").exists()


def test_a_hidden_number_that_can_be_worked_out_stops_prepare(project, capsys, monkeypatch):
    protect = disclosure.protect
    monkeypatch.setattr(disclosure, "protect", lambda *args, **kwargs: protect(*args, **kwargs).assign(hidden=False))
    write_register(project)
    assert command.main([]) == 1
    assert "housing_area: moelleby, window: 2012-2014" in capsys.readouterr().err
    assert not (project / "prepared").exists()


def test_a_housing_area_needs_a_place_or_a_reason(project, capsys):
    tables = small_dataset.rows()
    tables["areas"].append({**tables["areas"][2], "area_id": "glemt", "name": "Glemt"})
    small_dataset.write_source(project / "source" / "lille", tables)
    assert command.main([]) == 1
    assert "glemt" in capsys.readouterr().err


def test_a_fault_in_the_shapes_refuses_the_dataset(project, capsys):
    (project / "geo_source/lille/municipality.parquet").unlink()
    assert command.main([]) == 1
    assert "municipality.parquet" in capsys.readouterr().err


def test_a_layer_to_orient_by_is_optional_and_checked(project, capsys):
    command.main([])
    assert not any(name.startswith("web/layer-") for name in shown(project).files)
    parish = geopandas.GeoDataFrame({"name": ["Åby Sogn"]}, geometry=[box(9.5, 55.2, 10.5, 55.8)], crs="EPSG:4326")
    parish.to_parquet(project / "geo_source/lille/parish.parquet")
    assert command.main([]) == 0
    (feature,) = web(project, "layer-parish")["features"]
    assert feature["properties"] == {"name": "Åby Sogn"}
    parish.assign(name="<script>").to_parquet(project / "geo_source/lille/parish.parquet")
    assert command.main([]) == 1
    assert "Fil parish.parquet, række 2, kolonne name" in capsys.readouterr().err


def test_one_refused_dataset_does_not_stop_the_others(project):
    small_dataset.write_source(project / "source" / "anden")  # has no shapes
    assert command.main([]) == 1
    assert versions.datasets(project / "prepared") == ["lille"]
    assert command.main(["--dataset", "lille"]) == 0


def test_an_unknown_dataset_is_told(project, capsys):
    assert command.main(["--dataset", "../lille"]) == 1
    assert "Der er ingen mappe" in capsys.readouterr().err


def test_rollback_and_list(project, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv(audit.VARIABLE, str(tmp_path / "revision.log"))
    command.main([])
    first = shown(project)
    change_source(project, "observations", 3, count="6")
    command.main([])
    assert command.main(["--dataset", "lille", "--rollback"]) == 0
    assert shown(project) == first
    told = [json.loads(line) for line in (tmp_path / "revision.log").read_text().splitlines()]
    assert [line["hvad"] for line in told] == ["udgivet", "udgivet", "rullet tilbage"]
    assert told[-1].keys() == {"tid", "hvad", "hvem", "data", "version"}
    assert (told[-1]["data"], told[-1]["version"], told[-1]["hvem"]) == ("lille", first.name, audit.operator())
    assert command.main(["--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.endswith("vises nu") for line in lines[-2:]] == [False, True]
    with pytest.raises(SystemExit):
        command.main(["--rollback"])


def test_the_browser_gets_all_periods_of_an_indicator_at_once(project):
    command.main([])
    values = web(project, "values-sigtede")
    assert values["levels"]["housing_area"] == {
        "periods": ["2014", "2015"],
        "areas": {
            "moelleby": {
                "v": [50.0, None],
                "lo": [16.2349, None],
                "hi": [116.6833, None],
                "s": [0, 1],
                "c": [3, 0],
                "o": [1, 0],
                "m": [3, 0],
                "t": "cannot_calculate",
            }
        },
    }
    assert [values["statuses"][0], values["statuses"][1], values["comparisons"][3]] == ["shown", "hidden", "similar"]
    assert web(project, "values-ledige")["levels"] == {}


def test_a_period_without_a_row_is_not_collected_for_the_browser(project):
    tables = small_dataset.rows()
    tables["observations"].append({**tables["observations"][2], "period_start": "2012", "period_end": "2013"})
    small_dataset.write_source(project / "source" / "lille", tables)
    command.main([])
    values = web(project, "values-sigtede")
    level = values["levels"]["municipality"]
    assert level["periods"] == ["2012-2013", "2014"]
    tables["observations"][2]["area_id"] = "moelleby"
    tables["observations"][2] |= {"period_start": "2013", "period_end": "2013"}
    small_dataset.write_source(project / "source" / "lille", tables)
    command.main([])
    area = web(project, "values-sigtede")["levels"]["housing_area"]["areas"]["moelleby"]
    assert area["v"] == [21.5, 50.0, None]


def test_the_browser_gets_shapes_with_name_kind_and_municipality(project):
    command.main([])
    (feature,) = web(project, "geometry-housing_area")["features"]
    assert (feature["id"], feature["geometry"]["type"]) == ("moelleby", "Point")
    assert feature["properties"] == {
        "name": "Mølleby",
        "kind": "point",
        "note_da": "Punkt, ikke områdets grænse",
        "note_en": "A point",
        "municipality": "Åby Kommune",
        "within": ["kommune_0999"],
    }
    assert web(project, "geometry-district")["features"] == []
    assert [part["properties"] for part in web(project, "background")["features"]] == [{"kind": "land"}]


@pytest.mark.parametrize(("minimum", "persons_hidden"), [(3, 0), (4, 1)])
def test_the_version_tells_the_minimum_it_was_made_by(project, minimum, persons_hidden):
    write_register(project)
    assert command.main(["--minimum", str(minimum)]) == 0
    (limits,) = DisclosureRule.of(versions.read_table(shown(project), "disclosure_rules"))
    assert (limits.minimum, limits.minimum_population) == (minimum, register_series.MINIMUM_POPULATION)
    assert versions.read_table(shown(project), "disclosures")["hidden"].sum() == persons_hidden


def test_a_number_that_an_earlier_version_shows_is_refused_until_that_one_is_removed(project, capsys):
    write_register(project)
    command.main(["--minimum", "3"])
    first = shown(project)
    assert command.main([]) == 1
    assert f"ældre version ({first.name}); kør igen med --replace" in capsys.readouterr().err
    assert shown(project) == first
    assert command.main(["--replace"]) == 0
    assert f"Version {first.name} er fjernet." in capsys.readouterr().out
    assert versions.list_versions(project / "prepared", "lille") == [shown(project)] != [first]
    assert command.main([]) == 0


def test_an_earlier_version_that_tells_reasons_is_refused(project, capsys, monkeypatch):
    write_register(project)
    derived = command.derive_tables
    told = {"grouping": "housing_area", "values": 1, "hidden": 1, "primary": 1}
    monkeypatch.setattr(
        command, "derive_tables", lambda *given: derived(*given) | {"disclosures": pandas.DataFrame([told])}
    )
    command.main([])
    monkeypatch.setattr(command, "derive_tables", derived)
    assert command.main([]) == 1
    assert "fortæller, hvorfor tal er skjult" in capsys.readouterr().err
    assert command.main(["--replace"]) == 0


def test_another_minimum_is_another_version_also_where_it_hides_nothing(project):
    names = {minimum: command.main(["--minimum", minimum]) or shown(project).name for minimum in ("3", "8")}
    assert names["3"] != names["8"]


@pytest.mark.parametrize("minimum", ["2", "0", "mange"])
def test_the_smallest_number_shown_can_be_set_but_not_under_three(minimum, capsys):
    with pytest.raises(SystemExit):
        options.arguments(["--check", "--minimum", minimum])
    assert "--minimum" in capsys.readouterr().err
    assert options.arguments(["--check", "--minimum", "8"]).minimum == 8
