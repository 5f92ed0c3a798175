"""Every file that a page offers is fetched, as a click does it: when the page's run is long over. It says what the
screen says, whatever program reads it.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import pandas
import pytest
import streamlit
from python_calamine import CalamineWorkbook

from dashboard.files.taken import Taken
from dashboard.i18n.labels import UNNUMBERED
from dashboard.i18n.words import LANGUAGES, Words
from dashboard.ui import sharing
from dashboard.ui.address import Choice
from dashboard.ui.navigation import page as page_at
from dashboard.ui.sharing import Shared
from dashboard.views import tables
from dashboard.views.tables import Column
from dashboard.views.view import View
from tests.pages.test_pages import run
from tests.sweep import sampled

BOTH = (
    ("kort", {}),
    ("kort", {"farver": "aendring", "niveau": "municipality"}),
    ("kort", {"niveau": "housing_area", "indikator": "residents"}),
    ("barometer", {}),
    ("lister", {}),
    ("sigtelser", {}),
    ("aarsrapport", {}),
    ("succeskriterier", {}),
    ("succeskriterier", {"form": "kort"}),
    ("projekter", {}),
    ("effekt", {}),
    ("behov", {}),
    ("behov", {"niveau": "municipality"}),
    ("siden-sidst", {}),
    ("siden-sidst", {"siden_dag": "2018-12-31"}),
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
        ("barometer", {"omraade": "kommune_0169", "instrument": "aalborgkort", "niveau": "municipality"}),
        ("sammenlign", {"omraader": "kommune_0169,kommune_0101"}),
        ("succeskriterier", {"kriterium": "ht_09"}),
        ("projekter", {"projekt": "jobexpres"}),
        *(
            ("strategi", {"plan": plan, "moededato": "2015-06-01"})
            for plan in ("halsnaes_2014", "hoeje_taastrup_2005", "hotspot_2015")
        ),
        ("effekt", {"behandlet": "kommune_0169", "begyndt": "2019"}),
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
        ("barometer", {"omraade": "eks_omraade_01", "reference": "lignende"}),
        ("sammenlign", {"omraader": "eks_omraade_01", "eget": "Nord~eks_omraade_03,eks_omraade_04"}),
        *((page, {"eget": "Nord~eks_omraade_03,eks_omraade_04"}) for page in ("behov", "siden-sidst", "aarsrapport")),
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
    "barometer",
    "barometer-spine",
    "barometer-likes",
    "barometer-instrument",
    "barometer-limits",
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
    "effect-groups",
    "effect-placebo",
    "effect-sizes",
    "effect-doubts",
    "effect-balance",
    "effect-areas",
    "need",
    "need-gaps",
    "need-priorities",
    "since",
    "since-criteria",
    "since-figures",
    "since-new",
    "since-corrections",
    "since-evaluations",
}
ONLY = {  # the published plans give no dates
    "published": {"effect-published", "accepted-questions"},
    "example": {
        *("due", "slipped", "milestones", "project-milestones", "project-actions"),
        *("difference", "areas", "funnel"),
        *("meetings", "meetings-years", "transition-outcomes"),
        *("annual-overview", "annual-years", "annual-departments", "remarks"),
        *("cards", "cards-sent-up", "card-eks_kort_09", "process"),
        "need-overlaps",
    },
}


# Where nothing is due or late, or a source names no milestone, the page says so and the file has its headings alone.
MAY_BE_EMPTY = {
    *("due", "slipped", "milestones", "process"),
    *("need-gaps", "need-overlaps", "need-priorities", "since-judgements"),
    *("remarks", "accepted-questions", "version-changes"),
}
EMPTY = "no rows"


@dataclass
class Offered:
    """What the buttons of a page give, by their keys, and what the page shows of each view: its twin by its heading."""

    files: dict[str, Callable[[], bytes]]
    twins: dict[str, tuple[pandas.DataFrame, Sequence[Column]]]
    taken: dict[str, Taken]


def offered(root: Path, page: str, pressed: pytest.MonkeyPatch, **choices: str) -> Offered:
    """What a page offers. A view on the page without a file fails."""
    found: dict[str, Any] = {}
    twins: dict[str, tuple[pandas.DataFrame, Sequence[Column]]] = {}
    taken: dict[str, Taken] = {}
    button, of_view, share = streamlit.download_button, sharing.of_view, sharing.share

    def noted(label: str, data: Any, *given: Any, **named: Any) -> bool:
        found[named["key"]] = data
        return button(label, data, *given, **named)

    def seen(choice: Choice, shown: View) -> Shared:
        twins[shown.key] = shown.file or (shown.table, shown.columns)
        return of_view(choice, shown)

    def shared(choice: Choice, given: Shared) -> None:
        taken[given.key] = given.taken
        share(choice, given)

    with pressed.context() as patch:
        patch.setattr(streamlit, "download_button", noted)
        patch.setattr(sharing, "of_view", seen)
        patch.setattr(sharing, "share", shared)
        app = run(root, page_at(page), **choices)
    assert not app.exception
    assert not app.error
    files = {each.key: found[each.key] for each in app.get("download_button")}  # without those of the start page
    views = {each.key.removeprefix("agenda-add-") for each in app.button if (each.key or "").startswith("agenda-add-")}
    for kind in ("csv", "xlsx", "ods"):
        assert views == taken.keys() & {key.removeprefix(f"{kind}-") for key in files if key.startswith(f"{kind}-")}
    return Offered(files, twins, taken)


def fault(key: str, content: bytes, taken: Taken | None, twin: tuple[pandas.DataFrame, Sequence[Column]] | None) -> str:
    """What is wrong with a file, empty where it is whole and says what the screen says."""
    kind = key.partition("-")[0]
    if key == "json-certificate":
        return "" if json.loads(content) else "no certificate"
    if key in WHOLE:
        return "" if content.startswith(WHOLE[key]) else "another kind of file"
    if taken is None:
        return "" if zipfile.ZipFile(io.BytesIO(content)).testzip() is None else "no whole workbook"
    rows, columns = twin or taken.made()
    screen = tables.to_display(rows, columns, taken.words)
    cells = READERS[kind](content, taken)
    if cells.columns.has_duplicates or any(name.startswith("Unnamed") for name in cells.columns):
        return f"headings {list(cells.columns)}"
    if len(cells) != len(screen):
        return f"{len(cells)} rows for {len(screen)}"
    decimals = {column.heading: column.decimals for column in columns if column.kind == "number"}
    for heading in screen.columns:
        read = [as_shown(cell, decimals.get(heading), taken.words) for cell in cells[heading]]
        wrong = [pair for pair in zip(screen[heading], read, strict=True) if not is_same(*pair, kind, taken.words)]
        if wrong:
            return f"{heading}: {wrong[:3]}"
    return "" if len(cells) else EMPTY


def as_shown(cell: Any, decimals: int | None, words: Words) -> str:
    """A cell of a file as the screen writes it: numbers are numbers there."""
    if isinstance(cell, float) and pandas.isna(cell):
        return GONE
    return str(cell) if decimals is None or isinstance(cell, str) else words.number(float(cell), decimals)


def is_same(shown: str, read: str, kind: str, words: Words) -> bool:
    if kind in SHAPED and read == GONE:  # a missing number, whose word stands beside it as a code
        return shown in {words(word) for word in UNNUMBERED.values()}
    return shown == read


def from_csv(content: bytes, taken: Taken) -> pandas.DataFrame:
    """The text of every cell; a number as a number."""
    language = taken.words.of_language
    table = pandas.read_csv(
        io.BytesIO(content), sep=language.separator, encoding="utf-8-sig", dtype=str, keep_default_na=False
    )
    numbers = {column.heading for column in taken.columns if column.kind == "number"}

    def cell(text: str, heading: str) -> Any:
        number = text.replace(language.decimal_mark, ".")
        is_number = heading in numbers and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", number)
        return float(number) if is_number else re.sub(r"^'(?=[=+@\t\r-])", "", text)

    return pandas.DataFrame({name: [cell(text, name) for text in table[name]] for name in table.columns}, dtype=object)


def from_workbook(content: bytes, taken: Taken) -> pandas.DataFrame:
    """The first sheet; the second must say what the numbers are."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    numbers, about = (book.get_sheet_by_name(name) for name in book.sheet_names)
    said = dict(about.to_python())
    assert said[taken.words("Skjulte tal")]
    assert said[taken.words("Visning")] == taken.told.heading
    heading, *rows = numbers.to_python()
    return pandas.DataFrame(rows, columns=heading, dtype=object)


