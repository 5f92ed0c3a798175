"""The annual report of housing on the screen: a department beside its municipality, number by number since 2000."""

from __future__ import annotations

import streamlit

from dashboard.annual_report import told, views, ways
from dashboard.annual_report.report import SHARE, Report
from dashboard.annual_report.views import Asked
from dashboard.i18n.markdown import plain
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice


def view(choice: Choice) -> None:
    asked = filters(choice)
    if asked is None:
        nobody(choice)
    else:
        view_layout.show(choice, views.overview(choice.setting, asked))
        in_words(choice, asked)
        view_layout.show(choice, views.over_time(choice.setting, asked))
        view_layout.show(choice, views.departments(choice.setting, asked))
    view_layout.show(choice, views.contents(choice.setting))


def filters(choice: Choice) -> Asked | None:
    """What the reader asks for; None where no source prints the figures of departments."""
    words, reports = choice.words, views.every(choice.setting)
    if not reports:
        return None
    with view_layout.choices(choice, words("Vælg afdeling")) as said:
        municipality = _municipality(choice, reports)
        report = reports[municipality]
        department = address.pick("afdeling", words("Afdeling"), list(report.by_id), lambda id_: named(report, id_))
        numbers = report.numbers
        number = address.pick(
            "parameter", words("Parameter"), list(numbers), lambda name: told.name(numbers[name], words), _first(report)
        )
        periods = {f"{start}-{end}": (start, end) for start, end in report.periods}
        period = address.pick("aarsperiode", words("Periode"), list(periods), lambda name: words.period(*periods[name]))
        place = told.place(report, department, words)
        said(f"{named(report, department)} ({place}), {words.period(*periods[period])}")
    asked = Asked(municipality, department, number, periods[period])
    ways.onwards(choice, report, asked)
    return asked


def _municipality(choice: Choice, reports: dict[str, Report]) -> str:
    if len(reports) == 1:
        return next(iter(reports))
    names = next(iter(reports.values())).names
    return address.pick("kommune", choice.words("Kommune"), list(reports), names.__getitem__)


def named(report: Report, department_id: str) -> str:
    return report.by_id[department_id].name


def _first(report: Report) -> str:
    """The number that is shown first: a share that is no part of a whole, where there is one."""
    alone = [name for name, row in report.numbers.items() if row.unit == SHARE and row.category == "all"]
    return alone[-1] if alone else next(iter(report.numbers))


def nobody(choice: Choice) -> None:
    """That the figures are not published, and what would have to be."""
    words = choice.words
    streamlit.markdown(f"**{plain(words('Ingen kilde i datasættet har tal for boligafdelinger.'))}**")
    streamlit.markdown(
        words(
            "Høje-Taastrup Kommune har udgivet en boligsocial årsrapport siden 2000 ifølge Indenrigs- og "
            "Socialministeriets pjece fra 2009 (s. 19). Dens tal er ikke til at få, og ingen anden kilde har husleje, "
            "fraflytning eller familietyper for enkelte afdelinger. Siden viser derfor, hvad rapporten skal holde, og "
            "hvem der siger det. En kommune kan selv lægge tallene ind; datasættet »Eksempelkommune« viser hvordan."
        )
    )


def in_words(choice: Choice, asked: Asked) -> None:
    """One sentence a parameter, below the picture."""
    if choice.has_controls:
        with view_layout.fold(choice, choice.words("Parameter for parameter")):
            said = [*views.parameter_sentences(choice.setting, asked), *views.remarks(choice.setting, asked)]
            streamlit.markdown("\n".join(f"- {plain(text)}" for text in said))
