"""What is known of one area, ready to read: its numbers beside municipality and country, lists, projects and people
who work there. The page and the A4 sheet both show what stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas

from dashboard import atlas, cards, labels, tables
from dashboard.atlas import LEVELS, Atlas
from dashboard.tables import Column
from dashboard.words import N_, Words
from data import query, scorecards
from data.contracts import Level, Status

TABLES = (*atlas.TABLES, "criteria", "criterion_statuses", "results", "action_cards")
PROJECT_STATUSES = {
    "establishing": N_("under etablering"),
    "running": N_("i gang"),
    "finished": N_("afsluttet"),
    "changed": N_("ændret"),
    "abandoned": N_("opgivet"),
}
ROLES = {
    "hotspot": N_("Hotspotområde"),
    "control": N_("Kontrolområde"),
    "pilot": N_("Forsøgsområde"),
    "partnership": N_("Partnerskab"),
    "network": N_("Netværk"),
}
SAME_SERIES = ["indicator_id", "age_group", "breakdown", "edition"]
SAME_NUMBER = [*SAME_SERIES, "period_start", "period_end"]
SOURCE_FIELDS = ["source_id", "page"]


@dataclass(frozen=True)
class Reference:
    """The prepared columns that hold a larger area's number and the comparison with it, and the words for its codes."""

    value: str
    comparison: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Beside:
    """What a cell says of a larger area: compared, with a number alone, or without one."""

    compared: str
    number: str
    none: str


REFERENCES = {
    "municipality": Reference("municipality_reference", "municipality_comparison", labels.MUNICIPALITY_COMPARISONS),
    "country": Reference("reference", "comparison", labels.COMPARISONS),
}
BESIDE = {
    "municipality": Beside(
        N_("{comparison} ({number})"), N_("kommunen: {number} (ikke sammenlignet)"), N_("kommunen: {reason}")
    ),
    "country": Beside(
        N_("{comparison} ({number})"), N_("landet: {number} (ikke sammenlignet)"), N_("landet: {reason}")
    ),
}
Tables = Mapping[str, pandas.DataFrame]  # prepared tables by the names in TABLES


def area_ids(known: Tables) -> list[str]:
    """The areas that have a profile, by name: all that a map can draw, and housing areas without a place."""
    return [area for area in atlas_of(known).area_ids() if area != atlas.COUNTRY]


def atlas_of(known: Tables) -> Atlas:
    return Atlas(**{name: known[name] for name in atlas.TABLES})


