"""A strategy ready to read: the chain from goal to criterion, what is due, what has slipped, and where it is broken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import pandas

from dashboard.charts import theme
from dashboard.criteria import cards as criterion_cards
from dashboard.i18n import labels, statuses
from dashboard.i18n.words import N_, Words
from dashboard.views import tables
from dashboard.views.tables import Column
from data import strategy
from data.strategy import Plan

KINDS = {
    "goal": N_("Politisk mål"),
    "project": N_("Indsats"),
    "milestone": N_("Milepæl"),
    "criterion": N_("Succeskriterium"),
}
SLIPS = {
    "late": N_("Vurderet som forsinket"),
    "not_reached": N_("Frist passeret og ikke nået"),
    "not_judged": N_("Frist passeret og ikke vurderet siden"),
    "behind": N_("Bagud i forhold til tiden"),
}
GAPS = {
    "criterion_without_goal": N_("Succeskriteriet hører ikke til noget politisk mål"),
    "criterion_without_project": N_("Ingen indsats er i gang med succeskriteriet"),
    "goal_without_project": N_("Målet har ingen indsats"),
    "goal_without_criterion": N_("Målet har intet succeskriterium"),
    "project_without_goal": N_("Indsatsen hører ikke til noget politisk mål"),
    "project_without_measure": N_("Indsatsen har hverken milepæl eller succeskriterium"),
}
MILESTONE_COLOURS = {code: status.colour for code, status in statuses.MILESTONES.items()}


class Titles(NamedTuple):
    """What goals, projects, milestones and criteria are called, each by its id."""

    goal: Mapping[str, str]
    project: Mapping[str, str]
    milestone: Mapping[str, str]
    criterion: Mapping[str, str]

    def of(self, kind: str, item_id: str) -> str:
        return getattr(self, kind).get(item_id, "")


def titles(plan: Plan, words: Words) -> Titles:
    return Titles(
        goal={row["goal_id"]: words.pick(row, "title") for row in plan.goals.to_dict("records")},
        project=dict(zip(plan.projects["project_id"], plan.projects["name"], strict=True)),
        milestone={row["milestone_id"]: words.pick(row, "title") for row in plan.milestones.to_dict("records")},
        criterion={
            row["criterion_id"]: criterion_cards.numbered(row, words) for row in plan.criteria.to_dict("records")
        },
    )


def chain(paths: pandas.DataFrame, plan: Plan, words: Words) -> pandas.DataFrame:
    """Paths of `strategy.tree` with the texts of `chain_columns` and `chain_file_columns`, and status colours."""
    names = titles(plan, words)
    projects = {
        row["project_id"]: labels.project_status(row["status"], words) for row in plan.projects.to_dict("records")
    }
    milestones = {row["milestone_id"]: row for row in plan.milestones.to_dict("records")}
    criteria = {row["criterion_id"]: row for row in plan.criteria.to_dict("records")}
    rows = [
        {
            "goal": names.of("goal", path["goal_id"]) or words("Uden politisk mål"),
            "project": names.of("project", path["project_id"]) or words("Uden indsats"),
            "project_status": projects.get(path["project_id"], ""),
            "milestone": names.of("milestone", path["milestone_id"]),
            **milestone_texts(milestones.get(path["milestone_id"]), words),
            "criterion": names.of("criterion", path["criterion_id"]),
            **criterion_texts(criteria.get(path["criterion_id"]), words),
        }
        for path in paths.to_dict("records")
    ]
    fields = [*(column.field for column in chain_file_columns(words)), "milestone_colour", "criterion_colour"]
    told = pandas.DataFrame(rows, columns=fields, index=paths.index)
    return pandas.concat([paths, told], axis=1).assign(
        effort=[
            f"{row.project} ({row.project_status})" if row.project_status else row.project for row in told.itertuples()
        ],
        step=[
            f"{row['milestone']}: {row['milestone_status']}. {milestone_line(row, words)}" if row["milestone"] else ""
            for row in told.to_dict("records")
        ],
        measure=[f"{row.criterion}: {row.criterion_status}" if row.criterion else "" for row in told.itertuples()],
        dates=[
            ", ".join(filter(None, (row.period, row.as_of and words("opgjort pr. {day}", day=row.as_of))))
            for row in told.itertuples()
        ],
    )


def chain_columns(words: Words) -> list[Column]:
    """What a screen and a slide have room for; `chain_file_columns` hold each thing by itself."""
    return [
        Column("goal", words("Politisk mål")),
        Column("effort", words("Indsats")),
        Column("step", words("Milepæl"), optional=True),
        Column("measure", words("Succeskriterium"), optional=True),
        Column("reached", words("Nået"), optional=True),
        Column("dates", words("Datoer"), optional=True),
    ]


def chain_file_columns(words: Words) -> list[Column]:
    return [
        Column("goal", words("Politisk mål")),
        Column("project", words("Indsats")),
        Column("project_status", words("Indsatsens status")),
        Column("milestone", words("Milepæl"), optional=True),
        Column("milestone_due", words("Milepælens frist"), optional=True),
        Column("milestone_status", words("Milepælens status"), optional=True),
        Column("milestone_judged", words("Milepælen vurderet"), optional=True),
        Column("criterion", words("Succeskriterium"), optional=True),
        Column("criterion_status", words("Kriteriets status"), optional=True),
        Column("reached", words("Nået"), optional=True),
        Column("period", words("Kriteriets periode"), optional=True),
        Column("as_of", words("Opgjort pr."), optional=True),
        Column("judgement", words("Vurdering"), optional=True),
    ]


def milestone_texts(row: Mapping[str, Any] | None, words: Words) -> dict[str, str]:
    """When a milestone is due, how it went and when that was judged; empty texts where there is no milestone."""
    if row is None:
        return dict.fromkeys(("milestone_due", "milestone_status", "milestone_judged", "milestone_colour"), "")
    return {
        "milestone_due": labels.day(row["due"], words),
        "milestone_status": labels.milestone_status(row["status"], words),
        "milestone_judged": labels.day(row["evaluated"], words),
        "milestone_colour": MILESTONE_COLOURS[row["status"]],
    }


def criterion_texts(row: Mapping[str, Any] | None, words: Words) -> dict[str, str]:
    """A criterion's status, what is reached, its dates and who has judged it; empty texts where there is none."""
    if row is None:
        return dict.fromkeys(("criterion_status", "reached", "period", "as_of", "judgement", "criterion_colour"), "")
    return {
        "criterion_status": labels.criterion_status(row["status"], words),
        "reached": criterion_cards.reached(row, words),
        "period": period(row, words),
        "as_of": labels.day(row["as_of"], words) if pandas.notna(row["reached"]) else "",
        "judgement": criterion_cards.judgement(row, words),
        "criterion_colour": theme.STATUS_COLOURS[row["status"]],
    }


