"""What a large dataset costs to prepare: processor seconds, peak memory, and the browser's files, as a table.

    python -m tests.benchmarks.scale                    a tenth of 3.64 million numbers
    python -m tests.benchmarks.scale --share 0.033 1    a thirtieth, and all

Each size is prepared in a process of its own, with every check, and published nowhere.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from dashboard.prepare import command
from tests.benchmarks import big_dataset

LARGEST = ("web/values-", "web/geometry-", "web/barometer-")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=float, nargs="+", default=[0.1], help="of 3.64 million numbers")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        print(json.dumps(measured(chosen.one)))
        return
    print(f"| numbers | processor | peak memory | tables | {' | '.join(f'largest {name}' for name in LARGEST)} |")
    print(f"|{'---|' * (4 + len(LARGEST))}")
    for share in chosen.share:
        with tempfile.TemporaryDirectory() as name:
            numbers = big_dataset.write(Path(name), share)
            told = _apart(Path(name))
        files = " | ".join(f"{size / 1e3:,.0f} KB" for size in told["files"])
        print(
            f"| {numbers:,} | {told['seconds']:.0f} s | {told['megabytes']:,.0f} MB | {told['tables'] / 1e6:.1f} MB "
            f"| {files} |",
            flush=True,
        )


def measured(folder: Path) -> dict[str, object]:
    """Processor seconds, peak memory, bytes of all tables, and of the largest browser file of each kind, compressed."""
    before = time.process_time()
    contents = command.build(folder / "source", folder / "geo")
    sizes = {name: len(content.data) for name, content in contents.items()}
    return {
        "seconds": time.process_time() - before,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "tables": sum(size for name, size in sizes.items() if name.endswith(".parquet")),
        "files": [max(size for name, size in sizes.items() if name.startswith(kind)) for kind in LARGEST],
    }


def _apart(folder: Path) -> Any:
    """In a process of its own, so that memory is told of one alone."""
    given = [sys.executable, "-m", "tests.benchmarks.scale", "--one", str(folder)]
    told = subprocess.run(given, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(told.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
