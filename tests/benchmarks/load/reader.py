"""A reader without a browser: speaks to the server as Streamlit's own page does, over a websocket.

It keeps what the page keeps: the address, the controls on the page, and the messages that need not be sent again.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import time
import urllib.request
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

import websockets
from google.protobuf.message import Message
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.patience import PATIENCE

KEPT_RUNS = 2  # how long the page keeps a message it may be told to show again (global.maxCachedMessageAge)
BROKEN = (OSError, TimeoutError, websockets.WebSocketException)  # what happens to a line, or a server
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{id}__events"  # where an element of ours tells what was done in it


@dataclass(frozen=True)
class Answer:
    """What a reader waited for: seconds until all of it had come, its bytes, and what was wrong with it."""

    seconds: float
    size: int
    fault: str = ""


class Reader:
    """One visitor, with a window open. Use as an async context manager; `open` first."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.query = ""
        self.page_hash = ""
        self.widgets: dict[str, Message] = {}
        self._cookie = ""
        self._kept: dict[str, tuple[int, ForwardMsg]] = {}
        self._runs = 0
        self._socket: websockets.ClientConnection | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._socket:
            await self._socket.close()

    async def open(self, path: str, **choices: str) -> Answer:
        """The first page of a visit: its document, the connection and its first run."""
        self.query = urlencode(choices)
        began = time.perf_counter()
        try:
            self._cookie = await asyncio.to_thread(self._document, path)
            self._socket = await websockets.connect(
                f"{self.server.replace('http', 'ws', 1)}/_stcore/stream",
                subprotocols=[websockets.Subprotocol("streamlit")],
                additional_headers={"Cookie": self._cookie},
                max_size=None,
                open_timeout=PATIENCE,
                ping_timeout=PATIENCE,
            )
        except BROKEN as error:
            return Answer(time.perf_counter() - began, 0, _named(error))
        return await self._run(began, page_name=path)

    async def visit(self, path: str) -> Answer:
        """Follow the link in the menu to another page."""
        return await self._run(time.perf_counter(), page_name=path)

    async def choose(self, key: str, option: str) -> Answer:
        """Choose in a list of the page."""
        return await self._tell(WidgetState(id=self._id(key), string_value=option))

    async def switch(self, key: str, on: bool) -> Answer:
        return await self._tell(WidgetState(id=self._id(key), bool_value=on))

    async def act(self, key: str, event: str, value: object) -> Answer:
        """Do something in an element of ours, such as the map."""
        told = json.dumps([{"event": event, "value": value}])
        return await self._tell(WidgetState(id=TRIGGER.format(id=self._id(key)), json_trigger_value=told))

    async def file(self, address: str) -> Any:
        """A file that an element of ours fetches, such as the names of the areas."""
        return await asyncio.to_thread(_json, f"{self.server}{address}", self._cookie)

    def _document(self, path: str) -> str:
        """The cookies a page comes with, as they are sent back."""
        with urllib.request.urlopen(f"{self.server}/{path}?{self.query}", timeout=PATIENCE) as document:
            document.read()
            return "; ".join(cookie.split(";")[0] for cookie in document.headers.get_all("Set-Cookie") or ())

    def _id(self, key: str) -> str:
        widget: Any = self.widgets[key]
        return widget.id

    async def _tell(self, state: WidgetState) -> Answer:
        return await self._run(time.perf_counter(), state, page_script_hash=self.page_hash)

    async def _run(self, began: float, *states: WidgetState, **page: str) -> Answer:
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        for name, value in page.items():
            setattr(asked.rerun_script, name, value)
        asked.rerun_script.widget_states.widgets.extend(states)
        asked.rerun_script.cached_message_hashes.extend(self._kept)
        self.widgets = {}
        size, faults = 0, []
        try:
            await self._socket.send(asked.SerializeToString())
            while True:
                data = await asyncio.wait_for(self._socket.recv(), PATIENCE)
                size += len(data)
                message = ForwardMsg.FromString(data)
                fault = self._take(self._whole(message))
                faults += [fault] if fault else []
                if _is_last(message):
                    break
        except BROKEN as error:
            faults.append(_named(error))
        self._runs += 1
        self._kept = {name: kept for name, kept in self._kept.items() if kept[0] > self._runs - KEPT_RUNS}
        return Answer(time.perf_counter() - began, size, "; ".join(faults))

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself, where one is only named that came earlier."""
        whole = self._kept[message.ref_hash][1] if message.WhichOneof("type") == "ref_hash" else message
        if whole.metadata.cacheable:
            self._kept[whole.hash] = self._runs, whole
        return whole

    def _take(self, message: ForwardMsg) -> str:
        """Remember what a message brings to the page; a sentence where it is a fault."""
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "navigation":
            self.page_hash = message.navigation.page_script_hash
        elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            return "the script does not compile"
        elif kind == "page_not_found":
            return "the page does not exist"
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            return self._take_element(message.delta.new_element)
        return ""

    def _take_element(self, element: Any) -> str:
        kind = element.WhichOneof("type")
        found = getattr(element, kind)
        if kind == "exception" or (kind == "alert" and found.format == Alert.ERROR):
            return getattr(found, "message", "") or found.body
        elif getattr(found, "id", "").startswith("$$ID-"):  # $$ID-<hash>-<key>
            self.widgets[found.id.split("-", 2)[2]] = found
        return ""


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _json(address: str, cookie: str) -> Any:
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip", "Cookie": cookie})
    with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
        content = answer.read()
        is_packed = answer.headers.get("Content-Encoding") == "gzip"
        return json.loads(gzip.decompress(content) if is_packed else content)


def _is_last(message: ForwardMsg) -> bool:
    """Whether a run is over, and not only a part of it or one that another follows."""
    ended = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
    return message.WhichOneof("type") == "script_finished" and message.script_finished in ended
