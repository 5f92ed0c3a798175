"""What the reader of the workshop chooses: the measure, the areas and years of the effort, and the control areas."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import streamlit

from dashboard.areas import shelf
from dashboard.effect_workshop import efforts, material, told
from dashboard.effect_workshop.efforts import Effort
from dashboard.effect_workshop.material import Asked, Measure
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.selection import asked as asked_of
from dashboard.selection import bar
from dashboard.selection.asked import Filter, Selection, Study
from dashboard.selection.sentence import Shown
from dashboard.ui import address
from dashboard.ui.address import Choice
from data.effect_panel import Panel
from data.effect_study import Span
from data.query import Period

EFFORT = "indsats"  # the box that fills in what the address holds; it is no choice itself
OWN = "egne"  # areas that are those of no effort in the data
USES = frozenset({Filter.STUDY, Filter.YEARS, Filter.AGE})


def asked(choice: Choice) -> Asked | None:
    """What is asked for; None where no area of the data has numbers to work on."""
    words, setting = choice.words, choice.setting
    if not material.measures(setting):
        return None
    indicators, names = shelf.facts(choice.version).indicators, dict(shelf.facts(choice.version).names)
    with bar.choices(choice, words("Vælg indsats og kontrol")) as tell:
        measure = measure_of(choice)
        every = sorted({year for period in material.panel(setting, measure).periods for year in period})
        picked = asked_of.read(choice, USES, shelf.book(choice.version), every)
        measure = replace(measure, years=enough(choice, measure, picked.years))
        panel = material.panel(setting, measure)
        documented = material.documented(setting, measure)
        treated = treated_areas(choice, panel, documented, picked)
        span = span_of(choice, panel, efforts.of(documented, treated))
        found = with_control(choice, measure, tuple(treated), span)
        bar.years(choice, picked, every)
        said = told.choices(found, indicators[measure.indicator_id], names, words) if found.treated else ""
        tell(shown(found, panel, picked.study, said), USES)
    return found


def enough(choice: Choice, measure: Measure, years: Period | None) -> Period | None:
    """The years asked for, where they hold two periods or more; else none, which is told."""
    whole = material.panel(choice.setting, measure).periods
    if years and sum(years[0] <= start and end <= years[1] for start, end in whole) < 2:
        choice.messages.warning(
            choice.words(
                "{years} rummer ikke to perioder, så der er intet før og efter. Her regnes på alle år.",
                years=choice.words.period(*years),
            )
        )
        return None
    return years


def shown(found: Asked, panel: Panel, study: Study | None, said: str) -> Shown:
    """What is shown; nothing without an area of an effort. `said`: the choices in words."""
    if not found.treated:
        return Shown()
    years = (panel.periods[0][0], panel.periods[-1][1])
    added_up = study if study and set(found.treated) <= set(study.members) else None
    return Shown(len(found.treated) + len(found.control), added_up, years, first=said)


def measure_of(choice: Choice) -> Measure:
    """The indicator, its age group where there are several, and the level of the areas that are asked for."""
    words, every = choice.words, material.measures(choice.setting)
    book = shelf.book(choice.version)
    indicator_id = address.pick(
        "indikator",
        words("Indikator"),
        list(dict.fromkeys(each.indicator_id for each in every)),
        lambda name: words.text(book.indicators[name].name),
    )
    ages = list(dict.fromkeys(each.age_group for each in every if each.indicator_id == indicator_id))
    age = ages[0]
    if len(ages) > 1:
        age = address.pick("alder", words("Alder"), ages, lambda group: labels.age_group(group, words))
    levels = [each.level for each in every if (each.indicator_id, each.age_group) == (indicator_id, age)]
    return Measure(indicator_id, age, asked_level(choice, levels))


def asked_level(choice: Choice, levels: Sequence[str]) -> str:
    """The level of the first area in the address that has one of some levels, else the first of them."""
    areas = shelf.book(choice.version).areas
    named = (areas[name].level for name in choice.address.get("behandlet", "").split(",") if name in areas)
    return next((level for level in named if level in levels), levels[0])


def treated_areas(choice: Choice, panel: Panel, documented: Sequence[Effort], picked: Selection) -> list[str]:
    """The areas of the effort: those that the reader chose, else the areas of the reader's own area, else those of the
    effort that can tell most.
    """
    words, book = choice.words, shelf.book(choice.version)
    options = book.by_name(panel.areas)
    default = documented[0].areas if documented else ()
    if picked.study and any(area in panel.areas for area in picked.study.members):
        default = tuple(area for area in picked.study.members if area in panel.areas)
    if documented:
        effort_box(choice, documented, default)
    return address.pick_many(
        "behandlet",
        words("Områder med indsats"),
        options,
        book.names.__getitem__,
        words("Vælg de områder, indsatsen ramte"),
        default,
    )


def effort_box(choice: Choice, documented: Sequence[Effort], default: Sequence[str]) -> None:
    """A box that fills in the areas and years of an effort of the data."""
    words = choice.words
    chosen = [name for name in choice.address.get("behandlet", "").split(",") if name] or default
    by_key = {effort.key: effort for effort in documented}
    current = efforts.of(documented, chosen)
    address.control(
        EFFORT,
        words("Hent en indsats fra dataene"),
        [*by_key, OWN],
        current.key if current else OWN,
        lambda key: effort_name(by_key[key]) if key in by_key else words("egne områder"),
        streamlit.selectbox,
        lambda key: filled_in(by_key.get(key)),
    )


def effort_name(effort: Effort) -> str:
    return f"{effort.name} ({effort.span.start})"


def filled_in(effort: Effort | None) -> Mapping[str, str | None]:
    """What the address gets for an effort: its areas and years, and the proposal of the page."""
    if effort is None:
        return {}
    return {
        "behandlet": ",".join(effort.areas),
        "foer": str(effort.span.before),
        "begyndt": str(effort.span.start),
        "kontrol": None,
    }


def span_of(choice: Choice, panel: Panel, effort: Effort | None) -> Span:
    """The first year of the effort and the last year before it."""
    words = choice.words
    starts = [str(start) for start, _ in panel.periods[1:]]
    usual = str(effort.span.start) if effort else starts[len(starts) // 2]
    start = address.pick("begyndt", words("Indsatsen begyndte (første periode)"), starts, default=usual)
    ends = [str(end) for _, end in panel.periods if end < int(start)]
    last = str(effort.span.before) if effort and str(effort.span.before) in ends else ends[-1]
    before = address.pick("foer", words("Sidste år før indsatsen"), ends, default=last)
    return Span(int(before), int(start))


def with_control(choice: Choice, measure: Measure, treated: tuple[str, ...], span: Span) -> Asked:
    """The control areas: the reader's, else those that the page proposes."""
    words, book = choice.words, shelf.book(choice.version)
    proposed = material.proposal(choice.setting, measure, treated, span.before)
    options = book.by_name([area for area in material.panel(choice.setting, measure).areas if area not in treated])
    say_overlap(choice, treated)
    control = address.pick_many(
        "kontrol",
        words("Kontrolområder"),
        [*options, *treated] if overlap(choice, treated) else options,
        book.names.__getitem__,
        words("Ingen kan foreslås"),
        proposed,
    )
    control = [area for area in control if area not in treated]
    if choice.has_controls and "kontrol" in choice.address:
        streamlit.button(
            words("Brug sidens forslag"),
            key="propose",
            icon=":material/restart_alt:",
            on_click=lambda: address.choose(kontrol=None),
        )
    is_proposed = set(control) == set(proposed)
    return Asked(measure, treated, tuple(proposed if is_proposed else control), span, is_proposed)


def overlap(choice: Choice, treated: Collection[str]) -> list[str]:
    return [name for name in choice.address.get("kontrol", "").split(",") if name in treated]


def say_overlap(choice: Choice, treated: Collection[str]) -> None:
    """An area cannot be held against itself: it is named."""
    if both := overlap(choice, treated):
        names = dict(shelf.facts(choice.version).names)
        choice.messages.warning(
            plain(
                choice.words(
                    "{names} kan ikke være både indsats og kontrol. Her regnes det som område med indsats.",
                    names=told.named(both, names, choice.words),
                )
            )
        )
