"""What each kind of message says: what is expected, and how to put it right, in both languages."""

from __future__ import annotations

from data.errors import Text
from data.intake.messages import Grade, Said

FAULT, QUESTION, NOTE = Grade.FAULT, Grade.QUESTION, Grade.NOTE


def saying(kind: str, grade: Grade, expected: tuple[str, str], how: tuple[str, str]) -> Said:
    return Said(kind, grade, Text(*expected), Text(*how))


UNREADABLE = saying(
    "unreadable",
    FAULT,
    ("en fil, der kan læses ({why})", "a file that can be read ({why})"),
    (
        "åbn filen, gem den igen, og læg den nye her; eller tag den ud",
        "open the file, save it again and put it here; or take it out",
    ),
)
BAD_SETTINGS = saying(
    "settings",
    FAULT,
    ("{expected}", "{expected}"),
    (
        "ret filen i en teksteditor, eller slet den og svar igen",
        "mend the file in a text editor, or delete it and answer again",
    ),
)
NO_TABLE = saying(
    "missing_table",
    FAULT,
    ("en fil eller et ark med {what}", "a file or a worksheet of {what}"),
    (
        "hent skabelonen, udfyld arket »{what}«, og læg det i mappen",
        'fetch the template, fill in the worksheet "{what}" and put it in the folder',
    ),
)
NOT_RECOGNISED = saying(
    "not_recognised",
    NOTE,
    ("overskrifter, der kendes", "headings that are known"),
    (
        "skriv i mapping.toml, hvad arket er, eller ret overskrifterne; ellers bruges det ikke",
        "write in mapping.toml what the worksheet is, or mend its headings; otherwise it is not used",
    ),
)
UNUSED_COLUMN = saying(
    "unused_column",
    NOTE,
    ("en overskrift, der kendes", "a heading that is known"),
    (
        "ingenting, hvis kolonnen ikke skal bruges; ellers vælg, hvad den er",
        "nothing, if the column is not needed; else choose what it is",
    ),
)
NO_COLUMN = saying(
    "missing_column",
    FAULT,
    ("en kolonne med {what}", "a column of {what}"),
    ("tilføj kolonnen, eller vælg, hvilken kolonne det er", "add the column, or choose which column it is"),
)
UNKNOWN_AREA = saying(
    "unknown_area",
    FAULT,
    ("et område fra områdelisten{likely}", "an area of the list{likely}"),
    (
        "ret navnet i filen, tilføj området til listen, eller vælg, hvilket område det er",
        "mend the name in the file, add the area to the list, or choose which area it is",
    ),
)
SEVERAL_AREAS = saying(
    "several_areas",
    FAULT,
    ("ét område: navnet passer på {areas}", "one area: the name fits {areas}"),
    ("skriv områdets id i stedet for navnet", "write the area's id instead of its name"),
)
NUMBER_FORM = saying(
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
MIXED_NUMBERS = saying(
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
NOT_A_NUMBER = saying(
    "not_a_number",
    FAULT,
    (
        "et tal, eller et tegn for at det mangler (* for skjult, .. for ikke opgjort)",
        "a number, or a sign that it is missing (* for hidden, .. for not collected)",
    ),
    ("skriv tallet, eller lad cellen være tom", "write the number, or leave the cell empty"),
)
CELL_ERROR = saying(
    "cell_error",
    FAULT,
    ("et tal: formlen i cellen giver en fejl", "a number: the formula in the cell gives an error"),
    ("ret formlen i regnearket, eller skriv tallet", "mend the formula in the workbook, or write the number"),
)
SIGN_ASKED = saying(
    "missing_sign",
    QUESTION,
    ("at vide, hvad tegnet betyder", "to know what the sign means"),
    (
        "vælg, om det betyder nul, skjult, ikke opgjort eller ikke relevant; det huskes",
        "choose whether it means zero, hidden, not collected or not relevant; it is remembered",
    ),
)
NO_YEAR = saying(
    "no_year",
    FAULT,
    ("et år, fx 2023, 2022/23 eller ultimo 2023", "a year, such as 2023, 2022/23 or ultimo 2023"),
    ("skriv året i cellen eller i arkets titel", "write the year in the cell or in the title of the worksheet"),
)
NO_INDICATOR = saying(
    "no_indicator",
    FAULT,
    ("navnet på en indikator fra listen over indikatorer", "the name of an indicator of the list of indicators"),
    (
        "skriv indikatorens navn i arkets titel eller over kolonnen, eller vælg den",
        "write its name in the title of the worksheet or above the column, or choose it",
    ),
)
BAD_AGE = saying(
    "bad_age",
    FAULT,
    ("en aldersgruppe som 15-17{meant}", "an age group such as 15-17{meant}"),
    (
        "ret cellen, og giv kolonnen formatet Tekst i Excel, så den ikke bliver til en dato",
        "mend the cell, and give the column the format Text in Excel, so that it does not become a date",
    ),
)
UNKNOWN_CODE = saying(
    "unknown_code",
    FAULT,
    ("et af ordene {words}", "one of the words {words}"),
    ("skriv et af ordene, eller vælg, hvad det betyder", "write one of the words, or choose what it means"),
)
DOUBTFUL = saying(
    "doubtful",
    QUESTION,
    ("{expected}", "{expected}"),
    (
        "ret tallet i filen, eller accepter det med en grund, som læserne kan se",
        "mend the number in the file, or accept it with a reason that readers can see",
    ),
)
CPR = saying(
    "cpr",
    FAULT,
    (
        "ingen personnumre, heller ikke i en kolonne, der ikke bruges",
        "no CPR numbers, not even in a column that is not used",
    ),
    ("slet nummeret i filen; det må ikke ligge her", "delete the number in the file; it must not lie here"),
)
NOT_WHOLE = saying(
    "not_whole",
    FAULT,
    ("et helt tal", "a whole number"),
    ("skriv tallet uden decimaler", "write the number without decimals"),
)
BAD_DATE = saying(
    "bad_date",
    FAULT,
    ("en dato, fx 31-12-2025", "a date, such as 31-12-2025"),
    ("skriv dag, måned og år", "write day, month and year"),
)
EMPTY_FIELD = saying(
    "empty_field",
    FAULT,
    ("et felt, der er udfyldt", "a field that is filled in"),
    ("skriv, hvad der mangler", "write what is missing"),
)
SAME_ID = saying(
    "same_id",
    FAULT,
    ("hvert id én gang", "each id once"),
    ("slet den ene række, eller giv den sit eget id", "delete one of the rows, or give it an id of its own"),
)
SAME_NUMBER_TWICE = saying(
    "same_number",
    FAULT,
    ("ét tal for hvert område, år og aldersgruppe", "one number for each area, year and age group"),
    (
        "slet det ene tal, eller sig, hvad der skiller dem ad (alder, opdeling)",
        "delete one of them, or say what tells them apart (age, breakdown)",
    ),
)
SEVERAL_IN_A_YEAR = saying(
    "several_in_a_year",
    QUESTION,
    ("ét tal for hvert år: perioder er hele år", "one number for each year: periods are whole years"),
    (
        "vælg, hvilket tal året skal have; ellers bruges årets sidste",
        "choose which number the year is to have; else the last of the year is used",
    ),
)
UNKNOWN_REFERENCE = saying(
    "unknown_reference",
    FAULT,
    ("noget, der står i »{table}«{likely}", "something that stands in »{table}«{likely}"),
    ("ret navnet, eller tilføj rækken i »{table}«", "mend the name, or add the row to »{table}«"),
)
TOTAL_LEFT_OUT = saying(
    "total",
    NOTE,
    ("kun rækker for ét område", "rows of one area only"),
    ("ingenting: sumrækken er ikke talt med som et område", "nothing: the row of totals is not counted as an area"),
)
FOOTNOTE_LEFT_OUT = saying(
    "footnote",
    NOTE,
    ("kun tal og tekst om dem", "numbers and texts about them only"),
    ("ingenting: teksten er læst som en fodnote", "nothing: the text is read as a footnote"),
)
DERIVED = saying(
    "derived",
    NOTE,
    ("{what}, som ikke var med", "{what}, which was not handed in"),
    ("ingenting, hvis det passer; ellers aflever det selv", "nothing, if it is right; else hand it in yourself"),
)
UNKNOWN_MUNICIPALITY = saying(
    "unknown_municipality",
    QUESTION,
    ("koden på en kommune, der findes", "the code of a municipality that exists"),
    (
        "ret koden, eller skriv kommunens navn i dataset.toml; eller begrund, at koden er rigtig",
        "mend the code, or write the municipality's name in dataset.toml; or give the reason why it is right",
    ),
)
CONTRACT = saying(
    "contract",
    FAULT,
    ("{expected}", "{expected}"),
    ("ret feltet i filen", "mend the field in the file"),
)
SHARES = saying(
    "shares",
    QUESTION,
    ("procent fra 0 til 100: tallene ligger mellem 0 og 1", "per cent from 0 to 100: the numbers lie between 0 and 1"),
    (
        "vælg, om tallene er andele, der skal ganges med 100, eller procent",
        "choose whether they are shares to multiply by 100, or per cent",
    ),
)
BROKEN_STEP = saying(
    "unused_step",
    NOTE,
    ("noget at rette i filen", "something to mend in the file"),
    (
        "ingenting: rettelsen fra sidste år er ikke nødvendig mere",
        "nothing: the mending of last year is not needed any more",
    ),
)
UNFORESEEN = saying(
    "unforeseen",
    FAULT,
    ("tal, der kan regnes på", "numbers that can be computed with"),
    (
        "send mappen til dem, der driver barometeret: her mangler en kontrol",
        "send the folder to those who run the barometer: a check is missing here",
    ),
)
