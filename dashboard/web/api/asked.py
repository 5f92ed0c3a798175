"""What an address asks of a table: which rows, which page of them, and in which form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

import pandas
from starlette.requests import Request

from dashboard.files.schema import ColumnRule
from dashboard.i18n.words import LANGUAGES, N_
from dashboard.web.api.problems import ProblemError, only

MOST, USUAL = 10_000, 1_000  # rows of a page
LONGEST_NAME, LONGEST_VALUE = 255, 1_000  # characters
LARGEST_OFFSET = 100_000_000
OF_PAGE = ("limit", "offset", "format", "sprog")
OF_YEARS = ("from", "to")
WHOLE = re.compile(r"-?[0-9]{1,15}")
JSON, CSV, JSON_STAT = "json", "csv", "jsonstat"
MEDIA_TYPES = {JSON: "application/json", CSV: "text/csv", JSON_STAT: "application/vnd.json-stat+json"}


@dataclass(frozen=True)
class Page:
    """Some rows of what was asked for: `limit` from the one at `offset`, of `total`."""

    rows: pandas.DataFrame
    offset: int
    limit: int
    total: int

    @property
    def next(self) -> int | None:
        after = self.offset + self.limit
        return after if after < self.total else None


def values(request: Request) -> dict[str, list[str]]:
    """What stands in the address after the question mark."""
    return parse_qs(request.url.query, keep_blank_values=True)


def known(given: dict[str, list[str]], names: Iterable[str]) -> None:
    """Raises ProblemError where a name is none of those that the address may have, or the language none of ours."""
    allowed = list(names)
    unknown = [name for name in given if name not in allowed]
    if any(len(name) > LONGEST_NAME for name in given):
        raise ProblemError(400, N_("Et navn i adressen er længere end {most} tegn."), most=LONGEST_NAME)
    if unknown:
        raise ProblemError(
            400, N_("»{name}« findes ikke her. Der kan vælges med: {list}."), name=unknown[0], list=", ".join(allowed)
        )

    if "sprog" in given and (language := only(given, "sprog")) not in LANGUAGES:
        raise ProblemError(
            400, N_("Sproget »{name}« findes ikke. Der er: {list}."), name=language[:40], list=", ".join(LANGUAGES)
        )


def number(given: dict[str, list[str]], name: str, usual: int, least: int, most: int) -> int:
    """A whole number of the address. Raises ProblemError where it is none, or too small or large."""
    text = only(given, name)
    if name not in given:
        return usual
    if not WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise ProblemError(
            400,
            N_("»{name}« skal være et helt tal fra {least} til {most}."),
            name=name,
            least=least,
            most=most,
        )
    return int(text)


def page(rows: pandas.DataFrame, given: dict[str, list[str]]) -> Page:
    """A page of a table of any columns."""
    limit = number(given, "limit", USUAL, 1, MOST)
    offset = number(given, "offset", 0, 0, LARGEST_OFFSET)
    return Page(rows.iloc[offset : offset + limit], offset, limit, len(rows))


def filtered(rows: pandas.DataFrame, rules: Sequence[ColumnRule], given: dict[str, list[str]]) -> pandas.DataFrame:
    """The rows that have one of the values of every column that is asked for.

    `rows` has any columns, those of `rules` among them.
    """
    for rule in rules:
        if rule.name in given:
            wanted = [typed(text, rule) for text in given[rule.name]]
            column = rows[rule.name]
            rows = rows[column.isin(wanted) | (column.isna() if None in wanted else False)]
    return rows


def typed(text: str, rule: ColumnRule) -> str | float | bool | None:
    """A value of the address as its column holds it; an empty one means an empty cell. Raises ProblemError where it is
    of another kind.
    """
    if len(text) > LONGEST_VALUE:
        raise ProblemError(400, N_("En værdi af »{name}« er for lang."), name=rule.name)
    if rule.kind == "string":
        return text
    if text == "":
        return None
    if rule.kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if rule.kind == "integer" and WHOLE.fullmatch(text):
        return int(text)
    if rule.kind == "number" and re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", text):
        return float(text)
    kinds = {
        "boolean": N_("»{name}« skal være true eller false."),
        "integer": N_("»{name}« skal være et helt tal."),
        "number": N_("»{name}« skal være et tal med punktum før decimaler."),
    }
    raise ProblemError(400, kinds[rule.kind], name=rule.name)


def between_years(rows: pandas.DataFrame, given: dict[str, list[str]]) -> pandas.DataFrame:
    """The rows whose period lies between the years `from` and `to`. `rows` has `period_start` and `period_end`."""
    first, last = number(given, "from", 0, 0, 9999), number(given, "to", 9999, 0, 9999)
    return rows[(rows["period_start"] >= first) & (rows["period_end"] <= last)]


def form(request: Request, given: dict[str, list[str]], offered: Sequence[str]) -> str:
    """The form that is asked for, by `format` or by what the client accepts; the first where it takes any.

    Raises ProblemError where it is none of the offered.
    """
    if "format" in given:
        asked = only(given, "format")
        if asked not in offered:
            raise ProblemError(
                400, N_("Formen »{name}« findes ikke. Der er: {list}."), name=asked[:40], list=", ".join(offered)
            )
        return asked
    accepted = accepts(request.headers.get("accept", "*/*"))
    for media_type in accepted:
        for name in offered:
            if media_type in ("*/*", MEDIA_TYPES[name], f"{MEDIA_TYPES[name].partition('/')[0]}/*"):
                return name
    raise ProblemError(
        406,
        N_("Svaret gives som {list}; ingen af dem står i Accept."),
        list=", ".join(MEDIA_TYPES[name] for name in offered),
    )


def accepts(header: str) -> list[str]:
    """The media types of an Accept header, what is wanted most first; those that are refused (q=0) are left out."""
    weighed = []
    for part in header.split(","):
        media_type, *settings = (text.strip().lower() for text in part.split(";"))
        weight = next((text.removeprefix("q=") for text in settings if text.startswith("q=")), "1")
        if media_type and (share := _share(weight)) > 0:
            weighed.append((-share, media_type))
    return [media_type for _, media_type in sorted(weighed, key=lambda pair: pair[0])]


def _share(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 1.0
