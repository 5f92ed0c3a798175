"""The data contract: every table of a dataset, its columns, their types and allowed values.

A source table is what staff write (`data/source/<dataset>/<table>.csv`); a prepared table is what the
pages read. They are the same table except where prepare adds columns: `GivenIndicator` becomes `Indicator`.
A class is the contract of a table and the type of its rows at once (`data.rows`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import pandera.pandas as pandera

from data.errors import Text
from data.rows import Filled, FilledText, Key, Row, at_least, at_most, matches, one_of


class Status(StrEnum):
    """Why a number is, or is not, there. Only `SHOWN` carries a number."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    NOT_COLLECTED = "not_collected"
    NOT_RELEVANT = "not_relevant"
    TOO_FEW = "too_few"


class Level(StrEnum):
    """What the code must know of a level of areas, from large to small. The levels themselves are `AreaLevel` rows.

    There is one country, against which all is compared. An area belongs to one municipality, against which it is
    compared too; regions are larger than municipalities, districts lie within one. Housing areas are what the product
    is about: they stand on official lists and on the map even without a number. A group is a fixed set of areas
    counted together, and never drawn.
    """

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    HOUSING_AREA = "housing_area"
    GROUP = "group"
    DEPARTMENT = "department"


class Publication(StrEnum):
    """What may be published at a level of a register's figures (`data.register`)."""

    NOTHING = ""
    YEARS = "years"  # single years
    PERIODS = "periods"  # sums of three years
    SUMS = "sums"  # sums over the members, in single years


# The most that a register may publish at a level of each kind: what more would give away is not controlled.
PUBLISHABLE = {
    Level.COUNTRY: Publication.YEARS,
    Level.REGION: Publication.YEARS,
    Level.MUNICIPALITY: Publication.YEARS,
    Level.DISTRICT: Publication.NOTHING,
    Level.HOUSING_AREA: Publication.PERIODS,
    Level.GROUP: Publication.SUMS,
    Level.DEPARTMENT: Publication.PERIODS,
}
# Regions and districts may be several levels; of the others every rule needs to know which one is meant.
SINGLE_LEVELS = (Level.COUNTRY, Level.MUNICIPALITY, Level.HOUSING_AREA, Level.GROUP, Level.DEPARTMENT)


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


LOWEST_MINIMUM = 3  # Danmarks Statistik: at least three persons before more is told about a group
CERTAINTIES = ("A", "B", "C")  # A primary document, B quoted by others, C derived or inferred
UNITS = ("per_1000", "per_10000", "per_100000", "percent", "percent_change", "count", "mean", "amount", "index")
PLACES = ("residence", "offence", "none")
LIST_KINDS = ("ghetto", "udsat", "parallelsamfund", "omdannelse", "forebyggelse", "trial")  # ghetto: until 2020
LIST_COVERAGE = ("complete", "partial", "absent")
SIDES = ("above", "at_least", "below")
ROLES = ("hotspot", "control", "pilot", "partnership", "network")
THEMES = ("crime", "safety", "employment", "education", "income", "population", "housing", "culture", "health")
CRITERION_STATUSES = (  # by the published rule (data.scorecards)
    "met",
    "on_track",
    "not_met_yet",
    "behind",
    "too_early",
    "no_project",
    "not_collected",
    "pending",
    "abandoned",
)
PROJECT_STATUSES = ("establishing", "running", "finished", "changed", "abandoned")
STATED_STATUSES = ("", "met", "not_met", "pending", "abandoned")
MEMBERSHIP_KINDS = ("administrative", "police_district", "city_district", "group")
RELATION_KINDS = ("part_of", "same_place")
MILESTONE_STATUSES = ("planned", "reached", "late", "dropped")
CARD_STATUSES = ("open", "in_progress", "sent_up", "done", "dropped")
OPEN_CARDS = ("open", "in_progress", "sent_up")  # somebody still has to act
BODY_LAYERS = ("political", "management", "coordination", "practice", "dialogue")  # from the top down
SEAT_ROLES = ("member", "observer", "at_times")
PARTNER_RINGS = ("unit", "steering", "forum", "unknown")  # from the middle out; unknown: the source cannot be read
ADVICE_STATUSES = ("met", "under_way", "not_met", "not_told")
CHECKLIST_THEMES = ("unit", "management", "task_force", "practice", "dialogue", "effect")
ANSWERS = ("yes", "no", "unknown")
PROCESS_MEASURES = ("meetings_held", "agreements_kept", "contacted_in_time", "days_to_contact")
OF_PERSONS = ("contacted_in_time", "days_to_contact")  # `out_of` counts persons: no small numbers
MEETINGS = ("16", "17_5", "18")  # the young person's age at the three statutory meetings
TRANSITION_OUTCOMES = ("education", "job", "neither")
TRANSITION_FACTS = ("element", "shortage", "possibility", "challenge", "condition")
GRANT_STATUSES = ("granted", "applied")
ANCHORED = ("project", "structure", "scheme")  # what a plan is for: a project, a way of working, all of a scheme
ROUTES = ("no_plan", "stops", "new_money", "operations", "association", "network")  # the worst first
LESSON_THEMES = ("staff", "referral", "law", "legitimacy", "users", "leadership", "co_operation", "frame")
LESSON_KINDS = ("stopped", "helped")
ASSESSED = ("criterion", "project", "scheme")
ASSESSMENT_KINDS = ("judgement", "forecast", "follow_up")
VERDICTS = ("better", "met", "good", "will_be_met", "mixed", "worse", "awaiting", "none")
TARGET_GROUPS = (  # for whom an effort is; of several efforts for one of them in one area a page says so
    "children",
    "youth",
    "youth_at_risk",
    "young_adults",
    "in_care",
    "out_of_work",
    "minority_women",
    "hard_pressed",
    "ill",
    "residents",
    "professionals",
)
EVERYBODY = ("residents", "professionals")  # groups so wide that two efforts for them do not compete
CODED_BY = ("", "source", "us")  # who said which theme and group a project is of
EVALUATION_METHODS = ("before_after", "register", "interviews", "self_evaluation", "criteria", "process", "not_told")
AREA_FACTS = (
    "built",
    "renovated",
    "scheme",
    "event",
    "participation",  # of residents
    "evaluation",  # how efforts are evaluated
    "told",  # what people say, without a count
    "strength",
    "challenge",
)
NON_PROFIT, OTHER, WHOLE = "non_profit", "other", "municipality"
SECTORS = (NON_PROFIT, OTHER)  # of dwellings: rented out by a non-profit organisation, or not
LIES = ("", "within", "near")  # a department and a housing area
ANNUAL_UNITS = ("", "percent", "kr_per_m2")
UPDATED = ("yearly", "quarterly", "now_and_then", "never")
LIKENESSES = ("", "size", "composition")
SCALES = ("quantiles", "natural", "equal", "pretty", "head_tail")  # what they mean: data.indicators
COMPARISONS = ("", "above", "below", "similar", "not_compared")
DATE, DATE_OR_EMPTY = r"^\d{4}-\d{2}-\d{2}$", r"^(\d{4}-\d{2}-\d{2})?$"
MONTH_OR_DATE, YEAR_OR_DATE = r"^\d{4}-\d{2}(-\d{2})?$", r"^\d{4}(-\d{2}(-\d{2})?)?$"
YEAR_OR_DATE_OR_EMPTY = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"
CODES = r"^([a-z_]+(\|[a-z_]+)*)?$"  # separated by |; that each is a code: data.validate_need
QUARTER = r"^\d{4}-Q[1-4]$"
DATES = (DATE, DATE_OR_EMPTY, MONTH_OR_DATE, YEAR_OR_DATE, YEAR_OR_DATE_OR_EMPTY)  # that the day exists: data.validate


