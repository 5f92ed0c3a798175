"""What publishing a draft would change and hide, in words and as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.prepare import intake_diff
from dashboard.prepare.intake import Trial
from dashboard.prepare.intake_diff import Change, Difference
from dashboard.views.tables import Column
from data.contracts import DisclosureRule, Observation, Status
from data.intake.entries import Entry

NUMBER = ("indicator_id", "area_id", "age_group", "breakdown", "period_start", "period_end")
GIVEN = N_("den, der afleverede tallet, har skjult det")
TOO_SMALL = N_("antallet er under {minimum} personer")
SECONDARY = N_("et skjult tal ellers kunne regnes ud af det")
TOO_FEW = N_("der bor under {population} personer")


@dataclass(frozen=True)
class Names:
    """What areas, indicators and criteria are called, by their ids."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, trial: Trial) -> Names:
        tables = trial.draft.tables
        named = [(row["area_id"], row["name"]) for row in tables["areas"]]
        named += [(row["indicator_id"], row["name_da"]) for row in tables["indicators"]]
        named += [(row["criterion_id"], row["title_da"]) for row in tables["criteria"]]
        return cls({key: name for key, name in named if name})

    def of_id(self, key: str) -> str:
        return self.names.get(key, key)

    def table(self, changes: Iterable[Change], words: Words) -> pandas.DataFrame:
        """The changes in words; columns: what, area, when, before and after."""
        states = {**labels.VERDICTS, **labels.CRITERION_STATUSES}

        def state(code: str) -> str:
            return words(states[code]) if code in states else code

        return pandas.DataFrame(
            [
                {
                    "what": self.of_id(change.what),
                    "area": self.of_id(change.area_id),
                    "when": change.when.replace("-", "–"),
                    "before": state(change.before),
                    "after": state(change.after),
                }
                for change in changes
            ]
        )


def columns(words: Words) -> list[Column]:
    return [
        Column("what", words("Hvad")),
        Column("area", words("Område")),
        Column("when", words("Hvornår"), optional=True),
        Column("before", words("Før")),
        Column("after", words("Nu")),
    ]


def changes(found: Difference, words: Words) -> str:
    """One sentence on how the draft differs from what readers see."""
    if found.is_first:
        return words("Datasættet er nyt: {number} tal.", number=words.number(found.added))
    return words(
        "{added} tal er nye, {changed} er ændret, og {gone} er væk.",
        added=words.number(found.added),
        changed=words.number(found.changed),
        gone=words.number(found.gone),
    )


def hidden(trial: Trial, names: Names, words: Words) -> pandas.DataFrame:
    """The numbers that readers will not see, a row for each area, indicator and reason; columns: area, indicator, age
    and why.
    """
    assert trial.contents is not None
    numbers = intake_diff.table(trial.contents, Observation.TABLE)
    (limits,) = DisclosureRule.of(intake_diff.table(trial.contents, DisclosureRule.TABLE))
    given = {tuple(row[column] for column in NUMBER): row for row in trial.draft.tables["observations"]}
    gone = numbers[numbers["status"].isin([Status.HIDDEN, Status.TOO_FEW])].sort_values(list(NUMBER))
    periods: dict[tuple[str, str, str, str], list[str]] = {}
    for *named, start, end, status in gone[[*NUMBER, "status"]].itertuples(index=False, name=None):
        indicator_id, area_id, age, _ = map(str, named)
        why = reason(str(status), given.get((*map(str, named), str(start), str(end))), limits, words)
        periods.setdefault((area_id, indicator_id, age, why), []).append(words.period(start, end))
    return pandas.DataFrame(
        [
            {
                "area": names.of_id(area_id),
                "indicator": names.of_id(indicator_id),
                "age": labels.age_group(age, words),
                "why": words("{when} vises ikke, fordi {reason}.", when=", ".join(dict.fromkeys(when)), reason=why),
            }
            for (area_id, indicator_id, age, why), when in periods.items()
        ]
    )


def reason(status: str, given: Entry | None, limits: DisclosureRule, words: Words) -> str:
    """Why a number is not shown. `given`: its row as it was handed in, None for one that is derived."""
    if status == Status.TOO_FEW:
        return words(TOO_FEW, population=limits.minimum_population)
    if given is None:
        return words(SECONDARY)
    if given["status"] == Status.HIDDEN:
        return words(GIVEN)
    count = given["count"]
    is_small = count.isdigit() and 0 < int(count) < limits.minimum
    return words(TOO_SMALL, minimum=limits.minimum) if is_small else words(SECONDARY)


def hidden_sentence(is_any: bool, words: Words) -> str:
    if not is_any:
        return words("Alle tal vises.")
    return words(
        "Nogle tal vises ikke. Tabellen er kun for dig, der udgiver: giv den ikke videre, for med grundene kan skjulte "
        "tal regnes ud."
    )


def hidden_columns(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("indicator", words("Indikator")),
        Column("age", words("Alder")),
        Column("why", words("Hvornår og hvorfor")),
    ]
