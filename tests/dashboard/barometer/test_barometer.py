"""What the barometer says: its answer, its table and its spine, on hand-made records."""

import pandas

from dashboard.barometer import answer, element_data, instruments, limits, spine, twin
from dashboard.barometer.choices import Asked
from dashboard.charts import theme
from dashboard.i18n.words import Words
from data.barometer import Reference
from data.barometer_summary import ColumnSummary, Movement, Spread, columns, movements, spreads, verdicts
from data.contracts import BarometerCell, Direction, Indicator, IndicatorSet
from tests.records import record

WORDS = Words("da")
LINES = [
    record(
        IndicatorSet, instrument="egen", title="Vores", order=2, theme="health", theme_name="Sundhed", name="Sundhed"
    ),
    record(
        IndicatorSet,
        instrument="egen",
        title="Vores",
        order=1,
        theme="job",
        theme_name="Job",
        name="Ledige",
        indicator_id="ledige",
        certainty="C",
    ),
]
INDICATORS = {
    "ledige": record(Indicator, indicator_id="ledige", name="Ledige", unit="percent", direction=Direction.LOW_IS_GOOD)
}
NAMES = {"hav": "Hav", "kaer": "Kær", "mose": "Mose", "soe": "Sø"}


def asked(**changes: object) -> Asked:
    instrument = instruments.instruments(LINES)["egen"]
    given = {"level": "housing_area", "reference": Reference.COUNTRY, "area_ids": (), "themes": (), "order": ""}
    return Asked(**{"instrument": instrument, **given, "area_id": "", **changes})


def column(**changes: object) -> ColumnSummary:
    given = {"shown": 10, "above": 6, "similar": 2, "below": 1, "first": 2023, "last": 2023, "newest": "2023"}
    return ColumnSummary(**{"indicator_id": "ledige", **given, **changes})


def said(*found: ColumnSummary, moved: tuple[Movement, ...] = ()) -> str:
    return answer.sentence(found, moved, asked(), INDICATORS, NAMES, WORDS)


def test_an_instrument_is_its_rows_in_their_order_and_a_theme_without_numbers_is_named() -> None:
    found = instruments.instruments(LINES)["egen"]
    assert [line.order for line in found.lines] == [1, 2]
    assert found.indicator_ids == ["ledige"]
    assert instruments.lacking(found.themes, {"ledige"}, WORDS) == ["Sundhed"]
    rows = [instruments.line_text(line, {"ledige": 40}, {}, WORDS) for line in found.lines]
    assert [(row.numbers, row.choice) for row in rows] == [
        ("40 områder", "vores valg"),
        ("ikke opgjort", "nævnt i kilden"),
    ]


def test_the_answer_says_where_most_areas_differ_and_that_none_moved() -> None:
    told = said(column())
    assert told.startswith("6 af 10 ligger over landet på ledige. Ingen af områderne har en ændring")
    assert answer.years([column()], WORDS) == "Alle tal er fra 2023."
    assert "7 af 10 ligger under landet" in said(column(below=7))


def test_those_who_moved_are_named_and_the_rest_counted() -> None:
    told = said(column(), moved=(Movement("ledige", "decreasing", ("hav", "kaer", "mose", "soe")),))
    assert told.endswith("Ændret mere end tilfældigt: Ledige er faldende i Hav, Kær, Mose og 1 til.")


def test_mixed_years_are_said_and_numbers_without_a_comparison_have_a_sentence() -> None:
    found = column(above=0, similar=0, below=0, first=2017)
    assert "Ingen af tallene kan sammenlignes med landet" in said(found)
    assert answer.years([found], WORDS) == "Tallene er de senest kendte, fra 2017–2023."
    assert said() == "Ingen af områderne har tal på de viste temaer."


def test_a_theme_without_numbers_is_a_column_that_says_so() -> None:
    made = element_data.columns(asked().instrument.themes, INDICATORS, {"ledige": column()}, WORDS)
    assert [(each["id"], each["name"]) for each in made] == [("ledige", "Ledige"), ("", "ikke opgjort")]
    assert made[0]["colours"]["above"] == {"back": theme.DIVERGING[4], "ink": "#ffffff"}  # worse is the louder


def frame() -> pandas.DataFrame:
    rows = [("hav", 10.0, "above", "decreasing"), ("kaer", 4.0, "similar", ""), ("mose", 6.0, "", "increasing")]
    cells = [
        record(
            BarometerCell,
            indicator_id="ledige",
            area_id=area_id,
            value=value,
            period_start=2023,
            period_end=2023,
            verdict=verdict,
        )
        for area_id, value, _, verdict in rows
    ]
    return BarometerCell.frame(cells).assign(
        held_reference=[5.0, 5.0, None], held_comparison=[comparison for _, _, comparison, _ in rows]
    )


def test_a_column_is_summed_up_and_the_moves_are_gathered() -> None:
    (found,) = columns(frame())
    assert (found.shown, found.above, found.similar, found.below, found.compared) == (3, 1, 1, 0, 2)
    assert [(move.verdict, move.area_ids) for move in movements(frame())] == [
        ("decreasing", ("hav",)),
        ("increasing", ("mose",)),
    ]


def test_verdicts_for_the_browser_follow_its_order_of_areas() -> None:
    assert verdicts(frame(), ["kaer", "ukendt", "hav"]) == {"ledige": {"codes": "301", "values": {"2023": 5.0}}}


def test_the_spine_has_the_reference_in_the_middle_and_the_farthest_number_at_the_edge() -> None:
    (found,) = spreads(frame(), "hav", ["ledige", "andet"])
    assert (found.lowest, found.median, found.highest, found.count) == (4, 6, 10, 3)
    assert [spine.scaled(number, found) for number in (4, 5, 10)] == [-0.2, 0, 1]
    (without,) = spreads(frame(), "mose", ["ledige"])
    assert without.held is None
    assert spine.middle(without) == 6
    assert "midterlinjen områdernes median" in spine.sentence([without], asked(), "Mose", WORDS)


def test_a_spine_of_equal_numbers_stands_in_the_middle() -> None:
    cell = record(BarometerCell, indicator_id="ledige", area_id="hav", value=3.0)
    same = Spread(cell, 3.0, "similar", 2, 3.0, 3.0, 3.0, 3.0, 3.0)
    assert spine.scaled(3.0, same) == 0


def test_every_limit_from_the_document_has_its_printed_page() -> None:
    rows = limits.lines("KL, 2009, s. {page}", WORDS)
    assert rows[0].source == "KL, 2009, s. 18"
    assert rows[-1].source == "vores metode"


class Book:
    """What a table asks of the areas: their order by name."""

    def inside(self, _level: str, _within: None) -> list[str]:
        return list(NAMES)

    def by_name(self, area_ids: list[str]) -> list[str]:
        return sorted(area_ids)


def test_the_table_has_the_order_of_the_screen_with_missing_numbers_last() -> None:
    rows = [
        record(BarometerCell, indicator_id="ledige", area_id=area_id, value=value)
        for area_id, value in (("hav", 3.0), ("kaer", 9.0), ("mose", None))
    ]
    found = BarometerCell.frame(rows)
    order = {text: twin.ranked(found, asked(order=text), Book()) for text in ("", "ledige", "-ledige")}
    assert order == {
        "": ["hav", "kaer", "mose", "soe"],
        "ledige": ["kaer", "hav", "mose", "soe"],
        "-ledige": ["hav", "kaer", "mose", "soe"],
    }
