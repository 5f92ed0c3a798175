"""The chain from goal to criterion, ready to read: in the tree, in a table, in a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas

from dashboard.charts import theme
from dashboard.criteria import amounts
from dashboard.criteria import cards as criterion_cards
from dashboard.criteria.reason import judgement
from dashboard.i18n import labels, statuses
from dashboard.i18n.words import Words
from dashboard.strategy.names import Titles, titles
from dashboard.views import tables
from dashboard.views.tables import Column
from data.contracts import Criterion, Milestone, Source
from data.scorecards import Scored
from data.strategy import Path, Plan

MILESTONE_COLOURS = {code: status.colour for code, status in statuses.MILESTONES.items()}


@dataclass(frozen=True)
class MilestoneTexts:
    """When a milestone is due, how it went and when that was judged; empty texts where there is no milestone."""

    title: str = ""
    due: str = ""
    status: str = ""
    judged: str = ""
    colour: str = ""


@dataclass(frozen=True)
class CriterionTexts:
    """A criterion's status, what is reached, its dates and who has judged it; empty texts where there is none."""

    title: str = ""
    status: str = ""
    reached: str = ""
    period: str = ""
    as_of: str = ""
    judgement: str = ""
    colour: str = ""


@dataclass(frozen=True)
class Link:
    """One way through the chain, in words."""

    path: Path
    goal: str
    project: str
    project_status: str
    milestone: MilestoneTexts
    criterion: CriterionTexts

    @property
    def effort(self) -> str:
        return f"{self.project}, {self.project_status}" if self.project_status else self.project


def chain(paths: Iterable[Path], plan: Plan, today: date, words: Words) -> list[Link]:
    """The ways of `strategy.tree` in words."""
    names = titles(plan, words)
    project_statuses = {
        row.project_id: labels.project_status(row.status, row.as_of, today, words) for row in plan.projects
    }
    milestones = {row.milestone_id: milestone_texts(row, words) for row in plan.milestones}
    criteria = {row.criterion.criterion_id: criterion_texts(row, words) for row in plan.criteria}
    return [
        Link(
            path=path,
            goal=names.goal.get(path.goal_id) or words("Uden overordnet mål"),
            project=names.project.get(path.project_id) or words("Uden indsats"),
            project_status=project_statuses.get(path.project_id, ""),
            milestone=milestones.get(path.milestone_id, MilestoneTexts()),
            criterion=criteria.get(path.criterion_id, CriterionTexts()),
        )
        for path in paths
    ]


def milestone_texts(row: Milestone, words: Words) -> MilestoneTexts:
    return MilestoneTexts(
        title=words.text(row.title),
        due=labels.day(row.due, words),
        status=labels.milestone_status(row.status, words),
        judged=labels.day(row.evaluated, words),
        colour=MILESTONE_COLOURS[row.status],
    )


def criterion_texts(row: Scored, words: Words) -> CriterionTexts:
    criterion, score = row.criterion, row.score
    return CriterionTexts(
        title=criterion_cards.numbered(criterion, words),
        status=labels.criterion_status(score.status, words),
        reached=amounts.reached(criterion, score.reached, words),
        period=period(criterion, words),
        as_of="" if score.reached is None else labels.day(score.as_of, words),
        judgement=judgement(criterion, words),
        colour=theme.STATUS_COLOURS[score.status],
    )


def period(criterion: Criterion, words: Words) -> str:
    """1. januar 2021 – 31. december 2026, as far as the source dates the criterion."""
    start, end = (labels.day(day, words) for day in (criterion.start_date, criterion.end_date))
    if start and end:
        return f"{start} – {end}"
    return words("til {day}", day=end) if end else words("fra {day}", day=start) if start else ""


def chain_columns(words: Words) -> list[Column]:
    """What a screen and a slide have room for; `chain_file_columns` hold each thing by itself."""
    return [
        Column("goal", words("Overordnet mål")),
        Column("effort", words("Indsats")),
        Column("step", words("Milepæl"), optional=True),
        Column("measure", words("Succeskriterium"), optional=True),
        Column("reached", words("Nået"), optional=True),
        Column("dates", words("Datoer"), optional=True),
    ]


