"""What can lie on top of the map."""

from dataclasses import replace

from dashboard.area_map import layers
from dashboard.i18n.words import Words
from data.contracts import Level, OfficialList, Project
from tests.levels import OWN_LEVELS, lines
from tests.records import record

DANISH = Words("da")
LISTS = [
    record(OfficialList, list_id=list_id, kind=kind, name=name, year=int(date[:4]), list_date=date, coverage=coverage)
    for list_id, kind, name, date, coverage in (
        ("ghetto_2015", "ghetto", "Ghettoområder", "2015-12-01", "complete"),
        ("udsat_2018", "udsat", "Udsatte boligområder", "2018-12-01", "partial"),
    )
]
PROJECTS = [record(Project, areas="a|b")]


def found(levels: tuple[Level, ...] = (Level.DISTRICT,), files: tuple[str, ...] = ("layer-parish",)) -> dict:
    borders = layers.lines(OWN_LEVELS, levels, [replace(lines("parish"), borders="sogne")], files, DANISH)
    return layers.layers(LISTS, ["hotspot"], PROJECTS, borders, DANISH)


def test_lists_with_known_areas_come_first_newest_first_then_roles_projects_and_lines():
    assert list(found()) == ["udsat_2018", "ghetto_2015", "hotspot", "projekter", "bydele", "sogne"]


def test_a_list_has_a_sign_of_its_kind_and_year_and_says_whether_it_is_complete():
    assert found()["ghetto_2015"].sign_for_browser() == {
        "id": "lists:ghetto_2015",
        "sign": "G15",
        "label": "Ghettoområder 2015",
        "list": True,
        "complete": True,
    }
    assert not found()["udsat_2018"].complete
    assert not found()["hotspot"].sign_for_browser()["list"]


def test_lines_are_offered_where_there_are_shapes_and_not_drawn_on_their_own_level():
    assert set(found(levels=(), files=())) == {"udsat_2018", "ghetto_2015", "hotspot", "projekter"}
    assert not layers.is_drawn(found()["bydele"], Level.DISTRICT)
    assert layers.is_drawn(found()["bydele"], Level.HOUSING_AREA)


def test_small_areas_get_the_municipalities_around_them():
    assert [layer.file for layer in layers.always(OWN_LEVELS, Level.HOUSING_AREA, DANISH)] == ["geometry-municipality"]
    assert layers.always(OWN_LEVELS, Level.MUNICIPALITY, DANISH) == []
