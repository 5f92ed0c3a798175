"""One area by the criteria of an official list: a bar a criterion, each against its line."""

from __future__ import annotations

import pandas

from dashboard.i18n import certainties, labels
from dashboard.i18n.words import N_, Words
from dashboard.official_lists import bars, texts
from dashboard.official_lists.book import ListBook, book
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.list_distance import Distance, Step
from data.list_rules import Assessment, Judged, Verdict
from data.lists import Answer

STOOD = {
    Answer.ON: N_("Området stod på listen »{list}« pr. {day}."),
    Answer.NOT_ON: N_("Området stod ikke på listen »{list}« pr. {day}."),
}


@kept
def view(setting: Setting, area_id: str) -> View | None:
    """The newest year that has the area's numbers; None where no list has any of it."""
    found, words = book(setting), setting.words
    said = found.fullest(area_id)
    if said is None:
        return None
    distances = found.distances(said)
    in_order = (*said.counted, *said.required[1:], said.required[0])
    drawn = [bar(found, judged, distances.get(judged.criterion.indicator_id), words) for judged in in_order]
    title = words("Status efter de officielle kriterier, {year}", year=said.year)
    return View(
        title=title,
        sentence=sentence(found, said, words),
        figure=bars.figure(drawn, words=words, sizes=setting.sizes),
        alt=bars.alt(title, drawn),
        table=table(found, said, words),
        columns=columns(words),
        source=" ".join(
            filter(
                None,
                (
                    words(bars.READING),
                    *notes(said, words),
                    sentences.source_line(
                        [*found.numbers([said]), *texts.cited(said.rule)], found.facts.sources, words
                    ),
                ),
            )
        ),
        key=f"list-status-{area_id}",
        place=found.atlas.names[area_id],
        chosen=words.text(said.rule.row.name),
    )


@kept
def short(setting: Setting, area_id: str) -> str:
    """Over grænsen på 2 af 4 kriterier (2017), within a sentence; empty where no list has any of the area's numbers, or
    it was over no line that is known.
    """
    said, words = book(setting).fullest(area_id), setting.words
    if said is None or not said.met:
        return ""
    unknown = words.plural("ét kan ikke afgøres", "{n} kan ikke afgøres", said.unknown) if said.unknown else ""
    return ", ".join(filter(None, (over(said, words), unknown)))


def over(said: Assessment, words: Words) -> str:
    """over grænsen på 2 af 4 kriterier (2017)"""
    return words(
        "over grænsen på {met} af {all} kriterier ({year})", met=said.met, all=len(said.counted), year=said.year
    )


def sentence(found: ListBook, said: Assessment, words: Words) -> str:
    """Over grænsen på 3 af 5 kriterier (2017); reglen kræver 3. Området stod på listen. …"""
    parts = [
        words(
            "{over}; listen kræver {needed}.",
            over=labels.sentence_start(over(said, words)),
            needed=said.rule.row.needed,
        )
    ]
    if said.unknown:
        parts.append(words.plural("Ét kan ikke afgøres.", "{n} kan ikke afgøres.", said.unknown))
    parts += [
        words(
            "Desuden kræves {criterion}: {side}.",
            criterion=labels.within_sentence(name(found, judged, words)),
            side=texts.side(judged, words),
        )
        for judged in said.required[1:]
    ]
    if official := official_sentence(found, said, words):
        parts.append(official)
    if step := found.step(said):
        parts.append(step_sentence(found, said, step, words))
    return " ".join(parts)


def official_sentence(found: ListBook, said: Assessment, words: Words) -> str:
    """Whether the area stood on the list, under the name it had; nothing where nobody knows."""
    official, answer = found.official(said) or (None, Answer.NOT_COLLECTED)
    if official is None or answer is Answer.NOT_COLLECTED:
        return ""
    return words(STOOD[answer], list=words.text(official.name), day=labels.day(official.list_date, words))


def step_sentence(found: ListBook, said: Assessment, step: Step, words: Words) -> str:
    """What lies nearest to another answer, and how far."""
    indicator = found.indicator(step.judged.criterion.indicator_id)
    values = {
        "criterion": labels.within_sentence(words.text(indicator.name)),
        "distance": texts.from_line(step.distance, indicator, words),
    }
    if said.verdict is Verdict.UNDECIDED:
        return words("Nærmest sin grænse er {criterion}: {distance}.", **values)
    return words.plural(
        "Tættest på at ændre svaret er {criterion}: {distance}.",
        "Svaret ændrer sig først, når {n} kriterier skifter; længst fra af dem er {criterion}: {distance}.",
        step.changes,
        **values,
    )


def name(found: ListBook, judged: Judged, words: Words) -> str:
    """A criterion with its line: Alene grundskole, over 60 %."""
    indicator = found.indicator(judged.criterion.indicator_id)
    return f"{words.text(indicator.name)}, {texts.line(judged.criterion, indicator, words)}"


def bar(found: ListBook, judged: Judged, away: Distance | None, words: Words) -> bars.Bar:
    indicator = found.indicator(judged.criterion.indicator_id)
    value = judged.number.value if judged.number else None
    threshold = judged.criterion.threshold
    told = [texts.number(judged, indicator, words), texts.side(judged, words), texts.distance(away, indicator, words)]
    return bars.Bar(
        name=f"{texts.MET[judged.is_met]} {name(found, judged, words)}",
        told=" · ".join(dict.fromkeys(filter(None, told))),
        share=None if value is None or not threshold else value / threshold,
        is_met=judged.is_met,
        is_below=judged.criterion.side == "below",
    )


def notes(said: Assessment, words: Words) -> list[str]:
    """What the sources say of the numbers and the lines."""
    return list(dict.fromkeys(filter(None, (words.text(said.rule.row.note), number_notes(said, words)))))


def number_notes(said: Assessment, words: Words) -> str:
    """What the sources say of the numbers, each once."""
    given = (judged.number.note for judged in said.criteria if judged.number)
    return " ".join(dict.fromkeys(filter(None, map(words.text, given))))


def table(found: ListBook, said: Assessment, words: Words) -> pandas.DataFrame:
    """The table of `columns`: a row a criterion."""
    distances, titles = found.distances(said), tables.source_names(found.facts.sources)
    rows = []
    for judged in said.criteria:
        indicator, row = found.indicator(judged.criterion.indicator_id), judged.number
        rows.append(
            {
                "criterion": words.text(indicator.name),
                "number": texts.number(judged, indicator, words),
                "line": texts.line(judged.criterion, indicator, words),
                "side": texts.side(judged, words),
                "distance": texts.distance(distances.get(judged.criterion.indicator_id), indicator, words),
                "certainty": certainties.certainty(row.value_certainty, row.period_certainty, words) if row else "",
                "source": tables.citation(titles.get(row.source_id, row.source_id), row.page, words) if row else "",
                "note": " ".join(
                    filter(None, (words.text(judged.criterion.note), words.text(row.note) if row else ""))
                ),
            }
        )
    return pandas.DataFrame(rows, dtype=object)


def columns(words: Words) -> list[Column]:
    return [
        Column("criterion", words("Kriterium")),
        Column("number", words("Tal")),
        Column("line", words("Grænse")),
        Column("side", words("Svar")),
        Column("distance", words("Afstand")),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
    ]
