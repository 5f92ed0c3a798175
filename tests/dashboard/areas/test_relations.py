"""Areas that sources name instead of each other."""

import pytest

from dashboard.areas import relations
from dashboard.areas.facts import facts
from dashboard.i18n.words import Words
from data.contracts import AreaRelation, Designation, OfficialList
from geo.contract import PlacedArea
from tests.dashboard.areas.atlases import atlas
from tests.records import record

AREAS = [
    record(PlacedArea, area_id=area_id, name=name, level="housing_area", level_kind="housing_area")
    for area_id, name in (("part", "Gården"), ("whole", "Kvarteret"))
]


def related(kind: str) -> AreaRelation:
    return record(AreaRelation, area_id="part", other_id="whole", kind=kind, source_id="book")


@pytest.mark.parametrize(
    ("kind", "area_id", "said"),
    [
        ("part_of", "part", "Gården er en del af Kvarteret."),
        ("part_of", "whole", "Gården er en del af Kvarteret."),
        ("same_place", "part", "Gården kaldes også Kvarteret."),
        ("same_place", "whole", "Kvarteret kaldes også Gården."),
    ],
)
def test_both_areas_say_what_they_are_to_each_other(kind: str, area_id: str, said: str) -> None:
    assert relations.sentence(atlas(*AREAS, related(kind)), area_id, Words()) == said


def test_an_area_alone_says_nothing() -> None:
    assert relations.sentence(atlas(*AREAS), "part", Words()) == ""


def test_a_listing_of_the_one_is_told_of_the_other_by_its_name() -> None:
    official = record(OfficialList, list_id="l", kind="udsat", name="Liste", year=2018, coverage="complete")
    on = record(Designation, list_id="l", area_id="part")
    found = atlas(*AREAS, related("part_of"), official, on)
    assert [standing.through for standing in relations.standings(found, "whole")] == ["part"]
    assert [standing.through for standing in relations.standings(found, "part")] == [""]
    assert "På listen: Liste 2018. På listerne er det Gården, der er nævnt." in facts(found, "whole", Words())
