"""The Streamlit side of figures, tables and cards: how a view is laid out on every page.

A view is a heading, one "so what" sentence, the picture with its text alternative, its source, the same numbers as a
table and the same table as a file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from typing import Any

import pandas
import streamlit
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from dashboard.charts import theme, time_series
from dashboard.i18n.markdown import link, own_link, plain
from dashboard.i18n.words import Words
from dashboard.ui import downloads, links, sharing
from dashboard.ui.address import Choice, Stage
from dashboard.ui.unknown import nearest
from dashboard.views import tables
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.errors import DataError

ROWS_AS_TABLE = 120  # a longer table scrolls in a frame of its own
LONG = 64  # long tables whose texts are kept
SENT = 1024  # parts of views whose messages to the browser are kept


def view(choice: Choice, **parts: Any) -> None:
    """`show` a view, whose parts are those of `views.View`."""
    show(choice, View(**parts))


def show(choice: Choice, shown: View) -> None:
    """One view: gathered, and drawn but where a page is made for a file. A meeting draws only the view it names,
    where one is named, and a frame one in any case.
    """
    choice.gathered.append(shown)
    if choice.has_controls:
        draw(choice, shown)
    elif choice.stage is not Stage.FILE and (choice.slot is None or choice.address.get("vis") == shown.key):
        with choice.slot or nullcontext():
            draw(choice, shown)


def nearest_view(choice: Choice) -> None:
    """After the page of a meeting or of a frame has run: where it has no view of the name asked for, a sentence and the
    likest; the first where none is asked for.
    """
    found, words = {each.key: each for each in choice.gathered}, choice.words
    if choice.slot is None or choice.address.get("vis") in found:
        return
    if not found:
        is_meeting = choice.stage is Stage.MEETING
        choice.messages.warning(
            words("Siden har ingen visning at vise her. Ret punktets link på mødesiden.")
            if is_meeting
            else words("Siden har ingen visning, der kan vises for sig selv.")
        )
        return
    key = nearest(
        choice.address.get("vis"),
        list(found),
        next(iter(found)),
        choice.messages,
        words,
        words("sidens visninger"),
        lambda name: found[name].title,
    )
    with choice.slot:
        draw(choice, found[key])


def draw(choice: Choice, shown: View) -> None:
    words = choice.words
    with streamlit.container(key=f"view-{shown.key}"):
        stands_alone = choice.projector or choice.stage is Stage.EMBEDDED
        part(shown, head_on_projector if stands_alone else head, words)
        if shown.body:
            shown.body()
        is_folded = bool(shown.charts or shown.body) if shown.folded is None else shown.folded
        if not is_folded:
            table(shown, words)
        streamlit.caption(" ".join(filter(None, (plain(shown.source), check_link(choice, shown)))))
        if not choice.has_controls:
            return
        if is_folded and (folded := table_fold(choice, shown.key)).open:
            with folded:
                table(shown, words)
        with streamlit.container(horizontal=True, key=f"onwards-{shown.key}"):
            take_away(choice, shown)


def check_link(choice: Choice, shown: View) -> str:
    """The way from the caption of charts to the latest of their numbers in full, where the others are found too."""
    if not (shown.charts and choice.has_controls):
        return ""
    addresses = [each for found in links.checks(shown.table, shown.columns, choice.words).values() for each in found]
    newest = next((each for each in reversed(addresses) if each), "")
    return own_link(choice.words("Efterprøv tallene"), newest) if newest else ""


def take_away(choice: Choice, shown: View) -> None:
    """The ways a view leaves the page: as a link, picture or file, and onto the agenda."""
    sharing.share(choice, sharing.of_view(choice, shown))
    add_to_agenda(choice, shown.key)


def part(shown: View, draw_part: Callable[[View, Words], None], words: Words) -> None:
    """A part of a view that only tells. Of a kept view its messages to the browser are kept too, and sent again."""
    if shown.mark is None:
        draw_part(shown, words)
    else:
        _sent(shown.mark, draw_part.__name__, shown, draw_part, words)


@streamlit.cache_resource(max_entries=SENT, show_spinner=False)
def _sent(  # what is in a view of a mark, its language too, never changes
    mark: int,  # noqa: ARG001
    name: str,  # noqa: ARG001
    _shown: View,
    _draw_part: Callable[[View, Words], None],
    _words: Words,
) -> None:
    _draw_part(_shown, _words)


def head_on_projector(shown: View, words: Words) -> None:
    """As `head`, with a heading that says where and when: nobody sees the page around it."""
    head(replace(shown, title=shown.heading), words)


def head(shown: View, _words: Words) -> None:
    """Heading, sentence and charts."""
    streamlit.header(plain(shown.title), anchor=False)
    streamlit.markdown(plain(shown.sentence))
    figures = {text: chart.figure() for text, chart in shown.charts.items()}
    is_small = all(figure.layout.width for figure in figures.values())
    with streamlit.container(horizontal=is_small, key=f"charts-{shown.key}"):
        for position, (text, figure) in enumerate(figures.items()):
            streamlit.plotly_chart(
                figure,
                theme=None,
                config=time_series.CONFIG,
                alt=text,
                key=f"chart-{shown.key}-{position}",
                width="content" if is_small else "stretch",
            )


def table(shown: View, words: Words) -> None:
    """The table of a view. Of a long one, which scrolls, only the texts are kept."""
    (scrolling if len(shown.table) > ROWS_AS_TABLE else partial(part, draw_part=short))(shown, words=words)


def short(shown: View, words: Words) -> None:
    grid(shown.table, shown.columns, words, shown.title, shown.colours)


def scrolling(shown: View, words: Words) -> None:
    texts = tables.to_display if shown.mark is None else partial(_texts, shown.mark)
    scrolling_grid(
        texts(shown.table, shown.columns, words), words, shown.title, links.checks(shown.table, shown.columns, words)
    )


@streamlit.cache_resource(max_entries=LONG, show_spinner=False)
def _texts(mark: int, _table: pandas.DataFrame, _columns: Sequence[Column], _words: Words) -> pandas.DataFrame:  # noqa: ARG001
    return tables.to_display(_table, _columns, _words)


def table_fold(choice: Choice, key: str) -> ExpanderContainer:
    """Where a table is folded: it is made, and travels, only for those who open it."""
    return streamlit.expander(choice.words("Vis som tabel"), key=f"table-{key}", on_change="rerun")


def folded_table(
    choice: Choice, made: Callable[[], tuple[pandas.DataFrame, Sequence[Column]]], title: str, key: str
) -> None:
    """A table without a view. `made` gives its rows, of any columns, and which of the columns are shown."""
    if (folded := table_fold(choice, key)).open:
        with folded:
            grid(*made(), choice.words, title)


def fold(choice: Choice, title: str) -> DeltaGenerator:
    """A part of a page that is opened by those who want it; open where nobody can."""
    return streamlit.expander(title, expanded=not choice.has_controls)


def grid(
    rows: pandas.DataFrame,
    columns: Sequence[Column],
    words: Words,
    alt: str,
    colours: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """A table: a real one that a screen reader can walk, or a scrolling one where it is long.

    `rows` has the fields of `columns`; `colours`: what is behind each text of a column, by heading.
    """
    display = tables.to_display(rows, columns, words)
    found = links.checks(rows, columns, words)
    if len(display) > ROWS_AS_TABLE:
        scrolling_grid(display, words, alt, found)
        return
    of_web = {column.heading for column in columns if column.kind == "link"}
    cells = display.apply(lambda texts: texts.map(link if texts.name in of_web else cell))
    for heading, backgrounds in (colours or {}).items():
        cells[heading] = [badge(text, colour) for text, colour in zip(cells[heading], backgrounds, strict=True)]
    for heading, addresses in found.items():
        cells[heading] = [own_link(heading, address) if address else "" for address in addresses]
    cells = cells.rename(columns=plain)
    streamlit.table(cells.set_index(cells.columns[0]), border="horizontal", alt=alt)


def scrolling_grid(display: pandas.DataFrame, words: Words, alt: str, links_of: Mapping[str, Sequence[str]]) -> None:
    """A long table of texts; `display` has any columns, named by their headings. `links_of` as of `links.checks`.

    It draws the rows that are in sight alone, so paper gets a sentence in its place.
    """
    config = {heading: streamlit.column_config.LinkColumn(heading, display_text=heading) for heading in links_of}
    streamlit.dataframe(display.assign(**links_of), hide_index=True, alt=alt, column_config=config)
    long = words(
        "Tabellen har {n} rækker og er for lang til papir. Hent den på siden som CSV, Excel eller ODS.",
        n=words.number(len(display)),
    )
    streamlit.html(f'<p class="on-paper">{html.escape(long)}</p>')


def cell(text: str) -> str:
    return unbroken(plain(text))


def unbroken(text: str) -> str:
    """The text with each of its ranges on one line: 2022–2024."""
    return re.sub(r"(?<=\d)–(?=\d)", "–\N{WORD JOINER}", text)


def badge(text: str, background: str) -> str:
    """A text on a colour, in Streamlit's Markdown."""
    return f':color[{text}]{{foreground="{theme.ink(background)}" background="{background}"}}'


def add_to_agenda(choice: Choice, key: str) -> None:
    """A button that puts a view on the agenda, which the browser keeps: `static/shell/adding.js` listens to its key."""
    streamlit.button(
        choice.words("Føj til dagsorden"), key=f"agenda-add-{key}", type="tertiary", icon=":material/playlist_add:"
    )


def error(problem: DataError, words: Words) -> None:
    """A fault in the data as a sentence, never as a traceback."""
    streamlit.error(plain(problem.text.in_language(words.language)), icon=":material/error:")


def fictitious(choice: Choice) -> None:
    """The banner on every page made from invented figures."""
    if downloads.mark(choice):
        sentence = choice.words("Fiktive tal: området og alle tal er opdigtede og viser kun, hvad barometeret kan.")
        choice.messages.warning(sentence, icon=":material/science:")
