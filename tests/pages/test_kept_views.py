"""What is kept is what would be made anew: every choice of every page is changed, with everything kept before, and the
page must say the same as with nothing kept.
"""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from dashboard.ui import clock, view_layout
from dashboard.ui.address_keys import KEYS
from dashboard.ui.navigation import PAGES, PageRecord
from dashboard.views import kept
from tests.pages.test_pages import run
from tests.sweep import sampled

TODAY, LATER = date(2026, 11, 27), date(2028, 3, 1)
FRAME = {"datasaet": "published", "sprog": "en", "visning": "projektor"}
NO_VIEW = {"punkt", "vis", "dagsorden"}  # of a running meeting
NOT_SAID = ("download_button",)  # it has a new address in every run
START = {  # what a page needs to show anything
    "omraade": {"omraade": "eks_omraade_01"},
    "sammenlign": {"omraader": "eks_omraade_01,eks_omraade_02"},
}
# Another value of every choice that a page reads.
CHANGED: dict[str, dict[str, str]] = {
    "kort": {
        "omraade": "eks_omraade_02",
        "inden_for": "kommune_9999",
        "indikator": "residents",
        "niveau": "eks_distrikt",
        "aar": "2020",
        "fra": "2019",
        "farver": "aendring",
        "delt": "1",
        "lag": "region",
        "liste": "forebyggelse",
        "rangliste": "alle",
        "udsnit": "55.5,10.5,8",
    },
    "omraade": {"omraade": "eks_omraade_02", "fane": "projekter", "aarraekke": "2016-2021", "emne": "education"},
    "sammenlign": {
        "omraader": "eks_omraade_03,eks_omraade_01",
        "indikator": "residents",
        "eget": "Nord~eks_omraade_04,eks_omraade_07",
        "aarraekke": "2016-2021",
        "emne": "education",
    },
    "barometer": {
        "eget": "Nord~eks_omraade_04,eks_omraade_07",
        "omraade": "eks_omraade_02",
        "omraader": "eks_omraade_01,eks_omraade_03",
        "niveau": "eks_distrikt",
        "tema": "education",
        "instrument": "aalborgkort",
        "reference": "lignende",
        "sorteret": "residents",
    },
    "lister": {"listeaar": "2021"},
    "sigtelser": {
        "kommune": "kommune_9999",
        "alder": "18-24",
        "periode": "2009-2011",
        "aarraekke": "2012-2020",
        "gruppe": "hotspotomraader",
    },
    "effekt": {
        "indikator": "spare_time_job_pct",
        "alder": "18-24",
        "behandlet": "eks_omraade_01,eks_omraade_02",
        "kontrol": "eks_omraade_08",
        "foer": "2015",
        "begyndt": "2016",
        "eget": "Nord~eks_omraade_04,eks_omraade_07",
        "aarraekke": "2010-2024",
    },
    "succeskriterier": {
        "kriterium": "eks_01",
        "projekt": "eks_fritidsjob",
        "maal": "eks_tryghed",
        "maalgruppe": "beboere",
        "kriteriestatus": "met",
        "form": "kort",
    },
    "behov": {
        "eget": "Nord~eks_omraade_04,eks_omraade_07",
        "omraader": "eks_omraade_01,eks_omraade_34",
        "emne": "education",
        "omraade": "eks_omraade_34",
        "niveau": "municipality",
        "holdtmod": "land",
        "behovstema": "crime,employment",
        "behovsgruppe": "youth_at_risk",
        "behovsstatus": "i-gang",
    },
    "projekter": {
        "omraade": "eks_omraade_02",
        "projekt": "eks_fritidsjob",
        "maal": "eks_tryghed",
        "projektstatus": "finished",
        "soeg": "fritidsjob",
    },
    "strategi": {"maal": "eks_tryghed", "plan": "hotspot_2015", "moededato": "2027-06-01"},
    "overgange": {"kommune": "kommune_9999", "moedeaar": "2021", "maaling": "agreed"},
    "aarsrapport": {
        "eget": "Nord~eks_omraade_04,eks_omraade_07",
        "omraader": "eks_afdeling_01,eks_afdeling_02",
        "aarraekke": "2012-2020",
        "kommune": "kommune_9999",
        "afdeling": "eks_afdeling_02",
        "parameter": "rent",
        "aarsperiode": "2018-2020",
    },
    "forankring": {"ordning": "eksempelkommune", "rute": "no_plan,operations"},
    "erfaringer": {"ordning": "eksempelkommune", "tema": "law", "projekt": "eks_fritidsjob"},
    "handlingskort": {
        "omraade": "eks_omraade_14",
        "maal": "eks_tryghed",
        "team": "eks_task_force",
        "kortstatus": "sent_up",
        "handling": "eks_kort_03",
    },
    "hotspot": {"omraade": "eks_omraade_08"},
    "samarbejde": {"model": "halsnaes_2014"},
    "data": {"indikator": "residents", "tal": "residents~eks_omraade_02~2020"},
    "moede": {},
    "siden-sidst": {
        "siden": "eks_status_2022",
        "eget": "Nord~eks_omraade_04,eks_omraade_07",
        "siden_dag": "2021-12-31",
        "ordning": "eksempelkommune",
        "niveau": "housing_area",
        "omraader": "eks_omraade_01,eks_omraade_34",
        "emne": "education",
    },
    "tilgaengelighed": {},
}
NEEDS = {
    "plan": {"datasaet": "published"},
    "model": {"datasaet": "published"},
}  # where there are several to choose from


# A map, charts, tables that sum up, cards, and what depends on the day.
SAMPLE = ("kort", "sigtelser", "succeskriterier", "strategi", "overgange")


def forget() -> None:
    kept._once.cache_clear()
    view_layout._sent.clear()
    view_layout._texts.clear()


def said(app: AppTest) -> list[tuple[str, bytes]]:
    """Every element of the page as the browser gets it."""
    assert not app.exception
    elements = [element for element in app.main if isinstance(element, Element)]
    return [
        (element.type, element.proto.SerializeToString(deterministic=True))
        for element in elements
        if element.type not in NOT_SAID
    ]


def test_every_choice_of_every_page_is_changed_here() -> None:
    for page in PAGES:
        read = {key.name for key in KEYS.values() if page.path in key.pages}
        assert read - NO_VIEW == set(CHANGED[page.path]), page.path


@pytest.mark.parametrize("page", sampled(PAGES, SAMPLE, lambda page: page.path))
def test_a_kept_page_says_what_a_page_made_anew_says(
    root: Path, page: PageRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = {"datasaet": "example", **START.get(page.path, {})}
    changed = {**FRAME, **CHANGED[page.path]}
    addresses = [start, *({**start, **NEEDS.get(name, {}), name: value} for name, value in changed.items())]
    visits = [*((address, TODAY) for address in addresses), (start, LATER)]

    def opened(address: dict[str, str], day: date) -> list[tuple[str, bytes]]:
        monkeypatch.setattr(clock, "today", lambda: day)
        return said(run(root, page, **address))

    forget()
    from_kept = [opened(*visit) for visit in visits]  # each meets what all before it have left
    for visit, before in zip(visits, from_kept, strict=True):
        forget()
        assert opened(*visit) == before, visit
