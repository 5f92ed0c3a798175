"""One area on one A4 page: a PDF to print, download or send on. It reads in black and white.

The page is filled from the top; every part is given the height it may use and says what it had to leave out, so that
there is never a second page. The same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from functools import partial

import geopandas
from reportlab.lib.pagesizes import A4

from dashboard.area_profile import (
    empty,
    key_figures,
    sheet_charts,
    sheet_numbers,
    sheet_tiles,
    strip,
    tiles,
    verdict,
    work,
    workers,
)
from dashboard.area_profile.profile import Profile
from dashboard.area_profile.sheet_charts import CHART_HEIGHT, SMALL, STRIP_CELL, TINY
from dashboard.area_profile.sheet_numbers import BESIDE, BODY, NUMBER, PICTURE, ROW
from dashboard.documents import pen, place_map
from dashboard.documents.pen import BLACK, BOLD, GREY, LEADING, REGULAR
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import N_
from dashboard.views.sentences import Citation
from geo import locator

WIDTH, HEIGHT = A4
MARGIN = 34
RIGHT, TOP = WIDTH - MARGIN, HEIGHT - MARGIN
CONTENT = RIGHT - MARGIN
GAP = 9
HEADING = 9.0
MAP = 146
CHARTS_ACROSS, CHARTS = 3, 6
LEAST = 130  # the height kept for projects and people where they are many
SOURCE_LINES = 7
NAMES = 250  # the width of the names in the table of key figures
MORE_FIGURES = N_("Yderligere {n} nøgletal står på websiden.")
MORE_TRENDS = N_("Yderligere {n} udviklinger står på websiden.")
MORE_ITEMS = N_("Yderligere {n} står på websiden.")


def pdf(profile: Profile, areas: geopandas.GeoDataFrame, imprint: Imprint, today: date) -> bytes:
    """The sheet of `profile` as PDF bytes. `areas`: the prepared table with its shapes, in EPSG:4326. `today`: what a
    report is old to.
    """
    return Sheet(profile, areas, imprint, today).drawn()


class Sheet:
    """The page while it is drawn, from `self.y` downwards, in points from the lower left corner."""

    def __init__(self, profile: Profile, areas: geopandas.GeoDataFrame, imprint: Imprint, today: date) -> None:
        self.profile, self.imprint, self.words, self.today = profile, imprint, profile.words, today
        frame = profile.municipality_id or profile.area_id
        self.locator = locator.locate(areas, profile.area_id, frame)
        self.buffer = io.BytesIO()
        title = f"{profile.name} – {self.words('Områdeprofil')}"
        self.canvas = pen.page(self.buffer, title, self.words("Områdeprofil på én side"), self.words.language)
        self.text, self.paragraph = partial(pen.text, self.canvas), partial(pen.paragraph, self.canvas)
        self.y = TOP
        every = key_figures.figures(profile)
        self.verdict, self.tiles = verdict.verdict(profile, every), tiles.chosen(every)
        self.missing = tiles.missing(profile, every)
        self.figures = [figure for figure in every if figure not in self.tiles]  # for the table
        self.told = [whole for whole in key_figures.WHOLES if key_figures.is_told(self.figures, whole)]
        self.has_pictures = bool(self.told) or any(figure.has_interval for figure in self.figures)
        self.projects, self.workers = work.project_lines(profile, today), workers.worker_lines(profile, today)
        self.sources = self.source_lines()
        self.floor = MARGIN + 37 + len(self.sources) * TINY * LEADING  # where the foot begins

    def source_lines(self) -> list[str]:
        """The sources of all that is drawn, and where the rest of them stand where they are many."""
        text = self.profile.source_line(
            [
                *(Citation(figure.row.source_id, figure.row.page) for figure in [*self.tiles, *self.figures]),
                *self.profile.list_sources(),
                *self.projects,
                *self.workers,
                *self.profile.place_sources(),
            ]
        )
        rows = pen.wrapped(text, REGULAR, TINY, CONTENT, SOURCE_LINES)
        if rows and rows[-1].endswith(pen.ELLIPSIS):
            return [*rows, self.words("De øvrige kilder står på siden, hvis adresse er nederst på arket.")]
        return rows

    def drawn(self) -> bytes:
        self.head()
        self.place_and_tiles()
        self.more_figures()
        self.trends()
        self.lists()
        self.projects_and_people()
        self.foot()
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def needed(self) -> float:
        """The height that the parts below the key figures are to have."""
        rows = -(-min(len(self.profile.trends), CHARTS) // CHARTS_ACROSS)
        return (rows * CHART_HEIGHT + 40 if rows else 0) + self.below_trends()

    def below_trends(self) -> float:
        """The height that lists, projects and people always have."""
        kinds = len({standing.official.name.da for standing in self.profile.standings})
        return (kinds * (STRIP_CELL + 6) + 50 if kinds else 0) + self.least()

    def least(self) -> float:
        """The height that projects and people always have: for all of them where they are few."""
        return min(LEAST, 45 + 2 * SMALL * LEADING * max(len(self.projects), len(self.workers), 1))

    # Parts, from the top

    def head(self) -> None:
        if self.imprint.mark:
            self.canvas.setLineWidth(2)
            self.canvas.rect(MARGIN, self.y - 26, CONTENT, 26)
            self.text(WIDTH / 2, self.y - 20, self.imprint.mark.upper(), 19, BOLD, align="centre")
            self.y -= 26 + GAP
        size = pen.fitting(self.profile.name, BOLD, CONTENT, 20, 12)
        self.y -= size
        self.text(MARGIN, self.y, self.profile.name, size, BOLD, width=CONTENT)
        self.y -= 4
        self.y = self.paragraph(MARGIN, self.y, CONTENT, self.profile.header_line(), 9, 1, colour=GREY)
        self.y = sheet_tiles.verdict(self.canvas, self.verdict, MARGIN, self.y - 4, CONTENT) - GAP

    def place_and_tiles(self) -> None:
        top, left = self.y, MARGIN + MAP + 14
        below_map = self.map(top)
        if self.tiles:
            shown, courses = tiles.tiles(self.profile, self.tiles), tiles.courses(self.profile, self.tiles)
            below = sheet_tiles.tiles(self.canvas, shown, courses, left, top, RIGHT - left)
            below = self.paragraph(left, below, RIGHT - left, self.missing, SMALL, 2, colour=GREY)
        else:
            told = empty.told(self.profile, self.today)
            below = sheet_tiles.texts(self.canvas, told, left, top, RIGHT - left)
        self.y = min(below_map, below) - GAP

    def more_figures(self) -> None:
        """The other key figures as a table, where there is room for some of them."""
        if not self.figures:
            return
        bottom = self.floor + self.needed()
        if self.y - bottom > min(len(self.figures), 2) * ROW + 40:
            self.y = self.numbers(MARGIN, self.y, bottom) - GAP
        else:
            self.left_out(MARGIN, self.y, len(self.figures), MORE_FIGURES)
            self.y -= SMALL * LEADING + GAP

    def map(self, top: float) -> float:
        """The map in the left corner and what its shape is. Returns where it ends."""
        if self.locator:
            place_map.draw(self.canvas, self.locator, MARGIN, top - MAP, MAP)
            place_map.scale_bar(self.canvas, self.locator, MARGIN, top - MAP - 7, MAP, self.words)
            top -= MAP + 13
        return self.paragraph(MARGIN, top, MAP, self.profile.place_sentence(), SMALL, 4, colour=GREY)

    def numbers(self, left: float, top: float, bottom: float) -> float:
        words, figures = self.words, self.figures
        y = self.heading(left, top, words("Flere nøgletal"))
        edges = self.edges(left)
        names = [self.profile.line_names[whole.role] for whole in self.told]
        heading = words("Tal og 95 %-interval") if any(figure.has_interval for figure in figures) else words("Tal")
        for x, text in zip(edges[1:], (heading, "", *names), strict=False):
            self.text(x, y - 6, text, TINY, BOLD)
        y -= 10
        untold = key_figures.untold_sentence(figures, words)
        room = int((y - bottom - (BODY * LEADING if untold else 0)) // ROW)
        shown = figures if len(figures) <= room else figures[: max(room - 1, 0)]
        for figure in shown:
            sheet_numbers.figure_row(self.canvas, figure, self.told, edges, y, words)
            y -= ROW
        self.left_out(left, y, len(figures) - len(shown), MORE_FIGURES)
        y -= SMALL * LEADING if len(shown) < len(figures) else 0
        return self.paragraph(left, y - 2, RIGHT - left, untold, SMALL, 1, colour=GREY)

    def edges(self, left: float) -> list[float]:
        """The left edges of the table's columns: name, number, picture, each larger area; and its right edge."""
        picture = left + NAMES + NUMBER
        first = picture + (PICTURE if self.has_pictures else 0)
        return [left, left + NAMES, picture, *(first + BESIDE * place for place in range(len(self.told) + 1))]

    def trends(self) -> None:
        series = self.profile.trends
        if not series:
            return
        words = self.words
        y = self.heading(MARGIN, self.y, words("Udviklingen"))
        across = (CONTENT - 2 * GAP) / CHARTS_ACROSS
        sheet_charts.legend(self.canvas, (line for one in series for line in one.lines), RIGHT, self.y - 8)
        room = int((y - self.floor - self.below_trends()) // CHART_HEIGHT)
        shown = series[: min(max(room, 0) * CHARTS_ACROSS, CHARTS)]
        for position, one in enumerate(shown):
            x = MARGIN + (position % CHARTS_ACROSS) * (across + GAP)
            sheet_charts.trend(self.canvas, one, words, x, y - (position // CHARTS_ACROSS) * CHART_HEIGHT, across)
        self.y = y - -(-len(shown) // CHARTS_ACROSS) * CHART_HEIGHT
        self.left_out(MARGIN, self.y + 2, len(series) - len(shown), MORE_TRENDS)
        self.y -= GAP + (SMALL if len(series) > len(shown) else 0)

    def lists(self) -> None:
        if not self.profile.standings:
            return
        words, drawn = self.words, strip.cells(self.profile.standings, self.words)
        y = self.heading(MARGIN, self.y, words("På de officielle lister"))
        self.text(
            RIGHT, self.y - 8, words("fyldt: på listen · hvid: ikke på listen · ?: ikke opgjort"), SMALL, align="right"
        )
        y = self.paragraph(MARGIN, y, CONTENT, self.profile.history_sentence(), BODY, 2) - 8
        y = sheet_charts.list_strip(self.canvas, drawn, MARGIN, RIGHT, y)
        self.y = y - GAP

    def projects_and_people(self) -> None:
        bottom = self.floor
        half = (CONTENT - 2 * GAP) / 2
        top = self.y
        y = self.heading(MARGIN, top, self.words("Projekter"))
        if not self.projects:
            y = self.paragraph(MARGIN, y, half, self.words("Ingen kilde nævner et projekt i området."), BODY, 2)
        elif unsaid := work.nothing_current(work.projects_of(self.profile), self.today, self.words):
            y = self.paragraph(MARGIN, y, half, unsaid, SMALL, 2) - 3
        if text := work.criteria_sentence(self.profile, self.today):
            y = self.paragraph(MARGIN, y, half, text, SMALL, 4) - 3
        self.items(MARGIN, y, bottom, half, [(f"{row.project} ({row.status})", row.aim) for row in self.projects])
        x = MARGIN + half + 2 * GAP
        y = self.heading(x, top, self.words("Hvem arbejder her"))
        self.items(x, y, bottom, half, [(row.title, row.what) for row in self.workers])

    def items(self, x: float, top: float, bottom: float, width: float, items: Sequence[tuple[str, str]]) -> None:
        """As many of the items (a line, and a line below it) as there is room for, and how many more there are."""
        line = SMALL * LEADING
        y = top
        for position, (title, detail) in enumerate(items):
            rows = [(row, BOLD) for row in pen.wrapped(title, BOLD, SMALL, width, 2)]
            rows += [(row, REGULAR) for row in pen.wrapped(detail, REGULAR, SMALL, width, 2)]
            is_last = position == len(items) - 1
            if y - len(rows) * line < bottom + (0 if is_last else line + 2):
                self.left_out(x, y, len(items) - position, MORE_ITEMS)
                return
            for row, font in rows:
                y -= line
                self.text(x, y + 1.8, row, SMALL, font)
            y -= 2

    def foot(self) -> None:
        words, imprint = self.words, self.imprint
        self.canvas.setStrokeColor(BLACK)
        self.canvas.setLineWidth(0.6)
        y = self.floor - 6
        self.canvas.line(MARGIN, y, RIGHT, y)
        y -= 2
        for row in self.sources:
            y -= TINY * LEADING
            self.text(MARGIN, y + 1.5, row, TINY, colour=GREY)
        note = words(
            "Nøgletallenes billeder har hver sin skala fra 0: prik og streg er området med 95 %-interval, lodret streg "
            "er kommunen, åben rude er landet. Højere og lavere skrives kun, hvor forskellen er statistisk sikker."
        )
        if self.has_pictures:
            self.paragraph(MARGIN, y - 1, CONTENT, note, TINY, 2, colour=GREY)
        self.text(
            MARGIN,
            MARGIN + 3,
            words("Dataversion {version}, dannet {date}", version=imprint.version, date=imprint.date),
            TINY,
            colour=GREY,
        )
        self.text(RIGHT, MARGIN + 3, "Områdebarometer", TINY, BOLD, align="right")
        size = pen.fitting(imprint.address, REGULAR, CONTENT, TINY, 4.5)
        self.text(MARGIN, MARGIN - 6, imprint.address, size, width=CONTENT)
        if imprint.has_link:
            self.canvas.linkURL(imprint.address, (MARGIN, MARGIN - 8, RIGHT, MARGIN), relative=0)

    # Text

    def heading(self, x: float, top: float, text: str) -> float:
        self.text(x, top - HEADING, text, HEADING, BOLD)
        return top - HEADING - 5

    def left_out(self, x: float, y: float, number: int, message: str) -> None:
        if number > 0:
            self.text(x, y - SMALL - 1, self.words(message, n=self.words.number(number)), SMALL, colour=GREY)
