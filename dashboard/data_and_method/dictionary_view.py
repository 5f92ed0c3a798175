"""The dictionary of the data: every table and column, its type, what it may hold and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, framed
from dashboard.views.view import View
from data import dictionary

KINDS = {
    "text": N_("tekst"),
    "texts": N_("tekst på to sprog"),
    "whole": N_("helt tal"),
    "decimal": N_("tal med decimaler"),
    "truth": N_("ja eller nej"),
}


@dataclass(frozen=True)
class EntryLine:
    """A column as a row of a table."""

    table: str
    about: str
    columns: str
    kind: str
    allowed: str
    key: str
    meaning: str


@kept
def view(setting: Setting) -> View:
    """Every column of every table."""
    words = setting.words
    lines = [
        EntryLine(
            entry.table,
            words.text(entry.about),
            entry.columns,
            words("{kind}, kan mangle", kind=words(KINDS[entry.kind]))
            if entry.is_optional
            else words(KINDS[entry.kind]),
            entry.allowed,
            words("ja") if entry.is_key else "",
            words.text(entry.meaning),
        )
        for entry in dictionary.entries()
    ]
    return View(
        title=words("Ordbog over tabeller og kolonner"),
        sentence=words(
            "{tables} tabeller med {columns} kolonner. De er de samme i »Hent alt«, og deres kontrakt kontrolleres, "
            "hver gang data gøres klar.",
            tables=len({line.table for line in lines}),
            columns=words.number(len(lines)),
        ),
        table=framed(lines, EntryLine),
        columns=[
            Column("table", words("Tabel")),
            Column("columns", words("Kolonne")),
            Column("meaning", words("Betydning")),
            Column("kind", words("Type")),
            Column("allowed", words("Tilladt"), optional=True),
            Column("key", words("Nøgle"), optional=True),
            Column("about", words("Tabellen")),
        ],
        source=words("Datakontrakten (data/contracts.py) og ordbogen (data/dictionary.csv)."),
        key="dictionary",
        folded=True,
    )
