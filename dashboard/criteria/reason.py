"""Why a success criterion has its status: the sum behind it, what is missing, and who has judged it beside the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dashboard.criteria import few
from dashboard.criteria.amounts import bare
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data import scorecards
from data.contracts import Criterion, Result
from data.scorecards import Scored

STATED = {
    "met": N_("opfyldt"),
    "not_met": N_("ikke opfyldt"),
    "pending": N_("afventer"),
    "abandoned": N_("opgivet"),
}


def reason(row: Scored, results: Iterable[Result], names: Mapping[str, str], words: Words) -> str:
    """Why a criterion has its status: the sum behind it, what is missing, and how it is set against its dates.

    `results`: each project's latest; `names`: what projects are called, by id.
    """
    criterion, served = row.criterion, [result for result in results if result.served]
    numbers = [result for result in served if result.value is not None]
    counted = [result for result in numbers if result.counted]
    apart = [
        f"{names.get(result.project_id, result.project_id)} {with_kind(result, criterion, words)}"
        for result in numbers
        if not result.counted
    ]
    texts = (
        sum_of(counted, row, names, words) if counted else "",
        words("Ikke talt med: {list}.", list=", ".join(apart)) if apart else "",
        double(counted, words),
        lack(row, words),
        against_time(row, words),
        few.sentence(criterion, served, words),
    )
    return " ".join(filter(None, texts))


def lack(row: Scored, words: Words) -> str:
    """What a criterion lacks: a project, a target or a number."""
    if row.score.status == "no_project":
        return words("Kilden nævner intet projekt, der er i gang med kriteriet.")
    if row.criterion.target is None:
        return words("Målet har intet tal i kilden.")
    if row.score.reached is None:
        return words("Kilden giver intet tal.")
    if scorecards.has_nothing_to_reach(row.criterion):
        return words("Målet er dér, hvor kriteriet begyndte, så en andel af vejen kan ikke regnes ud.")
    return ""


def sum_of(counted: Sequence[Result], row: Scored, names: Mapping[str, str], words: Words) -> str:
    """Jobexpres 66 + Servicefag 4 = 70 (beregnet af os); a single number is not a sum."""
    terms = " + ".join(
        f"{names.get(result.project_id, result.project_id)} {bare(result.value, row.criterion, words)}"
        for result in counted
    )
    if len(counted) == 1:
        return words("{terms} (oplyst i kilden).", terms=terms)
    total = bare(row.score.reached, row.criterion, words)
    return words("{terms} = {total} (beregnet af os).", terms=terms, total=total)


def double(counted: Iterable[Result], words: Words) -> str:
    """How many the source says are counted elsewhere too."""
    total = sum(scorecards.values(result for result in counted if result.double_counted))
    return words("Kilden oplyser, at {n} er talt med to steder.", n=words.number(total)) if total else ""


def with_kind(result: Result, criterion: Criterion, words: Words) -> str:
    """The number and, where the source says, what kind of result it is."""
    kind, number = words.text(result.kind), bare(result.value, criterion, words)
    return f"{number} ({kind})" if kind else number


def against_time(row: Scored, words: Words) -> str:
    """48 af 120 er 40 %; der er gået 67 % af tiden."""
    passed = scorecards.time_passed(row.criterion.start_date, row.criterion.end_date, row.score.as_of)
    if passed is None or row.score.share is None:
        return ""
    return words(
        "{share} af vejen til målet var nået, da {time} af tiden var gået.",
        share=words.share(row.score.share),
        time=words.share(passed),
    )


def judgement(criterion: Criterion, words: Words) -> str:
    """The judgement that somebody has made beside the computed status: which, who and when."""
    if not criterion.stated_status:
        return ""
    status, who = words(STATED[criterion.stated_status]), criterion.stated_by
    if not who:
        return words("Efter kilden: {status}.", status=status)
    if not criterion.stated_on:
        return words("Vurderet af {who} (uden dato): {status}.", who=who, status=status)
    day = labels.day(criterion.stated_on, words)
    return words("Vurderet af {who} den {day}: {status}.", who=who, day=day, status=status)
