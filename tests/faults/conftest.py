import os

import pytest


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch):
    """What a power cut would leave is no matter of these tests, and a busy disk takes its time to write."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
