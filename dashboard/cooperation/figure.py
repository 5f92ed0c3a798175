"""Bodies as layers and partners as rings, in HTML that a screen reader walks as lists. Every text is escaped here."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from dashboard.cooperation.lines import BodyLine, PartnerLine
from dashboard.i18n.words import Words

RINGS = ("forum", "steering", "unit")  # from the outside in


def layers(lines: Sequence[BodyLine], words: Words) -> str:
    """A layer under another, its bodies beside each other; each box says whom it answers to."""
    parts = [
        f'<li><h3>{html.escape(layer)}</h3><ul class="bodies">'
        f"{''.join(box(line, words) for line in lines if line.layer == layer)}</ul></li>"
        for layer in dict.fromkeys(line.layer for line in lines)
    ]
    return f'<ol class="layers">{"".join(parts)}</ol>'


def box(line: BodyLine, words: Words) -> str:
    told = (
        ("", words("Hører under"), line.parent),
        ("", words("Beslutter"), line.decides),
        ("", words("Mødes"), f"{line.meets}; {words('næste: {date}', date=line.next_date)}"),
        ("", words("Størrelse"), line.size),
        ("", words("Arbejdsform"), line.works_by),
        ("▲ ", words("Opad"), line.duty_up),
        ("▼ ", words("Nedad"), line.duty_down),
    )
    rows = "".join(
        f'<div><dt><span aria-hidden="true">{sign}</span>{html.escape(term)}</dt><dd>{html.escape(text)}</dd></div>'
        for sign, term, text in told
        if text
    )
    return f"<li><b>{html.escape(line.name)}</b><dl>{rows}</dl></li>"


def rings(lines: Iterable[PartnerLine]) -> str:
    """One ring around another, each a list with its name; those whose ring is not known stand below."""
    given, drawn = list(lines), ""
    for ring in reversed(RINGS):
        drawn = f'<section class="ring {ring}">{listed(given, ring)}{drawn}</section>'
    unknown = listed(given, "unknown")
    return f'<div class="rings">{drawn}{f"<section>{unknown}</section>" if unknown else ""}</div>'


def listed(lines: Sequence[PartnerLine], ring: str) -> str:
    names = [line for line in lines if line.code == ring]
    if not names:
        return ""
    items = "".join(f"<li>{html.escape(line.name)}</li>" for line in names)
    return f"<h3>{html.escape(names[0].ring)}</h3><ul>{items}</ul>"
