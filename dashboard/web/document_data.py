"""What the document tells the scripts of the frame, which no element of a page is given: see shared/document.js."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from dashboard.i18n.words import LANGUAGES, Words
from dashboard.meeting import texts
from dashboard.ui.address_keys import KEYS


def document_data() -> dict[str, Any]:
    """`languages` are their tags by code; `readers` are the names in an address that belong to the reader or the
    meeting and not to a view; `drawn` are those that the map follows by itself. What is said has every language, for
    the reader can change it without a new document: `added` where a view was put on the agenda, `shared` where it was
    copied or made a picture of, `behind` while a page is not what was chosen, `newer` where it shows older data.
    """
    return {
        "languages": {language: Words(language).of_language.tag for language in LANGUAGES},
        "readers": [key.name for key in KEYS.values() if not key.in_agenda],
        "drawn": [key.name for key in KEYS.values() if key.is_drawn_by_map],
        "added": {language: texts.added_texts(Words(language)) for language in LANGUAGES},
        "shared": {language: _shared(Words(language)) for language in LANGUAGES},
        "behind": {language: _behind(Words(language)) for language in LANGUAGES},
        "newer": {language: _newer(Words(language)) for language in LANGUAGES},
    }


def _shared(words: Words) -> dict[str, str]:
    return {
        "link_copied": words("Linket er kopieret."),
        "citation_copied": words("Henvisningen er kopieret."),
        "embed_copied": words("Koden er kopieret. Sæt den ind på jeres egen side."),
        "by_hand": words("Browseren kopierer ikke selv. Teksten er markeret: kopiér den med tastaturet."),
        "copied_text": words("Tekst til at kopiere"),
        "picture_made": words("Billedet er hentet."),
        "no_picture": words("Billedet kunne ikke laves. Genindlæs siden, og prøv igen."),
    }


def _behind(words: Words) -> dict[str, str]:
    return {
        "behind": words("Henter det, du har valgt. Det, der vises nu, er fra før."),
        "cut": words(
            "Forbindelsen er væk. Det, der vises nu, er fra før dit valg. Det nye hentes, når forbindelsen er tilbage."
        ),
        "gaveIn": words("Det, du valgte, kunne ikke hentes. Her vises det, der stod før."),
    }


def _newer(words: Words) -> dict[str, str]:
    return {
        "sentence": words("Der er kommet nye data."),
        "reload": words("Genindlæs"),
        "close": words("Luk"),
    }


@lru_cache(maxsize=1)
def tag() -> str:
    """The element of the document that holds it."""
    content = json.dumps(document_data(), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="document-data">{content}</script>'
