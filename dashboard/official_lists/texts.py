"""What the rules of the official lists say, in words: answers, lines, and how far a number is from one."""

from __future__ import annotations

from dashboard.i18n import indicators, labels
from dashboard.i18n.words import N_, Words
from dashboard.views.sentences import Citation
from data.contracts import Indicator, ListCriterion
from data.list_distance import Distance, Persons
from data.list_rules import Judged, Rule, Verdict
from data.lists import Answer

VERDICTS = {  # the word and the symbol of what a rule says
    Verdict.ON: (N_("ville stå på listen"), "●"),
    Verdict.NOT_ON: (N_("ville ikke stå på listen"), "○"),
    Verdict.UNDECIDED: (N_("kan ikke afgøres"), "?"),
}
ANSWERS = {  # the word and the symbol of what a list did say
    Answer.ON: (N_("på listen"), "●"),
    Answer.NOT_ON: (N_("ikke på listen"), "○"),
    Answer.NOT_COLLECTED: (N_("ikke opgjort"), "?"),
}
SIDES = {
    "above": N_("over {line}"),
    "at_least": N_("mindst {line}"),
    "below": N_("under {line}"),
}
MET = {True: "▲", False: "△", None: "?"}


def line(criterion: ListCriterion, indicator: Indicator, words: Words) -> str:
    """Over 40 %, mindst 1.000."""
    if criterion.threshold is None:
        return words("grænsen er ikke fundet")
    decimals = 0 if criterion.threshold % 1 == 0 else indicator.decimals
    unit = words(indicators.UNITS[indicator.unit].after_numbers)
    return words(SIDES[criterion.side], line=labels.with_unit(words.number(criterion.threshold, decimals), unit, words))


def side(judged: Judged, words: Words) -> str:
    """On which side of its line a number lies, or why nobody knows."""
    if judged.is_met is None:
        if judged.number is None:
            return words("ikke opgjort")
        return words("opgjort på en anden måde") if judged.other_definition else words("grænsen er ikke fundet")
    if judged.number is None:
        return words("opfyldt, da området stod på en liste")
    return words("opfyldt") if judged.is_met else words("ikke opfyldt")


def number(judged: Judged, indicator: Indicator, words: Words) -> str:
    """The number as it is printed."""
    if judged.number is None or judged.number.value is None:
        return words("ikke opgjort")
    return labels.quantity(judged.number.value, indicator, words)


def distance(away: Distance | None, indicator: Indicator, words: Words) -> str:
    """12 beboere (0,6 point); empty where it is not known."""
    return _with_rounding(_size(away, indicator, words), away, words) if away else ""


def from_line(away: Distance, indicator: Indicator, words: Words) -> str:
    """12 beboere (0,6 point) fra grænsen."""
    told = words("{distance} fra grænsen", distance=_size(away, indicator, words))
    return _with_rounding(told, away, words)


def _size(away: Distance, indicator: Indicator, words: Words) -> str:
    counted = persons(away.persons, words) if away.persons else ""
    if indicator.unit == "count":
        return counted
    points = words("{points} point", points=words.number(abs(away.points), indicator.decimals))
    return f"{counted} ({points})" if counted else points


def _with_rounding(told: str, away: Distance, words: Words) -> str:
    return words("{distance}, men afrundingen gør begge sider mulige", distance=told) if away.is_open else told


def persons(found: Persons, words: Words) -> str:
    """2 beboere; 100 beboere, 95–105 efter afrunding; højst 3 beboere."""
    if found.is_bound:
        return words.plural("højst {n} beboer", "højst {n} beboere", found.most)
    counted = words.plural("{n} beboer", "{n} beboere", found.likely)
    if found.fewest == found.most:
        return counted
    return words(
        "{persons}, {low}–{high} efter afrunding",
        persons=counted,
        low=words.number(found.fewest),
        high=words.number(found.most),
    )


def cited(rule: Rule) -> list[Citation]:
    """The sources of a rule and its lines."""
    ids = [rule.row.source_id, *(criterion.source_id for criterion in rule.criteria)]
    return [Citation(source_id) for source_id in dict.fromkeys(ids)]
