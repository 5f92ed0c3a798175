"""The verdict on an area in three sentences: where it differs, where it is like the area around it, what nobody knows.

Each is made of verdicts that stand elsewhere too, in the tiles and the tables; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.area_profile.key_figures import NOT_COMPARED, WHOLES, Figures, KeyFigure, Whole
from dashboard.area_profile.profile import Profile
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences
from data.contracts import Status
from data.lists import Answer

NAMED = 3  # of the key figures of a sentence
DIFFERENCES = {"above": N_("højere end {whole}: {list}"), "below": N_("lavere end {whole}: {list}")}
NO_NUMBERS = N_("kan ikke siges, for ingen kilde har tal for området")
LIKE = {"municipality": N_("Ligner kommunen"), "country": N_("Ligner landet")}


@dataclass(frozen=True)
class Sentence:
    """One sentence of the verdict: Skiller sig ud: højere end kommunen: …"""

    lead: str
    text: str

    def __str__(self) -> str:
        return f"{self.lead}: {self.text}."


def verdict(profile: Profile, shown: Figures) -> list[Sentence]:
    """The three sentences. `shown`: the key figures of the profile."""
    words, whole = profile.words, judged_against(profile, shown)
    return [
        Sentence(words("Skiller sig ud"), "; ".join(differences(profile, shown, whole))),
        Sentence(words(LIKE[whole.role]), likeness(shown, whole, words)),
        Sentence(words("Ved vi ikke"), "; ".join(unknown(profile, shown, whole))),
    ]


def judged_against(profile: Profile, shown: Figures) -> Whole:
    """The nearest larger area that any key figure is compared with, else the nearest that the area lies in."""
    around = [whole for whole in WHOLES if whole.role in profile.wholes]
    return next((whole for whole in around if any(is_compared(figure, whole) for figure in shown)), around[0])


def is_known(shown: Figures) -> bool:
    return any(figure.row.status == Status.SHOWN for figure in shown)


def is_compared(figure: KeyFigure, whole: Whole) -> bool:
    return comparison(figure, whole) not in NOT_COMPARED


def comparison(figure: KeyFigure, whole: Whole) -> str:
    """How a key figure lies to a larger area, where both have a number; else empty."""
    beside = figure.held.get(whole.role)
    return beside.comparison if beside and beside.status == Status.SHOWN and figure.row.status == Status.SHOWN else ""


def differences(profile: Profile, shown: Figures, whole: Whole) -> list[str]:
    """Which key figures are surely higher or lower, the criteria over the line, and the official lists."""
    words = profile.words
    parts = [
        words(text, whole=words(whole.name), list=listed(found, words))
        for code, text in DIFFERENCES.items()
        if (found := [figure for figure in shown if comparison(figure, whole) == code])
    ]
    parts += [*filter(None, [profile.criteria]), *stood(profile)]
    if parts:
        return parts
    if not is_known(shown):
        return [words(NO_NUMBERS)]
    if any(is_compared(figure, whole) for figure in shown):
        return [words("ingen af de nøgletal, der kan sammenlignes med {whole}", whole=words(whole.name))]
    return [words("kan ikke siges, for ingen af tallene kan sammenlignes med {whole}", whole=words(whole.name))]


def stood(profile: Profile) -> list[str]:
    """stod på 5 af de kendte officielle lister, senest Ghettoområder pr. 1. december 2018 (som Charlotteager)"""
    words = profile.words
    on = [standing for standing in profile.standings if standing.answer is Answer.ON]
    if not on:
        return []
    last = on[-1].official
    through = dict.fromkeys(profile.book.names[standing.through] for standing in on if standing.through)
    under = words(" (som {name})", name=", ".join(through)) if through else ""
    told = words.plural(
        "stod på {n} af de kendte officielle lister: {name} pr. {day}",
        "stod på {n} af de kendte officielle lister, senest {name} pr. {day}",
        len(on),
        name=words.text(last.name),
        day=labels.day(last.list_date, words),
    )
    return [told + under]


def likeness(shown: Figures, whole: Whole, words: Words) -> str:
    """Which key figures cannot be told from those of the larger area."""
    alike = [figure for figure in shown if comparison(figure, whole) == "similar"]
    if alike:
        return words("{list} (ingen sikker forskel)", list=listed(alike, words))
    if not is_known(shown):
        return words(NO_NUMBERS)
    if any(is_compared(figure, whole) for figure in shown):
        return words("på ingen af de nøgletal, der kan sammenlignes")
    if any(is_beside(figure, whole) for figure in shown):
        return words("kan ikke siges, for ingen kilde oplyser, hvor usikre tallene er")
    return words("kan ikke siges, for {whole} har ingen tal, der er opgjort på samme måde", whole=words(whole.name))


def is_beside(figure: KeyFigure, whole: Whole) -> bool:
    """Whether the larger area has the same number, and not just more of the same."""
    beside = figure.held.get(whole.role)
    return beside is not None and beside.status == Status.SHOWN and figure.indicator.unit != "count"


def unknown(profile: Profile, shown: Figures, whole: Whole) -> list[str]:
    """What no number, comparison or list can tell of the area."""
    words = profile.words
    numbers = [figure for figure in shown if figure.row.status == Status.SHOWN]
    withheld = [figure for figure in shown if figure.row.status != Status.SHOWN]
    alone = [figure for figure in numbers if not is_compared(figure, whole) and figure.indicator.unit != "count"]
    parts = [] if numbers else [words("hvordan det går i området")]
    if withheld:
        parts.append(words("{list} (skjult eller ikke opgjort)", list=listed(withheld, words)))
    if alone:
        number = words.number(len(alone))
        parts.append(words("hvordan {n} nøgletal ligger i forhold til {whole}", n=number, whole=words(whole.name)))
    if profile.unknown_lists:
        parts.append(
            words.plural(
                "om området stod på {n} liste, der ikke kendes i sin helhed",
                "om området stod på {n} lister, der ikke kendes i deres helhed",
                profile.unknown_lists,
            )
        )
    if numbers:
        newest = max(figure.row.period_end for figure in numbers)
        parts.append(words("hvad der er sket siden {year}", year=str(newest)))
    return parts


def listed(found: Sequence[KeyFigure], words: Words) -> str:
    """Alene grundskole, fraflytninger og 3 andre nøgletal: the names of some key figures, the first of them."""
    names = [labels.within_sentence(words.text(figure.indicator.name)) for figure in found]
    if len(names) > NAMED + 1:
        rest = words.plural("{n} andet nøgletal", "{n} andre nøgletal", len(names) - NAMED)
        names = [*names[:NAMED], rest]
    return sentences.joined(names, words)
