"""The tables behind the criteria hold what is printed beside what is derived."""

from dashboard.criteria import tables
from dashboard.i18n.words import Words
from tests.dashboard.criteria.test_cards import PROJECTS, RESULTS, criterion, scored

DA = Words("da")


def test_the_matrix_has_a_row_a_criterion() -> None:
    frame = tables.criterion_frame([criterion(), criterion("not_collected", None, ())], DA)
    assert frame["share_text"].tolist() == ["113\xa0%", "ikke opgjort"]
    assert frame["achieved"].tolist() == ["34 af 30 kvinder, beregnet af os", "ikke opgjort (målet er 30 kvinder)"]
    assert frame["projects"][1] == "ingen"
    assert frame["basis"][0].endswith("Er blandt de 29. (Kilden, s. 5.)")


def test_the_file_has_a_row_a_number_as_printed() -> None:
    rows = tables.part_rows([scored()], RESULTS, PROJECTS, DA)
    assert rows[["project", "value", "counted", "double", "reached"]].to_numpy().tolist() == [
        ["Stille Piger", 5.0, "ja", "", 34.0],
        ["Mødre i Job", 29.0, "ja", "ja", 34.0],
        ["Mødre i Job", 4.0, "nej", "", 34.0],
    ]


def test_a_criterion_without_results_keeps_its_row() -> None:
    rows = tables.part_rows([scored()], (), PROJECTS, DA)
    assert (len(rows), rows["project"][0], rows["page"][0], rows["counted"][0]) == (1, "", "5", "")
