"""A page run only for its views: what an item of an agenda points at, ready for a document.

The page's own script is run, so that a document never shows anything else than the page does.
"""

from __future__ import annotations

import logging
import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit

from dashboard.i18n.markdown import shortened, unescaped
from dashboard.i18n.words import N_
from dashboard.ui import address, entrance, navigation
from dashboard.ui.address import Stage
from dashboard.views.view import View
from data.errors import DataError

LOG = logging.getLogger(__name__)
OFFSTAGE = "offstage"  # hidden by the style sheet: what a page writes besides its views
NO_PAGE = N_("Der er ingen side på adressen »{page}«.")
NO_VIEW = N_("Siden har ingen visning med navnet »{name}« til de valg, linket har.")
NO_VIEWS = N_("Siden har ingen visning at tage med.")
NOT_ALLOWED = N_("Siden »{page}« kræver en rolle, som du ikke har.")
FAILED = N_("Siden kunne ikke vises. Åbn linket for at se hvorfor.")


@dataclass
class Gathered:
    """The views of a page, or the one that was asked for, and in words what was wrong with the link."""

    views: list[View] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class Found(Exception):
    """The view that was asked for is made: the rest of the page need not be."""


class Basket(list[View]):
    """Takes up the views of a page, and ends the run at the one that was asked for."""

    def __init__(self, wanted: str | None) -> None:
        super().__init__()
        self.wanted = wanted

    def append(self, view: View) -> None:
        super().append(view)
        if view.key == self.wanted:
            raise Found


class KeptMessages:
    """Stands where a page tells the reader about a wrong link, and keeps what it says."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def warning(self, body: str, /, *, icon: str | None = None) -> None:  # noqa: ARG002
        self.texts.append(unescaped(body))

    error = warning


def nothing(link: str) -> Gathered:
    """What a link to no page of ours gives."""
    return Gathered(remarks=[address.current().words(NO_PAGE, page=shortened(link))])


def views(path: str, choices: Mapping[str, str]) -> Gathered:
    """The views of the page at `path` with the choices of a link; with `vis` among them only the view of that key.

    Never raises for a page that fails: then there are no views, and a remark says so.
    """
    words, found = address.current().words, Gathered()
    wanted = choices.get("vis")
    try:
        script = str(navigation.page(path or navigation.START.path).script)
    except KeyError:
        return nothing(path)
    basket, messages = Basket(wanted), KeptMessages()
    try:
        choice = address.of({**choices, "sprog": words.language}, Stage.FILE, messages)
        if not entrance.may(path or navigation.START.path, choice.dataset):
            found.remarks.append(words(NOT_ALLOWED, page=shortened(path)))
            return found
        with address.standing_in(replace(choice, gathered=basket)), streamlit.container(key=OFFSTAGE):
            runpy.run_path(script)
    except Found:
        pass
    except DataError as error:
        found.remarks.append(error.text.in_language(words.language))
    except Exception:  # a fault of one page must not cost the meeting its document
        LOG.exception("The page %s failed while its views were gathered.", path)
        found.remarks.append(words(FAILED))
    found.views = [view for view in basket if wanted in (None, view.key)]
    found.remarks = [*messages.texts, *found.remarks]
    if not found.views and len(found.remarks) == len(messages.texts):
        found.remarks.append(words(NO_VIEW, name=shortened(wanted)) if wanted else words(NO_VIEWS))
    return found