AgeGroup = Annotated[str, matches(r"^[a-z0-9_]+(-[0-9]+)?$")]  # all, 15-17, under_18, 18_plus …
Certainty = Annotated[str, one_of(*CERTAINTIES)]


class Source(Row):
    """Where figures come from. `source_class` decides disclosure; a source without one is refused."""

    TABLE = "sources"
    KEY = ("source_id",)

    source_id: Key
    title: Filled
    publisher: Filled
    published: str  # a date or year as printed; empty where the source has none
    page: str
    url: str
    licence: str
    source_class: SourceClass
    note: Text

    @property
    def named(self) -> str:
        """Udgiver, år: titel, as every page, picture and file names it; without a date it has no year."""
        who = ", ".join(filter(None, (self.publisher, self.published[:4])))
        return f"{who}: {self.title}" if who else self.title


class GivenIndicator(Row):
    """The indicator catalogue: one row an indicator; every selector, scale and table loops over it."""

    TABLE = "indicators"
    KEY = ("indicator_id",)

    indicator_id: Key
    theme: Annotated[str, one_of(*THEMES)]
    name: FilledText
    definition: FilledText
    unit: Annotated[str, one_of(*UNITS)]
    multiplier: Annotated[int, pandera.Check.isin([1, 100, 1000, 10000, 100000])]
    direction: Direction
    counts: Key  # what is counted: persons_charged, charges, suspicions, reported_offences, residents …
    place: Annotated[str, one_of(*PLACES)]  # persons by residence, offences by place of offence
    counting_rule: Text
    caveat: Text
    decimals: Annotated[int, at_least(0), at_most(2)]
    likeness: Annotated[str, one_of(*LIKENESSES)]  # what it says of which areas are alike (data.similar)
    scale: Annotated[str, one_of(*SCALES)]  # how the classes of its map are made


class AreaLevel(Row):
    """A level of areas of a dataset: what it is called, what the code must know of it, and what lies on it."""

    TABLE = "levels"
    KEY = ("level",)

    level: Key
    order: Annotated[int, at_least(1)]  # from large to small
    kind: Level
    name: FilledText  # of one area
    plural: FilledText
    inside: Text  # the areas of it inside a larger one ("the municipalities"); empty where nobody goes down to them
    published: Publication  # of a register's figures, at most `PUBLISHABLE` of the kind
    has_marks: bool  # the housing areas lie on it as marks
    borders: Annotated[str, matches(r"^[a-z0-9_]*$")]  # its borders as a layer of lines, by the name in the address


class GivenArea(Row):
    """Every area, without its shape. An area keeps its id when its boundary changes; a new period is a new row."""

    TABLE = "areas"
    KEY = ("area_id", "valid_from")

    area_id: Key
    name: Filled
    aliases: str  # other spellings for the search, separated by |
    level: Key
    municipality_code: Annotated[str, matches(r"^(\d{4}|[A-Z][A-Za-z0-9]*)?$")]  # four digits, or abroad a letter first
    town: str
    housing_organisation: str
    valid_from: int | None
    valid_to: int | None
    note: Text


class Layer(Row):
    """A file of shapes in the dataset's folder of `geo/source/`: areas of one level, or lines to orient by.

    `area_ids` is the pattern of the areas' ids: every area of the pattern must have a shape. A layer of a level
    without a pattern takes the areas of the level that no other layer takes, and its file must always be there.
    Lines to orient by have no level; a dataset need not have their file.
    """

    TABLE = "layers"
    KEY = ("layer_id",)

    layer_id: Key
    level: str
    file: Annotated[str, matches(r"^[a-z0-9_]+\.(parquet|geojson)$")]
    area_ids: str
    min_count: int | None  # shapes that the file must have
    max_count: int | None
    tolerance: Annotated[float, at_least(0)]  # metres; the detail that `geo.shapes` may take away for the browser
    coverage: bool  # the areas share borders and never overlap
    borders: Annotated[str, matches(r"^[a-z0-9_]*$")]  # lines to orient by: the name in the address
    name: Text  # of lines to orient by


class Membership(Row):
    """An area has many parents: its municipality, its region, a police district, a group."""

    TABLE = "memberships"
    KEY = ("area_id", "parent_id", "kind")

    area_id: Key
    parent_id: Key
    kind: Annotated[str, one_of(*MEMBERSHIP_KINDS)]
    valid_from: int | None
    valid_to: int | None


