"""The certificate of a version: the same content on the page, on paper and for programs, with the version in it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dashboard import store
from dashboard.data_and_method import certificate
from dashboard.i18n.words import LANGUAGES, Words
from data.disclosure_record import read_record
from tests.accessible_pdf import faults, language_of, pages, said


@pytest.mark.parametrize("dataset", ["published", "example"])
def test_it_names_its_version_rule_attackers_margin_and_the_independent_tool(dataset: str) -> None:
    version = store.current(dataset)
    found = certificate.of(version)
    told = {each.heading: each.text for each in certificate.paragraphs(found, Words())}
    assert version.name in told["Version"]
    assert "1 til 4 personer" in told["Regel"]
    assert "τ-Argus" in told["Uafhængigt program"]
    assert found.is_needed == (dataset == "example")
    assert ("Angribere" in told) == ("Margin" in told) == found.is_needed


def test_the_numbers_of_the_annual_report_are_counted_beside_those_of_areas() -> None:
    found = certificate.of(store.current("example"))
    assert found.annual_report.values > found.annual_report.hidden > 0
    assert found.observations.values > found.observations.hidden > 0


def test_other_programs_get_the_same_numbers() -> None:
    found = certificate.of(store.current("example"))
    content = json.loads(certificate.as_json(found))
    assert content["version"] == found.version
    assert content["observations"]["hidden"] == found.observations.hidden
    assert content["attackers"]["stranger"]["least_interval"] == content["minimum"] == 5
    assert date.fromisoformat(content["made"])


def test_the_record_of_the_last_run_found_nothing() -> None:
    record = read_record()
    assert record.sets > 0 and record.hidden > 0
    assert (record.leaks, record.narrowed) == (0, 0)
    assert record.agreeing == record.compared


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_accessible_page(language: str) -> None:
    version = store.current("example")
    content = certificate.pdf(version, Words(language))
    assert pages(content) == 1
    assert faults(content) == []
    assert language_of(content) == language
    assert version.name in said(content)
