"""Texts of others in Markdown: as they are written, and nothing more. What a browser makes of them, the browser's test
of foreign texts sees.
"""

import pytest

from dashboard.i18n.markdown import JOINER, link, plain, shortened, typed, unescaped
from tests.foreign import PAYLOADS


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. september", r"1\. september"),
        ("![x](//a.b/c.png)", r"\!\[x\]\(//a\.b/c\.png\)"),
        ("15-17 år", r"15\-17 år"),
        ("Tåstrupgård", "Tåstrupgård"),
        ("overskrift\n===", "overskrift ==="),
        ("www.a.dk", rf"www{JOINER}\.a\.dk"),
        ("https://a.dk", rf"https{JOINER}\://a\.dk"),
        ("b@a.dk", rf"b{JOINER}@a\.dk"),
        (":smile:", rf"\:{JOINER}smile\:"),
        ("a -> b", rf"a \-{JOINER}\> b"),
        ("kl. 16:30 – 3 @ 4, 2 - 1", r"kl\. 16\:30 – 3 @ 4, 2 \- 1"),
    ],
)
def test_what_markdown_would_read_is_escaped_or_cut_by_a_sign_without_width(text: str, escaped: str) -> None:
    assert plain(text) == escaped


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_document_gets_the_text_back(text: str) -> None:
    assert unescaped(plain(text)).split() == text.split()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.dk/x?y=1&z", r"[https\://a\.dk/x?y=1\&z](<https\://a\.dk/x?y=1\&z>)"),
        ("http://a.dk", r"[http\://a\.dk](<http\://a\.dk>)"),
        ("javascript:alert(1)", r"javascript\:alert\(1\)"),
        ("https://a.dk og b", rf"https{JOINER}\://a\.dk og b"),
        ("", ""),
    ],
)
def test_only_an_address_of_the_web_is_a_link(address: str, shown: str) -> None:
    assert link(address) == shown


def test_what_was_typed_is_cut_where_it_is_long() -> None:
    assert shortened("a" * 60) == "a" * 60
    assert typed("a.b" * 10_000) == r"a\.b" * 20 + " …"
