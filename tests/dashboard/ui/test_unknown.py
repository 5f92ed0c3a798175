"""What an address asks for and nobody has: one sentence, however much of it there is."""

from __future__ import annotations

import pytest

from dashboard.i18n.markdown import unescaped
from dashboard.i18n.words import Words
from dashboard.ui import address, unknown
from dashboard.ui.address import Stage


class Listener:
    def __init__(self) -> None:
        self.told: list[str] = []

    def warning(self, body: str, /, *, icon: str | None = None) -> None:
        self.told.append(unescaped(body))

    error = warning


def test_what_is_wrong_with_a_link_is_told_to_whoever_listens() -> None:
    listener = Listener()
    assert unknown.nearest("2031", ["2019", "2023"], "2019", listener, Words("da"), "år") == "2023"
    assert listener.told == ["Linket peger på et ukendt valg under år: »2031«. I stedet vises 2023."]


def test_a_value_too_long_to_be_a_name_is_like_none_and_told_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unknown, "difflib", None)  # comparing takes time with its length
    listener = Listener()
    assert unknown.nearest("vejen" * 2_000, ["vej", "vejen"], "vej", listener, Words("da"), "sti") == "vej"
    assert listener.told == [f"Linket peger på et ukendt valg under sti: »{'vejen' * 12} …«. I stedet vises vej."]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("a,b", []),
        ("x", ["Linket peger på et ukendt valg under områder, som er sprunget over: »x«."]),
        ("x,a,y,x", ["Linket peger på et ukendt valg under områder, som er sprunget over: »x«, »y«."]),
        (
            "x,y,z,æ",
            ["Linket peger på ukendte valg under områder, som er sprunget over: »x«, »y«, »z« og 1 anden værdi."],
        ),
        (
            ",".join(map(str, range(20_000))),
            [
                "Linket peger på ukendte valg under områder, som er sprunget over: "
                "»0«, »1«, »2« og 19.997 andre værdier."
            ],
        ),
    ],
    ids=["known", "one", "some", "one more", "many"],
)
def test_what_is_skipped_is_told_in_one_sentence(asked: str, told: list[str]) -> None:
    listener = Listener()
    with address.standing_in(address.of({"omraader": asked}, Stage.FILE, listener)):
        found = address.read_many("omraader", "områder", ["a", "b"])
    assert found == [name for name in ("a", "b") if name in asked.split(",")]
    assert listener.told == told
