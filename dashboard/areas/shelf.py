"""What is known of areas, put together once a version and shared by every reader of it."""

from __future__ import annotations

from typing import NamedTuple

import pandas
import streamlit

from dashboard import store
from dashboard.areas import atlas
from dashboard.areas.atlas import Atlas
from data.versions import Version


@streamlit.cache_resource(max_entries=3, show_spinner=False, hash_funcs={Version: store.key})
def book(version: Version) -> Atlas:
    """The tables that tell of areas, with what is looked up in them; every reader of a version shares them."""
    return Atlas({name: store.table(version, name) for name in atlas.TABLES})


class Facts(NamedTuple):
    """What every view needs to name what it shows: `names` by area id, `indicators` by indicator id."""

    names: pandas.Series
    indicators: pandas.DataFrame
    sources: pandas.DataFrame
    breaks: pandas.DataFrame


def facts(version: Version) -> Facts:
    return Facts(
        names=store.table(version, "areas").drop_duplicates("area_id").set_index("area_id")["name"],
        indicators=store.table(version, "indicators").set_index("indicator_id"),
        sources=store.table(version, "sources"),
        breaks=store.table(version, "breaks"),
    )
