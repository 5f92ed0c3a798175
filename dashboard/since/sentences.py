"""What moved in sentences, the surest and largest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.i18n import labels, statuses
from dashboard.i18n.words import N_, Words
from dashboard.since import lines
from dashboard.since.gathering import Moves
from dashboard.since.lines import Told
from dashboard.views.sentences import joined
from data import scorecards, since
from data.contracts import Evaluation
from data.since import CriterionMove, Due, FigureMove, JudgementMove, Move

MOST = 12  # items of the list on top, and at most so many of one kind:
MOST_OF_A_KIND = 4
SURENESS = ("counted", "sure", "unsure", "unknown")  # the surest first
KINDS = {
    "criterion": N_("Succeskriterium"),
    "figure": N_("Tal"),
    "verdict": N_("Dom vendt"),
    "judgement": N_("Kildens vurdering"),
    "correction": N_("Rettelse"),
    "evaluation": N_("Evaluering"),
}


@dataclass(frozen=True)
class Item:
    """One thing that moved. `size`: how far, in parts of where it stood."""

    kind: str
    text: str
    sure: str
    size: float
    sure_text: str = ""
    kind_text: str = ""


def items(moves: Moves, told: Told) -> list[Item]:
    """What moved, ranked by how sure and how large; no kind takes all the places."""
    words = told.words
    found = [*criteria(moves, told), *figures(moves, told), *judgements(moves, told), *other(moves, told)]
    found.sort(key=lambda item: (SURENESS.index(item.sure), -item.size))
    taken: Counter[str] = Counter()
    shown: list[Item] = []
    for item in found:
        taken[item.kind] += 1
        if taken[item.kind] <= MOST_OF_A_KIND and len(shown) < MOST:
            shown.append(
                Item(item.kind, item.text, item.sure, item.size, words(lines.SURE[item.sure]), words(KINDS[item.kind]))
            )
    return shown


def criteria(moves: Moves, told: Told) -> Iterable[Item]:
    for row in moves.criteria:
        if row.move in (Move.CLOSED, Move.UP, Move.DOWN):
            yield Item("criterion", criterion(row, told), "counted", row.size + (row.move is Move.CLOSED))


def criterion(row: CriterionMove, told: Told) -> str:
    line = lines.criterion_line(row, told)
    return told.words(
        "»{criterion}« er {move}: fra {before} til {now}.",
        criterion=line.criterion,
        move=told.words(statuses.CRITERION_MOVES[row.move].word),
        before=line.before,
        now=line.now,
    )


def figures(moves: Moves, told: Told) -> Iterable[Item]:
    for row in moves.sure:
        yield Item("verdict" if row.is_flip else "figure", figure(row, told), lines.sureness(row), row.size)


def figure(row: FigureMove, told: Told) -> str:
    """Mosehøjparken, Alene grundskole: fra 41,2 % (2021) til 38,0 % (2024); dommen går fra dårligere til …"""
    words, line = told.words, lines.figure_line(row, told)
    values = {"area": line.area, "indicator": line.indicator, "before": line.before, "now": line.now}
    if row.is_flip:
        return words(
            "{area}, {indicator}: fra {before} til {now}; dommen går {verdict}.", verdict=line.verdict, **values
        )
    return words("{area}, {indicator}: fra {before} til {now}.", **values)


def judgements(moves: Moves, told: Told) -> Iterable[Item]:
    for row in moves.judgements:
        yield Item("judgement", judgement(row, told), "counted", 1.0)


def judgement(row: JudgementMove, told: Told) -> str:
    line = lines.judgement_line(row, told)
    return told.words(
        "{subject}: {who} vurderer nu {now}, før {before}.",
        subject=line.subject,
        who=line.judged_by,
        now=line.now,
        before=line.before,
    )


def other(moves: Moves, told: Told) -> Iterable[Item]:
    words = told.words
    for correction in moves.corrections:
        line = lines.correction_line(correction, told)
        yield Item("correction", words("Rettet: {what}. {reason}", what=line.what, reason=line.reason), "counted", 0.1)
    for row in moves.evaluations:
        if since.due(row, told.today) is Due.OVERDUE:
            text = words(
                "Fristen for »{title}« var {day}.", title=words.text(row.title), day=labels.day(row.due, words)
            )
            yield Item("evaluation", text, "counted", 0.2)


# Sentences over the views


def answer(moves: Moves, what: str, told: Told) -> str:
    """Siden 31. december 2023: succeskriterier: 2 frem, 1 tilbage …; 120 nye tal; 3 domme er vendt; 1 rettelse."""
    words = told.words
    if moves.lacking:
        return words.text(moves.lacking)
    parts = [*counted(moves.criteria, words), *rest(moves, words)]
    if moves.is_before_all:
        parts.append(words("dataene fortæller intet fra før da, så alt er nyt"))
    if not parts:
        return words("{when}: intet i disse data har flyttet sig.", when=labels.sentence_start(what))
    return words("{when}: {list}.", when=labels.sentence_start(what), list="; ".join(parts))


def counted(rows: Sequence[CriterionMove], words: Words) -> list[str]:
    """succeskriterier: 2 lukket, 1 tilbage, 3 frem, 8 uændret."""
    if not rows:
        return []
    counts = Counter(row.move for row in rows)
    listed = ", ".join(count_of(move, counts[move], words) for move in Move if counts[move])
    return [words("succeskriterier: {list}", list=listed)]


def count_of(move: Move, count: int, words: Words) -> str:
    """2 nye, 6 uændret: how many criteria have moved in a way."""
    if move is Move.NEW:
        return words.plural("{n} nyt", "{n} nye", count)
    if move is Move.CLOSED:
        return words.plural("{n} lukket", "{n} lukkede", count)
    return f"{words.number(count)} {words(statuses.CRITERION_MOVES[move].word)}"


def rest(moves: Moves, words: Words) -> Iterable[str]:
    if fresh := sum(row.count for row in moves.new):
        yield words.plural("{n} nyt tal", "{n} nye tal", fresh)
    if sure := sum(row.is_sure for row in moves.figures):
        yield words.plural(
            "{n} tal har flyttet sig mere end ved tilfældighed",
            "{n} tal har flyttet sig mere end ved tilfældighed",
            sure,
        )
    if turned := len(moves.flips) + len(moves.judgements):
        yield words.plural("{n} dom er vendt", "{n} domme er vendt", turned)
    if moves.corrections:
        yield words.plural("{n} rettelse", "{n} rettelser", len(moves.corrections))


def criteria_sentence(moves: Moves, told: Told) -> str:
    words = told.words
    if not moves.criteria:
        return words("Der er ingen succeskriterier at følge i valget.")
    (said,) = counted(moves.criteria, words)
    new = [row for row in moves.criteria if row.move is Move.NEW]
    why = words("Nyt betyder, at intet var kendt om kriteriet dengang.") if new else ""
    old = sorted({row.now.as_of[:4] for row in moves.criteria if row.now.as_of})
    if all(scorecards.is_historical(row.now.as_of, told.today) for row in moves.criteria if row.now.as_of) and old:
        years = "–".join(dict.fromkeys((old[0], old[-1])))
        lack = words("Alle opgørelser er historiske ({years}): uændret betyder, at intet nyt er kendt.", years=years)
        why = f"{why} {lack}"
    return f"{labels.sentence_start(said)}. {why.strip()}".strip()


def figures_sentence(moves: Moves, told: Told) -> str:
    words = told.words
    if not moves.figures:
        return words(
            "Intet tal fra dengang kan holdes op mod et nyere: der er intet fra før, eller det nye står på et andet "
            "grundlag."
        )
    sure, flips = sum(row.is_sure for row in moves.figures), len(moves.flips)
    return words(
        "{n} tal kan holdes op mod et nyere og er andre: {sure} har flyttet sig mere end ved tilfældighed, og {flips} "
        "domme er vendt.",
        n=words.number(len(moves.figures)),
        sure=words.number(sure),
        flips=words.number(flips),
    )


def new_sentence(moves: Moves, told: Told) -> str:
    words = told.words
    if not moves.new:
        return words("Der er ingen nye tal siden da.")
    total = words.plural("{n} nyt tal", "{n} nye tal", sum(row.count for row in moves.new))
    named = joined([words.text(told.indicators[row.indicator_id].name) for row in moves.new[:3]], words)
    return words("{total}, flest om {named}.", total=total, named=named)


def judgements_sentence(moves: Moves, told: Told) -> str:
    words = told.words
    if not moves.judgements:
        return words("Ingen kilde har ændret sin vurdering siden da.")
    return " ".join(judgement(row, told) for row in moves.judgements[:3])


def corrections_sentence(moves: Moves, told: Told) -> str:
    words = told.words
    if not moves.corrections:
        return words("Ingen rettelser er skrevet ned siden da.")
    newest = lines.correction_line(moves.corrections[0], told)
    return words.plural(
        "{n} rettelse. {what}: {reason}",
        "{n} rettelser. Den nyeste, {what}: {reason}",
        len(moves.corrections),
        what=newest.what,
        reason=newest.reason,
    )


def evaluations_sentence(moves: Moves, told: Told) -> str:
    """Den næste evaluering er »…« 1. marts 2027. 1 frist er passeret."""
    words = told.words
    if not moves.evaluations:
        return words("Ingen kilde nævner en evaluering, der skal komme.")
    of_state: dict[Due, list[Evaluation]] = {state: [] for state in Due}
    for row in moves.evaluations:
        of_state[since.due(row, told.today)].append(row)
    parts = []
    if coming := of_state[Due.COMING]:
        parts.append(
            words(
                "Den næste evaluering er »{title}«, {day}.",
                title=words.text(coming[0].title),
                day=labels.day(coming[0].due, words),
            )
        )
    if late := of_state[Due.OVERDUE]:
        parts.append(
            words.plural(
                "{n} frist er passeret, uden at en kilde siger, at evalueringen er lavet.",
                "{n} frister er passeret, uden at en kilde siger, at evalueringerne er lavet.",
                len(late),
            )
        )
    if undated := of_state[Due.UNDATED]:
        parts.append(words.plural("{n} er nævnt uden dato.", "{n} er nævnt uden dato.", len(undated)))
    if done := of_state[Due.DONE]:
        parts.append(words.plural("{n} er lavet siden da.", "{n} er lavet siden da.", len(done)))
    return " ".join(parts)
