"""The three sentences of a profile: made of the verdicts that there are, and never against the tiles."""

import pytest

from dashboard.area_profile import key_figures, tiles, verdict
from dashboard.area_profile.profile import Profile
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, list_row, observation, profile, row

NAMES = ("jobs", "school", "income", "safety", "health")
INDICATORS = [
    row(
        "indicators",
        indicator_id=name,
        name_da=name.title(),
        unit="percent",
        decimals=1,
        place="none",
        theme=theme,
        direction="no_judgement",
    )
    for name, theme in zip(NAMES[1:], ("education", "income", "safety", "health"), strict=True)
]


def compared(comparison: str, indicator_id: str = "jobs", **more: object) -> dict:
    given = {"low": 41.0, "high": 43.0, "municipality_reference": 50.0, "municipality_comparison": comparison, **more}
    return observation(AREA, 2022, 42.0, indicator_id, **given)


def said(own: Profile) -> list[str]:
    return list(map(str, verdict.verdict(own, key_figures.figures(own))))


def test_what_is_surely_different_stands_out_and_what_is_not_is_alike() -> None:
    rows = [compared("below"), compared("above", "school"), compared("similar", "income")]
    assert said(profile(rows, indicators=INDICATORS)) == [
        "Skiller sig ud: højere end kommunen: school; lavere end kommunen: i arbejde.",
        "Ligner kommunen: income (ingen sikker forskel).",
        "Ved vi ikke: hvad der er sket siden 2022.",
    ]


def test_of_many_the_first_are_named_and_the_rest_counted() -> None:
    own = profile([compared("above", name) for name in NAMES], indicators=INDICATORS)
    assert said(own)[0] == "Skiller sig ud: højere end kommunen: i arbejde, school, income og 2 andre nøgletal."


@pytest.mark.parametrize(
    ("rows", "likeness"),
    [
        ([], "kan ikke siges, for ingen kilde har tal for området"),
        ([observation(AREA, 2020, 1.0)], "kan ikke siges, for kommunen har ingen tal, der er opgjort på samme måde"),
        (
            [observation(AREA, 2020, 1.0, municipality_reference=2.0, municipality_comparison="not_compared")],
            "kan ikke siges, for ingen kilde oplyser, hvor usikre tallene er",
        ),
        ([compared("above")], "på ingen af de nøgletal, der kan sammenlignes"),
    ],
)
def test_where_nothing_is_alike_the_reason_is_the_true_one(rows: list, likeness: str) -> None:
    assert said(profile(rows))[1] == f"Ligner kommunen: {likeness}."


def test_an_area_that_nothing_tells_of_says_so() -> None:
    first, _, last = said(profile([]))
    assert first == "Skiller sig ud: kan ikke siges, for ingen kilde har tal for området."
    assert last == "Ved vi ikke: hvordan det går i området."


def test_the_official_lists_are_told_with_the_name_that_stood_on_them() -> None:
    rows = {
        "lists": [list_row("ghetto", "2015-12-01"), list_row("ghetto", "2016-12-01", "absent")],
        "designations": [row("designations", list_id="ghetto_2015_12", area_id=AREA, source_id="book")],
    }
    first, _, last = said(profile([], **rows))
    assert first == "Skiller sig ud: stod på 1 af de kendte officielle lister: Liste pr. 1. december 2015."
    assert "om området stod på 1 liste, der ikke kendes i sin helhed" in last


def test_a_municipality_is_held_against_the_country() -> None:
    row_of_town = observation(TOWN, 2022, 42.0, low=41.0, high=43.0, reference=50.0, comparison="below")
    first, second, _ = said(profile([row_of_town], TOWN))
    assert first == "Skiller sig ud: lavere end landet: i arbejde."
    assert second.startswith("Ligner landet: ")


@pytest.mark.parametrize("comparison", ["above", "below", "similar", "not_compared"])
def test_no_sentence_says_other_than_the_tile(comparison: str) -> None:
    own = profile([compared(comparison)])
    shown = key_figures.figures(own)
    (tile,) = tiles.tiles(own, tiles.chosen(shown))
    differs, alike, _ = said(own)
    assert ("højere end kommunen" in differs) == tile.comparison.startswith("højere end kommunen")
    assert ("lavere end kommunen" in differs) == tile.comparison.startswith("lavere end kommunen")
    assert ("i arbejde (ingen sikker forskel)" in alike) == tile.comparison.startswith("uden sikker forskel")
