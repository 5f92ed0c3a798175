"""The strip of success criteria: one row a criterion with its status, bar, number and date; each opens to all the rest.

It is one piece of HTML, so that twelve rows fit a screen, and a row is opened by the browser alone, by click or key.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from dashboard.charts import theme
from dashboard.criteria.cards import PARTS, CriterionCard
from dashboard.i18n.words import Words

# What asks for attention first; the least far first among those of one status.
ORDER = (
    "behind",
    "not_met_yet",
    "no_project",
    "too_early",
    "on_track",
    "not_collected",
    "pending",
    "met",
    "abandoned",
)
LONGEST = 1.5  # of the way to the target: what the bar has room for; a longer one is drawn with a broken end


class Href(Protocol):
    """The address of one of our pages with a thing chosen: `href("projekter", projekt="jobexpres")`."""

    def __call__(self, path: str, **item: str) -> str: ...


def ordered(cards: Iterable[CriterionCard]) -> list[CriterionCard]:
    """The cards as they stand in the strip: behind first, each status in the order of its criteria or shares."""
    return sorted(cards, key=lambda card: (ORDER.index(card.verdict), card.share is None, card.share or 0.0))


def answer(cards: Sequence[CriterionCard], day: str, is_historical: bool, words: Words) -> str:
    """3 af 12 opfyldt · 4 ikke endnu · 2 uden projekt (Historisk – 15. september 2005). `day`: of the latest figure."""
    counts = Counter(card.verdict for card in cards)
    if not cards:
        return words("Ingen kriterier passer til valget.")
    met = words("{met} af {n} opfyldt", met=words.number(counts["met"]), n=words.number(len(cards)))
    others = [words(text, n=words.number(counts[code])) for code, text in PARTS.items() if counts[code]]
    sentence = " · ".join([met, *others])
    if not day:
        return sentence
    dated = words("Historisk – {day}", day=day) if is_historical else words("opgjort {day}", day=day)
    return f"{sentence} ({dated})"


def strip(cards: Iterable[CriterionCard], words: Words, href: Href) -> str:
    """The rows, and what the signs of the bars mean."""
    shown = ordered(cards)
    rows = "".join(row(card, words, href) for card in shown)
    return f'<ul class="strip">{rows}</ul>{key(shown, words)}'


def row(card: CriterionCard, words: Words, href: Href) -> str:
    colour = theme.STATUS_COLOURS[card.verdict]
    status = (
        f'<span class="status" style="background:{colour};color:{theme.ink(colour)}">'
        f"{html.escape(card.status_text)}</span>"
    )
    summary = (
        status
        + told("title", card.criterion)
        + bar(card)
        + told("number", number(card, words))
        + told("date", " · ".join(filter(None, [card.historical or card.as_of, card.stale, card.few])))
    )
    return f"<li><details><summary>{summary}</summary>{rest(card, words, href)}</details></li>"


def told(name: str, text: str) -> str:
    return f'<span class="{name}">{html.escape(text)}</span>'


def number(card: CriterionCard, words: Words) -> str:
    """48 af 120 elever, forventet 80."""
    expected = words("forventet {value}", value=card.expected_text) if card.expected_text else ""
    return ", ".join(filter(None, [card.reached, expected]))


def bar(card: CriterionCard) -> str:
    """The way to the target as a bar with the line of the target and the mark of what was expected; its number stands
    beside it in words.
    """
    if card.share is None:
        return '<span class="bar empty" aria-hidden="true"></span>'
    way = min(max(card.share, 0.0), LONGEST)
    done = f'<i class="{"done longer" if card.share > LONGEST else "done"}" style="width:{percent(way)}"></i>'
    goal = f'<i class="goal" style="left:{percent(1)}"></i>'
    due = "" if card.expected is None else f'<i class="due" style="left:{percent(card.expected)}"></i>'
    return f'<span class="bar" aria-hidden="true">{done}{goal}{due}</span>'


def percent(share: float) -> str:
    """Where a share of the way stands, of the width of the bar."""
    return f"{100 * share / LONGEST:.1f}%"


def key(cards: Sequence[CriterionCard], words: Words) -> str:
    """What the signs that are drawn mean."""
    ways = [card.share for card in cards if card.share is not None]
    if not ways:
        return ""
    signs = [("done", words("andel af vejen til målet")), ("goal", words("målet"))]
    if any(card.expected is not None for card in cards):
        signs.append(("due", words("forventet den dag, tallet er fra")))
    if max(ways) > LONGEST:
        signs.append(("longer", words("mere, end der er plads til")))
    told_signs = "".join(f'<span><i class="{name}"></i>{html.escape(text)}</span>' for name, text in signs)
    return f'<p class="strip-key">{told_signs}</p>'


def rest(card: CriterionCard, words: Words, href: Href) -> str:
    """What a row opens to: whom it is for, what was counted by whom, what the status rests on, and the ways on."""
    facts = (
        (words("Målgruppe"), card.target_group),
        (words("Mål"), card.target_text),
        (words("Udgangspunkt"), card.baseline),
        (words("Nået"), ", ".join(filter(None, [card.value, card.derived]))),
        (words("Andel af vejen til målet"), "" if card.share is None else card.way_text),
        (words("Opgjort"), card.dated),
        (words("Manuel vurdering"), card.judgement),
        (words("Begrundelse"), " ".join(filter(None, [card.reason, card.note, card.page]))),
    )
    said = "".join(f"<dt>{html.escape(name)}</dt><dd>{html.escape(text)}</dd>" for name, text in facts if text)
    parts = "".join(f"<li>{html.escape(f'{part.project}: {part.text}')}</li>" for part in card.parts)
    listed = f"<dt>{html.escape(words('Projekter og deres tal'))}</dt><dd><ul>{parts}</ul></dd>" if parts else ""
    return f'<div class="rest"><dl>{said}{listed}</dl><p class="ways">{ways(card, words, href)}</p></div>'


def ways(card: CriterionCard, words: Words, href: Href) -> str:
    """Links to the whole criterion, its goal and its projects."""
    links = [(words("Hele kriteriet"), href("succeskriterier", kriterium=card.criterion_id))]
    if card.value:
        links.append((words("Efterprøv resultatet"), href("data", tal=f"kriterium~{card.criterion_id}")))
    if card.goal:
        links.append((card.goal, href("strategi", maal=card.goal_id)))
    links += [(part.project, href("projekter", projekt=part.project_id)) for part in card.parts]
    return "".join(f'<a class="own" href="{html.escape(to)}">{html.escape(text)}</a>' for text, to in links)
