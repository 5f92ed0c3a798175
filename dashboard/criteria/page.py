"""The Streamlit side of success criteria: all of them as a matrix or as cards, one of them whole, and the projects' own
tables of outcomes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charts import bars as bar_figures
from dashboard.charts import theme
from dashboard.criteria import cards, figures, tables
from dashboard.criteria.cards import CriterionCard
from dashboard.criteria.status_rule import STATUS_RULE
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.ui import address, clock, links, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences
from data import scorecards

ALL = "alle"
MATRIX, CARDS = "matrix", "kort"
FORMS = {MATRIX: N_("Tabel"), CARDS: N_("Kriteriekort")}
CARD_WIDTH = {False: 356, True: 540}  # in CSS pixels, by projector: three beside each other at 1280 and at 1920


@dataclass(frozen=True)
class Chosen:
    """The criteria that the reader asks for, one project's or all, in one of the `FORMS`; `text` says it in words."""

    criteria: pandas.DataFrame
    project: str
    form: str
    text: str


def read(choice: Choice, name: str) -> pandas.DataFrame:
    return store.table(choice.version, name)


def page(choice: Choice) -> None:
    """All criteria, or the one that the address names."""
    words = choice.words
    titles = {row["criterion_id"]: cards.numbered(row, words) for row in read(choice, "criteria").to_dict("records")}
    with streamlit.container(horizontal=True, key="filters"):
        asked = address.pick(
            "kriterium", words("Ét kriterium"), [ALL, *titles], lambda name: titles.get(name, words("Alle"))
        )
        known = chosen(choice) if asked == ALL else None
    if known:
        overview(choice, known)
    else:
        one(choice, asked)


def overview(choice: Choice, known: Chosen) -> None:
    words = choice.words
    notes(choice, known.criteria)
    is_own = known.criteria["project_id"] != ""
    groups = (
        ("criteria", "progress", words("Fælles succeskriterier"), known.criteria[~is_own]),
        ("criteria-own", "progress-own", words("Projekternes egne succeskriterier"), known.criteria[is_own]),
    )
    for key, bars, title, rows in groups:
        if rows.empty and (is_own.any() or key != "criteria"):
            continue
        scorecard(choice, rows, title=title, key=key, chosen=known.text, form=known.form)
        progress(choice, rows, title=words("{title}: hvor langt er de?", title=title), key=bars, chosen=known.text)
    all_outcomes(choice, known.project)


def chosen(choice: Choice) -> Chosen:
    """The filters, and what they leave."""
    words, criteria, statuses = choice.words, read(choice, "criteria"), read(choice, "criterion_statuses")
    groups = {labels.slug(row["target_group_da"]): row for row in criteria.to_dict("records")}
    names = read(choice, "projects").set_index("project_id")["name"]
    goals = read(choice, "goals").set_index("goal_id")[f"title_{words.language}"]
    states = [state for state in labels.CRITERION_STATUSES if state in set(statuses["status"])]
    everything = words("Alle")
    group_names = {slug: words.pick(row, "target_group") for slug, row in groups.items()}
    goal = address.pick(
        "maal",
        words("Politisk mål"),
        [ALL, *criteria["goal_id"].drop_duplicates()],
        lambda name: goals.get(name, everything),
    )
    group = address.pick(
        "maalgruppe", words("Målgruppe"), [ALL, *groups], lambda slug: group_names.get(slug, everything)
    )
    project = address.pick("projekt", words("Projekt"), [ALL, *names.index], lambda name: names.get(name, everything))
    wanted = (
        address.pick_many(
            "kriteriestatus", words("Status"), states, lambda state: labels.criterion_status(state, words)
        )
        or states
    )
    form = address.pick(
        "form",
        words("Form"),
        list(FORMS),
        lambda name: words(FORMS[name]),
        CARDS if choice.projector else MATRIX,
        partial(streamlit.radio, horizontal=True),
    )
    left = scorecards.select(
        criteria,
        statuses,
        read(choice, "results"),
        groups[group]["target_group_da"] if group in groups else None,
        wanted,
        None if project == ALL else project,
        None if goal == ALL else goal,
    )
    return Chosen(
        left,
        project,
        form,
        words(
            "Mål: {goal}; målgruppe: {group}; projekt: {project}; status: {statuses}",
            goal=goals.get(goal, everything),
            group=group_names.get(group, everything),
            project=names.get(project, everything),
            statuses=", ".join(words(labels.CRITERION_STATUSES[state]) for state in wanted),
        ),
    )


