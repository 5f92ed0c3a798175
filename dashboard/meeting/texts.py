"""Every sentence that the scripts of a meeting say in the browser: on other pages, in the agenda and in the meeting."""

from __future__ import annotations

from dashboard.i18n.words import Words


def unkept(words: Words) -> str:
    """What is said where the browser does not keep an agenda."""
    return words("Browseren kan ikke gemme dagsordenen. Gem den som fil nu, ellers går det nye tabt, når siden lukkes.")


def full(words: Words) -> str:
    """What is said where an agenda takes no more items."""
    return words("Dagsordenen kan højst have 200 punkter. Fjern et for at tilføje et andet.")


def editor_texts(words: Words) -> dict[str, str]:
    """Every sentence the agenda says in the browser. Places in braces are filled in there."""
    return {
        "language": words.language,
        "locale": words.of_language.tag,
        "failed": words("Dagsordenen kunne ikke hentes. Kontrollér forbindelsen, og genindlæs siden."),
        "title": words("Titel"),
        "date": words("Dato"),
        "start": words("Begynder kl."),
        "place": words("Sted"),
        "minutes": words("Minutter"),
        "view": words("Link til en anden visning"),
        "note": words("Note"),
        "decision": words("Besluttet"),
        "responsible": words("Ansvarlig"),
        "none": words(
            "Dagsordenen er tom. Hent et eksempel, tilføj et punkt her, eller tryk »Føj til dagsorden« under "
            "en figur på en anden side."
        ),
        "untitled": words("Uden titel"),
        "item": words("{n}. {title}", n="{n}", title="{title}"),
        "starts": words("kl. {time}", time="{time}"),
        "starts_after": words("efter {n} min.", n="{n}"),
        "total": words("Punkter: {n}. Tid i alt: {minutes} min.", n="{n}", minutes="{minutes}"),
        "total_to": words(
            "Punkter: {n}. Tid i alt: {minutes} min. Slutter kl. {end}.", n="{n}", minutes="{minutes}", end="{end}"
        ),
        "up": words("Flyt »{title}« op", title="{title}"),
        "down": words("Flyt »{title}« ned", title="{title}"),
        "moved": words("Punktet er nu nummer {n} af {all}.", n="{n}", all="{all}"),
        "remove": words("Fjern"),
        "remove_this": words("Fjern »{title}«", title="{title}"),
        "removed": words("»{title}« er fjernet.", title="{title}"),
        "undo": words("Fortryd"),
        "undone": words("Ændringen er fortrudt."),
        "open": words("Åbn visningen"),
        "open_this": words("Åbn visningen til »{title}«", title="{title}"),
        "paste": words("Tilføj et punkt med et link"),
        "minutes_short": words("{n} min.", n="{n}"),
        "spoken": words("Uden figur"),
        "next": words("Nyt møde ud fra dette"),
        "next_made": words(
            "Nyt møde: hvert punkt viser, hvad der blev besluttet sidst. Vælg dato, og gem det som fil."
        ),
        "since": words("Siden sidst"),
        "add_link": words("Tilføj"),
        "add_spoken": words("Tilføj punkt uden figur"),
        "full": full(words),
        "added": words("Punkt {n} er tilføjet.", n="{n}"),
        "wrong_link": words("Linket fører ikke til en side i barometeret. Kopiér adressen fra browseren."),
        "start_meeting": words("Start mødet"),
        "example": words("Hent et eksempel"),
        "example_loaded": words("Eksemplet er hentet."),
        "save": words("Gem som fil"),
        "load": words("Åbn en fil"),
        "share": words("Del som link"),
        "clear": words("Ryd dagsordenen"),
        "cleared": words("Dagsordenen er ryddet."),
        "saved": words("Dagsordenen er gemt som fil."),
        "loaded": words("Dagsordenen er åbnet."),
        "link": words("Link til dagsordenen"),
        "copied": words("Linket er kopieret. Send det til deltagerne. Beslutninger fra sidste møde står kun i filen."),
        "copy": words("Kopiér linket, og send det til deltagerne. Beslutninger fra sidste møde er kun med i filen."),
        "long_link": words("Linket er langt, og nogle mailprogrammer klipper det over. Send hellere filen."),
        "offer": words("Delt dagsorden"),
        "offered": words("Linket indeholder dagsordenen »{title}«. Punkter: {n}.", title="{title}", n="{n}"),
        "held": words("Din egen dagsorden i denne browser (punkter: {n}) bliver erstattet. Du kan fortryde.", n="{n}"),
        "holds_none": words("Der er ingen dagsorden i denne browser i forvejen."),
        "use": words("Brug denne dagsorden"),
        "keep": words("Nej tak"),
        "faults": words("Noget i dagsordenen kan ikke bruges. De øvrige punkter er med."),
        "original": words("Den oprindelige tekst er gemt i denne browser, til du har gemt dagsordenen som fil."),
        "get_original": words("Hent den oprindelige tekst"),
        "unkept": unkept(words),
        "clock": words("Uret står på {used}.", used="{used}"),
        "reset_clock": words("Nulstil uret"),
        "clock_reset": words("Uret er nulstillet."),
    }


def bar_texts(words: Words) -> dict[str, str]:
    """Every sentence of the bar of a running meeting."""
    return {
        "locale": words.of_language.tag,
        "failed": words("Mødet kunne ikke hentes. Kontrollér forbindelsen, og genindlæs siden."),
        "bar": words("Møde"),
        "progress": words("Hvor langt mødet er"),
        "place": words("{n} af {all}", n="{n}", all="{all}"),
        "untitled": words("Uden titel"),
        "empty": words("Der er ingen dagsorden i denne browser. Tryk Esc for at åbne en."),
        "previous": words("‹ Forrige"),
        "next": words("Næste ›"),
        "notes": words("Note (N)"),
        "full": words("Fuld skærm (F)"),
        "end": words("Afslut (Esc)"),
        "note": words("Note"),
        "decision": words("Besluttet"),
        "responsible": words("Ansvarlig"),
        "more": words("Pil ned: mere nedenfor"),
        "used": words("brugt {used}", used="{used}"),
        "used_of": words("brugt {used} af {minutes} min.", used="{used}", minutes="{minutes}"),
        "over": words("{over} over tiden", over="{over}"),
        "now": words("kl. {now}", now="{now}"),
        "unkept": unkept(words),
        "save": words("Gem som fil"),
    }


def added_texts(words: Words) -> dict[str, str]:
    """What is said when a view was put on the agenda, on whichever page."""
    return {
        "one": words("»{title}« er føjet til dagsordenen, som nu har 1 punkt.", title="{title}"),
        "many": words("»{title}« er føjet til dagsordenen, som nu har {n} punkter.", title="{title}", n="{n}"),
        "open": words("Åbn dagsordenen"),
        "close": words("Luk"),
        "damaged": words(
            "Dagsordenen i denne browser kan ikke læses. Åbn den for at redde det, der kan læses, og prøv så igen."
        ),
        "full": full(words),
        "unkept": unkept(words),
        "save": words("Gem som fil"),
        "saved": words("Dagsordenen er gemt som fil."),
        "untitled": words("Uden titel"),
        "view": words("Visning"),
    }
