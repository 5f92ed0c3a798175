"""Step 3: what the check found, by grade, each with how it is put right, answered or accepted."""

from __future__ import annotations

import streamlit

from dashboard.files.workbook import XLSX
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.own_data.desk import Desk
from dashboard.prepare.intake import Trial
from dashboard.ui import downloads
from dashboard.ui.address import Choice
from data.intake import answers as answers_file
from data.intake.messages import Grade, Message

HEADINGS = {Grade.FAULT: N_("Fejl"), Grade.QUESTION: N_("Spørgsmål"), Grade.NOTE: N_("Oplysninger")}
ICONS = {Grade.FAULT: ":material/error:", Grade.QUESTION: ":material/help:", Grade.NOTE: ":material/info:"}
MOST = 40  # messages of a grade; the workbooks have them all


def step(choice: Choice, desk: Desk, who: str) -> None:
    words, trial = choice.words, desk.trial
    assert trial is not None
    streamlit.header(words("3. Kontrollér"), anchor=False)
    streamlit.markdown(plain(summary(trial, words)))
    mend_all(desk, words)
    for grade in Grade:
        shown(choice, desk, trial.checked.of_grade(grade), grade, who)
    files(choice, desk)


def summary(trial: Trial, words: Words) -> str:
    faults, asked = len(trial.checked.faults), len(trial.checked.questions)
    if trial.is_publishable:
        return words("Der er ingen fejl og ingen ubesvarede spørgsmål. Tallene kan udgives.")
    counts = words("{faults} fejl og {asked} ubesvarede spørgsmål.", faults=faults, asked=asked)
    return f"{counts} {words('Der kan ikke udgives endnu, og læserne ser det samme som før.')}"


def mend_all(desk: Desk, words: Words) -> None:
    """One press for all that has a proposed mending."""
    assert desk.trial is not None
    mendable = [message for message in desk.trial.checked.messages if message.mend_by and message.is_open]
    if len(mendable) > 1 and streamlit.button(
        words("Ret alle {number}, som det er foreslået", number=len(mendable)), icon=":material/build:"
    ):
        desk.mend(mendable)
        streamlit.rerun()


def shown(choice: Choice, desk: Desk, messages: list[Message], grade: Grade, who: str) -> None:
    words = choice.words
    if not messages:
        return
    title = f"{words(HEADINGS[grade])} ({words.number(len(messages))})"
    with streamlit.expander(title, expanded=grade is not Grade.NOTE, icon=ICONS[grade]):
        for message in messages[:MOST]:
            with streamlit.container(border=True, key=f"own-data-{message.key}"):
                one(choice, desk, message, who)
        if len(messages) > MOST:
            more = len(messages) - MOST
            streamlit.caption(plain(words("{more} til står i de markerede regneark.", more=words.number(more))))


def one(choice: Choice, desk: Desk, message: Message, who: str) -> None:
    """A message with its places, what was found and expected, and what can be done about it here."""
    words, language = choice.words, choice.language
    streamlit.markdown(f"**{plain(message.headline(language))}**")
    streamlit.caption(plain(message.where(language)))
    how = message.said.how.in_language(language)
    streamlit.markdown(plain(words("Sådan retter du: {how}.", how=how.rstrip("."))))
    if message.accepted:
        streamlit.markdown(plain(words("Accepteret: {reason}", reason=message.accepted)))
    elif message.mend_by:
        wanted = message.mend_by.replacement
        label = words("Ret til »{wanted}«", wanted=wanted)
        if streamlit.button(plain(label), key=f"mend-{message.key}", icon=":material/build:"):
            desk.mend([message])
            streamlit.rerun()
    elif message.ask and message.is_open:
        answer(choice, desk, message)
    elif message.grade is Grade.QUESTION:
        accept(choice, desk, message, who)


def answer(choice: Choice, desk: Desk, message: Message) -> None:
    words = choice.words
    assert message.ask is not None
    meanings = {each.value: each.meaning.in_language(choice.language) for each in message.ask.choices}
    with streamlit.form(f"answer-{message.key}", border=False, enter_to_submit=False):
        if meanings:
            value = streamlit.selectbox(words("Dit svar"), list(meanings), None, meanings.__getitem__) or ""
        else:
            value = streamlit.text_input(words("Dit svar"), max_chars=200)
        if streamlit.form_submit_button(words("Svar")) and value.strip():
            desk.answer(message, value.strip())
            streamlit.rerun()


def accept(choice: Choice, desk: Desk, message: Message, who: str) -> None:
    words = choice.words
    with streamlit.form(f"accept-{message.key}", border=False, enter_to_submit=False):
        reason = streamlit.text_input(words("Tallet er rigtigt, fordi (læserne kan se grunden)"), max_chars=300)
        by = streamlit.text_input(
            words("Hvem svarer? En funktion eller et navn"), desk.answered_by or who, max_chars=100
        )
        if streamlit.form_submit_button(words("Accepter")):
            if not reason.strip():
                streamlit.warning(plain(words("Skriv en grund.")))
            else:
                desk.accept(message, reason, by)
                streamlit.rerun()


def files(choice: Choice, desk: Desk) -> None:
    """The clerk's workbooks with what is wrong marked, and the answers for next year."""
    words = choice.words
    kept = desk.draft.handed / answers_file.FILE
    with streamlit.container(horizontal=True, key="own-data-back"):
        if streamlit.toggle(words("Hent regnearkene med markeringer"), key="own-data-marked"):
            for name, content in desk.marked(choice.language):
                downloads.button(name, lambda content=content: content, name, XLSX, f"marked-{name}")  # type: ignore[misc]
        if kept.is_file():
            downloads.button(
                words("Hent svarene (mapping.toml)"), kept.read_bytes, answers_file.FILE, "application/toml", "answers"
            )
            if streamlit.button(words("Glem alle svar"), type="tertiary", icon=":material/undo:"):
                desk.forget()
                streamlit.rerun()
