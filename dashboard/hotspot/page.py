"""The hotspot manager's board on the screen: the checklist, the work by quarter, under and over 18, and the areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.hotspot import ages, checklist, hub, process
from dashboard.hotspot.ages import Results, SideLine
from dashboard.hotspot.checklist import AnswerLine
from dashboard.hotspot.hub import HubLine
from dashboard.i18n import statuses
from dashboard.ui import address, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import ChecklistAnswer, ChecklistItem, Comparison, Effect, Observation, ProcessMeasure, Role

ALL = "alle"
WAYS = "hotspot"  # the layer of the map


def view(choice: Choice) -> None:
    """The whole page below its title."""
    place = pick_place(choice)
    for shown in (answers(choice.setting, place), work(choice.setting, place), sides(choice.setting)):
        if shown:
            view_layout.show(choice, shown)
    if found := areas(choice.setting):
        view_layout.show(choice, replace(found, body=partial(draw_hub, choice, hub_lines(choice.setting))))


def pick_place(choice: Choice) -> str:
    """The area whose answers and quarters are shown, `ALL` for all together."""
    words, names, version = choice.words, shelf.facts(choice.version).names, choice.version
    given = {row.area_id for row in store.rows(version, ChecklistAnswer)}
    given |= {row.area_id for row in store.rows(version, ProcessMeasure)}
    options = sorted(given, key=lambda area: names.get(area, area))
    asked = choice.address.get("omraade", "")
    if asked in names and asked not in options:
        options.append(asked)  # of another page: it has no answers, and that is said
    with page_top.choices(choice, words("Vælg sted")) as say:
        place = address.pick(
            "omraade", words("Område"), [ALL, *options], lambda area: names.get(area, words("Alle steder"))
        )
        say(names.get(place, words("Alle steder")))
    return "" if place == ALL else place


def source_line(setting: Setting, rows: Sequence[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


def years(setting: Setting, rows: Sequence[Cited]) -> str:
    return tables.years_of((row.source_id for row in rows), shelf.facts(setting.version).sources)


@kept
def answers(setting: Setting, place: str) -> View | None:
    """The checklist with the answers of a place, or of all."""
    words, version, facts = setting.words, setting.version, shelf.facts(setting.version)
    items = store.rows(version, ChecklistItem)
    if not items:
        return None
    given = [row for row in store.rows(version, ChecklistAnswer) if place in ("", row.area_id)]
    rows = checklist.lines(items, given, facts.names, facts.sources, words)
    table = framed(rows, AnswerLine)
    return View(
        title=words("Håndbogens tjekliste"),
        sentence=checklist.sentence(rows, words),
        table=table,
        columns=checklist.columns(words),
        source=source_line(setting, [*items, *given]),
        key="checklist",
        chosen=facts.names.get(place, words("Alle steder")),
        colours={words("Svar"): [statuses.ANSWERS[row.code].colour for row in rows]},
        file=(table, checklist.file_columns(words)),
        years=years(setting, [*items, *given]),
        place=facts.names.get(place, words("Alle steder")),
    )


@kept
def work(setting: Setting, place: str) -> View:
    """The work by quarter; where nothing is counted, that nothing is."""
    words, facts = setting.words, shelf.facts(setting.version)
    every = store.rows(setting.version, ProcessMeasure)
    rows = [row for row in every if place in ("", row.area_id)]
    found = process.quarters(rows)
    told = words("Processen kan vise, om arbejdet kører, længe før kriminalitetstallene kan.")
    if not every:
        none = words("Ingen kilde har offentliggjort møder, aftaler eller dage fra bekymring til kontakt.")
    else:
        none = words("Der er ingen procestal for stedet.")
    return View(
        title=words("Kører arbejdet? Kvartal for kvartal"),
        sentence=f"{process.sentence(found, words)} {told}" if found else f"{none} {told}",
        panels=process.panels(found, words, setting.sizes) if found else None,
        table=process.table(found, words),
        columns=process.columns(words),
        source=source_line(setting, rows or store.rows(setting.version, ChecklistItem)),
        key="process",
        body=None if found else nothing,
        years=process.period(found, words),
        chosen=facts.names.get(place, words("Alle steder")),
        place=facts.names.get(place, words("Alle steder")),
    )


def nothing() -> None:
    """What is drawn of quarters that nobody has counted."""


@kept
def sides(setting: Setting) -> View | None:
    """Under and over 18 beside each other."""
    words, version = setting.words, setting.version
    pairs = [
        row
        for row in store.rows(version, Comparison)
        if row.indicator_id == ages.COUNTED and row.age_group in (*ages.UNDER, *ages.OVER)
    ]
    if not pairs:
        return None
    measures = store.rows(version, ProcessMeasure)
    found = Results(pairs, store.rows(version, Effect), shelf.facts(version).names, process.quarters(measures))
    return View(
        title=words("Under og over 18 år side om side"),
        sentence=ages.sentence(found, words),
        table=framed(ages.lines(found, words), SideLine),
        columns=ages.columns(words),
        source=source_line(setting, [*pairs, *measures]),
        key="ages",
        place=words("Alle steder"),
        years=ages.period(pairs),
    )


@kept
def hub_lines(setting: Setting) -> tuple[HubLine, ...]:
    version, facts = setting.version, shelf.facts(setting.version)
    return tuple(
        hub.lines(
            store.rows(version, Role),
            store.rows(version, Observation),
            facts.indicators,
            shelf.book(version),
            facts.sources,
            setting.words,
        )
    )


@kept
def areas(setting: Setting) -> View | None:
    """The hotspot areas as a hub."""
    words, rows = setting.words, hub_lines(setting)
    if not rows:
        return None
    roles = [row for row in store.rows(setting.version, Role) if row.role == hub.HOTSPOT]
    return View(
        title=words("Hotspotområderne"),
        sentence=hub.sentence(rows, words),
        table=framed(rows, HubLine),
        columns=hub.columns(words),
        source=source_line(setting, roles),
        key="hub",
        place=words("Alle steder"),
        years=years(setting, roles),
    )


def draw_hub(choice: Choice, rows: Sequence[HubLine]) -> None:
    hrefs = {
        row.area_id: (
            links.item_href("omraade", omraade=row.area_id),
            links.item_href("kort", omraade=row.area_id, lag=WAYS),
        )
        for row in rows
    }
    streamlit.html(hub.drawn(rows, hrefs, choice.words))
