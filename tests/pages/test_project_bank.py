"""The project bank as a page: all projects, a search, filters, one project, and links that are wrong."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from dashboard import store
from dashboard.i18n.words import LANGUAGES
from dashboard.ui import navigation
from tests.pages.test_pages import headings, run, texts, warned

PAGE = navigation.page("projekter")


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def links(app: AppTest, page: str) -> dict[str, str]:
    """The links to a page: label and query."""
    return {
        link.proto.label.replace("\\", "").strip("*"): link.proto.query_string
        for link in app.get("page_link")
        if link.proto.page == page
    }


@pytest.mark.parametrize("dataset", ["published", "example"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_projects_are_links_to_their_sheets(root: Path, dataset: str, language: str) -> None:
    app = run(root, PAGE, datasaet=dataset, sprog=language)
    assert not app.exception
    projects = store.table(store.current(dataset), "projects")
    ways = links(app, "projekter")
    for row in projects.itertuples():
        assert f"projekt={row.project_id}" in ways[row.name]


def test_the_list_and_the_timeline_are_told_in_words(root: Path) -> None:
    app = run(root, PAGE)
    assert headings(app) == ["Projekterne", "Hvornår projekterne løber"]
    assert "Banken har 32 projekter: 32 fra historiske rapporter (2005, 2009, 2013, 2014, 2015)." in said(app)
    assert not re.search(r"\d i gang", said(app))
    assert "8 af 32 projekter har mindst ét årstal i kilden." in said(app)
    assert "Ikke tegnet, fordi kilden ikke giver årstal:" in said(app)
    assert "Historisk – 2005: ændret. Blev til Nye Muligheder" in said(app)


@pytest.mark.parametrize(
    ("asked", "shown"), [({}, "alle projekter"), ({"omraade": "maglehoej", "soeg": "gratis"}, "Maglehøj")]
)
def test_the_filters_are_folded_beside_a_line_of_what_is_shown(root: Path, asked: dict[str, str], shown: str) -> None:
    app = run(root, PAGE, **asked)
    (line,) = (part for part in said(app).splitlines() if part.startswith("Viser: "))
    assert shown in line
    assert asked.get("soeg", "") in line
    (folded,) = (part for part in app.main if isinstance(part, Block) and "Vælg projekter" in str(part.proto))
    assert [field.label for field in (*folded.selectbox, *folded.multiselect)] == ["Område", "Overordnet mål", "Status"]


def test_a_search_shows_what_was_found_where(root: Path) -> None:
    app = run(root, PAGE, soeg="hashmisbrug")
    assert "1 af 32 projekter vises: 1 fra historiske rapporter (2005) (søgning: »hashmisbrug«)." in said(app)
    assert "Fundet i: målgruppe" in said(app)
    assert app.text_input[0].value == "hashmisbrug"


def test_typing_in_the_field_changes_the_address(root: Path) -> None:
    app = run(root, PAGE)
    app.text_input[0].set_value("kvinder").run()
    assert app.query_params["soeg"] == "kvinder"
    assert "(søgning: »kvinder«)" in said(app)


@pytest.mark.parametrize("key", ["projektstatus", "status"])  # the second in links saved earlier
def test_filters_are_joined_and_told(root: Path, key: str) -> None:
    app = run(root, PAGE, maal="halsnaes_udsatte_grupper", omraade="maglehoej", **{key: "running"})
    assert (
        "2 af 32 projekter vises: 2 fra historiske rapporter (2014) (overordnet mål: Udsatte grupper; "
        "område: Maglehøj; status: i gang)." in said(app)
    )
    assert "Vis alle projekter" in links(app, "projekter")


def test_an_old_link_is_carried_on_under_the_name_of_today_and_never_as_a_status_of_criteria(root: Path) -> None:
    app = run(root, PAGE, status="running")
    (criteria,) = re.findall(r'href="succeskriterier\?([^"]*)"', "".join(part.proto.body for part in app.get("html")))
    criteria = html.unescape(criteria)
    assert "projektstatus=running" in criteria
    assert "&status=" not in f"&{criteria}"
    app.text_input[0].set_value("kvinder").run()
    assert app.query_params["projektstatus"] == "running"
    assert "status" not in app.query_params


def test_an_empty_result_says_what_to_do(root: Path) -> None:
    app = run(root, PAGE, soeg="zebra")
    assert not app.exception
    assert "Skriv et kortere ord, eller fjern et valg." in said(app)
    assert headings(app) == ["Projekterne"]


def test_an_area_without_projects_is_named_not_replaced(root: Path) -> None:
    app = run(root, PAGE, omraade="agervang")
    assert not app.warning
    assert "passer til valget (område: Agervang). Fjern et valg." in said(app)


@pytest.mark.parametrize(
    ("key", "value", "label"), [("projektstatus", "sovende", "Status"), ("maal", "penge", "Overordnet mål")]
)
def test_an_unknown_choice_is_named_and_skipped(root: Path, key: str, value: str, label: str) -> None:
    app = run(root, PAGE, **{key: value})
    assert warned(app) == [f"Linket peger på et ukendt valg under {label}, som er sprunget over: »{value}«."]
    assert "Banken har 32 projekter" in said(app)


def test_one_project_has_its_form_facts_criteria_and_own_table(root: Path) -> None:
    app = run(root, PAGE, projekt="jobexpres")
    assert not app.exception
    judged = "Kildens egen vurdering ved siden af den beregnede status"
    of_project = ["Om projektet", "Projektets succeskriterier", judged, "Projektets egen opgørelse"]
    assert headings(app) == ["Jobexpres", *of_project]
    assert links(app, "strategi")["Mål: Øget beskæftigelse og integration"].endswith("ht_beskaeftigelse_integration")
    assert "omraade=taastrupgaard" in links(app, "omraade")["Tåstrupgård"]
    assert links(app, "succeskriterier")["130 ledige har fået job"] == "kriterium=ht_jobexpres_1"
    assert "projekt=" not in links(app, "projekter")["Alle projekter"]


def test_a_project_of_complete_data_has_milestones_and_action_cards(root: Path) -> None:
    shown = headings(run(root, PAGE, projekt="eks_gadeteam", datasaet="example"))
    assert shown[-2:] == ["Milepæle", "Handlingskort"]


def test_a_changed_project_and_its_heir_are_linked_both_ways(root: Path) -> None:
    assert (
        "projekt=nye_muligheder" in links(run(root, PAGE, projekt="pc_klubben"), "projekter")["Blev til Nye Muligheder"]
    )
    assert (
        "projekt=pc_klubben"
        in links(run(root, PAGE, projekt="nye_muligheder"), "projekter")["Voksede ud af Pc-klubben"]
    )


def test_a_misspelt_project_is_named_and_the_likest_is_shown(root: Path) -> None:
    app = run(root, PAGE, projekt="jobexpress")
    assert warned(app) == ["Linket peger på et ukendt valg under Projekt: »jobexpress«. I stedet vises Jobexpres."]
    assert headings(app)[0] == "Jobexpres"


def test_a_meeting_shows_the_view_its_agenda_names(root: Path) -> None:
    app = run(root, PAGE, projekt="jobexpres", visning="moede", vis="project")
    assert not app.exception
    assert headings(app) == ["Jobexpres"]
    assert not app.text_input
