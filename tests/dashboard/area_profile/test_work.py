"""The projects of an area, what old reports say of them, and their criteria."""

from datetime import date

import pytest

from dashboard.area_profile import work
from dashboard.area_profile.profile import Profile
from data.contracts import Criterion
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, area, profile, row

TODAY = date(2026, 1, 1)
UNSPLIT = "1 af 1 succeskriterier har tal for flere områder tilsammen: kilden deler dem ikke på områder."


def project(project_id: str, areas: str, **more: object) -> dict[str, object]:
    given = {"status": "running", "as_of": "2025-06", "source_id": "book", "page": "3", **more}
    return row("projects", project_id=project_id, name=project_id.title(), areas=areas, **given)


def names(own: Profile) -> list[str]:
    return [line.project for line in work.project_lines(own, TODAY)]


def test_projects_name_the_area_its_municipality_or_an_area_inside() -> None:
    elsewhere = area("udenfor", "Udenfor", "housing_area")
    projects = [project("cafe", AREA), project("mentor", TOWN), project("andet", "udenfor"), project("intet", "")]
    rows = {"projects": projects, "areas": [elsewhere]}
    assert names(profile([], **rows)) == ["Cafe", "Mentor"]
    assert names(profile([], TOWN, **rows)) == ["Cafe", "Mentor"]
    assert work.projects_sentence(profile([], **rows), TODAY) == ("2 projekter vedrører området. juni 2025: 2 i gang.")


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ([], ["Cafe", "Mentor", "Intet"]),
        ([project("andet", "udenfor", scheme="plan")], ["Cafe", "Mentor"]),
    ],
)
def test_a_project_without_an_area_is_the_municipality_s_where_its_whole_scheme_is(elsewhere, expected) -> None:
    projects = [
        project("cafe", AREA, scheme="plan"),
        project("mentor", TOWN, scheme="plan"),
        project("intet", "", scheme="plan"),
        project("uden ordning", ""),
        *elsewhere,
    ]
    town = profile([], TOWN, projects=projects)
    assert names(town) == expected
    assert names(profile([], projects=projects)) == ["Cafe", "Mentor"]
    assert ("intet område" in work.projects_sentence(town, TODAY)) is (len(expected) == 3)


def test_one_placed_project_does_not_place_the_others_of_its_scheme() -> None:
    projects = [project("cafe", AREA, scheme="plan"), project("intet", "", scheme="plan")]
    assert names(profile([], TOWN, projects=projects)) == ["Cafe"]


def test_criteria_are_those_that_the_projects_own_or_serve() -> None:
    criteria = [
        row("criteria", criterion_id=name, project_id=owner)
        for name, owner in (("own", "cafe"), ("shared", ""), ("other", ""))
    ]
    served = [row("results", criterion_id="shared", project_id="cafe", as_of="2020-01", served=True, counted=True)]
    own = profile([], projects=[project("cafe", AREA)], criteria=criteria, results=served)
    assert [row.criterion_id for row in work.criteria(own)] == ["own", "shared"]


def test_an_old_report_tells_of_then() -> None:
    projects = [
        project("cafe", AREA, as_of="2005-09"),
        project("mentor", AREA, as_of="2005-09", status="establishing"),
        project("klub", AREA, as_of="2013", status="finished"),
    ]
    own = profile([], projects=projects)
    assert work.projects(own, TODAY)["status"].tolist() == [
        "▶ Historisk – 2005: kørte dengang",
        "◔ Historisk – 2005: var under etablering",
        "✓ Historisk – 2013: afsluttet",
    ]
    assert work.projects_sentence(own, TODAY) == (
        "3 projekter vedrører området. Historisk – 2013: 1 afsluttet. "
        "Historisk – 2005: 1 var under etablering, 1 kørte dengang. Ingen aktuelle oplysninger om projekter i området."
    )


def test_a_report_of_now_is_dated_too() -> None:
    own = profile([], projects=[project("cafe", AREA)])
    assert work.projects(own, TODAY)["status"].tolist() == ["▶ i gang pr. juni 2025"]


def test_projects_of_a_related_area_are_told_under_its_name() -> None:
    rows = {
        "areas": [area("gaarden", "Gården", "housing_area", municipality_code="0999")],
        "area_relations": [row("area_relations", area_id="gaarden", other_id=AREA, kind="part_of", source_id="book")],
        "projects": [project("cafe", AREA)],
    }
    part = profile([], "gaarden", **rows)
    assert names(part) == ["Cafe"]
    assert "Gården er en del af Åparken. Det, kilderne siger om Åparken, er med her." in work.projects_sentence(
        part, TODAY
    )
    assert "er en del af" not in work.projects_sentence(profile([], **rows), TODAY)


@pytest.mark.parametrize(
    ("areas", "said"),
    [
        (AREA, ""),
        (
            f"{AREA}|udenfor",
            "1 af 1 succeskriterier har tal for flere områder tilsammen: kilden deler dem ikke på områder.",
        ),
        ("", "1 af 1 succeskriterier har tal for flere områder tilsammen: kilden deler dem ikke på områder."),
    ],
)
def test_totals_of_several_areas_are_said_not_to_be_split(areas: str, said: str) -> None:
    rows = {
        "areas": [area("udenfor", "Udenfor", "housing_area")],
        "projects": [project("cafe", areas)],
        "criteria": [row("criteria", criterion_id="shared")],
        "results": [
            row("results", criterion_id="shared", project_id="cafe", as_of="2020-01", served=True, counted=True)
        ],
    }
    own = profile([], **rows)
    assert work.unsplit_sentence(own, Criterion.of(own.tables["criteria"])) == said
