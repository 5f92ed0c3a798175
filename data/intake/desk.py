"""What every step of a check works with: the answers, the settings, what is known, and the messages so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from data.errors import Text
from data.intake import numbers, said
from data.intake.answers import Answers
from data.intake.dataset import Dataset
from data.intake.messages import Ask, Choice, Mend, Place, Report
from data.intake.numbers import Form
from data.intake.plans import Catalogue
from data.intake.sheets import Cell, Sheet, text
from data.intake.words import plain

FORMS = (
    Choice(
        Form.COMMA, Text("punktum er tusinder (1.234 er ettusind)", "a point means thousands (1.234 is one thousand)")
    ),
    Choice(
        Form.POINT,
        Text("punktum er decimaler (1.234 er lidt over en)", "a point means decimals (1.234 is a bit over one)"),
    ),
)


@dataclass
class Desk:
    answers: Answers
    dataset: Dataset
    report: Report = field(default_factory=Report)
    catalogue: Catalogue = field(default_factory=Catalogue)
    used_steps: set[Mend] = field(default_factory=set)

    def form(self, cells: Iterable[Cell], place: Place, label: str) -> Form:
        """How a column writes its numbers; asked where its cells can be read either way."""
        path = ("numbers", label)
        answered = self.answers.text(*path)
        if answered in set(Form):
            return Form(answered)
        decision = numbers.decide(cells)
        if decision.is_asked:
            self.report.say(said.NUMBER_FORM, place, decision.unclear, ask=Ask(path, FORMS))
        elif decision.form is None:
            self.report.say(said.MIXED_NUMBERS.filled(other=decision.against[1]), place, decision.against[0])
        return decision.form or Form.COMMA

    def mended(self, sheet: Sheet) -> Sheet:
        """A worksheet after the steps that mend it: a step names its column by heading, or none for every column."""
        steps = [step for step in self.answers.steps if (step.file, step.worksheet) == (sheet.file, sheet.name)]
        if not steps:
            return sheet
        by_found = {plain_text(step.found): step for step in steps}
        headings = [{plain(text(row[i])) for row in sheet.rows[:40] if i < len(row)} for i in range(sheet.width)]
        rows = tuple(
            tuple(self._mended(cell, by_found, headings[index]) for index, cell in enumerate(row)) for row in sheet.rows
        )
        return replace(sheet, rows=rows)

    def _mended(self, cell: Cell, steps: dict[str, Mend], headings: set[str]) -> Cell:
        step = steps.get(plain_text(text(cell))) if cell is not None else None
        if step is None or (step.column and not any(plain(step.column).endswith(word) for word in headings if word)):
            return cell
        self.used_steps.add(step)
        return step.replacement


def plain_text(written: str) -> str:
    return text(written).casefold()
