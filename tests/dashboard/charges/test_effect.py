"""The effect box: what happened, how sure that is, and for whom nothing was found."""

from dataclasses import replace

import pytest

from dashboard.charges import effect as effect_cards
from dashboard.charges import single_areas
from dashboard.i18n.words import Words
from data.contracts import Comparison, Difference, Effect, Observation, Status, Trend
from data.funnel import Drawn, Funnel
from tests.records import record

DA = Words("da")
NAMES = {"hotspot": "Hotspotområder", "kontrol": "Kontrolområder", "danmark": "Danmark"}
PAIR = record(
    Comparison,
    treated_id="hotspot",
    control_id="kontrol",
    before=2009,
    after=2013,
    start=2010,
    title="Hotspot",
    certainty="Afrundet til 5.",
    not_found="Ingen effekt fundet for unge over 18 år.",
)


def effects(**changed: object) -> list[Effect]:
    row = {
        "reference_id": "kontrol",
        "treated_before": 75.0,
        "treated_after": 50.0,
        "reference_before": 70.0,
        "reference_after": 65.0,
        "difference": -20.0,
    }
    country = row | {"reference_id": "danmark", "reference_before": 25.0, "reference_after": 20.0}
    return [record(Effect, **row | changed), record(Effect, **country)]


def differences(*made: tuple[int, float, float | None, float | None, float | None]) -> list[Difference]:
    return [
        record(
            Difference,
            year=year,
            difference=difference,
            low=difference - 10,
            high=difference + 10,
            placebo=placebo,
            placebo_low=low,
            placebo_high=high,
        )
        for year, difference, placebo, low, high in made
    ]


YEARLY = differences((2008, 4, None, None, None), (2009, 5, 1, -2, 4), (2013, -15, None, None, None))


def effect(yearly: list[Difference] = YEARLY[:0], **changed: object) -> effect_cards.EffectCard:
    return effect_cards.effect_card(PAIR, effects(**changed), yearly, NAMES, "pr. 1.000", "Kilde.", DA)


def test_the_effect_is_told_in_a_sentence() -> None:
    assert effect().sentence == (
        "I hotspotområderne faldt tallet fra 75 til 50, i kontrolområderne gik det fra 70 til 65: "
        "forskellen er −20 pr. 1.000. Målt mod Danmark (fra 25 til 20) er forskellen −20 pr. 1.000."
    )


def test_an_effect_without_counts_says_why_it_has_no_interval_and_for_whom_none_was_found() -> None:
    card = effect()
    assert card.uncertainty == "Ingen usikkerhed kan beregnes, fordi antal ikke er offentliggjort."
    assert card.not_found == "Ingen effekt fundet for unge over 18 år."


@pytest.mark.parametrize(
    ("seen", "needed", "said"),
    [
        (None, None, "Kan ikke beregnes, fordi antal ikke er offentliggjort."),
        (28.0, 1, "En halvering i hotspotområderne (38 pr. 1.000) ville altså som regel være set."),
        (56.0, 3, "ses først med 3 gange så mange områder eller år i begge grupper."),
        (999.0, None, "kan ikke ses på denne måde."),
    ],
)
def test_an_effect_says_how_large_it_must_be_to_show(seen: float | None, needed: int | None, said: str) -> None:
    told = effect(visible=seen, needed=needed).when
    assert told.endswith(said)
    assert seen is None or told.startswith(f"Målt på ét år før og ét år efter ville en effekt på mindst {seen:.0f} pr.")


def test_an_effect_with_counts_has_an_interval() -> None:
    assert effect(low=-30.0, high=-10.0).uncertainty == (
        "Med 95\xa0% sikkerhed ligger forskellen til kontrolområderne mellem −30 og −10 pr. 1.000."
    )


@pytest.mark.parametrize(
    ("after", "start"),
    [
        (80.0, "I hotspotområderne steg tallet fra 75 til 80,"),
        (75.0, "I hotspotområderne var tallet uændret 75,"),
    ],
)
def test_the_verb_follows_the_numbers(after: float, start: str) -> None:
    assert effect(treated_after=after).sentence.startswith(start)


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Kontrolområder", "kontrolområderne"),
        ("Danmark", "Danmark"),
        ("CFBU: 63 indsatsområder", "CFBU: 63 indsatsområder"),
    ],
)
def test_group_names_are_bent_to_fit_a_sentence(name: str, inside: str) -> None:
    assert effect_cards.in_sentence(name) == inside


def test_an_interval_with_zero_in_it_may_be_chance() -> None:
    assert effect(low=-30.0, high=10.0).uncertainty.endswith("Den kan altså skyldes tilfældigheder.")


RATIO = {"low": -30.0, "high": -10.0, "ratio": 0.718, "ratio_low": 0.5, "ratio_high": 0.9, "ratio_reason": ""}


@pytest.mark.parametrize(("model", "named"), [("quasi_poisson", "kvasi-Poisson-model"), ("poisson", "; Poisson-model")])
def test_the_ratio_has_its_interval_and_the_name_of_its_model(model: str, named: str) -> None:
    told = effect(**RATIO, ratio_model=model).uncertainty
    assert "blev 0,72 gange det, udviklingen i kontrolområderne ville have ført til (95\xa0%-interval 0,50–0,90" in told
    assert named in told
    assert "hver sin vej" not in told


def test_difference_and_ratio_of_opposite_signs_are_told_apart() -> None:
    card = effect(**RATIO | {"ratio": 1.2, "ratio_high": 1.5}, ratio_model="poisson")
    assert "peger hver sin vej" in card.uncertainty


