"""The meeting as PowerPoint: a slide for each item, which nothing on it outgrows, and the decisions at the end.

Texts that do not fit go on to a next slide. Lengths are in points; a slide is 960 by 540.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import pandas
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from dashboard.charts import theme
from dashboard.documents import deck, fitting
from dashboard.documents.deck import CONTENT, FOOT, MARGIN, WIDTH
from dashboard.documents.fitting import SLIDE, Grid
from dashboard.documents.records import Entry, Meeting, clean, left_out
from dashboard.documents.slide_parts import GAP, Block, colour, gallery, place, stack, table, text, write
from dashboard.views import tables
from dashboard.views.view import View

SIDE = 224  # the width of the column of note and decision
LEAST = 18  # the smallest type of what is said; sources, and the foot of a slide, are smaller
TITLE, SENTENCE, SPOKEN, SMALL = (28, 24), (20, LEAST), (24, LEAST), 12  # largest and smallest type
SENTENCE_ROOM, SOURCE_ROOM = 76, 46
TABLE_SLIDES = 2  # of one item; more rows than they hold stand on the page and in the minutes
TOLD = 90  # characters of a cell; all of it is on the page
LISTED = 900  # characters of a decision on the list of decisions; all of it is on the slide of its item
LONGEST_PROPERTY = 250  # characters of a property of the file; the format holds 255
AGAIN = 60  # characters of a title on the slides after the first
PANELS, MORE_PANELS = 4, 8  # pictures on the first slide of an item, and on those after it
PARTS, MORE_PARTS = 2, 3  # the same for parts of a tall picture, which are read from left to right


def pptx(meeting: Meeting) -> bytes:
    """The document as PPTX."""
    return Slides(meeting).made()


class Slides:
    """The deck while it is made."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting, self.words = meeting, meeting.words
        self.deck = deck.empty_deck()
        self.owners: list[Entry | Meeting] = []  # whose data each slide shows

    def made(self) -> bytes:
        self.front()
        self.plan()
        self.own_up(self.meeting)
        for number, entry in enumerate(self.meeting.entries, 1):
            self.item(number, entry)
            self.own_up(entry)
        self.decisions()
        self.own_up(self.meeting)
        self.feet()
        self.properties()
        deck.set_language(self.deck, self.words.of_language.tag)
        content = io.BytesIO()
        self.deck.save(content)
        return content.getvalue()

    def own_up(self, owner: Entry | Meeting) -> None:
        """The slides made since the last time show the data of `owner`."""
        self.owners += [owner] * (len(self.deck.slides) - len(self.owners))

    def properties(self) -> None:
        about = self.deck.core_properties
        about.title, about.author = clean(self.meeting.title)[:LONGEST_PROPERTY], "Områdebarometer"
        about.subject = clean(self.meeting.data_line)[:LONGEST_PROPERTY]
        about.language, about.last_modified_by, about.keywords = self.words.of_language.tag, "", self.meeting.mark
        about.created = about.modified = datetime.now(UTC)

    # Slides

    def slide(self, title: str, room: float = 66) -> tuple[Slide, float]:
        """A new slide under its title, and where the title ends."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[0])
        title = clean(title) or self.words("Uden titel")
        size = SLIDE.size_for(title, CONTENT, room, *TITLE, bold=True)
        shown = SLIDE.shortened(title, size, CONTENT, room, bold=True)
        high = SLIDE.height(shown, size, CONTENT, bold=True)
        place(slide.shapes.title, MARGIN, 20, CONTENT, high + 4)
        write(slide.shapes.title.text_frame, [shown], size, bold=True)
        return slide, 20 + high + 8

    def front(self) -> None:
        words, meeting = self.words, self.meeting
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[0])
        title = clean(meeting.title) or words("Dagsorden")
        size = SLIDE.size_for(title, CONTENT, 200, 44, 24, bold=True)
        place(slide.shapes.title, MARGIN, 110, CONTENT, 205)
        write(slide.shapes.title.text_frame, [SLIDE.shortened(title, size, CONTENT, 200, bold=True)], size, bold=True)
        slide.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        lines = [SLIDE.shortened(clean(meeting.where_and_when), 20, CONTENT, 52), meeting.data_line]
        text(slide, MARGIN, 325, CONTENT, 80, [line for line in lines if line], 20)
        if meeting.mark:
            box = text(slide, MARGIN, 420, 240, 46, [meeting.mark], 26, bold=True)
            box.line.color.rgb, box.line.width = colour(theme.TEXT), Pt(2)
            box.text_frame.margin_left = Pt(10)
            box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE

    def plan(self) -> None:
        """The agenda: its items with their minutes."""
        words, rows = self.words, self.meeting.plan
        total = sum(entry.minutes or 0 for entry in self.meeting.entries)
        if total:
            rows.append(["", words("I alt"), words("{n} min.", n=total)])
        if rows:
            self.listing(words("Dagsorden"), ["", words("Punkt"), words("Tid")], rows)

    def decisions(self) -> None:
        words, rows = self.words, self.meeting.decisions
        if rows:
            self.listing(words("Beslutninger"), [words("Punkt"), words("Besluttet"), words("Ansvarlig")], rows)

    def listing(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table of the meeting's own, over as many slides as it takes."""
        found = SLIDE.grid(frame_of(headings, rows), CONTENT, LEAST, longest=LISTED)
        found.widths[1] += max(CONTENT - sum(found.widths), 0)
        parts, _ = found.parts(FOOT - 110, FOOT - 110, len(rows))
        for part in parts:
            slide, top = self.slide(self.again(title) if part.start else title)
            table(slide, found, part, MARGIN, top + 6, LEAST, title)

    def again(self, title: str) -> str:
        return self.words("{title} (fortsat)", title=fitting.shorter(clean(title), AGAIN))

    def item(self, number: int, entry: Entry) -> None:
        title = f"{number}. {entry.name}"
        blocks = [(self.words("Bemærk"), remark) for remark in entry.remarks] + entry.noted(self.words)
        if entry.view is None:
            slide, top = self.slide(title)
            rest = self.spoken(slide, blocks, top)
            self.link(slide, entry)
            self.notes(slide, entry)
        elif entry.pictures:
            rest = self.pictured(title, entry, entry.view, blocks)
        else:
            rest = self.tabled(title, entry, entry.view, blocks)
        self.follow(title, rest)

    def spoken(self, slide: Slide, blocks: Sequence[Block], top: float) -> list[Block]:
        return stack(slide, MARGIN, top + 8, CONTENT, FOOT - 36 - top, blocks, SPOKEN)

    def head(self, title: str, entry: Entry, view: View) -> tuple[Slide, float, list[Block]]:
        """A slide with title, view title and sentence; where they end, and what of the sentence is left over."""
        slide, top = self.slide(title)
        self.notes(slide, entry)
        is_told = view.title in title or view.sentence.startswith(view.title)
        begins = "" if is_told else f"{view.title} " if view.title.endswith("?") else f"{view.title}: "
        sentence = clean(begins + view.sentence)
        size = SLIDE.size_for(sentence, CONTENT, SENTENCE_ROOM, *SENTENCE)
        shown, rest = SLIDE.cut(sentence, size, CONTENT, SENTENCE_ROOM)
        high = SLIDE.height(shown, size, CONTENT)
        if shown:
            text(slide, MARGIN, top, CONTENT, high, [shown], size)
        return slide, top + high + 8, [("", rest)] if rest else []

    def foot_of(self, slide: Slide, entry: Entry, view: View, width: float) -> float:
        """The source at the bottom of a slide. Returns where it begins."""
        source = SLIDE.shortened(clean(view.source), SMALL, width, SOURCE_ROOM)
        high = SLIDE.height(source, SMALL, width)
        self.link(slide, entry)
        if source:
            text(slide, MARGIN, FOOT - 6 - high, width, high, [source], SMALL, shade=theme.QUIET)
        return FOOT - 10 - high

    def link(self, slide: Slide, entry: Entry) -> None:
        if not entry.address:
            return
        box = text(slide, WIDTH - MARGIN - SIDE, FOOT - 30, SIDE, 24, [self.words("Åbn i barometeret")], LEAST)
        run = box.text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = clean(entry.address)

    def pictured(self, title: str, entry: Entry, view: View, blocks: Sequence[Block]) -> list[Block]:
        """Pictures to the left, what was noted to the right."""
        slide, top, rest = self.head(title, entry, view)
        width = CONTENT - SIDE - GAP
        bottom = self.foot_of(slide, entry, view, width)
        few, many = (PARTS, MORE_PARTS) if entry.pictures[0].is_part else (PANELS, MORE_PANELS)
        first, more = entry.pictures[:few], entry.pictures[few:]
        gallery(slide, first, MARGIN, top, width, bottom - top - 4)
        left = stack(slide, WIDTH - MARGIN - SIDE, top, SIDE, FOOT - 36 - top, blocks, (LEAST, LEAST))
        for start in range(0, len(more), many):
            slide, top = self.slide(self.again(title))
            gallery(slide, more[start : start + many], MARGIN, top, CONTENT, FOOT - top - 10)
        return [*rest, *left]

    def tabled(self, title: str, entry: Entry, view: View, blocks: Sequence[Block]) -> list[Block]:
        """The table over the whole width; what was noted stands on the slide after it."""
        slide, top, rest = self.head(title, entry, view)
        bottom = self.foot_of(slide, entry, view, CONTENT - SIDE - GAP) - 6
        found = SLIDE.grid(tables.to_display(view.table, view.columns, self.words), CONTENT, LEAST, view.colours, TOLD)
        parts, over = found.parts(bottom - top - 20, FOOT - 120, TABLE_SLIDES)
        if not view.table.empty:
            end = table(slide, found, parts[0], MARGIN, top, LEAST, view.title)
            self.remains(slide, found, following(parts, 0, over), end, len(parts) > 1)
        for position, part in enumerate(parts[1:], 1):
            slide, top = self.slide(self.again(title))
            end = table(slide, found, part, MARGIN, top, LEAST, view.title)
            self.remains(slide, found, following(parts, position, over), end, position + 1 < len(parts))
        return [*rest, *blocks]

    def remains(self, slide: Slide, found: Grid, rows: int, top: float, follows: bool) -> None:
        """What of a table is not on the slide, and where it is."""
        words = self.words
        said = left_out(0 if follows else rows, found.left_out, found.is_shortened and not follows, words)
        if follows:
            said.insert(0, words.plural("{n} række mere på næste dias.", "{n} rækker mere på de næste dias.", rows))
        if said:
            text(slide, MARGIN, top + 2, CONTENT, 14, [" ".join(said)], SMALL, shade=theme.QUIET)

    def follow(self, title: str, blocks: Sequence[Block]) -> None:
        """Slides for what did not fit."""
        before: Sequence[Block] = ()
        while blocks and blocks != before:  # a slide that took up nothing is the last
            before = blocks
            slide, top = self.slide(self.again(title))
            blocks = self.spoken(slide, blocks, top)

    def notes(self, slide: Slide, entry: Entry) -> None:
        view, words = entry.view, self.words
        parts = [
            *([view.title, view.sentence, *(picture.alt for picture in entry.pictures), view.source] if view else ()),
            entry.note,
            entry.address,
        ]
        said = "\n\n".join(clean(part) for part in dict.fromkeys(parts) if part)
        if frame := slide.notes_slide.notes_text_frame:
            frame.text = said or words("Uden visning.")

    def feet(self) -> None:
        """What every slide says at the bottom: the data, "Fiktive tal", its number."""
        words, meeting, count = self.words, self.meeting, len(self.deck.slides)
        for number, (slide, owner) in enumerate(zip(self.deck.slides, self.owners, strict=True), 1):
            data = owner.data_line if isinstance(owner, Meeting) else owner.data
            said = SLIDE.shortened(
                clean(" · ".join(part for part in (meeting.where_and_when, data) if part)), SMALL, 640, 15
            )
            text(slide, MARGIN, FOOT + 6, 640, 16, [said], SMALL, shade=theme.QUIET)
            if owner.mark:
                text(slide, 680, FOOT + 4, 144, 18, [owner.mark], 14, bold=True, align=PP_ALIGN.RIGHT)
            text(
                slide,
                830,
                FOOT + 6,
                WIDTH - MARGIN - 830,
                16,
                [words("{n} af {all}", n=number, all=count)],
                SMALL,
                shade=theme.QUIET,
                align=PP_ALIGN.RIGHT,
            )


def following(parts: Sequence[range], position: int, over: int) -> int:
    """How many rows stand on the slides after one; after the last how many stand on no slide."""
    return sum(len(part) for part in parts[position + 1 :]) or over


def frame_of(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> pandas.DataFrame:
    """A table of texts of the meeting's own, of any columns: those that `headings` names."""
    return pandas.DataFrame(list(rows), columns=list(headings), dtype=object)
