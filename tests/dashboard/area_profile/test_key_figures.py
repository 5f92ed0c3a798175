"""Key figures: the newest number beside larger areas, on the screen in words, in the file in numbers."""

import pandas

from dashboard.area_profile import key_figures
from dashboard.area_profile.profile import Profile
from dashboard.i18n.words import Words
from dashboard.views import tables
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, observation, profile

WORDS = Words("da")


def table(own: Profile) -> pandas.DataFrame:
    return key_figures.table(own, key_figures.figures(own))


REFERENCES = {
    "municipality_reference": 50.0,
    "municipality_comparison": "below",
    "reference": 60.0,
    "comparison": "below",
}


def test_the_newest_shown_number_is_the_key_figure() -> None:
    rows = [
        observation(AREA, 2020, 40.0),
        observation(AREA, 2021, 42.5, low=41.0, high=44.0, **REFERENCES),
        observation(AREA, 2022, None, status="hidden"),
    ]
    (figure,) = table(profile(rows)).to_dict("records")
    assert figure["number"] == "42,5\xa0% (41,0–44,0)"
    assert figure["period"] == "2021"
    assert figure["in_municipality"] == "lavere end kommunen (50,0\xa0%)"
    assert figure["in_country"] == "lavere end landet (60,0\xa0%)"
    assert figure["source"] == "Bogen; ●●● fra originalkilden"


def test_a_number_that_is_never_shown_says_why() -> None:
    (figure,) = table(profile([observation(AREA, 2021, None, status="hidden")])).to_dict("records")
    assert figure["number"] == "skjult (diskretioneret)"


def test_a_reference_that_is_missing_says_why() -> None:
    rows = [
        observation(AREA, 2021, 42.0),
        observation(TOWN, 2021, None, status="too_few"),
        observation(AREA, 2021, 9.0, "residents", reference=5000.0),
    ]
    figures = table(profile(rows))
    assert figures["in_municipality"].tolist() == ["kommunen: for få til at vise", "kommunen: ikke opgjort"]
    assert figures["in_country"].tolist() == ["landet: ikke opgjort", "landet: 5.000 (ikke sammenlignet)"]


def test_a_municipality_is_not_held_against_itself() -> None:
    (figure,) = table(profile([observation(TOWN, 2021, 42.0)], TOWN)).to_dict("records")
    assert figure["in_municipality"] == ""


def test_a_larger_area_without_any_number_is_told_once_and_not_in_every_row() -> None:
    own = profile([observation(AREA, 2021, 42.0), observation(AREA, 2021, 9.0, "residents")])
    rows = table(own)
    assert rows["in_municipality"].tolist() == rows["in_country"].tolist() == ["", ""]
    assert key_figures.sentence(key_figures.figures(own), WORDS) == (
        "Det nyeste tal for hvert nøgletal. Ingen kilde oplyser, hvor usikkert det er. "
        "Der er ingen tal for kommunen eller landet fra samme periode, opgjort på samme måde."
    )
    shown = tables.to_display(rows, key_figures.columns(WORDS), WORDS)
    assert list(shown) == ["Nøgletal", "Tal", "Periode", "Kilde"]


def test_the_sentence_speaks_of_the_areas_that_have_numbers() -> None:
    own = profile([observation(TOWN, 2021, 42.0, low=40.0, high=44.0, reference=60.0)], TOWN)
    assert key_figures.sentence(key_figures.figures(own), WORDS).endswith(
        "Tal for landet er fra samme periode og opgjort på samme måde; ellers står der »ikke opgjort«."
    )


def test_the_file_has_a_column_for_every_number_and_the_words_of_missing_ones() -> None:
    own = profile(
        [
            observation(AREA, 2021, 42.5, low=41.0, high=44.0, reference=60.0, comparison="below"),
            observation(TOWN, 2021, None, status="hidden"),
        ]
    )
    rows = key_figures.figures(own)
    (line,) = tables.to_display(
        key_figures.file_table(own, rows), key_figures.file_columns(rows, WORDS), WORDS
    ).to_dict("records")
    assert line == {
        "Nøgletal": "I arbejde",
        "Område": "Åparken",
        "Periode": "2021",
        "Enhed": "%",
        "Værdi": "42,50",
        "Nedre grænse (95\xa0%)": "41,00",
        "Øvre grænse (95\xa0%)": "44,00",
        "Kommunens tal": "skjult (diskretioneret)",
        "Mod kommunen": "",
        "Landets tal": "60,00",
        "Mod landet": "lavere end landet",
        "Tallet er": "oplyst i kilden",
        "Sikkerhed": "●●● fra originalkilden",
        "Kilde": "Bogen",
    }


def test_the_file_of_a_municipality_has_no_columns_of_one() -> None:
    rows = key_figures.figures(profile([observation(TOWN, 2021, 42.0)], TOWN))
    headings = [column.heading for column in key_figures.file_columns(rows, WORDS)]
    assert "Landets tal" in headings
    assert "Kommunens tal" not in headings


def test_a_larger_area_s_number_over_several_years_is_named_for_what_it_is() -> None:
    row = observation(AREA, 2022, 42.5, low=41.0, high=44.0, **REFERENCES) | {"period_start": 2020}
    (figure,) = table(profile([row])).to_dict("records")
    assert figure["period"] == "2020–2022"
    assert figure["in_municipality"] == "lavere end kommunen (50,0\xa0% i 2020–2022)"
