"""The Streamlit side of figures, tables and cards: how a view is laid out on every page.

A view is a heading, one "so what" sentence, the picture with its text alternative, its source, the same numbers as a
table and the same table as a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pandas
import streamlit
from streamlit.delta_generator import DeltaGenerator

from dashboard import (
    bar_figures,
    cards,
    catalogue,
    figures,
    labels,
    navigation,
    selection,
    store,
    tables,
    theme,
)
from dashboard.cards import AreaCard
from dashboard.markdown import plain
from dashboard.selection import Choice, Stage
from dashboard.tables import Column
from dashboard.views import View
from dashboard.words import Words
from data.errors import DataError

ROWS_AS_TABLE = 120  # a longer table scrolls in a frame of its own
FILTERS = dict.fromkeys(("kriterium", "projekt", "maal", "maalgruppe", "status", "soeg", "form"))  # of the lists


class Facts(NamedTuple):
    """What every view needs to name what it shows: `names` by area id, `indicators` by indicator id."""

    names: pandas.Series
    indicators: pandas.DataFrame
    sources: pandas.DataFrame
    breaks: pandas.DataFrame


def facts(choice: Choice) -> Facts:
    return Facts(
        names=store.table(choice.version, "areas").drop_duplicates("area_id").set_index("area_id")["name"],
        indicators=store.table(choice.version, "indicators").set_index("indicator_id"),
        sources=store.table(choice.version, "sources"),
        breaks=store.table(choice.version, "breaks"),
    )


def view(choice: Choice, **parts: Any) -> None:
    """One view, whose parts are those of `views.View`: drawn, or gathered where a page is made for a file. A meeting
    draws only the view its agenda names, where one is named.
    """
    own = View(**parts)
    if choice.has_controls:
        draw(choice, own)
        return
    choice.gathered.append(own)
    if choice.stage is Stage.MEETING and (choice.slot is None or choice.address["vis"] == own.key):
        with choice.slot or nullcontext():
            draw(choice, own)


def nearest_view(choice: Choice) -> None:
    """After the page of a meeting has run: where it has no view of the name asked for, a sentence and the likest."""
    found, words = {own.key: own for own in choice.gathered}, choice.words
    if choice.slot is None or choice.address["vis"] in found:
        return
    if not found:
        choice.messages.warning(words("Siden har ingen visning at vise her. Ret punktets link på mødesiden."))
        return
    key = selection.nearest(choice.address["vis"], list(found), next(iter(found)), choice.messages, words,
                            words("sidens visninger"), lambda name: found[name].title)
    with choice.slot:
        draw(choice, found[key])


def draw(choice: Choice, own: View) -> None:
    words = choice.words
    with streamlit.container(key=f"view-{own.key}"):
        streamlit.header(plain(own.title), anchor=False)
        streamlit.markdown(plain(own.sentence))
        with streamlit.container(horizontal=bool(own.panels), key=f"charts-{own.key}"):
            for position, (text, part) in enumerate(own.pictures.items()):
                streamlit.plotly_chart(part, theme=None, config=figures.CONFIG, alt=text,
                                       key=f"chart-{own.key}-{position}", width="content" if own.panels else "stretch")
        if own.body:
            own.body()
        is_folded = bool(own.pictures or own.body) if own.folded is None else own.folded
        if not is_folded:
            grid(tables.to_display(own.table, own.columns, words), own.title, own.colours)
        streamlit.caption(plain(own.source))
        if not choice.has_controls:
            return
        if is_folded:
            folded_table(choice, lambda: (own.table, own.columns), own.title, own.key, own.colours)
        rows, fields = own.file or (own.table, own.columns)
        with streamlit.container(horizontal=True, key=f"onwards-{own.key}"):
            download(choice, lambda: tables.to_csv(rows, fields, words, meta(choice, own.chosen)), own.title, own.key)
            add_to_agenda(choice, own.key)


def trend(
    choice: Choice,
    rows: pandas.DataFrame,
    roles: Mapping[str, str],
    key: str,
    intervention: tuple[int, int] | None = None,
) -> None:
    """A view of one indicator over time. `rows` are prepared observations, a line for each area in `roles`' order."""
    words, known = choice.words, facts(choice)
    indicator = known.indicators.loc[rows["indicator_id"].iloc[0]]
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    title = labels.measure(indicator, rows["age_group"].iloc[0], words)
    breaks = known.breaks[known.breaks["applies_to"] == indicator.name].assign(
        title=lambda rows: rows[f"title_{words.language}"])
    series = figures.grouped(rows, known.names, roles)
    notes = (figures.reading_note(series, breaks, words), words.pick(indicator, "caveat"),
             cards.source_line(rows, known.sources, words))
    view(
        choice,
        title=title,
        sentence=cards.trend_sentence(series, unit, words, decimals),
        figure=figures.trend(series, unit=unit, words=words, sizes=theme.sizes(choice.projector), decimals=decimals,
                             breaks=breaks, intervention=intervention),
        alt=figures.trend_alt(title, series, words, decimals),
        table=tables.observations(rows, known.names, known.sources, words),
        columns=tables.observation_columns(unit, decimals, words),
        source=" ".join(note for note in notes if note),
        key=key,
    )


