"""What the contract's codes are called by readers: one name a code, the same on every page, picture and download.

The names are marked for translation here and translated where they are shown: `words(labels.MISSING[status])`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from babel.dates import format_skeleton

from dashboard.i18n import indicators, missing, statuses
from dashboard.i18n.words import N_, Words
from data import scorecards
from data.contracts import Indicator

MISSING = {record.code: record.word for record in missing.MISSING}
UNNUMBERED = {code: record.word for code, record in missing.WORDS.items()}  # why something has no number or no class
UNITS = {code: unit.word for code, unit in indicators.UNITS.items()}
COUNTS = {
    "persons_charged": N_("personer, der er sigtet mindst én gang"),
    "charges": N_("sigtelser (én person kan have flere)"),
    "suspicions": N_("mistanker mod børn under den kriminelle lavalder"),
    "reported_offences": N_("anmeldte lovovertrædelser"),
    "persons": N_("personer"),
    "persons_convicted": N_("personer, der er dømt"),
    "charges_and_suspicions": N_("sigtelser og mistanker"),
    "residents": N_("beboere"),
    "dwellings": N_("boliger"),
    "moves": N_("fraflytninger"),
    "areas": N_("områder"),
    "area": N_("areal"),
    "income": N_("indkomst"),
}
BREAKDOWNS = {
    "all": N_("i alt"),
    "violent_offences": N_("voldsforbrydelser"),
    "sexual_offences": N_("seksualforbrydelser"),
    "property_offences": N_("ejendomsforbrydelser"),
    "other_penal_offences": N_("andre straffelovsforbrydelser"),
    "minor_offences": N_("mindre lovovertrædelser"),
    "dangerous_to_persons": N_("personfarlig kriminalitet"),
    "theft_from_citizens": N_("tyveri fra borgere"),
    "vandalism": N_("hærværk"),
    "fraud": N_("bedrageri"),
}
PLACES = {
    "residence": N_("efter bopæl"),
    "offence": N_("efter gerningssted"),
    "none": N_("uden stedangivelse"),
}
DIRECTIONS = {
    "low_is_good": N_("lavt er godt"),
    "high_is_good": N_("højt er godt"),
    "no_judgement": N_("ingen vurdering, kun højere eller lavere"),
}
THEMES = {code: theme.word for code, theme in indicators.THEMES.items()}
COMPARISONS = {
    "": "",
    "above": N_("højere end landet"),
    "below": N_("lavere end landet"),
    "similar": N_("uden sikker forskel fra landet"),
    missing.NOT_COMPARED.code: missing.NOT_COMPARED.word,
}
MUNICIPALITY_COMPARISONS = {
    "": "",
    "above": N_("højere end kommunen"),
    "below": N_("lavere end kommunen"),
    "similar": N_("uden sikker forskel fra kommunen"),
    missing.NOT_COMPARED.code: missing.NOT_COMPARED.word,
}
VERDICTS = {  # also the order they are told in
    "increasing": N_("stigende"),
    "decreasing": N_("faldende"),
    "no_change": N_("ingen stor ændring (mindre end en halvering)"),
    "too_small": N_("for få personer til at afgøre det"),
    "cannot_calculate": N_("kan ikke beregnes"),
}
FUNNEL_POSITIONS = {
    "above_99_8": N_("over 99,8 %-grænsen"),
    "above_95": N_("over 95 %-grænsen"),
    "within": N_("inden for grænserne"),
    "below_95": N_("under 95 %-grænsen"),
    "below_99_8": N_("under 99,8 %-grænsen"),
}
RATIO_MODELS = {
    "quasi_poisson": N_("kvasi-Poisson-model, som regner med, at tallene svinger mere end ved tilfældighed"),
    "poisson": N_("Poisson-model, som kun regner med tilfældige udsving"),
}
RATIO_REASONS = {
    "missing": N_("et antal eller en befolkning mangler"),
    "empty_cell": N_("en af grupperne mangler tal før eller efter"),
    "zero_cell": N_("en af grupperne har ingen hændelser før eller efter"),
    "too_few_points": N_("der er for få år"),
    "too_few_events": N_("der er for få år med hændelser"),
}
SOURCE_CLASSES = {
    "published": N_("offentliggjort"),
    "register": N_("register"),
    "fictitious": N_("fiktive tal"),
}
LIST_COVERAGE = {
    "complete": N_("hele listen er med"),
    "partial": N_("kun en del af listen er med"),
    "absent": N_("listen er ikke med"),
}
CRITERION_STATUSES = {code: status.word for code, status in statuses.CRITERIA.items()}
PROJECT_STATUSES = {code: status.word for code, status in statuses.PROJECTS.items()}
CARD_STATUSES = {code: status.word for code, status in statuses.ACTION_CARDS.items()}
MILESTONE_STATUSES = {code: status.word for code, status in statuses.MILESTONES.items()}
TARGET_GROUPS = {
    "children": N_("børn"),
    "youth": N_("unge"),
    "youth_at_risk": N_("unge i risiko for kriminalitet eller misbrug"),
    "young_adults": N_("unge voksne"),
    "in_care": N_("anbragte og tidligere anbragte unge"),
    "out_of_work": N_("voksne uden arbejde"),
    "minority_women": N_("kvinder med anden etnisk baggrund"),
    "hard_pressed": N_("beboere med trang økonomi"),
    "ill": N_("beboere med sygdom eller misbrug"),
    "residents": N_("alle beboere"),
    "professionals": N_("fagfolk og foreninger"),
}
EVALUATION_METHODS = {
    "before_after": N_("måling før og efter"),
    "register": N_("tal fra registre"),
    "interviews": N_("interview"),
    "self_evaluation": N_("egen evaluering"),
    "criteria": N_("succeskriterier"),
    "process": N_("vurdering af metoden"),
    "not_told": N_("ikke oplyst"),
}
SCHEMES = {  # a scheme without a name here is called by its code
    "hoeje_taastrup_2005": N_("Høje-Taastrup: Det Boligsociale Partnerskab 2005"),
    "halsnaes_2014": N_("Halsnæs: helhedsplanerne 2014"),
    "hotspot_2015": N_("Hotspotpuljen 2015"),
    "koebenhavn_2009": N_("København: områdeindsatser 2009"),
    "sfi_2013": N_("SFI: overgange for anbragte unge 2013"),
    "eksempelkommune": N_("Eksempelkommune (fiktive tal)"),
}
DAYS_A_MONTH = 365.25 / 12
DAY_OR_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


def criterion_status(status: str, words: Words) -> str:
    """The icon and the word of a criterion's status."""
    return statuses.CRITERIA[status].told(words)


