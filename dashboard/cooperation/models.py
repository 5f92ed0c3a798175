"""A model of co-operation: its bodies by layer, who sits in them, and what is due to them next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from data.contracts import (
    BODY_LAYERS,
    OPEN_CARDS,
    ActionCard,
    Body,
    Challenge,
    Evaluation,
    Milestone,
    Partner,
    Recommendation,
    Seat,
)

WITH_MILESTONES = ("political", "management")  # the layers that milestones and evaluations are put before
OPEN_MILESTONES = ("planned", "late")


@dataclass(frozen=True)
class Model:
    """What is known of one model; `bodies` from the top layer down, each layer in its own order."""

    scheme: str
    bodies: tuple[Body, ...]
    seats: tuple[Seat, ...]
    partners: tuple[Partner, ...]
    advice: tuple[Recommendation, ...]
    challenges: tuple[Challenge, ...]
    cards: tuple[ActionCard, ...]
    milestones: tuple[Milestone, ...]
    evaluations: tuple[Evaluation, ...]

    def body(self, body_id: str) -> Body | None:
        return next((body for body in self.bodies if body.body_id == body_id), None)

    def seats_of(self, body: Body) -> list[Seat]:
        return sorted((seat for seat in self.seats if seat.body_id == body.body_id), key=lambda seat: seat.order)

    def layers(self) -> list[tuple[str, list[Body]]]:
        """The layers that have a body, from the top down."""
        found = [(layer, [body for body in self.bodies if body.layer == layer]) for layer in BODY_LAYERS]
        return [(layer, bodies) for layer, bodies in found if bodies]


def schemes(bodies: Iterable[Body]) -> list[str]:
    """The models that have bodies, in the order of the table."""
    return list(dict.fromkeys(body.scheme for body in bodies))


@kept
def model(setting: Setting, scheme: str) -> Model:
    version = setting.version
    found = [body for body in store.rows(version, Body) if body.scheme == scheme]
    ids = {body.body_id for body in found}
    return Model(
        scheme=scheme,
        bodies=tuple(sorted(found, key=lambda body: (BODY_LAYERS.index(body.layer), body.order))),
        seats=tuple(seat for seat in store.rows(version, Seat) if seat.body_id in ids),
        partners=tuple(row for row in store.rows(version, Partner) if row.scheme == scheme),
        advice=tuple(row for row in store.rows(version, Recommendation) if row.scheme == scheme),
        challenges=tuple(
            sorted((row for row in store.rows(version, Challenge) if row.scheme == scheme), key=lambda row: row.rank)
        ),
        cards=tuple(row for row in store.rows(version, ActionCard) if row.scheme == scheme),
        milestones=tuple(row for row in store.rows(version, Milestone) if row.scheme == scheme),
        evaluations=tuple(row for row in store.rows(version, Evaluation) if row.scheme == scheme),
    )


def name(scheme: str, words: Words) -> str:
    return labels.codes(labels.SCHEMES, scheme, words)


def source_line(setting: Setting, rows: Sequence[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


def next_date(found: Model, body: Body, today: date, words: Words) -> str:
    """What lies before a body next, and when: its meeting, an action card, a milestone or an evaluation; else that
    nothing is told.
    """
    now = today.isoformat()
    if body.next_meeting >= now:
        return words("Møde {day}", day=labels.day(body.next_meeting, words))
    if dated := sorted(row for row in waiting(found, body, words) if row[0] >= now):
        due, what = dated[0]
        return words("{what}, frist {day}", what=what, day=labels.day(due, words))
    if body.next_meeting:
        return words("Det seneste oplyste møde er passeret: {day}", day=labels.day(body.next_meeting, words))
    return words("ikke oplyst")


def waiting(found: Model, body: Body, words: Words) -> list[tuple[str, str]]:
    """The date and name of all that a body is to act on: its cards, those sent up to it, milestones and evaluations."""
    cards = [
        (card.due, words("Handlingskort: {title}", title=words.text(card.title)))
        for card in found.cards
        if card.status in OPEN_CARDS and holder(card) == body.body_id
    ]
    steps = [
        (step.due, words("Milepæl: {title}", title=words.text(step.title)))
        for step in found.milestones
        if body.layer in WITH_MILESTONES and step.status in OPEN_MILESTONES
    ]
    measured = [
        (row.due, words("Evaluering: {title}", title=words.text(row.title)))
        for row in found.evaluations
        if body.layer in WITH_MILESTONES and not row.done_on
    ]
    return cards + steps + measured


def holder(card: ActionCard) -> str:
    """The body that has to act on an open card: the team, or whom it was sent up to until that has decided."""
    return card.sent_to if card.status == "sent_up" and not card.decided_on else card.body_id
