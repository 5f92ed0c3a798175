"""The data contract: every table of a dataset, its columns, their types and allowed values.

A source table is what staff write (`data/source/<dataset>/<table>.csv`); a prepared table is what the
pages read. They are the same table except where a `Prepared…` model adds columns computed by prepare.
Texts that readers see come in pairs: `…_da` and `…_en`.
"""

from __future__ import annotations

from enum import StrEnum

import pandas
import pandera.pandas as pandera
from pandera.typing.pandas import Series


class Status(StrEnum):
    """Why a number is, or is not, there. Only `SHOWN` carries a number."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    NOT_COLLECTED = "not_collected"
    NOT_RELEVANT = "not_relevant"
    TOO_FEW = "too_few"


class Level(StrEnum):
    """Levels of areas, from large to small; a group is a fixed set of areas counted together."""

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    HOUSING_AREA = "housing_area"
    GROUP = "group"


class SourceClass(StrEnum):
    """Who made the figures public decides whether disclosure control applies."""

    PUBLISHED = "published"
    REGISTER = "register"
    FICTITIOUS = "fictitious"


class Direction(StrEnum):
    """Whether a low or a high value is the good one, or neither."""

    LOW_IS_GOOD = "low_is_good"
    HIGH_IS_GOOD = "high_is_good"
    NO_JUDGEMENT = "no_judgement"


CERTAINTIES = ("A", "B", "C")  # A primary document, B quoted by others, C derived or inferred
UNITS = ("per_1000", "per_10000", "percent", "percent_change", "count")
PLACES = ("residence", "offence", "none")
LIST_KINDS = ("ghetto", "udsat", "parallelsamfund", "omdannelse", "forebyggelse", "trial")  # ghetto: until 2020
LIST_COVERAGE = ("complete", "partial", "absent")
ROLES = ("hotspot", "control", "pilot", "partnership", "network")
PROJECT_STATUSES = ("establishing", "running", "finished", "changed", "abandoned")
STATED_STATUSES = ("", "met", "not_met", "pending", "abandoned")
MEMBERSHIP_KINDS = ("administrative", "police_district", "city_district", "group")
MILESTONE_STATUSES = ("planned", "reached", "late", "dropped")
CARD_STATUSES = ("open", "in_progress", "done", "dropped")
MEETINGS = ("16", "17_5", "18")  # the young person's age at the three statutory meetings
LIKENESSES = ("", "size", "composition")
COMPARISONS = ("", "above", "below", "similar", "not_compared")
DATE, DATE_OR_EMPTY = r"^\d{4}-\d{2}-\d{2}$", r"^(\d{4}-\d{2}-\d{2})?$"
MONTH_OR_DATE, YEAR_OR_DATE = r"^\d{4}-\d{2}(-\d{2})?$", r"^\d{4}(-\d{2}(-\d{2})?)?$"
YEAR_OR_DATE_OR_EMPTY = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
DATES = (DATE, DATE_OR_EMPTY, MONTH_OR_DATE, YEAR_OR_DATE, YEAR_OR_DATE_OR_EMPTY)  # that the day exists: data.validate


def key(pattern: str = r"[a-z0-9_]+") -> pandera.Field:
    """A lower-case ASCII identifier that never changes once it is in a shared link."""
    return pandera.Field(str_matches=rf"^{pattern}$")


class Table(pandera.DataFrameModel):
    """What every table has in common: no unknown column, none missing."""

    class Config:
        strict = True
        coerce = True


class Sources(Table):
    """Where figures come from. `source_class` decides disclosure; a source without one is refused."""

    source_id: Series[str] = key()
    title: Series[str] = pandera.Field(str_length={"min_value": 1})
    publisher: Series[str] = pandera.Field(str_length={"min_value": 1})
    published: Series[str]  # a date or year as printed; empty where the source has none
    page: Series[str]
    url: Series[str]
    licence: Series[str]
    source_class: Series[str] = pandera.Field(isin=list(SourceClass))
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["source_id"]


class Indicators(Table):
    """The indicator catalogue: one row an indicator; every selector, scale and table loops over it."""

    indicator_id: Series[str] = key()
    theme: Series[str] = pandera.Field(
        isin=["crime", "safety", "employment", "education", "income", "population", "housing", "culture", "health"]
    )
    name_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    name_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    definition_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    definition_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    unit: Series[str] = pandera.Field(isin=UNITS)
    multiplier: Series[int] = pandera.Field(isin=[1, 100, 1000, 10000])
    direction: Series[str] = pandera.Field(isin=list(Direction))
    counts: Series[str] = key()  # what is counted: persons_charged, charges, suspicions, reported_offences, residents …
    place: Series[str] = pandera.Field(isin=PLACES)  # persons by residence, offences by place of offence
    counting_rule_da: Series[str]
    counting_rule_en: Series[str]
    caveat_da: Series[str]
    caveat_en: Series[str]
    decimals: Series[int] = pandera.Field(ge=0, le=2)
    likeness: Series[str] = pandera.Field(isin=LIKENESSES)  # what it says of which areas are alike (data.similar)

    class Config(Table.Config):
        unique = ["indicator_id"]


class Areas(Table):
    """Every area, without its shape. An area keeps its id when its boundary changes; a new period is a new row."""

    area_id: Series[str] = key()
    name: Series[str] = pandera.Field(str_length={"min_value": 1})
    aliases: Series[str]  # other spellings for the search, separated by |
    level: Series[str] = pandera.Field(isin=list(Level))
    municipality_code: Series[str] = pandera.Field(str_matches=r"^(\d{4})?$")
    town: Series[str]
    housing_organisation: Series[str]
    valid_from: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    valid_to: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["area_id", "valid_from"]


class Memberships(Table):
    """An area has many parents: its municipality, its region, a police district, a group."""

    area_id: Series[str] = key()
    parent_id: Series[str] = key()
    kind: Series[str] = pandera.Field(isin=MEMBERSHIP_KINDS)
    valid_from: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    valid_to: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)

    class Config(Table.Config):
        unique = ["area_id", "parent_id", "kind"]


class Roles(Table):
    """The part an area plays in a scheme: hotspot, control, partner …"""

    area_id: Series[str] = key()
    role: Series[str] = pandera.Field(isin=ROLES)
    scheme_da: Series[str]
    scheme_en: Series[str]
    valid_from: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    valid_to: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    source_id: Series[str] = key()
    page: Series[str]
    certainty: Series[str] = pandera.Field(isin=CERTAINTIES)
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["area_id", "role", "scheme_da"]


class Observations(Table):
    """One number: an indicator for an area in a period. The files `observations*.csv` are read as one table.

    A row gives `value` as printed by its source, or `count` and `population` from which prepare computes it.
    `period_start` and `period_end` are years, both included.
    """

    indicator_id: Series[str] = key()
    area_id: Series[str] = key()
    period_start: Series[int] = pandera.Field(ge=1900, le=2100)
    period_end: Series[int] = pandera.Field(ge=1900, le=2100)
    age_group: Series[str] = key(r"[a-z0-9_]+(-[0-9]+)?")  # all, 15-17, under_18, 18_plus …
    breakdown: Series[str] = key()  # all, or a kind of offence …
    edition: Series[str]  # which edition of a register; editions never share a line
    value: Series[float] = pandera.Field(nullable=True)
    count: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    population: Series[float] = pandera.Field(nullable=True)  # a mean of quarters need not be whole
    status: Series[str] = pandera.Field(isin=list(Status))
    source_id: Series[str] = key()
    page: Series[str]
    value_certainty: Series[str] = pandera.Field(isin=CERTAINTIES)
    period_certainty: Series[str] = pandera.Field(isin=CERTAINTIES)
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = [
            "indicator_id",
            "area_id",
            "period_start",
            "period_end",
            "age_group",
            "breakdown",
            "edition",
            "source_id",
        ]


class Lists(Table):
    """The official lists, one row a list and date, with how much of it is known.

    Only a `complete` list can answer "not on the list"; for `partial` and `absent` the answer is "ikke opgjort".
    """

    list_id: Series[str] = key()  # e.g. parallelsamfund_2019
    kind: Series[str] = pandera.Field(isin=LIST_KINDS)
    name_da: Series[str] = pandera.Field(str_length={"min_value": 1})  # the official name that year
    name_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    year: Series[int] = pandera.Field(ge=2010, le=2100)
    list_date: Series[str] = pandera.Field(str_matches=YEAR_OR_DATE)
    areas_total: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    coverage: Series[str] = pandera.Field(isin=LIST_COVERAGE)
    rule_da: Series[str]
    rule_en: Series[str]
    source_id: Series[str] = key()
    certainty: Series[str] = pandera.Field(isin=CERTAINTIES)
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["list_id"]


class Designations(Table):
    """Which area stood on which official list."""

    list_id: Series[str] = key()
    area_id: Series[str] = key()
    source_id: Series[str] = key()
    certainty: Series[str] = pandera.Field(isin=CERTAINTIES)
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["list_id", "area_id"]


class Breaks(Table):
    """A change of definition, drawn as a vertical line. `applies_to` is an indicator id, or `lists`."""

    applies_to: Series[str] = key()
    year: Series[int] = pandera.Field(ge=1990, le=2100)
    title_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    note_da: Series[str]
    note_en: Series[str]
    source_id: Series[str] = key()

    class Config(Table.Config):
        unique = ["applies_to", "year", "title_da"]


class Comparisons(Table):
    """What may be compared as an effect: a treated group, a control group, an indicator and two periods."""

    comparison_id: Series[str] = key()
    indicator_id: Series[str] = key()
    age_group: Series[str] = key(r"[a-z0-9_]+(-[0-9]+)?")
    edition: Series[str]
    treated_id: Series[str] = key()
    control_id: Series[str] = key()
    before: Series[int]
    after: Series[int]
    start: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)  # first year of the intervention, for the shading
    end: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    title_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    not_found_da: Series[str]  # for whom no effect was found
    not_found_en: Series[str]
    certainty_da: Series[str]  # how sure the result is, in a sentence
    certainty_en: Series[str]
    source_id: Series[str] = key()
    page: Series[str]

    class Config(Table.Config):
        unique = ["comparison_id"]


class Goals(Table):
    """A political goal that projects and success criteria serve."""

    goal_id: Series[str] = key()
    scheme: Series[str] = key()  # whose goals: hoeje_taastrup_2005, halsnaes …
    title_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["goal_id"]


class Projects(Table):
    """The project bank: one row a project."""

    project_id: Series[str] = key()
    scheme: Series[str] = key()
    name: Series[str] = pandera.Field(str_length={"min_value": 1})
    goal_id: Series[str]
    target_group_da: Series[str]
    target_group_en: Series[str]
    problem_da: Series[str]
    problem_en: Series[str]
    aim_da: Series[str]
    aim_en: Series[str]
    activities_da: Series[str]
    activities_en: Series[str]
    results_da: Series[str]
    results_en: Series[str]
    anchoring_da: Series[str]
    anchoring_en: Series[str]
    period: Series[str]  # as the source writes it
    start: Series[str] = pandera.Field(str_matches=YEAR_OR_DATE_OR_EMPTY)  # as far as the source dates it
    end: Series[str] = pandera.Field(str_matches=YEAR_OR_DATE_OR_EMPTY)
    funding_da: Series[str]
    funding_en: Series[str]
    organisation_da: Series[str]  # who runs it
    organisation_en: Series[str]
    partners: Series[str]
    areas: Series[str]  # area ids separated by |
    status: Series[str] = pandera.Field(isin=PROJECT_STATUSES)
    status_note_da: Series[str]
    status_note_en: Series[str]
    became_project_id: Series[str]  # what a changed project became
    as_of: Series[str] = pandera.Field(str_matches=YEAR_OR_DATE)
    source_id: Series[str] = key()
    page: Series[str]
    certainty: Series[str] = pandera.Field(isin=CERTAINTIES)

    class Config(Table.Config):
        unique = ["project_id"]


class Criteria(Table):
    """A success criterion of a scheme (`project_id` empty) or of one project."""

    criterion_id: Series[str] = key()
    scheme: Series[str] = key()
    project_id: Series[str]
    goal_id: Series[str]
    number: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)  # as printed
    target_group_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    target_group_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    target: Series[float] = pandera.Field(nullable=True)
    unit_da: Series[str]
    unit_en: Series[str]
    baseline: Series[float] = pandera.Field(nullable=True)
    start_date: Series[str] = pandera.Field(str_matches=DATE_OR_EMPTY)
    end_date: Series[str] = pandera.Field(str_matches=DATE_OR_EMPTY)
    stated_status: Series[str] = pandera.Field(isin=STATED_STATUSES)  # only where the source says so itself
    stated_by: Series[str]
    stated_on: Series[str] = pandera.Field(str_matches=DATE_OR_EMPTY)
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["criterion_id"]


class Results(Table):
    """What a project has reached on a criterion at a date.

    `counted` says whether the row is part of our sum (a certificate inside a participation is not);
    `double_counted` that the source itself says the same persons are counted elsewhere too.
    A project with `served` false is named in the source but has nothing in place for the criterion.
    """

    criterion_id: Series[str] = key()
    project_id: Series[str] = key()
    as_of: Series[str] = pandera.Field(str_matches=MONTH_OR_DATE)
    value: Series[float] = pandera.Field(nullable=True)
    kind_da: Series[str]
    kind_en: Series[str]
    served: Series[bool]
    counted: Series[bool]
    double_counted: Series[bool]
    evidence: Series[str]  # the cell as printed
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["criterion_id", "project_id", "as_of", "kind_da"]


class Outcomes(Table):
    """A project's own table of outcomes, as printed (persons by activity, participants by what became of them)."""

    project_id: Series[str] = key()
    as_of: Series[str] = pandera.Field(str_matches=MONTH_OR_DATE)
    order: Series[int] = pandera.Field(ge=1)
    group_da: Series[str]
    group_en: Series[str]
    outcome_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    outcome_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    persons: Series[int] = pandera.Field(ge=0)
    is_total: Series[bool]  # a total printed by the source
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["project_id", "group_da", "outcome_da"]


