"""What an indicator is about and what its numbers are counted in, one record each, by the codes of data.contracts."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_


@dataclass(frozen=True)
class Theme:
    code: str
    word: str


@dataclass(frozen=True)
class Unit:
    """`is_said`: it stands after a number; 1.587 persons are not "1.587 antal"."""

    code: str
    word: str
    is_said: bool = True

    @property
    def after_numbers(self) -> str:
        return self.word if self.is_said else ""


_THEMES = (
    Theme("crime", N_("Kriminalitet")),
    Theme("safety", N_("Tryghed")),
    Theme("employment", N_("Beskæftigelse")),
    Theme("education", N_("Uddannelse")),
    Theme("income", N_("Indkomst")),
    Theme("population", N_("Befolkning")),
    Theme("housing", N_("Bolig")),
    Theme("culture", N_("Kultur og fritid")),
    Theme("health", N_("Sundhed og omsorg")),
)
_UNITS = (
    Unit("per_1000", N_("pr. 1.000")),
    Unit("per_10000", N_("pr. 10.000")),
    Unit("per_100000", N_("pr. 100.000")),
    Unit("percent", N_("%")),
    Unit("percent_change", N_("% ændring")),
    Unit("count", N_("antal"), is_said=False),
    Unit("mean", N_("i gennemsnit")),
    Unit("amount", N_("kr.")),
    Unit("index", N_("indeks"), is_said=False),
)
THEMES = {theme.code: theme for theme in _THEMES}
UNITS = {unit.code: unit for unit in _UNITS}
