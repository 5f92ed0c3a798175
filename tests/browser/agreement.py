"""Whether a page shows what its address says. While it does not, it must say so: `html[data-behind]`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Error, Page

from tests.patience import PATIENCE

FOUND = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
STILL = "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
SAID = "document.documentElement.dataset.behind !== undefined"
# Noted in every frame: what a reader could see and nothing on the page spoke against.
WATCH = f"""(() => {{
  const disagreements = {FOUND[FOUND.index("() =>") :]}
  window.unsaid = []
  let last = ""
  const look = () => {{
    requestAnimationFrame(look)
    if ({SAID} || !({STILL}) || !document.querySelector("[data-drawn]")) return
    const found = disagreements().join("; ")
    if (found && found !== last) window.unsaid.push(`${{location.pathname}}${{location.search}}: ${{found}}`)
    last = found
  }}
  addEventListener("load", look)
}})()"""


def watch(page: Page) -> None:
    """Note from the next document on what the page shows against its address without saying so."""
    page.add_init_script(WATCH)


def unsaid(page: Page) -> list[str]:
    """What was noted since the document was opened."""
    return page.evaluate("window.unsaid")


def disagreements(page: Page) -> list[str]:
    return page.evaluate(FOUND)


def agree(page: Page, patience: float = PATIENCE) -> None:
    """Wait at most `patience` seconds until the page stands still, speaks against nothing it shows and shows what the
    address says.
    """
    agreed = f"() => ({STILL}) && !({SAID}) && ({FOUND[FOUND.index('() =>') :].rstrip()})().length === 0"
    try:
        page.wait_for_function(agreed, timeout=1000 * patience)
    except Error:
        raise AssertionError(f"{page.url}: {disagreements(page) or 'the page is behind its address'}") from None