class Milestones(Table):
    """A dated step towards a goal, in the scheme as a whole or in one project, and whether it was reached in time."""

    milestone_id: Series[str] = key()
    scheme: Series[str] = key()
    goal_id: Series[str] = key()
    project_id: Series[str]
    criterion_id: Series[str]  # the success criterion it leads to, if any
    title_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    due: Series[str] = pandera.Field(str_matches=DATE)
    evaluated: Series[str] = pandera.Field(str_matches=DATE_OR_EMPTY)  # when the status was last judged
    status: Series[str] = pandera.Field(isin=MILESTONE_STATUSES)
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["milestone_id"]


class ActionCards(Table):
    """An action card (handlingskort): a problem met in an area, what is done about it, by whom and until when."""

    card_id: Series[str] = key()
    scheme: Series[str] = key()
    area_id: Series[str] = key()
    title_da: Series[str] = pandera.Field(str_length={"min_value": 1})
    title_en: Series[str] = pandera.Field(str_length={"min_value": 1})
    problem_da: Series[str]
    problem_en: Series[str]
    action_da: Series[str]
    action_en: Series[str]
    responsible_da: Series[str]  # a function, never a person's name
    responsible_en: Series[str]
    opened: Series[str] = pandera.Field(str_matches=DATE)
    due: Series[str] = pandera.Field(str_matches=DATE_OR_EMPTY)
    status: Series[str] = pandera.Field(isin=CARD_STATUSES)
    project_id: Series[str]
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["card_id"]


