"""The rules of the official lists with all that a view of them names: areas, indicators, sources, official answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.atlas import Atlas
from dashboard.areas.shelf import Facts
from dashboard.views.kept import Setting, kept
from data import list_distance
from data.contracts import Indicator, Level, ListCriterion, ListRule, Observation, OfficialList
from data.list_distance import Distance, Step
from data.list_rules import RESIDENTS, Assessment, Rule, Rulebook, Verdict
from data.lists import Answer

TRIAL = "trial"
OFFICIAL = {Answer.ON: Verdict.ON, Answer.NOT_ON: Verdict.NOT_ON}  # what a rule should say where the answer is known


@dataclass(frozen=True)
class ListBook:
    """What is known of the lists' rules, and of the areas and numbers they are put to."""

    rulebook: Rulebook
    atlas: Atlas
    facts: Facts

    def indicator(self, indicator_id: str) -> Indicator:
        return self.facts.indicators[indicator_id]

    @property
    def years(self) -> list[int]:
        """The years that some area has the numbers of, as far as a rule made lists in them."""
        return sorted({year for _, year in self.rulebook.area_years if self.rule_of(year)})

    def area_ids(self, year: int) -> list[str]:
        return [area_id for area_id, of in self.rulebook.area_years if of == year]

    def rule_of(self, year: int) -> Rule | None:
        """The rule of a year's lists: of several the one that asks for most, which is the last of a year."""
        rules = [rule for rule in self.rulebook.rules if rule.covers(year)]
        return max(rules, key=lambda rule: len(rule.criteria)) if rules else None

    def own(self, area_id: str) -> list[Assessment]:
        """An area by the rule of each year itself, in time."""
        found = ((self.rule_of(year), year) for year in self.rulebook.years(area_id))
        return [self.rulebook.assess(rule, area_id, year) for rule, year in found if rule]

    def fullest(self, area_id: str) -> Assessment | None:
        """An area by the rule of the newest year that has a number for every criterion, else for most of them."""
        return max(
            self.own(area_id),
            key=lambda said: (sum(judged.number is not None for judged in said.counted) / len(said.counted), said.year),
            default=None,
        )

    def official(self, said: Assessment) -> tuple[OfficialList, Answer] | None:
        """The list that an area was put on or not by a rule in a year, and whether it was; None where no such list is.

        Of two lists in a year it is the one that is known, for its are the numbers.
        """
        made = [
            (standing.official, standing.answer)
            for standing in self.atlas.standings(said.area_id)
            if standing.official.year == said.year
            and standing.official.kind != TRIAL
            and said.rule.made(standing.official)
        ]
        return next((each for each in made if each[0].coverage != "absent"), made[0] if made else None)

    def answer(self, said: Assessment) -> Answer:
        """Whether the area stood on that list; not collected where no such list is."""
        found = self.official(said)
        return found[1] if found else Answer.NOT_COLLECTED

    def due(self, said: Assessment) -> Verdict | None:
        """What a rule should say by the official list; None where nobody knows."""
        return OFFICIAL.get(self.answer(said))

    def is_odd(self, said: Assessment) -> bool:
        """Whether the numbers say otherwise than the official list did."""
        due = self.due(said)
        return due is not None and said.verdict not in (due, Verdict.UNDECIDED)

    def distances(self, said: Assessment) -> dict[str, Distance]:
        """How far the numbers of an area lie from the lines of a rule, by indicator."""
        residents = self.rulebook.area_years[said.area_id, said.year].value(RESIDENTS)
        found = {
            judged.criterion.indicator_id: list_distance.distance(
                judged, self.indicator(judged.criterion.indicator_id), residents
            )
            for judged in said.criteria
        }
        return {indicator_id: away for indicator_id, away in found.items() if away}

    def step(self, said: Assessment) -> Step | None:
        """What would change a rule's answer, else the criterion nearest its line; None without any."""
        distances = self.distances(said)
        residents = said.rule.criteria[0]
        near = [each for each in list_distance.nearest(said, distances) if each.judged.criterion != residents]
        return list_distance.step(said, distances) or next(iter(near), None)

    def numbers(self, assessments: list[Assessment]) -> Iterator[Observation]:
        """The numbers that some answers rest on, each once."""
        found = (judged.number for said in assessments for judged in said.criteria if judged.number)
        return iter({(row.indicator_id, row.area_id, row.period_end): row for row in found}.values())


@kept
def book(setting: Setting) -> ListBook:
    atlas, version = shelf.book(setting.version), setting.version
    estates = {area_id for area_id, area in atlas.areas.items() if area.level_kind is Level.HOUSING_AREA}
    years = {official.list_id: official.year for official in atlas.lists}
    return ListBook(
        Rulebook.of(
            store.rows(version, ListRule),
            store.rows(version, ListCriterion),
            store.shared_table(version, Observation.TABLE),
            estates,
            {(row.area_id, years[row.list_id]) for row in atlas.designations},
        ),
        atlas,
        shelf.facts(version),
    )
