"""Step 5: publish, and the versions with the way back."""

from __future__ import annotations

import json

import streamlit

from dashboard import store
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.own_data import desk as desks
from dashboard.own_data.desk import Desk
from dashboard.prepare import intake
from dashboard.ui import links
from dashboard.ui.address import Choice
from data import versions
from data.errors import DataError
from data.versions import Version

MOST = 10  # versions of a dataset


def step(choice: Choice, desk: Desk, who: str) -> None:
    words, trial = choice.words, desk.trial
    assert trial is not None
    streamlit.header(words("5. Udgiv"), anchor=False)
    if desk.published:
        dataset = trial.draft.dataset.dataset_id
        streamlit.success(plain(words("Udgivet som version {version}. Læserne ser den nu.", version=desk.published)))
        links.page_link(choice, "kort", words("Se datasættet på kortet"), ":material/map:", datasaet=dataset)
        return
    if not trial.is_publishable:
        streamlit.info(plain(words("Der kan udgives, når der ingen fejl er og alle spørgsmål er besvaret.")))
        return
    with streamlit.form("own-data-publish", enter_to_submit=False):
        by = streamlit.text_input(words("Hvem udgiver? En funktion eller et navn"), who, max_chars=100)
        why = streamlit.text_input(words("Hvorfor udgives der?"), max_chars=300)
        if streamlit.form_submit_button(words("Udgiv"), type="primary", icon=":material/publish:"):
            try:
                with streamlit.spinner(words("Udgiver …")):
                    desk.publish(by, why)
            except DataError as problem:
                streamlit.error(plain(problem.text.in_language(choice.language)))
                return
            streamlit.rerun()


def versions_shown(choice: Choice, who: str) -> None:
    """The versions of every dataset that was handed in, with who, why and the way back to each."""
    words, found = choice.words, desks.handed_in()
    if not found:
        return
    streamlit.header(words("Udgivne versioner"), anchor=False)
    for dataset in found:
        named = store.own_record(dataset).name
        streamlit.subheader(plain(named.in_language(choice.language) if named else dataset), anchor=False)
        now = store.current(dataset).name
        for version in store.versions_of(dataset)[:MOST]:
            with streamlit.container(horizontal=True, vertical_alignment="center", key=f"own-{dataset}-{version.name}"):
                streamlit.markdown(plain(told(version, words)), width="stretch")
                if version.name == now:
                    streamlit.markdown(f"**{plain(words('Vises nu'))}**", width="content")
                elif streamlit.button(
                    words("Vis denne igen"), key=f"back-{dataset}-{version.name}", icon=":material/undo:"
                ):
                    desks.roll_back(dataset, version.name, who)
                    streamlit.rerun()


def told(version: Version, words: Words) -> str:
    """When a version was made, by whom and why."""
    record = json.loads(versions.read_file(version, intake.RECORD)) if intake.RECORD in version.files else {}
    facts = (words.date(version.time), record.get("who", ""), record.get("why", ""), version.name)
    return " · ".join(str(fact) for fact in facts if fact)