class AreaRelation(Row):
    """Two areas of one level that sources name instead of each other: one is part of the other, or both are one place.

    The lists, projects and schemes of the one are told with the other, and by which name. A pair stands once.
    """

    TABLE = "area_relations"
    KEY = ("area_id", "other_id")

    area_id: Key  # the part
    other_id: Key  # the whole
    kind: Annotated[str, one_of(*RELATION_KINDS)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class AreaSuccession(Row):
    """An area that another took the place of when boundaries changed; one that was split has a row for each part."""

    TABLE = "area_successions"
    KEY = ("area_id", "successor_id")

    area_id: Key  # the predecessor
    successor_id: Key
    year: Annotated[int, at_least(1900), at_most(2100)]  # the first of the successor
    share: Annotated[float | None, at_least(0), at_most(1)]  # of the predecessor's homes that lie in the successor
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Role(Row):
    """The part an area plays in a scheme: hotspot, control, partner …"""

    TABLE = "roles"
    KEY = ("area_id", "role", "scheme_da")

    area_id: Key
    role: Annotated[str, one_of(*ROLES)]
    scheme: Text
    valid_from: int | None
    valid_to: int | None
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class GivenObservation(Row):
    """One number: an indicator for an area in a period. The files `observations*.csv` are read as one table.

    A row gives `value` as printed by its source, or `count` and `population` from which prepare computes it.
    `period_start` and `period_end` are years, both included.
    """

    TABLE = "observations"
    KEY = ("indicator_id", "area_id", "period_start", "period_end", "age_group", "breakdown", "edition", "source_id")

    indicator_id: Key
    area_id: Key
    period_start: Annotated[int, at_least(1900), at_most(2100)]
    period_end: Annotated[int, at_least(1900), at_most(2100)]
    age_group: AgeGroup  # all, 15-17, under_18, 18_plus …
    breakdown: Key  # all, or a kind of offence …
    edition: str  # which edition of a register; editions never share a line
    value: float | None
    count: int | None
    population: float | None  # a mean of quarters need not be whole
    status: Status
    source_id: Key
    page: str
    value_certainty: Certainty
    period_certainty: Certainty
    note: Text


class OfficialList(Row):
    """The official lists, one row a list and date, with how much of it is known.

    Only a `complete` list can answer "not on the list"; for `partial` and `absent` the answer is "ikke opgjort".
    """

    TABLE = "lists"
    KEY = ("list_id",)

    list_id: Key  # e.g. parallelsamfund_2019
    kind: Annotated[str, one_of(*LIST_KINDS)]
    name: FilledText  # the official name that year
    year: Annotated[int, at_least(2010), at_most(2100)]
    list_date: Annotated[str, matches(YEAR_OR_DATE)]
    areas_total: int | None
    coverage: Annotated[str, one_of(*LIST_COVERAGE)]
    rule: Text
    source_id: Key
    certainty: Certainty
    note: Text


class Designation(Row):
    """Which area stood on which official list."""

    TABLE = "designations"
    KEY = ("list_id", "area_id")

    list_id: Key
    area_id: Key
    source_id: Key
    certainty: Certainty
    note: Text


class Departure(Row):
    """An area that the source of a list says did not stand on it: known even where the list is not known as a whole."""

    TABLE = "departures"
    KEY = ("list_id", "area_id")

    list_id: Key
    area_id: Key
    source_id: Key
    certainty: Certainty
    note: Text


class ListRule(Row):
    """How an area came on the lists of some kinds and dates: its residents, and how many of the rule's criteria.

    What a criterion is stands in `ListCriterion`; those that are required are met besides the ones that are counted.
    """

    TABLE = "list_rules"
    KEY = ("rule_id",)

    rule_id: Key
    kinds: Annotated[str, matches(r"^[a-z]+(\|[a-z]+)*$")]  # of `LIST_KINDS`, separated by |
    name: FilledText  # the official name of its lists, with their years
    first_date: Annotated[str, matches(MONTH_OR_DATE)]  # of the lists it made
    last_date: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]  # empty while it is in force
    minimum_residents: Annotated[int, at_least(0)]
    needed: Annotated[int, at_least(1)]
    source_id: Key
    certainty: Certainty
    note: Text


class ListCriterion(Row):
    """A criterion of a rule: which number is held against which threshold, and what the number must count.

    Numbers of another `definition` do not answer it; those averaged over other years do, with a word about it.
    """

    TABLE = "list_criteria"
    KEY = ("rule_id", "indicator_id")

    rule_id: Key
    indicator_id: Key
    age_group: AgeGroup
    side: Annotated[str, one_of(*SIDES)]  # of the threshold on which the criterion is met
    threshold: float | None  # in the indicator's unit; empty where nobody has found that year's
    is_required: bool
    definition: Key
    averaged_years: Annotated[int, at_least(1)]
    source_id: Key
    certainty: Certainty
    note: Text


class Break(Row):
    """A change of definition, drawn as a vertical line. `applies_to` is an indicator id, or `lists`."""

    TABLE = "breaks"
    KEY = ("applies_to", "year", "title_da")

    applies_to: Key
    year: Annotated[int, at_least(1990), at_most(2100)]
    title: FilledText
    note: Text
    source_id: Key


class IndicatorSet(Row):
    """A line of an instrument by which areas are watched: a theme of it, and a number that tells of the theme.

    An instrument is all rows of its name, in their order. A line without an indicator is named by the instrument, and
    nobody has the numbers. `certainty` C: the source names the theme alone, and that this number tells of it is ours.
    """

    TABLE = "indicator_sets"
    KEY = ("instrument", "order")

    instrument: Key
    title: FilledText  # of the instrument, the same in all its rows
    order: Annotated[int, at_least(1)]
    theme: Key
    theme_name: FilledText  # as the instrument calls it
    name: FilledText  # of the number, as the instrument calls it, or ours
    indicator_id: str
    levels: Text  # that the instrument is made for, in its own words
    source_id: str  # empty for the dataset's own
    page: str
    certainty: Certainty
    note: Text


class Comparison(Row):
    """What may be compared as an effect: a treated group, a control group, an indicator and two periods."""

    TABLE = "comparisons"
    KEY = ("comparison_id",)

    comparison_id: Key
    indicator_id: Key
    age_group: AgeGroup
    edition: str
    treated_id: Key
    control_id: Key
    before: int
    after: int
    start: int | None  # first year of the intervention, for the shading
    end: int | None
    title: FilledText
    not_found: Text  # for whom no effect was found
    certainty: Text  # how sure the result is, in a sentence
    source_id: Key
    page: str


class Goal(Row):
    """A political goal that projects and success criteria serve."""

    TABLE = "goals"
    KEY = ("goal_id",)

    goal_id: Key
    scheme: Key  # whose goals: hoeje_taastrup_2005, halsnaes …
    title: FilledText
    source_id: Key
    page: str
    note: Text


class Project(Row):
    """The project bank: one row a project.

    `themes` and `groups` are codes of `THEMES` and `TARGET_GROUPS`, separated by |, and empty where the source does not
    say what a project is about or for whom. `coded_by`: whether the source itself or we chose them.
    """

    TABLE = "projects"
    KEY = ("project_id",)

    project_id: Key
    scheme: Key
    name: Filled
    goal_id: str
    target_group: Text
    problem: Text
    aim: Text
    activities: Text
    results: Text
    anchoring: Text
    period: str  # as the source writes it
    start: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]  # as far as the source dates it
    end: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    funding: Text
    organisation: Text  # who runs it
    partners: str
    areas: str  # area ids separated by |
    themes: Annotated[str, matches(CODES)]
    groups: Annotated[str, matches(CODES)]
    coded_by: Annotated[str, one_of(*CODED_BY)]
    status: Annotated[str, one_of(*PROJECT_STATUSES)]
    status_note: Text
    became_project_id: str  # what a changed project became
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    source_id: Key
    page: str
    certainty: Certainty


