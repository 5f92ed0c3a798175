"""What each kind of message about shapes says."""

from __future__ import annotations

from data.intake.said import FAULT, NOTE, QUESTION, saying

CRS_GUESSED = saying(
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
CRS_UNKNOWN = saying(
    "crs_unknown",
    FAULT,
    ("figurer inden for området {extent}", "shapes within {extent}"),
    ("skriv det rigtige crs og extent i dataset.toml", "write the right crs and extent in dataset.toml"),
)
SHAPE_WITHOUT_AREA = saying(
    "shape_without_area",
    NOTE,
    ("et område fra områdelisten", "an area of the list"),
    ("tilføj området til listen, hvis det skal vises", "add the area to the list if it is to be shown"),
)
AREA_WITHOUT_SHAPE = saying(
    "area_without_shape",
    QUESTION,
    ("en figur på kortet for hvert område", "a shape on the map for each area"),
    (
        "læg områderne i kortfilen, eller skriv, hvorfor de ikke har en figur; det vises for læseren",
        "put the areas in the map file, or write why they have none; readers are shown it",
    ),
)
NO_MAP = saying(
    "no_map",
    NOTE,
    ("en fil med områdernes figurer", "a file of the areas' shapes"),
    (
        "ingenting: områderne står i listen ved siden af kortet, indtil du afleverer en kortfil",
        "nothing: the areas stand in the list beside the map until you hand in a map file",
    ),
)
NO_NAMES = saying(
    "shapes_unnamed",
    FAULT,
    ("en kolonne i kortfilen med områdernes id eller navn", "a column of the map file with the areas' ids or names"),
    ("skriv id'et fra områdelisten på hver figur", "write the id of the list on each shape"),
)
SHAPES_AGAIN = saying(
    "shapes_again",
    NOTE,
    ("hver figur én gang: de samme områder står i {other}", "each shape once: the same areas stand in {other}"),
    ("ingenting: {other} er brugt", "nothing: {other} is used"),
)
FEW_ADDRESSES = saying(
    "few_addresses",
    FAULT,
    (
        "mindst {fewest} adresser med koordinater for hvert område",
        "at least {fewest} addresses with coordinates an area",
    ),
    (
        "læg flere af områdets adresser ind, eller tag området ud af arket: så få peger på nogens hjem",
        "add more of the area's addresses, or take the area out of the sheet: so few point at somebody's home",
    ),
)
CROSSES = saying(
    "outline_crosses",
    QUESTION,
    ("en figur, hvis kant ikke krydser sig selv", "a shape whose edge does not cross itself"),
    (
        "ret figuren i kortprogrammet, eller accepter, at den rettes her",
        "mend the shape in the map program, or accept that it is mended here",
    ),
)
