"""The page Data og metode: what every number means, where it comes from, how it is made."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.data_and_method import catalogue, method, promises
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from data import calibration
from data.contracts import Disclosure, DisclosureRule, Indicator, Observation, OfficialList, Source


def view(choice: Choice) -> None:
    words = choice.words
    names = {row.indicator_id: words.text(row.name) for row in store.rows(choice.version, Indicator)}
    streamlit.markdown(words("Data er senest opdateret {date}.", date=words.date(choice.version.time)))
    indicator(choice, address.pick("indikator", words("Indikator"), list(names), names.__getitem__))
    contents(choice)
    rules(choice)
    kept_promises(choice)
    hidden(choice)
    streamlit.header(words("Licenser og kreditering"), anchor=False)
    for credit in method.CREDITS:
        streamlit.markdown(f"- {words(credit)}")


def indicator(choice: Choice, indicator_id: str) -> None:
    """What one indicator means, and all its numbers to look at and to download."""
    words, facts = choice.words, shelf.facts(choice.version)
    record = facts.indicators[indicator_id]
    rows = [row for row in store.rows(choice.version, Observation) if row.indicator_id == indicator_id]
    by_area = sorted(rows, key=lambda row: (row.area_id, row.period_start))
    pairs = catalogue.facts(record, words)
    streamlit.table(
        {plain(heading): plain(text) for heading, text in pairs.items()},
        border="horizontal",
        alt=words.text(record.name),
    )
    view_layout.view(
        choice,
        title=words.text(record.name),
        sentence=words("{n} tal i denne version af data.", n=words.number(len(rows))),
        table=tables.observation_table(by_area, facts.names, facts.sources, words),
        columns=tables.observation_columns(labels.unit(record, words), record.decimals, words),
        source=sentences.source_line(rows, facts.sources, words),
        key="indicator",
    )


def contents(choice: Choice) -> None:
    """What the version holds: its indicators, official lists and sources."""
    words, version = choice.words, choice.version
    indicators, sources = store.rows(version, Indicator), store.rows(version, Source)
    view_layout.view(
        choice,
        title=words("Alle indikatorer"),
        key="indicators",
        sentence=words("{n} indikatorer, hver med definition, tælleregel og forbehold.", n=len(indicators)),
        table=catalogue.indicators(indicators, store.rows(version, Observation), words),
        columns=catalogue.indicator_columns(words),
        source=words("Indikatorkataloget i denne version af data."),
        folded=True,
    )
    view_layout.view(
        choice,
        title=words("De officielle lister"),
        key="lists",
        sentence=words("Kun en hel liste kan vise, at et område ikke står på den. Ellers er svaret »ikke opgjort«."),
        table=catalogue.lists(store.rows(version, OfficialList), sources, words),
        columns=catalogue.list_columns(words),
        source=words("Kilden til hver liste står i tabellen."),
        folded=True,
    )
    view_layout.view(
        choice,
        title=words("Kilder"),
        key="sources",
        sentence=words.plural(
            "{n} kilde. Hvert tal peger på den.", "{n} kilder. Hvert tal peger på én af dem.", len(sources)
        ),
        table=catalogue.sources(sources, words),
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


def kept_promises(choice: Choice) -> None:
    """How often each verdict is wrong, and what the tests can see, in simulations of a known truth."""
    words, rows = choice.words, calibration.read()
    promised, powers = promises.promised(rows), promises.powers(rows)
    view_layout.view(
        choice,
        title=words("Holder dommene, hvad de lover?"),
        key="promises",
        sentence=promises.sentence(promised, words),
        table=promises.table(promised, words),
        columns=promises.columns(words),
        source=promises.source(promised, words),
        folded=True,
    )
    view_layout.view(
        choice,
        title=words("Hvad kan prøverne se?"),
        key="powers",
        sentence=promises.power_sentence(powers, words),
        table=promises.table(powers, words),
        columns=promises.columns(words),
        source=promises.source(powers, words),
        folded=True,
    )


def hidden(choice: Choice) -> None:
    """What disclosure control hid, where there was anything to hide."""
    words, counted = choice.words, store.rows(choice.version, Disclosure)
    if not counted:
        return
    view_layout.view(
        choice,
        title=words("Hvad der er skjult"),
        key="disclosures",
        sentence=words(
            "{hidden} af {values} tal er skjult, så ingen kan genkendes.",
            hidden=words.number(sum(row.hidden for row in counted)),
            values=words.number(sum(row.values for row in counted)),
        ),
        table=catalogue.disclosures(counted, shelf.facts(choice.version).indicators, words),
        columns=catalogue.disclosure_columns(words),
        source=words("Optalt, da denne version af data blev lavet. Her står kun, hvor mange der er skjult."),
        folded=True,
    )
