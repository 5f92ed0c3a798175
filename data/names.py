"""The names of areas as readers see them, each of one area alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from data.contracts import Area, Level


def unique(areas: Iterable[Area]) -> dict[str, str]:
    """By id the name of every area. Where several bear one, their municipality stands behind it; where that does not
    tell them apart, the housing organisation; then the id.
    """
    areas = list(areas)
    places = {area.municipality_code: area.name for area in areas if area.level_kind == Level.MUNICIPALITY}
    return told_apart(
        areas, lambda area: "" if area.level_kind == Level.MUNICIPALITY else places.get(area.municipality_code, "")
    )


def told_apart(areas: Iterable[Area], tell: Callable[[Area], str]) -> dict[str, str]:
    """By id the name of each of these areas. Where several of them bear one, what `tell` says stands behind it, then
    the housing organisation, then the id.
    """
    areas = list(areas)
    names = {area.area_id: area.name for area in areas}
    tells: tuple[Callable[[Area], str], ...] = (
        tell,
        lambda area: area.housing_organisation,
        lambda area: area.area_id,
    )
    for say in tells:
        often = Counter(names.values())
        for area in areas:
            if often[names[area.area_id]] > 1 and (told := say(area)):
                names[area.area_id] += f" ({told})"
    return names
