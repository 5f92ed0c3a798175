"""Does anything that is published of random registers give a hidden number away? Both attackers and τ-Argus try.

    python -m tests.benchmarks.disclosure [--sets 1000] [--first 0] [--processes 1] [--minutes 60] [--record]

Every set is published by `data.register`, and all that a version says of it is read again: observations with rates,
intervals and what they are compared with, the report on *Data og metode*, the files of the map, the downloads. A leak
is a hidden value that an attacker gets exactly; narrowed is an interval under `minimum` where he does not use the rule,
or a small value without its whole range where he does. In every 25th set the interval of each hidden value is found by
τ-Argus too. `--record` writes what was found for the page. The exit code is 1 for a fault.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from multiprocessing import Pool
from typing import NamedTuple

import pandas

from dashboard.i18n.words import Words
from dashboard.prepare import web_files
from dashboard.views import tables as twins
from data import derive, query, register
from data.contracts import Area, AreaLevel, Disclosure, Observation, Status
from data.disclosure_record import RECORD, DisclosureRecord
from data.errors import SourceError
from data.levels import Levels
from tests import attackers, random_registers, tau_argus

CLOSE = 1e-3
SECOND_AUDITOR_EVERY = 25  # of the sets; τ-Argus takes longer than all the rest


class Outcome(NamedTuple):
    """What came of one random register. `compared` and `agreeing` count intervals of τ-Argus."""

    seed: int
    values: int = 0
    hidden: int = 0
    refused: int = 0
    leaks: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()
    compared: int = 0
    agreeing: int = 0


def try_set(seed: int, compare: bool = True) -> Outcome:
    """Publish the register of a seed and attack it, and `compare` the attackers' intervals with those of τ-Argus."""
    drawn = random_registers.draw(seed)
    try:
        published = register.publish(drawn.tables, drawn.minimum)
    except SourceError:
        return Outcome(seed, refused=1)
    rows = derive.observations(drawn.tables, published)
    knowledge = attackers.read(rows, drawn.tables, drawn.minimum)
    verdict = attackers.judge(knowledge, drawn.truth)
    (told,) = Disclosure.of(register.report(published, drawn.tables))
    beside = tuple(_told_beside(rows, drawn.tables, told))
    granted = attackers.knowing_the_small(knowledge, drawn.truth)
    compared = [pair for attacker in attackers.Attacker if compare for pair in _intervals(granted, attacker)]
    agreeing = sum(bool(max(abs(a.low - b.low), abs(a.high - b.high)) < CLOSE) for a, b in compared)
    leaks = (*verdict.leaks, *beside)
    return Outcome(seed, len(rows), verdict.hidden, 0, leaks, tuple(verdict.narrowed), len(compared), agreeing)


def _try_numbered(seed: int) -> Outcome:
    return try_set(seed, compare=seed % SECOND_AUDITOR_EVERY == 0)


def _told_beside(rows: pandas.DataFrame, tables: dict[str, pandas.DataFrame], told: Disclosure) -> Iterator[str]:
    """What the report, a download or the files of the map say beyond the observations."""
    count = rows["status"].value_counts()
    shown, hidden, few = (int(count.get(status, 0)) for status in (Status.SHOWN, Status.HIDDEN, Status.TOO_FEW))
    if told != Disclosure(shown + hidden + few, hidden, few):
        yield f"report: {told}"
    records = Observation.of(rows)
    for row, text in zip(records, twins.observation_table(records, {}, [], Words()).itertuples(), strict=True):
        if row.status != Status.SHOWN and any(map(_is_number, (text.value, text.low, text.high, text.count))):
            yield f"download: {row}"
    yield from (f"map: {found}" for found in _drawn_though_hidden(rows, tables))


def _drawn_though_hidden(rows: pandas.DataFrame, tables: dict[str, pandas.DataFrame]) -> Iterator[str]:
    """Numbers in the files of the map where the status says that there is none."""
    areas = {area.area_id: area for area in Area.of(query.once(tables["areas"]))}
    levels = Levels.of(AreaLevel.of(tables["levels"]))
    book = web_files.Book(query.drawn(rows, tables["areas"]), areas, {"rapport": "Rapport"}, [], levels)
    for indicator_id in sorted(set(rows["indicator_id"])):
        for level in web_files.indicator_values(book, indicator_id, 9)["levels"].values():
            for area_id, series in level["areas"].items():
                numbers = zip(series["s"], series["v"], series["lo"], series["hi"], strict=True)
                if any(status and _is_number(number) for status, *found in numbers for number in found):
                    yield f"{indicator_id}, {area_id}"


def _is_number(cell: object) -> bool:
    return cell is not None and cell == cell and cell != ""


def _intervals(
    knowledge: attackers.Knowledge, attacker: attackers.Attacker
) -> Iterator[tuple[attackers.Interval, attackers.Interval]]:
    """The interval of every hidden value by linear programmes of ours, and by τ-Argus."""
    if tau_argus.IS_INSTALLED:
        ours, theirs = attackers.attack(knowledge, attacker, whole=False), tau_argus.audit(knowledge, attacker)
        yield from ((ours[value], theirs[value]) for value in ours)


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.disclosure", description=__doc__.split("\n")[0])
    parser.add_argument("--sets", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop then, with the sets that are done")
    parser.add_argument("--record", action="store_true", help="write what was found for the page Data og metode")
    chosen = parser.parse_args(given)
    began, outcomes = time.monotonic(), []
    with Pool(chosen.processes) as pool:
        for outcome in pool.imap_unordered(_try_numbered, range(chosen.first, chosen.first + chosen.sets)):
            outcomes.append(outcome)
            for fault in (*outcome.leaks, *outcome.narrowed):
                print(f"set {outcome.seed}: {fault}", flush=True)
            if len(outcomes) % 25 == 0:
                print(f"  {len(outcomes)} of {chosen.sets}, {time.monotonic() - began:.0f} s", flush=True)
            if time.monotonic() - began > 60 * chosen.minutes:
                break
    found = summed(outcomes)
    for name, number in vars(found).items():
        print(f"{name:>10}  {number}")
    print(f"{'values':>10}  {sum(outcome.values for outcome in outcomes)}")
    print(f"{'refused':>10}  {sorted(outcome.seed for outcome in outcomes if outcome.refused)}")
    print(f"{'seconds':>10}  {time.monotonic() - began:.0f}")
    if chosen.record:
        RECORD.write_text(json.dumps(vars(found), indent=1) + "\n", encoding="utf-8")
    return int(found.leaks + found.narrowed > 0 or found.agreeing != found.compared)


def summed(outcomes: list[Outcome]) -> DisclosureRecord:
    """What was found in all sets together."""
    return DisclosureRecord(
        day=date.today().isoformat(),
        sets=sum(not outcome.refused for outcome in outcomes),
        refused=sum(outcome.refused for outcome in outcomes),
        hidden=sum(outcome.hidden for outcome in outcomes),
        leaks=sum(len(outcome.leaks) for outcome in outcomes),
        narrowed=sum(len(outcome.narrowed) for outcome in outcomes),
        compared=sum(outcome.compared for outcome in outcomes),
        agreeing=sum(outcome.agreeing for outcome in outcomes),
    )


if __name__ == "__main__":
    sys.exit(main())