def changes(choice: Choice, rows: pandas.DataFrame, roles: Mapping[str, str], key: str) -> None:
    """A view of changes in per cent over one period. `rows` are prepared observations of one indicator."""
    words, known = choice.words, facts(choice)
    indicator, first = known.indicators.loc[rows["indicator_id"].iloc[0]], rows.iloc[0]
    decimals = int(indicator["decimals"])
    title = f"{words.pick(indicator, 'name')}, {words.period(first['period_start'], first['period_end'])}"
    bars = bar_figures.changes(rows, known.names, roles, words)
    view(
        choice,
        title=title,
        sentence=cards.change_sentence(bars, words, decimals),
        figure=bar_figures.change_bars(bars, words=words, sizes=theme.sizes(choice.projector), decimals=decimals),
        alt=bar_figures.change_alt(title, bars, words, decimals),
        table=tables.observations(rows, known.names, known.sources, words),
        columns=tables.observation_columns(words(labels.UNITS[indicator["unit"]]), decimals, words),
        source=cards.source_line(rows, known.sources, words),
        key=key,
    )


def indicator(choice: Choice, indicator_id: str) -> None:
    """What one indicator means, and all its numbers to look at and to download."""
    words, known = choice.words, facts(choice)
    record, observations = known.indicators.loc[indicator_id], store.table(choice.version, "observations")
    rows = observations[observations["indicator_id"] == indicator_id]
    pairs = catalogue.facts(record, words)
    streamlit.table({plain(heading): plain(text) for heading, text in pairs.items()}, border="horizontal",
                    alt=words.pick(record, "name"))
    view(
        choice,
        title=words.pick(record, "name"),
        sentence=words("{n} tal i denne version af data.", n=words.number(len(rows))),
        table=tables.observations(rows.sort_values(["area_id", "period_start"]), known.names, known.sources, words),
        columns=tables.observation_columns(words(labels.UNITS[record["unit"]]), int(record["decimals"]), words),
        source=cards.source_line(rows, known.sources, words),
        key="indicator",
    )


def area(card: AreaCard, facts: Sequence[str], key: str) -> None:
    """The card of one area: its number, the interval, the comparison in words, what else is known, the source."""
    with streamlit.container(border=True, key=f"area-card-{key}"):
        streamlit.header(plain(card.title), anchor=False)
        streamlit.markdown(plain(card.subtitle))
        streamlit.markdown(f"**{plain(card.value)}**")
        for text in (card.interval, card.comparison):
            if text:
                streamlit.markdown(plain(text))
        for text in facts:
            streamlit.caption(plain(text))
        if card.source:
            streamlit.caption(plain(card.source))