class TransitionMeetings(Table):
    """The statutory meetings on the way to adulthood in a municipality and year, as numbers alone, never persons."""

    area_id: Series[str] = key()
    year: Series[int] = pandera.Field(ge=1990, le=2100)
    meeting: Series[str] = pandera.Field(isin=MEETINGS)
    planned: Series[int] = pandera.Field(ge=0)
    held: Series[int] = pandera.Field(ge=0)
    youth_present: Series[int] = pandera.Field(ge=0)  # meetings held with the young person
    adult_present: Series[int] = pandera.Field(ge=0)  # meetings held with the adult the young person has chosen
    agreements: Series[int] = pandera.Field(ge=0)
    agreements_reached: Series[int] = pandera.Field(ge=0)
    source_id: Series[str] = key()
    page: Series[str]
    note_da: Series[str]
    note_en: Series[str]

    class Config(Table.Config):
        unique = ["area_id", "year", "meeting"]


# Each number of meetings or agreements that is a part of another: part -> whole.
MEETING_PARTS = {
    "held": "planned",
    "youth_present": "held",
    "adult_present": "held",
    "agreements_reached": "agreements",
}


SOURCE_TABLES: dict[str, type[Table]] = {
    "sources": Sources,
    "indicators": Indicators,
    "areas": Areas,
    "memberships": Memberships,
    "roles": Roles,
    "observations": Observations,
    "lists": Lists,
    "designations": Designations,
    "breaks": Breaks,
    "comparisons": Comparisons,
    "goals": Goals,
    "projects": Projects,
    "criteria": Criteria,
    "results": Results,
    "outcomes": Outcomes,
    "milestones": Milestones,
    "action_cards": ActionCards,
    "transition_meetings": TransitionMeetings,
}

