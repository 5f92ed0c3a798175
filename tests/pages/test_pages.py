"""Every page in every language, run without a browser: it has its title, no exception, and only its own language."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n.markdown import plain, unescaped
from dashboard.i18n.words import LANGUAGES, Words
from dashboard.ui.navigation import PAGES, START, PageRecord
from dashboard.ui.navigation import page as page_at
from tests.patience import PATIENCE


def run(root: Path, page: PageRecord, **query: str) -> AppTest:
    app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=PATIENCE)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()  # the pages are known after the first run
    return app if page == START else app.switch_page(f"../pages/{page.file}").run()


def shown(root: Path, path: str, **query: str) -> AppTest:
    """A page by its address, which has no fault to tell."""
    app = run(root, page_at(path), **query)
    assert not app.exception
    assert not app.error
    return app


def headings(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.subheader, app.title)
    return "\n".join(element.value for kind in kinds for element in kind)


def warned(app: AppTest) -> list[str]:
    return [unescaped(warning.value) for warning in app.warning]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_a_page_shows_its_title_without_an_exception(root: Path, page: PageRecord, language: str) -> None:
    app = run(root, page, sprog=language)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == Words(language)(page.title)


def test_an_invalid_year_is_named_and_the_nearest_is_shown(root: Path) -> None:
    app = run(root, PAGES[0], aar="1999")
    assert "Linket peger på et ukendt valg under perioderne med tal: »1999«. I stedet vises 2015." in warned(app)


def test_an_unknown_area_is_named_and_a_like_one_is_shown(root: Path) -> None:
    app = run(root, PAGES[0], omraade="taastrupgard")
    assert (
        "Linket peger på et ukendt valg under Find et område: »taastrupgard«. I stedet vises Tåstrupgård"
        in "\n".join(warned(app))
    )


def test_a_wrong_link_cannot_put_a_link_or_a_picture_on_the_page(root: Path) -> None:
    asked = "[Log ind](https://andet.dk)"
    app = run(root, PAGES[0], omraade=asked, lag="![x](//andet.dk/x.png)")
    assert any(f"»{asked}«" in sentence for sentence in warned(app))
    assert not any("](" in warning.value for warning in app.warning)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            {"niveau": "housing_area"},
            "»Sigtelser pr. 1.000 indbyggere« har ingen tal, som et kort kan vise, på niveauet boligområder. Her vises "
            "kommuner.",
        ),
        (
            {"inden_for": "kommune_0810", "niveau": "housing_area", "indikator": "residents"},
            "I Brønderslev er der ingen boligområder at vise. Her vises hele landet.",
        ),
        (
            {"farver": "regnbue"},
            "Linket peger på et ukendt valg under Farverne viser: »regnbue«. I stedet vises Tallet.",
        ),
        ({"lag": "sogne,stjerner"}, "Linket peger på et ukendt valg under Lag, som er sprunget over: »stjerner«."),
        (
            {"fra": "1999", "farver": "aendring"},
            "Linket peger på et ukendt valg under Ændring siden: »1999«. I stedet vises 2015.",
        ),
    ],
    ids=["level", "within", "colour", "layer", "base"],
)
def test_a_wrong_map_link_is_answered_with_a_sentence(root: Path, query: dict[str, str], sentence: str) -> None:
    app = run(root, PAGES[0], **query)
    assert not app.exception
    assert sentence in warned(app)


def test_a_chosen_municipality_comes_first_among_the_charges(root: Path) -> None:
    found = headings(run(root, page_at("sigtelser"), kommune="kommune_0169"))
    assert found[0] == "Kommunerne"


def test_the_hotspot_result_is_told_with_its_difference(root: Path) -> None:
    app = run(root, page_at("sigtelser"))
    said = texts(app).replace("\\", "")
    assert "fra 75 til 50" in said
    assert "−20" in said
    assert "over 18" in str(app.table[0].value)


def test_a_complete_dataset_shows_the_difference_single_areas_and_the_funnel_at_the_chosen_age(root: Path) -> None:
    app = run(root, page_at("sigtelser"), datasaet="example", alder="18-24", periode="2007-2009")
    assert not app.exception
    headings = [header.value.replace("\\", "") for header in app.header]
    assert headings[0].startswith("Hotspotområder mod kontrolområder, 18")  # the effect first
    assert headings[1:6] == [
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
    assert "for få personer til at afgøre det" in said


def test_charges_are_never_shown_for_single_areas(root: Path) -> None:
    app = run(root, page_at("sigtelser"), datasaet="example", alder="15-17")
    headings = [header.value for header in app.header if header.value.startswith("Sigtelser")]
    assert headings
    assert not any("hver for sig" in heading or "boligområde i" in heading for heading in headings)


def test_what_is_hidden_is_certified_where_anything_is(root: Path) -> None:
    certified = "ingen skjulte tal kunne regnes ud af det, der vises"
    assert certified in texts(shown(root, "data", datasaet="example"))
    assert certified not in texts(shown(root, "data"))


def test_the_scorecard_counts_its_statuses(root: Path) -> None:
    said = texts(run(root, page_at("succeskriterier"))).replace("\\", "")
    assert "3 af 12 opfyldt · 4 ikke endnu · 2 uden projekt · 3 ikke opgjort" in said


def test_an_empty_filter_result_has_words(root: Path) -> None:
    app = run(root, page_at("succeskriterier"), status="abandoned", maalgruppe="partnerskabet")
    assert not app.exception
    assert "Ingen kriterier passer til valget" in texts(app)


def test_no_dataset_gives_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from dashboard import store

    monkeypatch.setattr(store, "ROOT", tmp_path)
    app = run(root, PAGES[0])
    assert not app.exception
    assert [error.value for error in app.error] == [plain(store.NO_DATA.da)]
