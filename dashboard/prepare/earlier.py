"""The versions of a dataset that can still be read beside a new one, and what they tell."""

from __future__ import annotations

from pathlib import Path

from data import versions
from data.contracts import Disclosure, Membership, Observation
from data.errors import PreparedError, Text
from data.register_earlier import Earlier
from data.versions import Version


def reachable(root: Path, dataset: str) -> list[Version]:
    """The good versions of a dataset that can still be read; none where it is new."""
    return versions.list_versions(root, dataset) if dataset in versions.datasets(root) else []


def earlier_of(version: Version) -> Earlier:
    """What an earlier version tells. Raises PreparedError for one that tells why numbers are hidden."""
    if set(versions.read_table(version, Disclosure.TABLE)) != set(Disclosure.columns()):
        raise PreparedError(
            Text(
                f"Den ældre version {version.name} fortæller, hvorfor tal er skjult, og kan stadig læses. "
                "Kør igen med --replace, så de ældre versioner fjernes.",
                f"The earlier version {version.name} tells why numbers are hidden, and can still be read. "
                "Run again with --replace, which removes the earlier versions.",
            )
        )
    memberships = versions.read_table(version, Membership.TABLE)
    members = memberships[memberships["kind"] == "group"].groupby("parent_id")["area_id"].agg(list)
    groups = {str(group): list(areas) for group, areas in members.items()}
    return Earlier(version.name, versions.read_table(version, Observation.TABLE), groups)