# (table, column) -> table whose key it must be found in; an empty text is allowed where the column may be empty.
REFERENCES: dict[tuple[str, str], tuple[str, str]] = {
    ("memberships", "area_id"): ("areas", "area_id"),
    ("memberships", "parent_id"): ("areas", "area_id"),
    ("roles", "area_id"): ("areas", "area_id"),
    ("roles", "source_id"): ("sources", "source_id"),
    ("observations", "indicator_id"): ("indicators", "indicator_id"),
    ("observations", "area_id"): ("areas", "area_id"),
    ("observations", "source_id"): ("sources", "source_id"),
    ("lists", "source_id"): ("sources", "source_id"),
    ("designations", "list_id"): ("lists", "list_id"),
    ("designations", "area_id"): ("areas", "area_id"),
    ("designations", "source_id"): ("sources", "source_id"),
    ("breaks", "source_id"): ("sources", "source_id"),
    ("comparisons", "indicator_id"): ("indicators", "indicator_id"),
    ("comparisons", "treated_id"): ("areas", "area_id"),
    ("comparisons", "control_id"): ("areas", "area_id"),
    ("comparisons", "source_id"): ("sources", "source_id"),
    ("goals", "source_id"): ("sources", "source_id"),
    ("projects", "goal_id"): ("goals", "goal_id"),
    ("projects", "became_project_id"): ("projects", "project_id"),
    ("projects", "source_id"): ("sources", "source_id"),
    ("criteria", "project_id"): ("projects", "project_id"),
    ("criteria", "goal_id"): ("goals", "goal_id"),
    ("criteria", "source_id"): ("sources", "source_id"),
    ("results", "criterion_id"): ("criteria", "criterion_id"),
    ("results", "project_id"): ("projects", "project_id"),
    ("results", "source_id"): ("sources", "source_id"),
    ("outcomes", "project_id"): ("projects", "project_id"),
    ("outcomes", "source_id"): ("sources", "source_id"),
    ("milestones", "goal_id"): ("goals", "goal_id"),
    ("milestones", "project_id"): ("projects", "project_id"),
    ("milestones", "criterion_id"): ("criteria", "criterion_id"),
    ("milestones", "source_id"): ("sources", "source_id"),
    ("action_cards", "area_id"): ("areas", "area_id"),
    ("action_cards", "project_id"): ("projects", "project_id"),
    ("action_cards", "source_id"): ("sources", "source_id"),
    ("transition_meetings", "area_id"): ("areas", "area_id"),
    ("transition_meetings", "source_id"): ("sources", "source_id"),
}