def notes(choice: Choice, criteria: pandas.DataFrame) -> None:
    """What to know before the criteria are read: whether the report is historical, what was lost of it, the rule."""
    if not choice.has_controls:
        return
    words, results, sources = choice.words, read(choice, "results"), read(choice, "sources")
    own = results[results["criterion_id"].isin(criteria["criterion_id"]) & results["value"].notna()]
    told = cards.historical(own["as_of"].max() if len(own) else "", words, clock.today())
    if told:
        used = sources[sources["source_id"].isin(criteria["source_id"])]
        streamlit.info(
            plain(" ".join([told, *filter(None, used[f"note_{words.language}"])])), icon=":material/history:"
        )
    with streamlit.expander(words("Sådan fastsættes status")):
        streamlit.markdown(words(STATUS_RULE))


def scorecard(
    choice: Choice, criteria: pandas.DataFrame, *, title: str, key: str, chosen: str = "", form: str = MATRIX
) -> None:
    """Target group x criterion x project as a matrix, or a card for each criterion: target, reached, share, status, and
    what the status rests on.
    """
    words, statuses = choice.words, read(choice, "criterion_statuses")
    results, projects = read(choice, "results"), read(choice, "projects")
    shown = statuses[statuses["criterion_id"].isin(criteria["criterion_id"])]
    rows = told(choice, criteria)
    view_layout.view(
        choice,
        title=title,
        sentence=cards.summary(shown["status"], shown["as_of"].max() if len(shown) else "", words),
        table=tables.criterion_frame(rows, words),
        columns=tables.criterion_columns(words),
        source=words("Summer og andele er afledt: vi har lagt projekternes tal sammen.")
        + " "
        + sentences.source_line(criteria, shelf.facts(choice.version).sources, words),
        key=key,
        chosen=chosen,
        colours={words("Status"): [theme.STATUS_COLOURS[card.verdict] for card in rows]},
        body=(lambda: card_grid(choice, rows, key)) if form == CARDS and rows else None,
        file=(tables.part_rows(criteria, statuses, results, projects, words), tables.part_columns(words)),
    )


def told(choice: Choice, criteria: pandas.DataFrame) -> list[CriterionCard]:
    statuses, results, projects, goals = (
        read(choice, name) for name in ("criterion_statuses", "results", "projects", "goals")
    )
    return cards.criterion_cards(criteria, statuses, results, projects, goals, choice.words, clock.today())


def card_grid(choice: Choice, rows: list[CriterionCard], key: str) -> None:
    """The cards, as many beside each other as fit."""
    with streamlit.container(horizontal=True, key=f"cards-{key}"):
        for own in rows:
            width = CARD_WIDTH[choice.projector]
            with streamlit.container(border=True, width=width, gap="xsmall", key=f"card-{key}-{own.criterion_id}"):
                streamlit.subheader(plain(own.criterion), anchor=False)
                facts_of(choice, own)
                with streamlit.container(horizontal=True, gap="xsmall"):
                    onward_links(choice, own)


