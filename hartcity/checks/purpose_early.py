"""Says early why it is written.

What: By the end of the second sentence the reader knows what the message is for.
Why: Busy readers decide in the first lines; the need can follow once they know what is asked.
Example: I am writing to ask whether a tutor is free on Saturdays for a ninth grader.
Source: Bedford Guide, business letters (move promptly to the purpose); Boomerang study of 40 million emails on
short, direct openings.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, Span, State
from hartcity.text import Document, Reading, Role, Wanted


_SENTENCES = 2

_verdict = Verdict(
    __name__.rpartition(".")[2],
    Wording(
        met="The purpose stands within the first two sentences.",
        partly="The first two sentences lead up to the purpose without saying it.",
        not_seen="The purpose does not stand within the first two sentences.",
        question="What do you want from the reader, and could that stand in the first two sentences?",
    ),
)


def run(document: Document) -> CheckResult:
    """Look for a purpose or a request in the first two sentences of the body."""
    opening = document.body[:_SENTENCES]
    firm = [span for sentence in opening for span in _firm(sentence.reading)]
    if firm:
        return _verdict(State.MET, firm)
    soft = [
        evidence.span
        for sentence in opening
        for evidence in sentence.reading.evidence
        if evidence.role in {Role.PURPOSE, Role.NEED}
    ]
    return _verdict(State.PARTLY if soft else State.NOT_SEEN, soft)


def _firm(reading: Reading) -> list[Span]:
    """Return the words of a sentence that say what the message is for."""
    asked = [ask.span for ask in reading.asks if ask.wanted in {Wanted.SERVICE, Wanted.MEETING}]
    said = [each.span for each in reading.evidence if each.firm and each.role in {Role.PURPOSE, Role.THANKS}]
    return asked + said


EXAMPLES = (
    Example("I would like your help in finding a bed for a veteran.", State.MET),
    Example("My aim in writing is to ask about legal help for a tenant.", State.MET),
    Example("On behalf of a couple in their seventies, I am requesting home-delivered meals.", State.MET),
    Example("I'm reaching out about tutoring for a fourth grader.", State.MET),
    Example("I write on behalf of a mother who hopes to enter your job training.", State.MET),
    Example("The purpose of this email is to request counseling for a student.", State.MET),
    Example("I hope you are having a good week.", State.NOT_SEEN),
    Example("My name is Lee and I love your work.", State.NOT_SEEN),
    Example("I have worked at my agency for two years.", State.NOT_SEEN),
    Example("The weather has been hard on everyone.", State.NOT_SEEN),
    Example("I want to touch base about a situation.", State.NOT_SEEN),
)
