"""The words of a cell of need and effort: standing, numbers, efforts with their groups, and what is put first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.i18n import labels, statuses
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import N_, Words
from dashboard.views.kept import Setting
from data.contracts import Indicator, Priority
from data.efforts import Effort, State
from data.need import Cell, Cover, Number, Reference

WHOLES = {Reference.MUNICIPALITY: N_("kommunen"), Reference.COUNTRY: N_("landet")}
PRIORITISED = "★"


@dataclass(frozen=True)
class Told:
    """What names and texts are taken from: names of areas and short names of sources by id, and the indicators."""

    setting: Setting
    names: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    titles: Mapping[str, str]
    reference: Reference

    @property
    def words(self) -> Words:
        return self.setting.words

    @property
    def whole(self) -> str:
        return self.words(WHOLES[self.reference])


def theme(code: str, words: Words) -> str:
    return words(labels.THEMES[code]) if code else words("hele området")


def group(code: str, words: Words) -> str:
    return labels.codes(labels.TARGET_GROUPS, code, words)


def groups(found: Iterable[Effort], words: Words) -> str:
    """The target groups of some efforts, each once."""
    named = dict.fromkeys(code for each in found for code in each.groups)
    return ", ".join(group(code, words) for code in named)


def years(numbers: Sequence[Number], words: Words) -> str:
    """The years of some numbers, each period once: 2010, 2022–2024."""
    periods = sorted({(each.row.period_start, each.row.period_end) for each in numbers if each.row.value is not None})
    return ", ".join(words.period(*period) for period in periods)


def standing(cell: Cell, words: Words) -> str:
    return statuses.STANDINGS[cell.standing].told(words)


def cover(cell: Cell, words: Words) -> str:
    """What is known of the efforts; what an old report told stands with its year."""
    told = [statuses.COVERS[cell.cover].told(words)] if says_cover(cell) else []
    return "; ".join([*told, *earlier(cell.efforts, words)])


def says_cover(cell: Cell) -> bool:
    """Where nothing is needed and no effort is told of, there is nothing to say."""
    is_told = cell.cover is not Cover.NONE
    return cell.is_need or (is_told and bool(cell.efforts))


def earlier(found: Iterable[Effort], words: Words) -> list[str]:
    """Historisk – 2005: Jobexpres; planlagt slut 2024: Fritidsjob i Havnen."""
    return [
        f"{text}: {each.project.name}"
        for each in found
        if (text := then(each, words))
    ]  # fmt: skip


def then(effort: Effort, words: Words) -> str:
    """Why an effort does not count as running; empty where it does, or is being set up."""
    row = effort.project
    if effort.state is State.OLD:
        return words("Historisk – {year}", year=row.as_of[:4])
    if effort.state is State.LAPSED:
        return words("planlagt slut {day}", day=labels.day(row.end, words))
    if effort.state is State.OVER:
        return words(labels.PROJECT_STATUSES[row.status])
    return ""


def running(cell: Cell, words: Words) -> str:
    """Mentor til unge (unge i risiko), i gang pr. 31. december 2024."""
    return "; ".join(
        words(
            "{name} ({groups})", name=each.project.name, groups=groups([each], words) or words("målgruppe ikke oplyst")
        )
        for each in cell.efforts
        if each.state in (State.RUNNING, State.STARTING)
    )


def priority(rows: Iterable[Priority], words: Words) -> str:
    return "; ".join(words("{who}, {when}", who=words.text(row.decided_by), when=decided(row, words)) for row in rows)


def decided(row: Priority, words: Words) -> str:
    return labels.day(row.decided_on, words) if row.decided_on else words("dato ikke oplyst")


def number(each: Number, told: Told) -> str:
    """Alene grundskole: 41,2 % mod 22,0 % i kommunen (2024)."""
    words, row = told.words, each.row
    indicator = told.indicators[row.indicator_id]
    name, period = words.text(indicator.name), words.period(row.period_start, row.period_end)
    if row.value is None:
        return words(
            "{name}: {lack} ({years})", name=name, lack=words(labels.UNNUMBERED[row.status.value]), years=period
        )
    value = amount(row.value, indicator, words)
    if each.reference is None:
        return words("{name}: {value} ({years})", name=name, value=value, years=period)
    held = amount(each.reference, indicator, words)
    return words("{name}: {value} mod {held} ({years})", name=name, value=value, held=held, years=period)


def amount(value: float, indicator: Indicator, words: Words) -> str:
    unit = words(UNITS[indicator.unit].after_numbers)
    return words.unbroken(f"{words.number(value, indicator.decimals)} {unit}".strip())


def badges(cell: Cell, words: Words) -> list[str]:
    """What stands under the word of a cell: the efforts with their groups, and what is put first."""
    found = []
    if cell.running:
        told = words.plural("{n} indsats", "{n} indsatser", len(cell.running))
        for_whom = groups(cell.running, words)
        found.append(f"{statuses.COVERS['covered'].icon} {told}: {for_whom}" if for_whom else told)
    elif says_cover(cell):
        found.append(statuses.COVERS[cell.cover].told(words))
        old = sorted({each.project.as_of[:4] for each in cell.efforts if each.state is State.OLD})
        found += [words("Historisk – {year}", year=", ".join(old))] if old else []
    if cell.priorities:
        found.append(f"{PRIORITISED} {words('prioriteret')}")
    return found
