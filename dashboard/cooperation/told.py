"""The sentences of co-operation: what each view says first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.cooperation import models
from dashboard.cooperation.lines import body_name
from dashboard.cooperation.models import Model
from dashboard.i18n import statuses
from dashboard.i18n.words import Words
from dashboard.views.sentences import joined
from data.contracts import Body, Challenge, Partner, Recommendation


def bodies(found: Model, words: Words) -> str:
    """6 organer i 4 lag. Øverst: Dialogforum. Det, en gruppe ikke kan løse, går til … Who meets most often, and what
    the source leaves out.
    """
    tops = joined([body_name(body, words) for body in found.bodies if body.is_top], words)
    parts = [
        words.plural(
            "{model}: {n} organ i {layers} lag. Øverst: {tops}.",
            "{model}: {n} organer i {layers} lag. Øverst: {tops}.",
            len(found.bodies),
            model=models.name(found.scheme, words),
            layers=words.number(len(found.layers())),
            tops=tops,
        ),
        rhythm(found, words),
    ]
    return " ".join(filter(None, parts))


def rhythm(found: Model, words: Words) -> str:
    """How often the bodies meet, as far as it is told."""
    told = sorted(
        (body for body in found.bodies if body.meetings_per_year), key=lambda body: body.meetings_per_year or 0
    )
    silent = sum(not body.meets.da for body in found.bodies)
    parts = []
    if told:
        least, most = ({"body": body_name(body, words), "how": words.text(body.meets).lower()} for body in ends(told))
        parts.append(
            words("Hyppigst mødes {body} ({how}).", **most)
            if least == most
            else words(
                "Sjældnest mødes {rare} ({rarely}), hyppigst {body} ({how}).",
                rare=least["body"],
                rarely=least["how"],
                **most,
            )
        )
    if silent:
        parts.append(
            words.plural(
                "For {n} organ er det ikke oplyst, hvor ofte det mødes.",
                "For {n} organer er det ikke oplyst, hvor ofte de mødes.",
                silent,
            )
        )
    return " ".join(parts)


def ends(told: Sequence[Body]) -> tuple[Body, Body]:
    """The body that meets least often and the one that meets most often; the same where all meet alike."""
    least, most = told[0], told[-1]
    return (most, most) if least.meetings_per_year == most.meetings_per_year else (least, most)


def seats(found: Model, words: Words) -> str:
    """How many functions are listed, and where a source gives another number of members than it lists."""
    parts = [
        words.plural(
            "{n} funktion. Ingen navne på personer.", "{n} funktioner. Ingen navne på personer.", len(found.seats)
        )
    ]
    parts += [told for body in found.bodies if (told := discrepancy(found, body, words))]
    return " ".join(parts)


def discrepancy(found: Model, body: Body, words: Words) -> str:
    """That a body's printed number of members is not what its list of functions adds up to; empty where it is."""
    listed = found.seats_of(body)
    if body.members is None or not listed or any(seat.places is None for seat in listed if seat.role == "member"):
        return ""
    members = sum(seat.places or 0 for seat in listed if seat.role == "member")
    observers = sum(seat.places or 0 for seat in listed if seat.role == "observer")
    if members == body.members:
        return ""
    told = words(
        "{body}: kilden oplyser {printed} medlemmer, men opregner {members} funktioner",
        body=body_name(body, words),
        printed=words.number(body.members),
        members=words.number(members),
    )
    beside = words.plural("og {n} tilforordnet", "og {n} tilforordnede", observers) if observers else ""
    return f"{' '.join(filter(None, (told, beside)))}. {words.text(body.note)}".strip()


def partners(rows: Sequence[Partner], words: Words) -> str:
    """22 samarbejdspartnere …, and how many have no ring that can be read."""
    unknown = sum(row.ring == "unknown" for row in rows)
    told = words(
        "{n} samarbejdspartnere i ringe om enheden: jo længere inde, jo tættere på beslutningerne.",
        n=words.number(len(rows)),
    )
    if not unknown:
        return told
    return f"{told} " + words.plural(
        "For {n} kan ringen ikke læses i den tilgængelige tekst.",
        "For {n} kan ringen ikke læses i den tilgængelige tekst.",
        unknown,
    )


def advice(rows: Sequence[Recommendation], words: Words) -> str:
    """3 af 5 følges, 2 på vej."""
    counts = Counter(row.status for row in rows)
    parts = [
        f"{words.number(counts[code])} {words(status.word)}" for code, status in statuses.ADVICE.items() if counts[code]
    ]
    return words.plural("{n} anbefaling: {list}.", "{n} anbefalinger: {list}.", len(rows), list=", ".join(parts))


def challenges(rows: Sequence[Challenge], words: Words) -> str:
    """Vigtigst af 7: …"""
    return words(
        "Vigtigst af {n}: {first}. Peget på af: {who}.",
        n=words.number(len(rows)),
        first=words.text(rows[0].title),
        who=words.text(rows[0].raised_by),
    )
