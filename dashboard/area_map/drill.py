"""The ways down from an area on the map: to the levels that hold areas of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import Words
from data.contracts import AreaLevel


@dataclass(frozen=True)
class Way:
    """A way down from an area: the words of a button, and the choices it changes."""

    label: str
    changes: Mapping[str, str | None]


def drill(atlas: Atlas, area_id: str, indicator_id: str, words: Words) -> list[Way]:
    """The levels below an area that hold areas of it.

    Where the indicator has no numbers there, the indicator that has most is shown.
    """
    order = atlas.area_levels.order
    below = [level for level in atlas.area_levels.drawn if order[level.level] > order[atlas.areas[area_id].level]]
    ways = (_way(atlas, area_id, level, indicator_id, words) for level in below if level.inside.da)
    return [way for way in ways if way]


def _way(atlas: Atlas, area_id: str, level: AreaLevel, indicator_id: str, words: Words) -> Way | None:
    """The way from an area down to a level, None where nothing is shown there."""
    shown = atlas.shown_in(atlas.inside(level.level, area_id))
    if not shown:
        return None
    label = words("{name}: vis {areas}", name=atlas.names[area_id], areas=words.text(level.inside))
    changes: dict[str, str | None] = {"inden_for": area_id, "niveau": level.level}
    if indicator_id not in shown:
        label += f" ({words.text(atlas.indicators[shown[0]].name)})"
        changes |= {"indikator": shown[0], "aar": None, "fra": None, "farver": None}
    return Way(label, {**changes, "omraade": None})
