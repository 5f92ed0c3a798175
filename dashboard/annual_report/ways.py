"""The ways on from the annual report: onto paper, and to the housing area of a department."""

from __future__ import annotations

import streamlit

from dashboard.annual_report import sheet_route
from dashboard.annual_report.report import Report
from dashboard.annual_report.views import Asked
from dashboard.i18n.markdown import plain
from dashboard.ui import links
from dashboard.ui.address import Choice


def onwards(choice: Choice, report: Report, asked: Asked) -> None:
    """The report on paper, and the profile of the housing area; the view of the department has it as a workbook."""
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
        area_id = report.by_id[asked.department_id].area_id
        if area_id:
            name = plain(report.names[area_id])
            links.item_link(choice, "omraade", name, ":material/home_work:", omraade=area_id)
