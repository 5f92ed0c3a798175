"""Who works in an area: functions and organisations, each of its time and place."""

from dashboard.area_profile import workers
from dashboard.i18n.words import Words
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, area, profile, row
from tests.dashboard.area_profile.test_work import TODAY, project


def test_who_works_there_is_functions_with_their_sources() -> None:
    rows = {
        "projects": [
            project("cafe", AREA, partners="Skolen|SSP", funding_da="Puljen"),
            project("mentor", AREA, funding_da="Puljen"),
        ],
        "roles": [
            row(
                "roles",
                area_id=AREA,
                role="hotspot",
                scheme_da="Puljen 2010",
                valid_to=2014,
                source_id="book",
                page="9",
            )
        ],
        "action_cards": [
            row(
                "action_cards",
                area_id=AREA,
                title_da="Lys på stien",
                responsible_da="Driftslederen",
                opened="2025-01-01",
                source_id="book",
            )
        ],
    }
    assert workers.workers(workers.worker_lines(profile([], **rows), TODAY))[
        ["part", "who", "what", "when", "source"]
    ].values.tolist() == [
        ["Kommune", "Åby", "", "", "Områdelisten i denne version af data"],
        ["Boligorganisation", "Bo Godt", "", "", "Områdelisten i denne version af data"],
        ["Hotspotområde", "Puljen 2010", "", "Historisk – 2014", "Bogen, s. 9"],
        ["Samarbejdspartner", "Skolen, SSP", "Cafe", "", "Bogen, s. 3"],
        ["Finansieret af", "Puljen", "Cafe, Mentor", "", "Bogen, s. 3"],
        ["Ansvarlig for en handling", "Driftslederen", "Lys på stien", "", "Bogen"],
    ]


def test_other_municipalities_of_a_project_do_not_work_here() -> None:
    rows = {
        "areas": [area("kommune_0998", "Fjernby", "municipality", municipality_code="0998")],
        "projects": [project("overgang", f"{TOWN}|kommune_0998", partners="Åby Kommune|Fjernby Kommune|Rambøll")],
    }
    found = workers.worker_lines(profile([], **rows), TODAY)
    assert [(worker.who, worker.what) for worker in found if worker.part == "Samarbejdspartner"] == [
        ("Åby Kommune, Rambøll", "Overgang (hele Åby)")
    ]


def test_where_only_old_reports_tell_nobody_is_said_to_work_there_now() -> None:
    words = Words()
    old = workers.worker_lines(profile([], projects=[project("cafe", AREA, partners="SSP", as_of="2005-09")]), TODAY)
    new = workers.worker_lines(profile([], projects=[project("cafe", AREA, partners="SSP")]), TODAY)
    assert [worker.when for worker in old] == ["", "", "Historisk – 2005"]
    assert "Ingen aktuelle oplysninger" in workers.sentence(old, words)
    assert "Ingen aktuelle oplysninger" not in workers.sentence(new, words)


def test_the_scheme_of_a_related_area_is_told_by_its_name() -> None:
    rows = {
        "areas": [area("gaarden", "Gården", "housing_area", municipality_code="0999")],
        "area_relations": [row("area_relations", area_id="gaarden", other_id=AREA, kind="part_of", source_id="book")],
        "roles": [row("roles", area_id=AREA, role="partnership", scheme_da="Partnerskabet", source_id="book")],
    }
    found = workers.worker_lines(profile([], "gaarden", **rows), TODAY)
    assert [(worker.who, worker.what) for worker in found if worker.part == "Partnerskab"] == [
        ("Partnerskabet", "Åparken")
    ]
