"""What is said of a model of co-operation: who meets how often, what comes next, where a source contradicts itself."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dashboard.cooperation import figure, lines, models, templates, told
from dashboard.cooperation.models import Model
from dashboard.i18n.words import Words
from data.contracts import ActionCard, Body, Evaluation, Milestone, Partner, Recommendation, Seat
from data.versions import Version
from tests.records import record

DA, TODAY = Words("da"), date(2025, 6, 1)
VERSION = Version("example", "aaaa", Path("."), datetime(2026, 1, 1, tzinfo=UTC), {}, 1)


def body(body_id: str, name: str, **given: object) -> Body:
    return record(Body, body_id=body_id, scheme="s", name=name, certainty="A", **{"layer": "management", **given})


COUNCIL = body("raad", "Rådet", is_top=True, meets="1 gang om året", meetings_per_year=1.0, members=3)
TEAM = body("team", "Teamet", layer="practice", parent_id="raad", meets="Hvert kvartal", meetings_per_year=4.0)


def model(*bodies: Body, **given: tuple[object, ...]) -> Model:
    parts = ("seats", "partners", "advice", "challenges", "cards", "milestones", "evaluations")
    return Model("s", bodies, **{part: given.get(part, ()) for part in parts})  # type: ignore[arg-type]


def seat(order: int, role: str = "member", places: int | None = 1) -> Seat:
    return record(Seat, body_id="raad", order=order, function="Formand", role=role, places=places, certainty="A")


def test_the_answer_names_the_top_and_who_meets_least_and_most() -> None:
    assert told.bodies(model(COUNCIL, TEAM), DA) == (
        "s: 2 organer i 2 lag. Øverst: Rådet. Sjældnest mødes Rådet (1 gang om året), hyppigst Teamet (hvert kvartal)."
    )


def test_bodies_whose_meetings_are_not_told_are_counted() -> None:
    silent = body("tavs", "Tavs", layer="dialogue", parent_id="raad")
    assert told.bodies(model(COUNCIL, silent), DA).endswith(
        "Hyppigst mødes Rådet (1 gang om året). For 1 organ er det ikke oplyst, hvor ofte det mødes."
    )


def test_a_printed_number_of_members_that_the_list_does_not_have_is_said() -> None:
    found = model(COUNCIL, seats=(seat(1), seat(2), seat(3), seat(4), seat(5, "observer")))
    assert told.seats(found, DA) == (
        "5 funktioner. Ingen navne på personer. "
        "Rådet: kilden oplyser 3 medlemmer, men opregner 4 funktioner og 1 tilforordnet."
    )


@pytest.mark.parametrize(
    "seats", [(seat(1), seat(2), seat(3)), (seat(1), seat(2, places=None)), ()], ids=["same", "not counted", "none"]
)
def test_nothing_is_said_where_the_numbers_agree_or_cannot_be_compared(seats: tuple[Seat, ...]) -> None:
    assert told.discrepancy(model(COUNCIL, seats=seats), COUNCIL, DA) == ""


def card(due: str, status: str = "open", **given: object) -> ActionCard:
    return record(ActionCard, scheme="s", body_id="team", title="Lys", due=due, status=status, **given)


MEASURED = record(Evaluation, scheme="s", title="Tal", due="2025-06-01", done_on="")
STEP = record(Milestone, scheme="s", title="Trin", due="2025-07-01", status="planned")
MEETING = body("team", "Teamet", next_meeting="2025-06-10")
PAST = body("team", "Teamet", next_meeting="2025-05-10")


@pytest.mark.parametrize(
    ("found", "shown", "said"),
    [
        (model(MEETING, cards=(card("2025-06-02"),)), MEETING, "Møde 10. juni 2025"),
        (model(PAST, cards=(card("2025-08-01"), card("2025-06-20"))), PAST, "Handlingskort: Lys, frist 20. juni 2025"),
        (model(PAST, cards=(card("2025-05-31"),)), PAST, "Det seneste oplyste møde er passeret: 10. maj 2025"),
        (model(COUNCIL, milestones=(STEP,)), COUNCIL, "Milepæl: Trin, frist 1. juli 2025"),
        (model(COUNCIL, milestones=(STEP,), evaluations=(MEASURED,)), COUNCIL, "Evaluering: Tal, frist 1. juni 2025"),
        (model(COUNCIL, evaluations=(replace(MEASURED, done_on="2025-01-02"),)), COUNCIL, "ikke oplyst"),
        (model(TEAM, milestones=(STEP,), evaluations=(MEASURED,)), TEAM, "ikke oplyst"),  # put before management
        (model(TEAM, cards=(card("2025-08-01", "done"),)), TEAM, "ikke oplyst"),
        (model(TEAM, cards=(card("2025-08-01", "sent_up", sent_to="raad"),)), TEAM, "ikke oplyst"),
        (
            model(COUNCIL, TEAM, cards=(card("2025-08-01", "sent_up", sent_to="raad"),)),
            COUNCIL,
            "Handlingskort: Lys, frist 1. august 2025",
        ),
        (
            model(TEAM, cards=(card("2025-08-01", "sent_up", sent_to="raad", decided_on="2025-05-01"),)),
            TEAM,
            "Handlingskort: Lys, frist 1. august 2025",
        ),
    ],
)
def test_what_lies_before_a_body_next(found: Model, shown: Body, said: str) -> None:
    assert models.next_date(found, shown, TODAY, DA) == said


def test_the_figure_holds_layers_from_the_top_and_escapes_what_others_wrote() -> None:
    wrong = body("team", "<b>Team</b>", layer="practice", parent_id="raad")
    rows = lines.body_lines(model(COUNCIL, wrong), (), TODAY, DA)
    drawn = figure.layers(rows, DA)
    assert drawn.index("Ledelse") < drawn.index("Rådet") < drawn.index("Praksis") < drawn.index("&lt;b&gt;Team")
    assert "<b>Team" not in drawn


def test_the_rings_lie_in_each_other_and_a_ring_that_is_not_known_lies_outside() -> None:
    partners = [
        record(Partner, name=name, ring=ring, order=1, certainty="A")
        for name, ring in (("Skole", "steering"), ("Enhed", "unit"), ("Butik", "forum"), ("Klub", "unknown"))
    ]
    rows = lines.partner_lines(partners, (), DA)
    assert [row.name for row in rows] == ["Enhed", "Skole", "Butik", "Klub"]
    drawn = figure.rings(rows)
    assert drawn.index("Butik") < drawn.index("Skole") < drawn.index("Enhed") < drawn.index("Klub")
    assert drawn.index("</section></section></section>") < drawn.index("Klub")
    assert told.partners(partners, DA).endswith("For 1 kan ringen ikke læses i den tilgængelige tekst.")


def test_recommendations_are_counted_by_how_far_they_are_followed() -> None:
    rows = [record(Recommendation, number=n, status=status) for n, status in enumerate(("met", "not_met", "met"), 1)]
    assert told.advice(rows, DA) == "3 anbefalinger: 2 følges, 1 følges ikke."


def test_the_template_has_the_columns_that_prepare_reads_and_says_what_they_hold() -> None:
    with zipfile.ZipFile(io.BytesIO(templates.write(VERSION, DA, {"Dato": "i dag"}))) as archive:
        headings = archive.read("seats.csv").decode()
        guide = archive.read("LAESMIG.txt").decode("utf-8-sig")
    assert headings.splitlines() == [",".join(Seat.columns())]
    assert "- role: tekst, en af: member, observer, at_times" in guide
    assert "- places: helt tal, mindst 1, må være tom" in guide
    assert "Dato: i dag" in guide
