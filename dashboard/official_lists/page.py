"""The page of the official lists: a year's areas by how near they are to another answer, and the rules."""

from __future__ import annotations

import streamlit

from dashboard.official_lists import closeness, rules
from dashboard.official_lists.book import book
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice

FEW = 10  # areas with numbers: years with fewer are known from newspapers alone, and no page opens with one


def view(choice: Choice) -> None:
    """The whole page below its title."""
    found, words = book(choice.setting), choice.words
    if not found.years:
        streamlit.markdown(words("Datasættet har ingen regler for officielle lister med tal til."))
        return
    full = [year for year in found.years if len(found.area_ids(year)) >= FEW] or found.years
    years = list(map(str, reversed(found.years)))
    year = int(address.pick("listeaar", words("Listens år"), years, default=str(full[-1])))
    for shown in (closeness.view(choice.setting, year), rules.view(choice.setting)):
        if shown:
            view_layout.show(choice, shown)
