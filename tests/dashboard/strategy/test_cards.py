"""A strategy in words: the chain, what is due, what has slipped, the gaps."""

from datetime import date

import pandas

from dashboard.charts import theme
from dashboard.i18n.words import Words
from dashboard.strategy import cards
from data import strategy
from tests.data.test_strategy import CAFE, GOAL, criterion, milestone, plan

WORDS = Words("da")
NAMED_GOAL = {**GOAL, "title_da": "Flere i arbejde", "source_id": "book", "page": "4", "note_da": "Vedtaget i 2020."}
NAMED_CAFE = {**CAFE, "name": "Caféen"}
JOBS = criterion(
    "jobs",
    goal_id="g",
    number=1,
    title_da="50 har fået job",
    target=50.0,
    baseline=0.0,
    unit_da="unge",
    start_date="2025-01-01",
    end_date="2026-02-28",
)
OPENED = {
    **milestone("opened", "2026-01-01", "late", "2026-02-01"),
    "project_id": "cafe",
    "criterion_id": "jobs",
    "title_da": "Caféen er åben",
}


def whole() -> strategy.Plan:
    return plan(
        goals=(NAMED_GOAL,),
        projects=(NAMED_CAFE,),
        milestones=(OPENED,),
        criteria=(JOBS,),
        served=(("jobs", "cafe"),),
        statuses={"jobs": ("behind", "2025-12-31")},
    )


def test_a_path_is_told_with_statuses_in_words_and_dates() -> None:
    own = whole()
    row = cards.chain(strategy.tree(own), own, WORDS).iloc[0]
    assert [row[column.field] for column in cards.chain_columns(WORDS)] == [
        "Flere i arbejde",
        "Caféen (▶ i gang)",
        "Caféen er åben: ▼ Forsinket. Frist: 1. januar 2026. Vurderet 1. februar 2026.",
        "1. 50 har fået job: ▼ Bagud",
        "ikke opgjort (målet er 50 unge)",
        "1. januar 2025 – 28. februar 2026",
    ]
    assert [row[column.field] for column in cards.chain_file_columns(WORDS)] == [
        "Flere i arbejde",
        "Caféen",
        "▶ i gang",
        "Caféen er åben",
        "1. januar 2026",
        "▼ Forsinket",
        "1. februar 2026",
        "1. 50 har fået job",
        "▼ Bagud",
        "ikke opgjort (målet er 50 unge)",
        "1. januar 2025 – 28. februar 2026",
        "",
        "",
    ]
    assert row["milestone_colour"] == row["criterion_colour"] == theme.STATUS_COLOURS["behind"]
    assert cards.milestone_line(row, WORDS) == "Frist: 1. januar 2026. Vurderet 1. februar 2026."
    assert cards.criterion_line(row, "Teamet", WORDS) == (
        "Nået: ikke opgjort (målet er 50 unge). Periode: 1. januar 2025 – 28. februar 2026. Hører også til: Teamet."
    )


def test_a_missing_link_has_words_and_a_missing_date_is_said() -> None:
    own = plan(criteria=(criterion("a", title_da="Alle er med"),))
    row = cards.chain(strategy.tree(own), own, WORDS).iloc[0]
    assert (row["goal"], row["project"], row["milestone"]) == ("Uden politisk mål", "Uden indsats", "")
    assert "Periode: kilden oplyser ingen datoer." in cards.criterion_line(row, "", WORDS)


def test_the_summary_counts_each_once_and_has_words_for_none() -> None:
    assert cards.summary(strategy.tree(whole()), WORDS) == (
        "1 politisk mål, 1 indsats, 1 milepæl og 1 succeskriterium."
    )
    assert cards.summary(strategy.tree(plan(goals=(GOAL,))), WORDS) == (
        "1 politisk mål, ingen indsatser, ingen milepæle og ingen succeskriterier."
    )


