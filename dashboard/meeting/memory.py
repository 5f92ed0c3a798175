"""The memory of meetings: what an item showed when it was discussed, and what has moved since.

A number is known by ids, not by words, so it is found again in another language and under another name. Two numbers are
compared only where they stand on the same ground: the same edition, periods of the same length, and no change of
definition between them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas

from dashboard.areas.shelf import Facts
from dashboard.i18n import labels
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import Words
from dashboard.views.view import View
from data.contracts import Break

MOST_NUMBERS = 40  # of a view that shows more its sentence alone is kept
MOST_TOLD = 3
COUNTED = ("up", "down", "same", "incomparable", "gone")
YEAR = re.compile(r"\d{4}")
OBSERVED = {"area_id", "indicator_id", "value", "period"}
TOLD = ("indicator", "area", "age", "kind")
SCORED = {"criterion_id", "reached", "day"}


@dataclass(frozen=True)
class Number:
    """One number as it was seen. `low` and `high` are its interval; `ground` is what it may be compared on."""

    id: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    decimals: int
    unit: str
    period: str
    ground: str


@dataclass(frozen=True)
class Seen:
    """What a view showed on a day, YYYY-MM-DD: its sentence, its numbers, and the version of the data."""

    day: str
    version: str
    sentence: str
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True)
class Last:
    """What the last meeting, of a day or "", said of an item; `seen` is None where its view was not opened."""

    day: str
    decision: str = ""
    responsible: str = ""
    seen: Seen | None = None


# Remembering


def seen(view: View, day: str, version: str, facts: Facts, words: Words) -> Seen:
    """What a view shows: of every series the newest number, none where they are too many to be looked at."""
    found = list(numbers(view, facts, words))
    return Seen(day, version, view.sentence, tuple(found if len(found) <= MOST_NUMBERS else ()))


def numbers(view: View, facts: Facts, words: Words) -> Iterable[Number]:
    frame, _columns = view.file or (view.table, view.columns)
    if set(frame) >= OBSERVED:
        yield from observed(frame, facts, words)
    elif set(frame) >= SCORED:
        yield from scored(frame)


def observed(frame: pandas.DataFrame, facts: Facts, words: Words) -> Iterable[Number]:
    """The newest number of every series of a table of `views.tables.observation_table`."""
    newest: dict[tuple[str, ...], dict[Any, Any]] = {}
    for row in frame.to_dict("records"):
        key = tuple(str(row[name]) for name in ("indicator_id", "area_id", "age_group", "breakdown"))
        if key not in newest or years(row["period"])[::-1] >= years(newest[key]["period"])[::-1]:
            newest[key] = row
    differing = [name for name in TOLD if name in frame and frame[name].nunique() > 1] or ["area"]
    for key, row in newest.items():
        indicator = facts.indicators[row["indicator_id"]]
        yield Number(
            id="/".join(key),
            label=label([str(row[name]) for name in differing]),
            value=number(row["value"]),
            low=number(row["low"]),
            high=number(row["high"]),
            decimals=indicator.decimals,
            unit=words(UNITS[indicator.unit].after_numbers),
            period=str(row["period"]),
            ground=ground(row, facts.breaks_of(indicator.indicator_id)),
        )


def label(parts: Iterable[str]) -> str:
    """What a number is called: an age that an indicator's name says already is not said again."""
    found: list[str] = []
    for part in parts:
        if not any(part in other for other in found):
            found.append(part)
    return ", ".join(found)


def scored(frame: pandas.DataFrame) -> Iterable[Number]:
    """What every success criterion has reached, of a table with `criterion_id`, `criterion`, `reached` and `day`."""
    for criterion_id, rows in frame.groupby("criterion_id", sort=False):
        row = rows.iloc[-1]
        days = [day for day in rows["day"] if day]
        value, period = number(row["reached"]), days[-1] if days else ""
        yield Number(str(criterion_id), row["criterion"], value, None, None, 1, "", period, "")


def ground(row: Mapping[Any, Any], breaks: Sequence[Break]) -> str:
    """What numbers must have in common to be compared: edition, length of period, definition."""
    start, end = years(row["period"])
    passed = [each.year for each in breaks if each.year <= end]
    return f"{row['edition']}/{end - start}/{max(passed, default='')}"


def years(period: str) -> tuple[int, int]:
    found = [int(year) for year in YEAR.findall(str(period))] or [0]
    return found[0], found[-1]


def number(value: Any) -> float | None:
    return None if value is None or pandas.isna(value) else float(value)


# Comparing


def moved(then: Number, now: Number | None, words: Words) -> str:
    """The code of what has become of a number, see `texts`. What is printed alike is the same."""
    if now is None:
        return "gone"
    if then.value is None or now.value is None or then.ground != now.ground or then.decimals != now.decimals:
        return "incomparable"
    if words.number(then.value, then.decimals) == words.number(now.value, now.decimals):
        return "same"
    direction = "up" if now.value > then.value else "down"
    return f"{direction}_unsure" if overlaps(then, now) else direction


def overlaps(then: Number, now: Number) -> bool:
    if then.low is None or then.high is None or now.low is None or now.high is None:
        return False
    return then.low <= now.high and now.low <= then.high


