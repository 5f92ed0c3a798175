"""The page Succeskriterier: every number of Høje-Taastrup's table of September 2005, every sum marked, every filter."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.navigation import page as page_at
from tests.pages.test_pages import run, texts, warned

# Copied by hand from page 5 of the report: criterion, target, every project's number, and our sum where there is one.
PRINTED = {
    "1. 50 ledige": (
        "50 ledige",
        ("Jobexpres: 66 (ordinær beskæftigelse)", "Servicefag: 4 (ordinær beskæftigelse)"),
        "= 70 (beregnet af os)",
    ),
    "2. 30 skåne- og fleksjob": (
        "30 job",
        ("Skånejob-indsats: ikke opgjort (under etablering, ikke i gang med kriteriet)",),
        "",
    ),
    "3. 150 ledige": (
        "150 ledige",
        (
            "Servicefag: 18 (deltagelse i projektet), 4 (kompetencegivende kurser, ikke talt med)",
            "Jobexpres: 7 (over 25 år)",
        ),
        "= 25 (beregnet af os)",
    ),
    "4. 5 virksomheder": (
        "5 virksomheder",
        (
            "Jobexpres: 0 (ikke i gang med kriteriet)",
            "Iværksætterprojekt (iværksætterlinie): ikke opgjort (under etablering, ikke i gang med kriteriet)",
        ),
        "",
    ),
    "5. 15 unge": ("15 unge", ("Misbrugsprojekt: 0", "A-holdet: 6"), "= 6 (beregnet af os)"),
    "6. 50 unge": ("50 unge", ("Jobexpres: 36", "Action Games: 1"), "= 37 (beregnet af os)"),
    "7. 20 unge": (
        "20 unge",
        ("Jobexpres: 11", "Nye Muligheder: 6", "Misbrugsprojekt: 0", "A-holdet: 1"),
        "= 18 (beregnet af os)",
    ),
    "8. Klasser": (
        "ikke opgjort",
        (
            "Jobexpres: 11 (ikke talt med)",
            "Nye Muligheder: 6 (ikke talt med)",
            "Misbrugsprojekt: 0 (ikke talt med)",
            "Iværksætterprojekt (iværksætterlinie): 0 (ikke talt med)",
        ),
        "",
    ),
    "9. 80 indvandrere": (
        "80 personer",
        (
            "Jobexpres: 147 (ordinær beskæftigelse), 38 (løntilskud eller virksomhedspraktik)",
            "Servicefag: 3 (ordinær beskæftigelse)",
            "A-holdet: 3 (ordinær beskæftigelse), 2 (løntilskud eller virksomhedspraktik)",
        ),
        "= 193 (beregnet af os)",
    ),
    "10. 30 indvandrerkvinder": (
        "30 kvinder",
        ("Stille Piger: 5", "Mødre i Job: 29 (talt to steder)"),
        "= 34 (beregnet af os)",
    ),
    "11. Bedre netværkssamarbejde": ("ikke opgjort", (), ""),
    "12. Høj grad af tilfredshed": ("ikke opgjort", (), ""),
}


def opened(root: Path, **query: str) -> AppTest:
    app = run(root, page_at("succeskriterier"), **query)
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def strip(app: AppTest) -> str:
    """The strips as they are sent."""
    return "".join(html.unescape(part.proto.body) for part in app.get("html") if "strip" in part.proto.body)


def rows(app: AppTest) -> list[str]:
    """The titles in the strips, in their order."""
    return re.findall(r'<span class="title">(.*?)</span>', strip(app))


@pytest.fixture(scope="module")
def matrix(root: Path) -> dict[str, dict[str, str]]:
    table = opened(root, form="matrix").table[0].value.map(lambda text: text.replace("\\", ""))
    return {name.replace("\\", ""): row for name, row in table.to_dict("index").items()}


@pytest.mark.parametrize("criterion", PRINTED)
def test_every_number_of_the_table_of_september_2005_is_on_the_page_and_every_sum_is_marked(
    matrix: dict[str, dict[str, str]], criterion: str
) -> None:
    target, parts, total = PRINTED[criterion]
    (row,) = [row for name, row in matrix.items() if name.startswith(criterion)]
    assert target in row["Nået og mål"]
    assert row["Projekter og deres tal"] == ("; ".join(parts) or "ingen")
    assert total in row["Begrundelse og forbehold"]
    assert ("beregnet af os" in row["Nået og mål"]) == bool(total)


def test_the_matrix_has_the_twelve_criteria_and_what_the_report_says_of_the_last_two(
    matrix: dict[str, dict[str, str]],
) -> None:
    assert len(matrix) == len(PRINTED)
    assert "Tre partnerskabsbestyrelser er etableret" in str(list(matrix.values())[10])
    assert "Ingen statustekst i tabellen." in str(list(matrix.values())[11])


def test_the_cards_carry_the_same_numbers(root: Path) -> None:
    app = opened(root, form="kort")
    text = said(app)
    for _, parts, total in PRINTED.values():
        assert all(f"- {part}" in text for part in parts)
        assert total in text
    assert len(app.table) == 1  # the source's own judgements


def test_the_strip_answers_first_and_opens_to_the_same_numbers(root: Path) -> None:
    app = opened(root)
    assert "3 af 12 opfyldt · 4 ikke endnu · 2 uden projekt · 3 ikke opgjort (Historisk – 1. september 2005)" in said(
        app
    )
    assert [title.split(".")[0] for title in rows(app)[:12]] == "3 5 6 7 2 4 8 11 12 10 1 9".split()
    shown = strip(app)
    for target, parts, total in PRINTED.values():
        assert target in shown
        assert total in shown
        assert all(f"<li>{part}</li>" in shown for part in parts)
    assert len(re.findall(r"Historisk – 2005( · Kun [67] personer)?</span>", shown)) == len(rows(app))
    assert shown.count("Kun 7 personer</span>") == 1


def test_what_is_expected_stands_in_the_strip(root: Path) -> None:
    app = opened(root, datasaet="example")
    assert rows(app)[0] == "5. 60 unge har haft en mentor i mindst et år"
    assert "21 af 60 unge, forventet 36" in strip(app)
    assert "75\xa0% af vejen fra 68\xa0% til 80\xa0%" in strip(app)


def test_an_old_report_is_called_historical(root: Path) -> None:
    app = opened(root, form="matrix")
    assert (
        app.info[0].value.replace("\\", "").startswith("Historisk rapport: de seneste tal er fra 15. september 2005.")
    )
    assert app.table[0].value["Opgjort"].str.contains("Historisk – 2005").all()


def test_the_projects_own_tables_say_their_total(root: Path) -> None:
    text = said(opened(root))
    assert "586 personer er opgjort pr. 15. september 2005 (oplyst i kilden). Flest står under »Job«: 225." in text
    assert "13 personer er opgjort pr. september 2005 (oplyst i kilden)" in text
    assert "48 personer er opgjort pr. september 2005 (oplyst i kilden)" in text


def test_one_criterion_is_shown_whole(root: Path) -> None:
    app = opened(root, kriterium="ht_10")
    headings = [header.value.replace("\\", "") for header in app.header]
    assert headings == [
        "10. 30 indvandrerkvinder er blevet socialt aktiverede",
        "10. 30 indvandrerkvinder er blevet socialt aktiverede: tallene over tid",
        "Hvem har nået hvad?",
        "Kildens egen vurdering ved siden af den beregnede status",
    ]
    printed = app.table[0].value["Cellen i kildens tabel"].str.replace("\\", "")
    assert set(printed) == {"Stille Piger (5), Jobexpres (29 5 )"}
    assert len(app.get("plotly_chart")) == 2
    assert "Kilden oplyser, at 29 er talt med to steder." in said(app)


def test_a_criterion_without_a_number_has_no_picture(root: Path) -> None:
    app = opened(root, kriterium="ht_12")
    assert "Målet har intet tal i kilden, så et tempo kan ikke regnes ud." in said(app)
    assert not app.get("plotly_chart")


def test_a_manual_judgement_says_who_and_when(root: Path) -> None:
    text = said(opened(root, datasaet="example", kriterium="eks_02"))
    assert "Vurderet af Styregruppen i Eksempelkommune den 20. januar 2025: ikke opfyldt." in text
    assert "▼ Bagud" in text


def test_a_fall_to_be_reached_reads_as_at_most(root: Path) -> None:
    text = said(opened(root, datasaet="example", kriterium="eks_10"))
    assert "højst 20 udsættelser" in text
    assert "40 udsættelser" in text
    assert "55\xa0% af vejen til målet" in text


def test_an_unknown_criterion_is_named_and_the_likest_shown(root: Path) -> None:
    app = opened(root, kriterium="ht_1")
    assert any("ukendt valg under Ét kriterium: »ht_1«" in sentence for sentence in warned(app))


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ({"maal": "ht_partnerskaber"}, "11. Bedre", 2),
        ({"maalgruppe": "partnerskabet"}, "11. Bedre", 2),
        ({"projekt": "stille_piger"}, "10. 30", 1),
        ({"kriteriestatus": "no_project"}, "2. 30", 2),
        ({"status": "no_project"}, "2. 30", 2),  # in links saved earlier
    ],
)
def test_the_filters_leave_what_fits(root: Path, query: dict[str, str], first: str, count: int) -> None:
    app = opened(root, **query)
    table = opened(root, form="matrix", **query).table[0].value
    assert len(rows(app)) == len(table) == count
    assert rows(app)[0].startswith(first)
    assert table.index[0].replace("\\", "").startswith(first)


def test_the_filters_reach_every_figure(root: Path) -> None:
    assert not opened(root, status="no_project").get("plotly_chart")  # no project has a number to draw
    assert "personer er opgjort pr." not in said(opened(root, status="no_project"))
    text = said(opened(root, kriteriestatus="met", projekt="a_holdet"))
    assert "Viser: A-holdet; Opfyldt" in text
    assert text.count("personer er opgjort pr.") == 1  # the project's own table, and no other's
