"""Step 1: hand files in, and see what becomes of each."""

from __future__ import annotations

from pathlib import Path

import pandas
import streamlit

from dashboard.access import handing_in
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.own_data import drafts
from dashboard.own_data.desk import Desk
from dashboard.ui import view_layout
from dashboard.ui.address import Choice
from dashboard.views.tables import Column
from data.intake import dataset
from data.intake import words as vocabulary
from data.intake.answers import FILE as ANSWERS
from data.intake.handed import HandedFile, Use

USES = {
    Use.TABLE: N_("bruges som tabel"),
    Use.SHAPES: N_("bruges som kort"),
    Use.SETTINGS: N_("svar og opsætning"),
    Use.UNUSED: N_("bruges ikke"),
    Use.MISSING: N_("mangler og skal med"),
    Use.OPTIONAL: N_("mangler og kan undværes"),
}
OURS = (dataset.FILE, ANSWERS)
KEPT = "_own_data"  # where a session keeps its desk: nobody else can reach it, and no address names it


def step(choice: Choice, folder: Path, desk: Desk | None) -> Desk | None:
    """The form, the files and the way to start over. The desk after what was pressed; None where there is no draft."""
    words = choice.words
    streamlit.header(words("1. Aflever"), anchor=False)
    had = desk
    desk = form(choice, folder, had)
    if desk is None:
        return None
    if had is None:
        streamlit.session_state[KEPT] = desk
        streamlit.rerun()  # without the field for the name
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="own-data-files"):
        leftover = streamlit.selectbox(
            words("Tag en fil ud igen"), [name for name in desk.draft.files() if name not in OURS], index=None
        )
        if streamlit.button(words("Tag ud"), disabled=leftover is None) and leftover:
            desk.draft.drop(leftover)
            checked(desk, words)
            streamlit.rerun()
        if streamlit.button(words("Kassér kladden"), icon=":material/delete:"):
            desk.draft.remove()
            forget_and_rerun()
    if desk.trial is not None:
        listed(desk.trial.draft.files, words)
    return desk


def forget_and_rerun() -> None:
    """Start over: nothing of the draft stays in the session."""
    for key in [key for key in streamlit.session_state if str(key).startswith(KEPT)]:
        del streamlit.session_state[key]
    streamlit.rerun()


def form(choice: Choice, folder: Path, desk: Desk | None) -> Desk | None:
    words = choice.words
    with streamlit.form("own-data-hand-in", clear_on_submit=True, enter_to_submit=False):
        name = ""
        if desk is None:
            name = streamlit.text_input(
                words("Datasættets navn, som læserne ser det"), max_chars=drafts.LONGEST_NAME, key="own-data-name"
            )
        sent = streamlit.file_uploader(
            words("Regneark (xlsx, xlsm, ods, csv) og kort (gpkg, geojson, zippet shapefile)"),
            accept_multiple_files=True,
            key="own-data-sent",
            help=words(
                "Læg sidste års mapping.toml med, så spørges der ikke igen. Højst {size} MB pr. fil og {files} filer.",
                size=handing_in.MOST_BYTES // 1_000_000,
                files=handing_in.MOST_FILES,
            ),
        )
        is_sent = streamlit.form_submit_button(words("Aflever filerne"), type="primary", icon=":material/upload_file:")
    if not is_sent:
        return desk
    if not sent:
        streamlit.warning(plain(words("Vælg mindst én fil.")))
        return desk
    if desk is None:
        try:
            desk = Desk(drafts.begin(folder, name))
        except ValueError:
            streamlit.warning(plain(words("Giv datasættet et navn med bogstaver.")))
            return None
    for file in sent:
        is_too_much = desk.draft.size() + file.size > handing_in.MOST_HELD
        if is_too_much or len(desk.draft.files()) >= handing_in.MOST_FILES:
            streamlit.warning(plain(words("{name} er for meget: kladden er fuld.", name=drafts.safe_name(file.name))))
            break
        desk.draft.put(file.name, file.getvalue())
    checked(desk, words)
    return desk


def checked(desk: Desk, words: Words) -> None:
    with streamlit.spinner(words("Filerne læses og kontrolleres …")):
        desk.check()


def listed(files: tuple[HandedFile, ...], words: Words) -> None:
    """Every file with its use and why; what is missing and can be done without is one sentence."""
    shown = [file for file in files if file.use is not Use.OPTIONAL]
    rows = pandas.DataFrame(
        [{"name": file.name, "use": words(USES[file.use]), "why": words.text(file.why)} for file in shown]
    )
    columns = [Column("name", words("Fil")), Column("use", words("Brug")), Column("why", words("Hvad eller hvorfor"))]
    view_layout.grid(rows, columns, words, words("De afleverede filer"))
    named = {said[0] for said in vocabulary.vocabulary()["tables"].values()}
    if optional := [file.name for file in files if file.use is Use.OPTIONAL and file.name in named]:
        streamlit.caption(plain(words("Kan undværes og er ikke afleveret: {list}.", list=", ".join(optional))))
