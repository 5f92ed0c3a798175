"""The rules of the official lists: whom each puts on its list, by the numbers of its own years or of others.

A rule is a row of `list_rules` with its rows of `list_criteria`. It answers by three values: a criterion without a
number, without a threshold, or whose number counts something else is not known, and an area is undecided as long as
what is not known could decide it. Numbers averaged over other years are used, and told of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import pandas

from data.contracts import ListCriterion, ListRule, Observation, OfficialList, Status
from data.errors import Text

RESIDENTS = "residents"
SAME_NUMBER = ["indicator_id", "age_group", "area_id", "period_end"]


class Verdict(StrEnum):
    """Whether a rule puts an area on its list."""

    ON = "on"
    NOT_ON = "not_on"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Rule:
    """A rule and its criteria; the fewest residents stand first among them, as one that is required."""

    row: ListRule
    criteria: tuple[ListCriterion, ...]

    @classmethod
    def of(cls, row: ListRule, criteria: Iterable[ListCriterion]) -> Rule:
        return cls(row, (_fewest_residents(row), *(each for each in criteria if each.rule_id == row.rule_id)))

    @property
    def counted(self) -> tuple[ListCriterion, ...]:
        """The criteria of which so many must be met."""
        return tuple(criterion for criterion in self.criteria if not criterion.is_required)

    def made(self, official: OfficialList) -> bool:
        """Whether a list was made by this rule."""
        last = self.row.last_date or official.list_date
        return official.kind in self.row.kinds.split("|") and self.row.first_date <= official.list_date <= last

    def covers(self, year: int) -> bool:
        return int(self.row.first_date[:4]) <= year <= int((self.row.last_date or str(year))[:4])


@dataclass(frozen=True)
class AreaYear:
    """The numbers of an area by which the lists of a year were made, by indicator."""

    area_id: str
    year: int
    numbers: Mapping[str, Observation]

    def value(self, indicator_id: str) -> float | None:
        return self.numbers[indicator_id].value if indicator_id in self.numbers else None


@dataclass(frozen=True)
class Judged:
    """A criterion and the number that answers it. `is_met` is None where nothing does.

    `other_definition`: there is a number, but of something else. `averaged_years`: those of the number, where they are
    not the criterion's.
    """

    criterion: ListCriterion
    number: Observation | None
    is_met: bool | None
    other_definition: bool = False
    averaged_years: int | None = None


@dataclass(frozen=True)
class Assessment:
    """What a rule says of an area by the numbers of a year."""

    rule: Rule
    area_id: str
    year: int
    criteria: tuple[Judged, ...]

    @property
    def counted(self) -> list[Judged]:
        return [judged for judged in self.criteria if not judged.criterion.is_required]

    @property
    def required(self) -> list[Judged]:
        return [judged for judged in self.criteria if judged.criterion.is_required]

    @property
    def met(self) -> int:
        """How many of the counted criteria are met."""
        return sum(judged.is_met is True for judged in self.counted)

    @property
    def unknown(self) -> int:
        """How many of the counted criteria nothing answers."""
        return sum(judged.is_met is None for judged in self.counted)

    @property
    def verdict(self) -> Verdict:
        answers, needed = [judged.is_met for judged in self.required], self.rule.row.needed
        if False in answers or self.met + self.unknown < needed:
            return Verdict.NOT_ON
        return Verdict.ON if all(answers) and self.met >= needed else Verdict.UNDECIDED


@dataclass(frozen=True)
class Rulebook:
    """Every rule of a dataset, in time, and the numbers they are put to, by area and year.

    `listed`: the areas and years of which a list is known to have them: they had the residents it asked for.
    """

    rules: tuple[Rule, ...]
    area_years: Mapping[tuple[str, int], AreaYear]
    listed: Collection[tuple[str, int]] = ()

    @classmethod
    def of(
        cls,
        rules: Iterable[ListRule],
        criteria: Sequence[ListCriterion],
        observations: pandas.DataFrame,
        area_ids: Collection[str],
        listed: Collection[tuple[str, int]] = (),
    ) -> Rulebook:
        """`observations`: the prepared table `Observation`; `area_ids`: those the lists are about."""
        every = tuple(Rule.of(row, criteria) for row in sorted(rules, key=lambda row: row.first_date))
        wanted = {(criterion.indicator_id, criterion.age_group) for rule in every for criterion in rule.criteria}
        return cls(every, area_years(observations, wanted, area_ids), listed)

    def rule_of(self, official: OfficialList) -> Rule | None:
        """The rule that a list was made by."""
        return next((rule for rule in self.rules if rule.made(official)), None)

    def years(self, area_id: str) -> list[int]:
        return sorted(year for area, year in self.area_years if area == area_id)

    def assess(self, rule: Rule, area_id: str, year: int) -> Assessment:
        """What a rule says of an area by the numbers of a year. Raises KeyError where the year has none."""
        numbers = self.area_years[area_id, year]
        return Assessment(rule, area_id, year, tuple(self._judge(criterion, numbers) for criterion in rule.criteria))

    def replay(self, area_id: str) -> list[Assessment]:
        """Every rule put to the numbers of every year of an area."""
        return [self.assess(rule, area_id, year) for rule in self.rules for year in self.years(area_id)]

    def _judge(self, criterion: ListCriterion, numbers: AreaYear) -> Judged:
        number, threshold = numbers.numbers.get(criterion.indicator_id), criterion.threshold
        measured = self._measured.get((criterion.indicator_id, numbers.year), criterion)
        is_other = number is not None and measured.definition != criterion.definition
        averaged = measured.averaged_years if measured.averaged_years != criterion.averaged_years else None
        if criterion.indicator_id == RESIDENTS and number is None and (numbers.area_id, numbers.year) in self.listed:
            return Judged(criterion, None, True)
        if number is None or number.value is None or threshold is None or is_other:
            return Judged(criterion, number, None, is_other, averaged)
        return Judged(criterion, number, is_met(criterion.side, number.value, threshold), False, averaged)

    @cached_property
    def _measured(self) -> dict[tuple[str, int], ListCriterion]:
        """What the number of an indicator counted in a year: what the rule of that year's lists asked for."""
        years = {year for _, year in self.area_years}
        return {
            (criterion.indicator_id, year): criterion
            for rule in self.rules
            for year in years
            if rule.covers(year)
            for criterion in rule.criteria
        }


