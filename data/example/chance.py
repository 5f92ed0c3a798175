"""Chance, drawn from one seed."""

from __future__ import annotations

import zlib

import numpy

SEED = 151


def random_stream(*name: object) -> numpy.random.Generator:
    """A stream of chance for each thing that is drawn: to add one does not change the others."""
    return numpy.random.default_rng([SEED, zlib.crc32(" ".join(map(str, name)).encode())])
