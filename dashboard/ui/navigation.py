"""The pages and the groups of the menu, one record each. Adding a page: one file in `pages/` and one record here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dashboard.access import handing_in
from dashboard.i18n.words import N_

PAGES_FOLDER = Path(__file__).parents[2] / "pages"


@dataclass(frozen=True)
class Group:
    """A word of the menu. `answers` is the question that its pages answer, as the start page puts it."""

    title: str
    answers: str


@dataclass(frozen=True)
class PageRecord:
    """`path` is the Danish address a reader sees, `file` the English name of the script in `pages/`.

    The menu shows the pages of a group in the order in which they stand here.
    """

    path: str
    file: str
    title: str
    icon: str
    group: Group

    @property
    def script(self) -> Path:
        return PAGES_FOLDER / self.file


FIGURES = Group(N_("Tal"), N_("Hvor skiller et område sig ud, hvor sikkert er det, og siden hvornår?"))
EFFORTS = Group(N_("Indsatser"), N_("Hvad bliver der gjort, for hvem, og er målet nået?"))
COOPERATION = Group(N_("Samarbejde"), N_("Hvem beslutter hvad, hvad er aftalt, og hvad kom der ud af det?"))
MEETING = Group(N_("Møde"), N_("Hvad skal mødet se, og hvad besluttede det?"))
DATA = Group(N_("Data"), N_("Hvor kommer tallene fra, og hvordan er de regnet ud?"))
GROUPS = (FIGURES, EFFORTS, COOPERATION, MEETING, DATA)  # as the menu shows them; one without pages is left out

PAGES = (
    PageRecord("kort", "area_map.py", N_("Områdekort"), ":material/map:", FIGURES),
    PageRecord("omraade", "area_profile.py", N_("Områdeprofil"), ":material/home_work:", FIGURES),
    PageRecord("sammenlign", "compare.py", N_("Sammenlign områder"), ":material/compare_arrows:", FIGURES),
    PageRecord("barometer", "barometer.py", N_("Bybarometer"), ":material/grid_on:", FIGURES),
    PageRecord("lister", "official_lists.py", N_("Officielle lister"), ":material/fact_check:", FIGURES),
    PageRecord("sigtelser", "charges.py", N_("Sigtede og sigtelser"), ":material/show_chart:", FIGURES),
    PageRecord("effekt", "effect_workshop.py", N_("Effektværksted"), ":material/science:", FIGURES),
    PageRecord("aarsrapport", "annual_report.py", N_("Boligsocial årsrapport"), ":material/apartment:", FIGURES),
    PageRecord("succeskriterier", "scorecard.py", N_("Succeskriterier"), ":material/task_alt:", EFFORTS),
    PageRecord("behov", "need.py", N_("Behov og indsats"), ":material/balance:", EFFORTS),
    PageRecord("projekter", "project_bank.py", N_("Projektbank"), ":material/inventory_2:", EFFORTS),
    PageRecord("strategi", "strategy.py", N_("Strategi"), ":material/account_tree:", EFFORTS),
    PageRecord("overgange", "transitions.py", N_("Overgange"), ":material/moving:", COOPERATION),
    PageRecord("forankring", "anchoring.py", N_("Forankring"), ":material/anchor:", COOPERATION),
    PageRecord("erfaringer", "lessons.py", N_("Erfaringer"), ":material/lightbulb:", COOPERATION),
    PageRecord("samarbejde", "cooperation.py", N_("Samarbejde"), ":material/groups:", COOPERATION),
    PageRecord("handlingskort", "action_cards.py", N_("Handlingskort"), ":material/assignment:", COOPERATION),
    PageRecord("hotspot", "hotspot.py", N_("Hotspottavle"), ":material/hub:", COOPERATION),
    PageRecord("moede", "meeting.py", N_("Møde"), ":material/co_present:", MEETING),
    PageRecord("siden-sidst", "since.py", N_("Siden sidst"), ":material/update:", MEETING),
    PageRecord("data", "data_and_method.py", N_("Data og metode"), ":material/menu_book:", DATA),
    PageRecord(
        "tilgaengelighed", "accessibility.py", N_("Tilgængelighedserklæring"), ":material/accessibility_new:", DATA
    ),
)
START = PAGES[0]
# Where figures are handed in: a page only where a setting says so.
OWN_DATA = PageRecord(handing_in.PAGE, "own_data.py", N_("Egne data"), ":material/upload_file:", DATA)


def pages() -> tuple[PageRecord, ...]:
    """The pages that there are now."""
    return (*PAGES, OWN_DATA) if handing_in.is_on() else PAGES


def page(path: str) -> PageRecord:
    """The page at an address. Raises KeyError where there is none."""
    return {record.path: record for record in pages()}[path]


def grouped() -> list[tuple[Group, list[PageRecord]]]:
    """The groups that have pages, each with its pages."""
    found = {group: [page for page in pages() if page.group == group] for group in GROUPS}
    return [(group, its_pages) for group, its_pages in found.items() if its_pages]