class PreparedIndicators(Indicators):
    """The catalogue with the class breaks over all years and levels: upper bounds as JSON text, last one open.

    `change_breaks` are those of the change between two periods, in the indicator's unit and symmetric about 0; empty
    where no area has two periods that can be compared.
    """

    class_breaks: Series[str] = pandera.Field(str_matches=r"^\[.*\]$")
    change_breaks: Series[str] = pandera.Field(str_matches=r"^\[.*\]$")


class PreparedObservations(Observations):
    """Observations with everything decided: rate, 95 % interval, comparisons in words, and the group by rank.

    `rank_group` is one of five groups of equal size among the areas of the level that have the number: 1 is the worst,
    or the highest where there is no judgement. `municipality_…` is as `reference` and `comparison`, for an area against
    its municipality.
    """

    low: Series[float] = pandera.Field(nullable=True)
    high: Series[float] = pandera.Field(nullable=True)
    derived: Series[bool]  # computed by us, not printed by the source
    reference: Series[float] = pandera.Field(nullable=True)  # the country's value, same period and definition
    comparison: Series[str] = pandera.Field(isin=COMPARISONS)
    municipality_reference: Series[float] = pandera.Field(nullable=True)
    municipality_comparison: Series[str] = pandera.Field(isin=COMPARISONS)
    rank_group: Series[pandas.Int64Dtype] = pandera.Field(nullable=True, ge=1, le=5)


class CriterionStatuses(Table):
    """The status of every criterion by the published rule (`data/scorecards.py`)."""

    criterion_id: Series[str] = key()
    as_of: Series[str]
    reached: Series[float] = pandera.Field(nullable=True)
    share: Series[float] = pandera.Field(nullable=True)  # of the target, 1.0 = met
    double_counted: Series[bool]
    status: Series[str] = pandera.Field(
        isin=[
            "met",
            "not_met_yet",
            "on_track",
            "behind",
            "too_early",
            "no_project",
            "not_collected",
            "pending",
            "abandoned",
        ]
    )

    class Config(Table.Config):
        unique = ["criterion_id"]


