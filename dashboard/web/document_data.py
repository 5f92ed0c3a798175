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
    meeting and not to a view; `added` has every language, for the reader can change it without a new document.
    """
    return {
        "languages": {language: Words(language).of_language.tag for language in LANGUAGES},
        "readers": [key.name for key in KEYS.values() if not key.in_agenda],
        "added": {language: texts.added_texts(Words(language)) for language in LANGUAGES},
    }


@lru_cache(maxsize=1)
def tag() -> str:
    """The element of the document that holds it."""
    content = json.dumps(document_data(), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="document-data">{content}</script>'
