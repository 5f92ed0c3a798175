"""A folder as a Danish office hands it in, with every habit of Excel: 60 areas, 8 years, 5 indicators, invented.

`write(folder)` makes the whole of it.
"""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import geopandas
import xlsxwriter
from shapely import box

AREAS = 60
YEARS = range(2015, 2023)
NBSP = "\N{NO-BREAK SPACE}"
WEST, SOUTH = 722_000, 6_178_250  # EPSG:25832, in Copenhagen
NAMES = [f"{first} {last}" for first in ("Grønne", "Røde", "Blå", "Åbne", "Østre", "Søndre") for last in (
    "Gård", "Have", "Vænge", "Park", "Høj", "Eng", "Kær", "Lund", "Bæk", "Ås"
)]  # fmt: skip
IDS = [f"0{number}" for number in range(101, 101 + AREAS)]


def write(folder: Path) -> Path:
    """The folder with everything in it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_areas(folder / "Områder 2022.xlsx")
    write_catalogue(folder)
    write_numbers(folder / "Tal til barometer.xlsx")
    write_long(folder / "tryghed.csv")
    write_efforts(folder)
    write_shapes(folder)
    return folder


def write_areas(path: Path) -> None:
    """Ids as text with their zeros, the municipality's code as a number without its own."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Områder")
    sheet.write_row(0, 0, ["Boligområder i kommunen, udtræk fra BBR"])
    sheet.write_row(2, 0, ["Område-id", "Områdenavn", "Kommunekode", "Boligorganisation", "Internt j.nr."])
    for row, (area_id, name) in enumerate(zip(IDS, NAMES, strict=True), start=3):
        sheet.write_string(row, 0, area_id)
        sheet.write_string(row, 1, name)
        sheet.write_number(row, 2, 101)
        sheet.write_string(row, 3, "Boligforeningen Fælles")
        sheet.write_string(row, 4, f"2022-{row}")
    book.close()


def write_catalogue(folder: Path) -> None:
    """Indicators as Danish Excel saves a csv, sources as a workbook."""
    lines = [
        "Indikator id;Navn;Tema;Enhed;Retning;Hvad tælles;Definition",
        "sigtede;Sigtede pr. 1.000 unge;Kriminalitet;pr. 1.000;Lavt er godt;Sigtede;Unge med mindst én sigtelse",
        "ledige;Ledige;Beskæftigelse;procent;Lavt er godt;Personer;Ledige i procent af arbejdsstyrken",
        "beboere;Antal beboere;Befolkning;antal;Ingen;Beboere;Folketal",
        "tryghed;Trygge om aftenen;Tryghed;procent;Højt er godt;Svar;Svar på tryghedsmålingen",
        "grundskole;Alene grundskole;Uddannelse;procent;Lavt er godt;Personer;Højeste uddannelse er grundskole",
    ]
    (folder / "Indikatorer.csv").write_bytes("\r\n".join([*lines, ""]).encode("cp1252"))
    book = xlsxwriter.Workbook(str(folder / "Kilder.xlsx"))
    sheet = book.add_worksheet("Kilder")
    sheet.write_row(0, 0, ["Kilde-id", "Titel", "Udgiver", "Udgivet", "Type"])
    sheet.write_row(1, 0, ["statistik", "Boligområder i tal", "Kommunens statistikkontor", 2023, "Offentliggjort"])
    book.close()


def value(area: int, year: int, low: float, high: float) -> float:
    """An invented number that grows a little from year to year, and goes up and down on the way."""
    place = (area * 37) % 80 + (year - 2015) * 2 + (area + year) % 3
    return round(low + (high - low) * place / 97, 1)


def danish(number: float) -> str:
    return f"{number:,.1f}".replace(",", "#").replace(".", ",").replace("#", ".")


def write_numbers(path: Path) -> None:
    """Four worksheets with a column a year: decimal commas as text, thousand points, signs, a total and footnotes."""
    book = xlsxwriter.Workbook(str(path))
    _wide(book, "Sigtede", "Sigtede pr. 1.000 unge, 15-17 år", lambda area, year: danish(value(area, year, 10, 60)))
    _wide(book, "Ledige", "Ledige i procent", lambda area, year: f"{danish(value(area, year, 2, 20))}{NBSP}%")
    _wide(book, "Beboere", "Antal beboere ultimo året", lambda area, year: f"{area % 7 + 1}.{100 + year % 100:03}")
    _wide(book, "Alene grundskole", "Alene grundskole, 30-59 år", _with_signs)
    book.close()


def _with_signs(area: int, year: int) -> str | float:
    if (area, year) == (3, 2016):
        return "*"
    return "-" if (area, year) == (4, 2017) else value(area, year, 20, 70)


