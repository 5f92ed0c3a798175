"""Step 2: how each worksheet was read, as a picture of it with every cell's role in colour and word; and the answers
that change it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

import streamlit
from xlsxwriter.utility import xl_col_to_name

from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.own_data import replanning
from dashboard.own_data.desk import Desk
from dashboard.ui.address import Choice
from data.intake import words as vocabulary
from data.intake.picture import Picture
from data.intake.plans import ROLES, Plan, Role

COLOURS = {  # dark ink on each of them is read by everybody, in the light and the dark theme
    Role.TITLE: "#e6dcf2",
    Role.HEADING: "#c9dcf3",
    Role.AREA: "#cfe8cf",
    Role.KEY: "#f5e6bd",
    Role.NUMBER: "#ffffff",
    Role.SIGN: "#f8d3c0",
    Role.TOTAL: "#d9dde2",
    Role.FOOTNOTE: "#efe3d3",
    Role.UNUSED: "#eceff2",
    Role.EMPTY: "#ffffff",
}
INK = "#1b2a3a"
ROWS = 12  # of a picture
LONGEST = 40  # signs of a cell


def step(choice: Choice, desk: Desk) -> None:
    words, trial = choice.words, desk.trial
    assert trial is not None
    draft = trial.draft
    if not draft.pictures:
        return
    streamlit.header(words("2. Genkend"), anchor=False)
    streamlit.markdown(
        plain(words("Sådan er arkene læst. Er noget forkert, så ret det her; svaret huskes til næste år."))
    )
    streamlit.html(legend(words))
    for plan, picture in zip(draft.plans, draft.pictures, strict=True):
        with streamlit.expander(plain(title(picture, words)), expanded=not picture.table):
            streamlit.markdown(plain(" ".join(sentences(plan, words))))
            streamlit.html(table(picture, words))
            replanning.form(choice, desk, plan)


def title(picture: Picture, words: Words) -> str:
    name = vocabulary.table_word(picture.table) if picture.table else words("ikke genkendt")
    return f"{picture.name}: {name}"


def sentences(plan: Plan, words: Words) -> Iterator[str]:
    """What was made of a worksheet: headings, years across, totals and footnotes."""
    if not plan.table:
        yield words("Ingen række ligner overskrifter, der kendes.")
        return
    rows = words("række {first}", first=plan.first_heading + 1)
    if plan.first_row - plan.first_heading > 1:
        rows = words("række {first} til {last}", first=plan.first_heading + 1, last=plan.first_row)
    yield words("Overskrifterne står i {rows}.", rows=rows)
    yield words.plural("{n} række er læst.", "{n} rækker er læst.", len(plan.data_rows))
    periods = [column.about.period for column in plan.values if column.about and column.about.period]
    if len(periods) > 1:
        first, last = min(period.start for period in periods), max(period.end for period in periods)
        yield words("Årene {years} står i hver sin kolonne og læses som rækker.", years=words.period(first, last))
    for role, one, many in (
        (Role.TOTAL, words("sumrække tælles ikke med"), words("sumrækker tælles ikke med")),
        (Role.FOOTNOTE, words("fodnote"), words("fodnoter")),
    ):
        if number := sum(found == role for found in plan.rows.values()):
            yield f"{words.number(number)} {one if number == 1 else many}."
    if unused := [column.heading for column in plan.columns if column.heading and not column.is_used]:
        yield words("Bruges ikke: {list}.", list=", ".join(unused))


def legend(words: Words) -> str:
    """The colours and what they mean."""
    shown = [role for role in Role if role is not Role.EMPTY]
    items = "".join(
        f'<li style="display:inline-block;margin:0 .5rem .25rem 0;padding:0 .5rem;border:1px solid #8593a3;'
        f'color:{INK};background:{COLOURS[role]}">{html.escape(words.text(ROLES[role]))}</li>'
        for role in shown
    )
    return f'<ul aria-label="{html.escape(words("Farverne"))}" style="list-style:none;margin:0;padding:0">{items}</ul>'


def table(picture: Picture, words: Words) -> str:
    """The first rows of a worksheet as HTML, rows and columns named as a spreadsheet does."""
    width = max((len(row) for row in picture.rows), default=0)
    letters = "".join(f'<th scope="col">{xl_col_to_name(column)}</th>' for column in range(width))
    rows = "".join(
        f'<tr><th scope="row">{number}</th>{"".join(cell(each.written, each.role, words) for each in row)}</tr>'
        for number, row in enumerate(picture.rows[:ROWS], start=1)
    )
    more = picture.left_out + max(len(picture.rows) - ROWS, 0)
    left = f"<p>{html.escape(words('{more} rækker til', more=words.number(more)))}</p>" if more else ""
    name = html.escape(words("Billede af {name}", name=picture.name))
    return (
        f'<div role="region" tabindex="0" aria-label="{name}" style="overflow:auto;max-height:28rem">'
        f'<table style="border-collapse:collapse;font-size:.8rem"><thead><tr><td></td>{letters}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{left}"
    )


def cell(written: str, role: Role, words: Words) -> str:
    shown = written if len(written) <= LONGEST else f"{written[:LONGEST]} …"
    style = f"border:1px solid #8593a3;padding:.1rem .4rem;white-space:nowrap;color:{INK};background:{COLOURS[role]}"
    said = "" if role is Role.EMPTY else f"<br><small>{html.escape(words.text(ROLES[role]))}</small>"
    return f'<td style="{style}">{html.escape(shown)}{said}</td>'
