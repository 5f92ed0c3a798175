"""What becomes of efforts when the money ends: those without a plan come first, also where no source names one."""

from __future__ import annotations

import pytest

from data import anchoring
from data.contracts import Anchoring, Grant, Project
from tests.records import record


def project(name: str, status: str = "running", scheme: str = "s") -> Project:
    return record(Project, project_id=name, name=name, status=status, scheme=scheme)


def plan(name: str = "", route: str = "operations", **more: object) -> Anchoring:
    return record(Anchoring, anchoring_id=f"a_{name}", project_id=name, route=route, scheme="s", **more)


def found(rows: list[Anchoring], projects: list[Project], grants: tuple[Grant, ...] = ()) -> list[tuple[str, str]]:
    plans = anchoring.plans(rows, projects, grants)
    return [(each.project.project_id if each.project else "", each.route) for each in plans]


def test_a_project_that_goes_on_and_has_no_plan_comes_first() -> None:
    projects = [project("drift"), project("uden"), project("slut", "finished"), project("paa_vej", "establishing")]
    assert found([plan("drift")], projects) == [("uden", "no_plan"), ("paa_vej", "no_plan"), ("drift", "operations")]


def test_a_plan_for_the_whole_scheme_covers_its_projects_and_no_others() -> None:
    projects = [project("daekket"), project("andet", scheme="t")]
    assert found([plan(covers="scheme")], projects) == [("andet", "no_plan"), ("", "operations")]
    assert found([plan(covers="structure")], projects)[:2] == [("daekket", "no_plan"), ("andet", "no_plan")]


def test_the_undecided_come_before_the_decided_on_the_same_route() -> None:
    rows = [plan("a", is_decided=True), plan("b"), plan("c", "stops"), plan("d", "new_money")]
    projects = [project(name) for name in "abcd"]
    assert [name for name, _ in found(rows, projects)] == ["c", "d", "b", "a"]


def test_a_plan_has_the_money_it_names_and_that_of_its_project() -> None:
    grants = [record(Grant, grant_id="g1"), record(Grant, grant_id="g2", project_id="a"), record(Grant, grant_id="g3")]
    (only,) = anchoring.plans([plan("a", grant_id="g1")], [project("a")], grants)
    assert [grant.grant_id for grant in only.grants] == ["g1", "g2"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"start": "2020", "end": "2024", "as_of": "2022"}, (2020, 2025, 2023)),
        ({"start": "2020", "as_of": "2022"}, (2020, None, 2023)),
    ],
)
def test_a_grant_is_drawn_to_its_end_and_filled_to_the_day_of_its_source(
    cells: dict[str, str], expected: tuple[float, float | None, float]
) -> None:
    period = anchoring.period(record(Grant, status="granted", **cells))
    assert period
    assert (period.start, period.end, period.solid_to) == expected


def test_money_without_a_date_or_only_applied_for_is_not_drawn() -> None:
    assert anchoring.period(record(Grant, status="granted", as_of="2022")) is None
    assert anchoring.period(record(Grant, status="applied", start="2020", as_of="2022")) is None
