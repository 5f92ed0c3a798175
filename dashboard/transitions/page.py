"""Overgange on the screen: the meetings in numbers where a municipality counts them, and the model beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import store
from dashboard.areas import shelf
from dashboard.charts import dots, time_series
from dashboard.charts.lines import Line
from dashboard.transitions import meetings, model
from dashboard.transitions.meetings import MEASURES, ShareLine
from dashboard.transitions.model import FactLine, Section
from dashboard.ui import address, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from dashboard.views.tables import framed
from dashboard.views.view import View
from data import transitions
from data.contracts import DisclosureRule, TransitionFact, TransitionMeeting, TransitionOutcome


@dataclass(frozen=True)
class Asked:
    """The municipality, the year and the number over the years that are asked for."""

    area_id: str
    year: int
    measure: str


def view(choice: Choice) -> None:
    asked = filters(choice)
    page_top.answer(choice, answer(choice.setting, asked))
    if asked:
        view_layout.show(choice, by_meeting(choice.setting, asked))
        view_layout.show(choice, by_year(choice.setting, asked))
        if shown := outcomes(choice.setting, asked):
            view_layout.show(choice, shown)
    for section in model.SECTIONS:
        if shown := facts(choice.setting, section, asked):
            view_layout.show(choice, shown)


def filters(choice: Choice) -> Asked | None:
    """What the reader asks for; None where nobody has counted a meeting."""
    words, rows = choice.words, store.rows(choice.version, TransitionMeeting)
    if not rows:
        return None
    names = shelf.facts(choice.version).names
    areas = sorted({row.area_id for row in rows}, key=names.__getitem__)
    with page_top.choices(choice, words("Vælg møder")) as told:
        area_id = address.pick("kommune", words("Kommune"), areas, names.__getitem__)
        years = sorted({str(row.year) for row in rows if row.area_id == area_id}, reverse=True)
        year = address.pick("moedeaar", words("År"), years)
        measure = address.pick("maaling", words("Udvikling i"), list(MEASURES), lambda name: words(MEASURES[name]))
        told(f"{names[area_id]}, {year}; {words(MEASURES[measure])}")
    return Asked(area_id, int(year), measure)


@kept
def answer(setting: Setting, asked: Asked | None) -> str:
    """How the newest meetings went, in a sentence; or that nobody has counted them."""
    words = setting.words
    if asked is None:
        return words(
            "Ingen kilde har talt møderne ved 16, 17½ og 18 år. Siden viser, hvad modellen består af, hvad der "
            "mangler, og hvad virkningen afhænger af."
        )
    names = shelf.facts(setting.version).names
    return meetings.answer(of_year(setting, asked), names[asked.area_id], words)


def of_area(setting: Setting, asked: Asked) -> list[TransitionMeeting]:
    """The meetings of the municipality, by year."""
    rows = [row for row in store.rows(setting.version, TransitionMeeting) if row.area_id == asked.area_id]
    return sorted(rows, key=lambda row: (row.year, list(meetings.AGES).index(row.meeting)))


def of_year(setting: Setting, asked: Asked) -> list[TransitionMeeting]:
    return [row for row in of_area(setting, asked) if row.year == asked.year]


@kept
def by_meeting(setting: Setting, asked: Asked) -> View:
    """Each number of the year at each of the meetings; the file has all years."""
    words, rows = setting.words, of_year(setting, asked)
    lines, every = share_lines(setting, rows), share_lines(setting, of_area(setting, asked))
    title = words("Møderne ved 16, 17½ og 18 år")
    return View(
        title=title,
        sentence=f"{meetings.extremes(rows, words)} {hidden(setting, lines)}".strip(),
        figure=dots.figure(meetings.figure_rows(rows, words), words=words, sizes=setting.sizes, legend=True),
        alt=meetings.alt(title, lines, words),
        table=framed(lines, ShareLine),
        columns=meetings.columns(words),
        file=(framed(every, ShareLine), meetings.columns(words)),
        key="meetings",
        years=str(asked.year),
        **common(setting, asked, rows),
    )


@kept
def by_year(setting: Setting, asked: Asked) -> View:
    """One number over the years, a line a meeting."""
    words, rows = setting.words, of_area(setting, asked)
    measure = words(MEASURES[asked.measure])
    lines = [line for line in share_lines(setting, rows) if line.measure == measure]
    drawn = meetings.drawn_lines(meetings.by_meeting(rows, asked.measure, words))
    title = words("{measure}: år for år", measure=meetings.measure(asked.measure, words))
    return View(
        title=title, key="meetings-years", **over_time(setting, title, lines, drawn), **common(setting, asked, rows)
    )


@kept
def outcomes(setting: Setting, asked: Asked) -> View | None:
    """What became of those who turned 18; None where nobody has counted them."""
    words = setting.words
    rows = [row for row in store.rows(setting.version, TransitionOutcome) if row.area_id == asked.area_id]
    if not rows:
        return None
    rows.sort(key=lambda row: row.year)
    facts_of, titles = shelf.facts(setting.version).names, source_titles(setting)
    lines = meetings.outcome_lines(rows, facts_of, titles, words)
    drawn = meetings.drawn_lines(meetings.by_outcome(rows, words))
    title = words("Et år efter 18: uddannelse, job eller ingen af delene")
    return View(
        title=title,
        key="transition-outcomes",
        **over_time(setting, title, lines, drawn),
        **common(setting, asked, rows),
    )


def over_time(setting: Setting, title: str, lines: Sequence[ShareLine], drawn: Sequence[Line]) -> dict[str, Any]:
    """The picture of shares over the years, with what is said of it and its table."""
    words = setting.words
    unit = words("procent")
    told = sentences.trend_sentence(drawn, unit, words)
    return {
        "sentence": f"{told} {hidden(setting, lines)}".strip(),
        "figure": time_series.trend(drawn, unit=unit, words=words, sizes=setting.sizes),
        "alt": meetings.alt(title, lines, words),
        "table": framed(lines, ShareLine),
        "columns": meetings.columns(words),
        "years": words.period(int(lines[0].year), int(lines[-1].year)),
    }


def common(setting: Setting, asked: Asked, rows: Iterable[Cited]) -> dict[str, Any]:
    """Where a view is from, and which choices made it."""
    words, area = setting.words, shelf.facts(setting.version).names[asked.area_id]
    chosen = words("Kommune: {area}; år: {year}; udvikling i: {measure}", area=area, year=str(asked.year),
                   measure=words(MEASURES[asked.measure]))  # fmt: skip
    method = words("Andelene er beregnet af os; streger og bånd er 95 %-intervaller (Wilson).")
    return {"place": area, "chosen": chosen, "source": f"{method} {source_line(setting, rows)}"}


def share_lines(setting: Setting, rows: Iterable[TransitionMeeting]) -> list[ShareLine]:
    return meetings.meeting_lines(rows, shelf.facts(setting.version).names, source_titles(setting), setting.words)


def hidden(setting: Setting, lines: Iterable[ShareLine]) -> str:
    """How much is hidden, by the rule that this version was made with."""
    (rule,) = store.rows(setting.version, DisclosureRule)
    return meetings.hidden_note((line.status for line in lines), rule.minimum, setting.words)


@kept
def facts(setting: Setting, section: Section, asked: Asked | None) -> View | None:
    """What sources say of one part of the model; None where none says anything."""
    words = setting.words
    rows = model.of_section(store.rows(setting.version, TransitionFact), section)
    if not rows:
        return None
    newest = {number: share_text(setting, asked, number) for number in MEASURES} if asked else {}
    titles = source_titles(setting)
    lines = [model.fact_line(row, newest, titles, words) for row in rows]
    return View(
        title=words(section.title),
        sentence=words(section.sentence, n=words.number(len(rows))),
        table=framed(lines, FactLine),
        columns=model.columns(section, words),
        source=source_line(setting, rows),
        key=f"transitions-{section.key}",
        place=words("Overgange til voksenlivet"),
    )


def share_text(setting: Setting, asked: Asked, number: str) -> str:
    """86 % (2024), over the three meetings; in words where it is hidden."""
    words, found = setting.words, transitions.summed(of_year(setting, asked), number)
    text = meetings.lack(found, words) if found.value is None else words.share(found.value / 100)
    return f"{text} ({asked.year})"


def source_titles(setting: Setting) -> dict[str, str]:
    return tables.short_names(shelf.facts(setting.version).sources)


def source_line(setting: Setting, rows: Iterable[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)
