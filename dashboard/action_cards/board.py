"""The action cards in words: which are late, who holds them, what was sent up, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.i18n import labels, statuses
from dashboard.i18n.words import Words
from dashboard.views.tables import Column, citation
from data.contracts import OPEN_CARDS, ActionCard, Body, Goal, Source

COLUMNS = ("open", "in_progress", "sent_up", "done")  # of the board; what was dropped stands in the table alone


@dataclass(frozen=True)
class Wanted:
    """What a reader asks for; empty leaves nothing out."""

    team: str = ""
    area_id: str = ""
    goals: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """What cards point at, by id."""

    areas: Mapping[str, str]
    bodies: Mapping[str, str]
    goals: Mapping[str, str]
    sources: Mapping[str, str]


@dataclass(frozen=True)
class CardLine:
    """`code` is the status's code; `days_late` counts from the day due to today, 0 where a card is not late;
    `is_waiting`: it was sent up, and nobody has decided yet.
    """

    card_id: str
    code: str
    days_late: int
    is_waiting: bool
    title: str
    status: str
    late: str
    team: str
    area: str
    goal: str
    problem: str
    action: str
    responsible: str
    opened: str
    due: str
    closed: str
    sent: str
    decided: str
    note: str
    source_id: str
    page: str
    source: str


def names(
    areas: Mapping[str, str], bodies: Iterable[Body], goals: Iterable[Goal], sources: Iterable[Source], words: Words
) -> Names:
    return Names(
        areas=areas,
        bodies={body.body_id: words.text(body.name) for body in bodies},
        goals={goal.goal_id: words.text(goal.title) for goal in goals},
        sources={source.source_id: source.named for source in sources},
    )


def select(cards: Iterable[ActionCard], wanted: Wanted) -> list[ActionCard]:
    return [
        card
        for card in cards
        if wanted.team in ("", card.body_id)
        and wanted.area_id in ("", card.area_id)
        and (not wanted.goals or card.goal_id in wanted.goals)
        and (not wanted.statuses or card.status in wanted.statuses)
    ]


def ordered(cards: Iterable[ActionCard]) -> list[ActionCard]:
    """Open cards by the day due, so those that are the most days late first; then closed ones, the newest first."""
    given = list(cards)
    open_cards = sorted((card for card in given if card.status in OPEN_CARDS), key=lambda card: card.due)
    closed = sorted((card for card in given if card.status not in OPEN_CARDS), key=lambda card: card.closed)
    return [*open_cards, *reversed(closed)]


def days_late(card: ActionCard, today: date) -> int:
    """Days after the day due of a card that somebody still has to act on, 0 where there are none."""
    if card.status not in OPEN_CARDS or not card.due:
        return 0
    return max((today - date.fromisoformat(card.due)).days, 0)


def line(card: ActionCard, named: Names, today: date, words: Words) -> CardLine:
    late = days_late(card, today)
    return CardLine(
        card_id=card.card_id,
        code=card.status,
        days_late=late,
        is_waiting=card.status == "sent_up" and not card.decided_on,
        title=words.text(card.title),
        status=statuses.ACTION_CARDS[card.status].told(words),
        late=words.plural("{n} dag over fristen", "{n} dage over fristen", late) if late else "",
        team=named.bodies.get(card.body_id, "") or words("uden team"),
        area=named.areas.get(card.area_id, card.area_id),
        goal=named.goals.get(card.goal_id, "") or words("uden overordnet mål"),
        problem=words.text(card.problem),
        action=words.text(card.action),
        responsible=words.text(card.responsible) or words("ikke oplyst"),
        opened=labels.day(card.opened, words),
        due=labels.day(card.due, words) or words("ingen frist"),
        closed=labels.day(card.closed, words),
        sent=sent(card, named, words),
        decided=decided(card, today, words),
        note=words.text(card.note),
        source_id=card.source_id,
        page=card.page,
        source=citation(named.sources.get(card.source_id, card.source_id), card.page, words),
    )


def sent(card: ActionCard, named: Names, words: Words) -> str:
    """Til Styregruppen 19. oktober 2026, af hotspotchefen; empty where a card never was sent up."""
    if not card.sent_on:
        return ""
    told = words(
        "Sendt op til {body} {day}", body=named.bodies.get(card.sent_to, ""), day=labels.day(card.sent_on, words)
    )
    by = words.text(card.sent_by)
    return words("{told} af {who}", told=told, who=labels.within_sentence(by)) if by else told


def decided(card: ActionCard, today: date, words: Words) -> str:
    """Who decided, when and what; of a card that still waits, for how long."""
    if card.decided_on:
        return words(
            "Besluttet {day} af {who}: {decision}",
            day=labels.day(card.decided_on, words),
            who=labels.within_sentence(words.text(card.decided_by)),
            decision=words.text(card.decision),
        )
    if card.status != "sent_up":
        return ""
    days = max((today - date.fromisoformat(card.sent_on)).days, 0)
    return words.plural("Venter på svar, {n} dag indtil nu", "Venter på svar, {n} dage indtil nu", days)


def sentence(lines: Sequence[CardLine], words: Words) -> str:
    """3 af 9 åbne kort er over fristen, længst … 2 er sendt op, og 1 af dem venter på svar."""
    if not lines:
        return words("Ingen handlingskort passer til valget.")
    still = [row for row in lines if row.code in OPEN_CARDS]
    late = [row for row in still if row.days_late]
    if not still:
        return words.plural("{n} kort, alle er lukket.", "{n} kort, alle er lukket.", len(lines))
    told = words("{late} af {n} åbne kort er over fristen", late=words.number(len(late)), n=words.number(len(still)))
    parts = [
        words("{told}, længst »{title}« ({days}).", told=told, title=late[0].title, days=late[0].late)
        if late
        else f"{told}.",
        up(still, words),
        states(lines, words),
    ]
    return " ".join(filter(None, parts))


def up(still: Sequence[CardLine], words: Words) -> str:
    """How many cards no team could solve, and how many of them wait for an answer."""
    given = [row for row in still if row.code == "sent_up"]
    waiting = [row for row in given if row.is_waiting]
    if not given:
        return ""
    return words(
        "Sendt op: {n}, heraf venter {waiting} på svar.", n=words.number(len(given)), waiting=words.number(len(waiting))
    )


def states(lines: Sequence[CardLine], words: Words) -> str:
    """13 kort: 2 åben, 4 i gang …"""
    counts = Counter(row.code for row in lines)
    parts = [
        f"{words.number(counts[code])} {words(status.word)}"
        for code, status in statuses.ACTION_CARDS.items()
        if counts[code]
    ]
    return words.plural("{n} kort i alt: {list}.", "{n} kort i alt: {list}.", len(lines), list=", ".join(parts))


def columns(words: Words) -> list[Column]:
    """What the table shows of each card, the fields of `CardLine`."""
    return [
        Column("title", words("Handlingskort")),
        Column("status", words("Status")),
        Column("late", words("Over fristen"), optional=True),
        Column("team", words("Team")),
        Column("area", words("Område")),
        Column("goal", words("Overordnet mål")),
        Column("responsible", words("Ansvarlig")),
        Column("due", words("Frist")),
        Column("sent", words("Sendt op"), optional=True),
        Column("decided", words("Beslutning"), optional=True),
    ]


def file_columns(words: Words) -> list[Column]:
    return [
        *columns(words),
        Column("problem", words("Problem")),
        Column("action", words("Handling")),
        Column("opened", words("Oprettet")),
        Column("closed", words("Lukket"), optional=True),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]


@dataclass(frozen=True)
class TeamLine:
    """How a team works with cards, and where it sends what it cannot solve."""

    team: str
    works_by: str
    duty_up: str
    above: str
    meets: str


@dataclass(frozen=True)
class Part:
    """A heading of one card, and what stands under it."""

    part: str
    text: str


def parts(row: CardLine, words: Words) -> list[Part]:
    """One card from the top; a heading without a text is left out."""
    given = (
        (words("Status"), ". ".join(filter(None, (row.status, row.late)))),
        (words("Problem"), row.problem),
        (words("Handling"), row.action),
        (words("Ansvarlig"), row.responsible),
        (words("Frist"), row.due),
        (words("Team"), row.team),
        (words("Område"), row.area),
        (words("Overordnet mål"), row.goal),
        (words("Sendt op"), row.sent),
        (words("Beslutning"), row.decided),
        (words("Oprettet"), row.opened),
        (words("Lukket"), row.closed),
        (words("Note"), row.note),
    )
    return [Part(heading, text) for heading, text in given if text]


def part_columns(words: Words) -> list[Column]:
    return [Column("part", words("Punkt")), Column("text", words("Oplysning"))]
