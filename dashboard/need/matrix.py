"""The picture of need and effort: areas down, themes across, a word on a colour in each cell and badges under it."""

from __future__ import annotations

import html
from collections.abc import Mapping

from dashboard.charts import theme as colours
from dashboard.i18n import statuses
from dashboard.i18n.words import Words
from dashboard.need import wording
from dashboard.need.gathering import Found
from data.need import Cell


def drawn(found: Found, names: Mapping[str, str], hrefs: Mapping[str, str], words: Words) -> str:
    """The table as HTML. `names` and `hrefs`, the addresses of the profiles, by area id; one without is no link."""
    rows = "".join(
        f"<tr>{heading(names[area_id], hrefs.get(area_id, ''))}{''.join(cell(each, words) for each in cells)}</tr>"
        for area_id, cells in found.rows
    )
    heads = "".join(f'<th scope="col">{html.escape(wording.theme(code, words))}</th>' for code in found.themes)
    label = html.escape(words("Behov og indsats, område for område"))
    return (
        f'<div class="need" role="region" tabindex="0" aria-label="{label}"><table aria-label="{label}">'
        f'<thead><tr><th scope="col">{html.escape(words("Område"))}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def heading(name: str, address: str) -> str:
    text = html.escape(name)
    linked = f'<a href="{html.escape(address)}">{text}</a>' if address else text
    return f'<th scope="row">{linked}</th>'


def cell(found: Cell, words: Words) -> str:
    status = statuses.STANDINGS[found.standing]
    style = f' style="background:{status.colour};color:{colours.ink(status.colour)}"' if status.colour else ""
    when = wording.years(found.numbers, words)
    year = f" <small>{html.escape(when)}</small>" if when else ""
    badges = "".join(f"<li>{html.escape(text)}</li>" for text in wording.badges(found, words))
    label = html.escape(wording.theme(found.theme, words))
    return (
        f'<td data-theme="{label}"><span class="word"{style}>{html.escape(status.told(words))}</span>{year}'
        f"{f'<ul>{badges}</ul>' if badges else ''}</td>"
    )
