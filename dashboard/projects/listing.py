"""The list of projects: what a reader asks the bank for, what is found, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.areas.atlas import COUNTRY
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.projects.bank import FACTS, FORM, LINEAGE, Bank, ProjectText
from dashboard.views.tables import Column
from data import projects, query

SEARCHED = {  # the most telling first
    "name": N_("Navn"),
    **{field: FACTS[field] for field in ("goal", "target_group", "areas")},
    **{field: FORM[field] for field in ("aim", "problem", "activities", "results", "anchoring")},
    **{field: FACTS[field] for field in ("organisation", "partners", "funding")},
    "note": N_("Bemærkning"),
}


@dataclass(frozen=True)
class Wanted:
    """What a reader asks the bank for; empty leaves nothing out. `area_id` is the country for all areas."""

    text: str = ""
    goals: Sequence[str] = ()
    area_id: str = COUNTRY
    statuses: Sequence[str] = ()


def found(bank: Bank, wanted: Wanted) -> list[ProjectText]:
    """The projects a reader asks for, the best first, with the fields that hold the words of the search."""
    chosen = projects.select(bank.of_area(wanted.area_id), wanted.goals, wanted.statuses)
    texts = {project.project_id: bank.texts[project.project_id] for project in chosen}
    hits = projects.search({name: text.of(SEARCHED) for name, text in texts.items()}, wanted.text)
    order = list(labels.PROJECT_STATUSES)
    best = sorted(
        (texts[name] for name in hits),
        key=lambda text: (hits[text.project_id].rank, order.index(text.status), query.danish_order(text.name)),
    )
    return [replace(text, found_in=_fields(hits[text.project_id].fields, bank.words)) for text in best]


def _fields(names: Sequence[str], words: Words) -> str:
    return ", ".join(words(SEARCHED[name]).lower() for name in names)


def chosen(bank: Bank, wanted: Wanted) -> str:
    """The choices in words, for the sentence and the file; empty where nothing is chosen."""
    words = bank.words
    parts = {
        words("søgning"): f"»{wanted.text}«" if wanted.text else "",
        words("overordnet mål"): ", ".join(bank.goals[goal] for goal in wanted.goals),
        words("område"): "" if wanted.area_id == COUNTRY else bank.book.names[wanted.area_id],
        words("status"): ", ".join(words(labels.PROJECT_STATUSES[status]) for status in wanted.statuses),
    }
    return "; ".join(f"{name}: {text}" for name, text in parts.items() if text)


def sentence(bank: Bank, rows: Sequence[ProjectText], wanted: Wanted) -> str:
    """5 af 27 projekter vises: 3 i gang, 2 afsluttet (søgning: »job«). An empty list says what to do."""
    words = bank.words
    if not rows:
        return nothing_found(bank, wanted)
    if len(rows) == len(bank.projects):
        return words("Banken har {n} projekter: {list}.", n=words.number(len(rows)), list=counted(rows, words))
    return words(
        "{n} af {all} projekter vises: {list} ({chosen}).",
        n=words.number(len(rows)),
        all=words.number(len(bank.projects)),
        list=counted(rows, words),
        chosen=chosen(bank, wanted),
    )


def nothing_found(bank: Bank, wanted: Wanted) -> str:
    words = bank.words
    said = words(
        "Ingen af bankens {n} projekter passer til valget ({chosen}).",
        n=words.number(len(bank.projects)),
        chosen=chosen(bank, wanted),
    )
    advice = words("Skriv et kortere ord, eller fjern et valg.") if wanted.text else words("Fjern et valg.")
    return f"{said} {advice}"


def counted(rows: Sequence[ProjectText], words: Words) -> str:
    """3 i gang, 2 afsluttet, 16 fra historiske rapporter (2005): of what ran then nobody knows whether it runs now."""
    counts = Counter(row.status for row in rows if not row.then)
    parts = [
        f"{words.number(counts[status])} {words(word)}"
        for status, word in labels.PROJECT_STATUSES.items()
        if counts[status]
    ]
    if then := [row.then for row in rows if row.then]:
        years = ", ".join(sorted(set(then)))
        parts.append(words("{n} fra historiske rapporter ({years})", n=words.number(len(then)), years=years))
    return ", ".join(parts)


def columns(words: Words) -> list[Column]:
    """What the list shows of each project, of `Bank.table`."""
    return [
        Column("name", words("Projekt")),
        Column("status_text", words("Status")),
        Column("aim", words(FORM["aim"])),
        *(Column(field, words(FACTS[field])) for field in ("goal", "target_group", "areas", "period")),
        Column("found_in", words("Fundet i"), optional=True),
    ]


def file_columns(words: Words) -> list[Column]:
    """All that is known of each project, of `Bank.table`."""
    return [
        Column("name", words("Projekt")),
        Column("status_text", words("Status")),
        *(Column(field, words(text)) for field, text in {**FORM, **FACTS, **LINEAGE}.items()),
        Column("note", words("Bemærkning")),
        Column("found_in", words("Fundet i"), optional=True),
        Column("as_of", words("Opgjort")),
        Column("source", words("Kilde")),
        Column("certainty", words("Sikkerhed")),
        Column("project_id", words("Projekt (kode)"), "code"),
    ]
