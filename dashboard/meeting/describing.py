"""What an item shows, in words in place of its address: page, area, subject and years."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n.words import Words
from dashboard.meeting.agenda import Agenda, target
from dashboard.ui import navigation
from data.contracts import Criterion, Project
from data.errors import DataError
from data.versions import Version

AREAS = ("omraade", "omraader", "inden_for", "kommune")
YEARS = ("fra", "aar", "listeaar", "periode")


def described(version: Version, agenda: Agenda, words: Words) -> dict[str, str]:
    """The views of an agenda by their links, each as: Områdekort · Tåstrupgård · Beboere · 2019."""
    return {item.view: view(version, item.view, words) for item in agenda.items if item.view}


def view(version: Version, link: str, words: Words) -> str:
    page, choices = target(link)
    version = of_dataset(version, choices.get("datasaet", ""))
    subjects = {
        "indikator": indicators(version, words),
        "projekt": projects(version),
        "kriterium": criteria(version, words),
    }
    names = shelf.facts(version).names
    parts = [words(navigation.page(page).title)]
    parts += [names.get(each, "") for key in AREAS for each in choices.get(key, "").split(",")]
    parts += [subjects[key].get(choices.get(key, ""), "") for key in subjects]
    parts.append("–".join(dict.fromkeys(filter(None, (choices.get(key, "").replace("-", "–") for key in YEARS)))))
    return " · ".join(filter(None, parts))


def of_dataset(version: Version, dataset: str) -> Version:
    try:
        return store.current(dataset) if dataset in store.datasets() else version
    except DataError:
        return version


def indicators(version: Version, words: Words) -> Mapping[str, str]:
    return {name: words.text(row.name) for name, row in shelf.facts(version).indicators.items()}


def projects(version: Version) -> Mapping[str, str]:
    return {row.project_id: row.name for row in store.rows(version, Project)}


def criteria(version: Version, words: Words) -> Mapping[str, str]:
    return {row.criterion_id: words.text(row.title) for row in store.rows(version, Criterion)}
