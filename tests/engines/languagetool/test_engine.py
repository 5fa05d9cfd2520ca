"""Passages go out together and findings come back, each to its own passage."""

from __future__ import annotations

import json
import threading
from urllib.parse import parse_qs

import pytest

from hartcity.engines.base import Answer, EngineState, EngineStatus, NoAnswer, Silence
from hartcity.engines.languagetool.client import Endpoint
from hartcity.engines.languagetool.engine import LanguageToolEngine
from hartcity.engines.languagetool.java_process import CHECKS_AT_ONCE


class Standing:
    """A server that stands where it stands and remembers when it was called silent."""

    def __init__(self, url: str) -> None:
        self.where: Endpoint | None = Endpoint(url)
        self.fell = 0

    def start(self) -> None:
        """Nothing to start."""

    def close(self) -> None:
        """Nothing to stop."""

    def status(self) -> EngineStatus:
        """Say that it is ready."""
        return EngineStatus("languagetool", EngineState.READY, "9.9")

    def endpoints(self) -> tuple[Endpoint, ...]:
        """Give the address until it fell silent."""
        return () if self.where is None else (self.where,)

    def fell_silent(self, endpoint: Endpoint) -> None:
        """Count, and answer no more."""
        if endpoint is self.where:
            self.fell += 1
            self.where = None

    def wait_until_settled(self, seconds: float | None = None) -> bool:
        """Never on its way."""
        return seconds is None


def _answer(received: bytes, words: str) -> str:
    """Mark every occurrence of ``words`` in the text that was sent, counting in UTF-16 units as the server does."""
    text = parse_qs(received.decode())["text"][0]
    units = lambda part: len(part.encode("utf-16-le")) // 2  # noqa: E731
    matches = []
    place = text.find(words)
    while place >= 0:
        rule = {"id": "SOME_RULE", "issueType": "grammar", "category": {"id": "GRAMMAR"}}
        matches.append(
            {
                "message": "Odd.",
                "replacements": [{"value": "better"}],
                "offset": units(text[:place]),
                "length": units(words),
                "context": {"text": words, "offset": 0, "length": units(words)},
                "rule": rule,
            },
        )
        place = text.find(words, place + 1)
    return json.dumps({"software": {"version": "9.9"}, "matches": matches})


def test_findings_come_back_to_their_own_passage(stand_in):
    """Offsets count code points in each passage, with emoji before and inside the marked words."""
    stand_in.answer = lambda: (200, _answer(stand_in.received[-1], "w\U0001f600rd"))
    passages = ["\U0001f600 one w\U0001f600rd.", "none", "w\U0001f600rd and w\U0001f600rd"]
    replies = LanguageToolEngine(Standing(stand_in.url)).find(passages)
    found = [[finding.span for finding in reply.findings] for reply in replies]
    assert [len(each) for each in found] == [1, 0, 2]
    for passage, reply in zip(passages, replies, strict=True):
        assert all(finding.span.of(passage) == finding.text == "w\U0001f600rd" for finding in reply.findings)


def test_what_reaches_over_the_end_of_a_passage_is_left_out(stand_in):
    """A finding across two passages would depend on their neighborhood, so it is not given."""
    stand_in.answer = lambda: (200, _answer(stand_in.received[-1], "one\n\ntwo"))
    replies = LanguageToolEngine(Standing(stand_in.url)).find(["one", "two"])
    assert replies == (Answer(()), Answer(()))


def test_lone_surrogates_and_nul_travel_as_stand_ins(stand_in):
    """What no form can carry is replaced by one unit, and offsets stay true."""
    stand_in.answer = lambda: (200, _answer(stand_in.received[-1], "odd"))
    passage = "\ud800\x00 odd"
    (reply,) = LanguageToolEngine(Standing(stand_in.url)).find([passage])
    assert [finding.span.of(passage) for finding in reply.findings] == ["odd"]


def test_many_passages_travel_in_few_requests(stand_in):
    """Short passages share requests, and every one of them gets its reply."""
    replies = LanguageToolEngine(Standing(stand_in.url)).find([f"Passage {number} is here." for number in range(400)])
    assert len(replies) == 400
    assert len(stand_in.received) < 5


@pytest.mark.parametrize(
    ("status", "body", "silence", "fell"),
    [
        (413, "", Silence.TOO_LONG, 0),
        (503, "", Silence.OVERLOADED, 0),
        (500, "took longer than", Silence.TIMED_OUT, 0),
        (500, "", Silence.AWAY, 1),
    ],
)
def test_silences_are_told_apart(stand_in, status: int, body: str, silence: Silence, fell: int):
    """Each outcome has its own name, and only a server that does not work at all is reported as silent."""
    server = Standing(stand_in.url)
    stand_in.answer = lambda: (status, body)
    assert LanguageToolEngine(server).find(["some words"]) == (NoAnswer(silence),)
    assert server.fell == fell


def test_an_overloaded_server_is_asked_again(stand_in):
    """A short overload passes unnoticed."""
    answers = [(503, ""), (200, _answer(b"text=x", "y"))]
    stand_in.answer = lambda: answers.pop(0)
    assert LanguageToolEngine(Standing(stand_in.url)).find(["some words"]) == (Answer(()),)


def test_a_batch_that_took_too_long_is_sent_again_in_halves(stand_in):
    """A slow moment costs time and no findings: smaller requests follow, and each passage gets its own reply."""

    def answer() -> tuple[int, str]:
        body = stand_in.received[-1]
        return (500, "took longer than") if body.count(b"odd") > 1 else (200, _answer(body, "odd"))

    stand_in.answer = answer
    replies = LanguageToolEngine(Standing(stand_in.url)).find(["odd one", "odd two", "odd three"])
    assert [len(reply.findings) for reply in replies] == [1, 1, 1]


def test_after_a_silence_the_rest_is_not_sent(stand_in):
    """Once a server is silent, no more is sent than was on its way, and what remains shares its silence."""
    stand_in.answer = lambda: (500, "")
    passages = ["x" * 4_000 for _ in range(10)]
    replies = LanguageToolEngine(Standing(stand_in.url)).find(passages)
    assert set(replies) == {NoAnswer(Silence.AWAY)}
    assert len(stand_in.received) <= CHECKS_AT_ONCE


def test_parts_of_a_text_are_asked_for_at_once(stand_in):
    """Two halves are with the server at the same time, and each finding comes back to its own passage."""
    both = threading.Barrier(CHECKS_AT_ONCE)

    def answer() -> tuple[int, str]:
        both.wait(30)
        return 200, _answer(b"text=none", "odd")

    stand_in.answer = answer
    replies = LanguageToolEngine(Standing(stand_in.url)).find(["odd " * 100, "even " * 100])
    assert replies == (Answer(()), Answer(()))
    assert len(stand_in.received) == CHECKS_AT_ONCE


def test_a_short_text_is_one_request(stand_in):
    """What is checked in a moment is not cut."""
    LanguageToolEngine(Standing(stand_in.url)).find(["A few words.", "And a few more."])
    assert len(stand_in.received) == 1
