"""The table of promises as readers see it."""

import pytest

from dashboard.data_and_method import promises
from dashboard.i18n.words import Words
from data import calibration
from data.calibration import Calibrated, Promise
from tests.records import record

DA = Words("da")
TREND = record(Calibrated, promise=Promise.TREND, promised_high=0.003, simulated=0.0015, runs=20_000, date="2026-11-27")


def test_every_promise_has_a_name() -> None:
    assert promises.NAMES.keys() == set(Promise)


@pytest.mark.parametrize(
    ("low", "high", "text"), [(None, 0.003, "højst 0,3 %"), (None, 0.05, "højst 5 %"), (0.93, 0.98, "93–98 %")]
)
def test_a_promise_is_written_as_shares(low: float | None, high: float, text: str) -> None:
    assert promises.bounds(record(Calibrated, promised_low=low, promised_high=high), DA).replace("\xa0", " ") == text


def test_a_row_says_what_was_promised_and_what_was_found() -> None:
    (row,) = promises.table([TREND], DA).to_dict("records")
    assert row["promise"] == "Et område uden udvikling kaldes stigende eller faldende"
    assert row["simulated"].replace("\xa0", " ") == "0,15 %"
    assert "1 af 1 løfter holder" in promises.sentence([TREND], DA)
    assert promises.source([TREND], DA).startswith("Simuleret 27. november 2026.")


def test_a_promise_that_is_broken_is_not_counted_as_kept() -> None:
    broken = record(Calibrated, promise=Promise.TREND, promised_high=0.003, simulated=0.07, runs=20_000)
    assert "1 af 2 løfter holder" in promises.sentence([TREND, broken], DA)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_committed_table_is_told_in_both_languages(language: str) -> None:
    rows, words = calibration.read(), Words(language)
    told = [*promises.promised(rows), *promises.powers(rows)]
    assert len(told) == len(rows)
    assert promises.table(told, words)["size"].str.contains("personer" if language == "da" else "persons").any()
    assert "4" in promises.power_sentence(promises.powers(rows), words)
