"""The page Data og metode: what every number means, where it comes from, how it is made."""

from __future__ import annotations

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.data_and_method import catalogue, method
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from data.contracts import DisclosureRule


def view(choice: Choice) -> None:
    words = choice.words
    indicators = store.table(choice.version, "indicators")
    names = indicators.set_index("indicator_id")[f"name_{words.language}"]
    streamlit.markdown(words("Data er senest opdateret {date}.", date=words.date(choice.version.time)))
    indicator(choice, address.pick("indikator", words("Indikator"), list(names.index), names.get))
    contents(choice, indicators)
    rules(choice)
    hidden(choice, indicators)
    streamlit.header(words("Licenser og kreditering"), anchor=False)
    for credit in method.CREDITS:
        streamlit.markdown(f"- {words(credit)}")


def indicator(choice: Choice, indicator_id: str) -> None:
    """What one indicator means, and all its numbers to look at and to download."""
    words, known = choice.words, shelf.facts(choice.version)
    record, observations = known.indicators.loc[indicator_id], store.table(choice.version, "observations")
    rows = observations[observations["indicator_id"] == indicator_id]
    pairs = catalogue.facts(record, words)
    streamlit.table(
        {plain(heading): plain(text) for heading, text in pairs.items()},
        border="horizontal",
        alt=words.pick(record, "name"),
    )
    view_layout.view(
        choice,
        title=words.pick(record, "name"),
        sentence=words("{n} tal i denne version af data.", n=words.number(len(rows))),
        table=tables.observations(rows.sort_values(["area_id", "period_start"]), known.names, known.sources, words),
        columns=tables.observation_columns(words(labels.UNITS[record["unit"]]), int(record["decimals"]), words),
        source=sentences.source_line(rows, known.sources, words),
        key="indicator",
    )


def contents(choice: Choice, indicators: pandas.DataFrame) -> None:
    """What the version holds: its indicators, official lists and sources."""
    words = choice.words
    observations, lists, sources = (store.table(choice.version, name) for name in ("observations", "lists", "sources"))
    view_layout.view(
        choice,
        title=words("Alle indikatorer"),
        key="indicators",
        sentence=words("{n} indikatorer, hver med definition, tælleregel og forbehold.", n=len(indicators)),
        table=catalogue.indicators(indicators, observations, words),
        columns=catalogue.indicator_columns(words),
        source=words("Indikatorkataloget i denne version af data."),
        folded=True,
    )
    view_layout.view(
        choice,
        title=words("De officielle lister"),
        key="lists",
        sentence=words("Kun en hel liste kan vise, at et område ikke står på den. Ellers er svaret »ikke opgjort«."),
        table=catalogue.lists(lists, sources, words),
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


def hidden(choice: Choice, indicators: pandas.DataFrame) -> None:
    """What disclosure control hid, where there was anything to hide."""
    words, counted = choice.words, store.table(choice.version, "disclosures")
    if counted.empty:
        return
    view_layout.view(
        choice,
        title=words("Hvad der er skjult"),
        key="disclosures",
        sentence=words(
            "{hidden} af {values} tal er skjult, så ingen kan genkendes.",
            hidden=words.number(counted["hidden"].sum()),
            values=words.number(counted["values"].sum()),
        ),
        table=catalogue.disclosures(counted, indicators, words),
        columns=catalogue.disclosure_columns(words),
        source=words("Optalt, da denne version af data blev lavet. Her står kun, hvor mange der er skjult."),
        folded=True,
    )
