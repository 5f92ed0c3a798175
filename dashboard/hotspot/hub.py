"""The hotspot areas, one a row: organisation, period, what is published of it, and what nobody knows."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import Words
from dashboard.views.sentences import years_of
from dashboard.views.tables import Column, citation
from data.contracts import Indicator, Observation, Role, Source, Status

HOTSPOT = "hotspot"
CRIME = "crime"


@dataclass(frozen=True)
class HubLine:
    area_id: str
    area: str
    municipality: str
    organisation: str
    scheme: str
    period: str
    published: str
    unknown: str
    note: str
    source: str


def lines(
    roles: Sequence[Role],
    rows: Sequence[Observation],
    indicators: Mapping[str, Indicator],
    book: Atlas,
    sources: Sequence[Source],
    words: Words,
) -> list[HubLine]:
    """The areas with the role of a hotspot, by name."""
    named = {source.source_id: source.named for source in sources}
    ids = {role.area_id for role in roles if role.role == HOTSPOT}
    of_area: dict[str, list[Observation]] = {area_id: [] for area_id in ids}
    for row in rows:
        if row.area_id in of_area and row.status is Status.SHOWN:
            of_area[row.area_id].append(row)
    found = [
        line(role, of_area[role.area_id], indicators, book, named, words) for role in roles if role.role == HOTSPOT
    ]
    return sorted(found, key=lambda line: line.area)


def line(
    role: Role,
    rows: Sequence[Observation],
    indicators: Mapping[str, Indicator],
    book: Atlas,
    named: Mapping[str, str],
    words: Words,
) -> HubLine:
    area = book.areas[role.area_id]
    crime = [row for row in rows if indicators[row.indicator_id].theme == CRIME]
    unknown = [
        text
        for text, is_known in (
            (words("kriminalitet i området alene"), bool(crime)),
            (words("boligorganisation"), bool(area.housing_organisation)),
            (words("begyndelse"), role.valid_from is not None),
            (words("afslutning"), role.valid_to is not None),
        )
        if not is_known
    ]
    return HubLine(
        area_id=role.area_id,
        area=book.names[role.area_id],
        municipality=book.parent_name(role.area_id),
        organisation=area.housing_organisation or words("ikke oplyst"),
        scheme=words.text(role.scheme),
        period=period(role, words),
        published=published(rows, crime, words),
        unknown=", ".join(unknown) or words("intet mangler"),
        note=words.text(role.note),
        source=citation(named.get(role.source_id, role.source_id), role.page, words),
    )


def period(role: Role, words: Words) -> str:
    years = [str(year) for year in (role.valid_from, role.valid_to) if year is not None]
    return "–".join(dict.fromkeys(years)) or words("ikke oplyst")


def published(rows: Sequence[Observation], crime: Sequence[Observation], words: Words) -> str:
    """How many figures there are of the area itself, and of which years."""
    if not rows:
        return words("intet tal for området selv")
    told = words.plural(
        "{n} tal for området selv ({years})",
        "{n} tal for området selv ({years})",
        len(rows),
        years=years_of(rows, words),
    )
    of_crime = words.plural("heraf {n} om kriminalitet", "heraf {n} om kriminalitet", len(crime))
    return f"{told}, {of_crime}"


def sentence(found: Sequence[HubLine], words: Words) -> str:
    """8 hotspotområder. For 8 er kriminaliteten i området alene ikke oplyst."""
    missing = words("kriminalitet i området alene")
    lacking = sum(missing in row.unknown for row in found)
    told = words.plural("{n} hotspotområde.", "{n} hotspotområder.", len(found))
    if not lacking:
        return told
    return f"{told} " + words.plural(
        "For {n} er der ingen tal om kriminalitet i området alene; resultatet gælder områderne samlet.",
        "For {n} er der ingen tal om kriminalitet i området alene; resultatet gælder områderne samlet.",
        lacking,
    )


def drawn(found: Sequence[HubLine], hrefs: Mapping[str, tuple[str, str]], words: Words) -> str:
    """The areas as a list. `hrefs`: the addresses of the profile and of the map of each area."""
    items = []
    for row in found:
        profile, place = map(html.escape, hrefs[row.area_id])
        told = (
            (words("Boligorganisation"), row.organisation),
            (words("Periode"), f"{row.period} ({row.scheme})"),
            (words("Offentliggjort"), row.published),
            (words("Ved vi ikke"), row.unknown),
            (words("Note"), row.note),
        )
        terms = "".join(
            f"<div><dt>{html.escape(term)}</dt><dd>{html.escape(text)}</dd></div>" for term, text in told if text
        )
        heading = f'<a href="{profile}">{html.escape(row.area)}</a>, {html.escape(row.municipality)}'
        way = f'<a href="{place}">{html.escape(words("Vis {area} på kortet", area=row.area))}</a>'
        items.append(f"<li><b>{heading}</b><dl>{terms}</dl><p>{way}</p></li>")
    return f'<ul class="bodies">{"".join(items)}</ul>'


def columns(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("municipality", words("Kommune")),
        Column("organisation", words("Boligorganisation")),
        Column("period", words("Periode")),
        Column("scheme", words("Ordning")),
        Column("published", words("Offentliggjort")),
        Column("unknown", words("Ved vi ikke")),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]
