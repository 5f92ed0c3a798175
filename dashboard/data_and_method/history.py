"""The versions of the data, what changed from one to the next, and how fresh every indicator and source is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, framed
from dashboard.views.view import View
from data import dictionary
from data.contracts import Observation, SourceUpdate
from data.version_changes import Change
from data.versions import Version

UPDATED = {
    "yearly": N_("hvert år"),
    "quarterly": N_("hvert kvartal"),
    "now_and_then": N_("af og til"),
    "never": N_("udkom én gang"),
}


@dataclass(frozen=True)
class VersionLine:
    """A version as a row of a table."""

    name: str
    number: int
    day: str
    rows: int
    is_shown: str


@dataclass(frozen=True)
class ChangeLine:
    """What changed in a table."""

    table: str
    about: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True)
class FreshLine:
    """How fresh an indicator is from one of its sources."""

    indicator: str
    source: str
    newest: str
    numbers: int
    updated: str
    expected: str
    note: str


def versions(readable: Sequence[Version], setting: Setting) -> View:
    """The versions that can still be read, the newest first."""
    words, shown = setting.words, setting.version
    lines = [
        VersionLine(
            version.name,
            version.number,
            words.date(version.time),
            sum(file.rows or 0 for file in version.files.values()),
            words("vises nu") if version.name == shown.name else "",
        )
        for version in readable
    ]
    return View(
        title=words("Versioner af data"),
        sentence=words.plural(
            "{n} version kan læses. En version får sit navn af sit indhold og ændres aldrig.",
            "{n} versioner kan læses. En version får sit navn af sit indhold og ændres aldrig.",
            len(lines),
        ),
        table=framed(lines, VersionLine),
        columns=[
            Column("name", words("Version")),
            Column("number", words("Nummer"), "number"),
            Column("day", words("Dannet")),
            Column("rows", words("Rækker"), "number"),
            Column("is_shown", words("Vises"), optional=True),
        ],
        source=words("Versionernes egne manifester. Hvem der dannede dem, står der ikke."),
        key="versions",
        folded=True,
    )


def changed(before: Version | None, found: Iterable[Change], setting: Setting) -> View:
    """What the version that is shown has, and the one before it had not."""
    words = setting.words
    lines = [
        ChangeLine(
            each.table, words.text(dictionary.meanings()[each.table, ""]), each.added, each.removed, each.changed
        )
        for each in found
    ]
    return View(
        title=words("Hvad der er ændret siden sidste version"),
        sentence=_changes(before, lines, words),
        table=framed(lines, ChangeLine),
        columns=[
            Column("table", words("Tabel")),
            Column("about", words("Hvad den er")),
            Column("added", words("Nye rækker"), "number"),
            Column("removed", words("Fjernede rækker"), "number"),
            Column("changed", words("Ændrede rækker"), "number"),
        ],
        source=words("De to versioner holdt op mod hinanden, række for række."),
        key="version-changes",
        folded=True,
    )


def _changes(before: Version | None, lines: Sequence[ChangeLine], words: Words) -> str:
    if before is None:
        return words("Der er ingen tidligere version at sammenligne med.")
    since = {"version": before.name, "date": words.date(before.time)}
    if not lines:
        return words("Intet i tabellerne er ændret siden version {version} fra {date}.", **since)
    return words(
        "Siden version {version} fra {date}: {added} nye, {removed} fjernede og {changed} ændrede rækker i {n} "
        "tabeller.",
        added=words.number(sum(line.added for line in lines)),
        removed=words.number(sum(line.removed for line in lines)),
        changed=words.number(sum(line.changed for line in lines)),
        n=len(lines),
        **since,
    )


@kept
def freshness(setting: Setting) -> View:
    """The newest number of every indicator from each source, and when the next is expected."""
    words, version = setting.words, setting.version
    facts = shelf.facts(version)
    updates = {row.source_id: row for row in store.rows(version, SourceUpdate)}
    newest = _newest(store.rows(version, Observation))
    titles = tables.source_names(facts.sources)
    lines = [
        _fresh(words.text(facts.indicators[indicator].name), titles.get(source, source), found, updates, source, words)
        for (indicator, source), found in newest.items()
    ]
    lines.sort(key=lambda line: (line.newest[-4:], line.indicator), reverse=True)
    unknown = sum(not line.updated for line in lines)
    return View(
        title=words("Hvor friske tallene er"),
        sentence=words(
            "Den ældste talrække slutter i {oldest}, den nyeste i {newest}. For {unknown} af {n} talrækker er det ikke "
            "oplyst, om der kommer nye tal.",
            newest=lines[0].newest,
            oldest=lines[-1].newest,
            unknown=unknown,
            n=len(lines),
        )
        if lines
        else words("Der er ingen tal i denne version af data."),
        table=framed(lines, FreshLine),
        columns=[
            Column("indicator", words("Indikator")),
            Column("source", words("Kilde")),
            Column("newest", words("Nyeste periode")),
            Column("numbers", words("Antal tal"), "number"),
            Column("updated", words("Kommer med nye tal"), optional=True),
            Column("expected", words("Næste ventes"), optional=True),
            Column("note", words("Note"), optional=True),
        ],
        source=words("Tallene i denne version af data og tabellen source_updates."),
        key="freshness",
        folded=True,
    )


def _newest(rows: Iterable[Observation]) -> dict[tuple[str, str], tuple[Observation, int]]:
    """The newest number by indicator and source, with how many there are."""
    found: dict[tuple[str, str], tuple[Observation, int]] = {}
    for row in rows:
        key = (row.indicator_id, row.source_id)
        before, count = found.get(key, (row, 0))
        found[key] = (max(before, row, key=lambda each: (each.period_end, -each.period_start)), count + 1)
    return found


def _fresh(
    indicator: str,
    source: str,
    found: tuple[Observation, int],
    updates: Mapping[str, SourceUpdate],
    source_id: str,
    words: Words,
) -> FreshLine:
    row, update = found[0], updates.get(source_id)
    return FreshLine(
        indicator,
        source,
        words.period(row.period_start, row.period_end),
        found[1],
        words(UPDATED[update.updated]) if update else "",
        labels.day(update.next_expected, words) if update else "",
        words.text(update.note) if update else "",
    )
