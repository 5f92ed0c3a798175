"""Two attackers who read what is published and nothing else, with programmes of their own.

They take the rows of a version, or of several, as anybody can read them in the prepared files, the files of the map and
the downloads, and write down what these say about unknown cells: housing area x year, the rest of each municipality,
and, where charges are told of too, the further charges of each cell. Then the lowest and highest number of every hidden
value is found by integer programmes of one cell a variable. Nothing is shared with `data.disclosure`.

What is granted to them beside: the memberships, the population of every published value, the rule, and for the
`INSIDER` which of the hidden values of housing areas are small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

import numpy
import pandas
from scipy import optimize, sparse

from data.contracts import Level, Publication

FAR = 100_000  # stands for "no upper limit"
CLOSE = 1e-6
HELD = ("shown", "hidden", "too_few")


class Attacker(StrEnum):
    STRANGER = "stranger"
    INSIDER = "insider"


class Value(NamedTuple):
    """A published value: of an indicator and age group, in an area, from one year to another."""

    indicator_id: str
    age_group: str
    area_id: str
    start: int
    end: int


class Cell(NamedTuple):
    """An unknown: persons of a series in an area (or a rest) and year, or their further events."""

    indicator_id: str
    age_group: str
    place: str
    year: int
    is_further: bool = False


class Interval(NamedTuple):
    low: float
    high: float


IsEnough = Callable[[Value, Interval], bool]


@dataclass(frozen=True)
class Knowledge:
    """What published rows say: which cells each value is the sum of, and between which numbers it lies."""

    cells: dict[Value, list[Cell]]
    told: dict[Value, Interval]  # what is printed of a value, by whatever file
    hidden: dict[Value, float]  # the hidden values, each with the persons it is counted among
    finest: frozenset[Value] = frozenset()
    few: dict[Value, str] = field(default_factory=dict)  # of the finest: "few", "most" or ""
    minimum: int = 5
    whole: frozenset[Value] = frozenset()  # the values of which everybody is shown to be counted

    def tell(self, which: Callable[[Value], bool], most: float) -> Knowledge:
        """With a sentence more: the hidden values of a kind are at most so many."""
        told = {value: Interval(0, most) for value in self.hidden if which(value)}
        return replace(self, told={**self.told, **told})


@dataclass(frozen=True)
class Places:
    """What everybody can read of the areas of a version."""

    kind: dict[str, Publication]
    members: dict[str, list[str]]
    inside: dict[str, list[str]]  # the housing areas of each municipality

    @classmethod
    def of(cls, tables: Mapping[str, pandas.DataFrame]) -> Places:
        levels = dict(zip(tables["levels"]["level"], tables["levels"]["published"], strict=True))
        areas = tables["areas"].drop_duplicates("area_id")
        kind = {row.area_id: levels[row.level] for row in areas.itertuples()}
        members: dict[str, list[str]] = {}
        for row in tables["memberships"].itertuples():
            if row.kind == "group":
                members.setdefault(row.parent_id, []).append(row.area_id)
        estates = [row for row in areas.itertuples() if kind[row.area_id] == Publication.PERIODS]
        inside = {
            row.area_id: [estate.area_id for estate in estates if estate.municipality_code == row.municipality_code]
            for row in areas.itertuples()
            if row.level_kind == Level.MUNICIPALITY
        }
        return cls(kind, members, inside)


def read(
    rows: pandas.DataFrame | Iterable[pandas.DataFrame], tables: Mapping[str, pandas.DataFrame], minimum: int = 5
) -> Knowledge:
    """What the observations of one version or several say.

    rows: frames of `contracts.Observation` or `GivenObservation`. tables: the public ones: areas, levels, memberships,
    indicators. A number shown in one version is told, whatever another hides.
    """
    versions = [rows] if isinstance(rows, pandas.DataFrame) else list(rows)
    catalogue = tables["indicators"].set_index("indicator_id")
    places = Places.of(tables)
    every = pandas.concat(versions)
    every = every[
        every["status"].isin(HELD) & every["population"].notna() & every["indicator_id"].isin(catalogue.index)
    ]
    once = catalogue["unit"].eq("percent") | catalogue["counts"].str.startswith("persons")
    told: dict[Value, Interval] = {}
    hidden: dict[Value, float] = {}
    whole: set[Value] = set()
    for row in every.itertuples():
        value = Value(row.indicator_id, row.age_group, row.area_id, row.period_start, row.period_end)
        total = float(row.population) if once[row.indicator_id] else FAR
        if row.status == "shown" and pandas.notna(row.count):
            told[value] = Interval(float(row.count), float(row.count))
            whole |= {value} if row.count == total else set()
        elif row.status == "hidden":
            hidden[value] = min(total, hidden.get(value, FAR))
        else:
            told.setdefault(value, Interval(0, total))
    hidden = {value: total for value, total in hidden.items() if value not in told}
    for frame in versions:
        told |= _references(frame, tables, catalogue)
    values = [*told, *hidden]
    cells = _cells(values, places, catalogue)
    finest = frozenset(value for value in hidden if places.kind[value.area_id] == Publication.PERIODS)
    return Knowledge(cells, told, hidden, finest, minimum=minimum, whole=frozenset(whole))


def _references(
    rows: pandas.DataFrame, tables: Mapping[str, pandas.DataFrame], catalogue: pandas.DataFrame
) -> dict[Value, Interval]:
    """What the municipality's number in an area's period says: its rate, times its population in these years."""
    if "municipality_reference" not in rows:
        return {}
    areas = tables["areas"].drop_duplicates("area_id")
    by_code = areas[areas["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code")["area_id"]
    municipality = areas.set_index("area_id")["municipality_code"].map(by_code)
    years = rows[rows["area_id"].isin(by_code)].set_index(["indicator_id", "age_group", "area_id", "period_start"])
    told = {}
    for row in rows[rows["municipality_reference"].notna() & (rows["period_end"] > rows["period_start"])].itertuples():
        value = Value(row.indicator_id, row.age_group, municipality[row.area_id], row.period_start, row.period_end)
        keys = [(*value[:3], year) for year in range(value.start, value.end + 1)]
        people = years["population"].reindex(keys).sum()
        persons = row.municipality_reference * people / catalogue["multiplier"][row.indicator_id]
        told[value] = Interval(persons - 1e-3, persons + 1e-3)
    return told


def _cells(values: list[Value], places: Places, catalogue: pandas.DataFrame) -> dict[Value, list[Cell]]:
    """The cells each value is the sum of."""
    years: dict[tuple[str, str], set[int]] = {}
    estates: dict[tuple[str, str, int], set[str]] = {}  # that have a cell in a year
    for value in values:
        series, kind = (value.indicator_id, value.age_group), places.kind[value.area_id]
        if kind != Publication.PERIODS:
            years.setdefault(series, set()).update(range(value.start, value.end + 1))
    for value in values:
        kind = places.kind[value.area_id]
        of_value = [value.area_id] if kind == Publication.PERIODS else places.members.get(value.area_id, [])
        for year in range(value.start, value.end + 1):
            estates.setdefault((value.indicator_id, value.age_group, year), set()).update(of_value)
    holders = _holders({(value.indicator_id, value.age_group) for value in values}, catalogue)

    def of_place(series: tuple[str, str], place: str, year: int) -> list[Cell]:
        persons = [Cell(*held, place, year) for held in holders.get(series, [])]
        return [*persons, Cell(*series, place, year, is_further=bool(persons))]

    found = {}
    for value in values:
        series, kind = (value.indicator_id, value.age_group), places.kind[value.area_id]
        figures = years.get(series, set()) or set(range(value.start, value.end + 1))
        cells: list[Cell] = []
        for year in sorted(figures & set(range(value.start, value.end + 1))):
            if kind == Publication.PERIODS:
                within = [value.area_id]
            elif kind == Publication.SUMS:
                within = places.members[value.area_id]
            else:
                linked = [series, *holders.get(series, []), *(s for s, held in holders.items() if series in held)]
                separate = set().union(*(estates.get((*one, year), set()) for one in linked))
                inside = places.inside.get(value.area_id, [])
                within = [*(area for area in inside if area in separate), f"rest of {value.area_id}"]
            cells += [cell for place in within for cell in of_place(series, place, year)]
        found[value] = cells
    return found


def _holders(series: set[tuple[str, str]], catalogue: pandas.DataFrame) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """For every series of charges the series of persons who have at least one of them each: the same ages, or parts."""
    counts = catalogue["counts"]
    return {
        events: [
            persons
            for persons in sorted(series)
            if counts[events[0]] == "charges"
            and counts[persons[0]] == "persons_charged"
            and (
                persons[1] == events[1]
                or _ages(events[1])[0] <= _ages(persons[1])[0] <= _ages(persons[1])[1] <= _ages(events[1])[1]
            )
        ]
        for events in series
    }


def _ages(group: str) -> tuple[int, int]:
    first, _, last = group.partition("-")
    return (int(first), int(last)) if last else (0, 200)


def knowing_the_small(knowledge: Knowledge, truth: Callable[[Value], float]) -> Knowledge:
    """What the insider is granted: which of the hidden values of housing areas are small, by their true number."""
    few = {}
    for value in knowledge.finest:
        rest = knowledge.hidden[value] - truth(value)
        few[value] = "few" if truth(value) < knowledge.minimum else "most" if rest < knowledge.minimum else ""
    return replace(knowledge, few=few)


@dataclass(frozen=True)
class System:
    """Values as sums of cells, with the bounds of both: low <= matrix @ cells <= high, cells from 0."""

    values: list[Value]
    matrix: sparse.csr_array
    low: numpy.ndarray
    high: numpy.ndarray

    def part(self, rows: numpy.ndarray) -> System:
        """Some of the values, with the cells that these are sums of."""
        matrix = self.matrix[rows]
        cells = numpy.unique(matrix.indices)
        return System([self.values[row] for row in rows], matrix[:, cells], self.low[rows], self.high[rows])


def system(knowledge: Knowledge, attacker: Attacker) -> System:
    """All that an attacker knows, as one system of inequalities."""
    values = [*knowledge.told, *knowledge.hidden]
    values = list(dict.fromkeys(values))
    number = {cell: n for n, cell in enumerate(dict.fromkeys(c for v in values for c in knowledge.cells[v]))}
    places = [(row, number[cell]) for row, value in enumerate(values) for cell in knowledge.cells[value]]
    rows, columns = zip(*places, strict=True)
    matrix = sparse.csr_array((numpy.ones(len(places)), (rows, columns)), shape=(len(values), len(number)))
    bounds = [_bounds(knowledge, value, attacker) for value in values]
    return System(values, matrix, *(numpy.array(side, dtype=float) for side in zip(*bounds, strict=True)))


def _bounds(knowledge: Knowledge, value: Value, attacker: Attacker) -> Interval:
    low, high = knowledge.told.get(value, Interval(0, FAR))
    if value in knowledge.hidden:
        total, minimum = knowledge.hidden[value], knowledge.minimum
        high = min(high, total)
        if attacker is Attacker.INSIDER:
            low, high = max(low, 1), min(high, total - 1 if total < FAR else FAR)
            small = knowledge.few.get(value)
            if small is not None and total > 2 * minimum:
                of_rule = {
                    "few": Interval(1, minimum - 1),
                    "most": Interval(total - minimum + 1, total - 1),
                    "": Interval(minimum, total - minimum if total < FAR else FAR),
                }[small]
                low, high = max(low, of_rule.low), min(high, of_rule.high)
    return Interval(low, high)


def attack(
    knowledge: Knowledge, attacker: Attacker, whole: bool = True, is_enough: IsEnough = lambda *_: False
) -> dict[Value, Interval]:
    """The lowest and highest number of every hidden value; `whole` takes into account that persons are whole.

    A value that the tables found so far leave `is_enough` is not followed to its ends.
    """
    if not knowledge.hidden:
        return {}
    known = system(knowledge, attacker)
    component = sparse.csgraph.connected_components(known.matrix @ known.matrix.T, directed=False)[1]
    is_hidden = numpy.array([value in knowledge.hidden for value in known.values])
    found = {}
    for number in numpy.unique(component[is_hidden]):
        part = known.part(numpy.flatnonzero(component == number))
        asked = [row for row, value in enumerate(part.values) if value in knowledge.hidden]
        found |= _ends(part, asked, whole, is_enough)
    return found


def _ends(known: System, asked: list[int], whole: bool, is_enough: IsEnough) -> dict[Value, Interval]:
    """The ends of the values of some rows. Every answer is a table that fits, so it tells of all values at once."""
    constraint = optimize.LinearConstraint(known.matrix, known.low, known.high)
    integrality = numpy.full(known.matrix.shape[1], int(whole))
    least, most = numpy.full(len(known.values), numpy.inf), numpy.full(len(known.values), -numpy.inf)
    for row in asked:
        cost = known.matrix[[row]].toarray().ravel()
        for sign in (1, -1):
            if is_enough(known.values[row], Interval(least[row], most[row])):
                break
            result = optimize.milp(sign * cost, integrality=integrality, constraints=constraint)
            assert result.success, f"{known.values[row]}: what is published contradicts itself: {result.message}"
            table = known.matrix @ (numpy.rint(result.x) if whole else result.x)
            assert (known.low - CLOSE <= table).all() and (table <= known.high + CLOSE).all(), known.values[row]
            least, most = numpy.minimum(least, table), numpy.maximum(most, table)
    return {known.values[row]: Interval(least[row], most[row]) for row in asked}


class Verdict(NamedTuple):
    """What both attackers found: hidden values tried, given away exactly, and narrowed beyond what the rule leaves."""

    hidden: int
    leaks: list[str]
    narrowed: list[str]


def judge(knowledge: Knowledge, truth: Callable[[Value], float]) -> Verdict:
    """Try both attackers on what is published. `truth` gives the true number of a value."""
    for value in knowledge.cells:
        low, high = knowledge.told.get(value, Interval(0, knowledge.hidden.get(value, FAR)))
        assert low - CLOSE <= truth(value) <= high + CLOSE, f"{value}: {low}-{high} leaves out the true {truth(value)}"
    granted = knowing_the_small(knowledge, truth)
    leaks, narrowed = [], []
    for attacker in Attacker:
        wanted = {value: _wanted(granted, value, attacker) for value in granted.hidden}

        def is_enough(value: Value, interval: Interval, wanted: dict[Value, Wanted] = wanted) -> bool:
            return wanted[value].is_met(interval)

        for value, interval in attack(granted, attacker, is_enough=is_enough).items():
            if not wanted[value].is_met(interval):
                is_leak = interval.low == interval.high and wanted[value].width > 0
                text = f"{attacker}: {value} {interval.low:.0f}-{interval.high:.0f}, wanted {wanted[value]}"
                (leaks if is_leak else narrowed).append(text)
    return Verdict(len(granted.hidden), leaks, narrowed)


class Wanted(NamedTuple):
    """What an attacker must be left with: an interval so wide, that reaches so low and so high."""

    width: float
    low: float = FAR
    high: float = 0

    def is_met(self, interval: Interval) -> bool:
        low, high = interval
        return high - low >= self.width and low <= self.low and high >= self.high


def _wanted(knowledge: Knowledge, value: Value, attacker: Attacker) -> Wanted:
    """The whole rule for the insider: a small value of a housing area keeps what its hidden single years leave open."""
    total, minimum = knowledge.hidden[value], knowledge.minimum
    if attacker is Attacker.STRANGER:
        return Wanted(min(minimum, total))
    small, width = knowledge.few.get(value, ""), 1 if total > 2 else 0
    if not small or total <= 2 * minimum:
        return Wanted(width)
    none = {other for other, (_, high) in knowledge.told.items() if high == 0}
    least, most = _least(knowledge, value, none if small == "few" else knowledge.whole), minimum - 1
    return Wanted(width, least, most) if small == "few" else Wanted(width, total - most, total - least)


def _least(knowledge: Knowledge, value: Value, empty: Iterable[Value]) -> int:
    """How many hidden values have no cell outside this value but in those of `empty`, in which nobody is counted, or
    nobody is left out: each of them has at least one.
    """
    zero = {cell for other in empty for cell in knowledge.cells[other]}
    mine = set(knowledge.cells[value]) - zero
    inside = [set(knowledge.cells[other]) - zero for other in knowledge.hidden if other != value]
    disjoint: list[set[Cell]] = []
    for cells in sorted((cells for cells in inside if cells and cells <= mine), key=len):
        if not any(cells & taken for taken in disjoint):
            disjoint.append(cells)
    return max(1, len(disjoint))
