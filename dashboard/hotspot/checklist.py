"""The handbook's checklist: yes, no or unknown with evidence. A question that nobody answered is unknown, never no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.i18n import certainties, cooperation_labels, labels, statuses
from dashboard.i18n.words import Words
from dashboard.views.tables import Column, citation
from data.contracts import ChecklistAnswer, ChecklistItem, Source

UNKNOWN = "unknown"


@dataclass(frozen=True)
class AnswerLine:
    """`code` is the answer's code; `place` is empty where no area has answered."""

    code: str
    theme: str
    question: str
    place: str
    answer: str
    evidence: str
    answered_by: str
    as_of: str
    why: str
    note: str
    certainty: str
    source: str


def lines(
    items: Sequence[ChecklistItem],
    answers: Sequence[ChecklistAnswer],
    names: Mapping[str, str],
    sources: Sequence[Source],
    words: Words,
) -> list[AnswerLine]:
    """A row for every newest answer of an area, and one for every question without any, in the order of the list."""
    named = {source.source_id: source.named for source in sources}
    newest = {(row.item_id, row.area_id): row for row in sorted(answers, key=lambda row: row.as_of)}
    found = []
    for item in sorted(items, key=lambda item: item.order):
        given: list[ChecklistAnswer | None] = [row for (item_id, _), row in newest.items() if item_id == item.item_id]
        found += [line(item, answer, names, named, words) for answer in given or [None]]
    return found


def line(
    item: ChecklistItem,
    answer: ChecklistAnswer | None,
    names: Mapping[str, str],
    named: Mapping[str, str],
    words: Words,
) -> AnswerLine:
    code = answer.answer if answer else UNKNOWN
    row = answer or item
    return AnswerLine(
        code=code,
        theme=words(cooperation_labels.CHECKLIST_THEMES[item.theme]),
        question=words.text(item.question),
        place=names.get(answer.area_id, answer.area_id) if answer else "",
        answer=statuses.ANSWERS[code].told(words),
        evidence=words.text(answer.evidence) if answer else "",
        answered_by=words.text(answer.answered_by) if answer else "",
        as_of=labels.day(answer.as_of, words) if answer else "",
        why=words.text(item.why),
        note=words.text(row.note),
        certainty=certainties.told(row.certainty, words),
        source=citation(named.get(row.source_id, row.source_id), row.page, words),
    )


def sentence(rows: Sequence[AnswerLine], words: Words) -> str:
    """18 spørgsmål: 5 ja, 1 nej, 12 ukendt. Of several places it counts answers: together they may be more
    than the questions.
    """
    questions = words.plural("{n} spørgsmål", "{n} spørgsmål", len({row.question for row in rows}))
    given = [row for row in rows if row.place]
    places = len({row.place for row in given})
    if places < 2:
        unknown = words("Ukendt betyder, at ingen har svaret; det er ikke et nej.")
        return f"{questions}: {counted(rows, words)}. {unknown}"
    told = words(
        "{questions}, {n} svar fra {places} steder: {list}.",
        questions=questions,
        n=words.number(len(given)),
        places=words.number(places),
        list=counted(given, words),
    )
    if not (unanswered := len(rows) - len(given)):
        return told
    return f"{told} " + words.plural(
        "{n} spørgsmål har ingen besvaret; det er ikke et nej.",
        "{n} spørgsmål har ingen besvaret; det er ikke et nej.",
        unanswered,
    )


def counted(rows: Sequence[AnswerLine], words: Words) -> str:
    """5 ja, 1 nej, 12 ukendt."""
    counts = Counter(row.code for row in rows)
    return ", ".join(f"{words.number(counts[code])} {words(status.word)}" for code, status in statuses.ANSWERS.items())


def columns(words: Words) -> list[Column]:
    return [
        Column("question", words("Spørgsmål")),
        Column("answer", words("Svar")),
        Column("place", words("Sted"), optional=True),
        Column("evidence", words("Belæg"), optional=True),
        Column("answered_by", words("Svaret af"), optional=True),
        Column("why", words("Hvorfor"), optional=True),
        Column("certainty", words("Sikkerhed")),
    ]


def file_columns(words: Words) -> list[Column]:
    return [
        Column("theme", words("Emne")),
        *columns(words),
        Column("as_of", words("Dato"), optional=True),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]
