"""The ways on from the annual report: onto paper, into a spreadsheet, and to the housing area of a department."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.annual_report import sheet_route, told, workbook
from dashboard.annual_report.report import Report, beside
from dashboard.annual_report.told import FigureLine
from dashboard.annual_report.views import Asked
from dashboard.areas import shelf
from dashboard.files.workbook import XLSX
from dashboard.i18n.markdown import plain
from dashboard.ui import downloads, links
from dashboard.ui.address import Choice
from dashboard.views import sentences, tables
from dashboard.views.tables import framed
from data.contracts import DisclosureRule


def onwards(choice: Choice, report: Report, asked: Asked) -> None:
    """The report as files, and the profile of the housing area."""
    if not choice.has_controls or choice.projector:
        return
    words = choice.words
    with streamlit.container(horizontal=True, vertical_alignment="center", key="annual-onwards"):
        for label, sheets, of in (
            (words("Afdelingen som A4 (PDF)"), sheet_route.SHEETS, asked.department_id),
            (words("Alle afdelinger (PDF)"), sheet_route.ACROSS, asked.municipality_id),
        ):
            url = sheets.url(choice.version, sheet_route.name_of(of, asked.period), words.language)
            streamlit.link_button(label, url, icon=":material/picture_as_pdf:")
        streamlit.download_button(
            words("Hent som Excel"),
            lambda: as_workbook(choice, report, asked),
            f"boligsocial_aarsrapport_{asked.department_id}_{choice.version.name}.xlsx",
            XLSX,
            key="xlsx-annual-report",
            on_click="ignore",
            icon=":material/download:",
        )
        area_id = report.by_id[asked.department_id].area_id
        if area_id:
            name = plain(report.names[area_id])
            links.item_link(choice, "omraade", name, ":material/home_work:", omraade=area_id)


def as_workbook(choice: Choice, report: Report, asked: Asked) -> bytes:
    """Every number of the department and of what it is held against, in every period."""
    words = choice.words
    units = beside(asked.department_id)
    rows = [row for unit in units for name in report.numbers for row in report.over_time(name, unit)]
    sources = shelf.facts(choice.version).sources
    table = framed(told.lines(report, rows, tables.source_names(sources), words), FigureLine)
    (rule,) = store.rows(choice.version, DisclosureRule)
    name = report.unit_name(asked.department_id, words)
    facts = {
        words("Afdeling"): f"{name} ({told.place(report, asked.department_id, words)})",
        words("Perioder"): words("Tre år lagt sammen i hver; alle perioder er med."),
        words("Kilder"): sentences.source_line(rows, sources, words),
        **downloads.meta(choice),
        words("Skjulte tal"): words(
            "Et antal på 1 til {most} personer vises ikke, og ikke heller et tal, som det kunne regnes ud af. En andel "
            "af færre end {few} personer er for få til at vise.",
            most=rule.minimum - 1,
            few=rule.minimum_population,
        ),
    }
    title = f"{words('Boligsocial årsrapport')}: {name}"
    return workbook.write(table, told.columns(words), title, choice.version.time.date(), facts, words)
