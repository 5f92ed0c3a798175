"""Gzip, as the files for the browser are packed, opened without trusting what is inside."""

from __future__ import annotations

import zlib

from data.errors import PreparedError, Text

GZIP = 16 + zlib.MAX_WBITS  # as zlib says that a gzip header and checksum are around it
MAGIC = b"\x1f\x8b"
MOST = 64_000_000  # bytes; the largest file for the browser is a tenth of it


def unpack(content: bytes, most: int = MOST) -> bytes:
    """What is packed in one gzip stream. Never takes more memory than `most` bytes of it.

    Raises PreparedError where it is no whole stream, its checksum is wrong, it holds more, or something follows it.
    """
    reader = zlib.decompressobj(GZIP)
    try:
        plain = reader.decompress(content, most)
    except zlib.error:
        plain = b""
    if not reader.eof or reader.unused_data:
        raise PreparedError(Text("En fil i data kan ikke pakkes ud.", "A file of the data cannot be unpacked."))
    return plain