def project_status(status: str, as_of: str, today: date, words: Words) -> str:
    """The status of a project as its report told it, with the day: of an old report never as if it held today."""
    told = statuses.PROJECTS[status]
    if then := historical(as_of, words, today):
        return f"{told.icon} {then}: {words(told.word_then)}"
    return words("{status} pr. {day}", status=told.told(words), day=day(as_of, words))


def without_sign(status: str) -> str:
    """A status that begins with its sign, for a type that lacks it."""
    return status if status[:1].isalnum() else status.partition(" ")[2]


def milestone_status(status: str, words: Words) -> str:
    """The icon and the word of a milestone's status."""
    return statuses.MILESTONES[status].told(words)


def trend(verdict: str, words: Words) -> str:
    """The verdict on an area's trend, standing alone: Udvikling: stigende; Ingen stor ændring (…)."""
    word = words(VERDICTS[verdict])
    return sentence_start(word) if verdict == "no_change" else words("Udvikling: {verdict}", verdict=word)


def sentence_start(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def within_sentence(name: str) -> str:
    """A name within a sentence: beboere under 18 år, but SSP."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def day(text: str, words: Words) -> str:
    """2005-09-01 -> 1. september 2005; 2005-09 -> september 2005; a year, or what is written otherwise, as it is."""
    if not DAY_OR_MONTH.fullmatch(text):
        return text
    year, month, *day_of_month = map(int, text.split("-"))
    try:
        first = date(year, month, *day_of_month or [1])
    except ValueError:  # no day of the calendar
        return text
    return words.date(first) if day_of_month else format_skeleton("yMMMM", first, locale=words.locale)


def ago(days: int, words: Words) -> str:
    """For 2 år og 5 måneder siden; months alone within a year, days within half a month."""
    months = round(days / DAYS_A_MONTH)
    years, rest = divmod(months, 12)
    if not months:
        return words.plural("for {n} dag siden", "for {n} dage siden", days)
    in_months = words.plural("{n} måned", "{n} måneder", rest) if rest else ""
    in_years = words.plural("{n} år", "{n} år", years) if years else ""
    if years and rest:
        return words("for {years} og {months} siden", years=in_years, months=in_months)
    return words("for {time} siden", time=in_years or in_months)


def historical(figure: str, words: Words, today: date) -> str:
    """Historisk – 2005, of a figure or report that tells of then and not of now; empty where it tells of now."""
    return words("Historisk – {year}", year=figure[:4]) if scorecards.is_historical(figure, today) else ""


def age_group(group: str, words: Words) -> str:
    """15-17 -> 15–17 år, under_18 -> under 18 år, 18_plus -> 18 år og derover."""
    if group == "all":
        return words("alle aldre")
    if group.startswith("under_"):
        return words("under {age} år", age=group.removeprefix("under_"))
    if group.endswith("_plus"):
        return words("{age} år og derover", age=group.removesuffix("_plus"))
    return words("{ages} år", ages=group.replace("-", "–")) if group[:1].isdigit() else words("alder ikke oplyst")


def measure(indicator: Indicator, group: str, words: Words) -> str:
    """The title of a chart: what is counted and, where the name does not say it, the age group and the place."""
    name, age = words.text(indicator.name), age_group(group, words)
    place = words(PLACES["offence"]) if indicator.place == "offence" else ""
    if group != "all" and group not in name and age not in name:
        name += f" {age}" if group.startswith("under_") else f", {age}"
    return name if place in name else f"{name} {place}"


def unit(indicator: Indicator, words: Words) -> str:
    return words(UNITS[indicator.unit])


def interval(low: float | None, high: float | None, indicator: Indicator, words: Words) -> str:
    """The 95 % interval of a number: 18,2–24,0; empty where there is none."""
    if low is None or high is None:
        return ""
    return f"{words.number(low, indicator.decimals)}–{words.number(high, indicator.decimals)}"


def quantity(value: float | None, indicator: Indicator, words: Words) -> str:
    """A number with its unit: 26,7 %, but 1.587 and not "1.587 antal"."""
    unit = indicators.UNITS[indicator.unit].after_numbers
    return with_unit(words.number(value, indicator.decimals), words(unit), words)


def with_unit(number: str, unit: str, words: Words) -> str:
    """A number and what it is counted in, joined as the language does: 26,7 %; 26.7%; 30 pr. 1.000."""
    return words.unbroken(f"{number} {unit}".rstrip())


def codes(names: Mapping[str, str], code: str, words: Words) -> str:
    """The name of a code, or the code itself with spaces where the catalogue uses one that has no name here."""
    return words(names[code]) if code in names else code.replace("_", " ")


def slug(text: str) -> str:
    """A Danish text as a value in an address: Ældre skoleelever -> ældre-skoleelever."""
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())
