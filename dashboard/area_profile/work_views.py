"""The views of what is told of an area beside its numbers: lists, projects and their criteria, people, history."""

from __future__ import annotations

from dataclasses import replace

from dashboard.area_profile import history as dated
from dashboard.area_profile import strip, work
from dashboard.area_profile import workers as working
from dashboard.area_profile.number_views import profile_of
from dashboard.criteria import page as criteria_page
from dashboard.views.kept import Setting, kept
from dashboard.views.view import View


@kept
def lists(setting: Setting, area_id: str) -> View | None:
    words, profile = setting.words, profile_of(setting, area_id)
    if not profile.standings:
        return None
    drawn = strip.cells(profile.standings, words)
    return View(
        title=words("På de officielle lister"),
        sentence=f"{profile.history_sentence()} {strip.legend(words)}",
        figure=strip.figure(drawn, words=words, sizes=setting.sizes),
        alt=strip.alt(drawn, words),
        table=strip.table(drawn),
        columns=strip.columns(words),
        source=profile.source_line(profile.list_sources()),
        key=f"profile-lists-{profile.area_id}",
        place=profile.name,
    )


@kept
def project_list(setting: Setting, area_id: str) -> View | None:
    words, profile = setting.words, profile_of(setting, area_id)
    rows = work.project_lines(profile, setting.today)
    if not rows:
        return None
    return View(
        title=words("Projekter"),
        sentence=work.projects_sentence(profile, setting.today),
        table=work.projects(profile, setting.today),
        columns=work.project_columns(words),
        source=profile.source_line(rows),
        key=f"profile-projects-{profile.area_id}",
        place=profile.name,
    )


@kept
def criteria(setting: Setting, area_id: str) -> View | None:
    """The success criteria of the projects, and whose numbers they are; None where the projects have none."""
    profile = profile_of(setting, area_id)
    shown = work.criteria(profile)
    if not shown:
        return None
    title = setting.words("Projekternes succeskriterier")
    found = criteria_page.matrix(setting, shown, title, f"criteria-{area_id}", "")
    sentence = f"{found.sentence} {work.unsplit_sentence(profile, shown)}".strip()
    return replace(found, sentence=sentence, place=profile.name)


@kept
def workers(setting: Setting, area_id: str) -> View | None:
    words, profile = setting.words, profile_of(setting, area_id)
    rows = working.worker_lines(profile, setting.today)
    if not rows:
        return None
    return View(
        title=words("Hvem arbejder her"),
        sentence=working.sentence(rows, words),
        table=working.workers(rows),
        columns=working.worker_columns(words),
        source=profile.source_line(rows),
        key=f"profile-workers-{profile.area_id}",
        place=profile.name,
    )


@kept
def history(setting: Setting, area_id: str) -> View:
    """All that is dated, the newest first, and what is known of the place without a date."""
    words, profile = setting.words, profile_of(setting, area_id)
    found = dated.events(profile, setting.today)
    return View(
        title=words("Historie"),
        sentence=dated.sentence(profile, found),
        table=dated.table(found),
        columns=dated.columns(words),
        source=profile.source_line([*found, *profile.place_sources()]),
        key=f"profile-history-{profile.area_id}",
        place=profile.name,
    )
