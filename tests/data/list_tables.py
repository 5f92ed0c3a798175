"""Hand-made rules and numbers of official lists: 2 of 3 until 2013, 2 of 2 and a gate from 2018."""

from __future__ import annotations

from data.contracts import Indicator, ListCriterion, ListRule, Observation
from data.list_rules import AreaYear, Rulebook
from tests.records import record

OUTSIDE, NON_WESTERN, CONVICTED = "outside_labour_market_pct", "non_western_pct", "convicted_pct"
BASIC, RESIDENTS = "basic_education_pct", "residents"
AGES = {OUTSIDE: "18-64", NON_WESTERN: "all", CONVICTED: "18_plus", BASIC: "30-59", RESIDENTS: "all"}
INDICATORS = {
    indicator_id: record(
        Indicator,
        indicator_id=indicator_id,
        name=name,
        unit="count" if indicator_id == RESIDENTS else "percent",
        counts="residents" if indicator_id == RESIDENTS else "persons",
        decimals=decimals,
    )
    for indicator_id, name, decimals in (
        (OUTSIDE, "Uden for arbejdsmarkedet", 1),
        (NON_WESTERN, "Ikke-vestlige", 1),
        (CONVICTED, "Dømte", 2),
        (BASIC, "Alene grundskole", 1),
        (RESIDENTS, "Beboere", 0),
    )
}


def criterion(rule_id: str, indicator_id: str, threshold: float | None, **given: object) -> ListCriterion:
    fields = {"side": "above", "definition": "all", "averaged_years": 1, "source_id": "lov", **given}
    return record(
        ListCriterion,
        rule_id=rule_id,
        indicator_id=indicator_id,
        age_group=AGES[indicator_id],
        threshold=threshold,
        **fields,
    )


def rule(rule_id: str, kinds: str, first: str, last: str, name: str) -> ListRule:
    return record(
        ListRule,
        rule_id=rule_id,
        kinds=kinds,
        name=name,
        first_date=first,
        last_date=last,
        minimum_residents=1000,
        needed=2,
        source_id="lov",
    )


RULES = (
    rule("old", "ghetto", "2010-10", "2017-12-01", "Ghettoområder 2010-2017"),
    rule("new", "ghetto|parallelsamfund", "2018-12-01", "", "Ghettoområder fra 2018"),
)
CRITERIA = (
    criterion("old", OUTSIDE, 40, averaged_years=4),
    criterion("old", NON_WESTERN, 50),
    criterion("old", CONVICTED, 2.7),
    criterion("new", OUTSIDE, 40, averaged_years=2),
    criterion("new", CONVICTED, 2, side="at_least"),
    criterion("new", BASIC, 60, definition="danish"),
    criterion("new", NON_WESTERN, 50, is_required=True),
)


def number(area_id: str, year: int, indicator_id: str, value: float, **given: object) -> Observation:
    fields = {"period_start": year, "period_end": year, "breakdown": "all", "value_certainty": "B", **given}
    return record(
        Observation,
        area_id=area_id,
        indicator_id=indicator_id,
        age_group=AGES[indicator_id],
        value=value,
        source_id="liste",
        **fields,
    )


def numbers(area_id: str, year: int, **values: float) -> list[Observation]:
    """`numbers("aaparken", 2013, residents=1200, outside=41.0)`."""
    names = {name.partition("_")[0]: name for name in (OUTSIDE, CONVICTED, BASIC, RESIDENTS)} | {"ethnic": NON_WESTERN}
    return [number(area_id, year, names[name], value) for name, value in values.items()]


def rulebook(*rows: Observation) -> Rulebook:
    area_ids = {row.area_id for row in rows}
    return Rulebook.of(RULES, CRITERIA, Observation.frame(rows), area_ids)


def only(book: Rulebook) -> AreaYear:
    (found,) = book.area_years.values()
    return found
