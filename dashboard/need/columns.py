"""The columns of the tables of need and effort."""

from __future__ import annotations

from dashboard.i18n.words import Words
from dashboard.need.gathering import Found
from dashboard.need.wording import theme
from dashboard.views.tables import Column


def of_wide(found: Found, words: Words) -> list[Column]:
    return [Column("area", words("Område")), *(Column(code, theme(code, words)) for code in found.themes)]


def of_file(whole: str, words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("theme", words("Tema")),
        Column("standing", words("Mod {whole}", whole=whole)),
        Column("indicator", words("Nøgletal")),
        Column("period", words("Periode")),
        Column("unit", words("Enhed")),
        Column("value", words("Værdi"), "number", 2),
        Column("low", words("Nedre grænse (95 %)"), "number", 2, optional=True),
        Column("high", words("Øvre grænse (95 %)"), "number", 2, optional=True),
        Column("held", words("Tallet for {whole}", whole=whole), "number", 2, optional=True),
        Column("verdict", words("Vurdering"), optional=True),
        Column("cover", words("Indsats")),
        Column("efforts", words("Indsatser"), optional=True),
        Column("groups", words("Målgruppe"), optional=True),
        Column("priority", words("Prioriteret af"), optional=True),
        Column("source", words("Kilde")),
        Column("area_id", words("Område (kode)"), "code"),
        Column("theme_code", words("Tema (kode)"), "code"),
    ]


def of_gaps(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("theme", words("Tema")),
        Column("numbers", words("Tal på den dårlige side")),
        Column("cover", words("Indsats")),
        Column("earlier", words("Tidligere indsatser"), optional=True),
        Column("priority", words("Prioriteret af"), optional=True),
    ]


def of_overlaps(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("group", words("Målgruppe")),
        Column("count", words("Indsatser i gang"), "number"),
        Column("efforts", words("Indsatser")),
        Column("themes", words("Temaer"), optional=True),
        Column("source", words("Kilde")),
    ]


def of_priorities(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("theme", words("Tema")),
        Column("period", words("Periode")),
        Column("decided", words("Besluttet af")),
        Column("holds", words("Gælder")),
        Column("standing", words("Behov"), optional=True),
        Column("cover", words("Indsats"), optional=True),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]
