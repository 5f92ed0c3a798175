"""Every name a reader sees is of one area alone."""

from data import names
from data.contracts import Area, Level
from tests.records import record


def area(area_id: str, name: str, code: str = "", organisation: str = "", level: str = Level.HOUSING_AREA) -> Area:
    return record(
        Area, area_id=area_id, name=name, municipality_code=code, housing_organisation=organisation, level_kind=level
    )


ODENSE, VEJLE = (
    area("k1", "Odense", "0461", level=Level.MUNICIPALITY),
    area("k2", "Vejle", "0630", level=Level.MUNICIPALITY),
)


def test_a_name_of_one_area_stays_as_it_is() -> None:
    assert names.unique([ODENSE, area("a", "Vollsmose", "0461")]) == {"k1": "Odense", "a": "Vollsmose"}


def test_two_areas_of_one_name_are_told_apart_by_their_municipalities() -> None:
    found = names.unique([ODENSE, VEJLE, area("a", "Afdeling 1", "0461"), area("b", "Afdeling 1", "0630")])
    assert [found["a"], found["b"]] == ["Afdeling 1 (Odense)", "Afdeling 1 (Vejle)"]


def test_within_one_municipality_by_the_housing_organisation_and_else_by_the_id() -> None:
    alike = [area("a", "Afdeling 1", "0461", "FAB"), area("b", "Afdeling 1", "0461", "Civica")]
    found = names.unique([ODENSE, *alike, area("c", "Nr. 2", "0461"), area("d", "Nr. 2", "0461")])
    assert [found["a"], found["b"]] == ["Afdeling 1 (Odense) (FAB)", "Afdeling 1 (Odense) (Civica)"]
    assert [found["c"], found["d"]] == ["Nr. 2 (Odense) (c)", "Nr. 2 (Odense) (d)"]


def test_a_municipality_keeps_its_name_beside_an_estate_of_that_name() -> None:
    found = names.unique([ODENSE, area("a", "Odense", "0461")])
    assert found == {"k1": "Odense", "a": "Odense (Odense)"}