def facts_of(choice: Choice, own: CriterionCard) -> None:
    """Status, target, what is reached and by whom, and what it rests on."""
    words = choice.words
    marks = [view_layout.badge(own.status_text, theme.STATUS_COLOURS[own.verdict])]
    marks += [view_layout.badge(own.stale, theme.STATUS_COLOURS["not_met_yet"])] if own.stale else []
    streamlit.markdown(" ".join(marks))
    pairs = (
        (words("Målgruppe"), own.target_group),
        (words("Mål"), own.target_text),
        (words("Udgangspunkt"), own.baseline),
        (words("Nået"), ", ".join(filter(None, [own.value, own.derived]))),
        (words("Opgjort"), own.as_of),
        (words("Manuel vurdering"), own.judgement),
    )
    streamlit.markdown("  \n".join(f"**{name}:** {plain(text)}" for name, text in pairs if text))
    if pandas.notna(own.share):
        streamlit.progress(
            min(max(own.share, 0.0), 1.0), plain(words("{share} af vejen til målet", share=own.share_text))
        )
    if own.parts:
        streamlit.markdown("\n".join(f"- {plain(f'{part.project}: {part.text}')}" for part in own.parts))
    streamlit.markdown(plain(" ".join(filter(None, [own.reason, own.note, own.page]))))


def onward_links(choice: Choice, own: CriterionCard) -> None:
    """To the whole criterion, its goal and its projects."""
    if not choice.has_controls:
        return
    if choice.address.get("kriterium", ALL) == ALL:
        links.page_link(
            choice, "succeskriterier", choice.words("Hele kriteriet"), ":material/zoom_in:", kriterium=own.criterion_id
        )
    if own.goal:
        links.item_link(choice, "strategi", plain(own.goal), ":material/flag:", maal=own.goal_id)
    for part in own.parts:
        links.item_link(choice, "projekter", plain(part.project), ":material/inventory_2:", projekt=part.project_id)


def progress(choice: Choice, criteria: pandas.DataFrame, *, title: str, key: str, chosen: str = "") -> None:
    """How far every criterion is, project by project and kind by kind, with the cell each number was read from."""
    words, results = choice.words, read(choice, "results")
    statuses, projects = read(choice, "criterion_statuses"), read(choice, "projects")
    rows = tables.progress(criteria, statuses, results, projects, words)
    if rows["value"].isna().all():
        return
    looks = figures.kind_looks(results)
    doubled = words("Skraveret: kilden oplyser, at de samme personer også er talt et andet sted.")
    source = (
        words("Summer og andele er afledt.")
        + " "
        + sentences.source_line(rows, shelf.facts(choice.version).sources, words)
    )
    view_layout.view(
        choice,
        title=title,
        sentence=progress_sentence(rows, words),
        figure=figures.progress_bars(rows, looks, words=words, sizes=theme.sizes(choice.projector)),
        alt=figures.progress_alt(title, rows, words),
        table=rows,
        columns=tables.progress_columns(words),
        source=f"{doubled} {source}" if rows["double_counted"].any() else source,
        key=key,
        chosen=chosen,
    )


def progress_sentence(rows: pandas.DataFrame, words: Words) -> str:
    """The furthest and the least far of the criteria with a number, and how a bar is read."""
    shares = rows.drop_duplicates("criterion").dropna(subset="share").set_index("criterion")["share"]
    reading = words("I hver bjælke står projekternes tal efter hinanden; den lodrette streg er målet.")
    if len(shares) < 2:
        return reading
    return (
        words(
            "Længst fremme: {first} ({most}). Længst fra målet: {last} ({least}).",
            first=shares.idxmax(),
            most=words.share(shares.max()),
            last=shares.idxmin(),
            least=words.share(shares.min()),
        )
        + " "
        + reading
    )


def one(choice: Choice, criterion_id: str) -> None:
    """Everything about one criterion."""
    words, criteria = choice.words, read(choice, "criteria")
    rows = criteria[criteria["criterion_id"] == criterion_id]
    (own,) = told(choice, rows)
    if choice.has_controls:
        links.page_link(
            choice, "succeskriterier", words("Alle succeskriterier"), ":material/arrow_back:", kriterium=None
        )
        notes(choice, rows)
        with streamlit.container(border=True, key="criterion-card"):
            streamlit.header(plain(own.criterion), anchor=False)
            facts_of(choice, own)
            with streamlit.container(horizontal=True):
                onward_links(choice, own)
    over_time(choice, rows, own)
    progress(choice, rows, title=words("Hvem har nået hvad?"), key="progress")


