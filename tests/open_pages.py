"""Open every page of the project in the working directory and print what they say, as JSON by path.

    python -m tests.open_pages sprog=de

Run in a process of its own: a copy of the project cannot be imported beside the project itself.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from dashboard.ui.navigation import PAGES
from tests.pages.test_pages import run


def said(app: AppTest) -> str:
    """Every text and every option on the page, a table's cells too."""
    texts: list[str] = []
    for element in app.main:
        if isinstance(element, Element):
            texts += [str(getattr(element, name, "")) for name in ("label", "value", "options", "body")]
    texts += [link.proto.label for link in app.get("page_link")]
    return "\n".join(texts)


def main() -> None:
    query = dict(argument.split("=", 1) for argument in sys.argv[1:])
    told = {}
    for page in PAGES:
        app = run(Path.cwd(), page, **query)
        faults = [error.value for error in (*app.exception, *app.error)]
        told[page.path] = {"title": app.title[0].value if app.title else "", "faults": faults, "said": said(app)}
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main()
