"""Who may see what: the roles, and what a page or a dataset asks of its readers.

Described in Streamlit's secrets, section [adgang]; without it everything is open to everybody. A section that cannot be
read closes everything: a mistake in it must never open a door.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

from dashboard.i18n.words import N_
from data.errors import DataError, Text

SECTION = "adgang"
ROOT = Path(__file__).parents[2]
HOURS, IDLE_MINUTES = 8.0, 60.0
KEYS = ("felt", "alle", "timer", "hvile", "mappe", "roller", "sider", "datasaet")


class Role(IntEnum):
    """Each may what those before it may. Nobody has the last: it closes."""

    OPEN = 0
    POLITICIAN = 1
    STAFF = 2
    EDITOR = 3
    NOBODY = 9


# What a role is called in the settings and to readers.
NAMES = {
    Role.OPEN: N_("åben"),
    Role.POLITICIAN: N_("politiker"),
    Role.STAFF: N_("medarbejder"),
    Role.EDITOR: N_("redaktør"),
}
BY_NAME = {name: role for role, name in NAMES.items()}


class PolicyError(DataError):
    """The section [adgang] does not say who may see what."""


@dataclass(frozen=True)
class Policy:
    """`everywhere`, `pages` and `datasets`: the least role that a reader must have; the highest of them counts.

    `claim` names what the provider tells the roles in, and `claimed` which of its values give which role. A login lasts
    `hours`, however long the provider would let it, and `idle` minutes without use. `folder`: where the processes that
    serve one product share which logins have ended. `tools`: pages that ask for a role whatever the settings say; what
    they show stands in no file for readers.
    """

    everywhere: Role = Role.OPEN
    pages: Mapping[str, Role] = field(default_factory=dict)
    datasets: Mapping[str, Role] = field(default_factory=dict)
    claim: str = "roles"
    claimed: Mapping[str, Role] = field(default_factory=dict)
    hours: float = HOURS
    idle: float = IDLE_MINUTES
    folder: Path = ROOT / ".logins"
    tools: Mapping[str, Role] = field(default_factory=dict)

    def needed(self, page: str | None = None, dataset: str | None = None) -> Role:
        """The role it takes to see a page (its path) with a dataset; None where it is of no page, or of no dataset."""
        of_page, of_dataset = self.pages.get(page or "", Role.OPEN), self.datasets.get(dataset or "", Role.OPEN)
        return max(self.everywhere, of_page, of_dataset, self.tools.get(page or "", Role.OPEN))

    @property
    def highest(self) -> Role:
        """What it takes to see all there is: for files that hold a bit of everything."""
        return max((self.everywhere, *self.pages.values(), *self.datasets.values()))

    @property
    def is_open(self) -> bool:
        return self.highest is Role.OPEN and not self.tools

    def role(self, claimed: Any) -> Role:
        """The highest role that a provider's claim gives: a text or a list of texts. OPEN for anything else."""
        values = [claimed] if isinstance(claimed, str) else claimed if isinstance(claimed, list) else []
        return max(
            (self.claimed.get(value, Role.OPEN) for value in values if isinstance(value, str)), default=Role.OPEN
        )


OPEN = Policy()
CLOSED = Policy(everywhere=Role.NOBODY)


def policy(section: Any) -> Policy:
    """The policy that a section of settings describes. Raises PolicyError with what is wrong."""
    settings = _table(section, f"[{SECTION}]")
    if unknown := sorted(set(settings) - set(KEYS)):
        raise _wrong(unknown[0], f"et af {', '.join(KEYS)}", f"one of {', '.join(KEYS)}")
    held = {_role(name, f"roller.{name}"): names for name, names in _part(settings, "roller").items()}
    return Policy(
        everywhere=_role(settings.get("alle", NAMES[Role.OPEN]), "alle"),
        pages={page: _role(name, f"sider.{page}") for page, name in _part(settings, "sider").items()},
        datasets={name: _role(role, f"datasaet.{name}") for name, role in _part(settings, "datasaet").items()},
        claim=_text(settings.get("felt", "roles"), "felt"),
        claimed={value: role for role, names in held.items() for value in _texts(names, f"roller.{NAMES[role]}")},
        hours=_positive(settings.get("timer", HOURS), "timer"),
        idle=_positive(settings.get("hvile", IDLE_MINUTES), "hvile"),
        folder=Path(_text(settings.get("mappe", str(ROOT / ".logins")), "mappe")),
    )


def _part(settings: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return _table(settings.get(key, {}), f"[{SECTION}.{key}]")


def _table(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(name, "en sektion", "a section")
    return value


def _role(value: Any, key: str) -> Role:
    found = BY_NAME.get(value) if isinstance(value, str) else None
    if key.startswith("roller."):  # there the role is the key itself
        found = BY_NAME.get(key.removeprefix("roller."))
    if found is None:
        names = ", ".join(BY_NAME)
        raise _wrong(key, f"et af {names}", f"one of {names}")
    return found


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(key, "en tekst", "a text")
    return value.strip()


def _texts(value: Any, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
        raise _wrong(key, "en liste af tekster", "a list of texts")
    return value


def _positive(value: Any, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1_000_000:
        raise _wrong(key, "et tal over 0", "a number above 0")
    return float(value)


def _wrong(key: str, da: str, en: str) -> PolicyError:
    return PolicyError(
        Text(
            f"Barometeret er lukket for alle: »{key}« i hemmelighedernes sektion [{SECTION}] skal være {da}.",
            f'The barometer is closed to all: "{key}" in the section [{SECTION}] of the secrets must be {en}.',
        )
    )
