"""The project bank in words: the list and its sentence, the sheet with what the source does not say, the timeline."""

import pytest

from dashboard.projects.cards import FORM, NOT_TOLD, Wanted
from tests.dashboard.area_profile.profile_tables import AREA, TOWN
from tests.dashboard.projects.project_tables import bank, project

EVERYTHING = Wanted()


def parts(rows) -> dict[str, str]:
    return dict(rows.itertuples(index=False, name=None))


def test_all_projects_by_status_and_name() -> None:
    own = bank()
    rows = own.found(EVERYTHING)
    assert rows["name"].tolist() == ["Åben idé", "Jobbroen", "Klubben"]
    assert own.list_sentence(rows, EVERYTHING) == "Banken har 3 projekter: 1 under etablering, 1 i gang, 1 ændret."


def test_a_search_says_where_the_word_was_found() -> None:
    own, wanted = bank(), Wanted("job")
    rows = own.found(wanted)
    assert rows["found_in"].to_dict() == {"bro": "navn"}
    assert own.list_sentence(rows, wanted) == "1 af 3 projekter vises: 1 i gang (søgning: »job«)."


def test_a_search_finds_goals_areas_and_partners() -> None:
    own = bank()
    assert own.found(Wanted("arbejde"))["found_in"].to_dict() == {"bro": "politisk mål"}
    assert own.found(Wanted("aaparken"))["found_in"].to_dict() == {"bro": "områder"}
    assert own.found(Wanted("skolen"))["found_in"].to_dict() == {"bro": "samarbejdspartnere"}


def test_a_search_is_in_the_readers_language() -> None:
    assert list(bank("en").found(Wanted("more work")).index) == ["bro"]
    assert bank("da").found(Wanted("more work")).empty


def test_an_empty_list_says_what_to_do() -> None:
    own, wanted = bank(), Wanted("zebra", ["arbejde"], AREA, ["running"])
    said = own.list_sentence(own.found(wanted), wanted)
    assert said == (
        "Ingen af bankens 3 projekter passer til valget (søgning: »zebra«; politisk mål: Flere i arbejde; "
        "område: Åparken; status: i gang). Skriv et kortere ord, eller fjern et valg."
    )


def test_an_area_has_the_projects_of_its_profile() -> None:
    assert set(bank().found(Wanted(area_id=AREA)).index) == {"bro", "klub"}  # klub is for the whole municipality


def test_only_what_occurs_can_be_chosen() -> None:
    own = bank()
    assert own.goals == {"arbejde": "Flere i arbejde"}
    assert own.statuses == ["establishing", "running", "changed"]
    assert own.area_ids() == ["danmark", "region_x", TOWN, AREA]


def test_the_list_says_what_the_source_does_not() -> None:
    own = bank()
    row = own.told(own.found(EVERYTHING)).loc["ide"]
    assert {row[column.field] for column in own.list_columns()} == {"Åben idé", "◔ under etablering", NOT_TOLD, ""}
    assert own.texts.loc["ide", "aim"] == ""  # nothing to be found by a search


def test_the_form_has_the_ministrys_parts_and_says_what_is_missing() -> None:
    form = parts(bank().form("klub"))
    assert list(form) == list(FORM.values())
    assert form["Mål med projektet"] == "Fritid for unge"
    assert form["Problem"] == form["Forankring"] == NOT_TOLD


def test_the_facts_name_goal_partners_dates_source_and_certainty() -> None:
    facts = parts(bank().facts("bro"))
    assert facts["Politisk mål"] == "Flere i arbejde"
    assert facts["Områder"] == "Åparken"
    assert facts["Periode"] == "2004 – slut ikke oplyst"
    assert facts["Samarbejdspartnere"] == "Jobcentret, Skolen"
    assert facts["Penge fra"] == NOT_TOLD
    assert facts["Voksede ud af"] == "Klubben"
    assert "Blev til" not in facts
    assert facts["Opgjort"] == "september 2005"
    assert facts["Kilde"] == "Bogen, s. 7"
    assert facts["Sikkerhed"] == "A: primært dokument"


def test_a_changed_project_names_what_it_became() -> None:
    own = bank()
    assert parts(own.facts("klub"))["Blev til"] == "Jobbroen"
    assert own.status_sentence("klub") == "Status: ↻ ændret. Blev for lille."


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"start": "2004", "end": "2004"}, "2004"),
        ({"start": "2004-07", "end": "2005-09-15"}, "juli 2004 – 15. september 2005"),
        ({"end": "2005"}, "start ikke oplyst – 2005"),
        ({"period": "2001-2003", "start": "2001", "end": "2003"}, "2001–2003"),
        ({"period": "efter maj-juni", "start": "2001"}, "efter maj-juni"),
        ({}, ""),
    ],
)
def test_a_period_is_written_as_the_source_does_or_by_its_dates(dates: dict, said: str) -> None:
    assert bank(projects=[project("a", "A", "running", **dates)]).texts.loc["a", "period"] == said


def test_a_project_has_its_criteria_milestones_and_action_cards() -> None:
    own = bank()
    assert own.criterion_rows("bro").iloc[0].tolist() == ["10 unge i job", "Opfyldt", "12 af 10 unge"]
    assert own.milestones("bro")[["title", "due_text", "evaluated_text"]].iloc[0].tolist() == [
        "Kontoret åbner",
        "1. marts 2004",
        "ikke vurderet",
    ]
    assert own.actions("bro")[["title", "area", "status_text", "due_text"]].iloc[0].tolist() == [
        "Lys på stien",
        "Åparken",
        "åben",
        "ingen frist",
    ]
    for rows in (own.criterion_rows("klub"), own.milestones("klub"), own.actions("klub")):
        assert rows.empty


def test_the_timeline_tells_what_it_cannot_draw() -> None:
    own = bank()
    rows = own.found(EVERYTHING)
    drawn = own.timeline(rows.index)
    assert drawn["name"].tolist() == ["Klubben", "Jobbroen"]
    assert own.timeline_sentence(drawn, len(rows)) == (
        "2 af 3 projekter har mindst ét årstal i kilden. Skraveret: start eller slut er ikke oplyst (1 projekt)."
    )
    assert own.undated(drawn, rows) == "Ikke tegnet, fordi kilden ikke giver årstal: Åben idé."
    table = own.timeline_rows(drawn, rows)
    assert table[["name", "start", "end"]].to_numpy().tolist() == [
        ["Klubben", "2001", "2003"],
        ["Jobbroen", "2004", NOT_TOLD],
        ["Åben idé", NOT_TOLD, NOT_TOLD],
    ]


def test_a_plan_beyond_the_day_of_the_source_is_named() -> None:
    own = bank(projects=[project("a", "A", "running", start="2004", end="2008")])
    assert "Hvidt er planlagt" in own.timeline_sentence(own.timeline(["a"]), 1)


def test_without_any_date_the_timeline_says_so() -> None:
    own = bank(projects=[project("a", "A", "running")])
    assert own.timeline_sentence(own.timeline(["a"]), 1) == (
        "Kilden giver ingen årstal for de valgte projekter, så der er intet at tegne."
    )


def test_sources_are_named_page_by_page_and_none_without_projects() -> None:
    own = bank()
    assert own.source_line(own.found(EVERYTHING)) == "Kilde: Bogen, s. 7, 9."
    assert own.source_line(own.found(Wanted("zebra"))) == "Projektbanken i denne version af data."
