"""Success criteria ready to read, a card each: status, what was reached and by whom, and what that rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.criteria import amounts, few
from dashboard.criteria.amounts import bare
from dashboard.criteria.reason import judgement, reason
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data import scorecards
from data.contracts import Criterion, Result
from data.scorecards import Scored

PARTS = {  # the middle of the summary: "3 af 12 kriterier er opfyldt, 4 ikke endnu …"
    "behind": N_("{n} bagud"),
    "on_track": N_("{n} på vej"),
    "not_met_yet": N_("{n} ikke endnu"),
    "too_early": N_("{n} for tidligt at sige"),
    "no_project": N_("{n} uden projekt"),
    "not_collected": N_("{n} ikke opgjort"),
    "pending": N_("{n} afventer"),
    "abandoned": N_("{n} opgivet"),
}
STALE = N_("⚠ Forældet")


@dataclass(frozen=True)
class Part:
    """What one project has reached on a criterion, number by number: `text` is "147 (ordinær beskæftigelse)"."""

    project_id: str
    project: str
    text: str


@dataclass(frozen=True)
class CriterionCard:
    """A criterion in words. `verdict` is a code of data.contracts.CriterionStatus, `share` a part of 1 (the target),
    `expected` what that would have been at the date of the figure on a straight way; all else is ready to read, and
    empty where there is nothing to say. `historical` marks a report that tells of then, `stale` one of now that is old,
    `few` a share of very few persons.
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
    share: float | None
    share_text: str
    way_text: str
    expected: float | None
    expected_text: str
    as_of: str
    stale: str
    historical: str
    few: str
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
        return " · ".join(filter(None, (self.as_of, self.stale, self.historical, self.few)))


def criterion_cards(
    criteria: Iterable[Scored],
    results: Sequence[Result],
    names: Mapping[str, str],
    goals: Mapping[str, str],
    words: Words,
    today: date,
) -> list[CriterionCard]:
    """A card for each of the criteria, in their order. `names`: what projects are called, `goals`: goals, by id."""
    latest, figures = scorecards.by_criterion(scorecards.latest(results)), scorecards.latest_figures(results)
    reports = scorecards.reports(results)
    cards = []
    for row in criteria:
        criterion_id, source_id = row.criterion.criterion_id, row.criterion.source_id
        figure = figures.get(criterion_id, "")
        historical = labels.historical(figure or reports.get(source_id, ""), words, today)
        is_stale = not historical and scorecards.is_stale(row.score.status, figure, today)
        goal = goals.get(row.criterion.goal_id, "")
        card = criterion_card(row, latest.get(criterion_id, ()), names, goal, words)
        cards.append(replace(card, historical=historical, stale=words(STALE) if is_stale else ""))
    return cards


def criterion_card(
    row: Scored, results: Sequence[Result], names: Mapping[str, str], goal: str, words: Words
) -> CriterionCard:
    """The card of one criterion, whatever the day is. `results`: each project's latest on it."""
    criterion, score, missing = row.criterion, row.score, amounts.missing(words)
    notes = [words.text(note) for note in (criterion.note, *(result.note for result in results))]
    passed = scorecards.time_passed(criterion.start_date, criterion.end_date, score.as_of)
    expected = None if passed is None or score.share is None or score.share >= 1 else max(passed, 0.0)
    return CriterionCard(
        criterion_id=criterion.criterion_id,
        criterion=numbered(criterion, words),
        target_group=words.text(criterion.target_group),
        goal_id=criterion.goal_id,
        goal=goal,
        verdict=score.status,
        status_text=labels.criterion_status(score.status, words),
        target_text=amounts.target(criterion, words) or missing,
        baseline=amounts.amount(criterion.baseline, criterion, words),
        reached=amounts.reached(criterion, score.reached, words),
        value=amounts.amount(score.reached, criterion, words) or missing,
        derived=derived(results, words),
        share=score.share,
        share_text=words.share(score.share) or missing,
        way_text=way(criterion, score.share, words),
        expected=expected,
        expected_text="" if expected is None else expected_amount(criterion, score.as_of, words),
        as_of=labels.day(score.as_of, words) if score.as_of else missing,
        stale="",
        historical="",
        few=few.mark(criterion, results, words),
        parts=parts(criterion, results, names, words),
        reason=reason(row, results, names, words),
        judgement=judgement(criterion, words),
        note=" ".join(dict.fromkeys(filter(None, notes))),
        page=pages(criterion, results, words),
    )


