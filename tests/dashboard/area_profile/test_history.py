"""What is dated of an area, and what is known of one without a number."""

from dashboard.area_profile import empty, history
from tests.dashboard.area_profile.profile_tables import AREA, area, list_row, observation, profile, row
from tests.dashboard.area_profile.test_work import TODAY, project

LISTS = {
    "lists": [
        list_row("ghetto", "2014-12-01"),
        list_row("ghetto", "2015-12-01"),
        list_row("ghetto", "2016-12-01", "absent"),
        list_row("ghetto", "2017-12-01"),
        list_row("ghetto", "2018-12-01"),
    ],
    "designations": [row("designations", list_id="ghetto_2015_12", area_id=AREA, source_id="book")],
}


def test_lists_schemes_and_reports_stand_with_the_newest_first() -> None:
    own = profile(
        [],
        projects=[project("cafe", AREA, as_of="2005-09")],
        roles=[
            row("roles", area_id=AREA, role="hotspot", scheme_da="Puljen", valid_from=2010, valid_to=2014),
            row("roles", area_id=AREA, role="network", scheme_da="Netværket"),
        ],
        **LISTS,
    )
    assert [(event.when, event.what) for event in history.events(own, TODAY)] == [
        ("1. december 2017", "Ikke længere på listen: Liste"),
        ("1. december 2015", "På listen: Liste"),
        ("2010–2014", "Hotspotområde: Puljen"),
        ("september 2005", "Projektet Cafe. ▶ Historisk – 2005: kørte dengang"),
        ("år ikke oplyst", "Netværk: Netværket"),
    ]


def test_a_place_without_a_date_says_so_and_what_is_known_of_it() -> None:
    own = profile([])
    assert history.events(own, TODAY) == []
    assert history.sentence(own, []) == (
        "Ingen kilde placerer området på et kort. Ingen kilde har en dateret oplysning om området."
    )


def test_a_profile_without_a_number_says_what_is_known_and_what_is_lacking() -> None:
    rows = {
        "areas": [area("gaarden", "Gården", "housing_area", municipality_code="0999")],
        "area_relations": [row("area_relations", area_id="gaarden", other_id=AREA, kind="part_of", source_id="book")],
        **LISTS,
    }
    told = empty.told(profile([observation("gaarden", 2020, 1.0)], **rows), TODAY)
    assert told["Det ved vi"] == (
        "Åparken er boligområde i Åby. Boligorganisation: Bo Godt. Gården er en del af Åparken. Der er tal for Gården. "
        "Området stod på 1 af de kendte officielle lister: Liste pr. 1. december 2015. "
        "Ingen kilde nævner et projekt i området."
    )
    assert told["Det mangler"].startswith("Mindst ét tal for området selv")


def test_an_area_that_took_the_place_of_another_says_what_its_years_cannot_tell() -> None:
    gone = area("gaarden", "Gården", "housing_area", municipality_code="0999")
    split = {"area_id": "gaarden", "successor_id": AREA, "year": 2019, "source_id": "book"}
    told = history.sentence(
        profile([], areas=[gone], area_successions=[row("area_successions", **split, share=0.6)]), []
    )
    assert told.startswith(
        "Gården blev i 2019 til Åparken (60\N{NO-BREAK SPACE}% af boligerne). "
        "Grænserne er ændret: tal før og efter gælder ikke det samme område."
    )
    whole = history.sentence(
        profile([], areas=[gone], area_successions=[row("area_successions", **split, share=None)]), []
    )
    assert whole.startswith("Gården blev i 2019 til Åparken. Grænserne")
