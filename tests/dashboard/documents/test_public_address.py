"""The address readers know the product by: what may be set, and that a wrong setting costs nothing but itself."""

import logging

import pytest

from dashboard.documents import public_address


@pytest.mark.parametrize(
    ("setting", "base"),
    [
        ("https://barometer.eksempel.dk", "https://barometer.eksempel.dk/"),
        (" https://barometer.eksempel.dk/ ", "https://barometer.eksempel.dk/"),
        ("http://10.0.0.5:8501/omraader", "http://10.0.0.5:8501/omraader/"),
        ("https://områder.eksempel.dk/", "https://områder.eksempel.dk/"),
        ("", ""),
    ],
)
def test_an_address_ends_where_a_page_begins(monkeypatch: pytest.MonkeyPatch, setting: str, base: str) -> None:
    monkeypatch.setenv(public_address.VARIABLE, setting)
    assert public_address.base() == base


@pytest.mark.parametrize(
    "setting",
    [
        "barometer.eksempel.dk",
        "ftp://barometer.eksempel.dk",
        "javascript:alert(1)",
        "https://",
        "https:///kort",
        "https://bruger:kode@eksempel.dk",
        "https://eksempel.dk/?a=b",
        "https://eksempel.dk/#a",
        "https://eksempel.dk:port",
        "https://[eksempel.dk",
        "https://eksempel.dk/a b",
        "https://eksempel.dk/" + "a" * 300,
    ],
)
def test_a_wrong_setting_is_told_once_and_left_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, setting: str
) -> None:
    public_address.checked.cache_clear()
    monkeypatch.setenv(public_address.VARIABLE, setting)
    with caplog.at_level(logging.ERROR):
        assert [public_address.base() for _ in range(3)] == [""] * 3
    (told,) = caplog.messages
    assert "OMRAADEBAROMETER_ADRESSE" in told
    assert "https://barometer.kommune.dk/" in told
    assert "kode" not in told
