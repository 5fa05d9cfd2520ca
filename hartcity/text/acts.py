"""What a sentence does in an email, by meaning: the words for it, and who may say so.

The names are those of the labelled drafts that the reader learned from (``hartcity/training/labels.md``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from hartcity.model import Span


class Act(StrEnum):
    """One thing that a sentence can do; it may do several."""

    INTRODUCTION = "intro"
    HALF_INTRODUCTION = "intro.part"
    PURPOSE = "purpose"
    NEED = "need"
    ASK_SERVICE = "ask.service"
    ASK_MEETING = "ask.meeting"
    ASK_OTHER = "ask.other"
    POLITE = "polite"
    ORDER = "order"
    TIMES = "times"
    OPEN_TIMES = "times.open"
    MODE = "mode"
    CONSENT = "consent"
    CONSENT_IN_DOUBT = "consent.doubt"
    NO_CONSENT = "consent.none"
    THANKS = "thanks"
    PARTNER = "partner"
    OFFER = "offer"
    JOINT_STEP = "joint"
    STRENGTH = "strength"
    FACT = "fact"
    IMPACT = "impact"
    TOO_LONG = "long"


@dataclass(frozen=True, slots=True)
class Acts:
    """What a sentence does for certain (``seen``) and what it may be doing (``perhaps``); no act is in both."""

    seen: frozenset[Act] = frozenset()
    perhaps: frozenset[Act] = frozenset()


class Line(NamedTuple):
    """A sentence and the one before it, which often says what a pronoun or a short answer means."""

    sentence: str
    before: str = ""


class Shown(NamedTuple):
    """A sentence that does something; not ``firm`` where it only may."""

    span: Span
    firm: bool


class ActReader(Protocol):
    """Whoever can say what sentences do."""

    def acts(self, lines: Sequence[Line]) -> tuple[Acts, ...]:
        """Return what each sentence does, in order."""
        ...