def period(row: Mapping[str, Any], words: Words) -> str:
    """1. januar 2021 – 31. december 2026, as far as the source dates the criterion."""
    start, end = (labels.day(row[field], words) for field in ("start_date", "end_date"))
    if start and end:
        return f"{start} – {end}"
    return words("til {day}", day=end) if end else words("fra {day}", day=start) if start else ""


def milestone_line(row: Mapping[str, Any], words: Words) -> str:
    """Frist: 30. juni 2022. Vurderet 15. juni 2022. `row` of `chain`."""
    judged = row["milestone_judged"]
    if not judged:
        return words("Frist: {due}. Endnu ikke vurderet.", due=row["milestone_due"])
    return words("Frist: {due}. Vurderet {judged}.", due=row["milestone_due"], judged=judged)


def criterion_line(row: Mapping[str, Any], others: str, words: Words) -> str:
    """What is reached, when it was counted, its dates and who has judged it. `row` of `chain`; `others`: the names of
    other projects that serve it.
    """
    parts = [words("Nået: {reached}.", reached=row["reached"])]
    parts += [words("Opgjort pr. {day}.", day=row["as_of"])] if row["as_of"] else []
    parts.append(words("Periode: {period}.", period=row["period"] or words("kilden oplyser ingen datoer")))
    parts += [row["judgement"]] if row["judgement"] else []
    parts += [words("Hører også til: {list}.", list=others)] if others else []
    return " ".join(parts)


def other_projects(plan: Plan, criterion_id: str, project_id: str, names: Titles) -> str:
    """The names of the projects that serve a criterion besides one."""
    serving = plan.services.loc[plan.services["criterion_id"] == criterion_id, "project_id"]
    return ", ".join(names.of("project", other) for other in serving if other != project_id)


