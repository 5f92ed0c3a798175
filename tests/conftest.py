"""What all tests share: where the project lies, and patience with a busy machine."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
os.environ["OMRAADEBAROMETER_VAERTER"] = "testserver"  # as Starlette's client calls the server


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


# What takes long for what it proves: whole datasets prepared, every file of pages, integer programmes, copies of the
# project.
SLOW = (
    "tests/test_recipes.py",
    "tests/pages/test_kept_views.py",
    "tests/data/test_derive.py",
    "tests/data/test_disclosure.py",
    "tests/data/test_disclosure_attack.py",
    "tests/data/test_read.py",
    "tests/data/test_register.py",
    "tests/data/test_register_earlier.py",
    "tests/data/test_validate.py",
    "tests/dashboard/prepare/",
    "tests/dashboard/area_profile/test_sheet.py",
    "tests/pages/test_downloads.py",
    "tests/pages/test_foreign_texts.py",
    "tests/pages/test_own_data_page.py",
    "tests/pages/test_takeaway_page.py",
    "tests/faults/test_showing.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(SLOW):
            item.add_marker(pytest.mark.slow)
