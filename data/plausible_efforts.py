"""Projects, criteria and results that contradict each other: dates, targets, sums, repetitions, rings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import pandas

from data.doubts import Doubt, fault, fields, plain, question, text, where
from data.errors import Text
from data.plausible_areas import in_ring
from data.register_faults import PERCENT

Tables = Mapping[str, pandas.DataFrame]
ENDS = {  # table -> start and end, as dates or years
    "projects": ("start", "end"),
    "criteria": ("start_date", "end_date"),
    "comparisons": ("start", "end"),
    "action_cards": ("opened", "closed"),
}


def doubts(tables: Tables, today: date) -> Iterator[Doubt]:
    """What efforts and their results cannot be."""
    for table, (start, end) in ENDS.items():
        if table in tables:
            yield from _ends(tables[table], start, end)
    if "comparisons" in tables:
        yield from _before_after(tables["comparisons"])
    if "criteria" in tables:
        yield from _targets(tables["criteria"])
    if "projects" in tables:
        yield from _became(tables["projects"])
    if "results" in tables:
        yield from _dates(tables, today)
        yield from _twice(tables["results"])
    if {"results", "criteria"} <= set(tables):
        yield from _percentages(tables)


def _ends(rows: pandas.DataFrame, start: str, end: str) -> Iterator[Doubt]:
    """An end before its start; dates of different lengths are compared as far as both go."""
    starts, ends = (rows[name].astype("str").replace({"<NA>": "", "nan": ""}).fillna("") for name in (start, end))
    early = [bool(a and b) and b[: len(a)] < a[: len(b)] for a, b in zip(starts, ends, strict=True)]
    yield from fault(
        "ends_before_start",
        fields(
            where(rows.assign(starts=starts), early),
            end,
            lambda row: Text(f"tidligst {row.starts}, hvor det begynder", f"at the earliest {row.starts}, its start"),
        ),
    )


def _before_after(comparisons: pandas.DataFrame) -> Iterator[Doubt]:
    wrong = comparisons[comparisons["before"] >= comparisons["after"]]
    yield from fault(
        "after_before",
        fields(wrong, "after", lambda row: Text(f"et år efter {row.before}", f"a year after {row.before}")),
    )


def _targets(criteria: pandas.DataFrame) -> Iterator[Doubt]:
    """A target of 0, of 0.85 for 85 per cent, or equal to where it began."""
    target, baseline = (criteria[name].astype("float64") for name in ("target", "baseline"))
    is_share = criteria["unit_da"].isin(PERCENT)
    share = is_share & (target > 0) & (target <= 1)
    for rule, wrong, expected in (
        (
            "target_zero",
            target == 0,
            lambda _row: Text("et mål over 0, eller et tomt felt", "a target above 0, or none"),
        ),
        (
            "target_share",
            share,
            lambda row: Text(
                f"procent fra 0 til 100, her {plain(row.target * 100)}", f"per cent, here {plain(row.target * 100)}"
            ),
        ),
        (
            "target_is_baseline",
            (target == baseline) & (target != 0) & ~share,
            lambda row: Text(
                f"et mål, der ikke er udgangspunktet {plain(row.baseline)}",
                f"a target that is not the {row.baseline} it began at",
            ),
        ),
    ):
        for criterion_id, group in criteria[wrong].groupby("criterion_id"):
            found = fields(group, "target", expected, lambda row: f"{row.criterion_id}: {plain(row.target)}")
            yield from question(rule, str(criterion_id), found)


def _became(projects: pandas.DataFrame) -> Iterator[Doubt]:
    """Projects that became each other in a ring."""
    named = projects[projects["became_project_id"] != ""]
    following = {a: [b] for a, b in zip(named["project_id"], named["became_project_id"], strict=True)}
    ring = where(named, (in_ring(project_id, following) for project_id in named["project_id"]))
    yield from fault(
        "became_ring",
        fields(
            ring,
            "became_project_id",
            lambda row: Text(
                f"et projekt, der ikke selv blev til {row.project_id}",
                f"a project that did not itself become {row.project_id}",
            ),
            lambda row: f"{row.project_id} blev til {row.became_project_id}",
        ),
    )


def _dates(tables: Tables, today: date) -> Iterator[Doubt]:
    """Results after today, and before their project or criterion began."""
    results = tables["results"]
    now = today.isoformat()
    late = where(results, (as_of > now[: len(as_of)] for as_of in results["as_of"]))
    yield from fault(
        "result_after_today",
        fields(late, "as_of", text(f"en dato, der ikke ligger efter {now}", f"a date not after {now}")),
    )
    for table, key, start in (("projects", "project_id", "start"), ("criteria", "criterion_id", "start_date")):
        if table in tables:
            starts = tables[table].drop_duplicates(key).set_index(key)[start]
            begun = results[key].map(starts).astype("str").replace({"nan": ""}).fillna("")
            early = [
                bool(b) and as_of[: len(b)] < b[: len(as_of)] for as_of, b in zip(results["as_of"], begun, strict=True)
            ]
            for subject, group in where(results.assign(begun=begun), early).groupby(key):
                found = fields(
                    group,
                    "as_of",
                    lambda row: Text(
                        f"tidligst {row.begun}, hvor det begyndte", f"at the earliest {row.begun}, its start"
                    ),
                    lambda row: f"{row.criterion_id}, {row.project_id}: {row.as_of}",
                )
                yield from question("result_before_start", str(subject), found)


def _twice(results: pandas.DataFrame) -> Iterator[Doubt]:
    """The same number of a project on a date, counted under two kinds."""
    counted = results[results["counted"].astype(bool) & results["value"].astype("float64").gt(0)]
    same = ["criterion_id", "project_id", "as_of", "value"]
    again = counted.assign(first=counted.groupby(same)["kind_da"].transform("first"))[counted.duplicated(same)]
    for criterion_id, group in again.groupby("criterion_id"):
        found = fields(
            group,
            "kind_da",
            lambda row: Text(
                f"counted false, hvis det er de samme som under »{row.first}«",
                f"counted false, if they are the same as under »{row.first}«",
            ),
            lambda row: f"{row.project_id}, {row.as_of}: {plain(float(row.value))} »{row.kind_da}«",
        )
        yield from question("same_result_twice", str(criterion_id), found)


def _percentages(tables: Tables) -> Iterator[Doubt]:
    """Percentages of several projects that would be added up to one number of the criterion."""
    results = tables["results"]
    units = tables["criteria"].drop_duplicates("criterion_id").set_index("criterion_id")["unit_da"]
    shares = results[results["criterion_id"].map(units).isin(PERCENT) & results["counted"].astype(bool)]
    shares = shares[shares["value"].notna()]
    for _, group in shares.groupby("criterion_id"):
        newest = group.sort_values("as_of", kind="stable").drop_duplicates("project_id", keep="last")
        if len(newest) > 1:
            whole = _together(newest)
            found = fields(
                newest.iloc[1:],
                "counted",
                text(f"én andel for kriteriet, her {whole}", f"one share for the criterion, here {whole}"),
                lambda row: f"{row.criterion_id}, {row.project_id}: {plain(float(row.value))} %",
            )
            yield from fault("percentages_summed", found)


def _together(rows: pandas.DataFrame) -> str:
    """The share of all, weighted by the persons of each where they are known."""
    value, persons = rows["value"].astype("float64"), rows["persons"].astype("float64")
    if persons.notna().all():
        return plain(round((value * persons).sum() / persons.sum(), 1))
    return f"omkring {plain(round(value.mean(), 1))}"
