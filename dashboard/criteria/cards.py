"""Success criteria ready to read: status, what was reached, why, and the sums behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
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
class Part:
    """What one project has reached on a criterion, number by number: `text` is "147 (ordinær beskæftigelse)"."""

    project_id: str
    project: str
    text: str


@dataclass(frozen=True)
class CriterionCard:
    """A criterion in words. `verdict` is a code of data.contracts.CriterionStatus, `share` a part of 1 (the target),
    all else is ready to read, and empty where there is nothing to say.
    """

    criterion_id: str
    criterion: str
    target_group: str
    goal_id: str
    goal: str
    verdict: str
    status_text: str
    target_text: str
    baseline: str
    reached: str
    value: str
    derived: str
    share: float
    share_text: str
    as_of: str
    stale: str
    parts: tuple[Part, ...]
    reason: str
    judgement: str
    note: str
    page: str

    @property
    def projects(self) -> str:
        return "; ".join(f"{part.project}: {part.text}" for part in self.parts)

    @property
    def achieved(self) -> str:
        """What is reached of the target; a sum of several numbers says that it is ours."""
        return ", ".join(filter(None, [self.reached, self.derived]))

    @property
    def basis(self) -> str:
        """Everything the status rests on, in one text."""
        return " ".join(text for text in (self.reason, self.judgement, self.note, self.page) if text)

    @property
    def dated(self) -> str:
        return f"{self.as_of} · {self.stale}" if self.stale else self.as_of


def summary(statuses: Iterable[str], as_of: str, words: Words) -> str:
    """3 af 12 kriterier er opfyldt, 4 ikke endnu, 2 uden projekt, 3 ikke opgjort pr. 1. september 2005."""
    counts = pandas.Series(list(statuses)).value_counts()
    total = int(counts.sum())
    if not total:
        return words("Ingen kriterier passer til valget.")
    parts = [
        words.plural(
            "{met} af {n} kriterium er opfyldt",
            "{met} af {n} kriterier er opfyldt",
            total,
            met=words.number(counts.get("met", 0)),
        )
    ]
    parts += [words(text, n=words.number(counts[status])) for status, text in PARTS.items() if status in counts]
    sentence = ", ".join(parts)
    return words("{sentence} pr. {day}.", sentence=sentence, day=labels.day(as_of, words)) if as_of else f"{sentence}."


def criterion_cards(
    criteria: pandas.DataFrame,
    statuses: pandas.DataFrame,
    results: pandas.DataFrame,
    projects: pandas.DataFrame,
    goals: pandas.DataFrame,
    words: Words,
    today: date,
) -> list[CriterionCard]:
    """A card for every row of `criteria`, in their order; the other frames follow data.contracts."""
    names, titles = projects.set_index("project_id")["name"], goals.set_index("goal_id")[f"title_{words.language}"]
    rows = criteria.merge(statuses, on="criterion_id", validate="one_to_one")
    latest, figures = scorecards.latest(results), scorecards.latest_figures(results)
    named = latest.assign(project=latest["project_id"].map(names).fillna(latest["project_id"]))
    cards = []
    for row in rows.to_dict("records"):
        own = named[named["criterion_id"] == row["criterion_id"]]
        is_stale = scorecards.is_stale(row["status"], figures.get(row["criterion_id"], ""), today)
        cards.append(
            CriterionCard(
                criterion_id=row["criterion_id"],
                criterion=numbered(row, words),
                target_group=words.pick(row, "target_group"),
                goal_id=row["goal_id"],
                goal=titles.get(row["goal_id"], ""),
                verdict=row["status"],
                status_text=labels.criterion_status(row["status"], words),
                target_text=target(row, words) or words(labels.MISSING["not_collected"]),
                baseline=amount(row["baseline"], row, words),
                reached=reached(row, words),
                value=amount(row["reached"], row, words) or words(labels.MISSING["not_collected"]),
                derived=derived(own, words),
                share=row["share"],
                share_text=words.share(row["share"]) or words(labels.MISSING["not_collected"]),
                as_of=labels.day(row["as_of"], words) if row["as_of"] else words(labels.MISSING["not_collected"]),
                stale=words(STALE) if is_stale else "",
                parts=parts(row, own, names, words),
                reason=reason(row, own[own["served"]], words),
                judgement=judgement(row, words),
                note=" ".join(dict.fromkeys(filter(None, [words.pick(row, "note"), *own[f"note_{words.language}"]]))),
                page=words("(Kilden, s. {page}.)", page=row["page"]) if row["page"] else "",
            )
        )
    return cards


STALE = N_("⚠ Forældet")


def parts(
    row: Mapping[str, Any], results: pandas.DataFrame, names: Mapping[str, str], words: Words
) -> tuple[Part, ...]:
    """What each project has reached, in the source's order; the owner alone where nothing is printed."""
    if results.empty and row["project_id"]:
        owner = row["project_id"]
        return (Part(owner, names.get(owner, owner), words(labels.MISSING["not_collected"])),)
    return tuple(
        Part(
            project_id,
            rows["project"].iloc[0],
            ", ".join(part_text(result, row, words) for result in rows.itertuples()),
        )
        for project_id, rows in results.groupby("project_id", sort=False)
    )


