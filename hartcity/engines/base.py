"""What every grammar engine promises: findings for each passage, or the reason why there are none to give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hartcity.model import Finding


SUGGESTIONS_KEPT = 5
"""How many ready replacements a finding carries at most."""


class EngineState(StrEnum):
    """Where an engine stands between not being there and answering."""

    ABSENT = "absent"
    INSTALLING = "installing"
    STARTING = "starting"
    WARMING = "warming"
    READY = "ready"
    AWAY = "away"

    @property
    def is_on_its_way(self) -> bool:
        """Whether waiting leads somewhere: the engine is being installed, started or warmed."""
        return self in {EngineState.INSTALLING, EngineState.STARTING, EngineState.WARMING}


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """A snapshot of one engine for the screen.

    ``progress`` is 0-1 while something is being installed and None otherwise; ``message`` is a plain sentence, or
    empty when there is nothing to say. ``host`` is the other machine that the words go to, empty when they stay here.
    """

    name: str
    state: EngineState
    version: str | None = None
    progress: float | None = None
    message: str = ""
    host: str = ""


class Silence(StrEnum):
    """Why an engine gave no answer. None of these means that nothing was found."""

    TIMED_OUT = "timed_out"
    TOO_LONG = "too_long"
    OVERLOADED = "overloaded"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine found in one passage; offsets are code points into that passage."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """An engine did not answer for one passage."""

    silence: Silence


Reply = Answer | NoAnswer


class Engine(Protocol):
    """A grammar engine. Every method may be called from several threads at once and raises nothing."""

    @property
    def name(self) -> str:
        """The engine's name as it stands in reports, in lower case."""

    @property
    def version(self) -> str | None:
        """The version that answers or answered last, or None while nothing has answered yet."""

    def status(self) -> EngineStatus:
        """Return a snapshot of the engine."""

    def find(self, passages: Sequence[str]) -> tuple[Reply, ...]:
        """Return one reply for each passage, in order.

        What is said of a passage depends on that passage alone, never on those it was sent with.
        """