def chain_file_columns(words: Words) -> list[Column]:
    return [
        Column("goal", words("Overordnet mål")),
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


def chain_frame(links: Iterable[Link], words: Words) -> pandas.DataFrame:
    """The links with the fields of `chain_columns` and `chain_file_columns`."""
    fields = [column.field for column in (*chain_columns(words), *chain_file_columns(words))]
    return pandas.DataFrame([fields_of(link, words) for link in links], columns=list(dict.fromkeys(fields)))


def fields_of(link: Link, words: Words) -> dict[str, str]:
    milestone, criterion = link.milestone, link.criterion
    counted = words("opgjort pr. {day}", day=criterion.as_of) if criterion.as_of else ""
    line = milestone_line(milestone, words)
    return {
        "goal": link.goal,
        "effort": link.effort,
        "step": f"{milestone.title}: {milestone.status}. {line}" if milestone.title else "",
        "measure": f"{criterion.title}: {criterion.status}" if criterion.title else "",
        "reached": criterion.reached,
        "dates": ", ".join(filter(None, (criterion.period, counted))),
        "project": link.project,
        "project_status": link.project_status,
        "milestone": milestone.title,
        "milestone_due": milestone.due,
        "milestone_status": milestone.status,
        "milestone_judged": milestone.judged,
        "criterion": criterion.title,
        "criterion_status": criterion.status,
        "period": criterion.period,
        "as_of": criterion.as_of,
        "judgement": criterion.judgement,
    }


def milestone_line(milestone: MilestoneTexts, words: Words) -> str:
    """Frist: 30. juni 2022. Vurderet 15. juni 2022."""
    if not milestone.judged:
        return words("Frist: {due}. Endnu ikke vurderet.", due=milestone.due)
    return words("Frist: {due}. Vurderet {judged}.", due=milestone.due, judged=milestone.judged)


def criterion_line(criterion: CriterionTexts, others: str, words: Words) -> str:
    """What is reached, when it was counted, its dates and who has judged it; `others`: the names of other projects that
    serve it.
    """
    parts = (
        words("Nået: {reached}.", reached=criterion.reached),
        words("Opgjort pr. {day}.", day=criterion.as_of) if criterion.as_of else "",
        words("Periode: {period}.", period=criterion.period or words("kilden oplyser ingen datoer")),
        criterion.judgement,
        words("Hører også til: {list}.", list=others) if others else "",
    )
    return " ".join(filter(None, parts))


def other_projects(plan: Plan, path: Path, names: Titles) -> str:
    """The names of the projects that serve the criterion of a path besides its own."""
    serving = plan.projects_of(path.criterion_id)
    return ", ".join(names.project.get(other, "") for other in serving if other != path.project_id)


def goal_lines(plan: Plan, sources: Iterable[Source], words: Words) -> dict[str, str]:
    """The note, source and page of every goal, by its id."""
    source_names = tables.source_names(sources)
    lines = {}
    for goal in plan.goals:
        source = tables.citation(source_names.get(goal.source_id, goal.source_id), goal.page, words)
        lines[goal.goal_id] = " ".join(filter(None, (words.text(goal.note), words("Kilde: {list}", list=source))))
    return lines


def summary(paths: Iterable[Path], words: Words) -> str:
    """2 overordnede mål, 17 indsatser, ingen milepæle og 26 succeskriterier."""
    ids = zip(Path(), *paths, strict=True)  # an empty path, so that there are four columns without any
    goals, projects, milestones, criteria = (len(set(filter(None, column))) for column in ids)
    return words(
        "{goals}, {projects}, {milestones} og {criteria}.",
        goals=words.plural("{n} overordnet mål", "{n} overordnede mål", goals),
        projects=words.plural("{n} indsats", "{n} indsatser", projects) if projects else words("ingen indsatser"),
        milestones=words.plural("{n} milepæl", "{n} milepæle", milestones) if milestones else words("ingen milepæle"),
        criteria=words.plural("{n} succeskriterium", "{n} succeskriterier", criteria)
        if criteria
        else words("ingen succeskriterier"),
    )


def chain_sentence(paths: Iterable[Path], plan: Plan, words: Words) -> str:
    """How the criteria stand, and that one may stand several times."""
    there = [path.criterion_id for path in paths if path.criterion_id]
    found = statuses_of(plan, there)
    if not found:
        return words("Kilden nævner ingen succeskriterier.")
    text = criterion_cards.summary(found, "", words)
    if len(set(there)) == len(there):
        return text
    return f"{text} " + words("Et succeskriterium, som flere indsatser arbejder med, står under hver af dem.")


def statuses_of(plan: Plan, criterion_ids: Collection[str]) -> Sequence[str]:
    return [row.score.status for row in plan.criteria if row.criterion.criterion_id in criterion_ids]