def part_text(result: tuple, row: Mapping[str, Any], words: Words) -> str:
    """66 (ordinær beskæftigelse); 4 (kompetencegivende kurser, ikke lagt til); 0 (ikke i gang med kriteriet)."""
    number = bare(result.value, row, words) or words(labels.MISSING["not_collected"])
    remarks = [words.pick(result._asdict(), "kind")]
    if not result.served:
        remarks.append(words("ikke i gang med kriteriet"))
    elif not result.counted:
        remarks.append(words("ikke lagt til"))
    if result.double_counted:
        remarks.append(words("talt to steder"))
    said = ", ".join(filter(None, remarks))
    return f"{number} ({said})" if said else number


def double(results: pandas.DataFrame, words: Words) -> str:
    """How many the source says are counted elsewhere too."""
    total = results.loc[results["double_counted"] & results["counted"] & results["served"], "value"].sum()
    return words("Kilden oplyser, at {n} er talt med to steder.", n=words.number(total)) if total else ""


def is_fall(row: Mapping[str, Any]) -> bool:
    """Whether the criterion asks for less than there was: 40 -> 20."""
    return bool(row["target"] < row["baseline"])


def target(row: Mapping[str, Any], words: Words) -> str:
    """50 ledige; højst 20 udsættelser; empty without a number."""
    text = amount(row["target"], row, words)
    return words("højst {amount}", amount=text) if text and is_fall(row) else text


def amount(value: float, row: Mapping[str, Any], words: Words) -> str:
    """A number with the criterion's unit; empty where there is none."""
    number = bare(value, row, words)
    return number if row["unit_da"] == "%" or not number else f"{number} {words.pick(row, 'unit')}".strip()


def bare(value: float, row: Mapping[str, Any], words: Words) -> str:
    """A number without the criterion's unit, unless it is per cent; empty where there is none."""
    if row["unit_da"] == "%":
        return words.share(value / 100, decimals_of(value))
    return words.number(value, decimals_of(value))


def numbered(row: Mapping[str, Any], words: Words) -> str:
    """The title with its printed number; a project's own criteria have no number that tells them apart."""
    title = words.pick(row, "title")
    return title if row["project_id"] or pandas.isna(row["number"]) else f"{row['number']}. {title}"


def reached(row: Mapping[str, Any], words: Words) -> str:
    """70 af 50 ledige; 29 udsættelser (målet er højst 20); 77 % (målet er 80 %); or what is known of it."""
    missing = words(labels.MISSING["not_collected"])
    number = words.number(row["reached"], decimals_of(row["reached"]))
    goal, value = target(row, words), amount(row["reached"], row, words)
    if not goal:
        return words("{value}, målet mangler", value=value) if value else missing
    if not value:
        return words("{value} (målet er {target})", value=missing, target=goal)
    if is_fall(row) or row["unit_da"] == "%":
        return words("{value} (målet er {target})", value=value, target=goal)
    return words("{value} af {target}", value=number, target=goal)


def derived(results: pandas.DataFrame, words: Words) -> str:
    """The words that go with a number that is our own sum of several; empty for a number as printed."""
    terms = (results["counted"] & results["served"] & results["value"].notna()).sum()
    return words("afledt (vores sum)") if terms > 1 else ""


def decimals_of(value: float) -> int:
    return 0 if pandas.isna(value) or float(value).is_integer() else 1


def places(values: pandas.Series) -> int:
    """The decimals that a column of numbers needs."""
    return max(map(decimals_of, values), default=0)


def reason(row: Mapping[str, Any], served: pandas.DataFrame, words: Words) -> str:
    """Why a criterion has its status: the sum behind it, what is missing, and how it is set against its dates."""
    counted = served[served["counted"] & served["value"].notna()]
    texts = [sum_of(counted, row, words)] if len(counted) else []
    apart = [
        f"{result.project} {with_kind(result, row, words)}"
        for result in served[~served["counted"] & served["value"].notna()].itertuples()
    ]
    texts += [words("Ikke lagt til: {list}.", list=", ".join(apart))] if apart else []
    texts.append(double(served, words))
    if row["status"] == "no_project":
        texts.append(words("Kilden nævner intet projekt, der er i gang med kriteriet."))
    elif pandas.isna(row["target"]):
        texts.append(words("Målet har intet tal i kilden."))
    elif pandas.isna(row["reached"]):
        texts.append(words("Kilden giver intet tal."))
    texts.append(against_time(row, words))
    return " ".join(filter(None, texts))


def against_time(row: Mapping[str, Any], words: Words) -> str:
    """48 af 120 er 40 %; der er gået 67 % af tiden."""
    passed = scorecards.time_passed(row["start_date"], row["end_date"], row["as_of"])
    if passed is None or pandas.isna(row["share"]):
        return ""
    return words(
        "{share} af vejen til målet var nået, da {time} af tiden var gået.",
        share=words.share(row["share"]),
        time=words.share(passed),
    )


