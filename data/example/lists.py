"""The official lists of the dataset `example`, by invented rules on its figures."""

from __future__ import annotations

from collections.abc import Mapping
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


def _listed(rule: Rule, numbers: pandas.DataFrame, year: int) -> list[str]:
    """The housing areas that the rule puts on its list."""
    rows = numbers[(numbers["period_start"] == year) & numbers["area_id"].str.startswith("eks_omraade_")]
    number = rows["value"].fillna(100 * rows["count"] / rows["population"])
    figures = rows.assign(number=number).pivot(index="area_id", columns=["indicator_id", "age_group"], values="number")
    figures = figures.droplevel("age_group", axis=1)[["residents", "outside_labour_market_pct", "basic_education_pct"]]
    on = figures[(figures > [FEWEST_RESIDENTS - 1, rule.outside, rule.basic]).all(axis=1)].index.tolist()
    return [area for area in on if area not in _listed(LISTS[rule.unless_on], numbers, year)] if rule.unless_on else on
