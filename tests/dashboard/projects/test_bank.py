"""The project bank in words: the list and its sentence, the sheet with what the source does not say, the timeline."""

from datetime import date

import pytest

from dashboard.projects import listing, sheet_texts, timeline_texts
from dashboard.projects.bank import FORM, NOT_TOLD, Bank
from dashboard.projects.listing import Wanted
from dashboard.projects.sheet_texts import Part
from tests.dashboard.area_profile.profile_tables import AREA, TOWN
from tests.dashboard.projects.project_tables import bank, project

EVERYTHING = Wanted()


def parts(rows: list[Part]) -> dict[str, str]:
    return {row.part: row.text for row in rows}


def found_in(own: Bank, asked: str) -> dict[str, str]:
    """The fields in which a search found a word, by project."""
    return {text.project_id: text.found_in for text in listing.found(own, Wanted(asked))}


def ids(own: Bank, wanted: Wanted) -> list[str]:
    return [text.project_id for text in listing.found(own, wanted)]


def test_all_projects_by_status_and_name() -> None:
    own = bank()
    rows = listing.found(own, EVERYTHING)
    assert [row.name for row in rows] == ["Åben idé", "Jobbroen", "Klubben"]
    told = "Banken har 3 projekter: 1 under etablering, 1 i gang, 1 ændret."
    assert listing.sentence(own, rows, EVERYTHING) == told


def test_what_ran_then_is_not_said_to_run_now() -> None:
    own = bank(today=date(2026, 1, 1))
    rows = listing.found(own, EVERYTHING)
    assert listing.sentence(own, rows, EVERYTHING) == "Banken har 3 projekter: 3 fra historiske rapporter (2005)."
    assert own.texts["bro"].status_text == "▶ Historisk – 2005: kørte dengang"
    assert bank().texts["bro"].status_text == "▶ i gang pr. september 2005"


def test_a_search_says_where_the_word_was_found() -> None:
    own, wanted = bank(), Wanted("job")
    rows = listing.found(own, wanted)
    assert {row.project_id: row.found_in for row in rows} == {"bro": "navn"}
    assert listing.sentence(own, rows, wanted) == "1 af 3 projekter vises: 1 i gang (søgning: »job«)."


def test_a_search_finds_goals_areas_and_partners() -> None:
    own = bank()
    assert found_in(own, "arbejde") == {"bro": "overordnet mål"}
    assert found_in(own, "aaparken") == {"bro": "områder"}
    assert found_in(own, "skolen") == {"bro": "samarbejdspartnere"}


def test_a_search_is_in_the_readers_language() -> None:
    assert ids(bank("en"), Wanted("more work")) == ["bro"]
    assert not ids(bank("da"), Wanted("more work"))


def test_an_empty_list_says_what_to_do() -> None:
    own, wanted = bank(), Wanted("zebra", ["arbejde"], AREA, ["running"])
    said = listing.sentence(own, listing.found(own, wanted), wanted)
    assert said == (
        "Ingen af bankens 3 projekter passer til valget (søgning: »zebra«; overordnet mål: Flere i arbejde; "
        "område: Åparken; status: i gang). Skriv et kortere ord, eller fjern et valg."
    )


def test_an_area_has_the_projects_of_its_profile() -> None:
    assert set(ids(bank(), Wanted(area_id=AREA))) == {"bro", "klub"}  # klub is for the whole municipality


def test_only_what_occurs_can_be_chosen() -> None:
    own = bank()
    assert own.goals == {"arbejde": "Flere i arbejde"}
    assert own.statuses == ["establishing", "running", "changed"]
    assert own.area_ids() == ["danmark", "region_x", TOWN, AREA]


def test_the_list_says_what_the_source_does_not() -> None:
    own = bank()
    shown = own.table([own.texts["ide"]])
    assert {shown[column.field].item() for column in listing.columns(own.words)} == {
        "Åben idé",
        "◔ under etablering pr. september 2005",
        NOT_TOLD,
        "",
    }
    assert own.texts["ide"].aim == ""  # nothing to be found by a search


