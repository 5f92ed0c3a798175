"""The strip has a row a criterion: what asks for attention first, a bar that ends where the number says."""

import html
import re
from dataclasses import replace

import pytest

from dashboard.criteria import strip
from dashboard.criteria.cards import CriterionCard, Part
from dashboard.i18n.words import Words
from tests.records import record

DA = Words("da")
CARD = record(
    CriterionCard,
    criterion_id="k3",
    criterion="3. 150 ledige på kursus",
    verdict="not_met_yet",
    status_text="◔ Ikke opfyldt endnu",
    reached="25 af 150 ledige",
    value="25 ledige",
    share=0.5,
    way_text="50 % af vejen til målet",
    expected=None,
    as_of="1. september 2005",
    historical="Historisk – 2005",
    parts=(Part("servicefag", "Servicefag", "18"),),
)


def href(path: str, **item: str) -> str:
    return f"{path}?{'&'.join(f'{name}={value}' for name, value in item.items())}"


def row(**changed: object) -> str:
    return strip.row(replace(CARD, **changed), DA, href)


def test_behind_stands_first_and_met_last() -> None:
    cards = [
        replace(CARD, verdict=code, share=share)
        for code, share in (("met", 1.2), ("behind", 0.4), ("not_collected", None), ("behind", 0.2), ("met", 1.1))
    ]
    assert [(card.verdict, card.share) for card in strip.ordered(cards)] == [
        ("behind", 0.2),
        ("behind", 0.4),
        ("not_collected", None),
        ("met", 1.1),
        ("met", 1.2),
    ]


@pytest.mark.parametrize(
    ("day", "is_historical", "end"),
    [
        ("1. maj 2005", True, " (Historisk – 1. maj 2005)"),
        ("1. maj 2026", False, " (opgjort 1. maj 2026)"),
        ("", False, ""),
    ],
)
def test_the_answer_counts_and_is_dated(day: str, is_historical: bool, end: str) -> None:
    cards = [replace(CARD, verdict=code) for code in ("met", "behind", "behind", "no_project")]
    assert strip.answer(cards, day, is_historical, DA) == f"1 af 4 opfyldt · 2 bagud · 1 uden projekt{end}"


def test_no_criteria_have_words() -> None:
    assert strip.answer([], "", False, DA) == "Ingen kriterier passer til valget."


@pytest.mark.parametrize(("share", "width"), [(0.75, "50.0%"), (1.5, "100.0%"), (3.0, "100.0%"), (-0.2, "0.0%")])
def test_the_bar_has_the_target_at_two_thirds(share: float, width: str) -> None:
    bar = strip.bar(replace(CARD, share=share))
    assert f'style="width:{width}"' in bar
    assert 'class="goal" style="left:66.7%"' in bar
    assert ("longer" in bar) == (share > 1.5)


def test_the_mark_of_what_was_expected_stands_where_its_number_is() -> None:
    shown = row(expected=0.75, expected_text="112,5")
    assert 'class="due" style="left:50.0%"' in shown
    assert "25 af 150 ledige, forventet 112,5" in shown
    assert 'class="due"' not in row()


def test_a_criterion_without_a_share_has_an_empty_bar() -> None:
    shown = row(share=None)
    assert 'class="bar empty"' in shown
    assert "af vejen" not in shown


def test_only_the_signs_that_are_drawn_are_explained() -> None:
    assert "forventet" not in strip.key([CARD], DA)
    assert "forventet" in strip.key([replace(CARD, expected=0.5)], DA)
    assert "end der er plads til" in strip.key([replace(CARD, share=2.0)], DA)
    assert strip.key([replace(CARD, share=None)], DA) == ""


def test_a_row_opens_to_its_projects_and_the_ways_on() -> None:
    shown = row(goal="Flere i job", goal_id="job")
    assert "<li>Servicefag: 18</li>" in shown
    links = re.findall(r'<a class="own" href="(.*?)">(.*?)</a>', shown)
    assert links == [
        ("succeskriterier?kriterium=k3", "Hele kriteriet"),
        ("data?tal=kriterium~k3", "Efterprøv resultatet"),
        ("strategi?maal=job", "Flere i job"),
        ("projekter?projekt=servicefag", "Servicefag"),
    ]


def test_texts_of_the_data_are_texts() -> None:
    sign = '<img src=x>&"'
    card = replace(CARD, criterion=sign, reached=sign, note=sign, parts=(Part("a", sign, sign),), goal=sign)
    shown = strip.strip([card], DA, href)
    assert "<img" not in shown
    assert html.escape(sign) in shown
