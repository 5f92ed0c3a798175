"""All tables of a version as one file to keep: a CSV each with the contract's codes, in a ZIP, and what tells programs
of them: a Data Package, CSV on the Web, and the observations as JSON-stat.

They are the prepared tables, so what disclosure control hides is not in them. The version, when it was made and, where
that is so, "Fiktive tal" stand in every row: a table that is taken out of the file still says what it is.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import numpy
import pandas

from dashboard import store
from dashboard.files import package, schema
from dashboard.i18n import certainties, missing
from dashboard.i18n.words import Words
from dashboard.views.tables import protect
from data.versions import Version

GUIDE = "LAESMIG.txt"


def write(version: Version, words: Words, facts: Mapping[str, str]) -> bytes:
    """The ZIP of a version; the same data give the same bytes. `facts`: heading and text of what holds for all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        contents = {GUIDE: guide(words, facts)}
        contents |= package.files(version, words, facts)
        contents |= {
            f"{name}.csv": as_csv(store.table(version, name)[row.columns()], words, facts)
            for name, row in schema.TABLES.items()
        }
        for name, content in contents.items():
            made = zipfile.ZipInfo(name, version.time.timetuple()[:6])
            archive.writestr(made, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()


def as_csv(table: pandas.DataFrame, words: Words, facts: Mapping[str, str]) -> bytes:
    """A table as a spreadsheet set to the language opens it: codes and columns as in the contract, empty where there is
    nothing. A number never has an exponent, which not every program reads. `table` has any columns.
    """
    language = words.of_language

    def number(value: float) -> str:
        return numpy.format_float_positional(value, trim="0").replace(".", language.decimal_mark)

    texts = table.select_dtypes(exclude=["number", "bool"]).columns
    safe = table.assign(**{name: table[name].map(protect, na_action="ignore") for name in texts})
    floats = table.select_dtypes("float").columns
    safe = safe.assign(**{name: table[name].map(number, na_action="ignore") for name in floats})
    safe = safe.assign(**{heading: protect(text) for heading, text in facts.items()})
    written = safe.to_csv(sep=language.separator, index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig")


def guide(words: Words, facts: Mapping[str, str]) -> bytes:
    """What the file is, and what its codes mean."""
    lines = [
        words("Områdebarometer: alle tabeller i denne version af data"),
        *(f"{heading}: {text}" for heading, text in facts.items()),
        "",
        words("Tallene står i observations.csv. De peger på areas.csv, indicators.csv og sources.csv med deres koder."),
        words(
            "Filerne er en Data Package (datapackage.json) og CSV on the Web (csv-metadata.json). I mappen jsonstat "
            "står tallene for hvert nøgletal som JSON-stat."
        ),
        words("Et tal, der mangler, er tomt; kolonnen status siger hvorfor:"),
        *(f"- {record.code}: {words(record.word)}" for record in missing.MISSING),
        words("Hvor sikkert et tal og dets årstal er:"),
        *(f"- {code}: {certainties.told(code, words)}" for code in certainties.CERTAINTIES),
    ]
    return "\r\n".join(lines).encode("utf-8-sig")
