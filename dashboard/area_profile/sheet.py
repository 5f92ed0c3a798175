"""One area on one A4 page: a PDF to print, download or send on. It reads in black and white.

The page is filled from the top; every part is given the height it may use and says what it had to leave out, so that
there is never a second page. The same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

import geopandas
from reportlab.lib.pagesizes import A4

from dashboard.area_profile import key_figures, strip, work
from dashboard.area_profile.key_figures import Held, KeyFigure
from dashboard.area_profile.profile import Profile, Series
from dashboard.charts import theme
from dashboard.charts.end_labels import spread
from dashboard.charts.lines import Line, middle, periods, point_of, value_range
from dashboard.criteria import cards as criterion_cards
from dashboard.documents import pen, place_map
from dashboard.documents.pen import BLACK, BOLD, GREY, LEADING, LIGHT, PALE, REGULAR
from dashboard.documents.sheets import Imprint
from dashboard.i18n import labels
from dashboard.i18n.words import N_
from dashboard.views.sentences import Citation
from data.contracts import CriterionStatus, Indicator, Status
from data.lists import Answer
from geo import locator

WIDTH, HEIGHT = A4
MARGIN = 34
RIGHT, TOP = WIDTH - MARGIN, HEIGHT - MARGIN
CONTENT = RIGHT - MARGIN
GAP = 9
SMALLEST, TINY, SMALL, BODY, HEADING = 5.2, 5.8, 6.4, 7.2, 9.0
MAP = 146
ROW = 18.5  # of the table of key figures
NUMBER, PICTURE, BESIDE = 75, 43, 66  # widths of its columns; the rest is for the names
CHART_HEIGHT, CHARTS_ACROSS, CHARTS = 74, 3, 6
STRIP_ROW, STRIP_CELL = 9, 13
LEAST = 130  # the height kept for projects and people where they are many
SOURCE_LINES = 7
SHORT_COMPARISONS = {
    "above": N_("området højere"),
    "below": N_("området lavere"),
    "similar": N_("uden sikker forskel"),
}
MORE_FIGURES = N_("Yderligere {n} nøgletal står på websiden.")
MORE_TRENDS = N_("Yderligere {n} udviklinger står på websiden.")
MORE_ITEMS = N_("Yderligere {n} står på websiden.")


def pdf(profile: Profile, areas: geopandas.GeoDataFrame, imprint: Imprint) -> bytes:
    """The sheet of `profile` as PDF bytes. `areas`: the prepared table with its shapes, in EPSG:4326."""
    return Sheet(profile, areas, imprint).drawn()


class Sheet:
    """The page while it is drawn, from `self.y` downwards, in points from the lower left corner."""

    def __init__(self, profile: Profile, areas: geopandas.GeoDataFrame, imprint: Imprint) -> None:
        self.profile, self.imprint, self.words = profile, imprint, profile.words
        frame = profile.municipality_id or profile.area_id
        self.locator = locator.locate(areas, profile.area_id, frame)
        self.buffer = io.BytesIO()
        title = f"{profile.name} – {self.words('Områdeprofil')}"
        self.canvas = pen.page(self.buffer, title, self.words("Områdeprofil på én side"), self.words.language)
        self.text, self.paragraph = partial(pen.text, self.canvas), partial(pen.paragraph, self.canvas)
        self.y = TOP
        self.figures = key_figures.figures(profile)
        self.told = [whole for whole in key_figures.WHOLES if key_figures.is_told(self.figures, whole)]
        self.has_pictures = bool(self.told) or any(figure.has_interval for figure in self.figures)
        self.projects, self.workers = work.project_lines(profile), work.worker_lines(profile)
        self.sources = self.source_lines()
        self.floor = MARGIN + 37 + len(self.sources) * TINY * LEADING  # where the foot begins

    def source_lines(self) -> list[str]:
        """The sources of all that is drawn, and where the rest of them stand where they are many."""
        text = self.profile.source_line(
            [
                *(Citation(figure.row.source_id, figure.row.page) for figure in self.figures),
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
        self.place_and_figures()
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
        kinds = len({standing.official.name.da for standing in self.profile.standings})
        charts = rows * CHART_HEIGHT + 40 if rows else 0
        return charts + (kinds * (STRIP_CELL + 6) + 50 if kinds else 0) + self.least()

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
        self.y = self.paragraph(MARGIN, self.y, CONTENT, self.profile.subtitle(), 8, 1, colour=GREY)
        self.y = self.paragraph(MARGIN, self.y - 3, CONTENT, key_figures.summary(self.profile), 8.5, 3) - GAP

    def place_and_figures(self) -> None:
        top = self.y
        below_map = self.map(top)
        left = MARGIN + MAP + 14
        below_figures = self.numbers(left, top, top - max(MAP + 50, top - self.floor - self.needed()))
        self.y = min(below_map, below_figures) - GAP

    def map(self, top: float) -> float:
        """The map in the left corner and what its shape is. Returns where it ends."""
        if self.locator:
            place_map.draw(self.canvas, self.locator, MARGIN, top - MAP, MAP)
            bar = locator.scale_bar(self.locator.extent)
            length = bar * MAP / self.locator.extent
            base = top - MAP - 7
            self.canvas.setStrokeColor(BLACK)
            self.canvas.setLineWidth(1.5)
            self.canvas.line(MARGIN, base, MARGIN + length, base)
            distance = f"{self.words.number(bar / 1000)} km" if bar >= 1000 else f"{self.words.number(bar)} m"
            self.text(MARGIN + length + 4, base - 2, distance, SMALL)
            self.text(MARGIN + MAP, base - 2, self.words("Nord er op"), SMALL, align="right")
            top -= MAP + 13
        return self.paragraph(MARGIN, top, MAP, self.profile.place_sentence(), SMALL, 4, colour=GREY)

    def numbers(self, left: float, top: float, bottom: float) -> float:
        words, figures = self.words, self.figures
        y = self.heading(left, top, words("Nøgletal"))
        if not figures:
            return self.paragraph(left, y, RIGHT - left, words("Ingen tal i denne version af data."), BODY, 2)
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
            self.number(figure, edges, y)
            y -= ROW
        self.left_out(left, y, len(figures) - len(shown), MORE_FIGURES)
        y -= SMALL * LEADING if len(shown) < len(figures) else 0
        return self.paragraph(left, y - 2, RIGHT - left, untold, SMALL, 1, colour=GREY)

    def edges(self, left: float) -> list[float]:
        """The left edges of the table's columns: name, number, picture, each larger area; and its right edge."""
        beside = [RIGHT - BESIDE * place for place in range(len(self.told), -1, -1)]
        picture = beside[0] - (PICTURE if self.has_pictures else 0)
        return [left, picture - NUMBER, picture, *beside]

    def number(self, figure: KeyFigure, edges: Sequence[float], y: float) -> None:
        """One row of the table: the number, a picture of it on its own scale from 0, what it is held against."""
        canvas, words, row = self.canvas, self.words, figure.row
        canvas.setStrokeColor(PALE)
        canvas.setLineWidth(0.5)
        canvas.line(edges[0], y, RIGHT, y)
        width = edges[1] - edges[0] - 5
        size = SMALL if len(pen.wrapped(figure.name, REGULAR, SMALL, width, 3)) < 3 else SMALLEST
        self.paragraph(edges[0], y - 1.5, width, figure.name, size, 2)
        width = edges[2] - edges[1] - 3
        shown = row.status == Status.SHOWN
        number = labels.quantity(row.value, figure.indicator, words) if shown else words(labels.MISSING[row.status])
        self.text(edges[1], y - 8, number, BODY, BOLD, width=width)
        interval = labels.interval(row.low, row.high, figure.indicator, words) if shown else ""
        period = words.period(row.period_start, row.period_end)
        detail = f"{period} · {interval}" if interval else period
        self.text(edges[1], y - 15.5, detail, TINY, colour=GREY, width=width)
        self.picture(figure, edges[2] + 3, y - ROW / 2, edges[3] - edges[2] - 14)
        for x, whole in zip(edges[3:-1], self.told, strict=True):
            if whole.role in figure.held:
                self.beside(figure.held[whole.role], figure.indicator, x, y, BESIDE - 2)

    def picture(self, figure: KeyFigure, x: float, y: float, width: float) -> None:
        """A number with its interval beside the larger areas'; nothing where it would stand alone, or is a count."""
        point, wholes = point_of(figure.row), (figure.row.municipality_reference, figure.row.reference)
        if point and figure.indicator.unit != "count" and (point.interval or wholes != (None, None)):
            pen.comparison(self.canvas, point.value, point.interval, *wholes, x, y, width)

    def beside(self, held: Held, indicator: Indicator, x: float, y: float, width: float) -> None:
        """The number of a larger area, or why it has none, and how the area's own lies to it."""
        shown = held.status == Status.SHOWN
        number = self.words.number(held.value, indicator.decimals)
        self.text(x, y - 8, number if shown else self.words(labels.MISSING[held.status]), SMALL, width=width)
        if held.comparison in SHORT_COMPARISONS:
            short = self.words(SHORT_COMPARISONS[held.comparison])
            self.text(x, y - 15.5, short, TINY, colour=GREY, width=width)

    def trends(self) -> None:
        series = self.profile.trends
        if not series:
            return
        words = self.words
        y = self.heading(MARGIN, self.y, words("Udviklingen"))
        across = (CONTENT - 2 * GAP) / CHARTS_ACROSS
        self.line_legend(series)
        shown = series[:CHARTS]
        for position, one in enumerate(shown):
            x = MARGIN + (position % CHARTS_ACROSS) * (across + GAP)
            self.trend(one, x, y - (position // CHARTS_ACROSS) * CHART_HEIGHT, across)
        self.y = y - -(-len(shown) // CHARTS_ACROSS) * CHART_HEIGHT
        self.left_out(MARGIN, self.y + 2, len(series) - len(shown), MORE_TRENDS)
        self.y -= GAP + (SMALL if len(series) > len(shown) else 0)

    def line_legend(self, every: Sequence[Series]) -> None:
        """The lines' names with their strokes, at the right of the heading."""
        lines = {line.name: line for series in every for line in series.lines}
        x = RIGHT
        for line in reversed(list(lines.values())):
            x -= pen.width_of(line.name, REGULAR, SMALL)
            self.text(x, self.y - 8, line.name, SMALL)
            x -= 28
            pen.stroke(self.canvas, line, 1.1)
            self.canvas.line(x, self.y - 6, x + 24, self.y - 6)
            pen.symbol(self.canvas, line.style.symbol, x + 12, self.y - 6, 2)
            x -= 10

    def trend(self, series: Series, x: float, top: float, width: float) -> None:
        """One small chart: 0 at the bottom, first and last period below, the last number of every line beside it."""
        words, lines, decimals = self.words, series.lines, series.indicator.decimals
        title = f"{series.title} ({labels.unit(series.indicator, words)})"
        self.paragraph(x, top, width, title, SMALL, 2)
        low, high = value_range(lines)
        pairs = [line for line in lines if line.is_two_points]
        left, right = x + (26 if pairs else 4), x + width - 36
        bottom, height = top - CHART_HEIGHT + 16, CHART_HEIGHT - 36
        every = periods(lines)
        years = [middle(period) for period in every]
        scale_x = pen.scale(min(years), max(years), left, right)
        scale_y = pen.scale(low, high, bottom, bottom + height)
        self.canvas.setStrokeColor(PALE)
        self.canvas.setLineWidth(0.5)
        self.canvas.line(left - 3, scale_y(0), right + 3, scale_y(0))
        for line in lines:
            pen.line(self.canvas, line, scale_x, scale_y)
        self.ends(lines, -1, scale_y, right + 7, decimals)
        self.ends(pairs, 0, scale_y, x + 2, decimals)
        self.text(left - 3, bottom - 8, words.period(*every[0]), TINY, colour=GREY)
        self.text(right + 3, bottom - 8, words.period(*every[-1]), TINY, colour=GREY, align="right")

    def ends(
        self, lines: Sequence[Line], point: int, scale_y: Callable[[float], float], x: float, decimals: int
    ) -> None:
        """The lines' first (0) or last (-1) numbers with their marks, moved apart where they would meet."""
        values = [line.points[point].value for line in lines]
        heights = spread([scale_y(value) for value in values], TINY * 1.15)
        for line, value, y in zip(lines, values, heights, strict=True):
            pen.stroke(self.canvas, line, 0.5)
            pen.symbol(self.canvas, line.style.symbol, x, y, 1.5)
            self.text(x + 3.5, y - 2, self.words.number(value, decimals), TINY)

    def lists(self) -> None:
        if not self.profile.standings:
            return
        words, drawn = self.words, strip.cells(self.profile.standings, self.words)
        y = self.heading(MARGIN, self.y, words("På de officielle lister"))
        self.text(
            RIGHT, self.y - 8, words("fyldt: på listen · hvid: ikke på listen · ?: ikke opgjort"), SMALL, align="right"
        )
        y = self.paragraph(MARGIN, y, CONTENT, self.profile.history_sentence(), BODY, 2) - 8
        scale_x = pen.scale(min(cell.left for cell in drawn), max(cell.right for cell in drawn), MARGIN, RIGHT)
        for year in sorted({cell.year for cell in drawn}):
            self.text(scale_x(year), y, str(year), TINY, align="centre", colour=GREY)
        y -= 2
        for _, row in groupby(sorted(drawn, key=lambda cell: cell.row), key=lambda cell: cell.row):
            cells = list(row)
            heading, first = cells[0].heading, scale_x(min(cell.left for cell in cells))
            if pen.width_of(heading, REGULAR, SMALL) > first - MARGIN - 4:  # no room for it before the first cell
                self.text(MARGIN, y - 7, heading, SMALL, width=CONTENT)
                y -= STRIP_ROW
            else:
                self.text(MARGIN, y - 8, heading, SMALL)
            for cell in cells:
                self.cell(cell, scale_x(cell.left) + 0.8, y - STRIP_CELL, scale_x(cell.right) - 0.8)
            y -= STRIP_CELL + 2
        self.y = y - GAP

    def cell(self, cell: strip.Cell, left: float, bottom: float, right: float) -> None:
        """A list's answer: filled, empty, or hatched with a question mark, with the list's month and day."""
        canvas, on = self.canvas, cell.answer is Answer.ON
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(0.6)
        canvas.setFillColor({Answer.ON: theme.TEXT, Answer.NOT_ON: "white", Answer.NOT_COLLECTED: LIGHT}[cell.answer])
        canvas.setDash([1, 1.5] if cell.answer is Answer.NOT_COLLECTED else [])
        canvas.rect(left, bottom, right - left, STRIP_CELL, fill=1)
        canvas.setDash([])
        ink, middle = ("white" if on else BLACK), (left + right) / 2
        if cell.answer is Answer.NOT_COLLECTED:
            self.text(middle, bottom + 6.5, "?", 6, BOLD, align="centre")
        else:
            canvas.setStrokeColor(ink)
            canvas.setFillColor(ink)
            canvas.circle(middle, bottom + 8.6, 2, fill=int(on))
        self.text(middle, bottom + 1.8, short_day(cell.date), 4.6, align="centre", colour=ink)

    def projects_and_people(self) -> None:
        bottom = self.floor
        half = (CONTENT - 2 * GAP) / 2
        top = self.y
        ids = {row.criterion_id for row in work.criteria(self.profile)}
        scores = [row for row in work.rows_of(self.profile, CriterionStatus) if row.criterion_id in ids]
        y = self.heading(MARGIN, top, self.words("Projekter"))
        if not self.projects:
            y = self.paragraph(MARGIN, y, half, self.words("Ingen projekter er registreret for området."), BODY, 2)
        elif scores:
            as_of = max(row.as_of for row in scores)
            sentence = criterion_cards.summary([row.status for row in scores], as_of, self.words)
            text = self.words("Succeskriterier: {sentence}", sentence=sentence)
            y = self.paragraph(MARGIN, y, half, text, SMALL, 3) - 3
        self.items(MARGIN, y, bottom, half, [(f"{row.project} ({row.status})", row.aim) for row in self.projects])
        x = MARGIN + half + 2 * GAP
        y = self.heading(x, top, self.words("Hvem arbejder her"))
        self.items(x, y, bottom, half, [(f"{row.part}: {row.who}", row.what) for row in self.workers])

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
        self.canvas.linkURL(imprint.address, (MARGIN, MARGIN - 8, RIGHT, MARGIN), relative=0)

    # Text

    def heading(self, x: float, top: float, text: str) -> float:
        self.text(x, top - HEADING, text, HEADING, BOLD)
        return top - HEADING - 5

    def left_out(self, x: float, y: float, number: int, message: str) -> None:
        if number > 0:
            self.text(x, y - SMALL - 1, self.words(message, n=self.words.number(number)), SMALL, colour=GREY)


def short_day(date: str) -> str:
    """2018-12-01 -> 1/12, 2013-06 -> 6: the day and month of a list under its year."""
    return "/".join(str(int(part)) for part in reversed(date.split("-")[1:]))
