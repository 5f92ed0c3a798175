"""Rules between the rows of the instruments by which areas are watched.

The table comes from `data.read`, its index telling the file and the spreadsheet row of every record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas

from data.contracts import IndicatorSet
from data.errors import Text

SAME = Text(
    "det samme som i instrumentets første række ({given}): ret en af dem",
    "the same as in the first row of the instrument ({given}): correct one of them",
)
ONCE = Text(
    "hvert nøgletal én gang i et instrument: fjern den ene række",
    "each indicator once in an instrument: remove one of the rows",
)
CITED = Text(
    "en kilde, når certainty er A eller B: skriv source_id, eller ret certainty til C",
    "a source, as certainty is A or B: write source_id, or correct certainty to C",
)
TITLE, THEME = ("title_da", "title_en"), ("theme_name_da", "theme_name_en")


def findings(tables: Mapping[str, pandas.DataFrame]) -> Iterator[tuple[pandas.Series, Text]]:
    """The fields with a fault and what was expected there; nothing where the table `IndicatorSet` could not be read."""
    if IndicatorSet.TABLE not in tables:
        return
    rows = tables[IndicatorSet.TABLE]
    for columns, same in ((TITLE, ["instrument"]), (THEME, ["instrument", "theme"])):
        for column in columns:
            yield from _differing(rows, column, same)
    named = rows[rows["indicator_id"] != ""]
    yield named.loc[named.duplicated(["instrument", "indicator_id"]), "indicator_id"], ONCE
    yield rows.loc[(rows["source_id"] == "") & rows["certainty"].isin(["A", "B"]), "source_id"], CITED


def _differing(rows: pandas.DataFrame, column: str, same: list[str]) -> Iterator[tuple[pandas.Series, Text]]:
    """Rows whose `column` is another than in the first row with the `same` columns; `rows`: `IndicatorSet`."""
    given = rows.groupby(same)[column].transform("first")
    for text, fields in rows.loc[rows[column] != given, column].groupby(given):
        yield fields, Text(SAME.da.format(given=text), SAME.en.format(given=text))
