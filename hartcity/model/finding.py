"""Something that stands in a draft's way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.model.span import Span


class Family(StrEnum):
    """The closed list of kinds of finding; the values stand in the command line's output."""

    IDENTIFIER = "identifier"
    SENSITIVE = "sensitive"
    STIGMATIZING = "stigmatizing"
    PITY = "pity"
    EXAGGERATION = "exaggeration"
    DEMAND = "demand"
    BLAME = "blame"
    INFORMAL = "informal"
    WORDY = "wordy"
    VAGUE = "vague"
    LONG_SENTENCE = "long_sentence"
    PASSIVE_HIDDEN_ACTOR = "passive_hidden_actor"
    GRAMMAR = "grammar"

    @property
    def is_private(self) -> bool:
        """Whether the words are the service user's to tell: the student decides on each before a hand-in."""
        return self in {Family.IDENTIFIER, Family.SENSITIVE}

    @property
    def is_harmful(self) -> bool:
        """Whether such words may harm the service user or the reader: no sentence that bears them is ever praised."""
        return self.is_private or self in {Family.STIGMATIZING, Family.PITY, Family.BLAME, Family.DEMAND}


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """Two short sentences that teach: one at fault in the same way, and one that looks like it and is fine."""

    at_fault: str
    fine: str


class Severity(StrEnum):
    """How sure and how grave a finding is."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Words in a draft, why they were marked, and what the writer may ask themselves.

    ``check`` is the dotted id of the rule (``wordy.due_to_the_fact_that``, ``languagetool.MORFOLOGIK_RULE_EN_US``).
    ``suggestions`` are ready replacements and are given for spelling and grammar only. ``field`` is the path of the
    plan's field that ``span`` counts in (``services[1].benefit``), and empty for a draft. ``certainty`` is how sure the
    reader is, 0 to 1, and None where no reader spoke; ``like`` are its look-alikes.
    """

    check: str
    family: Family
    span: Span
    text: str
    message: str
    severity: Severity
    question: str = ""
    why: str = ""
    source: str = ""
    suggestions: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()
    field: str = ""
    certainty: float | None = None
    like: LookAlikes | None = None
