"""Debian's Firefox as a reader uses it, driven over WebDriver BiDi, which it speaks by itself.

Playwright's own Firefox is a patched one, and its BiDi asks for commands that an ESR does not have; here is what a
journey needs: find, click, type, read.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

from tests.patience import PATIENCE

PROGRAM = shutil.which("firefox-esr")
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
FIND = """(selector, text) => {
  const within = root => [...root.querySelectorAll("*")].flatMap(
    each => [...(each.matches(selector) ? [each] : []), ...(each.shadowRoot ? within(each.shadowRoot) : [])])
  const labels = each => [...(each.labels ?? [])].map(label => label.textContent)
  const isNamed = each => [each.ariaLabel ?? "", ...labels(each), each.textContent].some(name => name.includes(text))
  return within(document).find(each => isNamed(each) && each.checkVisibility({ visibilityProperty: true }))
}"""
INTERVAL = 0.1  # seconds between two looks at the page
PREFERENCES = {  # no call home, no first page
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class Element:
    """Something found on the page."""

    def __init__(self, page: Firefox, reference: str) -> None:
        self.page, self.reference = page, reference

    @property
    def handle(self) -> dict[str, str]:
        return {"sharedId": self.reference}

    def read(self, expression: str) -> Any:
        """What a function of the element gives: `element => element.textContent`."""
        return self.page.call(expression, self.handle)

    def click(self) -> None:
        self.read("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })")
        place = {"type": "pointerMove", "x": 0, "y": 0, "origin": {"type": "element", "element": self.handle}}
        press = ({"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})
        self.page.act({"type": "pointer", "id": "mouse", "actions": [place, *press]})


class Firefox:
    """One window of one Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.number, self.asked = socket, 0, list[str]()
        self.command("session.new", {"capabilities": {}})
        self.window = self.command("browsingContext.create", {"type": "tab"})["context"]
        self.command("session.subscribe", {"events": ["network.beforeRequestSent"]})
        self.command(
            "browsingContext.setViewport", {"context": self.window, "viewport": {"width": 1280, "height": 800}}
        )

    def command(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv(timeout=PATIENCE))
            if message.get("method") == "network.beforeRequestSent":
                self.asked.append(message["params"]["request"]["url"])
            if message.get("id") == self.number:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
                result: dict[str, Any] = message["result"]
                return result

    def open(self, url: str) -> Self:
        self.command("browsingContext.navigate", {"context": self.window, "url": url, "wait": "complete"})
        return self

    def back(self) -> None:
        self.command("browsingContext.traverseHistory", {"context": self.window, "delta": -1})

    def call(self, function: str, *arguments: Any) -> Any:
        """What a function gives in the page: a text, a number or a truth."""
        return self.result(function, *arguments).get("value")

    def result(self, function: str, *arguments: Any) -> dict[str, Any]:
        """As BiDi writes it."""
        answer = self.command(
            "script.callFunction",
            {
                "functionDeclaration": function,
                "arguments": list(arguments),
                "awaitPromise": True,
                "target": {"context": self.window},
            },
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        result: dict[str, Any] = answer["result"]
        return result

    def act(self, *sources: dict[str, Any]) -> None:
        self.command("input.performActions", {"context": self.window, "actions": list(sources)})
        self.command("input.releaseActions", {"context": self.window})

    def press(self, keys: str) -> None:
        pressed = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keys", "actions": pressed})

    @property
    def address(self) -> str:
        return str(self.call("() => location.href"))

    def until(self, function: str, *arguments: Any) -> Any:
        """Wait until a function of the page gives something true; gives that."""
        return self.came(lambda: self.call(function, *arguments), function)

    def came(self, ask: Callable[[], Any], what: str) -> Any:
        """Ask until there is an answer; Firefox tells of no state by itself."""
        end = time.monotonic() + PATIENCE
        while not (found := ask()):
            if time.monotonic() > end:
                raise TimeoutError(f"{what} at {self.address}")
            time.sleep(INTERVAL)
        return found

    def settled(self) -> None:
        """Wait until Streamlit has drawn what the address says."""
        self.until(
            "() => document.querySelector(\"[data-testid='stApp'][data-test-script-state='notRunning']\") !== null"
            " && document.querySelector(\"[data-stale='true']\") === null"
        )

    def find(self, selector: str, text: str = "") -> Element:
        """The first in sight that CSS finds, in shadow trees too, and whose name or words hold `text`: wait for it."""
        given = [{"type": "string", "value": value} for value in (selector, text)]
        found = self.came(lambda: self.result(FIND, *given).get("sharedId"), f"{selector} {text!r}")
        return Element(self, found)


@contextmanager
def firefox() -> Iterator[Firefox]:
    """A new visitor's Firefox without a window on any screen; ended afterwards."""
    assert PROGRAM, "apt-get install --no-install-recommends firefox-esr"
    with tempfile.TemporaryDirectory() as profile:
        with open(f"{profile}/user.js", "w", encoding="utf-8") as file:
            file.writelines(
                f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()
            )
        process = subprocess.Popen(
            [PROGRAM, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert process.stderr
            found = next(filter(None, map(LISTENS.search, process.stderr)))
            with connect(f"{found[1]}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)
