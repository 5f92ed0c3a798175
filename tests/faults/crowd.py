"""What anonymous people can do to the server, and what everybody else meets meanwhile. Prints figures.

    python -m tests.faults.crowd [--sheets 60] [--slow 300] [--heads 500] [--flips 1000]

A fresh server is started on this machine. The exit code is 1 when a bystander got no page or a wrong byte was served.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import random
import re
import shutil
import socket
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import httpx2
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import store
from dashboard.area_profile.profile import area_ids
from dashboard.area_profile.sheet_route import SHEETS
from dashboard.areas import shelf
from dashboard.i18n.words import LANGUAGES
from dashboard.web import server
from tests.browser.server import running
from tests.patience import PATIENCE

PAGES = ("/klar", "/kort")
SECONDS = 10  # that the slow and the silent are watched
TAKEN = 4096  # bytes that a slow reader's machine takes before the server must wait


def crowd(address: str, sheets: int, slow: int, heads: int) -> bool:
    """Each crowd in turn, with a bystander; whether that one got every page."""
    host = urlsplit(address)
    with httpx2.Client(base_url=address) as client:
        names = re.findall(r'\./(static/[^"]+\.js)', client.get("/kort").text)
        script = max(names, key=lambda name: len(client.get(f"/{name}").content))
    fine = asyncio.run(beside(address, f"{sheets} sheets at once", sheet_urls(sheets)))
    for count, name, request in (
        (slow, f"{slow} who read nothing of {script}", f"GET /{script} HTTP/1.1\r\nHost: {host.netloc}\r\n\r\n"),
        (heads, f"{heads} who never finish asking", f"GET /kort HTTP/1.1\r\nHost: {host.netloc}\r\n"),
    ):
        with ExitStack() as open_sockets:
            before = memory(host.port)
            for _ in range(count):
                reader = open_sockets.enter_context(socket.socket())
                reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, TAKEN)
                reader.connect((host.hostname, host.port))
                reader.sendall(request.encode())
            fine &= asyncio.run(beside(address, name, []))
            print(f"    memory {before} -> {memory(host.port)} MB")
    return fine


def sheet_urls(count: int) -> list[str]:
    """The addresses of so many different sheets."""
    version = store.current(store.FIRST)
    names = area_ids(shelf.book(version))
    return [SHEETS.url(version, name, language) for language in LANGUAGES for name in names][:count]


async def beside(address: str, name: str, urls: list[str]) -> bool:
    """Ask for all `urls` at once, or wait; print what somebody else meets meanwhile; whether that was all well."""
    seconds: dict[str, list[float]] = {page: [] for page in PAGES}
    statuses: Counter[int] = Counter()
    limits = httpx2.Limits(max_connections=None)
    async with httpx2.AsyncClient(base_url=address, timeout=2 * PATIENCE, limits=limits) as client:

        async def watch(page: str) -> None:
            while not work.done():
                begin = time.monotonic()
                statuses[(await client.get(page)).status_code] += 1
                seconds[page].append(time.monotonic() - begin)

        work = asyncio.gather(*(client.get(url) for url in urls), asyncio.sleep(0 if urls else SECONDS))
        begin = time.monotonic()
        await asyncio.gather(*map(watch, PAGES))
        answers = Counter(answer.status_code for answer in await work if answer)
        print(f"{name}: {dict(answers) or ''} {time.monotonic() - begin:.0f} s")
    for page, found in seconds.items():
        print(f"    {page} meanwhile: {len(found)} times, median {median(found):.2f} s, worst {max(found):.2f} s")
    return set(statuses) == {200}


def memory(port: int | None) -> int:
    """Megabytes that the server on a port holds."""
    for folder in Path("/proc").glob("[0-9]*"):
        if (folder / "cmdline").read_bytes().split(b"\0")[-2:-1] == [str(port).encode()]:
            return int(re.search(r"VmRSS:\s+(\d+)", (folder / "status").read_text())[1]) // 1024
    raise LookupError(port)


def rot(flips: int) -> bool:
    """Flip bits of files for the browser under a server that has found them to be good; whether none was served."""
    chance, answers = random.Random(1), Counter()
    logging.disable()  # a line for each
    with tempfile.TemporaryDirectory() as folder:
        store.ROOT = Path(shutil.copytree(store.ROOT, Path(folder) / "prepared"))
        version = store.current(store.FIRST)
        client = TestClient(Starlette(routes=server.ROUTES, middleware=server.MIDDLEWARE))
        for _ in range(flips):
            name = chance.choice(store.web_names(version))
            path = version.path(f"web/{name}.json.gz")
            good, stat = path.read_bytes(), path.stat()
            bit = chance.randrange(8 * len(good))
            path.write_bytes(good[: bit // 8] + bytes([good[bit // 8] ^ 1 << bit % 8]) + good[bit // 8 + 1 :])
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
            answer = client.get(store.url_of(version, name))
            answers[answer.status_code, "immutable" in answer.headers["cache-control"]] += 1
            path.write_bytes(good)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    refused = answers[503, False]
    print(f"{flips} flipped bits under a running server: {refused} refused, {flips - refused} served or kept")
    return refused == flips


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.crowd", description=__doc__.partition("\n")[0])
    for name, count in (("sheets", 60), ("slow", 300), ("heads", 500), ("flips", 1000)):
        parser.add_argument(f"--{name}", type=int, default=count)
    asked = parser.parse_args()
    with running() as address:
        fine = crowd(address, asked.sheets, asked.slow, asked.heads)
    sys.exit(not (rot(asked.flips) and fine))


if __name__ == "__main__":
    main()
