"""The annual report of housing on the screen: a department beside its municipality, number by number since 2000."""

from __future__ import annotations

import streamlit

from dashboard.annual_report import told, views, ways
from dashboard.annual_report.report import SHARE, Report
from dashboard.annual_report.views import Asked
from dashboard.areas import shelf
from dashboard.i18n.markdown import plain
from dashboard.selection import asked as shared
from dashboard.selection import bar
from dashboard.selection.asked import Filter, Study
from dashboard.selection.sentence import Shown
from dashboard.ui import address, page_top, view_layout
from dashboard.ui.address import Choice
from data.query import Period

USES = frozenset({Filter.AREAS, Filter.STUDY, Filter.YEARS})


def view(choice: Choice) -> None:
    asked = filters(choice)
    if asked is None:
        nobody(choice)
    else:
        page_top.answer(choice, views.answer(choice.setting, asked))
        view_layout.show(choice, views.overview(choice.setting, asked, choice.has_controls))
        in_words(choice, asked)
        view_layout.show(choice, views.over_time(choice.setting, asked))
        view_layout.show(choice, views.departments(choice.setting, asked))
    view_layout.show(choice, views.contents(choice.setting))


def filters(choice: Choice) -> Asked | None:
    """What the reader asks for; None where no source prints the figures of departments."""
    words, reports = choice.words, views.every(choice.setting)
    if not reports:
        return None
    with bar.choices(choice, words("Vælg afdeling, tal og år")) as say:
        municipality = _municipality(choice, reports)
        report = reports[municipality]
        area_ids, years = pick_areas(choice, report), pick_years(choice, report)
        options = views.departments_in(report, area_ids)
        department = address.pick("afdeling", words("Afdeling"), options, lambda id_: named(report, id_))
        numbers = report.numbers
        number = address.pick(
            "parameter", words("Parameter"), list(numbers), lambda name: told.name(numbers[name], words), _first(report)
        )
        periods = {f"{start}-{end}": (start, end) for start, end in report.periods if views.within(years, (start, end))}
        period = address.pick("aarsperiode", words("Periode"), list(periods), lambda name: words.period(*periods[name]))
        asked = Asked(municipality, department, number, periods[period], years, area_ids, pick_study(choice, report))
        say(shown(choice, report, asked), USES)
    ways.onwards(choice, report, asked)
    return asked


def pick_areas(choice: Choice, report: Report) -> tuple[str, ...]:
    """The areas whose departments are held against each other; none is all, also where they have no department."""
    words = choice.words
    located = {row.area_id for row in report.departments}
    having = [name for name in report.names if name in located]
    asked = bar.areas(choice, shelf.book(choice.version), having)
    kept = tuple(name for name in asked if name in having)
    if asked and not kept:
        choice.messages.warning(
            words("Ingen afdeling ligger i eller ved de valgte områder. Her vises alle afdelinger.")
        )
    return kept


def pick_study(choice: Choice, report: Report) -> Study | None:
    """The reader's own area, where departments lie in it: they are counted together."""
    words, book = choice.words, shelf.book(choice.version)
    picked = shared.read(choice, {Filter.STUDY}, book, ())
    bar.study(choice, picked, book, ())
    if picked.study and not report.departments_of(picked.study):
        choice.messages.warning(
            plain(words("Ingen afdeling ligger i »{name}«. Den vises derfor ikke for sig.", name=picked.study.name))
        )
        return None
    return picked.study


def pick_years(choice: Choice, report: Report) -> Period | None:
    """The years that periods must lie in; none is all, also where they hold no whole period."""
    words = choice.words
    every = sorted({year for period in report.periods for year in period})
    picked = shared.read(choice, {Filter.YEARS}, shelf.book(choice.version), every)
    bar.years(choice, picked, every)
    if picked.years and not any(views.within(picked.years, period) for period in report.periods):
        choice.messages.warning(
            words("{years} rummer ingen hel periode. Her vises alle år.", years=words.period(*picked.years))
        )
        return None
    return picked.years


def shown(choice: Choice, report: Report, asked: Asked) -> Shown:
    """Afdeling 4 (Eksempel Almene Boliger, i Havbrinken), 2 områder, 2000–2023."""
    words, spans = choice.words, [period for period in report.periods if views.within(asked.years, period)]
    place = told.place(report, asked.department_id, words)
    return Shown(
        areas=len(asked.area_ids) or None,
        study=asked.study,
        years=(spans[-1][0], spans[0][1]),
        first=f"{named(report, asked.department_id)} ({place})",
        further=(words("perioden {period}", period=words.period(*asked.period)),),
    )


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
    bar.unused(choice)
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
