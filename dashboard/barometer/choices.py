"""What the barometer shows, read from the address, and what is said where the address asks for what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.areas import shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.barometer import cells
from dashboard.barometer.instruments import Instrument
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
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
    any, but areas that are the reference do not. `area_id` is the area of the spine, empty without one.
    """

    instrument: Instrument
    level: str
    reference: Reference
    area_ids: tuple[str, ...]
    themes: tuple[str, ...]
    order: str
    area_id: str

    @property
    def only(self) -> tuple[str, ...]:
        """The areas that the rows are narrowed to; none is all of them."""
        return () if self.reference is Reference.CHOSEN else self.area_ids


def held_with(choice: Choice, asked: Asked, area_ids: Sequence[str]) -> Asked:
    """The choices with the areas of the level that are among the chosen ones, and with a reference that has numbers."""
    if asked.reference is Reference.CHOSEN:
        return with_reference(choice, replace(asked, area_ids=tuple(area_ids)))
    return with_reference(choice, replace(asked, area_ids=narrowed(choice, asked.level, area_ids)))


def narrowed(choice: Choice, level: str, area_ids: Sequence[str]) -> tuple[str, ...]:
    """The chosen areas of the level; where none of them is on it, a sentence and all areas."""
    book, words, kept = shelf.book(choice.version), choice.words, cells.on_level(choice.version, level, area_ids)
    if area_ids and not kept:
        choice.messages.warning(
            words(
                "Ingen af de valgte områder er på niveauet {level}. Her vises alle {n}.",
                level=plain(book.many(level, words).lower()),
                n=words.number(len(book.inside(level, None))),
            )
        )
    return kept


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
    if asked.reference is Reference.CHOSEN and len(asked.area_ids) < FEWEST_TOGETHER:
        sentence = words("Vælg mindst to områder at sammenligne med. Indtil da sammenlignes med landet.")
    else:
        sentence = words(
            "{reference} har ingen tal fra de samme år og efter de samme definitioner. Her sammenlignes med landet.",
            reference=capital(words(REFERENCES[asked.reference])),
        )
    choice.messages.warning(sentence)
    return replace(asked, reference=Reference.COUNTRY, area_ids=())


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def said(words: Words, book: Atlas, asked: Asked) -> str:
    """Integrationsbarometer, 98 kommuner, Tryghed, sammenlignet med landet."""
    count = len(asked.only) or len(book.inside(asked.level, None))
    chosen = [theme.name(words) for theme in asked.instrument.themes if theme.theme_id in asked.themes]
    told = [
        asked.instrument.title(words),
        f"{words.number(count)} {book.many(asked.level, words).lower()}",
        *chosen,
        words("sammenlignet med {reference}", reference=words(REFERENCES[asked.reference])),
    ]
    return ", ".join(told)
