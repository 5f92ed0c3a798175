"""The draft's own map, trend, profile and scorecard, drawn by the pages that readers will see them on."""

from __future__ import annotations

import base64
import html
from dataclasses import replace

import streamlit

from dashboard import store
from dashboard.area_map import choices, document
from dashboard.area_map.subject import subject
from dashboard.area_profile import number_views
from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.criteria import page as criteria
from dashboard.i18n.markdown import plain
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice, Stage
from dashboard.views.view import View
from data.contracts import Criterion, Observation
from data.versions import Version


def show(choice: Choice, shown: Version) -> None:
    """The views of a version that only this page can read."""
    words, atlas = choice.words, shelf.book(shown)
    measured = dict.fromkeys(row.area_id for row in store.rows(shown, Observation))
    names = {area_id: atlas.names[area_id] for area_id in measured if area_id != COUNTRY}
    tabs = streamlit.tabs([words("Kort"), words("Område"), words("Succeskriterier")])
    with tabs[0]:
        indicator = streamlit.selectbox(
            words("Indikator"),
            list(atlas.indicator_ids),
            format_func=lambda name: words.text(atlas.indicators[name].name),
            key="own-data-indicator",
        )
        draw(choice, area_map(of_version(choice, shown, indikator=indicator), atlas))
    with tabs[1]:
        area = streamlit.selectbox(words("Område"), list(names), format_func=names.__getitem__, key="own-data-area")
        there = of_version(choice, shown).setting
        for view in (number_views.numbers(there, area), number_views.trends(there, area)) if area else ():
            draw(choice, view)
    with tabs[2]:
        draw(choice, scorecard(of_version(choice, shown)))


def of_version(choice: Choice, shown: Version, **asked: str) -> Choice:
    """The choices of a page that is made for the draft, as for a file: without controls, links and downloads."""
    return replace(
        choice, dataset=shown.dataset, version=shown, address=asked, stage=Stage.FILE, gathered=[], slot=None
    )


def area_map(choice: Choice, atlas: Atlas) -> View:
    with address.standing_in(choice):
        chosen = choices.read(choice, atlas, COUNTRY)
        drawn = subject(choice.version, atlas, chosen, choice.words)
        return document.view(choice.version, atlas, chosen, drawn, choice.words)


def scorecard(choice: Choice) -> View | None:
    if not store.rows(choice.version, Criterion):
        return None
    with address.standing_in(choice):
        criteria.page(choice)
    return choice.gathered[0] if choice.gathered else None


def draw(choice: Choice, view: View | None) -> None:
    """A view with its picture, its source and its table."""
    words = choice.words
    if view is None:
        streamlit.info(plain(words("Det er der ingen tal til i kladden.")))
        return
    view_layout.head(view, words)
    if view.picture:
        drawn = base64.b64encode(view.picture().encode()).decode()
        alt = html.escape(view.alt)
        streamlit.html(f'<img alt="{alt}" style="width:100%" src="data:image/svg+xml;base64,{drawn}">')
    streamlit.caption(plain(view.source))
    if not (view.picture or view.charts):
        view_layout.table(view, words)
    elif (folded := view_layout.table_fold(choice, f"draft-{view.key}")).open:
        with folded:
            view_layout.table(view, words)
