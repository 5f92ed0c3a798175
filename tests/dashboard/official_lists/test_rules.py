"""The rules as a table: certainty in signs and words, as on every page."""

from dataclasses import replace

from dashboard.i18n.words import Words
from dashboard.official_lists import rules
from tests.dashboard.official_lists.made_book import list_book

WORDS = Words("da")


def test_how_sure_a_rule_and_its_lines_are_stands_in_words() -> None:
    found = list_book([])
    rule = found.rulebook.rules[0]
    sure = replace(rule, row=replace(rule.row, certainty="B"))
    assert rules.cells(found, sure, WORDS)["certainty"] == "●●○ gengivet fra anden kilde"
    line = replace(rule.criteria[0], certainty="A")
    told = rules.criteria(found, replace(rule, criteria=(line,)), WORDS)
    assert [row["certainty"] for row in told] == ["●●● fra originalkilden"]
