"""What can lie on top of the area map: signs of lists, schemes and projects, and lines to orient by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.i18n.roles import ROLES
from dashboard.i18n.words import N_, Words
from data.contracts import Layer as BorderLayer
from data.contracts import Level, OfficialList, Project
from data.levels import WITHIN_MUNICIPALITY, Levels

LIST_SIGNS = {"ghetto": "G", "trial": "L", "udsat": "U", "parallelsamfund": "P", "omdannelse": "O", "forebyggelse": "F"}
PROJECTS = ("projekter", "Pr", N_("Projekter"))
TILES = "baggrundskort"


@dataclass(frozen=True)
class Layer:
    """One layer a reader can switch on. `areas` says where the browser's file of marks has the areas of a sign."""

    layer_id: str
    label: str
    sign: str = ""
    areas: str = ""
    file: str = ""
    complete: bool = True
    dashed: bool = False

    def sign_for_browser(self) -> dict[str, Any]:
        """What the scripts need to mark areas with the sign; only a list can say that an area is not on it."""
        return {
            "id": self.areas,
            "sign": self.sign,
            "label": self.label,
            "list": self.areas.startswith("lists:"),
            "complete": self.complete,
        }

    def line_for_browser(self) -> dict[str, Any]:
        """What the scripts need to draw the lines, but for their address."""
        return {"id": self.layer_id, "label": self.label, "dash": self.dashed}


def layers(
    lists: Iterable[OfficialList],
    roles: Iterable[str],
    projects: Iterable[Project],
    lines: Iterable[Layer],
    words: Words,
) -> dict[str, Layer]:
    """Every layer of a dataset by its id: the official lists, the newest first, then the rest.

    `lists` are those whose areas are known, `roles` what schemes have made of areas, `lines` those to orient by.
    """
    in_time = sorted(lists, key=lambda official: (official.list_date, official.list_id), reverse=True)
    found = [list_layer(official, words) for official in in_time]
    given = set(roles)
    found += [
        Layer(role.code, words(role.many), role.sign, f"roles:{role.code}")
        for role in ROLES.values()
        if role.sign and role.code in given
    ]
    if any(project.areas for project in projects):
        layer_id, sign, name = PROJECTS
        found.append(Layer(layer_id, words(name), sign, "projects"))
    return {layer.layer_id: layer for layer in (*found, *lines)}


def lines(
    levels: Levels, placed: Collection[str], borders: Iterable[BorderLayer], files: Collection[str], words: Words
) -> list[Layer]:
    """The lines to orient by: borders of levels that have a shape (`placed`), and the dataset's other `borders`.

    `files` are the names of the prepared files for the browser.
    """
    of_levels = [
        Layer(row.borders, words.text(row.plural), file=f"geometry-{row.level}")
        for row in levels
        if row.borders and row.level in placed
    ]
    others = [
        Layer(border.borders, words.text(border.name), file=file, dashed=True)
        for border in borders
        if not border.level and (file := f"layer-{border.layer_id}") in files
    ]
    return [*of_levels, *others]


def list_layer(official: OfficialList, words: Words) -> Layer:
    """An official list, with the sign of its kind and year."""
    sign = LIST_SIGNS.get(official.kind, official.kind[:1].upper())
    return Layer(
        official.list_id,
        f"{words.text(official.name)} {official.year}",
        f"{sign}{official.year % 100:02d}",
        f"lists:{official.list_id}",
        complete=official.coverage == "complete",
    )


def always(levels: Levels, level: str, words: Words) -> list[Layer]:
    """Districts and estates alone on the land could be anywhere: the municipalities are drawn around them."""
    municipality = levels.the(Level.MUNICIPALITY)
    if municipality is None or levels[level].kind not in WITHIN_MUNICIPALITY:
        return []
    return [Layer("kommuner", words("Kommunegrænser"), file=f"geometry-{municipality.level}")]


def is_drawn(layer: Layer, level: str) -> bool:
    """Lines of the level that is shown itself would be drawn twice."""
    return layer.file != f"geometry-{level}"


def marked(layer: Layer, marks: Mapping[str, Any]) -> list[str]:
    """The ids of the areas that a layer's sign stands on. `marks`: the prepared file of that name."""
    kind, _, name = layer.areas.partition(":")
    return list(marks[kind].get(name, ()) if name else marks[kind])
