"""A profile without a number: what is known all the same, and what it takes to say how it goes."""

from __future__ import annotations

from datetime import date

from dashboard.area_profile import work
from dashboard.area_profile.profile import Profile
from dashboard.area_profile.verdict import stood
from dashboard.areas.relations import WORDS
from data.contracts import Level


def told(profile: Profile, today: date) -> dict[str, str]:
    """Det ved vi: … Det mangler: …"""
    words = profile.words
    lacking = words(
        "Mindst ét tal for området selv med år og kilde, fx antal beboere eller hvor mange der er i arbejde."
    )
    return {words("Det ved vi"): " ".join(known(profile, today)), words("Det mangler"): lacking}


def known(profile: Profile, today: date) -> list[str]:
    """Kind and place, landlord, lists, projects, and which related area has numbers."""
    words, book = profile.words, profile.book
    kind = book.kind(profile.area_id, words)
    parts = [words("{name} er {kind}.", name=profile.name, kind=kind)]
    if organisation := profile.area.housing_organisation:
        parts.append(words("Boligorganisation: {name}.", name=organisation))
    parts += [words(WORDS[other.kind], name=profile.name, other=book.names[other.area_id]) for other in profile.related]
    parts += [
        words("Der er tal for {name}.", name=book.names[other.area_id])
        for other in profile.related
        if book.has_numbers(other.area_id)
    ]
    if profile.area.level_kind is Level.HOUSING_AREA:
        on = stood(profile)
        parts.append(words("Området {stood}.", stood=on[0]) if on else profile.history_sentence())
    projects = work.projects_of(profile)
    if projects:
        parts.append(words.plural("{n} projekt vedrører området.", "{n} projekter vedrører området.", len(projects)))
        parts += work.told_then(projects, today, words)
    else:
        parts.append(words("Ingen kilde nævner et projekt i området."))
    return parts
