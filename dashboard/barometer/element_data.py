"""What the barometer in the browser draws from: words, addresses and choices; the cells come in a prepared file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.barometer.choices import Asked
from dashboard.barometer.instruments import Theme
from dashboard.charts import theme
from dashboard.i18n import certainties, labels, missing
from dashboard.i18n.words import N_, Words
from dashboard.ui import assets
from data.barometer_summary import ColumnSummary
from data.contracts import Direction, Indicator, IndicatorSet

COMPARED = ("below", "similar", "above")
# A sign beside each colour, so that the colour is never alone.
SIGNS = {"below": "▼", "similar": "=", "above": "▲", "not_compared": "", "": ""}
POSITIONS = {
    "below": N_("under {reference}"),
    "similar": N_("uden sikker forskel fra {reference}"),
    "above": N_("over {reference}"),
    "not_compared": N_("ikke sammenlignet"),
    "": N_("ikke sammenlignet"),
}


def for_browser(
    words: Words,
    asked: Asked,
    *,
    file: str,
    address: Mapping[str, str],
    profile: str,
    indicators: Mapping[str, Indicator],
    summaries: Sequence[ColumnSummary],
    held: Mapping[str, Any] | None = None,
    projector: bool = False,
    meeting: bool = False,
) -> dict[str, Any]:
    """What `element.barometer` sends to the browser at each choice, and no number of an area but the verdicts against
    chosen areas (`held`, by indicator). `profile` is the address of a profile, up to the id of the area.
    """
    newest = {summary.indicator_id: summary for summary in summaries}
    return {
        "script": assets.url("barometer/barometer.js"),
        "file": file,
        "columns": columns(asked.instrument.themes, indicators, newest, words),
        "areas": list(asked.only),
        "reference": asked.reference.value,
        "held": dict(held) if held is not None else None,
        "choice": {"tema": ",".join(asked.themes), "sorteret": asked.order, "omraade": asked.area_id},
        "address": dict(address),
        "profile": profile,
        "positions": {code: position(code, asked, words) for code in POSITIONS},
        "signs": SIGNS,
        "changes": {"increasing": words("stigende"), "decreasing": words("faldende")},
        "missing": {
            record.code: {"label": words(record.word), "image": record.image} for record in missing.WORDS.values()
        },
        "certainties": {code: certainties.told(code, words) for code in certainties.CERTAINTIES},
        "format": {"locale": words.of_language.tag},
        "texts": texts(words, asked.whole(words)),
        "projector": projector,
        "meeting": meeting,
    }


def position(code: str, asked: Asked, words: Words) -> str:
    return words(POSITIONS[code], reference=asked.whole(words))


def columns(
    themes: Sequence[Theme], indicators: Mapping[str, Indicator], newest: Mapping[str, ColumnSummary], words: Words
) -> list[dict[str, Any]]:
    """The columns of every theme: its numbers, or one that says that nobody has any."""
    found: list[dict[str, Any]] = []
    for each in themes:
        lines = [line for line in each.lines if line.indicator_id in newest]
        found += [column(line, indicators[line.indicator_id], newest[line.indicator_id], words) for line in lines]
        if not lines:
            found.append({"id": "", "theme": each.theme_id, "group": each.name(words), "name": words("ikke opgjort")})
    return found


def column(line: IndicatorSet, indicator: Indicator, summary: ColumnSummary, words: Words) -> dict[str, Any]:
    return {
        "id": indicator.indicator_id,
        "theme": line.theme,
        "group": words.text(line.theme_name),
        "name": words.text(line.name),
        "unit": labels.unit(indicator, words) if indicator.unit != "count" else "",
        "decimals": indicator.decimals,
        "newest": summary.newest,
        "colours": colours(indicator.direction),
    }


def colours(direction: Direction) -> dict[str, dict[str, str]]:
    """The colour behind a number by how it compares, and the colour of text on it."""
    shades = dict(zip(COMPARED, theme.compared(direction), strict=True))
    return {code: {"back": shade, "ink": theme.ink(shade)} for code, shade in shades.items()}


def texts(words: Words, reference: str) -> dict[str, str]:
    """Every sentence the barometer itself says. Places in braces are filled in by the browser."""
    return {
        "grid": words("Bybarometer: områder og nøgletal"),
        "area": words("Område"),
        "theme": words("Tema"),
        "all_themes": words("Alle temaer"),
        "sort": words("Sortér efter"),
        "by_name": words("Navn"),
        "keys": words(
            "Piletaster går fra felt til felt, Enter viser områdets profil på de samme nøgletal under tabellen."
        ),
        "profile": words("Åbn områdeprofilen: {name}", name="{name}"),
        "interval": words("95 %-interval: {low}–{high}", low="{low}", high="{high}"),
        "held": words("{reference}: {value}", reference=reference[:1].upper() + reference[1:], value="{value}"),
        "latest": words("senest kendte tal, {year}", year="{year}"),
        "legend": words("Sådan læses tabellen"),
        "older": words("Årstal i et felt: ældre end kolonnens nyeste"),
        "unsure": words("Skraveret: ikke fra originalkilden"),
        "moved": words("↗ ↘ Ændret mere end tilfældigt"),
        "course": words("Lille kurve: forløbet fra 0 til områdets højeste"),
        "rows": words("{n} områder", n="{n}"),
        "printed": words("De første {n} af {all} områder er med på udskriften. Hent filen for at få alle."),
        "failed": words("Barometeret kunne ikke hentes. Kontrollér forbindelsen, og prøv igen."),
        "retry": words("Prøv igen"),
    }
