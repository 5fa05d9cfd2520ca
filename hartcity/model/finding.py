"""Something that stands in a draft's way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.model.span import Span


class Family(StrEnum):
    """The closed list of kinds of finding; the values stand in the command line's output."""

    IDENTIFIER = "identifier"
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
    plan's field that ``span`` counts in (``services[1].benefit``), and empty for a draft.
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
