"""The Danish that readers read: one word for a thing, in the code's texts and in both datasets' own."""

import csv
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dashboard.i18n.test_words import danish_texts

OLD_WORDS = {  # what must not be said, and what is said instead
    r"\bpct\b": "%",
    r"\btrykt|\btrykke": "oplyst",
    r"[Aa]fledt": "beregnet af os",
    r"vores sum": "beregnet af os",
    r"[Ii]kke lagt til\b": "ikke talt med",
    r"Andel af målet": "Andel af vejen til målet",
    r"Penge fra": "Finansieret af",
    r"[Pp]rikkede linje": "Linjen",
    r"\bBrud\b [0-9{]": "hvad der er nyt",
    r"for lille til at afgøre": "for få personer til at afgøre det",
    r"ingen ændring": "ingen sikker udvikling",
    r"\b[Ss]kredet": "forsinket",
    r"som én fil": "(HTML)",
    r"tage med hjem": "Efter mødet",
    r"uden visning": "uden figur",
    r"findes ikke under": "Linket peger på et ukendt valg",
    r"Gruppe \{": "Blandt den højeste femtedel",
    r"med et tal ligger": "ligger sikkert",
    r"[Pp]olitisk(e)? mål\b": "overordnet mål",
    r"[Kk]ilden skriver": "kilden oplyser",
    r"Sikkerhed:? [ABC]\b(?! fra)": "●●○ gengivet fra anden kilde",
    r"[0-9]-[0-9]+(-årige| år\b)": "10–14-årige",
}
SOURCES = Path("data") / "source"


def texts(root: Path) -> Iterator[tuple[str, str]]:
    """Every Danish text with where it stands."""
    yield from (("dashboard", text) for text in danish_texts(root))
    for path in sorted((root / SOURCES).rglob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                yield from ((path.name, text) for column, text in row.items() if column.endswith("_da") and text)


@pytest.mark.parametrize("old", OLD_WORDS)
def test_an_old_word_is_said_nowhere(root: Path, old: str) -> None:
    assert [(where, text) for where, text in texts(root) if re.search(old, text)] == [], f"say: {OLD_WORDS[old]}"


def test_points_of_a_list_begin_with_a_capital(root: Path) -> None:
    points = [point for text in danish_texts(root) for point in re.findall(r"(?:^|\n)(?:[-*]|[0-9]\.) ([^\n]+)", text)]
    assert points, "the rules of disclosure are a list"
    assert [point for point in points if point.lstrip("*")[0] in string.ascii_lowercase + "æøå"] == []


def test_only_cells_of_a_table_are_given_as_printed(root: Path) -> None:
    """A sentence of a source is retold. A cell of a table is names and numbers."""
    with (root / SOURCES / "published" / "results.csv").open(newline="", encoding="utf-8") as file:
        printed = {row["evidence"] for row in csv.DictReader(file) if row["evidence"]}
    assert printed
    assert [cell for cell in printed if re.search(r"(?:[a-zæøå]+ ){3}", cell)] == []
