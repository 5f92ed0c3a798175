"""Every page in every language, run without a browser: it has its title, no exception, and only its own language."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.navigation import PAGES, START, PageRecord
from dashboard.words import LANGUAGES, Words


def run(root: Path, page: PageRecord, **query: str) -> AppTest:
    app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()  # the pages are known after the first run
    return app if page == START else app.switch_page(f"../pages/{page.file}").run()


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.subheader, app.title)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_shows_its_title_without_an_exception(root: Path, page: PageRecord, language: str) -> None:
    app = run(root, page, sprog=language)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == Words(language)(page.title)


def test_the_map_says_what_it_shows(root: Path) -> None:
    app = run(root, PAGES[0])
    assert "kommuner med et tal ligger over hele landet" in texts(app)


def test_an_invalid_year_is_named_and_the_nearest_is_shown(root: Path) -> None:
    app = run(root, PAGES[0], aar="1999")
    assert "»1999« findes ikke under År. Her vises 2015." in [warning.value for warning in app.warning]


def test_an_unknown_area_is_named_and_a_like_one_is_shown(root: Path) -> None:
    app = run(root, PAGES[0], omraade="taastrupgard")
    said = "\n".join(warning.value for warning in app.warning)
    assert "»taastrupgard« findes ikke under Find et område. Her vises Tåstrupgård" in said


def test_the_hotspot_result_is_told_with_its_difference(root: Path) -> None:
    said = texts(run(root, PAGES[1])).replace("\\", "")
    assert "fra 75 til 50" in said
    assert "−20" in said
    assert "over 18" in said


def test_a_complete_dataset_shows_the_difference_single_areas_and_the_funnel_at_the_chosen_age(root: Path) -> None:
    app = run(root, PAGES[1], datasaet="example", alder="18-24", periode="2007-2009")
    assert not app.exception
    headings = [header.value.replace("\\", "") for header in app.header]
    assert headings[:5] == [
        "Sigtede pr. 1.000 unge, 18–24 år",
        "Sigtede pr. 1.000 unge, 18–24 år: forskellen mellem hotspotområderne og kontrolområderne",
        "Sigtede pr. 1.000 unge, 18–24 år: hotspotområderne hver for sig",
        "Sigtede pr. 1.000 unge, 18–24 år: kontrolområderne hver for sig",
        "Boligområderne i én periode",
    ]
    assert "Sigtede pr. 1.000 unge, 18–24 år: hvert boligområde i 2007–2009" in headings
    assert not any("15–17" in heading for heading in headings)
    said = texts(app).replace("\\", "")
    assert "Forskellen var" in said
    assert "for lille til at afgøre" in said


def test_charges_are_never_shown_for_single_areas(root: Path) -> None:
    app = run(root, PAGES[1], datasaet="example", alder="15-17")
    headings = [header.value for header in app.header if header.value.startswith("Sigtelser")]
    assert headings
    assert not any("hver for sig" in heading or "boligområde i" in heading for heading in headings)


def test_what_is_hidden_is_counted_where_anything_is(root: Path) -> None:
    page = next(page for page in PAGES if page.path == "data")
    assert "Hvad der er skjult" in [header.value for header in run(root, page, datasaet="example").header]
    assert "Hvad der er skjult" not in [header.value for header in run(root, page).header]


def test_the_scorecard_counts_its_statuses(root: Path) -> None:
    said = texts(run(root, PAGES[2])).replace("\\", "")
    assert "3 af 12 kriterier er opfyldt" in said


def test_an_empty_filter_result_has_words(root: Path) -> None:
    app = run(root, PAGES[2], status="abandoned", maalgruppe="Partnerskabet")
    assert not app.exception


def test_no_dataset_gives_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from dashboard import show, store

    monkeypatch.setattr(store, "ROOT", tmp_path)
    app = run(root, PAGES[0])
    assert not app.exception
    assert [error.value for error in app.error] == [show.plain(store.NO_DATA.da)]