class Criterion(Row):
    """A success criterion of a scheme (`project_id` empty) or of one project."""

    TABLE = "criteria"
    KEY = ("criterion_id",)

    criterion_id: Key
    scheme: Key
    project_id: str
    goal_id: str
    number: int | None  # as printed
    target_group: FilledText
    title: FilledText
    target: float | None
    unit: Text
    baseline: float | None
    start_date: Annotated[str, matches(DATE_OR_EMPTY)]
    end_date: Annotated[str, matches(DATE_OR_EMPTY)]
    stated_status: Annotated[str, one_of(*STATED_STATUSES)]  # only where the source says so itself
    stated_by: str
    stated_on: Annotated[str, matches(DATE_OR_EMPTY)]
    source_id: Key
    page: str
    note: Text


class Result(Row):
    """What a project has reached on a criterion at a date.

    `counted` says whether the row is part of our sum (a certificate inside a participation is not);
    `double_counted` that the source itself says the same persons are counted elsewhere too.
    A project with `served` false is named in the source but has nothing in place for the criterion.
    """

    TABLE = "results"
    KEY = ("criterion_id", "project_id", "as_of", "kind_da")

    criterion_id: Key
    project_id: Key
    as_of: Annotated[str, matches(MONTH_OR_DATE)]
    value: float | None
    kind: Text
    served: bool
    counted: bool
    double_counted: bool
    persons: Annotated[int | None, at_least(1)]  # of whom a share is counted, where the source says it
    evidence: str  # the cell as printed
    source_id: Key
    page: str
    note: Text


class Outcome(Row):
    """A project's own table of outcomes, as printed (persons by activity, participants by what became of them)."""

    TABLE = "outcomes"
    KEY = ("project_id", "group_da", "outcome_da")

    project_id: Key
    as_of: Annotated[str, matches(MONTH_OR_DATE)]
    order: Annotated[int, at_least(1)]
    group: Text
    outcome: FilledText
    persons: Annotated[int, at_least(0)]
    is_total: bool  # a total printed by the source
    source_id: Key
    page: str
    note: Text


class Milestone(Row):
    """A dated step towards a goal, in the scheme as a whole or in one project, and whether it was reached in time."""

    TABLE = "milestones"
    KEY = ("milestone_id",)

    milestone_id: Key
    scheme: Key
    goal_id: Key
    project_id: str
    criterion_id: str  # the success criterion it leads to, if any
    title: FilledText
    due: Annotated[str, matches(DATE)]
    evaluated: Annotated[str, matches(DATE_OR_EMPTY)]  # when the status was last judged
    status: Annotated[str, one_of(*MILESTONE_STATUSES)]
    source_id: Key
    page: str
    note: Text


class ActionCard(Row):
    """An action card (handlingskort): a problem met in an area, what is done about it, by whom and until when.

    `body_id` is the team that holds the card. What the team cannot solve is sent up: to which body, by which function
    and when; `decided_by`, `decided_on` and `decision` are the answer from there.
    """

    TABLE = "action_cards"
    KEY = ("card_id",)

    card_id: Key
    scheme: Key
    area_id: Key
    body_id: str
    goal_id: str
    title: FilledText
    problem: Text
    action: Text
    responsible: Text  # a function, never a person's name
    opened: Annotated[str, matches(DATE)]
    due: Annotated[str, matches(DATE_OR_EMPTY)]
    closed: Annotated[str, matches(DATE_OR_EMPTY)]
    status: Annotated[str, one_of(*CARD_STATUSES)]
    sent_to: str
    sent_on: Annotated[str, matches(DATE_OR_EMPTY)]
    sent_by: Text  # a function
    decided_by: Text  # a function or a body
    decided_on: Annotated[str, matches(DATE_OR_EMPTY)]
    decision: Text
    project_id: str
    source_id: Key
    page: str
    note: Text


