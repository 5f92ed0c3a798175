"""The press: each document made once, few at a time, no more waiting than there is room for, the last ones kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event, Lock, Thread

import pytest

from dashboard.documents.press import BusyError, Press, Turns
from tests.loops import complete
from tests.patience import PATIENCE


class Work:
    """What makes documents, held until it is released; `made` tells of what, in order, `most` how many at a time."""

    def __init__(self) -> None:
        self.begun, self.released, self.lock = Event(), Event(), Lock()
        self.made: list[str] = []
        self.now = self.most = 0

    def of(self, name: str) -> Callable[[], bytes]:
        def make() -> bytes:
            with self.lock:
                self.now += 1
                self.most = max(self.most, self.now)
            self.begun.set()
            assert self.released.wait(PATIENCE)
            with self.lock:
                self.now -= 1
                self.made.append(name)
            return name.encode()

        return make


def made(press: Press, *names: str, work: Work) -> list[bytes | BaseException]:
    """What the press answers when these are asked for at once; the work is released when all have been."""

    async def ask() -> list[bytes | BaseException]:
        tasks = [asyncio.ensure_future(press.made(name, work.of(name))) for name in names]
        await asyncio.sleep(0)  # every task has asked: there is nothing to wait for before
        work.released.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    return complete(ask())


def test_what_many_ask_for_at_once_is_made_once() -> None:
    work = Work()
    assert made(Press(), *["a"] * 20, work=work) == [b"a"] * 20
    assert work.made == ["a"]


def test_the_fifth_is_refused_while_four_are_held_and_the_four_are_made() -> None:
    work = Work()
    answers = made(Press(at_once=1, waiting=3), "a", "b", "c", "d", "e", "a", work=work)
    assert [answer for answer in answers if isinstance(answer, bytes)] == [b"a", b"b", b"c", b"d", b"a"]
    assert isinstance(answers[4], BusyError)
    assert work.made == ["a", "b", "c", "d"]
    assert work.most == 1


def test_there_is_room_again_when_they_are_made() -> None:
    press, work = Press(at_once=1, waiting=0), Work()
    assert made(press, "a", work=work) == [b"a"]
    assert made(press, "b", work=work) == [b"b"]


def test_what_is_finished_is_kept_until_newer_ones_need_its_room() -> None:
    press, work = Press(room=3), Work()
    for name in ("a", "bb", "a", "c", "a", "bb"):  # a was asked for after bb, so bb leaves for c
        assert made(press, name, work=work) == [name.encode()]
    assert work.made == ["a", "bb", "c", "bb"]


def test_what_is_larger_than_all_room_is_made_and_drives_nothing_out() -> None:
    press, work = Press(room=2), Work()
    for name in ("a", "long", "a"):
        assert made(press, name, work=work) == [name.encode()]
    assert work.made == ["a", "long"]


def test_what_fails_fails_for_all_who_ask_and_is_tried_again() -> None:
    press, tries = Press(at_once=1, waiting=0), []

    def fail() -> bytes:
        tries.append(1)
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            complete(press.made("a", fail))
    assert len(tries) == 2


def test_who_goes_away_takes_nothing_from_the_others() -> None:
    press, work = Press(), Work()

    async def ask() -> bytes:
        gone, stays = (asyncio.ensure_future(press.made("a", work.of("a"))) for _ in range(2))
        await asyncio.sleep(0)
        gone.cancel()
        work.released.set()
        return await stays

    assert complete(ask()) == b"a"
    assert work.made == ["a"]


def test_turns_come_one_after_the_other_and_too_many_are_sent_away() -> None:
    turns, work = Turns(waiting=1), Work()

    def take(name: str) -> None:
        with turns.taken():
            work.of(name)()

    first = Thread(target=take, args="a")
    first.start()
    assert work.begun.wait(PATIENCE)
    second = Thread(target=take, args="b")
    second.start()
    assert any(not turns.free for _ in iter(second.is_alive, False))  # the second waits
    with pytest.raises(BusyError), turns.taken():
        pass
    work.released.set()
    for thread in (first, second):
        thread.join(PATIENCE)
    assert (work.made, work.most) == (["a", "b"], 1)
    with turns.taken():
        assert turns.free == 1
