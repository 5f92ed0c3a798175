"""What readers are told of what is hidden: one count, and how the control was tried."""

import pytest

from dashboard.data_and_method import certificate
from dashboard.i18n.words import Words
from data.contracts import Disclosure
from data.disclosure_record import DisclosureRecord, read_record

TOLD = Disclosure(values=1200, hidden=30, too_few=3)
RECORD = DisclosureRecord("2026-11-27", 1000, 1, 20000, 0, 0, 40000, 40000)


@pytest.mark.parametrize(
    ("language", "count", "tried"),
    [
        ("da", "30 af 1.200 tal fra registre er skjult", "Af 20.000 skjulte tal kunne 0 regnes ud"),
        ("en", "30 of 1,200 figures from registers are hidden", "Of 20,000 hidden figures 0 could be worked out"),
    ],
)
def test_one_count_is_told_and_how_the_control_was_tried(language: str, count: str, tried: str) -> None:
    texts = certificate.paragraphs(TOLD, RECORD, Words(language))
    assert texts[0].startswith(count)
    assert tried in texts[-1]
    assert not any("{" in text for text in texts)


def test_the_record_of_the_last_run_found_nothing() -> None:
    record = read_record()
    assert record.sets > 0 and record.hidden > 0
    assert (record.leaks, record.narrowed) == (0, 0)
    assert record.agreeing == record.compared
