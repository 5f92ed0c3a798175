"""A view is made once for its setting and arguments, shared without harm, and made anew for anything else."""

import ast
import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier, Thread

import pandas
import pytest
from plotly.graph_objects import Figure

from dashboard.i18n.words import Words
from dashboard.views import kept as kept_views
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.versions import Version
from tests import house

VERSION = Version("example", "aaaa", Path("."), datetime(2026, 1, 1, tzinfo=UTC), {}, 1)
READERS, COLUMNS = 400, 20
SETTING = Setting(VERSION, Words("da"), False, date(2026, 1, 1))


@pytest.fixture(autouse=True)
def empty() -> None:
    kept_views._once.cache_clear()


def made(setting: Setting, title: str) -> View:
    """A view of one cell and one bar."""
    figure = Figure({"data": [{"type": "bar", "x": [1], "y": [2]}]})
    table = pandas.DataFrame({"value": ["2"]})
    return View(title, "", table, [Column("value", "Tal")], "", key="view", figure=figure)


def counted() -> tuple[list[str], object]:
    calls: list[str] = []

    @kept
    def view(setting: Setting, title: str) -> View:
        calls.append(title)
        return made(setting, title)

    return calls, view


@pytest.mark.parametrize(
    "other",
    [
        replace(SETTING, version=replace(VERSION, name="bbbb")),
        replace(SETTING, version=replace(VERSION, dataset="published")),
        replace(SETTING, words=Words("en")),
        replace(SETTING, projector=True),
        replace(SETTING, today=date(2026, 1, 2)),
    ],
    ids=["version", "dataset", "language", "projector", "day"],
)
def test_another_setting_is_another_view(other: Setting) -> None:
    calls, view = counted()
    view(SETTING, "A"), view(other, "A"), view(SETTING, "A"), view(other, "A")
    assert calls == ["A", "A"]


def test_a_setting_read_anew_is_the_same() -> None:
    calls, view = counted()
    view(SETTING, "A"), view(replace(SETTING, version=replace(VERSION), words=Words("da")), "A")
    assert calls == ["A"]


def test_another_argument_is_another_view() -> None:
    calls, view = counted()
    assert [view(SETTING, title).title for title in "ABA"] == ["A", "B", "A"]
    assert calls == ["A", "B"]


def test_lists_and_mappings_count_by_what_is_in_them_and_its_order() -> None:
    @kept
    def joined(_setting: Setting, names: list[str], roles: dict[str, str]) -> str:
        return ",".join([*names, *roles])

    assert joined(SETTING, ["a", "b"], {"x": "1", "y": "2"}) == "a,b,x,y"
    assert joined(SETTING, ["b", "a"], {"x": "1", "y": "2"}) == "b,a,x,y"
    assert joined(SETTING, ["a", "b"], {"y": "2", "x": "1"}) == "a,b,y,x"


def test_a_frame_cannot_be_an_argument() -> None:
    _calls, view = counted()
    with pytest.raises(TypeError):
        view(SETTING, pandas.DataFrame())


def test_what_one_reader_does_to_a_view_reaches_no_other() -> None:
    _calls, view = counted()
    mine = view(SETTING, "A")
    mine.table.loc[0, "value"] = "999"
    (chart,) = mine.charts.values()
    chart.figure().data[0].y = [999]
    theirs = view(SETTING, "A")
    assert theirs.table["value"].tolist() == ["2"]
    assert list(next(iter(theirs.charts.values())).figure().data[0].y) == [2]
    assert isinstance(theirs.columns, tuple)


def test_a_reader_who_is_gone_leaves_nothing_with_the_columns_of_a_view() -> None:
    names = [f"column {number}" for number in range(COLUMNS)]

    @kept
    def wide(_setting: Setting) -> View:
        table = pandas.DataFrame({name: ["text", str(number)] for number, name in enumerate(names)})
        return View("", "", table, [Column(name, name) for name in names], "", key="wide")

    wide(SETTING)
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(READERS):
        wide(SETTING)
    gc.collect()
    assert sys.getallocatedblocks() - before < READERS * COLUMNS / 4  # of shallow copies one thing a column would stay


def test_a_view_with_another_part_has_no_mark() -> None:
    _calls, view = counted()
    assert view(SETTING, "A").mark == view(SETTING, "A").mark is not None
    assert replace(view(SETTING, "A"), sentence="x").mark is None
    assert made(SETTING, "A").mark is None


def test_the_same_call_of_several_readers_at_once_is_made_once() -> None:
    calls, view = counted()
    together = Barrier(8)

    def ask() -> None:
        together.wait()
        view(SETTING, "A")

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert calls == ["A"]


def test_what_failed_is_tried_again() -> None:
    answers = iter([ValueError, "found"])

    @kept
    def view(_setting: Setting) -> str:
        if (answer := next(answers)) is ValueError:
            raise ValueError
        return answer

    with pytest.raises(ValueError):
        view(SETTING)
    assert view(SETTING) == "found"


def test_what_is_kept_is_bounded() -> None:
    calls, view = counted()
    for number in range(kept_views.MOST + 1):
        view(SETTING, str(number))
    view(SETTING, "0")
    assert calls[-1] == "0"
    assert kept_views._once.cache_info().currsize == kept_views.MOST


def kept_functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for module in house.modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef) and "kept" in map(ast.unparse, node.decorator_list):
                yield f"{module.path}: {node.name}", node


def test_a_kept_function_reads_nothing_that_is_no_argument() -> None:
    read = {
        place: {name.id for name in ast.walk(node) if isinstance(name, ast.Name)} & {"address", "clock", "streamlit"}
        for place, node in kept_functions()
    }
    assert len(read) > 20
    assert not {place: names for place, names in read.items() if names}


def test_a_kept_function_is_told_a_setting_and_no_choice() -> None:
    for place, node in kept_functions():
        first, *others = [ast.unparse(argument.annotation) for argument in node.args.args if argument.annotation]
        assert first == "Setting", place
        assert "Choice" not in others, place