def judgement(row: Mapping[str, Any], words: Words) -> str:
    """The judgement that somebody has made beside the computed status: which, who and when."""
    if not row["stated_status"]:
        return ""
    status, who = words(STATED[row["stated_status"]]), row["stated_by"]
    if not who:
        return words("Kilden skriver selv: {status}.", status=status)
    if not row["stated_on"]:
        return words("Vurderet af {who} (uden dato): {status}.", who=who, status=status)
    return words(
        "Vurderet af {who} den {day}: {status}.", who=who, day=labels.day(row["stated_on"], words), status=status
    )


STATED = {
    "met": N_("opfyldt"),
    "not_met": N_("ikke opfyldt"),
    "pending": N_("afventer"),
    "abandoned": N_("opgivet"),
}


def sum_of(counted: pandas.DataFrame, row: Mapping[str, Any], words: Words) -> str:
    """Jobexpres 66 + Servicefag 4 = 70 (afledt, vores sum); a single number is not a sum."""
    terms = " + ".join(f"{result.project} {bare(result.value, row, words)}" for result in counted.itertuples())
    if len(counted) == 1:
        return words("{terms} (trykt i kilden).", terms=terms)
    return words("{terms} = {total} (afledt, vores sum).", terms=terms, total=bare(row["reached"], row, words))


def with_kind(result: tuple, row: Mapping[str, Any], words: Words) -> str:
    """The number and, where the source says, what kind of result it is."""
    kind, number = words.pick(result._asdict(), "kind"), bare(result.value, row, words)
    return f"{number} ({kind})" if kind else number


def pace_sentence(row: Mapping[str, Any], words: Words, today: date) -> str:
    """For at nå målet skal der nås 6 unge om måneden frem til 31. december 2026; hidtil 3,5.

    `row`: a criterion with its status, as in data.contracts; without a pace the sentence says why.
    """
    if pandas.isna(row["target"]):
        return words("Målet har intet tal i kilden, så et tempo kan ikke regnes ud.")
    if pandas.isna(row["share"]):
        return words("Der er intet tal endnu, så et tempo kan ikke regnes ud.")
    if row["share"] >= 1:
        return words(
            "Målet er nået: {reached} pr. {day}.", reached=reached(row, words), day=labels.day(row["as_of"], words)
        )
    if not (row["start_date"] and row["end_date"]):
        return words("Kilden giver ingen start og slut, så et tempo kan ikke regnes ud.")
    pace, deadline = scorecards.pace(row, row["as_of"], row["reached"]), labels.day(row["end_date"], words)
    if pace is None or pandas.Timestamp(today) > pandas.Timestamp(row["end_date"]):
        return words(
            "Fristen var {deadline}. Ved den seneste opgørelse, {day}, var målet ikke nået.",
            deadline=deadline,
            day=labels.day(row["as_of"], words),
        )
    return " ".join(
        (
            pace_needed(row, pace, deadline, words),
            words("Regnet fra den seneste opgørelse, {day} (afledt).", day=labels.day(row["as_of"], words)),
        )
    )


def pace_needed(row: Mapping[str, Any], pace: scorecards.Pace, deadline: str, words: Words) -> str:
    needed, so_far = (
        words.number(abs(value), 1).removesuffix(",0").removesuffix(".0") for value in (pace.needed, pace.so_far)
    )
    unit = words.pick(row, "unit")
    if not is_level(row):
        return words(
            "For at nå målet skal der nås {needed} {unit} om måneden frem til {deadline}; hidtil {so_far}.",
            needed=needed,
            unit=unit,
            deadline=deadline,
            so_far=so_far,
        )
    text = (
        words(
            "For at nå målet skal tallet falde med {needed} om måneden frem til {deadline};",
            needed=needed,
            deadline=deadline,
        )
        if pace.needed < 0
        else words(
            "For at nå målet skal tallet stige med {needed} om måneden frem til {deadline};",
            needed=needed,
            deadline=deadline,
        )
    )
    past = (
        words("hidtil er det faldet med {so_far}.", so_far=so_far)
        if pace.so_far < 0
        else words("hidtil er det steget med {so_far}.", so_far=so_far)
    )
    return f"{text} {past}"


def is_level(row: Mapping[str, Any]) -> bool:
    """Whether the number is how things stand (a share, evictions in the year), not persons added one by one."""
    return row["unit_da"] == "%" or bool(scorecards.start_value(row))


def historical(figure: str, words: Words, today: date) -> str:
    """What a reader must know of a report that tells of then; empty for a report of now."""
    if not scorecards.is_historical(figure, today):
        return ""
    return words(
        "Historisk rapport: de seneste tal er fra {day}. Siden viser, hvordan det stod til dengang, ikke nu. "
        "Åbne kriterier er derfor mærket »{stale}«.",
        day=labels.day(figure, words),
        stale=words(STALE),
    )
