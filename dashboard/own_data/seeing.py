"""Step 4: what readers would see, before they do: what is hidden and why, what differs, and the draft's own pages."""

from __future__ import annotations

import streamlit

from dashboard.i18n.markdown import plain
from dashboard.own_data import previews, told
from dashboard.own_data.desk import Desk
from dashboard.ui import view_layout
from dashboard.ui.address import Choice


def step(choice: Choice, desk: Desk) -> None:
    words, trial = choice.words, desk.trial
    streamlit.header(words("4. Se, før du udgiver"), anchor=False)
    if trial is None or desk.shown is None or desk.difference is None:
        streamlit.info(plain(words("Kladden kan ses, når fejlene er rettet.")))
        return
    names = told.Names.of(trial)
    streamlit.subheader(words("Det, der ændres for læserne"), anchor=False)
    streamlit.markdown(plain(told.changes(desk.difference, words)))
    for title, changes in (
        (words("De ti største ændringer"), desk.difference.largest),
        (words("Vurderinger og status, der skifter"), desk.difference.flips),
    ):
        if changes:
            streamlit.markdown(f"**{plain(title)}**")
            view_layout.grid(names.table(changes, words), told.columns(words), words, title)
    streamlit.subheader(words("Det, der ikke vises"), anchor=False)
    hidden = told.hidden(trial, names, words)
    streamlit.markdown(plain(told.hidden_sentence(bool(len(hidden)), words)))
    if len(hidden):
        view_layout.grid(hidden, told.hidden_columns(words), words, words("Det, der ikke vises"))
    streamlit.subheader(words("Kladdens kort, udvikling, profil og succeskriterier"), anchor=False)
    previews.show(choice, desk.shown)
