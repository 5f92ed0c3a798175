"""What can lie on top of the area map: signs of lists, schemes and projects, and lines to orient by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas

from dashboard.i18n.roles import ROLES
from dashboard.i18n.words import N_, Words
from data.contracts import Level

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
    lists: pandas.DataFrame,
    designations: pandas.DataFrame,
    roles: pandas.DataFrame,
    projects: pandas.DataFrame,
    levels: Iterable[str],
    files: Iterable[str],
    words: Words,
) -> dict[str, Layer]:
    """Every layer of a dataset by its id: the official lists whose areas are known, the newest first, then the rest.

    `levels` are the levels that have a shape, `files` the names of the prepared files for the browser.
    """
    found = []
    known = lists[lists["list_id"].isin(designations["list_id"])]
    for row in known.sort_values(["list_date", "list_id"], ascending=False).to_dict("records"):
        found.append(
            Layer(
                row["list_id"],
                f"{words.pick(row, 'name')} {row['year']}",
                f"{LIST_SIGNS.get(row['kind'], row['kind'][:1].upper())}{row['year'] % 100:02d}",
                f"lists:{row['list_id']}",
                complete=row["coverage"] == "complete",
            )
        )
    for role in ROLES.values():
        if role.sign and role.code in set(roles["role"]):
            found.append(Layer(role.code, words(role.many), role.sign, f"roles:{role.code}"))
    if projects["areas"].ne("").any():
        found.append(Layer(PROJECTS[0], words(PROJECTS[2]), PROJECTS[1], "projects"))
    drawn = {f"geometry-{level}" for level in levels}
    for layer_id, (file, name) in LINES.items():
        if file in drawn or (file.startswith("layer-") and file in set(files)):
            found.append(Layer(layer_id, words(name), file=file))
    return {layer.layer_id: layer for layer in found}


def always(level: str, words: Words) -> list[Layer]:
    """Districts and estates alone on the land could be anywhere: the municipalities are drawn around them."""
    file = f"geometry-{Level.MUNICIPALITY}"
    return [Layer("kommuner", words("Kommunegrænser"), file=file)] if level in SMALL_LEVELS else []


def is_drawn(layer: Layer, level: str) -> bool:
    """Lines of the level that is shown itself would be drawn twice."""
    return layer.file != f"geometry-{Level(level)}"


def marked(layer: Layer, marks: Mapping[str, Any]) -> list[str]:
    """The ids of the areas that a layer's sign stands on. `marks`: the prepared file of that name."""
    kind, _, name = layer.areas.partition(":")
    return list(marks[kind].get(name, ()) if name else marks[kind])
