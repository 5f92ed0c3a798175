"""Where the annual report is found on paper: a department, or all departments of a municipality, in a period."""

from __future__ import annotations

import re
from datetime import date

from dashboard.annual_report import sheet, views
from dashboard.annual_report.report import Report
from dashboard.areas import shelf
from dashboard.documents import sheets
from dashboard.documents.sheets import Imprint, Sheets
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.kept import Setting
from data.query import Period
from data.versions import Version

NAME = re.compile(r"(?P<id>[a-z0-9_]+)_(?P<start>\d{4})-(?P<end>\d{4})")
PAGE = "aarsrapport"


def name_of(id_: str, period: Period) -> str:
    """A department or a municipality and a period in the name of a file: nord_2021-2023."""
    return f"{id_}_{period[0]}-{period[1]}"


def parsed(name: str) -> tuple[str, Period] | None:
    found = NAME.fullmatch(name)
    return (found["id"], (int(found["start"]), int(found["end"]))) if found else None


def reports(version: Version, words: Words) -> dict[str, Report]:
    return views.every(Setting(version, words, projector=False, today=date(1, 1, 1)))  # no day is told


def of_department(version: Version, name: str, words: Words) -> Report | None:
    """The report that has the department and the period of a name."""
    found = parsed(name)
    fitting = [
        report
        for report in reports(version, words).values()
        if found and found[0] in report.by_id and found[1] in report.periods
    ]
    return fitting[0] if fitting else None


def of_municipality(version: Version, name: str, words: Words) -> Report | None:
    found = parsed(name)
    report = reports(version, words).get(found[0]) if found else None
    return report if report and found and found[1] in report.periods else None


def draw(version: Version, name: str, words: Words, _imprint: Imprint) -> bytes:
    found, report = parsed(name), of_department(version, name, words)
    assert found and report  # `knows` said so
    department_id, period = found
    mine = imprint(version, words, period, afdeling=department_id)
    return sheet.department(report, department_id, period, words, mine, source_line(version, report, words))


def draw_all(version: Version, name: str, words: Words, _imprint: Imprint) -> bytes:
    found, report = parsed(name), of_municipality(version, name, words)
    assert found and report
    return sheet.across(
        report, found[1], words, imprint(version, words, found[1]), source_line(version, report, words)
    )  # fmt: skip


def imprint(version: Version, words: Words, period: Period, **choices: str) -> Imprint:
    """With the address of the page that shows the same department and period."""
    return sheets.imprint(version, words, PAGE, **choices, aarsperiode=f"{period[0]}-{period[1]}")


def source_line(version: Version, report: Report, words: Words) -> str:
    return sentences.source_line(report.figures, shelf.facts(version).sources, words)


SHEETS = Sheets(
    "aarsrapport-ark",
    "boligsocial_aarsrapport",
    page=PAGE,
    choice="afdeling",
    knows=lambda version, name: of_department(version, name, Words()) is not None,
    draw=draw,
)
ACROSS = Sheets(
    "aarsrapport-alle",
    "boligsocial_aarsrapport_alle",
    page=PAGE,
    choice="afdeling",
    knows=lambda version, name: of_municipality(version, name, Words()) is not None,
    draw=draw_all,
)
