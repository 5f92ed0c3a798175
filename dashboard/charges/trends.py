"""One indicator over time, and its changes, as views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import store
from dashboard.areas import shelf
from dashboard.charts import bars, lines, time_series
from dashboard.i18n import labels
from dashboard.views import foresight, sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data import charges
from data.contracts import Observation, Trend
from data.query import Period
from data.trends import Verdict


@kept
def trend(
    setting: Setting,
    rows: Sequence[Observation],
    roles: Mapping[str, str],
    key: str,
    intervention: Period | None = None,
) -> View:
    """A view of one indicator over time, a line for each area in `roles`' order."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[rows[0].indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    title = labels.measure(indicator, rows[0].age_group, words)
    breaks = facts.breaks_of(indicator.indicator_id)
    drawn = lines.lines(lines.grouped(rows, facts.names, roles))
    notes = (
        time_series.reading_note(drawn, breaks, words),
        words.text(indicator.caveat),
        sentences.widened(indicator, words) if any(row.low is not None for row in rows) else "",
        sentences.source_line(rows, facts.sources, words),
    )
    return View(
        title=title,
        sentence=f"{sentences.trend_sentence(drawn, unit, words, decimals)} {judged(setting, rows, roles)}".strip(),
        figure=time_series.trend(
            drawn,
            unit=unit,
            words=words,
            sizes=setting.sizes,
            decimals=decimals,
            breaks=breaks,
            intervention=intervention,
        ),
        alt=time_series.trend_alt(title, drawn, words, decimals),
        table=tables.observation_table(rows, facts.names, facts.sources, words),
        columns=tables.observation_columns(unit, decimals, words),
        source=" ".join(note for note in notes if note),
        key=key,
        place=sentences.joined([line.name for line in drawn], words),
        years=sentences.years_of(rows, words),
    )


def judged(setting: Setting, rows: Sequence[Observation], roles: Mapping[str, str]) -> str:
    """The verdict on the trend of the area or group that the view is about, and when more is known; often nothing."""
    words, area_id = setting.words, next(iter(roles))
    series = {(row.indicator_id, row.area_id, row.age_group, row.breakdown, row.edition) for row in rows}
    found = [
        trend
        for trend in store.rows(setting.version, Trend)
        if trend.area_id == area_id
        and (trend.indicator_id, trend.area_id, trend.age_group, trend.breakdown, trend.edition) in series
        and trend.verdict != Verdict.CANNOT_CALCULATE
    ]
    if len(found) != 1:
        return ""
    name, (trend,) = shelf.facts(setting.version).names[area_id], found
    years = words.period(trend.first or 0, trend.last or 0)
    verdict = words(
        "{name}, {years}: {verdict}.", name=name, years=years, verdict=words(labels.VERDICTS[trend.verdict])
    )
    return f"{verdict} {foresight.alone(trend, words, is_pooled=area_id != charges.COUNTRY)}".strip()


@kept
def changes(
    setting: Setting, rows: Sequence[Observation], roles: Mapping[str, str], scale: tuple[float, float], key: str
) -> View:
    """A view of changes in per cent of one indicator over one period. `scale` as of `bars.change_range`."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[rows[0].indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    title = f"{words.text(indicator.name)}, {words.period(rows[0].period_start, rows[0].period_end)}"
    changed = bars.changes(rows, facts.names, roles, words)
    return View(
        title=title,
        sentence=sentences.change_sentence(changed, words, decimals),
        figure=bars.change_bars(changed, scale, words=words, sizes=setting.sizes, decimals=decimals),
        alt=bars.change_alt(title, changed, words, decimals),
        table=tables.observation_table(rows, facts.names, facts.sources, words),
        columns=tables.observation_columns(unit, decimals, words),
        source=words("Sidens ændringer i procent er tegnet i samme målestok.")
        + " "
        + sentences.source_line(rows, facts.sources, words),
        key=key,
        place=sentences.joined([facts.names[area] for area in dict.fromkeys(row.area_id for row in rows)], words),
    )
