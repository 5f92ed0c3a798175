"""The minutes are opened again and read."""

import io

import pandas
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dashboard.documents import handout
from dashboard.documents.records import Meeting
from tests.accessible_pdf import faults, tags
from tests.dashboard.documents.meetings import DATA, entry, meeting, picture, view


def reader(own: Meeting) -> PdfReader:
    return PdfReader(io.BytesIO(handout.pdf(own)))


def said(own: Meeting) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader(own).pages).split())


def test_the_minutes_hold_every_item_with_what_was_decided() -> None:
    text = said(meeting(entry(pictures=(picture(),))))
    for part in (
        "Referat",
        "Styregruppemøde",
        "1. december 2026, Rådhuset",
        "1. Status på job",
        "10 min.",
        "Tolv af tyve er i job.",
        "Kilde: rapporten.",
        "Noten om job",
        "Vi fortsætter",
        "Sekretariatet",
        DATA,
        "http://barometer.example/succeskriterier?vis=jobs",
        "Beslutninger",
        "Side 1 af",
    ):
        assert part in text


def test_a_table_is_shown_where_there_is_no_picture_and_says_what_is_left_out() -> None:
    text = said(meeting(entry(view=view(rows=60))))
    assert "celle 39.1" in text
    assert "celle 40.1" not in text
    assert "20 rækker mere i barometeret." in text
    assert "celle" not in said(meeting(entry(pictures=(picture(),))))


def test_invented_figures_are_marked_on_every_page() -> None:
    own = meeting(*(entry(view=view(rows=30), mark="Fiktive tal") for _ in range(3)))
    pages = reader(own).pages
    assert len(pages) > 1
    assert all("Fiktive tal" in page.extract_text() for page in pages)
    assert "Fiktive" not in said(meeting(entry()))


def test_pages_are_counted_and_items_are_bookmarks() -> None:
    found = reader(meeting(*(entry(title=f"Punkt {number}", view=view(rows=30)) for number in range(4))))
    assert f"Side 2 af {len(found.pages)}" in found.pages[1].extract_text()
    assert [mark.title for mark in found.outline] == [*(f"{n + 1}. Punkt {n}" for n in range(4)), "Beslutninger"]


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    found = reader(meeting(entry(mark="Fiktive tal"), language="en"))
    assert "Styregruppemøde" in found.metadata.title
    assert found.metadata.author == "Områdebarometer"
    assert found.trailer["/Root"]["/Lang"] == "en"


def test_the_minutes_can_be_read_by_ear() -> None:
    own = meeting(entry(pictures=(picture(), picture("Tre søjler."))), entry(view=view(rows=60)), entry(view=None))
    content = handout.pdf(own)
    assert faults(content) == []
    assert [alt for kind, alt in tags(content) if kind == "/Figure"] == ["To søjler: 3 og 4.", "Tre søjler."]


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert handout.pdf(meeting(entry())) == handout.pdf(meeting(entry()))


def test_a_link_leads_to_the_page() -> None:
    found = reader(meeting(entry()))
    links = [note.get_object()["/A"]["/URI"] for page in found.pages for note in page.get("/Annots", [])]
    assert links == ["http://barometer.example/succeskriterier?vis=jobs"]


def test_an_icon_that_the_type_lacks_falls_away_and_its_word_stays() -> None:
    own = view(rows=1, table=pandas.DataFrame({"c0": ["✓ Opfyldt"], "c1": ["Gaden (★ Bagud), ●●○"]}))
    text = said(meeting(entry(view=own)))
    assert "Opfyldt" in text
    assert "Gaden (Bagud), ●●○" in text
    assert "? Opfyldt" not in text


@settings(max_examples=20)
@given(st.text(max_size=60))
def test_any_text_gives_a_file_that_opens(typed: str) -> None:
    own = view(title=typed, sentence=typed, source=typed, table=pandas.DataFrame({"c0": [typed], "c1": [typed]}))
    made = meeting(
        entry(title=typed, note=typed * 40, decision=typed, view=own, address=f"http://x.example/?a={typed}"),
        title=typed,
        place=typed,
    )
    assert reader(made).pages
