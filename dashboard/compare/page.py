"""The page that sets areas beside each other, and the list of areas that are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.charts import lines, time_series
from dashboard.compare import figures, likeness, narrowing, side_by_side
from dashboard.compare.narrowing import USES, announce, ids, names_of, narrowed, series, shown
from dashboard.compare.side_by_side import Rows
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.selection import bar
from dashboard.selection.asked import Selection
from dashboard.ui import address, area_search, links, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data.contracts import Indicator, Likeness

KEY = "omraader"


def chosen(choice: Choice, book: Atlas) -> list[str]:
    """The areas in the address, at most six; the country is always shown and takes no place."""
    words = choice.words
    found = [area_id for area_id in address.read_many(KEY, words("områder"), book.area_ids) if area_id != COUNTRY]
    if len(found) > side_by_side.MOST:
        shown = ", ".join(book.names[area_id] for area_id in found[: side_by_side.MOST])
        choice.messages.warning(plain(words("Der er kun plads til seks områder. Her vises {names}.", names=shown)))
    return found[: side_by_side.MOST]


def view(choice: Choice, book: Atlas, area_ids: Sequence[str]) -> None:
    """The whole page below its title."""
    words = choice.words
    picker(choice, book, area_ids)
    picked = narrowed(choice, book, area_ids)
    if not ids(picked):
        streamlit.markdown(
            words(
                "Skriv et navn ovenfor for at vælge det første af op til seks områder. Deres nøgletal "
                "vises ved siden af hinanden og ved siden af hele landet."
            )
        )
        return
    if found := series(choice.setting, picked):
        announce(choice, picked, found)
        view_layout.show(choice, key_figures(choice.setting, picked))
        chart(choice, found, picked)
    else:
        bar.announce(choice, shown(picked), USES)
        streamlit.markdown(words("Der er ingen tal om de valgte områder i denne version af data."))
    if picked.areas:
        similar_areas(choice, book, picked.areas)


def picker(choice: Choice, book: Atlas, area_ids: Sequence[str]) -> None:
    """The search that adds an area, and a button for each chosen one that takes it away."""
    if not choice.has_controls:
        return
    words = choice.words
    if len(area_ids) < side_by_side.MOST:
        area_search.area_search(
            choice,
            key="add-area",
            label=words("Tilføj et område"),
            placeholder=words("Skriv et navn"),
            on_choose=lambda area_id: add(book, area_id),
            left_out=[COUNTRY, *area_ids],
        )
    else:
        streamlit.markdown(words("Der er ikke plads til flere end seks områder. Fjern et for at tilføje et andet."))
    with streamlit.container(horizontal=True, key="chosen-areas"):
        for area_id in area_ids:
            streamlit.button(
                plain(words("Fjern {name}", name=book.names[area_id])),
                key=f"remove-{area_id}",
                icon=":material/close:",
                on_click=remove,
                args=(book, area_id),
            )


def add(book: Atlas, area_id: str) -> None:
    choose([*(other for other in in_address(book) if other != area_id), area_id])


def remove(book: Atlas, area_id: str) -> None:
    choose([other for other in in_address(book) if other != area_id])


def in_address(book: Atlas) -> list[str]:
    """The areas at the moment of a click: the page may still be drawing the click before it."""
    return [area_id for area_id in streamlit.query_params.get(KEY, "").split(",") if area_id in book.names]


def choose(area_ids: Sequence[str]) -> None:
    address.choose(**{KEY: ",".join(area_ids) or None})


@kept
def key_figures(setting: Setting, picked: Selection) -> View:
    """The key figures as rows and the areas as columns; the file holds one row for each number."""
    words, facts, names = setting.words, shelf.facts(setting.version), names_of(setting, picked)
    table = side_by_side.key_figures(series(setting, picked), facts.indicators, ids(picked))
    columns = [*ids(picked), COUNTRY] if side_by_side.has_country(table) else ids(picked)
    return View(
        title=words("Nøgletal ved siden af hinanden"),
        sentence=side_by_side.summary(table, words),
        table=side_by_side.matrix(table, columns, words),
        columns=side_by_side.matrix_columns(names, columns, words),
        file=(side_by_side.number_table(table, names, facts.sources, words), tables.several_columns(words)),
        source=" ".join(
            filter(
                None,
                (
                    narrowing.note(setting, picked),
                    sentences.source_line(side_by_side.numbers(table), facts.sources, words),
                ),
            )
        ),
        key="compared",
        chosen=narrowing.chosen(picked, names, words),
        place=sentences.joined(list(names.values()), words),
    )


def chart(choice: Choice, found: Mapping[str, Rows], picked: Selection) -> None:
    """One indicator for all the areas: over time where one of them has several periods, else a point an area."""
    words, indicators = choice.words, shelf.facts(choice.version).indicators
    indicator_id = address.pick(
        "indikator",
        words("Indikator"),
        list(found),
        lambda name: words.text(indicators[name].name),
        side_by_side.fullest(found, ids(picked)),
    )
    made = trend if side_by_side.has_trend(found[indicator_id], ids(picked)) else points
    view_layout.show(choice, made(choice.setting, indicators[indicator_id], picked))


@kept
def trend(setting: Setting, indicator: Indicator, picked: Selection) -> View:
    """A line an area."""
    words, names, rows = setting.words, names_of(setting, picked), series(setting, picked)[indicator.indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    title = labels.measure(indicator, rows[0].age_group, words)
    breaks = shelf.facts(setting.version).breaks_of(indicator.indicator_id)
    numbers = [row for row in rows if row.value is not None]
    groups = lines.grouped(numbers, names, side_by_side.roles(ids(picked)))
    drawn = lines.lines(side_by_side.by_edition(groups))
    return beside(
        setting,
        rows,
        indicator,
        names,
        title=title,
        notes=(
            narrowing.note(setting, picked),
            side_by_side.missing(rows, names, words),
            time_series.reading_note(drawn, breaks, words),
        ),
        sentence=sentences.trend_sentence(drawn, unit, words, decimals),
        figure=figures.trend(drawn, unit=unit, words=words, sizes=setting.sizes, decimals=decimals, breaks=breaks),
        alt=time_series.trend_alt(title, drawn, words, decimals),
    )


@kept
def points(setting: Setting, indicator: Indicator, picked: Selection) -> View:
    """A point an area, of the same period where they share one."""
    words, names, rows = setting.words, names_of(setting, picked), series(setting, picked)[indicator.indicator_id]
    found = side_by_side.key_figure(indicator, rows, ids(picked))
    title = labels.measure(indicator, found.age_group, words)
    sentence = side_by_side.point_sentence(found, names, words)
    return beside(
        setting,
        rows,
        indicator,
        names,
        title=title,
        notes=(narrowing.note(setting, picked),),
        sentence=sentence,
        figure=figures.points(
            narrowing.named_numbers(setting, found, picked, names),
            unit=labels.unit(indicator, words),
            words=words,
            sizes=setting.sizes,
        ),
        alt=f"{title}. {sentence}",
    )


def beside(
    setting: Setting,
    rows: Rows,
    indicator: Indicator,
    names: Mapping[str, str],
    *,
    title: str,
    notes: Sequence[str],
    **drawn: Any,
) -> View:
    """The view of a chart of areas beside each other: what trends and points have in common."""
    words, sources = setting.words, shelf.facts(setting.version).sources
    source = (*notes, words.text(indicator.caveat), sentences.source_line(rows, sources, words))
    return View(
        title=title,
        key="compared-chart",
        place=sentences.joined(list(names.values()), words),
        years=sentences.years_of(rows, words),
        source=" ".join(note for note in source if note),
        table=narrowing.without_checks(tables.observation_table(rows, names, sources, words)),
        columns=tables.observation_columns(labels.unit(indicator, words), indicator.decimals, words),
        **drawn,
    )


def similar_areas(choice: Choice, book: Atlas, area_ids: Sequence[str]) -> None:
    """The areas most like the first, each with the reason in words and a button that adds it."""
    words, facts = choice.words, shelf.facts(choice.version)
    area_id, name = area_ids[0], book.names[area_ids[0]]
    others = similar_heading(choice, book, area_id)
    if not others:
        return
    streamlit.markdown(
        words(likeness.RULE)
        + " "
        + plain(words("Først står tallet for det andet område, så tallet for {name}.", name=name))
    )
    numbers = compared_on(choice.setting, [area_id, *others])
    for other_id in others:
        shared = likeness.shared_numbers(numbers, facts.indicators, area_id, other_id)
        with streamlit.container(border=True, key=f"similar-{other_id}"):
            streamlit.markdown(f"**{plain(book.names[other_id])}** – " + plain(book.kind(other_id, words)))
            streamlit.markdown(plain(likeness.reason(shared, words)))
            if other_id in area_ids:
                streamlit.caption(words("Er med i sammenligningen."))
            elif choice.has_controls and len(area_ids) < side_by_side.MOST:
                streamlit.button(
                    plain(words("Sammenlign med {name}", name=book.names[other_id])),
                    key=f"add-{other_id}",
                    icon=":material/compare_arrows:",
                    on_click=add,
                    args=(book, other_id),
                )
    streamlit.caption(plain(sentences.source_line(numbers, facts.sources, words)))


def similar_links(choice: Choice, book: Atlas, area_id: str) -> None:
    """The areas most like one, for another page: what they were compared on, and a link to the two with all numbers."""
    words = choice.words
    others = similar_heading(choice, book, area_id)
    if not others:
        return
    streamlit.markdown(words(likeness.RULE) + " " + words("Vælg et område for at se tallene."))
    indicators = shelf.facts(choice.version).indicators
    numbers = compared_on(choice.setting, [area_id, *others])
    with streamlit.container(gap="xxsmall", key="similar-links"):
        for other_id in others:
            label = f"{book.names[other_id]} – {book.kind(other_id, words)}"
            links.page_link(
                choice, "sammenlign", plain(label), ":material/compare_arrows:", **{KEY: f"{area_id},{other_id}"}
            )
            shared = likeness.shared_numbers(numbers, indicators, area_id, other_id)
            streamlit.caption(plain(likeness.grounds(shared, words)))


@kept
def compared_on(setting: Setting, area_ids: Sequence[str]) -> Rows:
    """The numbers that make areas alike."""
    indicators = shelf.facts(setting.version).indicators
    return tuple(likeness.numbers(shelf.book(setting.version), indicators.values(), area_ids))


def similar_heading(choice: Choice, book: Atlas, area_id: str) -> list[str]:
    """The heading of the areas most like one, the nearest first, and a sentence where there are none."""
    words, name = choice.words, book.names[area_id]
    streamlit.header(plain(words("Områder, der ligner {name}", name=name)), anchor=False)
    similar = (row for row in store.rows(choice.version, Likeness) if row.area_id == area_id)
    others = [row.other_id for row in sorted(similar, key=lambda row: row.place)]
    if not others:
        streamlit.markdown(plain(words(likeness.NOBODY, name=name)))
    return others
