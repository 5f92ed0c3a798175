"""The two files of settings: what a dataset is, and what was answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.contracts import Level
from data.intake import answers, dataset
from data.intake.answers import Acceptance, Answers, BadSettingsError
from data.intake.dataset import DANISH_LEVELS, DENMARK
from data.intake.messages import Mend


def settings(folder: Path, written: str) -> dataset.Dataset:
    path = folder / "dataset.toml"
    path.write_text(written, encoding="utf-8")
    return dataset.read(path, "Min mappe")


def test_without_settings_a_dataset_is_danish_and_called_what_its_folder_is(tmp_path: Path) -> None:
    found = dataset.read(tmp_path / "dataset.toml", "Årets tal")
    assert (found.dataset_id, found.name.da, found.extent, found.levels) == (
        "aarets_tal",
        "Årets tal",
        DENMARK,
        DANISH_LEVELS,
    )


def test_settings_hold_what_is_special(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        '[dataset]\nid="by"\nname_da="Byen"\nextent=[0, 50, 1, 51]\ndisclosure_minimum=7\nmunicipality_code="101"\n'
        '[[levels]]\nlevel="Karré"\nkind="housing_area"\nplural_da="Karréer"\n',
    )
    assert (found.name.en, found.extent, found.minimum, found.municipality_code) == ("Byen", (0, 50, 1, 51), 7, "0101")
    (level,) = found.levels
    assert (level.level, level.kind, level.plural.en, level.published) == (
        "karre",
        Level.HOUSING_AREA,
        "Karréer",
        "periods",
    )


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("[dataset\n", "linje 1"),
        ('[dataset]\nfarve="blå"\n', "farve"),
        ('[dataset]\nid="Min by"\n', "Min by"),
        ("[dataset]\nextent=[1, 2, 3]\n", "extent"),
        ("[dataset]\nextent=[12, 55, 8, 57]\n", "extent = [12, 55, 8, 57]"),
        ("[dataset]\ndisclosure_minimum=2\n", "disclosure_minimum = 2"),
        ('[[levels]]\nlevel="x"\nkind="by"\n', "kind = by"),
        ("dataset=3\n", "dataset"),
    ],
)
def test_wrong_settings_are_told_with_what_was_found(tmp_path: Path, written: str, found: str) -> None:
    with pytest.raises(BadSettingsError) as error:
        settings(tmp_path, written)
    assert error.value.found == found


def test_answers_are_read_as_they_were_written(tmp_path: Path) -> None:
    mend = Mend("tal.xlsx", "Ark1", "Område", "omr_101", "0101")
    given = (
        Answers()
        .answered(("missing", "-"), "zero")
        .answered(("numbers", "tal.xlsx/Ark1/År"), "comma")
        .mended([mend, mend])
        .accepting("crs-1", Acceptance("Det ved vi", "Os", "2026-01-01", "Er det rigtigt?"))
    )
    path = tmp_path / "mapping.toml"
    path.write_text(answers.written(given), encoding="utf-8")
    read = answers.read(path)
    assert read.text("missing", "-") == "zero"
    assert read.text("numbers", "tal.xlsx/Ark1/År") == "comma"
    assert read.steps == (mend,)
    assert read.accepted["crs-1"].reason == "Det ved vi"


def test_a_question_is_not_accepted_without_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        Answers().accepting("crs-1", Acceptance(" "))


@pytest.mark.parametrize(
    "given", [{"steps": 3}, {"accepted": "x"}, {"sheets": []}, {"accepted": {"k": {"reason": ""}}}]
)
def test_answers_of_another_form_are_none(given: dict[str, object]) -> None:
    found = Answers(given)
    assert (found.steps, found.accepted, found.columns("x")) == ((), {}, {})
