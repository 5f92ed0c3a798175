"""An agenda for a first try: eight items, every picture of the published figures."""

from __future__ import annotations

from dashboard.i18n.words import Words
from dashboard.meeting.agenda import Agenda, Item


def example(words: Words) -> Agenda:
    """A steering group's meeting in the reader's language. A test holds every link to a view that exists."""
    items = (
        (
            words("Velkomst og siden sidst"),
            "/siden-sidst?vis=since",
            5,
            words("Hvad virker, hvad er bagud, og hvad beslutter vi i dag?"),
        ),
        (
            words("Sigtelser i landets kommuner"),
            "/kort?indikator=charges_per_1000_inhabitants&vis=kort",
            10,
            words("Skyderen vælger året."),
        ),
        (words("Tåstrupgård i tal"), "/omraade?omraade=taastrupgaard&vis=profile-figures-taastrupgaard", 10, ""),
        (
            words("Tåstrupgård og Gadehavegård ved siden af hinanden"),
            "/sammenlign?omraader=taastrupgaard,gadehavegaard&vis=compared",
            10,
            "",
        ),
        (
            words("Hotspotområderne og deres kontrolområder"),
            "/sigtelser?vis=hotspot_2009_2013",
            10,
            words("Forskellen er effekten, ikke faldet alene."),
        ),
        (
            words("Succeskriterier for kriminelle og misbrugstruede unge"),
            "/succeskriterier?maalgruppe=kriminelle-og-misbrugstruede-unge&vis=progress",
            15,
            words("Hvilke kriterier har intet projekt?"),
        ),
        (words("Boligorganisationernes bordrunde"), "", 10, ""),
        (
            words("Strategien fra mål til succeskriterium"),
            "/strategi?vis=strategy",
            15,
            words("Hvem tager sig af hullerne?"),
        ),
    )
    return Agenda(
        title=words("Styregruppemøde"),
        place=words("Rådhuset"),
        start="16:00",
        items=tuple(
            Item(f"eksempel{number}", title, view, minutes, note)
            for number, (title, view, minutes, note) in enumerate(items, 1)
        ),
    )
