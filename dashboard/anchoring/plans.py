"""What is planned for when the money ends, ready to read: the plans, the money, and the sentences over both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas

from dashboard.i18n import labels, statuses
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column, citation, framed
from data import anchoring
from data.anchoring import Plan
from data.contracts import Grant
from data.projects import Period

COUNTED = {  # the middle of the sentence: "5 uden plan, 2 stopper …"
    "no_plan": N_("{n} uden plan"),
    "stops": N_("{n} stopper"),
    "new_money": N_("{n} skal finde nye penge"),
    "operations": N_("{n} går over i drift"),
    "association": N_("{n} overtages af en forening"),
    "network": N_("{n} består som netværk"),
}
NOT_TOLD = N_("ikke oplyst")


@dataclass(frozen=True)
class PlanLine:
    """A plan as texts. `route` is a code."""

    title: str
    route: str
    route_text: str
    plan: str
    who: str
    when: str
    money_ends: str
    scheme: str
    source: str
    project_id: str


@dataclass(frozen=True)
class GrantLine:
    """Money as texts; `period` is None where nothing dates it."""

    title: str
    funder: str
    amount: str
    start: str
    end: str
    status: str
    scheme: str
    source: str
    note: str


@dataclass(frozen=True)
class Bar:
    """A grant on the line of time."""

    period: Period
    name: str
    told: str


def plan_line(plan: Plan, titles: Mapping[str, str], words: Words) -> PlanLine:
    """`titles`: what sources are called, by id."""
    row, project = plan.row, plan.project
    cited = row or project
    ends = [labels.day(grant.end, words) for grant in plan.grants if grant.end]
    return PlanLine(
        title=words.text(row.title) if row else project.name if project else "",
        route=plan.route,
        route_text=statuses.ROUTES[plan.route].told(words),
        plan=" ".join(filter(None, map(words.text, (row.plan, row.note))))
        if row
        else words("Ingen kilde nævner en plan (udledt af os)."),
        who=(words.text(row.decided_by) if row else "") or words(NOT_TOLD),
        when=decision(plan, words),
        money_ends=", ".join(dict.fromkeys(ends)) or words(NOT_TOLD),
        scheme=labels.codes(labels.SCHEMES, plan.scheme, words),
        source=citation(titles.get(cited.source_id, cited.source_id), cited.page, words) if cited else "",
        project_id=project.project_id if project else "",
    )


def decision(plan: Plan, words: Words) -> str:
    """besluttet 12. juni 2024; senest 31. marts 2027; ikke oplyst."""
    day = labels.day(plan.row.decided_on, words) if plan.row else ""
    if plan.is_decided:
        return words("besluttet {day}", day=day) if day else words("besluttet")
    return words("senest {day}", day=day) if day else words(NOT_TOLD)


def plan_frame(lines: Iterable[PlanLine]) -> pandas.DataFrame:
    """The table of `plan_columns`."""
    return framed(lines, PlanLine)


def plan_columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Indsats eller samarbejde")),
        Column("route_text", words("Vej")),
        Column("plan", words("Plan")),
        Column("who", words("Hvem beslutter")),
        Column("when", words("Beslutning")),
        Column("money_ends", words("Pengene slutter")),
        Column("source", words("Kilde")),
    ]


def plan_file_columns(words: Words) -> list[Column]:
    return [*plan_columns(words), Column("scheme", words("Strategi"))]


def answer(plans: Sequence[Plan], years: str, words: Words) -> str:
    """For 5 af 21 indsatser og samarbejder kendes ingen plan for, hvad der sker, når pengene slutter. Kilderne er …

    `years`: those of the sources.
    """
    if not plans:
        return words("Ingen kilde fortæller, hvad der sker, når pengene slutter.")
    told = words.plural(
        "For {none} af {n} indsats eller samarbejde kendes ingen plan for, hvad der sker, når pengene slutter.",
        "For {none} af {n} indsatser og samarbejder kendes ingen plan for, hvad der sker, når pengene slutter.",
        len(plans),
        none=words.number(sum(plan.route == "no_plan" for plan in plans)),
    )
    return f"{told} {words('Kilderne er fra {years}.', years=years)}" if years else told


def plan_sentence(plans: Sequence[Plan], words: Words) -> str:
    """21 indsatser og samarbejder: 5 uden plan, 1 stopper, 2 skal finde nye penge … Endeligt besluttet: 3."""
    if not plans:
        return answer(plans, "", words)
    counts = Counter(plan.route for plan in plans)
    first = words.plural("{n} indsats eller samarbejde", "{n} indsatser og samarbejder", len(plans))
    parts = [words(text, n=words.number(counts[route])) for route, text in COUNTED.items() if counts[route]]
    decided = words("Endeligt besluttet: {n}.", n=words.number(sum(plan.is_decided for plan in plans)))
    return f"{first}: {', '.join(parts)}. {decided}"


def grant_line(grant: Grant, titles: Mapping[str, str], words: Words) -> GrantLine:
    """`titles`: what sources are called, by id."""
    missing = words(NOT_TOLD)
    return GrantLine(
        title=words.text(grant.title),
        funder=words.text(grant.funder),
        amount=words("{n} kr.", n=words.number(grant.amount)) if grant.amount is not None else missing,
        start=labels.day(grant.start, words) or missing,
        end=labels.day(grant.end, words) or missing,
        status=statuses.GRANTS[grant.status].told(words),
        scheme=labels.codes(labels.SCHEMES, grant.scheme, words),
        source=citation(titles.get(grant.source_id, grant.source_id), grant.page, words),
        note=words.text(grant.note),
    )


def grant_columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Bevilling")),
        Column("funder", words("Givet af")),
        Column("amount", words("Beløb")),
        Column("start", words("Start")),
        Column("end", words("Slut")),
        Column("status", words("Status")),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]


def bars(grants: Iterable[Grant], words: Words) -> list[Bar]:
    """The grants that have a date, the one that ends first on top; those that nobody dates the end of come last."""
    found = [(grant, period) for grant in grants if (period := anchoring.period(grant))]
    found.sort(key=lambda each: (each[1].end is None, each[1].end or 0, each[1].open_from))
    return [Bar(period, words.text(grant.title), dates(grant, words)) for grant, period in found]


def dates(grant: Grant, words: Words) -> str:
    """1. juni 2012 – slut ikke oplyst."""
    start = labels.day(grant.start, words) or words("start ikke oplyst")
    end = labels.day(grant.end, words) or words("slut ikke oplyst")
    return f"{start} – {end}"


def grant_sentence(grants: Sequence[Grant], drawn: Sequence[Bar], words: Words) -> str:
    """How many grants there are, how many nobody dates the end of, and what the bars mean."""
    open_ends = sum(not grant.end for grant in grants)
    parts = [
        words.plural("{n} bevilling.", "{n} bevillinger.", len(grants)),
        words.plural("For {n} oplyser kilden ikke, hvornår pengene slutter.",
                     "For {n} oplyser kilden ikke, hvornår pengene slutter.", open_ends) if open_ends else "",
        words("Fyldt: til den dag, kilden er fra. Hvidt: resten af bevillingen. Skraveret: slutdatoen er ikke oplyst.")
        if drawn
        else words("Ingen af dem har et årstal at tegne."),
    ]  # fmt: skip
    return " ".join(filter(None, parts))


def undrawn(grants: Sequence[Grant], drawn: Sequence[Bar], words: Words) -> str:
    """The money that cannot be drawn; empty where all is."""
    ids = {bar.period.row_id for bar in drawn}
    names = [words.text(grant.title) for grant in grants if grant.grant_id not in ids]
    if not names or not drawn:
        return ""
    return words(
        "Ikke tegnet, fordi kilden ikke giver årstal, eller pengene kun er søgt: {list}.", list=", ".join(names)
    )


def alt(title: str, drawn: Sequence[Bar]) -> str:
    return f"{title}. {'; '.join(f'{bar.name}: {bar.told}' for bar in drawn)}."
