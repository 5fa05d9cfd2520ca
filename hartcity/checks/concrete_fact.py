"""Gives a concrete fact.

What: The draft gives at least one fact that could be checked and does not identify the person: since when, how
long, how many, how much, by when.
Why: One fact does more than many adjectives, and it lets the reader judge how urgent things are.
Example: The household has been without heat since the first week of November.
Source: The assignment's framing: the message is to be factual as well as compelling; domain notes on advocacy
letters (who, ask, why, close).
"""

from __future__ import annotations

from hartcity.checks._check import Verdict, Wording
from hartcity.model import CheckResult
from hartcity.text import Document, Role


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You give at least one concrete fact.",
        partly="There is a first fact, but nothing about when, how long or how much.",
        not_seen="No concrete fact was seen.",
        question="Which number, date or length of time would help the reader, without saying who the person is?",
    ),
)


def run(document: Document) -> CheckResult:
    """Weigh the words that show it."""
    return _verdict.weigh(document.evidence(Role.FACT))


EXAMPLES = ()