def goal_lines(plan: Plan, sources: pandas.DataFrame, words: Words) -> dict[str, str]:
    """The note, source and page of every goal, by its id."""
    known = sources.set_index("source_id")["title"]
    lines = {}
    for row in plan.goals.to_dict("records"):
        source = tables.citation(known.get(row["source_id"], row["source_id"]), row["page"], words)
        lines[row["goal_id"]] = " ".join(filter(None, (words.pick(row, "note"), words("Kilde: {list}", list=source))))
    return lines


def summary(paths: pandas.DataFrame, words: Words) -> str:
    """2 politiske mål, 17 indsatser, ingen milepæle og 26 succeskriterier. `paths` as `strategy.tree`."""
    goals, projects, milestones, criteria = (paths.loc[paths[field] != "", field].nunique() for field in strategy.PATH)
    return words(
        "{goals}, {projects}, {milestones} og {criteria}.",
        goals=words.plural("{n} politisk mål", "{n} politiske mål", goals),
        projects=words.plural("{n} indsats", "{n} indsatser", projects) if projects else words("ingen indsatser"),
        milestones=words.plural("{n} milepæl", "{n} milepæle", milestones) if milestones else words("ingen milepæle"),
        criteria=words.plural("{n} succeskriterium", "{n} succeskriterier", criteria)
        if criteria
        else words("ingen succeskriterier"),
    )


def chain_sentence(paths: pandas.DataFrame, plan: Plan, words: Words) -> str:
    """How the criteria stand, and that one may stand several times. `paths` as `chain`."""
    own = plan.criteria[plan.criteria["criterion_id"].isin(paths["criterion_id"])]
    if own.empty:
        return words("Kilden nævner ingen succeskriterier.")
    text = criterion_cards.summary(own["status"], "", words)
    if not paths.loc[paths["criterion_id"] != "", "criterion_id"].duplicated().any():
        return text
    return f"{text} " + words("Et succeskriterium, som flere indsatser arbejder med, står under hver af dem.")


def colours(rows: pandas.DataFrame, words: Words) -> dict[str, list[str]]:
    """The colour behind each status of `dated_rows`; none for rows without a status."""
    if "status_text" not in rows:
        return {}
    looks = {"milestone": MILESTONE_COLOURS, "criterion": theme.STATUS_COLOURS}
    return {words("Status"): [looks[row.kind][row.status] for row in rows.itertuples()]}


def dated_rows(dated: pandas.DataFrame, plan: Plan, words: Words) -> pandas.DataFrame:
    """Rows of `strategy.dates` with the texts of `dated_columns` and `dated_file_columns`, and source_id and page."""
    names = titles(plan, words)
    known = {
        "milestone": plan.milestones.set_index("milestone_id"),
        "criterion": plan.criteria.set_index("criterion_id"),
    }
    return dated.assign(
        what=[words(KINDS[kind]) for kind in dated["kind"]],
        title=[names.of(row.kind, row.item_id) for row in dated.itertuples()],
        named=[f"{words(KINDS[row.kind])}: {names.of(row.kind, row.item_id)}" for row in dated.itertuples()],
        day=[labels.day(day, words) for day in dated["due"]],
        status_text=[status_text(row.kind, row.status, words) for row in dated.itertuples()],
        judged_text=[
            words("vurderet {day}", day=labels.day(day, words)) if day else words("ikke vurderet")
            for day in dated["judged"]
        ],
        project=[
            ", ".join(names.of("project", name) for name in row.split("|") if name) or words("Uden indsats")
            for row in dated["projects"]
        ],
        goal=[names.of("goal", goal_id) or words("Uden politisk mål") for goal_id in dated["goal_id"]],
        note=[words.pick(known[row.kind].loc[row.item_id], "note") for row in dated.itertuples()],
        source_id=[known[row.kind].loc[row.item_id, "source_id"] for row in dated.itertuples()],
        page=[known[row.kind].loc[row.item_id, "page"] for row in dated.itertuples()],
    )


def status_text(kind: str, status: str, words: Words) -> str:
    """The icon and the word of a status of a milestone or a criterion."""
    return labels.milestone_status(status, words) if kind == "milestone" else labels.criterion_status(status, words)


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
        Column("goal", words("Politisk mål")),
        Column("note", words("Note"), optional=True),
    ]


NO_DATES = N_("Det kan ikke afgøres: kilden oplyser hverken milepæle eller datoer for succeskriterierne.")


