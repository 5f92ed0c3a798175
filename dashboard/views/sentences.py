"""Sentences and cards: plain data whose texts are ready to read. `dashboard.ui.view_layout` puts them on the page."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from dashboard.charts.time_series import Line, lines
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import citation, is_derived


def source_line(rows: pandas.DataFrame, sources: pandas.DataFrame, words: Words) -> str:
    """The line under a picture: every source with its page, the certainty, and "Fiktive tal" where that is so.

    `rows` has source_id and page and, for observations, value_certainty, period_certainty and derived.
    """
    known = sources.set_index("source_id")
    used = rows[["source_id", "page"]].drop_duplicates()
    texts = [
        citation(known["title"].get(source, source), ", ".join(sorted(single_pages(pages), key=page_order)), words)
        for source, pages in used.groupby("source_id", sort=False)["page"]
    ]
    parts = [words.plural("Kilde: {list}", "Kilder: {list}", len(texts), list="; ".join(texts))] if texts else []
    if "value_certainty" in rows:
        pairs = rows[["value_certainty", "period_certainty"]].drop_duplicates().itertuples(index=False)
        letters = sorted(labels.certainty(value, period, words) for value, period in pairs)
        parts.append(words("Sikkerhed: {list}", list=", ".join(letters)))
        derived = is_derived(rows)
        if derived.any():
            parts.append(words("Tallene er afledt") if derived.all() else words("Nogle af tallene er afledt"))
    if known["source_class"].reindex(used["source_id"]).eq("fictitious").any():
        parts.insert(0, words("FIKTIVE TAL"))
    return ". ".join(parts) + "."


def single_pages(pages: Iterable[str]) -> set[str]:
    """["11, 13", "11", ""] -> {"11", "13"}"""
    return {page for several in pages for page in several.split(", ") if page}


def page_order(page: str) -> tuple[int, str]:
    """Page 9 before page 10."""
    number = page.partition("-")[0]
    return (int(number) if number.isdigit() else 0, page)


def trend_sentence(series: pandas.DataFrame, unit: str, words: Words, decimals: int = 0) -> str:
    """From where to where every line of a chart went. `series` as in figures.trend."""
    return " ".join(line_sentence(line, unit, words, decimals) for line in lines(series))


def line_sentence(line: Line, unit: str, words: Words, decimals: int) -> str:
    if line.points.empty:
        return words("{name}: ikke opgjort.", name=line.name)
    first, last = line.points.iloc[0], line.points.iloc[-1]
    values = {
        "name": line.name,
        "unit": unit,
        "first": words.number(first["value"], decimals),
        "last": words.number(last["value"], decimals),
        "start": words.period(first["period_start"], first["period_end"]),
        "end": words.period(last["period_start"], last["period_end"]),
    }
    if len(line.points) == 1:
        return words("{name}: {last} {unit} i {end}.", **values)
    change = round(last["value"], decimals) - round(first["value"], decimals)  # as the reader sees the two numbers
    if change < 0:
        return words("{name}: et fald fra {first} i {start} til {last} {unit} i {end}.", **values)
    if change > 0:
        return words("{name}: en stigning fra {first} i {start} til {last} {unit} i {end}.", **values)
    return words("{name}: {last} {unit} både i {start} og i {end}.", **values)


def change_sentence(changes: pandas.DataFrame, words: Words, decimals: int = 0) -> str:
    """Every change in words: Hotspotområder: et fald på 38 %."""
    parts = []
    for row in changes.dropna(subset="value").itertuples():
        size = words.share(abs(row.value) / 100, decimals)
        parts.append(
            words("{name}: et fald på {size}.", name=row.name, size=size)
            if row.value < 0
            else words("{name}: en stigning på {size}.", name=row.name, size=size)
        )
    return " ".join(parts)
