"""The faults of instruments: rows that disagree, an indicator twice, a certainty without a source."""

from pathlib import Path

import pytest

from data.read import read_source
from tests import small_dataset
from tests.small_dataset import places

LINE = {
    "instrument": "barometer",
    "title_da": "Barometer",
    "title_en": "Barometer",
    "order": "1",
    "theme": "crime",
    "theme_name_da": "Kriminalitet",
    "theme_name_en": "Crime",
    "name_da": "Sigtede",
    "name_en": "Charged",
    "indicator_id": "sigtede",
    "source_id": "rapport",
    "page": "18",
    "certainty": "A",
}


def written(folder: Path, **cells: str) -> Path:
    second = {**LINE, "order": "2", "indicator_id": "ledige", **cells}
    return small_dataset.write_source(folder, {**small_dataset.rows(), "indicator_sets": [LINE, second]})


def test_an_instrument_with_a_line_that_nobody_has_numbers_for_is_no_fault(tmp_path: Path) -> None:
    assert len(read_source(written(tmp_path, indicator_id=""))["indicator_sets"]) == 2


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"title_da": "Andet"}, "title_da"),
        ({"theme_name_en": "Else"}, "theme_name_en"),
        ({"indicator_id": "sigtede"}, "indicator_id"),
        ({"indicator_id": "findes_ikke"}, "indicator_id"),
        ({"source_id": ""}, "source_id"),
        ({"source_id": "findes_ikke"}, "source_id"),
    ],
)
def test_a_fault_is_told_with_its_row_and_column(tmp_path: Path, cells: dict[str, str], column: str) -> None:
    assert places(written(tmp_path, **cells)) == [("indicator_sets.csv", 3, column)]


def test_another_instrument_may_have_the_same_indicator_and_its_own_title(tmp_path: Path) -> None:
    read_source(written(tmp_path, instrument="kort", title_da="Kort", title_en="Map", indicator_id="sigtede"))
