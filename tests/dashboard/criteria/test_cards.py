"""A criterion is told with its sum, its reason, who has judged it, what is stale, and the pace that is needed."""

from datetime import date

import pandas
import pytest

from dashboard.criteria import cards
from dashboard.i18n.words import Words

DA = Words("da")
NAN = float("nan")
TODAY = date(2006, 1, 1)
CRITERIA = pandas.DataFrame(
    [
        {
            "criterion_id": "k10",
            "project_id": "",
            "goal_id": "job",
            "number": 10,
            "title_da": "30 kvinder er aktiverede",
            "target": 30.0,
            "unit_da": "kvinder",
            "baseline": NAN,
            "start_date": "",
            "end_date": "",
            "target_group_da": "Indvandrere",
            "stated_status": "",
            "stated_by": "",
            "stated_on": "",
            "source_id": "rapport",
            "page": "5",
            "note_da": "",
        }
    ]
)
RESULT = {
    "criterion_id": "k10",
    "as_of": "2005-09",
    "kind_da": "",
    "served": True,
    "counted": True,
    "double_counted": False,
    "evidence": "",
    "source_id": "rapport",
    "page": "5",
    "note_da": "",
}
RESULTS = pandas.DataFrame(
    [
        RESULT | {"project_id": "stille", "value": 5.0, "evidence": "Stille Piger (5)"},
        RESULT | {"project_id": "moedre", "value": 29.0, "double_counted": True, "evidence": "Jobexpres (29)"},
        RESULT
        | {"project_id": "moedre", "value": 4.0, "kind_da": "bevis", "counted": False, "note_da": "Er blandt de 29."},
    ]
)
PROJECTS = pandas.DataFrame({"project_id": ["stille", "moedre"], "name": ["Stille Piger", "Mødre i Job"]})
GOALS = pandas.DataFrame({"goal_id": ["job"], "title_da": ["Flere i job"]})


def criterion(
    status: str = "met",
    reached: float = 34.0,
    results: pandas.DataFrame = RESULTS,
    today: date = TODAY,
    **changed: object,
) -> cards.CriterionCard:
    statuses = pandas.DataFrame(
        [{"criterion_id": "k10", "status": status, "reached": reached, "share": reached / 30, "as_of": "2005-09"}]
    )
    (card,) = cards.criterion_cards(CRITERIA.assign(**changed), statuses, results, PROJECTS, GOALS, DA, today)
    return card


def row(**changed: object) -> dict:
    return (
        CRITERIA.iloc[0].to_dict()
        | {
            "unit_da": "unge",
            "reached": 10.0,
            "share": 10 / 30,
            "as_of": "2024-01-01",
            "start_date": "2023-01-01",
            "end_date": "2025-01-01",
        }
        | changed
    )


def test_the_summary_of_hoeje_taastrup() -> None:
    statuses = ["met"] * 3 + ["not_met_yet"] * 4 + ["no_project"] * 2 + ["not_collected"] * 3
    assert cards.summary(statuses, "2005-09-01", DA) == (
        "3 af 12 kriterier er opfyldt, 4 ikke endnu, 2 uden projekt, 3 ikke opgjort pr. 1. september 2005."
    )


def test_the_summary_of_nothing() -> None:
    assert cards.summary([], "", DA) == "Ingen kriterier passer til valget."


def test_a_criterion_shows_target_reached_status_goal_and_the_sum_behind_it() -> None:
    card = criterion()
    assert (card.criterion, card.goal) == ("10. 30 kvinder er aktiverede", "Flere i job")
    assert (card.target_text, card.value, card.derived) == ("30 kvinder", "34 kvinder", "afledt (vores sum)")
    assert (card.reached, card.status_text, card.share_text) == ("34 af 30 kvinder", "✓ Opfyldt", "113 %")
    assert card.achieved == "34 af 30 kvinder, afledt (vores sum)"
    assert card.reason == (
        "Stille Piger 5 + Mødre i Job 29 = 34 (afledt, vores sum). Ikke lagt til: Mødre i Job 4 (bevis). "
        "Kilden oplyser, at 29 er talt med to steder."
    )
    assert card.note == "Er blandt de 29."


def test_each_project_has_its_numbers_by_kind() -> None:
    assert criterion().projects == "Stille Piger: 5; Mødre i Job: 29 (talt to steder), 4 (bevis, ikke lagt til)"


def test_a_project_that_has_nothing_in_place_keeps_its_printed_number() -> None:
    printed = RESULTS.iloc[:1].assign(value=0.0, served=False)
    card = criterion("no_project", NAN, printed)
    assert card.projects == "Stille Piger: 0 (ikke i gang med kriteriet)"
    assert card.reason == "Kilden nævner intet projekt, der er i gang med kriteriet."


