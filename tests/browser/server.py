"""Start the dashboard as the README does, on a free port, and wait until it answers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
INTERVAL = 0.25  # seconds between two questions whether the server answers
LIMITS = ("--no-server-header", "--limit-concurrency", "800")
MEMORY = {  # see the Makefile
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_TRIM_THRESHOLD_": "131072",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
SERVE = (
    sys.executable,
    "-m",
    "uvicorn",
    "streamlit_app:app",
    "--no-access-log",
    "--log-level",
    "warning",
    *LIMITS,
    "--port",
)
# As Streamlit starts itself: settings may come from the environment, which uvicorn does not read.
PLAIN = (sys.executable, "-m", "streamlit", "run", "streamlit_app.py", "--server.address", "127.0.0.1", "--server.port")


@contextmanager
def free_port() -> Iterator[int]:
    """A port that nobody else is given while it is held: only a server told of it, which reuses addresses, listens."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def status(url: str) -> int:
    """The HTTP status of an address; an error page has a status too."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def running(root: Path = ROOT, command: Sequence[str] = SERVE, **environment: str) -> Iterator[str]:
    """A fresh server over the project at `root`; gives its address and ends it afterwards. `command` lacks the port."""
    with free_port() as port, serving(port, root, command, **environment):
        yield address_of(port)


def address_of(port: int) -> str:
    return f"http://127.0.0.1:{port}"


@contextmanager
def serving(
    port: int, root: Path = ROOT, command: Sequence[str] = SERVE, **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """As `running`, on a port that is held; gives the process, which may be killed before the end."""
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [*command, str(port)],
            cwd=root,
            env={**os.environ, **MEMORY, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            if not answers(address_of(port), process):
                log.seek(0)
                raise RuntimeError(f"No answer from port {port}: {log.read().decode(errors='replace')}")
            yield process
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    """Wait until a server answers; False when its process ends first, or it never does."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            status(f"{address}/klar")
            return True
        except OSError:  # it does not listen yet
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=INTERVAL)
    return False


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
