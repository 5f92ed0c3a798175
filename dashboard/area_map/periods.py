"""The periods a map can show, and which of them can be compared."""

from __future__ import annotations

import pandas

from data import query
from data.contracts import Status


def bases(rows: pandas.DataFrame) -> dict[str, list[str]]:
    """For each period the periods it can be compared with, which are as long; none where it stands alone."""
    spans = rows[["period_start", "period_end"]].drop_duplicates().sort_values(["period_end", "period_start"])
    named = {query.period_name(start, end): end - start for start, end in spans.itertuples(index=False)}
    alike = {period: [other for other in named if named[other] == length] for period, length in named.items()}
    return {period: others for period, others in alike.items() if len(others) > 1}


def newest_shown(rows: pandas.DataFrame) -> str | None:
    """The newest period in which an area of the rows has a number to show."""
    spans = rows.loc[rows["status"] == Status.SHOWN, ["period_end", "period_start"]]
    if spans.empty:
        return None
    end, start = max(spans.itertuples(index=False, name=None))
    return query.period_name(start, end)
