"""What the reader narrows the page of charges to: a range of years, and one group that is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard import store
from dashboard.selection.asked import NAMES, Filter, Selection
from dashboard.ui.address import Choice
from dashboard.ui.unknown import skipped
from dashboard.views.kept import Setting, kept
from data import charges
from data.contracts import Comparison, Indicator, Observation

USES = frozenset({Filter.AGE, Filter.YEARS, Filter.GROUP})


@kept
def years_of(setting: Setting) -> tuple[int, ...]:
    """The years that there are numbers on crime for."""
    rows = store.shared_table(setting.version, Observation.TABLE)
    crime = [row.indicator_id for row in store.rows(setting.version, Indicator) if row.theme == charges.THEME]
    rows = rows[rows["indicator_id"].isin(crime)]
    return tuple(sorted({int(year) for column in ("period_start", "period_end") for year in rows[column].unique()}))


def groups(comparisons: Iterable[Comparison]) -> list[str]:
    """The groups of areas that are held against a control group."""
    return list(dict.fromkeys(pair.treated_id for pair in comparisons))


def group_of(choice: Choice, picked: Selection, options: Sequence[str]) -> str:
    """The group asked for; one that is not compared is told and left out."""
    if picked.group and picked.group not in options:
        choice.messages.warning(skipped([picked.group], choice.words(NAMES[Filter.GROUP]), choice.words))
        return ""
    return picked.group


def of_group(comparisons: Iterable[Comparison], group: str) -> list[Comparison]:
    return [pair for pair in comparisons if group in ("", pair.treated_id)]
