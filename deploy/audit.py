"""Known weaknesses of the packages: `make audit`. What could not be looked up is a fault too, and never "none found".

Reads the JSON of pip-audit from standard input. Exit code 1 where a package has a weakness, or could not be audited.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def told(report: dict[str, Any]) -> tuple[list[str], list[str], int]:
    """The weaknesses, a line each; the packages that could not be looked up, and why; how many were looked up."""
    packages = report["dependencies"]
    skipped = [f"{each['name']}: {each['skip_reason']}" for each in packages if "skip_reason" in each]
    looked_up = [each for each in packages if "skip_reason" not in each]
    weak = [
        f"{each['name']} {each['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version'}"
        for each in looked_up
        for found in each["vulns"]
    ]
    return weak, skipped, len(looked_up)


def main() -> int:
    weak, skipped, count = told(json.load(sys.stdin))
    print(f"{count} packages looked up, {len(weak)} known weaknesses; {len(skipped)} could not be audited.")
    for line in (*weak, *(f"not audited: {each}" for each in skipped)):
        print(f"  {line}")
    return 1 if weak or skipped or not count else 0


if __name__ == "__main__":
    sys.exit(main())
