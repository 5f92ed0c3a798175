"""Since when: a report, an earlier version of the data, or a day such as that of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY
from dashboard.i18n import labels
from dashboard.i18n.markdown import typed
from dashboard.i18n.words import Words
from dashboard.selection import asked as shared
from dashboard.selection import bar
from dashboard.selection.asked import Filter, Study
from dashboard.selection.sentence import Shown
from dashboard.ui import address, clock
from dashboard.ui.address import Choice
from dashboard.views.kept import Setting
from data import scorecards, version_changes
from data.contracts import Anchoring, Criterion, Evaluation, Project, Report
from data.versions import Version

ALL = "alle"
DAY_KEY = "siden_dag"
FIRST_DAY = date(1990, 1, 1)
USES = frozenset({Filter.AREAS, Filter.LEVEL, Filter.STUDY, Filter.THEME})


@dataclass(frozen=True)
class Asked:
    """The day that is asked for, and how it was said: by a report, a version, or as a day itself. No areas, no level
    and no theme is all of them; a `study` area is its parts, and what moved in them together.
    """

    day: date
    report: str = ""
    version: str = ""
    scheme: str = ALL
    area_ids: tuple[str, ...] = ()
    level: str = ""
    theme: str = ""
    study: Study | None = None

    @property
    def is_narrowed(self) -> bool:
        return bool(self.only or self.level or self.theme)

    @property
    def only(self) -> tuple[str, ...]:
        """The areas that are told of, also those of the reader's own; none is all of the level."""
        return (*self.area_ids, *(self.study.members if self.study else ()))


def filters(choice: Choice) -> Asked:
    """Since when, and for which scheme."""
    words, version = choice.words, choice.version
    reports = in_time(store.rows(version, Report))
    earlier = version_changes.before(version, store.versions_of(version.dataset))
    with bar.choices(choice, words("Vælg siden hvornår, og for hvem")) as say:
        asked = since(choice, reports, earlier)
        scheme = address.pick(
            "ordning",
            words("Strategi"),
            [ALL, *schemes(version)],
            lambda code: words("Alle") if code == ALL else labels.codes(labels.SCHEMES, code, words),
        )
        asked = replace(narrowed(choice, asked), scheme=scheme)
        say(shown(choice.setting, asked, reports), USES)
    return asked


def narrowed(choice: Choice, asked: Asked) -> Asked:
    """The same for some areas, a level and a theme."""
    words, book = choice.words, shelf.book(choice.version)
    picked = shared.read(choice, USES, book, ())
    levels = [ALL, *dict.fromkeys(book.areas[area_id].level for area_id in book.area_ids if area_id != COUNTRY)]
    level = address.pick(
        "niveau", words("Niveau"), levels, lambda name: words("Alle") if name == ALL else book.many(name, words)
    )
    options = [name for name in book.area_ids if name != COUNTRY and level in (ALL, book.areas[name].level)]
    area_ids = bar.areas(choice, book, options)
    bar.theme(choice, picked, {row.theme for row in shelf.facts(choice.version).indicators.values()})
    bar.study(choice, picked, book, area_ids)
    asked = replace(asked, theme=picked.theme, study=picked.study)
    if level == ALL:
        return replace(asked, area_ids=tuple(area_ids))
    return replace(asked, area_ids=shared.on_level(choice, book, level, area_ids), level=level)


def shown(setting: Setting, asked: Asked, reports: Sequence[Report]) -> Shown:
    """hvad der har flyttet sig, 3 boligområder, uddannelse, siden Status for 2023, 31. december 2023."""
    words, book = setting.words, shelf.book(setting.version)
    level = book.many(asked.level, words) if asked.level else ""
    of_level = len(book.inside(asked.level, None)) if asked.level and not asked.study else None
    further = filter(None, (said_since(asked, reports, words), scheme_name(asked, words)))
    return Shown(
        len(asked.area_ids) or of_level,
        study=asked.study,
        level=level,
        theme=asked.theme,
        first=words("hvad der har flyttet sig"),
        further=tuple(further),
    )


