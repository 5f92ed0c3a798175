"""What the reader has chosen. The address is the only state: widgets are filled from it and write back to it.

So reload, Back, a shared link and a change of page all keep the choices, and every choice is an ordinary step in
the browser's history. A value in the address that does not exist is named and the nearest valid one is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property, partial
from typing import Any

import streamlit
from streamlit.delta_generator import DeltaGenerator

from dashboard import store
from dashboard.i18n import languages
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.ui import clock, embedding, heard
from dashboard.ui.address_keys import KEYS, UNLINKED, renamed
from dashboard.ui.unknown import Messages, nearest, skipped
from dashboard.views.kept import Setting
from dashboard.views.view import View
from data.versions import Version

PROJECTOR, MEETING = "projektor", "moede"
_CURRENT = "_choice"  # where a session keeps the choices of its run
LONGEST_LINKED = 2_000  # characters of a choice that every link on a page repeats
# A few options beside each other. Not as buttons (`segmented_control`): of those a choice made beside the language is
# lost, see `heard.meant`.
RADIO = partial(streamlit.radio, horizontal=True, label_visibility="collapsed")
DATASET_NAMES = {"published": N_("Offentliggjorte tal"), "example": N_("Eksempelkommune (fiktive tal)")}


class Stage(Enum):
    """Where a page is shown: to a reader, as one view of a running meeting or in a frame of somebody else's page, or
    nowhere: its views go into a file.
    """

    DESK = auto()
    MEETING = auto()
    EMBEDDED = auto()
    FILE = auto()


@dataclass(frozen=True)
class Choice:
    """The choices that hold on every page, and where to tell the reader about a link that was wrong.

    `address` holds every choice by its name, as in a link. `gathered` takes up the views of a page as they
    come; `slot` is where the one view that a meeting asks for is drawn, None where it asks for none;
    `page` the path of the page, once it is known.
    """

    dataset: str
    version: Version
    language: str
    words: Words
    projector: bool
    messages: Messages
    address: Mapping[str, str]
    stage: Stage = Stage.DESK
    gathered: list[View] = field(default_factory=list)
    slot: DeltaGenerator | None = None
    page: str = ""

    @property
    def has_controls(self) -> bool:
        """Whether the reader can change choices on the page itself."""
        return self.stage is Stage.DESK

    @cached_property
    def setting(self) -> Setting:
        """What the views of this run have in common."""
        return Setting(self.version, self.words, self.projector, clock.today())


def language(address: Mapping[str, str] | None = None) -> str:
    """The language asked for in the address, Danish where none or an unknown one is."""
    return languages.asked((streamlit.query_params if address is None else address).get("sprog"))


def begin() -> Choice:
    """Read the choices of the frame from the address; called once, first in every run."""
    asked = heard.last_said()
    stage = stage_of(asked)
    choice = of(asked, stage, streamlit.container(key="messages"))
    if stage is Stage.EMBEDDED or (stage is Stage.MEETING and "vis" in asked):
        choice = replace(choice, slot=streamlit.container(key="meeting-view"))
    if stage is Stage.DESK and asked.get("visning") == embedding.VIEW:
        choice.messages.warning(choice.words("Indlejring er ikke slået til her, så her vises hele siden."))
    streamlit.session_state[_CURRENT] = choice
    return choice


def stage_of(asked: Mapping[str, str]) -> Stage:
    """Where the page of an address is shown; a frame only where somebody may frame us."""
    if asked.get("visning") == MEETING:
        return Stage.MEETING
    return Stage.EMBEDDED if asked.get("visning") == embedding.VIEW and embedding.hosts() else Stage.DESK


def arrive(choice: Choice, page: str) -> Choice:
    """The choices as the page at the path `page` names them today, for the rest of the run."""
    arrived = replace(choice, page=page, address=renamed(page, choice.address))
    streamlit.session_state[_CURRENT] = arrived
    return arrived


def of(asked: Mapping[str, str], stage: Stage, messages: Messages) -> Choice:
    """The choices of an address. What is wrong with it is said in `messages`."""
    words = Words(language(asked))
    dataset = nearest(asked.get("datasaet"), store.datasets(), store.datasets()[0], messages, words, words("datasæt"))
    projector = stage in (Stage.MEETING, Stage.FILE) or asked.get("visning") == PROJECTOR
    return Choice(dataset, store.current(dataset), words.language, words, projector, messages, asked, stage)


def current() -> Choice:
    """The choices of this run."""
    choice: Choice = streamlit.session_state[_CURRENT]
    return choice


@contextmanager
def standing_in(choice: Choice) -> Iterator[None]:
    """Other choices are the current ones for a while: a page is run for them where another one is shown."""
    before = streamlit.session_state.get(_CURRENT)
    streamlit.session_state[_CURRENT] = choice
    try:
        yield
    finally:
        streamlit.session_state[_CURRENT] = before


def dataset_name(dataset: str, words: Words) -> str:
    """The name a reader knows a dataset by: its own, ours, or that of its folder."""
    name = store.own_record(dataset).name
    return name.in_language(words.language) if name else words(DATASET_NAMES.get(dataset, dataset))


def query_params(**changes: str | None) -> dict[str, str]:
    """The choices of the address with some changed, for a link: None drops a choice. What is no choice of ours, or
    endless, is not carried on: a page has hundreds of links.
    """
    kept = {name: value for name, value in current().address.items() if name in KEYS and len(value) <= LONGEST_LINKED}
    return heard.changed(kept, {**dict.fromkeys(UNLINKED), **changes})


def asked_now() -> dict[str, str]:
    """The whole address as it stands, which a callback may have changed since the page was opened."""
    return renamed(current().page, heard.last_said())


def choose(**changes: str | None) -> None:
    """Write choices to the address as one step, None drops one. Call it from a callback: the next run reads them."""
    heard.say(heard.changed(asked_now(), changes))


def read(
    key: str, label: str, options: Sequence[str], describe: Callable[[str], str] = str, default: str | None = None
) -> str:
    """One choice out of `options` (ids) as it stands in the address, for a control that is drawn elsewhere.

    `key` is the Danish name in the address; `label` names it in a sentence about a wrong value. Without a `default`
    the first option is it.
    """
    choice = current()
    asked = choice.address.get(key)
    return nearest(asked, options, default or options[0], choice.messages, choice.words, label, describe)


def pick(
    key: str,
    label: str,
    options: Sequence[str],
    describe: Callable[[str], str] = str,
    default: str | None = None,
    widget: Callable[..., object] | None = None,
) -> str:
    """`read`, and a select box or another single-choice `widget` to change it. Returns the chosen id."""
    value = read(key, label, options, describe, default)
    control(key, label, options, value, describe, widget or streamlit.selectbox)
    return value


def control(
    key: str,
    label: str,
    options: Sequence[str],
    value: str,
    describe: Callable[[str], str],
    widget: Callable[..., object],
    changes: Callable[[str], Mapping[str, str | None]] | None = None,
) -> None:
    """What changes a choice that is `value` now. `changes`: what the address gets, where not just the choice."""
    if current().has_controls:
        streamlit.session_state[key] = value
        is_plain = widget is streamlit.selectbox  # the others read Markdown in their options
        labels = {option: describe(option) if is_plain else plain(describe(option)) for option in options}
        heard.keep_labels(key, labels)
        heard.keep_drawn(key, [value])
        written = changes or (lambda chosen: {key: chosen})
        widget(
            label,
            options,
            key=key,
            format_func=labels.__getitem__,
            on_change=lambda: _choose_among(options, key, value, written),
        )


def _choose_among(
    options: Sequence[str],
    key: str,
    value: str | Sequence[str],
    written: Callable[[Any], Mapping[str, str | None]],
) -> None:
    """Write what a control of several `options` says that was drawn with a `value`. Nothing where it is none of them by
    any name, or the same by the name of before or as it was drawn before: then the page changed and nobody chose.
    """
    sent = _several(streamlit.session_state[key])
    meant = heard.meant(key, sent)
    is_new = (meant == sent or meant != _several(value)) and not heard.is_echo(key, meant)
    if is_new and set(meant) <= set(options):
        choose(**written(meant[0] if isinstance(value, str) else meant))


def _several(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def read_many(key: str, label: str, options: Sequence[str]) -> list[str]:
    """The `options` that stand in the address, separated by commas; what is no option is skipped, with a sentence."""
    choice, existing = current(), set(options)
    asked = dict.fromkeys(value for value in choice.address.get(key, "").split(",") if value)
    if unknown := [value for value in asked if value not in existing]:
        choice.messages.warning(skipped(unknown, label, choice.words))
    return [value for value in asked if value in existing]


def pick_many(
    key: str,
    label: str,
    options: Sequence[str],
    describe: Callable[[str], str] = str,
    placeholder: str = "",
    default: Sequence[str] = (),
) -> list[str]:
    """`read_many`, and a list to change it. `placeholder` says what no choice means; with a `default` it means that."""
    value = read_many(key, label, options) or list(default)
    if not current().has_controls:
        return value
    streamlit.session_state[key] = value
    labels = {option: describe(option) for option in options}
    heard.keep_labels(key, labels)
    heard.keep_drawn(key, value)
    streamlit.multiselect(
        label,
        options,
        key=key,
        format_func=labels.__getitem__,
        placeholder=placeholder or current().words("Alle"),
        on_change=lambda: _choose_among(options, key, value, lambda chosen: {key: ",".join(chosen) or None}),
    )
    return value


def switch(key: str, label: str, value: str) -> bool:
    """An on/off choice that stands in the address as key=value when it is on."""
    is_on = current().address.get(key) == value
    if not current().has_controls:
        return is_on
    streamlit.session_state[key] = is_on
    heard.keep_drawn(key, is_on)
    streamlit.toggle(label, key=key, on_change=lambda: _turn(key, value))
    return is_on


def _turn(key: str, value: str) -> None:
    """Write what a switch says. Where the address says it already nobody turned it: Streamlit takes a control for
    changed when a run without it has come between.
    """
    is_on = bool(streamlit.session_state[key])
    if is_on != (asked_now().get(key) == value) and not heard.is_echo(key, is_on):
        choose(**{key: value if is_on else None})
