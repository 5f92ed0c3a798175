"""Our scripts in few files: each is sent once, in an order that runs, and what several need stays apart."""

import subprocess
from pathlib import Path

import pytest

from dashboard.ui import assets
from dashboard.web import packing

SCRIPTS = {
    "one.js": """
import { twice as doubled } from "./part.js"
import "./effect.js"
export default function draw() {
  return doubled(3)
}
""",
    "two.js": """
import { three } from "./shared.js"
export const nine = three * 3
""",
    "part.js": """
import * as numbers from "./shared.js"
export function twice(n) {
  return n * 2 + numbers.three
}
""",
    "shared.js": "export const three = 3",
    "effect.js": 'globalThis.ran = "once"',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in SCRIPTS.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_pack_does_what_its_scripts_do(folder: Path) -> None:
    packed = packing.pack(folder, "one.js", ("one.js", "two.js"))
    assert packed is not None
    assert packed.count("globalThis.ran") == 1
    assert 'from "./shared.js"' in packed  # of both, so that it is there once
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "packed.js").write_text(packed)
    (folder / "ask.js").write_text('import draw from "./packed.js"\nconsole.log(draw(), globalThis.ran)\n')
    asked = subprocess.run(["node", str(folder / "ask.js")], capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "9 once"


def test_a_script_of_another_form_is_sent_as_it_is(folder: Path) -> None:
    (folder / "part.js").write_text("export let twice = 2\n")
    assert packing.pack(folder, "one.js", ("one.js", "two.js")) is None


@pytest.mark.parametrize("entry", packing.ENTRIES)
def test_every_script_of_a_page_can_be_packed(entry: str, tmp_path: Path) -> None:
    packed = packing.packed(entry)
    assert packed
    (tmp_path / "packed.mjs").write_text(packed)
    subprocess.run(["node", "--check", str(tmp_path / "packed.mjs")], check=True)


def test_the_map_is_few_files() -> None:
    assert len(packing.files(assets.FOLDER, "map/map.js")) < 10
    assert packing.packed("map/panel.js") is None
