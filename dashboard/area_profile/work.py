"""Who works in an area and with what: its projects, their success criteria, and functions and organisations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas

from dashboard.area_profile.profile import SOURCE_FIELDS, Profile
from dashboard.i18n import labels, roles
from dashboard.i18n.words import Words
from dashboard.views.sentences import Citation
from dashboard.views.tables import Column
from data import scorecards
from data.contracts import Criterion, Level, Result


def own_projects(own: Profile) -> pandas.DataFrame:
    """The projects that name the area, one inside it, or one it lies in; and for a municipality or region those that
    name no area, where all the areas of their scheme lie in it.
    """
    projects = own.tables["projects"]
    touched = {own.area_id, *own.inside, *own.around}
    named = projects["areas"].map(lambda areas: not touched.isdisjoint(areas.split("|"))).astype(bool)
    return projects[named | (is_unplaced(projects) & projects["scheme"].isin(local_schemes(own)))]


def is_unplaced(projects: pandas.DataFrame) -> pandas.Series:
    """The projects whose source names no area."""
    return projects["areas"] == ""


def local_schemes(own: Profile) -> set[str]:
    """The schemes of which every area lies in this municipality or region. One placed project alone is no evidence."""
    if own.area.level not in (Level.MUNICIPALITY, Level.REGION):
        return set()
    placed = own.tables["projects"][lambda projects: ~is_unplaced(projects) & projects["scheme"].ne("")]
    here = {own.area_id, *own.inside}
    within = placed["areas"].map(lambda areas: here.issuperset(areas.split("|"))).groupby(placed["scheme"])
    return set(placed["scheme"]) & {scheme for scheme, own in within if len(own) > 1 and own.all()}


def projects(own: Profile) -> pandas.DataFrame:
    """The projects as texts: those of `project_columns`, and source_id and page."""
    words = own.words
    return framed(
        [
            {
                "status": words(labels.PROJECT_STATUSES[row["status"]]),
                "project": row["name"],
                "aim": words.pick(row, "aim"),
                "areas": ", ".join(names(own, row["areas"].split("|"))) or words("ikke oplyst"),
                "period": row["period"],
                "note": words.pick(row, "status_note"),
                **cited(own, row),
            }
            for row in own_projects(own).to_dict("records")
        ],
        project_columns(words),
    )


def project_columns(words: Words) -> list[Column]:
    return [
        Column("status", words("Status")),
        Column("project", words("Projekt")),
        Column("aim", words("Formål"), optional=True),
        Column("areas", words("Område")),
        Column("period", words("Periode"), optional=True),
        Column("note", words("Bemærkning"), optional=True),
        Column("source", words("Kilde")),
    ]


def projects_sentence(own: Profile) -> str:
    """4 projekter vedrører området: 3 i gang, 1 afsluttet."""
    words, rows = own.words, own_projects(own)
    counts = rows["status"].value_counts()
    parts = [
        f"{words.number(counts[status])} {words(word)}"
        for status, word in labels.PROJECT_STATUSES.items()
        if status in counts
    ]
    text = words.plural(
        "{n} projekt vedrører området: {list}.",
        "{n} projekter vedrører området: {list}.",
        len(rows),
        list=", ".join(parts),
    )
    unplaced = int(is_unplaced(rows).sum())
    if not unplaced:
        return text
    return (
        text
        + " "
        + words.plural(
            "For {n} af dem oplyser kilden intet område: det er med, fordi ordningens øvrige projekter alle "
            "ligger her.",
            "For {n} af dem oplyser kilden intet område: de er med, fordi ordningens øvrige projekter alle ligger her.",
            unplaced,
        )
    )


def criteria(own: Profile) -> list[Criterion]:
    """The success criteria that the projects own or serve."""
    every, results = Criterion.of(own.tables["criteria"]), Result.of(own.tables["results"])
    served = {
        row.criterion_id
        for project_id in own_projects(own)["project_id"]
        for row in scorecards.select(every, (), results, project=project_id)
    }
    return [row for row in every if row.criterion_id in served]


def workers(own: Profile) -> pandas.DataFrame:
    """Who works there, as functions and organisations: the texts of `worker_columns`, and source_id and page."""
    return framed([*landlords(own), *schemes(own), *partners(own), *responsible(own)], worker_columns(own.words))


def worker_columns(words: Words) -> list[Column]:
    return [
        Column("part", words("Rolle")),
        Column("who", words("Hvem")),
        Column("what", words("Hvad"), optional=True),
        Column("source", words("Kilde")),
    ]


def landlords(own: Profile) -> list[dict[str, str]]:
    """The municipality and the housing organisation."""
    words, area = own.words, own.area
    register = {"source": words("Områdelisten i denne version af data"), "source_id": "", "page": ""}
    municipality_id = own.area_id if area.level == Level.MUNICIPALITY else own.municipality_id
    found = (
        (words("Kommune"), own.book.names.get(municipality_id, "")),
        (words("Boligorganisation"), area.housing_organisation),
    )
    return [{"part": part, "who": who, "what": "", **register} for part, who in found if who]


def schemes(own: Profile) -> list[dict[str, str]]:
    """The schemes that the area, or areas in it, have a role in."""
    words, rows = own.words, own.tables["roles"]
    found = []
    for _, same in rows[rows["area_id"].isin([own.area_id, *own.inside])].groupby(["role", "scheme_da"], sort=False):
        row = same.iloc[0]
        others = names(own, (area for area in same["area_id"] if area != own.area_id))
        note = words.pick(row, "note") if len(same) == 1 else ""
        found.append(
            {
                "part": words(roles.ROLES[row["role"]].one),
                "who": words.pick(row, "scheme"),
                "what": " ".join(filter(None, (", ".join(others), note))),
                **cited(own, row),
            }
        )
    return found


def partners(own: Profile) -> list[dict[str, str]]:
    """Who the projects work with and who pays for them, each once, with the names of the projects."""
    words = own.words
    shares = pandas.DataFrame(
        [
            {"part": part, "who": who, "what": row["name"], "source_id": row["source_id"], "page": row["page"]}
            for row in own_projects(own).to_dict("records")
            for part, who in (
                (words("Samarbejdspartner"), row["partners"].replace("|", ", ")),
                (words("Penge fra"), words.pick(row, "funding")),
            )
            if who
        ],
        columns=["part", "who", "what", *SOURCE_FIELDS],
    )
    found = shares.groupby(["part", "who", "source_id"], sort=False, as_index=False).agg(
        what=("what", ", ".join), page=("page", lambda pages: ", ".join(dict.fromkeys(filter(None, pages))))
    )
    return [{**row, **cited(own, row)} for row in found.to_dict("records")]


def responsible(own: Profile) -> list[dict[str, str]]:
    """Who answers for the actions on the action cards."""
    words, cards = own.words, own.tables["action_cards"]
    return [
        {
            "part": words("Ansvarlig for en handling"),
            "who": words.pick(row, "responsible"),
            "what": words.pick(row, "title"),
            **cited(own, row),
        }
        for row in cards[cards["area_id"].isin([own.area_id, *own.inside])].to_dict("records")
        if words.pick(row, "responsible")
    ]


def names(own: Profile, area_ids: Iterable[str]) -> list[str]:
    return [own.book.names.get(area_id, area_id) for area_id in area_ids if area_id]


def cited(own: Profile, row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "source": own.citation(Citation(row["source_id"], row["page"])),
        **{field: row[field] for field in SOURCE_FIELDS},
    }


def framed(rows: list[dict[str, str]], columns: list[Column]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=[*(column.field for column in columns), *SOURCE_FIELDS], dtype=object)