@dataclass(frozen=True)
class Profile:
    """One area among the prepared `tables` of one version, in one language."""

    area_id: str
    tables: Tables
    words: Words

    @cached_property
    def book(self) -> Atlas:
        return atlas_of(self.tables)

    @cached_property
    def area(self) -> pandas.Series:
        return self.book.known.loc[self.area_id]

    @property
    def name(self) -> str:
        return self.area["name"]

    @cached_property
    def municipality_id(self) -> str | None:
        """The municipality of an area within one, else None."""
        return self.book.parent_id(self.area_id)

    @cached_property
    def sources(self) -> pandas.DataFrame:
        return self.tables["sources"]

    def subtitle(self) -> str:
        """boligområde · Høje-Taastrup · Region Hovedstaden · AKB."""
        kind = self.words(LEVELS[self.area["level"]][0])
        municipality = self.book.names.get(self.municipality_id, "")
        return " · ".join(filter(None, (kind, municipality, self.region(), self.area["housing_organisation"])))

    def region(self) -> str:
        levels = self.book.known["level"]
        return ", ".join(self.book.names[area] for area in self.around if levels[area] == Level.REGION)

    @cached_property
    def around(self) -> list[str]:
        """The ids of the areas that this one lies in, the largest first."""
        return self.book.paths[self.area_id][:-1]

    @cached_property
    def inside(self) -> set[str]:
        """The ids of the areas that lie in this one."""
        return {area for area, path in self.book.paths.items() if self.area_id in path} - {self.area_id}

    # Numbers

    @cached_property
    def observations(self) -> pandas.DataFrame:
        """The area's own rows, one a number, of each indicator in the age group and breakdown it is shown in."""
        rows = self.tables["observations"]
        own = query.preferred(rows[rows["area_id"] == self.area_id])
        kept = [chosen[chosen["edition"] == chosen["edition"].max()]
                for _, part in own.groupby("indicator_id", sort=False)
                for chosen in [self._as_shown(part)]]
        if not kept:
            return own
        order = {name: place for place, name in enumerate(self.tables["indicators"]["indicator_id"])}
        return pandas.concat(kept).sort_values(["indicator_id", *query.IN_TIME], kind="stable",
                                               key=lambda own: own.map(order) if own.name == "indicator_id" else own)

    def _as_shown(self, rows: pandas.DataFrame) -> pandas.DataFrame:
        """The rows in the selection a map shows the indicator in, else in the area's own main one."""
        indicator_id = rows["indicator_id"].iloc[0]
        for known in (self.book.drawn, rows):
            age_group, breakdown = query.main_selection(known, indicator_id)
            chosen = rows[(rows["age_group"] == age_group) & (rows["breakdown"] == breakdown)]
            if (chosen["status"] == Status.SHOWN).any():
                return chosen
        return chosen if len(chosen) else rows.iloc[:1]

    @cached_property
    def newest(self) -> pandas.DataFrame:
        """The newest number of every indicator; where none can be shown, the newest row that says why."""
        ranked = self.observations.assign(shown=self.observations["status"] == Status.SHOWN)
        ranked = ranked.sort_values(["shown", *query.IN_TIME], ascending=False, kind="stable")
        chosen = ranked.drop_duplicates("indicator_id").index
        return self.observations.loc[self.observations.index.isin(chosen)]

    def key_figures(self) -> pandas.DataFrame:
        """The table of key figures: the columns of `newest` and, as texts, those of `key_figure_columns`."""
        rows = self.newest
        texts = pandas.DataFrame([self._key_figure(row) for row in rows.to_dict("records")], index=rows.index,
                                 columns=[column.field for column in key_figure_columns(self.words)], dtype=object)
        return rows.join(texts, rsuffix="_text")

    def _key_figure(self, row: Mapping[str, Any]) -> dict[str, str]:
        words, indicator = self.words, self.book.indicator(row["indicator_id"])
        shown = row["status"] == Status.SHOWN
        return {
            "name": self.measure(row),
            "number": numbered(row, indicator, words) if shown else words(labels.MISSING[row["status"]]),
            "period": words.period(row["period_start"], row["period_end"]),
            "in_municipality": self._beside(row, "municipality", self.municipality_id),
            "in_country": self._beside(row, "country", atlas.COUNTRY),
            "source": words("{source}; sikkerhed {certainty}", source=self._citation(row),
                            certainty=labels.certainty(row["value_certainty"], row["period_certainty"], words)),
        }

    def measure(self, row: Mapping[str, Any]) -> str:
        """What a row counts, with its age group and breakdown."""
        name = labels.measure(self.book.indicator(row["indicator_id"]), row["age_group"], self.words)
        if row["breakdown"] == "all":
            return name
        return f"{name}, {labels.codes(labels.BREAKDOWNS, row['breakdown'], self.words)}"

    def _beside(self, row: Mapping[str, Any], whole: str, whole_id: str | None) -> str:
        """How a number lies to that of a larger area for the same period and definition, or why that has none."""
        if whole_id is None:
            return ""
        words, texts, known = self.words, BESIDE[whole], REFERENCES[whole]
        if pandas.isna(row[known.value]):
            return words(texts.none, reason=words(labels.MISSING[self._reason(row, whole_id)]))
        number = labels.amount(row[known.value], self.book.indicator(row["indicator_id"]), words)
        code = row[known.comparison]
        if code in ("", "not_compared"):
            return words(texts.number, number=number)
        return words(texts.compared, comparison=words(known.words[code]), number=number)

    def _reason(self, row: Mapping[str, Any], whole_id: str) -> str:
        """Why a larger area has no number beside a row: a code of data.contracts.Status."""
        rows = self.tables["observations"]
        same = rows[rows["area_id"] == whole_id]
        for column in SAME_NUMBER:
            same = same[same[column] == row[column]]
        reasons = [status for status in same["status"] if status != Status.SHOWN]
        return reasons[0] if reasons else Status.NOT_COLLECTED

    def _source_title(self, source_id: str) -> str:
        return self.sources.set_index("source_id")["title"].get(source_id, source_id)

    def summary(self) -> str:
        """How many key figures lie above and below the municipality and the country, or why none is compared."""
        words, rows = self.words, self.newest
        if rows.empty:
            return words("Der er endnu ingen tal for området i denne version af data.")
        pairs = ((words("kommunen"), rows["municipality_comparison"]), (words("landet"), rows["comparison"]))
        parts = [above_and_below(codes, whole, words) for whole, codes in pairs]
        compared = [part for part in parts if part]
        if compared:
            return " ".join(compared)
        return words.plural(
            "Områdets ene nøgletal kan ikke sammenlignes sikkert med kommunen eller landet.",
            "Ingen af områdets {n} nøgletal kan sammenlignes sikkert med kommunen eller landet.", len(rows),
        )

    @cached_property
    def trends(self) -> list[pandas.DataFrame]:
        """A series for each indicator with two periods or more: prepared rows with `role` and `name` of their line."""
        shown = self.observations[self.observations["status"] == Status.SHOWN]
        return [self._series(own) for _, own in shown.groupby("indicator_id", sort=False)
                if len(own[query.IN_TIME].drop_duplicates()) > 1]

    def _series(self, own: pandas.DataFrame) -> pandas.DataFrame:
        """The area's rows with those of its municipality and the country in the same years."""
        rows = self.tables["observations"]
        for column in SAME_SERIES:
            rows = rows[rows[column] == own[column].iloc[0]]
        rows = rows[rows["status"].eq(Status.SHOWN) & rows["period_start"].ge(own["period_start"].min())
                    & rows["period_end"].le(own["period_end"].max())]
        names = {"area": self.words("Området"), "municipality": self.words("Kommunen"), "country": self.words("Landet")}
        if self.area["level"] == Level.MUNICIPALITY:
            names["area"] = names["municipality"]
        roles = {"area": self.area_id, "municipality": self.municipality_id, "country": atlas.COUNTRY}
        if self.book.indicator(own["indicator_id"].iloc[0])["unit"] == "count":  # a whole is always the larger one
            roles = {"area": self.area_id}
        parts = [query.preferred(rows[rows["area_id"] == area_id]).assign(role=role, name=names[role])
                 for role, area_id in roles.items() if area_id]
        return pandas.concat(parts)

    # Lists

    @cached_property
    def history(self) -> pandas.DataFrame:
        """Every official list of the kinds of which at least one is known; empty for all but housing areas."""
        lists, designations = self.tables["lists"], self.tables["designations"]
        rows = query.designations_of(lists, designations, self.area_id)
        kinds = lists.loc[(lists["coverage"] != "absent") | lists["list_id"].isin(designations["list_id"]), "kind"]
        return rows[rows["kind"].isin(kinds) & (self.area["level"] == Level.HOUSING_AREA)]

    def history_sentence(self) -> str:
        words, on = self.words, self.history[self.history["answer"] == "on"]
        unknown = int(self.history["answer"].eq("not_collected").sum())
        gap = words.plural("{n} liste er ikke opgjort: den kendes ikke i sin helhed.",
                           "{n} lister er ikke opgjort: de kendes ikke i deres helhed.", unknown) if unknown else ""
        if on.empty:
            return f"{words('Området står ikke på nogen af de lister, der kendes i deres helhed.')} {gap}".strip()
        last = on.iloc[-1]
        known = words.plural(
            "Området står på {n} af listerne: {name} pr. {day}.", "Området står på {n} af listerne, senest {name} pr. "
            "{day}.", len(on), name=words.pick(last, "name"), day=labels.day(last["list_date"], words),
        )
        return f"{known} {gap}".strip()

    # Projects and people

    @cached_property
    def own_projects(self) -> pandas.DataFrame:
        """The projects that name the area, one inside it, or one it lies in."""
        touched = {self.area_id, *self.inside, *self.around}
        projects = self.tables["projects"]
        named = projects["areas"].map(lambda areas: not touched.isdisjoint(areas.split("|")))
        return projects[named.astype(bool)]

    def projects(self) -> pandas.DataFrame:
        """The projects as texts: those of `project_columns`, and source_id and page."""
        words = self.words
        return _frame([
            {
                "status": words(PROJECT_STATUSES[row["status"]]),
                "project": row["name"],
                "aim": words.pick(row, "aim"),
                "areas": ", ".join(self._names(row["areas"].split("|"))),
                "period": row["period"],
                "note": words.pick(row, "status_note"),
                "source": self._citation(row),
                **{field: row[field] for field in SOURCE_FIELDS},
            }
            for row in self.own_projects.to_dict("records")
        ], project_columns(words))

    def projects_sentence(self) -> str:
        """4 projekter vedrører området: 3 i gang, 1 afsluttet."""
        counts = self.own_projects["status"].value_counts()
        parts = [f"{self.words.number(counts[status])} {self.words(word)}"
                 for status, word in PROJECT_STATUSES.items() if status in counts]
        return self.words.plural("{n} projekt vedrører området: {list}.", "{n} projekter vedrører området: {list}.",
                                 len(self.own_projects), list=", ".join(parts))

    def criteria(self) -> pandas.DataFrame:
        """The success criteria that the projects own or serve."""
        known = (self.tables[name] for name in ("criteria", "criterion_statuses", "results"))
        criteria, statuses, results = known
        ids = set()
        for project_id in self.own_projects["project_id"]:
            ids |= set(scorecards.select(criteria, statuses, results, project=project_id)["criterion_id"])
        return criteria[criteria["criterion_id"].isin(ids)]

    def workers(self) -> pandas.DataFrame:
        """Who works there, as functions and organisations: the texts of `worker_columns`, and source_id and page."""
        rows = [*self._landlords(), *self._schemes(), *self._partners(), *self._responsible()]
        return _frame(rows, worker_columns(self.words))

    def _landlords(self) -> list[dict[str, str]]:
        words, area = self.words, self.area
        register = {"source": words("Områdelisten i denne version af data"), "source_id": "", "page": ""}
        place = self.municipality_id or (self.area_id if area["level"] == Level.MUNICIPALITY else None)
        found = [(words("Kommune"), self.book.names.get(place, ""))]
        found.append((words("Boligorganisation"), area["housing_organisation"]))
        return [{"part": part, "who": who, "what": "", **register} for part, who in found if who]

    def _schemes(self) -> list[dict[str, str]]:
        roles = self.tables["roles"]
        rows = roles[roles["area_id"].isin([self.area_id, *self.inside])]
        found = []
        for _, same in rows.groupby(["role", "scheme_da"], sort=False):
            row = same.iloc[0]
            others = [area for area in same["area_id"] if area != self.area_id]
            note = self.words.pick(row, "note") if len(same) == 1 else ""
            found.append({
                "part": self.words(ROLES[row["role"]]), "who": self.words.pick(row, "scheme"),
                "what": " ".join(filter(None, (", ".join(self._names(others)), note))), **self._from(row),
            })
        return found

    def _partners(self) -> list[dict[str, str]]:
        found: dict[tuple[str, ...], dict[str, Any]] = {}
        for row in self.own_projects.to_dict("records"):
            parts = ((self.words("Samarbejdspartner"), row["partners"].replace("|", ", ")),
                     (self.words("Penge fra"), self.words.pick(row, "funding")))
            for part, who in parts:
                if who:
                    same = found.setdefault((part, who, row["source_id"]), {
                        "part": part, "who": who, "what": [], "source_id": row["source_id"], "page": [],
                    })
                    same["what"].append(row["name"])
                    same["page"].append(row["page"])
        return [
            {**row, "what": ", ".join(row["what"]), "page": pages, "source": self._citation({**row, "page": pages})}
            for row in found.values() for pages in [", ".join(dict.fromkeys(filter(None, row["page"])))]
        ]

    def _responsible(self) -> list[dict[str, str]]:
        action_cards = self.tables["action_cards"]
        rows = action_cards[action_cards["area_id"].isin([self.area_id, *self.inside])]
        return [
            {
                "part": self.words("Ansvarlig for en handling"), "who": self.words.pick(row, "responsible"),
                "what": self.words.pick(row, "title"), **self._from(row),
            }
            for row in rows.to_dict("records") if self.words.pick(row, "responsible")
        ]

    def _from(self, row: Mapping[str, Any]) -> dict[str, str]:
        return {"source": self._citation(row), "source_id": row["source_id"], "page": row["page"]}

    def _citation(self, row: Mapping[str, Any]) -> str:
        return tables.citation(self._source_title(row["source_id"]), row["page"], self.words)

    def _names(self, area_ids: Iterable[str]) -> list[str]:
        return [self.book.names.get(area, area) for area in area_ids if area]

    def place_sentence(self) -> str:
        """What the map of the area shows: its outline, a stand-in, a point, or nothing, and what is known of it."""
        note = self.words.pick(self.area, "geometry_note")
        return f"{self.words(GEOMETRY[self.area['geometry_kind']])} {note}".strip()

    def place_sources(self) -> pandas.DataFrame:
        """source_id and page of the shapes on the area's map."""
        ids = [area for area in (self.area_id, self.municipality_id) if area]
        return pandas.DataFrame({"source_id": self.book.known.loc[ids, "geometry_source_id"].unique(), "page": ""})

    def source_line(self, rows: pandas.DataFrame) -> str:
        """Sources of `rows`; those without one are left out."""
        return cards.source_line(rows[rows["source_id"] != ""], self.sources, self.words)

    def sources_of(self, frames: Iterable[pandas.DataFrame]) -> str:
        """Every source of several tables in one line, without their certainty."""
        return self.source_line(pandas.concat([frame[SOURCE_FIELDS] for frame in frames]))


