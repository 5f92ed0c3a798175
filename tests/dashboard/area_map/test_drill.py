"""The ways down from an area on the map."""

from dashboard.area_map.drill import Way, drill
from dashboard.i18n.words import Words
from tests.dashboard.areas.atlases import atlas
from tests.dashboard.areas.test_atlas import AREAS, ROWS

DANISH = Words("da")


def test_the_way_down_keeps_the_indicator_where_it_can_and_names_another_where_it_cannot():
    known = atlas(*AREAS, *ROWS)
    municipalities, estates = drill(known, "region_a", "charges", DANISH)
    assert municipalities == Way(
        "Region A: vis kommunerne", {"inden_for": "region_a", "niveau": "municipality", "omraade": None}
    )
    assert estates.label == "Region A: vis boligområderne (Beboere)"
    assert estates.changes["indikator"] == "residents"
    assert estates.changes["aar"] is None
    assert drill(known, "estate", "charges", DANISH) == []
