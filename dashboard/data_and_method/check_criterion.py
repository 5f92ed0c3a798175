"""What is reached on one success criterion in full: each project's number with its page, the sum and the share of the
way to the target with the numbers put in, and both worked out again in exact fractions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import pandas

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data import number_key, scorecards
from data.contracts import Criterion, CriterionStatus, Project, Result
from data.scorecards import Scored

PREFIX = f"kriterium{number_key.BETWEEN}"


def find(setting: Setting, text: str) -> Scored | None:
    """The criterion that a link names: kriterium~ and its id; None for another link or an unknown one."""
    if not text.startswith(PREFIX):
        return None
    asked = text.removeprefix(PREFIX)
    found = scorecards.scored(store.rows(setting.version, Criterion), store.rows(setting.version, CriterionStatus))
    return next((each for each in found if each.criterion.criterion_id == asked), None)


@kept
def view(setting: Setting, text: str) -> View:
    """All that is known of what is reached, a row a question. `text` must name a criterion."""
    words, found = setting.words, find(setting, text)
    assert found is not None
    criterion, score = found.criterion, found.score
    results = [row for row in store.rows(setting.version, Result) if row.criterion_id == criterion.criterion_id]
    added = [row for row in scorecards.latest(results) if scorecards.is_added(row)]
    rows = [(question, answer) for question, answer in answers(setting, found, added) if answer]
    return View(
        title=words("Efterprøv et resultat: {name}", name=words.text(criterion.title)),
        sentence=words(
            "Nået: {number}. Mål: {target}.", number=amount(score.reached, words), target=target(found, words)
        ),
        table=pandas.DataFrame(rows, columns=["question", "answer"], dtype=object),
        columns=[Column("question", words("Spørgsmål")), Column("answer", words("Svar"))],
        folded=False,
        source=sentences.source_line([criterion, *added], shelf.facts(setting.version).sources, words),
        key="check",
        place=labels.codes(labels.SCHEMES, criterion.scheme, words),
        years=score.as_of[:4],
        chosen=text,
    )


def amount(value: float | None, words: Words) -> str:
    """12, 12,5, or that no number is given."""
    if value is None:
        return words("ikke opgjort")
    return words.number(value, 0 if float(value).is_integer() else 1)


def target(found: Scored, words: Words) -> str:
    criterion = found.criterion
    return f"{amount(criterion.target, words)} {words.text(criterion.unit)}".strip()


def answers(setting: Setting, found: Scored, added: Sequence[Result]) -> Iterator[tuple[str, str]]:
    """Question and answer; an empty answer where the question makes no sense."""
    words, criterion, score = setting.words, found.criterion, found.score
    titles = tables.short_names(shelf.facts(setting.version).sources)
    yield words("Hvem gælder det?"), words.text(criterion.target_group)
    yield words("Hvor står målet?"), tables.citation(titles[criterion.source_id], criterion.page, words)
    yield words("Hvor står tallene?"), "; ".join(term(setting, row, titles[row.source_id]) for row in added)
    yield words("Tallet er"), origin(added, words)
    yield words("Summen med tallene sat ind"), addition(added, score, words)
    yield words("Andel af vejen til målet"), share(found, words)
    yield words("Regnet efter på en anden måde"), again(found, added, words)
    yield words("Forbehold"), double_counted(score, words)
    yield words("Note"), words.text(criterion.note)
    version = setting.version
    yield words("Version af data"), f"{version.name} ({words.date(version.time)})"


def term(setting: Setting, row: Result, title: str) -> str:
    """Jobexpres: 225 (Høje-Taastrup 2005, s. 8)."""
    names = {project.project_id: project.name for project in store.rows(setting.version, Project)}
    words = setting.words
    kind = words.text(row.kind)
    said = f"{names.get(row.project_id, row.project_id)}{f', {kind}' if kind else ''}: {amount(row.value, words)}"
    return f"{said} ({tables.citation(title, row.page, words)})"


def origin(added: Sequence[Result], words: Words) -> str:
    if not added:
        return ""
    return words("oplyst i kilden") if len(added) == 1 else words("beregnet af os (sum)")


def addition(added: Sequence[Result], score: CriterionStatus, words: Words) -> str:
    """225 + 40 = 265; empty where nothing is added."""
    if len(added) < 2:
        return ""
    return f"{' + '.join(amount(row.value, words) for row in added)} = {amount(score.reached, words)}"


def share(found: Scored, words: Words) -> str:
    """(60 − 75) / (50 − 75) = 60 %."""
    criterion, score = found.criterion, found.score
    if score.share is None:
        return ""
    start = amount(scorecards.start_value(criterion), words)
    return words(
        "({reached} − {start}) / ({target} − {start}) = {share}",
        reached=amount(score.reached, words),
        start=start,
        target=amount(criterion.target, words),
        share=words.share(score.share),
    )


def again(found: Scored, added: Sequence[Result], words: Words) -> str:
    """Whether sum and share are the same in exact fractions, which round nothing."""
    criterion, score = found.criterion, found.score
    if score.reached is None or not added:
        return ""
    total = sum((Fraction(str(row.value)) for row in added), Fraction(0))
    agrees = abs(float(total) - score.reached) < 10**-scorecards.DECIMALS
    told = words("Sum i hele brøker: {sum}.", sum=amount(float(total), words))
    if score.share is not None and criterion.target is not None:
        start = Fraction(str(scorecards.start_value(criterion)))
        way = (total - start) / (Fraction(str(criterion.target)) - start)
        agrees = agrees and abs(float(way) - score.share) < 10**-scorecards.DECIMALS
        told = f"{told} {words('Andel: {share}.', share=words.share(float(way)))}"
    return f"{told} {words('Det er det samme.') if agrees else words('Det er ikke det samme: meld fejlen.')}"


def double_counted(score: CriterionStatus, words: Words) -> str:
    if not score.double_counted:
        return ""
    return words("Kilden oplyser selv, at nogle af personerne også er talt med et andet sted.")
