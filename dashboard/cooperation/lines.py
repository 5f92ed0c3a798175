"""The rows of co-operation in words: what figure, table and file show alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dashboard.cooperation import models
from dashboard.cooperation.models import Model
from dashboard.i18n import certainties, cooperation_labels, labels, statuses
from dashboard.i18n.words import Words
from dashboard.views.tables import Column, citation
from data.contracts import PARTNER_RINGS, Body, Challenge, Partner, Recommendation, Seat, Source


class Sure(Protocol):
    """A row with its source and how sure it is."""

    @property
    def source_id(self) -> str: ...

    @property
    def page(self) -> str: ...

    @property
    def certainty(self) -> str: ...


@dataclass(frozen=True)
class BodyLine:
    name: str
    layer: str
    parent: str
    decides: str
    meets: str
    next_date: str
    duty_up: str
    duty_down: str
    works_by: str
    size: str
    note: str
    certainty: str
    source: str


@dataclass(frozen=True)
class SeatLine:
    body: str
    function: str
    part: str
    role: str
    places: str
    note: str
    certainty: str
    source: str


@dataclass(frozen=True)
class PartnerLine:
    """`code` is the ring's code, `ring` its name."""

    code: str
    ring: str
    name: str
    note: str
    certainty: str
    source: str


@dataclass(frozen=True)
class AdviceLine:
    """`code` is the status's code, `status` its icon and word."""

    code: str
    number: str
    title: str
    says: str
    status: str
    local_status: str
    evidence: str
    judged: str
    note: str
    certainty: str
    source: str


@dataclass(frozen=True)
class ChallengeLine:
    rank: str
    title: str
    raised_by: str
    for_whom: str
    answer: str
    as_of: str
    note: str
    certainty: str
    source: str


def sure(row: Sure, sources: Iterable[Source], words: Words) -> dict[str, str]:
    """How sure a row is and where it is from, in words."""
    named = {source.source_id: source.named for source in sources}
    return {
        "certainty": certainties.told(row.certainty, words),
        "source": citation(named.get(row.source_id, row.source_id), row.page, words),
    }


def body_name(body: Body, words: Words) -> str:
    name = words.text(body.name)
    return f"{name} ({body.place})" if body.place else name


def body_lines(found: Model, sources: Sequence[Source], today: date, words: Words) -> list[BodyLine]:
    """The bodies from the top layer down."""
    names = {body.body_id: body_name(body, words) for body in found.bodies}
    return [
        BodyLine(
            name=names[body.body_id],
            layer=words(cooperation_labels.BODY_LAYERS[body.layer]),
            parent=names.get(body.parent_id, ""),
            decides=words.text(body.decides),
            meets=words.text(body.meets) or words("ikke oplyst"),
            next_date=models.next_date(found, body, today, words),
            duty_up=words.text(body.duty_up),
            duty_down=words.text(body.duty_down),
            works_by=words.text(body.works_by),
            size=words.text(body.size),
            note=words.text(body.note),
            **sure(body, sources, words),
        )
        for body in found.bodies
    ]


def body_columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Organ")),
        Column("layer", words("Lag")),
        Column("parent", words("Hører under")),
        Column("decides", words("Beslutter")),
        Column("meets", words("Mødes")),
        Column("next_date", words("Næste")),
        Column("size", words("Størrelse"), optional=True),
        Column("works_by", words("Arbejdsform"), optional=True),
        Column("duty_up", words("Opad")),
        Column("duty_down", words("Nedad")),
        *origin_columns(words),
    ]


def origin_columns(words: Words) -> list[Column]:
    return [
        Column("note", words("Note"), optional=True),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
    ]


def seat_lines(found: Model, sources: Sequence[Source], words: Words) -> list[SeatLine]:
    return [seat_line(body, seat, sources, words) for body in found.bodies for seat in found.seats_of(body)]


def seat_line(body: Body, seat: Seat, sources: Sequence[Source], words: Words) -> SeatLine:
    return SeatLine(
        body=body_name(body, words),
        function=words.text(seat.function),
        part=words.text(seat.part),
        role=words(cooperation_labels.SEAT_ROLES[seat.role]),
        places=words("ikke oplyst") if seat.places is None else words.number(seat.places),
        note=words.text(seat.note),
        **sure(seat, sources, words),
    )


def seat_columns(words: Words) -> list[Column]:
    return [
        Column("body", words("Organ")),
        Column("function", words("Funktion")),
        Column("part", words("For"), optional=True),
        Column("role", words("Rolle")),
        Column("places", words("Pladser")),
        *origin_columns(words),
    ]


def partner_lines(partners: Sequence[Partner], sources: Sequence[Source], words: Words) -> list[PartnerLine]:
    """The partners from the middle out."""
    inside_out = sorted(partners, key=lambda row: (PARTNER_RINGS.index(row.ring), row.order))
    return [
        PartnerLine(
            code=row.ring,
            ring=words(cooperation_labels.PARTNER_RINGS[row.ring]),
            name=words.text(row.name),
            note=words.text(row.note),
            **sure(row, sources, words),
        )
        for row in inside_out
    ]


def partner_columns(words: Words) -> list[Column]:
    return [Column("ring", words("Ring")), Column("name", words("Samarbejdspartner")), *origin_columns(words)]


def advice_lines(rows: Sequence[Recommendation], sources: Sequence[Source], words: Words) -> list[AdviceLine]:
    return [
        AdviceLine(
            code=row.status,
            number=words.number(row.number),
            title=words.text(row.title),
            says=words.text(row.says),
            status=statuses.ADVICE[row.status].told(words),
            local_status=words.text(row.local_status),
            evidence=words.text(row.evidence),
            judged=", ".join(filter(None, (words.text(row.judged_by), labels.day(row.as_of, words)))),
            note=words.text(row.note),
            **sure(row, sources, words),
        )
        for row in sorted(rows, key=lambda row: row.number)
    ]


def advice_columns(words: Words) -> list[Column]:
    return [
        Column("number", words("Nr.")),
        Column("title", words("Anbefaling")),
        Column("says", words("Hvad der anbefales"), optional=True),
        Column("status", words("Status")),
        Column("local_status", words("Sådan står det til"), optional=True),
        Column("evidence", words("Belæg"), optional=True),
        Column("judged", words("Vurderet af")),
        *origin_columns(words),
    ]


def challenge_lines(rows: Sequence[Challenge], sources: Sequence[Source], words: Words) -> list[ChallengeLine]:
    return [
        ChallengeLine(
            rank=words.number(row.rank),
            title=words.text(row.title),
            raised_by=words.text(row.raised_by),
            for_whom=words.text(row.for_whom),
            answer=words.text(row.answer) or words("ikke oplyst"),
            as_of=labels.day(row.as_of, words),
            note=words.text(row.note),
            **sure(row, sources, words),
        )
        for row in rows
    ]


def challenge_columns(words: Words) -> list[Column]:
    return [
        Column("rank", words("Plads")),
        Column("title", words("Udfordring")),
        Column("for_whom", words("Skal tages op af")),
        Column("answer", words("Svar")),
        *origin_columns(words),
    ]


def challenge_file_columns(words: Words) -> list[Column]:
    return [
        *challenge_columns(words),
        Column("raised_by", words("Peget på af")),
        Column("as_of", words("Dato")),
    ]
