"""The page Data og metode over prepared data: it prints the limits of the version it shows, and any number in full."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import store
from dashboard.data_and_method import check
from dashboard.i18n.words import Words
from dashboard.prepare import command
from dashboard.ui.navigation import page as page_at
from dashboard.views.kept import Setting
from data import number_key, versions
from data.contracts import Observation, Status
from tests import small_dataset
from tests.pages.test_pages import run, texts


@pytest.mark.parametrize("minimum", [3, 8])
@pytest.mark.parametrize(("language", "persons"), [("da", "personer"), ("en", "persons")])
def test_the_page_prints_the_minimum_of_the_version(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minimum: int, language: str, persons: str
) -> None:
    source = small_dataset.write_source(tmp_path / "source" / "lille")
    shapes = small_dataset.write_shapes(tmp_path / "shapes" / "lille")
    prepared = tmp_path / "prepared"
    versions.publish(prepared, "lille", command.build(source, shapes, minimum))
    monkeypatch.setattr(store, "ROOT", prepared)
    app = run(root, page_at("data"), sprog=language)
    assert not app.exception
    assert texts(app).count(f"1–{minimum - 1} {persons}") == 3


def told(app: AppTest) -> dict[str, str]:
    """The answers of the number that the page tells in full, by question."""
    table = next(one.value for one in app.table if "Svar" in one.value.columns)
    return {question: str(answer) for question, answer in table["Svar"].items()}


@pytest.mark.parametrize("dataset", ["published", "example"])
def test_the_newest_number_of_every_indicator_can_be_checked_and_none_disagrees(root: Path, dataset: str) -> None:
    version = versions.current(store.ROOT, dataset)
    setting = Setting(version, Words("da"), projector=False, today=version.time.date())
    newest = {row.indicator_id: row for row in store.rows(version, Observation)}
    for row in newest.values():
        answers = check.view(setting, number_key.name(row)).table["answer"]
        assert not answers.str.contains("✘").any(), answers.to_list()
        assert answers.str.len().min() > 0


def test_a_link_tells_one_number_in_full(root: Path) -> None:
    app = run(root, page_at("data"), tal="charges_per_1000_inhabitants~kommune_0101~2023")
    assert not app.exception
    answers = told(app)
    assert answers["Regnet efter på en anden måde"].count("Stemmer\\.") == 2
    assert "statistikbanken" in answers["Hvor står det?"]
    assert app.selectbox(key="indikator").value == "charges_per_1000_inhabitants"


def test_a_hidden_number_is_told_by_its_word_and_rule_alone(root: Path) -> None:
    version = versions.current(store.ROOT, "example")
    hidden = next(row for row in store.rows(version, Observation) if row.status is Status.HIDDEN)
    app = run(root, page_at("data"), datasaet="example", tal=number_key.name(hidden))
    assert not app.exception
    answers = told(app)
    assert answers["Hvorfor er der intet tal?"].startswith("Skjult")
    assert not {"Formlen med tallene sat ind", "Hvor meget kan tilfældet betyde?"} & answers.keys()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("charges_per_1000_inhabitants~kommune_0101~1850", "1850"),
        ("findes_ikke~a~2020", "findes"),
        ("charges_per_1000_inhabitants", "mangler noget"),
    ],
)
def test_a_wrong_link_to_a_number_says_what_was_wrong(root: Path, name: str, said: str) -> None:
    app = run(root, page_at("data"), tal=name)
    assert not app.exception
    assert any(said in warning.value for warning in app.warning)
