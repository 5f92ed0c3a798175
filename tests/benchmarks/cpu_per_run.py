"""How much of a processor does one run of a page take? A real server, a real session over its websocket.

    python -m tests.benchmarks.cpu_per_run [--runs 10] [--page sigtelser]

For every page, dataset and language, on a desk and with a projector: CPU seconds of the server (user and system, all
its threads, as Linux counts them) for the first run of a page and for a further one, and the bytes of a further one as
they come to the browser. The exit code is 1 where a further run takes more than LIMIT.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from dashboard.i18n.words import LANGUAGES
from dashboard.ui.navigation import PAGES, START
from tests.browser.server import address_of, free_port, serving
from tests.patience import PATIENCE

LIMIT = 0.10  # CPU seconds of a further run
DATASETS = ("published", "example")
LOOKS: Mapping[str, Mapping[str, str]] = {"desk": {}, "projector": {"visning": "projektor"}}
TICK = os.sysconf("SC_CLK_TCK")
# What a page needs in its address to show anything, by dataset.
SHOWN = {
    "omraade": {"published": {"omraade": "taastrupgaard"}, "example": {"omraade": "eks_omraade_01"}},
    "sammenlign": {
        "published": {"omraader": "taastrupgaard,vollsmose,gellerupparken_toveshoej"},
        "example": {"omraader": "eks_omraade_01,eks_omraade_02,eks_omraade_03"},
    },
}


@dataclass(frozen=True)
class Measured:
    """CPU seconds of the first run of a page and of a further one, and the bytes of the latter."""

    first: float
    further: float
    size: int


@dataclass(frozen=True)
class Visit:
    """A page as somebody opens it."""

    page: str
    dataset: str
    language: str
    look: str

    @property
    def query(self) -> str:
        shown = SHOWN.get(self.page, {}).get(self.dataset, {})
        return urlencode({"datasaet": self.dataset, "sprog": self.language, **LOOKS[self.look], **shown})


def cpu(process: int) -> float:
    """CPU seconds that a process has taken so far, in user and system mode."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory(process: int) -> float:
    """Megabytes that a process holds in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def quiet(process: int) -> None:
    """Wait until a server does nothing: after its start it compresses its files."""
    before = -1.0
    while (now := cpu(process)) != before:
        before = now
        time.sleep(1)


def run(session: ClientConnection, visit: Visit) -> int:
    """Let a page run once; the bytes that came until it was done. Raises RuntimeError where it failed."""
    asked = BackMsg()
    asked.rerun_script.query_string = visit.query
    asked.rerun_script.page_name = visit.page
    session.send(asked.SerializeToString())
    size = 0
    while True:
        message = session.recv(timeout=PATIENCE)
        size += len(message)
        told = ForwardMsg.FromString(bytes(message, "utf-8") if isinstance(message, str) else message)
        if told.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"{visit}: {told.delta.new_element.exception.message}")
        if told.WhichOneof("type") == "script_finished":
            return size


def measure(address: str, process: int, visit: Visit, runs: int) -> Measured:
    """The first run of a session's page, and the mean of `runs` further ones."""
    url = address.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(url, subprotocols=["streamlit"], max_size=None) as session:
        start = cpu(process)
        run(session, visit)
        opened = cpu(process)
        sizes = [run(session, visit) for _ in range(runs)]
        return Measured(opened - start, (cpu(process) - opened) / runs, sizes[-1])


def visits(pages: list[str]) -> Iterator[Visit]:
    for page, dataset, language, look in product(pages, DATASETS, LANGUAGES, LOOKS):
        yield Visit(page, dataset, language, look)


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU seconds a run of every page.")
    parser.add_argument("--runs", type=int, default=10, help="further runs of each page")
    parser.add_argument("--page", action="append", help="only this page; may be repeated")
    asked = parser.parse_args()
    slow = 0
    print(f"{'page':<16}{'dataset':<11}{'language':<10}{'look':<11}{'first s':>8}{'further s':>11}{'KB':>8}")
    with free_port() as port, serving(port) as server:
        address, process = address_of(port), server.pid
        measure(address, process, Visit(START.path, *next(product(DATASETS, LANGUAGES, LOOKS))), 1)
        quiet(process)
        start = memory(process)
        for visit in visits(asked.page or [page.path for page in PAGES]):
            found = measure(address, process, visit, asked.runs)
            slow += found.further > LIMIT
            names = f"{visit.page:<16}{visit.dataset:<11}{visit.language:<10}{visit.look:<11}"
            print(f"{names}{found.first:>8.2f}{found.further:>11.3f}{found.size / 1000:>8.0f}", flush=True)
        print(f"{memory(process):.0f} MB of memory with all of them kept, {start:.0f} MB with the first page alone")
    print(f"{slow} above {LIMIT:.2f} s")
    sys.exit(1 if slow else 0)


if __name__ == "__main__":
    main()
