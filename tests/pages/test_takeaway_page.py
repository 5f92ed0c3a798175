"""Every page as material for a document, and the documents made on the page of the meeting."""

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from dashboard.meeting.agenda import Agenda, Item
from dashboard.ui.navigation import PAGES
from tests.patience import PATIENCE

CHOICES = {"omraade": {"omraade": "taastrupgaard"}, "sammenlign": {"omraader": "kommune_0169,kommune_0101"}}

WITHOUT_VIEWS = ("moede", "tilgaengelighed")  # the meeting itself, and a text


def gathered(path: str, choices: Mapping[str, str]) -> AppTest:
    def page(path, choices):  # run apart from this module
        import streamlit

        from dashboard.meeting import gather
        from dashboard.ui import address as selection

        before = selection.of({}, selection.Stage.DESK, streamlit.container())
        with selection.standing_in(before):
            streamlit.session_state["found"] = gather.views(path, choices)
            assert selection.current() is before

    return AppTest.from_function(page, default_timeout=PATIENCE, args=(path, choices)).run()


def takeaway(agenda: Agenda, language: str = "da") -> AppTest:
    def page(agenda, language):
        import streamlit

        from dashboard.meeting import takeaway as show_takeaway
        from dashboard.ui import address as selection

        choice = selection.of({"sprog": language}, selection.Stage.DESK, streamlit.container())
        with selection.standing_in(choice):
            show_takeaway.view(choice, agenda)

    return AppTest.from_function(page, default_timeout=PATIENCE, args=(agenda, language)).run()


@pytest.mark.parametrize("dataset", ["published", "example"])
@pytest.mark.parametrize("path", [page.path for page in PAGES if page.path not in WITHOUT_VIEWS])
def test_every_page_gives_its_views_and_no_control(path: str, dataset: str) -> None:
    choices = CHOICES.get(path, {}) if dataset == "published" else {}
    app = gathered(path, {**choices, "datasaet": dataset})
    assert not app.exception
    found = app.session_state["found"]
    if dataset == "published" or path not in CHOICES:
        assert found.views
    keys = [view.key for view in found.views]
    assert len(set(keys)) == len(keys)
    drawn = ("selectbox", "multiselect", "toggle", "radio", "button", "button_group", "download_button", "plotly_chart")
    assert {kind: len(app.get(kind)) for kind in drawn} == dict.fromkeys(drawn, 0)


def test_the_view_that_is_asked_for_is_the_only_one() -> None:
    found = gathered("data", {"vis": "lists"}).session_state["found"]
    assert ([view.key for view in found.views], found.remarks) == (["lists"], [])


@pytest.mark.parametrize(
    ("path", "choices", "said"),
    [
        ("nej", {}, "Der er ingen side på adressen »nej«."),
        ("data", {"vis": "x"}, "Siden har ingen visning med navnet »x« til de valg, linket har."),
        (
            "kort",
            {"aar": "1999"},
            "Linket peger på et ukendt valg under perioderne med tal: »1999«. I stedet vises 2015.",
        ),
        *((path, {}, "Siden har ingen visning at tage med.") for path in WITHOUT_VIEWS),
    ],
    ids=["page", "view", "choice", *WITHOUT_VIEWS],
)
def test_what_is_wrong_with_a_link_is_said(path: str, choices: dict[str, str], said: str) -> None:
    app = gathered(path, choices)
    assert not app.exception
    assert said in app.session_state["found"].remarks


