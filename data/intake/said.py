"""What each kind of message says: what is expected, and how to put it right, in both languages."""

from __future__ import annotations

from data.errors import Text
from data.intake.messages import Grade, Said

FAULT, QUESTION, NOTE = Grade.FAULT, Grade.QUESTION, Grade.NOTE


def _said(kind: str, grade: Grade, expected: tuple[str, str], how: tuple[str, str]) -> Said:
    return Said(kind, grade, Text(*expected), Text(*how))


UNREADABLE = _said(
    "unreadable",
    FAULT,
    ("en fil, der kan læses ({why})", "a file that can be read ({why})"),
    (
        "åbn filen, gem den igen, og læg den nye her; eller tag den ud",
        "open the file, save it again and put it here; or take it out",
    ),
)
BAD_SETTINGS = _said(
    "settings",
    FAULT,
    ("{expected}", "{expected}"),
    (
        "ret filen i en teksteditor, eller slet den og svar igen",
        "mend the file in a text editor, or delete it and answer again",
    ),
)
NO_TABLE = _said(
    "missing_table",
    FAULT,
    ("en fil eller et ark med {what}", "a file or a worksheet of {what}"),
    (
        "hent skabelonen, udfyld arket »{what}«, og læg det i mappen",
        'fetch the template, fill in the worksheet "{what}" and put it in the folder',
    ),
)
NOT_RECOGNISED = _said(
    "not_recognised",
    NOTE,
    ("overskrifter, der kendes", "headings that are known"),
    (
        "skriv i mapping.toml, hvad arket er, eller ret overskrifterne; ellers bruges det ikke",
        "write in mapping.toml what the worksheet is, or mend its headings; otherwise it is not used",
    ),
)
UNUSED_COLUMN = _said(
    "unused_column",
    NOTE,
    ("en overskrift, der kendes", "a heading that is known"),
    (
        "ingenting, hvis kolonnen ikke skal bruges; ellers vælg, hvad den er",
        "nothing, if the column is not needed; else choose what it is",
    ),
)
NO_COLUMN = _said(
    "missing_column",
    FAULT,
    ("en kolonne med {what}", "a column of {what}"),
    ("tilføj kolonnen, eller vælg, hvilken kolonne det er", "add the column, or choose which column it is"),
)
UNKNOWN_AREA = _said(
    "unknown_area",
    FAULT,
    ("et område fra områdelisten{likely}", "an area of the list{likely}"),
    (
        "ret navnet i filen, tilføj området til listen, eller vælg, hvilket område det er",
        "mend the name in the file, add the area to the list, or choose which area it is",
    ),
)
SEVERAL_AREAS = _said(
    "several_areas",
    FAULT,
    ("ét område: navnet passer på {areas}", "one area: the name fits {areas}"),
    ("skriv områdets id i stedet for navnet", "write the area's id instead of its name"),
)
NUMBER_FORM = _said(
    "number_form",
    QUESTION,
    (
        "et tal, der kun kan læses på én måde: er punktummet tusinder eller decimaler?",
        "a number that can be read in one way only: does the point mean thousands or decimals?",
    ),
    (
        "vælg, hvordan kolonnens tal er skrevet; det huskes",
        "choose how the numbers of the column are written; it is remembered",
    ),
)
MIXED_NUMBERS = _said(
    "mixed_numbers",
    FAULT,
    (
        "tal skrevet på én måde i hele kolonnen, ikke også som »{other}«",
        "numbers written one way in the whole column, not also as »{other}«",
    ),
    (
        "ret kolonnen, så alle tal har komma før decimalerne",
        "mend the column so that all numbers have a comma before the decimals",
    ),
)
NOT_A_NUMBER = _said(
    "not_a_number",
    FAULT,
    (
        "et tal, eller et tegn for at det mangler (* for skjult, .. for ikke opgjort)",
        "a number, or a sign that it is missing (* for hidden, .. for not collected)",
    ),
    ("skriv tallet, eller lad cellen være tom", "write the number, or leave the cell empty"),
)
CELL_ERROR = _said(
    "cell_error",
    FAULT,
    ("et tal: formlen i cellen giver en fejl", "a number: the formula in the cell gives an error"),
    ("ret formlen i regnearket, eller skriv tallet", "mend the formula in the workbook, or write the number"),
)
SIGN_ASKED = _said(
    "missing_sign",
    QUESTION,
    ("at vide, hvad tegnet betyder", "to know what the sign means"),
    (
        "vælg, om det betyder nul, skjult, ikke opgjort eller ikke relevant; det huskes",
        "choose whether it means zero, hidden, not collected or not relevant; it is remembered",
    ),
)
NO_YEAR = _said(
    "no_year",
    FAULT,
    ("et år, fx 2023, 2022/23 eller ultimo 2023", "a year, such as 2023, 2022/23 or ultimo 2023"),
    ("skriv året i cellen eller i arkets titel", "write the year in the cell or in the title of the worksheet"),
)
NO_INDICATOR = _said(
    "no_indicator",
    FAULT,
    ("navnet på en indikator fra listen over indikatorer", "the name of an indicator of the list of indicators"),
    (
        "skriv indikatorens navn i arkets titel eller over kolonnen, eller vælg den",
        "write its name in the title of the worksheet or above the column, or choose it",
    ),
)
BAD_AGE = _said(
    "bad_age",
    FAULT,
    ("en aldersgruppe som 15-17{meant}", "an age group such as 15-17{meant}"),
    (
        "ret cellen, og giv kolonnen formatet Tekst i Excel, så den ikke bliver til en dato",
        "mend the cell, and give the column the format Text in Excel, so that it does not become a date",
    ),
)
UNKNOWN_CODE = _said(
    "unknown_code",
    FAULT,
    ("et af ordene {words}", "one of the words {words}"),
    ("skriv et af ordene, eller vælg, hvad det betyder", "write one of the words, or choose what it means"),
)
NOT_WHOLE = _said(
    "not_whole",
    FAULT,
    ("et helt tal", "a whole number"),
    ("skriv tallet uden decimaler", "write the number without decimals"),
)
BAD_DATE = _said(
    "bad_date",
    FAULT,
    ("en dato, fx 31-12-2025", "a date, such as 31-12-2025"),
    ("skriv dag, måned og år", "write day, month and year"),
)
EMPTY_FIELD = _said(
    "empty_field",
    FAULT,
    ("et felt, der er udfyldt", "a field that is filled in"),
    ("skriv, hvad der mangler", "write what is missing"),
)
SAME_ID = _said(
    "same_id",
    FAULT,
    ("hvert id én gang", "each id once"),
    ("slet den ene række, eller giv den sit eget id", "delete one of the rows, or give it an id of its own"),
)
SAME_NUMBER_TWICE = _said(
    "same_number",
    FAULT,
    ("ét tal for hvert område, år og aldersgruppe", "one number for each area, year and age group"),
    (
        "slet det ene tal, eller sig, hvad der skiller dem ad (alder, opdeling)",
        "delete one of them, or say what tells them apart (age, breakdown)",
    ),
)
UNKNOWN_REFERENCE = _said(
    "unknown_reference",
    FAULT,
    ("noget, der står i »{table}«{likely}", "something that stands in »{table}«{likely}"),
    ("ret navnet, eller tilføj rækken i »{table}«", "mend the name, or add the row to »{table}«"),
)
TOTAL_LEFT_OUT = _said(
    "total",
    NOTE,
    ("kun rækker for ét område", "rows of one area only"),
    ("ingenting: sumrækken er ikke talt med som et område", "nothing: the row of totals is not counted as an area"),
)
FOOTNOTE_LEFT_OUT = _said(
    "footnote",
    NOTE,
    ("kun tal og tekst om dem", "numbers and texts about them only"),
    ("ingenting: teksten er læst som en fodnote", "nothing: the text is read as a footnote"),
)
DERIVED = _said(
    "derived",
    NOTE,
    ("{what}, som ikke var med", "{what}, which was not handed in"),
    ("ingenting, hvis det passer; ellers aflever det selv", "nothing, if it is right; else hand it in yourself"),
)
UNKNOWN_MUNICIPALITY = _said(
    "unknown_municipality",
    QUESTION,
    ("koden på en kommune, der findes", "the code of a municipality that exists"),
    (
        "ret koden, eller skriv kommunens navn i dataset.toml; eller begrund, at koden er rigtig",
        "mend the code, or write the municipality's name in dataset.toml; or give the reason why it is right",
    ),
)
CRS_GUESSED = _said(
    "crs",
    QUESTION,
    (
        "at filen selv siger, hvilket koordinatsystem den bruger (gættet: {crs})",
        "that the file itself says which coordinate system it uses (guess: {crs})",
    ),
    (
        "læg .prj-filen med i zip-filen, skriv crs i dataset.toml, eller vælg",
        "put the .prj file into the zip file, write crs in dataset.toml, or choose",
    ),
)
CRS_UNKNOWN = _said(
    "crs_unknown",
    FAULT,
    ("figurer inden for området {extent}", "shapes within {extent}"),
    ("skriv det rigtige crs og extent i dataset.toml", "write the right crs and extent in dataset.toml"),
)
SHAPE_WITHOUT_AREA = _said(
    "shape_without_area",
    NOTE,
    ("et område fra områdelisten", "an area of the list"),
    ("tilføj området til listen, hvis det skal vises", "add the area to the list if it is to be shown"),
)
AREA_WITHOUT_SHAPE = _said(
    "area_without_shape",
    QUESTION,
    ("en figur på kortet for hvert område", "a shape on the map for each area"),
    (
        "læg områderne i kortfilen, eller skriv, hvorfor de ikke har en figur; det vises for læseren",
        "put the areas in the map file, or write why they have none; readers are shown it",
    ),
)
NO_MAP = _said(
    "no_map",
    NOTE,
    ("en fil med områdernes figurer", "a file of the areas' shapes"),
    (
        "ingenting: områderne står i listen ved siden af kortet, indtil du afleverer en kortfil",
        "nothing: the areas stand in the list beside the map until you hand in a map file",
    ),
)
NO_NAMES = _said(
    "shapes_unnamed",
    FAULT,
    ("en kolonne i kortfilen med områdernes id eller navn", "a column of the map file with the areas' ids or names"),
    ("skriv id'et fra områdelisten på hver figur", "write the id of the list on each shape"),
)
SHAPES_AGAIN = _said(
    "shapes_again",
    NOTE,
    ("hver figur én gang: de samme områder står i {other}", "each shape once: the same areas stand in {other}"),
    ("ingenting: {other} er brugt", "nothing: {other} is used"),
)
CONTRACT = _said(
    "contract",
    FAULT,
    ("{expected}", "{expected}"),
    ("ret feltet i filen", "mend the field in the file"),
)
SHARES = _said(
    "shares",
    QUESTION,
    ("procent fra 0 til 100: tallene ligger mellem 0 og 1", "per cent from 0 to 100: the numbers lie between 0 and 1"),
    (
        "vælg, om tallene er andele, der skal ganges med 100, eller procent",
        "choose whether they are shares to multiply by 100, or per cent",
    ),
)
BROKEN_STEP = _said(
    "unused_step",
    NOTE,
    ("noget at rette i filen", "something to mend in the file"),
    (
        "ingenting: rettelsen fra sidste år er ikke nødvendig mere",
        "nothing: the mending of last year is not needed any more",
    ),
)
CROSSES = _said(
    "outline_crosses",
    QUESTION,
    ("en figur, hvis kant ikke krydser sig selv", "a shape whose edge does not cross itself"),
    (
        "ret figuren i kortprogrammet, eller accepter, at den rettes her",
        "mend the shape in the map program, or accept that it is mended here",
    ),
)
UNFORESEEN = _said(
    "unforeseen",
    FAULT,
    ("tal, der kan regnes på", "numbers that can be computed with"),
    (
        "send mappen til dem, der driver barometeret: her mangler en kontrol",
        "send the folder to those who run the barometer: a check is missing here",
    ),
)
