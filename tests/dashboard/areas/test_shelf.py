"""What every view names areas by: two of one name are two."""

import pytest

from dashboard import store
from dashboard.areas import shelf
from data.contracts import Area, Level
from tests.records import record


def test_two_areas_of_one_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (
        record(Area, area_id="by", name="By", level_kind=Level.MUNICIPALITY, municipality_code="0999"),
        record(Area, area_id="a1", name="Afdeling 1", level_kind=Level.HOUSING_AREA, housing_organisation="Bo Godt"),
        record(Area, area_id="b1", name="Afdeling 1", level_kind=Level.HOUSING_AREA, housing_organisation="Bo Vel"),
        record(Area, area_id="a1", name="Gammelt navn", level_kind=Level.HOUSING_AREA),  # as it was before
    )
    monkeypatch.setattr(store, "rows", lambda _, row: rows if row is Area else ())
    names = shelf.facts(None).names
    assert names == {"a1": "Afdeling 1 (Bo Godt)", "b1": "Afdeling 1 (Bo Vel)", "by": "By"}
