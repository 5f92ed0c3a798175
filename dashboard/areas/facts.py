"""What is known of an area beside its numbers: its place in words, its part in a scheme, the official lists."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.areas import relations
from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import N_, Words
from data.contracts import Level
from data.lists import Answer, Standing

LIST_ANSWERS = {
    Answer.ON: N_("På listen: {lists}."),
    Answer.NOT_ON: N_("Ikke på listen: {lists}."),
    Answer.NOT_COLLECTED: N_("Ikke opgjort: {lists}."),
}


def facts(atlas: Atlas, area_id: str, words: Words) -> list[str]:
    """What else is known of an area: its place in words, its part in a scheme, the official lists."""
    area = atlas.areas[area_id]
    roles = (role for role in atlas.roles if role.area_id == area_id)
    texts = [
        words.text(area.geometry_note),
        words.text(area.note),
        relations.sentence(atlas, area_id, words),
        *(f"{words.text(role.scheme)}. {words.text(role.note)}".strip() for role in roles),
        list_history(atlas, area_id, words) if area.level_kind is Level.HOUSING_AREA else "",
        too_small(atlas, area_id, words),
    ]
    return [text for text in texts if text]


def list_history(atlas: Atlas, area_id: str, words: Words) -> str:
    """The years on and off the official lists; a year is only "off" where the whole list is known."""
    kinds = {official.kind for official in atlas.named_lists}
    years: dict[Answer, dict[str, dict[str, None]]] = {answer: {} for answer in LIST_ANSWERS}  # each once, in time
    standings = relations.standings(atlas, area_id)
    for standing in standings:
        official = standing.official
        if official.kind in kinds:
            years[standing.answer].setdefault(words.text(official.name), {})[str(official.year)] = None
    told = {
        answer: "; ".join(f"{name} {', '.join(given)}" for name, given in by_name.items())
        for answer, by_name in years.items()
    }
    history = [words(LIST_ANSWERS[answer], lists=text) for answer, text in told.items() if text]
    return " ".join([*history, through(atlas, standings, words)]).strip()


def through(atlas: Atlas, standings: Iterable[Standing], words: Words) -> str:
    """Under which other name an area stood on the lists; empty where under none."""
    names = dict.fromkeys(atlas.names[standing.through] for standing in standings if standing.through)
    return words("På listerne er det {names}, der er nævnt.", names=", ".join(names)) if names else ""


def too_small(atlas: Atlas, area_id: str, words: Words) -> str:
    """That a housing area has too few residents for any official list, whatever else is true of it; else empty."""
    row = atlas.residents.get(area_id)
    is_estate = atlas.areas[area_id].level_kind is Level.HOUSING_AREA
    if not is_estate or row is None or row.value is None or row.value >= atlas.fewest_residents:
        return ""
    return words(
        "Listerne omfatter kun områder med mindst {least} beboere; området havde {residents} ({year}), så at det ikke "
        "står på dem, siger intet om området.",
        least=words.number(atlas.fewest_residents),
        residents=words.number(row.value),
        year=words.period(row.period_start, row.period_end),
    )
