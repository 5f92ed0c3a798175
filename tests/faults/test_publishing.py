"""Publishing while others read or publish, on a full disk, and killed half-way: a sample of `make faults`."""

import os

import pytest

from data import disk, versions
from data.versions import publish
from tests.faults import publishing
from tests.faults.publishing import NOTHING_WRONG, what_is_wrong
from tests.faults.small import NAME, contents


def test_readers_never_see_two_versions_mixed_while_others_publish(tmp_path):
    seen = publishing.under_load(tmp_path, publishes=30)
    assert list(seen) == [NOTHING_WRONG]
    assert publishing.leftovers(tmp_path) == []


def test_publishers_of_the_same_contents_wait_for_each_other(tmp_path):
    new = contents(1)
    publishers = [publishing.in_a_process(lambda: publish(tmp_path, NAME, new)) for _ in range(4)]
    assert [publishing.status_of(publisher) for publisher in publishers] == [0] * 4
    assert what_is_wrong(tmp_path, {1}) == NOTHING_WRONG
    assert len(versions.list_versions(tmp_path, NAME)) == 1


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
@pytest.mark.parametrize("act", [publishing.die, publishing.refuse_for_lack_of_space], ids=["killed", "no space"])
def test_an_interrupted_publisher_changes_nothing_and_leaves_nothing(tmp_path, act, share):
    step = max(1, int(publishing.steps_of_a_publish(tmp_path) * share))
    assert publishing.interrupted(tmp_path, step, act, 2) == []


def test_a_killed_publisher_is_really_killed(tmp_path):
    publish(tmp_path, NAME, contents(1))
    assert publishing.published_with(tmp_path, 2, publishing.counting_down(20, publishing.die)) == -9
    assert publishing.leftovers(tmp_path) != []  # until the next one
    publish(tmp_path, NAME, contents(3))
    assert publishing.leftovers(tmp_path) == []


def test_a_full_disk_changes_nothing_whichever_file_it_meets(tmp_path):
    publish(tmp_path, NAME, contents(1))
    new, files = contents(2), 0
    while not publishing.on_a_full_disk(tmp_path, files, new):
        assert what_is_wrong(tmp_path, {1}) == NOTHING_WRONG
        assert publishing.leftovers(tmp_path) == []
        files += 1
    assert files == len(new) + 2  # the manifest, and the pointer
    assert what_is_wrong(tmp_path, {2}) == NOTHING_WRONG


def test_what_a_living_publisher_writes_is_not_swept(tmp_path):
    """One waits for the other instead."""
    started, go_on = os.pipe(), os.pipe()

    def slow() -> None:
        write = disk.write

        def slowly(path, data):
            os.write(started[1], b"x")
            os.read(go_on[0], 1)
            write(path, data)

        disk.write = slowly
        publish(tmp_path, NAME, contents(1))

    first = publishing.in_a_process(slow)
    os.read(started[0], 1)
    second = publishing.in_a_process(lambda: publish(tmp_path, NAME, contents(2)))
    os.write(go_on[1], b"x" * 100)
    assert [publishing.status_of(first), publishing.status_of(second)] == [0, 0]
    assert what_is_wrong(tmp_path, {2}) == NOTHING_WRONG
    assert len(versions.list_versions(tmp_path, NAME)) == 2
