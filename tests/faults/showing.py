"""What pages and addresses show of damaged data, held against what they show of whole data."""

from __future__ import annotations

import gzip
import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pandas
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from streamlit import config
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from dashboard import store
from dashboard.area_map import catalogue
from dashboard.area_profile import sheet_route as area_sheet_route
from dashboard.projects import sheet_route as project_sheet_route
from dashboard.ui.navigation import PAGES, START, PageRecord
from dashboard.web import server
from data import versions
from data.contracts import Area, Level, Project
from data.errors import PreparedError
from data.versions import Content, Version, publish
from tests.conftest import ROOT
from tests.faults.damage import CASES, Case, Seen, as_another_user, behind_the_back
from tests.patience import PATIENCE

DATASET = "published"
RIGHT, REFUSED = "right", "refused"
TOLD = "De nyeste data kan ikke vises"
Shown = dict[str, "Page"]  # by its path


class Page(NamedTuple):
    """What a page shows: its errors, and a hash of everything else, charts and tables too."""

    errors: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """Two versions of the published data in a folder of their own, and a copy to bring them back from.

    `pages`: what each of them shows of each version, by the version's name.
    """

    root: Path
    kept: Path
    older: Version
    newest: Version
    client: TestClient
    pages: dict[str, Shown]

    def restore(self) -> None:
        for path in self.root.iterdir():
            if path.name in ("example", DATASET):
                continue
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.rmtree(self.root / DATASET)
        shutil.copytree(self.kept, self.root / DATASET)

    def shown(self, case: Case) -> Version:
        return self.older if case.seen is Seen.OLDER else self.newest


@contextmanager
def stage(folder: Path, pages: Sequence[PageRecord] = PAGES) -> Iterator[Stage]:
    """Set it up in an empty folder, and read what the pages show of whole data."""
    before, store.ROOT = store.ROOT, folder / "prepared"
    secrets = config.get_option("secrets.files")
    config.set_option("secrets.files", [])  # those at home are closed to another user
    try:
        shutil.copytree(ROOT / "data" / "prepared", store.ROOT)
        older = store.current(DATASET)
        pages_of = {older.name: all_pages(pages)}
        newest = publish(store.ROOT, DATASET, other_numbers(older))
        pages_of[newest.name] = all_pages(pages)
        shutil.copytree(store.ROOT / DATASET, folder / "kept")
        app = Starlette(routes=server.ROUTES, middleware=[Middleware(server.Shell)])
        with TestClient(app) as client:
            yield Stage(store.ROOT, folder / "kept", older, newest, client, pages_of)
    finally:
        store.ROOT = before
        config.set_option("secrets.files", secrets)


def other_numbers(version: Version) -> dict[str, Content]:
    """The content of a version with every value and its interval one higher in the table."""
    contents = {name: Content(versions.read_file(version, name), file.rows) for name, file in version.files.items()}
    observations = versions.read_table(version, "observations")
    higher = observations.assign(**{column: observations[column] + 1 for column in ("value", "low", "high")})
    return contents | {"observations.parquet": versions.table_content(higher)}


def all_pages(pages: Iterable[PageRecord]) -> Shown:
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=PATIENCE).run()
    found: Shown = {}
    for page in pages:
        if page != START:
            app = app.switch_page(f"../pages/{page.file}").run()
        found[page.path] = told(app)
    return found


def told(app: AppTest) -> Page:
    errors = tuple(error.value for error in (*app.exception, *app.error))
    elements = (element for element in app.main if isinstance(element, Element) and element.type != "error")
    return Page(errors, tuple(map(digest, elements)))


def digest(element: Element) -> str:
    """An element's kind with a hash of all that it shows; a file to fetch has another address each time."""
    is_file = element.type == "download_button"
    content = element.proto.label.encode() if is_file else element.proto.SerializeToString()
    return f"{element.type} {hashlib.sha256(content).hexdigest()[:12]}"


def of_pages(place: Stage, case: Case, shown: Shown) -> Counter[str]:
    """Each page shows what it shows of whole data, with one sentence where something is wrong."""
    found: Counter[str] = Counter()
    good = place.pages[place.shown(case).name]
    for path, page in shown.items():
        told = [TOLD] if case.seen is not Seen.NOTHING_ODD else []
        if [error[: len(TOLD)] for error in page.errors] != told:
            found[f"/{path} of »{case}« says {page.errors}"] += 1
        elif page.elements != good[path].elements:
            found[f"/{path} of »{case}« shows something else"] += 1
        else:
            found[RIGHT] += 1
    return found


def answer(place: Stage, url: str, good: bytes | None = None) -> str:
    """Whether an address answers what was published, or refuses. `good`: its content, where it is known."""
    got = place.client.get(url)
    if got.status_code == 200:
        return RIGHT if good is None or got.content == good else f"{url} answers something else"
    may_be_kept = "no-store" not in got.headers.get("cache-control", "no-store")
    return REFUSED if got.status_code in (404, 503) and not may_be_kept else f"{url} answers {got.status_code}"


