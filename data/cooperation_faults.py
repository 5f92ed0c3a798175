"""Faults of the tables of co-operation: bodies that hang in the air or in a ring, seats and cards that cannot be.

A body, a seat or a card that points at nothing is told by the references (`data.validate`); here is what only several
columns together can tell. Every sentence says how the row is mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas

from data.contracts import OPEN_CARDS
from data.errors import Text

PARENT = Text(
    "det organ, som organet hører under, eller true i is_top",
    "the body that it belongs under, or true in is_top",
)
NO_PARENT = Text("et tomt felt, når is_top er true", "an empty field, as is_top is true")
NO_RING = Text(
    "et organ, der ikke selv hører under dette: ret et led, så kæden ender i et organ med is_top",
    "a body that does not itself belong under this one: mend a link, so that the chain ends in one with is_top",
)
SAME_SCHEME = Text("et organ i den samme model (scheme)", "a body of the same model (scheme)")
DUE = Text(
    "en frist, når kortet er open, in_progress eller sent_up",
    "a date due, as the card is open, in_progress or sent_up",
)
NOT_BEFORE = Text("en dato, der ikke ligger før {column}", "a date not before {column}")
CLOSED = Text("dagen, kortet blev afsluttet, når det er done", "the day the card was closed, as it is done")
NOT_CLOSED = Text("et tomt felt, indtil kortet er done eller dropped", "an empty field until it is done or dropped")
SENT = Text("udfyldt, når kortet er sent_up", "filled in, as the card is sent_up")
SENT_BEFORE = Text("et tomt felt, når kortet ikke er sendt op (sent_on)", "an empty field, as no sent_on is given")
DECIDED = Text("udfyldt sammen med decided_on", "filled in together with decided_on")
AT_MOST_OF = Text("højst tallet i kolonne out_of", "at most the number in column out_of")
RANK_ONCE = Text("hver plads én gang i samme model", "each rank once in a model")


def findings(tables: Mapping[str, pandas.DataFrame]) -> Iterator[tuple[pandas.Series, Text]]:
    """The faulty fields of a column with what was expected.

    tables: those that could be read, by name, with the columns of `contracts.Body`, `ActionCard`, `Challenge` and
    `ProcessMeasure`.
    """
    if "bodies" in tables:
        yield from _of_bodies(tables["bodies"])
    if "action_cards" in tables:
        yield from _of_cards(tables["action_cards"])
    if "challenges" in tables:
        challenges = tables["challenges"]
        yield challenges.loc[challenges.duplicated(["scheme", "rank"]), "rank"], RANK_ONCE
    if "process_measures" in tables:
        measures = tables["process_measures"]
        is_share = measures["measure"] != "days_to_contact"
        yield measures.loc[is_share & (measures["value"] > measures["out_of"].astype("float64")), "value"], AT_MOST_OF


def _of_bodies(bodies: pandas.DataFrame) -> Iterator[tuple[pandas.Series, Text]]:
    parents, is_top = bodies["parent_id"], bodies["is_top"].fillna(False).astype(bool)
    yield parents[(parents == "") & ~is_top], PARENT
    yield parents[(parents != "") & is_top], NO_PARENT
    by_id = bodies.drop_duplicates("body_id").set_index("body_id")
    schemes = parents.map(by_id["scheme"])
    yield parents[schemes.notna() & (schemes != bodies["scheme"])], SAME_SCHEME
    above: dict[str, str] = dict(zip(bodies["body_id"], parents, strict=True))
    yield parents[[_is_in_ring(body_id, above) for body_id in bodies["body_id"]]], NO_RING


def _is_in_ring(body_id: str, above: Mapping[str, str]) -> bool:
    """Whether the way up from a body comes back to it."""
    seen, at = set[str](), above.get(body_id, "")
    while at and at not in seen:
        if at == body_id:
            return True
        seen.add(at)
        at = above.get(at, "")
    return False


def _of_cards(cards: pandas.DataFrame) -> Iterator[tuple[pandas.Series, Text]]:
    status = cards["status"]
    yield cards.loc[status.isin(OPEN_CARDS) & (cards["due"] == ""), "due"], DUE
    yield cards.loc[(status == "done") & (cards["closed"] == ""), "closed"], CLOSED
    yield cards.loc[status.isin(OPEN_CARDS) & (cards["closed"] != ""), "closed"], NOT_CLOSED
    for column in ("sent_to", "sent_on"):
        yield cards.loc[(status == "sent_up") & (cards[column] == ""), column], SENT
    for column in ("sent_to", "decided_on"):
        yield cards.loc[(cards["sent_on"] == "") & (status != "sent_up") & (cards[column] != ""), column], SENT_BEFORE
    for column in ("decided_by_da", "decision_da"):
        yield cards.loc[(cards["decided_on"] != "") & (cards[column] == ""), column], DECIDED
    for earlier, column in (("opened", "due"), ("opened", "closed"), ("opened", "sent_on"), ("sent_on", "decided_on")):
        is_wrong = (cards[column] != "") & (cards[earlier] != "") & (cards[column] < cards[earlier])
        expected = Text(NOT_BEFORE.da.format(column=earlier), NOT_BEFORE.en.format(column=earlier))
        yield cards.loc[is_wrong, column], expected
