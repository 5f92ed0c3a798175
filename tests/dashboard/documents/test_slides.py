"""The PowerPoint is opened again and read."""

import io

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.documents import slides
from dashboard.documents.deck import HEIGHT, WIDTH
from dashboard.documents.records import Meeting
from tests.dashboard.documents.meetings import DATA, entry, meeting, picture, view


def deck(own: Meeting) -> Deck:
    return Presentation(io.BytesIO(slides.pptx(own)))


def said(slide: Slide) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return "\n".join([*texts, *(cell for shape in slide.shapes if shape.has_table for cell in cells(shape.table))])


def cells(table: object) -> list[str]:
    return [cell.text for row in table.rows for cell in row.cells]


def titles(own: Deck) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in own.slides]


def test_there_is_a_slide_for_each_item_between_the_agenda_and_the_decisions() -> None:
    found = deck(meeting(entry(pictures=(picture(),)), entry(title="Eventuelt", view=None)))
    assert titles(found) == ["Styregruppemøde", "Dagsorden", "1. Status på job", "2. Eventuelt", "Beslutninger"]
    front, plan, *_ = map(said, found.slides)
    assert "1. december 2026, Rådhuset" in front
    assert DATA in front
    assert "10 min." in plan
    assert "20 min." in plan  # I alt


def test_an_item_has_its_picture_sentence_source_note_decision_and_link() -> None:
    own = meeting(entry(pictures=(picture(),)))
    slide = deck(own).slides[2]
    for text in ("Tolv af tyve er i job.", "Kilde: rapporten.", "Noten om job", "Vi fortsætter", "Sekretariatet", DATA):
        assert text in said(slide)
    (shown,) = (shape for shape in slide.shapes if shape.shape_type == 13)
    assert shown._element.nvPicPr.cNvPr.get("descr") == "To søjler: 3 og 4."
    links = [
        run.hyperlink.address
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]
    assert links == ["http://barometer.example/succeskriterier?vis=jobs"]
    notes = slide.notes_slide.notes_text_frame.text
    for text in ("Tolv af tyve er i job.", "To søjler: 3 og 4.", "Kilde: rapporten."):
        assert text in notes


def test_a_table_is_a_table_of_powerpoint() -> None:
    slide = deck(meeting(entry(view=view(rows=2)))).slides[2]
    (shape,) = (shape for shape in slide.shapes if shape.has_table)
    assert cells(shape.table) == ["Kolonne 0", "Kolonne 1", "celle 0.0", "celle 0.1", "celle 1.0", "celle 1.1"]
    assert shape.table.first_row
    assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == "Ledige i job"


def test_a_long_table_goes_on_and_then_says_what_is_left() -> None:
    found = deck(meeting(entry(view=view(rows=300))))
    own = [slide for slide in list(found.slides)[2:-1] if any(shape.has_table for shape in slide.shapes)]
    assert len(own) == slides.TABLE_SLIDES
    shown = [sum(len(shape.table.rows) - 1 for shape in slide.shapes if shape.has_table) for slide in own]
    assert f"{sum(shown[1:])} rækker mere på de næste dias." in said(own[0])
    assert f"{300 - sum(shown)} rækker mere i barometeret." in said(own[-1])


def test_colours_of_cells_come_along_with_an_ink_that_can_be_read() -> None:
    own = view(rows=1, colours={"Kolonne 1": ["#1b4c86"]})
    (shape,) = (shape for shape in deck(meeting(entry(view=own))).slides[2].shapes if shape.has_table)
    cell = shape.table.cell(1, 1)
    assert str(cell.fill.fore_color.rgb) == "1B4C86"
    assert str(cell.text_frame.paragraphs[0].runs[0].font.color.rgb) == "FFFFFF"


def test_invented_figures_are_marked_on_their_slides_alone() -> None:
    found = deck(meeting(entry(pictures=(picture(),), mark="Fiktive tal"), entry(title="Ægte", pictures=(picture(),))))
    marked = ["Fiktive tal" in said(slide) for slide in found.slides]
    assert marked == [True, True, True, False, True]  # title, agenda, the item, the other item, decisions


def test_every_slide_has_its_number() -> None:
    found = deck(meeting(entry()))
    assert [f"{number} af 5" in said(slide) for number, slide in enumerate(found.slides, 1)] == [True] * 5


def test_what_was_noted_of_a_table_stands_on_the_slide_after_it() -> None:
    _front, _plan, shown, noted, _decisions = deck(meeting(entry())).slides
    assert "Vi fortsætter" not in said(shown)
    assert "Vi fortsætter" in said(noted)


