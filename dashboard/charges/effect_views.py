"""The views of a comparison: its groups over time, their difference, the effect, single areas and the funnel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charges import effect as effect_cards
from dashboard.charges import figures, trends
from dashboard.charts import theme, time_series
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from data import charges, query
from data.funnel import funnel as funnel_of


def comparison(choice: Choice, record: Mapping[str, Any]) -> None:
    """Everything that is known of one comparison, a row of the table of that name; what has no counts is left out."""
    observations = store.table(choice.version, "observations")
    rows = charges.compared(observations, record)
    trends.trend(choice, rows, charges.roles(record), record["comparison_id"], intervention(record))
    differences = of_comparison(choice, "differences", record)
    differences = differences[differences["reference_id"] == record["control_id"]].sort_values("year")
    if len(differences):
        difference(choice, record, differences, rows)
    effect(choice, record, differences, rows)
    areas = charges.single_areas(observations, store.table(choice.version, "areas"), record)
    memberships = store.table(choice.version, "memberships")
    drawn = areas[areas["area_id"].isin(charges.area_roles(memberships, record))]
    if len(differences) and drawn.empty:
        streamlit.caption(choice.words("Enkelte områder vises ikke her: få personer kan stå for mange af tallene."))
    for side in ("treated_id", "control_id"):
        group = drawn[drawn["area_id"].isin(charges.members(memberships, record[side]))]
        if len(group):
            single_areas(choice, record, side, group, time_series.value_range(drawn))


def intervention(record: Mapping[str, Any]) -> tuple[int, int] | None:
    """The first and last year of the effort, where the source gives them."""
    return None if pandas.isna(record["start"]) else (int(record["start"]), int(record["end"]))


def of_comparison(choice: Choice, table: str, record: Mapping[str, Any]) -> pandas.DataFrame:
    rows = store.table(choice.version, table)
    return rows[rows["comparison_id"] == record["comparison_id"]]


def difference(
    choice: Choice, record: Mapping[str, Any], differences: pandas.DataFrame, rows: pandas.DataFrame
) -> None:
    """A view of the treated group minus its control, year by year."""
    words, known = choice.words, shelf.facts(choice.version)
    indicator = known.indicators.loc[record["indicator_id"]]
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    treated, control = (known.names[record[side]] for side in ("treated_id", "control_id"))
    title = words(
        "{measure}: forskellen mellem {treated} og {control}",
        measure=labels.measure(indicator, record["age_group"], words),
        treated=effect_cards.in_sentence(treated),
        control=effect_cards.in_sentence(control),
    )
    series = figures.difference_series(differences, record["indicator_id"], words("Forskel"))
    note = words(
        "Forskellen er {treated} minus {control}: under 0 ligger {treated} lavest. Den er afledt af tallene.",
        treated=effect_cards.in_sentence(treated),
        control=effect_cards.in_sentence(control),
    )
    view_layout.view(
        choice,
        title=title,
        sentence=effect_cards.difference_sentence(differences, record, unit, words, decimals),
        figure=figures.difference(
            series,
            unit=unit,
            words=words,
            sizes=theme.sizes(choice.projector),
            decimals=decimals,
            intervention=intervention(record),
        ),
        alt=time_series.trend_alt(title, series, words, decimals),
        table=effect_cards.difference_frame(differences, words, decimals),
        columns=effect_cards.difference_columns(unit, decimals, words),
        source=f"{note} {sentences.source_line(rows, known.sources, words)}",
        key=f"difference-{record['comparison_id']}",
    )


def effect(choice: Choice, record: Mapping[str, Any], differences: pandas.DataFrame, rows: pandas.DataFrame) -> None:
    """The effect box of a comparison: its result in a sentence, how sure that is, for whom no effect was found."""
    words, known = choice.words, shelf.facts(choice.version)
    indicator = known.indicators.loc[record["indicator_id"]]
    card = effect_cards.effect_card(
        record,
        of_comparison(choice, "effects", record),
        differences,
        known.names,
        words(labels.UNITS[indicator["unit"]]),
        sentences.source_line(rows, known.sources, words),
        words,
        int(indicator["decimals"]),
    )
    sure = " ".join(text for text in (card.certainty, card.uncertainty) if text)
    answers = {
        words("Hvad var effekten?"): card.sentence,
        words("Hvem blev der ikke fundet en effekt for?"): card.not_found,
        words("Hvor sikkert er det?"): sure,
        words("Fulgtes grupperne ad før indsatsen?"): card.parallel,
        words("Hvordan er det regnet?"): card.rule,
    }
    with streamlit.container(border=True, key=f"effect-{record['comparison_id']}"):
        streamlit.subheader(plain(card.title), anchor=False)
        for question, answer in answers.items():
            if answer and answer == card.parallel and not card.holds:
                streamlit.warning(f"**{question}** {plain(answer)}", icon=":material/warning:")
            elif answer:
                streamlit.markdown(f"**{question}** {plain(answer)}")
        streamlit.caption(plain(card.source))


def single_areas(
    choice: Choice, record: Mapping[str, Any], side: str, rows: pandas.DataFrame, limits: tuple[float, float]
) -> None:
    """A view of the areas of one group, each in a panel of its own with the verdict on its trend."""
    words, known = choice.words, shelf.facts(choice.version)
    indicator, sizes = known.indicators.loc[record["indicator_id"]], theme.sizes(choice.projector)
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    order = sorted(rows["area_id"].unique(), key=lambda area: query.danish_order(known.names[area]))
    found = effect_cards.verdicts(order, charges.trends_of(store.table(choice.version, "trends"), record))
    written = {area: words(labels.VERDICTS[verdict]) for area, verdict in found.items()}
    role = charges.roles(record)[record[side]]
    panels = {}
    for area in order:
        own, name = rows[rows["area_id"] == area], known.names[area]
        alt = figures.panel_alt(own, name, written[area], words, decimals)
        panels[alt] = figures.panel(
            own,
            name=name,
            role=role,
            verdict=written[area],
            limits=limits,
            unit=unit,
            words=words,
            sizes=sizes,
            decimals=decimals,
        )
    twin = tables.observations(rows, known.names, known.sources, words).assign(verdict=rows["area_id"].map(written))
    columns = tables.observation_columns(unit, decimals, words)
    view_layout.view(
        choice,
        title=words(
            "{measure}: {group} hver for sig",
            measure=labels.measure(indicator, record["age_group"], words),
            group=effect_cards.in_sentence(known.names[record[side]]),
        ),
        sentence=effect_cards.verdicts_sentence(found.values(), words),
        panels=panels,
        table=twin,
        columns=[*columns[:2], tables.Column("verdict", words("Udvikling")), *columns[2:]],
        source=f"{effect_cards.areas_note(rows, found.values(), words)} "
        + sentences.source_line(rows, known.sources, words),
        key=f"areas-{record[side]}-{record['comparison_id']}",
    )


def funnels(choice: Choice, charts: Sequence[tuple[Mapping[str, Any], pandas.DataFrame]]) -> None:
    """Every single area in one period, which the reader chooses. `charts` as of `charges.single_area_charts`."""
    if not charts:
        return
    words = choice.words
    known = pandas.concat([rows for _, rows in charts])[["period_start", "period_end"]].drop_duplicates()
    periods = {query_name(*pair): pair for pair in sorted(known.itertuples(index=False, name=None))}
    streamlit.header(words("Boligområderne i én periode"), anchor=False)
    chosen = address.pick(
        "periode", words("Periode"), list(periods), lambda name: words.period(*periods[name]), list(periods)[-1]
    )
    for record, rows in charts:
        start, end = periods[chosen]
        own = rows[(rows["period_start"] == start) & (rows["period_end"] == end)]
        if len(own):
            funnel(choice, record, own)


def query_name(start: int, end: int) -> str:
    """A period as a value in an address."""
    return str(start) if start == end else f"{start}-{end}"


def funnel(choice: Choice, record: Mapping[str, Any], rows: pandas.DataFrame) -> None:
    """A view of every single area in one period. `rows`: prepared observations of one indicator and period."""
    words, known = choice.words, shelf.facts(choice.version)
    indicator = known.indicators.loc[record["indicator_id"]]
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    period = words.period(rows["period_start"].iloc[0], rows["period_end"].iloc[0])
    measure = labels.measure(indicator, record["age_group"], words)
    title = words("{measure}: hvert boligområde i {period}", measure=measure, period=period)
    shown = funnel_of(rows, float(indicator["multiplier"]))
    place = shown.areas.set_index("area_id")["position"].map(lambda code: words(labels.FUNNEL_POSITIONS[code]))
    twin = tables.observations(rows, known.names, known.sources, words)
    twin = twin.assign(place=rows["area_id"].map(place).fillna(words("ikke med")))
    roles = charges.area_roles(store.table(choice.version, "memberships"), record)
    groups = {
        "other": words("Andre boligområder"),
        "control": known.names[record["control_id"]],
        "hotspot": known.names[record["treated_id"]],
    }
    note = words(
        "Mellem grænserne er afstanden til områdernes samlede rate ikke større end tilfældige udsving. "
        "Områder, der ikke er med, tæller heller ikke i den samlede rate. De yderste områder har navn; resten "
        "står i tabellen."
    )
    view_layout.view(
        choice,
        title=title,
        sentence=effect_cards.funnel_sentence(shown, period, words),
        figure=None
        if shown.areas.empty
        else figures.funnel(
            shown,
            known.names,
            roles,
            groups,
            unit=unit,
            words=words,
            sizes=theme.sizes(choice.projector),
            decimals=decimals,
        ),
        alt=figures.funnel_alt(title, shown, known.names, words, decimals),
        table=twin.sort_values("area", key=lambda names: names.map(query.danish_order)),
        columns=effect_cards.funnel_columns(tables.observation_columns(unit, decimals, words), words),
        source=f"{note} {sentences.source_line(rows, known.sources, words)}",
        key=f"funnel-{record['comparison_id']}",
        chosen=words("Periode: {period}", period=period),
    )
