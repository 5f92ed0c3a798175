"""Which texts are found for translation."""

import io

import pytest

from dashboard.i18n.extract import extract


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('words("Område")', ["Område"]),
        ('choice.words("Område " "og by")', ["Område og by"]),
        ('N_("Sprog")', ["Sprog"]),
        ('words.plural("{n} by", "{n} byer", 2)', [("{n} by", "{n} byer")]),
        ("f\"**{words('Hvad?')}** {x}\"", ["Hvad?"]),
        ('words(NAMES[row["level"]])', []),
        ('words(text, lists="; ".join(x))', []),
        ('print("Ikke en tekst")', []),
    ],
)
def test_texts_are_found(code: str, found: list) -> None:
    assert [message for _, _, message, _ in extract(io.BytesIO(code.encode()), None, None, None)] == found
