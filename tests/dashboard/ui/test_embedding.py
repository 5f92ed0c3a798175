"""Who may frame a view: nobody by itself, the hosts that are named, and nobody where the setting is wrong."""

import logging

import pytest

from dashboard.ui import embedding


@pytest.mark.parametrize(
    ("setting", "hosts"),
    [
        ("", ()),
        ("https://www.kommune.dk", ("https://www.kommune.dk",)),
        (" https://www.kommune.dk/  http://intra:8080 ", ("https://www.kommune.dk", "http://intra:8080")),
        ("https://a.dk https://a.dk", ("https://a.dk",)),
        ("https://xn--omrder-mua.dk", ("https://xn--omrder-mua.dk",)),
    ],
)
def test_the_named_hosts_may(monkeypatch: pytest.MonkeyPatch, setting: str, hosts: tuple[str, ...]) -> None:
    monkeypatch.setenv(embedding.VARIABLE, setting)
    assert embedding.hosts() == hosts


@pytest.mark.parametrize(
    "setting",
    [
        "www.kommune.dk",
        "https://*.kommune.dk",
        "*",
        "'self'",
        "https:",
        "https://kommune.dk/sti",
        "https://kommune.dk; script-src *",
        "https://kommune.dk, https://andet.dk",
        "https://bruger:kode@kommune.dk",
        "https://områder.dk",
        "https://kommune.dk:port",
        "https://www.kommune.dk javascript:alert(1)",
        " ".join(f"https://a{number}.dk" for number in range(21)),
        f"https://{'a' * 300}.dk",
    ],
)
def test_a_wrong_setting_is_told_once_and_lets_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, setting: str
) -> None:
    embedding.checked.cache_clear()
    monkeypatch.setenv(embedding.VARIABLE, setting)
    with caplog.at_level(logging.ERROR):
        assert [embedding.hosts() for _ in range(3)] == [()] * 3
    (told,) = caplog.messages
    assert "OMRAADEBAROMETER_INDLEJRING" in told
    assert "kode" not in told.replace("koder", "")
