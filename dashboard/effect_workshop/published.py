"""What can be shown where no area is chosen: the effects that sources give, and what they lack."""

from __future__ import annotations

import pandas

from dashboard import store
from dashboard.areas import shelf
from dashboard.areas.atlas import Atlas
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.contracts import Comparison, Effect, Level


def missing(book: Atlas, words: Words) -> str:
    """That housing areas have no counts, where that is so."""
    estates = {area_id for area_id, area in book.areas.items() if area.level_kind is Level.HOUSING_AREA}
    rows = book.drawn[book.drawn["area_id"].isin(estates) & book.drawn["count"].notna()]
    if rows.groupby(["indicator_id", "area_id"])["period_start"].nunique().gt(1).any():
        return ""
    return words(
        "Det, der mangler: kilderne offentliggør ikke antal og folketal over tid for de enkelte boligområder, så "
        "hverken usikkerhed, kontrolgruppe eller tilfældets andel kan regnes ud for dem. "
        "Med kommuner kan værkstedet prøves."
    )


@kept
def effects(setting: Setting) -> View:
    """The effects that sources give, against the control group each names."""
    words, facts = setting.words, shelf.facts(setting.version)
    pairs = {pair.comparison_id: pair for pair in store.rows(setting.version, Comparison)}
    against_control = [
        row for row in store.rows(setting.version, Effect) if row.reference_id == pairs[row.comparison_id].control_id
    ]
    rows = [
        {
            "title": words.text(pairs[row.comparison_id].title),
            "treated": change(row.treated_before, row.treated_after, words),
            "control": change(row.reference_before, row.reference_after, words),
            "difference": words.signed(row.difference),
            "unit": labels.unit(facts.indicators[pairs[row.comparison_id].indicator_id], words),
            "limits": words("{low} til {high}", low=words.signed(row.low), high=words.signed(row.high))
            if row.low is not None and row.high is not None
            else words(labels.MISSING["not_collected"]),
            "certainty": words.text(pairs[row.comparison_id].certainty),
        }
        for row in against_control
    ]
    return View(
        title=words("Virkninger, som kilderne giver tal til"),
        sentence=words.plural(
            "{n} sammenligning har tal for begge grupper før og efter.",
            "{n} sammenligninger har tal for begge grupper før og efter.",
            len(rows),
        ),
        table=pandas.DataFrame(rows),
        columns=[
            Column("title", words("Sammenligning")),
            Column("treated", words("Indsats, før og efter")),
            Column("control", words("Kontrol, før og efter")),
            Column("difference", words("Forskel")),
            Column("unit", words("Enhed")),
            Column("limits", words("95 %-interval")),
            Column("certainty", words("Hvor sikkert er det?")),
        ],
        source=sentences.source_line([pairs[row.comparison_id] for row in against_control], facts.sources, words),
        key="effect-published",
    )


def change(before: float, after: float, words: Words) -> str:
    return words("{before} til {after}", before=words.number(before), after=words.number(after))
