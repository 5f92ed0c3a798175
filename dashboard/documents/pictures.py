"""Charts as PNG, drawn by the same Plotly in a Chromium on the server. Where there is none, there are no pictures.

One browser is open for a whole document: to open it takes seconds, a picture a fraction of one.
"""

from __future__ import annotations

import asyncio
import io
import logging
import os
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from types import TracebackType
from typing import Any

import numpy
from PIL import Image
from plotly.graph_objects import Figure

from dashboard.charts import theme
from dashboard.documents.records import Picture
from dashboard.i18n.words import N_

LOG = logging.getLogger(__name__)
ANY_FAULT = (Exception, asyncio.CancelledError)  # a browser that dies cancels what waits for it
OPENING, DRAWING, CLOSING = 40, 20, 10  # seconds at most
WIDTH, HEIGHT = 1200, 600  # CSS pixels: type of 22 pixels is 11 to 12 points on a slide
TALLEST, NARROW, PART = 900, 720, 660  # a taller picture is drawn narrow and cut in parts that stand side by side
BAND, WHITE, STROKE = 6, 0.9, 4  # the least height of a band to cut in, how much of it is white, the width of a line
HIGH = 0.7  # of the highest band within reach: those between rows, not those between the lines of a label
SCALE = 2  # pixels of the file for each CSS pixel
FONT = "Arial, 'Liberation Sans', Arimo, sans-serif"  # as in the documents
MISSING = N_("Billedet er udeladt, for serveren har ingen browser at tegne med. Tallene står i tabellen.")
FAILED = N_("Billedet er udeladt, for det kunne ikke tegnes. Tallene står i tabellen.")
NOWHERE = "http://127.0.0.1:9"  # a proxy that is not there: the browser cannot fetch anything


def browser() -> str | None:
    """The program that draws: what BROWSER_PATH names, else a Chromium or Chrome where they usually are, else None."""
    asked = os.environ.get("BROWSER_PATH")
    if asked is not None:
        return asked if os.path.isfile(asked) and os.access(asked, os.X_OK) else None
    from choreographer.browsers.chromium import Chromium

    return Chromium.find_browser(skip_local=False)


class Browser:
    """A browser while it is open, with a thread of its own: the caller's may have a loop that runs already."""

    def __init__(self) -> None:
        self._runner, self._thread = asyncio.Runner(), ThreadPoolExecutor(max_workers=1)
        self._kaleido: Any = None

    def open(self, path: str) -> None:
        from kaleido import Kaleido

        self._kaleido = Kaleido(n=1, timeout=DRAWING, mathjax=False, path=path, proxy_server=NOWHERE)
        self._run(self._kaleido.open(), OPENING)

    def draw(self, figure: Figure, width: int, height: int) -> bytes:
        options = {"format": "png", "width": width, "height": height, "scale": SCALE}
        png: bytes = self._run(self._kaleido.calc_fig(figure, opts=options), DRAWING + 1)
        return png

    def close(self) -> None:
        try:
            if self._kaleido is not None:
                self._run(self._kaleido.close(), CLOSING)
        except ANY_FAULT:
            LOG.exception("The browser for pictures did not close.")
        finally:
            self._thread.submit(self._runner.close).result()
            self._thread.shutdown()

    def _run(self, work: Coroutine[Any, Any, Any], limit: float) -> Any:
        return self._thread.submit(self._runner.run, asyncio.wait_for(work, limit)).result()


class Camera:
    """Draws figures while it is open: `with Camera() as camera: camera.take(figure, alt)`.

    Without a browser, or when it fails or takes too long, there is no picture, and `problem` says why.
    """

    def __init__(self) -> None:
        self.problem = FAILED
        self._browser: Browser | None = None

    @property
    def works(self) -> bool:
        return self._browser is not None

    def __enter__(self) -> Camera:
        path = browser()
        if path is None:
            LOG.warning("No browser on the server: documents are made without pictures of charts.")
            self.problem = MISSING
            return self
        self._browser = Browser()
        try:
            self._browser.open(path)
        except ANY_FAULT:  # whatever a browser can fail with, the document is made
            LOG.exception("The browser %s could not be opened for pictures.", path)
            self._close()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def take(self, figure: Figure, alt: str) -> list[Picture]:
        """The figure as a picture, a tall one in parts; none where it cannot be drawn."""
        if self._browser is None:
            return []
        shown, width, height = framed(figure)
        try:
            png = self._browser.draw(shown, width, height)
        except ANY_FAULT:
            LOG.exception("A picture could not be drawn.")
            self._close()
            return []
        return parts(Picture(png, alt, width, height))

    def _close(self) -> None:
        if self._browser is not None:
            self._browser.close()
            self._browser = None


def framed(figure: Figure) -> tuple[Figure, int, int]:
    """A copy in the type of the documents, and its width and height in CSS pixels. A figure that has a size of its own
    keeps it; one that fills the page gets the shape of the place it goes to.
    """
    alone = Figure(figure)
    alone.update_layout(font_family=FONT)
    own_width, own_height = figure.layout.width, figure.layout.height
    height = HEIGHT if own_height in (None, theme.PROJECTOR.chart_height) else own_height
    width = own_width or (NARROW if height > TALLEST else WIDTH)
    alone.update_layout(width=width, height=height)
    return alone, int(width), int(height)


def parts(whole: Picture) -> list[Picture]:
    """A picture that is too tall for a slide in parts from the top down, cut where a white band lies between rows."""
    if whole.height <= TALLEST:
        return [whole]
    with Image.open(io.BytesIO(whole.png)) as drawn:
        picture = drawn.convert("RGB")
    cuts, found, start = bands(picture), [], 0
    while start < picture.height:
        end = next_cut(cuts, start, picture.height)
        content = io.BytesIO()
        picture.crop((0, start, picture.width, end)).save(content, "PNG", optimize=True)
        found.append((content.getvalue(), (end - start) // SCALE))
        start = end
    return [
        Picture(png, f"{whole.alt} ({number}/{len(found)})", whole.width, height, is_part=True)
        for number, (png, height) in enumerate(found, 1)
    ]


def next_cut(cuts: Mapping[int, int], start: int, bottom: int) -> int:
    """Where the part from `start` ends: in one of the high bands, and so that all parts become about as high."""
    left = ceil((bottom - start) / (PART * SCALE))
    if left == 1:
        return bottom
    most, ideal = start + PART * SCALE, start + (bottom - start) / left
    reach = {place: high for place, high in cuts.items() if start + PART * SCALE / 3 < place <= most}
    wide = [place for place, high in reach.items() if high >= HIGH * max(reach.values())]
    return min(wide, key=lambda place: abs(place - ideal), default=most)


def bands(picture: Image.Image) -> dict[int, int]:
    """The bands in which nothing but upright lines is drawn, by their middle with their height: rows of pixels that are
    all alike, and nearly all white. What lies between two lines is no band.
    """
    rows = numpy.asarray(picture)
    same = (rows[1:] == rows[:-1]).all(axis=(1, 2)) & ((rows[1:] == 255).all(axis=2).mean(axis=1) > WHITE)
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], same.astype(int), [0])))).reshape(-1, 2)
    found = {}
    for before, (start, end), after in zip([None, *edges], edges, [*edges[1:], None], strict=False):
        is_box = (
            before is not None
            and after is not None  # a bar that is empty but for its outline
            and max(start - before[1], after[0] - end) <= STROKE * SCALE
        )
        if end - start >= BAND * SCALE and not is_box:
            found[int((start + end) // 2)] = int(end - start)
    return found
