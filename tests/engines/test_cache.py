"""The memory in front of an engine."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from hartcity.engines.base import Answer, EngineState, EngineStatus, NoAnswer, Reply, Silence
from hartcity.engines.cache import RememberingEngine
from hartcity.model import Family, Finding, Severity, Span


class Recorder:
    """An engine that marks the first letter of each passage and notes what it was asked."""

    name = "recorder"

    def __init__(self) -> None:
        self.version: str | None = "1"
        self.asked: list[str] = []
        self.silence: Silence | None = None

    def status(self) -> EngineStatus:
        """Say that it is ready."""
        return EngineStatus(self.name, EngineState.READY, self.version)

    def find(self, passages: Sequence[str]) -> tuple[Reply, ...]:
        """Answer, or be silent as told."""
        self.asked += passages
        if self.silence:
            return tuple(NoAnswer(self.silence) for _ in passages)
        return tuple(Answer((_first_letter(passage),)) for passage in passages)


def _first_letter(passage: str) -> Finding:
    return Finding("recorder.first", Family.GRAMMAR, Span(0, 1), passage[:1], "A letter.", Severity.ADVICE)


def test_only_what_is_new_is_asked():
    """Of a text with one changed passage, the engine sees that passage and no other, and each of them once."""
    engine = Recorder()
    remembering = RememberingEngine(engine)
    remembering.find(["one", "two", "one"])
    assert engine.asked == ["one", "two"]
    remembering.find(["one", "three", "two"])
    assert engine.asked == ["one", "two", "three"]


def test_remembered_answers_are_the_engine_s_own():
    """What is remembered equals what the engine says, in the order of the passages."""
    remembering = RememberingEngine(Recorder())
    fresh = remembering.find(["one", "two"])
    assert remembering.find(["two", "one"]) == (fresh[1], fresh[0])


def test_silence_is_not_remembered():
    """A passage that got no answer is asked again."""
    engine = Recorder()
    engine.silence = Silence.TIMED_OUT
    remembering = RememberingEngine(engine)
    assert remembering.find(["one"]) == (NoAnswer(Silence.TIMED_OUT),)
    engine.silence = None
    assert isinstance(remembering.find(["one"])[0], Answer)


def test_another_version_answers_anew():
    """Answers of an engine's other version are not used."""
    engine = Recorder()
    remembering = RememberingEngine(engine)
    remembering.find(["one"])
    engine.version = "2"
    remembering.find(["one"])
    assert engine.asked == ["one", "one"]


def test_the_oldest_passages_are_forgotten():
    """No more passages are kept than allowed, and the ones used last are kept."""
    engine = Recorder()
    remembering = RememberingEngine(engine, entries=2)
    for passage in ("one", "two", "one", "three", "one", "two"):
        remembering.find([passage])
    assert engine.asked == ["one", "two", "three", "two"]


def test_threads_get_their_own_answers():
    """Sixteen threads that ask for overlapping texts each get the answers to theirs."""
    remembering = RememberingEngine(Recorder(), entries=20)
    texts = [[f"{letter}{number}" for letter in "abcdefgh"] for number in range(64)]
    with ThreadPoolExecutor(16) as pool:
        for text, replies in zip(texts, pool.map(remembering.find, texts), strict=True):
            assert replies == tuple(Answer((_first_letter(passage),)) for passage in text)
