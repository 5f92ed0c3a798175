"""The rules of the official lists, year by year, as a table."""

from __future__ import annotations

import pandas

from dashboard.i18n import certainties, labels
from dashboard.i18n.words import Words
from dashboard.official_lists import status, texts
from dashboard.official_lists.book import ListBook, book
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, source_names
from dashboard.views.view import View
from data.contracts import ListCriterion
from data.list_rules import Rule, Verdict


@kept
def view(setting: Setting) -> View | None:
    """None for a dataset without rules."""
    found, words = book(setting), setting.words
    rules = found.rulebook.rules
    if not rules:
        return None
    cited = [citation for rule in rules for citation in texts.cited(rule)]
    return View(
        title=words("Reglerne år for år"),
        sentence=sentence(found, words),
        table=pandas.DataFrame([cells(found, rule, words) for rule in rules], dtype=object),
        columns=columns(found, words),
        file=(
            pandas.DataFrame([row for rule in rules for row in criteria(found, rule, words)], dtype=object),
            file_columns(words),
        ),
        source=sentences.source_line(cited, found.facts.sources, words),
        key="rules-of-lists",
    )


def sentence(found: ListBook, words: Words) -> str:
    """How often the rules, computed again, say what the lists did."""
    area_ids = {area_id for area_id, _ in found.rulebook.area_years}
    every = [said for area_id in sorted(area_ids) for said in found.own(area_id)]
    checked = [said for said in every if said.verdict is not Verdict.UNDECIDED and found.due(said)]
    if not checked:
        return words(
            "Et område kommer på listen, når det har beboere nok og opfylder så mange kriterier, som reglen kræver."
        )
    odd = [said for said in checked if found.is_odd(said)]
    told = words(
        "Regnet efter på de oplyste tal giver reglerne listernes eget svar i {agree} af {all} tilfælde.",
        agree=words.number(len(checked) - len(odd)),
        all=words.number(len(checked)),
    )
    noted = ((said, status.number_notes(said, words)) for said in odd)
    return " ".join((told, *(f"{found.facts.names[said.area_id]} {said.year}: {note}" for said, note in noted if note)))


def cells(found: ListBook, rule: Rule, words: Words) -> dict[str, str]:
    """A row of `columns`: a rule with the line of each criterion it has."""
    lines = {criterion.indicator_id: told(found, criterion, words) for criterion in rule.criteria[1:]}
    return {
        "rule": words.text(rule.row.name),
        "residents": words.number(rule.row.minimum_residents),
        "needed": words("{met} af {all}", met=rule.row.needed, all=len(rule.counted)),
        **{indicator_id: lines.get(indicator_id, words("indgår ikke")) for indicator_id in indicator_ids(found)},
        "certainty": certainties.told(rule.row.certainty, words),
        "note": words.text(rule.row.note),
    }


def indicator_ids(found: ListBook) -> list[str]:
    """The indicators of all rules, in the order they came."""
    every = (criterion.indicator_id for rule in found.rulebook.rules for criterion in rule.criteria[1:])
    return list(dict.fromkeys(every))


def criteria(found: ListBook, rule: Rule, words: Words) -> list[dict[str, str]]:
    """The rows of `file_columns`: one a criterion."""
    titles = source_names(found.facts.sources)
    return [
        {
            "rule": words.text(rule.row.name),
            "needed": words("{met} af {all}", met=rule.row.needed, all=len(rule.counted)),
            "criterion": words.text(found.indicator(criterion.indicator_id).name),
            "line": texts.line(criterion, found.indicator(criterion.indicator_id), words),
            "part": words("kræves") if criterion.is_required else words("tæller med"),
            "age": labels.age_group(criterion.age_group, words),
            "averaged": words.number(criterion.averaged_years),
            "certainty": certainties.told(criterion.certainty, words),
            "source": titles.get(criterion.source_id, criterion.source_id),
            "note": words.text(criterion.note),
        }
        for criterion in rule.criteria
    ]


def told(found: ListBook, criterion: ListCriterion, words: Words) -> str:
    """Over 40 % (gennemsnit af 4 år), and that it is required."""
    line = texts.line(criterion, found.indicator(criterion.indicator_id), words)
    if criterion.averaged_years > 1:
        line = words("{line} (gennemsnit af {n} år)", line=line, n=criterion.averaged_years)
    return words("kræves: {line}", line=line) if criterion.is_required else line


def columns(found: ListBook, words: Words) -> list[Column]:
    return [
        Column("rule", words("Lister")),
        Column("residents", words("Beboere mindst")),
        Column("needed", words("Kriterier mindst")),
        *(Column(each, words.text(found.indicator(each).name)) for each in indicator_ids(found)),
        Column("certainty", words("Sikkerhed")),
        Column("note", words("Note"), optional=True),
    ]


def file_columns(words: Words) -> list[Column]:
    return [
        Column("rule", words("Lister")),
        Column("needed", words("Kriterier mindst")),
        Column("criterion", words("Kriterium")),
        Column("line", words("Grænse")),
        Column("part", words("Betydning")),
        Column("age", words("Alder")),
        Column("averaged", words("Gennemsnit af år")),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
    ]
