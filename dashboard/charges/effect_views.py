"""The views of a comparison: its groups over time, their difference, the effect, single areas and the funnel."""

from __future__ import annotations

from collections.abc import Sequence

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charges import effect as effect_cards
from dashboard.charges import figures, single_areas, trends
from dashboard.charges.effect import EffectCard
from dashboard.charges.material import Material
from dashboard.charts import lines, time_series
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View
from data import charges, query
from data.contracts import Comparison, Difference, Effect, Membership, Observation, Trend
from data.funnel import funnel as funnel_of
from data.query import Period


def comparison(choice: Choice, shown: Material, pair: Comparison) -> None:
    """Everything that is known of one comparison; what has no counts is left out."""
    setting, found = choice.setting, shown.compared[pair]
    view_layout.show(choice, effect(setting, pair, found.differences, found.rows))
    view_layout.show(
        choice, trends.trend(setting, found.rows, charges.roles(pair), pair.comparison_id, intervention(pair))
    )
    if found.differences:
        view_layout.show(choice, difference(setting, pair, found.differences, found.rows))
    if found.differences and not found.areas:
        streamlit.caption(choice.words("Enkelte områder vises ikke her: få personer kan stå for mange af tallene."))
    limits = lines.axis_range(point for row in found.areas if (point := lines.point_of(row)))
    for group_id in (pair.treated_id, pair.control_id):
        members = set(charges.members(store.rows(choice.version, Membership), group_id))
        group = [row for row in found.areas if row.area_id in members]
        if group:
            view_layout.show(choice, areas_of_group(setting, pair, group_id, group, limits))


def intervention(pair: Comparison) -> Period | None:
    """The first and last year of the effort, where the source gives them."""
    return None if pair.start is None or pair.end is None else (pair.start, pair.end)


@kept
def difference(
    setting: Setting, pair: Comparison, differences: Sequence[Difference], rows: Sequence[Observation]
) -> View:
    """A view of the treated group minus its control, year by year."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[pair.indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    treated, control = (effect_cards.in_sentence(facts.names[group]) for group in (pair.treated_id, pair.control_id))
    title = words(
        "{measure}: forskellen mellem {treated} og {control}",
        measure=labels.measure(indicator, pair.age_group, words),
        treated=treated,
        control=control,
    )
    line = figures.difference_line(differences, words("Forskel"))
    note = words(
        "Forskellen er {treated} minus {control}: under 0 ligger {treated} lavest. Den er beregnet af os.",
        treated=treated,
        control=control,
    )
    return View(
        title=title,
        sentence=effect_cards.difference_sentence(differences, pair, unit, words, decimals),
        figure=figures.difference(
            line,
            unit=unit,
            words=words,
            sizes=setting.sizes,
            decimals=decimals,
            intervention=intervention(pair),
        ),
        alt=time_series.trend_alt(title, [line], words, decimals),
        table=effect_cards.difference_table(differences, words, decimals),
        columns=effect_cards.difference_columns(unit, decimals, words),
        source=f"{note} {sentences.source_line(rows, facts.sources, words)}",
        key=f"difference-{pair.comparison_id}",
    )


@kept
def effect(setting: Setting, pair: Comparison, differences: Sequence[Difference], rows: Sequence[Observation]) -> View:
    """A view of the effect of a comparison: its result, for whom none was found, how sure that is."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[pair.indicator_id]
    card = effect_cards.effect_card(
        pair,
        [row for row in store.rows(setting.version, Effect) if row.comparison_id == pair.comparison_id],
        differences,
        facts.names,
        labels.unit(indicator, words),
        sentences.source_line(rows, facts.sources, words),
        words,
        indicator.decimals,
    )
    return View(
        title=card.title,
        sentence=card.sentence,
        table=answers_table(card, words),
        columns=answers_columns(words),
        source=card.source,
        key=f"effect-{pair.comparison_id}",
    )


def answers_table(card: EffectCard, words: Words) -> pandas.DataFrame:
    """The table of `answers_columns`: what a reader asks of the result that stands above it."""
    followed = words("Fulgtes grupperne ad før indsatsen?")
    answers = {
        words("Hvem blev der ikke fundet en effekt for?"): card.not_found,
        words("Hvor sikkert er det?"): " ".join(filter(None, (card.certainty, card.uncertainty))),
        words("Hvornår ved vi det?"): card.when,
        followed if card.holds else f"\N{WARNING SIGN} {followed}": card.parallel,
        words("Hvordan er det regnet?"): card.rule,
    }
    return pandas.DataFrame([row for row in answers.items() if row[1]], columns=["question", "answer"])


def answers_columns(words: Words) -> list[tables.Column]:
    return [tables.Column("question", words("Spørgsmål")), tables.Column("answer", words("Svar"))]


