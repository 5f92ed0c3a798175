"""The page Data og metode: what every number means, where it comes from, how it is made."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.data_and_method import (
    catalogue,
    certificate,
    check_page,
    dictionary_view,
    everything,
    history,
    method,
    promises,
    remarks,
)
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, downloads, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data import calibration, version_changes
from data.contracts import DisclosureRule, Indicator, Observation, OfficialList, Source
from data.version_changes import Change
from data.versions import Version

API = "/api/v1"  # dashboard/web/api


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
        for_programs(choice)
    with page_top.contents(choice):
        first = asked.row.indicator_id if asked else None
        shown = address.pick("indikator", words("Indikator"), list(names), names.__getitem__, first)
        indicator(choice, shown)
        if not asked:
            check_page.offer(choice, shown)
        view_layout.show(choice, remarks.remarks(choice.setting))
        for part in (indicators, lists, sources, history.freshness):
            view_layout.show(choice, part(choice.setting))
        versions_of(choice)
        for part in (dictionary_view.view, remarks.accepted):
            view_layout.show(choice, part(choice.setting))
        rules(choice)
        for found in promises.PARTS:
            view_layout.show(choice, simulated(choice.setting, found))
        hidden(choice)
    streamlit.header(words("Licenser og kreditering"), anchor=False)
    for credit in method.CREDITS:
        streamlit.markdown(f"- {words(credit)}")


def for_programs(choice: Choice) -> None:
    """Where other programs fetch the same numbers, with an example to try."""
    words, first = choice.words, store.rows(choice.version, Indicator)[0].indicator_id
    numbers = f"{API}/datasets/{choice.dataset}/versions/current/observations?indicator_id={first}"
    with view_layout.fold(choice, words("Tal til andre programmer (API)")):
        streamlit.markdown(
            words(
                "Andre programmer kan hente alle tabeller, som de står her, uden nøgle: som JSON, CSV og JSON-stat, en "
                "side ad gangen. Der kan kun læses, og det, der er skjult på siderne, findes heller ikke dér."
            )
        )
        described, tried = words("Beskrivelsen (OpenAPI 3.1)"), words("Et eksempel: alle tal for ét nøgletal som CSV")
        streamlit.markdown(f"- [{described}]({API}/openapi.json)\n- [{tried}]({numbers}&format=csv)")
        streamlit.code(f"curl '…{numbers}&from=2015&limit=100'", language=None)


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


def versions_of(choice: Choice) -> None:
    """The versions that can be read, and what changed in the one that is shown."""
    readable = store.versions_of(choice.version.dataset)
    before = next(iter(version_changes.before(choice.version, readable)), None)
    found = changes(before, choice.version) if before else ()
    view_layout.show(choice, history.versions(readable, choice.setting))
    view_layout.show(choice, history.changed(before, found, choice.setting))


@streamlit.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Version: store.key})
def changes(before: Version, after: Version) -> tuple[Change, ...]:
    """What differs between two versions, found once."""
    return tuple(version_changes.changes(before, after))


def hidden(choice: Choice) -> None:
    """What disclosure control hid and how it was tried: the certificate."""
    streamlit.header(choice.words("Hvad der er skjult"), anchor=False)
    view_layout.show(choice, certificate.view(choice.setting))
    if choice.has_controls:
        certificate_files(choice)


def certificate_files(choice: Choice) -> None:
    """The certificate to print and for other programs."""
    words, version = choice.words, choice.version
    with streamlit.container(horizontal=True, key="certificate-files"):
        streamlit.link_button(
            words("Certifikatet som A4 (PDF)"),
            certificate.SHEETS.url(version, certificate.NAME, words.language),
            icon=":material/picture_as_pdf:",
        )
        streamlit.download_button(
            words("Certifikatet som JSON"),
            lambda: certificate.as_json(certificate.of(version)),
            f"diskretioneringscertifikat_{version.dataset}_{version.name}.json",
            "application/json",
            key="json-certificate",
            on_click="ignore",
            icon=":material/download:",
        )
