"""What a barometer cannot say, in our own words, with where the source asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_, Words
from dashboard.views.sentences import Citation
from dashboard.views.tables import Column

DOCUMENT = "omraadeindsats_paa_tvaers_2009"


@dataclass(frozen=True)
class Limit:
    """A limit, what it means for the reader, and the printed page that it goes back to; without a page it is ours."""

    title: str
    text: str
    page: str = ""


LIMITS = (
    Limit(
        N_("Indikatorer er ikke hele sandheden"),
        N_(
            "De rummer ikke alt, men kan give parterne et fælles billede af, hvor det er sværest, og hvor en indsats "
            "ser ud til at hjælpe. Brug dem til at stille spørgsmål, ikke til at slutte."
        ),
        "18",
    ),
    Limit(
        N_("Grænserne skal drøftes sammen"),
        N_(
            "Hvad tallene ikke fanger, hører med, når et barometer laves. Tal om det på mødet, før I tolker farverne: "
            "hvad ved beboere og medarbejdere, som ikke kan tælles?"
        ),
        "18",
    ),
    Limit(
        N_("Fagene læser tallene forskelligt"),
        N_(
            "Forvaltninger bør fortolke kortet og dets mål i fællesskab, så et tal fra ét fag ses i en større "
            "sammenhæng."
        ),
        "18",
    ),
    Limit(
        N_("Et sæt skal holdes ved lige"),
        N_("At udvikle og opdatere indikatorer er et stort arbejde. Derfor står tallets år i felter, der er ældre."),
        "18",
    ),
    Limit(
        N_("Et barometer måler ikke en indsats"),
        N_(
            "En forskel fra landet eller en ændring siger ikke, hvad der skabte den. Det kræver en sammenligning med "
            "områder uden indsatsen."
        ),
    ),
    Limit(
        N_("Små områder svinger"),
        N_(
            "I et område med få beboere ændrer enkelte personer tallet. Uden sikker forskel kan betyde, at der er for "
            "få personer til at afgøre det."
        ),
    ),
)


@dataclass(frozen=True)
class LimitLine:
    title: str
    text: str
    source: str


def lines(citation: str, words: Words) -> list[LimitLine]:
    """`citation`: the document by name, with a place for the page."""
    return [
        LimitLine(
            words(limit.title),
            words(limit.text),
            citation.format(page=limit.page) if limit.page and citation else words("vores metode"),
        )
        for limit in LIMITS
    ]


def columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Grænse")),
        Column("text", words("Hvad det betyder")),
        Column("source", words("Kilde")),
    ]


def cited() -> list[Citation]:
    return [Citation(DOCUMENT, limit.page) for limit in LIMITS if limit.page]
