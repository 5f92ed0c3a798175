"""The tables behind the criteria hold what is printed beside what is derived."""

import pandas
import pytest

from dashboard.charts.bars import Count
from dashboard.criteria import tables
from dashboard.i18n.words import Words
from tests.dashboard.criteria.test_cards import CRITERIA, NAN, PROJECTS, RESULTS, criterion

DA = Words("da")
STATUSES = pandas.DataFrame(
    [
        {
            "criterion_id": "k10",
            "as_of": "2005-09",
            "reached": 34.0,
            "share": 34 / 30,
            "double_counted": True,
            "status": "met",
        }
    ]
)


def test_the_matrix_has_a_row_a_criterion() -> None:
    frame = tables.criterion_frame([criterion(), criterion("not_collected", NAN, RESULTS.iloc[:0])], DA)
    assert frame["share_text"].tolist() == ["113 %", "ikke opgjort"]
    assert frame["achieved"].tolist() == ["34 af 30 kvinder, afledt (vores sum)", "ikke opgjort (målet er 30 kvinder)"]
    assert frame["projects"][1] == "ingen"
    assert frame["basis"][0].endswith("Er blandt de 29. (Kilden, s. 5.)")


def test_the_file_has_a_row_a_number_as_printed() -> None:
    rows = tables.part_rows(CRITERIA, STATUSES, RESULTS, PROJECTS, DA)
    assert rows[["project", "value", "counted", "double", "reached"]].to_numpy().tolist() == [
        ["Stille Piger", 5.0, "ja", "", 34.0],
        ["Mødre i Job", 29.0, "ja", "ja", 34.0],
        ["Mødre i Job", 4.0, "nej", "", 34.0],
    ]


def test_a_criterion_without_results_keeps_its_row() -> None:
    rows = tables.part_rows(CRITERIA, STATUSES, RESULTS.iloc[:0], PROJECTS, DA)
    assert (len(rows), rows["project"][0], rows["page"][0], rows["counted"][0]) == (1, "", "5", "")


def test_progress_holds_the_counted_numbers_only() -> None:
    progress = tables.progress(CRITERIA, STATUSES, RESULTS, PROJECTS, DA)
    assert progress[["project", "value", "double_counted"]].to_numpy().tolist() == [
        ["Stille Piger", 5.0, False],
        ["Mødre i Job", 29.0, True],
    ]


def test_progress_keeps_a_criterion_without_a_number_and_leaves_out_one_without_a_target() -> None:
    without = STATUSES.assign(reached=NAN, share=NAN, status="no_project")
    progress = tables.progress(CRITERIA, without, RESULTS.iloc[:0], PROJECTS, DA)
    assert (progress["status_text"].tolist(), progress["value"].isna().all()) == (["Intet projekt"], True)
    assert tables.progress(CRITERIA.assign(target=NAN), without, RESULTS, PROJECTS, DA).empty


def outcomes(*rows: tuple[str, str, int, bool]) -> pandas.DataFrame:
    frame = pandas.DataFrame(rows, columns=["group_da", "outcome_da", "persons", "is_total"])
    return frame.assign(as_of="2005-09-15")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [("", "Job", 225, False), ("", "Venter", 25, False), ("", "I alt", 250, True)],
            "250 personer er opgjort pr. 15. september 2005 (trykt i kilden). Flest står under »Job«: 225.",
        ),
        (
            [("", "Job", 2, False), ("", "Venter", 2, False)],
            "4 personer er opgjort pr. 15. september 2005 (afledt, vores sum).",
        ),
        (
            [
                ("Tidligere", "Job", 2, False),
                ("Tidligere", "I alt", 2, True),
                ("Nu", "Job", 1, False),
                ("Nu", "I alt", 1, True),
                ("Alle", "I alt", 3, True),
            ],
            "3 personer er opgjort pr. 15. september 2005 (trykt i kilden). Flest står under »Job«: 2. "
            "Tidligere: 2; Nu: 1.",
        ),
    ],
    ids=["printed total", "own sum", "groups"],
)
def test_outcomes_are_told_with_their_total_and_whose_it_is(rows: list, sentence: str) -> None:
    assert tables.outcome_sentence(outcomes(*rows), DA) == sentence


def test_the_bars_of_outcomes_leave_out_the_totals() -> None:
    counts = tables.outcome_counts(outcomes(("Nu", "Job", 1, False), ("Nu", "I alt", 1, True)), DA)
    assert counts == [Count("Nu", "Job", 1)]
