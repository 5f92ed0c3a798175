"""What the timeline of projects tells: the bars it draws, its sentence, its table, and what it cannot draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.projects.bank import NOT_TOLD, Bank, ProjectText
from dashboard.views.tables import Column
from data import projects
from data.contracts import Project
from data.projects import Period


@dataclass(frozen=True)
class Bar:
    """A project on the timeline: when it ran, and what stands over its bar."""

    period: Period
    name: str
    status_text: str
    dates: str

    @property
    def told(self) -> str:
        """▶ i gang · juli 2003 – slut ikke oplyst."""
        return f"{self.status_text} · {self.dates}"


def bars(bank: Bank, found: Sequence[ProjectText]) -> list[Bar]:
    """The projects that can be drawn, the earliest first."""
    asked = {text.project_id for text in found}
    periods = projects.timeline(project for name, project in bank.projects.items() if name in asked)
    return [_bar(bank, period) for period in periods]


def _bar(bank: Bank, period: Period) -> Bar:
    text = bank.texts[period.row_id]
    return Bar(period, text.name, text.status_text, bank.dates(bank.projects[period.row_id]))


def table(bank: Bank, drawn: Sequence[Bar], found: Sequence[ProjectText]) -> pandas.DataFrame:
    """First the projects that are drawn, then those without dates: the fields of `ProjectText`, start and end."""
    by_id = {text.project_id: text for text in found}
    shown = [by_id[bar.period.row_id] for bar in drawn]
    rows = [*shown, *undrawn(drawn, found)]
    return pandas.DataFrame(
        [{**asdict(text), **_ends(bank.projects[text.project_id], bank.words)} for text in rows],
    )


def _ends(project: Project, words: Words) -> dict[str, str]:
    missing = words(NOT_TOLD)
    return {
        "start": labels.day(project.start, words) or missing,
        "end": labels.day(project.end, words) or missing,
    }


def columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Projekt")),
        Column("status_text", words("Status")),
        Column("start", words("Start")),
        Column("end", words("Slut")),
        Column("period", words("Perioden i kilden"), optional=True),
    ]


def sentence(drawn: Sequence[Bar], number: int, words: Words) -> str:
    """6 af 27 projekter har mindst ét årstal i kilden. Skraveret: start eller slut er ikke oplyst (4 projekter)."""
    if not drawn:
        return words("Kilden giver ingen årstal for de valgte projekter, så der er intet at tegne.")
    periods = [bar.period for bar in drawn]
    parts = [
        words(
            "{n} af {all} projekter har mindst ét årstal i kilden.",
            n=words.number(len(drawn)),
            all=words.number(number),
        )
    ]
    if any(period.planned_to > period.solid_to for period in periods):
        parts.append(words("Hvidt er planlagt: det ligger efter kildens dato."))
    if half := sum(period.start is None or period.end is None for period in periods):
        parts.append(
            words.plural(
                "Skraveret: start eller slut er ikke oplyst ({n} projekt).",
                "Skraveret: start eller slut er ikke oplyst ({n} projekter).",
                half,
            )
        )
    return " ".join(parts)


def undrawn(drawn: Sequence[Bar], found: Sequence[ProjectText]) -> list[ProjectText]:
    dated = {bar.period.row_id for bar in drawn}
    return [text for text in found if text.project_id not in dated]


def undated(drawn: Sequence[Bar], found: Sequence[ProjectText], words: Words) -> str:
    """The projects that are not drawn, in words; empty where all are."""
    names = ", ".join(text.name for text in undrawn(drawn, found))
    return words("Ikke tegnet, fordi kilden ikke giver årstal: {list}.", list=names) if names else ""


def alt(title: str, drawn: Sequence[Bar]) -> str:
    """The sentence that stands for the timeline."""
    return f"{title}. {'; '.join(f'{bar.name}: {bar.told}' for bar in drawn)}."
