"""The table twins of maps and charts: the same rows on the screen and in the downloaded file.

A download is a pure table: what applies to all of it (dataset, version, choices, "fiktive tal") stands in columns of
its own, so that no program has to skip lines before the headings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import pandas

from dashboard.i18n import certainties, labels
from dashboard.i18n.words import Words
from data import number_key
from data.contracts import Observation, Source

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run such a text (OWASP, CSV injection)


@dataclass(frozen=True)
class Column:
    """One column: the frame's `field` under a heading in the reader's language.

    A number is written with `decimals`; a missing one as one of the four words, by the status in the field `reason`. An
    `optional` column without any value is left out. A year is a number without a thousands separator, so it is text.
    A `link` is an address of the web, which can be followed from the screen. A `code` is an id, which only files have.
    A `check` is the name of a number (`data.number_key`), by which the screen alone leads to all that is known of it.
    """

    field: str
    heading: str
    kind: Literal["text", "number", "link", "code", "check"] = "text"
    decimals: int = 0
    optional: bool = False
    reason: str = "status"


@dataclass(frozen=True)
class ObservationText:
    """An observation as a row of its table twin: with the texts a reader needs."""

    area: str
    period: str
    age: str
    kind: str
    edition: str
    value: float | None
    low: float | None
    high: float | None
    count: int | None
    population: float | None
    status: str
    against: str
    origin: str
    certainty: str
    source: str
    note: str
    area_id: str
    indicator_id: str
    source_id: str
    age_group: str
    breakdown: str
    check: str


def observation_table(
    rows: Iterable[Observation], names: Mapping[str, str], sources: Iterable[Source], words: Words
) -> pandas.DataFrame:
    """The twin of some observations: one a row in their order, with the columns of `ObservationText`.

    `names`: the name of every area by its id. `value`, `low` and `high` are in the indicator's unit.
    """
    titles = source_names(sources)
    texts = [vars(observation_text(row, names, titles, words)) for row in rows]
    return pandas.DataFrame(texts, columns=[field.name for field in fields(ObservationText)])


def observation_text(
    row: Observation, names: Mapping[str, str], titles: Mapping[str, str], words: Words
) -> ObservationText:
    return ObservationText(
        area=names.get(row.area_id, row.area_id),
        period=words.period(row.period_start, row.period_end),
        age="" if row.age_group == "all" else labels.age_group(row.age_group, words),
        kind="" if row.breakdown == "all" else labels.codes(labels.BREAKDOWNS, row.breakdown, words),
        edition=row.edition,
        value=row.value,
        low=row.low,
        high=row.high,
        count=row.count,
        population=row.population,
        status=row.status.value,
        against=words(labels.COMPARISONS[row.comparison]),
        origin=words("beregnet af os") if is_derived(row) else words("oplyst i kilden"),
        certainty=certainties.certainty(row.value_certainty, row.period_certainty, words),
        source=citation(titles.get(row.source_id, row.source_id), row.page, words),
        note=words.text(row.note),
        area_id=row.area_id,
        indicator_id=row.indicator_id,
        source_id=row.source_id,
        age_group=row.age_group,
        breakdown=row.breakdown,
        check=number_key.name(row),
    )


def observation_codes(words: Words) -> list[Column]:
    """The ids of an observation: what it is of, and where it is from."""
    return [
        Column("area_id", words("Område (kode)"), "code"),
        Column("indicator_id", words("Nøgletal (kode)"), "code"),
        Column("source_id", words("Kilde (kode)"), "code"),
    ]


def observation_columns(unit: str, decimals: int, words: Words) -> list[Column]:
    """The columns of a twin made of `observation_table`; `unit` is in the reader's language."""
    number = partial(Column, kind="number", decimals=decimals)
    return [
        Column("area", words("Område")),
        Column("period", words("Periode")),
        Column("age", words("Alder"), optional=True),
        Column("kind", words("Opdeling"), optional=True),
        Column("edition", words("Udgave"), optional=True),
        number("value", words("Værdi ({unit})", unit=unit)),
        number("low", words("Nedre grænse (95 %)"), optional=True),
        number("high", words("Øvre grænse (95 %)"), optional=True),
        Column("count", words("Antal"), kind="number", optional=True),
        Column("population", words("Befolkning"), kind="number", optional=True),
        Column("against", words("Sammenlignet med landet"), optional=True),
        Column("origin", words("Tallet er")),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
        *observation_codes(words),
        Column("check", words("Efterprøv"), "check"),
    ]


def change_columns(unit: str, decimals: int, before: str, after: str, words: Words) -> list[Column]:
    """The columns of a change between two periods: `before`, `after`, `value` (the change), its limits and verdict."""
    number = partial(Column, kind="number", decimals=decimals)
    return [
        Column("area", words("Område")),
        number("before", f"{before} ({unit})"),
        number("after", f"{after} ({unit})"),
        number("value", words("Ændring ({unit})", unit=unit)),
        number("low", words("Nedre grænse (95 %)"), optional=True),
        number("high", words("Øvre grænse (95 %)"), optional=True),
        Column("verdict", words("Vurdering"), optional=True),
        Column("source", words("Kilde")),
        *observation_codes(words),
    ]


