"""All areas of a list's year by how near each is to another answer, the nearest first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.official_lists import status, texts
from dashboard.official_lists.book import ListBook, book
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.list_distance import Step
from data.list_rules import Assessment, Rule

NEAR = 0.02  # of a threshold: 1 point of 50 per cent
READING = N_(
    "Afstanden er målt i procent af hvert kriteriums grænse, så kriterierne kan stå i én rækkefølge. Hvor flere "
    "kriterier skal ændre sig, tæller det fjerneste. Der er kun tal for områder, der stod på listen eller gled ud."
)


@dataclass(frozen=True)
class Closeness:
    """An area, what the rule says of it and what lies nearest to another answer."""

    said: Assessment
    step: Step | None

    @property
    def share(self) -> float:
        return self.step.distance.share if self.step else math.inf


@kept
def view(setting: Setting, year: int) -> View | None:
    """None for a year without numbers."""
    found, words = book(setting), setting.words
    rule = found.rule_of(year)
    rows = closest(found, rule, year) if rule else []
    if not rule or not rows:
        return None
    assessments = [row.said for row in rows]
    numbers = sentences.source_line([*found.numbers(assessments), *texts.cited(rule)], found.facts.sources, words)
    return View(
        title=words("Tættest på grænsen, {year}", year=year),
        sentence=sentence(found, rows, words),
        table=pandas.DataFrame([cells(found, row, words) for row in rows], dtype=object),
        columns=columns(words),
        file=(pandas.concat([criteria(found, row, words) for row in rows]), file_columns(words)),
        source=" ".join(filter(None, (words(READING), words.text(rule.row.note), numbers))),
        key=f"list-closeness-{year}",
        chosen=words.text(rule.row.name),
    )


def closest(found: ListBook, rule: Rule, year: int) -> list[Closeness]:
    """The areas with numbers of a year, the nearest first; of those as near by name."""
    names = found.atlas.by_name(found.area_ids(year))
    assessments = (found.rulebook.assess(rule, area_id, year) for area_id in names)
    return sorted((Closeness(said, found.step(said)) for said in assessments), key=lambda row: row.share)


def sentence(found: ListBook, rows: Sequence[Closeness], words: Words) -> str:
    """How many there are, how many lie near, and which lies nearest; and which numbers do not fit the list."""
    parts = [
        words.plural(
            "Ét område har tal for {year}.", "{n} områder har tal for {year}.", len(rows), year=rows[0].said.year
        )
    ]
    if near := sum(row.share <= NEAR for row in rows):
        parts.append(
            words.plural(
                "Ét ligger højst {share} af grænsen fra et andet svar.",
                "{n} ligger højst {share} af grænsen fra et andet svar.",
                near,
                share=words.share(NEAR),
            )
        )
    if (first := rows[0]).step:
        step = first.step
        indicator = found.indicator(step.judged.criterion.indicator_id)
        parts.append(
            words(
                "Tættest på er {area} ({criterion}): {distance}.",
                area=found.facts.names[first.said.area_id],
                criterion=labels.within_sentence(words.text(indicator.name)),
                distance=texts.from_line(step.distance, indicator, words),
            )
        )
    odd = (row.said for row in rows if found.is_odd(row.said))
    parts += [odd_sentence(found, said, note, words) for said in odd if (note := status.number_notes(said, words))]
    return " ".join(parts)


def odd_sentence(found: ListBook, said: Assessment, note: str, words: Words) -> str:
    return words("{area} har tal, der ikke passer med listen: {note}", area=found.facts.names[said.area_id], note=note)


def cells(found: ListBook, row: Closeness, words: Words) -> dict[str, str]:
    """A row of `columns`."""
    said, step = row.said, row.step
    answer, _symbol = texts.ANSWERS[found.answer(said)]
    judged = step.judged if step else None
    indicator = found.indicator(judged.criterion.indicator_id) if judged else None
    return {
        "area": found.facts.names[said.area_id],
        "place": found.atlas.parent_name(said.area_id),
        "answer": words(answer),
        "met": words("{met} af {all}", met=said.met, all=len(said.counted)),
        "criterion": status.name(found, judged, words) if judged else words("kan ikke afgøres"),
        "number": texts.number(judged, indicator, words) if judged and indicator else "",
        "distance": texts.distance(step.distance, indicator, words) if step and indicator else "",
        "changes": words.number(step.changes) if step else "",
    }


def criteria(found: ListBook, row: Closeness, words: Words) -> pandas.DataFrame:
    """The table of `file_columns`: a row a criterion of an area."""
    official = found.official(row.said)
    answer, _symbol = texts.ANSWERS[found.answer(row.said)]
    rows = status.table(found, row.said, words)
    return rows.assign(
        area=found.facts.names[row.said.area_id],
        area_id=row.said.area_id,
        place=found.atlas.parent_name(row.said.area_id),
        list=words.text(official[0].name) if official else words.text(row.said.rule.row.name),
        day=labels.day(official[0].list_date, words) if official else str(row.said.year),
        answer=words(answer),
    )


def columns(words: Words) -> list[Column]:
    """What decides stands first: on a telephone the rest is scrolled to."""
    return [
        Column("area", words("Område")),
        Column("distance", words("Afstand")),
        Column("criterion", words("Afgørende kriterium")),
        Column("number", words("Tal")),
        Column("answer", words("Listen")),
        Column("met", words("Over grænsen")),
        Column("changes", words("Kriterier, der skal skifte")),
        Column("place", words("Kommune")),
    ]


def file_columns(words: Words) -> list[Column]:
    return [
        Column("area", words("Område")),
        Column("place", words("Kommune")),
        Column("list", words("Officiel liste")),
        Column("day", words("Dato")),
        Column("answer", words("Listen")),
        *status.columns(words),
        Column("area_id", words("Område (kode)"), "code"),
    ]
