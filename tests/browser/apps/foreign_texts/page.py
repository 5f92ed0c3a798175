"""Every foreign text in every place where the product shows one. With `?raa=ja` none of them is guarded."""

from __future__ import annotations

import pandas
import streamlit

from dashboard.i18n.markdown import link, plain
from dashboard.ui import view_layout
from tests.foreign import HOST, PAYLOADS

SINKS = {
    "markdown": lambda text, _key: streamlit.markdown(text),
    "bold": lambda text, _key: streamlit.markdown(f"**{text}**"),
    "sentence": lambda text, _key: streamlit.markdown(f"»{text}« findes ikke."),
    "part": lambda text, _key: streamlit.markdown(f"- {text}"),
    "level": lambda text, _key: streamlit.markdown(f"#### {text}"),
    "caption": lambda text, _key: streamlit.caption(text),
    "header": lambda text, _key: streamlit.header(text, anchor=False),
    "warning": lambda text, _key: streamlit.warning(text),
    "error": lambda text, _key: streamlit.error(text),
    "metric": lambda text, _key: streamlit.metric(text, text),
    "button": lambda text, key: streamlit.button(text, key=key),
    "page_link": lambda text, _key: streamlit.page_link("http://127.0.0.1/", label=text),
    "link_button": lambda text, key: streamlit.link_button(text, "http://127.0.0.1/", key=key),
    "expander": lambda text, _key: streamlit.expander(text),
    "status": lambda text, _key: streamlit.status(text),
    "progress": lambda text, _key: streamlit.progress(0.5, text),
    "radio": lambda text, key: streamlit.radio(text, [text], key=key),
    "segments": lambda text, key: streamlit.segmented_control(text, [text], key=key),
    "field": lambda text, key: streamlit.text_input(text, key=key),
    "table": lambda text, _key: streamlit.table(pandas.DataFrame({text: [text]}, index=[text])),
    "badge": lambda text, _key: streamlit.markdown(view_layout.badge(text, "#1b4c86")),
}

guard = (lambda text: text) if streamlit.query_params.get("raa") else plain
streamlit.title("Fremmede tekster")
for name, show in SINKS.items():
    with streamlit.container(key=f"sink-{name}"):
        for number, payload in enumerate(PAYLOADS):
            show(guard(payload), f"{name}-{number}")
with streamlit.container(key="links"):
    for address in (f"https://{HOST}/a?b=c&copy;=:smile:$x$(_)", "javascript:alert(1)", f"https://{HOST}/>[x]"):
        streamlit.markdown(link(address))
