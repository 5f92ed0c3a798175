"""Success criteria as cards on the screen: what each is, and the ways on from it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit

from dashboard.charts import theme
from dashboard.criteria.cards import CriterionCard
from dashboard.criteria.filters import ALL
from dashboard.i18n.markdown import plain
from dashboard.ui import links, view_layout
from dashboard.ui.address import Choice

CARD_WIDTH = {False: 356, True: 540}  # in CSS pixels, by projector: three beside each other at 1280 and at 1920


def card_grid(choice: Choice, cards: Iterable[CriterionCard], key: str) -> None:
    """The cards, as many beside each other as fit."""
    width = CARD_WIDTH[choice.projector]
    with streamlit.container(horizontal=True, key=f"cards-{key}"):
        for card in cards:
            with streamlit.container(border=True, width=width, gap="xsmall", key=f"card-{key}-{card.criterion_id}"):
                streamlit.subheader(plain(card.criterion), anchor=False)
                facts_of(choice, card)
                with streamlit.container(horizontal=True, gap="xsmall"):
                    onward_links(choice, card)


def facts_of(choice: Choice, card: CriterionCard) -> None:
    """Status, target, what is reached and by whom, and what it rests on."""
    words = choice.words
    marks = [view_layout.badge(card.status_text, theme.STATUS_COLOURS[card.verdict])]
    marks += [
        view_layout.badge(mark, theme.STATUS_COLOURS["not_met_yet"])
        for mark in (card.historical, card.stale, card.few)
        if mark
    ]
    streamlit.markdown(" ".join(marks))
    pairs = (
        (words("Målgruppe"), card.target_group),
        (words("Mål"), card.target_text),
        (words("Udgangspunkt"), card.baseline),
        (words("Nået"), ", ".join(filter(None, [card.value, card.derived]))),
        (words("Opgjort"), card.as_of),
        (words("Manuel vurdering"), card.judgement),
    )
    streamlit.markdown("  \n".join(f"**{name}:** {plain(text)}" for name, text in pairs if text))
    if card.share is not None:
        streamlit.progress(min(max(card.share, 0.0), 1.0), plain(card.way_text))
    if card.parts:
        streamlit.markdown("\n".join(f"- {plain(f'{part.project}: {part.text}')}" for part in card.parts))
    streamlit.markdown(plain(" ".join(filter(None, [card.reason, card.note, card.page]))))


def onward_links(choice: Choice, card: CriterionCard) -> None:
    """To the whole criterion, its goal and its projects."""
    if not choice.has_controls:
        return
    if choice.address.get("kriterium", ALL) == ALL:
        links.page_link(
            choice, "succeskriterier", choice.words("Hele kriteriet"), ":material/zoom_in:", kriterium=card.criterion_id
        )
    if card.goal:
        links.item_link(choice, "strategi", plain(card.goal), ":material/flag:", maal=card.goal_id)
    for part in card.parts:
        links.item_link(choice, "projekter", plain(part.project), ":material/inventory_2:", projekt=part.project_id)
