"""Egne data on the screen: five steps, each shown when the one before it has been taken."""

from __future__ import annotations

import streamlit

from dashboard.access import handing_in, readers
from dashboard.i18n.markdown import plain
from dashboard.own_data import checking, handed, publishing, recognised, seeing
from dashboard.own_data.desk import Desk
from dashboard.own_data.handed import KEPT
from dashboard.ui import entrance
from dashboard.ui.address import Choice
from data.errors import DataError


def view(choice: Choice) -> None:
    """The steps. Nothing where the page is off, or in a meeting, a frame or a file."""
    words, folder = choice.words, handing_in.folder()
    if folder is None or not choice.has_controls:
        streamlit.info(plain(words("Her kan der ikke afleveres tal.")))
        return
    if not entrance.may(handing_in.PAGE, choice.dataset):
        return
    streamlit.markdown(
        plain(
            words(
                "Her bliver kommunens regneark og kort til et datasæt i barometeret. Intet vises for læserne, før du "
                "udgiver, og alt kan fortrydes."
            )
        )
    )
    desk: Desk | None = streamlit.session_state.get(KEPT)
    if desk is not None and not desk.draft.handed.is_dir():  # cleaned away meanwhile
        desk = None
        streamlit.session_state.pop(KEPT)
        streamlit.warning(plain(words("Kladden er ryddet op. Aflever filerne igen.")))
    who = readers.current().name  # a proposal for who publishes
    try:
        desk = handed.step(choice, folder, desk)
        if desk is None:
            streamlit.session_state.pop(KEPT, None)
        else:
            streamlit.session_state[KEPT] = desk
            if desk.trial is not None:
                recognised.step(choice, desk)
                checking.step(choice, desk, who)
                seeing.step(choice, desk)
                publishing.step(choice, desk, who)
        publishing.versions_shown(choice, who)
    except DataError as problem:
        streamlit.error(plain(problem.text.in_language(choice.language)))
    except OSError as problem:  # a full disk, or a folder that the server may not write to
        streamlit.error(plain(words("Der kunne ikke skrives på serveren: {why}", why=problem.strerror or "")))
