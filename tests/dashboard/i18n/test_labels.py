"""The names of the contract's codes."""

import pytest

from dashboard.i18n import certainties, cooperation_labels, indicators, labels, roles, statuses
from dashboard.i18n.words import Words
from data import contracts, effect, funnel, trends
from data.contracts import Indicator
from tests.records import record

DA = Words("da")


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (labels.MISSING, set(contracts.Status) - {contracts.Status.SHOWN}),
        (indicators.UNITS, contracts.UNITS),
        (indicators.THEMES, contracts.THEMES),
        (statuses.CRITERIA, contracts.CRITERION_STATUSES),
        (statuses.PROJECTS, contracts.PROJECT_STATUSES),
        (statuses.MILESTONES, contracts.MILESTONE_STATUSES),
        (statuses.ACTION_CARDS, contracts.CARD_STATUSES),
        (statuses.ADVICE, contracts.ADVICE_STATUSES),
        (statuses.ANSWERS, contracts.ANSWERS),
        (cooperation_labels.BODY_LAYERS, contracts.BODY_LAYERS),
        (cooperation_labels.PARTNER_RINGS, contracts.PARTNER_RINGS),
        (cooperation_labels.SEAT_ROLES, contracts.SEAT_ROLES),
        (cooperation_labels.CHECKLIST_THEMES, contracts.CHECKLIST_THEMES),
        (cooperation_labels.PROCESS_MEASURES, contracts.PROCESS_MEASURES),
        (labels.PLACES, contracts.PLACES),
        (labels.DIRECTIONS, contracts.Direction),
        (certainties.CERTAINTIES, contracts.CERTAINTIES),
        (labels.SOURCE_CLASSES, contracts.SourceClass),
        (labels.LIST_COVERAGE, contracts.LIST_COVERAGE),
        (labels.VERDICTS, trends.Verdict),
        (labels.RATIO_MODELS, set(effect.Model) - {effect.Model.NONE}),
        (labels.RATIO_REASONS, set(effect.Reason) - {effect.Reason.NONE}),
        (
            labels.FUNNEL_POSITIONS,
            {"within"} | {f"{side}_{level}" for side in ("above", "below") for level in funnel.LEVELS.values()},
        ),
    ],
)
def test_every_code_of_the_contract_has_a_name(names: dict[str, str], codes: tuple[str, ...]) -> None:
    assert set(names) == {str(code) for code in codes}


def test_every_status_of_a_criterion_has_its_own_word_and_icon() -> None:
    for part in ("word", "icon"):
        assert len({getattr(status, part) for status in statuses.CRITERIA.values()}) == len(statuses.CRITERIA)


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("all", "alle aldre"),
        ("under_18", "under 18 år"),
        ("18_plus", "18 år og derover"),
        ("15-17", "15–17 år"),
        ("15", "15 år"),
        ("youth", "alder ikke oplyst"),
        ("", "alder ikke oplyst"),
    ],
)
def test_age_groups_are_written_out(group: str, name: str) -> None:
    assert labels.age_group(group, DA) == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2005-09-01", "1. september 2005"),
        ("2005-09", "september 2005"),
        ("2005", "2005"),
        ("", ""),
        ("marts 2024", "marts 2024"),
        ("2024-13", "2024-13"),
        ("2023-02-29", "2023-02-29"),
        ("2024-03-01-02", "2024-03-01-02"),
        ("0-1", "0-1"),
        ("2024-", "2024-"),
        ("-2024-1-1", "-2024-1-1"),
    ],
)
def test_days_are_written_as_exactly_as_the_source_gives_them(text: str, day: str) -> None:
    assert labels.day(text, DA) == day


@pytest.mark.parametrize(
    ("name", "group", "place", "title"),
    [
        ("Sigtede pr. 1.000 unge", "under_18", "residence", "Sigtede pr. 1.000 unge under 18 år"),
        ("Sigtede pr. 1.000 unge under 18 år", "under_18", "residence", "Sigtede pr. 1.000 unge under 18 år"),
        ("Mistanker mod 10-14-årige", "10-14", "residence", "Mistanker mod 10-14-årige"),
        ("Sigtede pr. 1.000 unge", "youth", "residence", "Sigtede pr. 1.000 unge, alder ikke oplyst"),
        ("Sigtelser pr. 1.000 indbyggere", "all", "offence", "Sigtelser pr. 1.000 indbyggere efter gerningssted"),
    ],
)
def test_a_title_says_what_is_counted_for_whom_and_where(name: str, group: str, place: str, title: str) -> None:
    assert labels.measure(record(Indicator, name=name, place=place), group, DA) == title


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, "for 1 dag siden"),
        (15, "for 15 dage siden"),
        (30, "for 1 måned siden"),
        (200, "for 7 måneder siden"),
        (365, "for 1 år siden"),
        (879, "for 2 år og 5 måneder siden"),
    ],
)
def test_a_time_past_is_told_in_years_and_months(days: int, told: str) -> None:
    assert labels.ago(days, DA) == told


def test_a_verdict_stands_alone() -> None:
    assert labels.trend("increasing", DA) == "Udvikling: stigende"
    assert labels.trend("no_change", DA) == "Ingen stor ændring (mindre end en halvering)"


def test_every_role_has_a_name_for_one_area_and_for_many() -> None:
    assert tuple(roles.ROLES) == contracts.ROLES
    assert all(role.one and role.many for role in roles.ROLES.values())
