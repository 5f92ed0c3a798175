"""Single areas in words: the verdicts on their trends, and their places in the funnel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import foresight
from dashboard.views.tables import Column
from data.contracts import Observation, Status, Trend
from data.funnel import Funnel
from data.trends import POINTS, Verdict


def verdicts(areas: Iterable[str], trends: Iterable[Trend]) -> dict[str, str]:
    """The verdict of every area's trend; an area that no trend was looked for in cannot be judged."""
    found = {trend.area_id: trend.verdict for trend in trends}
    return {area: found.get(area, Verdict.CANNOT_CALCULATE) for area in areas}


def verdicts_sentence(found: Iterable[str], words: Words) -> str:
    """8 områder: 1 faldende, 2 ingen stor ændring (mindre end en halvering), 5 for få personer til at afgøre det."""
    counts = Counter(found)
    parts = [f"{words.number(counts[code])} {words(name)}" for code, name in labels.VERDICTS.items() if code in counts]
    return words.plural(
        "Udviklingen i {n} område: {list}.",
        "Udviklingen i {n} områder: {list}.",
        counts.total(),
        list=", ".join(parts),
    )


def whens(areas: Iterable[str], trends: Iterable[Trend], words: Words) -> dict[str, str]:
    """When more is known of each area's trend, as a text that stands alone; empty where nothing can be said."""
    found = {trend.area_id: trend for trend in trends}
    return {area: labels.sentence_start(foresight.when(found[area], words)) if area in found else "" for area in areas}


def when_sentence(trends: Iterable[Trend], words: Words) -> str:
    """Hvornår ved vi det? … når 2–9 lige så store områder lægges sammen …; empty where no area is too small."""
    small = [trend for trend in trends if trend.verdict == Verdict.TOO_SMALL]
    needed = [trend.needed for trend in small if trend.needed is not None]
    if not needed:
        return ""
    times = words.period(min(needed), max(needed))
    if len(needed) < len(small):
        times = words("mindst {n}", n=words.number(min(needed)))
    return words(
        "Hvornår ved vi det? Hvor der er for få personer, ses en halvering først, når {times} lige så store områder "
        "lægges sammen, eller tallene dækker så mange gange flere år (tabellen siger det for hvert område).",
        times=times,
    )


def areas_note(rows: Sequence[Observation], found: Iterable[str], words: Words) -> str:
    """How to read the panels of single areas: what their points, gaps and verdicts mean."""
    notes, found = [], set(found)
    if any(row.period_end > row.period_start for row in rows):
        notes.append(words("Hvert punkt er flere år lagt sammen, så ingen kan genkendes i tallene."))
    if any(row.status != Status.SHOWN for row in rows):
        notes.append(words("Hvor linjen mangler, er tallet skjult eller for få til at vise; tabellen siger hvilket."))
    if Verdict.NO_CHANGE in found:
        notes.append(words("»Ingen stor ændring«: en halvering ville som regel være set, en mindre ændring ikke."))
    if Verdict.TOO_SMALL in found:
        notes.append(words("»For få personer til at afgøre det«: selv en halvering ville som regel ikke kunne ses."))
    if Verdict.CANNOT_CALCULATE in found:
        notes.append(words("»Kan ikke beregnes«: færre end {n} perioder har et tal.", n=words.number(POINTS)))
    return " ".join(notes)


def funnel_sentence(shown: Funnel, period: str, words: Words) -> str:
    """How many areas lie outside the limits in a period, and how many are left out."""
    count = Counter(area.position for area in shown.areas)
    values = {
        "period": period,
        "n": words.number(len(shown.areas)),
        "above": words.number(count["above_99_8"]),
        "below": words.number(count["below_99_8"]),
        "near": words.number(count["above_95"] + count["below_95"]),
    }
    sentence = words(
        "Af {n} områder i {period} ligger {above} over og {below} under 99,8 %-grænserne, og {near} er kun uden for "
        "95 %-grænserne. Resten kan ikke skelnes fra tilfældige udsving. Ved tilfældighed ligger højst 5 af 100 uden "
        "for 95 %-grænserne og højst 2 af 1.000 uden for 99,8 %-grænserne.",
        **values,
    )
    if not shown.left_out:
        return sentence
    return f"{sentence} " + words.plural(
        "{n} område er ikke med: tallet er skjult, for få til at vise eller ikke opgjort.",
        "{n} områder er ikke med: tallet er skjult, for få til at vise eller ikke opgjort.",
        len(shown.left_out),
    )


def places(rows: Iterable[Observation], shown: Funnel, words: Words) -> list[str]:
    """The place of every row in the funnel."""
    positions = {area.row.area_id: area.position for area in shown.areas}
    return [
        words(labels.FUNNEL_POSITIONS[positions[row.area_id]]) if row.area_id in positions else words("ikke med")
        for row in rows
    ]


def funnel_columns(columns: list[Column], words: Words) -> list[Column]:
    """The columns of observations with the place in the funnel after the area."""
    return [columns[0], Column("place", words("Placering")), *columns[1:]]
