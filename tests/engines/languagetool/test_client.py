"""The client: silences told apart, strangers told nothing."""

from __future__ import annotations

import threading
from urllib.parse import parse_qs

import pytest

from hartcity.engines.base import Silence
from hartcity.engines.languagetool.client import (
    Client,
    Endpoint,
    Muted,
    PublicServerError,
    SilentServerError,
    other_host,
    refuse_public,
)


@pytest.mark.parametrize(
    ("status", "body", "silence"),
    [
        (413, "Error: text too long", Silence.TOO_LONG),
        (503, "Error: too many parallel requests", Silence.OVERLOADED),
        (429, "Error: slow down", Silence.OVERLOADED),
        (500, "Error: Text checking took longer than allowed maximum of 12000 milliseconds", Silence.TIMED_OUT),
        (500, "Error: Internal Error", Silence.AWAY),
        (302, "", Silence.AWAY),
        (599, "", Silence.AWAY),
        (200, "no JSON", Silence.AWAY),
        (200, "[]", Silence.AWAY),
        (200, '{"some": "thing"}', Silence.AWAY),
    ],
)
def test_the_server_s_refusals_are_told_apart(stand_in, status: int, body: str, silence: Silence):
    """Too long, overloaded, timed out and broken are different outcomes, and none of them is "nothing found"."""
    client = Client(Endpoint(stand_in.url), seconds=5)
    stand_in.answer = lambda: (status, body)
    with pytest.raises(SilentServerError) as caught:
        client.check("Some words.")
    assert caught.value.silence is silence
    assert "Some words" not in str(caught.value)


def test_a_server_that_does_not_answer_in_time_is_timed_out(stand_in):
    """Our own limit ends the wait, and the outcome is "timed out"."""
    client = Client(Endpoint(stand_in.url), seconds=0.3)
    released = threading.Event()
    stand_in.answer = lambda: (released.wait(20), (200, "{}"))[1]
    with pytest.raises(SilentServerError) as caught:
        client.check("Some words.")
    released.set()
    assert caught.value.silence is Silence.TIMED_OUT
    assert not caught.value.was_reached


def test_a_server_that_is_not_there_is_away():
    """Nobody listening is the outcome "away"."""
    with pytest.raises(SilentServerError) as caught:
        Client(Endpoint("http://127.0.0.1:9"), seconds=2)
    assert caught.value.silence is Silence.AWAY


def test_a_stranger_on_the_port_gets_not_one_byte(stand_in):
    """When the proof of a connection fails, nothing at all is sent over it."""
    sent: list[int] = []

    def is_no_friend(connected) -> bool:
        sent.append(connected.getsockname()[1])
        return False

    with pytest.raises(SilentServerError) as caught:
        Client(Endpoint(stand_in.url, is_no_friend), seconds=2)
    assert caught.value.silence is Silence.AWAY
    assert sent
    assert stand_in.received == []


def test_every_new_connection_is_proven(stand_in):
    """A server that takes the place of ours after the first check gets nothing of the second."""
    ours = [True]
    client = Client(Endpoint(stand_in.url, lambda _: ours[0]), seconds=2)
    client.check("The first words.")
    ours[0] = False
    received = list(stand_in.received)
    client.close()  # as if the connection had been lost
    with pytest.raises(SilentServerError):
        client.check("The secret words.")
    assert stand_in.received == received


@pytest.mark.parametrize(
    "url",
    [
        "https://api.languagetool.org/v2",
        "http://languagetool.org",
        "api.languagetoolplus.com",
        "HTTPS://LanguageTool.ORG.",
    ],
)
def test_public_services_are_refused(url: str):
    """No address of the public service is ever a server of ours."""
    with pytest.raises(PublicServerError):
        refuse_public(url)
    with pytest.raises(PublicServerError):
        Client(Endpoint(url), seconds=1)


def test_servers_of_an_institution_are_not_refused():
    """A name that only looks alike is no public service."""
    refuse_public("https://languagetool.example.edu/")
    refuse_public("http://mylanguagetool.org.example.edu:8010")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://localhost:8081", ""),
        ("http://127.0.0.1:8081/", ""),
        ("127.0.0.3:8081", ""),
        ("http://[::1]:8081", ""),
        ("https://grammar.school.example/v2", "grammar.school.example"),
        ("grammar.school.example:8081", "grammar.school.example"),
        ("http://192.168.1.20:8081", "192.168.1.20"),
    ],
)
def test_a_server_on_another_machine_is_known_by_its_name(url: str, host: str):
    """Whether words leave this machine is read from the address alone."""
    assert other_host(url) == host


def test_what_is_muted_is_named_in_one_order(stand_in):
    """Requests of all clients are alike to the letter, so that the server keeps one set of rules ready for them."""
    names = [f"RULE_{number}" for number in range(40)]
    for order in (names, names[::-1]):
        muted = Muted(frozenset(order), frozenset(("STYLE", "CREATIVE_WRITING")))
        Client(Endpoint(stand_in.url), seconds=5, muted=muted).check("Some words.")
    Client(Endpoint(stand_in.url), seconds=5).check("Some words.")
    first, second, plain = (parse_qs(body.decode()) for body in stand_in.received)
    assert first == second
    assert first["disabledRules"] == [",".join(sorted(names))]
    assert first["disabledCategories"] == ["CREATIVE_WRITING,STYLE"]
    assert not {"disabledRules", "disabledCategories"} & plain.keys()
