"""The parts an area can play in a scheme, one record each, by data.contracts.ROLES."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n.words import N_


@dataclass(frozen=True)
class RoleWord:
    """`one` and `many` areas of the role; `sign` marks them on the map where the role says something of the place."""

    code: str
    one: str
    many: str
    sign: str = ""


_ROLES = (
    RoleWord("hotspot", N_("Hotspotområde"), N_("Hotspotområder"), "H"),
    RoleWord("control", N_("Kontrolområde"), N_("Kontrolområder"), "K"),
    RoleWord("pilot", N_("Pilotområde"), N_("Pilotområder"), "M"),
    RoleWord("partnership", N_("Partnerskab"), N_("Partnerskaber")),
    RoleWord("network", N_("Netværk"), N_("Netværk")),
)
ROLES = {role.code: role for role in _ROLES}
