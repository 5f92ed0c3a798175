"""Where the printed set of a team's open action cards is found; `alle` is that of all teams."""

from __future__ import annotations

from dashboard import store
from dashboard.action_cards import board, sheet
from dashboard.areas import shelf
from dashboard.documents.sheets import Imprint, Sheets
from dashboard.i18n.words import Words
from dashboard.ui import clock
from data.contracts import OPEN_CARDS, ActionCard, Body, Goal
from data.versions import Version

ALL = "alle"


def of_team(version: Version, team: str) -> list[ActionCard]:
    """The open cards of a team, the latest first."""
    wanted = board.Wanted("" if team == ALL else team, statuses=OPEN_CARDS)
    return board.ordered(board.select(store.rows(version, ActionCard), wanted))


def knows(version: Version, team: str) -> bool:
    return bool(of_team(version, team))


def draw(version: Version, team: str, words: Words, imprint: Imprint) -> bytes:
    facts = shelf.facts(version)
    named = board.names(facts.names, store.rows(version, Body), store.rows(version, Goal), facts.sources, words)
    rows = [board.line(card, named, clock.today(), words) for card in of_team(version, team)]
    return sheet.pdf(rows, named.bodies.get(team, words("Alle teams")), words, imprint)


SHEETS = Sheets("kortark", "handlingskort", page="handlingskort", choice="team", knows=knows, draw=draw)