def test_all_that_is_said_is_large_enough_for_the_back_of_the_room() -> None:
    own = meeting(entry(pictures=(picture(),)), entry(view=view(rows=3, columns=4)), entry(view=None))
    small = {"Kilde: rapporten.", DATA}
    for slide in deck(own).slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        frames += [cell.text_frame for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
        for frame in frames:
            is_foot = frame.text in small or DATA in frame.text or " af " in frame.text
            sizes = [run.font.size.pt for paragraph in frame.paragraphs for run in paragraph.runs]
            assert is_foot or all(size >= 18 for size in sizes), frame.text


def test_a_missing_decision_is_said() -> None:
    found = deck(meeting(entry(decision="", responsible="", view=None)))
    assert said(found.slides[2]).count("Ikke noteret") == 2


def test_what_was_wrong_with_a_link_stands_on_the_slide() -> None:
    found = deck(meeting(entry(view=None, remarks=("Der er ingen side på adressen »x«.",))))
    assert "Der er ingen side på adressen »x«." in said(found.slides[2])


def test_a_long_note_goes_on_to_the_next_slide_and_nothing_of_it_is_lost() -> None:
    note = " ".join(f"ord{number}" for number in range(1500))
    found = deck(meeting(entry(note=note, pictures=(picture(),))))
    own = "\n".join(said(slide) for slide in list(found.slides)[2:-1])
    assert all(f"ord{number}" in own for number in range(1500))
    assert titles(found)[3] == "1. Status på job (fortsat)"


def test_many_panels_stand_in_grids_and_parts_of_a_picture_beside_each_other() -> None:
    panels = deck(meeting(entry(pictures=tuple(picture(f"Panel {n}") for n in range(9)))))
    parts = deck(meeting(entry(pictures=tuple(picture(f"Del {n}", is_part=True) for n in range(6)))))
    count = [
        [sum(shape.shape_type == 13 for shape in slide.shapes) for slide in found.slides][2:-1]
        for found in (panels, parts)
    ]
    assert count == [[4, 5], [2, 3, 1]]


def test_the_decisions_stand_at_the_end() -> None:
    found = deck(meeting(entry(), entry(title="Økonomi", decision="", responsible="")))
    (shape,) = (shape for shape in found.slides[-1].shapes if shape.has_table)
    assert cells(shape.table) == [
        "Punkt",
        "Besluttet",
        "Ansvarlig",
        "1. Status på job",
        "Vi fortsætter",
        "Sekretariatet",
        "2. Økonomi",
        "–",
        "–",
    ]


def test_nothing_lies_outside_the_slide() -> None:
    wide = view(rows=40, columns=9, sentence="En lang sætning om det. " * 30, source="Kilde: en lang kilde. " * 40)
    for slide in deck(meeting(entry(title="Langt " * 60, view=wide, note="Note " * 500))).slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= Pt(WIDTH) + 1
            assert shape.top + shape.height <= Pt(HEIGHT) + 1


def test_a_file_says_what_it_is_in_as_much_as_the_format_holds() -> None:
    own = deck(meeting(*(entry(data=f"Datasæt {n} " + "x" * 90) for n in range(4)), title="t" * 300)).core_properties
    assert len(own.title) == len(own.subject) == slides.LONGEST_PROPERTY


def test_the_language_is_told() -> None:
    found = deck(meeting(entry(), language="en"))
    assert found.core_properties.language == "en-GB"
    assert 'lang="en-GB"' in found.slides[2].shapes.title._element.xml


@pytest.mark.parametrize("typed", ["\x00", " ", "\n\n", "\u200b", "\x85"])
def test_a_note_of_signs_that_cannot_be_seen_ends(typed: str) -> None:
    assert len(deck(meeting(entry(note=typed, decision=typed, view=None))).slides) == 4


@settings(max_examples=25)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_file_that_opens(typed: str, held: str) -> None:
    own = view(title=held, sentence=held, source=held, table=pandas.DataFrame({"c0": [held], "c1": [typed]}))
    made = meeting(
        entry(title=typed, note=typed, decision=typed, responsible=typed, view=own, pictures=(picture(held),)),
        entry(view=own),
        title=typed,
        place=typed,
    )
    assert len(deck(made).slides) >= 4


@pytest.mark.parametrize("entries", [(), (entry(view=None, decision="", note=""),)], ids=["none", "one spoken"])
def test_small_meetings_have_a_file_too(entries: tuple) -> None:
    assert titles(deck(meeting(*entries, title="", day="")))[0] == "Dagsorden"
