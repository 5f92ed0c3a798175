"""What the page of need and effort says in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.need import wording
from dashboard.need.gathering import STATUSES, Asked, Found
from dashboard.need.wording import Told
from dashboard.selection.asked import STUDY
from dashboard.views.sentences import joined
from data import efforts
from data.contracts import THEMES
from data.efforts import Overlap, State
from data.need import Cell, Cover, Standing

NAMED = 3
THEMES_NAMED = 3


def answer(found: Found, told: Told) -> str:
    """The sentence on top: where need has no known effort, or why nobody can say."""
    words = told.words
    if not found.cells:
        return ""
    if gaps := found.gaps:
        return " ".join(by_theme(gaps, told)[:THEMES_NAMED])
    unknown = [cell for cell in found.needs if cell.cover is Cover.UNKNOWN]
    if unknown:
        return f"{needs(found, told)} {no_current(found, words)}".strip()
    if not found.is_compared:
        return f"{not_compared(found, told)} {no_current(found, words)}".strip()
    return words("Intet af områderne er dårligere end {whole} uden en kendt indsats.", whole=told.whole)


def by_theme(cells: Iterable[Cell], told: Told) -> list[str]:
    """Tre områder er dårligere end kommunen på beskæftigelse uden …: A, B og C; the theme of most areas first."""
    of_theme = {
        code: list(found)
        for code, found in groupby(
            sorted(cells, key=lambda cell: THEMES.index(cell.theme)), key=lambda cell: cell.theme
        )
    }
    several = sorted(of_theme.items(), key=lambda item: -len(item[1]))
    return [gap_sentence(code, found, told) for code, found in several]


def gap_sentence(code: str, cells: Sequence[Cell], told: Told) -> str:
    words = told.words
    first = sorted(cells, key=lambda cell: not cell.priorities)
    values = {
        "whole": told.whole,
        "theme": labels.within_sentence(wording.theme(code, words)),
        "names": joined([named(cell, told) for cell in first[:NAMED]], words),
    }
    if len(cells) > NAMED:
        return words.plural(
            "{n} område er dårligere end {whole} på {theme} uden en kendt indsats, blandt andre {names}.",
            "{n} områder er dårligere end {whole} på {theme} uden en kendt indsats, blandt andre {names}.",
            len(cells),
            **values,
        )
    return words.plural(
        "{n} område er dårligere end {whole} på {theme} uden en kendt indsats: {names}.",
        "{n} områder er dårligere end {whole} på {theme} uden en kendt indsats: {names}.",
        len(cells),
        **values,
    )


def named(cell: Cell, told: Told) -> str:
    name = told.names[cell.area_id]
    return told.words("{name} (prioriteret)", name=name) if cell.priorities else name


def needs(found: Found, told: Told) -> str:
    """97 af 98 områder er dårligere end landet på mindst ét tema."""
    words = told.words
    needy = {cell.area_id for cell in found.needs}
    return words(
        "{n} af {all} områder er dårligere end {whole} på mindst ét tema.",
        n=words.number(len(needy)),
        all=words.number(len(found.area_ids)),
        whole=told.whole,
    )


def not_compared(found: Found, told: Told) -> str:
    words = told.words
    return words(
        "Behov kan ikke afgøres: kilderne oplyser tallene for de {n} områder uden antal, så usikkerheden kan ikke "
        "regnes ud, og intet tal kan holdes sikkert op mod {whole}.",
        n=words.number(len(found.area_ids)),
        whole=told.whole,
    )


def no_current(found: Found, words: Words) -> str:
    """That nobody knows which efforts run; empty where somebody does."""
    if any(each.state is not State.OLD for each in found.efforts):
        return ""
    if not found.efforts:
        return words("Der er ingen aktuelle oplysninger om indsatser i områderne.")
    return words.plural(
        "Der er ingen aktuelle oplysninger om indsatser: den {n} indsats i områderne er fra en rapport fra {years}.",
        "Der er ingen aktuelle oplysninger om indsatser: de {n} indsatser i områderne er fra rapporter fra {years}.",
        len(found.efforts),
        years=span([each.project.as_of for each in found.efforts]),
    )


def span(days: Iterable[str]) -> str:
    years = sorted(day[:4] for day in days)
    return "–".join(dict.fromkeys((years[0], years[-1])))


def picture(found: Found, told: Told) -> str:
    """How many areas and themes are shown, what of them is need, and which years the numbers are of."""
    words = told.words
    if not found.cells:
        return " ".join(filter(None, (nothing(words), study(found, told))))
    numbers = [each.row for cell in found.cells for each in cell.numbers if each.row.value is not None]
    spread = words("Tallene er de senest kendte, {years}.", years=span_of(numbers)) if numbers else ""
    what = words(
        "{areas} og {themes}",
        areas=words.plural("{n} område", "{n} områder", len(found.area_ids)),
        themes=words.plural("{n} tema", "{n} temaer", len(found.themes)),
    )
    if found.is_compared:
        counted = words.plural(
            "{what}: {n} gang er der behov, {gaps} uden en kendt indsats.",
            "{what}: {n} gange er der behov, {gaps} af dem uden en kendt indsats.",
            len(found.needs),
            what=what,
            gaps=words.number(len(found.gaps)),
        )
    else:
        counted = words("{what}; intet tal kan holdes sikkert op mod {whole}.", what=what, whole=told.whole)
    unknown = sum(cell.cover is Cover.UNKNOWN for cell in found.needs)
    lack = words.plural(
        "Ved {n} behov er der ingen aktuelle oplysninger om indsats.",
        "Ved {n} behov er der ingen aktuelle oplysninger om indsats.",
        unknown,
    )
    return " ".join(filter(None, (counted, study(found, told), lack if unknown else "", spread)))


def study(found: Found, told: Told) -> str:
    """»Nord« under ét er dårligere end kommunen på uddannelse og tryghed; empty without an area of one's own."""
    words = told.words
    if not found.study:
        return ""
    values = {"name": told.names[STUDY], "whole": told.whole}
    needs = [labels.within_sentence(wording.theme(cell.theme, words)) for cell in found.study if cell.is_need]
    if needs:
        return words("»{name}« under ét er dårligere end {whole} på {themes}.", themes=joined(needs, words), **values)
    if any(cell.standing in (Standing.SIMILAR, Standing.BETTER) for cell in found.study):
        return words("»{name}« under ét er ikke sikkert dårligere end {whole} på noget tema.", **values)
    return words("»{name}« under ét har ingen tal, der kan holdes sikkert op mod {whole}.", **values)