def folded_table(
    choice: Choice,
    made: Callable[[], tuple[pandas.DataFrame, Sequence[Column]]],
    title: str,
    key: str,
    colours: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """A table that is made, and travels, only for those who open it. `made` gives its rows and columns."""
    folded = streamlit.expander(choice.words("Vis som tabel"), key=f"table-{key}", on_change="rerun")
    if folded.open:
        with folded:
            grid(tables.to_display(*made(), choice.words), title, colours)


def fold(choice: Choice, title: str) -> DeltaGenerator:
    """A part of a page that is opened by those who want it; open where nobody can."""
    return streamlit.expander(title, expanded=not choice.has_controls)


def grid(display: pandas.DataFrame, alt: str, colours: Mapping[str, Sequence[str]] | None = None) -> None:
    """A table of texts: a real table that a screen reader can walk, or a scrolling one where it is long."""
    if len(display) > ROWS_AS_TABLE:
        streamlit.dataframe(display, hide_index=True, alt=alt)
        return
    cells = display.map(lambda text: unbroken(plain(text)))
    for heading, backgrounds in (colours or {}).items():
        cells[heading] = [badge(text, colour) for text, colour in zip(cells[heading], backgrounds, strict=True)]
    cells = cells.rename(columns=plain)
    streamlit.table(cells.set_index(cells.columns[0]), border="horizontal", alt=alt)


def unbroken(text: str) -> str:
    """The text with its ranges and shares of each on one line: 2022–2024 and 45,2 pct."""
    return re.sub(r"(?<=\d) (?=pct)", "\N{NO-BREAK SPACE}", re.sub(r"(?<=\d)–(?=\d)", "–\N{WORD JOINER}", text))


def badge(text: str, background: str) -> str:
    """A text on a colour, in Streamlit's Markdown."""
    return f':color[{text}]{{foreground="{theme.ink(background)}" background="{background}"}}'


def page_link(choice: Choice, path: str, label: str, icon: str | None = None, **changes: str | None) -> None:
    """A link to one of our pages that keeps every choice but the changed ones. `path` as in `navigation.PAGES`."""
    record = navigation.page(path)
    page = streamlit.Page(record.script, title=choice.words(record.title), url_path=path)
    streamlit.page_link(page, label=label, icon=icon, query_params=selection.query_params(**changes))


def item_link(choice: Choice, path: str, label: str, icon: str | None = None, **item: str | None) -> None:
    """`page_link` to one thing, such as `projekt=id`, without the filters of lists, which pages read differently."""
    page_link(choice, path, label, icon, **{**FILTERS, **item})


def download(choice: Choice, data: Callable[[], bytes], title: str, key: str) -> None:
    """A button for a table as a file, which is made when it is asked for."""
    streamlit.download_button(
        choice.words("Hent som CSV"), data, f"{key}_{choice.dataset}_{choice.version.name}.csv", "text/csv",
        key=f"csv-{key}", on_click="ignore", type="tertiary", icon=":material/download:", help=plain(title),
    )


def add_to_agenda(choice: Choice, key: str) -> None:
    """A button that puts a view on the agenda, which the browser keeps: `static/shell/adding.js` listens to its key."""
    streamlit.button(choice.words("Føj til dagsorden"), key=f"agenda-add-{key}", type="tertiary",
                     icon=":material/playlist_add:")


def meta(choice: Choice, chosen: str = "") -> dict[str, str]:
    """What applies to a whole file: which data it comes from, and which choices made it."""
    words = choice.words
    facts = {
        words("Datasæt"): selection.dataset_name(choice.dataset, words),
        words("Dataversion"): choice.version.name,
        words("Dannet"): words.date(choice.version.time),
    }
    optional = {words("Valg"): chosen, words("Bemærk"): mark(choice)}
    return facts | {heading: text for heading, text in optional.items() if text}


def error(problem: DataError, words: Words) -> None:
    """A fault in the data as a sentence, never as a traceback."""
    streamlit.error(plain(problem.text.in_language(words.language)), icon=":material/error:")


def mark(choice: Choice) -> str:
    return store.mark(choice.version, choice.words)


def fictitious(choice: Choice) -> None:
    """The banner on every page made from invented figures."""
    if mark(choice):
        sentence = choice.words("Fiktive tal: området og alle tal er opdigtede og viser kun, hvad barometeret kan.")
        choice.messages.warning(sentence, icon=":material/science:")


def today() -> date:
    """The day it is in Denmark."""
    return datetime.now(ZoneInfo("Europe/Copenhagen")).date()
