"""τ-Argus, the audit of Statistics Netherlands, as a second auditor: what it finds of the same published values.

The package `pytauargus` (requirements-benchmark.txt) brings the engine with the solver HiGHS. Its audit takes any
linear system in the JJ format: values and cells with bounds, and the sums. It knows no whole numbers, so its intervals
are those of `attackers.attack` with `whole=False`.
"""

from __future__ import annotations

import tempfile
from importlib.util import find_spec
from pathlib import Path

import numpy
from scipy import optimize, sparse

from tests.attackers import FAR, Attacker, Interval, Knowledge, Value, system

IS_INSTALLED = find_spec("pytauargus") is not None


def audit(knowledge: Knowledge, attacker: Attacker) -> dict[Value, Interval]:
    """The interval of every hidden value by τ-Argus."""
    from pytauargus._tauargus import audit_jj

    if not knowledge.hidden:
        return {}
    values = system(knowledge, attacker).values
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "published.jj"
        path.write_text(_jj(knowledge, attacker), encoding="ascii")
        found = {row["cell"]: Interval(row["min"], row["max"]) for row in audit_jj(str(path))}
    return {value: found[number] for number, value in enumerate(values) if value in knowledge.hidden}


def _jj(knowledge: Knowledge, attacker: Attacker) -> str:
    """The system as a JJ file: values first, then cells; any table that fits stands for the true one."""
    known = system(knowledge, attacker)
    count, cells = known.matrix.shape
    table = optimize.milp(
        numpy.zeros(cells),
        integrality=numpy.ones(cells),
        constraints=optimize.LinearConstraint(known.matrix, known.low, known.high),
    ).x
    table = numpy.rint(table)
    numbers = [*(known.matrix @ table), *table]
    low, high = [*known.low, *numpy.zeros(cells)], [*known.high, *numpy.full(cells, FAR)]
    lines = ["0", str(count + cells)]
    for number, value in enumerate(numbers):
        status = "s" if low[number] == high[number] else "u"
        lines.append(f"{number} {value:g} 1 {status} {low[number]:.9g} {high[number]:.9g} 0 0 0")
    lines.append(str(count))
    for row in range(count):
        parts = sparse.csr_array(known.matrix[[row]]).indices
        terms = " ".join(f"{count + cell} (1)" for cell in parts)
        lines.append(f"0 {len(parts) + 1} : {terms} {row} (-1)")
    return "\n".join(lines) + "\n"
