"""Publishing while others read, while others publish, while the disk is full, and while it is killed."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from data import disk, versions
from data.errors import PreparedError
from data.versions import Content, publish
from tests.faults.small import NAME, contents, numbers
from tests.patience import PATIENCE

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.listdir", "os.utime", "shutil.rmtree"}
NOTHING_WRONG = "nothing wrong"


def what_is_wrong(root: Path, allowed: set[int]) -> str:
    """What is wrong with what readers see, whose number must be one of those allowed."""
    try:
        shown = versions.current(root, NAME)
        found = set(numbers(shown))
    except PreparedError as error:
        return f"not shown: {error}"
    if shown.problem:
        return str(shown.problem)
    return NOTHING_WRONG if len(found) == 1 and found <= allowed else f"shows {found}, not of {allowed}"


def leftovers(root: Path) -> list[str]:
    return [path.name for path in (root / NAME).iterdir() if disk.TEMPORARY.fullmatch(path.name)]


def in_a_process(work: Callable[[], object]) -> int:
    """Do some work in a process of its own. Returns its id at once; it ends with 0 where the work came to its end."""
    process = os.fork()
    if process:
        return process
    try:
        work()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - nothing of the process around it may run
        os._exit(1)


def status_of(process: int) -> int:
    """0 where its work came to its end; below 0 the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


@contextmanager
def before_each_step(act: Callable[[], object]) -> Iterator[None]:
    """Act before each step of a publisher on the disk. Only for a process of its own: the hook stays."""
    sync, replace = os.fsync, os.replace
    sys.addaudithook(lambda event, _: act() if event in STEPS else None)
    os.fsync = lambda descriptor: (act(), sync(descriptor))
    try:
        yield
    finally:
        os.fsync, os.replace = sync, replace


def counting_down(steps: int, act: Callable[[], object]) -> Callable[[], None]:
    """Act at the step of this number, counted from 1, and at no other."""
    left = [steps]

    def step() -> None:
        left[0] -= 1
        if left[0] == 0:
            act()

    return step


def published_with(root: Path, n: int, step: Callable[[], object]) -> int:
    """Publish a number in a process of its own that does something before each step. Returns how it ended."""
    new = contents(n)

    def work() -> None:
        with before_each_step(step):
            publish(root, NAME, new, keep=2)

    return status_of(in_a_process(work))


def steps_of_a_publish(root: Path) -> int:
    """How many steps on the disk it takes to publish."""
    counted: list[None] = []

    def work() -> None:
        with before_each_step(lambda: counted.append(None)):
            publish(root, NAME, contents(0), keep=2)
        os._exit(len(counted))

    return status_of(in_a_process(work))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse_for_lack_of_space() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupted(root: Path, step: int, act: Callable[[], object], n: int) -> list[str]:
    """Publish `n` after `n - 1` and be interrupted at a step; then publish `n + 1` undisturbed. Returns what was wrong
    at any time.
    """
    before = n - 1
    publish(root, NAME, contents(before))
    ended = published_with(root, n, counting_down(step, act))
    found = [what_is_wrong(root, {before, n} if ended else {n})]
    publish(root, NAME, contents(n + 1))
    found.append(what_is_wrong(root, {n + 1}))
    return [wrong for wrong in (*found, *leftovers(root)) if wrong != NOTHING_WRONG]


@contextmanager
def room_for(files: int) -> Iterator[None]:
    """A disk with room for so many files and half of another."""
    real, left = disk.write, [files]

    def write(path: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] >= 0:
            real(path, data)
        else:
            real(path, data[: len(data) // 2])
            refuse_for_lack_of_space()

    disk.write = write
    try:
        yield
    finally:
        disk.write = real


def on_a_full_disk(root: Path, files: int, new: dict[str, Content]) -> bool:
    """Publish where there is room for so many files. Returns whether there was room for all."""
    with room_for(files):
        try:
            publish(root, NAME, new)
        except OSError as error:
            assert error.errno == errno.ENOSPC
            return False
    return True


def read_until(root: Path, done: Callable[[], bool]) -> Counter[str]:
    """Read what is shown, again and again. Returns how often it was right, and every other thing there was."""
    found: Counter[str] = Counter()
    everything = set(range(10_000))
    while True:
        last = done()
        found[what_is_wrong(root, everything)] += 1
        if last:
            return found


def publish_all(root: Path, every: Iterable[int]) -> None:
    versions.READING = 60.0  # seconds: nobody here reads for longer, so that versions are removed beside readers too
    for n in every:
        publish(root, NAME, contents(n), keep=2)


def under_load(root: Path, publishes: int, publishers: int = 2, readers: int = 2) -> Counter[str]:
    """Publish that often from some processes, while readers in as many threads as processes read. Returns what they
    saw.
    """
    publish(root, NAME, contents(0), keep=2)
    share = publishes // publishers
    firsts = range(1, 1 + share * publishers, share)
    writing = [in_a_process(lambda first=first: publish_all(root, range(first, first + share))) for first in firsts]
    end = root / "end"
    reading = [
        in_a_process(lambda: os._exit(set(read_until(root, end.exists)) != {NOTHING_WRONG})) for _ in range(readers)
    ]
    found: list[Counter[str]] = []
    threads = [threading.Thread(target=lambda: found.append(read_until(root, end.exists))) for _ in range(readers)]
    for thread in threads:
        thread.start()
    failed = sum(map(bool, map(status_of, writing)))
    end.touch()
    failed += sum(map(bool, map(status_of, reading)))
    for thread in threads:
        thread.join(timeout=PATIENCE)
    seen = sum(found, Counter({"a process failed": failed}))
    return +seen
