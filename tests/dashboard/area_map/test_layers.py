"""What can lie on top of the map."""

from dataclasses import replace

import pandas

from dashboard.area_map import layers
from dashboard.i18n.words import Words
from tests.levels import OWN_LEVELS, lines

DANISH = Words("da")
LISTS = pandas.DataFrame(
    {
        "list_id": ["udsat_2018", "ghetto_2015", "unknown_2019"],
        "kind": ["udsat", "ghetto", "udsat"],
        "name_da": ["Udsatte boligområder", "Ghettoområder", "Udsatte boligområder"],
        "year": [2018, 2015, 2019],
        "list_date": ["2018-12-01", "2015-12-01", "2019-12-01"],
        "coverage": ["partial", "complete", "absent"],
    }
)
DESIGNATIONS = pandas.DataFrame({"list_id": ["udsat_2018", "ghetto_2015"], "area_id": ["a", "b"]})
ROLES = pandas.DataFrame({"area_id": ["a"], "role": ["hotspot"]})
PROJECTS = pandas.DataFrame({"project_id": ["p"], "areas": ["a|b"]})


PARISHES = replace(lines("parish"), borders="sogne")


def found(levels: tuple[str, ...] = ("district",), files: tuple[str, ...] = ("layer-parish",)) -> dict:
    borders = layers.lines(OWN_LEVELS, levels, [PARISHES], files, DANISH)
    return layers.layers(LISTS, DESIGNATIONS, ROLES, PROJECTS, borders, DANISH)


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
    assert not layers.is_drawn(found()["bydele"], "district")
    assert layers.is_drawn(found()["bydele"], "housing_area")


def test_small_areas_get_the_municipalities_around_them():
    assert [layer.file for layer in layers.always(OWN_LEVELS, "housing_area", DANISH)] == ["geometry-municipality"]
    assert layers.always(OWN_LEVELS, "municipality", DANISH) == []
