"""A criterion is told with its sum, its reason, who has judged it and what is stale."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dashboard.criteria import cards
from dashboard.i18n.words import Words
from data.contracts import Criterion, CriterionStatus, Result
from data.errors import Text
from data.scorecards import Scored
from tests.records import record

DA = Words("da")
TODAY = date(2006, 1, 1)
CRITERION = record(
    Criterion,
    criterion_id="k10",
    goal_id="job",
    number=10,
    title="30 kvinder er aktiverede",
    target=30.0,
    unit="kvinder",
    target_group="Indvandrere",
    source_id="rapport",
    page="5",
)
RESULT = record(Result, criterion_id="k10", as_of="2005-09", served=True, counted=True, source_id="rapport", page="5")
RESULTS = (
    replace(RESULT, project_id="stille", value=5.0, evidence="Stille Piger (5)"),
    replace(RESULT, project_id="moedre", value=29.0, double_counted=True, evidence="Jobexpres (29)"),
    replace(
        RESULT,
        project_id="moedre",
        value=4.0,
        kind=Text("bevis", ""),
        counted=False,
        note=Text("Er blandt de 29.", ""),
    ),
)
PROJECTS = {"stille": "Stille Piger", "moedre": "Mødre i Job"}
GOALS = {"job": "Flere i job"}


def scored(
    status: str = "met",
    reached: float | None = 34.0,
    share: float | None = None,
    as_of: str = "2005-09",
    **changed: object,
) -> Scored:
    """The criterion with its status; its share, where none is given, is that of the thirty."""
    told = reached / 30 if share is None and reached is not None else share
    score = record(CriterionStatus, criterion_id="k10", status=status, reached=reached, share=told, as_of=as_of)
    return Scored(replace(CRITERION, **changed), score)


def criterion(
    status: str = "met",
    reached: float | None = 34.0,
    results: Sequence[Result] = RESULTS,
    today: date = TODAY,
    **changed: object,
) -> cards.CriterionCard:
    (card,) = cards.criterion_cards([scored(status, reached, **changed)], results, PROJECTS, GOALS, DA, today)
    return card


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
    assert (card.target_text, card.value, card.derived) == ("30 kvinder", "34 kvinder", "beregnet af os")
    assert (card.reached, card.status_text, card.share_text) == ("34 af 30 kvinder", "✓ Opfyldt", "113\xa0%")
    assert card.achieved == "34 af 30 kvinder, beregnet af os"
    assert card.reason == (
        "Stille Piger 5 + Mødre i Job 29 = 34 (beregnet af os). Ikke talt med: Mødre i Job 4 (bevis). "
        "Kilden oplyser, at 29 er talt med to steder."
    )
    assert card.note == "Er blandt de 29."


def test_each_project_has_its_numbers_by_kind() -> None:
    assert criterion().projects == "Stille Piger: 5; Mødre i Job: 29 (talt to steder), 4 (bevis, ikke talt med)"


def test_a_project_that_has_nothing_in_place_keeps_its_printed_number() -> None:
    printed = replace(RESULTS[0], value=0.0, served=False)
    card = criterion("no_project", None, [printed])
    assert card.projects == "Stille Piger: 0 (ikke i gang med kriteriet)"
    assert card.reason == "Kilden nævner intet projekt, der er i gang med kriteriet."


def test_a_single_number_is_printed_and_no_sum() -> None:
    card = criterion("not_met_yet", 5.0, RESULTS[:1])
    assert (card.reason, card.derived) == ("Stille Piger 5 (oplyst i kilden).", "")


@pytest.mark.parametrize(
    ("who", "day", "text"),
    [
        ("Styregruppen", "2025-01-20", "Vurderet af Styregruppen den 20. januar 2025: ikke opfyldt."),
        ("Kommunen", "", "Vurderet af Kommunen (uden dato): ikke opfyldt."),
        ("", "", "Efter kilden: ikke opfyldt."),
    ],
)
def test_a_manual_judgement_stands_beside_the_computed_status(who: str, day: str, text: str) -> None:
    card = criterion(stated_status="not_met", stated_by=who, stated_on=day)
    assert (card.judgement, card.verdict) == (text, "met")


def test_a_criterion_without_a_number_says_what_is_missing() -> None:
    card = criterion("not_collected", None)
    assert (card.reached, card.value, card.share_text) == (
        "ikke opgjort (målet er 30 kvinder)",
        "ikke opgjort",
        "ikke opgjort",
    )
    assert card.reason.endswith("Kilden giver intet tal.")
    assert "Målet har intet tal i kilden." in criterion("not_collected", target=None).reason


def test_an_open_criterion_is_marked_stale_a_year_after_its_latest_figure() -> None:
    assert criterion("not_met_yet", 5.0, today=date(2006, 9, 30)).dated == "september 2005"
    assert criterion("not_met_yet", 5.0, today=date(2006, 10, 1)).dated == "september 2005 · ⚠ Forældet"
    assert criterion("met", today=date(2008, 1, 1)).stale == ""


def test_an_old_figure_is_historical_whatever_its_status() -> None:
    card = criterion("not_met_yet", 5.0, today=date(2026, 10, 1))
    assert (card.dated, card.stale) == ("september 2005 · Historisk – 2005", "")
    assert criterion("met", today=date(2026, 1, 1)).historical == "Historisk – 2005"


def test_a_criterion_without_a_figure_is_as_old_as_the_report_it_is_from() -> None:
    other = replace(RESULT, criterion_id="k1", project_id="andet", value=3.0)
    assert criterion("not_collected", None, [other], today=date(2026, 1, 1)).historical == "Historisk – 2005"


def test_the_way_says_where_it_begins() -> None:
    share = {"share": 0.75, "unit": Text("%", "%"), "target": 80.0}
    assert criterion("not_met_yet", 77.0, baseline=68.0, **share).way_text == "75\xa0% af vejen fra 68\xa0% til 80\xa0%"
    assert criterion("not_met_yet", 60.0, **share).way_text == "75\xa0% af vejen til målet"


def test_what_was_expected_is_told_of_an_open_criterion_with_dates() -> None:
    dates = {"start_date": "2005-01-01", "end_date": "2006-12-31"}
    card = criterion("behind", 5.0, as_of="2005-12-31", **dates)
    assert (card.expected_text, round(card.expected or 0, 1)) == ("15", 0.5)
    assert criterion("met", as_of="2005-12-31", **dates).expected is None
    assert criterion("not_met_yet", 5.0).expected is None


def test_a_share_is_written_as_a_share() -> None:
    card = criterion("met", 77.5, RESULTS[:1], target=65.0, unit=Text("%", "%"))
    assert card.achieved == "77,5\xa0% (målet er 65\xa0%)"
    assert card.projects == "Stille Piger: 5\xa0%"


def test_a_target_below_the_baseline_reads_as_at_most() -> None:
    card = criterion("behind", 29.0, RESULTS[:1], baseline=40.0, target=20.0, unit=Text("udsættelser", ""))
    assert (card.target_text, card.baseline) == ("højst 20 udsættelser", "40 udsættelser")
    assert card.reached == "29 udsættelser (målet er højst 20 udsættelser)"


def test_an_old_report_is_called_historical() -> None:
    assert cards.historical("2005-09-15", DA, date(2026, 1, 1)).startswith(
        "Historisk rapport: de seneste tal er fra 15. september 2005."
    )
    assert cards.historical("2005-09-15", DA, date(2006, 1, 1)) == ""
