"""The pictures of the guide for own figures, from the product's own engine and command.

    python -m tests.guide_pictures      writes docs/pictures/egne-data-*.png

A folder as Danish offices have them is recognised and checked; what the command prints, and how a worksheet was read,
are drawn in a browser.
"""

from __future__ import annotations

import html
import io
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console

from dashboard.prepare import intake_command
from dashboard.prepare.intake import Trial
from data.intake import engine
from data.intake.draft import Draft
from data.intake.picture import Picture, PictureCell
from data.intake.picture import picture as picture_of
from data.intake.plans import ROLES, Role
from tests import danish_office

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
ROWS, COLUMNS, LINES, LETTERS = 8, 7, 34, 96  # that a picture shows
LONGEST = 200  # rows of a worksheet
COLOURS = {
    Role.TITLE: "#e4e4f4",
    Role.HEADING: "#cfe0f3",
    Role.AREA: "#d3ecd3",
    Role.KEY: "#e6f1da",
    Role.NUMBER: "#fff3c9",
    Role.SIGN: "#ffdcb0",
    Role.TOTAL: "#e3e3e3",
    Role.FOOTNOTE: "#eeeeee",
    Role.UNUSED: "#f6f6f6",
    Role.EMPTY: "#ffffff",
}
STYLE = (
    "body{margin:0;padding:12px;display:inline-block;font:14px sans-serif;color:#17202a;background:#fff}"
    "table{border-collapse:collapse}td{border:1px solid #b8c2cc;padding:4px 8px;vertical-align:top}"
    "small{display:block;color:#3d4a58}pre{margin:0;font:13px/1.35 monospace}"
)


def write(folder: Path) -> list[Path]:
    """Write the pictures into a folder; the files written."""
    with tempfile.TemporaryDirectory() as handed:
        draft = engine.draft(danish_office.write(Path(handed) / "indleveret"))
    pages = {"egne-data-ark": worksheet(draft), "egne-data-kontrol": command(draft)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": 900, "height": 700})
        written = [shot(page, body, folder / f"{name}.png") for name, body in pages.items()]
        browser.close()
    return written


def shot(page: Page, body: str, path: Path) -> Path:
    page.set_content(f"<style>{STYLE}</style><body>{body}</body>")
    page.locator("body").screenshot(path=path)
    return path


def worksheet(draft: Draft) -> str:
    """The worksheet that has most kinds of cells, each with its role in colour and word."""
    picture = max((picture_of(plan, LONGEST) for plan in draft.plans), key=lambda each: (len(each.roles), each.name))
    return f"<p><b>{html.escape(picture.name)}</b></p><table>{''.join(_row(row) for row in _ends(picture))}</table>"


def _ends(picture: Picture) -> list[tuple[PictureCell, ...]]:
    """The first rows and the last three, where totals and footnotes stand."""
    return [*picture.rows[:ROWS], *[row for row in picture.rows[ROWS:] if any(cell.written for cell in row)][-3:]]


def _row(row: tuple[PictureCell, ...]) -> str:
    cells = (
        f'<td style="background:{COLOURS[cell.role]}">{html.escape(cell.written)}'
        f"<small>{html.escape(ROLES[cell.role].da)}</small></td>"
        for cell in row[:COLUMNS]
    )
    return f"<tr>{''.join(cells)}</tr>"


def command(draft: Draft) -> str:
    """What `check` prints."""
    console = Console(file=io.StringIO(), record=True, width=LETTERS, highlight=False)
    intake_command.show(Trial(draft, None, b""), console)
    lines = console.export_html(inline_styles=True, code_format="{code}").splitlines()
    shown = "\n".join(lines[:LINES])
    return f"<pre>{shown}\n…</pre>"


if __name__ == "__main__":
    for path in write(FOLDER):
        print(path)