def test_the_chain_says_how_criteria_stand_and_that_one_stands_twice() -> None:
    own = whole()
    assert cards.chain_sentence(strategy.tree(own), own, WORDS) == "0 af 1 kriterium er opfyldt, 1 bagud."
    twice = plan(
        goals=(GOAL,),
        projects=(CAFE, {**CAFE, "project_id": "team"}),
        criteria=(JOBS,),
        served=(("jobs", "cafe"), ("jobs", "team")),
    )
    assert "står under hver af dem" in cards.chain_sentence(strategy.tree(twice), twice, WORDS)


def test_a_goal_has_its_note_and_its_source() -> None:
    sources = pandas.DataFrame({"source_id": ["book"], "title": ["Bogen"]})
    assert cards.goal_lines(whole(), sources, WORDS) == {"g": "Vedtaget i 2020. Kilde: Bogen, s. 4"}


def test_what_is_due_is_counted_with_what_no_list_can_hold() -> None:
    found = strategy.due(strategy.dates(whole()), date(2026, 6, 1))
    rows = cards.dated_rows(found, whole(), WORDS)
    assert rows[["named", "status_text", "day", "judged_text", "project", "goal", "source_id"]].values.tolist() == [
        [
            "Succeskriterium: 1. 50 har fået job",
            "▼ Bagud",
            "28. februar 2026",
            "vurderet 31. december 2025",
            "Caféen",
            "Flere i arbejde",
            "",
        ]
    ]
    assert cards.due_sentence(rows, 2, date(2026, 6, 1), WORDS) == (
        "1 milepæl eller succeskriterium har frist senest 1. juni 2026 og mangler en afsluttende vurdering. 2 åbne "
        "succeskriterier har ingen slutdato i kilden og kan derfor ikke stå på listen."
    )
    assert cards.due_sentence(rows.iloc[:0], 0, date(2026, 6, 1), WORDS) == (
        "Intet har frist senest 1. juni 2026 og mangler en afsluttende vurdering."
    )


def test_what_has_slipped_says_why_and_since_when() -> None:
    found = strategy.slipped(strategy.dates(whole()), date(2026, 3, 1))
    rows = cards.slip_rows(found, whole(), WORDS)
    assert rows[["named", "why", "past_day"]].values.tolist() == [
        ["Milepæl: Caféen er åben", "Vurderet som forsinket", "1. januar 2026 (for 59 dage siden)"],
        [
            "Succeskriterium: 1. 50 har fået job",
            "Frist passeret og ikke vurderet siden",
            "28. februar 2026 (for 1 dag siden)",
        ],
    ]
    assert cards.slip_sentence(found["reason"], WORDS) == (
        "2 er skredet. Vurderet som forsinket: 1; Frist passeret og ikke vurderet siden: 1."
    )
    assert cards.slip_sentence(found["reason"].iloc[:0], WORDS).startswith("Intet er skredet")
    assert cards.colours(rows, WORDS) == {"Status": [theme.STATUS_COLOURS["behind"]] * 2}


def test_gaps_are_told_with_their_reason() -> None:
    own = plan(goals=(NAMED_GOAL,), projects=(NAMED_CAFE,), criteria=(JOBS,))
    found = strategy.gaps(own)
    rows = cards.gap_rows(found, own, WORDS)
    assert rows[["named", "why", "goal"]].values.tolist() == [
        ["Indsats: Caféen", "Indsatsen har hverken milepæl eller succeskriterium", "Flere i arbejde"],
        ["Succeskriterium: 1. 50 har fået job", "Ingen indsats er i gang med succeskriteriet", "Flere i arbejde"],
    ]
    assert cards.gap_sentence(found["reason"], WORDS).startswith("2 led mangler i kæden. Ingen indsats er")
    assert cards.gap_sentence(found["reason"].iloc[:0], WORDS).startswith("Ingen huller")


def test_the_milestones_are_counted_by_status() -> None:
    assert cards.milestone_sentence(strategy.dates(whole()).iloc[:1], WORDS) == "1 milepæl: 1 forsinket."