GEOMETRY = {
    "outline": N_("Den offentliggjorte afgrænsning."),
    "stand_in": N_("Stiplet: et distrikt med områdets navn, ikke områdets egen afgrænsning."),
    "point": N_("Et punkt i eller ved området; afgrænsningen er ikke offentliggjort."),
    "none": N_("Ingen kilde placerer området på et kort."),
}


def interval(row: Mapping[str, Any], indicator: Mapping[str, Any], words: Words) -> str:
    """The 95 % interval of a number: 18,2–24,0; empty where there is none."""
    if pandas.isna(row["low"]) or pandas.isna(row["high"]):
        return ""
    return "–".join(words.number(row[end], indicator["decimals"]) for end in ("low", "high"))


def above_and_below(codes: pandas.Series, whole: str, words: Words) -> str:
    """Af 7 nøgletal ligger 3 højere end kommunen, 2 lavere, og 2 er ikke forskellige. Empty where none is compared."""
    counts = codes.value_counts()
    known = {code: int(counts.get(code, 0)) for code in ("above", "below", "similar")}
    number = sum(known.values())
    if not number:
        return ""
    return words.plural(
        "Af {n} nøgletal, der kan sammenlignes med {whole}, ligger {above} højere, {below} ligger lavere, og {similar} "
        "er ikke forskelligt.",
        "Af {n} nøgletal, der kan sammenlignes med {whole}, ligger {above} højere, {below} ligger lavere, og {similar} "
        "er ikke forskellige.",
        number, whole=whole, **{code: words.number(count) for code, count in known.items()},
    )


