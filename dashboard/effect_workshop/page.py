"""The workshop on the screen: an answer in words, and what it rests on."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.effect_workshop import filters, judging, published, told, views
from dashboard.effect_workshop.material import Asked
from dashboard.i18n.markdown import plain
from dashboard.ui import page_top, view_layout
from dashboard.ui.address import Choice
from data.contracts import Effect


def view(choice: Choice) -> None:
    asked = filters.asked(choice)
    words = choice.words
    if asked is None or not asked.treated:
        page_top.answer(choice, words(told.NO_NUMBERS if asked is None else told.NOBODY))
        nothing_chosen(choice)
        return
    page_top.answer(choice, views.answer(choice.setting, asked))
    everything(choice, asked)


def everything(choice: Choice, asked: Asked) -> None:
    """The picture that answers first, then what speaks for and against it."""
    setting = choice.setting
    made = (
        views.trend(setting, asked),
        views.placebo(setting, asked),
        judging.sizes(setting, asked),
        judging.doubts(setting, asked),
        judging.balance(setting, asked),
        views.areas(setting, asked),
    )
    for shown in made:
        if shown is not None:
            view_layout.show(choice, shown)


def nothing_chosen(choice: Choice) -> None:
    """What is shown instead: the effects that sources give, and what is missing to reckon anew."""
    lack = published.missing(shelf.book(choice.version), choice.words)
    if lack and choice.has_controls:
        streamlit.markdown(plain(lack))
    if store.rows(choice.version, Effect):
        view_layout.show(choice, published.effects(choice.setting))