def pages(criterion: Criterion, results: Iterable[Result], words: Words) -> str:
    """Where in the source the target stands and, where that is elsewhere, the numbers."""
    numbers = dict.fromkeys(page for result in results for page in result.page.split(", ") if page)
    elsewhere = [page for page in numbers if page not in criterion.page.split(", ")]
    if not criterion.page:
        return ""
    if not elsewhere:
        return words("(Kilden, s. {page}.)", page=criterion.page)
    return words("(Kilden: målet s. {target}, tallet s. {number}.)", target=criterion.page, number=", ".join(numbers))


def way(criterion: Criterion, share: float | None, words: Words) -> str:
    """140 % af vejen til målet; 75 % af vejen fra 68 % til 80 %; empty without a share."""
    if share is None:
        return ""
    if not criterion.baseline:
        return words("{share} af vejen til målet", share=words.share(share))
    return words(
        "{share} af vejen fra {start} til {target}",
        share=words.share(share),
        start=bare(criterion.baseline, criterion, words),
        target=bare(criterion.target, criterion, words),
    )


def expected_amount(criterion: Criterion, day: str, words: Words) -> str:
    """What would be reached at a day on a straight way: 80; 27,5 %; empty without dates."""
    value = scorecards.expected(criterion, day)
    return bare(None if value is None else round(value, 1), criterion, words)


def numbered(criterion: Criterion, words: Words) -> str:
    """The title with its printed number; a project's own criteria have no number that tells them apart."""
    title = words.text(criterion.title)
    return title if criterion.project_id or criterion.number is None else f"{criterion.number}. {title}"


def derived(results: Iterable[Result], words: Words) -> str:
    """The words that go with a number that is our own sum of several; empty for a number as printed."""
    return words("beregnet af os") if len(scorecards.values(results)) > 1 else ""


def parts(criterion: Criterion, results: Sequence[Result], names: Mapping[str, str], words: Words) -> tuple[Part, ...]:
    """What each project has reached, in the source's order; the owner alone where nothing is printed."""
    if not results and criterion.project_id:
        owner = criterion.project_id
        return (Part(owner, names.get(owner, owner), amounts.missing(words)),)
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for result in results:
        texts[result.project_id].append(part_text(result, criterion, words))
    return tuple(Part(project, names.get(project, project), ", ".join(said)) for project, said in texts.items())


def part_text(result: Result, criterion: Criterion, words: Words) -> str:
    """66 (ordinær beskæftigelse); 4 (kompetencegivende kurser, ikke talt med); 0 (ikke i gang med kriteriet)."""
    number = bare(result.value, criterion, words) or amounts.missing(words)
    remarks = [words.text(result.kind)]
    if not result.served:
        remarks.append(words("ikke i gang med kriteriet"))
    elif not result.counted:
        remarks.append(words("ikke talt med"))
    if result.double_counted:
        remarks.append(words("talt to steder"))
    said = ", ".join(filter(None, remarks))
    return f"{number} ({said})" if said else number


def summary(statuses: Iterable[str], as_of: str, words: Words) -> str:
    """3 af 12 kriterier er opfyldt, 4 ikke endnu, 2 uden projekt, 3 ikke opgjort pr. 1. september 2005."""
    counts = Counter(statuses)
    total = counts.total()
    if not total:
        return words("Ingen kriterier passer til valget.")
    parts = [
        words.plural(
            "{met} af {n} kriterium er opfyldt",
            "{met} af {n} kriterier er opfyldt",
            total,
            met=words.number(counts["met"]),
        )
    ]
    parts += [words(text, n=words.number(counts[status])) for status, text in PARTS.items() if status in counts]
    sentence = ", ".join(parts)
    return words("{sentence} pr. {day}.", sentence=sentence, day=labels.day(as_of, words)) if as_of else f"{sentence}."


def historical(figure: str, words: Words, today: date) -> str:
    """What a reader must know of a report that tells of then; empty for a report of now."""
    if not scorecards.is_historical(figure, today):
        return ""
    return words(
        "Historisk rapport: de seneste tal er fra {day}. Siden viser, hvordan det stod til dengang, ikke nu.",
        day=labels.day(figure, words),
    )