def in_time(reports: Sequence[Report]) -> list[Report]:
    """The newest first."""
    return sorted(reports, key=lambda row: scorecards.last_day(row.as_of), reverse=True)


def schemes(version: Version) -> list[str]:
    """The schemes that have a criterion, a project, a report or an evaluation."""
    rows: chain[Criterion | Project | Report | Evaluation | Anchoring] = chain(
        store.rows(version, Criterion),
        store.rows(version, Project),
        store.rows(version, Report),
        store.rows(version, Evaluation),
        store.rows(version, Anchoring),
    )
    return list(dict.fromkeys(row.scheme for row in rows))


def since(choice: Choice, reports: Sequence[Report], earlier: Sequence[Version]) -> Asked:
    """A day in the address counts before a report or a version: whoever picks one of those drops the day."""
    named = pick_named(choice, reports, earlier)
    day = pick_day(choice)
    return named if day is None else Asked(day)


def pick_named(choice: Choice, reports: Sequence[Report], earlier: Sequence[Version]) -> Asked:
    words = choice.words
    by_report, by_version = {row.report_id: row for row in reports}, {each.name: each for each in earlier}
    options = [*by_report, *by_version]
    if not options:
        return Asked(date(clock.today().year - 1, 12, 31))

    def describe(option: str) -> str:
        return report_name(by_report[option], words) if option in by_report else version_name(by_version[option], words)

    value = address.read("siden", words("Siden"), options, describe, default(reports, options))
    address.control(
        "siden",
        words("Siden en rapport eller en dataversion"),
        options,
        value,
        describe,
        streamlit.selectbox,
        lambda chosen: {"siden": chosen, DAY_KEY: None},
    )
    if value in by_report:
        return Asked(last_day(by_report[value]), report=value)
    return Asked(by_version[value].time.date(), version=value)


def default(reports: Sequence[Report], options: Sequence[str]) -> str:
    """The report before the newest one; the newest where it has none before it; else the newest version."""
    return (reports[0].previous or reports[0].report_id) if reports else options[0]


def last_day(report: Report) -> date:
    found: date = scorecards.last_day(report.as_of).date()
    return found


def report_name(report: Report, words: Words) -> str:
    return words("{title}, {day}", title=words.text(report.title), day=labels.day(report.as_of, words))


def version_name(version: Version, words: Words) -> str:
    return words("Dataversion {name}, {day}", name=version.name, day=words.date(version.time))


def pick_day(choice: Choice) -> date | None:
    """The day in the address; None where there is none, or none that can be used."""
    words, today = choice.words, clock.today()
    asked = choice.address.get("siden_dag")
    day = parsed(asked, today)
    if asked and day is None:
        choice.messages.warning(
            words(
                "»{value}« er ikke en dato fra {first} til i dag, skrevet som 2024-01-31. Den er sprunget over.",
                value=typed(asked),
                first=words.date(FIRST_DAY),
            )
        )
    if choice.has_controls:
        streamlit.session_state[DAY_KEY] = day
        streamlit.date_input(
            words("Eller siden en dag, for eksempel et møde"),
            min_value=FIRST_DAY,
            max_value=today,
            key=DAY_KEY,
            format="DD.MM.YYYY",
            on_change=lambda: address.choose(**{DAY_KEY: written(streamlit.session_state[DAY_KEY])}),
        )
    return day


def written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def parsed(text: str | None, today: date) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= today else None


def scheme_name(asked: Asked, words: Words) -> str:
    return "" if asked.scheme == ALL else labels.codes(labels.SCHEMES, asked.scheme, words)


def said_since(asked: Asked, reports: Sequence[Report], words: Words) -> str:
    if asked.report:
        (report,) = (row for row in reports if row.report_id == asked.report)
        return words("siden {what}", what=report_name(report, words))
    if asked.version:
        return words("siden dataversion {name}, {day}", name=asked.version, day=words.date(asked.day))
    return words("siden {what}", what=words.date(asked.day))
