"""Gzip is opened as far as it is to be trusted."""

import gzip

import pytest

from data.errors import PreparedError
from data.packed import unpack

TEXT = b"Moelleby " * 100
PACKED = gzip.compress(TEXT, mtime=0)


def test_what_was_packed_comes_out() -> None:
    assert unpack(PACKED) == TEXT
    assert unpack(PACKED, len(TEXT)) == TEXT
    assert unpack(gzip.compress(b"")) == b""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x1f\x8b",
        b"not gzip",
        PACKED[:-1],
        PACKED[:-6] + b"\x00" + PACKED[-5:],
        PACKED[:20] + b"\xff" + PACKED[21:],
        PACKED + b"more",
        PACKED * 2,
    ],
)
def test_what_is_no_whole_stream_is_refused(content: bytes) -> None:
    with pytest.raises(PreparedError):
        unpack(content)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(PreparedError):
        unpack(PACKED, len(TEXT) - 1)
    with pytest.raises(PreparedError):
        unpack(gzip.compress(bytes(10_000_000)), 1_000)
