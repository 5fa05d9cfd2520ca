"""Says early why it is written.

What: By the end of the second sentence the reader knows what the message is for.
Why: Busy readers decide in the first lines; the need can follow once they know what is asked.
Example: I am writing to ask whether a tutor is free on Saturdays for a ninth grader.
Source: Bedford Guide, business letters (move promptly to the purpose); Boomerang study of 40 million emails on
short, direct openings.
"""

from __future__ import annotations

from hartcity.checks._check import Example, Verdict, Wording
from hartcity.model import CheckResult, State
from hartcity.text import Act, Document


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


ACTS = (Act.PURPOSE, Act.ASK_SERVICE, Act.ASK_MEETING)


def run(document: Document) -> CheckResult:
    """Look for a purpose or a request in the first two sentences of the body."""
    return _verdict.weigh(document.showing(*ACTS, within=_SENTENCES))


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
)