def test_a_page_that_fails_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.charges import page as charges_page

    def broken(_choice: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(charges_page, "chosen_material", broken)
    app = gathered("sigtelser", {})
    assert not app.exception
    assert app.session_state["found"].remarks == ["Siden kunne ikke vises. Åbn linket for at se hvorfor."]


def test_the_map_is_a_picture_and_a_table(root: Path) -> None:
    (own,) = gathered("kort", {"datasaet": "example", "niveau": "housing_area"}).session_state["found"].views
    assert own.key == "kort"
    assert own.picture().startswith("<svg ")
    assert {"area", "value", "status"} <= set(own.table.columns)
    assert own.table["status"].eq("hidden").any()


def test_an_area_without_a_number_has_its_row_in_the_table_of_the_map() -> None:
    found = gathered("kort", {"indikator": "residents", "niveau": "housing_area"}).session_state["found"]
    assert found.remarks == []
    assert found.views[0].table["status"].eq("not_collected").any()


def test_an_empty_agenda_is_told_what_to_do() -> None:
    app = takeaway(Agenda())
    assert not app.button
    assert "Dagsordenen er tom" in app.markdown[0].value


def test_both_files_are_made_without_a_browser_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "")
    items = (
        Item("a", "Velkomst"),
        Item("b", "Kilder", "/data?vis=sources"),
        Item("c", "Væk", "/kort?vis=x"),
        Item("d", "Hotspot", "/sigtelser?vis=hotspot_2009_2013"),
    )
    app = takeaway(Agenda("Styregruppemøde", "2026-12-01", "", items))
    app.button(key="make-takeaway").click().run()
    assert not app.exception
    job = app.session_state["_takeaway"]
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(io.BytesIO(job.files["pptx"])).slides]
    assert [title for title in titles if "fortsat" not in title] == [
        "Styregruppemøde",
        "Dagsorden",
        "1. Velkomst",
        "2. Kilder",
        "3. Væk",
        "4. Hotspot",
        "Beslutninger",
    ]
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(job.files["pdf"])).pages).split())
    assert "serveren har ingen browser at tegne med" in text
    assert "Siden har ingen visning med navnet »x«" in text
    assert [button.label for button in app.get("download_button")] == ["Hent PowerPoint", "Hent PDF"]
    assert job.names["pdf"] == "2026-12-01_styregruppemoede.pdf"


def test_invented_figures_are_marked_in_both_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "")
    items = (Item("a", "Kilder", "/data?vis=sources&datasaet=example"),)
    app = takeaway(Agenda(items=items), "en")
    app.button(key="make-takeaway").click().run()
    files = app.session_state["_takeaway"].files
    assert "Fictitious figures" in PdfReader(io.BytesIO(files["pdf"])).pages[0].extract_text()
    slide = Presentation(io.BytesIO(files["pptx"])).slides[2]
    assert "Fictitious figures" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_the_files_link_to_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "")
    monkeypatch.setenv("OMRAADEBAROMETER_ADRESSE", "https://barometer.eksempel.dk")
    app = takeaway(Agenda(items=(Item("a", "Kilder", "/data?vis=sources"),)))
    app.button(key="make-takeaway").click().run()
    files = app.session_state["_takeaway"].files
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(files["pdf"])).pages)
    assert "https://barometer.eksempel.dk/data?vis=sources" in text


def test_a_reader_who_interrupts_the_writing_gets_both_files_at_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit.runtime.scriptrunner import StopException

    from dashboard.meeting import takeaway as show_takeaway

    monkeypatch.setenv("BROWSER_PATH", "")
    stops = iter([True])

    def say(_status: object, text: str) -> None:
        if text == "Skriver PDF" and next(stops, False):
            raise StopException

    monkeypatch.setattr(show_takeaway, "say", say)
    app = takeaway(Agenda(items=(Item("a", "Velkomst"),)))
    app.button(key="make-takeaway").click().run()
    assert not app.get("download_button")
    app.run()
    assert not app.exception
    assert [button.label for button in app.get("download_button")] == ["Hent PowerPoint", "Hent PDF"]


def test_one_file_that_cannot_be_made_costs_only_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.meeting import takeaway as show_takeaway

    def broken(_meeting: object) -> bytes:
        raise RuntimeError

    kinds = {**show_takeaway.KINDS, "pptx": (*show_takeaway.KINDS["pptx"][:1], broken, "")}
    monkeypatch.setattr(show_takeaway, "KINDS", kinds)
    app = takeaway(Agenda(items=(Item("a", "Velkomst"),)))
    app.button(key="make-takeaway").click().run()
    assert [error.value for error in app.error] == [f"PPTX: {show_takeaway.FAILED}"]
    assert [button.label for button in app.get("download_button")] == ["Hent PDF"]


def test_who_comes_when_too_many_wait_is_told_so_and_can_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.documents.press import Turns
    from dashboard.meeting import takeaway as show_takeaway

    monkeypatch.setattr(show_takeaway, "TURNS", Turns(waiting=0))
    app = takeaway(Agenda(items=(Item("a", "Velkomst"),)))
    with show_takeaway.TURNS.taken():
        app.button(key="make-takeaway").click().run()
    assert [warning.value for warning in app.warning] == [show_takeaway.BUSY]
    app.button(key="make-takeaway").click().run()
    assert not app.warning
    assert set(app.session_state["_takeaway"].files) == {"pptx", "pdf"}
