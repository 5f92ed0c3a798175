"""Classes, colours and words of what the map can show."""

import re
from dataclasses import replace

import pytest

from dashboard import store
from dashboard.area_map import colouring
from dashboard.areas import shelf
from dashboard.charts import theme
from dashboard.i18n.words import Words
from data.contracts import Direction, Indicator, Observation
from tests.records import record

DANISH = Words("da")
INDICATOR = record(
    Indicator, name="Sigtede", decimals=1, class_breaks="[10, 20, null]", change_breaks="[-10, -2, 2, 10]"
)
ROW = record(Observation)


def made(mode: str, **changes: str) -> colouring.Colouring:
    return colouring.colouring(mode, replace(INDICATOR, **changes), DANISH)


@pytest.mark.parametrize(("value", "place"), [(0, 0), (10, 0), (10.1, 1), (20, 1), (20.1, 2), (999, 2)])
def test_a_value_equal_to_a_bound_falls_in_the_lower_class(value: float, place: int):
    assert made(colouring.NUMBER).place(value, ROW) == place


def test_classes_are_told_in_words_that_leave_no_doubt_about_the_bounds():
    assert colouring.class_labels((10, 20), 1, DANISH) == ["højst 10", "over 10 til 20", "over 20"]
    assert colouring.class_labels((7.5, 1000), 1, DANISH) == ["højst 7,5", "over 7,5 til 1.000,0", "over 1.000,0"]
    assert colouring.class_labels((), 1, DANISH) == ["alle værdier"]


@pytest.mark.parametrize(
    ("breaks", "decimals", "seen"),
    [
        ((13.96, 19.04), 1, (14.0, 19.0)),
        ((0.011, 0.014), 2, (0.01,)),  # never "over 0,01 til 0,01"
        ((14.5, 15.5), 0, (14.0, 16.0)),
        ((-0.02, -0.01, 0.01, 0.02), 1, (-0.1, 0.0)),  # only what is printed as 0,0 is unchanged
        ((-2, -0.5, 0.5, 2), 0, (-2.0, -1.0, 0.0, 2.0)),
        ((), 1, ()),
    ],
)
def test_bounds_are_those_that_are_printed_each_once(breaks: tuple[float, ...], decimals: int, seen: tuple[float, ...]):
    assert colouring.printed_breaks(breaks, decimals) == seen


def test_the_printed_number_lies_in_the_printed_class_of_every_published_number():
    """No "over 14 til 19" beside 14,0: read back from the label, in the reader's own number format."""
    book, words = shelf.book(store.current("published")), DANISH
    for indicator_id in book.indicator_ids:
        indicator = book.indicators[indicator_id]
        own = colouring.colouring(colouring.NUMBER, indicator, words)
        for level in book.levels(indicator_id):
            for row in book.rows(indicator_id, level):
                if row.value is not None:
                    label = own.labels[own.place(row.value, row)]
                    assert holds(label, words.number(row.value, indicator.decimals)), (indicator_id, row.value, label)


def holds(label: str, printed: str) -> bool:
    """Whether a class in words holds a number in words."""
    number = read(printed)
    low = re.match(r"over ([\d.,−]+)", label)
    high = re.search(r"(?:til|højst) ([\d.,−]+)", label)
    return (low is None or number > read(low[1])) and (high is None or number <= read(high[1]))


def read(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


@pytest.mark.parametrize("classes", [1, 2, 3, 4, 5])
def test_every_class_has_its_own_colour_from_light_to_dark(classes: int):
    colours = colouring.spread(theme.SEQUENTIAL, classes)
    lightness = [sum(bytes.fromhex(colour[1:])) for colour in colours]
    assert len(set(colours)) == classes
    assert lightness == sorted(lightness, reverse=True)


def test_more_classes_than_colours_are_refused():
    with pytest.raises(ValueError, match="6 classes"):
        colouring.spread(theme.SEQUENTIAL, 6)


@pytest.mark.parametrize(
    ("mode", "field", "word"),
    [(colouring.COUNTRY, "comparison", "landet"), (colouring.MUNICIPALITY, "municipality_comparison", "kommunen")],
)
def test_a_comparison_has_three_classes_in_words(mode: str, field: str, word: str):
    own = made(mode)
    assert own.labels == (f"lavere end {word}", f"uden sikker forskel fra {word}", f"højere end {word}")
    assert [own.place(1, replace(ROW, **{field: code})) for code in ("below", "similar", "above", "not_compared")] == [
        0,
        1,
        2,
        None,
    ]
    assert own.for_browser(DANISH)["against"] == ("country" if mode == colouring.COUNTRY else "municipality")


@pytest.mark.parametrize(
    ("direction", "below", "above"),
    [
        (Direction.LOW_IS_GOOD, "#c2a5cf", "#b35806"),
        (Direction.HIGH_IS_GOOD, "#7b3294", "#f2b46b"),
        (Direction.NO_JUDGEMENT, "#7b3294", "#b35806"),
    ],
)
@pytest.mark.parametrize("mode", [colouring.COUNTRY, colouring.MUNICIPALITY])
def test_good_news_is_not_the_loudest_colour(mode: str, direction: Direction, below: str, above: str):
    assert made(mode, direction=direction).colours == (below, "#f3f0e6", above)


def test_a_change_is_told_as_a_fall_or_a_rise_around_no_change():
    own = made(colouring.CHANGE)
    assert own.labels[0] == "stort fald: højst −10"
    assert own.labels[2] == "omtrent uændret: over −2 til 2"
    assert own.labels[-1] == "stor stigning: over 10"
    assert own.colours == tuple(theme.DIVERGING)
    assert own.title == "Ændring: Sigtede"


def test_an_indicator_without_a_change_has_one_class():
    assert made(colouring.CHANGE, change_breaks="[]").labels == ("alle værdier",)


def test_colours_are_offered_only_where_they_say_something():
    first = replace(ROW, period_start=2015, period_end=2015, comparison="above")
    second = replace(ROW, period_start=2016, period_end=2016, comparison="not_compared")
    assert colouring.offered([first, second, second]) == ["tal", "land", "aendring"]
    assert colouring.offered([second]) == ["tal"]
