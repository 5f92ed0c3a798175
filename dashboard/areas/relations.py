"""Areas that sources name instead of each other: what is told of the one holds for the other too, by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import N_, Words
from data.contracts import AreaRelation
from data.lists import Answer, Standing

PART, WHOLE, SAME = "part", "whole", "same"
WORDS = {  # the other area, seen from the one whose profile it is
    PART: N_("{other} er en del af {name}."),
    WHOLE: N_("{name} er en del af {other}."),
    SAME: N_("{name} kaldes også {other}."),
}


@dataclass(frozen=True)
class Related:
    """Another area, and what it is to the one asked about: a `PART` of it, the `WHOLE` it lies in, or the `SAME`."""

    area_id: str
    kind: str
    row: AreaRelation


def related(atlas: Atlas, area_id: str) -> list[Related]:
    """The areas that an area stands in for, or that stand in for it."""
    found = []
    for row in atlas.relations:
        if area_id in (row.area_id, row.other_id):
            of_whole = area_id == row.other_id
            kind = SAME if row.kind == "same_place" else PART if of_whole else WHOLE
            found.append(Related(row.area_id if of_whole else row.other_id, kind, row))
    return found


def related_ids(atlas: Atlas, area_id: str) -> list[str]:
    return [other.area_id for other in related(atlas, area_id)]


def standings(atlas: Atlas, area_id: str) -> list[Standing]:
    """Every official list in time, with whether the area stood on it, by itself or as one of its related areas."""
    found = atlas.standings(area_id)
    for other_id in related_ids(atlas, area_id):
        others = atlas.standings(other_id)
        found = [
            replace(other, through=other_id)
            if other.answer is Answer.ON and standing.answer is not Answer.ON
            else standing
            for standing, other in zip(found, others, strict=True)
        ]
    return found


def sentence(atlas: Atlas, area_id: str, words: Words) -> str:
    """Charlotteager er en del af Charlottekvarteret. Empty where an area stands alone."""
    return " ".join(
        words(WORDS[other.kind], name=atlas.names[area_id], other=atlas.names[other.area_id])
        for other in related(atlas, area_id)
    )
