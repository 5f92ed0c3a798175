"""The tables of success criteria: the matrix, the numbers behind it, what the bars show, and the projects' outcomes."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from dashboard.charts.bars import Count
from dashboard.criteria.cards import CriterionCard, judgement, numbered, reached
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data import scorecards


def criterion_columns(words: Words) -> list[Column]:
    """The columns of the matrix target group x criterion x project."""
    return [
        Column("criterion", words("Succeskriterium")),
        Column("status_text", words("Status")),
        Column("target_group", words("Målgruppe")),
        Column("projects", words("Projekter og deres tal")),
        Column("achieved", words("Nået og mål")),
        Column("share_text", words("Andel af målet")),
        Column("dated", words("Opgjort")),
        Column("basis", words("Begrundelse og forbehold")),
    ]


def criterion_frame(cards: Iterable[CriterionCard], words: Words) -> pandas.DataFrame:
    """The cards as a frame for the table; the share in words, "ikke opgjort" where there is none."""
    columns = [column.field for column in criterion_columns(words)]
    frame = pandas.DataFrame([[getattr(card, field) for field in columns] for card in cards], columns=columns)
    return frame.replace({"projects": {"": words("ingen")}})


def part_rows(
    criteria: pandas.DataFrame,
    statuses: pandas.DataFrame,
    results: pandas.DataFrame,
    projects: pandas.DataFrame,
    words: Words,
) -> pandas.DataFrame:
    """One row a criterion, project, date and kind, as printed, with what is derived beside it; for `part_columns`."""
    names = projects.set_index("project_id")["name"]
    known = criteria.merge(statuses, on="criterion_id", validate="one_to_one", suffixes=("", "_status"))
    rows = known.merge(results, on="criterion_id", how="left", suffixes=("", "_result"))
    has_number, is_added = rows["value"].notna(), rows["counted"].eq(True) & rows["served"].eq(True)
    yes, no = words("ja"), words("nej")
    return pandas.DataFrame(
        {
            "criterion": [numbered(row, words) for row in rows.to_dict("records")],
            "target_group": rows[f"target_group_{words.language}"],
            "project": rows["project_id_result"].map(names).fillna(rows["project_id_result"]).fillna(""),
            "kind": rows[f"kind_{words.language}"].fillna(""),
            "as_of": rows["as_of_result"].fillna(""),
            "day": [labels.day(day, words) if isinstance(day, str) else "" for day in rows["as_of_result"]],
            "value": rows["value"],
            "counted": is_added.map({True: yes, False: no}).where(has_number, ""),
            "double": rows["double_counted_result"].eq(True).map({True: yes, False: ""}),
            "evidence": rows["evidence"].fillna(""),
            "target": rows["target"],
            "baseline": rows["baseline"],
            "reached": rows["reached"],
            "share": 100 * rows["share"],
            "status_text": [words(labels.CRITERION_STATUSES[status]) for status in rows["status"]],
            "judgement": [judgement(row, words) for row in rows.to_dict("records")],
            "page": rows["page_result"].fillna(rows["page"]),
            "note": rows[f"note_{words.language}_result"].fillna(""),
        }
    )


def part_columns(words: Words) -> list[Column]:
    """The columns of a file of criteria: what is printed, then what is derived."""
    return [
        Column("criterion", words("Succeskriterium")),
        Column("target_group", words("Målgruppe")),
        *result_columns(words),
        Column("target", words("Mål"), "number", 1),
        Column("baseline", words("Udgangspunkt"), "number", 1),
        Column("reached", words("Nået i alt (afledt, vores sum)"), "number", 1),
        Column("share", words("Andel af målet i pct. (afledt)"), "number", 1),
        Column("status_text", words("Status")),
        Column("judgement", words("Vurdering"), optional=True),
    ]


def result_columns(words: Words, decimals: int = 1) -> list[Column]:
    """The columns of the numbers behind one criterion, by date."""
    return [
        Column("project", words("Projekt"), optional=True),
        Column("day", words("Dato"), optional=True),
        Column("value", words("Tal i kilden"), "number", decimals),
        Column("kind", words("Hvad er talt"), optional=True),
        Column("counted", words("Lagt til summen"), optional=True),
        Column("double", words("Talt to steder"), optional=True),
        Column("evidence", words("Står i kilden som"), optional=True),
        Column("page", words("Side i kilden"), optional=True),
        Column("note", words("Note"), optional=True),
    ]


def progress(
    criteria: pandas.DataFrame,
    statuses: pandas.DataFrame,
    results: pandas.DataFrame,
    projects: pandas.DataFrame,
    words: Words,
) -> pandas.DataFrame:
    """The rows of `criterion_figures.progress_bars`: criteria with a target, each with its latest counted numbers, or
    with one row without a value.
    """
    latest = scorecards.latest(results)
    counted = latest[latest["counted"] & latest["served"] & latest["value"].notna()]
    known = criteria[criteria["target"].notna()].merge(statuses, on="criterion_id", suffixes=("", "_status"))
    rows = known.merge(counted, on="criterion_id", how="left", suffixes=("", "_result"))
    names = projects.set_index("project_id")["name"]
    return pandas.DataFrame(
        {
            "criterion": [numbered(row, words) for row in rows.to_dict("records")],
            "project": rows["project_id_result"].map(names).fillna(rows["project_id_result"]).fillna(""),
            "kind_da": rows["kind_da"].fillna(""),
            "kind": rows[f"kind_{words.language}"].fillna(""),
            "value": rows["value"],
            "reached": rows["reached"],
            "target": rows["target"],
            "share": rows["share"],
            "reached_text": [reached(row, words) for row in rows.to_dict("records")],
            "status_text": [words(labels.CRITERION_STATUSES[status]) for status in rows["status"]],
            "double_counted": rows["double_counted_result"].eq(True),
            "evidence": rows["evidence"].fillna(""),
            "source_id": rows["source_id_result"].fillna(rows["source_id"]),
            "page": rows["page_result"].fillna(rows["page"]),
        }
    )


def progress_columns(words: Words) -> list[Column]:
    return [
        Column("criterion", words("Succeskriterium")),
        Column("project", words("Projekt"), optional=True),
        Column("kind", words("Hvad er talt"), optional=True),
        Column("value", words("Nået"), "number"),
        Column("target", words("Mål"), "number"),
        Column("evidence", words("Står i kilden som"), optional=True),
    ]


def outcome_columns(words: Words) -> list[Column]:
    return [
        Column(f"group_{words.language}", words("Gruppe"), optional=True),
        Column(f"outcome_{words.language}", words("Udfald")),
        Column("persons", words("Personer"), "number"),
        Column(f"note_{words.language}", words("Note"), optional=True),
    ]


def outcome_counts(outcomes: pandas.DataFrame, words: Words) -> list[Count]:
    """A project's outcomes (the table of `Outcome`) as `bars.count_bars` draws them, without the totals."""
    rows = outcomes[~outcomes["is_total"]]
    groups, names = rows[f"group_{words.language}"], rows[f"outcome_{words.language}"]
    return [Count(*row) for row in zip(groups, names, rows["persons"], strict=True)]


def outcome_sentence(outcomes: pandas.DataFrame, words: Words) -> str:
    """586 personer er opgjort pr. 15. september 2005 (trykt i kilden). Flest står under »Job«: 225."""
    rows, totals = outcomes[~outcomes["is_total"]], outcomes[outcomes["is_total"]]
    whole, largest = int(rows["persons"].sum()), rows[rows["persons"] == rows["persons"].max()]
    origin = words("trykt i kilden") if whole in set(totals["persons"]) else words("afledt, vores sum")
    sentence = words(
        "{n} personer er opgjort pr. {day} ({origin}).",
        n=words.number(whole),
        origin=origin,
        day=labels.day(outcomes["as_of"].max(), words),
    )
    if len(largest) == 1:
        sentence += " " + words(
            "Flest står under »{name}«: {n}.",
            name=words.pick(largest.iloc[0], "outcome"),
            n=words.number(largest["persons"].iloc[0]),
        )
    groups = [
        f"{words.pick(row, 'group')}: {words.number(row['persons'])}"
        for row in totals.to_dict("records")
        if words.pick(row, "group") and row["persons"] != whole
    ]
    return f"{sentence} {'; '.join(groups)}." if groups else sentence
