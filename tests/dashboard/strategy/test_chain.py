"""A strategy in words: the chain from goal to criterion."""

from dataclasses import replace
from datetime import date

from dashboard.charts import theme
from dashboard.i18n.words import Words
from dashboard.strategy import chain
from data import strategy
from data.contracts import Project, Source
from tests.data.test_strategy import CAFE, GOAL, criterion, milestone, plan
from tests.records import record

WORDS = Words("da")
TODAY = date(2026, 11, 1)
NAMED_GOAL = {**GOAL, "title_da": "Flere i arbejde", "source_id": "book", "page": "4", "note_da": "Vedtaget i 2020."}
NAMED_CAFE = {**CAFE, "name": "Caféen", "as_of": "2026"}
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
    links = chain.chain(strategy.tree(own), own, TODAY, WORDS)
    link, row = links[0], chain.chain_frame(links, WORDS).iloc[0]
    assert [row[column.field] for column in chain.chain_columns(WORDS)] == [
        "Flere i arbejde",
        "Caféen, ▶ i gang pr. 2026",
        "Caféen er åben: ▼ Forsinket. Frist: 1. januar 2026. Vurderet 1. februar 2026.",
        "1. 50 har fået job: ▼ Bagud",
        "ikke opgjort (målet er 50 unge)",
        "1. januar 2025 – 28. februar 2026",
    ]
    assert [row[column.field] for column in chain.chain_file_columns(WORDS)] == [
        "Flere i arbejde",
        "Caféen",
        "▶ i gang pr. 2026",
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
    assert link.milestone.colour == link.criterion.colour == theme.STATUS_COLOURS["behind"]
    assert chain.milestone_line(link.milestone, WORDS) == "Frist: 1. januar 2026. Vurderet 1. februar 2026."
    assert chain.criterion_line(link.criterion, "Teamet", WORDS) == (
        "Nået: ikke opgjort (målet er 50 unge). Periode: 1. januar 2025 – 28. februar 2026. Hører også til: Teamet."
    )


def test_a_missing_link_has_words_and_a_missing_date_is_said() -> None:
    own = plan(criteria=(criterion("a", title_da="Alle er med"),))
    (link,) = chain.chain(strategy.tree(own), own, TODAY, WORDS)
    assert (link.goal, link.project, link.milestone.title) == ("Uden overordnet mål", "Uden indsats", "")
    assert "Periode: kilden oplyser ingen datoer." in chain.criterion_line(link.criterion, "", WORDS)


def test_a_project_of_an_old_report_is_never_said_to_run_today() -> None:
    old = replace(whole(), projects=(record(Project, **NAMED_CAFE | {"as_of": "2014"}),))
    (link,) = chain.chain(strategy.tree(old), old, TODAY, WORDS)
    assert link.effort == "Caféen, ▶ Historisk – 2014: kørte dengang"


def test_the_summary_counts_each_once_and_has_words_for_none() -> None:
    assert chain.summary(strategy.tree(whole()), WORDS) == (
        "1 overordnet mål, 1 indsats, 1 milepæl og 1 succeskriterium."
    )
    assert chain.summary(strategy.tree(plan(goals=(GOAL,))), WORDS) == (
        "1 overordnet mål, ingen indsatser, ingen milepæle og ingen succeskriterier."
    )


def test_the_chain_says_how_criteria_stand_and_that_one_stands_twice() -> None:
    own = whole()
    assert chain.chain_sentence(strategy.tree(own), own, WORDS) == "0 af 1 kriterium er opfyldt, 1 bagud."
    twice = plan(
        goals=(GOAL,),
        projects=(CAFE, {**CAFE, "project_id": "team"}),
        criteria=(JOBS,),
        served=(("jobs", "cafe"), ("jobs", "team")),
    )
    assert "står under hver af dem" in chain.chain_sentence(strategy.tree(twice), twice, WORDS)


def test_a_goal_has_its_note_and_its_source() -> None:
    sources = [record(Source, source_id="book", title="Bogen")]
    assert chain.goal_lines(whole(), sources, WORDS) == {"g": "Vedtaget i 2020. Kilde: Bogen, s. 4"}
