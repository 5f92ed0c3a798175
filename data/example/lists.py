"""The official lists of the dataset `example`, by invented rules on its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas


class Rule(NamedTuple):
    """The invented rule of a list: more than so many per cent outside the labour market and with basic schooling."""

    outside: int
    basic: int
    years: range
    unless_on: str = ""


FEWEST_RESIDENTS = 1000  # of an area on a list
LISTS = {
    "udsat": Rule(34, 53, range(2018, 2025)),
    "parallelsamfund": Rule(37, 56, range(2021, 2025)),
    "forebyggelse": Rule(27, 47, range(2021, 2025), unless_on="udsat"),
}


def lists(
    texts: Mapping[str, Mapping[str, str]], numbers: pandas.DataFrame
) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """The lists of every year and the areas on them, by the invented rules on the figures of the same year.

    `numbers` are `figures.observations`. Gives the records of `contracts.OfficialList` and of `Designation`.
    """
    lists: list[dict[str, Any]] = []
    designations: list[dict[str, str]] = []
    for kind, rule in LISTS.items():
        words = {name: text.format(**rule._asdict()) for name, text in texts[kind].items()}
        for year in rule.years:
            on = _listed(rule, numbers, year)
            lists.append(
                {
                    "list_id": f"{kind}_{year}",
                    "kind": kind,
                    "year": year,
                    "list_date": f"{year}-12-01",
                    "areas_total": len(on),
                    "coverage": "complete",
                    "certainty": "A",
                    **words,
                }
            )
            designations += [{"list_id": f"{kind}_{year}", "area_id": area, "certainty": "A"} for area in on]
    return lists, designations


def departures(official: Sequence[Mapping[str, Any]], on: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """The areas that each list lost since the one of its kind before, as the records of `contracts.Departure`."""
    areas: defaultdict[str, set[str]] = defaultdict(set)
    for row in on:
        areas[row["list_id"]].add(row["area_id"])
    before = {row["list_id"]: f"{row['kind']}_{row['year'] - 1}" for row in official}
    return [
        {"list_id": list_id, "area_id": area, "certainty": "A"}
        for list_id, earlier in before.items()
        for area in sorted(areas[earlier] - areas[list_id])
    ]


def rules(texts: Mapping[str, Mapping[str, str]]) -> list[dict[str, Any]]:
    """The invented rules as the records of `contracts.ListRule`; one that looks at another list is not one of them."""
    return [
        {
            "rule_id": f"{kind}_{rule.years.start}",
            "kinds": kind,
            "name_da": texts[kind]["name_da"],
            "name_en": texts[kind]["name_en"],
            "first_date": f"{rule.years.start}-12-01",
            "minimum_residents": FEWEST_RESIDENTS,
            "needed": 2,
            "certainty": "A",
            "note_da": "Listerne er regnet af enkelte år; områdernes tal vises for tre år ad gangen.",
            "note_en": "The lists are made from single years; the areas' figures are shown for three years at a time.",
        }
        for kind, rule in LISTS.items()
        if not rule.unless_on
    ]


def criteria(ages: Mapping[str, str]) -> list[dict[str, Any]]:
    """Their criteria as the records of `contracts.ListCriterion`; `ages`: the age group of each indicator."""
    return [
        {
            "rule_id": f"{kind}_{rule.years.start}",
            "indicator_id": indicator_id,
            "age_group": ages[indicator_id],
            "side": "above",
            "threshold": threshold,
            "is_required": False,
            "definition": "all",
            "averaged_years": 1,
            "certainty": "A",
        }
        for kind, rule in LISTS.items()
        if not rule.unless_on
        for indicator_id, threshold in (
            ("outside_labour_market_pct", rule.outside),
            ("basic_education_pct", rule.basic),
        )
    ]


def _listed(rule: Rule, numbers: pandas.DataFrame, year: int) -> list[str]:
    """The housing areas that the rule puts on its list."""
    rows = numbers[(numbers["period_start"] == year) & numbers["area_id"].str.startswith("eks_omraade_")]
    number = rows["value"].fillna(100 * rows["count"] / rows["population"])
    figures = rows.assign(number=number).pivot(index="area_id", columns=["indicator_id", "age_group"], values="number")
    figures = figures.droplevel("age_group", axis=1)[["residents", "outside_labour_market_pct", "basic_education_pct"]]
    on = figures[(figures > [FEWEST_RESIDENTS - 1, rule.outside, rule.basic]).all(axis=1)].index.tolist()
    return [area for area in on if area not in _listed(LISTS[rule.unless_on], numbers, year)] if rule.unless_on else on
