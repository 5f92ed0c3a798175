"""What the barometer says first: who moved more than chance, and where most areas differ from the reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.barometer.choices import Asked, capital
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import sentences
from data.barometer_summary import ColumnSummary, Movement
from data.contracts import Indicator

NAMED, TOLD = 3, 2  # areas of a movement that are named, and movements that are told


def sentence(
    columns: Sequence[ColumnSummary],
    movements: Sequence[Movement],
    asked: Asked,
    indicators: Mapping[str, Indicator],
    names: Mapping[str, str],
    words: Words,
) -> str:
    """Who moved and who differs; `names`: of areas by id."""
    if not columns:
        return words("Ingen af områderne har tal på de viste temaer.")
    return f"{differing(columns, asked, indicators, words)} {moved(movements, indicators, names, words)}"


def moved(
    movements: Sequence[Movement], indicators: Mapping[str, Indicator], names: Mapping[str, str], words: Words
) -> str:
    if not movements:
        return words("Ingen af områderne har en ændring, som er sikkert større end tilfældighed.")
    told = "; ".join(movement(each, indicators, names, words) for each in movements[:TOLD])
    rest = len(movements) - TOLD
    more = words.plural("; og på {n} nøgletal til", "; og på {n} nøgletal til", rest) if rest > 0 else ""
    return words("Ændret mere end tilfældigt: {told}{more}.", told=told, more=more)


def movement(found: Movement, indicators: Mapping[str, Indicator], names: Mapping[str, str], words: Words) -> str:
    """Sigtelser pr. 1.000 indbyggere er stigende i Aalborg, Vejle og 2 flere."""
    shown = [names[area_id] for area_id in found.area_ids[:NAMED]]
    rest = len(found.area_ids) - len(shown)
    several = [*shown, words.plural("{n} til", "{n} til", rest)] if rest else shown
    return words(
        "{indicator} er {verdict} i {areas}",
        indicator=words.text(indicators[found.indicator_id].name),
        verdict=words(labels.VERDICTS[found.verdict]),
        areas=sentences.joined(several, words),
    )


def differing(columns: Sequence[ColumnSummary], asked: Asked, indicators: Mapping[str, Indicator], words: Words) -> str:
    """Where most areas differ; or that none can be compared, and why."""
    reference = asked.whole(words)
    compared = [column for column in columns if column.compared]
    if not compared:
        return words(
            "Ingen af tallene kan sammenlignes med {reference}: enten mangler områdernes usikkerhed, eller også har "
            "{reference} intet tal fra samme år. Tallene vises uden farve.",
            reference=reference,
        )
    most = max(compared, key=lambda column: max(column.above, column.below))
    is_above = most.above >= most.below
    text = words("{n} af {all} ligger over {reference} på {indicator}.") if is_above else words(
        "{n} af {all} ligger under {reference} på {indicator}."
    )  # fmt: skip
    return text.format(
        n=words.number(most.above if is_above else most.below),
        all=words.number(most.shown),
        reference=reference,
        indicator=labels.within_sentence(words.text(indicators[most.indicator_id].name)),
    )


def years(columns: Sequence[ColumnSummary], words: Words) -> str:
    """That the numbers are of different years, where they are; nothing where there are none."""
    if not columns:
        return ""
    first, last = min(column.first for column in columns), max(column.last for column in columns)
    mixed = [column for column in columns if str(column.first) != column.newest[:4]]
    if len({column.newest for column in columns}) == 1 and not mixed:
        return words("Alle tal er fra {year}.", year=words.period(first, last))
    return words("Tallene er de senest kendte, fra {years}.", years=words.period(first, last))


def not_collected(lacking: Sequence[str], words: Words) -> str:
    """Ikke opgjort på niveauet: Kultur og fritid, Sundhed og omsorg."""
    return words("Ikke opgjort på niveauet: {list}.", list=", ".join(lacking)) if lacking else ""


def reference_rule(asked: Asked, words: Words) -> str:
    """The rule of comparison, which the page names."""
    return words(
        "{reference} er sammenligningen: et felt er over eller under, når hele områdets 95 %-interval er det, ellers "
        "uden sikker forskel. Uden interval er der ingen sammenligning. En pil står kun, hvor de seneste fem tal har "
        "ændret sig mere end tilfældigt (99,8 %).",
        reference=capital(asked.whole(words)),
    )
