"""Erfaringer on the screen: what stopped others and what helped, a view a theme, and why projects closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n import labels
from dashboard.lessons import listing
from dashboard.lessons.listing import KINDS, THEMES, LessonLine
from dashboard.ui import address, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import LESSON_KINDS, Lesson, Project

ALL = "alle"


@dataclass(frozen=True)
class Asked:
    """The project, the scheme (`ALL` for every one) and the themes that are asked for; no theme is all of them."""

    project_id: str = ALL
    scheme: str = ALL
    themes: tuple[str, ...] = ()


def view(choice: Choice) -> None:
    words = choice.words
    asked = filters(choice)
    found = lessons(choice.setting, asked)
    page_top.answer(choice, listing.answer(found, words))
    if choice.has_controls and asked.project_id != ALL:
        onwards(choice, asked.project_id, bool(found))
    with page_top.contents(choice):
        for theme in THEMES:
            if shown := of_theme(choice.setting, asked, theme):
                view_layout.show(choice, shown)
        if shown := closed(choice.setting, asked):
            view_layout.show(choice, shown)


def filters(choice: Choice) -> Asked:
    words, projects = choice.words, {row.project_id: row.name for row in store.rows(choice.version, Project)}
    schemes = dict.fromkeys(row.scheme for row in store.rows(choice.version, Lesson))

    def named(scheme: str) -> str:
        return words("Alle") if scheme == ALL else labels.codes(labels.SCHEMES, scheme, words)

    with page_top.choices(choice, words("Vælg erfaringer")) as told:
        themes = address.pick_many("tema", words("Tema"), list(THEMES), lambda theme: words(THEMES[theme]))
        scheme = address.pick("ordning", words("Strategi"), [ALL, *schemes], named)
        project_id = address.pick(
            "projekt", words("Projekt"), [ALL, *projects], lambda name: projects.get(name, words("Alle"))
        )
        shown = [words(THEMES[theme]) for theme in themes]
        shown += [named(scheme)] if scheme != ALL else []
        shown += [projects[project_id]] if project_id != ALL else []
        told("; ".join(shown) or words("alle erfaringer"))
    return Asked(project_id, scheme, tuple(themes))


def onwards(choice: Choice, project_id: str, has_own: bool) -> None:
    """From one project's experience to the project, and to everybody's."""
    words = choice.words
    if not has_own:
        streamlit.markdown(words("Se i stedet, hvad andre projekter har oplevet."))
    with streamlit.container(horizontal=True, key="lesson-onwards"):
        links.page_link(choice, "erfaringer", words("Alle erfaringer"), ":material/arrow_back:", projekt=None)
        links.item_link(choice, "projekter", words("Projektet"), ":material/inventory_2:", projekt=project_id)


@kept
def lessons(setting: Setting, asked: Asked) -> tuple[Lesson, ...]:
    """The experience that is asked for, what stopped efforts first."""
    rows = [
        row
        for row in store.rows(setting.version, Lesson)
        if asked.project_id in (ALL, row.project_id)
        and asked.scheme in (ALL, row.scheme)
        and (not asked.themes or row.theme in asked.themes)
    ]
    return tuple(sorted(rows, key=lambda row: LESSON_KINDS.index(row.kind)))


@kept
def of_theme(setting: Setting, asked: Asked, theme: str) -> View | None:
    """The experience of one theme; None without any."""
    words, rows = setting.words, [row for row in lessons(setting, asked) if row.theme == theme]
    if not rows:
        return None
    lines = told(setting, rows)
    return View(
        title=words(THEMES[theme]),
        sentence=listing.theme_sentence(rows, words),
        table=framed(lines, LessonLine),
        columns=listing.columns(words),
        source=source_line(setting, rows),
        key=f"lessons-{theme}",
        chosen=chosen(setting, asked),
        colours={words("Hvad den gjorde"): [KINDS[line.kind].colour for line in lines]},
        file=(framed(lines, LessonLine), listing.file_columns(words)),
        place=place(setting, asked),
        years=tables.years_of((row.source_id for row in rows), shelf.facts(setting.version).sources),
    )


@kept
def closed(setting: Setting, asked: Asked) -> View | None:
    """Why projects were closed or given up; None where none was."""
    words, rows = setting.words, [row for row in lessons(setting, asked) if row.closed]
    if not rows:
        return None
    lines = sorted(told(setting, rows), key=lambda line: line.project)
    return View(
        title=words("Hvorfor projekter lukkede"),
        sentence=listing.closed_sentence(rows, words),
        table=framed(lines, LessonLine),
        columns=listing.closed_columns(words),
        source=source_line(setting, rows),
        key="lessons-closed",
        chosen=chosen(setting, asked),
        file=(framed(lines, LessonLine), listing.file_columns(words)),
        place=place(setting, asked),
        years=tables.years_of((row.source_id for row in rows), shelf.facts(setting.version).sources),
    )


def told(setting: Setting, rows: Iterable[Lesson]) -> list[LessonLine]:
    projects = {row.project_id: row for row in store.rows(setting.version, Project)}
    titles = tables.short_names(shelf.facts(setting.version).sources)
    return [listing.line(row, projects, titles, setting.words) for row in rows]


def place(setting: Setting, asked: Asked) -> str:
    """Where the experience is from: the project, the strategy, or everywhere."""
    words, names = setting.words, {row.project_id: row.name for row in store.rows(setting.version, Project)}
    scheme = words("Alle områder") if asked.scheme == ALL else labels.codes(labels.SCHEMES, asked.scheme, words)
    return names.get(asked.project_id, scheme)


def source_line(setting: Setting, rows: Sequence[Lesson]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


def chosen(setting: Setting, asked: Asked) -> str:
    """The choices in words, for the files."""
    words = setting.words
    every = words("Alle")
    names = {row.project_id: row.name for row in store.rows(setting.version, Project)}
    return words(
        "Tema: {themes}; strategi: {scheme}; projekt: {project}",
        themes=", ".join(words(THEMES[theme]) for theme in asked.themes) or every,
        scheme=every if asked.scheme == ALL else labels.codes(labels.SCHEMES, asked.scheme, words),
        project=names.get(asked.project_id, every),
    )
