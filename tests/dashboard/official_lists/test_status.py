"""One area by the criteria of a list: which year, which sentence, which bars."""

from __future__ import annotations

from dashboard.charts import theme
from dashboard.i18n.words import Words
from dashboard.official_lists import bars, status
from tests.dashboard.official_lists.made_book import list_book, on
from tests.data.list_tables import NON_WESTERN, numbers

WORDS = Words("da")
COMPLETE = numbers("aaparken", 2013, residents=1000, outside=41.0, ethnic=49.0, convicted=2.8)


def test_the_newest_year_with_a_number_for_every_criterion_is_shown() -> None:
    found = list_book([*COMPLETE, *numbers("aaparken", 2014, outside=50.0)])
    said = found.fullest("aaparken")
    assert said
    assert said.year == 2013
    assert found.fullest("oestervang") is None


def test_the_sentence_counts_names_the_list_and_says_how_far_it_is() -> None:
    found = list_book(COMPLETE, on("aaparken", 2013))
    said = found.fullest("aaparken")
    assert said
    assert status.sentence(found, said, WORDS) == (
        "Over grænsen på 2 af 3 kriterier (2013); listen kræver 2. "
        "Området stod på listen »Ghettoområder« pr. 1. december 2013. "
        "Tættest på at ændre svaret er beboere: 1 beboer fra grænsen."
    )


def test_persons_more_than_enough_are_told_without_the_residents() -> None:
    rows = numbers("aaparken", 2013, residents=2000, outside=40.1, ethnic=20.0, convicted=1.0)
    found = list_book(rows)
    said = found.fullest("aaparken")
    assert said
    assert "Over grænsen på 1 af 3 kriterier" in status.sentence(found, said, WORDS)
    assert "ikke på listen" in status.sentence(found, said, WORDS)  # all of 2013's list is known
    assert status.sentence(found, said, WORDS).endswith(
        "Tættest på at ændre svaret er ikke-vestlige: 601 beboere, 600–602 efter afrunding (30,0 point) fra grænsen."
    )


def test_undecided_names_the_criterion_nearest_its_line() -> None:
    found = list_book(numbers("aaparken", 2013, outside=39.0, ethnic=50.5))
    said = found.fullest("aaparken")
    assert said
    assert status.sentence(found, said, WORDS).endswith("Nærmest sin grænse er ikke-vestlige: 0,5 point fra grænsen.")


def test_the_bars_tell_number_side_and_distance_in_words() -> None:
    found = list_book(COMPLETE)
    said = found.fullest("aaparken")
    assert said
    judged = next(each for each in said.criteria if each.criterion.indicator_id == NON_WESTERN)
    drawn = status.bar(found, judged, found.distances(said)[NON_WESTERN], WORDS)
    assert drawn.name == "△ Ikke-vestlige, over 50\xa0%"
    assert drawn.told == "49,0\xa0% · ikke opfyldt · 11 beboere (1,0 point)"
    assert drawn.share == 0.98


def test_every_bar_has_its_line_and_a_missing_number_has_no_bar() -> None:
    drawn = [
        bars.Bar("Dømte, over 2,70\xa0%", "2,80\xa0% · opfyldt", 2.8 / 2.7, True),
        bars.Bar("Indkomst, under 55\xa0%", "ikke opgjort", None, None, is_below=True),
    ]
    chart = bars.figure(drawn, words=WORDS, sizes=theme.DESK)
    assert len(chart.data[0].x) == 1
    lines = [shape for shape in chart.layout.shapes if shape.x0 == shape.x1]
    sides = [(shape.x0, shape.x1) for shape in chart.layout.shapes if shape.x0 != shape.x1]
    assert [line.x0 for line in lines] == [1, 1]
    assert sides == [(1, bars.LONGEST), (0, 1)]


def test_the_table_has_a_row_a_criterion_with_source_and_certainty() -> None:
    found = list_book(COMPLETE)
    said = found.fullest("aaparken")
    assert said
    table = status.table(found, said, WORDS)
    assert table["criterion"].tolist() == ["Beboere", "Uden for arbejdsmarkedet", "Ikke-vestlige", "Dømte"]
    assert table["line"].tolist() == ["mindst 1.000", "over 40\xa0%", "over 50\xa0%", "over 2,70\xa0%"]
    assert set(table["source"]) == {"Listen"}
