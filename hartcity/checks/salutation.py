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


EXAMPLES = (
    Example(
        "Dear Ms. Okoro,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "Good afternoon, housing team,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "Millbrook Legal Clinic,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "Hi Dr. Lee and staff!\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "Dear Mr. J. R. Soto: I write about a bed for a veteran in our program. He works nights and "
        "needs to sleep by day.",
        State.MET,
    ),
    Example(
        "To the intake coordinator:\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "9 Hill Road\nAttention: Front Desk\n\n"
        "Dear Front Desk,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "HELLO NIGHT CREW!!!\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.MET,
    ),
    Example(
        "To whom it may concern:\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.PARTLY,
    ),
    Example(
        "Dear Sir or Madam,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.PARTLY,
    ),
    Example(
        "Hello,\n\nI write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.PARTLY,
    ),
    Example(
        "To whoever opens this,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.PARTLY,
    ),
    Example(
        "Dear heroes of the night,\n\n"
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.",
        State.PARTLY,
    ),
    Example(
        "I write about a bed for a veteran in our program. He works nights and needs to sleep by day.", State.NOT_SEEN
    ),
    Example("hey can u help my guy with a bed", State.NOT_SEEN),
    Example("Need a bed for a veteran tonight.\n\nAna Ruiz", State.NOT_SEEN),
)
