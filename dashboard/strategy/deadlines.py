"""What is due and what has slipped, ready to read: the milestones and criteria that have a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas

from dashboard.charts import theme
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.strategy.chain import MILESTONE_COLOURS
from dashboard.strategy.names import KINDS, Titles, named, titles
from dashboard.views.tables import Column
from data.strategy import Dated, Plan, Slip

SLIPS = {
    "late": N_("Vurderet som forsinket"),
    "not_reached": N_("Frist passeret og ikke nået"),
    "not_judged": N_("Frist passeret og ikke vurderet siden"),
    "behind": N_("Bagud i forhold til tiden"),
}
NO_DATES = N_("Det kan ikke afgøres: kilden oplyser hverken milepæle eller datoer for succeskriterierne.")


@dataclass(frozen=True)
class Deadline:
    """A milestone or a criterion with its date, in words."""

    dated: Dated
    title: str
    named: str
    status_text: str
    day: str
    judged_text: str
    project: str
    goal: str
    note: str


def deadlines(dated: Iterable[Dated], plan: Plan, words: Words) -> list[Deadline]:
    names = titles(plan, words)
    return [deadline(row, names, words) for row in dated]


def deadline(dated: Dated, names: Titles, words: Words) -> Deadline:
    title, judged = names.of(dated.kind, dated.item_id), labels.day(dated.judged, words)
    projects = ", ".join(names.project.get(project_id, "") for project_id in dated.projects)
    return Deadline(
        dated=dated,
        title=title,
        named=named(dated.kind, title, words),
        status_text=status_text(dated, words),
        day=labels.day(dated.due, words),
        judged_text=words("vurderet {day}", day=judged) if judged else words("ikke vurderet"),
        project=projects or words("Uden indsats"),
        goal=names.goal.get(dated.goal_id) or words("Uden overordnet mål"),
        note=words.text(dated.item.note),
    )


def status_text(dated: Dated, words: Words) -> str:
    """The icon and the word of a status of a milestone or a criterion."""
    name = labels.milestone_status if dated.kind == "milestone" else labels.criterion_status
    return name(dated.status, words)


def colours(dated: Iterable[Dated], words: Words) -> dict[str, list[str]]:
    """The colour behind each status."""
    looks = {"milestone": MILESTONE_COLOURS, "criterion": theme.STATUS_COLOURS}
    return {words("Status"): [looks[row.kind][row.status] for row in dated]}


def dated_columns(words: Words) -> list[Column]:
    """What a screen and a slide have room for; `dated_file_columns` hold the rest."""
    return [
        Column("named", words("Hvad")),
        Column("status_text", words("Status")),
        Column("day", words("Frist")),
        Column("judged_text", words("Vurdering")),
        Column("project", words("Indsats")),
        Column("note", words("Note"), optional=True),
    ]


def dated_file_columns(words: Words) -> list[Column]:
    return [
        Column("what", words("Led i strategien")),
        Column("title", words("Navn")),
        Column("due", words("Frist")),
        Column("status_text", words("Status")),
        Column("judged", words("Senest vurderet")),
        Column("project", words("Indsats")),
        Column("goal", words("Overordnet mål")),
        Column("note", words("Note"), optional=True),
    ]


def dated_frame(rows: Iterable[Deadline], words: Words) -> pandas.DataFrame:
    """The deadlines with the fields of `dated_columns` and `dated_file_columns`."""
    columns = [*dated_columns(words), *dated_file_columns(words)]
    return pandas.DataFrame([fields_of(row, words) for row in rows], columns=fields(columns))


def fields(columns: Iterable[Column]) -> list[str]:
    return list(dict.fromkeys(column.field for column in columns))


def fields_of(row: Deadline, words: Words) -> dict[str, str]:
    return {
        "what": words(KINDS[row.dated.kind]),
        "title": row.title,
        "named": row.named,
        "status_text": row.status_text,
        "day": row.day,
        "due": row.dated.due,
        "judged": row.dated.judged,
        "judged_text": row.judged_text,
        "project": row.project,
        "goal": row.goal,
        "note": row.note,
    }


def due_sentence(found: int, undated: int, meeting: date, words: Words) -> str:
    """How many must be judged by the meeting, and how many criteria no list by date can hold."""
    day = words.date(meeting)
    text = (
        words.plural(
            "{n} milepæl eller succeskriterium har frist senest {day} og mangler en afsluttende vurdering.",
            "{n} milepæle og succeskriterier har frist senest {day} og mangler en afsluttende vurdering.",
            found,
            day=day,
        )
        if found
        else words("Intet har frist senest {day} og mangler en afsluttende vurdering.", day=day)
    )
    if not undated:
        return text
    return (
        text
        + " "
        + words.plural(
            "{n} åbent succeskriterium har ingen slutdato i kilden og kan derfor ikke stå på listen.",
            "{n} åbne succeskriterier har ingen slutdato i kilden og kan derfor ikke stå på listen.",
            undated,
        )
    )


def slip_columns(words: Words) -> list[Column]:
    name, status, _, judged, project, note = dated_columns(words)
    return [name, status, Column("why", words("Hvorfor")), Column("past_day", words("Frist")), judged, project, note]


def slip_file_columns(words: Words) -> list[Column]:
    return [
        *dated_file_columns(words),
        Column("why", words("Hvorfor")),
        Column("days", words("Dage efter fristen"), "number"),
    ]


def slip_frame(slips: Iterable[Slip], plan: Plan, words: Words) -> pandas.DataFrame:
    """What has slipped with the fields of `slip_columns` and `slip_file_columns`."""
    names, columns = titles(plan, words), [*slip_columns(words), *slip_file_columns(words)]
    rows = [slip_fields(slip, deadline(slip.dated, names, words), words) for slip in slips]
    return pandas.DataFrame(rows, columns=fields(columns))


def slip_fields(slip: Slip, row: Deadline, words: Words) -> dict[str, str | int]:
    past = labels.ago(slip.days, words) if slip.days else ""
    return {
        **fields_of(row, words),
        "why": words(SLIPS[slip.reason]),
        "past_day": f"{row.day} ({past})" if past else row.day,
        "days": slip.days,
    }


def slip_sentence(reasons: Sequence[str], words: Words) -> str:
    """11 er forsinket: 2 vurderet som forsinket, …"""
    if not reasons:
        return words("Intet er forsinket: ingen frist er overskredet, og intet er vurderet som forsinket eller bagud.")
    return words("{n} er forsinket. {list}.", n=words.number(len(reasons)), list=counted(reasons, SLIPS, words))


def counted(reasons: Iterable[str], names: Mapping[str, str], words: Words) -> str:
    """How many have each reason, in the order of `names`."""
    counts = Counter(reasons)
    return "; ".join(
        f"{words(name)}: {words.number(counts[reason])}" for reason, name in names.items() if reason in counts
    )


def milestone_sentence(rows: Sequence[Dated], words: Words) -> str:
    """10 milepæle: 5 nået, 3 planlagt, 2 forsinket, 1 bortfaldet."""
    counts = Counter(row.status for row in rows)
    parts = [
        f"{words.number(counts[status])} {words(name).lower()}"
        for status, name in labels.MILESTONE_STATUSES.items()
        if status in counts
    ]
    return words.plural("{n} milepæl: {list}.", "{n} milepæle: {list}.", len(rows), list=", ".join(parts))
