"""The views of the barometer: the grid with its table, one area's spine, who is alike, the instrument, the limits."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import store
from dashboard.areas import shelf
from dashboard.barometer import answer, cells, choices, instruments, likes, limits, spine, twin
from dashboard.barometer.choices import Asked
from dashboard.barometer.instruments import LineText
from dashboard.barometer.likes import LikeLine
from dashboard.barometer.limits import LimitLine
from dashboard.barometer.spine import SpineLine
from dashboard.compare import likeness
from dashboard.i18n import certainties
from dashboard.i18n.words import Words
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Citation
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import Likeness

MOST_LIKES = 120  # areas whose likes are told at once; of more only the chosen one's are


@kept
def answered(setting: Setting, asked: Asked) -> str:
    """What the grid says first."""
    facts = shelf.facts(setting.version)
    found = cells.columns(setting, asked), cells.movements(setting, asked)
    return answer.sentence(*found, asked, facts.indicators, facts.names, setting.words)


@kept
def overview(setting: Setting, asked: Asked, is_answered: bool = False) -> View:
    """The grid as a view, and the same numbers as a table; `is_answered`: what it says first stands above it."""
    words, facts, book = setting.words, shelf.facts(setting.version), shelf.book(setting.version)
    columns = cells.columns(setting, asked)
    titles = tables.short_names(facts.sources)
    lacking = instruments.lacking(asked.instrument.themes, cells.counts(setting, asked), words)
    found = cells.shown(setting, asked)
    first = "" if is_answered else answered(setting, asked)
    return View(
        title=f"{asked.instrument.title(words)}: {book.many(asked.level, words).lower()}",
        sentence=" ".join(filter(None, (first, answer.years(columns, words), answer.not_collected(lacking, words)))),
        table=twin.table(found, asked, book, facts.indicators, titles, words),
        columns=twin.columns(words),
        source=f"{answer.reference_rule(asked, words)} {number_sources(setting, asked)}",
        key="barometer",
        chosen=choices.said(words, book, asked),
        place=book.many(asked.level, words),
        years=words.period(min(column.first for column in columns), max(column.last for column in columns))
        if columns
        else "",
    )


def number_sources(setting: Setting, asked: Asked) -> str:
    """The line of sources under the grid."""
    words, sources = setting.words, shelf.facts(setting.version).sources
    found = cells.shown(setting, asked)
    cited = [Citation(name) for name in dict.fromkeys(found.source_id) if name]
    pairs = set(zip(found.value_certainty, found.period_certainty, strict=True))
    sure = certainties.of_several([pair for pair in pairs if all(pair)], words)
    return " ".join(filter(None, (sentences.source_line(cited, sources, words), sure and f"{sure}.")))


@kept
def spine_view(setting: Setting, asked: Asked) -> View | None:
    """One area's numbers among those of its level; None where it has none."""
    words, facts = setting.words, shelf.facts(setting.version)
    spreads, name = cells.spreads(setting, asked), facts.names[asked.area_id]
    if not spreads:
        return None
    told = spine.sentence(spreads, asked, name, words)
    rows = [spine.line(each, asked, facts.indicators[each.cell.indicator_id], words) for each in spreads]
    return View(
        title=words("{name} blandt de andre", name=name),
        sentence=told,
        figure=spine.figure(spreads, asked, facts.indicators, words, setting.sizes),
        alt=words("{name} blandt de andre", name=name) + ". " + alt(rows, words),
        table=framed(rows, SpineLine),
        columns=spine.columns(words),
        source=sentences.source_line([each.cell for each in spreads], facts.sources, words),
        key="barometer-spine",
        chosen=choices.said(words, shelf.book(setting.version), asked),
        place=name,
        years=words.period(
            min(each.cell.period_start for each in spreads), max(each.cell.period_end for each in spreads)
        ),
    )


def alt(rows: Sequence[SpineLine], words: Words) -> str:
    """The sentence that stands for the spine."""
    return "; ".join(f"{row.indicator} {words.number(row.value, 1)} ({row.period}), {row.compared}" for row in rows)


@kept
def alike(setting: Setting, asked: Asked) -> View | None:
    """Which areas the shown ones are like, and why; of a long list the chosen area's alone."""
    words, facts, book = setting.words, shelf.facts(setting.version), shelf.book(setting.version)
    shown = list(asked.only) or book.by_name(book.inside(asked.level, None))
    if len(shown) > MOST_LIKES:
        shown = [asked.area_id] if asked.area_id else []
    rows = [row for row in store.rows(setting.version, Likeness) if row.area_id in set(shown)]
    if not rows:
        return None
    involved = list(dict.fromkeys([*shown, *(row.other_id for row in rows if row.place == 1)]))
    numbers = likeness.numbers(book, facts.indicators.values(), involved)
    found = likes.lines(shown, rows, numbers, facts.indicators, facts.names, words)
    return View(
        title=words("Hvem områderne ligner"),
        sentence=words(likeness.RULE),
        table=framed(found, LikeLine),
        columns=likes.columns(words),
        source=sentences.source_line(numbers, facts.sources, words),
        key="barometer-likes",
        folded=len(found) > 1,
        place=book.many(asked.level, words),
    )


@kept
def lines(setting: Setting, asked: Asked) -> View:
    """The instrument: its themes and numbers, who chose them, and what nobody has counted."""
    words, facts = setting.words, shelf.facts(setting.version)
    titles, counts = tables.short_names(facts.sources), cells.counts(setting, asked)
    rows = [instruments.line_text(line, counts, titles, words) for line in asked.instrument.lines]
    lacking = sum(line.indicator_id not in counts for line in asked.instrument.lines)
    cited = [Citation(line.source_id, line.page) for line in asked.instrument.lines if line.source_id]
    return View(
        title=words("Instrumentet: {title}", title=asked.instrument.title(words)),
        sentence=words.plural(
            "{themes} temaer; {n} nøgletal er ikke opgjort på niveauet.",
            "{themes} temaer; {n} nøgletal er ikke opgjort på niveauet.",
            lacking,
            themes=words.number(len(asked.instrument.themes)),
        ),
        table=framed(rows, LineText),
        columns=instruments.columns(words),
        source=sentences.source_line(cited, facts.sources, words)
        if cited
        else words("Sættet er datasættets eget: det har nøgletallene med flest tal på hvert tema."),
        key="barometer-instrument",
        place=asked.instrument.title(words),
    )


@kept
def limitations(setting: Setting) -> View:
    """What a barometer cannot say."""
    words, facts = setting.words, shelf.facts(setting.version)
    title = tables.short_names(facts.sources).get(limits.DOCUMENT, "")
    rows = limits.lines(tables.citation(title, "{page}", words) if title else "", words)
    cited = limits.cited() if title else []
    return View(
        title=words("Hvad et barometer ikke kan sige"),
        sentence=words(
            "Tallene er et fælles udgangspunkt. Tal om deres grænser, før farverne bliver til beslutninger."
        ),
        table=framed(rows, LimitLine),
        columns=limits.columns(words),
        source=sentences.source_line(cited, facts.sources, words) if cited else words("Kilde: vores metode."),
        key="barometer-limits",
        place=words("Bybarometer"),
    )