def due_sentence(rows: pandas.DataFrame, undated: int, meeting: date, words: Words) -> str:
    """How many must be judged by the meeting, and how many criteria no list by date can hold."""
    day = words.date(meeting)
    text = (
        words.plural(
            "{n} milepæl eller succeskriterium har frist senest {day} og mangler en afsluttende vurdering.",
            "{n} milepæle og succeskriterier har frist senest {day} og mangler en afsluttende vurdering.",
            len(rows),
            day=day,
        )
        if len(rows)
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


def slip_rows(dated: pandas.DataFrame, plan: Plan, words: Words) -> pandas.DataFrame:
    """Rows of `strategy.slipped` with their texts: those of `slip_columns`, and source_id and page."""
    rows = dated_rows(dated, plan, words)
    past = [words.plural("for {n} dag siden", "for {n} dage siden", days) if days else "" for days in dated["days"]]
    return rows.assign(
        why=[words(SLIPS[reason]) for reason in dated["reason"]],
        past_day=[f"{day} ({ago})" if ago else day for day, ago in zip(rows["day"], past, strict=True)],
    )


def slip_columns(words: Words) -> list[Column]:
    named, status, _, judged, project, note = dated_columns(words)
    return [named, status, Column("why", words("Hvorfor")), Column("past_day", words("Frist")), judged, project, note]


def slip_file_columns(words: Words) -> list[Column]:
    return [
        *dated_file_columns(words),
        Column("why", words("Hvorfor")),
        Column("days", words("Dage efter fristen"), "number"),
    ]


def slip_sentence(reasons: pandas.Series, words: Words) -> str:
    """11 er skredet: 2 vurderet som forsinket, …"""
    if reasons.empty:
        return words("Intet er skredet: ingen frist er overskredet, og intet er vurderet som forsinket eller bagud.")
    return words("{n} er skredet. {list}.", n=words.number(len(reasons)), list=counted(reasons, SLIPS, words))


def counted(reasons: pandas.Series, names: Mapping[str, str], words: Words) -> str:
    """How many have each reason, in the order of `names`."""
    counts = reasons.value_counts()
    return "; ".join(
        f"{words(name)}: {words.number(counts[reason])}" for reason, name in names.items() if reason in counts
    )


def gap_rows(found: pandas.DataFrame, plan: Plan, words: Words) -> pandas.DataFrame:
    """Rows of `strategy.gaps` with their texts: those of `gap_columns`, and source_id and page."""
    names = titles(plan, words)
    known = {
        kind: rows.set_index(f"{kind}_id")
        for kind, rows in (("goal", plan.goals), ("project", plan.projects), ("criterion", plan.criteria))
    }
    return found.assign(
        what=[words(KINDS[kind]) for kind in found["kind"]],
        title=[names.of(row.kind, row.item_id) for row in found.itertuples()],
        named=[f"{words(KINDS[row.kind])}: {names.of(row.kind, row.item_id)}" for row in found.itertuples()],
        why=[words(GAPS[reason]) for reason in found["reason"]],
        goal=[names.of("goal", goal_id) or words("Uden politisk mål") for goal_id in found["goal_id"]],
        source_id=[known[row.kind].loc[row.item_id, "source_id"] for row in found.itertuples()],
        page=[known[row.kind].loc[row.item_id, "page"] for row in found.itertuples()],
    )


def gap_columns(words: Words) -> list[Column]:
    return [
        Column("named", words("Hvad")),
        Column("why", words("Hul")),
        Column("goal", words("Politisk mål")),
    ]


def gap_file_columns(words: Words) -> list[Column]:
    return [Column("what", words("Led i strategien")), Column("title", words("Navn")), *gap_columns(words)[1:]]


def gap_sentence(reasons: pandas.Series, words: Words) -> str:
    if reasons.empty:
        return words(
            "Ingen huller: hvert mål har indsats og succeskriterium, og hvert succeskriterium har mål og indsats."
        )
    return words.plural(
        "Ét led mangler i kæden. {list}.",
        "{n} led mangler i kæden. {list}.",
        len(reasons),
        list=counted(reasons, GAPS, words),
    )


def milestone_sentence(rows: pandas.DataFrame, words: Words) -> str:
    """10 milepæle: 5 nået, 3 planlagt, 2 forsinket, 1 bortfaldet. `rows`: the milestones of `strategy.dates`."""
    counts = rows["status"].value_counts()
    parts = [
        f"{words.number(counts[status])} {words(name).lower()}"
        for status, name in labels.MILESTONE_STATUSES.items()
        if status in counts
    ]
    return words.plural("{n} milepæl: {list}.", "{n} milepæle: {list}.", len(rows), list=", ".join(parts))
