"""What can be wrong with an agenda, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.i18n.words import N_, Words

MOST_TOLD = 10
QUOTED = 60  # characters of what was found


@dataclass(frozen=True)
class Fault:
    """What is wrong with an agenda: the item's number from 1, None for the whole; what was found and is expected."""

    found: str
    expected: str
    number: int | None = None

    def sentence(self, words: Words) -> str:
        place = words("Dagsordenen") if self.number is None else words("Punkt {n}", n=self.number)
        return words(
            "{place}: fandt »{found}«, ventede {expected}.",
            place=place,
            found=self.found,
            expected=words(self.expected),
        )


AN_AGENDA = N_("en dagsorden fra Områdebarometer")
A_VERSION = N_("version 1 eller 2")
AN_ITEM = N_("et helt punkt")
A_TEXT = N_("en tekst")
MINUTES = N_("et helt antal minutter fra 0 til 600")
A_DATE = N_("en dato som 2026-12-01")
A_TIME = N_("et klokkeslæt som 16:30")
A_MEMORY = N_("hvad der sås på et møde")
A_LINK = N_("et link til en side i barometeret")
SMALLER = N_("en dagsorden på højst 1 MB")
FEWER = N_("højst 200 punkter")


def told(faults: Sequence[Fault], words: Words) -> list[str]:
    """The first faults in sentences, and how many more there are."""
    sentences = [fault.sentence(words) for fault in faults[:MOST_TOLD]]
    if (more := len(faults) - MOST_TOLD) > 0:
        sentences.append(
            words.plural("Dagsordenen har yderligere {n} fejl.", "Dagsordenen har yderligere {n} fejl.", more)
        )
    return sentences


def quoted(value: Any) -> str:
    """What was found, short enough for a sentence."""
    text = value if isinstance(value, str) else repr(value)
    text = " ".join(text.encode(errors="replace").decode().split())
    return text if len(text) <= QUOTED else f"{text[:QUOTED]} …"
