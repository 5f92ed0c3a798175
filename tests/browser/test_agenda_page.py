"""The agenda as staff build it: kept in the browser, as a file and as a link, and never lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from dashboard.meeting import agenda
from dashboard.meeting.agenda import Agenda, Item
from tests.browser.finders import held, items, open_agenda, open_example, open_page, settled
from tests.browser.test_pages import violations

ITEMS = (Item("a", "Velkomst", "", 5), Item("b", "Kort", "/kort?aar=2019", 10))
OWN = Agenda("Vores møde", "2026-12-01", "Rådhuset", ITEMS)


def titles(page: Page) -> list[str]:
    return [box.input_value() for box in items(page).get_by_label("Titel").all()]


def put(page: Page, text: str) -> None:
    """Let the browser hold a text as its agenda before the page opens."""
    page.goto("/klar")
    page.evaluate("text => localStorage.setItem('dagsorden', text)", text)


def load(page: Page, name: str, text: str) -> None:
    file = {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(file)


def test_everything_typed_survives_a_reload(page: Page) -> None:
    open_agenda(page)
    page.get_by_label("Titel").fill("Styregruppen")
    page.get_by_role("button", name="Tilføj punkt uden figur").click()
    page.keyboard.type("Velkomst")  # the new item's title has the focus
    page.get_by_label("Minutter").fill("15")
    page.get_by_label("Note").fill("Husk æ, ø, å")
    page.reload()
    expect(items(page)).to_have_count(1)
    expect(page.get_by_label("Note")).to_have_value("Husk æ, ø, å")
    expect(page.get_by_text("Punkter: 1. Tid i alt: 15 min.")).to_be_visible()
    assert held(page).title == "Styregruppen"


def test_items_are_moved_and_removed_by_keyboard_and_a_removal_is_undone(page: Page) -> None:
    put(page, agenda.write(OWN))
    open_agenda(page)
    page.get_by_role("button", name="Flyt »Velkomst« ned").press("Enter")
    expect(page.get_by_text("Punktet er nu nummer 2 af 2.")).to_be_visible()
    assert titles(page) == ["Kort", "Velkomst"]
    page.keyboard.press("Enter")  # the focus is on the button that moves it back
    expect(page.get_by_text("Punktet er nu nummer 1 af 2.")).to_be_visible()
    page.get_by_role("button", name="Fjern »Velkomst«").press("Enter")
    expect(items(page)).to_have_count(1)
    page.keyboard.press("Enter")  # the focus is on the way back
    expect(items(page)).to_have_count(2)
    assert held(page) == OWN


def test_the_agenda_speaks_the_language_that_is_chosen(page: Page) -> None:
    put(page, agenda.write(OWN))
    open_agenda(page)
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("button", name="Load an example")).to_be_visible()
    expect(page.get_by_role("button", name="Hent et eksempel")).to_have_count(0)
    expect(items(page)).to_have_count(2)


def test_start_times_follow_from_the_first(page: Page) -> None:
    put(page, agenda.write(OWN))
    open_agenda(page)
    expect(items(page).nth(1)).to_contain_text("efter 5 min.")
    page.get_by_label("Begynder kl.").fill("16:30")
    expect(items(page).nth(1)).to_contain_text("kl. 16:35")
    expect(page.get_by_text("Slutter kl. 16:45.")).to_be_visible()


def test_a_pasted_link_is_an_item_and_a_foreign_one_is_refused(page: Page, server: str) -> None:
    open_agenda(page)
    paste = page.get_by_label("Tilføj et punkt med et link")
    for wrong in ("https://andet.dk/kort", "/findes-ikke", "javascript:alert(1)"):
        paste.fill(wrong)
        paste.press("Enter")
        expect(page.get_by_text("Linket fører ikke til en side i barometeret.", exact=False)).to_be_visible()
    paste.fill(f"{server}/kort?aar=2019&sprog=en&visning=projektor")
    paste.press("Enter")
    expect(items(page)).to_have_count(1)
    assert held(page).items[0].view == "/kort?aar=2019"


def test_the_file_that_is_saved_opens_again(page: Page, tmp_path: Path) -> None:
    open_example(page)
    before = held(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Gem som fil").click()
    assert download.value.suggested_filename == "styregruppemøde.dagsorden.json"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert agenda.read(text) == (before, [])
    page.get_by_role("button", name="Ryd dagsordenen").click()
    expect(items(page)).to_have_count(0)
    load(page, "x.dagsorden.json", text)
    expect(items(page)).to_have_count(8)
    assert held(page) == before


def test_a_file_opens_though_the_connection_breaks_that_carried_the_question(page: Page) -> None:
    lost: list[bytes] = []

    def carry(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def hand_on(message: bytes) -> None:
            if lost or b"Velkomst" not in message:
                server.send(message)
            else:
                lost.append(message)
                socket.close()

        socket.on_message(hand_on)

    page.route_web_socket(re.compile("/_stcore/stream"), carry)
    open_agenda(page)
    load(page, "x.dagsorden.json", agenda.write(OWN))
    expect(items(page)).to_have_count(2)
    assert len(lost) == 1
    assert held(page) == OWN


def test_a_damaged_file_opens_with_the_good_items_and_names_the_bad_ones(page: Page) -> None:
    rows = [
        {"id": "a", "title": "Velkomst"},
        {"id": "b", "title": "Væk", "view": "/omraade?omraade=findes_ikke"},
        {"id": "c", "title": "Hos andre", "view": "https://andet.dk"},
        "intet",
        {"id": "d", "title": "Eventuelt"},
    ]
    open_agenda(page)
    load(page, "gammel.json", json.dumps({"format": agenda.FORMAT, "version": 2, "items": rows}))
    expect(items(page)).to_have_count(4)
    assert titles(page) == ["Velkomst", "Væk", "Hos andre", "Eventuelt"]
    for sentence in (
        "Punkt 2: fandt »omraade=findes_ikke«, ventede et område, der findes i datasættet.",
        "Punkt 3: fandt »https://andet.dk«, ventede et link til en side i barometeret.",
        "Punkt 4: fandt »intet«, ventede et helt punkt.",
    ):
        expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_text("Den oprindelige tekst er gemt i denne browser", exact=False)).to_be_visible()


def test_a_file_that_is_no_agenda_takes_nothing_away(page: Page) -> None:
    put(page, agenda.write(OWN))
    open_agenda(page)
    load(page, "billede.json", "\x89PNG")
    expect(page.get_by_text("ventede en dagsorden fra Områdebarometer", exact=False)).to_be_visible()
    assert held(page) == OWN


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (agenda.write(OWN)[:-60], ["Velkomst"]),
        (agenda.write(OWN).replace('"version": 2', '"version": 1').replace('"view"', '"link"'), ["Velkomst", "Kort"]),
        ("{", []),
    ],
    ids=["cut off", "older", "no agenda"],
)
def test_a_damaged_text_in_the_browser_is_read_as_far_as_it_can_be_and_kept(page: Page, text: str, kept: list) -> None:
    put(page, text)
    open_agenda(page)
    expect(items(page)).to_have_count(len(kept))
    assert titles(page) == kept
    if '"version": 1' in text:
        expect(page.get_by_text("Noget i dagsordenen kan ikke bruges", exact=False)).to_have_count(0)
        return
    expect(page.get_by_text("Noget i dagsordenen kan ikke bruges", exact=False)).to_be_visible()
    assert page.evaluate("localStorage.getItem('dagsorden-beskadiget')") == text
    with page.expect_download():
        page.get_by_role("button", name="Gem som fil").click()
    assert page.evaluate("localStorage.getItem('dagsorden-beskadiget')") is None


def test_an_agenda_shared_as_a_link_replaces_nothing_until_it_is_asked_to(page: Page) -> None:
    put(page, agenda.write(OWN))
    open_example(page)
    page.get_by_role("button", name="Del som link").click()
    link = page.get_by_label("Link til dagsordenen").input_value()
    shared = held(page)
    put(page, agenda.write(OWN))
    open_agenda(page, link)
    expect(page.get_by_text("Linket indeholder dagsordenen »Styregruppemøde«. Punkter: 8.")).to_be_visible()
    assert held(page) == OWN
    page.get_by_role("button", name="Brug denne dagsorden").click()
    expect(items(page)).to_have_count(8)
    expect(page).to_have_url(re.compile("/moede$"))
    assert held(page) == shared
    page.get_by_role("button", name="Fortryd").click()
    expect(items(page)).to_have_count(2)
    assert held(page) == OWN


def test_a_damaged_link_says_so_and_leaves_what_the_browser_holds(page: Page) -> None:
    put(page, agenda.write(OWN))
    open_agenda(page, "/moede?dagsorden=ikke-en-dagsorden")
    expect(page.get_by_text("ventede en dagsorden fra Områdebarometer", exact=False)).to_be_visible()
    expect(page.get_by_role("button", name="Brug denne dagsorden")).to_have_count(0)
    page.get_by_role("button", name="Nej tak").click()
    expect(page).to_have_url(re.compile("/moede$"))
    assert held(page) == OWN


@pytest.mark.parametrize(
    ("address", "key", "title", "view"),
    [
        (
            "/omraade?omraade=taastrupgaard&fane=projekter&sprog=da",
            "profile-projects-taastrupgaard",
            "Tåstrupgård: Projekter",
            "/omraade?omraade=taastrupgaard&fane=projekter&vis=profile-projects-taastrupgaard",
        ),
        (
            "/omraade?omraade=taastrupgaard",
            "profile-overview-taastrupgaard",
            "Tåstrupgård: Overblik",
            "/omraade?omraade=taastrupgaard&vis=profile-overview-taastrupgaard",
        ),
        ("/?aar=2019", "kort", "Sigtelser pr. 1.000 indbyggere, Kommuner", "/kort?aar=2019&vis=kort"),
        (
            "/sammenlign?omraader=taastrupgaard,gadehavegaard",
            "compared",
            "Nøgletal ved siden af hinanden",
            "/sammenlign?omraader=taastrupgaard,gadehavegaard&vis=compared",
        ),
    ],
    ids=["profile", "overview", "map", "comparison"],
)
def test_a_view_is_added_from_its_page(page: Page, address: str, key: str, title: str, view: str) -> None:
    open_page(page, address)
    if key == "kort":
        expect(page.locator("path.leaflet-interactive").first).to_be_visible()
    button = page.locator(f".st-key-agenda-add-{key}").get_by_role("button", name="Føj til dagsorden")
    expect(button).to_be_visible()
    settled(page)
    button.click()
    status = page.get_by_role("status").filter(has_text=title)
    expect(status).to_contain_text("er føjet til dagsordenen, som nu har 1 punkt.")
    status.get_by_role("link", name="Åbn dagsordenen").click()
    expect(items(page)).to_have_count(1)
    assert [(item.title, item.view) for item in held(page).items] == [(title, view)]


def test_two_tabs_hold_the_same_agenda(page: Page) -> None:
    open_example(page)
    other = page.context.new_page()
    open_agenda(other)
    expect(items(other)).to_have_count(8)
    other.get_by_role("button", name="Tilføj punkt uden figur").click()
    expect(items(page)).to_have_count(9)


def test_axe_finds_no_wcag_violation_on_a_full_agenda(page: Page) -> None:
    open_example(page)
    settled(page)
    assert violations(page) == []


def test_items_are_folded_and_say_in_words_what_they_show(page: Page) -> None:
    open_example(page)
    third = items(page).nth(2)
    expect(third).to_contain_text("Områdeprofil · Tåstrupgård")
    expect(third.get_by_label("Note")).to_be_hidden()
    assert "/omraade?" not in page.locator(".agenda").inner_text()
    third.locator("summary").press("Enter")
    third.get_by_label("Note").fill("Tag kortet med")
    third.get_by_label("Link til en anden visning").fill("/kort?aar=2019")
    expect(third).to_contain_text("Områdekort · 2019")
    settled(page)
    assert violations(page) == []
