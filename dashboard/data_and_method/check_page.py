"""The Streamlit side of checking a number: the link that names one, and the controls to find another."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.data_and_method import check, check_criterion
from dashboard.data_and_method.check import Checked
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from dashboard.views import tables
from dashboard.views.kept import Setting, kept
from data import number_key, query
from data.contracts import Observation
from data.number_key import Unknown

KEY = "tal"
OF_AREAS = "tal_omraade"  # of the control alone, which writes `tal`


def asked(choice: Choice) -> Checked | None:
    """The number that the address names; None without one, and of a wrong name, which is told of."""
    text = choice.address.get("tal", "")
    if not text or text.startswith(check_criterion.PREFIX):
        return None
    found = check.find(choice.setting, text)
    if isinstance(found, Unknown):
        choice.messages.warning(plain(check.wrong(found, choice.words)))
        return None
    return found


def result(choice: Choice) -> None:
    """What is reached on the criterion that the address names, in full; nothing where it names none."""
    text, words = choice.address.get("tal", ""), choice.words
    if not text.startswith(check_criterion.PREFIX):
        return
    if check_criterion.find(choice.setting, text):
        view_layout.show(choice, check_criterion.view(choice.setting, text))
    else:
        choice.messages.warning(words("Linket peger på et succeskriterium, der ikke findes i datasættet."))


def number(choice: Choice, found: Checked) -> None:
    """The number in full, under the controls to find another of the indicator."""
    controls(choice, found.row.indicator_id, found.row)
    view_layout.show(choice, check.view(choice.setting, number_key.name(found.row)))


def offer(choice: Choice, indicator_id: str) -> None:
    """The way to a first number."""
    if choice.has_controls and by_area(choice.setting, indicator_id):
        with view_layout.fold(choice, choice.words("Efterprøv et tal")):
            streamlit.markdown(
                choice.words("Ved hvert tal i en tabel står »Efterprøv«. Her kan et tal for indikatoren findes:")
            )
            controls(choice, indicator_id, None)


def controls(choice: Choice, indicator_id: str, shown: Observation | None) -> None:
    """The areas that have numbers of an indicator, and the numbers of the one that is shown."""
    words, numbers = choice.words, by_area(choice.setting, indicator_id)
    names = shelf.facts(choice.version).names
    areas = sorted(numbers, key=lambda area_id: query.danish_order(names[area_id]))
    book = shelf.book(choice.version)

    def area_name(area_id: str) -> str:
        return book.area_label(area_id, words) if area_id in book.areas else names.get(area_id, words("vælg et område"))

    address.control(
        OF_AREAS,
        words("Område"),
        areas if shown else ["", *areas],
        shown.area_id if shown else "",
        area_name,
        streamlit.selectbox,
        lambda area_id: {KEY: number_key.name(numbers[area_id][0]) if area_id else None},
    )
    if shown:
        of_area = {number_key.name(row): row for row in numbers[shown.area_id]}
        several = len({row.source_id for row in of_area.values()}) > 1
        titles = tables.source_names(shelf.facts(choice.version).sources) if several else {}
        address.control(
            KEY,
            words("Tal"),
            list(of_area),
            number_key.name(shown),
            lambda name: described(of_area[name], titles.get(of_area[name].source_id, ""), words),
            streamlit.selectbox,
        )


@kept
def by_area(setting: Setting, indicator_id: str) -> dict[str, tuple[Observation, ...]]:
    """The numbers of an indicator by area, the newest first."""
    found: dict[str, list[Observation]] = {}
    for row in store.rows(setting.version, Observation):
        if row.indicator_id == indicator_id and row.source_id:
            found.setdefault(row.area_id, []).append(row)
    return {
        area_id: tuple(sorted(rows, key=lambda row: (-row.period_end, row.period_start, row.breakdown != "all")))
        for area_id, rows in found.items()
    }


def described(row: Observation, source: str, words: Words) -> str:
    """2019, 15–17 år, voldsforbrydelser: what tells a number from others of its area."""
    parts = (
        words.period(row.period_start, row.period_end),
        "" if row.age_group == "all" else labels.age_group(row.age_group, words),
        "" if row.breakdown == "all" else labels.codes(labels.BREAKDOWNS, row.breakdown, words),
        row.edition,
        source,
    )
    return ", ".join(filter(None, parts))
