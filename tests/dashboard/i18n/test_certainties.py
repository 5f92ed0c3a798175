"""How sure a number is, in words."""

from dashboard.i18n import certainties
from dashboard.i18n.words import Words

DA = Words("da")


def test_number_and_year_are_told_once_where_they_agree() -> None:
    assert certainties.certainty("B", "B", DA) == "●●○ gengivet fra anden kilde"
    assert certainties.certainty("B", "A", DA) == "Tal: ●●○ gengivet fra anden kilde. Årstal: ●●● fra originalkilden"


def test_of_several_numbers_each_certainty_is_told_once() -> None:
    assert certainties.of_several([("B", "B"), ("A", "A"), ("B", "B")], DA) == (
        "Sikkerhed: ●●● fra originalkilden, ●●○ gengivet fra anden kilde"
    )
    assert certainties.of_several([("A", "A"), ("A", "C")], DA) == (
        "Tal: ●●● fra originalkilden. Årstal: ●●● fra originalkilden, ●○○ beregnet eller udledt"
    )


def test_of_no_number_nothing_is_told() -> None:
    assert certainties.certainty("", "", DA) == ""
    assert certainties.of_several([], DA) == ""


def test_the_surer_a_number_the_more_signs_are_filled() -> None:
    filled = [certainty.signs.count("●") for certainty in certainties.CERTAINTIES.values()]
    assert filled == [3, 2, 1]
    assert {len(certainty.signs) for certainty in certainties.CERTAINTIES.values()} == {3}