def several_columns(words: Words, *beside: Column) -> list[Column]:
    """The columns of a file that holds several indicators: `observation_table`, and `indicator` and `unit` as texts.

    `beside`: what stands beside each number.
    """
    number = partial(Column, kind="number", decimals=2)
    return [
        Column("indicator", words("Nøgletal")),
        Column("area", words("Område")),
        Column("period", words("Periode")),
        Column("edition", words("Udgave"), optional=True),
        Column("unit", words("Enhed")),
        number("value", words("Værdi")),
        number("low", words("Nedre grænse (95 %)"), optional=True),
        number("high", words("Øvre grænse (95 %)"), optional=True),
        *beside,
        Column("origin", words("Tallet er")),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
        *observation_codes(words),
    ]


def is_derived(row: Observation) -> bool:
    """A number that no source prints: computed in prepare, or taken in as derived or inferred (certainty C)."""
    return row.derived or row.value_certainty == "C"


def framed(rows: Iterable[DataclassInstance], kind: type[DataclassInstance]) -> pandas.DataFrame:
    """Records of any dataclass as a table, whose columns are its fields."""
    return pandas.DataFrame(map(asdict, rows), columns=[field.name for field in fields(kind)], dtype=object)


def source_names(sources: Iterable[Source]) -> dict[str, str]:
    """What every source is called, by its id."""
    return {source.source_id: source.named for source in sources}


def short_names(sources: Iterable[Source]) -> dict[str, str]:
    """Who made every source and when, by its id: for a table, under which the line of sources has the titles."""
    return {source.source_id: source.named.partition(": ")[0] for source in sources}


def years_of(cited: Iterable[str], sources: Iterable[Source]) -> str:
    """The first and the last year that some sources, by their ids, are from: 2005–2015; empty without a date."""
    ids = set(cited)
    years = sorted(source.published[:4] for source in sources if source.source_id in ids and source.published)
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def citation(title: str, page: str, words: Words) -> str:
    return words("{title}, s. {page}", title=title, page=page.replace("-", "–")) if page else title


def present(frame: pandas.DataFrame, columns: Sequence[Column]) -> list[Column]:
    """The columns of texts and numbers without the optional ones that hold nothing. `frame` has the fields of
    `columns`.
    """
    written = [column for column in columns if column.kind != "check"]
    return [column for column in written if not column.optional or has_values(frame[column.field])]


def has_values(values: pandas.Series) -> bool:
    return bool((values.notna() & values.ne("")).any())


def to_display(frame: pandas.DataFrame, columns: Sequence[Column], words: Words) -> pandas.DataFrame:
    """The table as text for the screen: headings and numbers in the reader's language.

    `frame` holds the columns' fields and, where a number can be missing for a reason, `status` (data.contracts.Status).
    """
    shown = [column for column in columns if column.kind != "code"]
    return written(frame, shown, words, lambda value, decimals: words.number(unsigned_zero(value, decimals), decimals))


def to_csv(frame: pandas.DataFrame, columns: Sequence[Column], words: Words, meta: Mapping[str, str]) -> bytes:
    """The same table as a file a Danish spreadsheet opens: UTF-8 with mark, semicolons, decimal comma (English: comma
    and point). `meta` is written as columns with the same value in every row. Texts that a spreadsheet would run as a
    formula get a leading apostrophe. `frame` has the fields of `columns`, as for `to_display`.
    """
    mark, separator = words.of_language.decimal_mark, words.of_language.separator

    def number(value: float, decimals: int) -> str:
        return f"{unsigned_zero(value, decimals):.{decimals}f}".replace(".", mark)

    table = written(frame, columns, words, number, protect)
    table = table.assign(**{heading: protect(value) for heading, value in meta.items()})
    return table.to_csv(sep=separator, index=False, lineterminator="\r\n").encode("utf-8-sig")


def unsigned_zero(value: float, decimals: int) -> float:
    """The value, or 0 where nothing is left of it in the cell: the zero of a workbook has no sign, so none has one."""
    return value if float(f"{value:.{decimals}f}") else 0.0


def written(
    frame: pandas.DataFrame,
    columns: Sequence[Column],
    words: Words,
    number: Callable[[float, int], str | float],
    text: Callable[[object], str] = str,
) -> pandas.DataFrame:
    """Every cell written by `number(value, decimals)` or `text(value)`; missing numbers by their column's `reason`.

    `frame` has the fields of `columns`; what is given back has their headings.
    """
    shown = pandas.Series("shown", index=frame.index)

    def cell(value: Any, reason: str, column: Column) -> str | float:
        if column.kind != "number":
            return text(value)
        if reason == "shown" and pandas.notna(value):
            return number(float(value), column.decimals)
        return words(labels.UNNUMBERED["not_collected" if reason == "shown" else reason])

    return pandas.DataFrame(
        {
            column.heading: [
                cell(value, reason, column)
                for value, reason in zip(frame[column.field], frame.get(column.reason, shown), strict=True)
            ]
            for column in present(frame, columns)
        },
        dtype=object,
    )


def protect(text: object) -> str:
    """A text that a spreadsheet shows as it is; numbers never come here."""
    return f"'{text}" if str(text).startswith(FORMULA_STARTS) else str(text)
