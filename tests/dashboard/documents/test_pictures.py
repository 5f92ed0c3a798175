"""Charts as pictures: with the machine's browser, without one, and with one that fails."""

import asyncio
import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from plotly.graph_objects import Figure

from dashboard.documents import pictures
from dashboard.documents.pictures import FAILED, HEIGHT, MISSING, PART, SCALE, WIDTH, Camera, framed, parts
from dashboard.documents.records import Picture
from tests.dashboard.documents.meetings import bars, picture
from tests.patience import PATIENCE


@pytest.mark.browser
@pytest.mark.skipif(pictures.browser() is None, reason="no browser on this machine")
def test_one_browser_takes_all_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("OPENING", "DRAWING", "CLOSING"):
        monkeypatch.setattr(pictures, limit, PATIENCE)
    with Camera() as camera:
        taken = [camera.take(bars(), "Søjler"), camera.take(Figure(layout={"width": 300, "height": 200}), "Tom")]
    (chart,), (empty,) = taken
    assert (chart.alt, chart.width, chart.height) == ("Søjler", WIDTH, HEIGHT)
    with Image.open(io.BytesIO(chart.png)) as drawn:
        assert drawn.size == (WIDTH * SCALE, HEIGHT * SCALE)
        assert len(drawn.convert("RGB").getcolors(1 << 24)) > 2  # bars on a ground, with type
    assert Image.open(io.BytesIO(empty.png)).size == (300 * SCALE, 200 * SCALE)


@pytest.mark.parametrize("path", ["", "/nowhere/chromium", "/etc/passwd"])
def test_without_a_browser_there_is_no_picture_and_a_sentence_says_why(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", path)
    with Camera() as camera:
        assert camera.take(bars(), "Søjler") == []
        assert camera.problem == MISSING


def test_a_browser_that_fails_gives_no_picture_and_the_next_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "chromium"
    fake.write_text("#!/bin/sh\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(fake))
    monkeypatch.setattr(pictures, "OPENING", 2)
    for _ in range(2):
        with Camera() as camera:
            assert camera.take(bars(), "Søjler") == []
            assert camera.problem == FAILED


class Dying:
    """Stands for Kaleido whose browser is killed while it draws: what waits for the browser is cancelled."""

    def __init__(self, **_: object) -> None:
        pass

    async def open(self) -> None:
        pass

    async def calc_fig(self, *_: object, **__: object) -> bytes:
        raise asyncio.CancelledError

    close = open


def test_a_browser_that_dies_while_it_draws_costs_its_pictures_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", sys.executable)
    monkeypatch.setattr("kaleido.Kaleido", Dying)
    with Camera() as camera:
        assert camera.works
        assert camera.take(bars(), "Søjler") == []
        assert (camera.works, camera.problem) == (False, FAILED)


def test_the_figure_of_the_page_is_left_as_it_is() -> None:
    figure = bars()
    shown, width, height = framed(figure)
    assert (width, height) == (WIDTH, HEIGHT)
    assert shown.layout.font.family == pictures.FONT
    assert figure.layout.height == 680
    assert framed(bars(1500))[1:] == (pictures.NARROW, 1500)


def rows_of_bars(count: int) -> Picture:
    """A tall picture: every 200 CSS pixels a bar of 100, between them white, and one upright line all the way."""
    drawn = Image.new("RGB", (400 * SCALE, 200 * SCALE * count), "white")
    pencil = ImageDraw.Draw(drawn)
    for row in range(count):
        top = (row * 200 + 50) * SCALE
        pencil.rectangle([0, top, 300 * SCALE, top + 100 * SCALE], fill="#1f4e87")
    pencil.line([350 * SCALE, 0, 350 * SCALE, drawn.height], "#000000")
    content = io.BytesIO()
    drawn.save(content, "PNG")
    return Picture(content.getvalue(), "Bjælker", 400, 200 * count)


def test_a_tall_picture_is_cut_between_its_rows() -> None:
    found = parts(rows_of_bars(8))
    assert [part.alt for part in found] == [f"Bjælker ({n}/{len(found)})" for n in range(1, len(found) + 1)]
    assert sum(part.height for part in found) == pytest.approx(1600, abs=len(found))
    assert all(part.is_part and part.height <= PART for part in found)
    for part in found:
        with Image.open(io.BytesIO(part.png)) as drawn:
            assert drawn.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
            assert drawn.convert("RGB").getpixel((0, drawn.height - 1)) == (255, 255, 255)


def test_a_bar_that_is_only_an_outline_is_not_cut() -> None:
    drawn = Image.new("RGB", (400 * SCALE, 1000 * SCALE), "white")
    ImageDraw.Draw(drawn).rectangle([0, 300 * SCALE, 300 * SCALE, 700 * SCALE], outline="#c9d2dc", width=2)
    assert [place for place in pictures.bands(drawn) if 300 * SCALE < place < 700 * SCALE] == []
    assert len(pictures.bands(drawn)) == 2


def test_a_tall_picture_without_a_place_to_cut_is_cut_all_the_same() -> None:
    content = io.BytesIO()
    Image.effect_noise((40 * SCALE, 1500 * SCALE), 90).save(content, "PNG")
    assert [part.height for part in parts(Picture(content.getvalue(), "", 40, 1500))] == [660, 660, 180]


def test_a_low_picture_stays_whole() -> None:
    whole = picture()
    assert parts(whole) == [whole]
