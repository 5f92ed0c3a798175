"""What the barometer shows, read from the address, and what is said where the address asks for what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.barometer import cells
from dashboard.barometer.instruments import Instrument
from dashboard.i18n.words import N_, Words
from dashboard.selection import asked as shared
from dashboard.selection.asked import Filter, Study
from dashboard.selection.sentence import Shown, in_words
from dashboard.ui import address
from dashboard.ui.address import Choice
from data.barometer import FEWEST_TOGETHER, Reference

REFERENCES = {
    Reference.COUNTRY: N_("landet"),
    Reference.REGION: N_("regionen"),
    Reference.MUNICIPALITY: N_("kommunen"),
    Reference.SIMILAR: N_("lignende områder"),
    Reference.CHOSEN: N_("de valgte områder"),
}
NAMES = {  # in the address
    "land": Reference.COUNTRY,
    "region": Reference.REGION,
    "kommune": Reference.MUNICIPALITY,
    "lignende": Reference.SIMILAR,
    "valgte": Reference.CHOSEN,
}


@dataclass(frozen=True)
class Asked:
    """What is shown: an instrument on a level, against a reference; `themes` and `area_ids` narrow it where there are
    any, but areas that are the reference do not. A `study` area is the reference instead of them. `area_id` is the area
    of the spine, empty without one.
    """

    instrument: Instrument
    level: str
    reference: Reference
    area_ids: tuple[str, ...]
    themes: tuple[str, ...]
    order: str
    area_id: str
    study: Study | None = None

    @property
    def only(self) -> tuple[str, ...]:
        """The areas that the rows are narrowed to; none is all of them."""
        return () if self.reference is Reference.CHOSEN and not self.study else self.area_ids

    @property
    def held_study(self) -> Study | None:
        """The area of the reader's own that is held against."""
        return self.study if self.reference is Reference.CHOSEN else None

    @property
    def against(self) -> tuple[str, ...]:
        """The areas that are counted together and held against; none where they are not of the reader's choice."""
        if self.held_study:
            return self.held_study.members
        return self.area_ids if self.reference is Reference.CHOSEN else ()

    @property
    def uses(self) -> frozenset[Filter]:
        """The shared filters that the page uses: an area of one's own where it is held against."""
        return frozenset({Filter.AREAS, Filter.LEVEL, *((Filter.STUDY,) if self.held_study else ())})

    def whole(self, words: Words) -> str:
        """What is held against: landet, or Nord."""
        return f"»{self.held_study.name}«" if self.held_study else words(REFERENCES[self.reference])


def held_with(choice: Choice, asked: Asked, area_ids: Sequence[str]) -> Asked:
    """The choices with the areas of the level that are among the chosen ones, and with a reference that has numbers."""
    book = shelf.book(choice.version)
    if asked.reference is Reference.CHOSEN and not asked.study:
        return with_reference(choice, replace(asked, area_ids=tuple(area_ids)))
    return with_reference(choice, replace(asked, area_ids=shared.on_level(choice, book, asked.level, area_ids)))


def themes(choice: Choice, instrument: Instrument) -> tuple[str, ...]:
    return tuple(
        address.read_many("tema", choice.words("Tema"), [theme.theme_id for theme in instrument.themes])
    )  # fmt: skip


def spine_area(choice: Choice, book: Atlas, level: str) -> str:
    """The area whose spine is shown, where it is on the level: a link from another page may bring one that is not."""
    asked = address.read(
        "omraade", choice.words("Område"), book.area_ids, lambda name: book.area_label(name, choice.words), COUNTRY
    )
    return asked if book.areas[asked].level == level else ""


def with_reference(choice: Choice, asked: Asked) -> Asked:
    """The same, with the country instead where the reference has no number to hold any of the areas against."""
    if asked.reference is Reference.COUNTRY or cells.has_reference(choice.setting, asked):
        return asked
    words = choice.words
    if asked.reference is Reference.CHOSEN and len(asked.against) < FEWEST_TOGETHER:
        sentence = words("Vælg mindst to områder at sammenligne med. Indtil da sammenlignes med landet.")
    else:
        sentence = words(
            "{reference} har ingen tal fra de samme år og efter de samme definitioner. Her sammenlignes med landet.",
            reference=capital(asked.whole(words)),
        )
    choice.messages.warning(sentence)
    return replace(asked, reference=Reference.COUNTRY, area_ids=asked.only)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shown(words: Words, book: Atlas, asked: Asked) -> Shown:
    """Integrationsbarometer, 98 kommuner, Tryghed, sammenlignet med landet."""
    chosen = [theme.name(words) for theme in asked.instrument.themes if theme.theme_id in asked.themes]
    return Shown(
        areas=len(asked.only) or len(book.inside(asked.level, None)),
        level=book.many(asked.level, words),
        first=asked.instrument.title(words),
        further=(*chosen, words("sammenlignet med {reference}", reference=asked.whole(words))),
    )


def said(words: Words, book: Atlas, asked: Asked) -> str:
    """What is shown, for files."""
    return in_words(shown(words, book, asked), words)
