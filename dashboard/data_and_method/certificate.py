"""What disclosure control hid and how it was tried, in words: one count over the version, and never why or where."""

from __future__ import annotations

from datetime import date

from dashboard.i18n.words import Words
from data.contracts import Disclosure
from data.disclosure_record import DisclosureRecord


def paragraphs(told: Disclosure, record: DisclosureRecord, words: Words) -> list[str]:
    """The paragraphs of the section, in the reader's language."""
    return [
        words(
            "{hidden} af {values} tal fra registre er skjult, så ingen kan genkendes, og {few} er for få til at vise. "
            "Hvorfor et tal er skjult, og hvor mange der er det af hver slags, står ingen steder: Det kunne give de "
            "skjulte tal fra sig.",
            hidden=words.number(told.hidden),
            values=words.number(told.values),
            few=words.number(told.too_few),
        ),
        words(
            "Før udgivelsen prøvede to angribere at regne hvert skjult tal ud, én, der kender reglen, og én, der ikke "
            "gør. De havde alle viste tal med deres befolkning, alle summer af områder og år, grupper, der overlapper, "
            "at en sigtet har mindst én sigtelse, at ingen tælles to gange, og de ældre versioner, der stadig kan "
            "læses. Hvad læsere ved fra andre steder, er ikke med."
        ),
        words(
            "Kontrollen er selv prøvet på {sets} tilfældige datasæt ({day}). Af {hidden} skjulte tal kunne {leaks} "
            "regnes ud, og {narrowed} kunne gættes nærmere, end reglen tillader. Programmet τ-Argus, som Hollands "
            "statistiske kontor står bag, fandt samme interval i {agreeing} af {compared} forsøg.",
            sets=words.number(record.sets),
            day=words.date(date.fromisoformat(record.day)),
            hidden=words.number(record.hidden),
            leaks=words.number(record.leaks),
            narrowed=words.number(record.narrowed),
            agreeing=words.number(record.agreeing),
            compared=words.number(record.compared),
        ),
    ]
