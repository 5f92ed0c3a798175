"""One indicator over time, and its changes, as views."""

from __future__ import annotations

from collections.abc import Mapping

import pandas

from dashboard.areas import shelf
from dashboard.charts import bars, theme, time_series
from dashboard.i18n import labels
from dashboard.ui import view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables


def trend(
    choice: Choice,
    rows: pandas.DataFrame,
    roles: Mapping[str, str],
    key: str,
    intervention: tuple[int, int] | None = None,
) -> None:
    """A view of one indicator over time. `rows` are prepared observations, a line for each area in `roles`' order."""
    words, known = choice.words, shelf.facts(choice.version)
    indicator = known.indicators.loc[rows["indicator_id"].iloc[0]]
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    title = labels.measure(indicator, rows["age_group"].iloc[0], words)
    breaks = known.breaks[known.breaks["applies_to"] == indicator.name].assign(
        title=lambda rows: rows[f"title_{words.language}"]
    )
    series = time_series.grouped(rows, known.names, roles)
    notes = (
        time_series.reading_note(series, breaks, words),
        words.pick(indicator, "caveat"),
        sentences.source_line(rows, known.sources, words),
    )
    view_layout.view(
        choice,
        title=title,
        sentence=sentences.trend_sentence(series, unit, words, decimals),
        figure=time_series.trend(
            series,
            unit=unit,
            words=words,
            sizes=theme.sizes(choice.projector),
            decimals=decimals,
            breaks=breaks,
            intervention=intervention,
        ),
        alt=time_series.trend_alt(title, series, words, decimals),
        table=tables.observations(rows, known.names, known.sources, words),
        columns=tables.observation_columns(unit, decimals, words),
        source=" ".join(note for note in notes if note),
        key=key,
    )


def changes(choice: Choice, rows: pandas.DataFrame, roles: Mapping[str, str], key: str) -> None:
    """A view of changes in per cent over one period. `rows` are prepared observations of one indicator."""
    words, known = choice.words, shelf.facts(choice.version)
    indicator, first = known.indicators.loc[rows["indicator_id"].iloc[0]], rows.iloc[0]
    decimals = int(indicator["decimals"])
    title = f"{words.pick(indicator, 'name')}, {words.period(first['period_start'], first['period_end'])}"
    changed = bars.changes(rows, known.names, roles, words)
    view_layout.view(
        choice,
        title=title,
        sentence=sentences.change_sentence(changed, words, decimals),
        figure=bars.change_bars(changed, words=words, sizes=theme.sizes(choice.projector), decimals=decimals),
        alt=bars.change_alt(title, changed, words, decimals),
        table=tables.observations(rows, known.names, known.sources, words),
        columns=tables.observation_columns(words(labels.UNITS[indicator["unit"]]), decimals, words),
        source=sentences.source_line(rows, known.sources, words),
        key=key,
    )
