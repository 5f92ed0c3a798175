"""What the map shows, read from the address."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard import store
from dashboard.area_map import colouring, layers, tiles
from dashboard.area_map.layers import Layer
from dashboard.area_map.periods import as_text, bases, fullest
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address
from dashboard.ui.address import Choice
from data.contracts import Layer as BorderLayer
from data.levels import Levels
from data.lists import Series

# What an address that names neither a list nor an indicator has only from before the map opened on a list.
FROM_BEFORE = {"niveau", "aar", "fra", "farver", "delt", "inden_for", "lag", "vis"}


@dataclass(frozen=True)
class Times:
    """A period, what the colours say of it, the period to compare with, and whether the two stand side by side."""

    period: str
    mode: str
    base: str | None
    split: bool


@dataclass(frozen=True)
class MapChoice:
    """What the map shows, by the names in the address: an official list where there is a `series`, else an indicator.
    Periods are written as in the browser's file; no chosen area and nothing gone into is the country.
    """

    series: Series | None
    indicator_id: str
    level: str
    within: str | None
    times: Times
    offered: dict[str, Layer]
    layers: list[Layer]
    area_id: str

    @property
    def period(self) -> str:
        return self.times.period

    @property
    def mode(self) -> str:
        return self.times.mode

    @property
    def changed_since(self) -> str | None:
        """The period from which the map shows the change; None where it shows the numbers themselves."""
        return self.times.base if self.mode == colouring.CHANGE else None

    def period_text(self, words: Words) -> str:
        """The period of the map in words; for a change from which to which."""
        shown = as_text(self.period, words)
        if self.changed_since is None:
            return shown
        return words("fra {from} til {to}", **{"from": as_text(self.changed_since, words), "to": shown})

    def drawn_lines(self, levels: Levels, words: Words) -> list[Layer]:
        """The layers of lines that are on the map."""
        switched = [*layers.always(levels, self.level, words), *self.layers]
        return [layer for layer in switched if layer.file and layers.is_drawn(layer, self.level)]


def read(choice: Choice, atlas: Atlas, area_id: str) -> MapChoice:
    """The choices in the address, about the chosen area or the country."""
    offered = map_layers(choice, atlas)
    chosen = [offered[name] for name in address.read_many("lag", choice.words("Lag"), list(offered))]
    if series := read_series(choice, atlas, area_id):
        level, shown = atlas.area_levels.marked or "", list_times(choice, series)
        return MapChoice(series, atlas.first_indicator, level, None, shown, offered, chosen, area_id)
    indicator_id = read_indicator(choice, atlas)
    level = read_level(choice, atlas, indicator_id)
    within = gone_into(choice, atlas, level)
    shown = times(choice, atlas, indicator_id, level, within)
    return MapChoice(None, indicator_id, level, within, shown, offered, chosen, area_id)


def read_series(choice: Choice, atlas: Atlas, area_id: str) -> Series | None:
    """The official list to show: the one asked for, or the newest where nothing is asked that an indicator answers.

    A link from before lists were shown names no list, and opens what it said.
    """
    asked, kinds = choice.address, list(atlas.series)
    is_list = "liste" in asked or (not FROM_BEFORE & asked.keys() and is_country_or_estate(atlas, area_id))
    if "indikator" in asked or not kinds or not is_list:
        return None
    words = choice.words
    return atlas.series[
        address.read(
            "liste",
            words("Officiel liste"),
            kinds,
            lambda kind: words.text(atlas.series[kind].newest.official.name),
        )
    ]


def is_country_or_estate(atlas: Atlas, area_id: str) -> bool:
    return area_id == COUNTRY or atlas.areas[area_id].level == atlas.area_levels.marked


def list_times(choice: Choice, series: Series) -> Times:
    periods = [edition.period for edition in reversed(series.editions)]
    period = address.read("aar", choice.words("listens år"), periods)
    return Times(period, colouring.LIST, None, False)


def read_indicator(choice: Choice, atlas: Atlas) -> str:
    words = choice.words
    return address.read(
        "indikator",
        words("Indikator"),
        atlas.indicator_ids,
        lambda indicator_id: words.text(atlas.indicators[indicator_id].name),
        atlas.first_indicator,
    )


def read_level(choice: Choice, atlas: Atlas, indicator_id: str) -> str:
    """The level, one that the indicator has numbers and shapes for; a link to another is answered with a sentence."""
    words, levels = choice.words, atlas.levels(indicator_id)
    fullest, asked = atlas.fullest(levels), choice.address.get("niveau")
    if asked is None or asked not in atlas.area_levels or asked in levels:
        return address.read("niveau", words("Niveau"), levels, lambda name: atlas.many(name, words), fullest)
    choice.messages.warning(
        words(
            "»{indicator}« har ingen tal, som et kort kan vise, på niveauet {asked}. Her vises {shown}.",
            indicator=plain(words.text(atlas.indicators[indicator_id].name)),
            asked=plain(atlas.many(asked, words).lower()),
            shown=plain(atlas.many(fullest, words).lower()),
        )
    )
    return fullest


def map_layers(choice: Choice, atlas: Atlas) -> dict[str, Layer]:
    """Every layer that can be switched on, with the background of tiles where one is set up."""
    found = layers.layers(
        atlas.named_lists,
        [role.role for role in atlas.roles],
        atlas.projects,
        layers.lines(
            atlas.area_levels,
            atlas.placed_levels,
            store.rows(choice.version, BorderLayer),
            store.web_names(choice.version),
            choice.words,
        ),
        choice.words,
    )
    if background := tiles.config():
        found[layers.TILES] = Layer(layers.TILES, background.name)
    return found


def gone_into(choice: Choice, atlas: Atlas, level: str) -> str | None:
    """The area whose parts are shown; where the level has none in it, a sentence and the whole country."""
    words = choice.words
    within = address.read("inden_for", words("Vis inden for"), atlas.enclosing_ids, atlas.names.__getitem__)
    if within == COUNTRY:
        return None
    if atlas.inside(level, within):
        return within
    choice.messages.warning(
        words(
            "I {name} er der ingen {many} at vise. Her vises hele landet.",
            name=plain(atlas.names[within]),
            many=plain(atlas.many(level, words).lower()),
        )
    )
    return None


def times(choice: Choice, atlas: Atlas, indicator_id: str, level: str, within: str | None) -> Times:
    words, rows = choice.words, atlas.rows(indicator_id, level, within)
    periods = atlas.periods(indicator_id, level)[::-1]
    first = fullest(rows) or periods[0]
    period = address.read("aar", words("perioderne med tal"), periods, lambda name: as_text(name, words), first)
    modes = colouring.offered(rows)
    mode = address.read("farver", words("Farverne viser"), modes, lambda name: words(colouring.NAMES[name]))
    alike = bases(rows).get(period, [])
    if not alike:
        return Times(period, mode, None, False)
    first = next(other for other in alike if other != period)
    base = address.read("fra", words("Ændring siden"), alike, lambda name: as_text(name, words), first)
    return Times(period, mode, base, mode != colouring.CHANGE and choice.address.get("delt") == "ja")
