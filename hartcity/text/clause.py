"""A clause as a value: a verb, whose it is, and how real it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.text.actors import Actor
from hartcity.text.grammar import CONDITIONS


class Mode(StrEnum):
    """The shape of a clause's verb."""

    FINITE = "finite"
    IMPERATIVE = "imperative"
    INFINITIVE = "infinitive"
    GERUND = "gerund"


@dataclass(slots=True)
class Clause:
    """A verb with its subject. ``first`` to ``last`` are its tokens, ``verb`` the place of the main verb.

    ``modal`` is ``will``, ``would``, ``could``, ``can``, ``may``, ``might``, ``must``, ``should`` or empty. ``within``
    is the conjunction that opens the clause. ``governor`` is the clause that an infinitive or gerund hangs on.
    """

    mode: Mode
    subject: Actor
    lemma: str
    lists: frozenset[str]
    first: int
    verb: int
    last: int
    modal: str = ""
    negated: bool = False
    inverted: bool = False
    passive: bool = False
    past: bool = False
    obliged: bool = False
    perfect: bool = False
    within: str = ""
    governor: Clause | None = None
    subject_first: int = 0
    antecedent: Actor = Actor.NONE

    @property
    def conditional(self) -> bool:
        """Whether the clause names a condition."""
        return self.within in CONDITIONS

    @property
    def unreal(self) -> bool:
        """Whether the clause, or one it hangs on, is denied, conditional, or only wished."""
        return self.negated or self.conditional or (self.governor is not None and self.governor.unreal)

    @property
    def denied(self) -> bool:
        """Whether the clause, or one it hangs on, is negated."""
        return self.negated or (self.governor is not None and self.governor.denied)
