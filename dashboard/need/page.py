"""Behov og indsats on the screen: the picture, need without an effort, efforts for one group, and what is put first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit

from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n import labels, statuses
from dashboard.i18n.markdown import plain
from dashboard.need import columns, gathering, lines, matrix, sentences, wording
from dashboard.need.gathering import STATUSES, Asked, Found
from dashboard.need.wording import Told
from dashboard.selection import asked as shared
from dashboard.selection import bar
from dashboard.selection.asked import Filter
from dashboard.selection.sentence import Shown, study_note, with_study
from dashboard.ui import address, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import tables
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited, source_line
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import TARGET_GROUPS, THEMES, Project
from data.need import Cell, Reference

REFERENCES = wording.WHOLES
USES = frozenset({Filter.AREAS, Filter.LEVEL, Filter.STUDY, Filter.THEME})


def view(choice: Choice) -> None:
    asked = filters(choice)
    found = gathering.found(choice.setting, asked)
    page_top.answer(choice, answer(choice.setting, asked))
    picture = need(choice.setting, asked)
    body = partial(draw, choice, told_of(choice.setting, asked).names, found) if found.rows else None
    view_layout.show(choice, replace(picture, body=body))
    view_layout.show(choice, gaps(choice.setting, asked))
    view_layout.show(choice, overlaps(choice.setting, asked))
    view_layout.show(choice, priorities(choice.setting, asked))


def draw(choice: Choice, names: Mapping[str, str], found: Found) -> None:
    hrefs = {area_id: links.item_href("omraade", omraade=area_id) for area_id in found.area_ids}
    streamlit.html(matrix.drawn(found, names, hrefs, choice.words))


def filters(choice: Choice) -> Asked:
    words, book = choice.words, shelf.book(choice.version)
    with bar.choices(choice, words("Vælg områder, temaer og målgrupper")) as say:
        picked = shared.read(choice, USES, book, ())
        asked = Asked(
            level := pick_level(choice, book),
            pick_reference(choice, book, level),
            pick_area(choice, book, level),
            tuple(
                address.pick_many(
                    "behovstema",
                    words("Tema"),
                    THEMES,
                    lambda code: wording.theme(code, words),
                    default=[picked.theme] if picked.theme else [],
                )
            ),
            tuple(address.pick_many("behovsgruppe", words("Målgruppe"), TARGET_GROUPS, partial(group, choice))),
            tuple(
                address.pick_many("behovsstatus", words("Status"), list(STATUSES), lambda code: words(STATUSES[code]))
            ),
            shared.on_level(choice, book, level, bar.areas(choice, book, book.inside(level, None))),
            picked.study,
        )
        bar.study(choice, picked, book, asked.only)
        asked = meeting_somewhere(choice, book, asked)
        say(shown(choice.setting, asked), USES)
    return asked


def meeting_somewhere(choice: Choice, book: Atlas, asked: Asked) -> Asked:
    """The same without the chosen areas where none of them lies in the place asked for, which is told."""
    if not asked.only or gathering.areas_of(book, asked):
        return asked
    name = place(choice.setting, asked)
    choice.messages.warning(
        plain(choice.words("Ingen af de valgte områder ligger i {place}. Her vises alle i {place}.", place=name))
    )
    return replace(asked, only=())


def group(choice: Choice, code: str) -> str:
    return labels.sentence_start(wording.group(code, choice.words))


def pick_level(choice: Choice, book: Atlas) -> str:
    words = choice.words
    return address.pick(
        "niveau",
        words("Niveau"),
        gathering.levels(book),
        lambda level: words.text(book.area_levels[level].plural),
    )


def pick_reference(choice: Choice, book: Atlas, level: str) -> Reference:
    words = choice.words
    options = [reference.value for reference in gathering.references(book, level)]
    asked = address.pick("holdtmod", words("Holdt op mod"), options, lambda value: words(REFERENCES[Reference(value)]))
    return Reference(asked)


def pick_area(choice: Choice, book: Atlas, level: str) -> str:
    """The area to look at, the country for all; one of another level narrows to what lies in it."""
    words = choice.words
    options = [COUNTRY, *book.by_name([area_id for area_id, area in book.areas.items() if area.level == level])]
    asked = choice.address.get("omraade", "")
    if asked in book.areas and asked not in options:
        options.append(asked)
    return address.pick(
        "omraade",
        words("Område"),
        options,
        lambda area_id: words("Alle områder") if area_id == COUNTRY else book.names[area_id],
    )


def told_of(setting: Setting, asked: Asked) -> Told:
    facts = shelf.facts(setting.version)
    names = with_study(facts.names, asked.study)
    return Told(setting, names, facts.indicators, tables.short_names(facts.sources), asked.reference)


def chosen(setting: Setting, asked: Asked) -> str:
    words, book = setting.words, shelf.book(setting.version)
    level = labels.within_sentence(words.text(book.area_levels[asked.level].plural))
    return sentences.chosen(asked, told_of(setting, asked), level, place(setting, asked))


def shown(setting: Setting, asked: Asked) -> Shown:
    """42 boligområder, uddannelse, holdt op mod kommunen."""
    words, book = setting.words, shelf.book(setting.version)
    return Shown(
        areas=len(gathering.found(setting, asked).area_ids),
        study=asked.study,
        level=book.many(asked.level, words),
        further=sentences.narrowed(asked, told_of(setting, asked), place(setting, asked)),
    )


def place(setting: Setting, asked: Asked) -> str:
    return "" if asked.area_id == COUNTRY else shelf.facts(setting.version).names[asked.area_id]


@kept
def answer(setting: Setting, asked: Asked) -> str:
    return sentences.answer(gathering.found(setting, asked), told_of(setting, asked))


@kept
def need(setting: Setting, asked: Asked) -> View:
    """The picture as a table of areas and themes; the file has a row a number."""
    words, found, told = setting.words, gathering.found(setting, asked), told_of(setting, asked)
    cells = (*found.study, *found.cells)
    rows = [line for cell in cells for line in lines.cell_lines(cell, told)]
    wide = lines.wide(found, words, told.names)
    source = sourced(setting, asked, [each.row for cell in cells for each in cell.numbers], projects_of(cells))
    return View(
        title=words("Behov mod indsats, område for område"),
        sentence=sentences.picture(found, told),
        table=wide,
        columns=columns.of_wide(found, words),
        source=f"{study_note(asked.study, told.names, words)} {source}".strip(),
        key="need",
        chosen=chosen(setting, asked),
        file=(framed(rows, lines.CellLine), columns.of_file(told.whole, words)),
        place=place(setting, asked),
        years=sentences.span_of([each.row for cell in cells for each in cell.numbers]) if rows and any(
            cell.numbers for cell in cells
        ) else "",
    )  # fmt: skip


@kept
def gaps(setting: Setting, asked: Asked) -> View:
    words, found, told = setting.words, gathering.found(setting, asked), told_of(setting, asked)
    cells = lines.ranked_gaps(found)
    return View(
        title=words("Behov uden indsats"),
        sentence=sentences.gaps(cells, found, told),
        table=framed((lines.gap_line(cell, told) for cell in cells), lines.GapLine),
        columns=columns.of_gaps(words),
        source=sourced(setting, asked, [each.row for cell in cells for each in cell.numbers], projects_of(cells)),
        key="need-gaps",
        chosen=chosen(setting, asked),
        colours={words("Indsats"): [statuses.COVERS[cell.cover].colour for cell in cells]},
        body=None if cells else nothing,
        place=place(setting, asked),
    )


@kept
def overlaps(setting: Setting, asked: Asked) -> View:
    words, found, told = setting.words, gathering.found(setting, asked), told_of(setting, asked)
    rows = found.overlaps
    return View(
        title=words("Flere indsatser om samme målgruppe"),
        sentence=sentences.overlaps(rows, found, told),
        table=framed((lines.overlap_line(row, told) for row in rows), lines.OverlapLine),
        columns=columns.of_overlaps(words),
        source=sourced(setting, asked, (), [each.project for row in rows for each in row.efforts]),
        body=None if rows else nothing,
        key="need-overlaps",
        chosen=chosen(setting, asked),
        place=place(setting, asked),
    )


@kept
def priorities(setting: Setting, asked: Asked) -> View:
    words, found, told = setting.words, gathering.found(setting, asked), told_of(setting, asked)
    cells = {(cell.area_id, cell.theme): cell for cell in found.cells}
    return View(
        title=words("Det, der er sat først"),
        sentence=sentences.priorities(found, told),
        table=framed((lines.priority_line(row, cells, told) for row in found.priorities), lines.PriorityLine),
        columns=columns.of_priorities(words),
        source=sourced(setting, asked, found.priorities, ()),
        body=None if found.priorities else nothing,
        key="need-priorities",
        chosen=chosen(setting, asked),
        place=place(setting, asked),
    )


def nothing() -> None:
    """What is drawn of a table without rows: its sentence says why."""


def sourced(setting: Setting, asked: Asked, rows: Iterable[Cited], projects: Iterable[Project]) -> str:
    """How it is judged, who chose themes and groups, and the sources of the rows and the efforts."""
    words = setting.words
    method = words(
        "Et tal er dårligere, når hele dets 95 %-interval ligger på den dårlige side af tallet for {whole}.",
        whole=words(REFERENCES[asked.reference]),
    )
    named = list(projects)
    cited: Sequence[Cited] = [*rows, *named]
    line = source_line(cited, shelf.facts(setting.version).sources, words) if cited else ""
    return " ".join(filter(None, (method, coding(named, setting), line)))


def projects_of(cells: Iterable[Cell]) -> list[Project]:
    return list({each.project.project_id: each.project for cell in cells for each in cell.efforts}.values())


def coding(rows: Sequence[Project], setting: Setting) -> str:
    if any(row.coded_by == "us" for row in rows):
        return setting.words("Indsatsernes tema og målgruppe er valgt af os efter kildernes tekst.")
    return ""