def numbered(row: Mapping[str, Any], indicator: Mapping[str, Any], words: Words) -> str:
    """45,2 pr. 1.000 (32,2–61,9): a number with its interval."""
    number, limits = labels.amount(row["value"], indicator, words), interval(row, indicator, words)
    return f"{number} ({limits})" if limits else number


def key_figure_columns(words: Words) -> list[Column]:
    """The columns of the key figures. Each cell says what it is by itself, for a telephone has no room for headings."""
    return [
        Column("name", words("Nøgletal")),
        Column("number", words("Tal (95 %-interval)")),
        Column("period", words("Periode")),
        Column("in_municipality", words("Mod kommunen"), optional=True),
        Column("in_country", words("Mod landet")),
        Column("source", words("Kilde")),
    ]


def trend_columns(words: Words) -> list[Column]:
    return [
        Column("measure", words("Nøgletal")),
        Column("area", words("Område")),
        Column("period", words("Periode")),
        Column("number", words("Tal")),
        Column("interval", words("95 %-interval"), optional=True),
        Column("origin", words("Tallet er")),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
    ]


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


def worker_columns(words: Words) -> list[Column]:
    return [
        Column("part", words("Rolle")),
        Column("who", words("Hvem")),
        Column("what", words("Hvad"), optional=True),
        Column("source", words("Kilde")),
    ]


def joined(frames: Sequence[pandas.DataFrame]) -> pandas.DataFrame:
    return pandas.concat(frames, ignore_index=True)


def _frame(rows: list[dict[str, str]], columns: list[Column]) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=[*(column.field for column in columns), *SOURCE_FIELDS], dtype=object)
