"""A strategy as a workbook: the tables of the data contract to fill in, or with a scheme's rows.

Every cell is text, so that a spreadsheet changes neither dates nor decimal points before the worksheet is saved as CSV.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pandas
import xlsxwriter
from pandera.pandas import Column
from xlsxwriter.workbook import Workbook

from dashboard.files.workbook import for_paper
from dashboard.i18n.words import N_, Words
from data.contracts import REFERENCES, SOURCE_TABLES

WORKSHEETS = ("goals", "projects", "milestones", "criteria")
EMPTY_ROWS = 200  # how far down the drop-down lists and the text format reach, beyond the rows that are there
FIRST_ROW = 2  # below the explanation and the headings
WIDTH = 24  # characters
TITLES = {
    "goals": N_("overordnede mål"),
    "projects": N_("indsatser"),
    "milestones": N_("milepæle"),
    "criteria": N_("succeskriterier"),
}
EXPLANATIONS = {  # of a column; a pair of languages shares one
    "goal_id": N_("Målets kode: små bogstaver a-z, tal og understreg"),
    "project_id": N_("Indsatsens kode: små bogstaver a-z, tal og understreg"),
    "milestone_id": N_("Milepælens kode: små bogstaver a-z, tal og understreg"),
    "criterion_id": N_("Kriteriets kode: små bogstaver a-z, tal og understreg"),
    "scheme": N_("Strategiens kode, den samme i alle ark"),
    "title": N_("Titel, som læseren ser den"),
    "name": N_("Indsatsens navn"),
    "source_id": N_("Kildens kode fra tabellen sources"),
    "page": N_("Side i kilden"),
    "note": N_("Bemærkning"),
    "target_group": N_("Målgruppe"),
    "problem": N_("Problemet, indsatsen skal løse"),
    "aim": N_("Formål"),
    "activities": N_("Aktiviteter"),
    "results": N_("Resultater"),
    "anchoring": N_("Hvordan indsatsen fortsætter bagefter"),
    "period": N_("Perioden, som den står i kilden"),
    "start": N_("Begynder: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD"),
    "end": N_("Slutter: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD"),
    "funding": N_("Hvem der betaler"),
    "organisation": N_("Hvem der driver indsatsen"),
    "partners": N_("Samarbejdspartnere, adskilt af |"),
    "areas": N_("Områdernes koder, adskilt af |"),
    "themes": N_(
        "Temaernes koder, adskilt af |: crime, safety, employment, education, income, housing, culture, health"
    ),
    "groups": N_(
        "Målgruppernes koder fra data/contracts.py, adskilt af |: children, youth, youth_at_risk, out_of_work …"
    ),
    "coded_by": N_("Hvem der valgte temaer og målgrupper: vælg fra listen"),
    "status": N_("Status: vælg fra listen"),
    "status_note": N_("Bemærkning til status"),
    "became_project_id": N_("Koden for den indsats, som denne blev til"),
    "as_of": N_("Status er fra: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD"),
    "certainty": N_("Sikkerhed: A fra originalkilden, B gengivet fra anden kilde, C beregnet eller udledt"),
    "due": N_("Frist: ÅÅÅÅ-MM-DD"),
    "evaluated": N_("Senest vurderet: ÅÅÅÅ-MM-DD"),
    "number": N_("Nummer i kilden: et helt tal"),
    "target": N_("Målets tal, med punktum før decimaler"),
    "unit": N_("Hvad der tælles: unge, elever, %"),
    "baseline": N_("Tallet før indsatsen, med punktum før decimaler"),
    "start_date": N_("Gælder fra: ÅÅÅÅ-MM-DD"),
    "end_date": N_("Skal være nået: ÅÅÅÅ-MM-DD"),
    "stated_status": N_("Kildens egen vurdering: vælg fra listen"),
    "stated_by": N_("Hvem der vurderede: en funktion, aldrig en persons navn"),
    "stated_on": N_("Vurderet: ÅÅÅÅ-MM-DD"),
}
LANGUAGES = {"da": N_("på dansk"), "en": N_("på engelsk")}
CODES = {  # of the drop-down lists
    "establishing": N_("under etablering"),
    "running": N_("i gang"),
    "finished": N_("afsluttet"),
    "changed": N_("ændret"),
    "abandoned": N_("opgivet"),
    "planned": N_("planlagt"),
    "reached": N_("nået"),
    "late": N_("forsinket"),
    "dropped": N_("bortfaldet"),
    "source": N_("kilden selv"),
    "us": N_("os"),
    "met": N_("opfyldt"),
    "not_met": N_("ikke opfyldt"),
    "pending": N_("afventer"),
}
GUIDE = (
    N_(
        "Regnearket har et ark for hver tabel: goals (overordnede mål), projects (indsatser), milestones (milepæle) og "
        "criteria (succeskriterier)."
    ),
    N_("Begynd med målene. De andre ark peger på dem med koden goal_id. Felter med * skal udfyldes."),
    N_("Alle felter er tekst. Skriv datoer som 2026-01-31 og tal som 12.5. Så ændrer regnearket dem ikke."),
    N_("Et succeskriterium uden project_id er fælles for strategien. Resultaterne skrives i tabellen results."),
    N_("Sådan gemmer du: slet række 1 (forklaringen) i hvert ark, så kolonnernes navne står øverst."),
    N_("Gem hvert ark som CSV med arkets navn, for eksempel goals.csv, i mappen data/source/<datasæt>/."),
    N_("Vælg tegnsæt UTF-8 og komma mellem felterne. LibreOffice Calc spørger om det, når du gemmer som CSV."),
    N_(
        "Dansk Excel skriver semikolon og et usynligt mærke forrest i filen. Den form bliver afvist. Åbn filen i "
        "LibreOffice, og gem derfra."
    ),
    N_("Kør derefter make prepare. Er der fejl, nævnes hver af dem med fil, række og kolonne."),
)


def blank(words: Words, day: date, facts: Mapping[str, str]) -> bytes:
    """The empty template. `facts`: heading and text of what applies to the whole file; `day`: when it is made."""
    empty = {name: pandas.DataFrame(columns=columns(name), dtype=object) for name in WORKSHEETS}
    return workbook(empty, words, words("Strategiskabelon"), day, facts)


def filled(
    tables: Mapping[str, pandas.DataFrame],
    scheme: str,
    words: Words,
    title: str,
    day: date,
    facts: Mapping[str, str],
    mark: str = "",
) -> bytes:
    """The rows of a scheme in the same form. `mark` stands on every printed page.

    `tables`: those of WORKSHEETS, each with the columns of its row class in `contracts.SOURCE_TABLES`.
    """
    rows = {name: tables[name].loc[tables[name]["scheme"] == scheme, columns(name)] for name in WORKSHEETS}
    return workbook(rows, words, title, day, facts, mark)


def columns(table: str) -> list[str]:
    return list(schema(table))


def schema(table: str) -> dict[str, Column]:
    return SOURCE_TABLES[table].schema().columns


def workbook(
    rows: Mapping[str, pandas.DataFrame], words: Words, title: str, day: date, facts: Mapping[str, str], mark: str = ""
) -> bytes:
    """The guide and a worksheet a table as XLSX. The same input on the same day gives the same bytes.

    `rows`: by the name of their table, each with the columns of its row class in `contracts.SOURCE_TABLES`.
    """
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
    add_guide(book, words, title, facts)
    for name, table in rows.items():
        add_table(book, name, table, rows, words, mark)
    book.close()
    return content.getvalue()


def add_guide(book: Workbook, words: Words, title: str, facts: Mapping[str, str]) -> None:
    """The first worksheet: what this is, from which data, and how it is filled in and saved."""
    worksheet, wrapped = book.add_worksheet(words("Vejledning")), book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    worksheet.set_column(0, 0, 22)
    worksheet.set_column(1, 1, 90)
    worksheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 16}))
    lines = [
        *facts.items(),
        ("", ""),
        *((f"{number}.", words(text)) for number, text in enumerate(GUIDE, start=1)),
        ("", ""),
        (words("Kode"), words("Betyder")),
        *((code, words(text)) for code, text in CODES.items()),
    ]
    for row, (heading, text) in enumerate(lines, start=2):
        worksheet.write_string(row, 0, heading, bold)
        worksheet.write_string(row, 1, text, wrapped)
    for_paper(worksheet)


def add_table(
    book: Workbook,
    name: str,
    rows: pandas.DataFrame,
    everything: Mapping[str, pandas.DataFrame],
    words: Words,
    mark: str,
) -> None:
    """One table: the explanation, the headings of the contract, and its rows as text.

    `rows` has the columns of the table `name` in data.contracts; `everything` are the tables of the workbook.
    """
    worksheet, text = book.add_worksheet(name), book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    explained = book.add_format({"italic": True, "text_wrap": True, "valign": "top", "bg_color": "#F3F0E6"})
    heading = book.add_format({"bold": True, "bottom": 2, "num_format": "@"})
    last = FIRST_ROW + len(rows) + EMPTY_ROWS
    for place, (field, column) in enumerate(schema(name).items()):
        worksheet.set_column(place, place, WIDTH, text)
        worksheet.write_string(0, place, explanation(field, column, words), explained)
        worksheet.write_string(1, place, field, heading)
        for row, value in enumerate(rows[field], start=FIRST_ROW):
            if written := cell(value):
                worksheet.write_string(row, place, written, text)
        if choices := allowed(name, field, column, everything):
            worksheet.data_validation(
                FIRST_ROW,
                place,
                last,
                place,
                {
                    "validate": "list",
                    "source": choices,
                    "ignore_blank": True,
                    "error_title": words("Ikke på listen"),
                    "error_message": words("Vælg en værdi fra listen."),
                },
            )
    worksheet.set_row(0, 62)
    worksheet.freeze_panes(FIRST_ROW, 1)
    for_paper(worksheet, f"&L{words(TITLES[name])}" + (f"&R&B{mark}" if mark else ""))


def explanation(field: str, column: Column, words: Words) -> str:
    """What stands in a column, in which language, and a star where it must be filled in."""
    base, _, language = field.rpartition("_")
    paired = language in LANGUAGES and base in EXPLANATIONS
    text = words(EXPLANATIONS[base if paired else field])
    text = f"{text} ({words(LANGUAGES[language])})" if paired else text
    return f"{text} *" if is_required(column) else text


def is_required(column: Column) -> bool:
    """Whether the contract refuses an empty field."""
    empty = pandas.Series([""])
    return not column.nullable and any(not check(empty).check_passed for check in column.checks)


def allowed(
    table: str, field: str, column: Column, everything: Mapping[str, pandas.DataFrame]
) -> list[str] | str | None:
    """The codes a column may hold, or the cells that its codes are found in; None where anything may stand.

    `everything`: the tables of the workbook by name; any columns will do, for only their rows are counted.
    """
    if (table, field) in REFERENCES:
        target, key = REFERENCES[table, field]
        if target not in everything:
            return None
        place, last = xlsxwriter.utility.xl_col_to_name(columns(target).index(key)), len(everything[target])
        return f"={target}!${place}${FIRST_ROW + 1}:${place}${FIRST_ROW + last + EMPTY_ROWS}"
    found = (check.statistics.get("allowed_values") for check in column.checks if check.name == "isin")
    return next(([value for value in values if value] for values in found), None)


def cell(value: Any) -> str:
    """A value as a source file writes it: 50.0 as 50, a missing one as nothing."""
    if pandas.isna(value):
        return ""
    return f"{value:.10g}" if isinstance(value, (int, float)) else str(value)
