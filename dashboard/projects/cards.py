"""Projects ready to read: the texts of the project bank, its list, and the one-page sheet of each project.

The sheet has the parts of the ministry's form for steering projects, "problem, mål, aktiviteter, resultater", and what
the bank knows besides. What a source does not say is written so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas

from dashboard.area_profile import profile as area_profile
from dashboard.area_profile import work as area_work
from dashboard.area_profile.profile import Profile
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.criteria import cards as criterion_cards
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences, tables
from dashboard.views.tables import Column
from data import projects, query, scorecards
from data.contracts import Level

TABLES = (*area_profile.TABLES, "goals", "outcomes", "milestones")
NOT_TOLD = N_("Ikke oplyst i kilden")
FORM = {
    "problem": N_("Problem"),
    "aim": N_("Mål med projektet"),
    "activities": N_("Aktiviteter"),
    "results": N_("Resultater"),
    "anchoring": N_("Forankring"),
}
FACTS = {
    "goal": N_("Politisk mål"),
    "target_group": N_("Målgruppe"),
    "areas": N_("Områder"),
    "period": N_("Periode"),
    "funding": N_("Penge fra"),
    "organisation": N_("Organisation"),
    "partners": N_("Samarbejdspartnere"),
}
LINEAGE = {"grew_out_of": N_("Voksede ud af"), "became": N_("Blev til")}
SEARCHED = {  # the most telling first
    "name": N_("Navn"),
    "goal": FACTS["goal"],
    "target_group": FACTS["target_group"],
    "areas": FACTS["areas"],
    **{field: FORM[field] for field in ("aim", "problem", "activities", "results", "anchoring")},
    "organisation": FACTS["organisation"],
    "partners": FACTS["partners"],
    "funding": FACTS["funding"],
    "note": N_("Bemærkning"),
}
IN_PAIRS = ("target_group", *FORM, "funding", "organisation")  # fields with a Danish and an English column


@dataclass(frozen=True)
class Wanted:
    """What a reader asks the bank for; empty leaves nothing out. `area_id` is the country for all areas."""

    text: str = ""
    goals: Sequence[str] = ()
    area_id: str = COUNTRY
    statuses: Sequence[str] = ()


@dataclass(frozen=True)
class Bank:
    """The projects among the prepared `tables` of one version, in one language. `book`: their atlas."""

    tables: Mapping[str, pandas.DataFrame]  # by the names in TABLES
    book: Atlas
    words: Words

    @cached_property
    def projects(self) -> pandas.DataFrame:
        return self.tables["projects"]

    @cached_property
    def goals(self) -> dict[str, str]:
        """The title of every goal that a project has, by its id."""
        rows = self.tables["goals"][self.tables["goals"]["goal_id"].isin(self.projects["goal_id"])]
        return dict(zip(rows["goal_id"], rows[f"title_{self.words.language}"], strict=True))

    @property
    def statuses(self) -> list[str]:
        """The statuses that occur, in the order they are told in."""
        return [status for status in labels.PROJECT_STATUSES if status in set(self.projects["status"])]

    @cached_property
    def names(self) -> pandas.Series:
        return self.projects.set_index("project_id")["name"]

    def area_ids(self) -> list[str]:
        """The country, the areas that projects name, and those around them, by name."""
        named = {area for areas in self.projects["areas"] for area in areas.split("|") if area in self.book.names}
        around = {area for name in named for area in self.book.paths[name]} | named
        return [COUNTRY, *sorted(around, key=lambda area: query.danish_order(self.book.names[area]))]

    @cached_property
    def texts(self) -> pandas.DataFrame:
        """Every project's texts by its id, empty where the source does not say: the fields of SEARCHED, the period as
        the source writes it, status and status_text, grew_out_of, became, as_of, source, certainty, source_id and page.
        """
        words, rows = self.words, self.projects
        texts = rows[["project_id", "name", "status", "source_id", "page"]].assign(
            **{field: rows[f"{field}_{words.language}"] for field in IN_PAIRS},
            note=rows[f"status_note_{words.language}"],
            goal=rows["goal_id"].map(self.goals).fillna(""),
            areas=[", ".join(self.area_names(areas)) for areas in rows["areas"]],
            partners=rows["partners"].str.replace("|", ", "),
            period=[self.period(row) for row in rows.to_dict("records")],
            status_text=[labels.project_status(status, words) for status in rows["status"]],
            grew_out_of=[self.named(self.grew_out_of(name)) for name in rows["project_id"]],
            became=[self.named(self.became(name)) for name in rows["project_id"]],
            as_of=[labels.day(day, words) for day in rows["as_of"]],
            source=[self.citation(row) for row in rows.to_dict("records")],
            certainty=[words(labels.CERTAINTIES[letter]) for letter in rows["certainty"]],
        )
        return texts.set_index("project_id")

    def area_names(self, areas: str) -> list[str]:
        return [self.book.names.get(area_id, area_id) for area_id in areas.split("|") if area_id]

    def period(self, row: Mapping[str, Any]) -> str:
        """The period as the source writes it, else its first and last day."""
        return row["period"].replace("-", "–") if row["period"][:4].isdigit() else row["period"] or self.dates(row)

    def dates(self, row: Mapping[str, Any]) -> str:
        """juli 2003 – slut ikke oplyst; empty where neither is known."""
        words = self.words
        if not row["start"] and not row["end"]:
            return ""
        start = labels.day(row["start"], words) if row["start"] else words("start ikke oplyst")
        end = labels.day(row["end"], words) if row["end"] else words("slut ikke oplyst")
        return start if start == end else f"{start} – {end}"

    def citation(self, row: Mapping[str, Any]) -> str:
        title = self.tables["sources"].set_index("source_id")["title"].get(row["source_id"], row["source_id"])
        return tables.citation(title, row["page"], self.words)

    def source_line(self, rows: pandas.DataFrame) -> str:
        """The sources of some rows; without rows the bank itself."""
        if rows.empty:
            return self.words("Projektbanken i denne version af data.")
        return sentences.source_line(rows, self.tables["sources"], self.words)

    # The list

    def found(self, wanted: Wanted) -> pandas.DataFrame:
        """The texts of the projects a reader asks for, the best first, with `found_in` for the words of the search."""
        chosen = projects.select(self.of_area(wanted.area_id), wanted.goals, wanted.statuses)
        texts = self.texts.loc[chosen["project_id"]]
        hits = projects.search(texts[list(SEARCHED)], wanted.text)
        order = list(labels.PROJECT_STATUSES)
        rows = texts.loc[hits.index].assign(
            rank=hits["rank"],
            found_in=[", ".join(self.words(SEARCHED[field]).lower() for field in fields) for fields in hits["fields"]],
        )
        return rows.sort_values(
            ["rank", "status", "name"],
            kind="stable",
            key=lambda column: (
                column.map(order.index)
                if column.name == "status"
                else column.map(query.danish_order)
                if column.name == "name"
                else column
            ),
        )

    def of_area(self, area_id: str) -> pandas.DataFrame:
        """The projects of an area, by the rule of its profile; of the country all."""
        if area_id == COUNTRY:
            return self.projects
        return area_work.own_projects(Profile(area_id, self.tables, self.book, self.words))

    def chosen(self, wanted: Wanted) -> str:
        """The choices in words, for the sentence and the file; empty where nothing is chosen."""
        words = self.words
        parts = {
            words("søgning"): f"»{wanted.text}«" if wanted.text else "",
            words("politisk mål"): ", ".join(self.goals[goal] for goal in wanted.goals),
            words("område"): "" if wanted.area_id == COUNTRY else self.book.names[wanted.area_id],
            words("status"): ", ".join(words(labels.PROJECT_STATUSES[status]) for status in wanted.statuses),
        }
        return "; ".join(f"{name}: {text}" for name, text in parts.items() if text)

    def list_sentence(self, rows: pandas.DataFrame, wanted: Wanted) -> str:
        """5 af 27 projekter vises: 3 i gang, 2 afsluttet (søgning: »job«). An empty list says what to do."""
        words, chosen = self.words, self.chosen(wanted)
        if rows.empty:
            advice = words("Skriv et kortere ord, eller fjern et valg.") if wanted.text else words("Fjern et valg.")
            return " ".join(
                (
                    words(
                        "Ingen af bankens {n} projekter passer til valget ({chosen}).",
                        n=words.number(len(self.projects)),
                        chosen=chosen,
                    ),
                    advice,
                )
            )
        counts = rows["status"].value_counts()
        parts = ", ".join(
            f"{words.number(counts[status])} {words(word)}"
            for status, word in labels.PROJECT_STATUSES.items()
            if status in counts
        )
        if len(rows) == len(self.projects):
            return words("Banken har {n} projekter: {list}.", n=words.number(len(rows)), list=parts)
        return words(
            "{n} af {all} projekter vises: {list} ({chosen}).",
            n=words.number(len(rows)),
            all=words.number(len(self.projects)),
            list=parts,
            chosen=chosen,
        )

    def told(self, rows: pandas.DataFrame) -> pandas.DataFrame:
        """Texts of projects with the words for what the source does not say."""
        fields = [*FORM, *FACTS]
        return rows.assign(**rows[fields].replace("", self.words(NOT_TOLD)))

    def list_columns(self) -> list[Column]:
        words = self.words
        return [
            Column("name", words("Projekt")),
            Column("status_text", words("Status")),
            Column("aim", words(FORM["aim"])),
            *(Column(field, words(FACTS[field])) for field in ("goal", "target_group", "areas", "period")),
            Column("found_in", words("Fundet i"), optional=True),
        ]

    def file_columns(self) -> list[Column]:
        """All that is known of each project."""
        words = self.words
        return [
            Column("name", words("Projekt")),
            Column("status_text", words("Status")),
            *(Column(field, words(text)) for field, text in {**FORM, **FACTS, **LINEAGE}.items()),
            Column("note", words("Bemærkning")),
            Column("found_in", words("Fundet i"), optional=True),
            Column("as_of", words("Opgjort")),
            Column("source", words("Kilde")),
            Column("certainty", words("Sikkerhed")),
        ]

    # One project

    def form(self, project_id: str) -> pandas.DataFrame:
        """The ministry's form: part and text, "ikke oplyst i kilden" where there is none."""
        return _parts(self._named(project_id, FORM))

    def facts(self, project_id: str) -> pandas.DataFrame:
        """What else is known of a project: part and text, with what it grew out of, what it became, and the source."""
        words, own = self.words, self.texts.loc[project_id]
        return pandas.concat(
            [
                _parts(self._named(project_id, FACTS)),
                _parts((words(text), own[field]) for field, text in LINEAGE.items() if own[field]),
                _parts(
                    [
                        (words("Opgjort"), own["as_of"]),
                        (words("Kilde"), own["source"]),
                        (words("Sikkerhed"), own["certainty"]),
                    ]
                ),
            ],
            ignore_index=True,
        )

    def grew_out_of(self, project_id: str) -> list[str]:
        return projects.grew_out_of(self.projects, project_id)

    def became(self, project_id: str) -> list[str]:
        return projects.became(self.projects, project_id)

    def named(self, project_ids: list[str]) -> str:
        return ", ".join(self.names[project_ids])

    def _named(self, project_id: str, fields: Mapping[str, str]) -> list[tuple[str, str]]:
        own = self.told(self.texts.loc[[project_id]]).iloc[0]
        return [(self.words(text), own[field]) for field, text in fields.items()]

    def part_columns(self) -> list[Column]:
        return [Column("part", self.words("Punkt")), Column("text", self.words("Det siger kilden"))]

    def status_sentence(self, project_id: str) -> str:
        """Projektet er ændret. Videreudviklet til Nye Muligheder."""
        own, words = self.texts.loc[project_id], self.words
        return f"{words('Status')}: {own['status_text']}. {own['note']}".strip()

    def criteria(self, project_id: str) -> pandas.DataFrame:
        """The success criteria that a project owns or serves."""
        known = self.tables
        return scorecards.select(known["criteria"], known["criterion_statuses"], known["results"], project=project_id)

    def criterion_rows(self, project_id: str) -> pandas.DataFrame:
        """The project's success criteria on the sheet: criterion, status (a word), reached."""
        words = self.words
        rows = self.criteria(project_id).merge(self.tables["criterion_statuses"], on="criterion_id")
        return pandas.DataFrame(
            [
                {
                    "criterion": criterion_cards.numbered(row, words),
                    "status": words(labels.CRITERION_STATUSES[row["status"]]),
                    "reached": criterion_cards.reached(row, words),
                }
                for row in rows.to_dict("records")
            ],
            columns=["criterion", "status", "reached"],
        )

    def milestones(self, project_id: str) -> pandas.DataFrame:
        """The project's milestones by day: the fields of `milestone_columns`, source_id and page."""
        words, rows = self.words, self.tables["milestones"]
        rows = rows[rows["project_id"] == project_id].sort_values("due")
        return rows.assign(
            title=rows[f"title_{words.language}"],
            note=rows[f"note_{words.language}"],
            status_text=[labels.milestone_status(status, words) for status in rows["status"]],
            due_text=[labels.day(day, words) for day in rows["due"]],
            evaluated_text=[labels.day(day, words) or words("ikke vurderet") for day in rows["evaluated"]],
        )

    def milestone_columns(self) -> list[Column]:
        words = self.words
        return [
            Column("title", words("Milepæl")),
            Column("status_text", words("Status")),
            Column("due_text", words("Frist")),
            Column("evaluated_text", words("Vurderet")),
            Column("note", words("Bemærkning"), optional=True),
        ]

    def actions(self, project_id: str) -> pandas.DataFrame:
        """The action cards of a project, the latest first: the fields of `action_columns`, source_id and page."""
        words, rows = self.words, self.tables["action_cards"]
        rows = rows[rows["project_id"] == project_id].sort_values("opened", ascending=False)
        texts = {
            field: rows[f"{field}_{words.language}"] for field in ("title", "problem", "action", "responsible", "note")
        }
        return rows.assign(
            **texts,
            area=[self.book.names.get(area_id, area_id) for area_id in rows["area_id"]],
            status_text=[words(labels.CARD_STATUSES[status]) for status in rows["status"]],
            due_text=[labels.day(day, words) or words("ingen frist") for day in rows["due"]],
        )

    def action_columns(self) -> list[Column]:
        words = self.words
        return [
            Column("title", words("Handlingskort")),
            Column("status_text", words("Status")),
            Column("area", words("Område")),
            Column("problem", words("Problem")),
            Column("action", words("Handling")),
            Column("responsible", words("Ansvarlig")),
            Column("due_text", words("Frist")),
            Column("note", words("Bemærkning"), optional=True),
        ]

    # The timeline

    def timeline(self, project_ids: Iterable[str]) -> pandas.DataFrame:
        """`data.projects.timeline` of some projects with the texts of their bars: name, status_text, dates."""
        rows = self.projects[self.projects["project_id"].isin(list(project_ids))]
        dates = {row["project_id"]: self.dates(row) for row in rows.to_dict("records")}
        drawn = projects.timeline(rows)
        own = self.texts.loc[drawn["project_id"], ["name", "status_text"]].reset_index(drop=True)
        return drawn.assign(**own, dates=drawn["project_id"].map(dates))

    def timeline_rows(self, drawn: pandas.DataFrame, found: pandas.DataFrame) -> pandas.DataFrame:
        """The table of the timeline: first those that are drawn, then those without dates."""
        rows = pandas.concat([found.loc[drawn["project_id"]], found.drop(drawn["project_id"])])
        own = self.projects.set_index("project_id").loc[rows.index]
        missing = self.words(NOT_TOLD)
        return rows.assign(
            **{
                field: [labels.day(day, self.words) if day else missing for day in own[field]]
                for field in ("start", "end")
            }
        )

    def timeline_columns(self) -> list[Column]:
        words = self.words
        return [
            Column("name", words("Projekt")),
            Column("status_text", words("Status")),
            Column("start", words("Start")),
            Column("end", words("Slut")),
            Column("period", words("Perioden, som kilden skriver den"), optional=True),
        ]

    def timeline_sentence(self, drawn: pandas.DataFrame, number: int) -> str:
        """6 af 27 projekter har mindst ét årstal i kilden. Skraveret: start eller slut er ikke oplyst (4 projekter)."""
        words = self.words
        if drawn.empty:
            return words("Kilden giver ingen årstal for de valgte projekter, så der er intet at tegne.")
        half = int((drawn["start"].isna() | drawn["end"].isna()).sum())
        parts = [
            words(
                "{n} af {all} projekter har mindst ét årstal i kilden.",
                n=words.number(len(drawn)),
                all=words.number(number),
            )
        ]
        if (drawn["planned_to"] > drawn["solid_to"]).any():
            parts.append(words("Hvidt er planlagt: det ligger efter kildens dato."))
        if half:
            parts.append(
                words.plural(
                    "Skraveret: start eller slut er ikke oplyst ({n} projekt).",
                    "Skraveret: start eller slut er ikke oplyst ({n} projekter).",
                    half,
                )
            )
        return " ".join(parts)

    def undated(self, drawn: pandas.DataFrame, found: pandas.DataFrame) -> str:
        """The projects that are not drawn, in words; empty where all are."""
        names = found["name"].drop(drawn["project_id"])
        return (
            self.words("Ikke tegnet, fordi kilden ikke giver årstal: {list}.", list=", ".join(names))
            if len(names)
            else ""
        )


def _parts(pairs: Iterable[tuple[str, str]]) -> pandas.DataFrame:
    return pandas.DataFrame(list(pairs), columns=["part", "text"], dtype=object)


def has_profile(area_id: str, book: Atlas) -> bool:
    """Whether an area has a page of its own to link to."""
    return area_id in book.areas and book.areas[area_id].level not in (Level.COUNTRY, Level.GROUP)
