"""Egne data, run without a browser: a folder of a Danish office is handed in, answered, seen, published, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import store
from dashboard.access import handing_in
from dashboard.i18n.markdown import unescaped
from dashboard.own_data import desk as desks
from dashboard.ui import navigation
from data import versions
from data.errors import PreparedError
from tests import danish_office
from tests.pages.test_pages import headings, run

ANSWERS = ("comma", "not_collected")
DATASET = "proevekommune"


@pytest.fixture
def site(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root whose shipped datasets are the real ones and where others may be published."""
    prepared = tmp_path / "site/data/prepared"
    prepared.mkdir(parents=True)
    for name in ("published", "example"):
        (prepared / name).symlink_to(root / "data/prepared" / name)
    monkeypatch.setattr(store, "ROOT", prepared)
    monkeypatch.setenv(handing_in.VARIABLE, str(tmp_path / "kladder"))
    return tmp_path


def opened(root: Path) -> AppTest:
    app = run(root, navigation.OWN_DATA)
    assert not app.exception
    return app


def handed_in(app: AppTest, files: list[Path], name: str = "Prøvekommune") -> AppTest:
    if named := [field for field in app.text_input if field.key == "own-data-name"]:
        named[0].set_value(name)
    app.file_uploader[0].set_value([(file.name, file.read_bytes(), "") for file in files])
    return pressed(app, "Aflever filerne")


def pressed(app: AppTest, label: str) -> AppTest:
    (button,) = (button for button in app.button if unescaped(button.label) == label)
    button.click().run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.success, app.warning, app.error)
    return unescaped("\n".join(element.value for kind in kinds for element in kind))


def test_nothing_can_be_handed_in_where_the_page_is_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(handing_in.VARIABLE, raising=False)
    app = run(root, navigation.START)
    assert "egne-data" not in "".join(str(html.proto.body) for html in app.get("html"))
    with pytest.raises(KeyError):
        navigation.page(handing_in.PAGE)


def test_a_folder_of_an_office_is_published_and_taken_back(root: Path, site: Path) -> None:
    files = sorted(danish_office.write(site / "kontor").iterdir())
    app = handed_in(opened(root), files)
    assert headings(app) == ["1. Aflever", "2. Genkend", "3. Kontrollér", "4. Se, før du udgiver", "5. Udgiv"]
    assert "0 fejl og 2 ubesvarede spørgsmål." in said(app)
    assert len(list((site / "kladder").iterdir())) == 1
    for answer in ANSWERS:
        next(box for box in app.selectbox if box.label == "Dit svar").set_value(answer)
        next(button for button in app.button if button.label == "Svar").click().run()
        assert not app.exception
    assert "Tallene kan udgives." in said(app)
    assert "Datasættet er nyt: 2.400 tal." in said(app)
    assert any("2016 vises ikke, fordi" in unescaped(str(table.value.to_numpy())) for table in app.table)
    assert DATASET not in versions.datasets(store.ROOT)
    assert "Skriv, hvem der udgiver" in said(pressed(app, "Udgiv"))
    for field in app.text_input:
        field.set_value("Statistikkontoret")
    pressed(app, "Udgiv")
    version = versions.current(store.ROOT, DATASET)
    assert f"Udgivet som version {version.name}." in said(app)
    assert desks.handed_in() == [DATASET]
    other = versions.publish(store.ROOT, DATASET, {name: content(version, name) for name in version.files} | NEW)
    pressed(opened(root), "Vis denne igen")
    assert versions.current(store.ROOT, DATASET).name == version.name != other.name


NEW = {"ny.json": versions.Content(b"{}")}


def content(version: versions.Version, name: str) -> versions.Content:
    return versions.Content(versions.read_file(version, name), version.files[name].rows)


@pytest.mark.parametrize(
    ("name", "bytes_of"),
    [("tal.xlsx", b"PK\x03\x04 kappet"), ("kort.gpkg", b"SQLite format 3\x00"), ("<b>x</b>.csv", b"\x00\xff\xfe;;\n")],
)
def test_whatever_is_handed_in_is_told_in_words(root: Path, site: Path, name: str, bytes_of: bytes) -> None:
    file = site / name.replace("/", "_")
    file.write_bytes(bytes_of)
    app = handed_in(opened(root), [file])
    assert "mangler og skal med" in "".join(str(table.value.to_numpy()) for table in app.table)
    assert "Der kan ikke udgives endnu" in said(app)
    assert "5. Udgiv" in headings(app)
    pressed(app, "Kassér kladden")
    assert not list((site / "kladder").iterdir())
    assert headings(app) == ["1. Aflever"]


def test_a_draft_is_nobody_elses(root: Path, site: Path) -> None:
    file = site / "noter.txt"
    file.write_text("hemmeligt", encoding="utf-8")
    handed_in(opened(root), [file])
    assert headings(opened(root)) == ["1. Aflever"]


def test_what_is_published_in_another_way_stays(site: Path) -> None:
    with pytest.raises(PreparedError, match="published"):
        desks.refuse_others("published")
    with pytest.raises(PreparedError):
        desks.roll_back("published", "x", "")
