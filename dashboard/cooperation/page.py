"""Samarbejde on the screen: one model's bodies, seats, partners, recommendations and challenges."""

from __future__ import annotations

from functools import partial

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.cooperation import figure, lines, models, templates, told
from dashboard.i18n import cooperation_labels, labels, statuses
from dashboard.ui import address, downloads, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import Body


def view(choice: Choice) -> None:
    """The whole page below its title."""
    words, options = choice.words, models.schemes(store.rows(choice.version, Body))
    if not options:
        streamlit.markdown(words("Datasættet har ingen organer: tabellen bodies er tom."))
    else:
        with page_top.choices(choice, words("Skift model")) as say:
            scheme = address.pick("model", words("Model"), options, lambda option: models.name(option, words))
            say(models.name(scheme, words))
        for shown in views(choice.setting, scheme):
            view_layout.show(choice, shown)
    if choice.has_controls:
        own_model(choice)


def views(setting: Setting, scheme: str) -> list[View]:
    """What is known of a model, in the order of the page; a view without rows is left out."""
    found, words = models.model(setting, scheme), setting.words
    shown = [bodies(setting, scheme)]
    if found.seats:
        shown.append(seats(setting, scheme))
    if found.partners:
        shown.append(partners(setting, scheme))
    for code in dict.fromkeys(row.advice for row in found.advice):
        shown.append(advice(setting, scheme, code, labels.codes(cooperation_labels.ADVICE, code, words)))
    if found.challenges:
        shown.append(challenges(setting, scheme))
    return shown


def draw(drawing: str) -> None:
    streamlit.html(drawing)


@kept
def bodies(setting: Setting, scheme: str) -> View:
    """The bodies as layers, with a list for a twin."""
    words, found = setting.words, models.model(setting, scheme)
    rows = lines.body_lines(found, shelf.facts(setting.version).sources, setting.today, words)
    drawn = figure.layers(rows, words)
    return View(
        title=words("Hvem beslutter hvad, og hvem svarer til hvem"),
        sentence=told.bodies(found, words),
        table=framed(rows, lines.BodyLine),
        columns=lines.body_columns(words),
        source=models.source_line(setting, found.bodies),
        key="bodies",
        body=partial(draw, drawn),
        chosen=models.name(scheme, words),
        place=models.name(scheme, words),
    )


@kept
def seats(setting: Setting, scheme: str) -> View:
    words, found = setting.words, models.model(setting, scheme)
    rows = lines.seat_lines(found, shelf.facts(setting.version).sources, words)
    return View(
        title=words("Pladserne i organerne"),
        sentence=told.seats(found, words),
        table=framed(rows, lines.SeatLine),
        columns=lines.seat_columns(words),
        source=models.source_line(setting, found.seats),
        key="seats",
        folded=True,
        chosen=models.name(scheme, words),
        place=models.name(scheme, words),
    )


@kept
def partners(setting: Setting, scheme: str) -> View:
    words, found = setting.words, models.model(setting, scheme).partners
    rows = lines.partner_lines(found, shelf.facts(setting.version).sources, words)
    drawn = figure.rings(rows)
    return View(
        title=words("Samarbejdspartnere i ringe"),
        sentence=told.partners(found, words),
        table=framed(rows, lines.PartnerLine),
        columns=lines.partner_columns(words),
        source=models.source_line(setting, found),
        key="partners",
        body=partial(draw, drawn),
        chosen=models.name(scheme, words),
        place=models.name(scheme, words),
    )


@kept
def advice(setting: Setting, scheme: str, code: str, title: str) -> View:
    """One set of recommendations with status and evidence."""
    words = setting.words
    found = [row for row in models.model(setting, scheme).advice if row.advice == code]
    rows = lines.advice_lines(found, shelf.facts(setting.version).sources, words)
    return View(
        title=title,
        sentence=told.advice(found, words),
        table=framed(rows, lines.AdviceLine),
        columns=lines.advice_columns(words),
        source=models.source_line(setting, found),
        key=f"advice-{code}",
        chosen=models.name(scheme, words),
        colours={words("Status"): [statuses.ADVICE[row.code].colour for row in rows]},
        place=models.name(scheme, words),
    )


@kept
def challenges(setting: Setting, scheme: str) -> View:
    words, found = setting.words, models.model(setting, scheme).challenges
    rows = lines.challenge_lines(found, shelf.facts(setting.version).sources, words)
    return View(
        title=words("Udfordringer i samarbejdet, den vigtigste først"),
        sentence=told.challenges(found, words),
        table=framed(rows, lines.ChallengeLine),
        columns=lines.challenge_columns(words),
        source=models.source_line(setting, found),
        key="challenges",
        chosen=models.name(scheme, words),
        file=(framed(rows, lines.ChallengeLine), lines.challenge_file_columns(words)),
        place=models.name(scheme, words),
    )


def own_model(choice: Choice) -> None:
    """How a municipality gets its own model here: the empty tables to fill in."""
    words = choice.words
    with view_layout.fold(choice, words("Jeres egen model")):
        streamlit.markdown(
            words(
                "Udfyld tabellerne i skabelonen, og læg dem i jeres eget datasæt. Modellen står derefter i listen. "
                "Skriv funktioner, aldrig navne på personer."
            )
        )
        streamlit.download_button(
            words("Hent tomme tabeller (ZIP)"),
            lambda: templates.write(choice.version, words, downloads.meta(choice)),
            f"samarbejde_skabelon_{choice.version.name}.zip",
            "application/zip",
            key="zip-templates",
            on_click="ignore",
            icon=":material/download:",
        )