def over_time(choice: Choice, criteria: pandas.DataFrame, own: CriterionCard) -> None:
    """One criterion's numbers, date by date, against target, expected way and milestones; the pace that is needed."""
    words, every, steps = choice.words, read(choice, "results"), read(choice, "milestones")
    statuses, projects = read(choice, "criterion_statuses"), read(choice, "projects")
    results = every[every["criterion_id"] == own.criterion_id]
    (row,) = criteria.merge(statuses, on="criterion_id", suffixes=("", "_status")).to_dict("records")
    points, milestones = scorecards.over_time(results), milestones_of(steps, own.criterion_id, words)
    title = words("{criterion}: tallene over tid", criterion=own.criterion)
    table = tables.part_rows(criteria, statuses, results, projects, words)
    note = figures.timeline_note(milestones, len(points) > 1, words)
    summed = words("Punkterne er afledt: projekternes tal lagt sammen.")
    source = sentences.source_line(results if len(results) else criteria, shelf.facts(choice.version).sources, words)
    view_layout.view(
        choice,
        title=title,
        sentence=cards.pace_sentence(row, words, clock.today()),
        **drawn(choice, row, points, milestones, title),
        table=table.sort_values("as_of", kind="stable"),
        columns=tables.result_columns(words, cards.places(results["value"])),
        folded=False,
        file=(table, tables.part_columns(words)),
        source=" ".join(filter(None, [note, summed if own.derived else "", source])),
        key="criterion",
    )


def drawn(
    choice: Choice, row: dict[str, Any], points: pandas.DataFrame, milestones: pandas.DataFrame, title: str
) -> dict[str, Any]:
    """The picture of a criterion over time; none where there is no number."""
    if points.empty:
        return {}
    return {
        "figure": figures.timeline(row, points, milestones, words=choice.words, sizes=theme.sizes(choice.projector)),
        "alt": figures.timeline_alt(title, row, points, choice.words),
    }


def milestones_of(milestones: pandas.DataFrame, criterion_id: str, words: Words) -> pandas.DataFrame:
    own = milestones[milestones["criterion_id"] == criterion_id].sort_values("due")
    return own.assign(title=own[f"title_{words.language}"])


def all_outcomes(choice: Choice, project: str) -> None:
    """Every project's own table, or one project's."""
    words, rows = choice.words, read(choice, "outcomes")
    names = read(choice, "projects").set_index("project_id")["name"]
    own = rows if project == ALL else rows[rows["project_id"] == project]
    for project_id, part in own.groupby("project_id", sort=False):
        outcomes(choice, part, words("{project}: projektets egen opgørelse", project=names.get(project_id, project_id)))


def outcomes(choice: Choice, rows: pandas.DataFrame, title: str) -> None:
    """A project's own table as the source prints it. `rows`: its rows of `outcomes`."""
    words = choice.words
    groups = rows["group_da"].map({group: place for place, group in enumerate(rows["group_da"].drop_duplicates())})
    rows = rows.assign(place=groups).sort_values("order", kind="stable")
    counts = tables.outcome_counts(rows, words)
    remarks = " ".join(note for note in rows[f"note_{words.language}"].drop_duplicates() if note)
    view_layout.view(
        choice,
        title=title,
        sentence=tables.outcome_sentence(rows, words),
        figure=bar_figures.count_bars(counts, words=words, sizes=theme.sizes(choice.projector)),
        alt=bar_figures.count_alt(title, counts, words),
        table=rows,
        columns=tables.outcome_columns(words),
        source=f"{remarks} {sentences.source_line(rows, shelf.facts(choice.version).sources, words)}".strip(),
        key=f"outcomes-{rows['project_id'].iloc[0]}",
    )