def test_a_single_number_is_printed_and_no_sum() -> None:
    card = criterion("not_met_yet", 5.0, RESULTS.iloc[:1])
    assert (card.reason, card.derived) == ("Stille Piger 5 (trykt i kilden).", "")


@pytest.mark.parametrize(
    ("who", "day", "text"),
    [
        ("Styregruppen", "2025-01-20", "Vurderet af Styregruppen den 20. januar 2025: ikke opfyldt."),
        ("Kommunen", "", "Vurderet af Kommunen (uden dato): ikke opfyldt."),
        ("", "", "Kilden skriver selv: ikke opfyldt."),
    ],
)
def test_a_manual_judgement_stands_beside_the_computed_status(who: str, day: str, text: str) -> None:
    card = criterion(stated_status="not_met", stated_by=who, stated_on=day)
    assert (card.judgement, card.verdict) == (text, "met")


def test_a_criterion_without_a_number_says_what_is_missing() -> None:
    card = criterion("not_collected", NAN)
    assert (card.reached, card.value, card.share_text) == (
        "ikke opgjort (målet er 30 kvinder)",
        "ikke opgjort",
        "ikke opgjort",
    )
    assert card.reason.endswith("Kilden giver intet tal.")
    assert "Målet har intet tal i kilden." in criterion("not_collected", target=NAN).reason


def test_an_open_criterion_is_marked_stale_a_year_after_its_latest_figure() -> None:
    assert criterion("not_met_yet", 5.0, today=date(2006, 9, 30)).dated == "september 2005"
    assert criterion("not_met_yet", 5.0, today=date(2006, 10, 1)).dated == "september 2005 · ⚠ Forældet"
    assert criterion("met", today=date(2026, 1, 1)).stale == ""


def test_a_share_is_written_as_a_share() -> None:
    card = criterion("met", 77.5, RESULTS.iloc[:1], target=65.0, unit_da="%")
    assert card.achieved == "77,5 % (målet er 65 %)"
    assert card.projects == "Stille Piger: 5 %"


def test_a_target_below_the_baseline_reads_as_at_most() -> None:
    card = criterion("behind", 29.0, RESULTS.iloc[:1], baseline=40.0, target=20.0, unit_da="udsættelser")
    assert (card.target_text, card.baseline) == ("højst 20 udsættelser", "40 udsættelser")
    assert card.reached == "29 udsættelser (målet er højst 20 udsættelser)"


@pytest.mark.parametrize(
    ("changed", "today", "sentence"),
    [
        (
            {},
            date(2024, 2, 1),
            "For at nå målet skal der nås 1,7 unge om måneden frem til 1. januar 2025; hidtil 0,8. "
            "Regnet fra den seneste opgørelse, 1. januar 2024 (afledt).",
        ),
        (
            {"baseline": 40.0, "target": 20.0, "reached": 34.0, "share": 0.3},
            date(2024, 2, 1),
            "For at nå målet skal tallet falde med 1,2 om måneden frem til 1. januar 2025; hidtil er det faldet "
            "med 0,5. "
            "Regnet fra den seneste opgørelse, 1. januar 2024 (afledt).",
        ),
        (
            {"baseline": 20.0, "reached": 18.0, "share": -0.2, "unit_da": "%"},
            date(2024, 2, 1),
            "For at nå målet skal tallet stige med 1 om måneden frem til 1. januar 2025; hidtil er det faldet med 0,2. "
            "Regnet fra den seneste opgørelse, 1. januar 2024 (afledt).",
        ),
        (
            {},
            date(2025, 1, 2),
            "Fristen var 1. januar 2025. Ved den seneste opgørelse, 1. januar 2024, var målet ikke nået.",
        ),
        ({"reached": 30.0, "share": 1.0}, TODAY, "Målet er nået: 30 af 30 unge pr. 1. januar 2024."),
        ({"end_date": ""}, TODAY, "Kilden giver ingen start og slut, så et tempo kan ikke regnes ud."),
        ({"reached": NAN, "share": NAN}, TODAY, "Der er intet tal endnu, så et tempo kan ikke regnes ud."),
        ({"target": NAN, "share": NAN}, TODAY, "Målet har intet tal i kilden, så et tempo kan ikke regnes ud."),
    ],
    ids=["count", "fall", "wrong way", "late", "met", "no dates", "no number", "no target"],
)
def test_the_pace_is_told_in_a_sentence(changed: dict, today: date, sentence: str) -> None:
    assert cards.pace_sentence(row(**changed), DA, today) == sentence


def test_an_old_report_is_called_historical() -> None:
    assert cards.historical("2005-09-15", DA, date(2026, 1, 1)).startswith(
        "Historisk rapport: de seneste tal er fra 15. september 2005."
    )
    assert cards.historical("2005-09-15", DA, date(2006, 1, 1)) == ""