def is_met(side: str, value: float, threshold: float) -> bool:
    """Whether a number as it is printed lies on the side of a threshold that the rule asks for."""
    return {"above": value > threshold, "at_least": value >= threshold, "below": value < threshold}[side]


def area_years(
    observations: pandas.DataFrame, wanted: Collection[tuple[str, str]], area_ids: Collection[str]
) -> dict[tuple[str, int], AreaYear]:
    """The numbers of some areas that lists go by, by area and year; without any but the residents there is no entry.

    A period counts in its last year. Where several sources give a number, the shortest period counts, then the surest.
    `observations`: the prepared table `Observation`; `wanted`: indicators with the age group they are read in.
    """
    pairs = pandas.MultiIndex.from_frame(observations[["indicator_id", "age_group"]])
    rows = observations[
        pairs.isin(list(wanted))
        & observations["area_id"].isin(list(area_ids))
        & observations["status"].eq(Status.SHOWN)
        & observations["edition"].eq("")
        & observations["breakdown"].eq("all")
    ]
    length = rows["period_end"] - rows["period_start"]
    surest = rows.assign(length=length).sort_values(["length", "value_certainty"], kind="stable")
    found: dict[tuple[str, int], dict[str, Observation]] = {}
    for row in Observation.of(surest.drop_duplicates(SAME_NUMBER)):
        found.setdefault((row.area_id, row.period_end), {})[row.indicator_id] = row
    return {key: AreaYear(*key, numbers) for key, numbers in sorted(found.items()) if set(numbers) != {RESIDENTS}}


def _fewest_residents(rule: ListRule) -> ListCriterion:
    return ListCriterion(
        rule_id=rule.rule_id,
        indicator_id=RESIDENTS,
        age_group="all",
        side="at_least",
        threshold=float(rule.minimum_residents),
        is_required=True,
        definition="all",
        averaged_years=1,
        source_id=rule.source_id,
        certainty=rule.certainty,
        note=Text("", ""),
    )
