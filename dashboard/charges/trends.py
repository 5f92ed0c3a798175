"""One indicator over time, and its changes, as views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.areas import shelf
from dashboard.charts import bars, lines, theme, time_series
from dashboard.i18n import labels
from dashboard.ui import view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from data.contracts import Observation
from data.query import Period


def trend(
    choice: Choice,
    rows: Sequence[Observation],
    roles: Mapping[str, str],
    key: str,
    intervention: Period | None = None,
) -> None:
    """A view of one indicator over time, a line for each area in `roles`' order."""
    words, facts = choice.words, shelf.facts(choice.version)
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
    view_layout.view(
        choice,
        title=title,
        sentence=sentences.trend_sentence(drawn, unit, words, decimals),
        figure=time_series.trend(
            drawn,
            unit=unit,
            words=words,
            sizes=theme.sizes(choice.projector),
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


def changes(choice: Choice, rows: Sequence[Observation], roles: Mapping[str, str], key: str) -> None:
    """A view of changes in per cent of one indicator over one period."""
    words, facts = choice.words, shelf.facts(choice.version)
    indicator = facts.indicators[rows[0].indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    title = f"{words.text(indicator.name)}, {words.period(rows[0].period_start, rows[0].period_end)}"
    changed = bars.changes(rows, facts.names, roles, words)
    view_layout.view(
        choice,
        title=title,
        sentence=sentences.change_sentence(changed, words, decimals),
        figure=bars.change_bars(changed, words=words, sizes=theme.sizes(choice.projector), decimals=decimals),
        alt=bars.change_alt(title, changed, words, decimals),
        table=tables.observation_table(rows, facts.names, facts.sources, words),
        columns=tables.observation_columns(unit, decimals, words),
        source=sentences.source_line(rows, facts.sources, words),
        key=key,
    )
