"""What is known of an area beside its numbers: its place in words, its part in a scheme, the official lists."""

from __future__ import annotations

from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import N_, Words
from data import lists
from data.contracts import Level
from data.lists import Answer

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
        *(f"{words.text(role.scheme)}. {words.text(role.note)}".strip() for role in roles),
        list_history(atlas, area_id, words) if area.level_kind is Level.HOUSING_AREA else "",
    ]
    return [text for text in texts if text]


def list_history(atlas: Atlas, area_id: str, words: Words) -> str:
    """The years on and off the official lists; a year is only "off" where the whole list is known."""
    kinds = {official.kind for official in atlas.named_lists}
    years: dict[Answer, dict[str, dict[str, None]]] = {answer: {} for answer in LIST_ANSWERS}  # each once, in time
    for standing in lists.standings(atlas.lists, atlas.designations, area_id):
        official = standing.official
        if official.kind in kinds:
            years[standing.answer].setdefault(words.text(official.name), {})[str(official.year)] = None
    told = {
        answer: "; ".join(f"{name} {', '.join(given)}" for name, given in by_name.items())
        for answer, by_name in years.items()
    }
    return " ".join(words(LIST_ANSWERS[answer], lists=text) for answer, text in told.items() if text)
