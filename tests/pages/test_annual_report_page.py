"""Boligsocial årsrapport: complete on the example, honest where no source has a department's figures."""

from __future__ import annotations

from pathlib import Path

from dashboard.ui.navigation import page as page_at
from tests.pages.test_pages import headings, run, shown, texts, warned


def test_a_department_is_told_beside_its_municipality_number_by_number(root: Path) -> None:
    app = shown(root, "aarsrapport", datasaet="example", afdeling="eks_afdeling_04")
    said = texts(app)
    assert "Afdeling 4" in said and "højere end kommunen på" in said
    for parameter in ("Husleje", "Fraflytning", "Kontanthjælp", "Alder", "Nationalitet", "Familietype"):
        assert f"- {parameter}" in said or f"\n- {parameter}" in said


def test_a_remark_stands_with_the_department_it_is_on(root: Path) -> None:
    remarked = texts(shown(root, "aarsrapport", datasaet="example", afdeling="eks_afdeling_04")).replace("\\", "")
    assert "Bemærket om fraflytning: Fraflytningen i afdeling 4 virker for lav." in remarked
    assert "Venter på svar." in remarked
    assert "Bemærket" not in texts(shown(root, "aarsrapport", datasaet="example", afdeling="eks_afdeling_05"))


def test_a_parameter_is_shown_from_2000_until_now(root: Path) -> None:
    app = shown(root, "aarsrapport", datasaet="example", parameter="rent")
    assert "Husleje siden 2000" in " ".join([*headings(app), texts(app)])


def test_an_unknown_department_or_period_is_named_and_the_nearest_is_shown(root: Path) -> None:
    app = run(root, page_at("aarsrapport"), datasaet="example", afdeling="eks_afdeling_99", aarsperiode="1995-1997")
    told = "\n".join(warned(app))
    assert "»eks_afdeling_99«" in told and "»1995-1997«" in told
    assert not app.exception


def test_the_published_data_say_that_nobody_has_the_figures_and_what_the_report_should_hold(root: Path) -> None:
    app = shown(root, "aarsrapport")
    said = texts(app).replace("\\", "")
    assert "Ingen kilde i datasættet har tal for boligafdelinger." in said
    assert "15 parametre" in said
    views = {button.key.partition("-")[2] for button in app.get("download_button")}
    assert views == {"annual-parameters"}, "there is no report to take away"
