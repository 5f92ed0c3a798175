"""The timeline of projects: what is filled, white, hatched and open, and its sentence."""

import pytest

from dashboard.charts import periods, theme
from dashboard.i18n.words import Words
from dashboard.projects import timeline_texts
from tests.dashboard.projects.project_tables import bank, project

ROWS = [
    project("over", "Slut <b>", "finished", start="2001", end="2002"),
    project("open", "Uden slut", "running", start="2004", as_of="2004"),
    project("plan", "Plan", "running", start="2003", end="2006", as_of="2004"),
]


def figure(rows=ROWS, sizes=theme.DESK):
    own = bank(projects=rows)
    return periods.timeline(timeline_texts.bars(own, list(own.texts.values())), words=Words(), sizes=sizes)


def bars(chart, look: dict) -> list[tuple[float, float]]:
    """From and to of every bar of a look, by start."""
    found = [
        (start, start + length)
        for bar in chart.data
        if bar.type == "bar"
        and bar.marker.color == look["color"]
        and (bar.marker.pattern.shape or "") == look.get("pattern", {}).get("shape", "")
        for start, length in zip(bar.base, bar.x, strict=True)
        if length
    ]
    return sorted(found)


def test_a_bar_is_filled_until_the_source_white_when_planned_hatched_when_unknown() -> None:
    chart = figure()
    assert bars(chart, periods.SOLID) == [(2001, 2003), (2003, 2005), (2004, 2005)]
    assert bars(chart, periods.PLANNED) == [(2005, 2007)]
    assert bars(chart, periods.OPEN) == [(2005, 2005.75)]


def test_only_an_open_end_has_an_arrow() -> None:
    after, before = (trace for trace in figure().data if trace.type == "scatter")
    assert (list(after.x), list(before.x)) == ([2005.75], [])


def test_names_are_shown_as_written_with_status_and_dates() -> None:
    texts = [note.text for note in figure().layout.annotations]
    assert "<b>Slut &lt;b&gt;</b><br>✓ afsluttet pr. september 2005 · 2001 – 2002" in texts
    assert "<b>Uden slut</b><br>▶ i gang pr. 2004 · 2004 – slut ikke oplyst" in texts


@pytest.mark.parametrize("sizes", [theme.DESK, theme.PROJECTOR])
def test_type_follows_the_sizes(sizes) -> None:
    chart = figure(sizes=sizes)
    assert {note.font.size for note in chart.layout.annotations} == {sizes.axis}
    assert chart.layout.template.layout.xaxis.tickfont.size == sizes.axis


def test_a_single_year_has_room_on_its_axis() -> None:
    low, high = figure([ROWS[0] | {"start": "2001", "end": "2001"}]).layout.xaxis.range
    assert low < 2001
    assert high > 2002


def test_the_sentence_names_every_bar() -> None:
    own = bank(projects=ROWS)
    said = timeline_texts.alt("Hvornår", timeline_texts.bars(own, [own.texts["over"], own.texts["open"]]))
    assert said == (
        "Hvornår. Slut <b>: ✓ afsluttet pr. september 2005 · 2001 – 2002; "
        "Uden slut: ▶ i gang pr. 2004 · 2004 – slut ikke oplyst."
    )
