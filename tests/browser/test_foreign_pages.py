"""Pages over data and addresses that somebody has filled with links, pictures, colours and formulas. That all pages
guard their texts, tests/pages/test_foreign_texts.py sees; here is what a browser makes of some of them.
"""

import shutil
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests import foreign
from tests.browser.finders import open_page
from tests.browser.server import ROOT, running

PARTS = ("dashboard", "pages", "data", "geo", ".streamlit")
LEFT_OUT = shutil.ignore_patterns("prepared", "source", "__pycache__")
EXISTING = {"omraade": {"omraade": "taastrupgaard"}}
FOUND = """host => {
  const all = selector => [...document.querySelectorAll(selector)]
  return {
    links: all("a[href]").map(link => link.href).filter(href => new URL(href).host !== host),
    pictures: all("[data-testid='stMarkdownContainer'] img").length,
    formulas: all("p .katex").length,
    colours: all(".stMarkdownColoredText, .stMarkdownBadge, .stMarkdownShimmer, [class*='stMarkdown'] [style*='red']")
      .length,
  }
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product over foreign data, in a copy of its folders."""
    folder = tmp_path_factory.mktemp("foreign")
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=LEFT_OUT)
    shutil.copy(ROOT / "streamlit_app.py", folder)
    foreign.publish(ROOT / "data" / "prepared", "published", folder / "data" / "prepared")
    with running(folder) as address:
        yield address


@pytest.mark.parametrize("path", ["kort", "omraade", "projekter", "moede"])
def test_a_page_shows_foreign_texts_as_texts(page: Page, server: str, path: str) -> None:
    asked = {**foreign.choices(path), **EXISTING.get(path, {})}
    open_page(page, f"/{path}?{urlencode(asked)}")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.get_by_test_id("stAlert").first).to_contain_text("ukendt valg")
    found = page.evaluate(FOUND, server.removeprefix("http://"))
    assert found == {"links": [], "pictures": 0, "formulas": 0, "colours": 0}
