"""What the document names for the browser to fetch early."""

import re
from pathlib import Path

from dashboard.ui import assets, navigation
from dashboard.web import preload


def hrefs(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


def test_imports_are_followed_to_the_end(tmp_path: Path):
    (tmp_path / "a.js").write_text('import { b } from "./b.js"\nimport "./sub/c.js"\nimport x from "elsewhere"')
    (tmp_path / "b.js").write_text("import{d as e}from'./a.js';")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.js").write_text('import "../d.js"\nimport "./e.js"')
    (tmp_path / "d.js").write_text("")
    (tmp_path / "sub" / "e.js").write_text("")
    found = preload.imported(tmp_path, ["a.js", "missing.js"])
    assert found == ["a.js", "b.js", "sub/c.js", "d.js", "sub/e.js"]


def test_the_map_opens_with_its_scripts_styles_and_files():
    named = hrefs(preload.links("/", "da", []))
    leaflet = "vendor/leaflet/leaflet.js"
    for script in ("map/map.js", "shared/visit.js", leaflet, "search/search.js", "map/map.css"):
        assert assets.url(script) in named
    assert any(re.fullmatch(r"/filer/published/\w+/geometry-municipality\.json", url) for url in named)
    assert any(url.startswith("/kortkatalog/published/") for url in named)


def test_streamlits_script_for_elements_comes_with_them_and_what_the_document_asks_for_is_not_named_twice(
    tmp_path: Path,
):
    assert any("/static/js/BidiComponent." in url for url in hrefs(preload.links("/", "da", [])))
    scripts = tmp_path / "static" / "js"
    scripts.mkdir(parents=True)
    (scripts / "Part.x1.js").write_text('import{a}from"./base.x2.js";import"./own.x3.js"')
    (scripts / "base.x2.js").write_text("")
    (scripts / "own.x3.js").write_text("")
    (tmp_path / "index.html").write_text('<link rel="modulepreload" href="./static/js/base.x2.js">')
    assert preload.parts(tmp_path, ["Part", "Gone"]) == ["/static/js/Part.x1.js", "/static/js/own.x3.js"]


def test_a_link_that_opens_other_files_names_none():
    assert not any("/filer/" in url for url in hrefs(preload.links("/kort", "da", ["indikator"])))
    assert any("/filer/" in url for url in hrefs(preload.links("/kort", "en", ["omraade", "sprog"])))


def test_a_page_without_elements_names_nothing():
    assert preload.links("/data", "da", []) == ""


def test_every_page_named_exists():
    paths = {page.path for page in navigation.PAGES}
    assert {*preload.ELEMENTS, *preload.STYLES} <= paths


def test_the_start_page_brings_a_picture_of_its_map_and_its_headline():
    drawn = preload.first_picture("/", "en", ["sprog"])
    assert "<svg" in drawn
    assert "New on the list of" in drawn
    assert "<svg" in preload.first_picture("/kort", "da", [])


def test_no_picture_where_another_page_or_something_else_is_asked_for():
    assert preload.first_picture("/data", "da", []) == ""
    for chosen in ("indikator", "omraade", "visning", "datasaet"):
        assert preload.first_picture("/kort", "da", [chosen]) == ""
