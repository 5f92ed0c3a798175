"""The bank of experience, ready to read: what stopped efforts and what helped them, by theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.i18n import labels
from dashboard.i18n.statuses import BLUE, SAND, Status
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column, citation
from data.contracts import Lesson, Project

THEMES = {
    "staff": N_("Medarbejdere"),
    "referral": N_("Henvisning"),
    "law": N_("Lovgivning"),
    "legitimacy": N_("Legitimitet"),
    "users": N_("Brugere og beboere"),
    "leadership": N_("Ledelse og mandat"),
    "co_operation": N_("Samarbejde"),
    "frame": N_("Tid, penge og pladser"),
}
KINDS = {
    "stopped": Status("stopped", N_("Stoppede"), "✕", SAND),
    "helped": Status("helped", N_("Hjalp"), "✓", BLUE),
}


@dataclass(frozen=True)
class LessonLine:
    """An experience as texts. `kind` is a code."""

    kind: str
    kind_text: str
    theme: str
    title: str
    text: str
    project: str
    project_id: str
    closed: str
    scheme: str
    source: str


def line(row: Lesson, projects: Mapping[str, Project], titles: Mapping[str, str], words: Words) -> LessonLine:
    """`projects` by id; `titles`: what sources are called, by id."""
    project = projects.get(row.project_id)
    return LessonLine(
        kind=row.kind,
        kind_text=KINDS[row.kind].told(words),
        theme=words(THEMES[row.theme]),
        title=words.text(row.title),
        text=" ".join(filter(None, map(words.text, (row.text, row.note)))),
        project=project.name if project else words("Flere projekter"),
        project_id=row.project_id,
        closed=words("Ja") if row.closed else "",
        scheme=labels.codes(labels.SCHEMES, row.scheme, words),
        source=citation(titles.get(row.source_id, row.source_id), row.page, words),
    )


def columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Erfaring")),
        Column("kind_text", words("Hvad den gjorde")),
        Column("text", words("Beskrivelse")),
        Column("project", words("Projekt")),
        Column("source", words("Kilde")),
    ]


def closed_columns(words: Words) -> list[Column]:
    return [
        Column("project", words("Projekt")),
        Column("theme", words("Tema")),
        Column("title", words("Hvorfor")),
        Column("text", words("Beskrivelse")),
        Column("source", words("Kilde")),
    ]


def file_columns(words: Words) -> list[Column]:
    return [
        Column("theme", words("Tema")),
        *columns(words),
        Column("closed", words("Grund til lukning"), optional=True),
        Column("scheme", words("Strategi")),
    ]


def answer(rows: Sequence[Lesson], words: Words) -> str:
    """47 erfaringer: 23 om, hvad der stoppede andre, og 24 om, hvad der hjalp. Flest om medarbejdere (9)."""
    if not rows:
        return words("Ingen kilde har en erfaring, der passer til valget.")
    kinds, (theme, most) = Counter(row.kind for row in rows), Counter(row.theme for row in rows).most_common(1)[0]
    counted = words.plural(
        "{n} erfaring: {stopped} om, hvad der stoppede andre, og {helped} om, hvad der hjalp.",
        "{n} erfaringer: {stopped} om, hvad der stoppede andre, og {helped} om, hvad der hjalp.",
        len(rows),
        stopped=words.number(kinds["stopped"]),
        helped=words.number(kinds["helped"]),
    )
    name = labels.within_sentence(words(THEMES[theme]))
    return f"{counted} {words('Flest om {theme} ({n}).', theme=name, n=words.number(most))}"


def theme_sentence(rows: Sequence[Lesson], words: Words) -> str:
    """2 stoppede andre, 3 hjalp."""
    kinds = Counter(row.kind for row in rows)
    return words(
        "{stopped} stoppede andre, {helped} hjalp.",
        stopped=words.number(kinds["stopped"]),
        helped=words.number(kinds["helped"]),
    )


def closed_sentence(rows: Iterable[Lesson], words: Words) -> str:
    """3 projekter blev lukket eller opgivet; her er grundene, som kilden giver dem."""
    count = len({row.project_id or row.lesson_id for row in rows})
    return words.plural(
        "{n} projekt blev lukket eller opgivet af de grunde, kilden nævner her.",
        "{n} projekter blev lukket eller opgivet af de grunde, kilden nævner her.",
        count,
    )
