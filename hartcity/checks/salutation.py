"""Greets a person, a role or a team.

What: The draft greets somebody: a name, a role, a team or the agency; "To whom it may concern" or a greeting
without a name is half of it.
Why: A greeting that names the reader shows that the message is meant for them.
Example: Dear Enrollment Team,
Source: Wikiversity, Basic Parts of Professional E-mails (salutation); the assignment: professional communication.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Document, Part
from hartcity.text.greeting import names_a_reader


_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="You greet the reader.",
        partly="The greeting could be for anybody.",
        not_seen="No salutation was seen.",
        question="Who will read this: which person, role or team?",
    ),
)


def run(document: Document) -> CheckResult:
    """Look at the salutation block."""
    spans = document.part(Part.SALUTATION)
    if not spans:
        return _verdict(State.NOT_SEEN)
    return _verdict(State.MET if names_a_reader(spans[0].of(document.plain)) else State.PARTLY, spans[:1])


_BODY = "I write about a bed for a veteran in our program. He works nights and needs to sleep by day."
_GREETINGS = (
    ("Dear Ms. Okoro,", State.MET),
    ("Good afternoon, housing team,", State.MET),
    ("Millbrook Legal Clinic,", State.MET),
    ("Hi Dr. Lee and staff!", State.MET),
    ("To the intake coordinator:", State.MET),
    ("9 Hill Road\nAttention: Front Desk\n\nDear Front Desk,", State.MET),
    ("HELLO NIGHT CREW!!!", State.MET),
    ("To whom it may concern:", State.PARTLY),
    ("Dear Sir or Madam,", State.PARTLY),
    ("Hello,", State.PARTLY),
    ("To whoever opens this,", State.PARTLY),
    ("Dear heroes of the night,", State.PARTLY),
)
EXAMPLES = (
    *(Example(f"{greeting}\n\n{_BODY}", state) for greeting, state in _GREETINGS),
    Example(f"Dear Mr. J. R. Soto: {_BODY}", State.MET),
    Example(_BODY, State.NOT_SEEN),
    Example("hey can u help my guy with a bed", State.NOT_SEEN),
    Example("Need a bed for a veteran tonight.\n\nAna Ruiz", State.NOT_SEEN),
)