def _wide(book: xlsxwriter.Workbook, name: str, title: str, cell: object) -> None:
    assert callable(cell)
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    sheet.merge_range(0, 0, 0, len(YEARS) + 1, title, bold)
    sheet.write_row(2, 0, ["Områdenr.", "Navn", *YEARS])
    for area, (area_id, area_name) in enumerate(zip(IDS, NAMES, strict=True)):
        sheet.write_number(area + 3, 0, int(area_id))  # Excel has taken the zero away
        sheet.write_string(area + 3, 1, area_name.replace(" ", NBSP))
        for place, year in enumerate(YEARS, start=2):
            written = cell(area, year)
            sheet.write(area + 3, place, written) if not isinstance(written, str) else sheet.write_string(
                area + 3, place, written
            )
    sheet.write_string(AREAS + 3, 1, "I alt")
    for place in range(2, len(YEARS) + 2):
        sheet.write_number(AREAS + 3, place, 99)
    sheet.write_string(AREAS + 5, 0, "* Skjult af hensyn til diskretion")
    sheet.write_string(AREAS + 6, 0, "Kilde: Kommunens statistikkontor")


def write_long(path: Path) -> None:
    """One number a row, with the names of the areas in decomposed letters."""
    lines = ["Område;År;Indikator;Værdi"]
    for area, name in enumerate(NAMES):
        for year in YEARS:
            written = unicodedata.normalize("NFD", name)
            lines.append(f"{written};{year};Trygge om aftenen;{danish(value(area, year, 40, 90))}")
    path.write_text("\n".join([*lines, ""]), encoding="utf-8-sig")


def write_efforts(folder: Path) -> None:
    """Hotspot and control, projects and success criteria."""
    book = xlsxwriter.Workbook(str(folder / "Hotspot.xlsx"))
    sheet = book.add_worksheet("Hotspot og kontrol")
    sheet.write_row(0, 0, ["Område", "Rolle", "Ordning", "Fra", "Til"])
    for row in range(6):
        role = "Hotspot" if row < 3 else "Kontrolområde"
        sheet.write_row(row + 1, 0, [NAMES[row], role, "Hotspotindsatsen", 2018, 2021])
    book.close()
    book = xlsxwriter.Workbook(str(folder / "Projekter.xlsx"))
    sheet = book.add_worksheet("Projekter")
    sheet.write_row(0, 0, ["Projekt", "Målgruppe", "Formål", "Start", "Slut", "Ansvarlig", "Områder", "Status"])
    sheet.write_row(
        1,
        0,
        ["Fritidsjob", "Unge 13-17", "Flere i job", 2018, 2021, "Ungeenheden", f"{NAMES[0]}; {NAMES[1]}", "Afsluttet"],
    )
    sheet.write_row(2, 0, ["Lektiecafé", "Elever", "Bedre prøver", 2019, 2024, "Skolen", "0103", "I gang"])
    book.close()
    lines = [
        "Nr;Succeskriterium;Målgruppe;Måltal;Enhed;Udgangspunkt;Start;Slut",
        "1;100 unge har et fritidsjob;Unge 13-17;100;unge;0;01-01-2018;31-12-2021",
        "2;90 % består prøven;Elever;90;%;75,5;01-08-2019;30-06-2024",
    ]
    (folder / "Succeskriterier.csv").write_bytes("\r\n".join([*lines, ""]).encode("cp1252"))


def outlines() -> geopandas.GeoDataFrame:
    """Squares of 200 metres in rows of ten."""
    squares = [
        box(WEST + 300 * (n % 10), SOUTH + 300 * (n // 10), WEST + 300 * (n % 10) + 200, SOUTH + 300 * (n // 10) + 200)
        for n in range(AREAS)
    ]
    return geopandas.GeoDataFrame(
        {"omr_nr": [int(area_id) for area_id in IDS], "navn": NAMES}, geometry=squares, crs="EPSG:25832"
    )


def write_shapes(folder: Path) -> None:
    """The same areas as a GeoPackage, and as a zipped shapefile that does not tell its CRS."""
    outlines().to_file(folder / "områder.gpkg", layer="boligområder", driver="GPKG")
    parts = folder / "parts"
    parts.mkdir()
    outlines().to_file(parts / "omraader.shp")
    with zipfile.ZipFile(folder / "områder-shape.zip", "w") as archive:
        for part in sorted(parts.iterdir()):
            if part.suffix != ".prj":
                archive.write(part, f"omraader/{part.name}")
    for part in parts.iterdir():
        part.unlink()
    parts.rmdir()
