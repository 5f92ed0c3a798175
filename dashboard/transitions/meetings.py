"""The meetings on the way to adulthood, ready to read: shares with their intervals, by meeting and by year."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.charts import lines
from dashboard.charts.dots import Dot, Row
from dashboard.charts.lines import Line, Point, Style
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column, citation
from data import transitions
from data.contracts import MEETING_PARTS, MEETINGS, TRANSITION_OUTCOMES, Status, TransitionMeeting, TransitionOutcome
from data.transitions import Share

AGES = {"16": N_("16 år"), "17_5": N_("17½ år"), "18": N_("18 år")}
MEASURES = {
    "held": N_("Mødet er holdt"),
    "in_time": N_("Holdt til tiden"),
    "youth_present": N_("Den unge var med"),
    "coordinator_present": N_("Koordinatoren var med"),
    "adult_present": N_("Den unges voksen var med"),
    "decider_present": N_("En, der kan beslutte, var med"),
    "agreed": N_("Endte med en bindende aftale"),
}
WHOLES = {"young": N_("af de unge"), "held": N_("af de holdte møder")}
OUTCOMES = {"education": N_("I uddannelse"), "job": N_("I job"), "neither": N_("Hverken uddannelse eller job")}


@dataclass(frozen=True)
class ShareLine:
    """A share as a row of a table; `value`, `low` and `high` in per cent, `status` why a number is missing."""

    area: str
    year: str
    of: str
    measure: str
    whole_text: str
    part: int | None
    whole: int | None
    value: float | None
    low: float | None
    high: float | None
    status: str
    source: str
    note: str


def measure(number: str, words: Words) -> str:
    """Holdt til tiden (af de holdte møder)."""
    return f"{words(MEASURES[number])} ({words(WHOLES[MEETING_PARTS[number]])})"


def meeting_lines(
    rows: Iterable[TransitionMeeting], names: Mapping[str, str], titles: Mapping[str, str], words: Words
) -> list[ShareLine]:
    """A line for each number of each meeting. `names`: of areas, `titles`: of sources, by id."""
    return [
        share_line(
            row, words(AGES[row.meeting]), number, transitions.share_of(row, number), (names, titles), words
        )
        for row in rows
        for number in MEASURES
    ]  # fmt: skip


def share_line(
    row: TransitionMeeting | TransitionOutcome,
    of: str,
    number: str,
    found: Share,
    names: tuple[Mapping[str, str], Mapping[str, str]],
    words: Words,
) -> ShareLine:
    """`names`: of areas and of sources, by id."""
    areas, titles = names
    is_meeting = number in MEASURES
    return ShareLine(
        area=areas.get(row.area_id, row.area_id),
        year=str(row.year),
        of=of,
        measure=words((MEASURES if is_meeting else OUTCOMES)[number]),
        whole_text=words(WHOLES[MEETING_PARTS[number]]) if is_meeting else words("af dem, der fyldte 18"),
        part=found.part,
        whole=found.whole,
        value=found.value,
        low=found.low,
        high=found.high,
        status=found.status.value,
        source=citation(titles.get(row.source_id, row.source_id), row.page, words),
        note=words.text(row.note),
    )


def outcome_lines(
    rows: Iterable[TransitionOutcome], names: Mapping[str, str], titles: Mapping[str, str], words: Words
) -> list[ShareLine]:
    return [
        share_line(
            row, words(AGES["18"]), row.outcome, transitions.share_of_outcome(row), (names, titles), words
        )
        for row in rows
    ]  # fmt: skip


def columns(words: Words) -> list[Column]:
    """The columns of a table of shares."""
    return [
        Column("area", words("Kommune")),
        Column("year", words("År")),
        Column("of", words("Alder")),
        Column("measure", words("Hvad")),
        Column("whole_text", words("Andel")),
        Column("value", words("Andel i %"), "number", 1),
        Column("low", words("Nedre grænse (95 %)"), "number", 1),
        Column("high", words("Øvre grænse (95 %)"), "number", 1),
        Column("part", words("Antal"), "number"),
        Column("whole", words("Af i alt"), "number"),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]


def dot_rows(rows: Sequence[TransitionMeeting], words: Words) -> list[Row]:
    """A row a measure with a dot for each meeting; what is hidden is named beside the measure."""
    looks = dict(zip(MEETINGS, lines.styles(MEETINGS), strict=True))
    return [dot_row(number, rows, looks, words) for number in MEASURES]


def dot_row(number: str, rows: Sequence[TransitionMeeting], looks: Mapping[str, Style], words: Words) -> Row:
    found = [(row.meeting, transitions.share_of(row, number)) for row in rows]
    drawn = tuple(
        Dot(words(AGES[meeting]), looks[meeting], share.value, interval(share))
        for meeting, share in reversed(found)  # the legend names the last first
        if share.value is not None
    )
    lacking = [f"{words(AGES[meeting])}: {lack(share, words)}" for meeting, share in found if share.value is None]
    label = f"<b>{html.escape(words(MEASURES[number]))}</b> {html.escape(words(WHOLES[MEETING_PARTS[number]]))}"
    return Row(f"{label}<br>{html.escape('; '.join(lacking))}" if lacking else label, drawn)


def interval(share: Share) -> tuple[float, float] | None:
    return None if share.low is None or share.high is None else (share.low, share.high)


def lack(share: Share, words: Words) -> str:
    """skjult; ikke opgjort."""
    return words(labels.UNNUMBERED[share.status.value])


def drawn_lines(shares: Mapping[str, Sequence[tuple[int, Share]]]) -> list[Line]:
    """A line for each name of its shares by year."""
    looks = lines.styles(shares)
    return [
        Line(
            name,
            style,
            tuple(
                Point((year, year), share.value, interval(share)) for year, share in found if share.value is not None
            ),
            tuple((year, year) for year, _ in found),
        )
        for (name, found), style in zip(shares.items(), looks, strict=True)
    ]


def by_meeting(rows: Sequence[TransitionMeeting], number: str, words: Words) -> dict[str, list[tuple[int, Share]]]:
    """The shares of each meeting by year."""
    return {
        words(name): [(row.year, transitions.share_of(row, number)) for row in rows if row.meeting == meeting]
        for meeting, name in AGES.items()
    }


def by_outcome(rows: Sequence[TransitionOutcome], words: Words) -> dict[str, list[tuple[int, Share]]]:
    """The shares of each outcome by year."""
    return {
        words(OUTCOMES[outcome]): [
            (row.year, transitions.share_of_outcome(row)) for row in rows if row.outcome == outcome
        ]
        for outcome in TRANSITION_OUTCOMES
    }


def answer(rows: Sequence[TransitionMeeting], area: str, words: Words) -> str:
    """Eksempelkommune, 2024: 152 af 176 unge fik deres møde (86 %); 74 % af møderne var til tiden …"""
    year = str(rows[0].year)
    held = transitions.summed(rows, "held")
    place = words("{area}, {year}:", area=area, year=year)
    if held.value is None:
        first = words("hvor mange møder der blev holdt, er {lack}", lack=lack(held, words))
    else:
        first = words(
            "{part} af {whole} møder blev holdt ({share})",
            part=words.number(held.part),
            whole=words.number(held.whole),
            share=words.share(held.value / 100),
        )
    parts = [
        part_of_answer(transitions.summed(rows, number), text, words)
        for number, text in (
            ("in_time", N_("{share} af dem til tiden")),
            ("decider_present", N_("{share} med en, der kan beslutte")),
            ("agreed", N_("{share} endte med en bindende aftale")),
        )
    ]
    return f"{place} {first}{''.join(f', {part}' for part in parts if part)}."


def extremes(rows: Sequence[TransitionMeeting], words: Words) -> str:
    """Oftest i de tre møder: Mødet er holdt (86 %). Sjældnest: En, der kan beslutte, var med (57 %)."""
    shares = {number: transitions.summed(rows, number).value for number in MEASURES}
    counted = {number: value for number, value in shares.items() if value is not None}
    if not counted:
        return words("Ingen af tallene kan vises.")
    most, least = max(counted, key=counted.__getitem__), min(counted, key=counted.__getitem__)
    return words(
        "Oftest: {most} ({high}). Sjældnest: {least} ({low}).",
        most=labels.within_sentence(words(MEASURES[most])),
        high=words.share(counted[most] / 100),
        least=labels.within_sentence(words(MEASURES[least])),
        low=words.share(counted[least] / 100),
    )


def part_of_answer(share: Share, text: str, words: Words) -> str:
    return "" if share.value is None else words(text, share=words.share(share.value / 100))


def hidden_note(shown: Iterable[Status | str], minimum: int, words: Words) -> str:
    """What is hidden and why; empty where nothing is."""
    count = sum(status == Status.HIDDEN for status in shown)
    if not count:
        return ""
    return words.plural(
        "{n} tal er skjult: det handler om 1–{most} unge, eller 1–{most} unge er ikke med i det.",
        "{n} tal er skjult: de handler om 1–{most} unge, eller 1–{most} unge er ikke med i dem.",
        count,
        most=words.number(minimum - 1),
    )


def alt(title: str, shown: Iterable[ShareLine], words: Words) -> str:
    """The sentence that stands for a picture of shares."""
    parts = [f"{row.year}, {row.of}, {row.measure}: {written(row, words)}" for row in shown]
    return f"{title}. {'; '.join(parts)}."


def written(row: ShareLine, words: Words) -> str:
    if row.value is None:
        return words(labels.UNNUMBERED[row.status])
    return words.share(row.value / 100)


def figure_rows(rows: Sequence[TransitionMeeting], words: Words) -> Mapping[str, Sequence[Row]]:
    """What `dots.figure` draws: one scale in per cent."""
    return {words("procent"): dot_rows(rows, words)}
