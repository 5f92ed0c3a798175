"""The page Data og metode: what every number means, where it comes from, how it is made."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.data_and_method import catalogue, certificate, check_page, everything, method, promises
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, downloads, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data import calibration
from data.contracts import Disclosure, DisclosureRule, Indicator, Observation, OfficialList, Source
from data.disclosure_record import read_record
from data.versions import Version


def view(choice: Choice) -> None:
    words = choice.words
    names = {row.indicator_id: words.text(row.name) for row in store.rows(choice.version, Indicator)}
    streamlit.markdown(words("Data er senest opdateret {date}.", date=words.date(choice.version.time)))
    check_page.result(choice)
    asked = check_page.asked(choice)
    if asked:
        check_page.number(choice, asked)
    if choice.has_controls:
        facts = tuple(downloads.meta(choice).items())
        downloads.everything(choice, lambda: packed(choice.version, words.language, facts))
    first = asked.row.indicator_id if asked else None
    shown = address.pick("indikator", words("Indikator"), list(names), names.__getitem__, first)
    indicator(choice, shown)
    if not asked:
        check_page.offer(choice, shown)
    for part in (indicators, lists, sources):
        view_layout.show(choice, part(choice.setting))
    rules(choice)
    for found in promises.PARTS:
        view_layout.show(choice, simulated(choice.setting, found))
    hidden(choice)
    streamlit.header(words("Licenser og kreditering"), anchor=False)
    for credit in method.CREDITS:
        streamlit.markdown(f"- {words(credit)}")


@streamlit.cache_resource(max_entries=2, show_spinner=False, hash_funcs={Version: store.key})
def packed(version: Version, language: str, facts: tuple[tuple[str, str], ...]) -> bytes:
    """All tables of a version in one file, made once."""
    return everything.write(version, Words(language), dict(facts))


def indicator(choice: Choice, indicator_id: str) -> None:
    """What one indicator means, and all its numbers to look at and to download."""
    words, record = choice.words, shelf.facts(choice.version).indicators[indicator_id]
    streamlit.table(
        {plain(heading): plain(text) for heading, text in catalogue.facts(record, words).items()},
        border="horizontal",
        alt=words.text(record.name),
    )
    view_layout.show(choice, numbers(choice.setting, record))


@kept
def numbers(setting: Setting, record: Indicator) -> View:
    """All numbers of an indicator."""
    words, facts = setting.words, shelf.facts(setting.version)
    rows = [row for row in store.rows(setting.version, Observation) if row.indicator_id == record.indicator_id]
    by_area = sorted(rows, key=lambda row: (row.area_id, row.period_start))
    return View(
        title=words.text(record.name),
        sentence=words("{n} tal i denne version af data.", n=words.number(len(rows))),
        table=tables.observation_table(by_area, facts.names, facts.sources, words),
        columns=tables.observation_columns(labels.unit(record, words), record.decimals, words),
        source=sentences.source_line(rows, facts.sources, words),
        key="indicator",
    )


@kept
def indicators(setting: Setting) -> View:
    words, version = setting.words, setting.version
    found = store.rows(version, Indicator)
    return View(
        title=words("Alle indikatorer"),
        key="indicators",
        sentence=words("{n} indikatorer, hver med definition, tælleregel og forbehold.", n=len(found)),
        table=catalogue.indicators(found, store.rows(version, Observation), words),
        columns=catalogue.indicator_columns(words),
        source=words("Indikatorkataloget i denne version af data."),
        folded=True,
    )


@kept
def lists(setting: Setting) -> View:
    words, version = setting.words, setting.version
    return View(
        title=words("De officielle lister"),
        key="lists",
        sentence=words("Kun en hel liste kan vise, at et område ikke står på den. Ellers er svaret »ikke opgjort«."),
        table=catalogue.lists(store.rows(version, OfficialList), store.rows(version, Source), words),
        columns=catalogue.list_columns(words),
        source=words("Kilden til hver liste står i tabellen."),
        folded=True,
    )


@kept
def sources(setting: Setting) -> View:
    words, found = setting.words, store.rows(setting.version, Source)
    return View(
        title=words("Kilder"),
        key="sources",
        sentence=words.plural(
            "{n} kilde. Hvert tal peger på den.", "{n} kilder. Hvert tal peger på én af dem.", len(found)
        ),
        table=catalogue.sources(found, words),
        columns=catalogue.source_columns(words),
        source=words("Kildelisten i denne version af data."),
        folded=True,
    )


def rules(choice: Choice) -> None:
    """How the numbers are made, each rule with its formula."""
    words = choice.words
    (limits,) = store.rows(choice.version, DisclosureRule)
    streamlit.header(words("Sådan er tallene lavet"), anchor=False)
    for section in method.SECTIONS:
        with view_layout.fold(choice, words(section.title)):
            streamlit.markdown(section.in_words(limits, words))
            if section.formulas:
                with streamlit.expander(words("Formlen"), type="compact"):
                    for formula in section.formulas:
                        streamlit.latex(formula)


@kept
def simulated(setting: Setting, part: promises.Part) -> View:
    """A part of what simulations of a known truth found: how often each verdict is wrong, or what the tests can see."""
    words, found = setting.words, part.rows(calibration.read())
    return View(
        title=words(part.title),
        key=part.key,
        sentence=part.sentence(found, words),
        table=promises.table(found, words),
        columns=promises.columns(words),
        source=promises.source(found, words),
        folded=True,
    )


def hidden(choice: Choice) -> None:
    """What disclosure control hid and how it was tried, where there was anything to control."""
    (told,) = store.rows(choice.version, Disclosure)
    if not told.values:
        return
    streamlit.header(choice.words("Hvad der er skjult"), anchor=False)
    for paragraph in certificate.paragraphs(told, read_record(), choice.words):
        streamlit.markdown(paragraph)
