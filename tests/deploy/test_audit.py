"""The audit of the packages never takes what it could not look up for good."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from deploy import audit

GOOD = {"name": "pandas", "version": "3.1.1", "vulns": []}
WEAK = {"name": "old", "version": "1.0", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "ours", "skip_reason": "Dependency not found on PyPI"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([GOOD], 0, "1 packages looked up, 0 known weaknesses; 0 could not be audited."),
        ([GOOD, WEAK], 1, "old 1.0: CVE-2026-1, mended in 1.1"),
        ([GOOD, UNKNOWN], 1, "not audited: ours: Dependency not found on PyPI"),
        ([], 1, "0 packages looked up"),
    ],
)
def test_the_audit_tells_what_it_found_and_what_it_could_not_find(
    packages: list[Any], code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"dependencies": packages})))
    assert audit.main() == code
    assert said in capsys.readouterr().out
