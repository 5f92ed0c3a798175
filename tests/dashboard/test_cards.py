"""The sentences readers take away."""

import pandas
import pytest

from dashboard import cards
from dashboard.words import Words
from data.query import Card

DA = Words("da")
NAMES = {"hotspot": "Hotspotområder", "kontrol": "Kontrolområder", "danmark": "Danmark"}
COMPARISON = {"treated_id": "hotspot", "title_da": "Hotspot", "certainty_da": "Afrundet til 5.",
              "not_found_da": "Ingen effekt fundet for unge over 18 år."}
SOURCES = pandas.DataFrame({
    "source_id": ["rapport", "spil"], "title": ["Statusrapport", "Eksempel"],
    "source_class": ["published", "fictitious"],
})


def effects(**changed: float) -> pandas.DataFrame:
    row = {"reference_id": "kontrol", "treated_before": 75.0, "treated_after": 50.0, "reference_before": 70.0,
           "reference_after": 65.0, "difference": -20.0, "low": float("nan"), "high": float("nan")}
    country = row | {"reference_id": "danmark", "reference_before": 25.0, "reference_after": 20.0}
    return pandas.DataFrame([row | changed, country])


def effect(**changed: float) -> cards.EffectCard:
    return cards.effect_card(COMPARISON, effects(**changed), NAMES, "pr. 1.000", "Kilde.", DA)


def test_the_effect_is_told_in_a_sentence() -> None:
    assert effect().sentence == (
        "I hotspotområderne faldt tallet fra 75 til 50, i kontrolområderne gik det fra 70 til 65: "
        "forskellen er −20 pr. 1.000. Målt mod Danmark (fra 25 til 20) er forskellen −20 pr. 1.000."
    )


def test_an_effect_without_counts_says_why_it_has_no_interval_and_for_whom_none_was_found() -> None:
    card = effect()
    assert card.uncertainty == "Ingen usikkerhed kan beregnes, fordi antal ikke er offentliggjort."
    assert card.not_found == "Ingen effekt fundet for unge over 18 år."


def test_an_effect_with_counts_has_an_interval() -> None:
    assert effect(low=-30.0, high=-10.0).uncertainty == (
        "Med 95 % sikkerhed ligger forskellen til kontrolområderne mellem −30 og −10 pr. 1.000."
    )


@pytest.mark.parametrize(("after", "start"), [
    (80.0, "I hotspotområderne steg tallet fra 75 til 80,"), (75.0, "I hotspotområderne var tallet uændret 75,"),
])
def test_the_verb_follows_the_numbers(after: float, start: str) -> None:
    assert effect(treated_after=after).sentence.startswith(start)


@pytest.mark.parametrize(("name", "inside"), [
    ("Kontrolområder", "kontrolområderne"), ("Danmark", "Danmark"),
    ("CFBU: 63 indsatsområder", "CFBU: 63 indsatsområder"),
])
def test_group_names_are_bent_to_fit_a_sentence(name: str, inside: str) -> None:
    assert cards.in_sentence(name) == inside


def test_the_summary_of_hoeje_taastrup() -> None:
    statuses = ["met"] * 3 + ["not_met_yet"] * 4 + ["no_project"] * 2 + ["not_collected"] * 3
    assert cards.summary(statuses, "2005-09-01", DA) == (
        "3 af 12 kriterier er opfyldt, 4 ikke endnu, 2 uden projekt, 3 ikke opgjort pr. 1. september 2005."
    )


def test_the_summary_of_nothing() -> None:
    assert cards.summary([], "", DA) == "Ingen kriterier passer til valget."


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


def criterion(status: str = "met", reached: float = 34.0, **changed: object) -> cards.CriterionCard:
    statuses = pandas.DataFrame([{"criterion_id": "k10", "status": status, "reached": reached, "share": reached / 30}])
    (card,) = cards.criterion_cards(CRITERIA.assign(**changed), statuses, RESULTS, PROJECTS, DA)
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
    assert cards.criterion_frame([card], DA)["share_text"].tolist() == ["ikke opgjort"]
    assert "Målet har intet tal i kilden." in criterion("not_collected", target=float("nan")).reason


def test_progress_holds_the_counted_numbers_only() -> None:
    progress = cards.progress(CRITERIA, RESULTS, PROJECTS, DA)
    assert progress[["project", "value", "double_counted"]].to_numpy().tolist() == [
        ["Stille Piger", 5.0, False], ["Mødre i Job", 29.0, True]
    ]


def test_a_projects_persons_are_counted_without_its_totals() -> None:
    rows = pandas.DataFrame({"persons": [2, 5, 7, 6, 6, 13], "is_total": [False, False, True, False, True, True]})
    assert cards.persons(rows) == 13


def observed(**changed: object) -> pandas.DataFrame:
    row = {"source_id": "rapport", "page": "10", "value_certainty": "A", "period_certainty": "A", "derived": False}
    return pandas.DataFrame([row, row | {"page": "9"} | changed])


@pytest.mark.parametrize(("changed", "line"), [
    ({}, "Kilde: Statusrapport, s. 9, 10. Sikkerhed: A."),
    ({"value_certainty": "C"},
     "Kilde: Statusrapport, s. 9, 10. Sikkerhed: A, C (periode A). Nogle af tallene er afledt."),
    ({"source_id": "spil", "page": ""}, "FIKTIVE TAL. Kilder: Statusrapport, s. 10; Eksempel. Sikkerhed: A."),
])
def test_the_source_line_names_sources_certainty_derivation_and_fiction(changed: dict, line: str) -> None:
    assert cards.source_line(observed(**changed), SOURCES, DA) == line


INDICATOR = {"name_da": "Utrygge", "unit": "percent", "decimals": 1}


def test_an_area_card_compares_in_words() -> None:
    known = Card("a", "i", (2021, 2021), "shown", 12.34, 10.0, 15.0, reference=7.4, comparison="above")
    card = cards.area_card(known, "Tåstrupgård", INDICATOR, "Kilde.", DA)
    assert (card.value, card.interval) == ("12,3 pct.", "95 %-interval: 10,0–15,0")
    assert card.comparison == "Højere end landet (7,4)."


def test_an_area_card_without_a_number_says_why() -> None:
    card = cards.area_card(Card("a", "i", (2021, 2021), "hidden"), "Tåstrupgård", INDICATOR, "", DA)
    assert (card.value, card.interval, card.comparison) == ("skjult (diskretioneret)", "", "")


def test_a_trend_is_told_from_where_to_where() -> None:
    series = pandas.DataFrame({
        "indicator_id": "i", "edition": "", "role": "country", "name": "Danmark", "period_start": [2011, 2017],
        "period_end": [2011, 2017], "value": [4.0, 4.0],
    })
    assert cards.trend_sentence(series, "pr. 1.000", DA) == "Danmark: 4 pr. 1.000 både i 2011 og i 2017."
    assert cards.trend_sentence(series.assign(value=[4.0, 5.0]), "pr. 1.000", DA) == (
        "Danmark: en stigning fra 4 i 2011 til 5 pr. 1.000 i 2017."
    )
