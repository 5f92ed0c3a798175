"""The processes that are measured: what they use of the machine, and several of them behind nginx."""

from __future__ import annotations

import os
import shutil
import string
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.browser.server import address_of, answers, free_port, serving
from tests.patience import PATIENCE

NGINX_CONFIG = Path(__file__).parent / "nginx.conf"
DEPLOY = Path(__file__).parents[3] / "deploy"
TICK = 1 / os.sysconf("SC_CLK_TCK")  # seconds
INTERVAL = 0.5  # seconds between two looks at a process
IDLE = 0.02  # of a core


def cpu_seconds(process: subprocess.Popen[bytes]) -> float:
    """Seconds of processor time that a process has used, in itself and in the kernel."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK


def megabytes(process: subprocess.Popen[bytes]) -> float:
    """The memory of a process that is held in the machine (resident)."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def wait_for(is_so: Callable[[], bool], patience: float) -> float | None:
    """The seconds until something is so; None where it is not within `patience`."""
    began = time.monotonic()
    while not is_so():
        if time.monotonic() - began > patience:
            return None
        time.sleep(INTERVAL)
    return time.monotonic() - began


def settle(process: subprocess.Popen[bytes]) -> None:
    """Wait until a process has nothing left to do."""

    def is_idle() -> bool:
        before = cpu_seconds(process)
        time.sleep(INTERVAL)
        return cpu_seconds(process) - before <= IDLE * INTERVAL

    wait_for(is_idle, PATIENCE)


@contextmanager
def one_process() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A fresh server; gives its address and its process."""
    with free_port() as port, serving(port) as process:
        yield address_of(port), process


@contextmanager
def several(count: int) -> Iterator[list[tuple[str, subprocess.Popen[bytes]]]]:
    with ExitStack() as stack:
        yield [stack.enter_context(one_process()) for _ in range(count)]


@contextmanager
def nginx_before(servers: Sequence[str], folder: Path) -> Iterator[str]:
    """nginx in front of servers, each reader always with the same one; gives its address. Needs nginx installed."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        raise RuntimeError("nginx is missing: apt-get install --no-install-recommends nginx")
    with free_port() as port:
        lines = "\n".join(f"    server {server.removeprefix('http://')};" for server in servers)
        config = folder / f"nginx-{len(servers)}.conf"
        filled = {"SERVERS": lines, "FOLDER": str(folder), "PORT": str(port), "DEPLOY": str(DEPLOY), "COOKIE": ""}
        for part, source in (("locations.conf", DEPLOY / "nginx/locations.conf"), (config.name, NGINX_CONFIG)):
            (folder / part).write_text(string.Template(source.read_text()).safe_substitute(filled))
        process = subprocess.Popen([program, "-p", str(folder), "-e", "stderr", "-c", str(config)])
        try:
            if not answers(address_of(port), process):
                raise RuntimeError("nginx does not answer")
            yield address_of(port)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
