"""What a source says of the way to adulthood, ready to read: the model, what is lacking, what it depends on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.i18n.words import N_, Words
from dashboard.transitions.meetings import MEASURES
from dashboard.views.tables import Column, citation
from data.contracts import TransitionFact


@dataclass(frozen=True)
class Section:
    """A view of facts of some kinds: its key in addresses, its title and its sentence; `n` is how many there are."""

    key: str
    kinds: tuple[str, ...]
    title: str
    sentence: str


SECTIONS = (
    Section("elements", ("element",), N_("Modellens elementer"), N_("{n} elementer, som modellen består af.")),
    Section(
        "shortages",
        ("shortage",),
        N_("Det, der mangler"),
        N_("{n} mangler, som ingen møder kan råde bod på alene."),
    ),
    Section(
        "prospects",
        ("possibility", "challenge"),
        N_("Muligheder og udfordringer"),
        N_("{n} muligheder og udfordringer, som fagfolk peger på."),
    ),
    Section(
        "conditions",
        ("condition",),
        N_("Betingelser for, at det virker længe"),
        N_("{n} betingelser, som afgør, om virkningen holder."),
    ),
)
KINDS = {
    "element": N_("Element"),
    "shortage": N_("Mangel"),
    "possibility": N_("▲ Mulighed"),
    "challenge": N_("▼ Udfordring"),
    "condition": N_("Betingelse"),
}


@dataclass(frozen=True)
class FactLine:
    """A fact as texts; `measured` is the number that tells of it, where one does."""

    kind: str
    title: str
    text: str
    measured: str
    note: str
    source: str


def fact_line(row: TransitionFact, newest: Mapping[str, str], titles: Mapping[str, str], words: Words) -> FactLine:
    """`newest`: the newest share by its measure, in words; `titles`: what sources are called, by id."""
    measured = words(MEASURES[row.measure]) if row.measure else ""
    return FactLine(
        kind=words(KINDS[row.kind]),
        title=words.text(row.title),
        text=words.text(row.text),
        measured=f"{measured}: {newest.get(row.measure) or words('ikke opgjort')}" if measured else "",
        note=words.text(row.note),
        source=citation(titles.get(row.source_id, row.source_id), row.page, words),
    )


def columns(section: Section, words: Words) -> list[Column]:
    kind = [Column("kind", words("Slags"))] if len(section.kinds) > 1 else []
    return [
        Column("title", words("Navn")),
        *kind,
        Column("text", words("Beskrivelse")),
        Column("measured", words("Måles ved"), optional=True),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]


def of_section(rows: Iterable[TransitionFact], section: Section) -> list[TransitionFact]:
    """The facts of a section, kind by kind in the order of the source."""
    found = [row for row in rows if row.kind in section.kinds]
    return sorted(found, key=lambda row: (section.kinds.index(row.kind), row.order))
