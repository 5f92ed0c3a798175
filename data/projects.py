"""The project bank: which projects a reader asks for, when they ran, and what grew out of what."""

from __future__ import annotations

from collections.abc import Collection

import pandas

from data import query

INSIDE = 0.5  # a word within another (misbrug in hashmisbrug) tells less than a word's beginning
SHORTEST_INSIDE = 4  # letters; shorter words are found within too many others
OPEN_YEARS = 0.75  # how far an open end is drawn beyond what is known
OVER = ("finished", "changed", "abandoned")
PERIODS = ["project_id", "start", "end", "open_from", "solid_from", "solid_to", "planned_to", "open_to", "is_over"]


def search(texts: pandas.DataFrame, asked: str) -> pandas.DataFrame:
    """The projects that hold every word of `asked`, the best first: `rank` and `fields`, by project id.

    `texts`: a row a project, by its id; a column a field, the most telling one first. The rank is the sum of the places
    of the columns in which the words were found, half a place later where a word stands within another. `fields` are
    those columns. Letters are compared as `query.search` does. Without a word all are found, in no field.
    """
    words = _words(asked)
    found = {}
    for project_id, own in texts.iterrows():
        places = [_place(word, own) for word in words]
        if None not in places:
            fields = {field for _, field in places}
            found[project_id] = (sum(rank for rank, _ in places), [name for name in texts.columns if name in fields])
    rows = pandas.DataFrame.from_dict(found, orient="index", columns=["rank", "fields"])
    return rows.sort_values("rank", kind="stable")


def select(projects: pandas.DataFrame, goals: Collection[str] = (), statuses: Collection[str] = ()) -> pandas.DataFrame:
    """The projects with one of some goals and one of some statuses; nothing asked leaves nothing out."""
    for column, wanted in (("goal_id", goals), ("status", statuses)):
        if wanted:
            projects = projects[projects[column].isin(list(wanted))]
    return projects


def timeline(projects: pandas.DataFrame) -> pandas.DataFrame:
    """When the projects ran, in years with decimals, the earliest first; those without any date are left out.

    `start` and `end` are missing where the source does not say. From `solid_from` to `solid_to` the source tells of the
    project as it went, until `planned_to` as it was planned. From `open_from`, and until `open_to`, it may have run:
    places of their own only where start or end is missing. A project that is over is drawn no further than the day the
    source is about.
    """
    dated = projects[projects["start"].ne("") | projects["end"].ne("")]
    rows = [_period(row) for row in dated.to_dict("records")]
    return pandas.DataFrame(rows, columns=PERIODS).sort_values(
        ["open_from", "open_to"], kind="stable", ignore_index=True
    )


def became(projects: pandas.DataFrame, project_id: str) -> list[str]:
    """What a changed project became: its project id, or none."""
    return [name for name in projects.loc[projects["project_id"] == project_id, "became_project_id"] if name]


def grew_out_of(projects: pandas.DataFrame, project_id: str) -> list[str]:
    """The projects that became this one."""
    return projects.loc[projects["became_project_id"] == project_id, "project_id"].tolist()


def _words(text: str) -> list[str]:
    return _spaced(query.fold(text)).split()


def _spaced(folded: str) -> str:
    """Words apart from their commas, brackets and quotation marks."""
    return "".join(sign if sign.isalnum() else " " for sign in folded)


def _place(word: str, own: pandas.Series) -> tuple[float, str] | None:
    """The first field that holds the word, and its rank."""
    found = []
    for position, (field, text) in enumerate(own.items()):
        spelled = [f" {_spaced(spelling)}" for spelling in query.spellings(text)]
        if any(f" {word}" in spelling for spelling in spelled):
            found.append((position, field))
        elif len(word) >= SHORTEST_INSIDE and any(word in spelling for spelling in spelled):
            found.append((position + INSIDE, field))
    return min(found, default=None)


def _period(row: dict[str, str]) -> dict[str, object]:
    start, end = _year(row["start"]), _year(row["end"], at_end=True)
    said, is_over = _year(row["as_of"], at_end=True), row["status"] in OVER
    first = end if start is None else start
    last = max(first, said)
    if end is not None:
        solid_to = end if is_over else min(end, last)
        planned_to = open_to = end
    else:
        solid_to = planned_to = first if is_over else last
        open_to = last if is_over and last > first else planned_to + OPEN_YEARS
    return {
        "project_id": row["project_id"],
        "start": start,
        "end": end,
        "open_from": first - OPEN_YEARS if start is None else first,
        "solid_from": first,
        "solid_to": solid_to,
        "planned_to": planned_to,
        "open_to": open_to,
        "is_over": is_over,
    }


def _year(text: str, *, at_end: bool = False) -> float | None:
    """2003-07 -> 2003.5 (its first day), or the end of its last day; None for an empty text."""
    if not text:
        return None
    period = pandas.Period(text)
    day = (period + 1).start_time if at_end else period.start_time
    return day.year + (day.dayofyear - 1) / (366 if day.is_leap_year else 365)