@kept
def areas_of_group(
    setting: Setting,
    pair: Comparison,
    group_id: str,
    rows: Sequence[Observation],
    limits: tuple[float, float],
) -> View:
    """A view of the areas of one group, each in a panel of its own with the verdict on its trend."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[pair.indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    order = sorted({row.area_id for row in rows}, key=lambda area: query.danish_order(facts.names[area]))
    trends_of_areas = [
        row for row in charges.trends_of(store.rows(setting.version, Trend), pair) if row.area_id in order
    ]
    found, whens = single_areas.verdicts(order, trends_of_areas), single_areas.whens(order, trends_of_areas, words)
    written = {area: words(labels.VERDICTS[verdict]) for area, verdict in found.items()}
    panels = {}
    for area, verdict in written.items():
        rows_of_area = [row for row in rows if row.area_id == area]
        line = figures.area_line(rows_of_area, facts.names[area], charges.roles(pair)[group_id])
        panels[figures.panel_alt(line, verdict, words, decimals)] = figures.panel(
            line,
            verdict=verdict,
            missing=figures.missing_word(rows_of_area, words),
            limits=limits,
            unit=unit,
            words=words,
            sizes=setting.sizes,
            decimals=decimals,
        )
    table = tables.observation_table(rows, facts.names, facts.sources, words)
    columns = tables.observation_columns(unit, decimals, words)
    return View(
        title=words(
            "{measure}: {group} hver for sig",
            measure=labels.measure(indicator, pair.age_group, words),
            group=effect_cards.in_sentence(facts.names[group_id]),
        ),
        sentence=" ".join(
            filter(
                None,
                (
                    single_areas.verdicts_sentence(found.values(), words),
                    single_areas.when_sentence(trends_of_areas, words),
                ),
            )
        ),
        panels=panels,
        table=table.assign(verdict=[written[row.area_id] for row in rows], when=[whens[row.area_id] for row in rows]),
        columns=[
            *columns[:2],
            tables.Column("verdict", words("Udvikling")),
            tables.Column("when", words("Hvornår ved vi det?"), optional=True),
            *columns[2:],
        ],
        source=f"{single_areas.areas_note(rows, found.values(), words)} "
        + sentences.source_line(rows, facts.sources, words),
        key=f"areas-{group_id}-{pair.comparison_id}",
    )


def funnels(choice: Choice, charts: Sequence[tuple[Comparison, Sequence[Observation]]]) -> None:
    """Every single area in one period, which the reader chooses. `charts` as of `charges.single_area_charts`."""
    if not charts:
        return
    words = choice.words
    found = sorted({query.span_of(row) for _, rows in charts for row in rows})
    periods = {query.period_name(*period): period for period in found}
    streamlit.header(words("Boligområderne i én periode"), anchor=False)
    chosen = address.pick(
        "periode", words("Periode"), list(periods), lambda name: words.period(*periods[name]), list(periods)[-1]
    )
    for pair, rows in charts:
        shown = [row for row in rows if query.span_of(row) == periods[chosen]]
        if shown:
            view_layout.show(choice, funnel(choice.setting, pair, shown))


@kept
def funnel(setting: Setting, pair: Comparison, rows: Sequence[Observation]) -> View:
    """A view of every single area in one period. `rows`: the numbers of one indicator and period."""
    words, facts = setting.words, shelf.facts(setting.version)
    indicator = facts.indicators[pair.indicator_id]
    unit, decimals = labels.unit(indicator, words), indicator.decimals
    period = words.period(*query.span_of(rows[0]))
    measure = labels.measure(indicator, pair.age_group, words)
    title = words("{measure}: hvert boligområde i {period}", measure=measure, period=period)
    shown = funnel_of(rows, indicator.multiplier, indicator.dispersion or 1.0)
    groups = {
        "other": words("Andre boligområder"),
        "control": facts.names[pair.control_id],
        "hotspot": facts.names[pair.treated_id],
    }
    note = words(
        "Mellem grænserne er afstanden til områdernes samlede rate ikke større end tilfældige udsving. "
        "Områder, der ikke er med, tæller heller ikke i den samlede rate. De yderste områder har navn; resten "
        "står i tabellen."
    )
    by_name = sorted(rows, key=lambda row: query.danish_order(facts.names[row.area_id]))
    table = tables.observation_table(by_name, facts.names, facts.sources, words)
    return View(
        title=title,
        sentence=single_areas.funnel_sentence(shown, period, words),
        figure=figures.funnel(
            shown,
            facts.names,
            charges.area_roles(store.rows(setting.version, Membership), pair),
            groups,
            unit=unit,
            words=words,
            sizes=setting.sizes,
            decimals=decimals,
        )
        if shown.areas
        else None,
        alt=figures.funnel_alt(title, shown, facts.names, words, decimals),
        table=table.assign(place=single_areas.places(by_name, shown, words)),
        columns=single_areas.funnel_columns(tables.observation_columns(unit, decimals, words), words),
        source=f"{note} {sentences.source_line(rows, facts.sources, words)}",
        key=f"funnel-{pair.comparison_id}",
        chosen=words("Periode: {period}", period=period),
    )
