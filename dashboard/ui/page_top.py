"""What stands above the views of a page: the filters behind a button, the answer in bold, and the way to each view."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import ParamSpec

import streamlit

from dashboard.i18n.markdown import plain
from dashboard.ui.address import Choice

Said = ParamSpec("Said")  # what is said of what is shown


@contextmanager
def filters(choice: Choice, title: str, say: Callable[Said, object]) -> Iterator[Callable[Said, None]]:
    """Where a page's filters stand, behind a button, so that what is shown comes first. Yields what has it said by
    `say`, beside the button; a projector hides both.
    """
    said: list[Callable[[], object]] = []

    def told(*args: Said.args, **kwargs: Said.kwargs) -> None:
        said.append(partial(say, *args, **kwargs))

    if not choice.has_controls:
        yield told
        return
    with streamlit.container(horizontal=True, vertical_alignment="center", key="filters"):
        with streamlit.popover(title, icon=":material/tune:"):
            yield told
        for each in said:
            each()


def choices(choice: Choice, title: str) -> AbstractContextManager[Callable[[str], None]]:
    """`filters` of a page that says what is shown in words of its own."""

    def say(shown: str) -> None:
        streamlit.markdown(plain(choice.words("Viser: {shown}", shown=shown)), width="stretch")

    return filters(choice, title, say)


def answer(choice: Choice, sentence: str) -> None:
    """What a page says first, in bold; in a meeting and in a file its views say it."""
    if choice.has_controls and sentence:
        streamlit.markdown(f"**{plain(sentence)}**")


@contextmanager
def contents(choice: Choice) -> Iterator[None]:
    """A list of the views that follow, each a link to its heading, which `shell.js` goes to."""
    if not choice.has_controls:
        yield
        return
    with streamlit.container(key=f"contents-{choice.page}"):
        slot = streamlit.empty()
    yield
    if choice.gathered:
        items = "".join(
            f'<li><a href="#view-{html.escape(view.key)}">{html.escape(view.title)}</a></li>'
            for view in choice.gathered
        )
        slot.html(f'<nav class="contents" aria-label="{html.escape(choice.words("På siden"))}"><ol>{items}</ol></nav>')
