"""The tabs under a profile's first screen: what each shows, and which of them holds a view that an address names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit

from dashboard.area_profile import narrowing, number_views, work, work_views
from dashboard.area_profile.profile import Profile
from dashboard.compare import page as compare_page
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_
from dashboard.official_lists import replay as list_replay
from dashboard.official_lists import status as list_status
from dashboard.ui import address, links, view_layout
from dashboard.ui.address import Choice, Stage
from dashboard.views.view import View


@dataclass(frozen=True)
class Tab:
    """One tab: its name in the address, its title, what it draws, and how the keys of its views begin."""

    code: str
    title: str
    draw: Callable[[Choice, Profile], None]
    views: tuple[str, ...]

    def holds(self, view: str) -> bool:
        return view.startswith(self.views)


def opened(choice: Choice) -> list[Tab]:
    """The tabs that this run draws, under the control to change them: the one that is chosen; where the views of a
    page are gathered that of the view that is asked for, and all where none is asked for or no tab holds it.
    """
    view = choice.address.get("vis", "")
    holding = [tab for tab in TABS if tab.holds(view)]
    is_named = "fane" in choice.address and not view
    if choice.has_controls or is_named or (choice.stage is Stage.MEETING and not view):
        return [chosen(choice, (holding or TABS)[0].code)]
    return holding or list(TABS)


def chosen(choice: Choice, default: str) -> Tab:
    """The tab in the address, and the control to change it."""
    words, by_code = choice.words, {tab.code: tab for tab in TABS}
    code = address.pick(
        "fane",
        words("Fane"),
        list(by_code),
        lambda name: words(by_code[name].title),
        default,
        address.RADIO,
    )
    return by_code[code]


def show(choice: Choice, profile: Profile, found: View | None) -> None:
    """A view; in a meeting and its documents, where no header names the area, its title does."""
    if found and not choice.has_controls:
        found = replace(found, title=f"{profile.name} · {found.title}", place="")
    if found:
        view_layout.show(choice, found)


def numbers(choice: Choice, profile: Profile) -> None:
    picked = narrowing.narrowed(choice, profile)
    if found := number_views.numbers(choice.setting, profile.area_id, picked):
        show(choice, profile, found)
    else:
        streamlit.header(choice.words("Nøgletal"), anchor=False)
        lack = (
            choice.words("Ingen kilde har tal om det emne for området. Vælg et andet emne.")
            if picked.theme
            else choice.words("Ingen kilde har tal for området. Se kommunens tal på kortet.")
        )
        streamlit.markdown(lack)
    show(choice, profile, number_views.trends(choice.setting, profile.area_id, picked))
    with streamlit.container(key="profile-similar"):
        compare_page.similar_links(choice, profile.book, profile.area_id)


def lists(choice: Choice, profile: Profile) -> None:
    """How the area stands by the official criteria, on the lists, and by the rules of other years."""
    parts = (list_status.view, work_views.lists, list_replay.view)
    found = [view for part in parts if (view := part(choice.setting, profile.area_id))]
    for view in found:
        show(choice, profile, view)
    if not found:
        streamlit.header(choice.words("På de officielle lister"), anchor=False)
        streamlit.markdown(
            choice.words("De officielle lister gælder boligområder. Området her er ikke et boligområde.")
        )


def projects(choice: Choice, profile: Profile) -> None:
    words, setting = choice.words, choice.setting
    if not (found := work_views.project_list(setting, profile.area_id)):
        streamlit.header(words("Projekter"), anchor=False)
        streamlit.markdown(
            words("Ingen aktuelle oplysninger: ingen kilde i denne version af data nævner et projekt her.")
        )
        return
    show(choice, profile, found)
    if choice.has_controls:
        with streamlit.container(horizontal=True, key="profile-project-links"):
            for project in work.projects_of(profile):
                name = plain(project.name)
                links.page_link(choice, "projekter", name, ":material/inventory_2:", projekt=project.project_id)
    show(choice, profile, work_views.criteria(setting, profile.area_id))


def people(choice: Choice, profile: Profile) -> None:
    if found := work_views.workers(choice.setting, profile.area_id):
        show(choice, profile, found)
    else:
        streamlit.header(choice.words("Hvem arbejder her"), anchor=False)
        streamlit.markdown(choice.words("Ingen aktuelle oplysninger om, hvem der arbejder i området."))


def history(choice: Choice, profile: Profile) -> None:
    show(choice, profile, work_views.strengths(choice.setting, profile.area_id))
    show(choice, profile, work_views.history(choice.setting, profile.area_id))


TABS = (
    Tab("tal", N_("Tal"), numbers, ("profile-figures", "profile-trends")),
    Tab("lister", N_("Lister"), lists, ("profile-lists", "list-status", "list-rules")),
    Tab("projekter", N_("Projekter"), projects, ("profile-projects", "criteria-")),
    Tab("partnere", N_("Partnere"), people, ("profile-workers",)),
    Tab("historie", N_("Historie"), history, ("profile-history", "profile-strengths")),
)
