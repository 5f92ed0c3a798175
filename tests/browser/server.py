"""Start the dashboard as the README does, on a free port, and wait until it answers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ATTEMPTS = 120
SERVE = (sys.executable, "-m", "uvicorn", "streamlit_app:app", "--no-access-log", "--log-level", "warning", "--port")
# As Streamlit starts itself: settings may come from the environment, which uvicorn does not read.
PLAIN = (sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.address", "127.0.0.1", "--server.port")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def status(url: str) -> int:
    """The HTTP status of an address; an error page has a status too."""
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def running(root: Path = ROOT, command: Sequence[str] = SERVE, **environment: str) -> Iterator[str]:
    """A fresh server over the project at `root`; gives its address and ends it afterwards. `command` lacks the port."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [*command, str(port)], cwd=root, env={**os.environ, **environment}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            for _ in range(ATTEMPTS):
                try:
                    status(f"{address}/klar")
                    break
                except OSError:
                    try:
                        process.wait(timeout=0.25)
                    except subprocess.TimeoutExpired:
                        continue
                    log.seek(0)
                    raise RuntimeError(log.read().decode(errors="replace")) from None
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def running_element(app: Path, files: Path) -> Iterator[str]:
    """A server over a page that holds one element alone and reads its `files`; gives its address."""
    with running(
        app,
        PLAIN,
        MAP_FILES=str(files),
        PYTHONPATH=str(ROOT),
        STREAMLIT_SERVER_HEADLESS="true",
        STREAMLIT_BROWSER_GATHER_USAGE_STATS="false",
        STREAMLIT_SERVER_FILE_WATCHER_TYPE="none",
    ) as address:
        yield address
