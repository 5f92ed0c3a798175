"""Setting documents: signs of the type, data that stay text, several threads at once."""

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from dashboard.documents import handout, svg, typesetter
from tests.accessible_pdf import said
from tests.dashboard.documents.meetings import entry, meeting

TEMPLATES = sorted(typesetter.ROOT.rglob("*.typ"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("æøåÆØÅ – − ≥ «» ●●○ ▲", "æøåÆØÅ – − ≥ «» ●●○ ▲"),
        ("ậ→", "ậ→"),
        ("✓ Opfyldt (★ nu)", "Opfyldt (nu)"),
        ("e\u0328\u0301", "ę\u0301"),
        ("漢字", "??"),
        ("en\ttab\r\nto\x07", "en tab\nto"),
    ],
)
def test_signs_that_the_type_lacks_are_replaced(text: str, shown: str) -> None:
    assert typesetter.printable(text) == shown


@given(st.text(max_size=40))
def test_any_text_becomes_one_in_the_signs_of_the_type(text: str) -> None:
    shown = typesetter.printable(text)
    assert set(shown) <= typesetter.letters()
    assert typesetter.printable(shown) == shown


def test_regular_and_bold_have_the_same_signs() -> None:
    regular, bold = (set(TTFont(path).getBestCmap()) for path in (typesetter.REGULAR, typesetter.BOLD))
    assert regular == bold


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_fetches_a_package(template: Path) -> None:
    assert "@" not in template.read_text(encoding="utf-8")


def test_documents_are_made_in_several_threads_and_each_keeps_its_own_data() -> None:
    meetings = [meeting(entry(), title=f"Møde nummer {number}") for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(handout.pdf, meetings))
    assert all(f"Møde nummer {number}" in said(content) for number, content in enumerate(made))


def test_a_picture_has_two_pixels_for_each_unit() -> None:
    drawn = svg.picture(30, 20, [svg.box(0, 0, 30, 20, "#1f4e87")])
    picture = Image.open(io.BytesIO(typesetter.png(drawn))).convert("RGB")
    assert picture.size == (60, 40)
    assert picture.getpixel((30, 20)) == (0x1F, 0x4E, 0x87)
