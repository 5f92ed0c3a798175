"""Sammenlign områder, run without a browser: what stands in the address is shown, what cannot be is said."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui import navigation
from tests.patience import PATIENCE

PAGE = navigation.page("sammenlign")
MUNICIPALITIES = "kommune_0169,kommune_0813,kommune_0360,kommune_0101,kommune_0751,kommune_0461,kommune_0851"


def run(root: Path, **query: str) -> AppTest:
    app = AppTest.from_file(str(root / "dashboard" / "app.py"), default_timeout=PATIENCE)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(f"../pages/{PAGE.file}").run()
    assert not app.exception
    assert not app.error
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.warning, app.header)
    return "\n".join(element.value for kind in kinds for element in kind).replace("\\", "")


def labels(app: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in app.button]


def test_without_an_area_a_sentence_says_what_to_do(root: Path) -> None:
    app = run(root)
    assert "vælge det første af op til seks områder" in said(app)
    assert not app.table


def test_areas_stand_beside_each_other_and_the_country(root: Path) -> None:
    app = run(root, omraader="kommune_0169,kommune_0751")
    assert app.table[0].value.columns.tolist()[-3:] == ["Høje\\-Taastrup", "Aarhus", "Danmark"]
    assert labels(app)[:2] == ["Fjern Høje-Taastrup", "Fjern Aarhus"]
    assert "Områder, der ligner Høje-Taastrup" in said(app)
    assert any(label.startswith("Sammenlign med ") for label in labels(app))


def test_more_than_six_are_not_shown_and_it_is_said(root: Path) -> None:
    app = run(root, omraader=MUNICIPALITIES)
    assert "Der er kun plads til seks områder. Her vises Høje-Taastrup, " in said(app)
    assert len([label for label in labels(app) if label.startswith("Fjern ")]) == 6
    assert not any(label.startswith("Sammenlign med ") for label in labels(app))


def test_an_unknown_area_is_named_and_skipped(root: Path) -> None:
    app = run(root, omraader="findes_ikke,kommune_0751")
    assert "Linket peger på et ukendt valg under områder, som er sprunget over: »findes_ikke«." in said(app)
    assert [label for label in labels(app) if label.startswith("Fjern ")] == ["Fjern Aarhus"]


def test_where_nobody_is_alike_it_is_said_why(root: Path) -> None:
    app = run(root, omraader="region_hovedstaden")
    assert "Ingen områder kan nævnes: Region Hovedstaden" in said(app)


def test_removing_and_adding_change_the_address(root: Path) -> None:
    app = run(root, omraader="kommune_0169,kommune_0751")
    app.button(key="remove-kommune_0169").click().run()
    assert app.query_params["omraader"] == "kommune_0751"
    add = next(button for button in app.button if button.key and button.key.startswith("add-"))
    add.click().run()
    assert app.query_params["omraader"] == f"kommune_0751,{add.key.removeprefix('add-')}"


@pytest.mark.parametrize("indicator", ["persons_charged_per_1000", "residents", "spare_time_job_pct"])
def test_hidden_numbers_are_named_and_fictitious_ones_marked(root: Path, indicator: str) -> None:
    app = run(root, datasaet="example", omraader="eks_omraade_05,eks_omraade_06", indikator=indicator)
    assert "Fiktive tal" in said(app)
    if indicator == "persons_charged_per_1000":
        assert "Timianbakken: skjult (diskretioneret) i " in said(app)
