"""Random registers, published and attacked with programmes of their own; the command has many more of them."""

import pytest

from tests import attackers, tau_argus
from tests.attackers import Cell, Interval, Knowledge, Value
from tests.benchmarks import disclosure

ALL_COUNTED = 690  # an area's hidden years lie in groups whose other members are shown to be counted whole


@pytest.mark.parametrize("seed", [*range(8), ALL_COUNTED])
def test_nothing_that_is_published_of_a_random_register_gives_a_hidden_number_away(seed: int) -> None:
    outcome = disclosure.try_set(seed)
    assert (outcome.refused, outcome.leaks, outcome.narrowed) == (0, (), ())
    assert outcome.hidden > 0
    assert outcome.agreeing == outcome.compared
    assert (outcome.compared > 0) == tau_argus.IS_INSTALLED


def of(area: str) -> Value:
    return Value("sigtede", "all", area, 2022, 2024)


def knowledge(**told: float) -> Knowledge:
    """Areas a, b and c, 100 persons each, and their sum g; what is not `told` is hidden."""
    cell = {area: Cell("sigtede", "all", area, 2024) for area in "abc"}
    cells = {of(area): [cell[area]] for area in "abc"} | {of("g"): list(cell.values())}
    shown = {of(area): Interval(number, number) for area, number in told.items()}
    hidden = {value: 300 if value == of("g") else 100 for value in cells if value not in shown}
    return Knowledge(cells, shown, hidden, frozenset(hidden) - {of("g")})


@pytest.mark.parametrize(
    ("told", "leaks", "narrowed"),
    [
        ({"b": 20, "c": 30, "g": 52}, 2, 0),  # one hidden: 52 - 20 - 30, to both attackers
        ({"c": 30, "g": 33}, 0, 4),  # a + b is 3: each 1 or 2, and not 1 to 4
        ({"c": 30}, 0, 0),
    ],
)
def test_both_attackers_find_what_gives_itself_away(told: dict[str, float], leaks: int, narrowed: int) -> None:
    true = {"a": 2, "b": 20 if "b" in told else 1, "c": 30}
    found = attackers.judge(knowledge(**told), lambda value: float(true.get(value.area_id, sum(true.values()))))
    assert (len(found.leaks), len(found.narrowed)) == (leaks, narrowed)
