"""What would change for readers if a draft were published: numbers added, changed and gone, and verdicts that flip."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import pandas
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dashboard.i18n.words import Words
from dashboard.prepare.earlier import reachable
from dashboard.prepare.intake import Folders, Trial
from data import versions
from data.contracts import CriterionStatus, GivenObservation, Observation, Trend
from data.versions import Content

LARGEST = 10
NUMBER = list(GivenObservation.KEY)


@dataclass(frozen=True)
class Change:
    """A number that is another one than before, or a verdict or status that is another word."""

    what: str
    area_id: str
    when: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """How a draft differs from the version that is shown."""

    added: int
    changed: int
    gone: int
    largest: tuple[Change, ...]
    flips: tuple[Change, ...]
    is_first: bool = False


def difference(trial: Trial, folders: Folders) -> Difference:
    """The difference of a draft that prepare has built from the version that readers see."""
    assert trial.contents is not None
    new = table(trial.contents, Observation.TABLE)
    dataset = trial.draft.dataset.dataset_id
    if not reachable(folders.prepared, dataset):
        return Difference(len(new), 0, 0, (), (), is_first=True)
    shown = versions.current(folders.prepared, dataset)
    old = versions.read_table(shown, Observation.TABLE)
    both = old[[*NUMBER, "value"]].merge(
        new[[*NUMBER, "value"]], on=NUMBER, how="outer", suffixes=("_before", "_after"), indicator=True
    )
    matched = both[both["_merge"] == "both"]
    differs = (matched["value_before"] != matched["value_after"]) & ~(
        matched["value_before"].isna() & matched["value_after"].isna()
    )
    changed = matched[differs.astype(bool)]
    flips = [
        *_flips(
            versions.read_table(shown, Trend.TABLE), table(trial.contents, Trend.TABLE), list(Trend.KEY), "verdict"
        ),
        *_flips(
            versions.read_table(shown, CriterionStatus.TABLE),
            table(trial.contents, CriterionStatus.TABLE),
            list(CriterionStatus.KEY),
            "status",
        ),
    ]
    counts = both["_merge"].value_counts()
    return Difference(
        int(counts.get("right_only", 0)), len(changed), int(counts.get("left_only", 0)), _largest(changed), tuple(flips)
    )


def show(trial: Trial, folders: Folders, console: Console) -> None:
    found = difference(trial, folders)
    if found.is_first:
        console.print(f"Datasættet er nyt: {found.added} tal.")
        return
    console.print(f"{found.added} tal er nye, {found.changed} er ændret, og {found.gone} er væk.")
    for title, changes in (("De største ændringer", found.largest), ("Vurderinger, der skifter", found.flips)):
        if changes:
            table = Table("Hvad", "Område", "Hvornår", "Før", "Nu", title=title, title_justify="left", box=None)
            for change in changes:
                table.add_row(*map(escape, (change.what, change.area_id, change.when, change.before, change.after)))
            console.print(table)


def _largest(changed: pandas.DataFrame) -> tuple[Change, ...]:
    """The largest changes against what the number was; a number that came or went is last."""
    size = (changed["value_after"] - changed["value_before"]).abs() / changed["value_before"].abs().clip(lower=1)
    rows = changed.assign(size=size).sort_values("size", ascending=False, na_position="last").head(LARGEST)
    columns = ["indicator_id", "area_id", "period_start", "period_end", "value_before", "value_after"]
    return tuple(
        Change(
            str(indicator), str(area), f"{start}" if start == end else f"{start}-{end}", _number(before), _number(after)
        )
        for indicator, area, start, end, before, after in rows[columns].itertuples(index=False, name=None)
    )


def _flips(old: pandas.DataFrame, new: pandas.DataFrame, key: list[str], column: str) -> list[Change]:
    both = old[[*key, column]].merge(new[[*key, column]], on=key, suffixes=("_before", "_after"))
    turned = both[both[f"{column}_before"] != both[f"{column}_after"]]
    areas = turned["area_id"] if "area_id" in turned else turned[key[0]].map(lambda _: "")
    return [
        Change(str(what), str(area), "", str(before), str(after))
        for what, area, before, after in zip(
            turned[key[0]], areas, turned[f"{column}_before"], turned[f"{column}_after"], strict=True
        )
    ]


def table(contents: Mapping[str, Content], name: str) -> pandas.DataFrame:
    """A prepared table of a version that is not published, by its name in `contracts.PREPARED_TABLES`."""
    return pandas.read_parquet(io.BytesIO(contents[f"{name}.parquet"].data))


def _number(value: float) -> str:
    return "" if pandas.isna(value) else Words().number(value, 1)
