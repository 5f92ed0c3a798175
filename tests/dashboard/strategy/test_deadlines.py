"""What is due, what has slipped and how the milestones stand, in words."""

from datetime import date

from dashboard.charts import theme
from dashboard.i18n.words import Words
from dashboard.strategy import deadlines
from dashboard.views import tables
from data import strategy
from tests.dashboard.strategy.test_chain import whole

WORDS = Words("da")


def test_what_is_due_is_counted_with_what_no_list_can_hold() -> None:
    found = strategy.due(strategy.dates(whole()), date(2026, 6, 1))
    rows = deadlines.dated_frame(deadlines.deadlines(found, whole(), WORDS), WORDS)
    assert rows[["named", "status_text", "day", "judged_text", "project", "goal"]].values.tolist() == [
        [
            "Succeskriterium: 1. 50 har fået job",
            "▼ Bagud",
            "28. februar 2026",
            "vurderet 31. december 2025",
            "Caféen",
            "Flere i arbejde",
        ]
    ]
    assert [row.item.source_id for row in found] == [""]
    assert deadlines.due_sentence(len(found), 2, date(2026, 6, 1), WORDS) == (
        "1 milepæl eller succeskriterium har frist senest 1. juni 2026 og mangler en afsluttende vurdering. 2 åbne "
        "succeskriterier har ingen slutdato i kilden og kan derfor ikke stå på listen."
    )
    assert deadlines.due_sentence(0, 0, date(2026, 6, 1), WORDS) == (
        "Intet har frist senest 1. juni 2026 og mangler en afsluttende vurdering."
    )


def test_what_has_slipped_says_why_and_since_when() -> None:
    found = strategy.slipped(strategy.dates(whole()), date(2026, 3, 1))
    rows = deadlines.slip_frame(found, whole(), WORDS)
    assert rows[["named", "why", "past_day"]].values.tolist() == [
        ["Milepæl: Caféen er åben", "Vurderet som forsinket", "1. januar 2026 (for 2 måneder siden)"],
        [
            "Succeskriterium: 1. 50 har fået job",
            "Frist passeret og ikke vurderet siden",
            "28. februar 2026 (for 1 dag siden)",
        ],
    ]
    assert deadlines.slip_sentence([slip.reason for slip in found], WORDS) == (
        "2 er forsinket. Vurderet som forsinket: 1; Frist passeret og ikke vurderet siden: 1."
    )
    assert deadlines.slip_sentence([], WORDS).startswith("Intet er forsinket")
    assert deadlines.colours((slip.dated for slip in found), WORDS) == {"Status": [theme.STATUS_COLOURS["behind"]] * 2}


def test_the_file_of_what_has_slipped_holds_the_days_past() -> None:
    found = strategy.slipped(strategy.dates(whole()), date(2026, 3, 1))
    frame, columns = deadlines.slip_frame(found, whole(), WORDS), deadlines.slip_file_columns(WORDS)
    shown = tables.to_display(frame, columns, WORDS)
    assert shown[["Navn", "Dage efter fristen"]].values.tolist() == [
        ["Caféen er åben", "59"],
        ["1. 50 har fået job", "1"],
    ]


def test_the_milestones_are_counted_by_status() -> None:
    assert deadlines.milestone_sentence(strategy.dates(whole())[:1], WORDS) == "1 milepæl: 1 forsinket."
