"""The folders of drafts: names that can be no path, one at random for each page, and gone after a day."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.own_data import drafts


@given(st.text(max_size=300))
@example("../../etc/passwd")
@example("..\\..\\x.xlsx")
@example("/data/source/published/areas.csv")
@example(".streamlit")
@example("CON.csv")
@example("\N{RIGHT-TO-LEFT OVERRIDE}xslx.exe")
@example("a\x00b.csv")
@example("æøå" * 200 + ".csv")
def test_no_name_of_a_file_is_a_path(name: str) -> None:
    kept = drafts.safe_name(name)
    assert Path(kept).name == kept
    assert kept not in (".", "..")
    assert not kept.startswith("..")
    assert len(kept.encode()) <= 255
    assert not set(kept) & set('/\\:\x00\n<>"|?*')


def test_an_ordinary_name_stays(tmp_path: Path) -> None:
    assert drafts.safe_name("Områder 2022 (endelig).xlsx") == "Områder 2022 (endelig).xlsx"
    draft = drafts.begin(tmp_path, "Vores tal")
    assert draft.put("mappe/Områder.xlsx", b"x") == "Områder.xlsx"
    assert draft.files() == ["Områder.xlsx", "dataset.toml"]
    draft.drop("../indleveret")
    draft.drop("Områder.xlsx")
    assert draft.files() == ["dataset.toml"]


def test_every_draft_is_a_folder_of_its_own_that_others_cannot_read(tmp_path: Path) -> None:
    first, second = (drafts.begin(tmp_path / "kladder", "Vores tal") for _ in range(2))
    assert first.room != second.room
    assert first.handed.name == "vores_tal"
    assert first.room.stat().st_mode & 0o077 == 0
    first.remove()
    assert second.handed.is_dir()


def test_a_name_without_letters_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="letters"):
        drafts.begin(tmp_path, " ../.. ")


def test_what_nobody_used_for_a_day_is_removed_and_nothing_else(tmp_path: Path) -> None:
    old = drafts.begin(tmp_path, "Gamle tal")
    (tmp_path / "andet").mkdir()
    later = old.room.stat().st_mtime + drafts.KEPT + 1
    drafts.begin(tmp_path, "Nye tal", now=later - 2)
    assert old.room.is_dir()
    drafts.sweep(tmp_path, later)
    assert not old.room.exists()
    assert (tmp_path / "andet").is_dir()
