"""The records that both documents are made from."""

import pytest

from dashboard.documents.records import clean
from tests.dashboard.documents.meetings import DATA, entry, meeting


@pytest.mark.parametrize(
    ("title", "day", "name"),
    [
        ("Styregruppemøde på Ærø", "2026-12-01", "2026-12-01_styregruppemoede-paa-aeroe.pdf"),
        ("../../etc/passwd", "", "etc-passwd.pdf"),
        ("日本", "", "dagsorden.pdf"),
        ("", "../x", "dagsorden.pdf"),
    ],
)
def test_a_file_name_is_made_of_letters_that_every_file_system_takes(title: str, day: str, name: str) -> None:
    assert meeting(title=title, day=day).file_name("pdf").removeprefix("-_") == name


def test_the_meeting_is_marked_when_any_item_is() -> None:
    assert meeting(entry(), entry(mark="Fiktive tal")).mark == "Fiktive tal"
    assert meeting(entry(), entry()).mark == ""


def test_every_dataset_of_the_items_is_named_once() -> None:
    assert meeting(entry(), entry(data="Eksempel"), entry()).data_line == f"{DATA}; Eksempel"


def test_an_item_without_a_title_is_called_by_its_view() -> None:
    own = meeting(entry(title=""), entry(title="", view=None))
    assert [row[0] for row in own.decisions] == ["1. Ledige i job", "2. "]
    assert own.plan == [["1", "Ledige i job", "10 min."], ["2", "", "10 min."]]


def test_signs_that_xml_forbids_fall_away() -> None:
    assert clean("a\x00b\x1bc\ud800d\ufffee\tf\n") == "abcde\tf\n"