def from_shapes(content: bytes, taken: Taken) -> pandas.DataFrame:
    read = geopandas.read_file(io.BytesIO(content))
    assert read.crs == "EPSG:4326"
    assert read.geometry.notna().any()
    columns = {column.heading: column.kind for column in taken.columns}
    return pandas.DataFrame(
        {
            name: read[name].astype(float) if columns.get(name) == "number" else read[name].astype(object)
            for name in read.columns
        }
    )


GONE = "nan"
SHAPED = ("geojson", "gpkg")
READERS = {
    "csv": from_csv,
    "xlsx": from_workbook,
    "ods": from_workbook,
    "geojson": from_shapes,
    "gpkg": from_shapes,
}
WHOLE = {"html-kort": b"<!DOCTYPE html>", "png-kort": b"\x89PNG", "svg-kort": b"<svg "}
# Half of what is read is the same in the other language.
ALONE = {"da": tuple(READERS), "en": ("csv", "xlsx")}


@pytest.mark.parametrize("language", sampled(LANGUAGES, ["da"]))
@pytest.mark.parametrize("dataset", VISITS)
def test_every_download_of_every_view_gives_a_file(
    root: Path, monkeypatch: pytest.MonkeyPatch, dataset: str, language: str
) -> None:
    seen, faults = set[str](), {}
    for page, choices in VISITS[dataset]:
        here = offered(root, page, monkeypatch, datasaet=dataset, sprog=language, **choices)
        for key, data in here.files.items():
            kind, _, name = key.partition("-")
            taken = here.taken.get(name) if kind in READERS else None  # None of a workbook that is of no view
            if taken and kind not in ALONE[language]:
                continue
            wrong = fault(key, data() if callable(data) else data, taken, here.twins.get(name))
            if not wrong:
                seen.add(name if kind == "csv" else key)
            elif wrong != EMPTY or name not in MAY_BE_EMPTY:
                faults[page, str(choices), key] = wrong
    assert faults == {}
    kinds = {
        kind for kind in ALWAYS | ONLY[dataset] if not any(key == kind or key.startswith(f"{kind}-") for key in seen)
    }
    assert kinds == set()
    assert {"html-kort", "png-kort", "svg-kort", "xlsx-kort"} <= seen
    assert language == "en" or {"ods-kort", "geojson-kort", "gpkg-kort"} <= seen


def test_the_file_of_the_map_has_the_code_of_each_municipality(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = offered(root, "kort", monkeypatch, niveau="housing_area", indikator="residents").files["csv-kort"]()
    table = pandas.read_csv(io.BytesIO(written), sep=";", encoding="utf-8-sig", dtype=str)
    assert set(table.loc[table["Område"] == "Tåstrupgård", "Kommunekode"]) == {"0169"}