def test_the_form_has_the_ministrys_parts_and_says_what_is_missing() -> None:
    form = parts(sheet_texts.form(bank(), "klub"))
    assert list(form) == list(FORM.values())
    assert form["Mål med projektet"] == "Fritid for unge"
    assert form["Problem"] == form["Forankring"] == NOT_TOLD


def test_the_facts_name_goal_partners_dates_source_and_certainty() -> None:
    facts = parts(sheet_texts.facts(bank(), "bro"))
    assert facts["Overordnet mål"] == "Flere i arbejde"
    assert facts["Områder"] == "Åparken"
    assert facts["Periode"] == "2004 – slut ikke oplyst"
    assert facts["Samarbejdspartnere"] == "Jobcentret, Skolen"
    assert facts["Finansieret af"] == NOT_TOLD
    assert facts["Voksede ud af"] == "Klubben"
    assert "Blev til" not in facts
    assert facts["Opgjort"] == "september 2005"
    assert facts["Kilde"] == "Bogen, s. 7"
    assert facts["Sikkerhed"] == "●●● fra originalkilden"


def test_a_changed_project_names_what_it_became() -> None:
    own = bank()
    assert parts(sheet_texts.facts(own, "klub"))["Blev til"] == "Jobbroen"
    assert sheet_texts.status_sentence(own, "klub") == "Status: ↻ ændret pr. september 2005. Blev for lille."


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
    assert bank(projects=[project("a", "A", "running", **dates)]).texts["a"].period == said


def test_a_project_has_its_criteria_milestones_and_action_cards() -> None:
    own = bank()
    (criterion,) = sheet_texts.criterion_lines(own, "bro")
    assert (criterion.criterion, criterion.status, criterion.reached) == ("10 unge i job", "Opfyldt", "12 af 10 unge")
    (milestone,) = sheet_texts.milestone_lines(own, "bro")
    assert (milestone.title, milestone.due_text, milestone.evaluated_text) == (
        "Kontoret åbner",
        "1. marts 2004",
        "ikke vurderet",
    )
    (action,) = sheet_texts.action_lines(own, "bro")
    assert (action.title, action.area, action.status_text, action.due_text) == (
        "Lys på stien",
        "Åparken",
        "åben",
        "ingen frist",
    )
    for lines in (sheet_texts.criterion_lines, sheet_texts.milestone_lines, sheet_texts.action_lines):
        assert not lines(own, "klub")


def test_the_timeline_tells_what_it_cannot_draw() -> None:
    own = bank()
    rows = listing.found(own, EVERYTHING)
    drawn = timeline_texts.bars(own, rows)
    assert [bar.name for bar in drawn] == ["Klubben", "Jobbroen"]
    assert timeline_texts.sentence(drawn, len(rows), own.words) == (
        "2 af 3 projekter har mindst ét årstal i kilden. Skraveret: start eller slut er ikke oplyst (1 projekt)."
    )
    assert timeline_texts.undated(drawn, rows, own.words) == "Ikke tegnet, fordi kilden ikke giver årstal: Åben idé."
    table = timeline_texts.table(own, drawn, rows)
    assert table[["name", "start", "end"]].to_numpy().tolist() == [
        ["Klubben", "2001", "2003"],
        ["Jobbroen", "2004", NOT_TOLD],
        ["Åben idé", NOT_TOLD, NOT_TOLD],
    ]


def test_a_plan_beyond_the_day_of_the_source_is_named() -> None:
    own = bank(projects=[project("a", "A", "running", start="2004", end="2008")])
    assert "Hvidt er planlagt" in timeline_texts.sentence(timeline_texts.bars(own, [own.texts["a"]]), 1, own.words)


def test_without_any_date_the_timeline_says_so() -> None:
    own = bank(projects=[project("a", "A", "running")])
    assert timeline_texts.sentence(timeline_texts.bars(own, [own.texts["a"]]), 1, own.words) == (
        "Kilden giver ingen årstal for de valgte projekter, så der er intet at tegne."
    )


def test_sources_are_named_page_by_page_and_none_without_projects() -> None:
    own = bank()
    assert own.source_line(listing.found(own, EVERYTHING)) == "Kilde: Bogen, s. 7, 9."
    assert own.source_line(listing.found(own, Wanted("zebra"))) == "Projektbanken i denne version af data."
