"""A name in a link means one number, and a wrong one says which part of it nobody has."""

import pandas as pd
import pytest

from data import number_key
from data.contracts import Observation
from data.number_key import Found, Part, Unknown
from tests.records import record

NUMBER = record(
    Observation,
    indicator_id="sigtede",
    area_id="bro",
    period_start=2019,
    period_end=2021,
    age_group="15-17",
    breakdown="all",
    value=12.0,
    source_id="bog",
    value_certainty="A",
    period_certainty="A",
)


def table(*rows: dict[str, object]) -> pd.DataFrame:
    given = [{name: getattr(NUMBER, name) for name in vars(NUMBER) if name != "note"} | row for row in rows]
    return pd.DataFrame(given).assign(note_da="", note_en="").astype({"status": "str"})


ROWS = table(
    {},
    {"source_id": "avis", "value_certainty": "B", "value": 13.0},
    {"age_group": "18-24"},
    {"period_start": 2022, "period_end": 2022},
)


def test_every_number_has_a_name_of_its_own_that_leads_back_to_it() -> None:
    names = [number_key.name(row) for row in Observation.of(ROWS)]
    assert names[0] == "sigtede~bro~2019-2021~15-17~all~~bog"
    assert len(set(names)) == len(names)
    for row, name in zip(Observation.of(ROWS), names, strict=True):
        found = number_key.find(ROWS, name)
        assert isinstance(found, Found) and found.row == row


def test_the_first_three_parts_are_enough_and_mean_the_surest_source() -> None:
    found = number_key.find(ROWS, "sigtede~bro~2019-2021")
    assert isinstance(found, Found)
    assert (found.row.source_id, found.row.age_group) == ("bog", "15-17")
    assert [(other.source_id, other.value) for other in found.others] == [("avis", 13.0)]


@pytest.mark.parametrize(
    ("name", "part", "value"),
    [
        ("", Part.INDICATOR, ""),
        ("sigtede", Part.AREA, ""),
        ("sigtede~bro", Part.PERIOD, ""),
        ("andet~bro~2022", Part.INDICATOR, "andet"),
        ("sigtede~by~2022", Part.AREA, "by"),
        ("sigtede~bro~1999", Part.PERIOD, "1999"),
        ("sigtede~bro~2022~18-24", Part.AGE, "18-24"),
        ("sigtede~bro~2022~15-17~vold", Part.BREAKDOWN, "vold"),
        ("sigtede~bro~2022~15-17~all~2006", Part.EDITION, "2006"),
        ("sigtede~bro~2022~15-17~all~~avis", Part.SOURCE, "avis"),
    ],
)
def test_a_wrong_name_says_which_part_nobody_has(name: str, part: Part, value: str) -> None:
    assert number_key.find(ROWS, name) == Unknown(part, value)


def test_a_number_that_no_source_gives_has_no_name() -> None:
    assert number_key.name(record(Observation, indicator_id="sigtede")) == ""
