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
from hartcity.text.leave_taking import is_professional, takes_leave


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
        return _spoken(document)
    return _verdict(State.MET if is_professional(spans[-1].of(document.plain)) else State.PARTLY, spans[-1:])


def _spoken(document: Document) -> CheckResult:
    """Look at the last sentence above the name."""
    last = document.body[-1:] if document.part(Part.SIGNATURE) else ()
    if last and takes_leave(last[0].span.of(document.plain)):
        return _verdict(
            State.PARTLY, (last[0].span,), "You take leave inside the last paragraph, on no line of its own."
        )
    return _verdict(State.NOT_SEEN)


_BODY = "I write about a bed for a veteran in our program. He works nights and needs to sleep by day."
_CLOSINGS = (
    ("Sincerely,", State.MET),
    ("With warm regards,", State.MET),
    ("Very respectfully yours,", State.MET),
    ("I remain, with highest regard,", State.MET),
    ("Thank you,", State.MET),
    ("In partnership,", State.MET),
    ("Best", State.MET),
    ("Cheers,", State.PARTLY),
    ("In haste,", State.PARTLY),
    ("xoxo", State.PARTLY),
)
EXAMPLES = (
    *(
        Example(f"Dear Team,\n\n{_BODY}\n\n{closing}\nAna Ruiz\nCase Aide, Birch Hill Family Services", state)
        for closing, state in _CLOSINGS
    ),
    Example(f"Dear Team, {_BODY} Sincerely, Ana Ruiz", State.MET),
    Example(f"Dear Team,\n\n{_BODY}\n\nRespectfully, Ana Ruiz", State.MET),
    Example(f"Dear Team,\n\n{_BODY}\nWith respect and good wishes,\nAna Ruiz", State.MET),
    Example(f"Dear Team,\n\n{_BODY}\nEver yours in this work,\nAna Ruiz", State.PARTLY),
    Example(f"Dear Team,\n\n{_BODY} Much obliged.\nAna Ruiz", State.PARTLY),
    Example(f"Dear Team,\n\n{_BODY} Thanks so much for reading this.\n\nAna Ruiz", State.PARTLY),
    Example(f"Dear Team,\n\n{_BODY}\n\nAna Ruiz", State.NOT_SEEN),
    Example(f"Dear Team,\n\n{_BODY}", State.NOT_SEEN),
    Example(
        "Dear Team,\n\nI sincerely regret the delay, and I hope that this note finds the right desk.", State.NOT_SEEN
    ),
    Example(f"Dear Team,\n\n{_BODY}\n\n- Ana", State.NOT_SEEN),
)
