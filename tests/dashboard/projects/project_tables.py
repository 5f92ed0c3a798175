"""A project bank of three projects, small enough to check in the head."""

from datetime import date

import pandas

from dashboard.i18n.words import Words
from dashboard.projects.bank import TABLES, Bank
from tests.dashboard.area_profile.profile_tables import AREA, TOWN, columns_of, row, tables
from tests.dashboard.areas.atlases import atlas_of


def project(project_id: str, name: str, status: str, **more: str) -> dict[str, object]:
    own = {"scheme": "by", "as_of": "2005-09", "source_id": "book", "page": "7", "certainty": "A"}
    return row("projects", project_id=project_id, name=name, status=status, **{**own, **more})


PROJECTS = [
    project(
        "bro",
        "Jobbroen",
        "running",
        goal_id="arbejde",
        areas=AREA,
        start="2004",
        aim_da="Flere i job",
        aim_en="More in work",
        partners="Jobcentret|Skolen",
    ),
    project(
        "klub",
        "Klubben",
        "changed",
        areas=TOWN,
        became_project_id="bro",
        status_note_da="Blev for lille.",
        aim_da="Fritid for unge",
        period="2001-2003",
        start="2001",
        end="2003",
        page="7, 9",
    ),
    project("ide", "Åben idé", "establishing"),
]
ROWS = {
    "projects": PROJECTS,
    "goals": [
        row("goals", goal_id="arbejde", title_da="Flere i arbejde", title_en="More people in work"),
        row("goals", goal_id="uden", title_da="Uden projekt"),
    ],
    "criteria": [
        row(
            "criteria",
            criterion_id="k1",
            project_id="bro",
            title_da="10 unge i job",
            target=10.0,
            baseline=float("nan"),
            unit_da="unge",
            source_id="book",
            page="8",
        )
    ],
    "criterion_statuses": [
        row(
            "criterion_statuses",
            criterion_id="k1",
            status="met",
            reached=12.0,
            share=1.2,
            as_of="2005-09",
            double_counted=False,
        )
    ],
    "milestones": [
        row(
            "milestones",
            milestone_id="m1",
            project_id="bro",
            title_da="Kontoret åbner",
            due="2004-03-01",
            status="reached",
            source_id="book",
        )
    ],
    "action_cards": [
        row(
            "action_cards",
            card_id="h1",
            project_id="bro",
            area_id=AREA,
            title_da="Lys på stien",
            opened="2004-01-01",
            status="open",
            source_id="book",
        )
    ],
}


TODAY = date(2006, 1, 1)


def bank(language: str = "da", today: date = TODAY, **rows: list[dict]) -> Bank:
    """The bank, as it is read three months after its report; `rows` replaces the rows of a table."""
    given = {**ROWS, **rows}
    frames = tables([], **given)
    frames |= {
        name: pandas.DataFrame(given.get(name, []), columns=columns_of(name)) for name in TABLES if name not in frames
    }
    return Bank(frames, atlas_of(frames), Words(language), today)
