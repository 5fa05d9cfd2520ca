"""Signs with a name and a way to answer.

What: The draft is signed with a name and a phone number or address at which the writer can be reached; a name alone
is half of it.
Why: The reader may want to answer by another way than the one the message came by.
Example: Jordan Pell, Care Aide, 555-010-0000
Source: Guides to professional email (name, role, organization, contact in the signature).
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document


_BOTH = 2

_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="Your name and a way to reach you are there.",
        partly="Either your name or a way to reach you is missing.",
        not_seen="No name with a way to reach you was seen.",
        question="How can the reader reach you, and under which name?",
    ),
)


def run(document: Document) -> CheckResult:
    """Look for a name in the signature and for a contact anywhere the writer gives it."""
    name, contact = document.signature_name, document.writer_contact
    spans = [span for span in (name, contact) if span is not None]
    if len(spans) == _BOTH:
        return _verdict(State.MET, spans)
    return _verdict(State.PARTLY if name is not None else State.NOT_SEEN, spans)


_BODY = "Dear Team,\n\nI write about a bed for a veteran in our program. He works nights and needs to sleep by day."
EXAMPLES = (
    Example(f"{_BODY}\n\nSincerely,\nAna Ruiz\nCase Aide\n555-010-0101", State.MET),
    Example(f"{_BODY}\n\nBest,\nAna Ruiz | ana@birch.example.org", State.MET),
    Example(f"{_BODY}\n\nAna Ruiz, Birch Hill Family Services, (555) 010-0101", State.MET),
    Example(f"{_BODY} You can reach me at 555-010-0101.\n\nSincerely,\nAna Ruiz", State.MET),
    Example(f"{_BODY}\n\nRegards,\nDr. A. Ruiz\nTelephone: 555.010.0101", State.MET),
    Example("Need a bed for a veteran. Call me. 555-010-0101.\n\nA. Ruiz", State.MET),
    Example(f"{_BODY}\n\nSincerely,\nAna Ruiz\n[insert phone number]", State.PARTLY),
    Example(f"{_BODY}\n\nThanks,\nAna", State.PARTLY),
    Example("need a bed for my guy asap\n\n- Ty", State.PARTLY),
    Example(f"{_BODY}\n\nSincerely,\nA Friend in Need", State.NOT_SEEN),
    Example(_BODY, State.NOT_SEEN),
    Example("Dear Team,\n\nHer phone is 555-010-0101 and she is home after four.", State.NOT_SEEN),
)
