"""Numbers as they are written, decided for a whole column: `1.234` alone is asked about, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.intake.sheets import Cell, text

MARKS = re.compile(r"\s*(?:%|pct\.?|procent|kr\.?|‰|stk\.?|\*+|¹|²|³|[1-9]\))\s*$", re.IGNORECASE)
GROUPS_POINT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
GROUPS_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
DIGITS = re.compile(r"\d+")
BY_COMMA = re.compile(r"(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+")
BY_POINT = re.compile(r"(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)\.\d+")
SPACED = re.compile(r"(?<=\d) (?=\d{3}(?:\D|$))")
LONGEST = 30  # digits and signs; more is no number


class Form(StrEnum):
    """How a column writes its numbers."""

    COMMA = "comma"  # 1.234,5: a comma before the decimals
    POINT = "point"  # 1,234.5: a point before the decimals


@dataclass(frozen=True)
class Decision:
    """How a column is read. `form` is empty where its cells can be read either way (`unclear`) or both (`against`)."""

    form: Form | None
    unclear: str = ""  # a cell that could be either
    against: tuple[str, str] = ("", "")  # a cell of either form

    @property
    def is_asked(self) -> bool:
        return self.form is None and bool(self.unclear)


def decide(cells: Iterable[Cell]) -> Decision:
    """The form of a column from all of its cells. A number that the workbook holds as a number says nothing."""
    found: dict[Form, str] = {}
    unclear = ""
    for cell in cells:
        if not isinstance(cell, str):
            continue
        written = bare(cell)
        forms = _forms(written)
        if len(forms) == 1:
            found.setdefault(next(iter(forms)), text(cell))
        elif forms and any(sign in written for sign in ".,"):
            unclear = unclear or text(cell)
    if len(found) > 1:
        return Decision(None, against=(found[Form.COMMA], found[Form.POINT]))
    if found:
        return Decision(next(iter(found)))
    return Decision(None, unclear) if unclear else Decision(Form.COMMA)


def number(cell: Cell, form: Form) -> float | None:
    """The number of a cell in a column of this form; nothing where it is none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        return float(cell) if abs(cell) < 1e15 else None
    written = bare(text(cell))
    if not written or form not in _forms(written):
        return None
    sign = -1 if written.startswith("-") else 1
    digits = written.lstrip("+-")
    thousands, decimal = (".", ",") if form == Form.COMMA else (",", ".")
    return sign * float(digits.replace(thousands, "").replace(decimal, "."))


def plain_number(value: float) -> str:
    """A number as a source file writes it."""
    return str(int(value)) if value == int(value) else f"{value:.10g}" if abs(value) >= 1e-4 else f"{value:.12f}"


def bare(written: Cell) -> str:
    """What is left of a written number without spaces, a unit and a footnote's mark."""
    shown = MARKS.sub("", text(written)).replace("\N{MINUS SIGN}", "-")
    return SPACED.sub("", shown)


def _forms(written: str) -> set[Form]:
    """The forms in which a written number is one; both where it has neither point nor comma, or could be either."""
    digits = written[1:] if written[:1] in "+-" else written
    if not digits or len(digits) > LONGEST or not digits.isascii():
        return set()
    if DIGITS.fullmatch(digits):
        return {Form.COMMA, Form.POINT}
    forms = set()
    if BY_COMMA.fullmatch(digits) or GROUPS_POINT.fullmatch(digits):
        forms.add(Form.COMMA)
    if BY_POINT.fullmatch(digits) or GROUPS_COMMA.fullmatch(digits):
        forms.add(Form.POINT)
    return forms


def share_of(values: Sequence[float]) -> bool:
    """Whether all of some numbers lie between 0 and 1 and some of them between: shares instead of percentages."""
    return bool(values) and all(0 <= value <= 1 for value in values) and any(0 < value < 1 for value in values)
