"""The pages, one record each. Adding a page: one file in `pages/` and one record here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.i18n.words import N_

PAGES_FOLDER = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True)
class PageRecord:
    """`path` is the Danish address a reader sees, `file` the English name of the script in `pages/`.

    `short` is the word of the menu where the title is longer.
    """

    path: str
    file: str
    title: str
    icon: str
    short: str = ""

    @property
    def in_menu(self) -> str:
        return self.short or self.title

    @property
    def script(self) -> Path:
        return PAGES_FOLDER / self.file


PAGES = (
    PageRecord("kort", "area_map.py", N_("Områdekort"), ":material/map:"),
    PageRecord("omraade", "area_profile.py", N_("Områdeprofil"), ":material/home_work:"),
    PageRecord("sammenlign", "compare.py", N_("Sammenlign områder"), ":material/compare_arrows:", N_("Sammenlign")),
    PageRecord("lister", "official_lists.py", N_("Officielle lister"), ":material/fact_check:", N_("Lister")),
    PageRecord("sigtelser", "charges.py", N_("Sigtede og sigtelser"), ":material/show_chart:", N_("Sigtelser")),
    PageRecord("succeskriterier", "scorecard.py", N_("Succeskriterier"), ":material/task_alt:"),
    PageRecord("projekter", "project_bank.py", N_("Projektbank"), ":material/inventory_2:"),
    PageRecord("strategi", "strategy.py", N_("Strategi"), ":material/account_tree:"),
    PageRecord("samarbejde", "cooperation.py", N_("Samarbejde"), ":material/groups:"),
    PageRecord("handlingskort", "action_cards.py", N_("Handlingskort"), ":material/assignment:"),
    PageRecord("hotspot", "hotspot.py", N_("Hotspottavle"), ":material/hub:", N_("Hotspot")),
    PageRecord("moede", "meeting.py", N_("Møde"), ":material/co_present:"),
    PageRecord("data", "data_and_method.py", N_("Data og metode"), ":material/menu_book:", N_("Data")),
)
START = PAGES[0]


def page(path: str) -> PageRecord:
    """The page at an address. Raises KeyError where there is none."""
    return {record.path: record for record in PAGES}[path]
