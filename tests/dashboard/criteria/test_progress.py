"""Progress holds the numbers that are added, and the criteria that have none yet."""

from dashboard.criteria.progress import progress
from dashboard.i18n.words import Words
from tests.dashboard.criteria.test_cards import PROJECTS, RESULTS, scored

DA = Words("da")


def test_progress_holds_the_counted_numbers_only() -> None:
    rows = progress([scored()], RESULTS, PROJECTS, DA)
    assert [(row.project, row.value, row.double_counted) for row in rows] == [
        ("Stille Piger", 5.0, False),
        ("Mødre i Job", 29.0, True),
    ]


def test_progress_keeps_a_criterion_without_a_number_and_leaves_out_one_without_a_target() -> None:
    rows = progress([scored("no_project", None)], (), PROJECTS, DA)
    assert [(row.status_text, row.value) for row in rows] == [("Intet projekt", None)]
    assert progress([scored("no_project", None, target=None)], RESULTS, PROJECTS, DA) == ()
