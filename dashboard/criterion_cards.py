"""Success criteria ready to read: status, what was reached, why, and the sums behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas

from dashboard import labels
from dashboard.tables import Column
from dashboard.words import N_, Words
from data import scorecards

PARTS = {  # the middle of the summary: "3 af 12 kriterier er opfyldt, 4 ikke endnu …"
    "on_track": N_("{n} på vej"),
    "not_met_yet": N_("{n} ikke endnu"),
    "behind": N_("{n} bagud"),
    "too_early": N_("{n} for tidligt at sige"),
    "no_project": N_("{n} uden projekt"),
    "not_collected": N_("{n} ikke opgjort"),
    "pending": N_("{n} afventer"),
    "abandoned": N_("{n} opgivet"),
}


@dataclass(frozen=True)
class CriterionCard:
    """One row of the scorecard. `status` is a code of data.contracts.CriterionStatuses, all else is ready to read."""

    criterion_id: str
    criterion: str
    target_group: str
    verdict: str
    status_text: str
    reached: str
    share: float
    projects: str
    reason: str
    evidence: str
    page: str


def summary(statuses: Iterable[str], as_of: str, words: Words) -> str:
    """3 af 12 kriterier er opfyldt, 4 ikke endnu, 2 uden projekt, 3 ikke opgjort pr. 1. september 2005."""
    counts = pandas.Series(list(statuses)).value_counts()
    total = int(counts.sum())
    if not total:
        return words("Ingen kriterier passer til valget.")
    parts = [words.plural("{met} af {n} kriterium er opfyldt", "{met} af {n} kriterier er opfyldt", total,
                          met=words.number(counts.get("met", 0)))]
    parts += [words(text, n=words.number(counts[status])) for status, text in PARTS.items() if status in counts]
    sentence = ", ".join(parts)
    return words("{sentence} pr. {day}.", sentence=sentence, day=labels.day(as_of, words)) if as_of else f"{sentence}."


def criterion_cards(
    criteria: pandas.DataFrame,
    statuses: pandas.DataFrame,
    results: pandas.DataFrame,
    projects: pandas.DataFrame,
    words: Words,
) -> list[CriterionCard]:
    """A card for every row of `criteria`, in their order; the other frames follow data.contracts."""
    names = projects.set_index("project_id")["name"]
    rows = criteria.merge(statuses, on="criterion_id", validate="one_to_one")
    latest = scorecards.latest(results)
    named = latest.assign(project=latest["project_id"].map(names).fillna(latest["project_id"]))
    cards = []
    for row in rows.to_dict("records"):
        own = named[named["criterion_id"] == row["criterion_id"]]
        served = own[own["served"]]
        cards.append(CriterionCard(
            criterion_id=row["criterion_id"],
            criterion=numbered(row, words),
            target_group=words.pick(row, "target_group"),
            verdict=row["status"],
            status_text=labels.criterion_status(row["status"], words),
            reached=reached(row, words),
            share=row["share"],
            projects=", ".join(served["project"].drop_duplicates()) or names.get(row["project_id"], words("ingen")),
            reason=reason(row, served, words),
            evidence="; ".join(text for text in own["evidence"].drop_duplicates() if text),
            page=words("s. {page}", page=row["page"]) if row["page"] else "",
        ))
    return cards


def numbered(row: Mapping[str, Any], words: Words) -> str:
    """The title with its printed number; a project's own criteria have no number that tells them apart."""
    title = words.pick(row, "title")
    return title if row["project_id"] or pandas.isna(row["number"]) else f"{row['number']}. {title}"


def reached(row: Mapping[str, Any], words: Words) -> str:
    """70 af 50, or what is known of it."""
    target, value = (None if pandas.isna(row[field]) else words.number(row[field], decimals_of(row[field]))
                     for field in ("target", "reached"))
    missing = words(labels.MISSING["not_collected"])
    if target is None:
        return missing if value is None else words("{value}, målet mangler", value=value)
    unit = words.pick(row, "unit")
    if value is None:
        return words("målet er {target} {unit}", target=target, unit=unit).strip()
    return words("{value} af {target} {unit}", value=value, target=target, unit=unit).strip()


