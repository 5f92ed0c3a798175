"""A criterion is told with its sum, its reason and what the source says itself."""

import pandas

from dashboard import criterion_cards
from dashboard.words import Words

DA = Words("da")
def test_the_summary_of_hoeje_taastrup() -> None:
    statuses = ["met"] * 3 + ["not_met_yet"] * 4 + ["no_project"] * 2 + ["not_collected"] * 3
    assert criterion_cards.summary(statuses, "2005-09-01", DA) == (
        "3 af 12 kriterier er opfyldt, 4 ikke endnu, 2 uden projekt, 3 ikke opgjort pr. 1. september 2005."
    )


def test_the_summary_of_nothing() -> None:
    assert criterion_cards.summary([], "", DA) == "Ingen kriterier passer til valget."


CRITERIA = pandas.DataFrame([{
    "criterion_id": "k10", "project_id": "", "number": 10, "title_da": "30 kvinder er aktiverede", "target": 30.0,
    "unit_da": "kvinder", "target_group_da": "Indvandrere", "stated_status": "", "source_id": "rapport", "page": "5",
}])
RESULTS = pandas.DataFrame([
    {"criterion_id": "k10", "project_id": "stille", "as_of": "2005-09", "value": 5.0, "kind_da": "", "served": True,
     "counted": True, "double_counted": False, "evidence": "Stille Piger (5)", "source_id": "rapport", "page": "5"},
    {"criterion_id": "k10", "project_id": "moedre", "as_of": "2005-09", "value": 29.0, "kind_da": "", "served": True,
     "counted": True, "double_counted": True, "evidence": "Jobexpres (29)", "source_id": "rapport", "page": "5"},
    {"criterion_id": "k10", "project_id": "moedre", "as_of": "2005-09", "value": 4.0, "kind_da": "bevis",
     "served": True, "counted": False, "double_counted": False, "evidence": "", "source_id": "rapport", "page": "5"},
])
PROJECTS = pandas.DataFrame({"project_id": ["stille", "moedre"], "name": ["Stille Piger", "Mødre i Job"]})


def criterion(status: str = "met", reached: float = 34.0, **changed: object) -> criterion_cards.CriterionCard:
    statuses = pandas.DataFrame([{"criterion_id": "k10", "status": status, "reached": reached, "share": reached / 30}])
    (card,) = criterion_cards.criterion_cards(CRITERIA.assign(**changed), statuses, RESULTS, PROJECTS, DA)
    return card


def test_a_criterion_shows_target_reached_status_and_the_sum_behind_it() -> None:
    card = criterion()
    assert card.criterion == "10. 30 kvinder er aktiverede"
    assert (card.reached, card.status_text) == ("34 af 30 kvinder", "✓ Opfyldt")
    assert card.reason == (
        "Stille Piger 5 + Mødre i Job 29 = 34 (afledt, vores sum). Ikke lagt til: Mødre i Job 4 (bevis). "
        "Kilden oplyser, at 29 er talt med to steder."
    )
    assert card.evidence == "Stille Piger (5); Jobexpres (29)"


def test_a_criterion_shows_the_sources_own_word_beside_ours() -> None:
    assert "Kilden skriver selv: ikke opfyldt." in criterion(stated_status="not_met").reason


def test_a_criterion_without_a_number_says_what_is_missing() -> None:
    card = criterion("not_collected", float("nan"))
    assert (card.reached, card.reason.endswith("Kilden giver intet tal.")) == ("målet er 30 kvinder", True)
    assert criterion_cards.criterion_frame([card], DA)["share_text"].tolist() == ["ikke opgjort"]
    assert "Målet har intet tal i kilden." in criterion("not_collected", target=float("nan")).reason


def test_progress_holds_the_counted_numbers_only() -> None:
    progress = criterion_cards.progress(CRITERIA, RESULTS, PROJECTS, DA)
    assert progress[["project", "value", "double_counted"]].to_numpy().tolist() == [
        ["Stille Piger", 5.0, False], ["Mødre i Job", 29.0, True]
    ]


def test_a_projects_persons_are_counted_without_its_totals() -> None:
    rows = pandas.DataFrame({"persons": [2, 5, 7, 6, 6, 13], "is_total": [False, False, True, False, True, True]})
    assert criterion_cards.persons(rows) == 13