class Effects(Table):
    """The difference-in-differences of every comparison, in the indicator's unit; no interval without counts."""

    comparison_id: Series[str] = key()
    reference_id: Series[str] = key()  # the control group, or the country
    treated_before: Series[float]
    treated_after: Series[float]
    reference_before: Series[float]
    reference_after: Series[float]
    difference: Series[float]
    low: Series[float] = pandera.Field(nullable=True)
    high: Series[float] = pandera.Field(nullable=True)
    ratio: Series[float] = pandera.Field(nullable=True)  # change in the treated group over change in the reference
    ratio_low: Series[float] = pandera.Field(nullable=True)
    ratio_high: Series[float] = pandera.Field(nullable=True)
    ratio_model: Series[str] = pandera.Field(isin=["", "quasi_poisson", "poisson"])
    ratio_reason: Series[str]  # why there is no ratio (effect.rate_ratio)
    parallel_low: Series[float] = pandera.Field(nullable=True)  # ratio of the yearly slopes before the intervention
    parallel_high: Series[float] = pandera.Field(nullable=True)

    class Config(Table.Config):
        unique = ["comparison_id", "reference_id"]


class Differences(Table):
    """The treated group minus its reference in every year both have counts, with its 95 % interval.

    `placebo` is the difference-in-differences that would be found had the effort begun that year: it should be 0
    in the years before it really did.
    """

    comparison_id: Series[str] = key()
    reference_id: Series[str] = key()
    year: Series[int]
    difference: Series[float]
    low: Series[float] = pandera.Field(nullable=True)
    high: Series[float] = pandera.Field(nullable=True)
    placebo: Series[float] = pandera.Field(nullable=True)
    placebo_low: Series[float] = pandera.Field(nullable=True)
    placebo_high: Series[float] = pandera.Field(nullable=True)

    class Config(Table.Config):
        unique = ["comparison_id", "reference_id", "year"]


class Trends(Table):
    """The recent trend of every series with counts: the verdict of `measures.recent_trend`, from published rows only.

    Single areas are judged on their three-year periods, groups and larger areas on single years.
    """

    indicator_id: Series[str] = key()
    area_id: Series[str] = key()
    age_group: Series[str] = key(r"[a-z0-9_]+(-[0-9]+)?")
    breakdown: Series[str] = key()
    edition: Series[str]
    first: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)  # first and last year it rests on
    last: Series[pandas.Int64Dtype] = pandera.Field(nullable=True)
    verdict: Series[str] = pandera.Field(
        isin=["increasing", "decreasing", "no_change", "too_small", "cannot_calculate"]
    )

    class Config(Table.Config):
        unique = ["indicator_id", "area_id", "age_group", "breakdown", "edition"]


class Similar(Table):
    """The areas most like each area, on its own level (the rule stands in `data/similar.py`)."""

    area_id: Series[str] = key()
    other_id: Series[str] = key()
    place: Series[int] = pandera.Field(ge=1, le=5)  # 1 is the most alike
    distance: Series[float] = pandera.Field(ge=0)  # in standard deviations; 0 is no difference
    shared: Series[int] = pandera.Field(ge=2)  # the indicators compared

    class Config(Table.Config):
        unique = ["area_id", "place"]


class Disclosures(Table):
    """What disclosure control hid, as counts only: one row an indicator, age group and kind of table published."""

    indicator_id: Series[str] = key()
    age_group: Series[str] = key(r"[a-z0-9_]+(-[0-9]+)?")
    breakdown: Series[str] = key()
    grouping: Series[str] = pandera.Field(isin=["housing_area", "group", "municipality"])
    values: Series[int] = pandera.Field(ge=0)
    hidden: Series[int] = pandera.Field(ge=0)
    primary: Series[int] = pandera.Field(ge=0)
    secondary: Series[int] = pandera.Field(ge=0)
    population: Series[int] = pandera.Field(ge=0)  # shown as "for få til at vise"

    class Config(Table.Config):
        unique = ["indicator_id", "age_group", "breakdown", "grouping"]


PREPARED_TABLES: dict[str, type[Table]] = {
    **SOURCE_TABLES,
    "indicators": PreparedIndicators,
    "observations": PreparedObservations,
    "criterion_statuses": CriterionStatuses,
    "effects": Effects,
    "differences": Differences,
    "trends": Trends,
    "similar": Similar,
    "disclosures": Disclosures,
}  # `areas` gets its geometry columns from geo.contract
