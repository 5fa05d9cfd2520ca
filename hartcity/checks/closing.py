"""Closes professionally.

What: A closing line stands before the name, in a professional form.
Why: A closing ends the message on the tone that the reader will remember.
Example: With kind regards,
Source: Wikiversity, Basic Parts of Professional E-mails (closing); the assignment: professional communication.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Part
from hartcity.text.leave_taking import is_professional


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="The message closes professionally.",
        partly="There is a closing, though not a professional one.",
        not_seen="No closing was seen.",
        question="How would you take leave of a colleague whom you respect?",
    ),
)


def run(document: Document) -> CheckResult:
    """Look at the closing block."""
    spans = document.part(Part.CLOSING)
    if not spans:
        return _verdict(State.NOT_SEEN)
    return _verdict(State.MET if is_professional(spans[-1].of(document.plain)) else State.PARTLY, spans[-1:])


EXAMPLES = (
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Sincerely,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "With warm regards,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Very respectfully yours,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "I remain, with highest regard,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Thank you,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "In partnership,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Best\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Cheers,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.PARTLY,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "In haste,\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.PARTLY,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "xoxo\nAna Ruiz\nCase Aide, Birch Hill Family Services",
        State.PARTLY,
    ),
    Example(
        "Dear Team, I write about a bed for a veteran in our program. He works nights and needs to sleep "
        "by day. Sincerely, Ana Ruiz",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Respectfully, Ana Ruiz",
        State.MET,
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "Ana Ruiz",
        State.NOT_SEEN,
    ),
    Example(
        "Dear Team,\n\nI write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.NOT_SEEN,
    ),
    Example(
        "Dear Team,\n\nI sincerely regret the delay, and I hope that this note finds the right desk.", State.NOT_SEEN
    ),
    Example(
        "Dear Team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.\n\n"
        "- Ana",
        State.NOT_SEEN,
    ),
)
