"""What the map element draws from: words, addresses and choices, and no number of an area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.area_map import sentences as map_sentences
from dashboard.area_map.colouring import COMPARED
from dashboard.i18n import certainties, labels, missing
from dashboard.i18n.words import N_, Words
from dashboard.ui import assets

HEIGHT, PROJECTOR_HEIGHT = 560, 720  # CSS pixels
UNOFFICIAL = {  # by their kind the shapes that are drawn dashed: not the area's own boundary
    "stand_in": N_("distrikt, ikke områdets egen afgrænsning"),
    "buildings": N_("bygningskreds, ikke en officiel afgrænsning"),
}


def unclassed(words: Words) -> dict[str, dict[str, str]]:
    """The words for an area without a class, each with its pattern: a path for shapes, an image for style sheets."""
    return {
        code: {
            "label": words(record.word),
            "pattern": record.pattern,
            "drawing": record.drawing,
            "image": record.image,
        }
        for code, record in missing.WORDS.items()
    }


@dataclass(frozen=True)
class Files:
    """The addresses of the files that a map is drawn from: those of a level and of an indicator with a place in braces
    for its id.
    """

    catalogue: str
    geometry: str
    values: str
    background: str
    marks: str


def for_browser(
    words: Words,
    *,
    files: Files,
    choice: Mapping[str, str | None],
    address: Mapping[str, str],
    overlaid: Sequence[str] = (),
    marked: str | None = None,
    layers: Sequence[Mapping[str, str]] = (),
    sentences: Mapping[str, Mapping[str, str]],
    sources: Mapping[str, str],
    country: Mapping[str, float] | None = None,
    named: Mapping[str, str] | None = None,
    boundaries: str = "",
    signs: Sequence[Mapping[str, Any]] = (),
    lines: Sequence[Mapping[str, Any]] = (),
    tiles: Mapping[str, Any] | None = None,
    crumbs: Sequence[Mapping[str, Any]] = (),
    about: Mapping[str, Any] | None = None,
    projector: bool = False,
    meeting: bool = False,
    embedded: bool = False,
) -> dict[str, Any]:
    """What `show_map.area_map` sends to the browser at each choice: words and addresses, and no number of an area.

    `choice` holds indikator, niveau, aar, farver, fra, delt, omraade, inden_for and lag as they stand in the address,
    None for what is not chosen, an official list as indikator `liste:<kind>`; `address` is the whole address they were
    read from: until it is the browser's, a later choice is on its way, and the map keeps it. `overlaid` are the levels
    on which the areas of the level `marked` lie as marks, `layers` what can be switched on (id, label). `sentences` are
    by colouring and period, `sources` and the `country`'s number by period, all of the chosen indicator and level;
    `named` are the names of areas that a sentence holds open by their ids. `signs` are those switched on (id, sign,
    label, list, complete), `lines` the lines (id, label, url, dash), `crumbs` the way from the whole country to the
    area gone into (id, name), `about` what else is said of the chosen area (area, facts, links to other pages with the
    choices they change, levels to go down to as drill).
    """
    return {
        "script": assets.url("map/map.js"),
        "files": asdict(files),
        "overlaid": list(overlaid),
        "marked": marked,
        "layers": list(layers),
        "marks": list(signs),
        "lines": list(lines),
        "tiles": tiles,
        "within": choice.get("inden_for"),
        "choice": dict(choice),
        "address": dict(address),
        "sentences": sentences,
        "sources": sources,
        "country": dict(country or {}),
        "named": dict(named or {}),
        "boundaries": boundaries,
        "crumbs": list(crumbs),
        "about": about or {"area": None},
        "missing": unclassed(words),
        "comparisons": {
            against: {code: words(named[code]) for code in COMPARED}
            for against, named in (("country", labels.COMPARISONS), ("municipality", labels.MUNICIPALITY_COMPARISONS))
        },
        "trends": {code: labels.trend(code, words) for code in labels.VERDICTS},
        "certainties": {code: certainties.told(code, words) for code in certainties.CERTAINTIES},
        "format": {"locale": words.of_language.tag},
        "language": words.language,
        "texts": texts(words),
        "projector": projector,
        "meeting": meeting,
        "embedded": embedded,
        "height": PROJECTOR_HEIGHT if projector else HEIGHT,
    }


def texts(words: Words) -> dict[str, str]:
    """Every sentence the map itself says. Places in braces are filled in by the browser."""
    return {
        "map": words("Kort: {title}", title="{title}"),
        "skip": words("Spring kortet over"),
        "keys": words(
            "Tab går fra område til område, Enter vælger, Esc lukker og forlader kortet. "
            "Piletaster flytter kortet, + og − zoomer."
        ),
        "two_fingers": words("Tryk på et område for at se tallet. Flyt og zoom kortet med to fingre."),
        "zoom_in": words("Zoom ind"),
        "zoom_out": words("Zoom ud"),
        "home": words("Vis hele kortet"),
        "close": words("Luk {name}", name="{name}"),
        "interval": words("95 %-interval: {low}–{high}", low="{low}", high="{high}"),
        "interval_below_zero": words("95 %-interval: fra {low} til {high}", low="{low}", high="{high}"),
        "between": words("fra {from} til {to}", **{"from": "{from}", "to": "{to}"}),
        "selected": words("valgt område"),
        **{kind: words(text) for kind, text in UNOFFICIAL.items()},
        "not_listed": words("Står ikke på listen: {list}.", list="{list}"),
        "list_unknown": words("Om området stod på listen, er ikke opgjort: {list}.", list="{list}"),
        "layers": words("Lag"),
        "indicator": words("Indikator"),
        "level": words("Niveau"),
        "mode": words("Farverne viser"),
        "since": words("Ændring siden"),
        "compared_with": words("Sammenlign med"),
        "split": words("To perioder side om side"),
        "period": words("Periode"),
        "play": words("Afspil perioderne"),
        "pause": words("Hold pause"),
        "shows": words("Viser"),
        "change": words("Skift"),
        "legend": words("Forklaring"),
        "ranking": words("Rangliste"),
        "ranking_note": words(
            "Prikken er tallet, stregen dets 95 %-interval. Overlapper stregerne, er rækkefølgen usikker."
        ),
        "country_note": words("Lodret streg: hele landet, {number}.", number="{number}"),
        "highest": words("Højest"),
        "lowest": words("Lavest"),
        "without_place": words("{name} (uden plads på kortet)", name="{name}"),
        "inset": words("Zoom ind på {place}: {n} boligområder", place="{place}", n="{n}"),
        "area": words("Område"),
        "show_all": words("Vis alle"),
        "show_few": words("Vis højest og lavest"),
        "show_list": words("Vis kun listen"),
        "increased": words(map_sentences.INCREASED),
        "decreased": words(map_sentences.DECREASED),
        "unsure": words(map_sentences.UNSURE),
        "source": words("Kilde: {title}. Sikkerhed: {certainty}.", title="{title}", certainty="{certainty}"),
        "source_page": words(
            "Kilde: {title}, s. {page}. Sikkerhed: {certainty}.",
            title="{title}",
            page="{page}",
            certainty="{certainty}",
        ),
        "derived": words("Tallet er beregnet af os."),
        "path": words("Her er du på kortet"),
        "failed": words(
            "Kortet kunne ikke hentes. Kontrollér forbindelsen, og prøv igen. Tallene står også i tabellen."
        ),
        "tiles_failed": words("Baggrundskortet kunne ikke hentes. Områder og tal er ikke berørt."),
        "retry": words("Prøv igen"),
    }
