"""One project on one A4 page: a PDF to print, download or send on. It reads in black and white.

Here is what the sheet says, the form first, as the ministry's: problem, aim, activities, results. `sheet.typ` lays it
out. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from dashboard.documents import typesetter
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import Words
from dashboard.projects import sheet_texts
from dashboard.projects.bank import Bank


def pdf(bank: Bank, project_id: str, imprint: Imprint) -> bytes:
    """The sheet of a project of the bank as PDF bytes. `imprint`: what the sheet says of itself."""
    return typesetter.pdf("projects/sheet.typ", said(bank, project_id, imprint))


def said(bank: Bank, project_id: str, imprint: Imprint) -> dict[str, Any]:
    """All that stands on the sheet, by the names that its template has for it."""
    words, project = bank.words, bank.texts[project_id]
    return {
        **imprint.said(words),
        "title": f"{project.name} – {words('Projektark')}",
        "subject": words("Et projekt på én side"),
        "kind": words("Projektark"),
        "name": project.name,
        "status": sheet_texts.status_sentence(bank, project_id),
        "form": [astuple(part) for part in sheet_texts.form(bank, project_id)],
        "facts_heading": words("Om projektet"),
        "facts": [astuple(part) for part in sheet_texts.facts(bank, project_id)],
        "lists": [found for found in lists(bank, project_id) if found["rows"]],
        "more": words("Yderligere {n} står på websiden."),
    }


def lists(bank: Bank, project_id: str) -> Iterable[dict[str, Any]]:
    """The criteria, milestones and action cards, three columns each."""
    words = bank.words
    yield listed(
        words("Succeskriterier"),
        [words("Succeskriterium"), words("Status"), words("Nået")],
        ((line.criterion, line.status, line.reached) for line in sheet_texts.criterion_lines(bank, project_id)),
        shared_note(words) if sheet_texts.has_shared(bank, project_id) else "",
    )
    yield listed(
        words("Milepæle"),
        [words("Milepæl"), words("Status"), words("Frist")],
        ((line.title, line.status, line.due_text) for line in sheet_texts.milestone_lines(bank, project_id)),
    )
    yield listed(
        words("Handlingskort"),
        [words("Handlingskort"), words("Status"), words("Frist")],
        ((line.title, line.status_text, line.due_text) for line in sheet_texts.action_lines(bank, project_id)),
    )


def listed(heading: str, columns: list[str], rows: Iterable[tuple[str, str, str]], note: str = "") -> dict[str, Any]:
    return {"heading": heading, "columns": columns, "rows": list(rows), "note": note}


def shared_note(words: Words) -> str:
    """That the numbers of criteria which several projects serve are our own sums."""
    return words(
        "Kriterier med nummer er fælles for flere projekter. Deres tal er alle projekternes tal lagt "
        "sammen (beregnet af os)."
    )
