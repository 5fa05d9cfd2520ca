"""What a sentence can do in an email, and the words that show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.model import Span
from hartcity.text.times import Moment


class Role(StrEnum):
    """What a sentence does; a sentence may do several things at once."""

    GREETING = "greeting"
    INTRODUCTION = "introduction"
    PURPOSE = "purpose"
    NEED = "need"
    ASK = "ask"
    OFFER = "offer"
    CONSENT = "consent"
    THANKS = "thanks"
    PARTNER = "partner"
    STRENGTH = "strength"
    GOAL = "goal"
    IMPACT = "impact"
    FACT = "fact"
    NEXT_STEP = "next_step"
    CLOSING = "closing"


class Manner(StrEnum):
    """How something is asked for, from the most to the least choice left to the reader."""

    QUESTION = "question"
    CONDITIONAL = "conditional"
    WISH = "wish"
    STATEMENT = "statement"
    PLEASE = "please"
    ORDER = "order"

    @property
    def leaves_a_choice(self) -> bool:
        """Whether the reader can say no without breaking the sentence's frame."""
        return self in {Manner.QUESTION, Manner.CONDITIONAL, Manner.WISH}


class Wanted(StrEnum):
    """What is asked for."""

    SERVICE = "service"
    MEETING = "meeting"
    INFORMATION = "information"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that show a role. ``firm`` is False where they show it only in part; ``note`` says which kind it is."""

    role: Role
    span: Span
    firm: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A request: where it stands, how it is put, what it wants, and whether the reader can tell what to do."""

    span: Span
    manner: Manner
    wanted: Wanted
    firm: bool = True
    pressing: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one sentence does."""

    evidence: tuple[Evidence, ...] = ()
    asks: tuple[Ask, ...] = ()
    moments: tuple[Moment, ...] = ()
    names_service: bool = False
    presses: bool = False
    names_person: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that the sentence fulfils, firmly or in part."""
        found = {each.role for each in self.evidence}
        return frozenset(found | {Role.ASK} if self.asks else found)
