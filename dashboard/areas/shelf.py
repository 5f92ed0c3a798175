"""What is known of areas, put together once a version and shared by every reader of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas
import streamlit

from dashboard import store
from dashboard.areas import area_tables
from dashboard.areas.atlas import Atlas
from data import names
from data.contracts import Area, Break, Indicator, Source
from data.versions import Version


@streamlit.cache_resource(max_entries=6, show_spinner=False, hash_funcs={Version: store.key})
def tables(version: Version, names: tuple[str, ...]) -> Mapping[str, pandas.DataFrame]:
    """Prepared tables, of any columns, by name; every reader of a version shares them, so they must not be changed."""
    return {name: store.shared_table(version, name) for name in names}


@streamlit.cache_resource(max_entries=3, show_spinner=False, hash_funcs={Version: store.key})
def book(version: Version) -> Atlas:
    """The tables that tell of areas, with what is looked up in them; every reader of a version shares them."""
    return Atlas(tables(version, area_tables.TABLES))


class Facts(NamedTuple):
    """What every view needs to name what it shows: `names` by area id, each of one area alone; `indicators` by
    indicator id.
    """

    names: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    sources: tuple[Source, ...]
    breaks: tuple[Break, ...]

    def breaks_of(self, indicator_id: str) -> list[Break]:
        """The changes of definition of an indicator."""
        return [found for found in self.breaks if found.applies_to == indicator_id]


def facts(version: Version) -> Facts:
    areas = {area.area_id: area for area in reversed(store.rows(version, Area))}  # the first of an id counts
    return Facts(
        names=names.unique(areas.values()),
        indicators={indicator.indicator_id: indicator for indicator in store.rows(version, Indicator)},
        sources=store.rows(version, Source),
        breaks=store.rows(version, Break),
    )
