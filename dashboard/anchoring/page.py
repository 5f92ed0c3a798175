"""Forankring on the screen: what is planned for when the money ends, and when that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit

from dashboard import store
from dashboard.anchoring import plans as texts
from dashboard.areas import shelf
from dashboard.charts import periods
from dashboard.i18n import labels, statuses
from dashboard.i18n.markdown import plain
from dashboard.ui import address, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from dashboard.views.tables import framed
from dashboard.views.view import View
from data import anchoring
from data.anchoring import Plan
from data.contracts import ROUTES, Anchoring, Grant, Project

ALL = "alle"


@dataclass(frozen=True)
class Asked:
    """The scheme that is asked for, `ALL` for every one, and the routes; no route is all of them."""

    scheme: str = ALL
    routes: tuple[str, ...] = ()


def view(choice: Choice) -> None:
    asked = filters(choice)
    page_top.answer(choice, answer(choice.setting, asked))
    view_layout.show(choice, plans(choice.setting, asked))
    if choice.has_controls:
        project_links(choice, asked)
    view_layout.show(choice, grants(choice.setting, asked))


def filters(choice: Choice) -> Asked:
    words, options = choice.words, [ALL, *schemes(choice.setting)]

    def describe(scheme: str) -> str:
        return words("Alle") if scheme == ALL else labels.codes(labels.SCHEMES, scheme, words)

    with page_top.choices(choice, words("Vælg planer")) as told:
        scheme = address.pick("ordning", words("Strategi"), options, describe)
        routes = address.pick_many("rute", words("Vej"), ROUTES, lambda route: words(statuses.ROUTES[route].word))
        shown = [describe(scheme)] if scheme != ALL else []
        shown += [words(statuses.ROUTES[route].word) for route in routes]
        told("; ".join(shown) or words("alle planer"))
    return Asked(scheme, tuple(routes))


@kept
def schemes(setting: Setting) -> tuple[str, ...]:
    """The schemes that have money, a plan or a project."""
    version = setting.version
    kinds = (store.rows(version, Grant), store.rows(version, Anchoring), store.rows(version, Project))
    return tuple(dict.fromkeys(row.scheme for rows in kinds for row in rows))


@kept
def asked_plans(setting: Setting, asked: Asked) -> tuple[Plan, ...]:
    version = setting.version
    found = anchoring.plans(store.rows(version, Anchoring), store.rows(version, Project), store.rows(version, Grant))
    return tuple(
        plan
        for plan in found
        if asked.scheme in (ALL, plan.scheme) and (not asked.routes or plan.route in asked.routes)
    )


@kept
def answer(setting: Setting, asked: Asked) -> str:
    found = asked_plans(setting, asked)
    return texts.answer(found, years(setting, cited(found)), setting.words)


def cited(found: Sequence[Plan]) -> list[Cited]:
    """What tells of the plans: their rows, and the projects that have none."""
    return [row for plan in found if (row := plan.row or plan.project)]


def years(setting: Setting, rows: Iterable[Cited]) -> str:
    return tables.years_of((row.source_id for row in rows), shelf.facts(setting.version).sources)


@kept
def plans(setting: Setting, asked: Asked) -> View:
    """What is planned, those without a plan first."""
    words, found = setting.words, asked_plans(setting, asked)
    names = tables.short_names(shelf.facts(setting.version).sources)
    lines = [texts.plan_line(plan, names, words) for plan in found]
    return View(
        title=words("Hvad sker der, når pengene slutter?"),
        sentence=texts.plan_sentence(found, words),
        table=texts.plan_frame(lines),
        columns=texts.plan_columns(words),
        source=source_line(setting, cited(found)),
        years=years(setting, cited(found)),
        key="anchoring",
        chosen=chosen(setting, asked),
        colours={words("Vej"): [statuses.ROUTES[line.route].colour for line in lines]},
        file=(texts.plan_frame(lines), texts.plan_file_columns(words)),
        place=place(setting, asked),
    )


@kept
def grants(setting: Setting, asked: Asked) -> View:
    """The money as bars to their end, and as a table."""
    words = setting.words
    found = [grant for grant in store.rows(setting.version, Grant) if asked.scheme in (ALL, grant.scheme)]
    names = tables.short_names(shelf.facts(setting.version).sources)
    drawn, title = texts.bars(found, words), words("Pengene, og hvornår de slutter")
    source = source_line(setting, found)
    return View(
        title=title,
        sentence=texts.grant_sentence(found, drawn, words),
        figure=periods.timeline(drawn, words=words, sizes=setting.sizes) if drawn else None,
        alt=texts.alt(title, drawn) if drawn else "",
        table=framed((texts.grant_line(grant, names, words) for grant in found), texts.GrantLine),
        columns=texts.grant_columns(words),
        source=f"{texts.undrawn(found, drawn, words)} {source}".strip(),
        years=years(setting, found),
        key="grants",
        chosen=chosen(setting, asked),
        place=place(setting, asked),
    )


def project_links(choice: Choice, asked: Asked) -> None:
    """The way to the project of each plan."""
    found: Sequence[Plan] = asked_plans(choice.setting, asked)
    with streamlit.container(horizontal=True, key="anchoring-links"):
        for project in dict.fromkeys(plan.project for plan in found if plan.project):
            name = plain(project.name)
            links.item_link(choice, "projekter", name, ":material/inventory_2:", projekt=project.project_id)


def source_line(setting: Setting, rows: Iterable[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


def place(setting: Setting, asked: Asked) -> str:
    words = setting.words
    return words("Alle områder") if asked.scheme == ALL else labels.codes(labels.SCHEMES, asked.scheme, words)


def chosen(setting: Setting, asked: Asked) -> str:
    """The choices in words, for the files."""
    words = setting.words
    routes = ", ".join(words(statuses.ROUTES[route].word) for route in asked.routes)
    scheme = words("Alle") if asked.scheme == ALL else place(setting, asked)
    return words("Strategi: {scheme}; vej: {routes}", scheme=scheme, routes=routes or words("Alle"))
