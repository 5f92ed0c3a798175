"""Tilgængelighed on the screen: the statement, in the parts and the order that the law asks for."""

from __future__ import annotations

from datetime import date

import streamlit

from dashboard.accessibility import statement
from dashboard.accessibility.statement import Statement
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.ui.address import Choice
from data.errors import Text

COMPLIANCE = {
    "fuldt": N_("Webstedet overholder kravene fuldt ud."),
    "delvist": N_("Webstedet overholder kravene delvist. Det, der mangler, står nedenfor."),
    "ikke": N_("Webstedet overholder ikke kravene. Det, der mangler, står nedenfor."),
}
NAMES = {
    "ejer": N_("hvem der ejer webstedet"),
    "websted": N_("webstedets adresse"),
    "was": N_("adressen på erklæringen i WAS-værktøjet"),
    "email": N_("e-mail"),
    "telefon": N_("telefon"),
    "udarbejdet": N_("hvornår erklæringen er udarbejdet"),
    "gennemgaaet": N_("hvornår den sidst er gennemgået"),
}
LAW = N_("Kravene står i lov nr. 692 af 8. juni 2018 om tilgængelighed af offentlige organers websteder og apps.")
COMPLAINT = N_(
    "Får du ikke svar, eller er du ikke tilfreds med det, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn "
    "med loven (digst.dk)."
)


def view(choice: Choice) -> None:
    """The statement. Raises StatementError where its file is wrong, which the frame tells in words."""
    words, found = choice.words, statement.read(statement.path())
    if found.unfilled:
        missing = ", ".join(words(NAMES[name]) for name in found.unfilled)
        streamlit.warning(
            plain(words("Erklæringen er ikke færdig. Den, der driver webstedet, mangler: {list}.", list=missing))
        )
    streamlit.markdown(plain(opening(found, words)))
    _part(words("Hvordan webstedet lever op til kravene"), [words(COMPLIANCE[found.compliance]), words(LAW)])
    _listed(words("Det, der ikke er tilgængeligt"), found.lacking, words)
    _listed(words("Det, loven ikke omfatter"), found.exempt, words)
    _part(words("Sådan er det undersøgt"), [words.text(found.method), *dated(found, words)])
    _part(words("Sig til, hvis noget ikke kan bruges"), contact(found, words))
    _part(words("Klage"), [words(COMPLAINT)])


def opening(found: Statement, words: Words) -> str:
    owner = found.owner["ejer"] or words("Den, der driver webstedet,")
    site = found.owner["websted"] or words("Områdebarometer")
    return words("{owner} vil gøre {site} tilgængeligt for alle, som loven kræver det.", owner=owner, site=site)


def dated(found: Statement, words: Words) -> list[str]:
    """When the statement was made and looked through, a sentence each that is known."""
    said = {"udarbejdet": N_("Erklæringen er udarbejdet {date}."), "gennemgaaet": N_("Den er sidst gennemgået {date}.")}
    return [
        words(text, date=words.date(date.fromisoformat(found.owner[name])))
        for name, text in said.items()
        if found.owner[name]
    ]


def contact(found: Statement, words: Words) -> list[str]:
    """Whom to tell, as far as it is known."""
    ways = [found.owner[name] for name in ("email", "telefon") if found.owner[name]]
    lines = [
        words("Skriv eller ring: {ways}.", ways=" · ".join(ways))
        if ways
        else words("Kontakt dem, der driver webstedet.")
    ]
    return lines + (
        [words("Erklæringen i WAS-værktøjet: {address}", address=found.owner["was"])] if found.owner["was"] else []
    )


def _part(heading: str, texts: list[str]) -> None:
    streamlit.header(heading, anchor=False)
    for text in texts:
        streamlit.markdown(plain(text))


def _listed(heading: str, texts: tuple[Text, ...], words: Words) -> None:
    if texts:
        streamlit.header(heading, anchor=False)
        streamlit.markdown("\n".join(f"- {plain(words.text(text))}" for text in texts))
