"""What can lie on top of the area map: signs of lists, schemes and projects, and lines to orient by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.i18n.roles import ROLES
from dashboard.i18n.words import N_, Words
from data.contracts import Level, OfficialList, Project

LIST_SIGNS = {"ghetto": "G", "trial": "L", "udsat": "U", "parallelsamfund": "P", "omdannelse": "O", "forebyggelse": "F"}
PROJECTS = ("projekter", "Pr", N_("Projekter"))
SMALL_LEVELS = (Level.DISTRICT, Level.HOUSING_AREA)
LINES = {  # lines to orient by: the prepared file and the name
    "bydele": ("geometry-district", N_("Bydele og lokalsamfund")),
    "sogne": ("layer-parish", N_("Sogne")),
    "politikredse": ("layer-police_district", N_("Politikredse")),
}
DASHED = ("sogne", "politikredse")
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
        return {"id": self.layer_id, "label": self.label, "dash": self.layer_id in DASHED}


def layers(
    lists: Iterable[OfficialList],
    roles: Iterable[str],
    projects: Iterable[Project],
    levels: Iterable[Level],
    files: Iterable[str],
    words: Words,
) -> dict[str, Layer]:
    """Every layer of a dataset by its id: the official lists, the newest first, then the rest.

    `lists` are those whose areas are known, `roles` what schemes have made of areas, `levels` the levels that have a
    shape, `files` the names of the prepared files for the browser.
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
    shaped = {f"geometry-{level}" for level in levels} | {file for file in files if file.startswith("layer-")}
    found += [Layer(layer_id, words(name), file=file) for layer_id, (file, name) in LINES.items() if file in shaped]
    return {layer.layer_id: layer for layer in found}


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


def always(level: Level, words: Words) -> list[Layer]:
    """Districts and estates alone on the land could be anywhere: the municipalities are drawn around them."""
    file = f"geometry-{Level.MUNICIPALITY}"
    return [Layer("kommuner", words("Kommunegrænser"), file=file)] if level in SMALL_LEVELS else []


def is_drawn(layer: Layer, level: Level) -> bool:
    """Lines of the level that is shown itself would be drawn twice."""
    return layer.file != f"geometry-{level}"


def marked(layer: Layer, marks: Mapping[str, Any]) -> list[str]:
    """The ids of the areas that a layer's sign stands on. `marks`: the prepared file of that name."""
    kind, _, name = layer.areas.partition(":")
    return list(marks[kind].get(name, ()) if name else marks[kind])
