"""The frame of every page: a menu in one row, the page that is open named, a link that skips the menu, and a projector
without either.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.ui.navigation import grouped
from tests.browser.finders import choose_page, fits_the_screen, open_page, settled
from tests.browser.visitors import visitor

ON_TOP = """link => { const { left, top, width, height } = link.getBoundingClientRect()
  return link.contains(document.elementFromPoint(left + width / 2, top + height / 2)) }"""
TOPS = "links => [...new Set(links.map(link => Math.round(link.getBoundingClientRect().top)))].length"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 768), (390, 844), (320, 640)])
def test_the_menu_is_one_row(page: Page, language: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"/moede?sprog={language}")
    words = page.locator(".st-key-menu nav").locator("ul > li > :is(a, button):visible")
    expect(words).to_have_count(len(grouped()))
    assert words.evaluate_all(TOPS) == 1
    expect(page.locator(".st-key-menu nav").locator("ul > li > :is(a, button)[aria-current]").first).to_be_in_viewport()
    fits_the_screen(page)
    if width >= 1024:
        right = page.locator(".st-key-menu nav").evaluate("nav => nav.getBoundingClientRect().right")
        assert words.last.evaluate("word => word.getBoundingClientRect().right") <= right


def test_a_group_stays_open_where_the_page_draws_the_menu_anew(page: Page) -> None:
    open_page(page, "/data")
    menu = page.locator(".st-key-menu nav")
    anew = menu.evaluate("nav => nav.outerHTML")
    menu.get_by_role("button", name="Indsatser").click()
    menu.evaluate("(nav, anew) => { nav.outerHTML = anew }", anew)
    expect(menu.get_by_role("link", name="Strategi")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="Strategi")).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 640)])
def test_every_page_is_two_steps_away(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, "/data")
    for group, pages in grouped():
        if len(pages) == 1:
            expect(page.locator(".st-key-menu nav").get_by_role("link", name=pages[0].title)).to_be_visible()
            continue
        button = page.locator(".st-key-menu nav").get_by_role("button", name=group.title)
        button.click()
        for record in pages:
            link = page.locator(".st-key-menu nav").get_by_role("link", name=record.title)
            expect(link).to_be_in_viewport()
            assert link.evaluate(ON_TOP)
        fits_the_screen(page)
        button.click()
        expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_works_by_the_keyboard_alone(page: Page) -> None:
    open_page(page, "/data")
    menu = page.locator(".st-key-menu nav")
    figures, efforts = menu.get_by_role("button", name="Tal"), menu.get_by_role("button", name="Indsatser")
    figures.focus()
    page.keyboard.press("Enter")
    expect(figures).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(menu.get_by_role("link", name="Områdekort")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(menu.get_by_role("link", name=grouped()[0][1][-1].title)).to_be_focused()
    page.keyboard.press("Escape")
    expect(figures).to_be_focused()
    expect(figures).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowRight")
    expect(efforts).to_be_focused()
    page.keyboard.press("Space")
    expect(efforts).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Strategi")
    expect(efforts).to_have_attribute("aria-current", "true")
    expect(efforts).to_have_attribute("aria-expanded", "false")


def test_a_group_closes_when_the_reader_goes_elsewhere(page: Page) -> None:
    open_page(page, "/data")
    button = page.locator(".st-key-menu nav").get_by_role("button", name="Indsatser")
    button.click()
    page.get_by_test_id("stMain").click(position={"x": 8, "y": 600})  # beside the text
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    page.locator(".st-key-menu nav").get_by_role("button", name="Data").focus()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_head_is_one_row_at_1280(page: Page) -> None:
    open_page(page, "/data")
    box = page.locator(".st-key-head").bounding_box()
    assert box
    assert box["height"] <= 56


def test_the_menu_marks_the_page_that_is_open_and_keeps_choices(page: Page) -> None:
    open_page(page, "/strategi?sprog=en")
    current = page.locator(".st-key-menu nav").locator("[aria-current='page']")
    expect(current).to_have_text("Strategy")
    choose_page(page, "Project bank")
    expect(current).to_have_text("Project bank")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Project bank")


def test_the_skip_link_skips_the_menu(page: Page) -> None:
    open_page(page, "/succeskriterier")
    page.get_by_role("link", name="Spring til indhold").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Vælg kriterier")).to_be_focused()


def test_a_projector_shows_neither_menu_nor_filters_and_can_be_left(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_page(page, "/succeskriterier?visning=projektor")
    expect(page.locator(".st-key-head")).to_be_visible()
    expect(page.locator(".st-key-menu nav")).to_be_hidden()
    expect(page.get_by_role("button", name="Vælg kriterier")).to_have_count(0)
    page.locator(".st-key-visning label").click()
    expect(page.locator(".st-key-menu nav")).to_be_visible()
    expect(page.get_by_role("button", name="Vælg kriterier")).to_be_visible()


def test_the_contents_lead_to_each_view_by_the_keyboard(page: Page) -> None:
    open_page(page, "/sigtelser")
    links = page.get_by_role("navigation", name="På siden").get_by_role("link")
    last = links.last.inner_text()
    links.last.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=2, name=last)
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    folded = page.get_by_role("navigation", name="På siden").get_by_role(
        "link", name="Ændring i antal mistanker mod børn"
    )
    folded.click()
    expect(page.get_by_role("heading", level=2, name="Ændring i antal mistanker mod børn")).to_be_focused()
    assert page.url.endswith("/sigtelser")


def test_no_heading_is_larger_than_one_above_it(page: Page) -> None:
    for path in ("sigtelser", "succeskriterier?form=kort"):
        open_page(page, f"/{path}")
        sizes = [
            page.locator(f"[data-testid='stMain'] h{level}").evaluate_all(
                "nodes => nodes.map(node => parseFloat(getComputedStyle(node).fontSize))"
            )
            for level in (1, 2, 3)
        ]
        assert min(sizes[0]) >= max(sizes[1])
        assert min(sizes[1]) >= max(sizes[2], default=0)


def test_bars_that_are_compared_are_as_long_as_their_numbers(page: Page) -> None:
    open_page(page, "/sigtelser")
    bars = page.locator("[class*='st-key-view-change-'] .barlayer .point path")
    expect(bars).to_have_count(5)
    widths = bars.evaluate_all("paths => paths.map(path => path.getBBox().width)")
    per_cent = [width / value for width, value in zip(widths, (33.3, 16, 24, 16, 38), strict=True)]
    assert max(per_cent) / min(per_cent) < 1.03


def test_no_text_of_a_chart_lies_on_another_on_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, "/sigtelser")
    charts = page.locator("[class*='st-key-view-']:not([class*='view-more']) .js-plotly-plot")
    expect(charts.first.locator(".xtick text").first).to_be_attached()
    for chart in charts.all():
        boxes = chart.locator(".main-svg text:visible").evaluate_all(
            "nodes => nodes.map(node => { const box = node.getBoundingClientRect(); "
            "return [node.textContent, box.left, box.top, box.right, box.bottom] })"
        )
        met = [
            (one[0], other[0])
            for number, one in enumerate(boxes)
            for other in boxes[number + 1 :]
            if one[1] + 1 < other[3] and other[1] + 1 < one[3] and one[2] + 3 < other[4] and other[2] + 3 < one[4]
        ]
        assert met == []


def test_a_dark_page_is_printed_on_white(browser: Browser, server: str) -> None:
    with visitor(browser, server, color_scheme="dark") as page:
        open_page(page, "/sigtelser")
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", level=1)).to_have_css("color", "rgb(27, 42, 58)")
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_table_too_long_for_paper_says_so_there(page: Page) -> None:
    open_page(page, "/behov?datasaet=example")
    grid = page.get_by_test_id("stDataFrame").filter(visible=True).first
    expect(grid).to_be_visible()
    expect(page.locator(".on-paper").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_test_id("stDataFrame").filter(visible=True)).to_have_count(0)
    expect(page.locator(".on-paper").first).to_contain_text("er for lang til papir")
    for control in ("Del", "Føj til dagsorden"):
        expect(page.get_by_role("button", name=control, exact=True)).to_have_count(0)


def test_the_servers_picture_of_the_map_is_seen_without_any_script(browser: Browser, server: str) -> None:
    with visitor(browser, server, java_script_enabled=False) as page:
        page.goto("/")
        expect(page.locator("#first-picture svg")).to_be_visible()


def test_the_servers_picture_of_the_map_gives_way_to_the_map(page: Page) -> None:
    assert '<div id="first-picture">' in page.goto("/").text()
    expect(page.locator(".area-map .point").first).to_be_visible()
    expect(page.locator("#first-picture")).to_have_count(0)
