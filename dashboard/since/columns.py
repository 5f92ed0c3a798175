"""The columns of the tables of what moved."""

from __future__ import annotations

from dashboard.i18n.words import Words
from dashboard.views.tables import Column


def of_items(words: Words) -> list[Column]:
    return [
        Column("text", words("Hvad")),
        Column("kind_text", words("Slags")),
        Column("sure_text", words("Hvor sikkert")),
    ]


def of_criteria(words: Words) -> list[Column]:
    return [
        Column("criterion", words("Succeskriterium")),
        Column("move", words("Bevægelse")),
        Column("before", words("Dengang")),
        Column("now", words("Nu")),
        Column("as_of", words("Opgjort"), optional=True),
        Column("target_group", words("Målgruppe")),
        Column("source", words("Kilde")),
    ]


def of_figures(words: Words) -> list[Column]:
    return [
        Column("indicator", words("Nøgletal")),
        Column("area", words("Område")),
        Column("before", words("Dengang")),
        Column("now", words("Nu")),
        Column("verdict", words("Dommen"), optional=True),
        Column("sure", words("Hvor sikkert")),
        Column("source", words("Kilde")),
        Column("area_id", words("Område (kode)"), "code"),
        Column("indicator_id", words("Nøgletal (kode)"), "code"),
    ]


def of_new(words: Words) -> list[Column]:
    return [
        Column("indicator", words("Nøgletal")),
        Column("count", words("Nye tal"), "number"),
        Column("years", words("År")),
        Column("indicator_id", words("Nøgletal (kode)"), "code"),
    ]


def of_judgements(words: Words) -> list[Column]:
    return [
        Column("subject", words("Hvad")),
        Column("before", words("Dengang")),
        Column("now", words("Nu")),
        Column("judged_by", words("Vurderet af")),
        Column("source", words("Kilde")),
    ]


def of_corrections(words: Words) -> list[Column]:
    return [
        Column("day", words("Rettet")),
        Column("what", words("Hvad")),
        Column("was", words("Før")),
        Column("became", words("Nu")),
        Column("reason", words("Begrundelse")),
        Column("note", words("Note"), optional=True),
    ]


def of_evaluations(words: Words) -> list[Column]:
    return [
        Column("title", words("Evaluering")),
        Column("due", words("Frist")),
        Column("state", words("Status")),
        Column("method", words("Metode")),
        Column("baseline", words("Udgangspunkt")),
        Column("evaluated_by", words("Udføres af")),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]
