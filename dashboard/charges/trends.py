"""One indicator over time, and its changes, as views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.areas import shelf
from dashboard.charts import bars, lines, time_series
from dashboard.i18n import labels
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data.contracts import Observation
from data.query import Period


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
        sentence=sentences.trend_sentence(drawn, unit, words, decimals),
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
    )


@kept
def changes(setting: Setting, rows: Sequence[Observation], roles: Mapping[str, str], key: str) -> View:
    """A view of changes in per cent of one indicator over one period."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[rows[0].indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    title = f"{words.text(indicator.name)}, {words.period(rows[0].period_start, rows[0].period_end)}"
    changed = bars.changes(rows, facts.names, roles, words)
    return View(
        title=title,
        sentence=sentences.change_sentence(changed, words, decimals),
        figure=bars.change_bars(changed, words=words, sizes=setting.sizes, decimals=decimals),
        alt=bars.change_alt(title, changed, words, decimals),
        table=tables.observation_table(rows, facts.names, facts.sources, words),
        columns=tables.observation_columns(unit, decimals, words),
        source=sentences.source_line(rows, facts.sources, words),
        key=key,
    )
