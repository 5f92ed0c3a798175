"""Every year of an area under every rule of the lists, so that a changed rule is told from a changed area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas
from plotly import graph_objects

from dashboard.charts import strips, theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import N_, Words
from dashboard.official_lists import status, texts
from dashboard.official_lists.book import ListBook, book
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.list_rules import Assessment, Verdict

FILLS = {Verdict.ON: theme.ACCENT, Verdict.NOT_ON: "#ffffff", Verdict.UNDECIDED: time_series.GRID}
LINES_A_ROW = 3.4
READING = N_(
    "En regel bruges på årets oplyste tal, også hvor de er gennemsnit af andre år, end reglen regner med. "
    "Kan ikke afgøres: et kriterium er ikke opgjort, opgjort på en anden måde, eller årets grænse er ikke fundet."
)


@dataclass(frozen=True)
class Cell:
    """What a rule says of a year, or in the first row the list itself; `is_own` where it made the year's lists."""

    row: int
    rule: str
    said: Assessment
    verdict: Verdict
    word: str
    is_own: bool

    @property
    def year(self) -> int:
        return self.said.year

    @property
    def symbol(self) -> str:
        return texts.VERDICTS[self.verdict][1]

    @property
    def told(self) -> str:
        return f"{self.rule}, {self.year}: {self.word}"


@kept
def view(setting: Setting, area_id: str) -> View | None:
    """None where no list has a number of the area."""
    found, words = book(setting), setting.words
    drawn = cells(found, area_id, words)
    if not drawn:
        return None
    title, assessments = words("Samme tal efter andre års regler"), [cell.said for cell in drawn]
    rules = [citation for cell in drawn if cell.is_own for citation in texts.cited(cell.said.rule)]
    return View(
        title=title,
        sentence=" ".join(filter(None, (sentence(found, drawn, words), legend(words)))),
        figure=figure(drawn, words=words, sizes=setting.sizes),
        alt=f"{title}. {'; '.join(cell.told for cell in drawn)}.",
        table=table(found, drawn, words),
        columns=columns(words),
        source=" ".join(
            (
                words(READING),
                sentences.source_line([*found.numbers(assessments), *rules], found.facts.sources, words),
            )
        ),
        key=f"list-rules-{area_id}",
        place=found.atlas.names[area_id],
    )


def cells(found: ListBook, area_id: str, words: Words) -> list[Cell]:
    """What the lists said, and under it a cell for every rule and year with numbers, the oldest rule first."""
    rows = {rule.row.rule_id: row for row, rule in enumerate(found.rulebook.rules, start=1)}
    official = [official_cell(found, said, words) for said in found.own(area_id)]
    return official + [
        Cell(
            row=rows[said.rule.row.rule_id],
            rule=words.text(said.rule.row.name),
            said=said,
            verdict=said.verdict,
            word=words(texts.VERDICTS[said.verdict][0]),
            is_own=said.rule.covers(said.year),
        )
        for said in found.rulebook.replay(area_id)
    ]


def official_cell(found: ListBook, said: Assessment, words: Words) -> Cell:
    word, _symbol = texts.ANSWERS[found.answer(said)]
    return Cell(
        row=0,
        rule=words("Listens eget svar"),
        said=said,
        verdict=found.due(said) or Verdict.UNDECIDED,
        word=words(word),
        is_own=False,
    )


def sentence(found: ListBook, drawn: Sequence[Cell], words: Words) -> str:
    """What the newest numbers would have meant under other rules, what a change of rule did, and what does not fit."""
    area_id = drawn[0].said.area_id
    newest = found.fullest(area_id)
    parts = [] if newest is None else [newest_sentence(drawn, newest.year, words)]
    in_time = found.own(area_id)
    parts += [told for before, after in pairwise(in_time) if (told := shift_sentence(found, before, after, words))]
    parts += [odd_sentence(said, words) for said in in_time if found.is_odd(said)]
    return " ".join(parts)


