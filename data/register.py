"""What is published of figures from registers, and of fictitious ones that play them: aggregation, then disclosure.

Of a rate or share with count and population are published

- single housing areas, in periods of three years that do not overlap; the last ends with the newest year, and years
  left over at the beginning are not published. Counts and populations (then person-years) are summed before the rate;
- fixed groups of two areas or more (memberships of kind `group`, whatever years they name), in single years, as sums,
  in the years that every member has;
- municipality, region and country, in single years;

at each level as far as the dataset's `levels` allow it.

A group without members that lies in a municipality is what completes the municipality's sum: the rest of it. It takes
part in the equations and is not published. It need not be given, for everybody can subtract.

Events of crime that one person can have several of (charges, suspicions, offences) are not published for single
housing areas at all: a few persons can stand for many charges, so a large number there hides nobody.

Every series (indicator, age group, breakdown, edition) is protected by `data.disclosure` as one publication: housing
area x three years, group x year, municipality x year, over cells of area x year. The single years of an area, and the
rest, are not printed; they are protected as if they were hidden. A region or the country rests on areas outside the
dataset and is protected for itself alone. Persons charged and their charges are one publication, for everybody charged
has a charge. Where nobody is counted twice, the few who are not counted are protected like the few who are. What is
protected is then audited; a fault stops prepare.

The report tells how many values are hidden, as everybody can count in the table, and nothing of the reasons: that a sum
is hidden because it is small would give away the small numbers it is made of.

Outside the audit: what readers know from elsewhere, and another indicator that counts the same persons another way.
Sums over series: `data.register_faults` refuses what gives them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas

from data import query, register_faults, series
from data.contracts import (
    LOWEST_MINIMUM,
    Area,
    AreaLevel,
    Disclosure,
    DisclosureRule,
    GivenIndicator,
    Level,
    Membership,
    SourceClass,
    Status,
)
from data.errors import Finding, SourceError
from data.register_cells import AREA, YEAR, Places, Series, Windows, families
from data.register_earlier import Earlier
from data.register_series import MINIMUM_POPULATION, SERIES, Published, publish_family
from data.validate import PER

MINIMUM = 5  # persons, where prepare is not told another; versions with different ones can be subtracted


def publish(
    tables: Mapping[str, pandas.DataFrame], minimum: int = MINIMUM, earlier: Sequence[Earlier] = ()
) -> Published:
    """The table `observations` as it may be published. Rows of published sources pass unchanged.

    tables: the source tables by name: `GivenObservation`, `GivenIndicator`, `Area`, `AreaLevel`, `Membership` and
    `Source` of `data.contracts` are read. minimum: the smallest number of persons that is shown (0 apart), at least 3.
    earlier: the versions that can still be read. Raises SourceError for figures that cannot be controlled, and where a
    hidden number can be worked out; ValueError for a minimum under 3.
    """
    if minimum < LOWEST_MINIMUM:
        raise ValueError(f"minimum is {minimum}; it may not be lower than {LOWEST_MINIMUM}")
    observations = tables["observations"]
    indicators = {row.indicator_id: row for row in GivenIndicator.of(tables["indicators"])}
    unit = observations["indicator_id"].map({name: row.unit for name, row in indicators.items()})
    places = _places(tables)
    held = is_held(observations, tables["sources"])
    controlled = held & unit.isin(list(PER))
    rows = observations[controlled].assign(
        part=lambda frame: frame["area_id"].map(places.part).astype("str"), year=lambda frame: frame["period_start"]
    )
    findings = [
        *register_faults.of_amounts(observations[held & ~controlled], indicators),
        *register_faults.of_rates(rows, rows["part"] != ""),
    ]
    if findings:
        raise SourceError(findings)
    published: list[Published] = []
    events = series.is_event(tables["indicators"].set_index("indicator_id"))
    for family in families(_series(rows, indicators, events)):
        try:
            published += publish_family(family, places, minimum, earlier)
        except SourceError as error:
            findings += error.findings
    if findings:
        raise SourceError(findings)
    return _together(observations, observations[~controlled], published)


def report(published: Published, tables: Mapping[str, pandas.DataFrame]) -> pandas.DataFrame:
    """How much is hidden, as the one row of `contracts.Disclosure`: counted in what is published, so it tells no more.

    tables: the source tables by name, of which `GivenIndicator` and `Source` are read.
    """
    unit = tables["indicators"].set_index("indicator_id")["unit"]
    rows = published.observations
    rows = rows[is_held(rows, tables["sources"]) & rows["indicator_id"].map(unit).isin(list(PER))]
    count = rows["status"].value_counts()
    shown, hidden, few = (int(count.get(status, 0)) for status in (Status.SHOWN, Status.HIDDEN, Status.TOO_FEW))
    return pandas.DataFrame([(shown + hidden + few, hidden, few)], columns=Disclosure.columns())


def rule(minimum: int = MINIMUM) -> pandas.DataFrame:
    """The limits a version is made by, as the one row of `contracts.DisclosureRule`."""
    return pandas.DataFrame([(minimum, MINIMUM_POPULATION)], columns=DisclosureRule.columns())


def refused_persons(tables: Mapping[str, pandas.DataFrame], minimum: int = MINIMUM) -> list[Finding]:
    """A finding for every number too small to show in outcomes, results and work; published sources stay.

    tables: the source tables by name: `Outcome`, `Result`, `ProcessMeasure`, `Criterion` and `Source` are read.
    """
    units = tables["criteria"].set_index("criterion_id")["unit_da"]
    is_share = tables["results"]["criterion_id"].map(units).isin(register_faults.PERCENT)
    shares, counted = tables["results"][is_share], tables["results"][~is_share]
    printed = {name: tables[name] for name in register_faults.PRINTED} | {"results": counted}
    held = {name: rows[is_held(rows, tables["sources"])] for name, rows in printed.items()}
    faults = [fault for name, rows in held.items() for fault in register_faults.of_printed(name, rows, minimum)]
    work = tables["process_measures"]
    return [
        *faults,
        *register_faults.of_shares(shares[is_held(shares, tables["sources"])], minimum),
        *register_faults.of_young_persons(work[is_held(work, tables["sources"])], minimum),
    ]


def is_held(rows: pandas.DataFrame, sources: pandas.DataFrame) -> pandas.Series:
    """Whether each row comes from a source whose figures are not public yet: `source_id` of both, `source_class`."""
    public = sources.loc[sources["source_class"] == SourceClass.PUBLISHED, "source_id"]
    return ~rows["source_id"].isin(public)


def _places(tables: Mapping[str, pandas.DataFrame]) -> Places:
    areas = Area.of(query.once(tables["areas"]))
    by_code = {area.municipality_code: area.area_id for area in areas if area.level_kind is Level.MUNICIPALITY}
    members: dict[str, list[str]] = {}
    for membership in Membership.of(tables["memberships"]):
        if membership.kind == "group":
            members.setdefault(membership.parent_id, []).append(membership.area_id)
    published = {level.level: level.published for level in AreaLevel.of(tables["levels"])}
    return Places(
        {area.area_id: area.level_kind for area in areas},
        {area.area_id: published[area.level] for area in areas},
        {area.area_id: by_code[area.municipality_code] for area in areas if area.municipality_code in by_code},
        dict(sorted(members.items())),
    )


def _series(rows: pandas.DataFrame, indicators: Mapping[str, GivenIndicator], events: pandas.Series) -> list[Series]:
    """The series of figures that are controlled, each with its periods. `events`: `series.is_event` by indicator."""
    of_areas = rows[(rows["part"] == AREA) & (rows["status"] == Status.SHOWN)]
    newest = of_areas.groupby("indicator_id")[YEAR].max()
    found = []
    for _, figures in rows.groupby(SERIES):
        indicator = indicators[figures["indicator_id"].iloc[0]]
        years = sorted(of_areas.loc[of_areas.index.intersection(figures.index), YEAR].unique())
        windows = Windows(int(newest.get(indicator.indicator_id, 0)), years)
        found.append(Series(indicator, figures, windows, not events[indicator.indicator_id]))
    return found


def _together(observations: pandas.DataFrame, kept: pandas.DataFrame, published: list[Published]) -> Published:
    """All series and the rows that need no control, in the columns and types of the source table."""
    dtypes = observations.dtypes.to_dict()
    rows = [part.observations[list(dtypes)].astype(dtypes) for part in published]
    references = [part.references[list(dtypes)].astype(dtypes) for part in published]
    return Published(
        pandas.concat([kept, *rows], ignore_index=True) if rows else kept,
        pandas.concat([observations.iloc[:0], *references], ignore_index=True),
    )