class Body(Row):
    """A body of a model of co-operation: what it decides, how often it meets, and whom it answers to.

    Every body but a top one (`is_top`) has its parent in `parent_id`. `meets` is in the source's own measure,
    `meetings_per_year` the same as a number where there is one. `members` is the number as printed, `size` in words.
    """

    TABLE = "bodies"
    KEY = ("body_id",)

    body_id: Key
    scheme: Key  # the model: hotspot_2015, halsnaes_2014 …
    place: str  # where it is, if the model has bodies of several municipalities
    name: FilledText
    layer: Annotated[str, one_of(*BODY_LAYERS)]
    order: Annotated[int, at_least(1)]
    parent_id: str
    is_top: bool
    decides: Text
    meets: Text
    meetings_per_year: Annotated[float | None, at_least(0)]
    next_meeting: Annotated[str, matches(DATE_OR_EMPTY)]
    duty_up: Text
    duty_down: Text
    works_by: Text
    uses_cards: bool
    members: Annotated[int | None, at_least(1)]
    size: Text
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Seat(Row):
    """A seat in a body by its function; there is no column for a person's name."""

    TABLE = "seats"
    KEY = ("body_id", "order")

    body_id: Key
    order: Annotated[int, at_least(1)]
    function: FilledText
    part: Text  # whom it speaks for: an area, an organisation, an administration
    role: Annotated[str, one_of(*SEAT_ROLES)]
    places: Annotated[int | None, at_least(1)]  # empty where the source gives no number
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Partner(Row):
    """Who works together around a unit, by ring from the middle out."""

    TABLE = "partners"
    KEY = ("partner_id",)

    partner_id: Key
    scheme: Key
    name: FilledText
    ring: Annotated[str, one_of(*PARTNER_RINGS)]
    order: Annotated[int, at_least(1)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Recommendation(Row):
    """A recommendation of a set (`advice`) and how far a scheme says that it follows it."""

    TABLE = "recommendations"
    KEY = ("scheme", "advice", "number")

    scheme: Key
    advice: Key  # kl_2014, koebenhavn_2009 …
    number: Annotated[int, at_least(1)]
    title: FilledText
    says: Text
    status: Annotated[str, one_of(*ADVICE_STATUSES)]
    local_status: Text
    evidence: Text
    judged_by: Text  # a function or an organisation
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Challenge(Row):
    """A challenge of the co-operation, by the rank that those who work in it gave it."""

    TABLE = "challenges"
    KEY = ("challenge_id",)

    challenge_id: Key
    scheme: Key
    rank: Annotated[int, at_least(1)]
    title: FilledText
    raised_by: Text
    for_whom: Text  # who should act on it
    answer: Text
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class ChecklistItem(Row):
    """A question of a checklist: what a handbook says must be in place."""

    TABLE = "checklist_items"
    KEY = ("item_id",)

    item_id: Key
    checklist: Key
    theme: Annotated[str, one_of(*CHECKLIST_THEMES)]
    order: Annotated[int, at_least(1)]
    question: FilledText
    why: Text
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class ChecklistAnswer(Row):
    """The answer of an area to a question of a checklist at a date, and what it rests on. Without a row: unknown."""

    TABLE = "checklist_answers"
    KEY = ("item_id", "area_id", "as_of")

    item_id: Key
    area_id: Key
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    answer: Annotated[str, one_of(*ANSWERS)]
    evidence: Text
    answered_by: Text  # a function
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class ProcessMeasure(Row):
    """How the work itself runs in a quarter, long before the figures of crime can tell.

    `value` is a number out of `out_of` (meetings held of those planned, agreements kept of those due, young persons
    contacted in time of all concerns), or for `days_to_contact` the median days over `out_of` concerns.
    """

    TABLE = "process_measures"
    KEY = ("area_id", "quarter", "measure", "age_group")

    area_id: Key
    quarter: Annotated[str, matches(QUARTER)]
    measure: Annotated[str, one_of(*PROCESS_MEASURES)]
    age_group: AgeGroup
    value: Annotated[float, at_least(0)]
    out_of: Annotated[int, at_least(0)]
    source_id: Key
    page: str
    note: Text


class GivenTransitionMeeting(Row):
    """The statutory meetings on the way to adulthood in a municipality and year, as numbers alone, never persons.

    Every young person has one meeting of each kind; a number that nobody has counted is empty.
    """

    TABLE = "transition_meetings"
    KEY = ("area_id", "year", "meeting")

    area_id: Key  # a municipality
    year: Annotated[int, at_least(1990), at_most(2100)]
    meeting: Annotated[str, one_of(*MEETINGS)]
    young: Annotated[int, at_least(0)]  # young people who reached the age that year
    held: Annotated[int | None, at_least(0)]
    in_time: Annotated[int | None, at_least(0)]  # of the meetings held, as all below
    youth_present: Annotated[int | None, at_least(0)]
    coordinator_present: Annotated[int | None, at_least(0)]
    adult_present: Annotated[int | None, at_least(0)]  # the adult the young person has chosen
    decider_present: Annotated[int | None, at_least(0)]  # somebody who can decide
    agreed: Annotated[int | None, at_least(0)]  # that ended with a binding agreement
    source_id: Key
    page: str
    note: Text


# Each number of meetings that is a part of another: part -> whole.
MEETING_PARTS = {
    "held": "young",
    "in_time": "held",
    "youth_present": "held",
    "coordinator_present": "held",
    "adult_present": "held",
    "decider_present": "held",
    "agreed": "held",
}


class GivenTransitionOutcome(Row):
    """Where the young people who turned 18 in a municipality and year were a year later, as numbers alone."""

    TABLE = "transition_outcomes"
    KEY = ("area_id", "year", "outcome")

    area_id: Key  # a municipality
    year: Annotated[int, at_least(1990), at_most(2100)]  # in which they turned 18
    outcome: Annotated[str, one_of(*TRANSITION_OUTCOMES)]
    persons: Annotated[int, at_least(0)]
    source_id: Key
    page: str
    note: Text


class TransitionFact(Row):
    """What a source says of the way to adulthood: what the model consists of, what is lacking, what it depends on."""

    TABLE = "transition_facts"
    KEY = ("fact_id",)

    fact_id: Key
    scheme: Key
    kind: Annotated[str, one_of(*TRANSITION_FACTS)]
    order: Annotated[int, at_least(1)]
    title: FilledText
    text: FilledText
    measure: Annotated[str, one_of("", *MEETING_PARTS)]  # the number of `transition_meetings` that tells of it
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Grant(Row):
    """Money for a limited time: to a whole scheme (`project_id` empty) or to one project."""

    TABLE = "grants"
    KEY = ("grant_id",)

    grant_id: Key
    scheme: Key
    project_id: str
    areas: str  # area ids separated by |
    title: FilledText
    funder: FilledText
    amount: Annotated[float | None, at_least(0)]  # kroner, as the source writes it
    start: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    end: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    status: Annotated[str, one_of(*GRANT_STATUSES)]
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Anchoring(Row):
    """What becomes of a project, or of a way of working, when its money ends.

    `covers` says whether the plan is for one project, for a structure around the projects, or for all projects of the
    scheme that have no plan of their own.
    """

    TABLE = "anchoring"
    KEY = ("anchoring_id",)

    anchoring_id: Key
    scheme: Key
    covers: Annotated[str, one_of(*ANCHORED)]
    project_id: str
    grant_id: str
    title: FilledText
    route: Annotated[str, one_of(*ROUTES)]
    plan: Text
    decided_by: Text  # a function, never a person's name
    decided_on: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]  # by when it is, or was, decided
    is_decided: bool
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Lesson(Row):
    """What stopped an effort or helped it, by theme; `closed` where it is why a project was closed or given up."""

    TABLE = "lessons"
    KEY = ("lesson_id",)

    lesson_id: Key
    scheme: Key
    project_id: str
    theme: Annotated[str, one_of(*LESSON_THEMES)]
    kind: Annotated[str, one_of(*LESSON_KINDS)]
    closed: bool
    title: FilledText
    text: FilledText
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Assessment(Row):
    """What a source itself judges of a criterion, a project or a scheme, beside the status that is computed.

    `subject_id` is a criterion's, a project's or a scheme's id, as `subject` says.
    """

    TABLE = "assessments"
    KEY = ("assessment_id",)

    assessment_id: Key
    subject: Annotated[str, one_of(*ASSESSED)]
    subject_id: Key
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    kind: Annotated[str, one_of(*ASSESSMENT_KINDS)]
    verdict: Annotated[str, one_of(*VERDICTS)]
    text: FilledText
    judged_by: FilledText  # a function or a body, never a person's name
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Priority(Row):
    """What a council, or who else decides, puts first in an area: a theme, or with an empty `theme` the whole area.

    `start` and `end` are as the source dates them; `as_of` is the day of the source, for one that is old tells of then.
    """

    TABLE = "priorities"
    KEY = ("area_id", "theme", "as_of")

    area_id: Key
    theme: Annotated[str, one_of("", *THEMES)]
    start: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    end: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    decided_by: FilledText  # a body or a function, never a person's name
    decided_on: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Report(Row):
    """A report on a scheme: as of which day, and which report came before it; empty where none is known."""

    TABLE = "reports"
    KEY = ("report_id",)

    report_id: Key
    scheme: Key
    title: FilledText
    as_of: Annotated[str, matches(YEAR_OR_DATE)]
    previous: str
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Evaluation(Row):
    """An evaluation that is planned or made: how, against which baseline, when it is due and who makes it.

    `done_on` is empty while nobody says that it is finished. `project_id` is empty for one of a whole scheme.
    """

    TABLE = "evaluations"
    KEY = ("evaluation_id",)

    evaluation_id: Key
    scheme: Key
    project_id: str
    title: FilledText
    method: Annotated[str, one_of(*EVALUATION_METHODS)]
    baseline: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    due: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    done_on: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    evaluated_by: Text  # a body or an organisation, never a person's name
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Correction(Row):
    """A field of a source table that was wrong and has been put right: which, from what, to what, and why.

    `row_key` is the row's key, its columns separated by |. `was` and `became` are the field as the file has it; both
    are empty for a number of persons that disclosure control decides about.
    """

    TABLE = "corrections"
    KEY = ("table", "row_key", "column", "corrected_on")

    table: Key
    row_key: Filled
    column: Key
    was: str
    became: str
    reason: FilledText
    corrected_on: Annotated[str, matches(DATE)]
    note: Text


