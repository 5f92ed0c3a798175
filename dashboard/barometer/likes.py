"""Which areas each area is like, and why, in one sentence an area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.compare import likeness
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.tables import Column
from data.contracts import Indicator, Likeness, Observation

NAMED = 3


@dataclass(frozen=True)
class LikeLine:
    """An area with the areas that it is most like; `why` is of the nearest."""

    area: str
    likes: str
    why: str
    area_id: str
    other_ids: str


def lines(
    area_ids: Sequence[str],
    likeness_rows: Iterable[Likeness],
    numbers: Sequence[Observation],
    indicators: Mapping[str, Indicator],
    names: Mapping[str, str],
    words: Words,
) -> list[LikeLine]:
    """A line for every area that is like any; `numbers`: what makes areas alike, of all of them."""
    nearest: defaultdict[str, list[Likeness]] = defaultdict(list)
    for row in likeness_rows:
        nearest[row.area_id].append(row)
    of_area: defaultdict[str, list[Observation]] = defaultdict(list)
    for number in numbers:
        of_area[number.area_id].append(number)
    return [
        line(area_id, [row.other_id for row in sorted(nearest[area_id], key=lambda row: row.place)], of_area,
             indicators, names, words)
        for area_id in area_ids
        if nearest[area_id]
    ]  # fmt: skip


def line(
    area_id: str,
    others: Sequence[str],
    of_area: Mapping[str, Sequence[Observation]],
    indicators: Mapping[str, Indicator],
    names: Mapping[str, str],
    words: Words,
) -> LikeLine:
    first = others[0]
    both = [*of_area.get(area_id, ()), *of_area.get(first, ())]
    shared = likeness.shared_numbers(both, indicators, area_id, first)
    told = words(
        "Ligner {name} mest, fordi de to ligger tættest på hinanden i {reason}",
        name=names[first],
        reason=likeness.reason(shared, words),
    )
    return LikeLine(
        area=names[area_id],
        likes=sentences.joined([names[other] for other in others[:NAMED]], words),
        why=told if shared else "",
        area_id=area_id,
        other_ids=" ".join(others),
    )


def columns(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("likes", words("Ligner mest")),
        Column("why", words("Hvorfor")),
        Column("area_id", words("Område (kode)"), "code"),
        Column("other_ids", words("Lignende (koder)"), "code"),
    ]
