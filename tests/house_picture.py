"""The picture of the house: every room on its floor, and who imports whom within a floor.

    python -m tests.house_picture      writes docs/pictures/house.svg

The floors are those of the contract that import-linter holds (pyproject.toml), the arrows are read from the code.
"""

from __future__ import annotations

import html
import tomllib

from tests import house

PICTURE = house.ROOT / "docs" / "pictures" / "house.svg"
FOLDERS = [["geo"], ["data"]]  # below the application
WIDE, TALL, GAP, FLOOR = 132, 34, 12, 92
STYLE = (
    "text{font:13px sans-serif;text-anchor:middle;fill:#17202a}rect{fill:#eef3f8;stroke:#34608c}"
    "path{fill:none;stroke:#a3561b;marker-end:url(#tip)}line{stroke:#d5dde5}"
)
TIP = (
    '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    '<path d="M0 0 8 4 0 8z" style="fill:#a3561b;stroke:none;marker:none"/></marker>'
)

Arrow = tuple[str, str]
Place = tuple[float, float]


def floors() -> list[list[str]]:
    """The rooms from the top down, one list a floor."""
    settings = tomllib.loads((house.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers: list[str] = next(contract["layers"] for contract in contracts if "containers" in contract)
    rooms = [[room.strip() for room in layer.replace(":", "|").split("|")] for layer in layers]
    return [["pages"], *rooms, *FOLDERS]


def arrows() -> set[Arrow]:
    """From room to room of the application, where a module of the one imports a module of the other."""
    found = (each for module in house.modules() for each in house.arrows_to_rooms(module))
    inside = (each.split(" -> ") for each in found if each.startswith("dashboard."))
    pairs = (tuple(name.split(".")[1] for name in names) for names in inside)
    return {(source, target) for source, target in pairs}


def places(rooms: list[list[str]]) -> dict[str, Place]:
    """The upper left corner of each room, its floor in the middle of the picture."""
    wide = width(rooms)
    return {
        room: ((wide - len(floor) * (WIDE + GAP) + GAP) / 2 + number * (WIDE + GAP), FLOOR * (level + 0.5))
        for level, floor in enumerate(rooms)
        for number, room in enumerate(floor)
    }


def width(rooms: list[list[str]]) -> int:
    return max(map(len, rooms)) * (WIDE + GAP) + GAP


def box(room: str, place: Place) -> str:
    x, y = place
    name = html.escape(room)
    text = f'<text x="{x + WIDE / 2}" y="{y + 22}">{name}</text>'
    return f'<rect x="{x}" y="{y}" width="{WIDE}" height="{TALL}" rx="4"/>{text}'


def arrow(source: Place, target: Place) -> str:
    """A bow over the rooms of one floor, higher the farther it goes."""
    (start, y), (end, _) = source, target
    high = y - 10 - abs(end - start) / (WIDE + GAP) * 5
    return f'<path d="M{start + WIDE / 2} {y}C{start + WIDE / 2} {high} {end + WIDE / 2} {high} {end + WIDE / 2} {y}"/>'


def picture() -> str:
    rooms = floors()
    at, level = places(rooms), {room: number for number, floor in enumerate(rooms) for room in floor}
    wide, tall = width(rooms), FLOOR * len(rooms)
    within = sorted((a, b) for a, b in arrows() if a != b and level[a] == level[b])
    edges = [FLOOR * number + 8 for number in range(1, len(rooms))]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" role="img">',
            "<title>The rooms of the house; each may import what lies below it, and along an arrow</title>",
            f"<style>{STYLE}</style><defs>{TIP}</defs>",
            *(f'<line x1="0" x2="{wide}" y1="{y}" y2="{y}"/>' for y in edges),
            *(arrow(at[a], at[b]) for a, b in within),
            *(box(room, place) for room, place in at.items()),
            "</svg>\n",
        ]
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
