"""One number in full: its source, how sure it is, its formula with the numbers put in, and worked out again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.shelf import Facts
from dashboard.data_and_method import again, remarks
from dashboard.i18n import certainties, labels
from dashboard.i18n.markdown import shortened
from dashboard.i18n.words import N_, Words
from dashboard.official_lists import texts
from dashboard.official_lists.book import book as list_book
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data import number_key
from data.contracts import DisclosureRule, Indicator, Observation, Source, SourceClass, Status, Trend
from data.number_key import Found, Part, Unknown

PARTS = {
    Part.INDICATOR: N_("indikatoren »{value}« findes ikke i datasættet"),
    Part.AREA: N_("området »{value}« har ingen tal for indikatoren"),
    Part.PERIOD: N_("området har intet tal for perioden »{value}«"),
    Part.AGE: N_("der er intet tal for aldersgruppen »{value}«"),
    Part.BREAKDOWN: N_("der er intet tal for opdelingen »{value}«"),
    Part.EDITION: N_("der er intet tal i udgaven »{value}«"),
    Part.SOURCE: N_("ingen kilde »{value}« har tallet"),
}
RULES = {
    Status.HIDDEN: N_(
        "Antallet, eller et andet tal, som kunne regnes ud af det, er på 1–{most} personer. Derfor findes tallet slet "
        "ikke i de filer, siden læser."
    ),
    Status.TOO_FEW: N_("Der er under {people} personer i befolkningen, så en rate ville sige for lidt."),
    Status.NOT_COLLECTED: N_("Kilden har ikke tallet."),
    Status.NOT_RELEVANT: N_("Tallet giver ikke mening her."),
}


@dataclass(frozen=True)
class Checked:
    """A number with all that its check reads."""

    row: Observation
    others: tuple[Observation, ...]
    indicator: Indicator
    facts: Facts
    series: Trend | None
    limits: DisclosureRule

    @property
    def source(self) -> Source | None:
        return next((source for source in self.facts.sources if source.source_id == self.row.source_id), None)


def wrong(found: Unknown, words: Words) -> str:
    """What is wrong with a link to a number."""
    if not found.value:
        return words("Linket til et tal mangler noget: der skal stå indikator, område og periode.")
    told = words(PARTS[found.part], value=shortened(found.value))
    return words(
        "Linket peger på et tal, der ikke findes: {told}. Det kan være fra en ældre version af data.", told=told
    )


@kept
def find(setting: Setting, text: str) -> Checked | Unknown:
    """The number that a link names (`data.number_key`)."""
    version = setting.version
    found = number_key.find(store.table(version, Observation.TABLE), text)
    return found if isinstance(found, Unknown) else checked(setting, found)


def checked(setting: Setting, found: Found) -> Checked:
    version, row, facts = setting.version, found.row, shelf.facts(setting.version)
    (limits,) = store.rows(version, DisclosureRule)
    series = [
        trend
        for trend in store.rows(version, Trend)
        if (trend.indicator_id, trend.area_id, trend.age_group, trend.breakdown, trend.edition)
        == (row.indicator_id, row.area_id, row.age_group, row.breakdown, row.edition)
    ]
    return Checked(row, found.others, facts.indicators[row.indicator_id], facts, next(iter(series), None), limits)


@kept
def view(setting: Setting, text: str) -> View:
    """All that is known of one number, a row a question. `text` must name one."""
    words, found = setting.words, find(setting, text)
    assert isinstance(found, Checked)
    row = found.row
    name, area = labels.measure(found.indicator, row.age_group, words), found.facts.names[row.area_id]
    rows = [(question, answer) for question, answer in answers(setting, found) if answer]
    return View(
        title=words("Efterprøv et tal: {name}", name=name),
        sentence=words(
            "{area}, {period}: {number}.",
            area=shelf.book(setting.version).area_label(row.area_id, words),
            period=words.period(row.period_start, row.period_end),
            number=number(row, found.indicator, words),
        ),
        table=pandas.DataFrame(rows, columns=["question", "answer"], dtype=object),
        columns=[Column("question", words("Spørgsmål")), Column("answer", words("Svar"))],
        folded=False,
        source=sentences.source_line([row], found.facts.sources, words),
        key="check",
        place=area,
        years=words.period(row.period_start, row.period_end),
        chosen=number_key.name(row),
    )


def number(row: Observation, indicator: Indicator, words: Words) -> str:
    """The number with its unit, or the word for why there is none."""
    if row.status is not Status.SHOWN or row.value is None:
        return words(labels.MISSING[Status.NOT_COLLECTED if row.status is Status.SHOWN else row.status])
    return labels.quantity(row.value, indicator, words)


def answers(setting: Setting, found: Checked) -> Iterator[tuple[str, str]]:
    """Question and answer; an empty answer where the question makes no sense."""
    words, row, indicator, source = setting.words, found.row, found.indicator, found.source
    yield (
        words("Hvad er målt?"),
        " ".join(filter(None, (words.text(indicator.definition), words.text(indicator.counting_rule)))),
    )
    yield words("Opdeling"), "" if row.breakdown == "all" else labels.codes(labels.BREAKDOWNS, row.breakdown, words)
    yield words("Udgave"), row.edition
    yield words("Hvorfor er der intet tal?"), missing(found, words)
    yield words("Hvor står det?"), where(source, row, words) if source else ""
    yield words("Hvor sikkert er det?"), certainties.certainty(row.value_certainty, row.period_certainty, words)
    if row.status is Status.SHOWN:
        derived = tables.is_derived(row)
        yield words("Tallet er"), words("beregnet af os") if derived else words("oplyst i kilden")
        yield words("Formlen med tallene sat ind"), again.formula(row, indicator, words)
        yield words("Hvor meget kan tilfældet betyde?"), again.interval(row, indicator, found.series, words)
        yield words("Regnet efter på en anden måde"), again.second(row, indicator, found.series, words)
        yield words("Sammenlignet med landet"), again.compared(row, indicator, words)
        yield words("Kriterium for de officielle lister"), criterion(setting, row, indicator)
    yield words("Andre tal for det samme"), others(found, words)
    yield words("Forbehold"), words.text(indicator.caveat)
    yield words("Note"), words.text(row.note)
    yield words("Bemærkninger til tallet"), remarks.told(row, setting)
    version = setting.version
    yield words("Version af data"), f"{version.name} ({words.date(version.time)})"


def criterion(setting: Setting, row: Observation, indicator: Indicator) -> str:
    """Over 40 % (…): opfyldt, 4,4 point; empty for a number that no official list was made by."""
    words, book, year = setting.words, list_book(setting), row.period_end
    rule = book.rule_of(year)
    if rule is None or (row.area_id, year) not in book.rulebook.area_years:
        return ""
    said = book.rulebook.assess(rule, row.area_id, year)
    judged = next((each for each in said.criteria if each.number == row), None)
    if judged is None:
        return ""
    away = texts.distance(book.distances(said).get(row.indicator_id), indicator, words)
    return words(
        "{list}, {line}: {answer}",
        list=words.text(rule.row.name),
        line=texts.line(judged.criterion, indicator, words),
        answer=", ".join(filter(None, (texts.side(judged, words), away))),
    )


def missing(found: Checked, words: Words) -> str:
    """The rule that a number is missing by; never how it was found to be so."""
    if found.row.status is Status.SHOWN:
        return ""
    rule = words(
        RULES[found.row.status],
        most=words.number(found.limits.minimum - 1),
        people=words.number(found.limits.minimum_population),
    )
    return f"{labels.sentence_start(words(labels.MISSING[found.row.status]))}. {rule}"


def where(source: Source, row: Observation, words: Words) -> str:
    """The source with its page and address, and what kind of source it is."""
    told = tables.citation(source.named, row.page, words)
    kind = words(labels.SOURCE_CLASSES[source.source_class])
    if source.source_class is SourceClass.FICTITIOUS:
        kind = words("FIKTIVE TAL")
    return " · ".join(filter(None, (told, kind, source.url)))


def others(found: Checked, words: Words) -> str:
    """The same thing as other sources or editions have it."""
    titles = tables.source_names(found.facts.sources)
    return "; ".join(
        words(
            "{number} ({source})",
            number=number(row, found.indicator, words),
            source=" ".join(
                filter(
                    None,
                    (
                        titles.get(row.source_id, row.source_id),
                        row.edition,
                        certainties.certainty(row.value_certainty, row.period_certainty, words),
                    ),
                )
            ),
        )
        for row in found.others
    )
