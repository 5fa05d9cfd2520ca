"""What a structural check says about a draft or a service plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hartcity.model.span import Span


class State(StrEnum):
    """How far a check is fulfilled; the values stand in the command line's output."""

    MET = "met"
    PARTLY = "partly"
    NOT_SEEN = "not_seen"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The state of one check, with the words that it rests on.

    ``reason`` says in one short, plain sentence what was seen or missed; ``question`` asks the writer something
    that would help to fulfil the check, and is empty when the check is met. ``fields`` are the paths of the fields of a
    service plan that the check rests on (``services[1].benefit``), and empty for a draft.
    """

    check: str
    state: State
    spans: tuple[Span, ...] = ()
    reason: str = ""
    question: str = ""
    fields: tuple[str, ...] = ()