class AreaFact(Row):
    """What was built, renovated, tried or happened in an area, and what is strong and hard there."""

    TABLE = "area_facts"
    KEY = ("fact_id",)

    fact_id: Key
    area_id: Key
    kind: Annotated[str, one_of(*AREA_FACTS)]
    start: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    end: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    period: Text  # where a source dates it otherwise: "sidste halvdel af 1980'erne"
    text: FilledText
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class Department(Row):
    """A department of a housing organisation: its sector, its municipality, and the housing area it lies in or near."""

    TABLE = "departments"
    KEY = ("department_id",)

    department_id: Key
    name: Filled
    municipality_id: Key
    sector: Annotated[str, one_of(*SECTORS)]
    housing_organisation: str
    area_id: str
    lies: Annotated[str, one_of(*LIES)]
    source_id: Key
    note: Text


class AnnualParameter(Row):
    """What the annual report of housing tells of every department: a parameter, or one category of it (`all` for one
    that has none). Categories of a parameter tell the same persons or dwellings apart: each is in one at most.
    """

    TABLE = "annual_parameters"
    KEY = ("parameter_id", "category")

    parameter_id: Key
    category: Key
    order: Annotated[int, at_least(1)]
    name: FilledText
    category_name: Text
    definition: Text  # empty where no source defines it
    unit: Annotated[str, one_of(*ANNUAL_UNITS)]  # empty where no source says
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class GivenAnnualFigure(Row):
    """A number of the annual report: a parameter of a unit in a year, where no two units of a municipality overlap.

    `unit_id` is a department, or a sector of `SECTORS` for all its dwellings outside the departments that are listed.
    A share has `count` and `population`, a rent `value` and `population`: the square metres it is the mean of.
    """

    TABLE = "annual_figures"
    KEY = ("parameter_id", "category", "municipality_id", "unit_id", "year")

    parameter_id: Key
    category: Key
    municipality_id: Key
    unit_id: Key
    year: Annotated[int, at_least(1900), at_most(2100)]
    count: Annotated[int | None, at_least(0)]
    population: Annotated[int | None, at_least(1)]
    value: Annotated[float | None, at_least(0)]
    status: Status
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class SourceUpdate(Row):
    """How often a source comes with new numbers, and when the next are expected; empty where nobody has said."""

    TABLE = "source_updates"
    KEY = ("source_id",)

    source_id: Key
    updated: Annotated[str, one_of(*UPDATED)]
    next_expected: Annotated[str, matches(YEAR_OR_DATE_OR_EMPTY)]
    note: Text


class Remark(Row):
    """What somebody remarked on a number, and what was answered. Without a period it is of all, without an area of all.

    `version` is the version of the data that the answer was given with; empty while there is none.
    """

    TABLE = "remarks"
    KEY = ("remark_id",)

    remark_id: Key
    table: Annotated[str, one_of("observations", "annual_figures")]
    indicator_id: Key  # or the parameter of the annual report
    area_id: str  # or the unit of the annual report
    period_start: int | None
    period_end: int | None
    remark: FilledText
    asked_by: FilledText  # a function, never a person's name
    asked_on: Annotated[str, matches(DATE)]
    answer: Text
    answered_by: Text
    answered_on: Annotated[str, matches(DATE_OR_EMPTY)]
    version: Annotated[str, matches(r"^([0-9a-f]{12})?$")]


class GivenAcceptedQuestion(Row):
    """A question of `data.plausible` that somebody has looked into: what was found is right, and why."""

    TABLE = "accepted_questions"
    KEY = ("question",)

    question: Key  # the id that prepare prints
    reason: FilledText
    accepted_by: FilledText  # a function, never a person's name
    accepted_on: Annotated[str, matches(DATE)]


SOURCE_ROWS: tuple[type[Row], ...] = (
    Source,
    GivenIndicator,
    AreaLevel,
    Layer,
    GivenArea,
    Membership,
    AreaRelation,
    AreaSuccession,
    Role,
    GivenObservation,
    OfficialList,
    Designation,
    Departure,
    ListRule,
    ListCriterion,
    Break,
    IndicatorSet,
    Comparison,
    Goal,
    Project,
    Criterion,
    Result,
    Outcome,
    Milestone,
    ActionCard,
    GivenTransitionMeeting,
    GivenTransitionOutcome,
    TransitionFact,
    Grant,
    Anchoring,
    Lesson,
    Assessment,
    Priority,
    Report,
    Evaluation,
    Correction,
    AreaFact,
    Body,
    Seat,
    Partner,
    Recommendation,
    Challenge,
    ChecklistItem,
    ChecklistAnswer,
    ProcessMeasure,
    Department,
    AnnualParameter,
    GivenAnnualFigure,
    SourceUpdate,
    GivenAcceptedQuestion,
    Remark,
)
SOURCE_TABLES: dict[str, type[Row]] = {row.TABLE: row for row in SOURCE_ROWS}

