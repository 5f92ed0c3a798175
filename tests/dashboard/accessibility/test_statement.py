"""The accessibility statement: what the law asks for, from one file, whose faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.accessibility import page, statement
from dashboard.accessibility.statement import OURS, StatementError
from dashboard.i18n.words import Words

FILLED = """
ejer = "Eksempel Kommune"
websted = "https://barometer.eksempel.dk/"
was = "https://was.digst.dk/barometer-eksempel-dk"
email = "barometer@eksempel.dk"
telefon = "12 34 56 78"
udarbejdet = "2026-11-27"
gennemgaaet = "2026-11-28"
overholdelse = "fuldt"
[metode]
da = "Egen vurdering."
"""


def written(tmp_path: Path, content: str) -> Path:
    file = tmp_path / "erklæring.toml"
    file.write_text(content, encoding="utf-8")
    return file


def test_our_own_file_says_what_is_known_and_what_the_owner_still_has_to_fill_in() -> None:
    found = statement.read(OURS)
    assert found.unfilled == list(statement.OWNERS)
    assert found.lacking and found.exempt
    assert all(text.da != text.en for text in (found.method, *found.lacking, *found.exempt))


def test_a_filled_in_file_says_who_when_and_how_to_complain(tmp_path: Path) -> None:
    found, words = statement.read(written(tmp_path, FILLED)), Words("da")
    assert found.unfilled == []
    assert page.opening(found, words).startswith("Eksempel Kommune vil gøre https://barometer.eksempel.dk/")
    assert page.dated(found, words) == [
        "Erklæringen er udarbejdet 27. november 2026.",
        "Den er sidst gennemgået 28. november 2026.",
    ]
    assert page.contact(found, words)[0] == "Skriv eller ring: barometer@eksempel.dk · 12 34 56 78."
    assert found.method.en == "Egen vurdering.", "what is not translated is shown in Danish"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("ejer = ", "TOML"),
        (FILLED.replace('"fuldt"', '"næsten"'), "»overholdelse«"),
        (FILLED.replace('"2026-11-27"', '"27. november"'), "»udarbejdet«"),
        (FILLED.replace('"12 34 56 78"', "12345678"), "»telefon«"),
        (FILLED.replace("[metode]", "[metoden]"), "»metode«"),
        (FILLED + '[mangler]\nda = "x"', "»mangler«"),
        (FILLED + '[[mangler]]\nen = "x"', "»mangler«"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, content: str, named: str) -> None:
    with pytest.raises(StatementError) as told:
        statement.read(written(tmp_path, content))
    assert named in told.value.text.da and "erklæring.toml" in told.value.text.da


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StatementError, match="ingen.toml"):
        statement.read(tmp_path / "ingen.toml")
