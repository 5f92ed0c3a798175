"""Handlingskort on the screen: the board, what was sent up, one card, and the cards on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit

from dashboard import store
from dashboard.action_cards import board, sheet_route
from dashboard.action_cards.board import CardLine, Names, Part, Wanted
from dashboard.areas import shelf
from dashboard.i18n import labels, statuses
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from dashboard.views.tables import Column, framed
from dashboard.views.view import View
from data.contracts import CARD_STATUSES, ActionCard, Body, Goal

ALL = sheet_route.ALL


def view(choice: Choice) -> None:
    """One card where the address names one, else the board."""
    cards, words = store.rows(choice.version, ActionCard), choice.words
    if cards:
        titles = {card.card_id: words.text(card.title) for card in cards}
        asked = address.read(
            "handling", words("Handlingskort"), [ALL, *titles], lambda name: titles.get(name, words("alle kort"))
        )
        if asked != ALL:
            one(choice, asked)
            return
        overview(choice, wanted(choice, cards))
    else:
        streamlit.markdown(words("Datasættet har ingen handlingskort: kilden beskriver dem, men oplyser ingen."))
    if shown := method(choice.setting):
        view_layout.show(choice, shown)


@kept
def named(setting: Setting) -> Names:
    version, facts = setting.version, shelf.facts(setting.version)
    return board.names(facts.names, store.rows(version, Body), store.rows(version, Goal), facts.sources, setting.words)


def wanted(choice: Choice, cards: Sequence[ActionCard]) -> Wanted:
    """The filters behind one button, and in a sentence what they leave."""
    words, titles = choice.words, named(choice.setting)
    teams = list(dict.fromkeys(card.body_id for card in cards if card.body_id))
    areas = sorted({card.area_id for card in cards}, key=lambda area: titles.areas.get(area, area))
    goals = list(dict.fromkeys(card.goal_id for card in cards if card.goal_id))
    asked = choice.address.get("omraade", "")
    if asked in titles.areas and asked not in areas:
        areas.append(asked)  # of another page, without any card
    with page_top.choices(choice, words("Vælg kort")) as say:
        team = address.pick(
            "team", words("Team"), [ALL, *teams], lambda name: titles.bodies.get(name, words("Alle teams"))
        )
        area = address.pick(
            "omraade", words("Område"), [ALL, *areas], lambda name: titles.areas.get(name, words("Alle områder"))
        )
        of_goals = address.pick_many("maal", words("Overordnet mål"), goals, lambda name: titles.goals.get(name, name))
        states = address.pick_many(
            "kortstatus",
            words("Status"),
            [status for status in CARD_STATUSES if any(card.status == status for card in cards)],
            lambda status: words(labels.CARD_STATUSES[status]),
        )
        found = Wanted("" if team == ALL else team, "" if area == ALL else area, tuple(of_goals), tuple(states))
        say(chosen(found, titles, words))
    return found


def chosen(found: Wanted, titles: Names, words: Words) -> str:
    """The choices in words."""
    return " · ".join(
        (
            titles.bodies.get(found.team, words("alle teams")),
            titles.areas.get(found.area_id, words("alle områder")),
            ", ".join(titles.goals.get(goal, goal) for goal in found.goals) or words("alle mål"),
            ", ".join(words(labels.CARD_STATUSES[status]) for status in found.statuses) or words("alle statusser"),
        )
    )


@kept
def lines(setting: Setting, asked: Wanted) -> tuple[CardLine, ...]:
    """The cards that are asked for, the latest first."""
    found = board.ordered(board.select(store.rows(setting.version, ActionCard), asked))
    return tuple(board.line(card, named(setting), setting.today, setting.words) for card in found)


def overview(choice: Choice, asked: Wanted) -> None:
    setting, rows = choice.setting, lines(choice.setting, asked)
    if choice.has_controls:
        on_paper(choice, asked)
    shown = all_cards(setting, asked)
    view_layout.show(choice, replace(shown, body=partial(columns, choice, rows)) if rows else shown)
    if any(row.sent for row in rows):
        view_layout.show(choice, sent_up(setting, asked))
    if not choice.has_controls:  # an agenda may name a card of the board, which no document shows twice
        for row in rows:
            if choice.address.get("vis") == key_of(row.card_id):
                view_layout.show(choice, one_card(setting, row.card_id))


def key_of(card_id: str) -> str:
    """The name of one card's view."""
    return f"card-{card_id}"


def on_paper(choice: Choice, asked: Wanted) -> None:
    """The open cards of the team as a set to print."""
    name = asked.team or ALL
    if sheet_route.knows(choice.version, name):
        streamlit.link_button(
            choice.words("Hent åbne kort som A4 (PDF)"),
            sheet_route.SHEETS.url(choice.version, name, choice.language),
            icon=":material/picture_as_pdf:",
        )


@kept
def all_cards(setting: Setting, asked: Wanted) -> View:
    words, rows = setting.words, lines(setting, asked)
    return table_of(setting, rows, words("Tavlen"), board.sentence(rows, words), "cards", asked)