# (table, column) -> table whose key it must be found in; an empty text is allowed where the column may be empty.
REFERENCES: dict[tuple[str, str], tuple[str, str]] = {
    ("areas", "level"): ("levels", "level"),
    ("layers", "level"): ("levels", "level"),
    ("memberships", "area_id"): ("areas", "area_id"),
    ("memberships", "parent_id"): ("areas", "area_id"),
    ("area_relations", "area_id"): ("areas", "area_id"),
    ("area_relations", "other_id"): ("areas", "area_id"),
    ("area_relations", "source_id"): ("sources", "source_id"),
    ("area_successions", "area_id"): ("areas", "area_id"),
    ("area_successions", "successor_id"): ("areas", "area_id"),
    ("area_successions", "source_id"): ("sources", "source_id"),
    ("roles", "area_id"): ("areas", "area_id"),
    ("roles", "source_id"): ("sources", "source_id"),
    ("observations", "indicator_id"): ("indicators", "indicator_id"),
    ("observations", "area_id"): ("areas", "area_id"),
    ("observations", "source_id"): ("sources", "source_id"),
    ("lists", "source_id"): ("sources", "source_id"),
    ("designations", "list_id"): ("lists", "list_id"),
    ("designations", "area_id"): ("areas", "area_id"),
    ("designations", "source_id"): ("sources", "source_id"),
    ("departures", "list_id"): ("lists", "list_id"),
    ("departures", "area_id"): ("areas", "area_id"),
    ("departures", "source_id"): ("sources", "source_id"),
    ("list_rules", "source_id"): ("sources", "source_id"),
    ("list_criteria", "rule_id"): ("list_rules", "rule_id"),
    ("list_criteria", "indicator_id"): ("indicators", "indicator_id"),
    ("list_criteria", "source_id"): ("sources", "source_id"),
    ("breaks", "source_id"): ("sources", "source_id"),
    ("indicator_sets", "indicator_id"): ("indicators", "indicator_id"),
    ("indicator_sets", "source_id"): ("sources", "source_id"),
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
    ("action_cards", "body_id"): ("bodies", "body_id"),
    ("action_cards", "sent_to"): ("bodies", "body_id"),
    ("action_cards", "goal_id"): ("goals", "goal_id"),
    ("bodies", "parent_id"): ("bodies", "body_id"),
    ("bodies", "source_id"): ("sources", "source_id"),
    ("seats", "body_id"): ("bodies", "body_id"),
    ("seats", "source_id"): ("sources", "source_id"),
    ("partners", "source_id"): ("sources", "source_id"),
    ("recommendations", "source_id"): ("sources", "source_id"),
    ("challenges", "source_id"): ("sources", "source_id"),
    ("checklist_items", "source_id"): ("sources", "source_id"),
    ("checklist_answers", "item_id"): ("checklist_items", "item_id"),
    ("checklist_answers", "area_id"): ("areas", "area_id"),
    ("checklist_answers", "source_id"): ("sources", "source_id"),
    ("process_measures", "area_id"): ("areas", "area_id"),
    ("process_measures", "source_id"): ("sources", "source_id"),
    ("transition_meetings", "area_id"): ("areas", "area_id"),
    ("transition_meetings", "source_id"): ("sources", "source_id"),
    ("transition_outcomes", "area_id"): ("areas", "area_id"),
    ("transition_outcomes", "source_id"): ("sources", "source_id"),
    ("transition_facts", "source_id"): ("sources", "source_id"),
    ("grants", "project_id"): ("projects", "project_id"),
    ("grants", "source_id"): ("sources", "source_id"),
    ("anchoring", "project_id"): ("projects", "project_id"),
    ("anchoring", "grant_id"): ("grants", "grant_id"),
    ("anchoring", "source_id"): ("sources", "source_id"),
    ("lessons", "project_id"): ("projects", "project_id"),
    ("lessons", "source_id"): ("sources", "source_id"),
    ("assessments", "source_id"): ("sources", "source_id"),
    ("priorities", "area_id"): ("areas", "area_id"),
    ("priorities", "source_id"): ("sources", "source_id"),
    ("reports", "previous"): ("reports", "report_id"),
    ("reports", "source_id"): ("sources", "source_id"),
    ("evaluations", "project_id"): ("projects", "project_id"),
    ("evaluations", "source_id"): ("sources", "source_id"),
    ("area_facts", "area_id"): ("areas", "area_id"),
    ("area_facts", "source_id"): ("sources", "source_id"),
    ("departments", "municipality_id"): ("areas", "area_id"),
    ("departments", "area_id"): ("areas", "area_id"),
    ("departments", "source_id"): ("sources", "source_id"),
    ("annual_parameters", "source_id"): ("sources", "source_id"),
    ("annual_figures", "parameter_id"): ("annual_parameters", "parameter_id"),
    ("annual_figures", "municipality_id"): ("areas", "area_id"),
    ("annual_figures", "source_id"): ("sources", "source_id"),
    ("source_updates", "source_id"): ("sources", "source_id"),
}


class Area(GivenArea):
    """Every area with what the code must know of its level."""

    level_kind: Level


class Indicator(GivenIndicator):
    """The catalogue with the class breaks over all years and levels: upper bounds as JSON text, last one open.

    `change_breaks` are those of the change between two periods, in the indicator's unit and symmetric about 0; empty
    where no area has two periods that can be compared. `dispersion`: how much more its counts vary from year to year
    than independent events, typically over its series; 1 where persons are counted, empty for events that nothing tells
    of.
    """

    class_breaks: Annotated[str, matches(r"^\[.*\]$")]
    change_breaks: Annotated[str, matches(r"^\[.*\]$")]
    dispersion: Annotated[float | None, at_least(1)]


class Observation(GivenObservation):
    """Observations with everything decided: rate, 95 % interval, comparisons in words, and the group by rank.

    `rank_group` is one of five groups of equal size among the areas of the level that have the number: 1 is the worst,
    or the highest where there is no judgement. `municipality_…` is as `reference` and `comparison`, for an area against
    its municipality.
    """

    low: float | None
    high: float | None
    derived: bool  # computed by us, not printed by the source
    reference: float | None  # the country's value, same period and definition
    comparison: Annotated[str, one_of(*COMPARISONS)]
    municipality_reference: float | None
    municipality_comparison: Annotated[str, one_of(*COMPARISONS)]
    rank_group: Annotated[int | None, at_least(1), at_most(5)]


class TransitionMeeting(GivenTransitionMeeting):
    """The meetings as they may be published: `hidden` names the numbers that are empty to protect persons."""

    young: int | None  # type: ignore[assignment]  # empty where it is hidden
    hidden: str  # columns separated by |


class TransitionOutcome(GivenTransitionOutcome):
    """The outcomes as they may be published, with everybody who turned 18 that year."""

    persons: int | None  # type: ignore[assignment]  # empty where it is hidden
    total: int | None
    status: Status


