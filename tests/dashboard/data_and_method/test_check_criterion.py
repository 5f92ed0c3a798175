"""What is reached on a criterion, in full: on published figures, and what is said where numbers are missing."""

from datetime import date

from dashboard import store
from dashboard.data_and_method import check_criterion
from dashboard.i18n.words import Words
from dashboard.views.kept import Setting
from data.contracts import CriterionStatus

DA = Words("da")


def setting() -> Setting:
    return Setting(store.current("published"), DA, projector=False, today=date(2026, 11, 27))


def told(criterion_id: str) -> dict[str, str]:
    table = check_criterion.view(setting(), f"kriterium~{criterion_id}").table
    return dict(zip(table["question"], table["answer"], strict=True))


def test_every_result_is_the_same_when_worked_out_again() -> None:
    scores = [row for row in store.rows(setting().version, CriterionStatus) if row.reached is not None]
    answers = {row.criterion_id: told(row.criterion_id) for row in scores}
    worked_out = {name: said["Regnet efter på en anden måde"] for name, said in answers.items() if len(said) > 4}
    again = [said for name, said in worked_out.items() if said]
    assert len(again) > 5
    assert all(said.endswith("Det er det samme.") for said in again)


def test_a_sum_and_a_share_stand_with_their_numbers() -> None:
    said = told("ht_09")
    assert said["Summen med tallene sat ind"].endswith(" = 193")
    assert said["Hvor står tallene?"].count("s. ") == said["Summen med tallene sat ind"].count("+") + 1
    assert told("ht_jobexpres_2")["Andel af vejen til målet"] == "(40 − 0) / (50 − 0) = 80\xa0%"
    assert "Summen med tallene sat ind" not in told("ht_jobexpres_2")


def test_another_link_names_no_criterion() -> None:
    assert check_criterion.find(setting(), "kriterium~findes_ikke") is None
    assert check_criterion.find(setting(), "unemployed_pct~kommune_0101~2019") is None
