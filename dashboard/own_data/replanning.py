"""What is answered where a worksheet was read wrongly: which table it is, its headings, its columns."""

from __future__ import annotations

import streamlit

from dashboard.i18n.words import Words
from dashboard.own_data.desk import Desk
from dashboard.ui.address import Choice
from data.contracts import SOURCE_TABLES
from data.intake import words as vocabulary
from data.intake.answers import Answers
from data.intake.plans import Plan

UNUSED, AS_PROPOSED = "", "…"


def form(choice: Choice, desk: Desk, plan: Plan) -> None:
    """The answers to how a worksheet is read, kept when they are sent."""
    words, tables = choice.words, tables_in_words()
    if not streamlit.toggle(words("Ret, hvordan arket læses"), key=f"replan-{plan.name}"):
        return
    with streamlit.form(f"replan-form-{plan.name}", enter_to_submit=False):
        options = [*tables, UNUSED]
        table = streamlit.selectbox(
            words("Arket er"),
            options,
            options.index(plan.table) if plan.table in options else None,
            lambda name: tables.get(name, words("bruges ikke")),
        )
        header = streamlit.number_input(
            words("Overskrifternes række"), 1, max(len(plan.sheet.rows), 1), plan.first_heading + 1
        )
        chosen = {
            column.heading: streamlit.selectbox(
                words("Kolonnen »{heading}«", heading=column.heading),
                [AS_PROPOSED, UNUSED, *columns(plan.table)],
                format_func=lambda name: column_word(plan.table, name, words),
            )
            for column in plan.columns
            if column.heading and plan.table
        }
        if streamlit.form_submit_button(words("Læs arket sådan")):
            desk.keep(answered(desk.answers(), plan, table, int(header), chosen))
            streamlit.rerun()


def answered(answers: Answers, plan: Plan, table: str | None, header: int, columns_of: dict[str, str]) -> Answers:
    """The answers with what differs from how the worksheet was read."""
    path = ("sheets", plan.name)
    if table == UNUSED:
        return answers.answered((*path, "use"), False)
    if table and table != plan.table:
        answers = answers.answered((*path, "table"), table)
    if header != plan.first_heading + 1:
        answers = answers.answered((*path, "header"), header)
    for heading, column in columns_of.items():
        if column != AS_PROPOSED:
            answers = answers.answered((*path, "columns", heading), column)
    return answers


def tables_in_words() -> dict[str, str]:
    return {table: vocabulary.table_word(table) for table in SOURCE_TABLES}


def columns(table: str) -> list[str]:
    """What a column can be of a table; nothing of a worksheet that is of none, such as one of addresses."""
    found = SOURCE_TABLES.get(table)
    return [name for name in found.columns() if not name.endswith("_en")] if found else []


def column_word(table: str, name: str, words: Words) -> str:
    if name == AS_PROPOSED:
        return words("som foreslået")
    return vocabulary.column_word(table, name) if name else words("bruges ikke")