@kept
def sent_up(setting: Setting, asked: Wanted) -> View:
    """What no team could solve: to whom, by whom, when, and the answer."""
    words = setting.words
    rows = [row for row in lines(setting, asked) if row.sent]
    waiting = [row for row in rows if row.is_waiting]
    told = words.plural(
        "{n} kort er sendt op, fordi et team ikke selv kunne handle.",
        "{n} kort er sendt op, fordi et team ikke selv kunne handle.",
        len(rows),
    )
    if waiting:
        told += " " + words("Uden svar: {list}.", list=", ".join(row.title for row in waiting))
    return table_of(setting, rows, words("Sendt op, og hvad der blev besluttet"), told, "cards-sent-up", asked)


def table_of(setting: Setting, rows: Sequence[CardLine], title: str, sentence: str, key: str, asked: Wanted) -> View:
    words, titles = setting.words, named(setting)
    table = framed(rows, CardLine)
    return View(
        title=title,
        sentence=sentence,
        table=table,
        columns=board.columns(words),
        source=source_line(setting, rows or store.rows(setting.version, ActionCard)),
        key=key,
        chosen=chosen(asked, titles, words),
        colours={words("Status"): [statuses.ACTION_CARDS[row.code].colour for row in rows]},
        file=(table, board.file_columns(words)),
        place=titles.areas.get(asked.area_id, words("Alle områder")),
    )


def source_line(setting: Setting, rows: Sequence[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


def columns(choice: Choice, rows: Sequence[CardLine]) -> None:
    """A column a status, the cards of each under it, the latest on top."""
    with streamlit.container(key="card-board"):
        for code, column in zip(board.COLUMNS, streamlit.columns(len(board.COLUMNS)), strict=True):
            status, found = statuses.ACTION_CARDS[code], [row for row in rows if row.code == code]
            with column:
                heading = f"{status.icon} {labels.sentence_start(choice.words(status.word))}"
                streamlit.subheader(
                    plain(f"{heading} ({choice.words.number(len(found))})"), anchor=False, divider="gray"
                )
                for row in found:
                    card(choice, row)


def card(choice: Choice, row: CardLine) -> None:
    """A card on the board: late in words, who does what by when, and one press to the agenda."""
    shown = one_card(choice.setting, row.card_id)
    with streamlit.container(border=True, key=f"view-{shown.key}", gap="xsmall"):
        streamlit.header(plain(row.title), anchor=False)
        late = f"**{plain(f'▼ {row.late}')}**" if row.late else ""
        told = (row.action, choice.words("{who}, frist {day}", who=row.responsible, day=row.due), row.sent, row.decided)
        streamlit.markdown("  \n".join(filter(None, (late, *map(plain, told)))))
        streamlit.caption(plain(" · ".join((row.team, row.area, row.goal))))
        if choice.has_controls:
            choice.gathered.append(shown)
            with streamlit.container(horizontal=True, gap="small", key=f"onwards-{shown.key}"):
                links.page_link(choice, "handlingskort", choice.words("Åbn kortet"), handling=row.card_id)
                view_layout.take_away(choice, shown)


def one(choice: Choice, card_id: str) -> None:
    """One card, with the way back to the board."""
    if choice.has_controls:
        links.page_link(
            choice, "handlingskort", choice.words("Alle handlingskort"), ":material/arrow_back:", handling=None
        )
    view_layout.show(choice, one_card(choice.setting, card_id))


@kept
def one_card(setting: Setting, card_id: str) -> View:
    words = setting.words
    row = next(row for row in lines(setting, Wanted()) if row.card_id == card_id)
    told = words("{status}. {who}, frist {day}.", status=row.status, who=row.responsible, day=row.due)
    return View(
        title=row.title,
        sentence=" ".join(filter(None, (told, f"{row.late}." if row.late else ""))),
        table=framed(board.parts(row, words), Part),
        columns=board.part_columns(words),
        source=source_line(setting, [row]),
        key=key_of(card_id),
        place=row.area,
        file=(framed([row], CardLine), board.file_columns(words)),
    )


@kept
def method(setting: Setting) -> View | None:
    """How the teams that work by action cards do so, and where they send what they cannot solve."""
    words = setting.words
    bodies = store.rows(setting.version, Body)
    by_id = {body.body_id: body for body in bodies}
    teams = [body for body in bodies if body.uses_cards]
    if not teams:
        return None
    rows = [
        board.TeamLine(
            words.text(team.name),
            words.text(team.works_by),
            words.text(team.duty_up),
            words.text(by_id[team.parent_id].name) if team.parent_id in by_id else "",
            words.text(team.meets),
        )
        for team in teams
    ]
    return View(
        title=words("Sådan arbejder teamene med kort"),
        sentence=words.plural(
            "{n} team skriver handlingskort og sender det videre, som det ikke selv kan løse.",
            "{n} teams skriver handlingskort og sender det videre, som de ikke selv kan løse.",
            len(rows),
        ),
        table=framed(rows, board.TeamLine),
        columns=[
            Column("team", words("Team")),
            Column("works_by", words("Arbejdsform")),
            Column("meets", words("Mødes")),
            Column("duty_up", words("Opad")),
            Column("above", words("Hører under")),
        ],
        source=source_line(setting, teams),
        key="card-teams",
    )
