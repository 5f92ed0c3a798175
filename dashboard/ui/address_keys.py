"""The names in an address, one record each: what a value is, which pages read it and how far it is carried.

Danish, for readers see them; they never change once they are in a shared link: a new name has the old one beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from dashboard.i18n.words import N_


class Kind(Enum):
    """What stands behind the sign of equality. Several ids or codes are separated by commas."""

    ID = auto()
    IDS = auto()
    CODE = auto()
    CODES = auto()
    PERIOD = auto()
    DAY = auto()
    FLAG = auto()
    TEXT = auto()


A_CHOICE = N_("et valg, der findes")
AN_AREA = N_("et område, der findes i datasættet")
AREA_IDS = ("areas", "area_id")


@dataclass(frozen=True)
class Key:
    """One name in an address. `pages` are the paths of the pages that read it; none are all of them.

    `is_linked`: links to other pages carry it. `is_filter`: it narrows a list, so a link to one thing drops it.
    `in_agenda`: it belongs to a view, not to the reader or the meeting. `picks_files`: the map opens with other files.
    `is_drawn_by_map`: the map follows it by itself, before the rest of its page has come.
    `table` says where an id must be found, `expected` what it should have been. `formerly` is what the pages called
    it in links that were saved earlier.
    """

    name: str
    kind: Kind
    pages: tuple[str, ...] = ()
    is_linked: bool = True
    is_filter: bool = False
    in_agenda: bool = True
    picks_files: bool = False
    is_drawn_by_map: bool = False
    table: tuple[str, str] | None = None
    expected: str = A_CHOICE
    formerly: str = ""


_KEYS = (
    Key("datasaet", Kind.CODE, picks_files=True, expected=N_("et datasæt, der findes")),
    Key("sprog", Kind.CODE, in_agenda=False),
    Key("visning", Kind.CODE, in_agenda=False),
    Key("punkt", Kind.TEXT, in_agenda=False),
    Key("vis", Kind.CODE, is_linked=False, expected=N_("en visning, der findes på siden")),
    Key("dagsorden", Kind.TEXT, ("moede",), is_linked=False, in_agenda=False),
    Key(
        "omraade",
        Kind.ID,
        ("kort", "omraade", "projekter", "handlingskort", "hotspot", "barometer", "behov"),
        is_drawn_by_map=True,
        table=AREA_IDS,
        expected=AN_AREA,
    ),
    Key("fane", Kind.CODE, ("omraade",)),
    Key(
        "omraader",
        Kind.IDS,
        ("sammenlign", "barometer", "behov", "aarsrapport", "siden-sidst"),
        table=AREA_IDS,
        expected=N_("områder, der findes i datasættet"),
    ),
    Key("inden_for", Kind.ID, ("kort",), picks_files=True, table=AREA_IDS, expected=AN_AREA),
    Key(
        "kommune",
        Kind.ID,
        ("sigtelser", "overgange", "aarsrapport"),
        table=AREA_IDS,
        expected=N_("en kommune, der findes i datasættet"),
    ),
    Key(
        "indikator",
        Kind.ID,
        ("kort", "sammenlign", "effekt", "data"),
        picks_files=True,
        is_drawn_by_map=True,
        table=("indicators", "indicator_id"),
        expected=N_("en indikator, der findes i datasættet"),
    ),
    Key("tal", Kind.TEXT, ("data",), is_linked=False, expected=N_("et tal, der findes i datasættet")),
    Key("liste", Kind.CODE, ("kort",), is_drawn_by_map=True, expected=N_("en officiel liste, der findes i datasættet")),
    Key(
        "niveau",
        Kind.CODE,
        ("kort", "barometer", "behov", "siden-sidst"),
        picks_files=True,
        is_drawn_by_map=True,
        formerly="omraadeniveau",
    ),
    Key("aar", Kind.PERIOD, ("kort",), picks_files=True, is_drawn_by_map=True),
    Key("fra", Kind.PERIOD, ("kort",), picks_files=True, is_drawn_by_map=True),
    Key("farver", Kind.CODE, ("kort",), picks_files=True, is_drawn_by_map=True),
    Key("delt", Kind.FLAG, ("kort",), picks_files=True, is_drawn_by_map=True),
    Key("lag", Kind.CODES, ("kort",), is_drawn_by_map=True),
    Key("rangliste", Kind.CODE, ("kort",), is_drawn_by_map=True),
    Key("udsnit", Kind.TEXT, ("kort",), is_drawn_by_map=True),
    Key("eget", Kind.TEXT, ("sammenlign", "effekt", "barometer", "behov", "siden-sidst", "aarsrapport")),
    Key("aarraekke", Kind.PERIOD, ("omraade", "sammenlign", "sigtelser", "effekt", "aarsrapport")),
    Key("emne", Kind.CODE, ("omraade", "sammenlign", "behov", "siden-sidst")),
    Key("gruppe", Kind.ID, ("sigtelser",), table=AREA_IDS, expected=N_("en gruppe, der er sammenlignet")),
    Key("listeaar", Kind.CODE, ("lister",), expected=N_("et år, som listerne har tal for")),
    Key("alder", Kind.CODE, ("sigtelser", "effekt")),
    Key("periode", Kind.PERIOD, ("sigtelser",)),
    Key(
        "kriterium",
        Kind.ID,
        ("succeskriterier",),
        is_filter=True,
        table=("criteria", "criterion_id"),
        expected=N_("et succeskriterium, der findes i datasættet"),
    ),
    Key(
        "projekt",
        Kind.ID,
        ("succeskriterier", "projekter", "erfaringer"),
        is_filter=True,
        table=("projects", "project_id"),
        expected=N_("et projekt, der findes i datasættet"),
    ),
    Key(
        "maal",
        Kind.IDS,
        ("succeskriterier", "projekter", "strategi", "handlingskort"),
        is_filter=True,
        table=("goals", "goal_id"),
        expected=N_("et mål, der findes i datasættet"),
    ),
    Key("maalgruppe", Kind.CODE, ("succeskriterier",), is_filter=True),
    Key("kriteriestatus", Kind.CODES, ("succeskriterier",), is_filter=True, formerly="status"),
    Key("projektstatus", Kind.CODES, ("projekter",), is_filter=True, formerly="status"),
    Key("soeg", Kind.TEXT, ("projekter",), is_filter=True),
    Key("form", Kind.CODE, ("succeskriterier",), is_filter=True),
    Key("plan", Kind.CODE, ("strategi",)),
    Key(
        "afdeling",
        Kind.ID,
        ("aarsrapport",),
        table=("departments", "department_id"),
        expected=N_("en boligafdeling, der findes i datasættet"),
    ),
    Key("parameter", Kind.CODE, ("aarsrapport",), expected=N_("en parameter, som årsrapporten har tal for")),
    Key("aarsperiode", Kind.PERIOD, ("aarsrapport",), expected=N_("en periode, som årsrapporten har tal for")),
    Key("moedeaar", Kind.CODE, ("overgange",), expected=N_("et år, som møderne er talt i")),
    Key("maaling", Kind.CODE, ("overgange",)),
    Key("ordning", Kind.CODE, ("forankring", "erfaringer", "siden-sidst"), is_filter=True),
    Key("rute", Kind.CODES, ("forankring",), is_filter=True),
    Key("tema", Kind.CODES, ("erfaringer", "barometer"), is_filter=True),
    Key("instrument", Kind.CODE, ("barometer",), expected=N_("et instrument, der findes i datasættet")),
    Key("reference", Kind.CODE, ("barometer",)),
    Key("sorteret", Kind.TEXT, ("barometer",)),
    Key("siden", Kind.CODE, ("siden-sidst",), expected=N_("en rapport eller en dataversion, der findes")),
    Key("siden_dag", Kind.DAY, ("siden-sidst",)),
    Key("holdtmod", Kind.CODE, ("behov",)),
    Key("behovstema", Kind.CODES, ("behov",), is_filter=True),
    Key("behovsgruppe", Kind.CODES, ("behov",), is_filter=True),
    Key("behovsstatus", Kind.CODES, ("behov",), is_filter=True),
    Key("moededato", Kind.DAY, ("strategi",)),
    Key(
        "team",
        Kind.ID,
        ("handlingskort",),
        is_filter=True,
        table=("bodies", "body_id"),
        expected=N_("et organ, der findes i datasættet"),
    ),
    Key("kortstatus", Kind.CODES, ("handlingskort",), is_filter=True),
    Key(
        "handling",
        Kind.ID,
        ("handlingskort",),
        is_filter=True,
        table=("action_cards", "card_id"),
        expected=N_("et handlingskort, der findes i datasættet"),
    ),
    Key(
        "behandlet",
        Kind.IDS,
        ("effekt",),
        is_filter=True,
        table=AREA_IDS,
        expected=N_("områder, der findes i datasættet"),
    ),
    Key(
        "kontrol",
        Kind.IDS,
        ("effekt",),
        is_filter=True,
        table=AREA_IDS,
        expected=N_("områder, der findes i datasættet"),
    ),
    Key("foer", Kind.CODE, ("effekt",), is_filter=True, expected=N_("et år, der er tal for")),
    Key("begyndt", Kind.CODE, ("effekt",), is_filter=True, expected=N_("et år, der er tal for")),
    Key("model", Kind.CODE, ("samarbejde",), expected=N_("en model for samarbejdet, der findes i datasættet")),
)
KEYS = {key.name: key for key in _KEYS}

# What no link to another page carries; an old name is read where the page is opened and carried under the new one.
UNLINKED = frozenset(key.name for key in _KEYS if not key.is_linked) | {key.formerly for key in _KEYS if key.formerly}
FILTERS = tuple(key.name for key in _KEYS if key.is_filter)


def renamed(page: str, choices: Mapping[str, str]) -> dict[str, str]:
    """The choices of a link to a page, under the names of today where it was saved with earlier ones."""
    names = {key.formerly: key.name for key in _KEYS if key.formerly and page in key.pages and key.name not in choices}
    return {names.get(name, name): value for name, value in choices.items()}
