"""What sources judge themselves, beside the computed status: of criteria, projects and whole schemes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard import store
from dashboard.areas import shelf
from dashboard.criteria.cards import CriterionCard, numbered
from dashboard.criteria.names import project_names
from dashboard.i18n import labels, statuses
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, citation, framed
from dashboard.views.view import View
from data import assessments
from data.contracts import Assessment, Criterion, CriterionStatus

KINDS = {
    "judgement": N_("Vurdering"),
    "forecast": N_("Forventning"),
    "follow_up": N_("Opfølgning"),
}
ODDS, AGREES = N_("≠ uenig"), N_("= enig")


@dataclass(frozen=True)
class Judged:
    """A judgement as texts. `verdict` is a code, `agrees` whether it is as the computed status says."""

    subject: str
    kind: str
    verdict: str
    verdict_text: str
    computed: str
    agrees: str
    text: str
    judged_by: str
    day: str
    note: str
    source: str


class Beside:
    """The judgements of a version with what is computed of their subjects, in one language."""

    def __init__(self, setting: Setting) -> None:
        version = setting.version
        self.words = setting.words
        self.rows = store.rows(version, Assessment)
        self.criteria = store.rows(version, Criterion)
        self.statuses = {row.criterion_id: row.status for row in store.rows(version, CriterionStatus)}
        self.projects = project_names(setting)
        self.titles = tables.short_names(shelf.facts(version).sources)

    def computed(self, row: Assessment) -> list[str]:
        """The computed statuses of what is judged: a criterion's own, those of a project's or a scheme's criteria."""
        found = [criterion for criterion in self.criteria if is_of(criterion, row)]
        return [self.statuses[criterion.criterion_id] for criterion in found]

    def is_at_odds(self, row: Assessment) -> bool:
        return assessments.is_at_odds(row, self.computed(row))

    def judged(self, row: Assessment) -> Judged:
        words, computed = self.words, self.computed(row)
        agrees = ODDS if self.is_at_odds(row) else AGREES if assessments.agrees(row, computed) else ""
        return Judged(
            subject=self.subject(row),
            kind=words(KINDS[row.kind]),
            verdict=row.verdict,
            verdict_text=statuses.JUDGEMENTS[row.verdict].told(words),
            computed=counted(computed, words),
            agrees=words(agrees) if agrees else "",
            text=words.text(row.text),
            judged_by=words.text(row.judged_by),
            day=labels.day(row.as_of, words),
            note=words.text(row.note),
            source=citation(self.titles.get(row.source_id, row.source_id), row.page, words),
        )

    def subject(self, row: Assessment) -> str:
        """What is judged, by its name."""
        if row.subject == "project":
            return self.projects.get(row.subject_id, row.subject_id)
        if row.subject == "scheme":
            return labels.codes(labels.SCHEMES, row.subject_id, self.words)
        (criterion,) = (each for each in self.criteria if each.criterion_id == row.subject_id)
        return numbered(criterion, self.words)

    def told(self, card: CriterionCard) -> CriterionCard:
        """A card with what its source judges of it, and whether that is otherwise than computed."""
        (criterion,) = (each for each in self.criteria if each.criterion_id == card.criterion_id)
        rows = [row for row in assessments.of_criterion(self.rows, criterion) if row.kind != "follow_up"]
        of_scheme = [row for row in rows if row.kind == "forecast"][:1]  # what a report expects of all its criteria
        nearest = [row for row in rows if row.subject != "scheme"] or of_scheme
        computed = [self.statuses[criterion.criterion_id]]
        at_odds = any(assessments.is_at_odds(row, computed) for row in nearest)
        texts = [self.sentence(row) for row in nearest]
        odds = self.words("≠ Kilden vurderer anderledes") if at_odds else ""
        return replace(card, source_verdict=" ".join(texts), odds=odds)

    def sentence(self, row: Assessment) -> str:
        """▲ Bedre end ventet (Det Boligsociale Partnerskab om Tværgående misbrugsprojekt, september 2005, s. 10)."""
        words = self.words
        return words(
            "{verdict} ({who} om {subject}, {day}, s. {page}).",
            verdict=statuses.JUDGEMENTS[row.verdict].told(words),
            who=words.text(row.judged_by),
            subject=self.subject(row),
            day=labels.day(row.as_of, words),
            page=row.page or "–",
        )


def is_of(criterion: Criterion, row: Assessment) -> bool:
    ids: Mapping[str, str] = {
        "criterion": criterion.criterion_id,
        "project": criterion.project_id,
        "scheme": "" if criterion.project_id else criterion.scheme,
    }
    return ids[row.subject] == row.subject_id


def counted(computed: Sequence[str], words: Words) -> str:
    """✓ Opfyldt; of several: ✓ Opfyldt: 2, ◔ Ikke opfyldt endnu: 1; empty where nothing is computed."""
    counts = Counter(computed)
    if len(computed) == 1:
        return labels.criterion_status(computed[0], words)
    order = [status for status in statuses.CRITERIA if counts[status]]
    return ", ".join(f"{labels.criterion_status(status, words)}: {words.number(counts[status])}" for status in order)


def columns(words: Words) -> list[Column]:
    return [
        Column("subject", words("Hvad der vurderes")),
        Column("verdict_text", words("Kildens vurdering")),
        Column("computed", words("Beregnet status")),
        Column("agrees", words("Enige?"), optional=True),
        Column("kind", words("Slags")),
        Column("text", words("Beskrivelse")),
        Column("judged_by", words("Vurderet af")),
        Column("day", words("Dato")),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]


def answer(rows: Sequence[Judged], words: Words) -> str:
    """19 vurderinger fra kilderne; 3 er uenige med den beregnede status, og de står først."""
    odds = sum(row.agrees == words(ODDS) for row in rows)
    first = words.plural("{n} vurdering fra kilden.", "{n} vurderinger fra kilderne.", len(rows))
    if not odds:
        return f"{first} {words('Ingen er uenig med den beregnede status.')}"
    second = words.plural(
        "{n} er uenig med den beregnede status og står først: kilden ser på andet end tallene.",
        "{n} er uenige med den beregnede status og står først: kilden ser på andet end tallene.",
        odds,
    )
    return f"{first} {second}"


@kept
def view(setting: Setting, subjects: Sequence[str], key: str, chosen: str = "") -> View | None:
    """The judgements of some criteria, projects and schemes, by their ids; None without any."""
    words, beside = setting.words, Beside(setting)
    found = sorted(of(beside.rows, subjects), key=lambda row: not beside.is_at_odds(row))
    if not found:
        return None
    rows = [beside.judged(row) for row in found]
    return View(
        title=words("Kildens egen vurdering ved siden af den beregnede status"),
        sentence=answer(rows, words),
        table=framed(rows, Judged),
        columns=columns(words),
        source=sentences.source_line(found, shelf.facts(setting.version).sources, words),
        key=key,
        chosen=chosen,
        colours={words("Kildens vurdering"): [statuses.JUDGEMENTS[row.verdict].colour for row in rows]},
    )


def of(rows: Iterable[Assessment], subjects: Collection[str]) -> list[Assessment]:
    return [row for row in rows if row.subject_id in subjects]