def files(place: Stage, version: Version) -> dict[str, bytes]:
    """Every file for the browser as it was published, by its address."""
    folder = place.kept / version.name / "web"
    return {
        store.url_of(version, path.name.removesuffix(".json.gz")): gzip.decompress(path.read_bytes())
        for path in sorted(folder.iterdir())
    }


def sheets(version: Version) -> list[str]:
    """The addresses of a sheet of each kind."""
    project = store.rows(version, Project)[0].project_id
    area = next(area for area in store.rows(version, Area) if area.level == Level.HOUSING_AREA).area_id
    return [
        area_sheet_route.SHEETS.url(version, area, "da"),
        project_sheet_route.SHEETS.url(version, project, "da"),
    ]


def readiness(place: Stage, seen: Seen) -> str:
    """Whether `/klar` answers that the pages can be shown, and tells what is wrong."""
    got = place.client.get("/klar")
    is_told = got.json()["besked"].startswith(TOLD)
    is_right = got.status_code == 200 and is_told == (seen is not Seen.NOTHING_ODD)
    return RIGHT if is_right else f"/klar answers {got.status_code}: {got.text}"


def of_addresses(place: Stage, case: Case) -> Counter[str]:
    """Every address of a case: what is shown answers as it should, the other version so or not at all."""
    found = Counter([readiness(place, case.seen)])
    shown = place.shown(case)
    for page in PAGES:
        document = place.client.get(f"/{page.path}")
        is_right = document.status_code == 200 and (page != START or f"/filer/{DATASET}/{shown.name}/" in document.text)
        found[RIGHT if is_right else f"/{page.path} of »{case}« has another document"] += 1
    for version in (place.older, place.newest):
        for url, good in files(place, version).items():
            found[must(answer(place, url, good), url, version == shown, case)] += 1
        for url in (catalogue.url(shown, "da").replace(shown.name, version.name), *sheets(shown)):
            found[must(answer(place, url), url, version == shown, case)] += 1
    return found


def must(result: str, url: str, be_right: bool, case: Case) -> str:
    return f"{url} is refused, although »{case}« shows it" if be_right and result == REFUSED else result


def case_by_case(place: Stage, cases: Iterable[Case] = CASES, pages: Sequence[PageRecord] = PAGES) -> Counter[str]:
    """Let each case befall the newest version, and ask for every page and every address."""
    found: Counter[str] = Counter()
    for case in cases:
        case.spoil(place.root / DATASET / place.newest.name)
        with as_another_user():
            found += of_pages(place, case, all_pages(pages)) + of_addresses(place, case)
        place.restore()
    return found


def rotten_under_the_pages(place: Stage, pages: Sequence[PageRecord] = PAGES) -> Counter[str]:
    """Every table rots after it was inspected and before any page has read it: each page shows the older version."""
    found: Counter[str] = Counter()
    case = Case("rot under a page", lambda folder: None)
    for page in pages:
        streamlit.cache_resource.clear()
        with behind_the_back():
            store.current(DATASET)
            for path in place.root.glob(f"{DATASET}/{place.newest.name}/*.parquet"):
                flip(path, 8 * (path.stat().st_size // 2))
            found += of_pages(place, case, all_pages([page]))
        place.restore()
    return found


def flip(path: Path, bit: int) -> None:
    """Flip a bit where it lies."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def flips(place: Stage, times: int, inspected: bool, seed: int = 20260101) -> Counter[str]:
    """Flip a bit of any file of the newest version, before or after it was inspected, and ask for what has it."""
    chance, found = random.Random(seed), Counter[str]()
    folder = place.root / DATASET / place.newest.name
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for _ in range(times):
        path = chance.choice(paths)
        bit = chance.randrange(8 * path.stat().st_size)
        if inspected:
            with behind_the_back():
                store.current(DATASET)
                flip(path, bit)
                found += of_a_flip(place, path)
        else:
            flip(path, bit)
            found += of_a_flip(place, path)
        flip(path, bit)
        versions.inspection.forget()
    return found


def of_a_flip(place: Stage, path: Path) -> Counter[str]:
    """The file with the flipped bit is refused; then `/klar` tells, and the older version answers."""
    found: Counter[str] = Counter()
    for version in (place.newest, place.older):
        name = path.relative_to(place.root / DATASET / place.newest.name).as_posix()
        for url, good in files_named(place, version, path.name).items():
            found[answer(place, url, good)] += 1
        if name.endswith(".parquet"):
            found[table(place, version, name)] += 1
    if path.name == versions.inspection.MANIFEST:
        versions.inspection.forget()  # a manifest that is remembered is not read again
    found[readiness(place, Seen.OLDER)] += 1
    return found


def files_named(place: Stage, version: Version, name: str) -> dict[str, bytes]:
    url = store.url_of(version, name.removesuffix(".json.gz"))
    path = place.kept / version.name / "web" / name
    return {url: gzip.decompress(path.read_bytes())} if path.is_file() else {}


def table(place: Stage, version: Version, name: str) -> str:
    try:
        read = versions.read_table(version, name.removesuffix(".parquet"))
    except PreparedError:
        return REFUSED
    good = pandas.read_parquet(place.kept / version.name / name)
    return RIGHT if read.equals(good) else f"the table {name} has other numbers"