def told(last: Last, now: Seen | None, words: Words) -> list[str]:
    """What the last meeting said and saw, and what has moved since, in sentences. `now` is None where it is unknown."""
    said = texts(words)
    day = labels.day(last.day, words) if last.day else said["undated"]
    lines = [
        said["last"].format(day=day, decision=last.decision or said["undecided"]),
        *([said["responsible"].format(name=last.responsible)] if last.responsible else []),
    ]
    if last.seen is None:
        return lines
    lines += compared(last.seen, now, said, words)
    if now and now.version != last.seen.version:
        lines.append(said["renewed"].format(before=last.seen.version, after=now.version))
    return lines


def compared(then: Seen, now: Seen | None, said: Mapping[str, str], words: Words) -> list[str]:
    if now is None and then.numbers:
        return [
            said["was"].format(label=each.label, before=written(each, words, said)) for each in then.numbers[:MOST_TOLD]
        ]
    if now is None:
        return [said["stood"].format(sentence=then.sentence)] if then.sentence else []
    if not then.numbers:
        return [said["unchanged"]] if then.sentence == now.sentence else [said["stood"].format(sentence=then.sentence)]
    by_id = {each.id: each for each in now.numbers}
    pairs = [(each, by_id.get(each.id)) for each in then.numbers]
    moves = [(before, after, moved(before, after, words)) for before, after in pairs]
    moves.sort(key=lambda move: move[2] == "same")  # what moved first, else as it stood
    lines = [line(*move, said, words) for move in moves[:MOST_TOLD]]
    rest = [code.removesuffix("_unsure") for _before, _after, code in moves[MOST_TOLD:]]
    if rest:
        counted = (f"{rest.count(code)} {said[code]}" for code in COUNTED if code in rest)
        lines.append(said["rest"].format(list=", ".join(counted)))
    return lines


def line(before: Number, after: Number | None, move: str, said: Mapping[str, str], words: Words) -> str:
    told = {"before": written(before, words, said), "move": said[move]}
    if after is None:
        return said["lost"].format(label=before.label, **told)
    return said["moved"].format(label=after.label, after=written(after, words, said), **told)


def written(each: Number, words: Words, said: Mapping[str, str]) -> str:
    """41,2 % (2023)"""
    value = said["unknown"] if each.value is None else words.number(each.value, each.decimals)
    shown = words.unbroken(" ".join(filter(None, (value, each.unit if each.value is not None else ""))))
    return f"{shown} ({each.period})" if each.period else shown


def texts(words: Words) -> dict[str, str]:
    """Every sentence of it, with places in braces, for Python and for the browser."""
    return {
        "last": words("Sidst ({day}): {decision}", day="{day}", decision="{decision}"),
        "undated": words("uden dato"),
        "undecided": words("intet noteret som besluttet"),
        "responsible": words("Ansvarlig: {name}", name="{name}"),
        "was": words("{label}: {before}", label="{label}", before="{before}"),
        "stood": words("Da stod der: {sentence}", sentence="{sentence}"),
        "unchanged": words("Teksten er den samme som sidst."),
        "moved": words(
            "{label}: {before} → {after}, {move}", label="{label}", before="{before}", after="{after}", move="{move}"
        ),
        "lost": words("{label}: {before}, {move}", label="{label}", before="{before}", move="{move}"),
        "renewed": words("Dataversion: {before} → {after}", before="{before}", after="{after}"),
        "unknown": words("ikke opgjort"),
        "up": words("op"),
        "down": words("ned"),
        "up_unsure": words("op, men intervallerne overlapper"),
        "down_unsure": words("ned, men intervallerne overlapper"),
        "same": words("uændret"),
        "incomparable": words("kan ikke sammenlignes"),
        "gone": words("findes ikke mere i visningen"),
        "rest": words("Øvrige tal: {list}", list="{list}"),
    }


# Reading what may be damaged


def last_of(found: Any) -> Last | None:
    """What a file says of the last meeting. Raises ValueError where it is no such thing."""
    if found is None:
        return None
    return Last(**parts(found, {"day", "decision", "responsible"}), seen=seen_of(found.get("seen")))


def seen_of(found: Any) -> Seen | None:
    """What a file says was seen. Raises ValueError where it is no such thing."""
    if found is None:
        return None
    texts, rows = parts(found, {"day", "version", "sentence"}), found.get("numbers", [])
    if not isinstance(rows, list) or len(rows) > MOST_NUMBERS:
        raise ValueError(rows)
    return Seen(**texts, numbers=tuple(map(number_of, rows)))


def number_of(found: Any) -> Number:
    texts: dict[str, Any] = parts(found, {"id", "label", "unit", "period", "ground"})
    amounts = {name: found.get(name) for name in ("value", "low", "high")}
    decimals = found.get("decimals")
    if not all(amount is None or is_number(amount) for amount in amounts.values()) or decimals not in range(7):
        raise ValueError(found)
    return Number(**{**texts, **amounts}, decimals=decimals)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def parts(found: Any, names: set[str]) -> dict[str, str]:
    if not isinstance(found, Mapping) or not all(isinstance(found.get(name), str) for name in names):
        raise ValueError(found)
    return {name: found[name].encode(errors="replace").decode() for name in names}
