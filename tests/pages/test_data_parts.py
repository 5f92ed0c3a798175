"""Data og metode: versions, freshness, dictionary, questions, the certificate, and remarks at their numbers."""

from __future__ import annotations

from pathlib import Path

from tests.pages.test_pages import headings, shown, texts

PARTS = (
    "Bemærkninger til tal",
    "Hvor friske tallene er",
    "Versioner af data",
    "Hvad der er ændret siden sidste version",
    "Ordbog over tabeller og kolonner",
    "Spørgsmål til data, som er besvaret",
    "Diskretioneringscertifikat",
)


def test_every_part_has_a_heading_and_a_sentence_on_both_datasets(root: Path) -> None:
    for dataset in ("published", "example"):
        app = shown(root, "data", datasaet=dataset)
        assert set(PARTS) <= {*headings(app), *(each.value for each in app.subheader)}, dataset
        keys = {button.key for button in app.get("download_button")}
        assert {"json-certificate", "csv-dictionary", "csv-certificate"} <= keys


def test_empty_tables_say_so(root: Path) -> None:
    said = texts(shown(root, "data")).replace("\\", "")
    assert "Ingen har bemærket noget om et tal." in said
    assert "8 spørgsmål er taget til efterretning, hvert med en begrundelse." in said
    assert "der er ingen tal fra registre at skjule" in said


def test_nothing_was_asked_of_the_fictitious_figures(root: Path) -> None:
    assert "Ingen spørgsmål er taget til efterretning" in texts(shown(root, "data", datasaet="example"))


def test_a_remark_stands_at_the_number_it_is_on(root: Path) -> None:
    asked = {"datasaet": "example", "indikator": "basic_education_pct"}
    app = shown(root, "data", **asked, tal="basic_education_pct~eks_omraade_01~2016-2018")
    cells = "".join(str(cell) for table in app.table for cell in table.value.to_numpy().flat)
    assert "springer op i 2018" in cells and "tælles flere med" in cells
    before = shown(root, "data", **asked, tal="basic_education_pct~eks_omraade_01~2019-2021")
    checked = "".join(str(cell) for cell in before.table[0].value.to_numpy().flat)
    assert "springer op" not in checked
