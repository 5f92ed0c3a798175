"""What the browser has heard of the address that a widget's callback wrote.

A widget's choice reaches the browser's address one round trip later. What the reader chooses meanwhile is sent with the
address of before: it is added to the choices said since, not to the old ones.

And the browser sends the labels of a control, not its options. What is chosen while the page changes its language is
sent by the names of before.

A run ends where the reader has gone on, and with it what it was about to tell: a choice that the browser was never told
of is added to the address that the reader went to.

With an address the reader went to it sends every control as well, as it stands there: perhaps as it was drawn before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit
from streamlit.runtime.scriptrunner import get_script_run_ctx

_LABELS = "_labels"  # what the options of each control are called, by its key
_DRAWN = "_drawn"  # what each control was drawn with, and before that, by its key
_SAID = "_said"  # the addresses since the reader last went to one, oldest first; the browser knows one of them
_UNTOLD = "_untold"  # what was written to the address since the browser was last told of it; None drops a choice
MOST = 50  # a browser that is further behind is taken at its word


def last_said() -> dict[str, str]:
    """The address of this run: what the browser sent, or what was said since.

    An address the reader went to, by a link, Back or the map, is meant as it stands and begins anew.
    """
    sent, said = streamlit.query_params.to_dict(), _said()
    if sent == said[-1]:
        return sent
    if sent not in said or _is_visit():
        meant = changed(sent, streamlit.session_state.get(_UNTOLD, {}))
        streamlit.session_state[_SAID] = [sent, meant]
        if meant != sent:
            _tell(meant)
        return meant
    _tell(said[-1])
    return said[-1]


def say(choices: Mapping[str, str]) -> None:
    """Write an address, for a callback."""
    last = _said()[-1]
    names = [name for name in {**last, **choices} if last.get(name) != choices.get(name)]
    untold = streamlit.session_state.get(_UNTOLD, {})
    streamlit.session_state[_UNTOLD] = {**untold, **{name: choices.get(name) for name in names}}
    streamlit.session_state[_SAID] = [*_said(), dict(choices)][-MOST:]
    _tell(choices)


def _tell(choices: Mapping[str, str]) -> None:
    streamlit.query_params.from_dict(choices)  # the run ends here where the reader has gone on
    streamlit.session_state[_UNTOLD] = {}


def changed(choices: Mapping[str, str], changes: Mapping[str, str | None]) -> dict[str, str]:
    """Choices with some of them changed; None drops one."""
    return {name: value for name, value in {**choices, **changes}.items() if value is not None}


def _said() -> list[dict[str, str]]:
    said: list[dict[str, str]] = streamlit.session_state.setdefault(_SAID, [streamlit.query_params.to_dict()])
    return said


def _is_visit() -> bool:
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def keep_labels(key: str, labels: Mapping[str, str]) -> None:
    """Keep what the options of a control are called as it is drawn now, beside what they were called before."""
    _keep(_LABELS, key, {label: option for option, label in labels.items()})


def meant(key: str, sent: Iterable[str]) -> list[str]:
    """The options of a control that the browser sent, where it sent the names of before; else what it sent.

    Of a segmented control whose labels change Streamlit drops a name of before, so none is asked for a choice that is
    made beside the language.
    """
    now, before = (options or {} for options in _kept(_LABELS, key))
    return [text if text in now.values() else before.get(text, text) for text in sent]


def keep_drawn(key: str, value: object) -> None:
    """Keep what a control is drawn with now, beside what it was drawn with before."""
    _keep(_DRAWN, key, value)


def is_echo(key: str, value: object) -> bool:
    """Whether a control says with a visit what it was drawn with before: nobody chose that."""
    return _is_visit() and value in _kept(_DRAWN, key)


def _keep(what: str, key: str, now: object) -> None:
    """Keep something of a control, beside what it was before it changed."""
    last, _before = _kept(what, key)
    if now != last:
        streamlit.session_state[what][key] = now, last


def _kept(what: str, key: str) -> tuple[Any, Any]:
    """What something of a control is, and what it was before; None for what was never."""
    found: tuple[Any, Any] = streamlit.session_state.setdefault(what, {}).get(key, (None, None))
    return found