def decimals_of(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def reason(row: Mapping[str, Any], served: pandas.DataFrame, words: Words) -> str:
    """Why a criterion has its status: the sum behind it, what is missing, what the source itself says."""
    counted = served[served["counted"] & served["value"].notna()]
    parts = [sum_of(counted, row["reached"], words)] if len(counted) else []
    apart = [f"{result.project} {with_kind(result, words)}"
             for result in served[~served["counted"] & served["value"].notna()].itertuples()]
    parts += [words("Ikke lagt til: {list}.", list=", ".join(apart))] if apart else []
    double = counted.loc[counted["double_counted"], "value"].sum()
    if double:
        parts.append(words("Kilden oplyser, at {n} er talt med to steder.", n=words.number(double)))
    if row["status"] == "no_project":
        parts.append(words("Kilden nævner intet projekt, der er i gang med kriteriet."))
    elif pandas.isna(row["target"]):
        parts.append(words("Målet har intet tal i kilden."))
    elif pandas.isna(row["reached"]):
        parts.append(words("Kilden giver intet tal."))
    if row["stated_status"]:
        parts.append(words("Kilden skriver selv: {status}.", status=words(STATED[row["stated_status"]])))
    return " ".join(parts)


STATED = {
    "met": N_("opfyldt"), "not_met": N_("ikke opfyldt"), "pending": N_("afventer"), "abandoned": N_("opgivet"),
}


def sum_of(counted: pandas.DataFrame, total: float, words: Words) -> str:
    """Jobexpres 66 + Servicefag 4 = 70 (afledt, vores sum); a single number is not a sum."""
    terms = " + ".join(f"{row.project} {with_kind(row, words)}" for row in counted.itertuples())
    if len(counted) == 1:
        return f"{terms}."
    return words("{terms} = {total} (afledt, vores sum).", terms=terms, total=words.number(total, decimals_of(total)))


def with_kind(result: tuple, words: Words) -> str:
    """The number and, where the source says, what kind of result it is."""
    kind = words.pick(result._asdict(), "kind")
    number = words.number(result.value, decimals_of(result.value))
    return f"{number} ({kind})" if kind else number


def criterion_columns(words: Words) -> list[Column]:
    """The columns of the matrix target group x criterion x project."""
    return [
        Column("criterion", words("Succeskriterium")),
        Column("status_text", words("Status")),
        Column("reached", words("Nået")),
        Column("share_text", words("Andel")),
        Column("target_group", words("Målgruppe")),
        Column("projects", words("Projekter")),
        Column("reason", words("Begrundelse")),
        Column("page", words("Side i kilden"), optional=True),
    ]


def criterion_frame(cards: Iterable[CriterionCard], words: Words) -> pandas.DataFrame:
    """The cards as a frame for the table; the share in words, "ikke opgjort" where there is none."""
    frame = pandas.DataFrame(list(cards), columns=list(CriterionCard.__dataclass_fields__))
    missing = words(labels.MISSING["not_collected"])
    return frame.assign(share_text=[words.share(share) or missing for share in frame["share"]])


def progress(
    criteria: pandas.DataFrame, results: pandas.DataFrame, projects: pandas.DataFrame, words: Words
) -> pandas.DataFrame:
    """The rows of `bar_figures.progress_bars`: criteria with a target and at least one counted number."""
    latest = scorecards.latest(results)
    counted = latest[latest["counted"] & latest["served"] & latest["value"].notna()]
    rows = criteria[criteria["target"].gt(0)].merge(counted, on="criterion_id", suffixes=("", "_result"))
    names = projects.set_index("project_id")["name"]
    return pandas.DataFrame({
        "criterion": [numbered(row, words) for row in rows.to_dict("records")],
        "project": rows["project_id_result"].map(names).fillna(rows["project_id_result"]),
        "kind": rows[f"kind_{words.language}"],
        "value": rows["value"],
        "target": rows["target"],
        "double_counted": rows["double_counted"],
        "evidence": rows["evidence"],
        "source_id": rows["source_id_result"],
        "page": rows["page_result"],
    })


def progress_columns(words: Words) -> list[Column]:
    return [
        Column("criterion", words("Succeskriterium")),
        Column("project", words("Projekt")),
        Column("kind", words("Hvad er talt"), optional=True),
        Column("value", words("Nået"), "number"),
        Column("target", words("Mål"), "number"),
        Column("evidence", words("Står i kilden som"), optional=True),
    ]


def outcome_columns(words: Words) -> list[Column]:
    return [
        Column(f"group_{words.language}", words("Gruppe"), optional=True),
        Column(f"outcome_{words.language}", words("Udfald")),
        Column("persons", words("Personer"), "number"),
    ]


def persons(outcomes: pandas.DataFrame) -> int:
    """How many persons a project's table is about, without the totals it prints."""
    return int(outcomes.loc[~outcomes["is_total"], "persons"].sum())