class AnnualFigure(Row):
    """A number of the annual report as it may be published, in periods of three years (`data.annual_report`).

    `unit_id` is a department, a sector of `SECTORS` as a whole, or `WHOLE`: the municipality. `reference` is the
    municipality's number and `sector_reference` that of all non-profit dwellings, of which the comparisons are.
    """

    TABLE = "annual_figures"
    KEY = ("parameter_id", "category", "municipality_id", "unit_id", "period_start")

    parameter_id: Key
    category: Key
    municipality_id: Key
    unit_id: Key
    period_start: int
    period_end: int
    count: int | None
    population: int | None
    value: float | None
    low: float | None
    high: float | None
    status: Status
    reference: float | None
    comparison: Annotated[str, one_of(*COMPARISONS)]
    sector_reference: float | None
    sector_comparison: Annotated[str, one_of(*COMPARISONS)]
    source_id: Key
    page: str
    certainty: Certainty
    note: Text


class AcceptedQuestion(GivenAcceptedQuestion):
    """The accepted questions that this version was published with, and the question in words."""

    asked: Text


class CriterionStatus(Row):
    """The status of every criterion by the published rule (`data/scorecards.py`)."""

    TABLE = "criterion_statuses"
    KEY = ("criterion_id",)

    criterion_id: Key
    as_of: str
    reached: float | None
    share: float | None  # of the target, 1.0 = met
    double_counted: bool
    status: Annotated[str, one_of(*CRITERION_STATUSES)]


class Effect(Row):
    """The difference-in-differences of every comparison, in the indicator's unit; no interval without counts."""

    TABLE = "effects"
    KEY = ("comparison_id", "reference_id")

    comparison_id: Key
    reference_id: Key  # the control group, or the country
    treated_before: float
    treated_after: float
    reference_before: float
    reference_after: float
    difference: float
    low: float | None
    high: float | None
    ratio: float | None  # change in the treated group over change in the reference
    ratio_low: float | None
    ratio_high: float | None
    ratio_model: Annotated[str, one_of("", "quasi_poisson", "poisson")]
    ratio_reason: str  # why there is no ratio (effect.rate_ratio)
    parallel_low: float | None  # ratio of the yearly slopes before the intervention
    parallel_high: float | None
    parallel_detectable: float | None  # the yearly difference that the test could have seen: 0.25 is 25 per cent
    visible: float | None  # the smallest difference that its interval shows as a rule (data.foresight)
    needed: Annotated[int | None, at_least(1)]  # times as many persons or years until an effect of a halving shows


class Difference(Row):
    """The treated group minus its reference in every year both have counts, with its 95 % interval.

    `placebo` is the difference-in-differences that would be found had the effort begun that year: it should be 0
    in the years before it really did.
    """

    TABLE = "differences"
    KEY = ("comparison_id", "reference_id", "year")

    comparison_id: Key
    reference_id: Key
    year: int
    difference: float
    low: float | None
    high: float | None
    placebo: float | None
    placebo_low: float | None
    placebo_high: float | None


class Trend(Row):
    """The recent trend of every series with counts: the verdict of `measures.recent_trend`, from published rows only.

    Single areas are judged on their three-year periods, groups and larger areas on single years.
    """

    TABLE = "trends"
    KEY = ("indicator_id", "area_id", "age_group", "breakdown", "edition")

    indicator_id: Key
    area_id: Key
    age_group: AgeGroup
    breakdown: Key
    edition: str
    first: int | None  # first and last year it rests on
    last: int | None
    verdict: Annotated[str, one_of("increasing", "decreasing", "no_change", "too_small", "cannot_calculate")]
    dispersion: Annotated[float, at_least(1)]  # of its own series: what its intervals and its verdict reckon with
    degrees: float | None  # of freedom, with which it was estimated; empty where it is known
    length: Annotated[int, at_least(1)]  # years in a point
    lacking: Annotated[int, at_least(0), at_most(5)]  # points that there must be more
    needed: Annotated[int | None, at_least(1)]  # times as many persons or years that a halving needs (data.foresight)
    visible: Annotated[float | None, at_least(0), at_most(1)]  # the smallest fall, as a share, that shows as a rule


class Likeness(Row):
    """The areas most like each area, on its own level (the rule stands in `data/similar.py`)."""

    TABLE = "similar"
    KEY = ("area_id", "place")

    area_id: Key
    other_id: Key
    place: Annotated[int, at_least(1), at_most(5)]  # 1 is the most alike
    distance: Annotated[float, at_least(0)]  # in standard deviations; 0 is no difference
    shared: Annotated[int, at_least(2)]  # the indicators compared


class BarometerCell(Observation):
    """The latest number known of an area on an indicator of an instrument, with all it is compared with.

    `reference` and `comparison` are the country's, as in the observation. `similar_…` is against the areas most like it
    (`Likeness`) taken together, of which `similar_areas` have counts of the same period and definition. `verdict` is of
    its recent trend, empty where there is none. The rules stand in `data/barometer.py`.
    """

    TABLE = "barometer"
    KEY = ("indicator_id", "area_id")  # type: ignore[assignment]  # one of the many numbers that an area has

    region_reference: float | None
    region_comparison: Annotated[str, one_of(*COMPARISONS)]
    similar_reference: float | None
    similar_comparison: Annotated[str, one_of(*COMPARISONS)]
    similar_areas: Annotated[int, at_least(0), at_most(5)]
    verdict: Annotated[str, one_of("", "increasing", "decreasing", "no_change", "too_small", "cannot_calculate")]
    trend_first: int | None  # first and last year that the verdict rests on
    trend_last: int | None


class Disclosure(Row):
    """What disclosure control hid in the whole version: one row of counts that anybody can count in the observations.

    Never by table or reason: with those, hidden numbers can be worked out.
    """

    TABLE = "disclosures"

    values: Annotated[int, at_least(0)]  # from registers, whether shown or not
    hidden: Annotated[int, at_least(0)]
    too_few: Annotated[int, at_least(0)]  # shown as "for få til at vise"


class DisclosureRule(Row):
    """The limits that this version was made by: one row, for a page to print what was done and not what is usual."""

    TABLE = "disclosure_rules"

    minimum: Annotated[int, at_least(LOWEST_MINIMUM)]  # persons: 1 to one less are hidden
    minimum_population: Annotated[int, at_least(1)]  # persons, under whom there is no rate


PREPARED_ROWS: tuple[type[Row], ...] = (
    Area,
    Indicator,
    Observation,
    TransitionMeeting,
    TransitionOutcome,
    AnnualFigure,
    AcceptedQuestion,
    CriterionStatus,
    Effect,
    Difference,
    Trend,
    Likeness,
    BarometerCell,
    Disclosure,
    DisclosureRule,
)
# `areas` gets its geometry columns from geo.contract.
PREPARED_TABLES: dict[str, type[Row]] = {**SOURCE_TABLES, **{row.TABLE: row for row in PREPARED_ROWS}}