def span_of(rows: Sequence[object]) -> str:
    years = sorted({getattr(row, name) for row in rows for name in ("period_start", "period_end")})
    return "–".join(dict.fromkeys((str(years[0]), str(years[-1]))))


def nothing(words: Words) -> str:
    return words("Ingen områder passer til valget. Fjern et valg under »Vælg«.")


def gaps(cells: Sequence[Cell], found: Found, told: Told) -> str:
    words = told.words
    if not found.cells:
        return nothing(words)
    if found.gaps:
        return " ".join(by_theme(found.gaps, told))
    if cells:
        return f"{needs(found, told)} {words('Om der er en indsats, er der ingen aktuelle oplysninger.')}"
    if not found.is_compared:
        return not_compared(found, told)
    return words("Intet behov er uden en kendt indsats.")


def overlaps(rows: Sequence[Overlap], found: Found, told: Told) -> str:
    """Havnen har tre indsatser i gang for unge i risiko: A, B og C; where none overlaps, that none is known to."""
    words = told.words
    if not rows:
        if any(each.state is State.RUNNING for each in found.efforts):
            return words("Intet område har flere indsatser i gang for samme målgruppe.")
        return words("Om flere indsatser er om samme målgruppe, er der ingen aktuelle oplysninger.")
    told_of = [
        words(
            "{area} har {n} indsatser i gang for samme målgruppe, {group}: {names}.",
            area=told.names[row.area_id],
            n=words.number(len(row.efforts)),
            group=wording.group(row.group, words),
            names=joined([each.project.name for each in row.efforts], words),
        )
        for row in rows[:NAMED]
    ]
    rest = len(rows) - NAMED
    more = words.plural("{n} mere står i tabellen.", "{n} flere står i tabellen.", rest) if rest > 0 else ""
    return " ".join(filter(None, (*told_of, more)))


def priorities(found: Found, told: Told) -> str:
    words, rows = told.words, found.priorities
    if not rows:
        return words("Ingen kilde siger, hvad der er sat først i områderne.")
    now = [row for row in rows if efforts.in_force(row, told.setting.today)]
    if not now:
        return words(
            "Kilderne fortæller om {n} prioriteringer fra {years}; ingen af dem vides at gælde nu.",
            n=words.number(len(rows)),
            years=span(row.as_of for row in rows),
        )
    unmet = [cell for cell in found.gaps if cell.priorities]
    first = words.plural("{n} prioritering gælder nu.", "{n} prioriteringer gælder nu.", len(now))
    if not unmet:
        return first
    places = joined(
        [
            f"{told.names[cell.area_id]} ({labels.within_sentence(wording.theme(cell.theme, words))})"
            for cell in unmet[:NAMED]
        ],
        words,
    )
    if len(unmet) > NAMED:
        more = words(
            "{n} steder er der behov uden en kendt indsats, blandt andre {places}.",
            n=words.number(len(unmet)),
            places=places,
        )
    else:
        more = words("Behov uden en kendt indsats: {places}.", places=places)
    return f"{first} {more}"


def chosen(asked: Asked, told: Told, level: str, place: str) -> str:
    """The choices in words, for the line beside the filters and for the files."""
    words = told.words
    parts = {
        words("niveau"): level,
        words("område"): place,
        words("eget område"): asked.study.name if asked.study else "",
        words("holdt op mod"): told.whole,
        words("tema"): ", ".join(wording.theme(code, words) for code in asked.themes),
        words("målgruppe"): ", ".join(wording.group(code, words) for code in asked.groups),
        words("status"): ", ".join(words(STATUSES[code]) for code in asked.statuses),
    }
    return "; ".join(f"{name}: {text}" for name, text in parts.items() if text)


def narrowed(asked: Asked, told: Told, place: str) -> tuple[str, ...]:
    """What the page shows beside its areas: i Aalborg, uddannelse, unge, holdt op mod kommunen."""
    words = told.words
    return (
        *((words("i {place}", place=place),) if place else ()),
        *(wording.theme(code, words).lower() for code in asked.themes),
        *(wording.group(code, words) for code in asked.groups),
        *(words(STATUSES[code]) for code in asked.statuses),
        words("holdt op mod {whole}", whole=told.whole),
    )
