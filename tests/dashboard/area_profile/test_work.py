"""The projects of an area, their criteria, and who works there."""

import pytest

from dashboard.area_profile import work
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, area, profile, row


def project(project_id: str, areas: str, **more: object) -> dict[str, object]:
    return row(
        "projects",
        project_id=project_id,
        name=project_id.title(),
        areas=areas,
        status="running",
        source_id="book",
        page="3",
        **more,
    )


def test_projects_name_the_area_its_municipality_or_an_area_inside() -> None:
    elsewhere = area("udenfor", "Udenfor", "housing_area")
    projects = [project("cafe", AREA), project("mentor", TOWN), project("andet", "udenfor"), project("intet", "")]
    rows = {"projects": projects, "areas": [elsewhere]}
    assert work.projects(profile([], **rows))["project"].tolist() == ["Cafe", "Mentor"]
    assert work.projects(profile([], TOWN, **rows))["project"].tolist() == ["Cafe", "Mentor"]
    assert work.projects_sentence(profile([], **rows)) == "2 projekter vedrører området: 2 i gang."


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
    assert work.projects(town)["project"].tolist() == expected
    assert work.projects(profile([], projects=projects))["project"].tolist() == ["Cafe", "Mentor"]
    assert ("intet område" in work.projects_sentence(town)) is (len(expected) == 3)


def test_one_placed_project_does_not_place_the_others_of_its_scheme() -> None:
    projects = [project("cafe", AREA, scheme="plan"), project("intet", "", scheme="plan")]
    assert work.projects(profile([], TOWN, projects=projects))["project"].tolist() == ["Cafe"]


def test_criteria_are_those_that_the_projects_own_or_serve() -> None:
    criteria = [
        row("criteria", criterion_id=name, project_id=owner)
        for name, owner in (("own", "cafe"), ("shared", ""), ("other", ""))
    ]
    served = [row("results", criterion_id="shared", project_id="cafe", as_of="2020-01", served=True, counted=True)]
    own = profile([], projects=[project("cafe", AREA)], criteria=criteria, results=served)
    assert [row.criterion_id for row in work.criteria(own)] == ["own", "shared"]


def test_who_works_there_is_functions_with_their_sources() -> None:
    rows = {
        "projects": [
            project("cafe", AREA, partners="Skolen|SSP", funding_da="Puljen"),
            project("mentor", AREA, funding_da="Puljen"),
        ],
        "roles": [row("roles", area_id=AREA, role="hotspot", scheme_da="Puljen 2010", source_id="book", page="9")],
        "action_cards": [
            row("action_cards", area_id=AREA, title_da="Lys på stien", responsible_da="Driftslederen", source_id="book")
        ],
    }
    assert work.workers(profile([], **rows))[["part", "who", "what", "source"]].values.tolist() == [
        ["Kommune", "Åby", "", "Områdelisten i denne version af data"],
        ["Boligorganisation", "Bo Godt", "", "Områdelisten i denne version af data"],
        ["Hotspotområde", "Puljen 2010", "", "Bogen, s. 9"],
        ["Samarbejdspartner", "Skolen, SSP", "Cafe", "Bogen, s. 3"],
        ["Finansieret af", "Puljen", "Cafe, Mentor", "Bogen, s. 3"],
        ["Ansvarlig for en handling", "Driftslederen", "Lys på stien", "Bogen"],
    ]
