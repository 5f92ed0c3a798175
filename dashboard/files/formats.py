"""The kinds of file that a view's table can be taken away as, one record each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.files import geography, workbook
from dashboard.files.taken import Taken
from dashboard.i18n.words import N_
from dashboard.views import tables


@dataclass(frozen=True)
class Format:
    """`suffix` ends the name of the file and begins the key of its button. `has_shapes`: it is for a map program."""

    suffix: str
    mime: str
    label: str
    write: Callable[[Taken], bytes]
    has_shapes: bool = False


def csv(taken: Taken) -> bytes:
    return tables.to_csv(taken.rows, taken.columns, taken.words, taken.facts)


FORMATS = (
    Format("csv", "text/csv", N_("Hent tal (CSV)"), csv),
    Format("xlsx", workbook.XLSX, N_("Hent regneark (Excel, XLSX)"), workbook.xlsx),
    Format("ods", workbook.ODS, N_("Hent regneark (LibreOffice, ODS)"), workbook.ods),
    Format("geojson", geography.GEOJSON, N_("Hent til kortprogram (GeoJSON)"), geography.geojson, has_shapes=True),
    Format("gpkg", geography.GEOPACKAGE, N_("Hent til kortprogram (GPKG)"), geography.geopackage, has_shapes=True),
)


def offered(taken: Taken) -> Iterator[Format]:
    """The kinds that make sense of a table."""
    return (each for each in FORMATS if taken.is_placed or not each.has_shapes)