def newest_sentence(drawn: Sequence[Cell], year: int, words: Words) -> str:
    """Med tallene fra 2017 ville området stå på listen efter reglerne for Ghettoområder 2010–2013, …"""
    newest = [cell for cell in drawn if cell.row and cell.year == year]
    rules = {verdict: [cell.rule for cell in newest if cell.verdict is verdict] for verdict in Verdict}
    told = {
        Verdict.ON: N_("Med tallene fra {year} ville området stå på listen efter reglerne for {rules}."),
        Verdict.NOT_ON: N_("Med tallene fra {year} ville området ikke stå på listen efter reglerne for {rules}."),
        Verdict.UNDECIDED: N_("Med tallene fra {year} kan det ikke afgøres efter reglerne for {rules}."),
    }
    return " ".join(
        words(told[verdict], year=year, rules=words("alle år") if len(names) == len(newest) else ", ".join(names))
        for verdict, names in rules.items()
        if names
    )


def shift_sentence(found: ListBook, before: Assessment, after: Assessment, words: Words) -> str:
    """Whether an answer that changed with the rule changed by the rule; nothing where rule or answer is the same."""
    if before.rule == after.rule or before.verdict == after.verdict:
        return ""
    old = found.rulebook.assess(before.rule, after.area_id, after.year).verdict
    if Verdict.UNDECIDED in (before.verdict, after.verdict, old):
        return ""
    told = (
        N_("Svaret ændrede sig fra {before} til {after} med reglen: efter den gamle ville det være det samme.")
        if old == before.verdict
        else N_(
            "Svaret ændrede sig fra {before} til {after} også efter den gamle regel: det skyldes tallene, ikke reglen."
        )
    )
    return words(told, before=before.year, after=after.year)


def odd_sentence(said: Assessment, words: Words) -> str:
    """That the numbers say otherwise than the list did, and what the source says of them."""
    told = (
        N_("Efter tallene ville området ikke have stået på listen i {year}, men det gjorde det.")
        if said.verdict is Verdict.NOT_ON
        else N_("Efter tallene ville området have stået på listen i {year}, men det gjorde det ikke.")
    )
    return f"{words(told, year=said.year)} {status.number_notes(said, words)}".strip()


def legend(words: Words) -> str:
    """● ville stå på listen, ○ ville ikke stå på listen, ? kan ikke afgøres."""
    signs = ", ".join(f"{symbol} {words(word)}" for word, symbol in texts.VERDICTS.values())
    return words("{signs}; tyk ramme: årets egen regel.", signs=signs)


def figure(drawn: Sequence[Cell], *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """A row a rule: years side by side, the year's own rule in a strong frame."""
    years = sorted({cell.year for cell in drawn})
    places = {year: place for place, year in enumerate(years)}
    boxes = [
        strips.Cell(
            cell.row,
            places[cell.year] - 0.5,
            places[cell.year] + 0.5,
            cell.symbol,
            FILLS[cell.verdict],
            cell.told,
            is_open=cell.verdict is Verdict.UNDECIDED,
            is_strong=cell.is_own,
        )
        for cell in drawn
    ]
    chart = strips.figure({cell.row: cell.rule for cell in drawn}, boxes, LINES_A_ROW, words=words, sizes=sizes)
    chart.update_xaxes(
        range=[-0.5, max(len(years), 4) - 0.5],
        tickvals=list(places.values()),
        ticktext=list(map(str, years)),
        tickangle=0,
        zeroline=False,
    )
    return chart


def table(found: ListBook, drawn: Sequence[Cell], words: Words) -> pandas.DataFrame:
    """The table of `columns`: a row a rule and year."""
    return pandas.DataFrame([row(found, cell, words) for cell in drawn], dtype=object)


def row(found: ListBook, cell: Cell, words: Words) -> dict[str, str]:
    said = cell.said
    met = words("{met} af {all}, kræver {needed}", met=said.met, all=len(said.counted), needed=said.rule.row.needed)
    unanswered = [judged for judged in said.criteria if judged.is_met is None]
    why = "; ".join(f"{status.name(found, judged, words)}: {texts.side(judged, words)}" for judged in unanswered)
    is_rule = cell.row > 0
    return {
        "year": str(cell.year),
        "rule": cell.rule,
        "word": cell.word,
        "met": met if is_rule else "",
        "why": why if is_rule else "",
    }


def columns(words: Words) -> list[Column]:
    return [
        Column("year", words("Tal fra")),
        Column("rule", words("Regel")),
        Column("word", words("Svar")),
        Column("met", words("Kriterier opfyldt")),
        Column("why", words("Ikke afgjort"), optional=True),
    ]
