"""Every file that a page offers is fetched, as a click does it: when the page's run is long over."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pandas
import pytest
import streamlit

from dashboard.i18n import languages
from dashboard.i18n.words import LANGUAGES
from dashboard.ui.navigation import page as page_at
from tests.pages.test_pages import run

BOTH = (
    ("kort", {}),
    ("kort", {"farver": "aendring", "niveau": "municipality"}),
    ("kort", {"niveau": "housing_area", "indikator": "residents"}),
    ("lister", {}),
    ("sigtelser", {}),
    ("aarsrapport", {}),
    ("succeskriterier", {}),
    ("succeskriterier", {"form": "kort"}),
    ("projekter", {}),
    ("overgange", {}),
    ("forankring", {}),
    ("erfaringer", {}),
    ("data", {}),
)
TABS = ("tal", "lister", "projekter", "partnere", "historie")
VISITS = {
    "published": (
        *BOTH,
        *(("omraade", {"omraade": "taastrupgaard", "fane": tab}) for tab in TABS),
        ("omraade", {"omraade": "kommune_0169"}),
        ("sammenlign", {"omraader": "taastrupgaard,gadehavegaard"}),
        ("sammenlign", {"omraader": "kommune_0169,kommune_0101"}),
        ("succeskriterier", {"kriterium": "ht_09"}),
        ("projekter", {"projekt": "jobexpres"}),
        *(
            ("strategi", {"plan": plan, "moededato": "2015-06-01"})
            for plan in ("halsnaes_2014", "hoeje_taastrup_2005", "hotspot_2015")
        ),
        ("handlingskort", {}),
        ("hotspot", {}),
        *(
            ("samarbejde", {"model": model})
            for model in ("hotspot_2015", "halsnaes_2014", "hoeje_taastrup_2005", "koebenhavn_2009", "sfi_2013")
        ),
    ),
    "example": (
        *BOTH,
        *(("omraade", {"omraade": "eks_omraade_01", "fane": tab}) for tab in TABS),
        ("omraade", {"omraade": "eks_omraade_07", "fane": "historie"}),
        ("sammenlign", {"omraader": "eks_omraade_01,eks_omraade_07"}),
        ("sigtelser", {"alder": "18-24", "periode": "2007-2009"}),
        ("succeskriterier", {"kriterium": "eks_01"}),
        *(("projekter", {"projekt": name}) for name in ("eks_jobvejen", "eks_gadeteam", "eks_lektiecafe")),
        ("strategi", {}),
        ("samarbejde", {}),
        ("hotspot", {}),
        ("hotspot", {"omraade": "eks_omraade_08"}),
        ("handlingskort", {}),
        ("handlingskort", {"handling": "eks_kort_09"}),
    ),
}
# Every kind of view, by the beginning of its key.
ALWAYS = {
    "kort",
    "profile-overview",
    "profile-figures",
    "profile-trends",
    "profile-lists",
    "profile-projects",
    "profile-workers",
    "list-status",
    "list-rules",
    "list-closeness",
    "rules-of-lists",
    "profile-history",
    "compared",
    "compared-chart",
    "criteria",
    "criterion",
    "progress",
    "outcomes",
    "projects",
    "project",
    "project-facts",
    "criteria-project",
    "timeline",
    "strategy",
    "gaps",
    "indicator",
    "indicators",
    "lists",
    "sources",
    "promises",
    "powers",
    "annual-parameters",
    "versions",
    "freshness",
    "dictionary",
    "certificate",
    "transitions-elements",
    "transitions-shortages",
    "transitions-prospects",
    "transitions-conditions",
    "anchoring",
    "grants",
    "lessons",
    "lessons-closed",
    "assessments",
    "assessments-project",
    "profile-strengths",
    "bodies",
    "seats",
    "partners",
    "advice",
    "challenges",
    "card-teams",
    "checklist",
    "ages",
    "hub",
}
ONLY = {  # the published plans give no dates
    "published": set[str](),
    "example": {
        *("due", "slipped", "milestones", "project-milestones", "project-actions"),
        *("difference", "areas", "funnel"),
        *("meetings", "meetings-years", "transition-outcomes"),
        *("annual-overview", "annual-years", "annual-departments", "remarks", "accepted-questions"),
        *("cards", "cards-sent-up", "card-eks_kort_09", "process"),
    },
}


# Where nothing is due or late, or a source names no milestone, the page says so and the file has its headings alone.
MAY_BE_EMPTY = {
    *("csv-due", "csv-slipped", "csv-milestones", "csv-process"),
    *("csv-remarks", "csv-accepted-questions", "csv-version-changes"),
}
EMPTY = "no rows"


def offered(root: Path, page: str, pressed: pytest.MonkeyPatch, **choices: str) -> dict[str, Any]:
    """What the buttons of a page give, by their keys. A view on the page without one fails."""
    found: dict[str, Any] = {}
    button = streamlit.download_button

    def noted(label: str, data: Any, *given: Any, **named: Any) -> bool:
        found[named["key"]] = data
        return button(label, data, *given, **named)

    with pressed.context() as patch:
        patch.setattr(streamlit, "download_button", noted)
        app = run(root, page_at(page), **choices)
    assert not app.exception
    assert not app.error
    found = {each.key: found[each.key] for each in app.get("download_button")}  # without those of the start page
    views = {each.key.removeprefix("agenda-add-") for each in app.button if (each.key or "").startswith("agenda-add-")}
    assert views == {key.removeprefix("csv-") for key in found if key.startswith("csv-")}
    return found


def fault(key: str, data: Any, language: str) -> str:
    """What is wrong with a file, empty where it is whole."""
    content = data() if callable(data) else data
    if key == "html-kort":
        return "" if content.startswith(b"<!DOCTYPE html>") and b"<svg" in content else "no page with a map"
    if key == "png-kort":
        return "" if content.startswith(b"\x89PNG") else "no picture"
    if key == "json-certificate":
        return "" if json.loads(content) else "no certificate"
    if not key.startswith("csv-"):
        return "" if zipfile.ZipFile(io.BytesIO(content)).testzip() is None else "no whole workbook"
    separator = languages.LANGUAGES[language].separator
    table = pandas.read_csv(io.BytesIO(content), sep=separator, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    if table.columns.has_duplicates or any(name.startswith("Unnamed") for name in table.columns):
        return f"headings {list(table.columns)}"
    return "" if len(table) else EMPTY


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", VISITS)
def test_every_download_of_every_view_gives_a_file(
    root: Path, monkeypatch: pytest.MonkeyPatch, dataset: str, language: str
) -> None:
    seen, faults = set[str](), {}
    for page, choices in VISITS[dataset]:
        for key, data in offered(root, page, monkeypatch, datasaet=dataset, sprog=language, **choices).items():
            wrong = fault(key, data, language)
            if not wrong:
                seen.add(key.removeprefix("csv-"))
            elif wrong != EMPTY or key not in MAY_BE_EMPTY:
                faults[page, str(choices), key] = wrong
    assert faults == {}
    kinds = {
        kind for kind in ALWAYS | ONLY[dataset] if not any(key == kind or key.startswith(f"{kind}-") for key in seen)
    }
    assert kinds == set()
    assert {"html-kort", "png-kort"} <= seen


def test_the_file_of_the_map_has_the_code_of_each_municipality(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = offered(root, "kort", monkeypatch, niveau="housing_area", indikator="residents")["csv-kort"]()
    table = pandas.read_csv(io.BytesIO(written), sep=";", encoding="utf-8-sig", dtype=str)
    assert set(table.loc[table["Område"] == "Tåstrupgård", "Kommunekode"]) == {"0169"}