@pytest.mark.parametrize(
    ("changed", "trusted"),
    [
        ({"ratio_model": "quasi_poisson"}, "Stol mest på forholdet: det bygger på alle årene"),
        ({"ratio_model": "poisson"}, "Stol mest på forskellen: forholdets interval regner kun med tilfældige udsving"),
    ],
)
def test_where_only_one_of_the_two_is_sure_it_is_said_which_to_trust(changed: dict[str, str], trusted: str) -> None:
    unsure = RATIO | {"ratio_high": 1.1}
    told = effect(**unsure, **changed).uncertainty
    assert "Kun det ene af de to mål viser en effekt" in told and trusted in told
    assert "Stol mest" not in effect(**RATIO, **changed).uncertainty
    assert trusted in effect(**RATIO | {"ratio": 1.2, "ratio_high": 1.5}, **changed).uncertainty


def test_a_ratio_that_cannot_be_had_says_why() -> None:
    told = effect(low=-30.0, high=-10.0, ratio_reason="zero_cell").uncertainty
    assert told.endswith("Et forhold kan ikke beregnes: en af grupperne har ingen hændelser før eller efter.")


@pytest.mark.parametrize(
    ("low", "high", "seen", "holds", "start"),
    [
        (0.97, 1.03, 0.06, True, "Linjerne fulgtes ad før indsatsen, så vidt prøven kan se: den ville have opdaget"),
        (
            0.8,
            1.2,
            0.241,
            True,
            "Det kan ikke afgøres, om linjerne fulgtes ad før indsatsen: prøven kunne kun have opdaget "
            "forskelle over 25\xa0% om året.",
        ),
        (1.1, 1.5, 0.24, False, "Linjerne fulgtes ikke ad før indsatsen"),
        (None, None, None, True, "Der er for få år før indsatsen"),
    ],
)
def test_lines_ran_in_parallel_only_where_the_test_could_have_seen_otherwise(
    low: float | None, high: float | None, seen: float | None, holds: bool, start: str
) -> None:
    card = effect(YEARLY, parallel_low=low, parallel_high=high, parallel_detectable=seen)
    assert (card.holds, card.parallel.startswith(start)) == (holds, True)
    assert card.parallel.endswith("Med et falsk startår (2009) findes der ingen effekt, som det skal være.")


def test_an_effect_of_a_false_start_is_a_warning() -> None:
    card = effect(differences((2009, 5, 3, 1, 5)), parallel_low=0.8, parallel_high=1.2, parallel_detectable=0.2)
    assert not card.holds
    assert "også med et falsk startår (2009) findes der en effekt" in card.parallel


def test_without_yearly_counts_nothing_is_said_of_parallel_lines() -> None:
    assert (effect().parallel, effect().holds) == ("", True)


def test_the_difference_is_told_before_and_after_the_effort_began() -> None:
    assert effect_cards.difference_sentence(YEARLY, PAIR, "pr. 1.000", DA, 0) == (
        "Forskellen var +5 pr. 1.000 før indsatsen (2009) og −15, efter at den var begyndt (2013)."
    )
    assert "2009" not in effect_cards.difference_sentence(YEARLY[:1], PAIR, "pr. 1.000", DA, 0)


def test_a_false_start_is_not_relevant_in_the_first_year_and_after_the_true_one() -> None:
    frame = effect_cards.difference_table(YEARLY, DA, 0)
    assert frame["false_start"].tolist() == ["ikke relevant", "1 (−2 til 4)", "ikke relevant"]


def test_an_area_that_is_too_small_is_never_without_change() -> None:
    trends = [
        record(Trend, area_id=area, verdict=verdict) for area, verdict in (("a", "too_small"), ("b", "no_change"))
    ]
    found = single_areas.verdicts(["a", "b", "c"], trends)
    assert found == {"a": "too_small", "b": "no_change", "c": "cannot_calculate"}
    assert single_areas.verdicts_sentence(found.values(), DA) == (
        "Udviklingen i 3 områder: 1 ingen stor ændring (mindre end en halvering), 1 for få personer til at afgøre det, "
        "1 kan ikke beregnes."
    )


def test_the_note_explains_what_is_seen_and_nothing_else() -> None:
    hidden = record(Observation, period_start=2015, period_end=2017, status=Status.HIDDEN)
    note = single_areas.areas_note([hidden], ["cannot_calculate"], DA)
    assert "flere år lagt sammen" in note
    assert "skjult" in note
    assert "færre end 5 perioder" in note
    assert "For lille" not in note
    shown = replace(hidden, period_end=2015, status=Status.SHOWN)
    assert single_areas.areas_note([shown], ["decreasing"], DA) == ""


def test_the_funnel_counts_who_is_outside_and_who_is_left_out() -> None:
    row = record(Observation)
    drawn = tuple(Drawn(row, 50.0, 1000.0, position) for position in ("above_99_8", "below_95", "within"))
    told = single_areas.funnel_sentence(Funnel(drawn, (), 50.0, (row,)), "2022–2024", DA)
    assert told.startswith(
        "Af 3 områder i 2022–2024 ligger 1 over og 0 under 99,8\xa0%-grænserne, og 1 er kun uden for"
    )
    assert told.endswith("1 område er ikke med: tallet er skjult, for få til at vise eller ikke opgjort.")


def test_an_area_without_a_number_is_not_in_the_funnel() -> None:
    inside, outside = (record(Observation, area_id=area) for area in ("inde", "ude"))
    shown = Funnel((Drawn(inside, 50.0, 1000.0, "within"),), (), 50.0, (outside,))
    assert single_areas.places([inside, outside], shown, DA) == ["inden for grænserne", "ikke med"]
