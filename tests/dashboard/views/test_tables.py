"""The table twin and its file: the same rows, the four words for what is missing, nothing a spreadsheet would run."""

import pandas
import pytest

from dashboard.i18n.words import Words
from dashboard.views import tables
from dashboard.views.tables import Column
from data.contracts import Observation, Source
from tests.records import record

DA, EN = Words("da"), Words("en")
COLUMNS = [Column("name", "Område"), Column("value", "Værdi", "number", 1), Column("note", "Note", optional=True)]


def frame(*rows: tuple[str, float, str]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=["name", "value", "status"]).assign(note="")


def csv(made: pandas.DataFrame, words: Words = DA, **meta: str) -> list[str]:
    return tables.to_csv(made, COLUMNS, words, meta).decode("utf-8-sig").splitlines()


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("hidden", "skjult (diskretioneret)"),
        ("not_collected", "ikke opgjort"),
        ("not_relevant", "ikke relevant"),
        ("too_few", "for få til at vise"),
        ("shown", "ikke opgjort"),
    ],
)
def test_a_missing_number_is_one_of_four_words_on_the_screen_and_in_the_file(status: str, word: str) -> None:
    made = frame(("Tåstrupgård", float("nan"), status))
    assert tables.to_display(made, COLUMNS, DA)["Værdi"].tolist() == [word]
    assert csv(made)[1] == f"Tåstrupgård;{word}"


def test_a_number_is_never_written_for_a_hidden_row() -> None:
    assert "3" not in csv(frame(("Tåstrupgård", 3.0, "hidden")))[1]


def test_zero_is_a_number() -> None:
    assert tables.to_display(frame(("Tåstrupgård", 0.0, "shown")), COLUMNS, DA)["Værdi"].tolist() == ["0,0"]


@pytest.mark.parametrize(("value", "written"), [(-0.04, "0,0"), (-0.06, "−0,1"), (0.04, "0,0")])
def test_what_is_nothing_in_a_cell_has_no_sign_on_the_screen_or_in_the_file(value: float, written: str) -> None:
    made = frame(("Tåstrupgård", value, "shown"))
    assert tables.to_display(made, COLUMNS, DA)["Værdi"].tolist() == [written]
    assert csv(made)[1] == f"Tåstrupgård;{written.replace('−', '-')}"


def test_the_screen_has_danish_numbers_and_drops_an_empty_optional_column() -> None:
    shown = tables.to_display(frame(("Tåstrupgård", 1234.56, "shown")), COLUMNS, DA)
    assert shown.to_dict("list") == {"Område": ["Tåstrupgård"], "Værdi": ["1.234,6"]}


def test_the_file_opens_in_a_danish_spreadsheet() -> None:
    data = tables.to_csv(frame(("Tåstrupgård", -1234.56, "shown")), COLUMNS, DA, {"Dataversion": "abc"})
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == "Område;Værdi;Dataversion\r\nTåstrupgård;-1234,6;abc\r\n"


def test_the_english_file_has_commas_between_and_points_inside_numbers() -> None:
    assert csv(frame(("Tåstrupgård", 1.5, "shown")), EN)[1] == "Tåstrupgård,1.5"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    made = csv(frame((f"{start}HYPERLINK(1)", 1.0, "shown")), Valg=f"{start}1")
    assert made[1] == f"'{start}HYPERLINK(1);1,0;'{start}1"


def test_carriage_return_is_protected() -> None:
    assert tables.protect("\r=1") == "'\r=1"


def observation(**changed: object) -> Observation:
    given = {
        "area_id": "hotspot",
        "period_start": 2009,
        "period_end": 2009,
        "age_group": "under_18",
        "breakdown": "all",
        "value": 75.0,
        "comparison": "not_compared",
        "source_id": "haandbog",
        "page": "16",
        "value_certainty": "A",
        "period_certainty": "C",
    }
    return record(Observation, **given | changed)


def test_an_observation_is_told_with_its_source_and_certainty() -> None:
    sources = [record(Source, source_id="haandbog", title="Håndbog")]
    made = tables.observation_table([observation()], {"hotspot": "Hotspotområder"}, sources, DA)
    shown = tables.to_display(made, tables.observation_columns("pr. 1.000", 0, DA), DA)
    assert shown.iloc[0].to_dict() == {
        "Område": "Hotspotområder",
        "Periode": "2009",
        "Alder": "under 18 år",
        "Værdi (pr. 1.000)": "75",
        "Sammenlignet med landet": "ikke sammenlignet",
        "Tallet er": "oplyst i kilden",
        "Sikkerhed": "Tal: ●●● fra originalkilden. Årstal: ●○○ beregnet eller udledt",
        "Kilde": "Håndbog, s. 16",
    }


@pytest.mark.parametrize(
    ("derived", "certainty", "expected"),
    [
        (False, "A", False),
        (False, "B", False),
        (False, "C", True),
        (True, "A", True),
    ],
)
def test_what_no_source_prints_is_called_derived(derived: bool, certainty: str, expected: bool) -> None:
    assert tables.is_derived(observation(derived=derived, value_certainty=certainty)) is expected
